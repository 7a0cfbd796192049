# qda axial: properties into categories.
. ./tests/lib.sh

sql() {
	sqlite3 -separator '|' qda.db "$@"
}
dump() {
	sql .dump | grep -v 'history\|sqlite_sequence' | sort
}

# --- group, ungroup -------------------------------------------------------
study || exit 1
for code in peur honte colère retard; do
	qda code -q add $code definition=x
done
run qda axial group 'Ne plus compter' peur HONTE
expect 'codes are put into a category' 0 </dev/null
says 'which is made, and said' "2 codes put into 'Ne plus compter'; new category"
run qda axial group 'ne plus compter' peur colère
says 'what was in it already is said' "1 code put into 'Ne plus compter' (1 already was)"
run qda axial group peur retard
expect 'a property gets a member' 0 </dev/null
says 'and is a category, which is said' "'peur' was a property and is a category now"
run qda axial group retard 'Ne plus compter'
expect 'a circle is refused' 3 </dev/null
says 'with its chain' 'a category cannot hold what holds it: there is Ne plus compter > peur > retard already'
run qda axial group peur peur
expect 'so is a code in itself' 3 </dev/null
says 'and why' "'peur' cannot be its own category"
run qda axial group 'Ne plus compter' rage
expect 'an unknown code is refused' 3 </dev/null
run qda axial group P1:3-9 peur
expect 'an address is no category' 2 </dev/null
run qda axial group seul
expect 'a category alone is not enough' 2 </dev/null
dump > before
run qda axial group autre retard peur -n
expect 'a dry run shows it' 0 <<'END'
+	autre	category
+	retard	autre
+	peur	autre
END
dump > after
same 'and does nothing' before after
qda axial -q group autre retard honte
is 'the first place is the main one' "$(qda code | cut -f1,7 | tr '\t' ' ')" \
'autre 
colère Ne plus compter
honte Ne plus compter
Ne plus compter 
peur Ne plus compter
retard peur'
run qda axial
expect 'the tree: a code stands in each place, its main ones first' 0 <<'END'
Ne plus compter	Ne plus compter	category	0	0	0
Ne plus compter > peur	peur	category	1	0	0
Ne plus compter > peur > retard	retard	property	2	0	0
Ne plus compter > honte	honte	property	1	0	0
Ne plus compter > colère	colère	property	1	0	0
autre	autre	category	0	0	0
autre > retard	retard	property	1	0	0
autre > honte	honte	property	1	0	0
END
qda axial -q group autre peur
is 'below a category that stands twice, once' "$(qda axial | cut -f1 |
    grep -c retard)" 2
qda undo -q
dump > before
run qda axial ungroup peur retard -m 'vu avec Salomé'
expect 'a code is taken out' 0 </dev/null
says 'its other place becomes the main one' "'retard' has its main place in 'autre' now"
qda undo -q
dump > after
same 'an undo brings it back' before after
run qda axial ungroup autre peur
says 'what is not in it is said' "'peur' is not in 'autre'"
run qda axial ungroup nulle peur
expect 'an unknown category' 3 </dev/null

# --- load -----------------------------------------------------------------
mkdir sample && cd sample || exit 1
cp -r "$top/samples" .
qda init -q -t x -l fr .
qda coder -q add Camille
interviews
qda code -q load samples/codebook.csv
qda tag -q --from samples/codings.csv
run qda axial load samples/categories.txt
expect 'an outline is loaded' 0 </dev/null
says 'with what it did' 'places in categories: 57 new, 0 in another order; codes: 0 new'
run qda axial load samples/categories.txt
expect 'loading it again' 0 </dev/null
says 'changes nothing' 'nothing new'
is 'nor is that a change' "$(sql 'SELECT count(*) FROM history')" 6
run qda axial tree -o table
is 'for a person names are indented, with what is below them' \
    "$(head -n 4 "$io/out" | tr -s ' ' | tr '\n' '|')" "$(
    printf 'name kind uses sources|'
    qda axial tree | head -n 3 | awk -F'\t' '{ printf "%s%s %s %s %s|",
	($4 > 0 ? " " : ""), $2, $3, $5, $6 }')"
qda axial tree > tree
is '5 categories, 10 below them' "$(cut -f3,4 tree | grep category | sort |
    uniq -c | tr -s ' \t' ' ')" \
' 5 category 0
 10 category 1'
is '45 properties in 47 places' "$(grep -c '	property	2	' tree
    grep '	property	' tree | cut -f2 | sort -u | wc -l)" \
'47
45'
is 'no orphan' "$(grep -c '	0	[0-9]*	[0-9]*$' tree)" 5
is 'the order is that of the file' "$(grep '	property	' tree | cut -f2 |
    head -n 22)" "$(sed -n 's/^		//p' samples/categories.txt |
    head -n 22)"
is 'the first place in the file is the main one' \
    "$(qda code | grep -E '^(cesser|remettre)' | cut -f1,7)" \
'cesser de chercher	Les appuis de la recherche
remettre un soin à plus tard	Le temps perdu'
is 'a category counts all below, each code once' \
    "$(grep '^Se débrouiller	' tree | cut -f5,6)" \
    "$(sql "SELECT count(*) || char(9) || count(DISTINCT source) FROM coding
	WHERE code IN (SELECT member FROM grouping WHERE category IN (SELECT
	g.member FROM grouping AS g JOIN code ON code.id = g.category
	WHERE code.name = 'Se débrouiller'))")"
is 'properties by interview are those of the study' "$(for i in 1 2 3 4 5 6 7 8 \
    9 10 11; do sql "SELECT count(DISTINCT code) FROM coding JOIN source ON
    source.id = coding.source WHERE source.name = 'P$i'"; done | tr '\n' ' ')" \
    '17 19 16 18 21 18 19 15 18 22 17 '
is 'sources of a code, summed, are 200' "$(qda code |
    awk -F'\t' '{ n += $4 } END { print n }')" 200
run qda axial check
expect 'nothing is left to do in the sample' 0 </dev/null

printf 'un\n  deux\n    trois\n      quatre\n  cinq\n' > o
run qda axial load o
says 'two spaces a level' 'places in categories: 4 new, 0 in another order; codes: 5 new'
printf 'un\n  cinq\n  deux\n' > o
run qda axial load o
says 'another order is a change' '0 new, 2 in another order'
is 'and done' "$(qda axial | cut -f1 | grep '^un')" \
'un
un > cinq
un > deux
un > deux > trois
un > deux > trois > quatre'
printf 'un\n  deux\n' > o
run qda axial load o
says 'what a file does not name stays where it is' 'nothing new'
printf '\357\273\277Catégorie;Propriété\r\nun;six\r\nsept;\r\n' > o
run qda axial load o
says 'rows of category and code' '1 new, 0 in another order; codes: 2 new'
printf 'un,huit\nneuf,"dix, onze"\n' | qda axial load - 2> "$io/err"
says 'without a header, from a pipe' '2 new, 0 in another order; codes: 3 new'
dump > before
bad() {
	printf "$2" > o
	run qda axial load o
	is "$1: refused" "$status" 3
	says "$1: file, line and why" "'o', line $3"
}
bad 'tabs and spaces' 'A\n\tB\n  C\n' '3: set in with tabs and with spaces'
bad 'both in a line' 'A\n \tB\n' '2: set in with tabs and with spaces'
bad 'three spaces' 'A\n   B\n' '2: two spaces make a level'
bad 'two levels at once' 'A\n\n\t\tB\n' '3: more than one level deeper'
bad 'a first line set in' '\tB\nA\n' '1: the first name is set in'
bad 'a circle' 'A\n\tB\nB\n\tA\n' "4: a category cannot hold what holds it: there is A > B already"
bad 'itself' 'A\n\tA\n' "2: 'A' cannot be its own category"
bad 'an address' 'A\n\tP1:3-9\n' "2: 'P1:3-9' is an address"
bad 'no category' 'category,code\n,x\n' '2: there is no category'
dump > after
same 'and nothing was done' before after
head -c 3000 /dev/urandom | tr -d '\t\n\r ' > o
run qda axial load o
is 'noise is refused or is names, never a crash' "$([ "$status" -le 3 ] &&
    echo fine)" fine
: > o
run qda axial load o
says 'an empty file is nothing new' 'nothing new'
run qda axial load .
expect 'a folder is no outline' 3 </dev/null

# --- check ----------------------------------------------------------------
mkdir third && cd third || exit 1
qda init -q -t x -l fr .
qda coder -q add Camille
qda import -q ../samples/entretiens/P1.docx
qda tag -q peur P1:#2
qda axial -q group vide peur 2>/dev/null
qda axial -q ungroup vide peur
qda code -q add peurs definition=x
qda code -q add "l'annonce" definition=x
qda code -q add "etape 1" definition=x
qda code -q add "etape 2" definition=x
qda axial -q group un "l'annonce"
qda code -q set vide definition=x
qda code -q set un definition=x
run qda axial check
expect 'what is left to do, with the command for it' 1 <<'END'
no-category	peur	a property in no category	qda axial group CATEGORY peur
no-category	peurs	a property in no category	qda axial group CATEGORY peurs
no-category	etape 1	a property in no category	qda axial group CATEGORY "etape 1"
no-category	etape 2	a property in no category	qda axial group CATEGORY "etape 2"
empty-category	vide	a category that holds nothing	qda axial group vide CODE
one-member	un	a category that holds one code only	qda axial group un CODE
no-coding	un	a category without any coding below it	qda tag "l'annonce" ADDRESS
similar-name	peurs	almost the same name as 'peur'	qda code merge peurs --into peur
no-definition	peur	nothing says what it means	qda code set peur definition=...
END
run qda axial check -q
expect '-q prints nothing, and says no' 1 </dev/null
sh -c "$(qda axial check | sed -n 's/^similar-name.*	//p' | sed 's/^/qda -q 2>\/dev\/null; /')" \
    2> "$io/err"
says 'a command is as a shell takes it' "1 code merged into 'peur'"
for name in 'colere froide' 'colère froides' 'colère foride' 'col'; do
	qda code -q add "$name"
done
is 'accents, plurals and swapped letters are almost the same' \
    "$(qda axial check | grep -c ^similar)" 2
# a file that somebody broke by hand
sqlite3 qda.db "INSERT INTO grouping (guid, category, member, position, main,
    created) SELECT x'00', a.id, b.id, 1, 1, '' FROM code AS a, code AS b
    WHERE (a.name, b.name) IN (('vide', 'col'), ('col', 'vide'))"
is 'a circle is found, and does not hang the tree' \
    "$(qda axial check | grep ^circle | cut -f2; qda axial | cut -f1 |
    grep -c vide)" 'col
3'

# --- documents ------------------------------------------------------------
cd .. || exit 1
run qda axial tree -o md -l en
is 'the tree is a document' "$status" 0
grep -q 'gêne d.encombrer les urgences.† |' "$io/out"
is 'what rests on one participant is marked' $? 0
grep -q 'départ à la retraite .*| 7/11 (P1 P2 P4 P5 P7 P9 P11) | 9 | P1 | P' \
    "$io/out"
is 'with participants, P9 before P11, extracts and first appearance' $? 0
is 'orphans come last, under a heading' "$(qda code -q add orpheline
    qda axial tree -o md -l en | grep -A1 'not yet in a category' | tail -n 1 |
    cut -d'|' -f2)" ' orpheline '
for format in html docx odt md tex; do
	run qda axial tree -o arbre.$format
	is "$format is written" "$status$(test -s arbre.$format && echo there)" \
	    0there
done
run qda axial check -o docx
expect 'a check is no document' 2 </dev/null
done_testing
