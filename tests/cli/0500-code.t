# qda code: the codebook.
. ./tests/lib.sh

sql() {
	sqlite3 -separator '|' qda.db "$@"
}
# all of the project but what numbers and records changes
dump() {
	sql .dump | grep -v 'history\|sqlite_sequence' | sort
}

study || exit 1
run qda code
expect 'an empty codebook is an empty list' 0 </dev/null
run qda code tree
expect 'and an empty tree' 0 </dev/null
is 'its dump has the columns' "$(qda code dump | tr -d '\r')" \
    name,kind,parent,definition,use-when,not-when,example,colour,from,to

# --- add, set, show -------------------------------------------------------
run qda code add 'peur ' 'definition=Craindre = redouter' from=un to=deux
expect 'a code is added with fields' 0 </dev/null
says 'the change first' "code 'peur' added"
run qda code add PEUR
expect 'a name is taken however it is spelt' 3 </dev/null
says 'and by whom' "there is a code 'peur' already"
run qda code add P1:3-9
expect 'a name that reads as an address is refused' 2 </dev/null
says 'and why' "'P1:3-9' is an address: the code comes first"
run qda code add P9:3-9
expect 'but not when there is no such source' 0 </dev/null
run qda code add '  '
expect 'no name' 3 </dev/null
run qda code add "$(printf 'caf\351')"
expect 'a name that is not UTF-8' 2 </dev/null
says 'names the byte' 'byte 4'
run qda code add -- '--into=x'
expect 'a leading dash is only a name' 0 </dev/null
run qda code add colère kind=catégorie 'colour=#AA3300'
expect 'a category is made as one, in French' 0 </dev/null
run qda code add rouge colour=rouge
expect 'a colour that is none is refused' 3 </dev/null
is 'and nothing was made' "$(sql "SELECT count(*) FROM code WHERE name = 'rouge'")" 0
run qda code set peur definiton=x
expect 'an unknown field is refused' 3 </dev/null
says 'with the nearest' "did you mean 'definition'?"
run qda code set peru definition=x
expect 'an unknown code is refused' 3 </dev/null
says 'with the nearest name' "there is no code 'peru'; did you mean 'peur'?"
run qda code set peur kind=
expect 'a kind can be changed, not removed' 3 </dev/null
run qda code set Peur use-when='on la dit' example=- -m 'réunion du 3' <<'END'
x
END
run qda code set peur from= to=
expect 'an empty value removes' 0 </dev/null
is 'why is kept with the change' "$(sql "SELECT message FROM history
    WHERE message IS NOT NULL")" 'réunion du 3'
qda tag -q peur P2:#4 P1:#2
qda tag -q -c Noé peur P2:#4
qda axial -q group colère peur
qda memo -q add --on code:peur --date 2024-01-02 'une idée'
run qda code show peur
expect 'show has all of it' 0 <<'END'
name	peur
kind	property
definition	Craindre = redouter
use-when	on la dit
not-when	
example	
colour	
from	
to	
categories	colère
members	
uses	3
sources	2
participants	2
coders	2
first	P1
memos	1; 2
END
run qda code show colere
expect 'accents are no matter in a hint, but in a name' 3 </dev/null
says 'the nearest' "did you mean 'colère'?"
run qda code show colère -c Noé -o json
expect 'a category counts what is below it, of the coder asked for' 0 <<'END'
{
  "name": "colère",
  "kind": "category",
  "definition": null,
  "use-when": null,
  "not-when": null,
  "example": null,
  "colour": "#AA3300",
  "from": null,
  "to": null,
  "categories": null,
  "members": "peur",
  "uses": 0,
  "uses-below": 1,
  "sources": 1,
  "participants": 1,
  "coders": 1,
  "first": "P2",
  "memos": null
}
END
run qda code list -c Zoé
expect 'an unknown coder is refused' 3 </dev/null

# --- list, tree -----------------------------------------------------------
qda code -q delete P9:3-9 -- --into=x
qda code -q add 'éveil' definition="$(printf 'a\tb')"
run qda code
expect 'the list, by name, accents apart' 0 <<'END'
colère	category	0	0	0	0		
éveil	property	0	0	0	0		a\tb
peur	property	3	2	2	2	colère	Craindre = redouter
END
run qda code list -o names
expect 'names, for a completion' 0 <<'END'
colère
éveil
peur
END
run qda code tree
expect 'the tree: paths, what is below, orphans last' 0 <<'END'
colère	colère	category	0	3	2
colère > peur	peur	property	1	3	2
éveil	éveil	property	0	0	0
END
run qda code list -o docx
expect 'a list is no document' 2 </dev/null
qda code -o tsv | cut -f1,3,4,6 | LC_ALL=C sort > ours
sql -separator '	' 'SELECT code, uses, sources, coders FROM v_code' |
    LC_ALL=C sort > theirs
same 'uses are what SQL counts' theirs ours

# --- rename ---------------------------------------------------------------
run qda code rename peur Peur
says 'case is changed' "code 'peur' is now 'Peur'"
run qda code rename PEUR colère
expect 'a name that is taken is refused' 3 </dev/null
says 'with the way' "'qda code merge' makes one of two"
run qda code rename Peur P1:
expect 'an address is no new name' 2 </dev/null
run qda code rename Peur peur -n
expect 'a dry run shows it' 0 <<'END'
>	Peur	peur
END
is 'and does not do it' "$(sql "SELECT name FROM code WHERE key = 'peur'")" \
    Peur

# --- merge ----------------------------------------------------------------
qda tag -q -- 'ras-le-bol' P2:#4 P1:#4
qda tag -q -c Noé -- 'ras-le-bol' P1:#4
qda axial -q group humeur ras-le-bol Peur
qda axial -q group ras-le-bol éveil 2>/dev/null
qda code -q set ras-le-bol use-when='assez'
qda memo -q add --on code:ras-le-bol --on code:Peur 'sur les deux'
qda memo -q add --on code:ras-le-bol 'sur un'
dump > before
run qda code merge ras-le-bol --into Peur -m 'même chose'
expect 'codes are merged' 0 </dev/null
says 'what moved and what was there is said' \
    "1 code merged into 'Peur': 2 codings moved, 1 more was there already"
says 'a property that gets members is a category' \
    "'Peur' was a property and is a category now"
is 'a unit and coder keep one' "$(sql "SELECT count(*) FROM coding
    WHERE code = (SELECT id FROM code WHERE key = 'peur')")" 5
is 'memberships are moved, none doubled' "$(qda code tree | cut -f1)" \
'colère
colère > Peur
colère > Peur > éveil
humeur
humeur > Peur'
is 'a memo on both is on it once' "$(sql "SELECT count(*) FROM memo_on JOIN memo
    ON memo.id = memo_on.memo WHERE text = 'sur les deux'")" 1
is 'its own definition is kept, whole' \
    "$(qda code show Peur | sed -n 's/^use-when	//p')" 'on la dit'
is 'the merged one is gone' "$(qda code -o names | grep -c ras)" 0
qda undo -q
dump > after
same 'one undo brings all back' before after
qda redo -q
is 'and redo' "$(qda code -o names | grep -c ras)" 0
qda undo -q
run qda code merge Peur --into peur
expect 'into itself is refused' 3 </dev/null
run qda code merge Peur
expect 'into what must be said' 2 </dev/null
says 'how' '--into'
run qda code merge Peur --into nulle
expect 'into one that exists' 3 </dev/null
dump > after
same 'nothing was done' before after
run qda code merge éveil --into ras-le-bol
expect 'a member goes into its category' 0 </dev/null
is 'which is not its own' "$(sql 'SELECT count(*) FROM grouping
    WHERE category = member')" 0
qda undo -q
run qda code merge humeur colère ras-le-bol éveil --into Peur
expect 'categories go into their member' 0 </dev/null
is 'one code is left, in nothing' "$(qda code tree | cut -f1,5)" 'Peur	5'
qda undo -q
dump > after
same 'and all that comes back' before after

# --- delete ---------------------------------------------------------------
run qda code delete Peur ras-le-bol
expect 'codes are deleted' 0 </dev/null
says 'with what went' "2 codes deleted with 6 codings; 'qda undo' brings them back"
says 'verbatims that carried nothing else' '5 verbatims that carried nothing else went too'
is 'a unit is left only with a coding, label or memo' \
    "$(sql 'SELECT count(*) FROM unit')" 0
says 'links of memos' '5 links of memos went too; the memos stay'
is 'memos stay' "$(qda memo | wc -l)" 4
qda undo -q
dump > after
same 'one undo brings all back' before after
run qda code delete éveil nulle
expect 'an unknown name: nothing is deleted' 3 </dev/null
dump > after
same 'nothing at all' before after
run qda code delete éveil éveil
says 'a name given twice is one code' "code 'éveil' deleted with 0 codings; 'qda undo' brings it back"
is 'a category whose last member went is one still' \
    "$(sql "SELECT kind FROM code WHERE name = 'ras-le-bol'")" category
run qda code set colère kind=property
expect 'what holds codes is no property' 3 </dev/null
says 'and why' "'colère' holds other codes: it is a category"

# --- load, dump -----------------------------------------------------------
mkdir other && cd other || exit 1
qda init -q -t x -l fr .
run qda code load "$top/samples/codebook.csv"
says 'a codebook is loaded' 'codes: 60 new, 0 changed'
is 'as what it says' "$(sqlite3 qda.db 'SELECT kind, count(*),
    count(definition) FROM code GROUP BY kind ORDER BY kind')" \
    'category|15|15
property|45|45'
run qda code load "$top/samples/codebook.csv"
says 'the second time changes nothing' 'nothing new'
is 'and records nothing' "$(sqlite3 qda.db 'SELECT count(*) FROM history')" 1
qda axial -q load "$top/samples/categories.txt"
qda code dump > dumped
is 'each place has a line' "$(wc -l < dumped)" 63
mkdir ../third && cd ../third || exit 1
qda init -q -t x -l fr .
qda code -q load ../other/dumped
qda code dump > dumped
same 'a dump is loaded and dumped the same' ../other/dumped dumped
qda axial tree > tree
(cd ../other && qda axial tree) > wanted
same 'the tree too' wanted tree

cat > fr.csv <<'END'
Nom;Type;Catégorie;Définition;Couleur;de;à;Remarque
nouveau;propriété;Un, deux;"deux
lignes";#112233;peu;beaucoup;x
nouveau;;trois;;;;;
bouche-à-oreille;;;Autre définition;;;;
END
run qda code load fr.csv
expect 'French words, semicolons, several lines for several places' 0 </dev/null
says 'what it did' 'codes: 3 new, 1 changed; places in categories: 2 new'
says 'a column that is no field is named' "column 'Remarque' is no field"
run qda code show nouveau
expect 'a new code' 0 <<'END'
name	nouveau
kind	property
definition	deux\nlignes
use-when	
not-when	
example	
colour	#112233
from	peu
to	beaucoup
categories	Un, deux; trois
members	
uses	0
sources	0
participants	0
coders	0
first	
memos	
END
is 'an empty cell leaves what is there' "$(qda code show bouche-à-oreille |
    grep -cE '^(example|use-when)	.')" 1
is 'a code from a table says so' "$(sqlite3 qda.db "SELECT DISTINCT origin
    FROM code")" codebook
printf 'name,colour\nbleu,#000000\nvert,vert\n' > bad.csv
run qda code load bad.csv
expect 'a wrong cell stops all' 3 </dev/null
says 'with file and line' "'bad.csv', line 3: colour: 'vert' is not a colour"
is 'nothing is loaded' "$(qda code -o names | grep -c bleu)" 0
printf 'name,parent\na,b\nb,c\nc,a\n' > bad.csv
run qda code load bad.csv
expect 'a circle is refused' 3 </dev/null
says 'named' "'bad.csv', line 4: a category cannot hold what holds it: there is c > b > a already"
printf 'definition\nx\n' > bad.csv
run qda code load bad.csv
expect 'a table without names' 3 </dev/null
printf 'name,definition\n\n,x\n' > bad.csv
run qda code load bad.csv
expect 'a row without a name' 3 </dev/null
says 'is named by its line' "'bad.csv', line 3: the name is empty"
run qda code load nowhere.csv
expect 'a file that is not there' 3 </dev/null
: > empty
run qda code load empty
expect 'an empty file' 3 </dev/null
qda code dump -o tsv | qda code load - 2> "$io/err"
says 'tsv too, from a pipe' 'nothing new'
printf 'name,definition\n=1+1,"-x"\n' | qda code load - -q
is 'a cell that looks like a formula survives' "$(qda code dump |
    grep -c "^'=1+1,property,,'-x")" 1
qda code dump | qda code load - 2> "$io/err"
says 'both ways' 'nothing new'

run qda code lis
expect 'an action misspelt' 2 </dev/null
says 'is corrected' "did you mean 'qda code list'?"
run qda code nouveau
expect 'a name without an action' 2 </dev/null
says 'is shown the way' "'qda code show nouveau'"
run qda codes
says 'the plural is a hint' "did you mean 'qda code'?"
done_testing
