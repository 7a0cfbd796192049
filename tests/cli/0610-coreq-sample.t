# qda coreq: the invented study, its 32 items in both languages
. ./tests/lib.sh
QDA_CODER='Camille Aubert'
export QDA_CODER
sample

# the version of the program is not what is tested
export_in() {
	qda coreq export -l "$1" | sed 's/qda [0-9][0-9.]* (/qda X (/'
}
run export_in en
golden 'the 32 items in English' coreq-en.csv
run export_in fr
golden 'the 32 items in French, the language of the project' coreq-fr.csv

# every command that is named as evidence runs
qda coreq list -l en -o json > list.json
sqlite3 :memory: "SELECT value ->> 'item' FROM
    json_each(readfile('list.json'))" |
while read -r n; do
	qda coreq show "$n" | sed -n 's/^command	\(.\)/\1/p'
done | grep -v '[A-Z.]\{3\}' | sort -u > commands
is 'there are several' "$(wc -l < commands)" 13
while read -r command; do
	run sh -c "$command"
	is "evidence: $command" "$status/$([ -s "$io/out" ] && echo rows)" \
	    0/rows
done < commands

# what the project says itself is never called a contradiction of it
for lang in en fr; do
	qda coreq list -l $lang -o json > said.json
	sqlite3 -separator "$tab" :memory: "SELECT value ->> 'item',
	    replace(CASE value ->> 'status' WHEN 'judge'
	    THEN value ->> 'evidence' ELSE value ->> 'answer' END,
	    char(10), ' ') FROM json_each(readfile('said.json'))
	    WHERE value ->> 'status' <> 'missing'" > said
	while IFS=$tab read -r n text; do
		qda coreq -q set "$n" "$text"
	done < said
	run qda coreq check -l $lang
	is "nothing it says contradicts it ($lang)" \
	    "$(grep -E '^(contradiction|hint)' "$io/out")" ''
	is '... and was written down' \
	    "$(cut -f1 "$io/out" | sort | uniq -c | tr -s ' ')" ' 2 missing'
done
while read -r n _; do
	qda coreq -q set "$n" ''
done < said

# the answers of its authors, one of them wrong
while IFS=$tab read -r n text; do
	qda coreq -q set "$n" "$text"
done < "$samples/coreq.tsv"
run qda coreq check -l en
is 'the grid is not complete' $status 1
is 'the one contradiction is found' \
    "$(grep '^contradiction' "$io/out" | cut -f2,4)" \
    "12	the text says '12 participants', the project 11; the text says '12 entretiens', the project 11"
is 'nothing is said for items 28 and 29' \
    "$(grep '^missing' "$io/out" | cut -f2 | tr '\n' ' ')" '28 29 '
is 'two are to be judged' \
    "$(grep '^judge' "$io/out" | cut -f2 | tr '\n' ' ')" '22 26 '
is 'twenty-one are to review' "$(grep -c '^review' "$io/out")" 21
says 'it is said in one line' '7 of 32 items answered; 1 contradiction'

# complete: every proposal accepted, the rest written
qda coreq -q set 25 location='annexe 4'
qda coreq -q set 12 ''
qda coreq -q accept $(qda coreq | awk -F '\t' \
    '$8 == "computed" || $8 == "declared" { print $1 }')
for n in 22 26 28 29; do
	qda coreq -q set $n 'Voir le texte.'
done
run qda coreq check -l en
expect 'a grid that is complete is a yes' 0 <<'END'
END
says '... of 32' '32 of 32 items answered'
run qda coreq export -l en
is '... with nothing left to review' "$(grep -c 'to review' "$io/out")" 0

# one interview more, and the project says otherwise
printf 'CA : Alors ?\n\nP15 : Eh bien voilà.\n' > P15.txt
qda import -q P15.txt
run qda coreq check -l en
is 'a twelfth interview changes what was accepted' \
    "$(grep '^changed' "$io/out" | cut -f2 | tr '\n' ' ')" \
    '1 6 11 12 13 14 15 19 20 21 22 23 '
done_testing
