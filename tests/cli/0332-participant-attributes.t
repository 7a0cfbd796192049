# qda-participant: attributes, and their types
. ./tests/lib.sh

qda-init -q -l fr -t Étude .
printf '%s\n' 'nom;âge;poids;début;attente;code;classe;fumeur;an' \
	'M1;52;62,5;17/03/2024;38 min 10;01000;30-39;oui;2019' \
	'M2;;-7;2023-11;1:02:03;1234;20-29;non;2021' \
	'M3;80;+80.25;;;;40-49;;2020' > people.csv
run qda-participant load people.csv
sqlite3 qda.db 'SELECT name, type FROM attribute ORDER BY position' > got
cat > wanted <<'END'
âge|number
poids|number
début|date
attente|duration
code|text
classe|text
fumeur|text
an|number
END
same 'types are those that all values of a column fit' wanted got
run qda-participant list -o jsonl
is 'values are kept as data' \
	"$(sed -n '2s/.*"âge"/"âge"/p' "$io/out")" \
	'"âge": null, "poids": -7, "début": "2023-11", "attente": 3723, "code": "1234", "classe": "20-29", "fumeur": "non", "an": 2021}'
run qda-participant list -o table
is 'and shown to people as they write them' \
	"$(awk '$1 == "M1" { print $5, $6, $7, $8, $9, $10, $11 }' "$io/out")" \
	'52 62.5 17 Mar 2024 38:10 01000'

run qda-participant set @classe type=ordered levels='20-29; 30-39; 40-49'
says 'a list is put in order' "attribute 'classe' is of type ordered"
run qda-participant show @CLASSE
expect 'and its levels are kept, the lowest first' 0 <<'END'
name	classe
type	ordered
levels	20-29; 30-39; 40-49
values	3
END
run qda-participant set M1 classe=50-59
expect 'what is no level is refused' 3 </dev/null
says 'with the levels there are' \
	"classe: '50-59' is not one of the levels 20-29; 30-39; 40-49"
run qda-participant set @classe levels='40-49, 30-39, 20-29, 50-59'
expect 'levels alone say an ordered list; commas do where there is no ;' 0 </dev/null
run qda-participant set @classe type=ordonné
expect 'the type again leaves them' 0 </dev/null
is 'all four' "$(qda-participant show @classe | sed -n 3p)" \
	'levels	40-49; 30-39; 20-29; 50-59'
run qda-participant set @classe levels='20-29; 30-39'
expect 'levels that lack a value are refused' 3 </dev/null
says 'and whose it is' "attribute 'classe': 'M3': '40-49' is not one of the levels"
run qda-participant set @neuf levels='a\; b; Été; c'
says 'an attribute can be declared before it has values' 'of type ordered'
run qda-participant set M1 neuf=ÉTÉ
is 'a level is kept as it was declared' \
	"$(qda-participant show M1 | grep '^neuf')" 'neuf	Été'
is 'a ; in a level is kept' "$(qda-participant show @neuf | sed -n 3p)" \
	'levels	a\\; b; Été; c'

run qda-participant set @fumeur type=oui/non
expect 'yes and no in French' 0 </dev/null
is 'are kept as such' "$(sqlite3 qda.db "SELECT group_concat(value, ' ') FROM
 (SELECT value FROM attribute_value JOIN attribute ON attribute.id = attribute
 WHERE name = 'fumeur' ORDER BY 1)")" 'no yes'
run qda-participant set @âge type=date
expect 'a type that values do not fit is refused' 3 </dev/null
says 'and whose' "attribute 'âge': 'M1': "
is 'nothing is changed then' "$(qda-participant show @âge | sed -n 2p)" 'type	number'
run qda-participant set @attente type=texte
is 'a duration becomes words that read back' \
	"$(qda-participant show M2 | grep '^attente')" 'attente	1h02min03s'
run qda-participant set @attente type=durée
is 'as the same duration' "$(qda-participant show M2 | grep '^attente')" \
	'attente	3723'
run qda-participant set @poids type=
is 'no type is text' "$(qda-participant show @poids | sed -n 2p)" 'type	text'
run qda-participant set M1 poids='environ 60'
is 'which takes words' "$status" 0
run qda-participant set M1 poids='  65  '
is 'blanks around a value are none of it' \
	"$(qda-participant show M1 -o json | grep poids)" '  "poids": "65",'

wrong() {
	run qda-participant set @âge "$@"
	expect "$* is refused" 3 </dev/null
}
wrong type=nombres
says 'with the types there are' "'nombres' is not a type; types are text, number"
wrong type=ordered
says 'an ordered list has levels' 'levels='
wrong levels=un
wrong levels='a; b; A'
says 'each once' "the level 'A' comes twice"
wrong type=number levels='1; 2'
wrong taille=3
says 'an attribute has no other fields' "it has type, levels"
run qda-participant set @ type=text
expect 'an attribute has a name' 3 </dev/null

run qda-participant set M1 @consent=libre @âge=53
expect 'with @ a key is an attribute, whatever the fields' 0 </dev/null
run qda-participant show M1
is 'beside the field of that name' "$(grep -c '^consent' "$io/out")" 2
run qda-participant dump -o tsv
is 'a dump names it so that load knows' \
	"$(head -n 1 "$io/out" | tr '\t' '\n' | grep consent | tr '\n' ' ')" \
	'consent @consent '
run qda-participant set M1 duration=5
run qda-participant list -o jsonl
is 'in a list no key comes twice' \
	"$(sed -n 1p "$io/out" | grep -o '"@*duration"' | tr '\n' ' ')" \
	'"duration" "@duration" '

run qda-participant rename @an @année
says 'an attribute is renamed' "attribute 'an' is now 'année'"
run qda-participant rename @année ÂGE
expect 'not to the name of another' 3 </dev/null
run qda-participant rename @année 'Année de naissance'
is 'with or without @' "$status" 0
run qda-participant set M3 'ANNÉE  de naissance=1944'
is 'found however it is spelt' \
	"$(qda-participant show M3 | grep '^Année')" 'Année de naissance	1944'
run qda-participant delete @fumeur
says 'one is deleted with its values' "'fumeur' had 2 values"
run qda-participant delete @fumeur
expect 'but once' 3 </dev/null
run qda-undo
is 'undo brings it back' "$(qda-participant show @fumeur | sed -n 4p)" 'values	2'
run qda-participant set M1 âge=
is 'a value is taken off' "$(qda-participant show M1 | grep '^âge')" 'âge	'
run qda-participant set M1 'ordre de mérite=2e'
run qda-show '@"ordre de mérite">=2e'
expect 'words have no order' 2 </dev/null
says 'and how they get one is said' "'ordre de mérite' holds words: only = and != compare them; 'qda participant set \"@ordre de mérite\" type=ordered levels=\"LOWEST; ...; HIGHEST\"' gives them an order"
qda participant set -q "@ordre de mérite" type=ordered levels="3e; 2e; 1er"
run qda-show '@"ordre de mérite">=2e'
expect 'then they have one' 1 </dev/null
is 'without a complaint' "$(cat "$io/err")" ''
run qda-show '@reason>=x'
says 'fields of ours cannot be given one' "'reason' holds words: only = and"
is '... and nothing says so' "$(grep -c levels "$io/err")" 0
# --- a table of them, for another project
qda participant set -q @rang levels='bas; a\;b; haut'
qda participant set -q @fumeur type=oui/non
qda participant dump --attributes > types.csv
tr -d '\r' < types.csv | grep -E '^name|rang|fumeur' | sort > listed
cat > wanted <<'END'
'@fumeur,yes/no,
'@rang,ordered,"bas; a\;b; haut"
name,type,levels
END
same 'a dump has their types and levels' wanted listed
qda participant dump > people.csv
mkdir other
qda init -q -t x other
run qda participant -p other/qda.db load types.csv
says 'load takes it' "$(grep -c @ types.csv) attributes loaded (new: "
qda participant -p other/qda.db load -q people.csv
qda participant -p other/qda.db dump > again.csv
qda participant -p other/qda.db dump --attributes > types-again.csv
same 'then no type is lost' types.csv types-again.csv
same 'nor a value' people.csv again.csv
qda participant dump --attributes -o tsv > types.tsv
run qda participant -p other/qda.db load types.tsv
says 'tsv does too, and what is so already is no change' \
	"$(grep -c @ types.csv) attributes loaded (new: 0)"
is '... in the log neither' "$(qda log -p other/qda.db | wc -l)" 2
types() {
	printf "$@" > wrong.csv
	run qda participant load wrong.csv
	expect "refused: $1" 3 </dev/null
}
types 'nom;type;niveaux\n@fumeur;oui/non;\n@rang;ordonné;bas\n'
says 'with the line' "'wrong.csv', line 3: attribute 'rang': an ordered list has"
types 'nom;type;taille\n@rang;texte;4\n'
says 'and the columns' "the columns name, type, levels, and no 'taille'"
types 'nom;type\n@rang;texte\nM1;texte\n'
says 'attributes and participants have a table each' "'@rang' cannot be the name"
is 'nothing was changed' "$(qda participant dump --attributes | cmp - types.csv)" ''
printf 'name,type\n@salle,number\n' > salle.csv
run qda source load salle.csv
is 'sources have theirs' "$(qda source dump --attributes -o tsv | tail -n 1)" \
	'@salle	number	'

is 'the project is whole' \
	"$(sqlite3 qda.db 'PRAGMA foreign_key_check; PRAGMA integrity_check')" ok
done_testing
