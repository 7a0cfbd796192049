# qda tag: codes on verbatims, and off them.
. ./tests/lib.sh
study || exit 1

codings() {
	sqlite3 -separator ' ' qda.db "SELECT address, code, coder, stance,
	    ifnull(label, '-') FROM v_verbatim
	    ORDER BY source_order, address, code"
}
dump() {
	sqlite3 qda.db .dump | grep -vE '(history|sqlite_sequence)'
}

run qda tag 'gain de temps' P1:#2
expect 'an address is tagged' 0 < /dev/null
says 'and what was done is said, the change first' \
    "change 3: 1 verbatim tagged 'gain de temps'; 1 new code"
is 'the unit holds its words' \
    "$(sqlite3 qda.db 'SELECT words FROM unit')" \
    'Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.'
address=$(sqlite3 qda.db 'SELECT address FROM v_verbatim')

run qda tag 'Gain de  TEMPS' "$address"
says 'a name is the same however it is spelt, and nothing is done twice' \
    '(1 already was)'
is 'the codebook has one code' \
    "$(sqlite3 qda.db 'SELECT count(*) FROM code')" 1

run qda tag 'gain de temps' P1:#2 P1:#2 "$address"
says 'what is named twice is tagged once' '(1 already was)'

printf '\357\273\277address\tsource\nP2:#2\tP2\n' > piped
printf '\r\nP2:#4\tx\ty\r\n' >> piped
input=piped run qda tag --and peur appui
input=
says 'a pipe is read by its first column' \
    "2 verbatims tagged 'appui', 'peur'; 2 new codes"
is 'a search made it, and nobody read it' \
    "$(sqlite3 qda.db "SELECT made, reviewed FROM unit WHERE source = 2 LIMIT 1")" \
    'search|0'

codings > before
dump > dumped
printf 'P1:0-4\nP9:1-2\nP1:5\nP1:0-99999\nP1:#99\nP1:9-3\nP1\nP1:1-2@7\nP1:00-1\nP1:12345678901-2\nP1:1-x\nP1:#0\n' > bad
input=bad run qda tag nouveau
input=
is 'wrong addresses: status 3' "$status" 3
says 'each is named with its line' "standard input, line 2: there is no source 'P9'; did you mean 'P1'?"
says 'what a verbatim is' "'P1:5': a verbatim has a start and an end: P1:5-40, or a turn: P1:#5"
says 'how long the source is' "'P1' has only"
says 'which turn is missing' "'P1' has no such turn"
says 'a start comes before its end' 'the start does not come before the end'
says 'and how many more there are' 'and 1 more; nothing was done'
codings > after
same 'nothing was done' before after

run qda tag P1:0-4 confiance
is 'the code comes first' "$status" 2
says 'and that is said' "'P1:0-4' is an address: the code comes first"
run qda tag --known confiancé P1:0-4
is 'a code that must be known' "$status" 3
run qda tag --known 'gain du temps' P1:0-4
says 'names the nearest' "there is no code 'gain du temps'; did you mean 'gain de temps'?"
run qda tag "$(printf 'a\377b')" P1:0-4
is 'a name that is not UTF-8: status 2' "$status" 2
run qda tag '' P1:0-4
is 'an empty name is refused' "$status" 3
run qda tag
is 'no code: status 2' "$status" 2
run qda tag peur
is 'nothing on standard input: status 1' "$status" 1
dump > dumped2
same 'and the project is as it was' dumped dumped2

run qda tag 'pendant tout un entretien' P2:
is 'a whole source is a unit of its own kind' \
    "$(sqlite3 qda.db "SELECT kind FROM unit WHERE \"start\" = 0 AND source = 2")" source
qda tag -q -r 'pendant tout un entretien' P2:

# by words
run qda tag -t "« j'appelle  CABINET après cabinet »" recherche
says 'a quotation is found by its words' "1 verbatim tagged 'recherche'"
is 'as they are written' \
    "$(sqlite3 qda.db "SELECT text FROM v_verbatim WHERE code = 'recherche'")" \
    'J’appelle cabinet après cabinet'
run qda tag -t 'Le matin […] une fois sur deux' cut
says 'a cut leaves words out' "1 verbatim tagged 'cut'"
run qda tag -t 'peur' ambigu
is 'words in two places: status 3' "$status" 3
says 'are named with their places' 'these words stand in 2 places: P2:'
run qda tag -t 'comment faites-vous' question
says 'what nobody of the participants says may be the interviewer’s' \
    "1 verbatim tagged 'question'"
run qda tag -t 'jamais dit' x
says 'words that nobody says' "nobody says 'jamais dit'"
run qda tag peur -t "$(printf 'é%.0s' $(seq 85))"
says 'of a long quote the first 80 characters, all of them whole' \
    "nobody says '$(printf 'é%.0s' $(seq 80))...'"
run qda tag -s P1 -t 'la pharmacienne' x
says 'in the source asked for' "nobody says 'la pharmacienne' in 'P1'"
run qda tag -t '« … »' x
says 'a quotation without a word' 'the quotation holds no word'
printf 'Elle me connaît,\nelle m’écoute.\n' > quote
input=quote run qda tag -t - soin
input=
says 'a quotation on standard input, over two lines' "1 verbatim tagged 'soin'"

# off again
run qda tag -r soin -t 'Elle me connaît, elle m’écoute.'
says 'a code is taken off' "'soin' taken off 1 verbatim"
is 'and its unit goes' \
    "$(sqlite3 qda.db "SELECT count(*) FROM unit WHERE words LIKE 'Elle me%'")" 0
run qda tag -r soin P2:#2
is 'taking off what is not there: status 1' "$status" 1
run qda tag -c Noé -r 'gain de temps' "$address"
is 'another coder’s code stays' "$status" 1
is 'as it was' "$(sqlite3 qda.db "SELECT count(*) FROM v_verbatim
    WHERE code = 'gain de temps'")" 1

# a dry run
dump > dumped
run qda tag -n 'gain de temps' P2:#2
expect 'a dry run shows rows' 0 <<END
+	$(sqlite3 qda.db "SELECT 'P2:' || \"start\" || '-' || \"end\" FROM turn WHERE source = 2 AND seq = 2")	gain de temps
END
dump > dumped2
same 'and changes nothing' dumped dumped2

# a table
cat > table.csv <<'END'
source;citation;propriété;étiquette;position;mémo;codeur
P1;On ne prend plus;refus au secrétariat;"on ne prend plus";;à comparer;Noé
P2;J'ai cessé de chercher;cesser de chercher;;contredit;;
END
iconv -f UTF-8 -t WINDOWS-1252 table.csv > excel.csv
run qda tag --from excel.csv
says 'a table of Excel is read' '2 rows, 2 codings; 2 new codes'
says 'a coder it names is made' "new coder 'Noé'"
is 'with coder, label and stance' "$(sqlite3 -separator ' ' qda.db "SELECT
    code, coder, stance, ifnull(label, '-') FROM v_verbatim
    WHERE code LIKE '%cherch%' AND code <> 'recherche' OR code LIKE 'refus%'
    ORDER BY code")" "cesser de chercher Camille contradicts -
refus au secrétariat Noé illustrates on ne prend plus"
is 'and its memo' "$(sqlite3 qda.db 'SELECT text FROM memo')" 'à comparer'
codings > before
printf 'source,quote,code\nP1,voilà,a\nP1,nulle part,b\nP7,x,c\nP1,voilà,\n' > bad.csv
run qda tag --from bad.csv
is 'a wrong table: status 3' "$status" 3
says 'each row is named' "bad.csv, line 3: nobody says 'nulle part' in 'P1'"
says 'an unknown source too' "bad.csv, line 4: there is no source 'P7'"
says 'and a row without a code' 'bad.csv, line 5: there is no code'
codings > after
same 'nothing of it was done' before after
printf 'a,b\n1,2\n' > none.csv
run qda tag --from none.csv
says 'a table without its columns says which' 'the first row names the columns'

# names
for name in "Entretien d'Anne : 2" '-tiret' 'a "b" \c' 'a;b' '😀 été'; do
	run qda tag -q -- "$name" P1:0-2
	is "the name $name is kept" "$(sqlite3 qda.db \
	    'SELECT name FROM code ORDER BY id DESC LIMIT 1')" "$name"
done
seq -f 'code %g' 1 10000 | sed 's/^/P1:0-2,/; 1i address,code' > many.csv
run qda tag -q --from many.csv
is 'ten thousand codes are' "$(sqlite3 qda.db \
    "SELECT count(*) FROM code WHERE name LIKE 'code %'")" 10000
done_testing
