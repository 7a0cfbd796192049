# Many files at once, more than are kept in memory while the others are read:
# each text, and each turn, is that of its own file.
. ./tests/lib.sh

qda init -q -c Camille .
perl -CSD -Mutf8 -e '
	for my $i (1 .. 40) {
		open my $f, ">:utf8", "P$i.txt" or die;
		for my $k (1 .. 1500) {
			print $f "CA : Question $k à P$i ?\n\n";
			print $f "P$i : Réponse $k de P$i, ",
			    "é" x (300 + $i), ".\n\n";
		}
	}'
run qda import -q P*.txt
expect 'forty files of a megabyte are imported' 0 < /dev/null
for i in $(seq 40); do
	qda source show P$i --text | cmp - P$i.txt || echo "P$i"
done > wrong 2>&1
is 'each text is that of its file' "$(cat wrong)" ''
for i in 1 20 40; do
	qda source show P$i --turns | cut -f 2,3,5 > got
	perl -CSD -e 'my $n; while (<>) {
		print ++$n, "\t$1\t$2\n" if /^(\w+) : (.*)$/ }' P$i.txt > wanted
	same "each turn of P$i is what was said" got wanted
done
is 'and all have their participants' "$(sqlite3 qda.db 'SELECT count(*) FROM
	source JOIN participant ON participant.id = participant
	WHERE participant.name = source.name')" 40
run qda import -q P*.txt
is 'or changed' "$(sqlite3 qda.db 'SELECT count(*) FROM history')" 1
qda undo -q
is 'all of it can be undone' "$(qda source list | wc -l | tr -d ' ')" 0
qda redo -q
is 'and done again' "$(qda source show P7 --text | cksum)" "$(cksum < P7.txt)"

done_testing
