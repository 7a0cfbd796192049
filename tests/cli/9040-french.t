# Every sentence for a person is French too, and French is chosen on a
# machine that has no French locale.
. ./tests/lib.sh
cd "$top" || exit 1
po=src/po/fr.po
nb=$(printf '\302\240')		# a space that does not break
sh src/po/extract.sh > "$io/pot" 2> "$io/err"
ok 'the template is made without a warning' [ ! -s "$io/err" ]
ok 'every sentence is translated, none is fuzzy' \
    msgcmp --no-fuzzy-matching "$po" "$io/pot"
run msgfmt --check -o /dev/null "$po"
is 'the translations take the same arguments' "$status" 0
is '... and nothing is lacking in the header' "$(cat "$io/err")" ''
sed '1,/^$/d' "$po" | sed -n '/^msgstr/,/^$/p' > "$io/said"
ok 'French is spaced as French is' \
    [ "$(grep -c "$nb[:;?!»]" "$io/said")" -gt 200 ]
is '... everywhere' "$(grep -E " [;?»]| !( |\")| :( |\"|\\\\)|« |[a-zé»][;?!]( |\")" \
    "$io/said")" ''
is '... with its apostrophes' \
    "$(grep "[a-zé]'[a-zéèêàâîôœ]" "$io/said")" ''
is '... and nobody is addressed' "$(grep -iE '(^|[^-])\<vous\>' "$io/said")" ''
cd "$work" || exit 1

none="«${nb}qda init$nb» en crée un"
run env LANGUAGE=fr qda status
says 'LANGUAGE chooses' "$none"
is '... and the status is what it is in English' "$status" 4
run env LC_ALL=fr_FR.UTF-8 qda status
says 'so does a locale that is not installed' "$none"
run env LANG=fr_CA.UTF-8 LC_ALL= qda status
says '... of any country' "$none"
run env LC_ALL=C qda status
says 'C is English' "'qda init' makes one"
run env LC_ALL=en_GB.UTF-8 qda status
says 'and so is English' "'qda init' makes one"
run env LC_ALL=en_GB.UTF-8 LANGUAGE=de qda status
says '... and what qda does not speak' "'qda init' makes one"

run env LC_ALL=C LANGUAGE=fr qda init -h
ok 'text is UTF-8 under LC_ALL=C' grep -q 'étude' "$io/out"
ok '-h says what a tool does' grep -q '^créer un projet' "$io/out"
ok '... and what an option does' \
    grep -q -- '-t, --title TITLE  *le titre de l’étude' "$io/out"
run env LANGUAGE=fr qda axial -h
ok '... under each other' grep -q "^usage$nb: qda axial" "$io/out"
ok '... line by line' grep -q '^        qda axial group CATEGORY' "$io/out"
run env LANGUAGE=fr qda -h
ok 'the steps of the method are French' grep -qx 'codage ouvert' "$io/out"
ok '... the verbs are not' grep -q '^  tag  *mettre des codes' "$io/out"

study
LANGUAGE=fr
export LANGUAGE
run qda tag peur P1:#2
says 'a sentence for one' "1 verbatim codé «${nb}peur$nb»$nb; 1 nouveau code"
run qda tag 'gain de temps' P1:#2 P1:#4 P2:#2
says '... for several' \
    "changement 4$nb: 3 verbatims codés «${nb}gain de temps$nb»$nb; 1 nouveau code"
run qda tag 'gain de temps' P1:#2 P1:#4
says '... for none' "0 verbatim codé «${nb}gain de temps$nb» (déjà fait pour 2)"
run qda undo
says 'undo says what it undid' \
    "changement 4 annulé$nb: qda tag \"gain de temps\" \"P1:#2\" \"P1:#4\" \"P2:#2\""
run qda show 'code:pr'
says 'a mistake is told in French' "il n’y a pas de code «${nb}pr$nb»"
is '... with the same status' "$status" 3
run qda import rien.txt
says 'what the system says is French without its translations' \
    "impossible d’ouvrir «${nb}rien.txt$nb»$nb: aucun fichier ni dossier de ce nom"
run qda find '(peur'
says 'so is what is wrong with a pattern' 'il manque une parenthèse fermante'
run qda status
ok 'where the study stands' grep -q "^codage ouvert  *1 verbatim" "$io/out"

qda source list -H > french
env LANGUAGE=en qda source list -H > english
same 'columns and data are the same' english french
qda status -o json > french
env LANGUAGE=en qda status -o json > english
same '... keys too' english french

# documents speak the project's language, messages the reader's
en() { env LANGUAGE=en "$@"; }
run en qda coreq export -o coreq.md
is 'a French project is exported in French under English' "$(grep -c \
    "Non renseigné dans le projet" coreq.md)/$(grep -c 'Not recorded' coreq.md)" \
    "$(grep -c 'Non renseigné' coreq.md)/0"
ok '... all of it' grep -q 'Réponse' coreq.md
run en qda coreq check
ok '... a check too' grep -q 'Non renseigné dans le projet' "$io/out"
says '... and what is said of it is not' 'items answered'
run en qda axial tree -o tree.md
ok '... the coding tree' grep -q 'catégorie / propriété' tree.md
run en qda show code:peur -o peur.md
ok '... extracts, in French quotation marks' grep -q "«${nb}Le matin" peur.md
run qda coreq export -l en -o en.md
ok 'unless -l says another' grep -q 'Not recorded in the project' en.md
is '... all of it' "$(grep -c 'Non renseigné' en.md)" 0
qda project -q set language=en
run qda coreq export -o coreq2.md
same 'an English project is exported in English under French' en.md coreq2.md
run qda coreq check
says '... and what is said of it is French' 'items renseignés'

# a number as wide as PRId64 says
run qda memo show 77
says 'a sentence with a number is translated' "il n’y a pas de mémo 77"
done_testing
