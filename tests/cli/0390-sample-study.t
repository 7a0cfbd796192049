# samples/: what its README promises of the invented study
. ./tests/lib.sh
QDA_CODER='Camille Aubert'
export QDA_CODER
sample
sql() {
	sqlite3 -batch qda.db "$@"
}

# --- the interviews -------------------------------------------------------
for name in P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11; do
	words=$(qda source show $name --turns | cut -f 5- |
	    perl -CSD -lne '$n += grep /\w/, split; END { print $n }')
	ok "$name: 1,200 words are spoken ($words)" [ "$words" -ge 1200 ]
done
is 'Word, LibreOffice and text; one is in Windows-1252, two share a file' \
    "$(sql "SELECT group_concat(name || ' ' || format || ' ' || encoding, ', ')
	FROM (SELECT * FROM source ORDER BY position)")" \
    'P1 docx UTF-8, P2 docx UTF-8, P3 txt UTF-8, P4 odt UTF-8, P5 docx UTF-8, P6 txt UTF-8, P7 txt windows-1252, P8 txt UTF-8, P9 odt UTF-8, P10 txt UTF-8, P11 txt UTF-8'
is 'the bytes that Windows-1252 has of its own are in it' \
    "$(perl -0777 -ne 'print join " ", map { sprintf "%02X", ord }
	grep { $seen{$_}++ == 0 } sort /[\x80-\x9F]/g' \
	"$samples/entretiens/P7.txt")" '85 92 9C'
is 'both forms of the apostrophe, and three ways to end a label' \
    "$(for name in P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11; do
	qda source show $name --text
    done | perl -CSD -ne '$seen{$_}++ for /(?:^|\] )CA([ \x{A0}]?): /,
	/(\x27|\x{2019})/g; END { printf "%s ", join " ",
	map { sprintf "[%s]", $_ eq "" ? "" : sprintf "%02X", ord }
	sort keys %seen }')" '[] [20] [27] [A0] [2019] '
for file in "$samples"/entretiens/*.docx "$samples"/entretiens/*.odt; do
	is "nobody's name is among the properties of ${file##*/}" \
	    "$(unzip -p "$file" docProps/core.xml docProps/app.xml meta.xml \
	    2> /dev/null | grep -cE '<[a-z:]*(creator|lastModifiedBy|Manager|Company)>[^<]')" 0
	is '... and its parts bear a date of the study' \
	    "$(unzip -Z "$file" | sed -n 's/.* \([0-9][0-9]-[A-Z][a-z][a-z]\)-.*/\1/p' |
	    cut -c 1-2 | sort -u)" 24
done

# --- the guides and the voices --------------------------------------------
qda guide list | cut -f 1-4 > got
printf '1\t2024-01-10\t7\t4\n2\t2024-02-20\t8\t7\n' > wanted
same 'two guides, of 1 + 6 and of 1 + 7 questions; four interviews had the first' \
    got wanted
is 'the second asks one thing more' \
    "$(qda guide diff 1 2 | grep -v ^kept | cut -f 1,4)" \
    "added${tab}$(sed -n 4p "$samples/guides/2.txt")"
is 'the voices of the table are those of others' "$(tail -n +2 \
    "$samples/speakers.tsv" | cut -f 1-3 | sort)" "$(qda speaker list |
    awk -F '\t' '$3 == "other"' | cut -f 1-3 | sort)"

# --- the coding -----------------------------------------------------------
quotes() {	# whether each quote of a table occurs once in its source
	sqlite3 -batch :memory: '.mode csv' ".import '$1' q" '.mode list' \
	    "ATTACH 'qda.db' AS p" "SELECT q.source || ': ' || quote FROM q
	    LEFT JOIN p.source AS s ON s.name = q.source
	    LEFT JOIN source_text AS t ON t.hash = s.hash WHERE quote <> ''
	    AND (t.text IS NULL OR length(t.text) -
	    length(replace(t.text, quote, '')) <> length(quote))"
}
for table in codings second-coder decisions relations; do
	is "$table.csv: every quote is found once, letter by letter" \
	    "$(quotes "$samples/$table.csv")" ''
done
cat > fold.pl <<'END'
# source, tab, quote a line: those not found once in P1.text... when case,
# accents, quotes and spaces are folded
use strict;
use warnings;
use open qw(:std :utf8);
use Unicode::Normalize;
sub fold {
	my $s = lc NFD($_[0]);
	$s =~ s/\p{Mn}//g;
	$s =~ s/\x{2019}/'/g;
	$s =~ s/[\x{AB}\x{BB}]/"/g;
	$s =~ s/\s+/ /g;
	return $s;
}
my %text;
while (<STDIN>) {
	chomp;
	my ($source, $quote) = split /\t/, $_, 2;
	$text{$source} //= do {
		open my $f, '<', "$source.text" or die "$source: $!\n";
		local $/;
		fold(<$f>);
	};
	my $n = () = $text{$source} =~ /\Q${\fold($quote)}\E/g;
	print "$source, $n times: $quote\n" if $n != 1;
}
END
for name in P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11; do
	qda source show $name --text > $name.text
done
for table in codings second-coder; do
	sqlite3 -batch :memory: '.mode csv' ".import '$samples/$table.csv' q" \
	    '.mode tabs' 'SELECT source, quote FROM q' > asked
	is "$table.csv: ... and once when letters are folded" \
	    "$(wc -l < asked) $(perl fold.pl < asked)" \
	    "$(sqlite3 -batch :memory: '.mode csv' \
	    ".import '$samples/$table.csv' q" 'SELECT count(*) FROM q') "
done
is '296 codings of one coder, as in the table' "$(sql 'SELECT count(*),
	count(DISTINCT coder) FROM coding')" '296|1'
is 'each in a turn of the participant' "$(sql "SELECT count(*) FROM coding
	JOIN unit ON unit.id = unit WHERE NOT EXISTS (SELECT 1 FROM turn
	JOIN speaker ON speaker.id = speaker WHERE turn.source = unit.source
	AND role = 'participant' AND turn.start <= unit.start
	AND unit.\"end\" <= turn.\"end\")")" 0
is 'new properties by interview' \
    "$(qda saturation | cut -f 3 | tr '\n' ' ')" '17 8 6 4 3 2 2 2 0 1 0 '
is '200 pairs of interview and property; 2 properties in one, 8 in two' \
    "$(sql 'SELECT sum(n), sum(n = 1), sum(n = 2) FROM (SELECT
	count(DISTINCT source) AS n FROM coding GROUP BY code)')" '200|2|8'

# --- the second coder -----------------------------------------------------
qda tag -q -c 'Noé Lambert' --from "$samples/second-coder.csv" ||
    result 1 'the second coder is loaded'
is 'he has three names of his own' "$(sql "SELECT group_concat(name, ', ')
	FROM (SELECT name FROM code JOIN coding ON code = code.id GROUP BY
	code.id HAVING sum(coding.coder = (SELECT id FROM coder
	WHERE name = 'Noé Lambert')) = count(*) ORDER BY name)")" \
    'débrouille pharmacie, ras-le-bol, répéter son histoire'
sql "CREATE TABLE two AS SELECT unit.source, unit.start AS a,
	unit.\"end\" AS b, unit.words, coder.name AS coder,
	CASE code.name WHEN 'ras-le-bol'
	THEN 'colère contre l''organisation des soins'
	WHEN 'débrouille pharmacie' THEN 'pharmacien comme premier recours'
	WHEN 'répéter son histoire' THEN 'devoir tout raconter à nouveau'
	ELSE code.name END AS code FROM coding JOIN unit ON unit.id = unit
	JOIN code ON code.id = code JOIN coder ON coder.id = coding.coder
	WHERE unit.source <= 4;
    CREATE VIEW pair AS SELECT c.rowid AS c, n.rowid AS n,
	max(abs(c.a - n.a), abs(c.b - n.b)) AS apart FROM two AS c
	JOIN two AS n ON n.source = c.source AND n.code = c.code AND
	n.a < c.b AND c.a < n.b WHERE c.coder = 'Camille Aubert' AND
	n.coder = 'Noé Lambert'"
is 'he has 80 codings, she 105 there' "$(sql 'SELECT count(*) FROM two
	GROUP BY coder ORDER BY coder DESC' | tr '\n' ' ')" '80 105 '
is '42 are cut alike, half of them to the letter' "$(sql 'SELECT count(*),
	sum(apart = 0) FROM pair WHERE apart <= 10')" '42|21'
is '27 of his take two of hers' "$(sql 'SELECT count(*), sum(n) FROM (SELECT
	count(*) AS n FROM pair WHERE apart > 10 GROUP BY n)')" '27|54'
alone="SELECT source.name AS source, two.words AS quote, code FROM two
	JOIN source ON source.id = source WHERE two.rowid NOT IN
	(SELECT c FROM pair UNION SELECT n FROM pair)"
is '11 are his only, 9 hers only' "$(sql "SELECT count(*) FROM ($alone
	AND coder = 'Noé Lambert') UNION ALL SELECT count(*) FROM ($alone
	AND coder = 'Camille Aubert')" | tr '\n' ' ')" '11 9 '
decisions() {
	sqlite3 -batch :memory: '.mode csv' \
	    ".import '$samples/decisions.csv' d" '.mode list' "$@"
}
sql "$alone ORDER BY 1, 2, 3" > wanted
decisions 'SELECT source, quote, code FROM d ORDER BY 1, 2, 3' > got
same 'those 20 are the disagreements' got wanted
is '12 are decided, with a reason, a coder and a date; 8 are open' \
    "$(decisions "SELECT sum(verdict IN ('yes', 'no') AND reason <> '' AND
	coder <> '' AND date LIKE '2024-05-__'), sum(verdict || reason ||
	coder || date = '') FROM d")" '12|8'

# --- the model ------------------------------------------------------------
relations() {
	sqlite3 -batch :memory: '.mode csv' \
	    ".import '$samples/relations.csv' r" '.mode list' \
	    "ATTACH 'qda.db' AS p" "$@"
}
is '14 relations between codes that there are' "$(relations 'SELECT count(*)
	FROM r JOIN code AS a ON a.name = "from" JOIN code AS b
	ON b.name = "to"')" 14
is 'three bear a plus, two a minus' "$(relations 'SELECT sign, count(*)
	FROM r GROUP BY sign' | tr '\n' ' ')" '|9 +|3 -|2 '
is 'a passage of each is coded' "$(relations "SELECT quote FROM r WHERE
	quote <> '' AND NOT EXISTS (SELECT 1 FROM unit JOIN source AS s ON
	s.id = unit.source WHERE s.name = r.source AND
	unit.words = quote)")" ''
relations "SELECT query FROM r WHERE query <> ''" > queries
is 'and two have a query' "$(wc -l < queries)" 2
while read -r query; do
	ok "... that finds something: $query" qda show "$query"
done < queries
is 'nothing bears out the last' "$(relations "SELECT rowid FROM r WHERE
	quote || query = ''")" 14
done_testing
