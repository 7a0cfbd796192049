# qda coreq check: written answers beside what the project counts
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER
qda init -q -l en .
qda coder -q add Camille roles=interviewer,coder

# eleven interviews of a real study: their lengths, and who stayed out
i=0
for t in 24:27 50:23 36:00 25:00 45:00 33:00 19:00 29:00 43:00 40:00 35:40; do
	i=$((i + 1))
	printf 'CA : Alors ?\n\nM%s : Réponse %s.\n' $i $i > M$i.txt
	qda import -q --duration $t M$i.txt
done
qda participant -q add M12 outcome=no-date

answer() {
	qda coreq list "$@" | awk -F '\t' -v n="$n" '$1 == n { print $5 }'
}
n=21
is 'mean, shortest, longest, median' "$(answer)" \
    'Mean 34 min 35 s (range 19 min 0 s to 50 min 23 s; median 35 min 40 s; n = 11).'

# agrees N TEXT, differs N TEXT WHAT
found() {
	qda coreq -q set -- "$1" "$2"
	qda coreq check 2> /dev/null |
	    awk -F '\t' -v n="$1" '$1 == "contradiction" && $2 == n { print $4 }'
}
agrees() {
	is "$1: $2" "$(found "$1" "$2")" ''
}
differs() {
	is "$1, no: $2" "$(found "$1" "$2")" "$3"
}

agrees 12 '11 participants, 11 entretiens individuels.'
agrees 12 'Onze participants.'
agrees 12 'Eleven semi-structured interviews with 11 of the 12 people approached.'
agrees 12 '11 participants âgés de 20 à 89 ans, 2 ans en moyenne sans médecin.'
agrees 12 'P12 et M10 ne sont pas des nombres.'
differs 12 '12 participants, 11 entretiens.' \
    "the text says '12 participants', the project 11"
differs 12 'Douze participants.' \
    "the text says 'Douze participants', the project 11"
differs 12 'There were ten individual interviews.' \
    "the text says 'ten individual interviews', the project 11"

agrees 13 '12 personnes sollicitées, une non incluse faute de date ; aucun refus.'
agrees 13 'No refusal.'
differs 13 'Deux refus.' "the text says 'Deux refus', the project 0"
differs 13 'Refus (2).' "the text says 'Refus (2', the project 0"
differs 13 '15 people were approached.' \
    "the text says '15 people', the project 0 / 1 / 11 / 12"
agrees 13 'One person was not included.'

agrees 21 'Durée moyenne : 34.5 minutes'
agrees 21 '34,5 min'
agrees 21 'The mean was 35 minutes.'
agrees 21 '34 min 35 en moyenne (19 à 50 min), n = 11'
agrees 21 'Entre 19 min 00 et 50 min 23.'
agrees 21 'De 19 à 50 minutes, médiane 36 min.'
agrees 21 '34:35 on average; shortest 19:00, longest 50:23'
agrees 21 '0 h 34 min 35 s en moyenne pour les 11 entretiens'
differs 21 '36 minutes' "the text says '36 minutes' for the mean, the project 34 min 35 s"
differs 21 'En moyenne 36 min' \
    "the text says '36 min' for the mean, the project 34 min 35 s"
differs 21 '34.9 min' \
    "the text says '34.9 min' for the mean, the project 34 min 35 s"
differs 21 '34.52 min' \
    "the text says '34.52 min' for the mean, the project 34 min 35 s"
differs 21 '34 min 35 en moyenne, de 19 à 55 min' \
    "the text says '55 min' for the longest, the project 50 min 23 s"
differs 21 'Mean 34 min 35 s, median 34 min 35 s' \
    "the text says '34 min 35 s' for the median, the project 35 min 40 s"
differs 21 '34 min 35 en moyenne pour 9 entretiens' \
    "the text says '9 entretiens', the project 11"

# guides have no tool yet; the tables do
agrees 17 '1 + 6 questions'
sqlite3 qda.db "INSERT INTO guide (guid, version, key, date, tested, created)
    VALUES (x'00', '1', '1', '2022-02-25', 'on one person', '2022-02-25T00:00:00Z'),
    (x'00', '2', '2', '2022-06-06', NULL, '2022-06-06T00:00:00Z');
    INSERT INTO guide_question (guide, position, text, opening)
    SELECT 1, value, 'Q', value < 3 FROM generate_series(1, 7);
    INSERT INTO guide_question (guide, position, text, opening)
    SELECT 2, value, 'Q', value < 2 FROM generate_series(1, 8);
    UPDATE source SET guide = 1 + (position > 4)" || exit 1
differs 17 '1 + 6 questions' \
    "the text says '1 + 6', no guide of the project has that"
agrees 17 '1 + 7 questions'
agrees 17 'Deux versions, de 7 puis 8 questions.'
differs 17 'Trois versions.' "the text says 'Trois versions', the project 2"
agrees 17 'Le guide a évolué au fil des entretiens.'
qda source -q set M1 date=2023-04-12
differs 17 'Le guide a évolué au fil des entretiens.' \
    'the text says that the guide changed, and every version is older than the first interview'
qda source -q set M1 date=2022-03-12
agrees 17 'Le guide a évolué au fil des entretiens.'
qda coreq -q set 17 ''
n=17
is 'what the tables hold of guides is an answer' "$(answer)" \
    'Two versions (25 Feb 2022, 7 questions: M1-M4; 6 June 2022, 8 questions: M5-M11). Piloted on one person.'

# a hint is no contradiction
qda participant -q set M1 sexe=F âge=31
qda participant -q set M2 sexe=H âge=44
qda coreq -q set 10 'Effet boule de neige.'
run qda coreq check
is 'snowball only, and the sample varies: a hint' \
    "$(awk -F '\t' '$2 == 10 { print $1, $4 }' "$io/out")" \
    'hint the text speaks of a snowball only; 2 attributes vary in the sample'
agrees 10 'Effet boule de neige, à la recherche d’une variation maximale.'

# the project against itself
qda source -q set M1 present=none
qda speaker -q set M1 CA role=other 2> /dev/null ||
    sqlite3 qda.db "UPDATE speaker SET role = 'other' WHERE label = 'CA' AND source = 1"
run qda coreq check
is 'nobody else was there, and somebody else speaks' \
    "$(awk -F '\t' '$1 == "contradiction" && $2 == 15 { print $4 }' "$io/out")" \
    'nobody else is recorded as present, and a third voice speaks: M1'

# interview 22: which one brought the last new property
qda tag -q un M1:#2 M2:#2
qda tag -q deux M3:#2
qda tag -q un M4:#2 M5:#2
agrees 22 'Dernière nouvelle propriété à l’entretien 3, aucune au 4e entretien (2 propriétés).'
differs 22 'Suffisance à l’entretien 2.' \
    "the text says 'entretien 2', the project 3 / 4 / 5"
differs 22 'Reached at the 2nd interview, with 3 properties.' \
    "the text says '2nd interview', the project 3 / 4 / 5; the text says '3 properties', the project 2"

# odd texts end well
agrees 21 '- : ; ( ) … « » % ="'
differs 21 '::::: 12: :34 ::' \
    "the text says '12', which is no duration of the project's"
agrees 21 '34 min'
differs 12 '99999999999999999999999999999999999999' \
    "the text says '99999999999999999999999999999999999999', the project 11"
agrees 12 ' '
is 'a contradiction is counted' \
    "$(qda coreq -q set 12 '12 participants'
    qda coreq check 2>&1 > "$io/out" | tail -n 1 | sed 's/.*; //')" \
    '3 contradictions'
done_testing
