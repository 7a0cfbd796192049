# qda model: relations between codes, what supports them, the drawing.
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER

study || exit 1
for code in peur honte fuite; do
	qda code -q add $code
done
qda axial -q group Chercher peur honte
qda axial -q group Tenir fuite
qda tag -q peur P1:0-10
unit=$(qda show peur | cut -f 1)

# --- relate ---------------------------------------------------------------
run qda model relate Chercher entraîne Tenir "$unit" -m 'On cherche, puis on tient.'
expect 'two codes are related, in French' 0 < /dev/null
says 'which is read as a sentence' "'Chercher leads to Tenir' related; 1 supporting unit more"
run qda model relate honte freine 'CHERCHER'
says 'a verb can say the sign' "'honte hinders CHERCHER' related; 0 supporting units more"
run qda model relate peur 'se nourrit de' honte --query peur
says 'a type may be of your own, and that is said' "'se nourrit de' is a type of your own"
says 'and a query says what supports it' '1 supporting unit more'
run qda model
expect 'they are listed' 0 <<END
Chercher	leads-to	Tenir	1	On cherche, puis on tient.	
honte	favours	Chercher	0		-
peur	se nourrit de	honte	1		
END
run qda model relate chercher 'leads to' tenir P1:12-20
says 'said again, it takes more' "is a relation already; 1 supporting unit more"
is 'where nothing was cut a unit is made' "$(sqlite3 qda.db 'SELECT count(*)
	FROM unit')" 2
echo "P1:12-20	x" > piped
input=piped run qda model relate honte freine Chercher -
says 'addresses come from a pipe' '1 supporting unit more'
run qda model relate peur entraîne peur
expect 'nothing is related to itself' 3 < /dev/null
run qda model relate peurr entraîne honte
says 'an unknown code is named with the nearest' "did you mean 'peur'?"
run qda model relate peur entraîne honte --sign x
expect 'a sign is + or -' 2 < /dev/null
run qda model relate peur entraîne honte P9:0-4
expect 'an address of nothing is refused' 3 < /dev/null
is 'and nothing is done' "$(qda model | wc -l)" 3
run qda model relate peur entraîne honte -n
expect 'a dry run shows it' 0 <<'END'
+	peur leads to honte	relation
END

run qda model relate peur 'Se  NOURRIT de' honte
is 'a type of your own is one however it is spelt' "$(cat "$io/err")" \
    "nothing to change: 'peur se nourrit de honte' is a relation already; 0 supporting units more"

# --- unrelate -------------------------------------------------------------
run qda model unrelate honte freine Chercher P1:12-20
says 'what supports one may be taken off' "1 unit supports 'honte hinders Chercher' no more"
run qda model unrelate chercher entraîne tenir P1:12-20
is 'a unit that nothing needs any more goes' "$(sqlite3 qda.db 'SELECT count(*)
	FROM unit')" 1
run qda model unrelate honte freine Chercher -n
is 'what goes with a relation is said, and only that' \
    "$(grep -c 'nothing else' "$io/err")" 0
qda model -q relate honte freine Chercher P1:12-20
run qda model unrelate honte freine Chercher -n
says '... a verbatim that carried nothing else' \
    '1 verbatim that carried nothing else went too'
qda model -q unrelate honte freine Chercher P1:12-20
run qda model unrelate peur 'se nourrit de' honte
is 'a relation goes' "$status $(qda model | wc -l)" '0 2'
qda undo -q
is 'and comes back with what supported it' "$(qda model | tail -n 1 |
	cut -f 4)" 1
run qda model unrelate peur entraîne honte
expect 'one there is not is refused' 3 < /dev/null

# --- role, core, story, check -----------------------------------------------
run qda model check
is 'what it lacks' "$status $(cut -f 1 "$io/out" | sort | tr '\n' ' ')" \
    '1 no-core no-role no-role no-story unsupported '
run qda model role Chercher condition
says 'a role is given' "'Chercher' is 'condition' in the model"
qda model -q role Tenir stratégie
run qda model role Tenir héros
expect 'one there is not is refused' 3 < /dev/null
qda model -q core Tenir
run qda model core Chercher
says 'there is one core' "'Chercher' is the core category, and 'Tenir' is not any more"
run qda model story
expect 'no storyline yet' 1 < /dev/null
printf 'Elle\n\n' > story
input=story
run qda model story -
input=/dev/null
run qda model story
expect 'one comes from a pipe, its last newlines left out' 0 <<END
Elle
END
qda undo -q
run qda model story 'On cherche, et « puis » <on> tient.'
expect 'a storyline is written' 0 < /dev/null
run qda model story
expect 'and read' 0 <<'END'
On cherche, et « puis » <on> tient.
END
qda code -q add Seule kind=category
run qda model check
is 'then it lacks less' "$status $(cut -f 1,2 "$io/out" | tr '\t\n' ' ,')" \
    '1 unsupported honte hinders Chercher,outside Seule,'

# --- load, dump -----------------------------------------------------------
qda model dump > all.csv
cp qda.db kept.db
for relation in 'Chercher leads-to Tenir' 'honte favours Chercher'; do
	qda model -q unrelate $relation
done
qda model -q unrelate peur 'se nourrit de' honte
run qda model load all.csv
says 'what was dumped is loaded' 'relations: 3 new; supporting units: 2 new'
is 'all of it' "$(qda model dump)" "$(cat all.csv)"
run qda model load all.csv
says 'twice is once' 'nothing to change'
printf 'from,type,to\npeur,leads-to,honte\npeur,leads-to,colère\n' > bad.csv
run qda model load bad.csv
expect 'a wrong row is refused' 3 < /dev/null
says 'with its line' "'bad.csv', line 3: there is no code 'colère'"
is 'and nothing of the table is in' "$(qda model | wc -l)" 3
printf 'a,b\n1,2\n' > other.csv
run qda model load other.csv
says 'another table says what it lacks' "there is no column 'from'"

# --- graph ----------------------------------------------------------------
run qda model graph -l fr
is 'a drawing is text for dot' "$status $(head -n 1 "$io/out")" \
    '0 digraph model {'
ok 'the verb is on the arrow, in the language asked for' \
    grep -q '>entraîne<' "$io/out"
ok 'so is the sign' grep -q 'freine (−)' "$io/out"
ok 'the core has a second border' grep -q cluster_core "$io/out"
is 'a hypothesis is dashed, alone' "$(grep -c 'style=dashed' "$io/out")" 1
ok 'and the caption says what that means' grep -q 'Tireté' "$io/out"
ok 'the storyline is below, escaped' grep -q '&lt;on&gt;' "$io/out"
run qda model graph --level 1
is 'categories alone: the relations of what is in them are theirs' \
    "$(grep -c -- '-> c.*label' "$io/out")" 1
if command -v dot > /dev/null; then
	run qda model graph -l en -o model.svg
	ok 'dot draws it' xmllint --noout model.svg
	ok 'with its title' grep -q '<title>' model.svg
	ok 'and the relations in words, for who cannot see it' \
	    grep -q '<desc>Chercher leads to Tenir ; ' model.svg
	run qda model graph -o model.png
	is 'as a picture too' "$(head -c 4 model.png | tail -c 3)" PNG
fi
mkdir none
for tool in sh cat; do ln -s "$(command -v $tool)" none/; done
run env PATH="$work/none" "$build/bin/qda" model graph -o x.svg
expect 'without dot there is no picture' 5 < /dev/null
says 'and how to have it' 'apt install graphviz'
ok 'nor half a file' [ ! -e x.svg ]
run qda model graph -o x.docx
expect 'a drawing is no docx' 2 < /dev/null
(mkdir empty && cd empty && qda init -q .) || exit 1
run qda -p empty/qda.db model graph
expect 'an empty model cannot be drawn' 3 < /dev/null

# names that would break what is written
qda code -q rename peur 'a "b" <c> & \d'
run qda model graph
ok 'names are escaped' grep -q 'a &quot;b&quot;\|a "b"' "$io/out"
if command -v dot > /dev/null; then
	run qda model graph -o odd.svg
	ok 'and drawn' xmllint --noout odd.svg
fi

# what only supported a relation goes with it, and its codes
units() { sqlite3 qda.db 'SELECT count(*) FROM unit'; }
before=$(units)
qda code -q add vide
qda code -q add plein
qda model -q relate vide entraîne plein P2:0-5
qda model -q relate plein entraîne fuite P2:0-6
is 'two units are made' "$(units)" $((before + 2))
run qda code merge vide --into plein
is 'one goes when its two codes become one' "$(units)" $((before + 1))
run qda code delete plein
is 'the other with its code' "$(units)" "$before"
says 'and that is said' '1 verbatim that carried nothing else went too'
qda undo -q
is 'and comes back' "$(units)" $((before + 1))
done_testing
