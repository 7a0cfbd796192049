# qda participant grid: which variation of the sample there is, and is missing
. ./tests/lib.sh

samples=$top/samples
qda-init -q -l fr -t 'Étude' .
run qda participant grid
expect 'of nobody nothing varies' 0 </dev/null
says 'and that is said' 'no attribute is known of anybody yet'
qda-participant load -q "$samples/participants.csv"

# --- the sample: 6 F, 5 H, seven bands of age; three were not included
run qda participant grid --columns 'sexe; âge'
expect 'a row for each value, with how many and who' 0 <<'END'
sexe	F	6	2	P1; P3; P4; P6; P10; P11
sexe	H	5	1	P2; P5; P7; P8; P9
âge	20-29	2	0	P6; P8
âge	30-39	1	0	P3
âge	40-49	2	0	P5; P10
âge	50-59	1	0	P1
âge	60-69	2	0	P4; P7
âge	70-79	2	0	P2; P11
âge	80-89	1	0	P9
âge	-	0	3	-
END
is 'the columns have names' "$(qda participant grid -H | head -n 1 |
	tr '\t' ' ')" 'attribute value included others participants'
is 'without --columns all attributes, nobody dropped of any' \
	"$(qda participant grid | awk -F'\t' '{ i[$1] += $3; o[$1] += $4 }
	END { for (a in i) print i[a] "+" o[a] }' | sort | uniq -c |
	tr -s ' ')" ' 8 11+3'
run qda participant grid --by @sexe
is '--by once asks for one' "$(cut -f 1 "$io/out" | uniq)" sexe
is 'accents do not put a word behind the others' \
	"$(qda participant grid --by situation | cut -f 2 | sed -n 4,6p |
	tr '\n' ' ')" 'étudiante informaticien institutrice '

# --- what may be, and is nobody's
qda participant set -q @âge \
	levels='90-99; 80-89; 70-79; 60-69; 50-59; 40-49; 30-39; 20-29; 18-19'
qda participant set -q @voiture type=yes/no
qda participant set -q @suivi type=yes/no
run qda participant grid --columns 'âge; suivi'
expect 'levels in their order, also those nobody has; yes and no' 0 <<'END'
âge	90-99	0	0	-
âge	80-89	1	0	P9
âge	70-79	2	0	P2; P11
âge	60-69	2	0	P4; P7
âge	50-59	1	0	P1
âge	40-49	2	0	P5; P10
âge	30-39	1	0	P3
âge	20-29	2	0	P6; P8
âge	18-19	0	0	-
âge	-	0	3	-
suivi	yes	0	0	-
suivi	no	0	0	-
suivi	-	11	3	P1; P2; P3; P4; P5; P6; P7; P8; P9; P10; P11
END
qda participant set -q P1 attente=24:27 enfants=2 depuis=2024-03
qda participant set -q P2 attente='9 min' enfants=10 depuis=2023
qda participant set -q P12 attente='1 h 02' enfants=2,5 depuis=17/03/2024
qda participant set -q P3 fratrie=3
run qda participant grid --columns 'attente; enfants; depuis; fratrie'
expect 'of numbers, dates and durations the least and the greatest' 0 <<'END'
attente	540..3720	2	1	P1; P2
attente	-	9	2	P3; P4; P5; P6; P7; P8; P9; P10; P11
enfants	2..10	2	1	P1; P2
enfants	-	9	2	P3; P4; P5; P6; P7; P8; P9; P10; P11
depuis	2023..2024-03-17	2	1	P1; P2
depuis	-	9	2	P3; P4; P5; P6; P7; P8; P9; P10; P11
fratrie	3	1	0	P3
fratrie	-	10	3	P1; P2; P4; P5; P6; P7; P8; P9; P10; P11
END
run qda participant grid --columns 'attente; enfants' -o table
expect 'people read them as they write them' 0 <<'END'
attribute  value               included  others  participants
attente    9 min to 1 h 2 min         2       1  P1; P2
attente    (not recorded)             9       2  P3; P4; P5; P6; P7; P8; P9; P10; P11
enfants    2 to 10                    2       1  P1; P2
enfants    (not recorded)             9       2  P3; P4; P5; P6; P7; P8; P9; P10; P11
END
qda participant set -q P5 lieu='BOURG '
is 'one word in two spellings is one' "$(qda participant grid --by lieu |
	grep -ic bourg)" 1
run qda participant grid --by voiture -o csv
is 'what is not recorded is empty in csv' "$(tail -n 1 "$io/out" | tr -d '\r')" \
	'voiture,,0,3,'
run qda participant grid --by voiture -o json
ok 'in JSON it is null, and names are an array' perl -MJSON::PP -0ne '
	my @r = @{decode_json($_)};
	exit(@r == 3 && !defined $r[2]{value} && $r[2]{others} == 3 &&
	    @{$r[2]{participants}} == 0 && $r[1]{participants}[0] eq "P4"
	    ? 0 : 1)' "$io/out"

# --- two of them
run qda participant grid --by sexe --by âge
expect 'two are crossed; only those included count' 0 <<'END'
sexe	90-99	80-89	70-79	60-69	50-59	40-49	30-39	20-29	18-19
F	0	0	1	1	1	1	1	1	0
H	0	1	1	1	0	1	0	1	0
END
says 'what nobody has is named' '7 of 18 pairs have nobody who is included: F × 90-99, F × 80-89, F × 18-19, H × 90-99, H × 50-59 and 2 more'
qda participant set -q P3 âge=
run qda participant grid --by sexe --by âge
expect 'who is not recorded is not dropped' 0 <<'END'
sexe	90-99	80-89	70-79	60-69	50-59	40-49	30-39	20-29	18-19	-
F	0	0	1	1	1	1	0	1	0	1
H	0	1	1	1	0	1	0	1	0	0
END
says 'nor a pair to look for' '8 of 18 pairs have'
run qda participant grid --by voiture --by sexe -o table
expect 'as a table for people' 0 <<'END'
voiture  F  H
yes      4  3
no       2  2
END
is 'of which nothing is missing, nothing is said' "$(cat "$io/err")" ''
sum() {
	awk -F'\t' 'NR > 1 { for (i = 2; i <= NF; i++) n += $i }
	END { print n }'
}
is 'in any order the sum is that of those included' \
	"$(qda participant grid -q --by âge --by situation | sum)" 11
run qda participant grid --by attente --by sexe
expect 'a range is not crossed' 3 </dev/null
says 'and said why' "'attente' is of type duration: only words"
run qda participant grid --by sexe --by âge --by lieu
expect 'nor three' 2 </dev/null
run qda participant grid --by sexe --by Sexe
expect 'nor one with itself' 2 </dev/null
run qda participant grid --by sexe --columns âge
expect 'nor both ways to choose' 2 </dev/null
run qda participant grid --by sex
expect 'nor what is not there' 3 </dev/null
says 'but the nearest' "there is no attribute 'sex'; did you mean 'sexe'?"

# --- documents
run qda participant grid --columns 'suivi; sexe' -l en -o md
sed '/^---$/,$d' "$io/out" > body
run cat body
expect 'as a document' 0 <<'END'
# Variation of the sample

Étude

| value | included (number) | not included | participants |
| --- | ---: | ---: | --- |
| **suivi** | | | |
| yes | **0** | 0 |  |
| no | **0** | 0 |  |
| (not recorded) | 11 | 3 | P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11 |
| **sexe** | | | |
| F | 6 | 2 | P1, P3, P4, P6, P10, P11 |
| H | 5 | 1 | P2, P5, P7, P8, P9 |

END
run qda participant grid --by voiture --by âge -o md
ok 'two crossed too, in the language of the project' \
	grep -q '^| voiture × âge | 90-99 |' "$io/out"
ok '... with yes and no, and what is missing set off' \
	grep -q '^| \*\*oui\*\* | \*\*0\*\* | ' "$io/out"
ok '... and named below' grep -q "couples de valeurs sur 18 n’ont personne" \
	"$io/out"
run qda participant grid -o g.docx
ok 'Word is one' unzip -qt g.docx
run qda participant grid --by sexe --by voiture -o g.html
ok 'html is one' grep -q '<th[^>]*><p>oui</p>' g.html

# --- on a terminal
a_terminal || { done_testing; exit; }
narrow() {
	script -qec "stty cols 50; qda $1" /dev/null < /dev/null 2>&1 |
		tr -d '\r'
}
narrow 'participant grid --by sexe --by âge' > grid
is 'what does not fit is left out' "$(head -n 1 grid)" \
	'sexe  90-99  80-89  70-79  60-69  50-59  40-49'
ok '... counted' grep -q '^4 columns more than fit are left out; -o csv' grid
printf 'CA : Oui ?\n\nP1 : Non.\n' > P1.txt
qda import -q P1.txt
narrow source > list
is 'and so in the list of sources' "$(head -n 1 list)" \
	'name  kind       order  words  turns  units  coded'
ok '... too' grep -q '^7 columns more than fit are left out; -o csv' list
done_testing
