# qda-project: what the study is
. ./tests/lib.sh

qda-init -q -t 'Une étude' -l fr .
run qda-project
expect 'qda project shows every field, empty ones too' 0 <<'END'
title	Une étude
question	
language	fr
approach	
sampling	
stopping-rule	
stopping-declared	
ethics	
told-participants	
findings-returned	
software	
END
run qda-project set approach='inspirée de la théorisation ancrée' langue=anglais
expect 'set changes fields; French words are understood' 0 </dev/null
says 'and says which' 'change 1: project: approach, langue set'
is 'the login name makes no coder' \
	"$(sqlite3 qda.db 'SELECT count(*) FROM coder')" 0

run qda-project set 'stopping-rule=none-new  min=10 stop=1'
says 'a rule without its date is asked for it' \
	'when was the rule declared?'
run qda-project set stopping-declared=10/01/2024
ok 'but not once it is there' sh -c "! grep -q declared? $io/err"
run qda-project show -o json
expect 'the rule and its date are kept in one form' 0 <<'END'
{
  "title": "Une étude",
  "question": null,
  "language": "en",
  "approach": "inspirée de la théorisation ancrée",
  "sampling": null,
  "stopping-rule": "none-new stop=1 min=10",
  "stopping-declared": "2024-01-10",
  "ethics": null,
  "told-participants": null,
  "findings-returned": null,
  "software": null
}
END
run qda-project show -o table
is 'a table has dates as people write them' \
	"$(sed -n 's/^stopping-declared  *//p' "$io/out")" '10 Jan 2024'
rule() {
	run qda-project set "stopping-rule=$1"
	is "the rule '$1' is '$2'" "$2" \
		"$(sqlite3 qda.db 'SELECT stopping_rule FROM project')"
}
rule guest 'guest base=4 run=2 threshold=5'
rule 'guest threshold=2,5% base=6' 'guest base=6 run=2 threshold=2.5'
rule francis 'francis base=10 stop=3'
rule 'Francis stop=1' 'francis base=10 stop=1'
rule 'none-new stop=2' 'none-new stop=2 min=1'
rule '' ''
refused() {
	run qda-project set "stopping-rule=$1"
	expect "the rule '$1' is refused" 3 </dev/null
	says '... because' "stopping-rule: $2"
}
refused saturation "there is no rule 'saturation'; rules are none-new, guest, francis"
refused ' ' "there is no rule ''"
refused none-new 'the rule none-new wants a stop'
refused 'none-new stop=0' "stop wants a whole number from 1 on, not '0'"
refused 'none-new stop=-1' 'stop wants a whole number'
refused 'none-new stop=+1' 'stop wants a whole number'
refused 'none-new stop=99999999999999999999' 'stop wants a whole number'
refused 'none-new stop=1 base=4' "the rule none-new has no 'base'; it has stop, min"
refused 'guest threshold=101' 'threshold wants a percentage from 0 to 100'
refused 'guest threshold=1.2.3' 'threshold wants a percentage'
refused 'guest threshold=nan' 'threshold wants a percentage'
refused 'guest threshold=' 'threshold wants a percentage'
refused 'guest 5' "'5' is not of the form KEY=VALUE"

run qda-project set stopping-declared=31/02/2024
expect 'a day that is none is refused' 3 </dev/null
says 'with its field' 'stopping-declared: '
run qda-project set language=
expect 'the language cannot be removed' 3 </dev/null
run qda-project set language=de
says 'and is one of two' "language: 'de' is not one of fr, en"
run qda-project set tilte=x
says 'an unknown field comes with the nearest' \
	"there is no field 'tilte'; did you mean 'title'?"
run qda-project set title=a question=b tilte=c
is 'all or nothing' "$(sqlite3 qda.db 'SELECT title FROM project')" \
	'Une étude'
run qda-project set
expect 'set wants something' 2 </dev/null
run qda-project "title"
expect 'a field is no action' 2 </dev/null
run qda-project -n set title='Autre, "guillemets" ; | $x'
expect 'a dry run shows it' 0 <<'END'
=	project	title=Autre, "guillemets" ; | $x
END
printf 'É\376' > bytes
input=bytes
run qda-project set ethics=-
expect 'standard input must be UTF-8' 3 </dev/null
printf 'a\0b' > bytes
run qda-project set ethics=-
expect 'and text' 3 </dev/null
input=

# every line of the sample study, and back
while IFS='	' read -r key value; do
	qda-project -q set "$key=$value" || echo "$key" >> bad
done < "$top/samples/project.tsv"
ok 'the sample study is set line by line' test ! -e bad
qda-project -o tsv | grep -v '	$' > back
same 'and comes back as it was' "$top/samples/project.tsv" back
run qda-project set title='Se soigner sans médecin traitant'
expect 'what is so already is no change' 0 </dev/null
is 'nor is it recorded' "$(cat "$io/err")" \
    'nothing to change: project: title set'
run qda project foo
says 'show takes no name' "'foo' is not an action of qda project"
ok 'so none is proposed' [ "$(grep -c 'did you mean' "$io/err")" = 0 ]
done_testing
