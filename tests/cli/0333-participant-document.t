# qda-participant list: table 1 as a document; columns chosen
. ./tests/lib.sh

qda-init -q -l fr -t 'Étude <b>' .
cat > people.csv <<'END'
name,outcome,sexe,âge,attente,depuis,suivi,lieu
M1,included,F,"52,5",38 min 10,17/03/2024,oui,bourg
M2,included,F,60,,,non,bourg
M3,included,H,,1 h 02,,,<script>
M4,refused,H,,,,,
M5,refused,F,,,,,
M6,no-reply,F,,,,,
END
qda-participant -q load people.csv
qda-participant -q set @suivi type=yes/no
cat > P1.txt <<'END'
A : Et alors ?

M1 : Rien.
END
qda-import -q -P M1 P1.txt
qda-source -q set P1 duration=24:27

run qda-participant list -l en -o md
sed '/^---$/,$d; s/\\//g' "$io/out" > body
run cat body
expect 'a row for each who was included, the others counted below' 0 <<'END'
# Participants

Étude <b>

| participant | sexe | âge | attente | depuis | suivi | lieu | duration |
| --- | --- | --- | --- | --- | --- | --- | ---: |
| **M1** | F | 52.5 | 38 min 10 s | 17 Mar 2024 | yes | bourg | 24 min 27 s |
| **M2** | F | 60 |  |  | no | bourg |  |
| **M3** | H |  | 1 h 2 min |  |  | <script> |  |

Approached: 6; included: 3; others: refused (2), no reply (1).

END
run qda-participant list -o md
says 'that people may be known by it is said' \
	'3 of 3 participants are each the only one'
ok 'durations as people write them in the language of the project' \
	grep -q '24.min.27' "$io/out"
run qda-participant list --columns 'sexe;lieu' -o md
says 'counted for the columns that are shown' \
	'1 of 3 participants is the only one'
run qda-participant list --columns '@lieu; sexe' -l en -o md
is 'columns come in the order asked for' "$(sed -n 5p "$io/out")" \
	'| participant | lieu | sexe | duration |'
run qda-participant list --columns sexe
is 'in data too' "$(cut -f 9- "$io/out" | tr '\n' ' ')" 'F F H H F F '
run qda-participant list --columns 'sexe; SEXE'
expect 'none twice' 2 </dev/null
run qda-participant list --columns sex
expect 'none that is not there' 3 </dev/null
says 'but the nearest' "there is no attribute 'sex'; did you mean 'sexe'?"

run qda-participant list -o t.html
ok 'HTML escapes what it is given' sh -c \
	'grep -q "&lt;script&gt;" t.html && ! grep -q "<script>" t.html'
run qda-participant list -o t.docx
ok 'Word is a file of Word' sh -c \
	'unzip -p t.docx word/document.xml | grep -q "w:tblHeader"'
ok 'its rows are all there' sh -c \
	'unzip -p t.docx word/document.xml | xmllint --noout - &&
	 [ "$(unzip -p t.docx word/document.xml | grep -o "<w:tr[ >]" |
	   wc -l)" = 4 ]'
run qda-participant show M1 -o x.docx
expect 'one participant is no document' 2 </dev/null
run qda-participant dump -o docx
expect 'nor is a dump' 2 </dev/null
run qda-participant list -o pdf
expect 'nor is there a PDF' 2 </dev/null
ok 'and no file is left' test ! -e x.docx

qda-participant -q delete M4 M5 M6
run qda-participant list -l en -o md
ok 'nobody else was logged: nothing is said of them' \
	sh -c "! grep -q Approached $io/out"
qda-participant -q set M1 consent=
qda-init -q empty
run qda-participant -p empty/qda.db list -l en -o md
is 'a study without participants is an empty table' "$status" 0

# --- on a terminal
a_terminal || { done_testing; exit; }
narrow() {
	script -qec "stty cols $1; qda participant list ${2-}" /dev/null \
	    < /dev/null 2>&1 | tr -d '\r'
}
narrow 48 > wide
is 'a terminal is not written over its width' \
	"$(awk 'length > 48' wide | grep -vc 'left out')" 0
is 'columns are left out, not broken' "$(head -n 1 wide)" \
	'name  outcome   sources  units  duration  sexe'
ok 'how many is said, and how to choose' grep -q \
	'^8 columns more than fit are left out; --columns chooses' wide
narrow 50 '--columns lieu' > chosen
is 'so others can be had' "$(head -n 1 chosen)" \
	'name  outcome   sources  units  duration  lieu'
is 'where all fit nothing is said' "$(narrow 200 | grep -c 'left out')" 0
done_testing
