. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}
tab=$(printf '\t')

study 2> /dev/null
run qda source
expect 'alone it lists the sources in order of collection' 0 <<END
P1${tab}interview${tab}1${tab}40${tab}4${tab}0${tab}0${tab}1${tab}${tab}${tab}${tab}${tab}${tab}txt
P2${tab}interview${tab}2${tab}31${tab}4${tab}0${tab}0${tab}1${tab}${tab}${tab}${tab}${tab}${tab}txt
END
run qda source list -H
is 'whose columns have names' "$(head -n 1 "$io/out" | tr '\t' ' ')" \
	'name kind order words turns units coded revision date duration setting medium guide format'
run qda source -o names
expect 'and names alone are a form' 0 <<END
P1
P2
END

# what is known
run qda source set P1 date=7/2/2024 duration='44 min 20' setting='domicile' \
	present='sa fille' participant=P1 interviewer='Noé' kind=entretien
expect 'fields are set, choices by French words too' 0 <<END
END
says 'and a coder who was not known is said to be new' "new coder 'Noé'"
run qda source show P1
expect 'one is shown field by field' 0 <<END
name${tab}P1
order${tab}1
kind${tab}interview
participant${tab}P1
date${tab}2024-02-07
duration${tab}2660
setting${tab}domicile
medium${tab}
present${tab}sa fille
interviewer${tab}Noé
guide${tab}
recording${tab}
destroyed${tab}
transcriber${tab}
software${tab}
checked${tab}
returned${tab}
format${tab}txt
encoding${tab}UTF-8
imported${tab}$(sql "SELECT created FROM source WHERE name = 'P1'")
revision${tab}1
characters${tab}$(sql "SELECT length(text) FROM source_text JOIN source ON
	source.hash = source_text.hash WHERE name = 'P1'")
words${tab}40
speakers${tab}CA; P1
turns${tab}4
units${tab}0
coded${tab}0
assigned${tab}
done${tab}
not-coded${tab}
END
run qda source show P1 -o json
ok 'in JSON it is an object' sh -c 'perl -MJSON::PP -0ne "
	exit(decode_json(\$_)->{duration} == 2660 ? 0 : 1)" "$1"' - "$io/out"
run qda source set P1 setting=
is 'an empty value takes it off' "$(qda source show P1 |
	awk -F'\t' '$1 == "setting" { print $2 "." }')" .
run qda source set P1 date=31/2/2024
expect 'a day that is none is refused' 3 <<END
END
says 'with the field and the reason' 'date: '
run qda source set P1 guide='deuxième'
expect 'a guide that nobody made is refused' 3 <<END
END
run qda source set P12 setting=domicile
expect 'and so is an unknown source' 3 <<END
END
says 'which is named, and the nearest too' "there is no source 'P12'; did you mean 'P1'?"
run qda source set P1 setting
expect 'KEY without a value is wrong usage' 2 <<END
END
is 'nothing was changed by what was refused' \
	"$(sql 'SELECT count(*) FROM history')" 4

# attributes
run qda source set P1 région=Val-Brun étage=3
says 'what is no field is an attribute' "new attribute 'région' (text)"
says 'of a type' "new attribute 'étage' (number)"
run qda source show P1
is 'which is shown behind the fields' \
	"$(grep '^région\|^étage' "$io/out" | tr '\t\n' ' ,')" \
	'région Val-Brun,étage 3,'
run qda source show @étage
ok 'and can be shown itself' grep -q "^type${tab}number" "$io/out"
run qda source set P1 étage=rez
expect 'a value must fit its type' 3 < /dev/null
run qda source set P1 seting=x
expect 'what looks like a field misspelt is none' 3 < /dev/null
says 'and the field is proposed' "did you mean 'setting'?"
qda source -q set @étage type=text
qda source -q set P1 étage=rez
qda source -q rename @étage @niveau
is 'its type and its name can be changed' "$(qda source show P1 |
	grep '^niveau')" "niveau${tab}rez"
qda source -q delete @niveau
is 'and it can be deleted' "$(qda source show P1 | grep -c '^niveau')" 0
qda source -q delete @région

# turn by turn
run qda source show P1 --turns
expect 'turns have addresses' 0 <<END
P1:5-39${tab}1${tab}CA${tab}${tab}Qu’est-ce qui a changé pour vous ?
P1:46-132${tab}2${tab}P1${tab}${tab}Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.
P1:139-151${tab}3${tab}CA${tab}${tab}Et ensuite ?
P1:158-248${tab}4${tab}P1${tab}${tab}J’appelle cabinet après cabinet. « On ne prend plus », voilà… (rires) C’est décourageant !
END
cut -f 1 "$io/out" > addresses
run qda tag 'gagner du temps' "$(sed -n 2p addresses)"
ok 'which can be tagged' [ "$status" = 0 ]
run qda source list
is 'and then count as cut and coded' \
	"$(cut -f 1,6,7 "$io/out" | tr '\t\n' ' ;')" 'P1 1 1;P2 0 0;'
qda tag -q 'un autre' "$(sed -n 2p addresses)"
run qda source list
is 'once, whatever codes they carry' \
	"$(cut -f 1,6,7 "$io/out" | tr '\t\n' ' ;')" 'P1 1 1;P2 0 0;'
run qda source list -c Noé
is 'for the coders asked for' \
	"$(cut -f 1,6,7 "$io/out" | tr '\t\n' ' ;')" 'P1 0 0;P2 0 0;'
run qda source list -c Personne
expect 'who must exist' 3 <<END
END
run qda source show P1 --text
same 'the text comes out as it is kept' "$io/out" P1.txt
run qda source show P1 --text --turns
expect 'but not in two ways at once' 2 <<END
END
run qda source show P1 -n
expect 'and a reader has no dry run' 2 <<END
END

# names
run qda source rename P2 '  Entretien d’Anne :  lundi "2" '
expect 'a source takes another name' 0 <<END
END
says 'as names are kept' "source 'P2' is now 'Entretien d’Anne : lundi \"2\"'"
run qda source show "ENTRETIEN d'anne : LUNDI \"2\"" --turns
ok 'by which it is found however it is spelt' [ "$status" = 0 ]
is 'and which its addresses bear' "$(head -n 1 "$io/out" | cut -f 1)" \
	'Entretien d’Anne : lundi "2":5-26'
run qda source rename P1 "entretien d'ANNE : lundi \"2\""
expect 'a name is taken however it is spelt' 3 <<END
END
run qda source rename P1 "$(printf 'P\377')"
expect 'a name that is not UTF-8 is refused' 2 <<END
END
says 'with the byte' 'byte 2'
run qda source rename P1 "$(printf 'a\001b')"
expect 'and one with a control character' 3 <<END
END
run qda source rename -- P1 -x
ok 'a name may begin with a dash' [ "$status" = 0 ]
run qda source rename -- -x p1
ok 'and change in its case alone' [ "$status" = 0 ]
run qda source rename p1 P1
run qda source rename P1 P1
says 'a name that it has already changes nothing' "has that name already"

# order
for i in 3 4 5; do
	printf 'CA : Et %s ?\n\nP%s : Le numéro %s.\n' $i $i $i > P$i.txt
done
qda import -q P3.txt P4.txt P5.txt
qda source -q rename 'Entretien d’Anne : lundi "2"' P2
run qda source order P5 P3
expect 'those named come first, in that order' 0 <<END
END
is 'and the others keep theirs' "$(qda source -o names | tr '\n' ' ')" \
	'P5 P3 P1 P2 P4 '
run qda source order P5
says 'what is in order stays' 'in that order already'
run qda source order -n P1
expect 'what would be moved is shown' 0 <<END
=${tab}P1${tab}order=1
=${tab}P5${tab}order=2
=${tab}P3${tab}order=3
END
run qda source order P1 p1
expect 'no source has two places' 2 <<END
END
run qda source order P1 P9
expect 'and an unknown one none' 3 <<END
END
is 'nothing of that was done' "$(qda source -o names | tr '\n' ' ')" \
	'P5 P3 P1 P2 P4 '
qda source -q order P1 P2 P3

# gone
qda source -q set P3 setting=domicile
qda tag -q peur P1:46-60 P2:#2 P1:#3 -c Noé
qda memo -q add -c Noé --on P1:46-60 'un mémo'
dump=$(sql .dump | grep -v 'history\|sqlite_sequence' | sort | cksum)
run qda source delete P1 P3
expect 'sources are deleted' 0 <<END
END
says 'and what went with them is said' \
	'2 deleted, 6 turns, 3 verbatims, 4 codings, 1 link of a memo'
is 'the others stay' "$(qda source -o names | tr '\n' ' ')" 'P2 P5 P4 '
is 'with their turns, words and codings' "$(sql 'SELECT (SELECT count(*) FROM
	turn), (SELECT count(*) FROM unit), (SELECT count(*) FROM coding)')" \
	'8|1|1'
is 'no row hangs on what is gone' "$(sql 'PRAGMA foreign_key_check')" ''
if qda undo -h > /dev/null 2>&1; then
	qda undo -q
	is 'an undo brings all back' "$(sql .dump |
		grep -v 'history\|sqlite_sequence' | sort | cksum)" "$dump"
fi
cp qda.db damaged.db
sqlite3 damaged.db "DELETE FROM source_text WHERE hash =
	(SELECT hash FROM source WHERE name = 'P4')"
ok 'a source whose text is lost can be deleted' \
	qda source -q -p damaged.db delete P4
run qda source delete P4 P77
expect 'an unknown one stops all' 3 <<END
END
ok 'and nothing is deleted' qda source show P4
run qda source delete -n P4
expect 'a dry run shows what would go' 0 <<END
-${tab}P4${tab}source
END

run qda source P4
expect 'an action is wanted first' 2 <<END
END
says 'and the one meant is proposed' "did you mean 'qda source show P4'?"

done_testing
