# filled.sh: the invented study with what its demo leaves open: the grid of
# COREQ as if every item were filled.  A test sources it behind lib.sh.
#
#	filled		makes it, its words in French
#	filled_en	says them in English

samples=${top:?}/samples
tab=$(printf '\t')

filled() {
	sample && filled_words && filled_codings &&
	filled_second && filled_quotations
}

# What the sample says otherwise.
filled_words() {
	qda participant -q set P13 reason= &&
	qda participant -q set P14 reason= &&
	sqlite3 qda.db "UPDATE participant
	    SET approach = approach || ' ; puis appel téléphonique'" &&
	qda source -q set P4 present='une fille' &&
	qda source -q set P9 present='une épouse' &&
	qda project -q set \
	    sampling="Échantillonnage raisonné à variation maximale (âge, sexe, lieu, ancienneté sans médecin), complété par effet boule de neige (4 des 11)" \
	    findings-returned='Synthèse envoyée aux 11 participants le 15/09/2024 ; 4 réponses, aucune modification' &&
	qda coreq -q set 17 location='en annexes 1 et 2' &&
	qda coreq -q set 25 location='annexe 4'
}

# As if made here; twelve units by a search and then read.
filled_codings() {
	sqlite3 qda.db "UPDATE unit SET made = 'hand';
	    UPDATE unit SET made = 'search', reviewed = 1
		WHERE id IN (SELECT id FROM unit ORDER BY id LIMIT 12);
	    UPDATE code SET origin = 'coding' WHERE kind = 'property';
	    UPDATE coding SET stance = 'illustrates'
		WHERE stance = 'qualifies'"
}

# Apart, on the first four; twelve disagreements decided.
filled_second() {
	qda tag -q -c 'Noé Lambert' --from "$samples/second-coder.csv" &&
	sqlite3 :memory: '.mode csv' ".import '$samples/decisions.csv' d" \
	    "ATTACH 'qda.db' AS q" "
	    INSERT INTO q.verdict (guid, source, \"start\", \"end\", code,
		holds, reason, coder, created)
	    SELECT x'00', source.id, 0, length(d.quote), code.id,
		d.verdict = 'yes', d.reason, coder.id,
		d.date || 'T18:00:00Z'
	    FROM d JOIN q.source ON source.name = d.source
	    JOIN q.code ON code.name = d.code
	    JOIN q.coder ON coder.name = d.coder WHERE d.verdict <> ''"
}

# 74: each property has one, P8 gives two and P10 twelve.
filled_quotations() {
	sqlite3 -separator "$tab" qda.db "
	    SELECT c.code, source.position, c.unit,
		count(*) OVER (PARTITION BY c.code) AS n FROM coding AS c
	    JOIN source ON source.id = c.source
	    JOIN coder ON coder.id = c.coder AND coder.name = 'Camille Aubert'
	    ORDER BY n, c.code, c.source = 8, c.unit" |
	awk -F '\t' '
	BEGIN {
		split("7 7 7 7 7 7 6 2 6 12 6", left, " ")
	}
	{
		code[NR] = $1; at[NR] = $2; unit[NR] = $3
	}
	END {
		for (pass = 1; pass <= 2; pass++)
			for (i = 1; i <= NR; i++) {
				if (left[at[i]] == 0 || unit[i] in taken ||
				    (pass == 1 && code[i] in quoted))
					continue
				print unit[i]
				taken[unit[i]] = quoted[code[i]] = 1
				left[at[i]]--
			}
	}' |
	while read -r unit; do
		echo "INSERT INTO quotation
		    (guid, unit, text, position, created)
		    SELECT x'00', id, words, id, created FROM unit
		    WHERE id = $unit;"
	done | sqlite3 qda.db
}

filled_en() {
	qda coder -q set 'Camille Aubert' \
	    credentials='registrar, no research degree at the time' \
	    occupation='general-practice registrar, final term' \
	    experience='first qualitative study' \
	    training='two-day interview training (December 2023)' &&
	qda participant -q set P3 known-how='met during a placement' &&
	qda project -q set \
	    told-participants='status, thesis topic and aim, given in the information sheet of 8 Jan 2024' \
	    approach='approach informed by grounded theory' \
	    sampling='purposive sampling for maximum variation (…), completed by snowballing (4 of 11)' \
	    findings-returned='summary sent to all 11 on 15 Sept 2024; 4 replies, no change' &&
	sqlite3 qda.db "
	    UPDATE participant SET approach = replace(replace(replace(replace(
		approach, 'affiche en pharmacie', 'pharmacy poster'),
		'par un autre participant', 'through another participant'),
		'connaissance', 'acquaintance'), 'puis appel téléphonique',
		'then by telephone');
	    UPDATE source SET setting = replace(replace(replace(setting,
		'domicile', 'home'), 'local communal', 'municipal room'),
		'téléphone', 'telephone'),
		medium = replace(medium, 'téléphone', 'telephone');
	    UPDATE guide SET tested = 'one person not included'
		WHERE tested <> 'no'" &&
	qda source -q set P4 present='a daughter' &&
	qda source -q set P9 present='a wife' &&
	qda coreq -q set 17 location='Appendices 1-2' &&
	qda coreq -q set 25 location='Appendix 4'
}
