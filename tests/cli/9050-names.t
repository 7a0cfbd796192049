# Names as people write them, and as nobody should: of codes, sources,
# participants, coders, attributes and categories, in every tool that takes
# a name, and back through tables and pipes.
. ./tests/lib.sh
study 2> /dev/null || exit 1
sql() { sqlite3 -batch "${db:-qda.db}" "$1"; }
QDA_CODER=Camille
export QDA_CODER

cat > names <<'END'
Entretien d'Anne
Épouse à l’Ouest, dernière
-tiret
--help
-c
Focus : lundi
a;b; c
x > y
"guillemets" et « autres »
😀 joie
مرحبا بالعالم
=1+1
+33 6
@home
#hash %pc * ? [x] {y} ~ ^ !
$HOME `id` $(id) \back\slash \n \t
trust and respect
not (parenthèse) or
code:peur
/barre/
~ = % @ en tête
a	tabulation et
2024-03-17
P1:0-4 bis
'seule
<script>alert(1)</script> & <b>gras</b>
'); DROP TABLE code; --
]]> <!-- &amp; &#60;
END
sed -i 's/	/ /' names
perl -e 'print "é" x 150, "\n"' >> names
# NFD comes in, NFC is kept
printf 'pe\314\201nible\n' > nfd
printf 'p\303\251nible\n' > nfc
cat nfc >> names

# a name within quotes of the query language
quoted() { printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"; }
# Fields of JSON, a line each.
json() { sqlite3 -batch -list :memory: "$1"; }
# NAME...: what each name says is collected, so that a test is a sentence
: > "$io/said"
said() { cat "$io/said" > "$io/why"; [ ! -s "$io/why" ]; result $? "$1"; : > "$io/said"; }
# must COMMAND...: else it is reported
must() {
	"$@" > "$io/out" 2> "$io/err" < /dev/null ||
	    { printf '%s: status %s: ' "$*" $?; cat "$io/err"; } >> "$io/said"
}
# gives WANTED COMMAND...: its output is this
gives() {
	wanted=$1
	shift
	got=$("$@" 2> "$io/err" < /dev/null)
	[ "$got" = "$wanted" ] || printf '%s: %s\ngot %s\nnot %s\n' "$*" \
	    "$(cat "$io/err")" "$got" "$wanted" >> "$io/said"
}
each() {
	while IFS= read -r name <&3; do
		"$@"
	done 3< names
}

# codes
code_made() { must qda tag -- "$name" P1:#2; }
each code_made
said 'every name can be that of a code'
sql "SELECT name FROM code ORDER BY id" > kept
same '... and is kept as it is' names kept
run qda tag -- "$(cat nfd)" P1:#2
says '... in one form' '(1 already was)'
sort names > sorted
qda code list -o names | sort > listed
same 'code list -o names gives names, a line each' sorted listed
qda code list -o json > codes.json
json "SELECT value ->> 'name' FROM json_each(readfile('codes.json'))" |
    sort > listed
same '... -o json too' sorted listed
qda code list -o jsonl > codes.jsonl
json "SELECT value ->> 'name' FROM json_each('[' || replace(rtrim(
    CAST(readfile('codes.jsonl') AS TEXT), char(10)), char(10), ',') ||
    ']')" | sort > listed
same '... -o jsonl too' sorted listed
qda code list | cut -f1 | sed 's/\\\\/\\/g' | sort > listed
same '... and tsv, with its escapes undone' sorted listed
qda code list -o csv | sqlite3 -batch :memory: '.import --csv /dev/stdin t' \
    'SELECT name FROM t' | sed "s/^'\\([-=+@]\\)/\\1/" | sort > listed
same '... and csv, with formulas disarmed' sorted listed
ok '... which they are' sh -c \
    "qda code list -o csv | grep -q \"^'=1+1,\""

code_used() {
	must qda code show -- "$name"
	must qda code set -- "$name" "definition=comme $name"
	must qda memo add -t titre --on "code:$name" 'un mot'
	must qda code rename -- "$name" "$name bis"
	must qda code rename -- "$name bis" "$name"
	must qda axial group -q -- "$name" peur
	must qda axial ungroup -q -- "$name" peur
}
qda tag -q peur P2:#4
each code_used
said 'codes are shown, set, renamed, grouped, and bear memos by any name'
is '... the definition holds it too' "$(sql 'SELECT count(*) FROM code
    WHERE definition = '"'comme '"' || name')" "$(wc -l < names)"
is '... each has its memo' "$(sql 'SELECT count(DISTINCT code) FROM memo_on')" \
    "$(wc -l < names)"

# categories, to and from an outline and rows
qda code add -q sous
category() { must qda axial group -q -- "$name" sous; }
each category
said 'every name can be that of a category'
qda axial tree -o tsv > tree
awk -F '\t' '$4 == 1 { print $1 }' tree | sed 's/\\\\/\\/g' |
    sort > parents
ok '... and axial tree shows it' [ "$(grep -c 'sous' tree)" -ge \
    "$(wc -l < names)" ]
cp qda.db before-edit.db
qda axial edit --print | sed '1,/^[^%]/{/^%/d;}' > outline.txt
is '... as the outline that is edited does' "$(sed 's/  \*\{0,1\}\( *% .*\)\{0,1\}$//
    s/^\\//' outline.txt | sort -u | comm -12 - sorted | wc -l)" "$(wc -l < names)"
run qda axial edit --apply outline.txt
says '... which is read back as it was' 'the categories are as they were'
perl -e 'my @l = <STDIN>; print "Tout\n"; print "\t$_" for grep { !/^% / } @l' < outline.txt > deeper
run qda axial edit -q --apply deeper
is '... and moved as a whole, with the first line or without' "$status" 0
qda axial edit --print | sed '/^%/d; s/  % .*//' > got
sed '/^%/d; s/  % .*//' deeper > wanted
same '... to what it says' got wanted
while IFS= read -r name; do
	qda memo add -q --on "code:$name" 'Un mot.'
done < names
for id in $(qda memo list -o names | tail -n 5); do
	qda memo edit "$id" --print | sed 's/Un mot/Deux mots/' |
	    qda memo edit "$id" --apply - 2>&1 | grep -q 'edited$' || echo "$id"
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'a memo on such a name is edited'
mv before-edit.db qda.db
for form in outline rows; do
	mkdir "$form"
	case $form in
	outline) while IFS= read -r name; do
		printf '%s\n\tenfant\n' "$name"
	done < names > "$form/in" ;;
	rows) printf 'category\tcode\n' > "$form/in"
		while IFS= read -r name; do
			printf '%s\tenfant\n' "$name" | sed 's/\\/\\\\/g' |
			    sed '/^"/{s/"/""/g; s/^\(.*\)	/"\1"	/}'
		done < names >> "$form/in" ;;
	esac
	qda init -q "$form"
	run qda -p "$form/qda.db" axial load "$form/in"
	is "axial load of $form: status 0" "$status" 0
	[ "$status" = 0 ] || cat "$io/err" | sed 's/^/# /'
	db=$form/qda.db
	sql "SELECT name FROM code WHERE name <> 'enfant'" | sort > listed
	db=
	same '... all the names' sorted listed
done

# the codebook out and in
for as in csv tsv; do
	mkdir "book-$as"
	qda code dump -o "book.$as"
	qda init -q "book-$as"
	must qda -p "book-$as/qda.db" code load "book.$as"
	said "the codebook as $as is loaded"
	sql 'SELECT name, definition FROM code ORDER BY key' > here
	db=book-$as/qda.db
	sql 'SELECT name, definition FROM code ORDER BY key' > there
	db=
	same '... with every name' here there
	must qda code load "book.$as"
	qda code load "book.$as" 2>&1 | grep -q 'nothing' ||
	    echo 'something changed' >> "$io/said"
	said '... and changes nothing where it came from'
done

# a pipe of names with escapes, and one of names as they are
printf 'CA : Et ?\n\nP9 : Le mot.\n' > f.txt
qda import -q -N 'a\b\nc' f.txt 2> /dev/null
qda find -w 'le mot' | qda tag -q tuyau
printf 'a\\b\\nc:0-3\n' | qda tag -q tuyau
is 'a pipe holds names with escapes, or as they are' "$(sql "SELECT count(*)
    FROM v_verbatim WHERE code = 'tuyau'")" 2
printf 'P1:0-4\0P1:5-6\n' > nul
input=nul run qda tag tuyau
input=
is 'a NUL byte in a pipe has status 3' "$status" 3
says '... and its line' 'standard input, line 1: byte 0x00'
qda code delete -q tuyau
qda source delete -q 'a\b\nc'

# queries and verbatims
shown() {
	q=$(quoted "$name")
	must qda show "code:$q"
	must qda show -- "$name"
	gives "$address" sh -c 'qda show "$1" | cut -f1' sh "under:$q and code:$q"
}
address=$(sql "SELECT address FROM v_verbatim WHERE source = 'P1' LIMIT 1")
if [ -x "$build/bin/qda-show" ]; then
	each shown
	said 'show finds every code, quoted, and alone as an operand'
	qda show "$address" -o json > show.json 2> /dev/null ||
	    qda show "at:$address" -o json > show.json
	json "SELECT c.value FROM json_each(readfile('show.json')) AS v,
	    json_each(v.value -> 'codes') AS c" | sort > listed
	same '... its json has them as an array' sorted listed
	qda show "at:$address" | cut -f6 | sed 's/\\\\/\\/g' |
	    perl -CSD -ne 'chomp; print map { s/\\;/;/gr . "\n" }
		split /(?<!\\); /' | sort > listed
	same '... its tsv has them joined by "; "' sorted listed
	qda show --long "at:$address" | cut -f2 | sed 's/\\\\/\\/g' |
	    sort > listed
	same '... --long has a line each' sorted listed
fi
if [ -x "$build/bin/qda-matrix" ]; then
	qda matrix | tail -n +2 | cut -f1 | sed 's/\\\\/\\/g' | grep -vx peur |
	    sort > listed
	same 'matrix has a row each' sorted listed
	qda matrix --columns code > square
	is '... and a column each' "$(head -n 1 square | tr '\t' '\n' |
	    tail -n +2 | wc -l)" "$(tail -n +2 square | wc -l)"
fi
qda tag -q -r --  'a;b; c' "$address"
untagged() { must qda tag -r -q -- "$name" P1:#2; }
qda tag -q -- 'a;b; c' "$address"

# a table of codings, out and in
{
	printf 'address\tcode\tlabel\n'
	while IFS= read -r name; do
		printf 'P2:#2\t%s\t%s\n' "$name" "$name" | sed 's/\\/\\\\/g' |
		    perl -CSD -F'\t' -lane '$F[1] =~ s/;/\\;/g;
			print join "\t", map {
			/^"/ ? "\"" . s/"/""/gr . "\"" : $_ } @F'
	done < names
} > codings.tsv
run qda tag -q --from codings.tsv
is 'a table of codings takes every name' "$status" 0
sql "SELECT name FROM code WHERE name NOT IN ('peur', 'sous')" | sort > listed
same '... and makes no new one' sorted listed
each untagged
said 'and off again'

# sources
source_made() {
	i=$((i + 1))
	printf 'CA : Et %s ?\n\nP%s : Le mot %s, puis peur.\n' $i $i $i > f.txt
	must qda import -q -N "$name" f.txt
}
i=10
each source_made
said 'every name can be that of a source'
sql "SELECT name FROM source WHERE name NOT IN ('P1', 'P2')
    ORDER BY position" > kept
sort kept > listed
same '... and is kept as it is' sorted listed
qda source list -o names | grep -vx 'P[12]' | sort > listed
same 'source list -o names gives them' sorted listed
qda find -w 'puis peur' > hits
is 'find says where, a hit each' "$(wc -l < hits)" "$(wc -l < names)"
cut -f2 hits | sed 's/\\\\/\\/g' | sort > listed
same '... with its name' sorted listed
run sh -c 'cut -f1 hits | qda tag retrouvé'
is 'a pipe of their addresses is tagged' "$status" 0
is '... every one' "$(sql "SELECT count(*) FROM v_verbatim
    WHERE code = 'retrouvé'")" "$(wc -l < names)"
qda find -H -w 'puis peur' | qda tag -q bis
is '... with a header too' "$(sql "SELECT count(*) FROM v_verbatim
    WHERE code = 'bis'")" "$(wc -l < names)"
is '... the words are right' "$(sql "SELECT DISTINCT words FROM unit
    WHERE id IN (SELECT unit FROM coding JOIN code ON code.id = code
    WHERE name = 'bis')")" 'puis peur'
source_used() {
	must qda tag -q -- 'par tour' "$name:#2" "$name:0-2" "$name:"
	must qda tag -q -s "$name" -t 'puis peur' -- 'par mots'
	must qda find -s "$name" peur
	must qda source show -- "$name"
	must qda source set -q -- "$name" "setting=$name"
	must qda memo add -q -t titre --on "source:$name" 'un mot'
	case $name in code:*) ;; *)	# reads as code:NAME
		must qda memo add -q -t titre --on "$name:0-2" 'un mot' ;;
	esac
	must qda source rename -q -- "$name" "$name ter"
	must qda source rename -q -- "$name ter" "$name"
	must qda source order -q -- "$name"
	[ ! -x "$build/bin/qda-show" ] || {
		must qda show "source:$(quoted "$name")"
		must qda show "at:$(quoted "$name:0-2")"
		must qda show -s "$name"
	}
}
each source_used
said 'sources are tagged, found, shown, set, renamed, ordered by any name'
qda source dump > sources.csv
run qda source load sources.csv
says 'a dump of them changes nothing' 'nothing to change'
qda source dump -o sources.tsv
run qda source load sources.tsv
says '... in tabs neither' 'nothing to change'

# guides
guide_made() {
	must qda guide add -q -- "$name" "tested=$name"
	must qda source set -q P1 "guide=$name"
	must qda memo add -q -t titre --on "guide:$name" 'un mot'
	must qda guide rename -q -- "$name" "$name bis"
	must qda guide rename -q -- "$name bis" "$name"
	must qda guide diff -- "$name" "$name"
	must qda guide show -o md -- "$name"
}
each guide_made
said 'every name can be that of a guide'
qda guide list -o names | sort > listed
same '... and is kept as it is' sorted listed
qda source set -q P1 guide=
guide_gone() { must qda guide delete -q -- "$name"; }
each guide_gone
said '... until it is deleted'
is '... to the last' "$(qda guide list)" ''

# participants, and their attributes
person_made() {
	case $name in @*)	# reads as that of an attribute
		! qda participant add -q -- "$name" 2> /dev/null ||
			echo "$name is a participant" >> "$io/said"
		return ;;
	esac
	must qda participant add -q -- "$name"
	must qda participant set -q -- "$name" "reason=$name"
}
qda participant list -o names > were
each person_made
said 'every name can be that of a participant'
qda participant list -o names | grep -vxF -f were | sort > listed
grep -vxF -f were sorted | grep -v '^@' > new
same '... and is kept as it is' new listed
voice_given() {
	case $name in @*) return ;; esac
	must qda speaker set -q -- P1 P1 "participant=$name"
	gives "$name" sql "SELECT participant.name FROM speaker
	    JOIN participant ON participant.id = speaker.participant
	    WHERE label = 'P1'"
}
each voice_given
said '... who is given a voice'
must qda speaker set -q P1 P1 participant=P1
attribute_made() {
	case $name in *=*) return ;; esac
	must qda participant set -q -- P1 "$name=valeur $name"
}
each attribute_made
said 'every name without = can be that of an attribute'
is '... with its value' "$(sql "SELECT count(*) FROM attribute_value JOIN
    attribute ON attribute.id = attribute WHERE value IN ('valeur ' || name,
    'valeur @' || name)")" \
    "$(grep -vc = names)"
for as in csv tsv; do
	qda participant dump -o "people.$as"
	n=$(sql 'SELECT count(*) FROM history')
	must qda participant load "people.$as"
	is "participants as $as: a dump changes nothing" \
	    "$(sql 'SELECT count(*) FROM history')" "$n"
	mkdir "people-$as"
	qda init -q "people-$as"
	must qda -p "people-$as/qda.db" participant load "people.$as"
	said '... and is loaded elsewhere'
	qda -p "people-$as/qda.db" participant dump -o there.csv
	qda participant dump -o here.csv
	same '... to the same' here.csv there.csv
done
person_used() {
	case $name in @*) return ;; esac
	must qda participant show -- "$name"
	must qda memo add -q -t titre --on "participant:$name" 'un mot'
	must qda participant rename -q -- "$name" "$name quater"
	must qda participant rename -q -- "$name quater" "$name"
	i=$((i + 1))
	printf 'Un texte, le %s, sans tour.\n' $i > f.txt
	must qda import -q -P "$name" -N "texte $i" f.txt
	must qda find -P "$name" texte
	[ ! -x "$build/bin/qda-show" ] ||
		qda show "participant:$(quoted "$name")" > /dev/null \
		    2> "$io/err" || [ $? = 1 ] || cat "$io/err" >> "$io/said"
	case $name in *=*) return ;; esac
	[ ! -x "$build/bin/qda-show" ] ||
		qda show "@$(quoted "$name")=$(quoted "valeur $name")" \
		    > /dev/null 2> "$io/err" || [ $? = 1 ] ||
		cat "$io/err" >> "$io/said"
}
each person_used
said 'participants and attributes are shown, renamed, asked for by any name'

# coders
coder_made() {
	must qda tag -q -c "$name" appui P2:#2
	must qda coder set -q -- "$name" "training=$name"
	must qda coder show -- "$name"
	must qda coder rename -q -- "$name" "$name quinquies"
	must qda coder rename -q -- "$name quinquies" "$name"
}
each coder_made
said 'every name can be that of a coder'
qda coder list -o names | grep -vx Camille | sort > listed
same '... and is kept as it is' sorted listed
asked() {
	must qda show -c "$name" code:appui
	must qda show "coder:$(quoted "$name")"
	must qda saturation -c "$name"
	must qda matrix -c "$name"
}
if [ -x "$build/bin/qda-matrix" ]; then
	each asked
	said '... whose codings can be asked for'
fi

# documents: no name is markup there, and every one is there; in English, as
# French ones have French spacing
unzipped() { unzip -p "$1" word/document.xml; }
words_of() {
	case $1 in
	*.docx) unzipped "$1" | sed 's/<[^>]*>//g' ;;
	*.html) sed 's/<[^>]*>//g' "$1" ;;
	esac | sed "s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&#39;/'/g
	    s/&apos;/'/g; s/&amp;/\&/g" | tr '\n' ' '
}
document() {
	for as in html docx; do
		must qda "$@" -l en -o "doc.$as"
		[ -s "doc.$as" ] || continue
		words_of "doc.$as" > words
		while IFS= read -r name; do
			grep -qF -- "$name" words ||
				echo "qda $* -o $as: no '$name'" >> "$io/said"
		done < names
		case $as in
		docx) unzipped doc.docx > doc.xml
			xmllint --noout doc.xml 2>> "$io/said" ;;
		html) ! grep -qi '<script\|<b>gras' doc.html ||
			echo "qda $*: markup in html" >> "$io/said" ;;
		esac
		rm -f "doc.$as"
	done
}
document code tree
document axial tree
document memo list
each code_made
document show "at:$address"
while IFS= read -r name; do
	qda participant set -q -- P1 "sexe=$name"
	qda participant list -q -l en -o doc.html
	qda participant list -q -l en -o doc.docx
	for as in html docx; do
		words_of "doc.$as" | grep -qF -- "$name" ||
			echo "participant list -o $as: no '$name'" >> "$io/said"
	done
done < names
said 'documents hold every name as text, none as markup'

# ten thousand codes: what is touched grows, not its square
mkdir many
qda init -q many
cp P1.txt many/
(
	cd many || exit 1
	qda import -q P1.txt 2> /dev/null
	perl -e 'for my $c (0 .. 99) {
		print "catégorie $c\n";
		print "\tcode $c.$_\n" for 1 .. 99;
	}' > outline
	perl -e 'print "address\tcode\n"; for my $c (0 .. 99) {
		print "P1:$c-", $c + 5, "\tcode $c.$_\n" for 1 .. 99;
	}' > codings
)
cd many || exit 1
quick() {
	run timeout 20 "$@"
	is "ten thousand codes: $*" "$status" 0
}
quick qda axial load outline
is '... are loaded' "$(sql 'SELECT count(*) FROM code')" 10000
quick qda tag --from codings
is '... and tagged' "$(sql 'SELECT count(*) FROM coding')" 9900
quick qda axial load outline
quick qda code list
is '... are listed' "$(wc -l < "$io/out")" 10000
quick qda code tree
quick qda axial tree
quick qda axial edit --print
cp "$io/out" edited
quick qda axial edit --apply edited
quick qda code dump -o book.csv
quick qda code load book.csv
run timeout 20 qda axial check
ok 'ten thousand codes: axial check' [ "$status" -le 1 ]
quick qda saturation
quick qda undo
quick qda redo
quick qda
if [ -x "$build/bin/qda-matrix" ]; then
	quick qda show
	is '... are shown' "$(wc -l < "$io/out")" 100
	quick qda show 'under:catégorie 7'
	quick qda matrix
	quick qda matrix --columns code -o tsv
fi
cd .. || exit 1

# what no name can be
for bad in '' ' ' "$(printf '\302\240')" "$(printf 'a\001b')" \
    "$(printf 'a\033[31mb')" "$(printf 'a\177b')" "$(printf 'a\302\233b')"; do
	for command in 'tag -- % P1:#2' 'coder add %' 'participant add %' \
	    'source rename P1 %' 'code add %' 'axial group % peur' \
	    'participant rename P1 %' 'code rename peur %' \
	    'guide add %'; do
		# shellcheck disable=SC2086
		set -- $command
		for word do
			shift
			[ "$word" != % ] || word=$bad
			set -- "$@" "$word"
		done
		"$build/bin/qda" "$@" > /dev/null 2> "$io/err"
		status=$?
		case $status in 2|3) ;; *)
			echo "$command: status $status" >> "$io/said" ;;
		esac
		! LC_ALL=C grep -q "$(printf '[\001\033\177]')" "$io/err" ||
			echo "$command: a control character" >> "$io/said"
	done
done
said 'no name is empty or holds control characters, nor does a message'

# what is not UTF-8: status 2 and the byte, wherever it is typed
bad=$(printf 'abc\377d')
cp qda.db before.db
n=0
while IFS= read -r command; do
	n=$((n + 1))
	# shellcheck disable=SC2086
	set -f -- $command
	[ -x "$build/bin/qda-$1" ] || continue
	for word do
		shift
		case $word in *%*) word="${word%%%*}$bad${word#*%}" ;; esac
		set -- "$@" "$word"
	done
	run qda "$@"
	is "qda $command: what is no UTF-8 has status 2" "$status" 2
	grep -qE 'byte [0-9]+ .*is not UTF-8' "$io/err" || cat "$io/err" \
	    > "$io/why"
	[ ! -s "$io/why" ]
	result $? '... naming the byte'
	iconv -f UTF-8 -t UTF-16 "$io/err" > /dev/null 2>&1 ||
		echo "$command: the message is not UTF-8" >> "$io/said"
done <<'END'
tag % P1:#2
tag peur %:0-4
tag peur P1:0-4 --and %
tag -t % peur
tag -m % peur P1:#2
tag -c % peur P1:#2
tag -s % -t peur peur
find %
find -w %
find -F %
find -s % peur
find -P % peur
coder add %
coder set Camille %=x
coder set Camille training=%
coder rename Camille %
project set title=%
source show %
source set P1 setting=%
source set P1 %=x
source rename P1 %
source order %
guide add %
guide set x tested=%
guide rename x %
guide diff x %
guide show %
speaker set % P1 role=other
speaker set P1 % role=other
speaker set P1 P1 participant=%
speaker list -s %
participant add %
participant set P1 %=x
participant set P1 âge=%
participant show %
import -N % P1.txt
import -P % P1.txt
import --setting % P1.txt
import --split % P1.txt
import --question % P1.txt
import --interviewer % P1.txt
code add %
code show %
code set peur definition=%
code rename peur %
code merge peur --into %
code delete %
axial group % peur
axial group peur %
memo add %
memo add -t % mot
memo add --on code:% mot
memo add --kind % mot
init -t % autre.db
init --question % autre.db
show %
show code:%
show @sexe=%
show @%=x
show /%/
show -s % peur
matrix %
matrix --columns %
saturation --rule %
coreq set 3 %
coreq show %
log -c %
log --since %
undo -m %
check -c %
END
said '... in UTF-8'
same '... and nothing was changed' before.db qda.db
ok '... nor made' [ ! -e autre.db ]
done_testing
