# qda log, undo, redo: as typed; every verb that writes, undone and redone
. ./tests/lib.sh
study || exit 1
QDA_CODER=Camille; export QDA_CODER
dump() {
	sqlite3 qda.db .dump |
	grep -vE '^INSERT INTO "?(history|sqlite_sequence|source_text)'
}

# --- what is said
run qda undo -n
sort "$io/out" > "$io/sorted"
mv "$io/sorted" "$io/out"
expect 'a dry run shows what would go' 0 <<'END'
-	change 2	qda import -q FILE
-	participant	2
-	source	2
-	source_revision	2
-	speaker	4
-	turn	8
END
says 'and that it was not done' \
	'not done (dry run): change 2 undone: qda import -q FILE'
dump > before
qda undo -n 2> /dev/null > "$io/out"
dump > after
same 'nor is it' before after
run qda undo -m 'the wrong files'
expect 'undo takes the last change back' 0 </dev/null
says 'and says how it comes back' \
	"change 2 undone: qda import -q FILE; 'qda redo' brings it back"
run qda log --long -o json
is 'who, and why, is in the log' "$(sqlite3 :memory: "SELECT
    json_extract(value, '\$.coder') || ', ' ||
    json_extract(value, '\$.command') || ', ' ||
    json_extract(value, '\$.undoes') || ', ' ||
    json_extract(value, '\$.message') || ', ' ||
    json_extract(value, '\$.state')
    FROM json_each(readfile('$io/out')) LIMIT 1 OFFSET 2")" \
	'Camille, qda undo 2, 2, the wrong files, undo'
run qda redo
says 'redo brings it back' \
	"change 2 done again: qda import -q FILE; 'qda undo 2' takes it back"
dump > after
same 'all of it' before after
run qda redo
expect 'once' 1 </dev/null
says 'then there is nothing' 'nothing to redo'
run qda import P1.txt
says 'what was imported, undone and redone is there already' "'P1'"
qda undo -q
run qda import P1.txt
ok 'an import that was undone does not count as one' [ "$status" = 0 ]
run qda redo
expect 'after something new there is nothing to redo' 1 </dev/null
qda undo -q
run qda undo -q
run qda undo
expect 'nothing to undo is a no' 1 </dev/null
says 'and said' 'nothing to undo'

# --- which change
run qda undo 99
expect 'a change that is not there' 3 </dev/null
run qda undo quatre
expect 'what is no number' 2 </dev/null
run qda undo 0
expect 'nor is 0' 2 </dev/null
run qda undo 3
says 'an undo is no change to undo' 'is itself an undo or a redo'
run qda redo 3
expect 'nor to redo' 3 </dev/null
run qda undo 2
says 'what is undone is undone' 'change 2 is undone already'
run qda undo 2 3
expect 'one at a time' 2 </dev/null

# --- in the middle
rm qda.db ./*.txt && study
qda tag -q peur P1:#2			# 3
qda tag -q honte P2:#2			# 4
qda code set -q peur definition=x	# 5
run qda undo 3
expect 'later work refuses' 3 </dev/null
says 'and is named, with what to do' "change 3 cannot be undone alone: change 5 (qda code set -q peur definition=x) builds on it; 'qda undo 5' first"
dump > before
run qda undo 4
expect 'what nothing builds on is undone in the middle' 0 </dev/null
run qda redo 4
dump > after
same 'and redone' before after
qda undo -q 5
qda undo -q 3
run qda redo 5
expect 'a redo needs its ground' 3 </dev/null
says 'and names it' "it builds on change 3 (qda tag -q peur"

# --- tagging in bulk, then work on it
rm qda.db ./*.txt && study
dump > before
qda find -a '\w+' | qda tag -q mot 2> "$io/err"	# 3
dump > tagged
first=$(qda find -a '\w+' | head -n 1 | cut -f1)
cat > label.csv <<END
address,code,label
$first,mot,une étiquette
END
qda tag -q --from label.csv			# 4
run qda undo 3
expect 'a label on one of many refuses' 3 </dev/null
says 'naming the change' 'change 4 (qda tag -q --from FILE) builds on it'
qda undo -q
dump > after
same 'without the label it is as it was' tagged after
qda undo -q
dump > after
same 'and without the tags' before after
qda redo -q
dump > after
same 'all come back' tagged after
qda tag -q -r mot "$first"
run qda undo 3
expect 'one of many taken off refuses too' 3 </dev/null
qda tag -q mot "$first"
run qda undo 3
expect 'put back by hand, it is another one' 3 </dev/null

# --- what would not be sound
rm qda.db ./*.txt && study
for code in peur honte A B; do
	qda code add -q "$code"			# 3 to 6
done
qda axial group -q Vivre peur			# 7
qda axial group -q Vivre honte			# 8
run qda undo 7
expect 'a category with other members stays one' 3 </dev/null
qda axial group -q A B				# 9
qda axial ungroup -q A B			# 10
qda axial group -q B A				# 11
run qda undo 10
expect 'a circle is refused' 3 </dev/null
says 'and said' 'a category would be below itself'
run qda check
ok 'none is there' sh -c "! cut -f1 '$io/out' | grep -E 'circle|kind|main'"

# --- the log
rm qda.db ./*.txt && study
qda tag -q -c Noé peur P1:#2
qda undo -q -c Salomé
run qda log
cut -f1,3-6 "$io/out" > "$io/cut"
mv "$io/cut" "$io/out"
expect 'the log is in order' 0 <<'END'
1	Camille	1	done	qda coder -q add Camille roles=interviewer,coder
2	Camille	20	done	qda import -q FILE
3	Noé	4	undone	qda tag -q -c Noé peur "P1:#2"
4	Salomé	4	undo	qda undo 3
END
is 'an undo makes no coder' "$(qda coder list | grep -c Salomé)" 0
is '-c: the changes of one' "$(qda log -c noé | cut -f1)" 3
is '-c: of two' "$(qda log -c noé -c SALOMÉ | cut -f1 | tr '\n' ' ')" '3 4 '
is '--since today' "$(qda log --since "$(date +%F)" | wc -l)" 4
is '--since tomorrow' "$(qda log --since "$(date -d tomorrow +%F)" | wc -l)" 0
is '--since a year' "$(qda log --since "$(date +%Y)" | wc -l)" 4
sqlite3 qda.db "UPDATE history SET created = '2024-03-09T22:30:00Z'
    WHERE id < 3; UPDATE history SET created = '2024-03-10T23:30:00Z'
    WHERE id = 3"
is 'a day begins where one lives' "$(TZ=Europe/Paris qda log \
	--since 11/03/2024 | cut -f1 | tr '\n' ' ')" '3 4 '
is 'and not elsewhere' "$(TZ=UTC qda log --since 11/03/2024 | cut -f1)" 4
is 'and a table for people has the time it was there' \
	"$(TZ=Europe/Paris qda log -o table | sed -n 's/.* \(1[01] Mar 2024 [0-9:]*\) .*/\1/p')" \
	'11 Mar 2024 00:30'
is 'in data it is UTC everywhere' "$(TZ=Europe/Paris qda log | sed -n 3p |
	cut -f2)" 2024-03-10T23:30:00Z
run qda log --since hier
expect 'what is no date' 2 </dev/null
run qda log -H
is 'the columns' "$(head -n 1 "$io/out")" \
	'change	when	coder	rows	state	command'
done_testing
