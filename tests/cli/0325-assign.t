# qda source assign: who codes what; not coded is missing, or nothing found
. ./tests/lib.sh

study 2> /dev/null
for i in 3 4; do
	printf 'CA : Alors ?\n\nP%s : Rien de neuf.\n' "$i" > "P$i.txt"
done
qda import -q P3.txt P4.txt
row() {
	qda "$1" show "$2" | sed -n "s/^$3	//p"
}

# --- given and taken off
run qda source assign Noé P1 P2
expect 'sources are given to a coder' 0 </dev/null
says 'a new one is made, as with -c, and that is said' "new coder 'Noé'"
says 'the number of the change comes first' ": 2 sources assigned to 'Noé'"
run qda source assign noé 'P*' aveugle=oui assigned=7/2/2024
says 'a star is anything; what was so already is counted' \
	": 2 sources assigned to 'Noé' (2 already were); aveugle, assigned set"
run qda source assigned
expect 'the table has a row for each' 0 <<'END'
P1	Noé	2024-02-07	0		yes
P2	Noé	2024-02-07	0		yes
P3	Noé	2024-02-07	0		yes
P4	Noé	2024-02-07	0		yes
END
is 'its columns have names' "$(qda source assigned -H | head -n 1 |
	tr '\t' ' ')" 'source coder assigned codings done blind'
before=$(qda log | wc -l)
run qda source assign Noé P1 P3
expect 'twice is no change' 0 </dev/null
says 'and said to be none' "2 sources were assigned to 'Noé' already"
is 'the log has none either' "$(qda log | wc -l)" "$before"
run qda source assign Noé P1 P2 done=03/2024
says 'what is given is set, and nothing else' ": 2 sources of 'Noé': done set"
run qda source assign Noé P2 blind=
is 'an empty value removes' "$(qda source assigned | sed -n 2p)" \
	'P2	Noé	2024-02-07	0	2024-03	'
run qda source assign Noé P2 done=no
is 'no says that it is not done' "$(qda source assigned | sed -n 2p)" \
	'P2	Noé	2024-02-07	0		'
run qda source assign Noé P2 fini=oui
is 'yes is today' "$(qda source assigned | sed -n 2p | cut -f5)" "$(date +%F)"
run qda source assign -n Noé P2 done=no
expect 'a dry run shows it' 0 <<'END'
=	P2	done=
END
run qda source assign -n Camille P1
expect 'and what is given' 0 <<'END'
+	P1	Camille
END
is 'without doing it' "$(qda source assigned | wc -l)" 4
run qda source assign -r Noé P2 P3 -n
expect 'or taken off' 0 <<'END'
-	P2	Noé
-	P3	Noé
END
qda source assign -q Camille P3
run qda source assign -r Noé P3 P4 P4
says '-r takes off' ": 2 sources taken off 'Noé'"
run qda source assign -r Noé P2 P3
says 'what was not there is counted' \
	": 1 source taken off 'Noé' (1 was not assigned)"
run qda source assign -r Noé P2 P3
expect 'nothing to take off: the answer is no' 1 </dev/null
says 'which is said' "none of them was assigned to 'Noé', nothing taken off"
run qda undo
is 'undo brings it back' "$(qda source assigned -c Noé -o names)" 'P1
P2'
is 'and -c asks for the sources of one' "$(qda source assigned -c camille |
	cut -f 1,2)" 'P3	Camille'

# --- what is refused changes nothing
qda source assigned > before
run qda source assign P1 Noé
expect 'the coder comes first' 3 </dev/null
says 'and that is said' "'P1' is a source, and no coder: the coder comes first"
run qda source assign Noé P1 P12
expect 'an unknown source is refused' 3 </dev/null
says 'with the nearest' "there is no source 'P12'; did you mean 'P1'?"
run qda source assign Noé 'Q*'
expect 'a star that fits nothing too' 3 </dev/null
says 'and said' "no source is called 'Q*'"
run qda source assign -r Personne P1
expect 'nothing is taken off who is not there' 3 </dev/null
run qda source assign Zoé P1 blid=oui
expect 'an unknown field is refused' 3 </dev/null
says 'with the nearest' "there is no field 'blid'; did you mean 'blind'?"
run qda source assign Zoé P1 blind=peut-être
expect 'blind is yes or no' 3 </dev/null
says 'and that is said' "blind: 'peut-être' is not one of yes, no"
run qda source assign Noé P1 done=2024-01
expect 'nothing is done before it is assigned' 3 </dev/null
says 'and the source is named' "'P1': done on 2024-01, before it was assigned"
run qda source assign Noé P1 assigned=
expect 'when it was assigned cannot be unknown' 3 </dev/null
run qda source assign Zoé
expect 'a source must be named' 2 </dev/null
run qda source assign Zoé blind=oui
expect 'a value is none' 2 </dev/null
run qda source assign -r Noé P1 blind=oui
expect '-r gives no values' 2 </dev/null
run qda source assign Zoé "P1$(printf '\303')"
expect 'bytes that are no UTF-8 are wrong usage' 2 </dev/null
qda source assigned > after
same 'nothing was changed by what was refused' before after
is 'and nobody was made' "$(qda coder -o names | grep -c Zoé)" 0
printf 'CA : Oui ?\n\nX : Non.\n' > 'a=b.txt'
qda import -q 'a=b.txt'
run qda source assign -q Noé 'a=b'
is 'a source may have a = in its name' "$(qda source assigned -o names -c Noé |
	tail -n 1)" 'a=b'
qda source delete -q 'a=b'

# --- where it is seen: P1 Noé, done; P2 Noé; P3 Camille; P4 nobody
is 'a coder shows what was given' "$(row coder Noé assigned)" 'P1; P2'
is 'what is done' "$(row coder Noé 'done')" 'P1; P2'
qda source assign -q Noé P2 done=no
is 'and what is left' "$(row coder Noé not-coded)" P2
is 'a source shows to whom it was given' "$(row source P1 assigned)" Noé
is 'and who has not begun' "$(row source P3 not-coded)" Camille
is 'the state of the study says who has not coded what' \
	"$(qda status | grep -o 'not yet coded.*')" \
	'not yet coded: P4; P3 (Camille); P2 (Noé)'
run qda status -o json
is 'in JSON they are counted' "$(grep uncoded "$io/out" | tr -d ' \n')" \
	'"uncoded_sources":1,"uncoded_assignments":2,'
run qda check
is 'check finds what was given and not coded' \
	"$status $(grep -c '^assigned' "$io/out")" '1 2'
found() {
	qda check | grep -E '^(not-coded|assigned|unassigned)' | cut -f 1,2,4
}
is 'and the command that goes on' "$(found)" \
	'not-coded	P4	qda tag CODE "P4:#1"
assigned	P3	qda tag -c Camille CODE "P3:#1"
assigned	P2	qda tag -c Noé CODE "P2:#1"'
qda tag -q -c Noé peur P2:#2
qda tag -q -c Noé attente P3:#2
qda tag -q -c Zoé attente P3:#2
is 'coded though not assigned is found, of who was given others' "$(found)" \
	'not-coded	P4	qda tag CODE "P4:#1"
assigned	P3	qda tag -c Camille CODE "P3:#1"
unassigned	P3	qda source assign Noé P3 assigned=DATE'
is 'what is coded is not left' "$(row coder Noé not-coded)" ''
qda source assign -q Noé P3
qda source assign -q Camille P3 P4 done=yes
is 'done and coded nothing is no finding' "$(found)" ''
is 'nor is it missing' "$(qda status | grep -c 'not yet coded')" 0

# --- what is counted
run qda saturation -c Noé
expect 'what one is done with counts as an interview without new properties' \
	0 <<'END'
1	P1	0	0	0.0
2	P2	1	1	50.0
3	P3	1	2	100.0
END
run qda saturation -c Noé -o table
ok 'what one was not given is left out, and named' \
	grep -q '^left out, not coded by them: P4$' "$io/out"
qda source assign -q Noé P4
run qda saturation -c Noé -o table
ok 'and so is what was given and is not done' \
	grep -q '^left out, not coded by them: P4$' "$io/out"
qda source assign -q -r Noé P4
answer() {
	qda coreq show 24 -o json | sed -n 's/.*"answer": "\(.*\)",/\1/p' |
		sed "s/$(printf '\302\240')/ /g"
}
is 'COREQ counts what was done' "$(answer)" \
	'3 : Noé (P1 à P3), Camille (P3, P4), Zoé (P3).'
qda source assign -q Noé P1 P2 blind=yes
is 'blind is not said while it is not known of all' "$(answer)" \
	'3 : Noé (P1 à P3), Camille (P3, P4), Zoé (P3).'
qda source assign -q Noé P3 blind=yes
is 'and is said then' "$(answer)" \
	'3 : Noé (P1 à P3, en aveugle), Camille (P3, P4), Zoé (P3).'

# --- with all the rest
run qda coder delete Camille
expect 'a coder to whom something is given stays' 3 </dev/null
run qda coder merge -q Zoé --into Noé
qda coder merge -q Camille --into Noé
is 'a merge keeps it' "$(qda source assigned | cut -f 1,2)" \
	'P1	Noé
P2	Noé
P3	Noé
P4	Noé'
qda source delete -q P4
is 'what goes with a source goes' "$(qda source assigned | wc -l)" 3
# --- a table
cat > who.csv <<'END'
codeur;source;aveugle;fini le
Camille;P*;non;
Salomé;P1;;7/3/2030
noé;P2;oui;
END
qda source assigned > before
run qda source assign --from who.csv -n
is 'a dry run of a table shows all' "$(cut -f 1 "$io/out" | sort | uniq -c |
	tr -s ' ' | tr '\n' ' ')" ' 6 +  5 = '
run qda source assign --from who.csv
says 'a table says who codes what' ': 4 sources assigned, 1 already'
says '... and who is new' "new coder 'Salomé'"
is 'all at once' "$(qda source assigned -c Camille -c Salomé | cut -f 1,2,5,6 |
	tr '\t' ' ')" 'P1 Camille  no
P1 Salomé 2030-03-07 
P2 Camille  no
P3 Camille  no'
qda source assigned -o csv > all.csv
qda source assigned > there
run qda source assign --from - < /dev/null
expect 'an empty table is refused' 3 </dev/null
input=all.csv run qda source assign --from -
says 'what assigned prints is read, from standard input too' \
	'0 sources assigned, 7 already'
qda source assigned > here
same '... and changes nothing' there here
wrong() {
	printf "$1" > wrong.csv
	run qda source assign --from wrong.csv
	expect "refused: $1" 3 </dev/null
}
wrong 'codeur,source\nZoé,P1\nZoé,P77\n'
says 'with its line' "'wrong.csv', line 3: there is no source 'P77'"
wrong 'codeur,source,done\nZoé,P1,hier\n'
wrong 'codeur,source,taille\nZoé,P1,4\n'
says 'a column that means nothing' "there is no 'taille'"
wrong 'codeur,blind\nZoé,oui\n'
says 'or one that lacks' 'the first row names the columns: coder, source'
wrong 'codeur,source\n,P1\n'
is 'and nothing is done by half' "$(qda coder -o names | grep -c Zoé)" 0
run qda source assign --from who.csv P1
expect 'a table and sources are two things' 2 </dev/null
run qda source assign -r --from who.csv
expect 'and nothing is taken off by one' 2 </dev/null
run qda undo
run qda source assigned -o json
ok 'JSON is an array of objects' sh -c 'perl -MJSON::PP -0ne "
	exit(@{decode_json(\$_)} == 3 ? 0 : 1)" "$1"' - "$io/out"
done_testing
