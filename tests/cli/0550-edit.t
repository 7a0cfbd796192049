# qda edit: open coding in the editor: the text, what is read back of it, and
# what becomes of it when something is wrong.
. ./tests/lib.sh
unset VISUAL EDITOR

# editor NAME: a script of that name, its body from standard input; $1 is the
# file, $n the number of the call
editor() {
	{
		echo '#!/bin/sh'
		echo 'n=$(($(cat n 2> /dev/null) + 1)); echo $n > n'
		cat
	} > "$1"
	chmod +x "$1"
	rm -f n
}
state() {
	sqlite3 qda.db .dump | sha256sum
}
# text: that of a source without its comments at the top
text() {
	qda edit "$@" --print | sed '1,/qda help edit/d'
}
# apply [OPTION...]: the text of P1 changed by a script of sed
apply() {
	qda edit P1 --print | sed "$1" > changed
	shift
	run qda edit --apply changed "$@"
}
units() {
	sqlite3 -separator '|' qda.db "SELECT u.start || '-' || u.end,
	    coalesce(u.label, ''), coalesce(group_concat(k.name || ' ' ||
	    c.stance, '; '), '') FROM unit u LEFT JOIN coding c ON c.unit = u.id
	    LEFT JOIN code k ON k.id = c.code JOIN coder o ON o.id = u.coder
	    WHERE o.name = '${1-Camille}' GROUP BY u.id
	    ORDER BY u.start, u.end"
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER

# --- the text --------------------------------------------------------------
run qda edit P1 --print
is 'the first line says what it is of' "$(head -n 1 "$io/out")" \
    "% qda edit P1, revision 1, change $(qda log | tail -n 1 | cut -f1), coder Camille"
run text P1
expect 'turns, and a sentence a line' 0 <<'END'
@1 CA
Qu’est-ce qui a changé pour vous ?
@2 P1
Le matin, je gagne du temps.
Par contre l’ordinateur tombe en panne une fois sur deux.
@3 CA
Et ensuite ?
@4 P1
J’appelle cabinet après cabinet.
« On ne prend plus », voilà…
(rires) C’est décourageant !
END
qda edit P1 --print > plain
before=$(state)
run qda edit --apply plain
is 'read back unchanged, nothing changes' "$status $(state)" "0 $before"
says '... and that is said' 'the codings are as they were'
run qda edit P2 --apply plain
is 'the text of another source: status 3' "$status" 3
says '... and of which' "the text is of 'P1', not of 'P2'"
run qda edit
is 'without a source: status 2' "$status" 2
run qda edit P9 --print
is 'a source that is not there: status 3' "$status" 3

# --- the two examples ------------------------------------------------------
apply '/temps\.$/a\
= bouche-à-oreille; confiance\
~ comparer avec P7
s/l’ordinateur tombe en panne/{1}&{\/1}/
/fois sur deux/a\
=1 problèmes informatiques'
is 'whole sentences and a passage' "$status" 0
says '... in one sentence' "'P1': 3 codings added, 1 memo changed; 3 new codes: 'bouche-à-oreille', 'confiance', 'problèmes informatiques'"
is '... the units' "$(units)" "$(printf '%s\n' \
    '46-74||bouche-à-oreille illustrates; confiance illustrates' \
    '86-113||problèmes informatiques illustrates')"
is '... made in the editor, and read' "$(sqlite3 qda.db \
    'SELECT DISTINCT made, reviewed, words FROM unit WHERE start = 86')" \
    'editor|1|l’ordinateur tombe en panne'
is '... the new codes come from coding' "$(sqlite3 qda.db \
    'SELECT DISTINCT c.origin, s.name FROM code c JOIN source s ON s.id = c.made_in')" 'coding|P1'
is '... the memo is on the unit' "$(qda memo | cut -f5)" P1:46-74
ok '... the project is sound' test "$(qda check | grep -c drift)" = 0
qda undo -q
is 'one undo takes all of it back' "$(units)" ''
qda redo -q
apply '/^@3 CA/,$s/Et ensuite ?/Et {a}ensu{b}ite ?/
s/J’appelle {*/J’appelle{\/a} /
s/« On ne/« On{\/b}, /; s/, *prend/ ne prend/
s/voilà…/{="voilà", lassitude [contredit]}voilà…{\/}/
$a\
=a peur\
=b délégation [nuance]'
is 'a label without its ;: status 3' "$status" 3
says '... which label' "a ';' is missing behind the label 'voilà'"
sed -i 's/"voilà",/« voilà » :/' changed
run qda edit --apply changed
is 'crossing passages over turns, and the short form' "$status" 0
is '... the units' "$(units | tail -n 3)" "$(printf '%s\n' \
    '142-167||peur illustrates' \
    '146-195||délégation qualifies' \
    '213-219|voilà|lassitude contradicts')"
run text P1
expect 'the text shows all of that' 0 <<'END'
@1 CA
Qu’est-ce qui a changé pour vous ?
@2 P1
Le matin, je gagne du temps.
= bouche-à-oreille; confiance
~ comparer avec P7
Par contre {1}l’ordinateur tombe en panne{/1} une fois sur deux.
=1 problèmes informatiques
@3 CA
Et {2}ensu{3}ite ?
@4 P1
J’appelle{/2} cabinet après cabinet.
=2 peur
« On{/3} ne prend plus », {4}voilà…{/4}
=3 délégation [qualifies]
=4 "voilà"; lassitude [contradicts]
(rires) C’est décourageant !
END

# --- what may change, and what may not -------------------------------------
before=$(state)
qda edit P1 --print | sed '/^[@=~%]/!s/ /\xc2\xa0/g; s/’/'"'"'/g; s/«.*On/" On/
s/»/"/; s/…/.../; s/$/\r/' | awk '/^[@=~%]/ { print; next }
{ for (i = 1; i <= NF; i++) { printf "%s%s", $i, i % 2 ? " " : "\n" } print "" }' |
    head -c -1 > wrapped
run qda edit --apply wrapped
is 'white space, quotes and dashes are not compared' "$status $(state)" \
    "0 $before"
qda edit P1 --print | sed 's/gagne/gagnais/; s/^Par contre //' > changed
run qda edit --apply changed
is 'words that changed: status 3' "$status" 3
line=$(grep -n gagnais changed | cut -d: -f1)
says '... which, and where' "text changed at line $line: 'gagne' is now 'gagnais'"
says '... those that are missing' "'Par contre' is missing"
says '... and that it is not for this' 'cannot be corrected here'
apply 's/^@4 P1/@4 CA/'
says 'turns are not changed here' "'@4 P1' stood here"
qda edit P1 --print | head -n 12 > short
run qda edit --apply short
is 'a text that is cut off: status 3' "$status" 3
says '... is taken as given up' 'taken as given up, nothing is done'
run qda edit --apply /dev/null
is 'an empty one: status 3' "$status" 3
sed 1d plain > headless
run qda edit --apply headless
says 'without its first line' 'the first line is missing'
apply 's/^= bouche.*/&; P1:1-9/'
says 'a code that reads as an address' "'P1:1-9'"
is '... status 3' "$status" 3
apply 's/^=1 .*/&; une autre,\
bien longue/'
says 'codes that an editor broke into two lines' "have a '=' before it too"
apply 's/une fois/{x}une{\/x} fois/'
says 'a passage without anything' "nothing is on the passage '{x}'"
apply 's/^=1 .*/&; honte [nuanse]/'
says 'a stance there is not' "'[nuanse]' is no stance"
apply '/^=/!s/{4}voilà…/{=neuf}&{\/}/'
is 'a passage where another is becomes one with it' \
    "$status $(units | grep '^213-219')" \
    '0 213-219|voilà|lassitude contradicts; neuf illustrates'
qda undo -q
before=$(state)
apply '/^=/!s/{4}voilà…/{="w"; neuf}&{\/}/'
says '... but not with two labels' "two labels on one unit: 'voilà' and 'w'"
is 'none of that changes anything' "$(state)" "$before"

# --- borders, labels, stances, memos, codes --------------------------------
apply 's/{1}l’ordi/l’{1}ordi/; s/en panne{\/1} une fois/en panne une fois{\/1}/
s/^=1 .*/=1 "panne"; Problèmes Informatiques [nuance]/
s/^~ comparer.*/~ comparer avec P8\
~+ et P9\
~ relire/
s/^=2 peur/=2 honte/'
is 'each of them' "$status" 0
says '... is counted' "'P1': 1 coding added, 1 coding removed, 1 stance changed, 1 unit with other borders, 1 label changed, 2 memos changed; 1 new code: 'honte'"
is '... the unit is the one it was' "$(sqlite3 qda.db "SELECT id, words, label
    FROM unit WHERE start = 88")" '2|ordinateur tombe en panne une fois|panne'
is '... its code is known however it is written' "$(qda code list | grep -ci 'problèmes')" 1
is '... the memo is the one it was, with other words' "$(sqlite3 qda.db \
    'SELECT id, text FROM memo' | tr '\n' '/')" '1|comparer avec P8/et P9/2|relire/'
apply '/^~ relire/d; s/^=4 "voilà"; /=4 /; s/^=1 "panne"; .*/=1 "panne"/'
says 'and taken off again' "'P1': 1 coding removed, 1 label changed, 1 memo changed"
is '... a unit with a label alone stays' "$(units | grep -c '|panne|')" 1
apply 's/^=1 .*//'
is '... one with nothing goes' "$(units | grep -c '^88-')" 0
run qda edit -n P1 --apply plain
is 'a text of an earlier time: status 3' "$status" 3
says '... says why' "have changed since change"
qda edit P1 --print > now
qda memo add -q --field -t 'note' rien
qda tag -q -c Noé tristesse P1:#2
run qda edit --apply now
is 'what others do meanwhile does not matter' "$status" 0
sed '2d' now > unsigned
run qda edit --apply unsigned
is 'without its sign nothing may have changed at all: status 3' "$status" 3
qda code rename -q honte gêne
run qda edit --apply now
is 'a code that has another name since does: status 3' "$status" 3

# --- other coders ----------------------------------------------------------
run text P1
ok 'the work of others is shown' grep -q "^% Noé: 'Le matin, je gagne.* = tristesse" "$io/out"
run qda edit P1 -c Noé --print
ok '... theirs as theirs' grep -q '^=1 tristesse' "$io/out"
qda source assign -q Noé P1 blind=yes
run qda edit P1 -c Noé --print
is '... and who codes blind sees nobody' "$(grep -c '^% Camille' "$io/out")" 0
run env QDA_CODER=Noé qda edit --apply now
says "a text of Camille's is not put back by Noé" "the text is of coder 'Camille', and 'Noé' acts"
run qda edit P2 -c Léa --print
sed '$a\= joie' "$io/out" > changed
run env -u QDA_CODER qda edit --apply changed
says 'a new coder is made, and said' "new coder 'Léa'"

# --- names that need care --------------------------------------------------
for code in 'a; b' '"c" d' 'e [nuance]' 'f\g' '{h}' '= i' '« j »'; do
	qda tag -q "$code" P2:5-12
done
qda edit P2 --print > now
before=$(state)
run qda edit --apply now
is 'codes with ; quotes and brackets come back' "$status $(state)" "0 $before"
says '... as they were' 'the codings are as they were'
ok '... written so' grep -qF '=1 a\; b; \"c" d; e \[nuance]; f\\g; {h}; = i; \« j »' now

# units that begin and end on blanks, within words, and two in one place
qda tag -q bord P2:3-9 P2:5-12
qda tag -q caché P2:0-4
sqlite3 qda.db "INSERT INTO unit (guid, source, start, end, words, coder,
    created) SELECT guid, source, start, end, words, coder, created FROM unit
    WHERE start = 5 AND end = 12"
qda edit P2 --print > now
before=$(units)
ok 'what cannot be shown is told' grep -q '^% 1 unit is not shown' now
sed 's/^=1 /=1 neuf; /' now > changed
run qda edit --apply changed
is 'units keep their borders while their marks stay' "$(units | cut -d'|' -f1)" \
    "$(printf '%s\n' "$before" | cut -d'|' -f1)"

# --- what a search found, not read yet -------------------------------------
qda find -w pharmacienne | qda tag -q lieu
qda find -w malade | qda tag -q mal
qda edit P2 --print | sed 's/^\(=[0-9]* lieu\)$/\1; proche/' > changed
run qda edit --apply changed
is 'a unit that a search made is read when it is changed' "$(sqlite3 qda.db \
    "SELECT words, made, reviewed FROM unit WHERE made = 'search'" |
    tr '\n' ' ')" 'pharmacienne|search|1 malade|search|0 '

# --- more than half --------------------------------------------------------
qda edit P1 --print | sed '/^[=~]/d; s/{[^}]*}//g' > bare
run qda edit --apply bare
is 'to remove most needs --force: status 3' "$status" 3
says '... says how much' 'codings of '"'P1'"': nothing is done; --force does it'
cp qda.db kept.db
run qda edit -n --apply bare --force
is '-n shows what would go' "$(cut -f1 "$io/out" | sort | uniq -c | tr -s ' ')" " 6 -"
run qda edit --apply bare --force
is '... and --force does it' "$status|$(units | grep -c '|.')" "0|$(units | grep -vc '^$')"
cp kept.db qda.db
at_terminal() {
	printf '%s\n' "$1" | script -qec "$2" /dev/null > "$io/out" 2>&1
}
if a_terminal; then
before=$(units)
at_terminal n 'qda edit --apply bare'
ok 'at a terminal it asks' grep -q 'go on? \[y/N\]' "$io/out"
is '... and takes no for an answer' "$(units)" "$before"
at_terminal y 'qda edit --apply bare'
ok '... or yes' grep -q 'change [0-9]*: .*removed' "$io/out"
fi

# --- the editor ------------------------------------------------------------
cp kept.db qda.db
editor ed <<'END'
case $n in
1) sed -i 's/J’appelle/{=appel}J’appel/' "$1" ;;
2) cp "$1" seen; sed -i 's/J’appel/&le/; s/{=appel}J’appelle/&{\/}/' "$1" ;;
esac
END
EDITOR=./ed run qda edit P1
is 'a text with mistakes opens again' "$(cat n) $status" '2 0'
ok '... told above the line' sh -c 'grep -A1 "^%! text changed" seen | grep -q appel'
is '... and done when they are mended' "$(units | grep -c 'appel illustrates')" 1
is '... no file is left' "$(ls | grep -c qda-edit)" 0
editor ed <<'END'
[ $n != 1 ] || sed -i 's/^=2 .*/&; x [y]/' "$1"
END
EDITOR=./ed run qda edit P1
is 'left with mistakes: status 3' "$status" 3
says '... the file is kept' "the text is kept in 'P1.qda-edit'; 'qda edit --apply P1.qda-edit' takes it up"
ok '... and it is there' grep -q 'x \[y\]' P1.qda-edit
sed -i 's/; x \[y\]//' P1.qda-edit
run qda edit --apply P1.qda-edit
is '... to be taken up' "$status" 0
rm P1.qda-edit
editor ed <<'END'
: > "$1"
END
EDITOR=./ed run qda edit P1
says 'an empty text gives up' 'given up'
is '... and is no change' "$(units | grep -c 'appel')" 1
editor ed <<'END'
sed -i 's/^=2 .*/&; meanwhile/' "$1"
qda tag -q ailleurs P1:0-5
END
EDITOR=./ed run qda edit P1
is 'changed elsewhere meanwhile: status 3' "$status" 3
says '... the file is kept' 'the text is kept in'

# --- what nobody says, times, texts without turns --------------------------
printf 'Titre de la note.\n= 50 %% de {rien}.\n\\fin\n' > N1.txt
qda import -q N1.txt
run text N1
expect 'a text without turns, and what is escaped' 0 <<'END'
Titre de la note.
\= 50 % de {{rien}}.
\\fin
END
printf 'Entretien du 3 mai\n\n[00:01:02] CA : Oui ?\n\n[01:02:03] P3 : Non.\n' > P3.txt
qda import -q P3.txt
run text P3
expect 'times, and what nobody says' 0 <<'END'
@
Entretien du 3 mai
@1 CA 00:01:02
Oui ?
@2 P3 01:02:03
Non.
END
run env LC_ALL=fr_FR.UTF-8 LANGUAGE=fr qda edit P1 --print
ok 'stances are shown in French' grep -qF '[nuance]' "$io/out"
done_testing
