# qda import: the interviews of the invented study, in the formats they come in
. ./tests/lib.sh

qda-init -q -t 'Une étude' -c Camille . 2> /dev/null
sql() {
	sqlite3 -batch qda.db "$1"
}
entretiens=$top/samples/entretiens

run qda import "$entretiens"/P?.*
ok 'the interviews of the sample study are imported' [ "$status" = 0 ]
says 'and that is said' 'change 1: 9 sources imported; 9 new participants'
says 'with what was understood of each' 'P4: odt, UTF-8, 1,395 words; CA (interviewer, 15 turns, 87 % questions), P4 (participant, 24 turns, 0 % questions), Fille de P4 (other, 11 turns, 0 % questions)'
says 'Windows-1252 is recognised' 'P7: txt, windows-1252, '
says 'and that comments were kept' '8 comments are kept'
run qda import --split '^P\d+$' "$entretiens/P10-P11.txt"
says 'two interviews in one file are two sources' \
    'change 2: 2 sources imported; 2 new participants'

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

# every paragraph that begins with a label is a turn
for name in P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11; do
	wanted=$(qda source show $name --text |
	    perl -CSD -Mutf8 -ne '$n++ if /^[\[0-9:\].\s]*(CA|P[0-9]+|
		Fille[ ]de[ ]P4|Épouse)\s*:/x; END { print $n }')
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

# P2 went through the second coder's Word
is 'a comment stands on its words, and a reply below what it answers' \
	"$(sql "SELECT author, answers IS NOT NULL, substr(t.text,
	\"start\" + 1, \"end\" - \"start\") FROM comment JOIN source ON
	source.id = comment.source JOIN source_text AS t ON
	t.hash = source.hash ORDER BY comment.id")" \
	"Noé Lambert|0|comme un enterrement
Noé Lambert|0|plein comme un œuf
Noé Lambert|0|vous en avez un à me prêter
Noé Lambert|0|elle trie
Noé Lambert|0|je fais durer
Noé Lambert|0|personne m'a relancé
Noé Lambert|0|au bout du chemin, on ne vous voit plus
Camille Aubert|1|au bout du chemin, on ne vous voit plus"

for file in P1.docx P4.odt P7.txt; do
	run qda import "$entretiens/$file"
	expect "the same text is not imported twice ($file)" 0 <<END
END
	says '... which is said' "$file': its text is already here as '${file%.*}', not imported again"
done
is 'and there is no other change' "$(sql 'SELECT count(*) FROM history')" 2

done_testing
