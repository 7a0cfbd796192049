# qda show: verbatims that a query asks for, with their codes
. ./tests/lib.sh

QDA_CODER=Camille
export QDA_CODER
qda init -q -l fr -t 'Une étude' .
cat > P1.txt <<'EOF'
CA : Qu’est-ce qui a changé pour vous ?

P1 : Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.

CA : Et ensuite ?

P1 : J’appelle cabinet après cabinet. « On ne prend plus », voilà… (rires) C’est décourageant !
EOF
cat > P2.txt <<'EOF'
CA : Comment faites-vous ?

P2 : Je vais voir la pharmacienne. Elle me connaît, elle m’écoute.

Fille : Elle oublie de le dire, elle a peur.

P2 : J’ai cessé de chercher. J’ai peur de tomber malade, euh, vraiment peur.

Fille : Voilà.
EOF
printf 'Une note sans tour de parole.\n\nElle parle de peur.\n' > note.txt
qda import -q P1.txt P2.txt note.txt
sqlite3 qda.db "UPDATE speaker SET role = 'other', participant = NULL
    WHERE label = 'Fille'"
t() {
	qda tag -q "$@" || echo "tag $*" >&2
}
t 'gain de temps' P1:#2
t 'panne' P1:95-125
t 'appeler cabinet après cabinet' P1:#4
t 'refus; porte' P1:#4
qda find -w peur | t peur
t 'peur' P2:#3
t 'renoncer' P2:#4
qda -q tag -c Noé inquiétude P2:#4
qda axial -q group 'Chercher en vain' 'appeler cabinet après cabinet' 'refus; porte'
qda axial -q group 'Vivre sans' 'Chercher en vain' renoncer
sqlite3 qda.db "
    INSERT INTO attribute (guid, noun, name, key, type, levels, position)
    VALUES (x'', 'participant', 'Sexe', 'sexe', 'text', NULL, 1),
	(x'', 'participant', 'age', 'age', 'number', NULL, 2),
	(x'', 'participant', 'taille', 'taille', 'ordered',
	'[\"petite\", \"Moyenne\", \"grande\"]', 3),
	(x'', 'participant', 'seul', 'seul', 'yes/no', NULL, 4),
	(x'', 'participant', 'depuis', 'depuis', 'date', NULL, 5),
	(x'', 'source', 'age', 'age', 'number', NULL, 1);
    INSERT INTO attribute_value (attribute, participant, value) VALUES
	(1, 1, 'Femme'), (2, 1, '50'), (3, 1, 'petite'), (4, 1, 'yes'),
	(5, 1, '2022-03-17'), (2, 2, '9.5'), (3, 2, 'grande'), (4, 2, 'no'),
	(5, 2, '2023');
    INSERT INTO attribute_value (attribute, source, value) VALUES (6, 3, '7');
    UPDATE source SET date = '2024-01-17', duration = 3015 WHERE name = 'P1';
    UPDATE source SET date = '2024-02-03' WHERE name = 'P2';
    UPDATE source SET kind = 'note' WHERE name = 'note';
    UPDATE unit SET label = 'se plaint de la machine' WHERE words LIKE '%panne%'"

# finds 'SENTENCE' QUERY ADDRESS...: what it finds, in this order
finds() {
	sentence=$1
	got=$(qda show "$2" 2> "$io/err" | cut -f1 | tr '\n' ' ')
	shift 2
	is "$sentence" "${got% }" "$*"
}

gain=P1:46-132 panne=P1:95-125 appel=P1:158-248 fille=P2:104-140
cherche=P2:147-218 peur1=P2:176-180 peur2=P2:213-217 note=note:45-49

finds 'no query is every verbatim, in document order' '' $gain $panne \
    $appel $fille $cherche $cherche $peur1 $peur2 $note
run qda show 'gain de temps'
expect 'the name of a code is that code' 0 <<EOF
$gain	P1	P1	P1	Camille	gain de temps	Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.
EOF
run qda show appeler cabinet après cabinet
expect 'operands are joined; a semicolon in a name is marked' 0 <<EOF
$appel	P1	P1	P1	Camille	appeler cabinet après cabinet; refus\; porte	J’appelle cabinet après cabinet. « On ne prend plus », voilà… (rires) C’est décourageant !
EOF
run qda show -H code:peur and kind:note
expect 'what is missing is -' 0 <<EOF
address	source	speaker	participant	coder	codes	text
$note	note	-	-	Camille	peur	peur
EOF
run qda show -o jsonl 'code:peur and kind:note'
expect '... null in JSON' 0 <<EOF
{"address": "$note", "source": "note", "speaker": null, "participant": null, "coder": "Camille", "codes": ["peur"], "text": "peur"}
EOF
is '--long: a line for each coding' "$(qda show --long source:P1 |
    cut -f1-3,5-7)" "$(printf '%s\tgain de temps\tCamille\tP1\tP1\tP1
%s\tpanne\tCamille\tP1\tP1\tP1
%s\tappeler cabinet après cabinet\tCamille\tP1\tP1\tP1
%s\trefus; porte\tCamille\tP1\tP1\tP1' $gain $panne $appel $appel)"

# fields
finds 'code: folds as names do' "code:APPELER cabinet  après cabinet" $appel
finds 'code: takes *' 'code:p*' $panne $fille $peur1 $peur2 $note
finds '... but not in quotes' 'code:* and not code:"refus; porte"' $gain \
    $panne $fille $cherche $cherche $peur1 $peur2 $note
finds 'under: is what is below' 'under:Vivre sans' $appel $cherche
finds 'under: of two levels' 'under:Vivre sans and not under:Chercher en vain' \
    $cherche
finds 'under: with *' 'under:chercher*' $appel
finds 'source:' 'source:p1' $gain $panne $appel
finds 'participant: by the turns' 'participant:P2' $fille $cherche $cherche \
    $peur1 $peur2
finds 'speaker:' 'speaker:fille' $fille
finds 'role:' 'participant:P2 and role:participant' $cherche $cherche $peur1 \
    $peur2
finds 'text without turns is participants’' 'role:participant and kind:note' \
    $note
finds 'role: of others' 'role:autre' $fille
finds 'coder:' 'coder:Noé' $cherche
finds 'kind: of the source' 'kind:note' $note
finds 'at:' 'at:P1:100-101' $gain $panne
finds 'at: a turn' 'at:P2:#4' $cherche $cherche $peur1 $peur2
finds 'date: a month' 'date:2024-01' $gain $panne $appel
finds 'date: from, to' 'date:2024-02..2024-03' $fille $cherche $cherche \
    $peur1 $peur2
finds 'date: any' 'not date:*' $note
finds 'memo: labels too' 'memo:machine' $gain $panne
qda -q memo add --on $peur1 'La peur de la maladie'
finds 'memo: words' 'memo:maladie' $peur1
finds 'memo: any' 'memo:*' $gain $panne $peur1
finds 'words: accents and case do not matter' 'DECOURAGEANT' $appel
finds 'words: whole' 'panneau' 
finds 'words: in their order' 'cabinet apres cabinet' $appel
finds 'words: with *' 'malad*' $cherche $cherche
finds 'words with a colon' '"prend plus"' $appel
finds 'a pattern' '/p[ae]\w+r$/' $peur1 $peur2 $note
finds 'a pattern: case matters' '/PEUR/'
finds 'a pattern: but not with i' '/^PEUR/i' $peur1 $peur2 $note

# attributes
finds '= folds' '@sexe=femme' $gain $panne $appel
finds '= takes *' '@Sexe=f*' $gain $panne $appel
finds 'a missing value matches neither =' '@sexe=Homme'
finds '... nor !=' '@sexe!=Homme' $gain $panne $appel
finds '... but not = does' 'not @sexe=Femme' $fille $cherche $cherche $peur1 \
    $peur2 $note
finds '="" is missing' '@sexe=""' $fille $cherche $cherche $peur1 $peur2 $note
finds '!="" is there' '@sexe!=""' $gain $panne $appel
finds 'numbers' '@age>9,5' $gain $panne $appel
finds 'numbers, not letters' '@age<10' $fille $cherche $cherche $peur1 $peur2
finds 'a number that is equal' '@age=9.50' $fille $cherche $cherche $peur1 \
    $peur2
finds 'of the source' '@source.age=7' $note
finds 'ordered lists' '@taille>=moyenne' $fille $cherche $cherche $peur1 $peur2
finds 'ordered lists, below' '@taille<moyenne' $gain $panne $appel
finds 'yes and no' '@seul=oui' $gain $panne $appel
finds 'a date within a month' '@depuis=2022-03' $gain $panne $appel
finds 'a date before' '@depuis<2023' $gain $panne $appel
finds 'a date that is less exact is not equal' '@depuis=2023-01'
finds 'our own fields: a duration' '@duration=50:15' $gain $panne $appel
finds 'our own fields: a date' '@date>=2024-02' $fille $cherche $cherche \
    $peur1 $peur2
finds 'our own fields: a choice in French' '@outcome=inclus and source:P1' \
    $gain $panne $appel

# relations
finds 'within' 'code:peur within code:renoncer' $peur1 $peur2
finds 'within: equal is within' 'code:renoncer within code:inquiétude' $cherche
finds 'overlaps: not itself' 'code:panne overlaps code:*' $panne
finds 'overlaps: another at the same place' \
    'code:renoncer overlaps code:inquiétude' $cherche
finds 'a unit alone overlaps nothing' 'code:gain de temps overlaps source:P2'
finds 'near:0 is the same turn' 'code:peur near:0 code:renoncer' $peur1 $peur2
finds 'near:1' 'code:peur near:1 code:renoncer' $fille $peur1 $peur2
finds 'near: not itself' 'code:panne near:9 code:panne'
finds 'A and B is one verbatim' \
    'code:appeler cabinet après cabinet and code:"refus; porte"' $appel

# options
is '-s' "$(qda show -s note code:peur | cut -f1)" $note
is '-P' "$(qda show -P P1 code:panne | cut -f1)" $panne
is '-c: whose codings count' "$(qda show -c Noé | cut -f1,5,6)" \
    "$cherche	Noé	inquiétude"
is '-c: in relations too' \
    "$(qda show -c Camille 'code:renoncer overlaps code:*' | wc -l)" 1
run qda show -q code:peur
expect '-q: yes' 0 <<EOF
EOF
run qda show -q code:p* and not code:p*
expect '-q: no' 1 <<EOF
EOF
run qda show -C 1 code:panne
expect '-C: among the turns around it' 0 <<EOF
$panne	panne	(Camille)
	CA : Qu’est-ce qui a changé pour vous ?
	P1 : Le matin, je gagne du temps. Par contre l’ordinat[eur tombe en panne une fois su]r deux.
	CA : Et ensuite ?
EOF
run qda show -C 1 -o csv 'code:panne and source:P1'
is '-C with a format: two columns more' \
    "$(sed -n 1p "$io/out" | tr -d '\r')" \
    'address,source,speaker,participant,coder,codes,before,after,text'

# places
run qda show at:P1:50-55
expect 'a place within a verbatim shows the verbatim' 0 <<EOF
$gain	P1	P1	P1	Camille	gain de temps	Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.
EOF
run qda show at:P2:33-36
expect 'a place without one shows its words' 0 <<EOF
P2:33-36	P2	P2	P2	-	-	Je 
EOF
qda show source:P1 > some
qda show source:P1 | qda show - > again
same 'what show prints, show - reads' some again
qda find -w pharmacienne | qda show - > some
is 'hits that nobody coded are shown' "$(cut -f5- some)" \
    '-	-	pharmacienne'
input=bad
export input
{ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "P9:$i-20"; done; } > bad
run qda show -
expect 'addresses that are wrong are told together' 3 <<EOF
EOF
says '... with their lines' 'line 10: '
says '... and how many more' 'and 2 more'
unset input

# mistakes
run qda show code:peut or @sexe=F
expect 'an unknown code' 3 <<EOF
EOF
printf "qda-show: there is no code 'peut'; did you mean 'peur'?
  code:peut or @sexe=F
       ^\n" > wanted
same '... the nearest, and where' wanted "$io/err"
run qda show @taile=petite
expect 'an unknown attribute' 3 <<EOF
EOF
says '... and the nearest' "there is no attribute 'taile'; did you mean 'taille'?"
run qda show '@sexe<Femme'
expect 'words have no order' 2 <<EOF
EOF
run qda show '@taille=immense'
expect 'a level that does not exist' 3 <<EOF
EOF
run qda show '@age=vieux'
expect 'a number that is none' 3 <<EOF
EOF
run qda show 'role:chef'
expect 'a role that is none' 3 <<EOF
EOF
says '... and which there are' "'chef' is not one of participant, interviewer, other"
run qda show 'code:zz*'
expect 'a wildcard that matches nothing' 1 <<EOF
EOF
says '... is said' "nothing is called 'zz*'"
run qda show 'code:panne and code:gain de temps'
expect 'two codes that no verbatim shares' 1 <<EOF
EOF
says '... but places do' "'overlaps' in its place finds 1"
qda tag -q 'confiance et respect' P1:0-3
qda code -q add 'trust and respect'
qda code -q add 'a (b)'
run qda show 'code:trust and respect'
expect 'a name that holds a keyword' 2 <<EOF
EOF
says '... wants quotes' "there is a code 'trust and respect': quote it: code:\"trust and respect\""
run qda show 'trust and respect'
expect '... but alone it is that name' 1 <<EOF
EOF
run qda show 'trust and respect or peur'
expect '... and not in company' 2 <<EOF
EOF
run qda show 'code:peur or under:a (b)'
expect '... or with a parenthesis' 2 <<EOF
EOF
says '... likewise' "there is a code 'a (b)': quote it: under:\"a (b)\""
run qda show 'code:"trust and respect"'
expect '... and with quotes is fine' 1 <<EOF
EOF
run qda show '/(a/'
expect 'a wrong pattern' 2 <<EOF
EOF
run qda show '"…"'
expect 'words without a word' 2 <<EOF
EOF
run qda show "$(printf 'code:a\377')"
expect 'not UTF-8' 2 <<EOF
EOF
says '... the byte' 'byte 7 of'

# documents
qda code -q set peur 'definition=Ce que la personne craint.'
sqlite3 qda.db "UPDATE coding SET stance = 'contradicts' WHERE unit =
    (SELECT id FROM unit WHERE start = 213)"
run qda show -l en -o md 'code:peur and source:P2'
sed '/^---$/,$d' "$io/out" > body
run cat body
expect 'a document: extracts under their code, negative cases in a box' 0 <<'EOF'
# code:peur and source:P2

Une étude

## peur

*Ce que la personne craint.*

3 extracts, 1 participant; 1 qualifies or contradicts: in the box at the end

> *CA: Comment faites-vous ?*\
> **Fille**: “Elle oublie de le dire, elle a peur.” P2, turn 3

> J’ai\
> **P2**: “peur” turn 4\
> de tomber malade, euh, vraiment peur.

> ## What qualifies or contradicts
>
> ### peur
>
> > *CA: Comment faites-vous ?*\
> > J’ai peur de tomber malade, euh, vraiment\
> > **P2**: “peur” turn 4, contradicts

EOF
run qda show -C 1 -l en -o md 'code:peur and source:P2'
ok 'with -C the turns around stand there' grep -q \
    '^> P2 : Je vais voir la pharmacienne' "$io/out"
is 'in French with French marks, and with the label' \
    "$(qda show -o md code:panne | grep '^> .*«' |
    sed "s/$(printf '\302\240')/_/g")" \
    '> **P1**_: «_eur tombe en panne une fois su_» tour_2, étiquette_: se plaint de la machine\'
run qda show --columns 'sexe; age' -l en -o md 'under:Vivre sans'
is 'a category is the title; below stand its subcategories, properties' \
    "$(grep '^#' "$io/out")" '# Vivre sans
## Chercher en vain
### appeler cabinet après cabinet
### refus; porte
## renoncer'
ok 'behind the name stands what is known' grep -qF \
    '**P1** (Femme, 50): “J’appelle' "$io/out"
run qda show --columns couleur -o md peur
is 'an attribute there is not is refused' "$status" 3
for format in docx odt; do
	qda show -l en -o out.$format 'code:peur and source:P2'
	qda init -q $format.db
	qda -p $format.db import -q -N x out.$format
	sqlite3 $format.db 'SELECT text FROM source_text' | sed '/^$/d' \
	    > $format.txt
done
is 'Word has the same words' "$(grep -c '“peur”  turn 4, contradicts' \
    docx.txt)" 1
same '... and OpenDocument' docx.txt odt.txt
is 'a box in Word' "$(unzip -p out.docx word/document.xml |
    grep -o '<w:pBdr>' | wc -l)" 3
is '... what stands beside is grey' "$(unzip -p out.docx word/document.xml |
    grep -o '<w:color w:val="595959"/>' | wc -l)" 5
is 'a box in OpenDocument' "$(unzip -p out.odt content.xml |
    grep -o 'join-border="true"' | wc -l)" 3
qda show -l en -o out.html 'code:peur and source:P2'
is 'a box in HTML' "$(sed -n '/<div class="box">/,/<\/div>/p' out.html |
    grep -c 'contradicts')" 2
is 'only the codes that are asked for have a heading' \
    "$(qda show -o md 'code:appeler*' | grep '^## ')" \
    '## appeler cabinet après cabinet'
run qda show -o md 'code:peur and code:panne'
is 'a document of nothing is a no' "$status" 1
for format in html docx odt tex; do
	qda show -o out.$format code:peur
	ok "$format is written" test -s out.$format
done

# hostile queries
run qda show "$(printf '%0100000d' 0 | tr 0 '(')"
expect 'a hundred thousand parentheses' 2 <<'EOF'
EOF
nested() {
	awk -v n="$1" -v op="$2" 'BEGIN {
		q = "code:peur"
		for (i = 0; i < n; i++)
			q = "(" q ") " (op == "mix" ? (i % 2 ? "and" : "or") : \
			    op) " not (code:panne)"
		if (op != "mix")
			gsub(/not /, "", q)
		print q
	}'
}
for op in mix within overlaps near:2; do
	run qda show -q "$(nested 99 $op)"
	ok "99 levels of $op" test "$status" -le 1
	is '... in silence' "$(cat "$io/err")" ''
done
run qda show -q "$(awk 'BEGIN { for (i = 0; i < 499; i++)
	printf "code:peur and "; print "code:peur" }')"
expect '500 terms' 0 <<'EOF'
EOF
run qda show -q "$(awk 'BEGIN { for (i = 0; i < 20000; i++)
	printf "word "; print "" }')"
ok 'a query of 100,000 bytes' test "$status" -le 3
run qda show -o ''
is 'a format without a name is refused: 2' "$status" 2
says 'and those that exist are named' 'json, names, md, html, docx, odt, tex'

done_testing
