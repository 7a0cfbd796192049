# A disk that fails, a process that is killed, at every single write of a verb:
# all or nothing, and what was said to be done is there.
. ./tests/lib.sh
command -v "${CC:-cc}" > /dev/null || skip_all 'no C compiler'
"${CC:-cc}" -shared -fPIC -o fault.so "$top/tests/fault.c" -ldl || exit 1
QDA_CODER=Camille; export QDA_CODER
ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0; export ASAN_OPTIONS

mkdir base
cd base || exit 1
study || exit 1
qda tag -q peur P1:#2
qda tag -q 'crainte' P1:#4
qda tag -q 'peur' P2:#2
perl -e 'print "P3 : le mot $_, puis un autre mot.\n\n" for 1 .. 200' > P3.txt
printf 'P4 : Rien de plus.\n' > P4.txt
qda import -q P3.txt
qda find mot > hits
qda tag -q mot < hits
cd ..

# A fresh copy of the study, in run/.
fresh() {
	rm -rf run
	cp -r base run
}
# What the project holds, as a text without times; and whether it is whole.
# Opening it takes a half-written change back.
dump() {
	sqlite3 -batch run/qda.db 'PRAGMA integrity_check;
	    SELECT address, code, stance, label, coder, text FROM v_verbatim
		ORDER BY 1, 2, 5;
	    SELECT code, kind, uses FROM v_code ORDER BY 1;
	    SELECT source, words, turns, units FROM v_source ORDER BY 1;
	    SELECT id, state, command, rows FROM history;
	    SELECT count(*), sum("end") FROM turn;
	    SELECT history, what, count(*) FROM history_piece GROUP BY 1, 2'
}
faulty() {
	input=${input:-/dev/null}
	(cd run && LD_PRELOAD=$work/fault.so qda "$@" < "$input" \
	    2> ../said > ../out; exit $?) 2> /dev/null
}

# One verb, one way to fail, at every write there is (or every STEPth).
at_every_write() {
	how=$1 step=$2
	shift 2
	fresh
	dump > before
	FAULT_COUNT=$work/count faulty "$@"
	dump > after
	n=$(cat count)
	: > "$io/why"
	[ "$n" -ge 5 ] || echo "only $n writes" >> "$io/why"
	cmp -s before after && echo 'it did nothing' >> "$io/why"
	i=0 undone=0
	while [ $((i += step)) -le "$n" ]; do
		fresh
		FAULT=$how FAULT_AT=$i faulty "$@"
		status=$?
		judge >> "$io/why" 2>&1
	done
	[ "$undone" -ge 2 ] || echo "only $undone of $n failed" >> "$io/why"
	[ ! -s "$io/why" ]
	result $? "qda $*: $how at each of its writes"
}
judge() {
	dump > now
	if [ "$status" = 0 ] || grep -q '^change' said; then
		cmp -s now after || echo "$i: said to be done, and is not"
	elif cmp -s now before; then
		undone=$((undone + 1))
	elif [ "$status" -lt 128 ] || ! cmp -s now after; then
		echo "$i: neither as before nor done, status $status"
	fi
	case $status in
	0|137) ;;
	4|5) grep -q "^qda-$verb: ." said || echo "$i: no sentence" ;;
	*) echo "$i: status $status" ;;
	esac
	[ "$(head -n 1 now)" = ok ] || echo "$i: damaged"
	[ $((i % 4)) != 0 ] || qda -p run/qda.db check | cut -f1,2 | grep -E \
	    '^(file|text|outside|words|coding|turn|circle|kind|main|empty)'
	[ $((i % 8)) != 0 ] || (cd run && qda tag -q après P1:#2) ||
	    echo "$i: nothing can be written afterwards"
}

# torn is a kill where nothing is written; QDA_ALL=1 leaves out no operation
all=${QDA_ALL:-}
for way in "EIO ${all:-2}" "torn ${all:-2}" "ENOSPC ${all:-5}" \
    "kill ${all:-5}"; do
	# shellcheck disable=SC2086
	{
		verb=tag
		at_every_write $way tag honte P1:#2 P2:#4
		input=hits at_every_write $way tag encore
		input=/dev/null
		verb=import
		at_every_write $way import P4.txt
		verb=code
		at_every_write $way code merge crainte --into peur
		verb=undo
		at_every_write $way undo
	}
done

# a new project: whole, or not there
FAULT_COUNT=$work/count LD_PRELOAD=$work/fault.so qda init -q -c Camille new
for way in EIO torn; do
	i=-1
	while [ $((i += ${all:-3})) -le "$(cat count)" ]; do
		rm -rf new
		(FAULT=$way FAULT_AT=$((i + 1)) LD_PRELOAD=$work/fault.so \
		    qda init -c Camille new > /dev/null 2> said
		    exit $?) 2> /dev/null
		status=$?
		case $status in
		0|5|137) ;;
		*) echo "$way $i: status $status" ;;
		esac
		if [ "$status" = 0 ] || [ -e new/qda.db ]; then
			[ "$(qda -p new/qda.db coder list | cut -f1)" = \
			    Camille ] || echo "$way $i: not whole"
		fi
		[ "$status" != 5 ] || [ "$(ls new)" = '' ] ||
		    echo "$way $i: a rest is left"
	done
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'qda init: a project that is whole, or none'

# killed by the clock, as a user does it
fresh
dump > before
(cd run && qda tag lent < hits 2> /dev/null)
dump > after
for delay in 0.001 0.002 0.004 0.006 0.008 0.012 0.02; do
	fresh
	# shellcheck disable=SC2016
	(cd run && perl -e 'my $delay = shift; my $pid = fork;
	    exec @ARGV if !$pid; select undef, undef, undef, $delay;
	    kill 9, $pid; waitpid $pid, 0' "$delay" qda tag lent < hits \
	    2> ../said > /dev/null)
	dump > now
	if grep -q '^change' said; then
		cmp -s now after || echo "$delay: said and not done"
	else
		cmp -s now before || cmp -s now after || echo "$delay: half"
	fi
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'killed by the clock: all or nothing'
done_testing
