. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}
tab=$(printf '\t')

qda-init -q -t 'Une étude' -c 'Camille Aubert' . 2> /dev/null
guides
interviews

run qda source load "$top/samples/sources.csv"
expect 'the table of the sample study is loaded' 0 <<END
END
says 'and what it brought is said' 'change 5: 11 sources, values changed: 143'
is 'its durations are right' "$(sql 'SELECT sum(duration) FROM source')" 25760
is 'and so are the third persons' "$(sql "SELECT group_concat(name) FROM source
	WHERE present <> 'none'")" P4,P9
run qda source load "$top/samples/sources.csv"
says 'twice is once' 'nothing to change'
is 'and no change' "$(sql 'SELECT count(*) FROM history')" 5

# there and back
run qda source dump
cp "$io/out" dump.csv
is 'a dump is csv, with a header' "$(head -n 1 dump.csv | tr -d '\r')" \
	'name,order,kind,participant,date,duration,setting,medium,present,interviewer,guide,recording,destroyed,transcriber,software,checked,returned'
run qda source load dump.csv
says 'a dump loaded changes nothing' 'nothing to change'
qda source dump -o dump.tsv
run qda source load dump.tsv
says 'in tabs neither' 'nothing to change'
sed 's/,domicile,/,à la « maison »,/; s/P3,3/P3,12/' dump.csv > other.csv
qda source -q load other.csv
run qda source dump
cut -d, -f1,3- other.csv | sort > wanted
cut -d, -f1,3- "$io/out" | sort > got
same 'what is loaded is dumped' got wanted
is 'the order too' "$(qda source -o names | tail -n 1)" P3
sql "UPDATE source SET setting = '=1+1', present = 'a ; \"b\"
c' WHERE name = 'P1'"
qda source dump > hard.csv
run qda source load hard.csv
says 'formulas, quotes and newlines come back as they were' 'nothing to change'
ok 'a formula is disarmed' grep -qF ",'=1+1," hard.csv

# as a spreadsheet of a French office leaves it
printf 'Nom;Ordre;Date;Durée;Lieu\r\nP1;1;17/03/2024;38 min 10;\303\251\r\np2;;;;\r\n' |
	iconv -f UTF-8 -t WINDOWS-1252 > fr.csv
before=$(sql "SELECT setting FROM source WHERE name = 'P2'")
run qda source load fr.csv
expect 'semicolons, CRLF, Windows-1252 and French words are read' 0 <<END
END
is 'with dates, durations and accents' "$(sql "SELECT date, duration, setting
	FROM source WHERE name = 'P1'")" '2024-03-17|2290|é'
is 'an empty cell leaves a value as it is' "$(sql "SELECT setting FROM source
	WHERE name = 'P2'")" "$before"
printf 'name,setting\nP1,téléphone\n' > t.csv
input=t.csv run qda source load -
ok 'standard input is a table too' [ "$status" = 0 ]
printf 'name,participant,interviewer\nP1,P1bis,Noé Lambert\n' > t.csv
run qda source load -n t.csv
expect 'a dry run shows each value' 0 <<END
+${tab}P1bis${tab}participant
=${tab}P1${tab}participant=P1bis
+${tab}Noé Lambert${tab}coder
=${tab}P1${tab}interviewer=Noé Lambert
END
is 'and does nothing' "$(sql "SELECT count(*) FROM coder")" 1

# what is no field is an attribute
printf 'name,région,étage,@date\nP1,"Val-Brun ; nord",3,avant\nP2,,12,\n' > t.csv
run qda source load t.csv
says 'other columns are attributes' "new attribute 'étage' (number)"
qda source dump > dump.csv
is 'which a dump has too' "$(head -n 1 dump.csv | tr -d '\r' |
	cut -d, -f18-)" "région,étage,'@date"
run qda source load dump.csv
says 'and brings back' 'nothing to change'
printf 'name,étage\nP1,haut\n' > t.csv
run qda source load t.csv
expect 'a cell must fit the type' 3 < /dev/null
says 'and is named when it does not' "'t.csv', line 2, column 2"

# refused, with the line
was=$(qda source dump | cksum)
refused() {
	printf "$2" > bad.csv
	run qda source load bad.csv
	expect "$1" 3 < /dev/null
	says "... and it is said where and why" "$3"
	is '... and nothing is loaded' "$(qda source dump | cksum)" "$was"
}
refused 'an unknown source' 'name,setting\nP1,x\nP12,y\n' \
	"'bad.csv', line 3, column 1: there is no source 'P12'; did you mean 'P1"
refused 'a source twice' 'name,setting\nP1,x\nP2,y\np1,z\n' \
	"'bad.csv', line 4, column 1: 'p1' is in line 2 already"
refused 'no name' 'name,setting\nP1,x\n,y\n' "'bad.csv', line 3, column 1: the name is missing"
refused 'a wrong date' 'name,date\nP1,2024-01-02\nP2,hier\n' \
	"'bad.csv', line 3, column 2: date: "
refused 'a duration without a unit' 'name,duration\nP1,38\n' \
	"'bad.csv', line 2, column 2: duration: "
refused 'a kind that does not exist' 'name,kind\nP1,poème\n' \
	"'bad.csv', line 2, column 2: kind: 'poème' is not one of"
refused 'a guide that nobody made' 'name,guide\nP1,9\n' \
	"'bad.csv', line 2, column 2: there is no guide '9' ('qda guide add' makes one)"
refused 'no column of names' 'setting,date\nx,2024\n' "no column 'name'"
refused 'no rows' 'name,date\n' "holds no rows"
refused 'nothing' '' "'bad.csv'"
refused 'a row too long' 'name,date\nP1,2024,x,y\n' "line 2"
refused 'a quote that does not end' 'name,setting\nP1,"x\n' "'bad.csv'"
run qda source load .
expect 'a directory' 3 < /dev/null
run qda source load nobody.csv
expect 'no file' 3 < /dev/null

done_testing
