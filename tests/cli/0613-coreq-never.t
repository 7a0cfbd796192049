# qda coreq: what no proposal may say, item by item, and in which words
. ./tests/lib.sh
. "$top/tests/filled.sh"
unset QDA_CODER

# item N [option...]: "status|answer"; evidence N: what it rests on
item() {
	n=$1
	shift
	qda coreq list "$@" | awk -F '\t' -v n="$n" '$1 == n { print $8 "|" $5 }'
}
evidence() {
	qda coreq list | awk -F '\t' -v n="$1" '$1 == n { print $6 }'
}
missing() {
	is "$1" "$(item "$2")" 'missing|Not recorded in the project.'
}

# a project of two transcripts of which nothing else is known
qda init -q -l en -t 'Two talks' .
cat > A1.txt <<'TALK'
Enq : Bonjour, je suis interne et je fais ma thèse sur vous.

A1 : Bonjour. Vous enregistrez ? Vous êtes jeune, vous.

Enq : Oui, j’enregistre. Je vous enverrai le texte pour relecture.
TALK
cat > A2.txt <<'TALK'
[00:00:01] Enq : Racontez-moi.

[00:10:04] A2 : J’habite Sérigny, et c’est tout.
TALK
qda import -q A1.txt A2.txt
LOGNAME=somebody USER=somebody qda code -q add fatigue 2> /dev/null
missing '1: nobody is the interviewer by a label or a login' 1
for n in 2 3 4 5; do
	missing "$n: nothing is said of whom nobody described" $n
done
missing '6: nobody is unknown because nothing was recorded' 6
missing '7: what was told is not read out of the words' 7
missing '8: no memo, no position' 8
missing '13: nobody refused because only these are here' 13
missing '14: no place out of the words' 14
missing '15: nobody else, because nothing was recorded' 15
missing '17: a guide is not made up from the questions' 17
missing '19: times and words do not make a recording' 19
missing '20: no note' 20
missing '21: no length from words or times' 21
missing '23: not returned, because nothing was recorded' 23
missing '28: nor the findings' 28

# used for months, yet these are a person's to say
QDA_CODER=Camille
export QDA_CODER
qda tag -q fatigue A1:#2
qda tag -q attente A2:#2
qda axial -q group 'Le temps' fatigue attente
qda participant -q add A3 outcome=refused reason='la pharmacienne Mme Pujol l’en a dissuadée' approach='par la sœur d’Élodie Roche'
qda participant -q set A1 approach='boule de neige' âge=41 sexe=F
qda participant -q set A2 approach='boule de neige' âge=67 sexe=H
missing '9: categories do not make it grounded theory' 9
missing '10: nor the routes a strategy' 10
is '... which they are evidence for' \
    "$(evidence 10 | grep -ciE 'snowball|theoretical|purposive|convenience')" 0
is '... as they were typed' "$(evidence 10 | grep -c 'boule de neige 2')" 1
is '13: who stayed out has no label and no name' "$(item 13)" \
    'computed|3 approached; 1 not included: declined (1, la pharmacienne [name] [name] l’en a dissuadée). No withdrawal.'
is '11: nor has who showed the way' "$(item 11)" \
    'computed|Boule de neige 2, par la sœur d’[name] [name] 1 (of 3).'
qda source -q set A1 present='sa fille Nadège' setting='salle des fêtes de Sérigny'
qda source -q set A2 present=none setting=home
is '15: nor who was there' "$(item 15)" \
    'computed|Yes, in 1 interview: sa fille [name] (A1).'
is '14: nor where' "$(item 14)" \
    'computed|Salle des fêtes de [place] 1, home 1.'
qda participant -q set A1 known=yes known-how='chez Mme Cazal'
qda participant -q set A2 known=no
is '6: nor how one met' "$(item 6)" \
    'computed|1 of 2 participants knew the interviewer beforehand (A1, chez [name] [name]); the other 1 did not.'
is '16: few participants are pointed at' "$(evidence 16)" \
    'Cells with fewer than 3 participants, who may be recognised: âge 2, sexe 2. (qda participant list)'
qda memo -q add --kind position --date 2024-01-08 'Je suis fille de médecin et en colère.'
is '8: a memo has a date, not its words' \
    "$(qda coreq export -o html | grep -ci 'en colère')/$(evidence 8)" \
    '0/One position memo (8 Jan 2024): to be summarised. (qda memo list --kind position)'
qda memo -q add --field --on source:A1 --date 2024-01-08 'Elle sentait le tabac.'
is '20: nor a field note' "$(qda coreq export -o html | grep -ci tabac)" 0

# 17: a guide that nobody tried out on record
sqlite3 qda.db "INSERT INTO guide (guid, version, key, date, created)
    VALUES (x'00', '1', '1', '2024-01-02', '2024-01-02T08:00:00Z');
    INSERT INTO guide_question (guide, position, text) VALUES (1, 1, 'Q')"
is '17: not "not piloted" from silence' "$(item 17)" \
    'computed|One version (2 Jan 2024, 1 question).'
sqlite3 qda.db "UPDATE guide SET tested = 'no'"
is '... but when that was recorded' "$(item 17)" \
    'computed|One version (2 Jan 2024, 1 question). Not piloted.'
sqlite3 qda.db "UPDATE guide SET tested = '2024-01-01'"
is '... or a date' "$(item 17)" \
    'computed|One version (2 Jan 2024, 1 question). Piloted on 1 Jan 2024.'

# 22: neither reached nor yes; a rule without its date is said to be so
qda project -q set stopping-rule='none-new stop=1' 2> /dev/null
is '22: a rule has its date, or lacks it' \
    "$(evidence 22 | sed 's/\. .*//')" \
    'Rule, its date not recorded: stop after one interview without a new property'
run qda coreq accept 22
is '... and a person judges' "$status/$(item 22)" '3/judge|'

# 23, 28: one is not the other
qda source -q set A1 returned=yes
qda source -q set A2 returned=yes
is '23: returned' "$(item 23)" 'declared|Returned to 2.'
missing '28: ... and the findings are not' 28

# 24: who is counted
qda coder -q add Salomé roles=supervisor
qda tag -q -c Salomé fatigue A1:#2
qda tag -q -c Consensus fatigue A1:#2
qda tag -q -c Noé fatigue A1:#2
is '24: a supervisor and a consensus are no coders; nobody was blind' \
    "$(item 24)" 'computed|2: Camille (2 interviews), Noé (A1).'
qda source -q assign Noé A1 blind=no
is '... nor when assigned openly' "$(item 24)" \
    'computed|2: Camille (2 interviews), Noé (A1).'
qda source -q assign Noé A1 blind=yes
is '... but when assigned so' "$(item 24)" \
    'computed|2: Camille (2 interviews), Noé (A1, blind).'

# 25, 27, 29
is '25: not "yes" before it stands somewhere' "$(item 25)" \
    'computed|[to be completed: where] 1 category, 2 properties, 0 with a definition.'
qda source -q set A1 software='Whisper (automatic transcription)'
is '27: a machine that transcribed is named' \
    "$(item 27 | sed 's/qda [0-9.]*/qda X/')" \
    'computed|qda X (analysis), Whisper (automatic transcription).'
missing '29: units are no quotations' 29

# 30 to 32 are never answered
for n in 30 31 32; do
	is "$n: judged by a person" "$(item $n)" 'judge|'
done

# 18: two sources of one day
printf 'Enq : Et la fin ?\n\nA1 : La fin est là.\n' |
    qda import -q -P A1 -N A1b -
qda source -q set A1 date=2024-01-17
qda source -q set A1b date=2024-01-17
missing '18: a file in two parts is not a second interview' 18

# 26: imported on one day: the project does not know
rm qda.db
QDA_CODER="Camille Aubert"
filled || exit 1
qda project -q set language=en
sqlite3 qda.db "UPDATE unit SET made = 'import'"
is '26: codes of one import say nothing of where they come from' \
    "$(evidence 26)" \
    '45 properties, imported on one day: the project does not know how they were found. (qda code list)'

# 30: a word changed in a quotation, a piece left out
sqlite3 qda.db "UPDATE quotation SET text = replace(text, ' ', ' bien ')
    WHERE id = 1; UPDATE quotation SET text = substr(text, 1, 5) || ' […] ' ||
    substr(text, -7) WHERE id = 2"
is '30: a quotation that was changed is not word for word' \
    "$(evidence 30 | grep -o '[0-9]*/74 [a-z ]*')" \
    '73/74 quotations found word for word'
sqlite3 qda.db "DELETE FROM quotation WHERE unit IN (SELECT unit FROM coding
    JOIN code ON code.id = code WHERE name = 'ne dépendre de personne')"
is '... nor is a property without one passed over' \
    "$(evidence 30 | grep -o '[0-9]* propert[a-z]* without a quotation')" \
    '1 property without a quotation'

# 32: what one participant alone says has a memo, or it is said
is '32: with their memos' "$(evidence 32 | grep -o '2 single.*properties[^.;]*')" \
    '2 single-participant properties'
sqlite3 qda.db "DELETE FROM memo_on WHERE code IN
    (SELECT id FROM code WHERE name = 'ne dépendre de personne')"
is '... or without' "$(evidence 32 | grep -o '2 single.*properties[^.;]*')" \
    '2 single-participant properties, 1 without a memo'

# in no language a word that praises
praise='suffisan|satur|rigour|rigor|\bclair|clear|coh[eé]ren|\briche|\brich\b|thorough|robust|fiab|reliab|\bvalid|excellent|satisf|qualité|quality|pertinen|relevan|représentat|representat|objecti[fv]|unbiased|emerged|déviant|deviant|exhausti|approfondi|in-depth|sufficien|consisten'
for lang in fr en; do
	for whose in filled bare; do
		if [ $whose = bare ]; then
			sqlite3 qda.db 'DELETE FROM quotation; DELETE FROM verdict;
			    UPDATE participant SET outcome = "withdrew"
			    WHERE name = "P3"; UPDATE source SET recording = NULL'
		fi
		qda coreq list -l $lang |
		    awk -F '\t' '{ print $5; print $6 }' |
		    sed 's/(qda [^)]*)//' > said
		is "no praise: $lang, $whose" "$(grep -iE "$praise" said)" ''
	done
done
done_testing
