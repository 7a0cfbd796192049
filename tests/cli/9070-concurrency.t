# Several tools at once, a project that is locked, of another time, damaged or
# no project at all, a disk that is full, a process that is killed.
. ./tests/lib.sh
chmod 755 "$work"
study 2> /dev/null || exit 1
sql() { sqlite3 -batch qda.db "$1"; }
sound() { [ "$(sqlite3 -batch "${1:-qda.db}" 'PRAGMA integrity_check')" = ok ]; }
# Whoever is not root: permissions mean nothing to root.
mere() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}
now() { date +%s; }

# readers never lock writers out
perl -e 'print "P3 : le mot $_, puis un autre mot et encore un mot.\n\n"
    for 1 .. 2000' > P3.txt
qda import -q P3.txt 2> /dev/null
qda tag -q mot P3:#1 P3:#2 2> /dev/null
for reader in 'find -C 3 mot' 'source show P3 --turns' 'source dump' \
    'show -o json' 'log'; do
	[ -x "$build/bin/qda-${reader%% *}" ] || continue
	begun=$(now)
	# a pager that is never scrolled: the pipe is full, or ends late
	# shellcheck disable=SC2086
	qda $reader 2> /dev/null | sleep 4 &
	sleep 0.3
	run timeout 3 qda tag -q "tag $begun" P1:#2
	is "qda $reader | pager keeps no writer out" "$status" 0
	ok '... nor for long' [ $(($(now) - begun)) -lt 3 ]
done
qda find -w peur | while IFS= read -r line; do
	qda tag -q lu "${line%%	*}" 2>> "$io/loop" || echo failed
done > "$io/out"
is 'a loop reads and writes in turn' "$(cat "$io/out")" ''
is '... all of it' "$(sql "SELECT count(*) FROM coding JOIN code
    ON code.id = code WHERE name = 'lu'")" "$(qda find -w peur | wc -l)"
wait

# a reader that is done before the writer: silent, ended by its signal
(qda find -C 9 mot; echo $? > "$io/status") 2> "$io/err" | head -n 1 > "$io/out"
is 'find | head is silent' "$(cat "$io/err")" ''
is '... one line of it is enough' "$(wc -l < "$io/out")" 1
ok '... status of SIGPIPE' [ "$(cat "$io/status")" = 141 ]

# two writers at once: one waits, both are done
before=$(sql 'SELECT count(*) FROM history')
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	qda tag -q "code $i" P2:#2 2> "$io/w$i" || echo "$i" >> "$io/failed" &
done
wait
ok 'twelve writers at once all succeed' [ ! -e "$io/failed" ]
is '... and all is there' "$(sql "SELECT count(DISTINCT code) FROM coding
    JOIN code ON code.id = code WHERE name LIKE 'code %'")" 12
is '... a change each' "$(($(sql 'SELECT count(*) FROM history') - before))" 12
ok '... numbered without a hole' [ "$(sql 'SELECT max(id) - min(id) + 1 =
    count(*) FROM history')" = 1 ]

# locked by somebody for longer than one waits
mkfifo hold
sqlite3 -batch qda.db < hold > held &
holder=$!
exec 9> hold
echo 'BEGIN EXCLUSIVE; SELECT 1;' >&9
until [ -s held ]; do sleep 0.05; done
cp qda.db frozen
begun=$(now)
(qda find peur > /dev/null 2> "$io/reader"; echo $? > "$io/reader-status") &
other=$!
run qda tag -q locked P1:#2
waited=$(($(now) - begun))
wait "$other"
echo '.quit' >&9
exec 9>&-
wait "$holder"
is 'a locked project: a writer gives up with status 4' "$status" 4
says '... and says so' 'in use by another program'
is '... so does a reader' "$(cat "$io/reader-status")" 4
ok '... with a sentence' grep -q 'in use by another'  "$io/reader"
ok '... after some seconds, not at once' [ "$waited" -ge 4 ]
ok '... and not after many' [ "$waited" -le 9 ]
same '... nothing was written' frozen qda.db
run qda tag -q locked P1:#2
is 'afterwards it works' "$status" 0

# what is no project, or not one that can be used
sqlite3 other.db 'CREATE TABLE a (b); INSERT INTO a VALUES (1)'
cp qda.db newer.db && sqlite3 newer.db 'PRAGMA user_version = 99'
: > empty.db
echo 'hello, world' > words.db
perl -e 'srand 7; print map { chr int rand 256 } 1 .. 30000' > random.db
head -c 20000 qda.db > short.db
mkdir folder.db
mkfifo pipe.db
refused() {
	name=$1 says=$2
	[ ! -f "$name" ] || cp "$name" "$io/was"
	for command in 'find peur' 'source list' 'project set approach=x' \
	    'tag a P1:#2' 'import P1.txt' undo log show 'code list' check \
	    'participant list' 'axial tree' coreq saturation matrix; do
		[ -x "$build/bin/qda-${command%% *}" ] || continue
		# shellcheck disable=SC2086
		run timeout 20 qda -p "$name" $command
		is "$name: qda $command has status 4" "$status" 4
		says '... and a sentence' "$says"
		is '... and no data' "$(cat "$io/out")" ''
	done
	[ ! -f "$name" ] || same "$name is as it was" "$io/was" "$name"
}
refused other.db "'other.db' is not a qda project"
refused newer.db "'newer.db' was made by a newer version of qda (schema 99"
refused empty.db "'empty.db' is not a qda project"
refused words.db "'words.db' is not a qda project"
refused random.db "'random.db' is not a qda project"
refused short.db 'short.db'
refused folder.db 'folder.db'
refused pipe.db 'pipe.db'
refused missing.db "cannot open the project 'missing.db'"
ok 'a project that is missing is not made' [ ! -e missing.db ]
(
	cd "$io" || exit
	run qda find peur
	[ "$status" = 4 ] && grep -q "'qda init' makes one" "$io/err"
)
is 'outside a project: status 4, and how to make one' $? 0

# pages of the file overwritten: a sentence, never a crash
perl -e '
	srand 11;
	undef $/;
	open my $f, "<", "qda.db" or die;
	my $whole = <$f>;
	for my $i (1 .. 25) {
		my $bytes = $whole;
		my $at = 4096 * (1 + int rand(length($whole) / 4096 - 1));
		substr($bytes, $at + int rand 64, 200) =
		    join "", map { chr int rand 256 } 1 .. 200;
		open my $out, ">", "torn$i.db" or die;
		print $out $bytes;
	}'
for i in $(seq 25); do
	for command in 'source list' 'find peur' 'tag b P2:#2'; do
		# shellcheck disable=SC2086
		timeout 20 qda -p "torn$i.db" $command > "$io/out" 2> "$io/err" \
		    < /dev/null
		status=$?
		case $status in
		0|1) ;;
		3|4|5) [ -s "$io/err" ] || echo "torn$i $command: silent" ;;
		*) echo "torn$i $command: status $status" ;;
		esac
	done
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'a damaged project never crashes a tool'

# a project, or a folder, that cannot be written
mkdir fixed
cp qda.db fixed/
chmod 444 fixed/qda.db
chmod 555 fixed
run mere qda -p fixed/qda.db find -w peur
is 'a read-only project can be read' "$status" 0
cp fixed/qda.db "$io/was"
run mere qda -p fixed/qda.db tag -c Camille x P1:#2
ok 'but not written' [ "$status" = 4 -o "$status" = 5 ]
says '... and that is said' 'fixed/qda.db'
same '... nothing is written' "$io/was" fixed/qda.db
run mere qda -p fixed/qda.db undo
is 'nor anything undone' "$status" 5
says '... for the same reason' "fixed/qda.db' cannot be written"
run mere qda -p fixed/qda.db find -w peur -o fixed/hits.tsv
is 'nor is an output' "$status" 5
says '... named with the reason' "cannot write 'fixed/hits.tsv'"
chmod 755 fixed
chmod 000 fixed/qda.db
run mere qda -p fixed/qda.db find -w peur
is 'nor read when it may not be' "$status" 4
says '... the reason is said' 'Permission denied'

# a disk that is full
perl -e 'print "P4 : la fin du mot $_ et encore des mots ensuite.\n\n"
    for 1 .. 9000' > P4.txt
cp qda.db "$io/was"
blocks=$(($(wc -c < qda.db) / 512 + 40))
run sh -c "trap '' XFSZ; ulimit -f $blocks; exec qda import P4.txt"
is 'a disk that is full: status 5' "$status" 5
says '... with a sentence' 'qda-import: '
same '... and the project as it was' "$io/was" qda.db
qda find -a mot > all.tsv
cp all.tsv hits.tsv
run sh -c "trap '' XFSZ; ulimit -f 20; exec qda find -a '[a-z]+' -o hits.tsv"
is 'an output that does not fit: status 5' "$status" 5
same '... the file that was there is still there' all.tsv hits.tsv
is '... and nothing beside it' "$(ls hits.tsv*)" hits.tsv

# killed at any moment: whole, with all that was said to be done
qda import -q P4.txt 2> /dev/null
cp qda.db base.db
sources=$(sql 'SELECT count(*) FROM source')
for delay in 0.005 0.01 0.015 0.02 0.03 0.04 0.05 0.06 0.08 0.1; do
	cp base.db kill.db
	rm -f kill.db-journal
	sed "s/mot/$delay/" P4.txt > P5.txt
	qda -p kill.db import P5.txt > /dev/null 2> "$io/said" &
	victim=$!
	sleep "$delay"
	kill -9 "$victim" 2> /dev/null
	wait "$victim" 2> /dev/null
	qda -p kill.db source list > /dev/null 2>&1 ||
	    echo "$delay: does not open"
	sound kill.db || echo "$delay: damaged"
	n=$(sqlite3 kill.db 'SELECT count(*) FROM source')
	if grep -q '^change' "$io/said"; then
		[ "$n" = $((sources + 1)) ] || echo "$delay: said and not done"
	else
		turns=$(sqlite3 kill.db 'SELECT count(*) FROM turn')
		case $n in
		"$sources") [ "$turns" = "$(sql 'SELECT count(*) FROM turn')" ] ||
			echo "$delay: half done" ;;
		*) [ "$turns" = "$(($(sql 'SELECT count(*) FROM turn') + 9000))" ] ||
			echo "$delay: half done" ;;
		esac
	fi
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'a process killed at any moment does all or nothing'
ok 'the project is sound' sound
done_testing
