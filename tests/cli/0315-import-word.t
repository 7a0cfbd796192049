# Documents of Word and LibreOffice, as they come and as nobody should send
# them: a sentence, a status, and the project as it was.
. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}
make() {	# FILE PERL: an expression of tests/Zip.pm
	perl -I"$top/tests" -MZip -e "save(shift, $2)" "$1" || exit 1
}
qda init -q -c Camille .

make P1.docx 'docx(P("[Chercheur] (0:01 - 0:11)", "Comment va le 1 ?", "",
	"[Interviewe] (0:11 - 1:02)", "Bien.", "Et m\xc3\xaame \xf0\x9f\x98\x80 mieux.",
	"[Chercheur] (1:02 - 1:05)", "Et encore ?"))'
run qda import P1.docx
is 'a Word document is imported' "$status" 0
says 'with its report' 'P1: docx, UTF-8, 25 words; Chercheur (interviewer, 2 turns, 100 % questions), Interviewe (participant, 1 turn, 0 % questions)'
run qda source show P1 --turns
is 'its turns have their times' "$(cut -f 3-4 "$io/out" | tr '\t\n' ' ,')" \
	'Chercheur 1,Interviewe 11,Chercheur 62,'
is 'in milliseconds, ends too' "$(sql "SELECT group_concat(time || '-' ||
	time_end) FROM turn")" '1000-11000,11000-62000,62000-65000'
is 'and the text is whole' "$(sql "SELECT substr(text, 1, 43) FROM
	source_text")" '[Chercheur] (0:01 - 0:11)
Comment va le 1 ?'

make note.bin 'odt(join "", map { "<text:p>$_</text:p>" } "CA : Et ?",
	"P2 :<text:s text:c=\"2\"/>Bien,<text:tab/>oui.", "CA : Et ?", "P2 : Non.")'
run qda import note.bin
says 'a LibreOffice document is known by its content' 'note: odt, UTF-8, 9 words; CA (interviewer, 2 turns, 100 % questions), P2 (participant, 2 turns, 0 % questions)'
make doc.xyz 'docx(P("CA : Et ?", "P3 : Bien.", "CA : Et ?", "P3 : Non."))'
run qda import -f docx doc.xyz
is 'a format can be named' "$(qda source -o names | tail -n 1)" doc
run qda import -f odt doc.xyz
expect 'wrongly too' 3 < /dev/null
make P9.docx 'docx(P("CA : Et ?", "P9 : Lu.", "CA : Et ?", "P9 : Non."), {},
	["../../evil.txt", "x"], ["/tmp/evil.txt", "x"], ["C:\\evil.txt", "x"])'
run qda import P9.docx
is 'names that lead out of an archive do nothing' "$status" 0
is 'nothing is unpacked' "$(find .. -maxdepth 2 -name 'evil*' 2>/dev/null)" ''
rows() {
	sql "SELECT (SELECT count(*) FROM source) || '/' ||
		(SELECT count(*) FROM history)"
}
before=$(rows)

refused() {	# SENTENCE TEXT PERL
	make x.docx "$3"
	run timeout 20 qda import x.docx
	expect "$1 is refused" 3 < /dev/null
	says '... with a reason' "'x.docx': $2"
	is '... and nothing is imported' "$(rows)" "$before"
}
large="'word/document.xml' in the archive is larger"
damaged="'word/document.xml' in the archive is damaged"
refused 'a document that says it has 2 GB' "$large" \
	'docx(P("a"), { size => 2 << 30 })'
refused 'one that has 300 MB of zeros and says so' "$large" \
	'docx(P("a"), { packed => deflated("\0" x (300 << 20)), size => 300 << 20 })'
refused 'one that has them and says 300 bytes' "$large" \
	'docx(P("a"), { packed => deflated("\0" x (100 << 20)), size => 300 })'
refused '40 MB in 40 kB, whatever it says' "$large" \
	'docx(P("a"), { packed => deflated("\0" x (40 << 20)), size => 300 })'
refused '65 MB that do not shrink' "$large" \
	'docx("a" x (65 << 20), { method => 0 })'
refused 'a size that is a little less than what comes' "$damaged" \
	'docx(P("a"), { size => 100 })'
refused 'a size that is more than what comes' "$damaged" \
	'docx(P("a"), { size => 5000 })'
refused 'a wrong checksum' "$damaged" 'docx(P("a"), { crc => 1 })'
refused 'a stream that is none' "$damaged" \
	'docx(P("a"), { packed => "\xff\0" x 100 })'
refused 'another method' \
	"'word/document.xml' in the archive is compressed in an unknown way (12)" \
	'docx(P("a"), { method => 12 })'
refused 'a password' 'protected by a password' \
	'docx(P("a"), { flags => 1 })'
refused 'a part that is there twice' \
	"the archive has two parts called 'word/document.xml'" \
	'docx(P("a"), {}, ["word/document.xml", "b"])'
refused 'an archive of too many parts' 'the archive has more than 10000' \
	'docx(P("a"), {}, map { ["$_", ""] } 1 .. 10_001)'
refused 'half an archive' 'the archive is damaged, or not all of it' \
	'substr docx(P(map { "mot $_ " . $_ * 7919 % 1000 } 1 .. 500)), 0, 2000'
refused 'an entity bomb' 'word/document.xml: there is a DOCTYPE' \
	'word(q(<!DOCTYPE l [<!ENTITY a0 "lol">) . join("", map {
	"<!ENTITY a$_ \"" . ("&a" . ($_ - 1) . ";") x 10 . "\">" } 1 .. 10) .
	"]><l>&a10;</l>")'
refused 'an entity of a file' 'word/document.xml: there is a DOCTYPE' \
	'word(q(<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>))'
refused 'one in UTF-16, too' 'word/document.xml: there is an entity' \
	'word(pack("v*", 0xfeff, unpack("C*", q(<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>))))'
refused '100,000 levels' 'word/document.xml: elements are nested more than 256 levels' \
	'docx("<w:sdt>" x 100_000, { method => 0 })'
refused 'XML that is none' 'word/document.xml: not well-formed' \
	'docx("<w:p><w:r></w:p>")'
refused 'a document without its text' 'there is no document in it' \
	'archive(["_rels/.rels", q(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="a/officeDocument" Target="word/document.xml"/></Relationships>)], ["word/x.xml", ""])'
make locked.odt 'odt("<text:p>a</text:p>", ["META-INF/manifest.xml",
	q(<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>)])'
run qda import locked.odt
expect 'so is a LibreOffice document with a password' 3 < /dev/null
says 'which is said' 'protected by a password'
make table.xlsx 'archive(["xl/workbook.xml", "x"])'
run qda import table.xlsx
says 'a spreadsheet is called one' "'table.xlsx' is a spreadsheet"
make study.qdpx 'archive(["project.qde", "x"])'
run qda import study.qdpx
says 'and so is a project of another program' "'study.qdpx' is a project"
make any.zip 'archive(["a.txt", "CA : Et ?"])'
run qda import any.zip
says 'and an archive' "'any.zip' is an archive"

# many of everything
# comments: where, by whom, what answers what
make said.docx 'docx("<w:p><w:r><w:t xml:space=\"preserve\">P1 : </w:t></w:r>" .
	"<w:commentRangeStart w:id=\"1\"/><w:r><w:t xml:space=\"preserve\">J\xc3\xa9tais </w:t></w:r>" .
	"<w:commentRangeEnd w:id=\"1\"/><w:r><w:t>seule. Oui.</w:t></w:r>" .
	"<w:r><w:commentReference w:id=\"2\"/></w:r></w:p>", {},
	["word/_rels/document.xml.rels", q(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="a/comments" Target="comments.xml"/></Relationships>)],
	["word/comments.xml", q(<w:comments xmlns:w=") . W . q(">) .
	q(<w:comment w:id="1" w:author="No\xc3\xa9" w:date="2024-02-01T10:00:00Z"><w:p><w:r><w:t>solitude</w:t></w:r></w:p></w:comment>) .
	q(<w:comment w:id="2"><w:p><w:r><w:t>ton ?</w:t></w:r></w:p></w:comment>) .
	q(<w:comment w:id="3" w:author="No\xc3\xa9"><w:p><w:r><w:t>nulle part</w:t></w:r></w:p></w:comment>) . "</w:comments>"])'
rows=$(sql 'SELECT count(*) FROM comment')
run qda import said.docx
says 'comments are kept, and that is said' \
    '3 comments are kept: qda source show said --comments'
run qda source show said --comments
is 'a comment has its words, a point its sentence' \
    "$(cut -f 1,3,4,6 "$io/out" | head -n 2)" \
'said:5-11	open	solitude	Jétais
said:19-23	open	ton ?	Oui.'
is 'one without a place is on the whole' "$(tail -n 1 "$io/out" | cut -f 1,4)" \
    'said:	nulle part'
qda undo -q
is 'an import undone takes them along' "$(sql 'SELECT count(*) FROM comment')" \
    "$rows"
qda redo -q
run qda source delete said
is 'and so does a source deleted' "$(sql 'SELECT count(*) FROM comment')" "$rows"
run qda source show P1 --comments
says 'where there are none, that is said' "nothing was written beside 'P1'"
run qda source show P1 --comments --turns
is 'one way to show at a time' "$status" 2

# questions told by how they look
make bold.docx 'docx(join "", map { "<w:p><w:r>" . (/\?/ ?
	"<w:rPr><w:b/><w:color w:val=\"C00000\"/></w:rPr>" : "") .
	"<w:t>$_</w:t></w:r></w:p>" } "Quand ?", "Hier.", "O\xc3\xb9 ?", "Ici.",
	"Avec qui ?", "Seule.")'
run qda import bold.docx
says 'bold questions are offered' "--question-style bold"
qda undo -q
run qda import --question-style gras bold.docx
is 'and taken when asked for' "$(sql "SELECT role, count(*) FROM turn JOIN
	speaker ON speaker.id = turn.speaker JOIN source ON source.id =
	turn.source WHERE name = 'bold' GROUP BY role" | tr '\n' ' ')" \
    'interviewer|3 participant|3 '
qda undo -q
run qda import --question-style '#c00000' bold.docx
says 'by their colour too' 'Q (interviewer, 3 turns'
qda undo -q
run qda import --question-style '#0000ff' bold.docx
says 'or not at all' 'no paragraph is a question'
run qda import --question-style big bold.docx
is 'a style there is not' "$status" 2

make many.docx 'docx("<w:p>" . join("", map { "<w:commentRangeStart w:id=\"$_\"/>" .
	"<w:r><w:t>a</w:t></w:r>" } 1 .. 300_000) . "</w:p>", {},
	["word/_rels/document.xml.rels", q(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="a/comments" Target="comments.xml"/></Relationships>)],
	["word/comments.xml", q(<w:comments xmlns:w=") . W . q(">) . join("",
	map { "<w:comment w:id=\"$_\"/>" } 1 .. 300_000) . "</w:comments>"])'
run timeout 20 qda import -n many.docx
ok 'a document of 300,000 comments takes no time' [ "$status" = 0 ]
says 'and is understood' '300000 comments have no clear place'
make wide.odt 'odt(join "", map { "<text:p>a" . $_ * 7919 % 100003 .
	"<text:s text:c=\"1000\"/></text:p>" } 1 .. 70_000)'
run timeout 20 qda import wide.odt
expect 'one that would be 70 MB of spaces is refused' 3 < /dev/null
says '... with a reason' 'there is more than 64 MB of text'

# any byte may be wrong
make whole.docx 'docx(P("CA : Et ?", "P8 : Oui."))'
cat > "$io/break.pl" <<'END'
my ($file) = @ARGV;
open my $f, '<:raw', $file or die;
my $whole = do { local $/; <$f> };
srand 7;
for my $n (1 .. 60) {
	my $s = $whole;
	substr($s, rand length $s, 1) = chr rand 256 for 1 .. 1 + $n % 5;
	$s = substr $s, 0, rand length $s if $n % 7 == 0;
	open my $out, '>:raw', "broken$n.docx" or die;
	print $out $s;
}
END
perl "$io/break.pl" whole.docx
odd=0
for f in broken*.docx; do
	timeout 20 qda import -n -q "$f" > /dev/null 2> "$io/err"
	case $? in 0|3) ;; *) odd=$((odd + 1)); cat "$io/err" ;; esac
done
is 'sixty damaged documents are read, or refused' "$odd" 0
is 'the project is whole' "$(sql 'PRAGMA integrity_check')" ok
done_testing
