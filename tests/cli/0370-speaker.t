# qda speaker: the voices of sources, and whose they are
. ./tests/lib.sh
sql() { sqlite3 -separator '|' qda.db "$@"; }
dump() { sql .dump | grep -v 'history\|sqlite_sequence' | sort; }
tab=$(printf '\t')
colon=$(printf '\302\240: ')

study || exit 1
QDA_CODER=Camille
export QDA_CODER
cat > P3.txt <<'END'
CA : Qui vous accompagne ?

P3 : Ma fille, 😀 elle conduit.

Fille de P3 : Je conduis la nuit, oui, toutes les nuits.

CA : Et le jour ?

P3 : Le jour, je dors.

Fille de P3 : Elle dort.
END
qda import -q P3.txt
printf 'Un texte sans personne.\n' > note.txt
qda import -q note.txt
run qda speaker
expect 'the voices of each source' 0 <<END
P1	CA	interviewer	2	8	
P1	P1	participant	2	28	P1
P2	CA	interviewer	2	5	
P2	P2	participant	2	22	P2
P3	CA	interviewer	2	6	
P3	P3	participant	2	8	P3
P3	Fille de P3	other	2	10	
END
run qda speaker list -s p3 -s P1 -H
is '-s: some sources, in their order' "$(cut -f1 "$io/out" | uniq | tr '\n' ' ')" \
    'source P1 P3 '
is '... with a header' "$(head -1 "$io/out" | tr '\t' ' ')" \
    'source label role turns words participant'
run qda speaker list -s P4
expect 'a source that is not there' 3 </dev/null
run qda speaker list -s note
expect 'a source without voices has none' 0 </dev/null
is 'words are those of the turns' \
    "$(qda speaker | awk -F '\t' '{ n += $5 } END { print n }')" \
    "$(for p in P1 P2 P3; do qda source show $p --turns; done | cut -f5 |
	perl -CSD -Mutf8 -ne '$n++ while /[\p{L}\p{N}]+([-’][\p{L}\p{N}]+)*/g;
	    END { print $n }')"
dump > fresh

# --- what is refused ------------------------------------------------------
refused() {	# SENTENCE STATUS SAID COMMAND...
	sentence=$1
	wanted=$2
	said=$3
	shift 3
	run qda speaker set "$@"
	expect "$sentence" "$wanted" </dev/null
	says '... and said' "$said"
}
refused 'a source that is not there' 3 "there is no source 'P33'; did you mean" \
    P33 CA role=other
refused 'a label misspelt' 3 \
    "there is no speaker 'Fille de P4' in 'P3'; did you mean 'Fille de P3'?" \
    P3 'Fille de P4' role=other
refused 'a label that is none' 3 \
    "there is no speaker 'Zoé' in 'P3'; speakers are CA, P3, Fille de P3" \
    P3 Zoé role=other
run qda speaker set P3 CA role=interviewer
is 'what is so already is said to be' "$(cat "$io/err")" \
    "nothing to change: speaker 'CA' of 'P3': role set"
refused 'nobody speaks there' 3 "'note' has no speakers" note CA role=other
refused 'no source is called so' 3 "no source is called 'Z*'" 'Z*' CA role=other
refused 'nobody is called so in any' 3 \
    "there is no speaker 'DR' in 'P*'; speakers are CA, P1, P2, P3" \
    'P*' DR role=other
refused 'a role that is none' 3 \
    "role: 'chef' is not one of participant, interviewer, other" P3 CA role=chef
refused 'a role taken away' 3 'always has a value' P3 CA role=
refused 'another label' 3 "there is no field 'label'; fields are role, participant" \
    P3 CA label=Chercheuse
refused 'an interviewer who is a participant' 3 \
    "only a voice of role participant can be that of participant 'P1'" \
    P3 CA role=interviewer participant=P1
refused 'the same key twice' 2 'twice' P3 CA role=other role=interviewer
refused 'what has no =' 2 'KEY=VALUE' P3 CA other
refused 'what is not UTF-8' 2 'is not UTF-8' P3 "$(printf 'a\377')" role=other
run qda speaker set P3 CA
expect 'nothing to set' 2 </dev/null
run qda speaker list -o docx
expect 'no document' 2 </dev/null
dump > after
same 'and after all that nothing was done' fresh after

# --- one voice ------------------------------------------------------------
run qda find -w 'la nuit'
expect 'who is no participant is not searched' 1 </dev/null
run qda speaker set P3 'fille de p3' role=participante 'participant=Fille de P3'
expect 'a voice becomes a participant, however label and role are spelt' 0 </dev/null
says '... who is new' "new participant 'Fille de P3'"
says '... which is said' "speaker 'Fille de P3' of 'P3': role, participant set"
run qda find -w 'la nuit'
is '... and is searched at once' "$(cut -f3,4 "$io/out")" "Fille de P3${tab}la nuit"
is '... under that name' "$(qda find -P 'Fille de P3' -w 'la nuit' | wc -l)" 1
qda tag -q nuit -t 'toutes les nuits' 2> /dev/null
is '... a quotation of hers is found' "$(qda show nuit | cut -f4)" 'Fille de P3'
is '... a query knows her' \
    "$(qda show 'speaker:"Fille de P3" and role:participant' | wc -l)" 1
is '... and so does the table of participants' \
    "$(qda participant list | grep '^Fille' | cut -f1-4)" \
    "Fille de P3${tab}included${tab}1${tab}1"
run qda participant delete 'Fille de P3'
expect 'she cannot be deleted' 3 </dev/null
says '... which says how her voice is taken from her' \
    "'qda speaker set SOURCE LABEL participant=' first"
run qda speaker set P3 'Fille de P3' role=tiers
expect 'back to a third person' 0 </dev/null
says '... who is no participant then' \
    "1 speaker is no participant any more: 'Fille de P3' in 'P3' (Fille de P3)"
is '... her row' "$(qda speaker -s P3 | tail -1 | cut -f3-)" \
    "other${tab}2${tab}10${tab}"
run qda find -w 'la nuit'
expect '... she is searched no more' 1 </dev/null
is '... and the verbatim is that of the source' "$(qda show nuit | cut -f4)" P3
qda undo -q
is 'undo: she is again' "$(qda speaker -s P3 | tail -1 | cut -f3,6)" \
    "participant${tab}Fille de P3"
qda undo -q 2> /dev/null
qda undo -q
dump > after
is 'and all the way back' "$(qda speaker -s P3 | tail -1 | cut -f3,6)" "other${tab}"
run qda speaker set P3 'Fille de P3' participant=P3
says 'who is given a participant has that role' \
    "speaker 'Fille de P3' of 'P3': participant set"
is '... without its being said' "$(qda speaker -s P3 | tail -1 | cut -f3,6)" \
    "participant${tab}P3"
run qda speaker set P3 'Fille de P3' participant=
is 'a participant taken away leaves the role' \
    "$(qda speaker -s P3 | tail -1 | cut -f3,6)" "participant${tab}"
is '... the words are those of the participant of the source' \
    "$(qda find -P P3 -w 'la nuit' | wc -l)" 1
n=$(sql 'SELECT count(*) FROM participant')
qda speaker set -q P3 CA role=participant
is 'a role makes no participant' "$(sql 'SELECT count(*) FROM participant')" "$n"
qda undo -q
qda speaker set -q P3 'Fille de P3' role=other
before=$(sql 'SELECT count(*) FROM history')
qda speaker set -q P3 'Fille de P3' role=autre
is 'what is so already is no change' "$(sql 'SELECT count(*) FROM history')" "$before"

# --- voices taken for each other ------------------------------------------
run qda speaker set P1 P1 role=enquêtrice
says 'the participant of the source may be silent then' \
    "source 'P1' is still that of participant 'P1', who does not speak in it"
run qda find -s P1 -w ordinateur
expect 'an answer is not searched now' 1 </dev/null
run qda speaker set P1 CA participant=P1
expect 'a question is the participant’s' 0 </dev/null
is '... and nothing is left to be said' "$(wc -l < "$io/err")" 1
is '... the question is searched' "$(qda find -s P1 -w changé | cut -f3)" CA
qda undo -q
qda undo -q
is 'an answer is searched again' "$(qda find -s P1 -w ordinateur | wc -l)" 1

run qda speaker set P1 P1 participant=Zoé
says 'so may be one whose voice is somebody else’s now' \
    "source 'P1' is still that of participant 'P1', who does not speak in it"
qda undo -q

# --- every source ---------------------------------------------------------
run qda speaker set -n '*' ca role=other
expect 'a dry run shows each' 0 <<END
=	P1: CA	role=other
=	P2: CA	role=other
=	P3: CA	role=other
END
run qda speaker set '*' ca role=other
says 'a label in every source that has it' "speaker 'CA' of 3 sources: role set"
is '... all of them' "$(sql "SELECT group_concat(DISTINCT role) FROM speaker
    WHERE label = 'CA'")" other
qda source set -q P1 present=none
is 'COREQ 15 hears third voices at once' "$(qda coreq check 2> /dev/null |
    awk -F '\t' '$2 == 15 && $4 ~ /P1/ { print $1 }')" contradiction
run qda speaker set 'p*' CA role=participant participant=
qda speaker set -q 'P[12]' CA role=other 2> /dev/null
is 'no other sign is a wildcard' "$(sql "SELECT count(*) FROM speaker
    WHERE label = 'CA' AND role = 'participant'")" 3
is 'all their questions are searched' "$(qda find '\?' | wc -l)" 6
qda speaker set -q '*' CA role=interviewer
is '... and none' "$(qda find '\?' | wc -l)" 0
is 'COREQ 15 hears none of them now' "$(qda coreq check 2> /dev/null |
    awk -F '\t' '$2 == 15 && $4 ~ /P1/ { print $1 }')" ''
qda source rename -q note '*'
printf 'CA : Et ?\n\nP4 : Oui.\n\nCA : Ah ?\n\nP4 : Non.\n' > star.txt
qda import -q -N 'P*' star.txt
run qda speaker set 'P*' CA role=other
says 'a source that is called so is meant' "speaker 'CA' of 'P*': role set"
is '... and no other' "$(sql "SELECT count(*) FROM speaker WHERE role = 'other'
    AND label = 'CA'")" 1
run qda speaker set '*' CA role=other
expect 'also one called *' 3 </dev/null
says '... which has nobody' "'*' has no speakers"

# --- what is counted by participant ---------------------------------------
cat > deux.txt <<'END'
CA : Et vous deux ?

Anne : Nous avons peur de la nuit.

Jean : Moi pas, jamais.

CA : Vraiment ?

Anne : Oui.
END
qda import -q deux.txt
qda tag -q peur -s deux -t 'peur de la nuit'
qda tag -q courage -s deux -t 'Moi pas'
is 'a matrix has a column each' \
    "$(qda matrix --columns participant --long | grep -E 'peur|courage' | cut -f1,2 | tr '\t\n' ' ,')" \
    "$(printf 'peur Anne,courage Jean,' )"
qda speaker set -q deux Jean participant=Anne
is '... after the change, of whom they are' \
    "$(qda matrix --columns participant --long | grep -E 'peur|courage' | cut -f1,2 | tr '\t\n' ' ,')" \
    'peur Anne,courage Anne,'

# two in the interview of one
printf 'source\tquote\tcode\tstance\nP3\ttoutes les nuits\tjamais\tcontradicts
P3\tje dors\tjamais\tcontradicts\n' > contre.tsv
qda tag -q --from contre.tsv
contrary() { qda coreq list | sed -n 's/^32.*extraits contraires (\([^)]*\)).*/\1/p'; }
is 'COREQ 32: contrary extracts are those of the interviewed' \
    "$(contrary)" "P3${colon}2"
qda speaker set -q P3 'Fille de P3' participant='Fille de P3'
is '... and of whoever else speaks there' "$(contrary)" \
    "P3${colon}1, Fille de P3${colon}1"
is '... as the view has it' "$(sql "SELECT group_concat(participant, ', ')
    FROM (SELECT participant FROM v_verbatim WHERE code = 'jamais'
    ORDER BY participant DESC)")" 'P3, Fille de P3'
is 'the project is whole' \
    "$(sql 'PRAGMA foreign_key_check; PRAGMA integrity_check')" ok
done_testing
