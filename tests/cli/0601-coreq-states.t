# qda coreq: the four states, what is accepted, and what changes after
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER
study
qda project -q set language=en
qda participant -q set P1 outcome=included
mkdir run

# item N: what the item says, a line "status|answer"
item() {
	qda coreq list "$@" | awk -F '\t' -v n="$n" \
	    '$1 == n { print $8 "|" $5 }'
}
evidence() {
	qda coreq list | awk -F '\t' -v n="$n" '$1 == n { print $6 }'
}
n_is() {
	is "$1" "$(item)" "$2"
}
silent='missing|Not recorded in the project.'

# silence is not "no"
n=6
qda participant -q set P1 known=no
n_is 'one no of two is no answer' "$silent"
is '... but is evidence' "$(evidence)" \
    'Recorded for 1 of 2 participants. (qda participant dump)'
qda participant -q set P2 known=no
n_is 'all of them: nobody knew her' 'computed|None of the 2 participants knew the interviewer beforehand.'
qda participant -q set P2 known=yes known-how='a neighbour'
n_is 'one did' 'computed|1 of 2 participants knew the interviewer beforehand (P2, a neighbour); the other 1 did not.'

n=13
n_is 'only the included: nobody is said to have refused' "$silent"
qda participant -q add P3 outcome=withdrew
n_is 'a withdrawal alone is no log of contacts' "$silent"
is '... but is said' "$(evidence)" '1 withdrawal. (qda participant list)'
qda participant -q add P4 outcome=refused reason='no time'
n_is 'contacts that were logged' 'computed|4 approached; 1 not included: declined (1, no time). 1 withdrawal.'
qda participant -q set P3 outcome=no-reply
n_is 'nobody withdrew: all have an outcome' 'computed|4 approached; 2 not included: declined (1, no time), no reply (1). No withdrawal.'

n=12
n_is 'people are counted, not sources' 'computed|2 participants, 2 individual interviews.'
qda participant -q add P5
n_is 'included without a source is said' 'computed|2 participants, 2 individual interviews; included without a source: P5.'
qda participant -q set P5 outcome=no-date
n=11
n_is 'nothing is known of how they were approached' "$silent"
qda participant -q set P1 approach=poster
n_is 'some routes' 'computed|Poster 1 (of 5; not recorded for 4).'

n=15
n_is 'nobody recorded who was there' "$silent"
qda source -q set P1 present=none
n_is 'one of two recorded as none is no "No"' "$silent"
is '... but is evidence' "$(evidence)" \
    'Nobody else recorded for 1 of 2 interviews. (qda source dump)'
qda source -q set P2 present=aucun
n_is 'none for all, in French too, is "No"' 'computed|No: nobody else in any of the 2 interviews.'
qda source -q set P2 present='his wife'
n_is 'somebody was there' 'computed|Yes, in 1 interview: his wife (P2).'
qda source -q set P1 present=
n_is '... and the other is silent' 'computed|Yes, in 1 interview: his wife (P2); not recorded for 1.'

n=14
qda source -q set P1 setting='maison de santé de Sérigny' medium='face to face'
qda source -q set P2 setting=home medium=telephone
n_is 'settings, a town left out' 'computed|Maison de santé de [place] 1, home (telephone) 1.'
qda source -q set P1 setting='CHU' medium=
qda source -q set P2 setting= medium=telephone
n_is 'an acronym stays, a medium alone counts' 'computed|CHU 1, telephone 1.'

n=21
qda source -q set P1 duration=19:00
n_is 'one duration' 'computed|Mean 19 min 0 s (range 19 min 0 s to 19 min 0 s; median 19 min 0 s; n = 1 of 2).'

n=23
qda source -q set P1 returned=no
n_is 'one no of two' 'declared|Not returned to 1, not recorded for 1.'
qda source -q set P2 returned=non
n_is 'all no' 'declared|No: returned to none of 2.'
qda source -q set P2 returned='2024-05-01, une correction'
n_is 'a date, a correction' 'declared|Not returned to 1, returned to 1, one correction received (P2).'

n=19
qda source -q set P1 recording=none
n_is 'a recording that was not made' 'declared|Without recording (1/2), not known (1/2).'
qda source -q set P2 recording=audio destroyed=2024-06-01
n_is 'one that was destroyed' 'declared|Audio (1/2), without recording (1/2); destroyed (last on 1 June 2024).'
n=18
n_is 'one interview each' 'computed|None: one interview per participant.'
qda import -q -P P2 -N again - <<-'END'
	CA : Comment ça va depuis ?

	P2 : Toujours pareil, on fait avec.
	END
n_is 'two sources without dates may be one interview in parts' "$silent"
is '... which is asked' "$(evidence)" \
    'Several sources, not of different dates: one interview in parts, or several? P2 (2). (qda source list)'
qda source -q set P2 date=2024-03-01
qda source -q set again date=2024-03-01
n_is '... of the same day too' "$silent"
qda source -q set again date=2024-04-02
n_is 'on two days one was seen twice' 'computed|1 of 2 participants was interviewed more than once: P2 (2).'
qda source -q set P2 date=
qda source -q set again date=
n=12
n_is '... and is one person' 'computed|2 participants, 3 individual interviews.'

# declared
n=9
n_is 'no approach is guessed' "$silent"
qda project -q set approach='thematic analysis'
n_is 'it is said in the researcher'\''s words' 'declared|Thematic analysis.'
n=4
n_is 'no gender is guessed from a first name' "$silent"
qda coder -q set Camille gender=femme
n_is 'a gender is declared' 'declared|Female.'
n=2
n_is 'no credentials: not "none"' "$silent"
n=1
n_is 'the interviewer by her role' 'declared|Conducted by: Camille (investigator).'
qda coder -q add Noé roles=interviewer
qda source -q set P1 interviewer=Noé
qda source -q set P2 interviewer=Camille
n_is '... by the interviews' 'declared|Interviews: Camille (investigator) 1, Noé (interviewer) 1; not recorded for 1.'

# coded
n=27
n_is 'the program counts when it was used' "$silent"
qda tag -q 'gain de temps' P1:#2
n_is '... then with its version' "computed|$(qda coreq -V |
    sed 's/-coreq//') (analysis)."
n=24
n_is 'who coded' 'computed|1: Camille (1 interview).'
n=26
is 'where codes come from is to be judged' "$(item)" 'judge|'
is '... by this' "$(evidence)" '1 of 1 properties was created during coding; no codebook was loaded beforehand. (qda code list)'
n=22
is 'sufficiency too' "$(item)" 'judge|'
is '... by what is new' "$(evidence)" 'Last new property in interview 1, the last one coded (1 property, Camille'\''s coding, order of collection; 2 interviews not coded). (qda saturation)'
qda project -q set stopping-rule='guest' stopping-declared=2024-01-10
is '... and the rule with its date' "$(evidence | cut -d. -f1)" \
    'Rule declared on 10 Jan 2024: stop when 2 interviews bring at most 5 % of the properties of the first 4 (Guest et al'
qda project -q set stopping-declared=
is '... or without one' "$(evidence | cut -d: -f1)" \
    'Rule, its date not recorded'
qda project -q set stopping-rule='francis base=10 stop=3' 2>/dev/null
n=30
is 'consistency is never answered' "$(item)" 'judge|'
run qda coreq accept 30
is '... and cannot be accepted' $status 3
says '... a person writes it' 'item 30 is to be judged'
n=20
n_is 'no notes: not "no"' "$silent"
qda memo -q add --field --on source:P1 --date 2024-01-17 'Reçue dans la cuisine.'
n_is 'a field note' 'computed|Yes: a field note for 1 of 3 interviews.'
qda source -q set P1 date=2024-01-17
n_is '... of the same day' 'computed|Yes: a field note for 1 of 3 interviews, same day for 1.'
n=8
qda memo -q add --kind position --date 2024-01-08 'D’où je parle.'
is 'a position memo is evidence' "$(item)/$(evidence)" \
    'judge|/One position memo predates the first interview (8 Jan 2024): to be summarised. (qda memo list --kind position)'
n=16
n_is 'no attribute: no description' "$silent"
qda participant -q set P1 sexe=F âge=34
qda participant -q set P2 sexe=H âge=61
n_is 'sex, age and dates' 'computed|See Table 1. 1 woman, 1 man; aged 34 to 61; interviews on 17 Jan 2024.'
is '... cells of few are pointed at' "$(evidence)" \
    'Cells with fewer than 3 participants, who may be recognised: sexe 2, âge 2; dates recorded for 1 of 3 interviews. (qda participant list)'
run qda coreq check
is '... and an answer that holds one is' \
    "$(awk -F '\t' '$1 == "hint" { print $2 }' "$io/out")" 16

# -c: whose codings
n=25
n_is 'the tree, of the lead coder' 'computed|[to be completed: where] 1 property, 0 with a definition.'
qda tag -q -c Noé panne P1:#2
qda tag -q -c Noé gain P1:#2
is '... or of another' "$(item -c Noé)" \
    'computed|[to be completed: where] 2 properties, 0 with a definition.'
run qda coreq -c Personne
is 'an unknown coder is named' $status 3
says '... by name' "there is no coder 'Personne'"

# accepted, then changed
run qda coreq accept 12 21
says 'two are accepted' '2 items accepted'
run qda coreq show 12
is 'an accepted answer has its person' \
    "$(grep -E '^(status|coder)' "$io/out" | tr '\n\t' '  ')" \
    'status accepted coder Camille '
run qda coreq export
is 'it is not to review' \
    "$(grep -cE '^(12|21),.*to review' "$io/out")" 0
is '... others are' "$(grep -cE '^9,.*\[to review\]' "$io/out")" 1
run qda coreq check
is '... nor open' "$(awk -F '\t' '$2 == 12 || $2 == 21' "$io/out")" ''
run qda coreq check -l fr
is '... nor open in the other language' \
    "$(awk -F '\t' '$2 == 12 || $2 == 21' "$io/out")" ''
sqlite3 qda.db "UPDATE answer SET basis = json_set(basis, '\$.en', 'As it was worded once.')
    WHERE item = '12'"
run qda coreq check
is '... nor when only the words of one language changed' \
    "$(awk -F '\t' '$2 == 12' "$io/out")" ''
qda source -q set P2 duration=21:00
run qda coreq check
is 'the data changed since' "$(awk -F '\t' '$2 == 21 { print $1, $5 }' \
    "$io/out")" 'changed qda coreq accept 21'
is '... which says what they say now' "$(awk -F '\t' '$2 == 21 { print $4 }' \
    "$io/out" | sed 's/on .* by/on DAY by/')" \
    'accepted on DAY by Camille; the project says otherwise since: Mean 20 min 0 s (range 19 min 0 s to 21 min 0 s; median 20 min 0 s; n = 2 of 3).'
n=21
n_is 'the answer is still what was accepted' 'accepted|Mean 19 min 0 s (range 19 min 0 s to 19 min 0 s; median 19 min 0 s; n = 1 of 3).'
run qda coreq export
is '... and is to review again' \
    "$(grep -cE '^21,.*\[to review\]' "$io/out")" 1
run qda coreq accept 21
n_is 'accepted anew' 'accepted|Mean 20 min 0 s (range 19 min 0 s to 21 min 0 s; median 20 min 0 s; n = 2 of 3).'
qda source -q set P2 duration=
run qda coreq check
is 'so it is when data go' "$(awk -F '\t' '$2 == 21 { print $1 }' \
    "$io/out")" changed
run qda undo
run qda coreq check
is '... and not when they come back' \
    "$(awk -F '\t' '$2 == 21 { print $1 }' "$io/out")" ''

# written
printf 'Two\nlines.\n\n' > lines
input=lines
run qda coreq set 28 -
input=/dev/null
says 'an answer from standard input' 'item 28: answer written'
n=28
n_is '... with its lines' 'accepted|Two\nlines.'
run qda coreq set 28 location='p. 12'
says 'and where it is' 'item 28: location kept'
is '... is kept' "$(qda coreq | awk -F '\t' '$1 == 28 { print $7 }')" 'p. 12'
run qda coreq set -n 28 'Nothing of the kind.'
expect 'a dry run changes nothing' 0 <<'END'
~	28	Nothing of the kind.
END
n_is '... at all' 'accepted|Two\nlines.'
run qda coreq set 28 ''
says 'an empty one removes it' 'item 28: answer removed'
n_is '... back to what the project knows' "$silent"
is '... but not its place' \
    "$(qda coreq | awk -F '\t' '$1 == 28 { print $7 }')" 'p. 12'
qda coreq -q set 28 location=
is 'that is removed alike' \
    "$(sqlite3 qda.db "SELECT count(*) FROM answer WHERE item = '28'")" 0
qda coreq -q set 30 'Each finding stands on what was said.'
qda tag -q fatigue P2:#2
run qda coreq check
is 'what is written is compared as well' \
    "$(awk -F '\t' '$2 == 30 { print $1 }' "$io/out")" changed
qda coreq -q accept 30
run qda coreq check
is '... and can be confirmed' \
    "$(awk -F '\t' '$2 == 30 { print $1 }' "$io/out")" ''
n=30
n_is '... as it is' 'accepted|Each finding stands on what was said.'
qda coreq -q set 25 location='Appendix 4'
n=25
n_is 'the tree with its place' 'computed|Yes, Appendix 4: 2 properties, 0 with a definition.'
qda coreq -q accept 25
run qda coreq check
is '... may be accepted and is not open then' \
    "$(awk -F '\t' '$2 == 25 { print $1 }' "$io/out")" ''
run qda undo
says 'it can be undone' 'undone'
n_is '... like everything' 'computed|Yes, Appendix 4: 2 properties, 0 with a definition.'
run qda coreq accept 12 28
is 'all or nothing' $status 3
run qda status
is 'qda status knows how many' "$(grep -c '3 of 32 items answered' \
    "$io/out")" 1
done_testing
