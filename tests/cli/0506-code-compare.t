# qda code compare: two codes side by side.
. ./tests/lib.sh

study || exit 1
QDA_CODER=Camille
export QDA_CODER
cat > table.csv <<'END'
address,code,coder,label,stance
P1:#2,"a ""b"" *",Camille,le matin,
P1:#4,"a ""b"" *",Camille,Le Matin,
P2:#2,"a ""b"" *",Camille,elle me connaît,
P1:#2,autre,Noé,,
P1:#2,autre,Camille,,contredit
P2:#4,autre,Camille,peur,
END
qda tag -q --from table.csv
qda tag -q autre P1:165-190
qda code -q set autre definition='Tout le reste' from=dite to=tue
qda axial -q group Vécu autre
a='a "b" *'
first=$(qda show 'code:"a \"b\" *"' | head -n 1 | cut -f1)
second=$(qda show 'code:"a \"b\" *"' | sed -n 2p | cut -f1)

run qda code compare "$a" autre
expect 'rows for a program' 0 <<OUT
name	$a	autre	-	
category	-	Vécu	-	
uses	3	4	1	
sources	2	2	2	
participants	2	2	2	
coders	1	2	1	
definition	-	Tout le reste	-	
from	-	dite	-	
to	-	tue	-	
label	2	1	-	le matin
label	1	0	-	elle me connaît
label	0	1	-	peur
same	$first	$first	-	Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.
overlap	$second	P1:165-190	-	le cabinet après cabinet.
OUT
run qda code compare autre "$a" -c Noé
expect 'of one coder only' 0 <<OUT
name	autre	$a	-	
category	Vécu	-	-	
uses	1	0	0	
sources	1	0	0	
participants	1	0	0	
coders	1	0	0	
definition	Tout le reste	-	-	
from	dite	-	-	
to	tue	-	-	
OUT
is 'JSON has the same rows' "$(qda code compare "$a" autre -o json |
    grep -c '"what"')" 14
run qda code compare "$a" autre -o table
is 'a table for a person has the names at its head' \
    "$(sed -n '1p; 3p' "$io/out" | tr -s ' ')" \
    " $a autre both
uses 3 4 1"
ok 'what it means stands below' grep -qx 'autre, definition: Tout le reste' \
    "$io/out"

# --- as a document --------------------------------------------------------
run qda code compare "$a" autre -o md
is 'a document has both at the head' "$(grep -c '^|.*| autre' "$io/out")" 2
ok 'who said it, in brackets' grep -q 'participants.*2 (P1 P2).*2 (P1 P2)' \
    "$io/out"
ok 'the dimension' grep -q 'de dite à tue' "$io/out"
is 'what carries both is told once' "$(grep -c 'je gagne du temps' \
    "$io/out")" 1
is 'what does not, beside the participant' \
    "$(grep -c '^|.*P2.*Elle me connaît.*cessé de chercher' "$io/out")" 1
ok 'in English when that is asked' sh -c 'qda code compare autre "$1" -o md \
    -l en | grep -q "from dite to tue"' sh "$a"
for format in docx odt html tex; do
	run qda code compare "$a" autre -o "out.$format"
	expect "as $format" 0 </dev/null
done

# --- refused --------------------------------------------------------------
run qda code compare autre AUTRE
expect 'one code is not two' 3 </dev/null
says 'and that is said' "'autre' is one code: name two"
run qda code compare autre nulle
expect 'a code that is not there' 3 </dev/null
run qda code compare autre
expect 'two are wanted' 2 </dev/null
done_testing
