# qda tag -i: verbatims shown in their context and decided one by one; what
# searches brought is read; the words of CODE alone are asked for.
. ./tests/lib.sh
study || exit 1

sql() { sqlite3 -separator ' ' qda.db "$1"; }
dump() { sqlite3 qda.db .dump | grep -vE '(history|sqlite_sequence)'; }
units() {
	sql "SELECT words, group_concat(name || ' ' || stance, ','), made,
	    reviewed, ifnull(label, '-') FROM (SELECT unit.*, code.name, stance
	    FROM unit LEFT JOIN coding ON unit = unit.id
	    LEFT JOIN code ON code.id = code
	    ORDER BY unit.source, \"start\", \"end\", code.name)
	    GROUP BY id ORDER BY source, \"start\", \"end\""
}
# answers LINE... to a command, without a terminal
answers() {
	printf '%s\n' "$@" > "$io/answers"
}
ask() {
	input=$io/answers run "$@"
	input=
}
# keys, and what a terminal shows: TYPED COMMAND
terminal() {
	printf "$1" | timeout 20 setsid script -qec "$2" /dev/null |
	    tr -d '\r' > "$io/out" 2> "$io/err"
}
# the same step by step: begun COMMAND, awaits TEXT, types KEYS, ended
begun() {
	rm -f "$io/keys"
	mkfifo "$io/keys"
	: > "$io/raw"
	timeout 30 setsid script -qefc "$1" /dev/null < "$io/keys" \
	    > "$io/raw" &
	exec 3> "$io/keys"
}
awaits() {
	for try in $(seq 300); do
		grep -qF -- "$1" "$io/raw" && return
		sleep 0.03
	done
	echo "not seen: $1" >> "$io/why"
}
types() { printf "$1" >&3; }
ended() {
	exec 3>&-
	wait
	tr -d '\r' < "$io/raw" > "$io/out"
}
shows() {
	grep -qF -- "$2" "$io/${3:-out}"
	found=$?
	[ "$found" = 0 ] || cat "$io/${3:-out}" > "$io/why"
	result "$found" "$1"
}
fresh() {
	rm -f qda.db
	cp whole.db qda.db
}
cp qda.db whole.db

temps=$(qda find 'temps' | cut -f1)
peur=$(qda find 'peur' | cut -f1 | tr '\n' ' ')

# --- one by one
answers k
ask qda tag -i essai "$temps"
expect 'answers come from standard input when it is no terminal' 0 < /dev/null
says 'the place and the code are shown' "1/1  $temps  'essai'"
says 'the verbatim stands in its turn' \
    'P1 : Le matin, je gagne du [temps]. Par contre l’ordinateur'
says 'with the turns around it' 'CA : Qu’est-ce qui a changé pour vous'
says 'and what was done is said' \
    "change 3: 1 verbatim tagged 'essai'; 1 new code"
is 'by hand, and read' "$(units)" 'temps essai illustrates hand 1 -'

fresh
answers x '' '?' k n
ask qda tag -i inquiétude $peur
is 'one is kept, one dropped' "$(units)" \
    'peur inquiétude illustrates hand 1 -'
says 'that is said' "1 verbatim tagged 'inquiétude', 1 dropped; 1 new code"
is 'they can be shown' \
    "$(grep -c 'leave it as it is, for later' "$io/err")" 2
says 'what is no key is said to be none' 'this is no key; ? shows them all'

fresh
answers o k
ask qda tag -i inquiétude $peur
is 'o, oui, keeps' "$(units | wc -l)" 2
fresh
answers j y
ask qda tag -i inquiétude $peur
says 'j leaves one for later' '1 verbatim tagged'
says 'which is said' ', 1 left as it was'
fresh
answers n b k n
ask qda tag -i inquiétude $peur
says 'back to the one before, of which the decision is shown' '  (dropped)'
is 'it is decided anew' "$(units | wc -l)" 1
answers b k
ask qda tag -i x "$temps"
says 'before the first there is none' 'this is the first'

# --- the end before the end
fresh
answers k q n
ask qda tag -i inquiétude $peur
is 'the end, not saved: status 1' "$status" 1
says 'is said' 'what was decided is not saved, nothing is done'
is 'nothing is' "$(units)" ''
answers k q ''
ask qda tag -i inquiétude $peur
is 'the end, saved unless n is said' "$(units | wc -l)" 1
fresh
answers k
ask qda tag -i inquiétude $peur
is 'no more answers: what was decided is saved' "$(units | wc -l)" 1
dump > before
answers q
ask qda tag -i inquiétude $peur
is 'nothing decided: status 1' "$status" 1
says 'nothing is done' 'nothing was decided, nothing is done'
answers k k
ask qda tag -i -n autre $peur
is 'a dry run prints what would be' "$(cut -f1,3 "$io/out")" '+	code
+	autre
+	autre'
dump > after
same 'and none of it is done' before after
fresh
answers D n A n A y
ask qda tag -i inquiétude $peur
says 'all the rest: how many is asked' 'drop all 2? (y/n)'
is 'all are kept' "$(units | wc -l)" 2
answers n
ask qda tag -i inquiétude "$temps" $peur
answers D y
ask qda tag -i inquiétude $peur
is 'what is dropped loses the code it has' "$(units)" ''

# --- borders
fresh
answers s k
ask qda tag -i essai "$temps"
is 's: the sentence' "$(units | cut -d' ' -f1-6)" 'Le matin, je gagne du temps.'
fresh
answers s s t t k
ask qda tag -i essai "$temps"
is 't: the turn' "$(units)" 'Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux. essai illustrates hand 1 -'
says 'whole sentences stay' 'these are whole sentences already'
says 'so does a whole turn' 'this is a whole turn already'
words() {	# KEYS... : the words they make of "temps"
	fresh
	answers "$@" k
	ask qda tag -i essai "$temps"
	sql 'SELECT words FROM unit'
}
is 'one word before' "$(words '<')" 'du temps'
is 'three before, two behind' "$(words '3<' '2>')" \
    'je gagne du temps. Par contre'
is 'and less of them again' "$(words '3<' '2>' '-2<' '->')" 'du temps. Par'
is 'a word is not taken away from itself' "$(words '-<' '->' '-9<')" 'temps'
is 'a turn ends there' "$(words '99<')" 'Le matin, je gagne du temps'
is 'as they were at first' "$(words '5<' 't' u)" 'temps'
is 'by the words' "$(words a 'le MATIN, je gagne')" 'Le matin, je gagne'
is 'by the first and the last' "$(words a 'je gagne ... ordinateur')" \
    'je gagne du temps. Par contre l’ordinateur'
is 'with a real ellipsis too' "$(words a 'le matin … temps')" \
    'Le matin, je gagne du temps'
is 'words that are not there change nothing' "$(words a 'jamais dit')" temps
says 'which is said' 'these words do not stand there'
is 'of two places the nearer' "$(fresh; answers a peur k; ask qda tag -i x \
    "$(qda find 'vraiment' | cut -f1)"; sql "SELECT \"start\" FROM unit")" \
    "$(qda find 'peur' | tail -1 | sed 's/^P2:\([0-9]*\)-.*/\1/')"

# --- texts without turns, and long ones
fresh
qda import -q - -N carnet <<'END'
Un titre

Une ligne où le temps manque, puis un vide.  

La fin.
END
answers '<' t k
ask qda tag -i essai "$(qda find manque | cut -f1)"
says 'lines stand for turns' '  Un titre'
says 'around the one it is in' \
    '  Une ligne où le [temps manque], puis un vide.'
is 't: the line' "$(units)" \
    'Une ligne où le temps manque, puis un vide. essai illustrates hand 1 -'
fresh
{
	echo 'CA : Alors ?'
	seq -f 'P3 : mot %g et ainsi de suite' 1 300 | tr '\n' ' '
	echo; echo 'CA : Et ?'
	for i in $(seq 40); do echo "P3 : oui $i"; echo "CA : et $i ?"; done
} > P3.txt
qda import -q P3.txt
answers j j
ask qda tag -i essai P3:#2 P3:#4-60
ok 'a very long verbatim shows its ends' test "$(wc -l < "$io/err")" -lt 60
says 'a number says which' '2/2  P3:'
says 'the first' '  P3 : [oui 1]'
says 'and the last' '  P3 : [oui 29]'

# --- what is said of it
fresh
answers l 'gagner du temps' p 2 m 'à comparer' k
ask qda tag -i essai "$temps"
is 'label, stance, memo' "$(units) $(sql 'SELECT text FROM memo')" \
    'temps essai qualifies hand 1 gagner du temps à comparer'
answers l - k
ask qda tag -i essai "$temps"
says 'a label that is there is shown' 'label: gagner du temps'
is 'and taken off' "$(units)" 'temps essai qualifies hand 1 -'
fresh
answers l "$(printf 'a\377')" k
ask qda tag -i essai "$temps"
is 'a label that is not UTF-8 is none' "$(units)" \
    'temps essai illustrates hand 1 -'
fresh
answers k
ask qda tag -i --label commune --contrary essai "$temps"
is 'options are for all' "$(units)" 'temps essai contradicts hand 1 commune'

# --- another code
fresh
qda code add -q 'peur de tomber malade' && qda code add -q confiance
answers c 'PEUR de  tomber malade' k
ask qda tag -i essai "$temps"
is 'a code by its name' "$(units)" \
    'temps peur de tomber malade illustrates hand 1 -'
answers c malade 1 + confianse 1 k
ask qda tag -i essai $peur
says 'by a part of it' '  1  peur de tomber malade'
says 'or by one that is near' '  1  confiance'
is 'the number takes it' "$(units | tail -1)" 'peur confiance illustrates,peur de tomber malade illustrates hand 1 -'
answers c 'tout neuf' y k
ask qda tag -i essai "$temps"
says 'a new one is made' "'tout neuf' is a new code"
is 'instead of the other' "$(units | head -1)" 'temps peur de tomber malade illustrates,tout neuf illustrates hand 1 -'
answers c inconnu n k
ask qda tag -i confiance "$temps"
is 'or not' "$(sql "SELECT count(*) FROM code WHERE name = 'inconnu'")" 0
answers c inconnu y k
ask qda tag -i --known confiance "$temps"
is '--known: none is' "$(sql "SELECT count(*) FROM code WHERE name = 'inconnu'")" 0
answers c P1:0-4 y k
ask qda tag -i confiance "$temps"
says 'an address is no name' 'the code comes first'

# --- hits of a search: a pipe, and a person at the terminal
fresh
terminal 'kn' "qda find peur | qda tag -i inquiétude"
shows 'keys without Enter' "change 3: 1 verbatim tagged 'inquiétude', 1 dropped"
shows 'the verbatim stands out' "$(printf '\033[7mpeur\033[0m')"
is 'found by a search, and read' "$(units)" \
    'peur inquiétude illustrates search 1 -'
fresh
terminal 'kn' "NO_COLOR=1 qda find peur | NO_COLOR=1 qda tag -i inquiétude"
shows 'in brackets where no colours are wanted' '[peur]'
fresh
terminal '2>->k' "qda find temps | qda tag -i durée"
is 'several keys that are one' "$(sql 'SELECT words FROM unit')" 'temps. Par'
fresh
terminal 'Ay\n' "qda find peur | qda tag -i inquiétude"
shows 'what nobody has seen is not read' \
    "2 verbatims tagged 'inquiétude'; 1 new code; 1 of them nobody has read"
is 'and stays so' "$(units | cut -d' ' -f4-5 | tr '\n' ,)" \
    'search 1,search 0,'
terminal 'l\303\251tiquette \303\251t\303\251\nk' 'qda tag -i'
is 'keys, then a line' "$(sql 'SELECT label FROM unit WHERE label <> 0')" \
    'étiquette été'
fresh
begun "qda tag -i inquiétude $peur"
awaits 1/2; types k
awaits 2/2; types '\003'
awaits 'does not:'; types '\n'
ended
shows 'Ctrl-C asks' 'y saves it, Enter does not'
is 'and saves nothing by itself' "$(units)" ''
begun "qda tag -i inquiétude $peur"
awaits 1/2; types k
awaits 2/2; types '\003'
awaits 'does not:'; types 'o\n'
ended
is 'but what was decided, if that is wanted' "$(units | wc -l)" 1
fresh
begun "qda tag -i inquiétude $peur"
awaits 1/2; types k
awaits 2/2; types '\004'
ended
is 'Ctrl-D saves what was decided' "$(units | wc -l)" 1
qda find peur > piped
input=piped run setsid qda tag -i inquiétude
input=
is 'a pipe and no terminal: status 2' "$status" 2
says 'nobody can be asked' 'nobody sits at a terminal to be asked'

# --- what nobody has read
fresh
qda find peur | qda tag -q inquiétude
qda find temps | qda tag -q durée
run qda check
is 'check lists them' "$(grep -c '^unread' "$io/out")" 2
terminal 'n' 'qda tag -i durée'
is 'those of a code: dropped' "$(sql 'SELECT count(*) FROM unit')" 2
terminal 'sk' 'qda tag -i -s P2'
is 'those of a source: moved, and read' "$(units | head -1)" \
    'J’ai peur de tomber malade, euh, vraiment peur. inquiétude illustrates search 1 -'
# the other hit is within that sentence
terminal 'sk' 'qda tag -i'
is 'onto one that is there: both are one' "$(units)" \
    'J’ai peur de tomber malade, euh, vraiment peur. inquiétude illustrates search 1 -'
terminal '' 'qda tag -i'
shows 'there is nothing left' 'searches brought nothing that is still to be read'
run qda check
is 'nor for check' "$(grep -c '^unread' "$io/out")" 0
qda find peur | qda tag -q -c Noé inquiétude
terminal '' 'qda tag -i'
shows 'another’s hits are another’s' 'nothing that is still to be read'
terminal 'k' 'qda show -c Noé inquiétude | qda tag -i -c Noé'
is 'what show finds is reviewed with its own codes' "$(sql "SELECT reviewed
    FROM unit WHERE coder = 2 ORDER BY \"start\"" | tr '\n' ,)" '1,0,'

# what was decided is one change, with its reason, and is taken back whole
fresh
qda find peur | qda tag -q inquiétude
dump > before
terminal 'scmalaise\ny\nlpeur\nmun m\303\251mo\nkn' 'qda tag -i -m "relu à deux"'
is 'moved, with another code, label and memo' "$(units)" \
    'J’ai peur de tomber malade, euh, vraiment peur. malaise illustrates search 1 peur'
is 'why is kept' "$(sql 'SELECT message FROM history ORDER BY id DESC
    LIMIT 1')" 'relu à deux'
run qda undo
dump > after
same 'one undo takes all of it back' before after
ok 'and redo puts it back' qda redo -q
is '... as it was' "$(units | wc -l) $(sql 'SELECT text FROM memo')" '1 un mémo'

# a unit with another code besides stays where it is
fresh
qda find vraiment | qda tag -q inquiétude
qda tag -q euh "$(qda find vraiment | cut -f1)"
sql "UPDATE unit SET reviewed = 0"
terminal 'sk' 'qda tag -i inquiétude'
is 'one that carries more is not moved' "$(units | cut -c1-45 | sort)" \
    "$(printf '%s\n' 'J’ai peur de tomber malade, euh, vraiment peur.' \
    'vraiment euh illustrates search 0 -' | cut -c1-45 | sort)"

# --- others work meanwhile
fresh
begun "qda tag -i inquiétude $peur"
awaits 1/2
ok 'the project is free while a person thinks' \
    timeout 5 qda code add -q 'entre-temps'
types k
ended
is 'and what was decided is done then' "$(units | wc -l)" 1
fresh
qda code add -q inquiétude
begun "qda tag -i inquiétude $peur"
awaits 1/2
qda code rename -q inquiétude souci
dump > before
types k
ended
shows 'a code that has gone is not made again' \
    "the project has changed meanwhile: there is no code 'inquiétude'"
dump > after
same 'nothing is done' before after
shows 'but nothing is lost' "'qda tag --from tag.qda-edit' takes it up"
qda code rename -q souci inquiétude
run qda tag --from tag.qda-edit
says 'it is taken up' '1 row, 1 coding'
rm -f tag.qda-edit

fresh
begun "qda tag -i inquiétude $peur"
awaits 1/2
mv qda.db elsewhere.db
types k
ended
shows 'a project that cannot be opened any more loses nothing either' \
    "'qda tag --from tag.qda-edit' takes it up"
is '... of what was decided' "$(cut -d, -f2 tag.qda-edit | tail -1)" inquiétude
rm -f tag.qda-edit

# --- CODE alone: its words are asked for
fresh
typed() {	# WORDS [ANSWER...]: then CODE, at a terminal
	begun 'qda tag essai'
	awaits Ctrl-D:
	types "$1\n"
	awaits "$1"
	types '\004'
	[ $# = 1 ] || { awaits 'which:'; types "$2"; }
	ended
}
typed "j'ai cessé de CHERCHER"
shows 'how to end is said' 'then Enter and Ctrl-D:'
shows 'words that are there are tagged' "1 verbatim tagged 'essai'; 1 new code"
is 'by hand' "$(units)" 'J’ai cessé de chercher essai illustrates hand 1 -'
typed 'jamais dit'
shows 'words that nobody says' "nobody says 'jamais dit'"
typed peur '2\n'
shows 'words in two places' 'these words stand in 2 places:'
is 'are asked for' "$(units | tail -1)" 'peur essai illustrates hand 1 -'
is '... and one of them taken' "$(units | wc -l)" 2
typed peur 'a\n'
is 'or all' "$(units | wc -l)" 3
typed peur '\n'
shows 'or none' 'no verbatim given, nothing tagged'

fresh
begun 'qda tag -n essai'
awaits Ctrl-D:
types 'cesse de chercher\n\004'
ended
shows 'a dry run asks too' "not done (dry run): 1 verbatim tagged 'essai'"
is 'and does nothing' "$(units)" ''
begun 'qda tag essai'
awaits Ctrl-D:
types 'peur\003'
ended
is 'Ctrl-C leaves' "$(units)" ''

# --- what does not go together
for option in --remove '--from x.csv' '--move P1:0-4'; do
	answers k
	ask qda tag -i $option essai P1:0-4
	is "$option: status 2" "$status" 2
done
answers k
ask qda tag -i P1:0-4 essai
is 'the code comes first: nobody is asked in vain' "$status" 2
ask qda tag -i essai P9:0-4
is 'a wrong address: status 3' "$status" 3
ask qda tag -i "$(printf '%0600d' 0)" P1:0-4
is 'a name that is too long: status 3' "$status" 3
run qda tag -i < /dev/null
is 'nothing on standard input: status 1' "$status" 1
done_testing
