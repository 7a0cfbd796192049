# qda coreq --checklist srqr: the 21 items, from the same facts as COREQ's
. ./tests/lib.sh
QDA_CODER='Camille Aubert'
export QDA_CODER
sample

# the version of the program is not what is tested
srqr() { qda coreq --checklist srqr "$@"; }
export_in() {
	srqr export -l "$1" | sed 's/qda [0-9][0-9.]* (/qda X (/'
}
run export_in en
golden 'the 21 items in English' srqr-en.csv
run export_in fr
golden 'the 21 items in French, the language of the project' srqr-fr.csv
for lang in en fr; do
	srqr list -l $lang -o json > srqr.json
	is "items are 1 to 21, in this order ($lang)" \
	    "$(sqlite3 :memory: "SELECT group_concat(value ->> 'item', ' ')
	    FROM json_each(readfile('srqr.json'))" | tr '\n' ' ')" \
	    "$(seq -s ' ' 21) "
	is '... each has a title, a part and a question' \
	    "$(sqlite3 :memory: "SELECT count(DISTINCT value ->> 'title') || ' '
	    || count(DISTINCT value ->> 'domain') || ' ' ||
	    count(DISTINCT value ->> 'question')
	    FROM json_each(readfile('srqr.json'))")" '21 6 21'
	sqlite3 :memory: "SELECT value ->> 'answer' FROM
	    json_each(readfile('srqr.json'))" > answers
	is '... no answer holds a word of quality or a verdict' "$(grep -ciE \
	    'suffi|rigo|clear|claire|cohéren|coheren|satura|valid|trust' \
	    answers)" 0
done
is 'titles are those of the standard' "$(srqr list -l en |
    cut -f3 | sed -n '5p;9p;15p')" \
    'Qualitative approach and research paradigm
Ethical issues pertaining to human subjects
Techniques to enhance trustworthiness'

# the same facts: what COREQ says of an item is in SRQR's
qda coreq list -l en -o json > coreq.json
srqr list -l en -o json > srqr.json
sqlite3 -separator ' ' :memory: "WITH
    c AS (SELECT value ->> 'item' AS i, value ->> 'answer' AS a
	FROM json_each(readfile('coreq.json'))),
    s AS (SELECT value ->> 'item' AS i, value ->> 'answer' AS a
	FROM json_each(readfile('srqr.json')))
    SELECT s.i, c.i FROM s JOIN c ON instr(s.a, c.a) > 0
    WHERE c.a <> '' AND c.a NOT LIKE 'Not recorded%' ORDER BY s.i, c.i" |
    tr '\n' ',' | sed 's/11 17,//' > "$io/out"
is 'each answer is made of those of COREQ' "$(cat "$io/out")" \
    '5 9,6 1,6 2,6 3,6 4,6 5,6 6,6 7,7 14,7 15,8 10,8 11,10 18,10 20,10 21,11 19,12 12,12 13,12 16,13 27,14 24,14 25,15 23,'
srqr list -l en | cut -f5 | sed -n 9p > "$io/out"
is 'consent is counted when it is known of all' "$(grep -o 'Consent.*' \
    "$io/out")" 'Consent or non-opposition of 11 of 11 participants.'
qda participant -q set P3 consent=
is '... and silence of one is no answer' "$(srqr show 9 -l en |
    grep -c 'Consent or')" 0
is '... but evidence' "$(srqr show 9 -l en | sed -n 's/^evidence	//p')" \
    'Consent recorded for 10 of 11 participants.'
qda undo -q
qda participant -q set P3 consent=no
is '... and a no is a no' "$(srqr show 9 -l en | grep '^answer' |
    grep -c '10 of 11')" 1
qda undo -q

# what only a person can judge is evidence, also beside other facts
is 'saturation is no answer' "$(srqr list -l en | cut -f5 |
    grep -c 'last new\|Last new')" 0
is '... but evidence of sampling' "$(srqr list -l en | sed -n 8p | cut -f6 |
    grep -c 'Last new property in interview 10')" 1
is 'themes are to be judged' "$(srqr list | sed -n 16p | cut -f8)" judge
run srqr accept 16
is '... and not to be accepted' "$status" 3
run srqr accept 2
is 'nor is what is missing' "$status" 3

run srqr accept 6 10
says 'two items are accepted' '2 items accepted'
run srqr set 20 'Aucun.' location='p. 3'
says 'one is answered by hand' 'item 20: answer written'
is 'three are' "$(srqr list | grep -c 'accepted$')" 3
is '... and none of COREQ' "$(qda coreq list | grep -c 'accepted$')" 0
qda source -q set P4 duration=1h02
run srqr check -l en
is 'a change of the data is found' "$(grep '^changed' "$io/out" | cut -f2)" 10
says '... and how many items are answered' '3 of 21 items answered'
run srqr set 12 '12 participants.'
run srqr check -l en
is 'a number that differs is found' "$(grep '^contradiction' "$io/out" |
    cut -f2,4 | cut -d/ -f1)" "12	the text says '12 participants', the project 11 "
run srqr show 22
says 'there is no item 22' "there is no item 22 in 'srqr': the last is 21"

# what it says itself contradicts nothing
for lang in en fr; do
	for n in $(seq 21); do
		text=$(srqr show "$n" -l $lang | sed -n 's/^project	//p')
		[ -z "$text" ] || srqr set -q "$n" "$text"
	done
	run srqr check -l $lang
	is "nothing it says contradicts it ($lang)" \
	    "$(grep -E '^contradiction' "$io/out")" ''
done
for format in docx odt html md tex; do
	run srqr export -o srqr.$format
	is "$format is written" "$status$(test -s srqr.$format && echo there)" \
	    0there
done
is 'the document has 21 rows, 6 parts and a heading' \
    "$(grep -c '^| [^-]' srqr.md)" 28
is '... and says whose list it is' "$(grep -c "O’Brien" srqr.md)" 1
done_testing
