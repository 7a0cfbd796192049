# qda quote: what is quoted, in what form, and whether it was said.
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER
cat > P1.txt <<'END'
CA : Et alors ?

P1 : On m'a dit « on ne prend plus », et puis j'ai raccroché. J'étais seule, vraiment seule, avec mes papiers.

CA : Et après ?

P1 : Après j'ai appelé partout, à Sérigny, à Aubreuil, et personne n'a voulu de moi cette année-là.
END
cat > P2.txt <<'END'
CA : Et vous ?

P2 : Moi je vais chez la pharmacienne, c'est elle que je vois en premier depuis deux ans.

CA : Et avant ?

P2 : Avant c'était le docteur, tout simplement.
END
qda init -q -l fr . && qda import -q P1.txt P2.txt || exit 1
qda participant -q set P1 sexe=F âge=60-69
qda participant -q set P2 sexe=H
at() {		# WORDS: where they stand
	qda find -F "$1" | cut -f 1
}
seule=$(at "J'étais seule, vraiment seule, avec mes papiers.")
appels=$(at "j'ai appelé partout, à Sérigny, à Aubreuil, et personne n'a voulu de moi")
refus=$(at "On m'a dit « on ne prend plus », et puis j'ai raccroché.")
chez=$(at "Moi je vais chez la pharmacienne, c'est elle")
avant=$(at "Avant c'était le docteur, tout simplement.")
elle=$(at "c'est elle que je vois en premier depuis deux ans")
qda tag -q appels "$appels"
qda tag -q refus "$refus"
qda tag -q pharmacie "$elle"
qda axial -q group Chercher refus appels
qda axial -q group Faire pharmacie

# --- add, set, order, delete -----------------------------------------------
run qda quote add "$appels" -t "J'ai appelé partout […] et personne [n'a voulu d'elle]"
says 'a verbatim is chosen, with its cuts' '1 quotation chosen'
is 'told under the only code it carries' "$(qda quote | cut -f 1,3,4)" \
    '1	P1	appels'
run qda quote add "$appels" -t "J'ai téléphoné partout […] et personne"
expect 'what was not said is no quotation' 3 < /dev/null
says 'and the words that differ are named' 'appelé -> téléphoné'
run qda quote add --query 'under:Chercher or under:Faire'
says 'a query chooses many' '3 quotations chosen'
run qda quote add --query 'under:Chercher or under:Faire'
says 'once' '0 quotations chosen (3 already were)'
run qda quote add -t "avant c'était le docteur" --under Faire --place 'p. 40'
says 'words are found where they stand' '1 quotation chosen'
is 'there' "$(qda quote | tail -n 1 | cut -f 3-)" \
    "P2	Faire	p. 40	avant c'était le docteur"
echo "$seule	x" > piped
input=piped run qda quote add -
says 'addresses come from a pipe' '1 quotation chosen'
run qda quote add
expect 'nothing is nothing' 2 < /dev/null
run qda quote set 6 code=refus place='p. 12' text="J'étais seule […] avec mes papiers."
says 'fields are set' 'quotation 6: code, place, text set'
run qda quote set 6 text='seule avec son chat'
expect 'not to what was not said' 3 < /dev/null
run qda quote set 6 couleur=rouge
says 'nor a field there is not' "there is no field 'couleur'"
run qda quote set 99 place=x
says 'nor a quotation' 'there is no quotation 99'
qda quote -q order 6 5
is 'the order is ours' "$(qda quote | cut -f 1 | tr '\n' ' ')" '6 5 1 2 3 4 '
run qda quote delete 2
says 'one goes' 'not chosen any more'
run qda quote delete -n 6
says '... with a verbatim that carried nothing else, which is said' \
    '1 verbatim that carried nothing else went too'
is 'and is not there' "$(qda quote | wc -l)" 5
qda undo -q
is 'but comes back' "$(qda quote | wc -l)" 6
run qda quote delete x
expect 'what is no number is refused' 2 < /dev/null

# --- the form ---------------------------------------------------------------
run qda quote -o md --columns 'sexe; âge'
ok 'a heading for the category' grep -qx '## Chercher' "$io/out"
ok 'one for the property' grep -qx '### refus' "$io/out"
ok 'who is told with what is known' grep -qF 'P1 (F, 60-69)' "$io/out"
nb=$(printf '\302\240')
ok 'in French quotation marks, with no-break spaces' \
    grep -q "«${nb}J’étais seule .*….* avec mes papiers.${nb}»" "$io/out"
ok 'quotation marks inside are others' grep -q '“on ne prend plus”' "$io/out"
run qda quote -o md
ok 'or without' grep -q "[*][*]P1[*][*]${nb}: «" "$io/out"
run qda quote -o q.docx
ok 'in Word' [ -s q.docx ]
run qda quote -o md --columns taille
expect 'an attribute there is not is refused' 3 < /dev/null

# --- balance ----------------------------------------------------------------
run qda quote balance -H
expect 'who is quoted, and under what' 0 <<'END'
participant	Chercher	Faire	uncategorised	all	percent	flag
P1	4	0	0	4	66.7	many
P2	0	2	0	2	33.3	many
all	4	2	0	6	100.0	-
END
qda participant -q add P3 outcome=included
is 'who is never quoted is flagged' "$(qda quote balance | sed -n 3p |
	cut -f 1,5,7)" 'P3	0	none'
run qda quote balance -o balance.html
ok 'as a table to be read' grep -q '▲' balance.html

# --- check ------------------------------------------------------------------
cat > these.txt <<'END'
Résultats

Le refus est premier. P1 : « On m’a dit “on ne prend plus”, et puis j’ai raccroché. »

On cherche : « j'ai appelé partout, à Sérigny […] et personne n'a voulu de moi » (P1, F, 60-69 ans).

P2 : « C'est elle que je vois toujours en premier depuis deux ans. »

P2 : « J'étais seule, vraiment seule, avec mes papiers. »

Quelqu'un disait « Moi je vais chez la pharmacienne, c'est elle » sans plus.

P2 : « Avant c'était le docteur, tout simplement.


P1 : « Je n'ai jamais rien dit de tel à personne dans ce village. »

Ce « bouche-à-oreille » est un mot.
END
run qda quote check these.txt
expect 'every quotation of a manuscript is looked for' 1 <<END
3	exact	P1	P1	$refus	-	-	On m’a dit “on ne prend plus”, et puis j’ai raccroché.
5	cut	P1	P1	$appels	-	-	j'ai appelé partout, à Sérigny […] et personne n'a voulu de moi
7	altered	P2	P2	$elle	[+toujours+]	-	C'est elle que je vois toujours en premier depuis deux ans.
9	wrongly-attributed	P2	P1	$seule	-	-	J'étais seule, vraiment seule, avec mes papiers.
11	unlabelled	-	P2	$chez	-	-	Moi je vais chez la pharmacienne, c'est elle
13	unclosed	P2	P2	$avant	-	-	Avant c'était le docteur, tout simplement.
16	not-found	P1	-	-	-	-	Je n'ai jamais rien dit de tel à personne dans ce village.
END
says 'and counted' '7 quotations: 1 exact, 1 cut, 1 unclosed, 1 unlabelled, 1 wrongly-attributed, 1 altered, 1 not-found'
says 'terms are none' '1 short stretch in quotation marks'
run qda quote check -l en -o md these.txt
is 'as a document: the worst first, in words' "$status
$(grep '^| [0-9]' "$io/out" | cut -d '|' -f 2,4,5)" "1
 16 | **not found**<br>the manuscript says P1 |  
 7 | **altered**<br>added: “toujours” | P2, turn 2 
 9 | **wrongly attributed**<br>the manuscript says P2 | P1, turn 2 
 11 | **no name** | P2, turn 2 
 13 | **not closed** | P2, turn 4 
 5 | cut | P1, turn 4 
 3 | exact | P1, turn 2 "
ok 'counted' grep -q '^7 quotations: not found (1), altered (1)' "$io/out"
run qda quote check these.txt -o check.docx
is 'its answer is the same' "$status" 1
qda init -q read.db && qda -p read.db import -q -N x check.docx
ok 'in French, in Word' sh -c 'sqlite3 read.db \
    "SELECT text FROM source_text" | grep -q "le manuscrit dit P2"'
run qda quote note these.txt -o n.docx
is 'what is noted is no document' "$status" 2
before=$(qda quote | wc -l)
run qda quote check -q these.txt
is 'it changes nothing' "$status $(qda quote | wc -l)" "1 $before"
head -n 5 these.txt > right.txt
run qda quote check right.txt
is 'a manuscript that is right is right' "$status" 0
run qda quote note these.txt
is 'what is right can be noted' "$status" 1
says 'with its line' '2 quotations noted with their places'
is 'on the quotation that was chosen' "$(qda quote | grep "^1	" |
	cut -f 5)" 'l. 5'
perl -I"$top/tests" -MZip -e 'save(shift, docx(P(map { s/\n//r } <STDIN>)))' \
    these.docx < these.txt
run qda quote check these.docx
is 'a Word document is checked like a text' "$status $(cut -f 2 "$io/out" |
	sort | tr '\n' ' ')" '1 altered cut exact not-found unclosed unlabelled wrongly-attributed '
# pages, as Word noted them when it laid the document out last
perl -I"$top/tests" -MZip -e 'save(shift, docx(join "", map { s/\n//; s/&/&amp;/g;
	"<w:p><w:r>" . (/^P2/ ? "<w:lastRenderedPageBreak/>" : "") .
	"<w:t>$_</w:t></w:r></w:p>" } <STDIN>))' paged.docx < these.txt
run qda quote check paged.docx
is 'a quotation is told with its page, where Word noted it' \
    "$(cut -f 1,7 "$io/out" | tr '\t\n' ' ,')" \
    '3 1,5 1,7 2,9 3,11 3,13 4,16 4,'
run qda quote note paged.docx
says 'which is its place, and that of COREQ 29' "COREQ 29: its place is 'p. 1'"
is '... in the grid' "$(qda coreq show 29 | grep -c 'p. 1$')" 1
printf 'PK\003\004 nothing' > broken.docx
run qda quote check broken.docx
is 'a broken one is refused' "$status" 3
: > empty.txt
run qda quote check empty.txt
is 'an empty one holds nothing' "$status" 0
printf '« \303 ' > bad.txt
run qda quote check bad.txt
ok 'nor does what is no text crash it' [ "$status" -le 3 ]
perl -e 'print "« a " x 200000, "\"" x 100000, "“" x 100000' > deep.txt
run qda quote check deep.txt
ok 'marks without end end' [ "$status" -le 1 ]
done_testing
