# Real documents, read where they lie: the folder named by $QDA_REAL_INPUT
# holds seeds/testimonies.txt (four doctors, the same questions, one file) and
# seeds/thesis.txt (a thesis with its quoted verbatims).
. ./tests/lib.sh
[ -n "${QDA_REAL_INPUT:-}" ] ||
    skip_all 'QDA_REAL_INPUT names no folder of real documents'
case $QDA_REAL_INPUT in /*) ;; *) QDA_REAL_INPUT=$top/$QDA_REAL_INPUT ;; esac
seeds=$QDA_REAL_INPUT/seeds
[ -f "$seeds/testimonies.txt" ] && [ -f "$seeds/thesis.txt" ] ||
    skip_all "$seeds lacks testimonies.txt or thesis.txt"
QDA_CODER=Test
export QDA_CODER
ask() { sqlite3 -separator ' ' "$@"; }

# four doctors in one file
mkdir doctors && cd doctors && qda init -q -l fr . || exit 1
run qda import --split '^Dr [^,]+$' --question '\?\s*$' "$seeds/testimonies.txt"
is 'the testimonies are imported' "$status" 0
is 'a source for each doctor, and one for what stands before' \
    "$(ask qda.db 'SELECT group_concat(n, "|") FROM (SELECT name AS n
	FROM source ORDER BY position)' 2>&1 ||
       ask qda.db "SELECT group_concat(n, '|') FROM (SELECT name AS n FROM source ORDER BY position)")" \
    'testimonies|Dr Christian DANIEL|Dr Valentin PROY|Dr Véronique MOUNAYAR RENAULT|Dr Elodie SAVAJOLS'
is 'each was asked three questions, and answered them' \
    "$(ask qda.db "SELECT source.name, speaker.role, count(*) FROM turn
	JOIN speaker ON speaker.id = turn.speaker
	JOIN source ON source.id = turn.source
	GROUP BY source.position, speaker.role")" \
    'Dr Christian DANIEL interviewer 3
Dr Christian DANIEL participant 3
Dr Valentin PROY interviewer 3
Dr Valentin PROY participant 3
Dr Véronique MOUNAYAR RENAULT interviewer 3
Dr Véronique MOUNAYAR RENAULT participant 3
Dr Elodie SAVAJOLS interviewer 3
Dr Elodie SAVAJOLS participant 3'
run qda find -w 'de quelle manière cela impacte'
is 'what the interviewer asks is not what a participant says' "$status" 1
run qda find -a -w 'de quelle manière cela impacte'
is 'but somebody says it, four times' "$(wc -l < "$io/out")" 4
run qda find -w urgences
ok 'what a doctor says is found with his name' \
    grep -q '	Dr Valentin PROY	' "$io/out"
cd .. || exit 1

# the eleven participants of the thesis, and how long they spoke
mkdir thesis && cd thesis && qda init -q -l fr . || exit 1
cat > "$io/quotes.pl" <<'END'
use utf8;
use open qw(:std :encoding(UTF-8));
my ($seed, $dir) = @ARGV;
undef $/;
open my $f, '<', $seed or die;
my $text = <$f>;
my (%n, %source);
while ($text =~ /(M\d+)\h:\h«(.*?)(?:»|(?=\n\h*\n\h*\n)|(?=M\d+\h:\h«))/gs) {
	my ($who, $words) = ($1, $2);
	my $one = $words =~ s/\s+/ /gr;
	open my $q, '>', sprintf('%s/%s-%02d', $dir, $who, ++$n{$who}) or die;
	print $q "« $words »";
	$source{$who} .= "Enquêteur : Et alors, pour vous ?\n\n$who : $one\n\n";
}
for my $who (keys %source) {
	open my $s, '>', "$dir/$who.txt" or die;
	print $s $source{$who};
}
END
mkdir quotes && perl "$io/quotes.pl" "$seeds/thesis.txt" quotes || exit 1
run qda import quotes/M1.txt quotes/M2.txt quotes/M3.txt quotes/M4.txt \
    quotes/M5.txt quotes/M6.txt quotes/M7.txt quotes/M8.txt quotes/M9.txt \
    quotes/M10.txt quotes/M11.txt
is 'eleven sources are made of the quotations' "$status" 0
is 'and eleven participants' \
    "$(ask qda.db "SELECT count(*) FROM participant WHERE outcome = 'included'")" 11
cat > durations.csv <<'END'
nom;durée
M1;24:27
M2;50:23
M3;36 min
M4;25:00
M5;45min
M6;33 min 00
M7;19:00
M8;29:00
M9;0h43
M10;40:00
M11;35min40
END
run qda source load durations.csv
is 'their durations are loaded, however they are written' "$status" 0
run qda coreq show 21
ok 'COREQ 21 says the mean' grep -q '34.min.35' "$io/out"
ok 'from the shortest' grep -q '19.min.00' "$io/out"
ok 'to the longest' grep -q '50.min.23' "$io/out"

missed=0
for quote in quotes/M*-*; do
	source=${quote#quotes/}
	qda tag -q -s "${source%-*}" -t - "${source%-*}" < "$quote" \
	    2>> "$io/why" || missed=$((missed + 1))
done
is 'there are 109 verbatims' "$(ls quotes/M*-* | wc -l)" 109
is 'and each is found again by its words' "$missed" 0
is 'in the mouths of those who said them' \
    "$(ask qda.db "SELECT group_concat(n, ' ') FROM (SELECT count(DISTINCT
	unit) AS n FROM coding JOIN source ON source.id = coding.source
	GROUP BY source.position)")" '8 12 14 14 14 7 11 4 6 17 2'
run qda saturation
is 'the sufficiency of one code an interview can be told' "$status" 0

# the thesis as a manuscript, as it is and with mistakes planted
verdicts() {
	cut -f 2 "$io/out" | sort | uniq -c | tr -s ' \n' ' '
}
run qda quote check "$seeds/thesis.txt"
is 'all its quotations are those that were said' "$(verdicts)" \
    ' 11 cut 97 exact 1 unclosed '
is 'and told as they are labelled' \
    "$(awk -F '\t' '$3 != $4' "$io/out" | wc -l)" 0
cat > "$io/plant.pl" <<'END'
# Every seventh quotation: another's label, words changed, no label, invented.
use utf8;
use open qw(:std :encoding(UTF-8));
undef $/;
my $n = 0;
$_ = <STDIN>;
s{(M\d+)(\h:\h«\h*)([^»]{60,}?)»}{
	my ($who, $mark, $words) = ($1, $2, $3);
	my $k = $n++ % 28;
	my @w = split /(?<=\s)/, $words;
	$who = 'M' . (1 + substr($who, 1) % 11) if $k == 0;
	$w[4] = 'farfelu ', splice @w, 7, 1 if $k == 7;
	($who, $mark) = ('', '« ') if $k == 14;
	@w = map { 'autre' . $_ . ' ' } 1 .. 20 if $k == 21;
	$who . $mark . join('', @w) . '»'
}ge;
print;
print STDERR "$n\n";
END
perl "$io/plant.pl" < "$seeds/thesis.txt" > planted.txt 2> n
run qda quote check planted.txt
is 'what was planted is found: each in its kind' "$status $(cut -f 2 "$io/out" |
	grep -cx 'wrongly-attributed') $(cut -f 2 "$io/out" |
	grep -cx altered) $(cut -f 2 "$io/out" | grep -cx unlabelled) $(cut -f 2 \
	"$io/out" | grep -cx not-found)" \
    "1 $(perl -ne '$n = $_ + 0; print join " ", map { int(($n - $_ + 27) / 28) }
	(0, 7, 14, 21)' n)"
run qda quote note "$seeds/thesis.txt"
is 'those that are right can be noted' "$(qda quote | wc -l)" 108
run qda coreq show 29
ok 'and COREQ 29 counts them' grep -q '108 citations' "$io/out"
done_testing
