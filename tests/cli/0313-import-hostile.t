# Whatever is given as a file: a sentence, a status, and the project as it was.
. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}
qda init -q -c Camille .
printf 'CA : Et ?\n\nP1 : Bien.\n\nCA : Et ?\n\nP1 : Oui.\n' > good.txt

refused() {	# SENTENCE TEXT FILE...
	sentence=$1 text=$2
	shift 2
	run timeout 20 qda import good.txt "$@"
	expect "$sentence is refused" 3 < /dev/null
	says '... with a reason' "$text"
	is '... and nothing is imported' "$(sql 'SELECT (SELECT count(*) FROM
		source) + (SELECT count(*) FROM participant) +
		(SELECT count(*) FROM history)')" 0
}
refused 'a missing file' "'nobody.txt'" nobody.txt
mkdir folder
refused 'a directory' "'folder' is a directory" folder
mkfifo fifo
refused 'a FIFO' "'fifo' is not a regular file" fifo
refused 'a device' "'/dev/zero' is not a regular file" /dev/zero
: > empty.txt
refused 'an empty file' "'empty.txt'" empty.txt
printf ' \n\t\n' > blank.txt
refused 'blanks alone' "'blank.txt'" blank.txt
perl -e 'srand 1; print chr int rand 256 for 1 .. 5000' > noise.txt
refused 'noise' "'noise.txt'" noise.txt
perl -e 'print "ab\0" x 1000' > nul.txt
refused 'a binary file' "'nul.txt'" nul.txt
printf 'PK\003\004abc' > P2.docx
refused 'a Word file that is none' "'P2.docx'" P2.docx
printf '\320\317\021\340\241\261\032\341abc' > P2.doc
refused 'an old Word file' "'P2.doc'" P2.doc
printf '%%PDF-1.4 abc' > P2.pdf
refused 'a PDF' "'P2.pdf'" P2.pdf
truncate -s 300M sparse.txt
refused 'a file too large' "'sparse.txt' is larger than" sparse.txt
ln -s loop loop
refused 'a link to itself' "'loop'" loop
if [ "$(id -u)" != 0 ]; then
	echo x > secret.txt
	chmod 0 secret.txt
	refused 'a file that may not be read' "'secret.txt'" secret.txt
fi

run qda import nobody.txt good.txt folder fifo
says 'all that cannot be read are named at once' "'nobody.txt'"
says '... the second' "'folder' is a directory"
says '... the third' "'fifo' is not a regular file"
run qda import $(seq -f missing%g 15)
says 'ten of them' 'missing10'
says 'and how many more' 'and 5 more files'

# odd, but a text
{ printf 'CA : '; perl -e 'print "mot " x 500_000'; echo; echo
	printf 'P3 : Oui.\n\nCA : Et ?\n\nP3 : Non.\n'; } > long.txt
run timeout 20 qda import long.txt
ok 'one line of two megabytes is imported' [ "$status" = 0 ]
perl -e 'print "P$_ : a\n" for 1 .. 20_000' > many.txt
run timeout 20 qda import many.txt
ok 'so are 20,000 labels, whatever is made of them' [ "$status" = 0 ]
perl -e 'print "a : b : " x 20_000, "\n"; print "\n" x 100_000' > colons.txt
run timeout 20 qda import colons.txt
ok 'and 40,000 colons' [ "$status" = 0 ]
printf 'CA : 😀 é e\314\201 ?\n\nP4 : \360\235\204\236 oui 👩‍👩‍👧.\n\nCA : a ?\n\nP4 : b.\n' > P4.txt
run qda import P4.txt
is 'code points are counted, not bytes or UTF-16' "$(sql "SELECT group_concat(
	\"start\" || '-' || \"end\") FROM turn JOIN source ON source.id =
	turn.source WHERE name = 'P4'")" '5-12,19-31,38-41,48-50'
is 'nothing is lost of them' "$(sql "SELECT substr(text, 20, 12) FROM
	source_text JOIN source USING (hash) WHERE name = 'P4'")" '𝄞 oui 👩‍👩‍👧.'
printf 'CA : Ça ?\n\nP5; DROP TABLE source; -- : Oui.\n\nCA : Et ?\n\nP5; DROP TABLE source; -- : x\n' > "Robert'); DROP TABLE source;--.txt"
run qda import "Robert'); DROP TABLE source;--.txt"
ok 'no name reaches SQL' qda source show "Robert'); DROP TABLE source;--"

# programs' own files
printf x > '~$P9.docx'
printf x > '.~lock.P9.odt#'
printf 'CA : Et ?\n\nP9 : Bien.\n\nCA : Et ?\n\nP9 : Oui.\n' > P9.txt
run qda import '~$P9.docx' '.~lock.P9.odt#' P9.txt
ok 'what Word and LibreOffice leave behind is left out' [ "$status" = 0 ]
says 'and said' "'~\$P9.docx' is a temporary file"
is 'the rest comes in' "$(qda source -o names | tail -n 1)" P9

is 'the project is whole' "$(sql 'PRAGMA integrity_check')" ok
is 'and no row hangs on nothing' "$(sql 'PRAGMA foreign_key_check')" ''
is 'and nothing else was made' "$(ls -A | grep -c 'db-journal')" 0
run qda import good.txt -p /dev/full
ok 'a device is no project' [ "$status" = 4 ]

done_testing
