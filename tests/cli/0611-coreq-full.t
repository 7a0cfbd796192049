# qda coreq: the invented study as if every item were filled, word for word
. ./tests/lib.sh
. "$top/tests/filled.sh"
QDA_CODER='Camille Aubert'
export QDA_CODER
filled || exit 1

# the answers, or of what is to be judged the evidence; in the files that are
# compared apostrophes and spaces are plain and item 31 lists nothing
nbsp=$(printf '\302\240')
sentences() {
	qda coreq list -l "$1" -o json > said.json &&
	sqlite3 -separator "$tab" :memory: "SELECT value ->> 'item',
	    CASE value ->> 'status' WHEN 'judge' THEN value ->> 'evidence'
	    ELSE value ->> 'answer' END FROM json_each(readfile('said.json'))" |
	sed -e "s/’/'/g; s/$nbsp/ /g; s/ (qda [a-z -]*)\$//" \
	    -e 's/qda [0-9][0-9.]* (/qda 1.0 (/' \
	    -e '/^31/s/: Perdre son.*/: …/'
}

# written down as they are, none of them is a contradiction
undisputed() {
	cp qda.db kept.db
	while IFS=$tab read -r n text; do
		qda coreq -q set -p kept.db "$n" "$text"
	done < "$io/out"
	qda coreq check -p kept.db -l "$1" 2>&1 |
	    grep -E '^(contradiction|hint)'
}
run sentences fr
golden 'every item filled, in French' coreq-full-fr.tsv
is '... and at one with itself' "$(undisputed fr)" ''

filled_en || exit 1
run sentences en
golden 'every item filled, in English' coreq-full-en.tsv
is '... and at one with itself too' "$(undisputed en)" ''
done_testing
