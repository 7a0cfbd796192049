# qda-participant load and dump: tables in and out
. ./tests/lib.sh

people=$top/samples/participants.csv
new() {
	rm -f qda.db
	qda-init -q -l fr -t Étude .
}
new
run qda-participant load "$people"
expect 'the sample study loads as it is' 0 </dev/null
says 'what it made is said' 'change 1: 14 participants loaded (new: 14)'
says 'attributes too, with their types' "new attribute 'voiture' (text)"
qda-participant dump | tr -d '\r' > back.csv
same 'and comes back to the letter' "$people" back.csv
run qda-participant load "$people"
expect 'loaded again, nothing changes' 0 </dev/null
is 'and nothing is recorded' "$(cat "$io/err")" \
	'nothing to change: 14 participants loaded (new: 0)'

# every form of dump loads, into another project, and gives the same
cat > odd.csv <<'END'
name,outcome,reason,known-how,texte,nombre,jour,durée,@consent,=somme
"L'Hôte ; ""M."", 4",refused,"- a dit non
le ""lendemain""",=1+1,- bonjour,"-3,5",17/03/2024,1h02,libre,@x
P2,,'guillemet,"	tab	""fin""",\t \n \\,007,2024-02,38 min 10,,+33
😀 É,exclu,"""tout"" ou rien",,"'",12,1er mars 2024,45 s,,
END
new
run qda-participant load odd.csv
expect 'what looks like formulas, quotes, tabs and escapes loads' 0 </dev/null
says 'a number may have a comma' "new attribute 'nombre' (text)"
says 'a column of dates is one, whatever they are like' \
	"new attribute 'jour' (date)"
says 'of durations too' "new attribute 'durée' (duration)"
sqlite3 qda.db .dump | grep -e 'INTO participant' -e 'INTO attribute' |
	sed "s/X'[0-9a-f]*'//; s/'20..-..-..T[^']*'//" > wanted
for as in csv tsv; do
	qda-participant dump -o "$as" > "odd.$as"
	cp qda.db first.db
	new
	run qda-participant load "odd.$as"
	is "a dump as $as loads" "$status" 0
	sqlite3 qda.db .dump | grep -e 'INTO participant' -e 'INTO attribute' |
		sed "s/X'[0-9a-f]*'//; s/'20..-..-..T[^']*'//" > got
	same '... and gives the same participants' wanted got
	mv first.db qda.db
done
run qda-participant dump -o json
ok 'a dump as JSON is JSON' sqlite3 :memory: \
	"SELECT 1 / (json_array_length(readfile('$io/out')) = 3)"
is 'dates and durations are data in list' \
	"$(qda-participant list | sed -n 3p | cut -f 11-12)" '2024-03-01	45'

# as Excel in France writes it
new
printf '%s\r\n' 'Nom;Issue;Motif;Prise de contact;Déjà connu;Comment connu;Information;Consentement;Enregistrement;Âge;Poids' \
	'M1;inclus;;affiche;non;;10/01/2024;oui;oui;50-59;62,5' \
	'M2;refusé;« non »;ami;oui;voisin;;non;;60-69;' \
	'M3;;;;;;;;;;1000' '' ';;;;;;;;;;' |
	iconv -f UTF-8 -t WINDOWS-1252 > excel.csv
run qda-participant load excel.csv
expect 'semicolons, Windows-1252 and French headers are understood' 0 </dev/null
run qda-participant list -o jsonl
expect 'and mean the fields' 0 <<'END'
{"name": "M1", "outcome": "included", "sources": 0, "units": 0, "duration": null, "reason": null, "approach": "affiche", "consent": "yes", "Âge": "50-59", "Poids": 62.5}
{"name": "M2", "outcome": "refused", "sources": 0, "units": 0, "duration": null, "reason": "« non »", "approach": "ami", "consent": "no", "Âge": "60-69", "Poids": null}
{"name": "M3", "outcome": "included", "sources": 0, "units": 0, "duration": null, "reason": null, "approach": null, "consent": null, "Âge": null, "Poids": 1000}
END
run qda-participant dump -o tsv
is 'a dump has English headers' "$(head -n 1 "$io/out")" \
	'name	outcome	reason	approach	known	known-how	informed	consent	recording	Âge	Poids'
printf 'nom\tâge\tsexe\nm2\t\tF\nM4\t70-79\tH\n' > more.tsv
run qda-participant load more.tsv
says 'another table adds to it' '2 participants loaded (new: 1)'
run qda-participant show M2
is 'an empty cell leaves the value' "$(grep '^Âge' "$io/out")" 'Âge	60-69'
is 'what the table lacks stays' "$(grep '^known-how' "$io/out")" \
	'known-how	voisin'
input=more.tsv
run qda-participant load -
expect 'a table comes from standard input too' 0 </dev/null
input=
printf 'nom\tconsentement\nM2\toui\nM9\toui\n' > dry.tsv
run qda-participant -n load dry.tsv
expect 'a dry run shows what would change' 0 <<'END'
+	M9	participant
=	M2	consent=yes
=	M9	consent=yes
END

# wrong tables: nothing is done, and the place is said
cp qda.db before.db
bad() {
	printf "$2" > bad.csv
	run qda-participant load bad.csv
	expect "$1" 3 </dev/null
	says '... with its place' "'bad.csv'$3"
}
bad 'an unknown outcome is refused' 'name,outcome\nM7,inclus\nM8,mort\n' \
	", line 3, column 2: outcome: 'mort' is not one of included"
bad 'a date that is none' 'name;x;consent\nM7;1;31/02/2024\n' \
	", line 2, column 3: consent: '31/02/2024' is neither yes, no nor a date"
bad 'a word where there are numbers' 'name,poids\nM7,"lourd"\n' \
	", line 2, column 2: Poids: 'lourd' is not a number; "
bad 'a line after a cell of two lines is still the right one' \
	'name,reason,known\nM7,"a\nb",\nM8,,peut-être\n' \
	", line 4, column 3: known: 'peut-être' is not one of yes, no"
bad 'a field misspelt' 'name,consnet\nM7,oui\n' \
	", line 1, column 2: there is no field 'consnet'; did you mean 'consent'?"
bad 'no column of names' 'outcome,x\ninclus,1\n' \
	", line 1: no column 'name' says what a row is about"
bad 'a row without a name' 'name,x\n,1\n' ', line 2, column 1: the name is missing'
bad 'one person twice' 'name,x\nM7,1\nM8,2\nm7,3\n' \
	", line 4, column 1: 'm7' is in line 2 already"
bad 'two columns of one field' 'name,consent,consentement\nM7,,\n' ''
bad 'two columns of one attribute' 'name,âge,@âge\nM7,1,2\n' \
	', line 1, column 3: the same attribute as column 2'
bad 'a column without a header' 'name,,x\nM7,,1\nM8,2,1\n' \
	', line 3, column 2: the column has no header'
bad 'a name as those of attributes' 'name,x\n@x,1\n' \
	", line 2, column 1: '@x' cannot be the name of a participant"
bad 'a row that is too long' 'name,x\nM7,1,2\n' ''
bad 'a quotation mark without end' 'name,x\nM7,"1\n' ''
bad 'a header alone' 'name,x\n' ' holds no rows'
bad 'an empty file' '' ''
bad 'bytes that are no text' 'name,x\n\000\001\002\377\376\000,1\n' ''
run qda-participant load nothing.csv
is 'a file that is not there is wrong input' "$status" 3
mkdir folder
run qda-participant load folder
ok 'a folder is refused' test "$status" -ge 3
mkfifo fifo
run timeout 5 qda-participant load fifo
ok 'a FIFO too, without waiting' test "$status" -ge 3 -a "$status" -lt 6
head -c 300000 /dev/urandom > noise.csv
run qda-participant load noise.csv
expect 'noise is refused' 3 </dev/null
ok 'the project is as it was' cmp -s qda.db before.db

# as many as a survey has
awk 'BEGIN {
	print "name,outcome,consent,âge,jour,durée,lieu,région"
	for (i = 1; i <= 10000; i++)
		printf "É%d,inclus,%02d/03/2024,%d,2024-01-%02d,%d:%02d,bourg %d,\n",
		    i, i % 28 + 1, 20 + i % 60, i % 28 + 1, i % 59 + 1,
		    i % 60, i % 9
}' > many.csv
new
run timeout 10 qda-participant load many.csv
says 'ten thousand participants load' '10000 participants loaded (new: 10000)'
is 'with all their values' \
	"$(sqlite3 qda.db 'SELECT count(*) FROM attribute_value')" 40000
run timeout 10 qda-participant list
is 'and are listed' "$(sed -n '10000s/	/ /gp' "$io/out")" \
	'É10000 included 0 0 -   2024-03-05 60 2024-01-05 1840 bourg 1 '
run qda-undo
is 'undo takes them all' \
	"$(sqlite3 qda.db 'SELECT (SELECT count(*) FROM participant) +
	    (SELECT count(*) FROM attribute_value)')" 0
done_testing
