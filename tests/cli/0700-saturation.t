# qda saturation: new properties by interview, and what a rule says of them
. ./tests/lib.sh
QDA_CODER='Camille Aubert'; export QDA_CODER

# --- without a project
cat > m.csv <<'END'
code,Un,"Deux, trois",Quatre
peur,2,0,1
honte,0,1,1
jamais,0,,0
END
run qda saturation --matrix m.csv -H
expect 'a table is read without a project; counts are more than 0' 0 <<'END'
order	source	new	cumulative	percent
1	Un	1	1	50.0
2	Deux, trois	1	2	100.0
3	Quatre	0	2	100.0
END
run qda saturation --matrix m.csv --rule none-new --stop 1
is 'a rule that is met answers yes' "$status" 0
run qda saturation --matrix m.csv --rule none-new --stop 2
is 'a rule that is not met answers no' "$status" 1
run qda saturation --matrix m.csv --rule none-new --stop 2 -q
expect 'and with -q only that' 1 </dev/null
run qda saturation --matrix m.csv --rule none-new --stop 2 -o table
expect 'in a table it is said how far it is from it' 1 <<'END'
order  source       new  cumulative  percent
    1  Un             1           1     50.0
    2  Deux, trois    1           2    100.0
    3  Quatre         0           2    100.0

2 properties in 3 interviews; rows of the table are properties, columns are interviews in order
last new property in Deux, trois; 1 interview since
  'honte'
rule none-new (stop 2, min 1): not met after 3 interviews; 1 in a row without a new property
END
input=m.csv run qda saturation --matrix - -o json
ok 'the table may come by a pipe' [ "$status" = 0 ]
printf 'code\n' > none.csv
run qda saturation --matrix none.csv --rule guest -o table
expect 'no interview at all is too early' 1 <<'END'
0 properties in 0 interviews; rows of the table are properties, columns are interviews in order
rule guest (base 4, run 2, threshold 5 %): too early: 0 interviews, the rule wants at least 4
END
printf 'code,a,b\np,1\nq,0,x\n' > bad.csv
run qda saturation --matrix bad.csv
expect 'what is no count is refused' 3 </dev/null
says 'with its place' "'bad.csv', line 3: 'x' under 'b' is no count"
: > empty.csv
run qda saturation --matrix empty.csv
expect 'an empty file is refused' 3 </dev/null
run qda saturation --matrix m.csv --stop 1
expect 'a number needs its rule' 2 </dev/null
run qda saturation --matrix m.csv --rule guest --stop 1
expect 'and must be one of it' 2 </dev/null
run qda saturation --matrix m.csv --rule non-new
expect 'an unknown rule is refused' 2 </dev/null
says 'with those there are' 'none-new, guest, francis'
run qda saturation
expect 'else a project is needed' 4 </dev/null

# --- the sample study
qda init -q -l fr . && interviews &&
    qda tag -q --from "$top/samples/codings.csv" || exit 1
run qda saturation
expect 'the invented study comes out as it was made' 0 <<'END'
1	P1	17	17	37.8
2	P2	8	25	55.6
3	P3	6	31	68.9
4	P4	4	35	77.8
5	P5	3	38	84.4
6	P6	2	40	88.9
7	P7	2	42	93.3
8	P8	2	44	97.8
9	P9	0	44	97.8
10	P10	1	45	100.0
11	P11	0	45	100.0
END
verdict() {
	qda saturation -o table "$@" | tail -n 1
}
is 'without a minimum the rule stops too early, and that is said' \
	"$(verdict --rule none-new --stop 1)" \
	'rule none-new (stop 1, min 1): met at P9; last new property in P8; but 1 property is new after that, in P10'
is 'with one it is met at P11' \
	"$(verdict --rule none-new --stop 1 --min 10)" \
	'rule none-new (stop 1, min 10): met at P11; last new property in P10'
is 'Francis, 10+1' "$(verdict --rule francis --stop 1)" \
	'rule francis (base 10, stop 1): met at P11; last new property in P10'
is 'Francis, 10+3' "$(verdict --rule francis)" \
	'rule francis (base 10, stop 3): not met after 11 interviews; 1 in a row without a new property'
is 'Guest, base 4: 8+2' "$(verdict --rule guest)" \
	'rule guest (base 4, run 2, threshold 5 %): met at P10 (8+2); last new property in P10'
is 'Guest, base 6: 7+2, at exactly 5 %' "$(verdict --rule guest --base 6)" \
	'rule guest (base 6, run 2, threshold 5 %): met at P9 (7+2); last new property in P8; but 1 property is new after that, in P10'
is 'Guest, 0 %: not reached' "$(verdict --rule guest --threshold 0)" \
	'rule guest (base 4, run 2, threshold 0 %): not met after 11 interviews'
run qda saturation
is 'without a rule there is no verdict' "$status" 0
qda project set -q 'stopping-rule=none-new stop=1 min=10' \
    stopping-declared=10/01/2024
run qda saturation -o table
sed '1,/^$/d; s/\xc2\xa0/ /g' "$io/out" > said
cat > wanted <<'END'
45 properties in 11 interviews; in order of collection; codings of Camille Aubert; properties, not categories
last new property in P10; 1 interview since
  's'organiser entre habitants'  P10:3987-4104  On s'est mis à huit, dans le lotissement : un tableau, qui descend à Aubreuil, qui a une place, qui garde les gosses.
rule none-new (stop 1, min 10), declared on 10 Jan 2024: met at P11; last new property in P10
END
same 'the declared rule is asked; order, coder and level are said' wanted said
ok 'nothing says that there is saturation' \
	sh -c "! qda saturation -o table | grep -i 'saturat'"
qda project set -q 'stopping-rule=none-new stop=2 min=10'
run qda saturation -q
expect 'a declared rule that is not met answers no' 1 </dev/null
qda saturation -o json > s.json
is 'JSON has the verdict too' "$(sqlite3 :memory: "SELECT
    json_extract(readfile('s.json'), '\$.rule.met') ||
    json_extract(readfile('s.json'), '\$.last_new.source') ||
    json_extract(readfile('s.json'), '\$.coders[0]')")" '0P10Camille Aubert'
sqlite3 qda.db "SELECT source_order, count(*) FROM (SELECT code,
    min(source_order) AS source_order FROM v_verbatim GROUP BY code)
    GROUP BY source_order" | tr '|' ' ' > by-sql
qda saturation | awk -F'\t' '$3 > 0 { print $1, $3 }' > by-tool
same 'a plain query on the view says the same' by-sql by-tool

is 'the state of the study says the same' \
	"$(qda status | grep -o 'last new property in.*since')" \
	'last new property in P10, 1 interview since'

# --- whose codings count, and which interviews
qda tag -q -c Noé répéter P2:#2
qda tag -q -c Noé 'peur de tomber malade' P4:#2
run qda saturation -c noé
expect 'another coder: interviews that coder did not code are left out' 1 <<'END'
1	P2	1	1	50.0
2	P4	1	2	100.0
END
says 'and that is said, the first by name' \
	'left out, not coded by those who count: P1, P3, P5, P6, P7 and 4 more'
qda saturation -c noé -o json > left.json
is 'JSON has all of them' "$(sqlite3 :memory: "SELECT
    json_array_length(readfile('left.json'), '\$.left_out')")" 9
run qda saturation
is 'what others made new does not count' "$(tail -n 1 "$io/out" | cut -f4)" 45
run qda saturation -c Noé -c 'Camille Aubert'
is 'two coders count together' "$(tail -n 1 "$io/out" | cut -f4)" 46
run qda saturation -c personne
expect 'an unknown coder is refused' 3 </dev/null
printf 'CA : Alors ?\n\nP12 : Rien.\n' > P12.txt
qda import -q P12.txt
run qda saturation -o table
ok 'an interview that is not coded yet brings nothing, and is not counted' \
	grep -q '^left out, not coded by them: P12$' "$io/out"
qda source assign -q 'Camille Aubert' P12 assigned=2024 done=2024
run qda saturation
is 'unless the coder is done with it' "$(tail -n 1 "$io/out")" \
	'12	P12	0	45	100.0'
sqlite3 qda.db "UPDATE source SET kind = 'note' WHERE name = 'P12'"
run qda saturation
is 'a note is no interview' "$(tail -n 1 "$io/out" | cut -f2)" P11
sqlite3 qda.db "UPDATE code SET kind = 'category'
    WHERE name LIKE 's''organiser%'"
run qda saturation
is 'categories do not count' "$(tail -n 1 "$io/out" | cut -f4)" 44

# --- two clocks: the interview that first has it, and that it was made in
mkdir new && cd new && qda init -q . || exit 1
for i in 1 2 3 4; do
	printf 'CA : Alors ?\n\nS%s : Un. Deux. Trois.\n' $i > S$i.txt
done
qda import -q S?.txt && qda tag -q peur S1:#2 && qda tag -q honte S3:#2 &&
    qda tag -q colère S4:#2 && qda tag -q honte S1:#2 && qda tag -q peur S2:#2
run qda saturation
expect 'put back on an earlier interview, a property is new in that one' 0 <<'END'
1	S1	2	2	66.7
2	S2	0	2	66.7
3	S3	0	2	66.7
4	S4	1	3	100.0
END
run qda saturation --new created -o table
expect 'by the other clock it is new where it was made, and that is said' 0 <<'END'
order  source  new  cumulative  percent
    1  S1        1           1     33.3
    2  S2        0           1     33.3
    3  S3        1           2     66.7
    4  S4        1           3    100.0

3 properties in 4 interviews; in order of collection; codings of Camille Aubert; properties, not categories; new where they were made
last new property in S4; 0 interviews since
  'colère'  S4:19-35  Un. Deux. Trois.
END
run qda saturation --rule none-new --stop 2 -q
is 'so that a rule is met by one of them' "$status" 0
run qda saturation --rule none-new --stop 2 -q --new created
is 'and not by the other' "$status" 1
qda tag -q peur S4:#2 && qda tag -q -r colère S4:#2 && qda tag -q colère S1:#2
run qda saturation --new created
is 'where it was made counts though it is only elsewhere by now' \
	"$(tail -n 1 "$io/out")" '4	S4	1	3	100.0'
printf 'name\njoie\nennui\n' > book.csv
qda code load -q book.csv && qda tag -q joie S3:#2 && qda tag -q joie S2:#2
run qda saturation --new created
is 'one that was made in no interview is new where it was put first' \
	"$(cut -f2,3 "$io/out" | tr '\n\t' ' :')" 'S1:1 S2:0 S3:2 S4:1 '
ok 'one that nobody used is not new' [ "$(tail -n 1 "$io/out" | cut -f4)" = 4 ]
sqlite3 qda.db "UPDATE source SET kind = 'note' WHERE name = 'S4'"
run qda saturation --new created
is 'made in a note, likewise' \
	"$(cut -f2,3 "$io/out" | tr '\n\t' ' :')" 'S1:2 S2:0 S3:2 '
is 'JSON says which clock' "$(qda saturation --new created -o json |
    grep -o '"new_by": *"[a-z-]*"' | tr -d ' ')" '"new_by":"created"'
run qda saturation --new later
expect 'an unknown clock is refused' 2 </dev/null
says 'with those there are' 'first-use and created'
run qda saturation --matrix ../m.csv --new created
expect 'a table has one clock only' 2 </dev/null
says 'and that is said' 'a table does not say when a code was made'
run qda saturation --matrix ../m.csv --new first-use
is 'which may be named' "$status" 0

# --- hundreds of interviews that are not coded yet do not fill the screen
for i in 5 6 7 8 9 10; do
	printf 'CA : Alors ?\n\nS%s : Rien.\n' $i > S$i.txt
	qda import -q S$i.txt
done
run qda saturation -o table
ok 'of those left out the first are named, the others counted' \
	grep -q '^left out, not coded by them: S5, S6, S7, S8, S9 and 1 more$' \
	"$io/out"
run qda status
ok 'in the state of the study too' \
	grep -q 'not yet coded: S5, S6, S7, S8, S9 and 1 more' "$io/out"
cd ..
done_testing
