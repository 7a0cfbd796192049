# qda memo: memos, field notes, the journal.
. ./tests/lib.sh

sql() {
	sqlite3 -separator '|' qda.db "$@"
}
dump() {
	sql .dump | grep -v 'history\|sqlite_sequence' | sort
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
run qda memo
expect 'no memo, an empty list' 0 </dev/null
qda code -q add peur
qda code -q add P2x

# --- add ------------------------------------------------------------------
run qda memo add --date 17/01/2024 -t 'Une idée' 'Le temps, toujours.'
expect 'a memo is added' 0 </dev/null
says 'with its number' 'change 5: memo 1 added'
run qda memo add --field --on P1 --date 2024-01-17 'La télévision sans le son.'
says 'a field note on an interview: a bare name' 'memo 2 added on source:P1'
run qda memo add --kind méthode --date '3 mars 2024' --on code:peur --on participant:P2 \
    --on 'Peur' 'Détachée.'
says 'on several things, each once' 'memo 3 added on code:peur, participant:P2'
run qda memo add --on P2:#4 --date 2024-02-01 'Ici.'
says 'on a place' 'memo 4 added on P2:'
is 'whose unit is made' "$(sql "SELECT coder.name, made, words FROM unit
    JOIN coder ON coder.id = unit.coder")" \
'Camille|hand|J’ai cessé de chercher. J’ai peur de tomber malade, euh, vraiment peur.'
run qda memo add --on P2:#4 --date 2024-02-02 'Encore ici.'
is 'once' "$(sql 'SELECT count(*) FROM unit')" 1
run qda memo add -c Noé --on P2:#4 --date 2024-02-03 'Moi aussi.'
is 'another coder has a unit of her own' "$(sql 'SELECT count(*) FROM unit')" 2
printf 'Ligne 1\r\n\r\n  — « ligne » 2 😀\r\n\r\n' > text
input=text run qda memo add --journal --date 2024 -
input=
is 'a text from standard input, its lines kept' \
    "$(sql 'SELECT text FROM memo WHERE id = 7')" \
'Ligne 1

  — « ligne » 2 😀'
run qda memo add --on P1: --date 2024-03-01 'P1: is the source'
says 'a whole source is the source itself' 'memo 8 added on source:P1'
dump > before

run qda memo add
expect 'without a text, and nobody to type it' 2 </dev/null
says 'what is missing' 'the TEXT of the memo'
run qda memo add ''
expect 'an empty one' 2 </dev/null
run qda memo add -
expect 'an empty one from standard input' 2 </dev/null
run qda memo add "$(printf 'caf\351')"
expect 'one that is not UTF-8' 2 </dev/null
says 'names the byte' 'byte 4 of '
run qda memo add --kind note x
expect 'a kind that is none' 2 </dev/null
says 'with those there are' 'memo, field, journal, method, position, theory'
run qda memo add --journal --field x
expect 'two kinds' 2 </dev/null
run qda memo add --date 30/02/2024 x
expect 'a date that is none' 3 </dev/null
run qda memo add --on peru x
expect 'on what is not there' 3 </dev/null
says 'the nearest' "there is no source, code or participant 'peru'; did you mean 'peur'?"
run qda memo add --on source:peur x
expect 'on a source that is a code' 3 </dev/null
says 'no source' "there is no source 'peur'"
run qda memo add --on P1:99999-100000 x
expect 'on a place behind the end' 3 </dev/null
says 'how long it is' "'P1' has only"
run qda memo add --on P7:1-2 x
expect 'on a place of no source' 3 </dev/null
says 'no such source' "there is no source 'P7'"
run qda memo add a b
expect 'two texts' 2 </dev/null
run qda memo add --on P1 --on P2:0-4 x -n
expect 'a dry run' 0 <<'END'
+	P1	memo
+	P2:0-4	memo
END
dump > after
same 'and after all that nothing was done' before after

# --- list, show -----------------------------------------------------------
place=$(qda memo show 4 | sed -n 's/^on	//p')
run qda memo
expect 'the list, by date' 0 <<END
7	journal	2024	Camille		
1	memo	2024-01-17	Camille		Une idée
2	field	2024-01-17	Camille	source:P1	
4	memo	2024-02-01	Camille	$place	
5	memo	2024-02-02	Camille	$place	
6	memo	2024-02-03	Noé	$place	
8	memo	2024-03-01	Camille	source:P1	
3	method	2024-03-03	Camille	code:peur; participant:P2	
END
ids() {
	qda memo list -o names "$@" | tr '\n' ' '
}
is 'of one kind' "$(ids --kind memo)" '1 4 5 6 8 '
is 'the journal' "$(ids --journal)" '7 '
is 'field notes' "$(ids --field)" '2 '
is 'on a source, and what is in it' "$(ids --on P2)" '4 5 6 '
is 'on a code' "$(ids --on code:PEUR)" '3 '
is 'on a place, whoever cut it' "$(ids --on P2:#4)" '4 5 6 '
is 'on either' "$(ids --on P1 --on participant:P2)" '2 8 3 '
is 'of a kind and on a thing' "$(ids --kind memo --on P1)" '8 '
is 'on a thing without memos' "$(ids --on P2x)" ''
run qda memo list --kind x
expect 'an unknown kind' 2 </dev/null
run qda memo list --on nulle
expect 'an unknown thing' 3 </dev/null
run qda memo list --title x
expect 'an option of another action' 2 </dev/null
run qda memo show 3
expect 'one in full' 0 <<'END'
id	3
kind	method
when	2024-03-03
coder	Camille
on	code:peur; participant:P2
title	
text	Détachée.
END
run qda memo show 99
expect 'one that is not there' 3 </dev/null
says 'which' 'there is no memo 99'
run qda memo show x
expect 'no number' 2 </dev/null
is 'for people a memo without title shows its beginning' \
    "$(qda memo -o table | grep -c 'Ligne 1…')" 1

# --- delete ---------------------------------------------------------------
run qda memo delete 4 5
expect 'memos are deleted' 0 </dev/null
says 'which can be undone' "2 memos deleted; 'qda undo' brings them back"
says 'with the verbatim that only they were on' '1 verbatim that carried nothing else went too'
is 'the other coder has hers' "$(sql 'SELECT count(*) FROM unit')" 1
qda undo -q
dump > after
same 'an undo brings all back' before after
run qda memo delete 3 99
expect 'one that is not there: nothing is deleted' 3 </dev/null
dump > after
same 'nothing at all' before after
qda tag -q peur "$place"
qda memo -q delete 4 5
is 'a verbatim with a code stays' "$(sql 'SELECT count(*) FROM unit')" 2
qda code -q delete peur
is 'a memo outlives its code' "$(qda memo show 3 | grep ^on)" 'on	participant:P2'

# --- documents ------------------------------------------------------------
for format in html docx odt md tex; do
	run qda memo list --journal -o journal.$format
	is "the journal as $format" \
	    "$status$(test -s journal.$format && echo there)" 0there
done
grep -q 'Ligne 1.*ligne » 2 😀' journal.md
is 'with its text' $? 0

# --- the sample's, line by line --------------------------------------------
mkdir sample && cd sample || exit 1
qda init -q -t x -l fr .
interviews
qda code -q load "$top/samples/codebook.csv"
while IFS='	' read -r kind date on title text; do
	case $on in
	-) qda memo add -q --kind "$kind" --date "$date" -t "$title" "$text" ;;
	*) qda memo add -q --kind "$kind" --date "$date" --on "$on" \
	    -t "$title" "$text" ;;
	esac || echo "not ok $title"
done < "$top/samples/memos.tsv"
is 'the memos of the study' "$(qda memo | cut -f2 | sort | uniq -c |
    tr -s ' ' | tr '\n' ,)" \
    ' 10 field, 15 journal, 6 memo, 4 method, 2 position, 1 theory,'
qda memo | cut -f2,3,5,6 | sort > listed
cut -f1-4 "$top/samples/memos.tsv" | sed 's/	-	/		/' | sort > told
same 'as the file tells them' told listed
done_testing
