# qda check: what is wrong with the project, and what mends it
. ./tests/lib.sh
study || exit 1
QDA_CODER=Camille; export QDA_CODER
sql() {
	# newer shells keep their own hands off the schema
	sqlite3 -batch -cmd '.dbconfig defensive off' qda.db \
	    "PRAGMA foreign_keys = OFF; $1" > "$io/sql" || return
	sed '/^ *defensive o/d' "$io/sql"
}

run qda check
expect 'a fresh study lacks what it lacks' 1 <<'END'
no-consent	P1	included, and no consent is recorded	qda participant set P1 consent=DATE
no-consent	P2	included, and no consent is recorded	qda participant set P2 consent=DATE
no-date	P1	an interview without a date	qda source set P1 date=DATE
no-date	P2	an interview without a date	qda source set P2 date=DATE
not-coded	P1	nobody has coded it	qda tag CODE "P1:#1"
not-coded	P2	nobody has coded it	qda tag CODE "P2:#1"
END
run qda check -q
expect 'with -q it only answers' 1 </dev/null

qda tag -q peur P1:#2
qda tag -q 'peur; honte' P2:#2
qda participant set -q P1 consent=2024-01-02
qda participant set -q P2 consent=yes
qda source set -q P1 date=2024-01-17
qda source set -q P2 date=2024-01-24
run qda check
expect 'what it asks for silences it' 0 </dev/null
says 'and that is said' 'nothing found'
cp qda.db whole.db

# --- each thing broken in turn: SQL that breaks it, what must be found
findings=$io/findings
: > "$findings"
broken() {
	cp whole.db qda.db
	sql "$2" || exit 1
	run qda check
	cut -f1,2 "$io/out" | tr '\t' ' ' | uniq > "$io/got"
	cat "$io/out" >> "$findings"
	is "$1" "$(cat "$io/got")" "$3"
	[ "$status" = 1 ] || is '... and it is said by the status' "$status" 1
}
broken 'words that are not in the text' \
	"UPDATE unit SET words = 'autre chose' WHERE id = 1" 'words P1:46-132'
ok '... both are shown' grep -q "the words were 'autre chose', the text has" \
	"$io/out"
broken 'a verbatim moved by one character' \
	'UPDATE unit SET "start" = "start" + 1 WHERE id = 1' 'words P1:47-132'
broken 'a verbatim behind the end' \
	'UPDATE unit SET "end" = 100000 WHERE id = 1' 'outside P1:46-100000'
broken 'a text that was altered' \
	"UPDATE source_text SET text = replace(text, 'panne', 'penne')" \
	'text-changed P1
words P1:46-132'
broken 'a text that is gone' \
	"DELETE FROM source_text WHERE text LIKE 'CA : Comment%'" \
	'text-missing P2'
broken 'a verbatim in a revision that is gone' \
	'UPDATE unit SET revision = 2 WHERE id = 2' 'text-missing P2'
broken 'a turn outside the text' \
	'UPDATE turn SET "end" = 100000 WHERE source = 1 AND seq = 4' \
	'turn P1:158-100000'
broken 'turns that overlap' \
	'UPDATE turn SET "end" = 50 WHERE source = 1 AND seq = 1' \
	'turn P1:46-132'
broken 'a reference into nothing' 'DELETE FROM code WHERE id = 1' 'file -'
cut -f3 "$io/out" > details
ok '... is told' grep -q 'coding 1 refers to a code that is not there' details
broken 'a damaged index' "PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'source, \"start\"',
    'source, \"end\"') WHERE name = 'unit_place'" 'file -'
broken 'a circle' "INSERT INTO grouping (guid, category, member, position,
    main, created) VALUES (x'00', 1, 2, 1, 1, '2024'),
    (x'00', 2, 1, 1, 1, '2024'); UPDATE code SET kind = 'category'" \
	'circle peur
circle peur; honte'
broken 'a property with members' "INSERT INTO grouping (guid, category,
    member, position, main, created) VALUES (x'00', 1, 2, 1, 1, '2024')" \
	'kind peur'
broken 'a member without a main category' "INSERT INTO grouping (guid,
    category, member, position, main, created)
    VALUES (x'00', 1, 2, 1, 0, '2024');
    UPDATE code SET kind = 'category' WHERE id = 1" 'main peur; honte'
broken 'a verbatim that carries nothing' 'DELETE FROM coding WHERE unit = 1' \
	'empty-verbatim P1:46-132
not-coded P1'
broken 'consent that was refused' \
	"UPDATE participant SET consent = 'no' WHERE name = 'P1'" \
	'consent-refused P1'
broken 'consent after the interview' \
	"UPDATE participant SET consent = '2024-01-18' WHERE name = 'P1'" \
	'consent-late P1'
broken 'consent in the month of the interview is no contradiction' \
	"UPDATE participant SET consent = '2024-01' WHERE name = 'P1';
	UPDATE source SET date = NULL WHERE name = 'P2'" 'no-date P2'
broken 'a recording that was not agreed to' \
	"UPDATE participant SET recording = 'no' WHERE name = 'P1';
	UPDATE source SET recording = 'audio'" 'recorded P1'
broken 'who is included and speaks nowhere' \
	"INSERT INTO participant (guid, name, key, created)
	VALUES (x'00', 'L''autre', 'l''autre', '2024')" "no-source L'autre"
broken 'an interview of nobody' \
	"UPDATE source SET participant = NULL WHERE name = 'P2';
	UPDATE speaker SET participant = NULL WHERE source = 2;
	DELETE FROM participant WHERE name = 'P2'" 'no-participant P2'
broken 'dates that contradict the order' \
	"UPDATE source SET date = '2024-01-10' WHERE name = 'P2'" 'order P2'
is '... with the order they give' "$(cut -f4 "$io/out")" 'qda source order P2 P1'
broken 'hits of a search that nobody has read' \
	"UPDATE unit SET made = 'search', reviewed = 0 WHERE id = 2" 'unread P2'
is '... with what shows them' "$(cut -f4 "$io/out")" \
    'qda tag -i -c Camille -s P2'
broken 'a rule without its date' \
	"UPDATE project SET stopping_rule = 'none-new stop=1 min=1'" \
	'rule-undated none-new stop=1 min=1'
broken 'a rule chosen after the fact' "UPDATE project
    SET stopping_rule = 'none-new stop=1', stopping_declared = '2024-02'" \
	'rule-late none-new stop=1'

# --- the commands are such that exist, and mend
cut -f4 "$findings" | sort -u > commands
: > "$io/unknown"
while read -r qda verb action rest; do
	[ "$qda" != - ] || continue
	qda "$verb" -h > "$io/help" 2>&1 || echo "$verb" >> "$io/unknown"
	case $verb in
	tag) ;;
	*) grep -q "qda $verb $action" "$io/help" ||
	    echo "$verb $action: $rest" >> "$io/unknown" ;;
	esac
done < commands
is 'every command exists' "$(cat "$io/unknown")" ''
mends() {
	cp whole.db qda.db
	sql "$2"
	qda check | cut -f4 | sed "s/=DATE/=2024-01-03/; s/ CODE / code /" \
	    > mend
	[ -s mend ] || echo 'nothing was found' >> "$io/why"
	${3:-sh -e ./mend} 2>> "$io/why"
	run qda check
	is "$1 is mended by what is printed" "$status$(cat "$io/out")" 0
}
read_them() {	# at a terminal, where each is kept
	printf 'kk' | timeout 20 script -qec 'sh -e ./mend' /dev/null \
	    > "$io/typed" 2>&1 || cat "$io/typed" >> "$io/why"
}
mends 'hits not read' "UPDATE unit SET made = 'search', reviewed = 0" read_them
mends 'the order' "UPDATE source SET date = '2024-01-10' WHERE name = 'P2'"
mends 'a source not coded' 'DELETE FROM coding WHERE unit = 1;
    DELETE FROM unit WHERE id = 1'
mends 'a property with members' "INSERT INTO grouping (guid, category,
    member, position, main, created) VALUES (x'00', 1, 2, 1, 1, '2024')"
mends 'late consent' \
	"UPDATE participant SET consent = '2024-01-18' WHERE name = 'P1'"
mends 'a date that is missing' "UPDATE source SET date = NULL"

# --- names that a shell would take apart
cp whole.db qda.db
qda source rename -q P1 'P 1 $(touch harm) "l'"'"'un"'
sql 'UPDATE source SET date = NULL WHERE id = 1'
qda check | cut -f4 | sed 's/=DATE/=2024-01-17/' > mend
sh -e ./mend 2> /dev/null
run qda check
is 'a strange name is quoted in the command' "$status" 0
ok '... and nothing else was run' [ ! -e harm ]

# --- a project that is whole, of some size
cp whole.db qda.db
perl -e 'print "P3 : le mot $_, puis un autre.\n\n" for 1 .. 3000' > P3.txt
qda import -q P3.txt
qda find mot | qda tag -q mot
sql "UPDATE unit SET reviewed = 1; UPDATE participant SET consent = 'yes';
    UPDATE source SET date = '2024-02-01' WHERE name = 'P3'"
run timeout 10 qda check
expect 'thousands of verbatims are where they say' 0 </dev/null
qda undo -q && qda redo -q
run qda check
expect 'after an undo and a redo too' 0 </dev/null
done_testing
