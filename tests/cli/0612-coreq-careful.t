# qda coreq check: what a careful reader finds, in both languages, and no more
. ./tests/lib.sh
. "$top/tests/filled.sh"
QDA_CODER='Camille Aubert'
export QDA_CODER
filled || exit 1
lang=en
nbsp=$(printf '\302\240')

# found N TEXT: what is said of an answer; agrees N TEXT; differs N TEXT WHAT
found() {
	qda coreq -q set -- "$1" "$2"
	qda coreq check -l $lang 2> /dev/null |
	    awk -F '\t' -v n="$1" '($1 == "contradiction" || $1 == "hint") &&
	    $2 == n { print $1 ": " $4 }'
}
agrees() {
	is "$1: $2" "$(found "$1" "$2")" ''
}
differs() {
	is "$1, no: $2" "$(found "$1" "$2")" "contradiction: $3"
}
hints() {
	is "$1, hint: $2" "$(found "$1" "$2")" "hint: $3"
}

# numbers in words
agrees 12 'Onze personnes ont été interrogées.'
differs 12 'Douze personnes ont été interrogées.' \
    "the text says 'Douze personnes', the project 11"
differs 12 'We met twenty-one participants.' \
    "the text says 'twenty-one participants', the project 11"
differs 12 '12' "the text says '12', the project 11"
agrees 12 '11.'
agrees 29 'Soixante-quatorze citations.'
differs 29 'Soixante-dix-sept citations' \
    "the text says 'Soixante-dix-sept citations', the project 74 / 7 / 6 / 2 / 12"
differs 29 'Vingt et une citations.' \
    "the text says 'Vingt et une citations', the project 74 / 7 / 6 / 2 / 12"
differs 29 'Quatre-vingt-une citations.' \
    "the text says 'Quatre-vingt-une citations', the project 74 / 7 / 6 / 2 / 12"

sqlite3 qda.db "INSERT INTO quotation (guid, unit, text, position, created)
    SELECT guid, unit, text, position + 1000, created FROM quotation LIMIT 17"
agrees 29 'Quatre-vingt-onze citations.'
sqlite3 qda.db "DELETE FROM quotation WHERE position > 1000"

# 1, 4: who held the interviews
agrees 1 'C. Aubert a mené les entretiens, N. Lambert a codé.'
agrees 1 'La première autrice.'
differs 1 'Noé Lambert a mené les entretiens.' \
    'the text names Noé Lambert, who held no interview'
differs 1 'C. Aubert, 10 entretiens.' \
    "the text says '10 entretiens', the project 11"
agrees 4 'Une femme.'
differs 4 'Male.' 'the text says a man, the project a woman'
agrees 4 'Female, not male.'

# 6, 15, 18, 20: yes and no, parts of a whole
differs 6 'Non.' 'the text says no, the project yes'
differs 6 'Aucun participant ne la connaissait.' \
    "the text says 'Aucun participant', the project 11 / 1 / 10"
agrees 6 'Oui : 1 participant sur 11.'
differs 6 '2 des 11 participants la connaissaient.' \
    "the text says '2 des 11 participants', the project 11 / 1 / 10"
agrees 6 'Personne du service ; une patiente rencontrée en stage (P3).'
differs 15 'Non' 'the text says no, the project yes'
differs 15 'None.' 'the text says no, the project yes'
agrees 15 'Oui : deux entretiens.'
differs 15 'Oui, dans 3 entretiens.' \
    "the text says '3 entretiens', the project 2 / 9 / 11"
differs 18 'Oui.' 'the text says yes, the project no'
agrees 18 'Aucun entretien répété.'
agrees 18 'Non : un seul entretien par participant.'
differs 18 'Deux participants ont été revus.' \
    "the text says 'Deux participants', the project 0 / 11"
differs 20 'Non' 'the text says no, the project yes'
agrees 20 'Pas de note pour P6 ; une note pour les 10 autres.'
agrees 20 'Notes de terrain pour 10 des 11 entretiens, le jour même pour 9.'
differs 20 'Notes de terrain pour 8 des 11 entretiens.' \
    "the text says '8 des 11 entretiens', the project 11 / 10 / 9 / 1"
differs 20 'A field note for 7 of 11.' \
    "the text says '7 of 11', the project 11 / 10 / 9 / 1"

# 10, 11, 14, 23: names with their number
agrees 10 'Raisonné, à variation maximale, complété par effet boule de neige.'
hints 10 'Effet boule de neige.' \
    'the text speaks of a snowball only; 8 attributes vary in the sample'
agrees 11 'Affiche en pharmacie (5), association (3), par un autre participant (5), connaissance (1).'
differs 11 'Affiche en pharmacie : 6 ; association : 3.' \
    "the text says 'Affiche en pharmacie : 6', the project 5"
differs 11 '13 personnes contactées, par téléphone.' \
    "the text says '13 personnes', the project 14"
agrees 14 '7 entretiens à domicile, 2 au local communal, 2 par téléphone.'
agrees 14 'Domicile (n = 7), local communal (n = 2), téléphone (n = 2)'
agrees 14 'Tous à domicile, sauf deux au local communal et 2 entretiens sur 11 par téléphone.'
differs 14 '6 entretiens à domicile, 2 au local communal.' \
    "the text says '6 entretiens à domicile', the project 7"
differs 14 'Domicile 7, téléphone 3.' "the text says 'téléphone 3', the project 2"
agrees 23 'Proposé aux 11, demandé par trois ; une correction.'
differs 23 'Proposé aux 9 participants.' \
    "the text says 'Proposé aux 9', the project 11"
differs 23 'Non.' 'the text says no, the project yes'
differs 23 'Requested by 4.' "the text says 'Requested by 4', the project 3"

# 13: who stayed out
differs 13 '1' "the text says '1', the project 3"
differs 13 '1 personne non incluse.' \
    "the text says '1 personne non incluse', the project 3"
differs 13 "Deux personnes n'ont pas été incluses." \
    "the text says 'Deux personnes n'ont pas été incluses', the project 3"
agrees 13 'Three people were not included: one refusal.'
agrees 13 '14 personnes sollicitées, 11 participants inclus, 3 non inclus.'
agrees 13 '1 refus, aucun retrait.'
differs 13 'Aucun refus.' "the text says 'Aucun refus', the project 1"

# 16: who they are, and when
agrees 16 '6 femmes et 5 hommes, entretiens du 17/01/2024 au 28/05/2024.'
agrees 16 'Six femmes, cinq hommes ; entretiens menés entre janvier et mai 2024.'
differs 16 '7 femmes et 4 hommes.' \
    "the text says '7 femmes', the project 6; the text says '4 hommes', the project 5"
differs 16 '5 women, 6 men.' \
    "the text says '5 women', the project 6; the text says '6 men', the project 5"
differs 16 'Entretiens du 10/01/2024 au 28/05/2024.' \
    "the text says '10 Jan 2024', the project 17 Jan 2024 / 28 May 2024"

# 17: the guides
agrees 17 '1 + 6 questions, puis 1 + 7'
differs 17 '1 + 5 questions.' \
    "the text says '1 + 5', no guide of the project has that"
differs 17 'Une seconde version du 6 mars 2024.' \
    "the text says '6 Mar 2024', the project 10 Jan 2024 / 20 Feb 2024"
agrees 17 'Version 1 (10/01/2024), version 2 (20/02/2024) ; testé le 9 janvier 2024.'
agrees 17 'Le guide a évolué au fil des entretiens.'
differs 17 "Le guide n'a pas été testé." \
    'the text says that the guide was not piloted, and it is recorded that it was'
differs 17 'Not piloted.' \
    'the text says that the guide was not piloted, and it is recorded that it was'
sqlite3 qda.db "UPDATE guide SET tested = 'no'"
differs 17 'The guide was piloted.' \
    'the text says that the guide was piloted, and it is recorded that it was not'
agrees 17 'Le guide n’a pas été testé.'
sqlite3 qda.db "UPDATE guide SET date = '2024-01-12' WHERE version = '2'"
differs 17 'Its questions were adapted as interviews went on.' \
    'the text says that the guide changed, and every version is older than the first interview'
agrees 17 'Le guide n’a pas été modifié.'

# 19: recordings
agrees 19 'Audio, 11 entretiens sur 11, après accord.'
differs 19 'Enregistrement audio de 10 entretiens sur 11.' \
    "the text says '10 entretiens', the project 11 / 0"
differs 19 'Enregistrement audio et vidéo.' \
    'the text says that there is video, and no interview was recorded so'
agrees 19 'Enregistrement audio, sans vidéo.'
agrees 19 'Dictaphone ; deux entretiens par téléphone.'
differs 19 'Aucun.' 'the text says no, the project yes'
agrees 19 'Fichiers détruits, le dernier le 12 juin 2024.'
differs 19 'Destroyed, the last on 13 June 2024.' \
    "the text says '13 June 2024', the project 12 June 2024"

# 22: the rule and its date
agrees 22 'Règle déclarée le 10/01/2024, avant le premier entretien ; arrêt le 13/06/2024.'
differs 22 'Règle fixée le 12 janvier 2024.' \
    "the text says '12 Jan 2024', the project 10 Jan 2024"
differs 22 'The rule was laid down on 2 February 2024.' \
    "the text says '2 Feb 2024', the project 10 Jan 2024"
agrees 22 'La règle était déclarée. Le 13/06/2024, arrêt.'
agrees 22 'Arrêt après un entretien sans nouvelle propriété.'
differs 22 'Arrêt après 3 entretiens sans nouvelle propriété.' \
    "the text says '3 entretiens', the project 1 / 11 / 10"
qda project -q set stopping-declared=2024-03-01
differs 22 'La règle a été fixée avant le premier entretien.' \
    'the text says that the rule is older than the interviews, and it was declared after the first'
agrees 22 'La règle a été fixée en mars, avant la fin du recueil.'
qda project -q set stopping-declared=2024-01-10

# 24: who coded, and how
agrees 24 'Deux codeurs, dont un pour les quatre premiers entretiens, en aveugle.'
differs 24 'Trois chercheurs ont codé.' \
    "the text says 'Trois chercheurs', the project 2"
differs 24 '1' "the text says '1', the project 2"
differs 24 'Aubert : 11 entretiens ; Lambert : 5 entretiens.' \
    "the text says '5 entretiens', the project 11 / 4; the text says 'Lambert : 5', the project 4"
qda source -q assign 'Noé Lambert' P1 P2 P3 P4 blind=no
differs 24 'Double codage indépendant.' \
    'the text says that coding was blind, and no coder was assigned sources so'
agrees 24 'Double codage, pas en aveugle.'
qda source -q assign -r 'Noé Lambert' P1 P2 P3 P4
qda source -q assign -r 'Camille Aubert' P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11
agrees 24 'Double codage en aveugle, dont le projet ne sait rien.'

# 25 to 32
agrees 25 'Oui : 5 catégories, 10 sous-catégories, 45 propriétés.'
differs 25 '4 catégories.' "the text says '4 catégories', the project 5"
hints 27 'qda.' 'the text does not name LibreOffice Writer'
hints 27 'LibreOffice' 'the text does not name qda'
agrees 27 'LibreOffice Writer puis qda.'
qda project -q set software='Whisper (transcription automatique), LibreOffice Writer (relecture)'
hints 27 'qda et LibreOffice Writer' 'the text does not name Whisper'
agrees 29 'Oui, 74 citations, de 2 (P8) à 12 (P10).'
differs 29 'De 3 (P8) à 12 (P10) citations.' \
    "the text says '3 (P8', the project 2"
differs 29 'Non.' 'the text says no, the project yes'
agrees 32 '6 extraits contraires (P8 : 4 ; P10 : 2).'
differs 32 '5 extraits contraires.' \
    "the text says '5 extraits', the project 4 / 2 / 6 / 0"
differs 32 'P8 : 3, P10 : 2' "the text says 'P8 : 3', the project 4"

# 15: a third voice speaks, and nobody says who was there
qda source -q set P4 present=
qda coreq -q set 15 ''
is '15: a third voice in an interview of which nothing is recorded' \
    "$(found 15 '')" \
    'contradiction: a third voice speaks, and it is not recorded who was present: P4'
is '... nor does it speak in an answer of no' "$(found 15 Non)" \
    'contradiction: a third voice speaks, and it is not recorded who was present: P4; the text says no, the project yes'
qda source -q set P9 present=none
is '... or of which it is recorded that nobody was there' \
    "$(found 15 Non)" \
    'contradiction: nobody else is recorded as present, and a third voice speaks: P9; a third voice speaks, and it is not recorded who was present: P4; the text says no, the project yes'
qda source -q set P4 present='une fille'
qda source -q set P9 present='une épouse'

# what is true, told in other ways
while IFS=$tab read -r n text; do
	agrees "$n" "$text"
done <<'END'
1	Camille Aubert, seule, a mené les 11 entretiens.
6	Une participante (P3) avait été rencontrée en stage ; l'enquêtrice ne connaissait pas les dix autres.
6	One of the eleven participants, met during a placement.
10	Variation maximale sur six critères, puis boule de neige : 4 participants sur 11.
11	Affiche dans deux pharmacies, association de patients, bouche-à-oreille ; 14 personnes contactées.
12	11 patients (6 femmes, 5 hommes), chacun vu une fois : onze entretiens individuels, aucun entretien collectif.
12	Eleven interviews with eleven people, two of them by telephone.
12	11 participants : 9 entretiens en présence, 2 entretiens par téléphone.
13	Trois personnes n'ont pas participé : un refus d'enregistrement, une sans réponse, une sans date possible.
14	Au domicile des participants le plus souvent (sept fois), sinon dans une salle communale ou par téléphone.
15	La fille de P4 et l'épouse de P9 étaient présentes.
16	Onze personnes de 20 à 89 ans, dont six femmes ; tableau 1.
17	Guide en deux versions, la seconde à partir du cinquième entretien ; la version 2 ajoute une question.
17	Versions 1 et 2 aux annexes 1 et 2, page 8, questions comprises.
18	Non, une rencontre par personne.
19	Dictaphone pour les 11 entretiens, fichiers effacés après transcription, au plus tard le 12/06/2024.
20	Notes le jour même pour neuf entretiens, le lendemain pour P9, aucune pour P6.
21	39 minutes en moyenne, de 23 à 55 minutes, 7 h 09 au total.
22	Aucune nouvelle propriété au onzième entretien ; règle posée avant de commencer.
22	Interview 10 brought the last of the 45 properties, interview 11 none.
23	Proposé à tous, trois l'ont demandé ; P2 a corrigé un mot.
24	Codage par C. Aubert ; N. Lambert a codé quatre entretiens à l'aveugle.
25	Annexe 4, 45 propriétés.
26	Les 45 propriétés viennent du codage.
29	Chaque citation porte le numéro du participant.
30	Deux propriétés seulement reposent sur un participant.
31	Cinq catégories, pages 40 à 62.
32	Le récit de P8 et la colère apaisée de P10 (4 et 2 extraits).
END
differs 21 '39 min en moyenne, 8 h 09 au total.' \
    "the text says '8 h 09' for the total, the project 7 h 9 min 20 s"

# in French
lang=fr
differs 15 'Non.' 'le texte dit non, le projet oui'
differs 12 'Douze participants' \
    "le texte dit «${nbsp}Douze participants$nbsp», le projet 11"
done_testing
