# qda guide: dated versions of the interview guide
. ./tests/lib.sh
sql() { sqlite3 -separator '|' qda.db "$@"; }
dump() { sql .dump | grep -v 'history\|sqlite_sequence' | sort; }
make() {	# FILE PERL: an expression of tests/Zip.pm
	perl -I"$top/tests" -MZip -e "save(shift, $2)" "$1" || exit 1
}
tab=$(printf '\t')

study || exit 1
QDA_CODER=Camille
export QDA_CODER
run qda guide
expect 'no guide, an empty list' 0 </dev/null

# --- add ------------------------------------------------------------------
cat > g1.txt <<'END'
1. Parlez-moi de votre santé ces dernières années.

2) Comment s’est passé le départ de votre médecin ?
Q3 : La dernière fois, qu’avez-vous fait ?
END
printf '  • Comment cherchez-vous un médecin ?\t\r\n5°) Que faites-vous seul ?\r\n' >> g1.txt
printf 'Question n° 6 – Qu’est-ce que cela vous fait ?\n\302\240\nVoulez-vous ajouter autre chose ?' >> g1.txt
run qda guide add 1 date=10/01/2024 opening=1 'testé=une personne non incluse' --from g1.txt
expect 'a guide is added with its fields and its questions' 0 </dev/null
says 'whose number is said' "guide '1' added, with 7 questions"
is '... and no more' "$(wc -l < "$io/err")" 1
run qda guide show 1
expect 'show has the fields, and the questions without their numbers' 0 <<END
version	1
date	2024-01-10
tested	une personne non incluse
opening	1
sources	
1	Parlez-moi de votre santé ces dernières années.
2	Comment s’est passé le départ de votre médecin ?
3	La dernière fois, qu’avez-vous fait ?
4	Comment cherchez-vous un médecin ?
5	Que faites-vous seul ?
6	Qu’est-ce que cela vous fait ?
7	Voulez-vous ajouter autre chose ?
END
run qda guide show 1 -o json
expect 'in JSON the questions are an array' 0 <<'END'
{
  "version": "1",
  "date": "2024-01-10",
  "tested": "une personne non incluse",
  "opening": 1,
  "sources": null,
  "questions": ["Parlez-moi de votre santé ces dernières années.", "Comment s’est passé le départ de votre médecin ?", "La dernière fois, qu’avez-vous fait ?", "Comment cherchez-vous un médecin ?", "Que faites-vous seul ?", "Qu’est-ce que cela vous fait ?", "Voulez-vous ajouter autre chose ?"]
}
END
cat > marks.txt <<'END'
- a) Tiret et lettre ?
– 1.2. Demi-cadratin ?
1.3 Deux nombres ?
1/ Barre ?
(2) Entre parenthèses ?
3 - Tiret derrière ?
4 : Deux points ?
q5. Minuscule ?
Q6 Sans signe ?
iv) Romain ?
*	Étoile ?
1.5 litre par jour, est-ce beaucoup ?
2/3 des gens le disent, et vous ?
2024 : qu’avez-vous fait cette année-là ?
3 fois par jour ?
A-t-il dit pourquoi ?
Il y a un an ?
END
qda guide add -q marques --from marks.txt
run sh -c 'qda guide show marques | tail -n +6 | cut -f2'
expect 'marks are taken off, words are not' 0 <<'END'
Tiret et lettre ?
Demi-cadratin ?
Deux nombres ?
Barre ?
Entre parenthèses ?
Tiret derrière ?
Deux points ?
Minuscule ?
Sans signe ?
Romain ?
Étoile ?
1.5 litre par jour, est-ce beaucoup ?
2/3 des gens le disent, et vous ?
2024 : qu’avez-vous fait cette année-là ?
3 fois par jour ?
A-t-il dit pourquoi ?
Il y a un an ?
END
qda guide delete -q marques
run qda guide add 2 date=2024-02-20
says 'one without questions is possible, and said' \
    "guide '2' added, without questions"
cat > g2.txt <<'END'
Parlez-moi de votre santé ces dernières années.
La dernière fois, qu'avez-vous fait ?
Racontez-moi le départ de votre médecin.
Comment vous y prenez-vous pour chercher un médecin ?
Qui vous aide ?
Qu'est-ce que ça vous fait ?
Voulez-vous ajouter autre chose ?
Que faites-vous SEUL ?
END
input=g2.txt
run qda guide set 2 --from -
input=
says 'questions come from standard input too' "guide '2' asks 8 questions"
run qda guide list -H
expect 'the list, by date' 0 <<'END'
version	date	questions	sources
1	2024-01-10	7	0
2	2024-02-20	8	0
END
qda guide add -q pilote
run qda guide
expect '... without a date last, and - for it' 0 <<'END'
1	2024-01-10	7	0
2	2024-02-20	8	0
pilote	-	0	0
END
is '... which is null in JSON' "$(qda guide list -o jsonl | tail -1)" \
    '{"version": "pilote", "date": null, "questions": 0, "sources": 0}'

# --- encodings and documents ----------------------------------------------
qda guide show 1 | tail -n 7 > wanted
for encoding in UTF-16LE WINDOWS-1252; do
	iconv -f UTF-8 -t "$encoding" g1.txt > other.txt
	qda guide add -q "$encoding" --from other.txt
	qda guide show "$encoding" | tail -n 7 > got
	same "a text in $encoding" got wanted
	qda guide delete -q "$encoding"
done
run qda guide add x --from other.txt --encoding cp99999
expect 'an unknown encoding is wrong usage' 2 </dev/null
printf '1. Et la sant\202 ?\n' > other.txt
qda guide add -q x --from other.txt --encoding cp850
is 'an encoding that is named' "$(qda guide show x | tail -n 1)" \
    "1${tab}Et la santé ?"
qda guide delete -q x
make guide.docx 'docx(P("Guide de l’entretien", "1. Votre santé ?", "2. Qui vous aide ?"))'
run qda guide add word opening=2 --from guide.docx
expect 'a Word document is read' 0 </dev/null
says '... what looks like a title is told' \
    "1 question ends in no mark, as titles do: 'Guide de l’entretien'"
is '... its paragraphs are questions' \
    "$(qda guide show word | tail -n 3 | cut -f2 | tr '\n' /)" \
    'Guide de l’entretien/Votre santé ?/Qui vous aide ?/'
make guide.odt 'odt("<text:p>Votre santé ?</text:p><text:p>Et vous ?</text:p>")'
run qda guide set word opening=1 --from guide.odt
says 'so is one of LibreOffice' "guide 'word' asks 2 questions; opening set"
is '... the log has it as typed, but for the name of the file' \
    "$(qda log | tail -n 1 | cut -f6)" \
    'qda guide set word opening=1 --from FILE'
input=guide.docx
run qda guide set word --from -
input=
expect 'a document is not read from standard input' 2 </dev/null
is 'the tool loads no library for that until it needs it' \
    "$(ldd "$build/bin/qda-guide" | grep -c 'xml2\|libzip')" 0
qda guide delete -q word pilote
dump > before

# --- what is refused ------------------------------------------------------
refused() {	# SENTENCE STATUS SAID COMMAND...
	sentence=$1
	wanted=$2
	said=$3
	shift 3
	run timeout 20 "$@"
	expect "$sentence" "$wanted" </dev/null
	says '... and said' "$said"
}
printf '{\\rtf1 Qui ?}' > x.rtf
refused 'rich text' 3 "'x.rtf' is an RTF file" qda guide add x --from x.rtf
printf '%%PDF-1.4' > x.pdf
refused 'a PDF' 3 "'x.pdf' is a PDF file" qda guide add x --from x.pdf
printf 'PK\003\004xx' > x.docx
refused 'a damaged archive' 3 "'x.docx'" qda guide add x --from x.docx
printf ' \n\t\n1.\n' > x.txt
refused 'a file without a question' 3 "'x.txt' holds no question" \
    qda guide add x --from x.txt
: > x.txt
refused 'an empty file' 3 "'x.txt'" qda guide add x --from x.txt
head -c 4000 /dev/zero > x.txt
refused 'zeros' 3 "'x.txt'" qda guide add x --from x.txt
perl -e 'print "Et ?\n", "a" x 2001, "\n"' > x.txt
refused 'a line that is no question' 3 \
    "'x.txt', line 2: more than 2000 characters" qda guide add x --from x.txt
perl -e 'print "Et ?\n" x 201' > x.txt
refused 'two hundred and one' 3 "'x.txt', line 201: more than 200 questions" \
    qda guide add x --from x.txt
mkfifo pipe
refused 'a pipe that nobody fills' 3 "'pipe'" qda guide add x --from pipe
refused 'a folder' 3 "'.'" qda guide add x --from .
refused 'a file that is not there' 3 "'no.txt'" qda guide add x --from no.txt
refused 'a version that is taken, however it is spelt' 3 \
    "there is a guide ' 1 ' already" qda guide add ' 1 '
refused 'an empty version' 3 'guide' qda guide add ''
refused 'a field that is none' 3 \
    "there is no field 'dat'; did you mean 'date'?" qda guide add x dat=2024
refused 'a date that is none' 3 '30/02/2024' qda guide set 1 date=30/02/2024
refused 'more opening questions than there are' 3 \
    'opening: 8, and the guide has only 7 questions' qda guide set 1 opening=8
refused 'less than none' 3 "opening: '-1' is no number" \
    qda guide set 1 opening=-1
refused 'no number' 3 "opening: 'une' is not a whole number" \
    qda guide set 1 opening=une
refused 'a version set' 3 "with 'qda guide rename'" qda guide set 1 version=3
refused 'nothing to set' 2 'KEY=VALUE, or --from FILE' qda guide set 1
refused 'a guide that is not there' 3 "there is no guide '3'" qda guide show 3
refused 'two that are one' 3 "there is a guide '2' already" \
    qda guide rename 1 2
refused 'what is not UTF-8' 2 'is not UTF-8' \
    qda guide set 1 "tested=$(printf 'a\377')"
refused 'a version that is not UTF-8' 2 'is not UTF-8' \
    qda guide add "$(printf 'a\377')"
refused 'a list as a document' 2 'docx' qda guide list -o docx
refused 'a comparison as a document' 2 'html' qda guide diff 1 2 -o html
dump > after
same 'and after all that nothing was done' before after

# --- sources that follow it -----------------------------------------------
qda source set -q P1 guide=1
qda source set -q P2 guide=1
is 'the list counts them' "$(qda guide list | head -1)" \
    "1${tab}2024-01-10${tab}7${tab}2"
is '... show names them' "$(qda guide show 1 | grep sources)" \
    "sources${tab}P1; P2"
run qda guide delete 2 1
expect 'a guide that is followed is not deleted, nor any other then' 3 </dev/null
says '... and those who follow are named' \
    "guide '1' cannot be deleted: 2 sources follow it (P1, P2)"
is '... all are there' "$(qda guide list -o names | tr '\n' ' ')" '1 2 '
head -3 g1.txt > g3.txt
run qda guide set 1 --from g3.txt
expect 'its questions can be replaced' 0 </dev/null
says '... which is said' \
    '2 sources follow this guide, and were asked the questions it had: P1, P2'
is '... what opens it stays' "$(qda guide show 1 | sed -n '4p;$p' |
    cut -f1,2 | tr '\t\n' ' ,')" \
    'opening 1,2 Comment s’est passé le départ de votre médecin ?,'
qda guide set -q 1 opening=2
head -1 g1.txt > g4.txt
run qda guide set 1 --from g4.txt
expect 'fewer questions than open it are refused' 3 </dev/null
run qda guide set 1 opening= --from g4.txt
expect '... unless that is said anew' 0 </dev/null
is '... then nobody said which' "$(qda guide show 1 | grep opening)" \
    "opening${tab}"
for i in 1 2 3; do qda undo -q; done
qda guide show 1 | tail -n 7 > got
same 'undo brings the questions back' got wanted
is '... and what opens' "$(qda guide show 1 | grep opening)" "opening${tab}1"
before=$(sql 'SELECT count(*) FROM history')
run qda guide set 1 --from g1.txt
says 'the same questions are no change' 'the questions are the same'
is '... and none is recorded' "$(sql 'SELECT count(*) FROM history')" "$before"
run qda guide set 2 -n opening=1 --from g3.txt
is 'a dry run shows every question' \
    "$(cut -f1 "$io/out" | sort | uniq -c | tr -s ' ' | tr '\n' ,)" \
    ' 2 +, 8 -, 1 =,'
is '... and does nothing' "$(qda guide list | tail -1 | cut -f3)" 8
qda guide set -q 1 tested=no
is 'no is a value' "$(qda guide show 1 | grep tested)" "tested${tab}no"
qda guide set -q 1 tested=
is 'an empty one removes' "$(qda guide show 1 | grep tested)" "tested${tab}"
run qda guide rename 1 'après P4 : «1»'
says 'a version is renamed' "guide '1' is now 'après P4 : «1»'"
is '... and followed still' "$(qda source list | cut -f13 | uniq)" \
    'après P4 : «1»'
qda guide rename -q 'APRÈS p4 : «1»' 1

# --- diff -----------------------------------------------------------------
run qda guide diff 1 2
expect 'diff says what became of each question' 0 <<END
kept	1	1	Parlez-moi de votre santé ces dernières années.	
moved	3	2	La dernière fois, qu'avez-vous fait ?	
reworded	2	3	Racontez-moi le départ de votre médecin.	Comment s’est passé le départ de votre médecin ?
reworded	4	4	Comment vous y prenez-vous pour chercher un médecin ?	Comment cherchez-vous un médecin ?
added	-	5	Qui vous aide ?	
reworded	6	6	Qu'est-ce que ça vous fait ?	Qu’est-ce que cela vous fait ?
kept	7	7	Voulez-vous ajouter autre chose ?	
moved	5	8	Que faites-vous SEUL ?	
END
run qda guide diff 2 1 -o jsonl
is 'the other way round what was added is dropped, where it stood' \
    "$(grep -n dropped "$io/out")" \
    '6:{"change": "dropped", "old": 5, "new": null, "text": "Qui vous aide ?", "was": null}'
run qda guide diff 1 1
is 'a guide and itself: all kept' "$(cut -f1 "$io/out" | uniq)" kept
says '... and said' 'the questions are the same'
printf 'A ?\nB ?\nC ?\nD ?\n' > a.txt
printf 'D ?\nA ?\nB ?\nC ?\n' > b.txt
printf 'B ?\nC ?\nA ?\nD ?\n' > b2.txt
printf 'X ?\nA ?\nB ?\nC ?\nD ?\n' > c.txt
printf 'B ?\nB ?\nB ?\n' > d.txt
for f in a b b2 c d; do qda guide add -q $f --from $f.txt; done
is 'one that is moved moves alone' \
    "$(qda guide diff a b | cut -f1-4 | tr '\t\n' ' ,')" \
    'moved 4 1 D ?,kept 1 2 A ?,kept 2 3 B ?,kept 3 4 C ?,'
is '... as few as can be' \
    "$(qda guide diff a b2 | cut -f1,4 | tr '\t\n' ' ,')" \
    'kept B ?,kept C ?,moved A ?,kept D ?,'
is 'one put before the others moves none' \
    "$(qda guide diff a c | cut -f1 | uniq -c | tr -s ' ' | tr '\n' ,)" \
    ' 1 added, 4 kept,'
is 'the same question several times is paired once' \
    "$(qda guide diff a d | cut -f1-3 | tr '\t\n' ' ,')" \
    'dropped 1 -,kept 2 1,added - 2,added - 3,dropped 3 -,dropped 4 -,'
perl -e 'print "Question sur le thème $_, et la suite ?\n" for 1..200' > e.txt
perl -e 'print "Question sur le thème $_, et la fin ?\n" for reverse 1..200' > f.txt
qda guide add -q e --from e.txt
qda guide add -q f --from f.txt
run timeout 20 qda guide diff e f
is 'two of two hundred questions: each has its twin' \
    "$(cut -f1 "$io/out" | uniq -c | tr -s ' ')" ' 200 reworded'
is '... each once' "$(cut -f2 "$io/out" | sort -n | uniq | wc -l)" 200
is '... the most alike of them' "$(cut -f2 "$io/out" | head -1)" 200
qda guide add -q vide
run qda guide diff vide a
is 'from none, all are added' \
    "$(cut -f1 "$io/out" | uniq -c | tr -s ' ')" ' 4 added'
qda guide delete -q a b b2 c d e f vide

# --- a document -----------------------------------------------------------
run qda guide show 1 -o md
is 'an annex has version and date as its title, in French' \
    "$(head -1 "$io/out")" '# Guide d’entretien, version 1 (10/01/2024)'
is '... what opens it under a heading' \
    "$(grep '^## ' "$io/out" | tr '\n' ,)" \
    '## Question d’ouverture,## Autres questions,'
is '... all questions, numbered' "$(grep -c '^[1-7]\\*\. ' "$io/out")" 7
run qda guide show 2 -o md -l en
is '-l chooses; where nobody said what opens it, no headings' \
    "$(head -1 "$io/out")/$(grep -c '^##' "$io/out")" \
    '# Interview guide, version 2 (20 Feb 2024)/0'
for format in docx html; do
	run qda guide show 2 -o "annexe.$format"
	is "as $format" "$status$(test -s "annexe.$format" && echo there)" 0there
done
ok '... with its words' grep -q 'Qui vous aide' annexe.html
qda guide add -q annexe --from annexe.docx
is '... which are read back' "$(qda guide show annexe | grep -c 'Qui vous aide ?')" 1
qda guide delete -q annexe

# --- what builds on it ----------------------------------------------------
run qda memo add --on guide:2 -t Ajout 'P4 y pensait.'
says 'a memo can be on a guide' 'on guide:2'
is '... and is found there' "$(qda memo list --on guide:2 | cut -f5,6)" \
    "guide:2${tab}Ajout"
run qda memo add --on 2 'Non.'
expect 'a bare name is not that of a guide' 3 </dev/null
run qda guide delete 2
says 'the memo stays' '1 memo was on it, and stays'
is '... without it' "$(qda memo list | cut -f5)" ''
qda undo -q
is '... and with it again' "$(qda memo list | cut -f5)" guide:2
qda source set -q P1 date=2024-01-09
qda source set -q P2 date=2024-01
found() { qda check | awk -F '\t' '$1 ~ /guide/ { print $1, $2, $4 }'; }
is 'check finds an interview older than its guide' "$(found)" \
    'guide-late P1 qda source set P1 guide=VERSION'
is '... and says of when they are' "$(qda check | grep guide-late | cut -f3)" \
    "of 2024-01-09, and follows guide '1' of 2024-01-10"
qda source set -q P1 date=2024-01-10
is '... the same day is none' "$(found)" ''
qda source set -q P2 guide=
is '... and one of which nobody said what it follows' "$(found)" \
    'no-guide P2 qda source set P2 guide=VERSION'
qda source set -q P2 kind=document
is '... a document follows none' "$(found)" ''
qda source set -q P2 kind=interview
qda source set -q P2 guide=2
nb=$(printf '\302\240')
coreq() { qda coreq list | grep '^17' | cut -f"$1" | sed "s/$nb/ /g"; }
is 'COREQ 17 tells them' "$(coreq 5)" \
    'Deux versions (10/01/2024, 7 questions : P1 ; 20/02/2024, 8 questions : P2).'
is '... and where' "$(coreq 6)" 'qda guide list'
differs() {
	qda coreq -q set 17 "$1"
	qda coreq check 2> /dev/null | sed "s/$nb/ /g" |
	    awk -F '\t' '$1 == "contradiction" { print $4 }'
}
none='aucun guide d’entretien du projet n’a cela'
is '1 + 6 is guide 1' "$(differs 'Guide de 1 + 6 questions.')" ''
is '3 + 5 is guide 2, of which nobody said what opens it' \
    "$(differs 'Guide de 3 + 5 questions.')" ''
is '2 + 5 is none' "$(differs 'Guide de 2 + 5 questions.')" \
    "le texte dit « 2 + 5 », $none"
qda guide set -q 2 opening=1
is 'once it is said, 3 + 5 is none' "$(differs 'Guide de 3 + 5 questions.')" \
    "le texte dit « 3 + 5 », $none"
is '... 1 + 7 is' "$(differs 'Guide de 1 + 7 questions.')" ''
is '9 questions are none' "$(differs 'Guide de 9 questions.')" \
    'le texte dit « 9 questions », le projet 7 / 8'
qda guide add -q 3
is 'a guide whose questions are not there may have any' \
    "$(differs 'Guide de 9 questions.')" ''
is 'the project is whole' \
    "$(sql 'PRAGMA foreign_key_check; PRAGMA integrity_check')" ok
done_testing
