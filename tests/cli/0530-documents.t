# what writes documents writes all kinds of them, with the same words: odt as
# docx, read back by our own reader; tex, compiled where there is a TeX
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER
study
hostile='<b>&amp; "q" \def\x{$1_2^3%#~} -- <<a>> [0]'
long=$(printf '%0300d' 0 | tr 0 x)
qda tag -q "$hostile" P1:#2
qda tag -q peur P2:#4 P1:#4
sqlite3 qda.db "UPDATE coding SET stance = 'qualifies' WHERE unit =
    (SELECT min(unit) FROM coding)"
printf 'P1 : « %s %s »\n' "$hostile" 'et personne ne dit cela' > these.txt
qda code -q set peur definition="$long" 'use-when=« oui » : 12 % → 3 😀'
qda axial -q group 'Vécu & émotions' peur "$hostile"
qda memo add -q --journal -t Titre "Ligne 1
  ligne	2 'a' \`b\`"
qda memo add -q --on P1 "$long"
qda coreq -q set 3 "$hostile"
qda coreq -q set 4 "$long"
qda coreq -q set 5 '  deux  espaces	et une tabulation ;
une ligne « NBSP »'
qda participant -q set P1 "sexe=$hostile"

# each document: its name, then the command that makes it
documents='axial axial tree
codes code tree
memos memo list
coreq coreq export --long
participants participant list
matrix matrix
show show under:Vécu* --columns sexe
check quote check these.txt
balance quote balance'
make() {
	rc=0
	while read -r name command; do
		for format in docx odt tex md html; do
			# shellcheck disable=SC2086
			qda $command -l "$1" -o "$name.$format" \
			    2> /dev/null ||
			    qda $command -o "$name.$format" \
			    2> /dev/null || [ $? = 1 ] || rc=1
		done
	done <<-DOCUMENTS
	$documents
	DOCUMENTS
	return $rc
}
# the text of a document as `qda import` reads it: without its footer; a table
# at the end has an empty paragraph behind it in Word
text_of() {
	rm -rf read.db
	qda init -q read.db &&
	qda -p read.db import -q -N x "$1" &&
	sqlite3 read.db 'SELECT text FROM source_text' |
	    sed '/^$/d'
}
for lang in fr en; do
	ok "all are written ($lang)" make "$lang"
	for name in axial codes memos coreq participants matrix show check balance; do
		text_of "$name.docx" > docx.txt
		text_of "$name.odt" > odt.txt
		ok "$name ($lang) has words" test -s odt.txt
		same '... odt reads as docx does' docx.txt odt.txt
		for part in content.xml styles.xml meta.xml \
		    META-INF/manifest.xml; do
			unzip -p "$name.odt" "$part" | xmllint --noout - ||
				echo "$part"
		done > "$io/why" 2>&1
		[ ! -s "$io/why" ]
		result $? '... each part is XML'
	done
	unzip -p coreq.odt styles.xml > styles.xml
	is "the language is said: $lang" "$(grep -c "fo:language=\"$lang\"" \
	    styles.xml)" 1
	is '... and paper lies on its side' \
	    "$(grep -c 'print-orientation="landscape"' styles.xml)" 1
done
is 'the type comes first, and is not compressed' \
    "$(head -c 77 coreq.odt | tail -c 47)" \
    mimetypeapplication/vnd.oasis.opendocument.text
unzip -p coreq.odt content.xml > content.xml
is 'a heading row is repeated' "$(grep -o '<table:table-header-rows>' \
    content.xml | wc -l)" 1
is 'a narrow space and NBSP are kept' \
    "$(text_of coreq.odt | grep -c '« NBSP »')" 1
is 'so are spaces and a tab' \
    "$(text_of coreq.odt | grep -c 'deux  espaces	et')" 1
for name in axial codes memos coreq; do
	grep -qF '\def\x' "$name.tex" && echo "$name"
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'no word of a person is a command of LaTeX'
is 'a Markdown table has cells of one number' \
    "$(grep '^|' coreq.md | sed 's/\\.//g' | tr -cd '|\n' | sort -u)" '||||||'
run qda coreq export -o nowhere/x.odt
is 'a folder that is not there is said' "$status" 5
run qda coreq show 3 -o odt
is 'one item is no document' "$status" 2

for engine in pdflatex xelatex lualatex; do
	command -v $engine > /dev/null || continue
	kpsewhich colortbl.sty french.ldf > /dev/null 2>&1 || continue
	for name in axial memos coreq show check; do
		rm -f "$name.aux"	# of another engine
		$engine -halt-on-error -interaction=batchmode "$name.tex" \
		    > /dev/null 2>&1 || grep -A2 '^!' "$name.log"
	done > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$engine takes them"
done
done_testing
