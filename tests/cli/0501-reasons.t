# qda code -m, qda axial -m: a reason is kept as a memo of method.
. ./tests/lib.sh

# title, text, and what it is on, of the memos of method
reasons() {
	sqlite3 -separator '|' qda.db "SELECT m.title, m.text,
	    group_concat(c.name, ',') FROM memo AS m LEFT JOIN memo_on AS o
	    ON o.memo = m.id LEFT JOIN code AS c ON c.id = o.code
	    WHERE m.kind = 'method' GROUP BY m.id ORDER BY m.id"
}
dump() {
	sqlite3 qda.db .dump | grep -v 'history\|sqlite_sequence' | sort
}

study || exit 1
for code in peur crainte colère rage; do
	qda code -q add "$code"
done
is 'without a reason no memo is made' "$(reasons)" ''
dump > before

run qda code rename peur 'peur de tomber malade' -m 'plus près des mots'
expect 'a code is renamed, and why' 0 </dev/null
says 'the memo is said' 'the reason is kept as memo 1'
is 'it says what was done, in the language of the project, and why' \
    "$(reasons)" \
    '« peur » renommé en « peur de tomber malade »|plus près des mots|peur de tomber malade'
is 'it is dated today' "$(sqlite3 qda.db 'SELECT date FROM memo')" \
    "$(date +%F)"
is 'the log has the reason too' "$(sqlite3 qda.db 'SELECT message
    FROM history ORDER BY id DESC LIMIT 1')" 'plus près des mots'
is 'it is in the list of memos' "$(qda memo list --on code:'peur de tomber malade' |
    cut -f1,2)" "1	method"
qda undo -q
dump > after
same 'an undo takes it back with the change' before after
qda redo -q
is 'a redo puts it back' "$(reasons | wc -l)" 1
qda undo -q

run qda code rename peur 'peur de tomber malade' -m 'plus près' -n
expect 'a dry run shows it' 0 <<'OUT'
>	peur	peur de tomber malade
+	« peur » renommé en « peur de tomber malade »	memo
OUT
dump > after
same 'and keeps nothing' before after

run qda code rename peur crainte -m 'la même chose'
expect 'what fails' 3 </dev/null
is 'keeps no reason' "$(reasons)" ''
run qda code rename peur angoisse -m ' '
expect 'a reason that is blank is none' 0 </dev/null
is 'no memo is made of it' "$(reasons)" ''
qda undo -q

# --- each change ----------------------------------------------------------
qda code -q merge crainte --into peur -m 'un seul sens'
is 'merged: on the one that stays' "$(reasons | tail -n 1)" \
    '« crainte » réuni à « peur »|un seul sens|peur'
qda code -q delete rage -m 'un seul extrait'
is 'deleted: on nothing, and named' "$(reasons | tail -n 1)" \
    'supprimé : « rage »|un seul extrait|'
qda code -q set peur definition='Craindre' -m 'vu avec Salomé'
is 'defined: on it' "$(reasons | tail -n 1)" \
    '« peur » redéfini|vu avec Salomé|peur'
qda code -q set peur colour='#aa0000' -m 'pour le schéma'
is 'a colour defines nothing' "$(reasons | tail -n 1)" \
    '« peur » modifié|pour le schéma|peur'
qda axial -q group Vécu peur colère -m 'deux émotions'
is 'grouped: on the members and the category' "$(reasons | tail -n 1)" \
    '« peur », « colère » mis dans « Vécu »|deux émotions|peur,colère,Vécu'
n=$(reasons | wc -l)
qda axial -q group Vécu peur -m 'encore'
is 'what was there already keeps no reason' "$(reasons | wc -l)" "$n"
qda axial -q ungroup Vécu colère -m 'pas elle'
is 'taken out: likewise' "$(reasons | tail -n 1)" \
    '« colère » retiré de « Vécu »|pas elle|colère,Vécu'
printf 'Vécu\n\tpeur\n\tcolère\n' > tree
qda axial -q load tree -m 'finalement oui'
is 'loaded: on what was moved' "$(reasons | tail -n 1)" \
    "catégories d’après une table|finalement oui|colère"
qda axial edit --print | grep -v colère > edited
echo colère >> edited
qda axial -q edit --apply edited -m 'non'
is 'edited: on what was moved' "$(reasons | tail -n 1)" \
    'catégories modifiées|non|colère'
printf 'name,definition\npeur,Craindre\ncolère,Monter\n' > book.csv
qda code -q load book.csv -m 'livre de codes'
is 'a codebook: on what it changed' "$(reasons | tail -n 1)" \
    "codes d’après une table|livre de codes|colère"
run qda memo list --kind method
is 'all of them are memos of method' "$(wc -l < "$io/out")" \
    "$(reasons | wc -l)"
done_testing
