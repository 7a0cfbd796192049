# qda label: the labels in use, and a code for all that bear one.
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
run qda label
expect 'no labels are an empty list' 0 </dev/null
cat > table.csv <<'END'
address,code,coder,label
P1:#2,temps,Camille,Gagner du Temps
P2:#2,temps,Camille,gagner  du temps
P1:#4,découragement,Camille,on ne prend plus
P2:#4,peur,Noé,on ne prend plus
P1:10-20,x,Camille,on ne prend plus
P1:60-70,x,Camille,jamais pris
P2:60-70,temps,Noé,jamais pris
P2:60-70,peur,Noé,jamais pris
END
qda tag -q --from table.csv
qda code -q delete x
dump > before

run qda label -H
expect 'what waits for a code first, then the most used; spelling apart' 0 <<'END'
label	uses	uncoded	sources	participants	codes
on ne prend plus	3	1	2	2	découragement; peur
jamais pris	2	1	2	2	temps; peur
Gagner du Temps	2	0	2	2	temps
END
run qda label list -c Noé
expect 'of one coder' 0 <<'END'
jamais pris	1	0	1	1	temps; peur
on ne prend plus	1	0	1	1	peur
END
run qda label -o names
expect 'names' 0 <<'END'
on ne prend plus
jamais pris
Gagner du Temps
END
is 'JSON has the codes as an array' "$(qda label -o jsonl | sed -n 's/.*"codes": //p' |
    head -n 1)" '["découragement", "peur"]}'

run qda label set refus 'On ne prend plus' -m 'les mêmes mots'
expect 'a code is put on all that bear a label' 0 </dev/null
says 'how many' \
    "2 verbatims with the label 'On ne prend plus' tagged 'refus'; new property"
is 'those of the acting coder' "$(qda show code:refus | cut -f5)" 'Camille
Camille'
is 'first made where it is first used' "$(sql "SELECT origin, source.name
    FROM code JOIN source ON source.id = made_in
    WHERE code.name = 'refus'")" 'coding|P1'
is 'the reason is a memo on it' "$(sql "SELECT title FROM memo
    JOIN memo_on ON memo_on.memo = memo.id
    JOIN code ON code.id = memo_on.code")" \
    '« refus » mis sur ce qui porte l’étiquette « On ne prend plus »'
run qda label set refus 'on ne prend plus' '*PRIS'
expect 'several, with a wildcard' 0 </dev/null
says 'what had it already is counted' "1 verbatim with the labels \
'on ne prend plus', '*PRIS' tagged 'refus' (2 already were)"
qda undo -q
run qda label set refus 'on ne prend plus' --all
expect 'those of others' 0 </dev/null
says 'all of them' "1 verbatim with the label 'on ne prend plus' tagged 'refus' (2 already were)"
is 'nobody codes in the name of another' "$(sql "SELECT DISTINCT coder.name
    FROM coding JOIN coder ON coder.id = coding.coder JOIN code
    ON code.id = coding.code WHERE code.name = 'refus'")" Camille
is 'what Noé did is as it was' "$(qda show coder:Noé -c Noé | wc -l)" 2
qda undo -q
qda undo -q
dump > after
same 'undo brings all back' before after
run qda label set refus 'gagner*' -n
expect 'a dry run shows it' 0 <<END
+	refus	code
+	$(qda show code:temps | cut -f1 | sed -n 1p)	refus
+	$(qda show code:temps | cut -f1 | sed -n 2p)	refus
END

# --- refused --------------------------------------------------------------
run qda label set refus 'on ne prend pas'
expect 'a label that is not there' 3 </dev/null
says 'with the nearest' "did you mean 'on ne prend plus'?"
run qda label set refus 'gagner*' 'zzz*'
expect 'one of several: nothing is done' 3 </dev/null
run qda label set refus 'on ne prend plus' -c Zoé
expect 'what only others wrote' 3 </dev/null
says 'needs --all' "is on verbatims of other coders only; --all takes them"
run qda label set P1:3-9 'gagner*'
expect 'an address is no code' 2 </dev/null
run qda label set refus
expect 'a label is wanted' 2 </dev/null
run qda label -o docx
expect 'a list is no document' 2 </dev/null
dump > after
same 'nothing was done' before after
done_testing
