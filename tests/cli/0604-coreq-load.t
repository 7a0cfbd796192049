# qda coreq load: a grid comes back from Word, LibreOffice and Excel
. ./tests/lib.sh
QDA_CODER='Camille Aubert'
export QDA_CODER
sample

status_of() { qda coreq list | sed -n "$1p" | cut -f8; }
answer_of() { qda coreq list -l fr | sed -n "$1p" | cut -f5; }
place_of() { qda coreq list | sed -n "$1p" | cut -f7; }


# --- as it went out --------------------------------------------------------
for lang in fr en; do
	for form in docx odt csv tsv; do
		qda coreq export -H -l $lang -o grid.$form
		run qda coreq load grid.$form
		expect "nothing differs in what was exported: $form, $lang" 0 \
		    </dev/null
		says '... which is said' \
		    'the file has no other answers than the project'
	done
	qda coreq export -l $lang --long -o long.docx
	run qda coreq load long.docx
	expect "... nor with the evidence ($lang)" 0 </dev/null
done
is 'no change was made of that' "$(qda log | wc -l)" "$(qda log |
    grep -vc 'coreq load')"
qda coreq export --checklist srqr -o srqr.odt
run qda coreq load --checklist srqr srqr.odt
expect 'another list likewise' 0 </dev/null

# --- corrected in Word -----------------------------------------------------
cat > "$io/word.pl" <<'END_PERL'
use strict;
use warnings;
use utf8;
use lib "$ENV{top}/tests";
use Zip;
binmode STDIN, ':utf8';
my $xml = do { local $/; <STDIN> };
# the row of an item, changed
sub row {
	my ($n, $change) = @_;
	my @rows = split m{(?=<w:tr>)}, $xml;
	for (@rows) {
		next unless m{^<w:tr>.*?<w:t [^>]*>$n</w:t>}s &&
		    !m{<w:gridSpan};
		$change->();
	}
	$xml = join '', @rows;
}
sub new { return "<w:r><w:t xml:space=\"preserve\">$_[0]</w:t></w:r>" }
# other words, the mark left where it was
row(3, sub { s/Interne de médecine générale/Interne en médecine générale/ });
# tracked: a word taken out, another put in
row(5, sub { s{<w:r>(<w:t [^>]*>)Première recherche}
    {<w:del w:id="1" w:author="S"><w:r><w:delText>Première</w:delText><\/w:r><\/w:del><w:ins w:id="2" w:author="S">${\ new("Deuxième")}<\/w:ins><w:r>$1 recherche} });
# the mark alone taken off
row(6, sub { s{<w:r><w:rPr><w:shd[^>]*/></w:rPr><w:t [^>]*>\[\w\srelire\]</w:t></w:r>}{} });
# an answer typed before what there is to judge by
row(8, sub { s{(<w:r>)(?=<w:rPr><w:shd)}{${\ new("Posture explicitée. ")}$1} });
# emptied
row(9, sub { s{(?<=.)<w:r>.*?</w:r>}{}s for my $cell = "";
    my @cells = split m{(?=<w:tc>)}; $cells[3] =~ s{<w:r>.*</w:r>}{}s;
    $_ = join '', @cells });
# gone, as a whole
row(10, sub { $_ = m{(</w:tbl>.*)}s ? $1 : '' });
# two paragraphs, and a place
row(11, sub { my @cells = split m{(?=<w:tc>)};
    $cells[3] = "<w:tc><w:p>" . new("Affiche, puis téléphone.") .
	"</w:p><w:p>" . new("Sans relance.") . "</w:p></w:tc>";
    $cells[4] =~ s{</w:p>}{${\ new("p. 12")}</w:p>}; $_ = join '', @cells });
# of another day: its number is not the project's any more
row(12, sub { s/11\s+participants/9 participants/ });
# not recorded, and now answered behind that
row(28, sub { s{(Non renseigné dans le projet\.)(</w:t></w:r>)}
    {$1$2${\ new(" Synthèse envoyée à tous.")}} });
print Zip::word(do { utf8::encode($xml); $xml });
END_PERL
export top
qda coreq export -o grid.docx
unzip -p grid.docx word/document.xml | perl "$io/word.pl" > corrected.docx
run qda coreq load -n corrected.docx
cut -f1-3 "$io/out" > "$io/rows" && mv "$io/rows" "$io/out"
expect 'the differences are listed' 0 <<'END'
3	written	answer
5	written	answer
6	reviewed	answer
8	written	answer
9	emptied	answer
10	missing	item
11	written	answer
11	written	location
12	marked	answer
28	written	answer
END
says '... and that they are not written' 'not done (dry run): 6 answers'
is '... as they are not' "$(qda coreq list | grep -c accepted)" 0
run qda coreq load corrected.docx
grep '^3	' "$io/out" > "$io/row"
is 'what the project had, and what the file says' "$(cat "$io/row")" \
    "3	written	answer	Interne de médecine générale, dernier semestre.	Interne en médecine générale, dernier semestre."
says 'it is one change' ': 6 answers or locations written'
says 'a mark alone taken off is an offer' \
    "'qda coreq accept 6' accepts it"
says 'what is marked and not of today is left' '1 answer is marked'
says 'what is emptied is left' '1 cell is empty in the file'
says 'what is missing is said' '1 item is not in the file'
is 'what was changed is an answer now' "$(status_of 3)" accepted
is '... of the one who loads' "$(qda coreq show 3 | grep ^coder)" \
    'coder	Camille Aubert'
is 'a tracked change is read as it is printed' "$(answer_of 5 |
    cut -c1-19)" 'Deuxième recherche'
is 'words alone are no acceptance' "$(status_of 6)" computed
is 'the evidence is not taken for the answer' "$(answer_of 8)" \
    'Posture explicitée.'
is 'nothing is taken off' "$(status_of 9) $(status_of 10)" \
    'declared declared'
is 'paragraphs are lines' "$(answer_of 11)" \
    'Affiche, puis téléphone.\nSans relance.'
is 'a place is kept' "$(place_of 11)" 'p. 12'
is 'words of another day are no answer' "$(status_of 12)" computed
is 'what stood for nothing is not in the answer' "$(answer_of 28)" \
    'Synthèse envoyée à tous.'
run qda coreq load corrected.docx
is 'a second time there is nothing to write' \
    "$(cut -f2 "$io/out" | sort -u | tr '\n' ' ')" \
    'emptied marked missing reviewed '
says '... which is said' 'no other answers'
qda coreq -q accept 6
is 'accepting is a command of its own' "$(status_of 6)" accepted
qda undo -q
qda undo -q
is 'undo takes all of it back' "$(qda coreq list | grep -c accepted)" 0

# a proposal whose place is given stays one
qda coreq export -o grid.docx
unzip -p grid.docx word/document.xml | perl -0777 -I"$top/tests" -MZip -ne '
    s{(<w:t [^>]*>25</w:t>(?:(?!</w:tr>).)*)(</w:p></w:tc></w:tr>)}
    {$1<w:r><w:t>annexe 4</w:t></w:r>$2}s;
    print Zip::word($_)' > place.docx
run qda coreq load place.docx
is 'only the place is written' "$(cut -f1-3,5 "$io/out")" \
    '25	written	location	annexe 4'
is '... and the answer is a proposal still' "$(status_of 25)" computed
run qda coreq load place.docx
expect '... also the second time' 0 </dev/null
qda undo -q

# --- corrected in Excel ----------------------------------------------------
printf 'N°;Item;Réponse;Page\r\n3;Activité;"Interne ; dernier semestre";\r\n' \
    > excel.csv
printf '21;Durée;"39 min 02 en moyenne (22 min 50 à 55 min 25 ; médiane 38 min 10 ; n = 11).";p. 4\r\n' \
    >> excel.csv
iconv -f UTF-8 -t WINDOWS-1252 excel.csv > french.csv
run qda coreq load french.csv
is 'French headings, semicolons, Windows-1252' \
    "$(grep -v missing "$io/out" | cut -f1-3,5)" \
    '3	written	answer	Interne ; dernier semestre
21	reviewed	answer	39 min 02 en moyenne (22 min 50 à 55 min 25 ; médiane 38 min 10 ; n = 11).
21	written	location	p. 4'
is '... thirty are not in it' "$(grep -c missing "$io/out")" 30
qda undo -q
printf 'N°,Réponse\n3,"Interne. [à relire]"\n' > typed.csv
run qda coreq load -n typed.csv
is 'a mark with another space is one' "$(sed -n 3p "$io/out" | cut -f2,5)" \
    'written	Interne.'
printf '\357\273\277' > bom.csv
sed 's/;\(Item\|Réponse\|Page\|Activité\|Durée\|"\|p\. 4\|.$\)/,\1/g' \
    excel.csv >> bom.csv
run qda coreq load -n bom.csv
is 'commas and a byte order mark' "$(grep -c '^3	written' "$io/out")" 1
printf 'item\tanswer\n=3\ta\n' > formula.tsv
run qda coreq load formula.tsv
is 'a word for a number is refused' "$status" 3
printf "item,answer\n3,'=1+1\n" > formula.csv
qda coreq load -q formula.csv > /dev/null
is 'a formula comes back without its apostrophe' "$(answer_of 3)" '=1+1'
qda undo -q
qda coreq export | sed 's/^3,\(.*\)Interne de/3,\1Externe de/' > all.csv
input=all.csv
run qda coreq load -
is 'standard input is read' "$(cut -f1-3 "$io/out")" '3	written	answer'
input=/dev/null
qda undo -q

# --- what is no grid -------------------------------------------------------
refused() {
	run qda coreq load "$2"
	is "$1 is refused" "$status" 3
	says '... with its place' "$3"
}
printf 'item,answer\n3,a\n33,b\n' > x.csv
refused 'an unknown item' x.csv \
    "'x.csv', line 3: there is no item 33 in 'coreq'"
printf 'item,answer\n3,a\n4,c\n3,b\n' > x.csv
refused 'an item twice' x.csv "'x.csv', line 4: item 3 is in line 2 already"
printf 'item,answer\ntrois,a\n' > x.csv
refused 'a word' x.csv "'x.csv', line 2: 'trois' is not the number of an item"
printf 'a,b\n3,a\n' > x.csv
refused 'a table of other things' x.csv \
    "'x.csv': no table with a column for the number of an item"
: > empty.csv
refused 'an empty file' empty.csv 'no table'
perl -I"$top/tests" -MZip -e 'print Zip::docx(Zip::P("a"))' > none.docx
refused 'a document without a table' none.docx "'none.docx': no table"
perl -I"$top/tests" -MZip -e '
    sub tc { "<w:tc>" . Zip::P($_[0]) . "</w:tc>" }
    sub row { "<w:tr>" . join("", map { tc($_) } @_) . "</w:tr>" }
    print Zip::docx("<w:tbl>" . row("a", "b") . "</w:tbl><w:tbl>" .
	row("Page", "No.", "Item", "Answer") .
	row("p. 3", "4.", "x", "y") . row("", "99", "x", "y") .
	"</w:tbl>")' > second.docx
perl -I"$top/tests" -MZip -e '
    sub tc { "<w:tc><w:tcPr><w:gridSpan w:val=\"$_[1]\"/></w:tcPr>" .
	"$_[0]</w:tc>" }
    print Zip::docx("<w:tbl><w:tr>" . tc(Zip::P("No."), 1) .
	tc(Zip::P("Item"), 2) . tc(Zip::P("Answer"), 1) . "</w:tr><w:tr>" .
	tc(Zip::P("4"), 1) . tc(Zip::P("x"), 1) . tc(Zip::P("y"), 1) .
	tc(Zip::P("A") .
	"<w:tbl><w:tr>" . tc(Zip::P("table"), 1) . "</w:tr></w:tbl>" .
	Zip::P("within."), 1) . "</w:tr></w:tbl>")' > within.docx
run qda coreq load -n within.docx
is 'cells over columns, and a table in a cell' \
    "$(grep written "$io/out" | cut -f1,5)" '4	A\ntable\nwithin.'
refused 'an unknown item in a document' second.docx \
    "'second.docx', table 2, row 3: there is no item 99"
perl -I"$top/tests" -MZip -e 'print Zip::archive(["xl/workbook.xml", "<a/>"])' \
    > x.xlsx
refused 'a spreadsheet without any' x.xlsx 'there is no document in it'
head -c 2000 grid.docx > cut.docx
refused 'half a document' cut.docx "'cut.docx': the archive is damaged"
run qda coreq load nowhere.csv
is 'a file that is not there is refused' "$status" 3
run qda coreq load .
is 'a folder too' "$status" 3
is 'nothing of that was kept' "$(qda coreq list | grep -c accepted)" 0
done_testing
