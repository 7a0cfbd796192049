# Hostile and broken input for everything that reads: what is no table, no
# text, too large, no file.  Nothing crashes, the status is 3 with a sentence
# that says why, and the project stays as it was.  Then fuzz.pl spoils input
# that is sound; the seed is fixed.
. ./tests/lib.sh
study 2> /dev/null || exit 1
QDA_CODER=Camille
export QDA_CODER
qda tag -q peur P1:#2 P2:#4 2> /dev/null
qda code set -q peur definition='un mot' 2> /dev/null
cp qda.db before.db

printf 'name,definition\nP1,"never closed\nP2,x\n' > quote.csv
printf 'name,definition\nP1,a"b"c\n\nP2,"x"y\n' > inner.csv
printf 'name\tdefinition\nP1\0\tx\n' > nul.tsv
head -c 10000000 /dev/zero > zeros
perl -e 'srand 5; print map { chr int rand 256 } 1 .. 10_000_000' > noise
perl -e 'print "a," x 3_000_000' > wide.csv
perl -e 'print "\"" x 3_000_001' > quotes.csv
perl -e 'print "\t" x 2000, "x\n" x 2' > deep
printf 'name,definition\nP1,x,y,z\n' > long.csv
printf 'nonsense,other\n1,2\n' > columns.csv
printf 'name,name\nP1,P2\n' > twice.csv
printf 'name,definition\nP1,x\n' | iconv -t UTF-32 > utf32.csv
mkdir folder
mkfifo fifo
ln -s loop loop

# refused FILE: by every reader of tables, with a sentence that names it
refused() {
	for command in 'source load' 'participant load' 'code load' \
	    'axial load' 'tag --from' 'saturation --matrix' 'coreq load' \
	    'check --checklist'; do
		[ -x "$build/bin/qda-${command%% *}" ] || continue
		case $command in 'coreq load'|check*) continue ;; esac
		# what is a text is an outline
		case $command-$1 in
		axial*long*|axial*columns*|axial*twice*) continue ;;
		# and what is a table may be one of codes by interviews
		saturation*columns*|saturation*quotes*|saturation*deep) continue ;;
		esac
		# shellcheck disable=SC2086
		run timeout 30 qda $command "$1"
		is "qda $command $1: status 3" "$status" 3
		says '... names the file' "$1"
		is '... in one sentence' "$(wc -l < "$io/err")" 1
		ok '... in UTF-8' iconv -f UTF-8 -t UTF-16 "$io/err" -o /dev/null
	done
	same "$1 changed nothing" before.db qda.db
}
for file in quote.csv inner.csv nul.tsv zeros noise wide.csv quotes.csv \
    deep long.csv columns.csv twice.csv utf32.csv folder fifo loop \
    missing.csv qda.db; do
	refused "$file"
done
run qda code load quote.csv
says 'the line is said' "'quote.csv', line"

# what a spreadsheet saves is no hostile input
printf 'name,definition\npeur,caf\303\251\n' > plain
for as in UTF-16 UTF-16LE UTF-16BE WINDOWS-1252; do
	qda code set -q peur definition=x
	iconv -f UTF-8 -t "$as" plain > coded
	run qda code load coded
	is "a table in $as is read" "$(sqlite3 qda.db \
	    "SELECT definition FROM code WHERE name = 'peur'")" café
done

# arguments beyond measure
long=$(perl -e 'print "é" x 50_000')
for command in "find $long" "find -w $long" "find -F $long" "tag $long P1:#2" \
    "tag peur P1:$long" "tag peur $long:0-4" "source show $long" \
    "source set P1 $long=x" "source set P1 date=$long" "coder show $long" \
    "participant show $long" "project set stopping-rule=$long" \
    "code show $long" "code set peur colour=$long" "log --since $long" \
    "saturation --rule $long" "saturation --stop $long" "show code:$long" \
    "show near:$long" "show $long:x" "undo $long" "source list -o $long" \
    "source list -o $long.csv" "-p $long find x" "$long" "source $long" \
    "find --$long" "import $long" "memo add --on $long x" \
    "memo add --kind $long x" "memo show $long" "axial group $long" \
    "memo edit $long" "coreq edit $long" "axial edit --apply $long" \
    "memo add --print --on $long" "memo edit 1 --apply $long" \
    "matrix --columns $long" "coreq show $long" "check $long" "redo $long"; do
	[ -x "$build/bin/qda-${command%% *}" ] || case $command in -p*|é*) ;;
	*) continue ;; esac
	# shellcheck disable=SC2086
	timeout 20 qda $command > "$io/out" 2> "$io/err" < /dev/null
	status=$?
	case $status in
	0|1|2|3|4|5) iconv -f UTF-8 -t UTF-16 "$io/err" > /dev/null 2>&1 ||
		echo "${command%%é*}...: a message not in UTF-8" ;;
	*) echo "${command%%é*}...: status $status" ;;
	esac
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'a hundred thousand bytes as any argument crash nothing'
for nested in '(' 'not ' 'x and ' '"' '/' '@' 'code:'; do
	query=$(perl -e 'print $ARGV[0] x 20_000, "x"' "$nested")
	[ -x "$build/bin/qda-show" ] || continue
	run timeout 20 qda show "$query"
	ok "a query of 20,000 times '$nested' is answered" [ "$status" -le 3 ]
done
run timeout 20 qda find "$(perl -e 'print "(" x 20_000, "x", ")" x 20_000')"
is 'a pattern nested 20,000 deep is refused' "$status" 2
run timeout 20 qda find '(a+)+$' -a
ok 'a pattern that explodes ends' [ "$status" -le 3 ]
printf 'CA : Et ?\n\nP5 : %s!\n' "$(perl -e 'print "a" x 30_000')" > a.txt
qda import -q a.txt 2> /dev/null
run timeout 30 qda find '(a+)+b'
ok '... also on a text that is made for it' [ "$status" != 124 ]

mkdir fuzz && cd fuzz || exit
run perl "$top/tests/fuzz.pl" "$build" "${FUZZ:-25}" 1
is 'spoilt input is taken, or refused with a sentence' "$status" 0
[ "$status" = 0 ] || sed 's/^/# /' "$io/out"
done_testing
