. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}
tab=$(printf '\t')
interview() {	# ASKS ANSWERS NUMBER
	printf '%s : Comment va le %s ?\n\n%s : Le %s va bien.\n\n' \
		"$1" "$3" "$2" "$3"
	printf '%s : Et encore ?\n\n%s : Encore %s fois.\n' "$1" "$2" "$3"
}
fresh() {
	rm -rf ./* ./.[!.]*
	qda init -q -c Camille .
}

# a dry run says all, and does nothing
fresh
interview CA P1 1 > P1.txt
interview CA P2 2 > P2.txt
run qda import -n P1.txt P2.txt
expect 'a dry run shows what would be made' 0 <<END
+${tab}P1${tab}source
+${tab}P1${tab}participant
+${tab}P2${tab}source
+${tab}P2${tab}participant
END
says 'with its report' 'P2: txt, UTF-8, 17 words; CA (interviewer, 2 turns, 100 % questions), P2 (participant, 2 turns, 0 % questions)'
says 'and that it is one' 'not done (dry run): 2 sources imported; 2 new participants'
is 'and makes nothing' "$(sql 'SELECT (SELECT count(*) FROM source) +
	(SELECT count(*) FROM source_text) + (SELECT count(*) FROM history)')" 0
run qda import -q P1.txt P2.txt
expect 'quietly it says nothing' 0 < /dev/null
is 'not even on standard error' "$(cat "$io/err")" ''

# names and order
fresh
for i in 1 2 10 11; do
	interview CA P$i $i > P$i.txt
done
qda import -q P1.txt P10.txt P11.txt P2.txt
is 'the order of the alphabet becomes that of numbers' \
	"$(qda source -o names | tr '\n' ' ')" 'P1 P2 P10 P11 '
for i in 20 21 22; do
	interview CA P$i $i > P$i.txt
done
qda import -q P21.txt P22.txt P20.txt
is 'any other order is meant' \
	"$(qda source -o names | tail -n 3 | tr '\n' ' ')" 'P21 P22 P20 '
interview CA P30 30 > "L'été : n° \"3\"; suite.v2.txt"
interview CA P31 31 > ' deux  mots .txt'
interview CA P32 32 > -x.txt
interview CA P33 33 > "$(printf 'e\314\201te\314\201.txt')"
interview CA P34 34 > "$(printf 'r\351union\n2.txt')"
interview CA P35 35 > sans-point
run qda import -- "L'été : n° \"3\"; suite.v2.txt" ' deux  mots .txt' -x.txt \
	"$(printf 'e\314\201te\314\201.txt')" "$(printf 'r\351union\n2.txt')" \
	sans-point
is 'a source is named as its file, whatever that is called' \
	"$(qda source -o names | tail -n 6)" 'L'"'"'été : n° "3"; suite.v2
deux mots
-x
été
r\xe9union 2
sans-point'
run qda import -N 'Entretien d’Anne' sans-point
says 'the same text is known under any name' "its text is already here as 'sans-point'"
interview CA P36 36 > x
run qda import -N 'Entretien d’Anne' x
ok 'a name can be given' qda source show "Entretien d'Anne"
run qda import -N deux P1.txt P2.txt
expect 'but one only' 2 < /dev/null
run qda import -N "$(printf 'P\377')" P1.txt
expect 'of UTF-8' 2 < /dev/null
says 'with the byte' '--name: byte 2'
interview CA P37 37 > stdin
input=stdin run qda import -
expect 'standard input has none' 2 < /dev/null
input=stdin run qda import -N 'lu en direct' -
ok 'and can be given one' qda source show 'lu en direct'

# the same again
fresh
interview CA P1 1 > P1.txt
cp P1.txt copy.txt
sed 's/$/\r/' P1.txt > dos.txt
run qda import copy.txt P1.txt dos.txt
ok 'of three copies' [ "$status" = 0 ]
is 'one is imported' "$(qda source -o names | wc -l | tr -d ' ')" 1
says 'and the others are named' "'P1.txt': its text is already here as 'copy'"
says 'and counted' '1 source imported (2 were here already)'
qda source -q rename copy P1
run qda import P1.txt
expect 'what is here is no failure' 0 < /dev/null
says 'and said' 'nothing to import'
is 'nor a change' "$(sql 'SELECT count(*) FROM history')" 2
echo 'P1 : Autre chose.' > P1.txt
interview CA P2 2 > P2.txt
run qda import P2.txt P1.txt
expect 'another text under a name that is taken stops all' 3 < /dev/null
says 'with the file' "'P1.txt': there is a source 'P1' already, with another text"
is 'and nothing is imported' "$(qda source -o names)" P1
mkdir a b
interview CA A1 1 > a/E.txt
interview CA B1 2 > b/E.txt
run qda import a/E.txt b/E.txt
expect 'two files of one name too' 3 < /dev/null
qda import -q P2.txt
qda undo -q
run qda import P2.txt
says 'what was undone can be imported again' '1 source imported; 1 new'

# participants
fresh
interview CA P1 1 > P1.txt
interview CA Anne 2 > e2.txt
interview Enquêteur Interviewé 3 > e3.txt
interview Enquêteur Interviewé 4 > e4.txt
interview CA P1 5 > e5.txt
run qda import P1.txt e2.txt e3.txt e4.txt e5.txt
says 'who is known by a role only is called as the source' \
	"'Interviewé' is participant 'e3' (-P names another)"
says 'who speaks twice is one' "'P1' is participant 'P1', as in 'P1'"
is 'participants are those who answer' "$(sql "SELECT group_concat(name || ' '
	|| outcome, ', ') FROM participant")" \
	'P1 included, Anne included, e3 included, e4 included'
is 'and have their sources' "$(sql "SELECT group_concat(source.name || ' ' ||
	participant.name, ', ') FROM source JOIN participant
	ON participant.id = participant")" 'P1 P1, e2 Anne, e3 e3, e4 e4, e5 P1'
interview CA Marie 6 > e6.txt
run qda import -P M6 --date 17/03/2024 --duration '38 min 10' \
	--setting 'au cabinet' e6.txt
is 'what is known of the interview can be said at once' "$(sql "SELECT
	participant.name, date, duration, setting, label FROM source
	JOIN participant ON participant.id = source.participant
	JOIN speaker ON speaker.source = source.id
	AND speaker.participant = participant.id WHERE source.name = 'e6'")" \
	'M6|2024-03-17|2290|au cabinet|Marie'
echo 'Un texte sans locuteur.' > note.txt
run qda import -P 'Zoé L.' note.txt
says 'a text without speakers is what participants say' \
	"no speakers found, all of it counts as participants' speech"
is 'and can be somebody’s' "$(sql "SELECT participant.name FROM source JOIN
	participant ON participant.id = participant WHERE source.name =
	'note'")" 'Zoé L.'
for i in 1 2 3; do
	printf 'Anna : Oui.\n\nBéa : Non, vraiment pas %s, pas du tout.\n\nAnim : Pourquoi ?\n\n' $i
done > groupe.txt
run qda import --interviewer Anim groupe.txt
is 'in a group everybody is a participant, and the source nobody’s' \
	"$(sql "SELECT source.participant IS NULL, group_concat(label || ' ' ||
	role || ' ' || ifnull(participant.name, '-')) FROM speaker
	JOIN source ON source.id = speaker.source
	LEFT JOIN participant ON participant.id = speaker.participant
	WHERE source.name = 'groupe'")" \
	'1|Anna participant Anna,Béa participant Béa,Anim interviewer -'
interview Anna Béa 8 > e8.txt
run qda import --interviewer béa e8.txt
is 'who interviews can be said' "$(sql "SELECT group_concat(label || ' ' ||
	role) FROM speaker JOIN source ON source.id = speaker.source WHERE
	source.name = 'e8'")" 'Anna participant,Béa interviewer'
run qda import --date 31/02/2024 e8.txt
expect 'a day that is none is wrong usage' 2 < /dev/null
run qda import --duration 38 e8.txt
expect 'and so is a duration without a unit' 2 < /dev/null
echo x > new.txt
run qda import --guide 9 new.txt
expect 'a guide that nobody made is unknown' 3 < /dev/null
run qda import -P '' new.txt
ok 'and nobody has no name' [ "$status" != 0 ]

# several interviews in a file, and questions without labels
fresh
cat > all.txt <<'END'
Ce que chacun a répondu.

Dr Anne Martin
Que faites-vous ?
Je soigne.
Et je note.
Depuis quand ?
Dix ans.

Dr Béa Roux
Que faites-vous ?
Je remplace.
END
run qda import --split '^Dr .*' --question '\?$' all.txt
is 'a file is split where a paragraph matches' \
	"$(qda source -o names | tr '\n' ',')" 'all,Dr Anne Martin,Dr Béa Roux,'
run qda source show 'Dr Anne Martin' --text
is 'whose first line it stays' "$(head -n 1 "$io/out")" 'Dr Anne Martin'
run qda source show 'Dr Anne Martin' --turns
is 'questions are the interviewer’s, the rest the participant’s' \
	"$(cut -f 2,3,5 "$io/out")" "1${tab}Q${tab}Que faites-vous ?
2${tab}Dr Anne Martin${tab}Je soigne.\\nEt je note.
3${tab}Q${tab}Depuis quand ?
4${tab}Dr Anne Martin${tab}Dix ans."
is 'who is made' "$(sql 'SELECT group_concat(name) FROM participant')" \
	'Dr Anne Martin,Dr Béa Roux'
run qda import --split '(' all.txt
expect 'a wrong pattern is wrong usage' 2 < /dev/null
says 'and shown' '('


# heads that nobody split at
hint() {	# SENTENCE PATTERN|none <<TEXT
	cat > heads.txt
	run qda import -n heads.txt
	pattern=$(sed -n "s/.*--split '\(.*\)' would make.*/\1/p" "$io/err")
	is "$1" "${pattern:-none}" "$2"
	[ "$2" = none ] || run qda import -n --split "$pattern" heads.txt
	[ "$2" = none ] || is '... and that divides it' \
	    "$(grep -c '	source$' "$io/out")" 2
}
hint 'several heads of one word and a number' '^\W*Entretien\b.*\d' <<'END'
Entretien 1

CA : Ça va ?

PA : Oui.

Entretien 2

CA : Ça va ?

PB : Non.
END
hint '... of letters and a number, though they label turns too' '^P\d+$' <<'END'
P10

CA : Ça va ?

P10 : Oui.

P11

CA : Ça va ?

P11 : Non.
END
hint '... with a blank' '^MG \d+$' <<'END'
MG 2
CA : Ça va ?
PA : Oui.
MG 01
CA : Ça va ?
PB : Non.
END
hint 'what comes twice is a label on a line of its own' none <<'END'
P1
Nous venons tous les jours, sauf le dimanche.

P2
Moi, je viens le mardi, quand il ne pleut pas.

P1
Et moi le jeudi.
END
hint 'nor are items of a list heads' none <<'END'
A1

Il pleut.

B2

Il neige.
END

done_testing
