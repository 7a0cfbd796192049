# qda coreq edit: the open items of a checklist as a text.
. ./tests/lib.sh
unset VISUAL EDITOR

apply() {
	qda coreq edit --apply - "$@" > "$io/out" 2> "$io/err"
	status=$?
}
mistakes() {
	qda coreq edit --apply - 2>&1 > /dev/null |
	    sed 's/^qda-coreq: //; s/^standard input, //'
}
item() {
	qda coreq show "$1" | sed -n "s/^$2	//p"
}
# block N: that item's lines of the text
block() {
	qda coreq edit "$1" --print | sed '1,6d'
}
answers() {
	sqlite3 qda.db 'SELECT item, text, state, place, coder FROM answer ORDER BY item'
}

qda init -q -l en .
QDA_CODER=Camille
export QDA_CODER
run qda coreq edit --print
is 'an empty project opens all 32' "$(grep -c '^@[0-9]* ' "$io/out")" 32
is '... each of them empty' "$(grep -cv '^\(%\|@\|page: $\|$\)' "$io/out")" 0
is '... with nothing to accept' "$(grep -c '^\[' "$io/out")" 0
qda coder -q add Camille roles=interviewer,coder gender=femme
printf 'CA : Et ?\n\nP1 : Voilà.\n' > P1.txt
qda import -q --interviewer CA -P P1 P1.txt
qda source -q set P1 interviewer=Camille duration=24:27
qda memo -q add --kind position --date 2024-01-01 'Un mot à moi.'
before=$(answers)

run qda coreq edit 4 8 12 14 --print
sed 's/  %[0-9a-f]\{8\}-[0-9a-f]\{4\}$/  %SIGN/; 1s/ [0-9a-f]*$/ SIGN/; 2,4d' "$io/out" > text
mv text "$io/out"
expect 'proposals can be accepted; what is to be judged and missing is empty' 0 <<'END'
% qda coreq edit -l en SIGN

@4 Gender  %SIGN
% How do they describe their own gender?
% [to review]
% qda coder show Camille
[ ] accept
page: 
Female.

@8 Interviewer characteristics  %SIGN
% What in the interviewer's position, expectations or motives may have shaped the conversations?
% [to be judged]
% One position memo (1 Jan 2024): to be summarised. (qda memo list --kind position)
page: 

@12 Sample size  %SIGN
% How large was the final group, in people and in interviews?
% [to review]
% qda participant list
[ ] accept
page: 
1 participant, 1 individual interview.

@14 Setting of data collection  %SIGN
% In what kind of place, or by what means at a distance, did the interviews happen?
% Not recorded in the project.
% qda source set NAME setting=...
page: 
END
is 'no answer that is to be judged is filled in' "$(qda coreq edit --print 8 22 26 30 31 32 |
    grep -cv '^\(%\|@\|page: $\|$\)')" 0
qda coreq edit --print > plain
apply < plain
is 'applied as it is: 0' "$status" 0
says '... and nothing changed' 'the answers are as they were'
is '... nothing at all' "$(answers)" "$before"
apply < /dev/null
is 'an empty text: status 3' "$status" 3

# --- accept, write, place, remove ------------------------------------------
sed '/^@12 /,/^$/{s/^\[ \]/[x]/; s/^page:.*/page: 12/;}
    /^@4 /,/^$/s/^Female.*/Une femme./
    /^@8 /,/^$/s/^page: $/Page : annexe 2\nPosée le 1er janvier.\n\nPuis relue./' plain > edited
apply < edited
is 'edited: 0' "$status" 0
says '... one change, counted' 'answers: 2 written, 1 accepted, 0 removed; places: 2'
is '... accepted' "$(item 12 status) $(item 12 location) $(item 12 coder)" 'accepted 12 Camille'
is '... as the project says' "$(item 12 answer)" '1 participant, 1 individual interview.'
is '... not as a text of its own' "$(sqlite3 qda.db "SELECT text IS NULL FROM answer WHERE item = '12'")" 1
is '... written' "$(item 4 answer)" 'Une femme.'
is '... over several lines' "$(item 8 answer) $(item 8 location)" \
    'Posée le 1er janvier.\n\nPuis relue. annexe 2'
is 'what is answered is no longer open' "$(qda coreq edit --print |
    grep -c '^@\(4\|8\|12\) ')" 0
is '... but opened by its number' "$(block 8 | grep -v '^%')" \
'page: annexe 2
Posée le 1er janvier.

Puis relue.'
block 4 | sed '/^%/d; s/^Une femme.//' > o
qda coreq edit 4 --print | sed 's/^Une femme.//' | apply
says 'an answer that is emptied is removed' '0 written, 0 accepted, 1 removed'
is '... and the item is open' "$(item 4 status)" declared
qda coreq edit 4 --print | sed 's/^Female.//' | apply
says 'a proposal that is emptied is none the less' 'the answers are as they were'
qda coreq edit 12 --print | sed 's/^page: 12/page:/' | apply
says 'a place is taken off' 'places: 1'
is '... alone' "$(item 12 status)$(item 12 location)" accepted
qda coreq edit 4 --print | sed 's/\[ \].*/[X] accepter/' | apply -n
is 'a dry run shows what it would do' "$(cat "$io/out")" '~	4	Female.'
printf '@4\n[x]\n@30\nYes, as said.\n' | qda coreq edit --apply - 2> "$io/err"
says 'a text need not have been printed' 'answers: 1 written, 1 accepted, 0 removed'
[ "$(item 30 answer)" = 'Yes, as said.' ]
result $? '... it is taken as it stands'
qda coreq set -q 30 ''
qda coreq set -q 4 ''
qda coreq set -q 9 "$(printf '%% begins\n@ begins\n\\ begins\n[x]\npage: 3\n\n  set in')"
qda coreq edit 9 --print > plain9
apply < plain9
says 'what looks like the form is kept apart' 'the answers are as they were'
sed 's/^page: $/page: 9/' plain9 | apply
is '... and stays as it was' "$(item 9 answer)" \
    '% begins\n@ begins\n\\ begins\n[x]\npage: 3\n\n  set in'

# --- what is left out, and what is wrong -------------------------------------
answers > before
sed '/^@/,$d' plain > none
echo '@14' >> none
apply < none
is 'items that are left out stay as they were' "$(answers)" "$(cat before)"
is 'what cannot be accepted is refused in its place' "$(qda coreq edit 8 14 30 --print |
    sed 's/^page:/[x]\n&/' | mistakes)" \
"line 19: item 14: the project says nothing that could be accepted; 'qda coreq set 14 -' writes its answer
line 26: item 30: the project says nothing that could be accepted; 'qda coreq set 30 -' writes its answer"
qda coreq set -q 8 ''
is '... judged by nobody' "$(qda coreq edit 8 --print | sed 's/^page:/[x]\n&/' | mistakes)" \
    "line 10: item 8 is to be judged, and nobody has: 'qda coreq set 8 -' writes its answer"
is 'accepted, and in other words, is neither' "$(qda coreq edit 4 --print |
    sed 's/\[ \]/[x]/; s/^Female/Woman/' | mistakes | cut -c 1-60)" \
    'line 10: [x] accepts what the project says, and the text bel'
is 'all mistakes at once' "$(printf 'words\nmore\n@\n@0\n@99\n@5\n@5\n@6\npage: 1\npage: 2\n' |
    mistakes | cut -c 1-46)" \
"line 1: this is above the first item
line 3: behind @ stands the number of an item;
line 4: behind @ stands the number of an item;
line 5: there is no item 99 in 'coreq'
line 7: item 5 stands in line 6 already
line 10: location is given twice"
is 'nothing of that was kept' "$(answers | grep -c '^8')" 1
run qda coreq edit 4 x
is 'no number: status 2' "$status" 2
run qda coreq edit 33
is 'no such item: status 3' "$status" 3
run qda coreq edit 4
is 'nobody there to edit: status 2' "$status" 2

# --- somebody else meanwhile ---------------------------------------------------
qda coreq edit 4 5 --print > plain
qda coreq set -q -c Noé 5 'Formée.'
sed 's/^Female/Une femme/' plain > o
apply < o
is 'another item was answered meanwhile: no matter' "$status$(item 5 answer)" 0Formée.
qda coreq set -q 4 ''
qda coreq edit 4 --print > plain
qda coreq set -q -c Noé 4 'Ask her.'
apply < plain
is 'the same one, and mine was not touched: it stays' "$status$(item 4 answer)" '0Ask her.'
sed 's/^Female/Une femme/' plain > mine
apply < mine
is 'the same one, and mine was: status 3' "$status" 3
says '... with what it says now' "item 4 has changed meanwhile, it says now: 'Ask her.'"
is '... and stays' "$(item 4 answer)" 'Ask her.'
sed 's/  %[0-9a-f-]*$//' mine > o
apply < o
is '... until the sign is taken away' "$status$(item 4 answer)" '0Une femme.'
qda coreq set -q 4 ''
qda coreq edit 4 --print | sed 's/\[ \]/[x]/' > plain
qda coder -q set Camille gender=homme
apply < plain
is 'what the project no longer says is not accepted: status 3' "$status" 3
qda coder -q set Camille gender=femme
qda coreq accept -q 4
qda coder -q set Camille gender=homme
run qda coreq edit --print
ok 'an accepted answer that has changed since is open' grep -q '^@4 ' "$io/out"
is '... with what is said since' "$(sed -n '/^@4 /,/^$/s/^% answered.*says since: //p' "$io/out")" Male.
is '... and what was accepted' "$(sed -n '/^@4 /,/^$/{/^[A-Z]/p;}' "$io/out")" Female.
sed '/^@4 /,/^$/s/^\[ \]/[x]/' "$io/out" > o
apply < o
is '... accepting it takes what is said now' "$(item 4 answer)" Male.

# --- languages, lists, an editor ------------------------------------------------
qda coreq set -q 4 ''
run qda coreq edit -l fr 4 --print
is 'in French' "$(sed -n '/^@4/s/  .*//p; /^\[/p' "$io/out")" \
'@4 Genre
[ ] accepter'
sed 's/\[ \]/[x]/' "$io/out" > o
apply < o
is '... it comes back in French, without -l' "$status$(item 4 status)" 0accepted
sed 's/-l fr/-l de/' o > de
apply < de
is 'a language that is none is no such text' "$status" 3
cat > own.xml <<'END'
<checklist name="own"><title>Own</title><domain>
<item number="7"><title>By hand</title></item></domain></checklist>
END
run qda coreq edit --checklist own.xml --print
is 'another list' "$(grep -c '^@7 By hand  %' "$io/out")" 1
sed '$a As I say.' "$io/out" > o
run qda coreq edit --apply o
is '... is not put into COREQ' "$status" 3
run qda coreq edit --checklist own.xml --apply o
expect '... but into itself' 0 </dev/null
run qda coreq edit --checklist own.xml
is 'nothing open: status 1' "$status" 1
says '... and what opens one' "every item is answered; 'qda coreq edit N' opens one"
cat > edit <<'END'
#!/bin/sh
sed -i "$S" "$1"
END
chmod +x edit
run env S='/^@3 /,/^$/s/^page: $/&\nRegistrar./' EDITOR=./edit qda coreq edit
expect 'in an editor' 0 </dev/null
is '... it is written' "$(item 3 answer)" Registrar.
run env S='s/^@\([0-9]*\)/@\199/' EDITOR=./edit qda coreq edit 4 --checklist coreq
is 'mistakes that stay give up' "$status" 3
says '... how it is taken up' "'qda coreq edit --checklist coreq --apply coreq.qda-edit' takes it up"
qda undo -q
is 'what was written by the editor is undone as one' "$(item 3 status)" missing
done_testing
