. ./tests/lib.sh

qda-init -q -t 'Une étude' -c Camille . 2> /dev/null
sql() {
	sqlite3 -batch qda.db "$1"
}

run qda import "$top"/samples/entretiens/*.txt
ok 'the interviews of the sample study are imported' [ "$status" = 0 ]
says 'and that is said' 'change 1: 11 sources imported; 11 new participants'
says 'with what was understood of each' 'P4: txt, UTF-8, 617 words; CA (interviewer, 8 turns, 88 % questions), P4 (participant, 9 turns, 0 % questions), Fille de P4 (other, 3 turns, 0 % questions)'

is 'names of files are put in the order of their numbers' \
	"$(sql 'SELECT name FROM source ORDER BY position' | tr '\n' ' ')" \
	'P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 '
is 'CA asks, P1 to P11 answer, the daughter and the wife do neither' \
	"$(sql 'SELECT DISTINCT role, label FROM speaker ORDER BY 1, 2' |
	tr '\n' ' ')" \
	'interviewer|CA other|Fille de P4 other|Épouse participant|P1 participant|P10 participant|P11 participant|P2 participant|P3 participant|P4 participant|P5 participant|P6 participant|P7 participant|P8 participant|P9 '
is 'every voice of a participant is that of the participant of its name' \
	"$(sql "SELECT count(*) FROM speaker JOIN participant ON
	participant.id = speaker.participant AND name = label
	WHERE role = 'participant' AND outcome = 'included'")" 11
is 'and so is every source' "$(sql 'SELECT count(*) FROM source JOIN
	participant ON participant.id = source.participant AND
	participant.name = source.name')" 11

# every paragraph of the samples that begins with a label is a turn
for f in "$top"/samples/entretiens/*.txt; do
	name=$(basename "$f" .txt)
	wanted=$(perl -CSD -Mutf8 -ne '$n++ if /^[\[0-9:\].\s]*(CA|P[0-9]+|
		Fille[ ]de[ ]P4|Épouse)\s*:/x; END { print $n }' "$f")
	got=$(sql "SELECT count(*) FROM turn JOIN source ON source.id = source
		WHERE name = '$name'")
	is "$name has a turn for each label" "$got" "$wanted"
done
is 'a turn is what is said, its label left out' \
	"$(sql "SELECT substr(text, \"start\" + 1, \"end\" - \"start\")
	FROM turn JOIN source ON source.id = turn.source JOIN source_text AS t
	ON t.hash = source.hash JOIN speaker ON speaker.id = speaker
	WHERE label = 'Épouse' ORDER BY \"start\" LIMIT 1")" \
	'Elle n’a pas de diabète, elle.'
is 'P6 has the times of the recording' "$(sql 'SELECT name FROM source WHERE
	(SELECT count(time) FROM turn WHERE turn.source = source.id) > 2')" P6
is 'in seconds' "$(qda source show P6 --turns | head -n 2 | cut -f 4 |
	tr '\n' ' ')" '8 19 '

run qda import "$top"/samples/entretiens/P1.txt
expect 'the same text is not imported twice' 0 <<END
END
says 'which is said' "P1.txt': its text is already here as 'P1', not imported again"
is 'and there is no second change' "$(sql 'SELECT count(*) FROM history')" 1

done_testing
