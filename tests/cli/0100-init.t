# qda init, qda and qda status: a project, and where it stands.
. ./tests/lib.sh

run qda
is 'outside a project qda says what it is' "$status" 0
ok 'and the first three commands' grep -q 'qda init -t' "$io/out"
is 'in a dozen lines' "$(wc -l < "$io/out")" 10
run qda status
is 'status wants a project: 4' "$status" 4
says 'and says how to make one' "no project here or above; 'qda init' makes one"

run qda init -t "L'été" --question 'Pourquoi ?' -l fr -c 'Anne L’É.'
expect 'a project is made' 0 < /dev/null
ok 'it is one file' test -f qda.db
is 'that says what it is' "$(sqlite3 -separator '|' qda.db \
    'SELECT title, question, language FROM project')" "L'été|Pourquoi ?|fr"
is 'and who works on it' "$(sqlite3 qda.db 'SELECT name FROM coder')" 'Anne L’É.'
is 'it bears our mark' "$(sqlite3 qda.db 'PRAGMA application_id')" 1902403889
before=$(cksum < qda.db)
run qda init
is 'a second one is refused: 3' "$status" 3
says 'because the first exists' "'qda.db' exists already"
is 'which is as it was' "$(cksum < qda.db)" "$before"

mkdir -p a/b && cd a/b || exit 1
run qda status
ok 'a project is found from below' grep -q "^L'été  " "$io/out"
cd "$work" || exit 1
run qda init these
ok 'a directory is made' test -f these/qda.db
run qda init autre.db
ok 'a file of another name' test -f autre.db
says 'is found by its name only, and that is said' 'name it with -p'
run qda -p autre.db status
is 'as here, before the verb' "$status" 0
run qda status -p autre.db
is 'and here, behind it' "$status" 0
run env QDA_PROJECT=autre.db qda status -o json
ok 'or in the environment' grep -Eq '"title": ?null' "$io/out"
mkdir -p Dropbox && cd Dropbox && run qda init .
says 'a folder that is copied elsewhere is worth a warning' 'health data do'
cd "$work" || exit 1
run qda init -n neuf
expect 'a dry run says what it would make' 0 <<END
+	neuf/qda.db	project
END
ok '... and makes nothing' test ! -e neuf
run qda init nulle/part/ici
is 'a folder that cannot be made: 5' "$status" 5
run env LC_ALL=fr_FR.UTF-8 qda init -q frais
is 'the language is the user’s' \
    "$(sqlite3 frais/qda.db 'SELECT language FROM project')" fr
run qda init -l de allemand
is 'a language qda does not speak: 2' "$status" 2
ok 'nothing is left of it' test ! -e allemand

run qda codes
is 'a plural is no verb: 2' "$status" 2
says 'but a hint' "did you mean 'qda code'?"
run qda ''
is 'nor is nothing' "$status" 2
run qda fnd
says 'a slip of the fingers is understood' "did you mean 'qda find'?"
run qda help
ok 'help lists the verbs' grep -q 'saturation' "$io/out"
run qda --help
ok 'so does --help' grep -q 'saturation' "$io/out"
run qda --version
expect 'the version' 0 <<END
qda 1.0
END
run qda coder -n
is 'a tool that only reads has no dry run' "$status" 2
run qda coder lst
says 'an action that is near' "did you mean 'qda coder list'?"
run qda source P4
says 'or a name where an action is wanted' "did you mean 'qda source show P4'?"
run qda status -o pdf
is 'an unknown format: 2' "$status" 2
run qda status -o jsonl
is 'an object a line is one line' "$(wc -l < "$io/out")" 1
run qda status -p these
is 'a directory is no project: 4' "$status" 4
says 'and that is said' "'these' is a directory"
done_testing
