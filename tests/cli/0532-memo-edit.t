# qda memo edit, and add without a text: a memo as a text.
. ./tests/lib.sh
unset VISUAL EDITOR

put() {
	qda memo edit "$1" --apply - 2> "$io/err"
}
field() {
	qda memo show "$1" -o json > "$io/json"
	sqlite3 :memory: "SELECT readfile('$io/json') ->> '$2'"
}
mistakes() {
	qda memo edit 1 --apply - 2>&1 > /dev/null |
	    sed 's/^qda-memo: //; s/^standard input, //'
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
qda code -q add peur
qda code -q add 'a; b'
qda memo add -q --field --on P1 --on 'code:a; b' --on P2:#4 --date 2024-01-17 \
    -t 'Un titre : double' "$(printf 'Ligne 1\n\n  — « 2 » 😀\n%% ligne\n%%! ligne\n\\%%! ligne\ntitle: x')"
run qda memo edit 1 --print
sed '2,4d; 1s/ [0-9a-f]*$/ SIGN/' "$io/out" > text
mv text "$io/out"
expect 'a memo as a text' 0 <<'END'
% qda memo edit 1 SIGN
title: Un titre : double
date: 2024-01-17
kind: field
on: source:P1
on: code:a; b
on: P2:123-194

Ligne 1

  — « 2 » 😀
% ligne
\%! ligne
\\%! ligne
title: x
END
qda memo edit 1 --print > plain
run qda memo edit 1 --apply plain
expect 'applied as it is' 0 </dev/null
says '... it is no change' 'memo 1 is as it was'
qda memo show 1 > before
sed 's/^title.*/Titre : Autre/; s/^date.*/date : 3 mars 2024/; s/^kind.*/Type: théorie/
    /^on: source/d; s/^on: code.*/on: participant:P2/; s/^  — /  -- /' plain | put 1
says 'edited, in French too' 'change 6: memo 1 edited'
run qda memo show 1
expect '... and so kept' 0 <<'END'
id	1
kind	theory
when	2024-03-03
coder	Camille
on	P2:123-194; participant:P2
title	Autre
text	Ligne 1\n\n  -- « 2 » 😀\n% ligne\n%! ligne\n\\%! ligne\nTitre : Autre
END
qda undo -q
qda memo show 1 > after
same '... as one change, that can be undone' before after
sed '/^on: P2/d' plain | put 1
ok 'a verbatim that carried nothing else goes' grep -q '1 verbatim that carried nothing else went too' "$io/err"
is '... is gone' "$(sqlite3 qda.db 'SELECT count(*) FROM unit')" 0
qda undo -q
sed 's/^title: .*/title:/' plain | put 1
is 'an empty title is none' "$(field 1 title)" ''
qda undo -q
sed '/^title/d; /^date/d; /^kind/d; s/^Ligne 1/Ligne un/' plain | put 1
is 'a line that is gone changes nothing' "$(qda memo show 1 | sed -n '/^\(kind\|when\|title\)/p' | tr '\n\t' ' ')" \
    'kind field when 2024-01-17 title Un titre : double '
qda undo -q
qda -c Noé memo edit 1 --apply - -q < /dev/null 2> /dev/null
sed 's/^Ligne 1/Ligne un/' plain > mine
qda memo edit 1 --apply mine -c Noé 2> /dev/null
is 'whoever edits, the memo stays its coder'"'"'s' "$(field 1 coder)" Camille
is '... and the log says who' "$(qda log | tail -n 1 | cut -f3)" Noé
run qda memo edit 1 --apply plain
is 'a memo that has changed since: status 3' "$status" 3
says '... is said' "'qda memo edit 1 --print' shows how it is now"
qda memo add -q Autre
run qda memo edit 2 --apply plain
is 'the text of another memo: status 3' "$status" 3
says '... is said' "this is no text of 'qda memo edit 2'"
run qda memo edit 1 --apply "$(sed 1d plain > bound; echo bound)"
expect 'without its first line it is taken as it stands' 0 </dev/null

# --- mistakes -------------------------------------------------------------
qda memo edit 1 --print | sed '/^%/d' > plain
is 'a date that is none' "$(sed 's/^date.*/date: hier/' plain | mistakes)" \
    "line 2: 'hier' is not a date (such as 2024-03-17 or 17/03/2024)"
is 'all of them at once' "$(sed 's/^date.*/date: 30 février/; s/^kind.*/kind: idée/
    s/^title.*/titel: x/; s/^on: code.*/on: peru/' plain | mistakes | cut -c 1-60)" \
"line 1: not a line title:, date:, kind: or on:; the text beg
line 2: '30 février' is not a date (such as 2024-03-17 or 1
line 3: kinds of memos are memo, field, journal, method, pos
line 5: there is no source, code or participant 'peru'; did "
is 'twice the same' "$(sed '1s/.*/&\n&/' plain | mistakes)" "line 2: 'title' is given twice"
is 'no text' "$(sed '/^Ligne/,$d' plain | mistakes)" 'line 8: the memo is empty'
is 'no empty line' "$(printf 'kind: memo\nle texte\n' | mistakes | head -n 1 | cut -c 1-20)" 'line 2: not a line t'
run qda memo edit 99 --print
is 'a memo that is not there: status 3' "$status" 3
run env EDITOR=true qda memo edit x
is 'no number: status 2' "$status" 2
cat > edit <<'END'
#!/bin/sh
echo "$1" > name
sed -i 's/^kind.*/kind: journal/; $a Et encore.' "$1"
END
chmod +x edit
run env EDITOR=./edit qda memo edit 1
expect 'in an editor' 0 </dev/null
is '... the file is called by it' "$(cat name)" memo-1.qda-edit
is '... and it is done' "$(field 1 kind) $(field 1 text | tail -n 1)" 'journal Et encore.'

# --- a new one ----------------------------------------------------------------
run qda memo add --journal -t Titre --on peur --date 1/2/2024 --print
sed '/^%/d' "$io/out" > text
mv text "$io/out"
expect 'a new one begins with what was given' 0 <<'END'
title: Titre
date: 2024-02-01
kind: journal
on: peur


END
run qda memo add --print --on peru
is '... which is looked at first' "$status" 3
run qda memo add --print --kind x
is '... kind too' "$status" 2
run qda memo add --print --date x
is '... and date' "$status" 3
run qda memo add text --apply edit
is 'a text and a file are too much' "$status" 2
qda memo add --on peur --print | sed '$a De la peur.' > new
run qda memo add --apply new
expect 'a text applied' 0 </dev/null
says '... is a new memo' 'memo 3 added on code:peur'
run qda memo add --print
qda memo add --print > new
run qda memo add --apply new
is 'without a text it is none' "$status" 3
says '... which is said' 'the memo is empty'

a_terminal || { done_testing; exit; }
SCRIPT=$(command -v script)
at_terminal() {
	env "$1" "$SCRIPT" -qec "$2" /dev/null < /dev/null > "$io/out" 2>&1
}
cat > edit <<'END'
#!/bin/sh
echo "$1" > name
printf 'Écrit ici.\n\nEt là.\n' >> "$1"
END
at_terminal EDITOR=./edit 'qda memo add --field --on P1 -t Note'
ok 'at a terminal the editor opens' grep -q 'memo 4 added on source:P1' "$io/out"
is '... and what is written is the memo' "$(qda memo show 4 | tail -n 2 | tr '\t' ' ')" \
'title Note
text Écrit ici.\n\nEt là.'
is '... the file is gone' "$(cat name) $(ls -A | grep -c qda-edit)" 'memo.qda-edit 0'
at_terminal EDITOR=true 'qda memo add'
ok 'nothing written' grep -q 'nothing was changed' "$io/out"
is '... is no memo' "$(qda memo | wc -l)" 4
at_terminal 'EDITOR=sed -i d' 'qda memo add'
ok 'an empty text gives up' grep -q 'given up: the text is empty' "$io/out"
printf 'kind: nul\n\nTexte.\n' > wrong
at_terminal 'EDITOR=cp wrong' 'qda memo add'
ok 'mistakes twice give up' grep -q "'qda memo add --apply memo.qda-edit' takes it up" "$io/out"
sed -i 's/^kind.*/kind: theory/' memo.qda-edit
run qda memo add --apply memo.qda-edit
expect '... and can be mended' 0 </dev/null
is '... with its kind' "$(field 5 kind)" theory
done_testing
