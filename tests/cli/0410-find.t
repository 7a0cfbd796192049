# qda find: what participants say, as match, sentence, turn, in context
. ./tests/lib.sh

qda init -q -t 'Une étude' -c Camille .
cat > P1.txt <<'EOF'
Entretien du matin, peur comprise

CA : Qu’est-ce qui a changé pour vous ?

P1 : Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.

CA : Et ensuite ? Avez-vous peur ?

P1 : J’appelle cabinet après cabinet. « On ne prend plus », voilà… (rires) C’est décourageant !
EOF
cat > P2.txt <<'EOF'
CA : Comment faites-vous ?

P2 : Je vais voir la pharmacienne. Elle me connaît, elle m’écoute 😀 toujours.

CA : Et le médecin ?

P2 : J’ai cessé de chercher. J’ai peur de tomber malade, euh, vraiment peur.
EOF
printf 'Une note sans tour de parole.\n\nElle parle de peur.\n' > note.txt
qda import -q P1.txt P2.txt note.txt

run qda find peur
expect 'it looks in what participants say, and in text without turns' 0 <<'EOF'
P2:163-167	P2	P2	peur
P2:200-204	P2	P2	peur
note:45-49	note	-	peur
EOF
run qda find -a peur
expect '-a looks everywhere but in labels' 0 <<'EOF'
P1:20-24	P1	-	peur
P1:197-201	P1	CA	peur
P2:163-167	P2	P2	peur
P2:200-204	P2	P2	peur
note:45-49	note	-	peur
EOF
run qda find -a 'CA|P1'
expect 'labels are nobody'"'"'s words' 1 <<'EOF'
EOF
# the words at an address are those that SQLite finds there
qda find -a -o json '\w+|😀' > found
n=$(grep -c address found)
sqlite3 -separator ' ' qda.db "
    WITH hit AS (SELECT value ->> 'source' AS name,
	value ->> 'address' AS address, value ->> 'text' AS text
	FROM json_each(readfile('found'))),
    place AS (SELECT name, text,
	CAST(substr(address, length(name) + 2) AS INTEGER) AS a,
	CAST(substr(address, instr(address, '-') + 1) AS INTEGER) AS b
	FROM hit)
    SELECT count(*), sum(substr(t.text, a + 1, b - a) = place.text)
    FROM place JOIN source USING (name)
    JOIN source_text AS t USING (hash)" > counted
is 'every address holds the words beside it' "$(cat counted)" "$n $n"

run qda find -w ecoute
expect '-w: accents do not matter' 0 <<'EOF'
P2:87-93	P2	P2	écoute
EOF
run qda find -w ECOUT
expect '-w: whole words only' 1 <<'EOF'
EOF
run qda find PEUR
expect 'case matters' 1 <<'EOF'
EOF
run qda find --count -i PEUR
expect '... but not with -i' 0 <<'EOF'
3
EOF
run qda find -F '(rires)'
expect '-F: a pattern that is none' 0 <<'EOF'
P1:272-279	P1	P1	(rires)
EOF
run qda find -u sentence peur
expect 'a sentence once, however many hits it has' 0 <<'EOF'
P2:158-205	P2	P2	J’ai peur de tomber malade, euh, vraiment peur.
note:31-50	note	-	Elle parle de peur.
EOF
run qda find -u sentence '(?s)temps.*?panne'
expect 'a hit in two sentences gives both' 0 <<'EOF'
P1:81-167	P1	P1	Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.
EOF
run qda find -u turn 'peur|cess'
expect 'a turn once; a line where there are no turns' 0 <<'EOF'
P2:134-205	P2	P2	J’ai cessé de chercher. J’ai peur de tomber malade, euh, vraiment peur.
note:31-50	note	-	Elle parle de peur.
EOF
run qda find '^J'
expect 'a pattern sees one turn at a time' 0 <<'EOF'
P1:210-211	P1	P1	J
P2:33-34	P2	P2	J
P2:134-135	P2	P2	J
EOF
run qda find -s P1 '(?s)gagne.*cabinet'
expect 'no hit leaves its turn' 1 <<'EOF'
EOF
run qda find -k malade
expect '-k: what stands left and right' 0 <<'EOF'
P2:178-184	P2	P2	 cessé de chercher. J’ai peur de tomber 	malade	, euh, vraiment peur.
EOF
is 'a shell loses no column' "$(qda find -k '^Je' | cut -f4)" -
run qda find -k -o jsonl '^Je'
expect '... and JSON says null' 0 <<'EOF'
{"address": "P2:33-35", "source": "P2", "speaker": "P2", "left": null, "match": "Je", "right": " vais voir la pharmacienne. Elle me conn"}
EOF
run qda find -C 1 malade
expect '-C: to be read, the first column still an address' 0 <<'EOF'
P2:178-184
	CA : Et le médecin ?
	P2 : J’ai cessé de chercher. J’ai peur de tomber [malade], euh, vraiment peur.
EOF
run qda find -C 1 -o tsv -H Elle
expect '-C with a format: two columns more' 0 <<'EOF'
address	source	speaker	before	after	text
P2:63-67	P2	P2	CA : Comment faites-vous ?	CA : Et le médecin ?	Elle
note:31-35	note	-	Une note sans tour de parole.	-	Elle
EOF
qda find -C 1 malade | qda tag -q maladie
is 'what -C prints can be tagged' "$(sqlite3 qda.db 'SELECT address
    FROM v_verbatim')" P2:178-184

run qda find -P P2 '\bJe|Elle'
expect '-P: one participant' 0 <<'EOF'
P2:33-35	P2	P2	Je
P2:63-67	P2	P2	Elle
EOF
run qda find -s note -s P1 --count e
expect '-s may be repeated' 0 <<'EOF'
28
EOF
is '... and adds up' "$(($(qda find -s note --count e) +
    $(qda find -s P1 --count e)))" 28
run qda find 'x*'
expect 'empty matches are none' 0 <<'EOF'
P1:165-166	P1	P1	x
EOF
run qda find -q peur
expect '-q answers by its status' 0 <<'EOF'
EOF
run qda find -q zut
expect '... no' 1 <<'EOF'
EOF
run qda find --count zut
expect 'none is 0, and the answer is no' 1 <<'EOF'
0
EOF

run qda find -c peur
expect 'grep -c is not ours' 2 <<'EOF'
EOF
says '... but --count is' '--count'
run qda find -l peur
expect 'nor is -l' 2 <<'EOF'
EOF
says '... but cut and sort are' 'cut -f2 | sort -u'
run qda find -n peur
expect 'nor -n' 2 <<'EOF'
EOF
says '... for find only reads' 'qda-find only reads'
run qda find '(a'
expect 'a wrong pattern' 2 <<'EOF'
EOF
says '... is shown with its mistake' '    ^'
run qda find -s P3 x
expect 'an unknown source' 3 <<'EOF'
EOF
says '... and the nearest' "there is no source 'P3'; did you mean 'P1'?"
run qda find -u word x
expect 'an unknown unit' 2 <<'EOF'
EOF
run qda find "$(printf 'a\377')"
expect 'a pattern that is not UTF-8' 2 <<'EOF'
EOF

# another revision: @2, and the turns of that revision alone
sqlite3 qda.db "
    UPDATE source SET revision = 2 WHERE name = 'P2';
    INSERT INTO source_text (hash, length, text) VALUES
	(x'02', 24, 'CA : Peur ?' || char(10, 10) || 'P2 : peur.');
    INSERT INTO source_revision (source, number, hash, created)
	SELECT id, 2, x'02', '' FROM source WHERE name = 'P2';
    INSERT INTO turn (source, revision, seq, speaker, start, end)
	SELECT source, 2, 1, id, 18, 23 FROM speaker WHERE label = 'P2'"
run qda find -s P2 peur
expect 'from revision 2 on the address says it' 0 <<'EOF'
P2:18-22@2	P2	P2	peur
EOF
run qda find ''
is 'nothing is no pattern: 2' "$status" 2
says 'and that is said' 'there is no pattern'

done_testing
