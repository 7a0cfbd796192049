# Excel: a sheet goes out and comes home; its tables are loaded
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER top
study
qda tag -q -t 'je gagne du temps' 'gain de temps'
cp qda.db fresh.db
excel() { perl -I"$top/tests" -Mutf8 -MZip -e '
sub str { my ($r, $t) = @_; "<c r=\"$r\" t=\"inlineStr\"><is><t>$t</t></is></c>" }
sub n { my ($r, $v, $s) = @_; "<c r=\"$r\" s=\"$s\"><v>$v</v></c>" }
sub row { "<row>" . join("", @_) . "</row>" }
'"$2"'; save("'"$1"'", $bytes)'; }

# --- out -------------------------------------------------------------------
printf 'CA : Pourquoi ?\n\nP3 : =1+1, voilà. Oui.\n' > P3.txt
qda import -q P3.txt
for lang in fr en; do
	for p in P1 P2 P3; do
		qda sheet $p -q -l $lang -o $p.xlsx
		run qda tag --from $p.xlsx
		expect "as it went out nothing is new: $p, $lang" 0 </dev/null
		says '... which is said' "$p.xlsx: nothing new"
	done
done
part() { unzip -p "$1" "xl/$2"; }
is 'a formula is none' "$(part P3.xlsx worksheets/sheet1.xml | grep -c '<f>')" 0
ok '... but text' sh -c 'unzip -p P3.xlsx xl/sharedStrings.xml | grep -q "<t>=1+1, voilà.</t>"'
ok 'the headings stay in sight' \
    sh -c 'unzip -p P1.xlsx xl/worksheets/sheet1.xml | grep -q "state=\"frozen\""'
ok '... with filters' \
    sh -c 'unzip -p P1.xlsx xl/worksheets/sheet1.xml | grep -q "<autoFilter ref=\"A1:H"'
ok '... and texts are wrapped' sh -c 'unzip -p P1.xlsx xl/styles.xml | grep -q wrapText'
qda sheet P1 -o again.xlsx
qda sheet P1 -o P1.xlsx
ok 'equal contents are equal bytes' cmp P1.xlsx again.xlsx

# --- home --------------------------------------------------------------------
cp fresh.db qda.db
excel in.xlsx '
my $bytes = xlsx(row(str("A1", "Une feuille")) .
    row(str("B2", "Verbatim"), str("D2", "Propriété"), str("C2", "Tour")) .
    "<row r=\"5\"><c r=\"B5\" t=\"s\"><v>1</v></c>" . str("D5", "recours") . "</row>" .
    row("<c r=\"B6\" t=\"s\"><v>0</v></c>", str("D6", "être connu")) .
    row("<c r=\"B7\" t=\"s\"><v>2</v></c>", n("C7", 4, 0)) .
    row(str("B8", "vraiment peur"), "<c r=\"D8\"/>"),
    strings => "<si><t>Elle me connaît</t></si>" .
	"<si><r><t xml:space=\"preserve\">Je vais voir </t></r>" .
	"<r><rPr><color rgb=\"FFFF0000\"/></rPr><t>la pharma</t></r>" .
	"<r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t>cienne.</t></r></si>" .
	"<si><t>J_x2019_ai cessé de chercher.</t><rPh><t>no</t></rPh></si>",
    notes => "<authors><author>Dr X</author></authors><commentList>" .
	"<comment ref=\"B7\" authorId=\"0\"><text><r><t>renoncer; tard</t></r>" .
	"</text></comment></commentList>",
    after => "<mergeCells><mergeCell ref=\"D6:D8\"/></mergeCells>")'
run qda tag --from in.xlsx
is 'a sheet of one’s own, cell by cell' "$status" 0
run qda show --long source:P2
cut -f1,2 "$io/out" > "$io/got" && mv "$io/got" "$io/out"
expect '... with words in colour, notes and merged cells' 0 <<'END'
P2:46-55	recours
P2:55-62	recours
P2:63-78	être connu
P2:123-146	être connu
P2:123-146	renoncer
P2:123-146	tard
P2:180-193	être connu
END
run qda tag --from in.xlsx
says 'the same again is nothing new' 'in.xlsx: nothing new'

cp fresh.db qda.db
excel in.xlsx '
my $bytes = xlsx(row(str("A1", "Verbatim"), str("B1", "Code")) .
    row(str("A2", "Elle me connaît"), str("B2", "x")) .
    row("<c r=\"A3\" s=\"1\"/>", str("B3", "")),
    threads => "<threadedComment ref=\"A2\" id=\"1\"><text>connue</text>" .
	"</threadedComment><threadedComment ref=\"A2\" id=\"2\" parentId=\"1\">" .
	"<text>sûr</text></threadedComment>",
    notes => "<commentList><comment ref=\"A2\"><text><t>[Threaded comment]" .
	"</t></text></comment></commentList>")'
run qda tag --from in.xlsx
is 'threads are read instead of the notes that stand for them' \
    "$(qda show --long source:P2 | cut -f1,2 | tr '\n' '|')" \
    'P2:63-78	x|P2:63-78	connue|'
is '... their replies are memos' \
    "$(sqlite3 qda.db 'SELECT text FROM memo')" sûr

# --- all extracts ---------------------------------------------------------------
cp fresh.db qda.db
qda participant -q set P1 âge=50-59
qda tag -q -c Noé -t 'en panne' panne
qda show -o all.xlsx
ok 'all extracts are a table' unzip -qt all.xlsx
is '... with the attributes of participants' "$(part all.xlsx sharedStrings.xml |
    sed 's/<si>/\n/g' | sed -n 's/<t>\(.*\)<.t>.*/\1/p' | head -10 | tr '\n' '|')" \
    'Repère|Participant|âge|Tour|Verbatim|Étiquette|Propriété|Catégorie|Codeur|Mémo|'
run qda tag --from all.xlsx
expect '... that comes home' 0 </dev/null
says '... but for what others did' 'all.xlsx: 1 row of another coder is left (-c NAME)'
run qda show -o none.xlsx 'nobody says this'
is 'nothing found is status 1' "$status" 1

# --- tables that are loaded -----------------------------------------------------
excel people.xlsx '
my $bytes = xlsx(row(str("A1", "nom"), str("B1", "consentement"), str("C1", "âge"),
	str("E1", "durée du trajet")) .
    row(str("A2", "P1"), n("B2", 45366, 1), n("C2", "34.5", 0), n("E2",
	"0.0265046296296296", 2)) .
    row(str("A3", "P2"), n("B3", 45367, 3), n("C3", "3.3999999999999998E1", 0)),
    styles => "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[\$-40C]dd\\/mm\\/yyyy;@\"/>" .
	"<numFmt numFmtId=\"171\" formatCode=\"[h]:mm:ss\"/></numFmts>" .
	"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>" .
	"<xf numFmtId=\"171\"/><xf numFmtId=\"170\"/></cellXfs>")'
run qda participant load people.xlsx
is 'participants from Excel' "$status" 0
run qda participant dump
is '... dates, numbers and times are those seen there' \
    "$(tr -d '\r' < "$io/out" | cut -d, -f1,8,10-11 | tr '\n' '|')" \
    'name,consent,âge,durée du trajet|P1,2024-03-15,34.5,38min10s|P2,2024-03-16,34,|'
excel sources.xlsx 'my $bytes = xlsx(row(str("A1", "entretien"), str("B1", "date"),
    str("C1", "durée")) . row(str("A2", "P2"), n("B2", 43904, 0), n("C2",
	"0.0265046296296296", 1)),
    workbook => "<workbookPr date1904=\"1\"/><sheets><sheet name=\"h\" " .
	"state=\"hidden\" r:id=\"none\"/><sheet name=\"A\" r:id=\"worksheet\"/>" .
	"</sheets>", styles => "<cellXfs><xf numFmtId=\"14\"/>" .
	"<xf numFmtId=\"46\"/></cellXfs>")'
run qda source load sources.xlsx
is 'sources from Excel' "$status" 0
is '... of a Mac, whose days begin in 1904' \
    "$(qda source list -H | cut -f1,9,10 | grep P2)" 'P2	2024-03-15	2290'
excel codes.xlsx 'my $bytes = xlsx(row(str("A1", "nom"), str("B1", "définition"),
    str("C1", "catégorie")) . row(str("A2", "peur"), str("B2", "crainte"),
	str("C2", "Émotions")))'
run qda code load codes.xlsx
is 'codes from Excel' "$status" 0
is '... with their category' "$(qda code tree | grep -c 'Émotions > peur')" 1
excel wide.xlsx 'my $bytes = xlsx(row(str("A1", "nom")) . row(str("A2", "P1")) .
    "<row r=\"9\">" . str("A9", "P2") . str("C9", "x") . "</row>")'
run qda participant load wide.xlsx
is 'a mistake in it' "$status" 3
says '... has its row' "'wide.xlsx', line 9: the row has more cells than the header"

# --- hostile ----------------------------------------------------------------------
hostile() {
	excel x.xlsx "my \$bytes = $3"
	for command in 'tag --from' 'participant load'; do
		# shellcheck disable=SC2086
		run timeout 20 qda $command x.xlsx
		is "$1 ($command)" "$status" 3
		says '... says why' "$2"
	done
}
hostile 'no workbook' x.xlsx \
    'xlsx("", without => "xl/workbook.xml")'
hostile 'a workbook that is none' _rels/.rels \
    'archive(["_rels/.rels", "<"], ["xl/workbook.xml", "x"])' \
    2> /dev/null
hostile 'a sheet that is cut short' xl/sheet.xml \
    'xlsx("<row><c r=\"A1\">")'
hostile 'a document type' 'xl/sheet.xml' \
    'xlsx("", workbook => "<sheets><sheet r:id=\"worksheet\"/></sheets>",
	without => "xl/sheet.xml") && archive(["_rels/.rels",
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/sheet.xml\"/></Relationships>"],
	["xl/workbook.xml", ""], ["xl/sheet.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>"])'
hostile 'a bomb' 'larger than such a part can be' \
    'xlsx("", strings => "<si><t>" . ("a" x 100_000_000) . "</t></si>")'
hostile 'cells without end' 'too many cells' \
    'xlsx(join "", map { row(str("XFD$_", "x")) } 1 .. 200)'
excel x.xlsx 'my $bytes = xlsx(row(str("A1", "verbatim"), str("B1", "code")) .
    row(map { str("A2", "x") } 1 .. 10_000) . row(str("ZZZZ3", "x"),
	str("A99999999999999999999", "y"), str("", "z")) .
    "<row r=\"5\">" . str("B5", "x") . "</row><row r=\"2\">" .
    str("A2", "Elle me connaît") . str("B2", "y") . str("B2", "z") . "</row>" .
    row("<c r=\"A9\" t=\"s\"><v>7</v></c><c t=\"b\"><v>1</v></c>" .
	"<c t=\"e\"><v>#REF!</v></c><c s=\"99\"><v>1e999</v></c>"))'
run timeout 20 qda tag --from x.xlsx
is 'cells that stand where none can' "$status" 1
is '... and one that is where it is' \
    "$(qda show --long | cut -f1,2 | grep 'y$')" 'P2:63-78	y'
excel x.xlsx 'my $bytes = xlsx(row(str("A1", "nom")), without => "xl/sheet.xml")'
run qda participant load x.xlsx
is 'a sheet that is not there is empty' "$status" 3
done_testing
