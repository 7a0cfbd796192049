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
run sentences fr
golden 'every item filled, in French' coreq-full-fr.tsv

filled_en || exit 1
run sentences en
golden 'every item filled, in English' coreq-full-en.tsv
done_testing
