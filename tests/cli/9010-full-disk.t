# Output that cannot be written is a failure (status 5), in every tool.
. ./tests/lib.sh
[ -w /dev/full ] || skip_all 'there is no /dev/full'
study || exit 1
qda tag -q peur -t 'peur de tomber malade' || exit 1
qda axial -q group Vécu peur || exit 1
qda memo -q add --journal -t jour 'un mot' || exit 1
echo 'Qui vous aide ?' | qda guide -q add 1 --from - || exit 1

# full COMMAND...: what it prints is lost, and it knows
full() {
	"$@" > /dev/full 2> "$io/err" < /dev/null
	is "$*: status 5" $? 5
	says '... and a sentence' 'standard output is not complete'
}
full qda
full qda help
full qda status
full qda project show
full qda coder list
full qda source list
full qda source show P1
full qda source show P1 --turns
full qda source dump
full qda speaker list
full qda guide list
full qda guide show 1
full qda guide show 1 -o docx
full qda guide diff 1 1
full qda participant list
full qda participant dump
full qda find -w peur
full qda find -k -w peur
full qda show
full qda show -o json
full qda show -o html
full qda code list
full qda code tree
full qda code show peur
full qda code dump
full qda axial tree
full qda axial tree -o docx
full qda axial tree -o odt
full qda axial tree -o tex
full qda axial edit --print
full qda memo edit 1 --print
full qda coreq edit --print
full qda matrix
full qda saturation
full qda saturation -o json
full qda memo list
full qda memo show 1
full qda coreq list
full qda coreq show 12
full qda coreq export -o csv
full qda coreq export -o html
full qda coreq export -o docx
full qda coreq export -o odt
full qda check
full qda log
full qda tag -n peur P1:#2
for tool in "$build"/bin/qda*; do
	full "$tool" -h
	full "$tool" -V
done

# streams that are closed: no file takes their place
for command in 'code list' 'find peur' log 'source dump'; do
	# shellcheck disable=SC2086
	qda $command > "$io/wanted" 2> /dev/null
	# shellcheck disable=SC2086
	qda $command >&- 2> "$io/err"
	is "qda $command with standard output closed: status 5" $? 5
	# shellcheck disable=SC2086
	qda $command 2>&- > "$io/out"
	is '... with standard error closed: 0' $? 0
	# shellcheck disable=SC2086
	qda $command -o closed.tsv >&- 2>&- <&-
	is '... all closed, into a file: 0' $? 0
	qda $command -o tsv > "$io/wanted" 2> /dev/null
	same '... which holds what it should' closed.tsv "$io/wanted"
done
qda tag peur - <&- > "$io/out" 2> "$io/err"
is 'standard input closed: not read' $? 5
before=$(sqlite3 qda.db 'SELECT count(*) FROM history')
qda tag peur P1:#4 >&- 2>&- <&-
is 'a change with all closed is done' $? 0
is '... and recorded' "$(sqlite3 qda.db 'SELECT count(*) FROM history')" \
    $((before + 1))
is '... the project is sound' "$(sqlite3 qda.db 'PRAGMA integrity_check')" ok
done_testing
