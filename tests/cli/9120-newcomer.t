# What somebody types in her first hour, and whether the answer says what to
# type next.
. ./tests/lib.sh
nb=$(printf '\302\240')
study
guides

# --- words in the wrong place ---------------------------------------------
run qda find pharmacienne Elle
is 'a word too many is wrong usage' "$status" 2
says '... which quotes mend' "'Elle' is too much here; several words stand in quotes, a source is named by -s"
run qda speaker list P1
says 'a source too many: -s' "'P1' is too much here; a source is named by -s"
run qda memo add two words
says 'a text of several words' "'words' is too much here; several words stand in quotes"
run qda coreq export coreq.docx
says 'a file without -o' "'coreq.docx' is too much here; into a file: -o coreq.docx"
ok '... is not written' [ ! -e coreq.docx ]
run qda speaker set P1 CA the nurse=other
says 'no KEY=VALUE' "'the' is not of the form KEY=VALUE; several words stand in quotes"
run qda tag gain de temps
is 'a code of several words without quotes' "$status" 3
says '... is told of them' "'de': no address such as P4:12-40 or P4:#12; names of several words stand in quotes"
is '... and nothing is made' "$(qda code)" ''
mkdir folder
run qda import folder
says 'a folder: its files' "'folder' is a directory; its files are folder/*"
run qda import folder/
says '... one slash is enough' "its files are folder/*"

# --- the guide ------------------------------------------------------------
echo 'Comment ?' > 'guide 3.txt'
run qda guide add 'guide 3.txt'
is 'a file is no version' "$status" 2
says '... --from reads it' "'guide 3.txt' is a file: questions are read with --from FILE"
run qda guide set 1 'guide 3.txt'
says '... for set too' "is a file: questions are read with --from FILE"
run qda guide add 3.1 --from 'guide 3.txt'
is 'a point in a version is none of a file' "$status" 0
run qda source set P1 guide=9
says 'a guide that is not there' "there is no guide '9' ('qda guide add' makes one)"

# --- a spreadsheet makes 38 hours of 38:10 --------------------------------
run qda source set P1 duration=38:10:00
is 'an interview of a day and more is refused' "$status" 3
says '... and how minutes are written' "duration: '38:10:00' is more than a day: minutes are '38min10s'"
printf 'name;duration\r\nP1;38:10:00\r\n' > excel.csv
run qda source load excel.csv
says '... in a table, with its place' "'excel.csv', line 2, column 2: duration: '38:10:00' is more than a day"
run qda source set P1 duration=23:59:59
is 'less is not' "$status" 0

# --- words in French ------------------------------------------------------
qda code add -q Fatigue kind=category
LANGUAGE=fr
export LANGUAGE
run qda model role Fatigue stratégies
says 'a role in the plural, said in French' "est «${nb}stratégie${nb}» dans le modèle"
run qda model role Fatigue effet
says 'the roles there are, in French' 'les rôles sont cause, contexte, condition, phénomène, stratégie, conséquence'
run qda speaker set P1 CA rôle=fille
says 'the choices there are, in French too' 'participant, interviewer (enquêteur), other (autre)'
qda tag -q -c Inès peur P1:#2
qda saturation -c Inès -o table > "$io/out"
ok 'a name that begins with a vowel needs no "d’"' \
    grep -q 'codages par Inès' "$io/out"
printf 'P2 : « Je vais voir la pharmacienne. »\n\nP1 : « Elle me connaît, elle m’écoute. »\n' > these.txt
run qda quote check these.txt
says 'quotations are counted in French' "2 citations$nb: 1 exacte, 1 mal attribuée"
unset LANGUAGE

# --- no line of -h is wider than a terminal -------------------------------
count() {
	LANGUAGE=$1 "$2" -h | sed '1,/^$/d;/^  qda /d' | wc -L
}
for lang in en fr; do
	most=0
	for tool in "$build"/bin/qda-*; do
		is=$(count $lang "$tool")
		[ "$is" -le "$most" ] || most=$is
	done
	ok "-h is within 80 columns: $lang" [ "$most" -le 80 ]
done
run env LANGUAGE=fr qda guide -h
ok '... further lines below the first' \
    grep -q '^ \{30\}[^ ]' "$io/out"

# --- at a terminal --------------------------------------------------------
at_terminal() {
	script -qec "stty cols 100; $1" /dev/null < /dev/null 2>&1 |
	    tr -d '\r'
}
if a_terminal; then
mkdir asked
(sleep 1; printf 'Q ?\nInès\nenquêtrice, codeuse\n'; sleep 1) |
	(cd asked && script -qec "qda init -t 'Un titre'" /dev/null) > /dev/null 2>&1
is 'init asks what was not given: question, name, roles' \
    "$(cd asked && qda project show | sed -n 's/^question	//p') $(cd asked &&
	qda coder show Inès | sed -n 's/^roles	//p')" \
    'Q ? interviewer,coder'
at_terminal 'qda init' > "$io/out"
is 'init asks nothing where there is a project' "$(cat "$io/out")" \
    "qda-init: 'qda.db' exists already"
is 'find says that nothing is found, and why perhaps' \
    "$(at_terminal 'qda find ecoute')" \
    'nothing found; case and accents count but with -w'
is '... with -i' "$(at_terminal 'qda find -i ecoute')" \
    'nothing found; accents count but with -w'
is '... with -w' "$(at_terminal 'qda find -w zzz')" 'nothing found'
is '... with -w and an expression' \
    "$(at_terminal "qda find -w 'pharma.*'")" \
    'nothing found; with -w the pattern is words, not an expression'
is '... not with -q' "$(at_terminal 'qda find -q zzz')" ''
mkdir path
printf '#!/bin/sh\necho "$@" > who\nsed -n "${1#+}p" "$2" >> who\n' > path/nano
cp path/nano path/ed2
chmod +x path/nano path/ed2
at_terminal "EDITOR=$work/path/nano qda memo add" > "$io/out"
is 'an editor begins where the text of a memo does' "$(cat who)" \
    '+9 memo.qda-edit'
at_terminal "EDITOR=$work/path/ed2 qda memo add" > "$io/out"
is '... if it is known to take a line' "$(head -n 1 who)" 'memo.qda-edit'
EDITOR=$work/path/nano qda axial edit > "$io/out" 2>&1
is '... at the first code of an outline' "$(sed -n 2p who)" \
    "$(qda axial -o names | head -n 1)  % 0 / 0"
EDITOR=$work/path/nano qda coreq edit > "$io/out" 2>&1
ok '... at the first item of the grid' grep -q '^@1 ' who
fi
run qda find zzz
is 'no terminal: silence' "$(cat "$io/out" "$io/err")" ''
done_testing
