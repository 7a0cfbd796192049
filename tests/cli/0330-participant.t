# qda-participant: list, show, add, set, rename, delete
. ./tests/lib.sh

study
run qda-participant
expect 'qda participant lists those whom the import made' 0 <<'END'
P1	included	1	0	-			
P2	included	1	0	-			
END
run qda-participant add M4 outcome=incluse approche='par une affiche' \
	known=oui known-how='en stage' informé=10/01/2024 consent=oui âge=52
expect 'one is added with fields, French words understood' 0 </dev/null
says 'an attribute is declared on first use, and that is said' \
	"new attribute 'âge' (number)"
says 'the change is said' "participant 'M4' added"
run qda-participant show m4
expect 'show has fields, attributes and what there is of them' 0 <<'END'
name	M4
outcome	included
reason	
approach	par une affiche
known	yes
known-how	en stage
informed	2024-01-10
consent	yes
recording	
âge	52
sources	0
units	0
duration	
END
run qda-participant show M4 -o json
expect 'in JSON as an object' 0 <<'END'
{
  "name": "M4",
  "outcome": "included",
  "reason": null,
  "approach": "par une affiche",
  "known": "yes",
  "known-how": "en stage",
  "informed": "2024-01-10",
  "consent": "yes",
  "recording": null,
  "âge": "52",
  "sources": 0,
  "units": 0,
  "duration": null
}
END
run qda-participant set M4 outcome='sans réponse' reason='deux messages' known=
run qda-participant list -o jsonl
expect 'outcomes are one of six; numbers are numbers' 0 <<'END'
{"name": "P1", "outcome": "included", "sources": 1, "units": 0, "duration": null, "reason": null, "approach": null, "consent": null, "âge": null}
{"name": "P2", "outcome": "included", "sources": 1, "units": 0, "duration": null, "reason": null, "approach": null, "consent": null, "âge": null}
{"name": "M4", "outcome": "no-reply", "sources": 0, "units": 0, "duration": null, "reason": "deux messages", "approach": "par une affiche", "consent": "yes", "âge": 52}
END
is 'what was recorded can be taken off again' \
	"$(sqlite3 qda.db "SELECT known IS NULL FROM participant WHERE id = 3")" 1
run qda-participant list -o names
expect 'names are one a line' 0 <<'END'
P1
P2
M4
END

# sources, units and durations
qda-source -q set P1 duration=24:27
qda-source -q set P2 duration='1 h 02'
qda-tag -q -c Camille peur P1:45-60 P2:30-50
qda-tag -q -c Noé peur P2:30-40 P2:60-70
sqlite3 qda.db "UPDATE speaker SET participant = 3 WHERE label = 'P2';
 INSERT INTO speaker (guid, source, label, key, role, participant)
 VALUES (x'00', 1, 'Fille', 'fille', 'other', 3)"
run qda-participant list -o csv
printf '%s\r\n' 'name,outcome,sources,units,duration,reason,approach,consent,âge' \
	'P1,included,1,1,1467,,,,' 'P2,included,1,0,3720,,,,' \
	'M4,no-reply,2,3,5187,deux messages,par une affiche,yes,52' > wanted
same 'a person has the sources of theirs and those they speak in, once each' \
	wanted "$io/out"
run qda-participant -c Noé -c camille list -o csv
same 'units are those of the coders asked for: of both' wanted "$io/out"
run qda-participant list -c Camille
is 'or of one' "$(cut -f 4 "$io/out" | tr '\n' ' ')" '1 0 1 '
run qda-participant list -c Zoé
expect 'who must be known' 3 </dev/null
run qda-participant list -o table
is 'a table has clocks' "$(awk '$1 == "M4" { print $5 }' "$io/out")" 1:26:27
sqlite3 -tabs qda.db 'SELECT participant, count(DISTINCT address || coder)
 FROM v_verbatim GROUP BY 1 ORDER BY 1' > wanted
qda-participant | cut -f 1,4 | grep -v '	0$' | sort > got
same 'the view of verbatims says the same' wanted got

# names
run qda-participant rename M4 'Mme  L’Hôte : "4"'
says 'one is renamed' "participant 'M4' is now 'Mme L’Hôte : \"4\"'"
run qda-participant show "mme l'hôte : \"4\""
is 'and found however the name is spelt' "$status" 0
run qda-participant rename P1 p2
expect 'not to a name that is taken' 3 </dev/null
says 'which is said' "there is a participant 'p2' already"
run qda-participant add p1
expect 'nor is it added twice' 3 </dev/null
run qda-participant add @p1
says 'a name does not begin as those of attributes do' \
	"'@p1' cannot be the name of a participant"
run qda-participant rename P1 @p1
expect 'not later either' 3 </dev/null
run qda-participant add ' '
expect 'nor is it empty' 3 </dev/null
run qda-participant add "$(printf 'a\001b')"
expect 'nor has it control characters' 3 </dev/null
run qda-participant add "$(printf 'a\377')"
expect 'nor what is not UTF-8' 2 </dev/null
run qda-participant -q add -- -tiret
run qda-participant show -- -tiret
is 'but it may begin with a dash' "$status" 0
run qda-participant show P3
expect 'nobody of that name: nothing' 3 </dev/null
says 'but the nearest' "there is no participant 'P3'; did you mean 'P1'?"

# wrong values
bad() {
	run qda-participant set P1 "$1"
	expect "$1 is refused" 3 </dev/null
	says '... because' "$2"
}
bad outcome=mort "outcome: 'mort' is not one of included, refused, no-reply, no-date, excluded, withdrew"
bad outcome= 'outcome: it always has a value'
bad known=parfois "known: 'parfois' is not one of yes, no"
bad consent=hier "consent: 'hier' is neither yes, no nor a date"
bad informed=30/02/2024 "informed: '30/02/2024' is neither"
bad outcom=refus "there is no field 'outcom'; did you mean 'outcome'? (an attribute of that name: '@outcom')"
bad name=P7 "a name is changed with 'qda participant rename'"
bad âge=vieux "âge: 'vieux' is not a number; 'qda participant set \"@âge\" type=text' takes any words"
bad taille= "there is no attribute 'taille'"
is 'nothing of it was done' \
	"$(sqlite3 qda.db "SELECT max(id) FROM history")" \
	"$(sqlite3 qda.db "SELECT count(*) FROM history")"
run qda-participant set P1 région=nord
says 'a word that is near enough to be another is left alone' \
	"new attribute 'région' (text)"
run qda-participant -n set P1 sexe=F consent=oui
expect 'a dry run shows each value' 0 <<'END'
+	sexe	text
=	P1	sexe=F
=	P1	consent=oui
END
is 'and keeps none' "$(qda-participant show P1 | grep -c sexe)" 0

# delete
run qda-participant delete P1
expect 'who has a source is not deleted' 3 </dev/null
says 'and the way is shown' "participant 'P1' cannot be deleted: 1 source is \
theirs; 'qda source set NAME participant=' first"
run qda-participant delete -- -tiret "mme l'hôte : \"4\""
says 'nor who speaks in one' '2 speakers are theirs'
is 'all or nothing' "$(qda-participant -o names | wc -l)" 4
sqlite3 qda.db 'UPDATE speaker SET participant = NULL WHERE participant = 3'
run qda-participant delete "mme l'hôte : \"4\"" -- -tiret
expect 'who has none is' 0 </dev/null
is 'with the values of their attributes' \
	"$(sqlite3 qda.db 'SELECT count(*) FROM attribute_value WHERE participant = 3')" 0
run qda-undo
run qda-participant show "mme l'hôte : \"4\""
is 'and undo brings both back' "$(grep '^âge' "$io/out")" 'âge	52'
done_testing
