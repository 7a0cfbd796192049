# qda matrix: codings crossed, as plain SQL counts them
. ./tests/lib.sh

qda init -q -t x -c A .
perl "$top/tests/random.pl" > data.sql || exit 1
sqlite3 qda.db < data.sql || exit 1
# the coders who coded most sources: a tie, so the first
lead='g.coder = 1'

# counts 'SENTENCE' SQL OPTION...: --long gives the rows that SQL gives
counts() {
	sentence=$1
	sqlite3 -separator "$(printf '\t')" qda.db "$2" | sort > wanted
	shift 2
	qda matrix --long "$@" | sort > got
	same "$sentence" wanted got
	ok '... and it is not nothing' test -s wanted
}
from="FROM coding AS g JOIN unit AS u ON u.id = g.unit
    JOIN source AS s ON s.id = g.source JOIN code AS c ON c.id = g.code"
who="(SELECT k.participant FROM turn AS t JOIN speaker AS k
    ON k.id = t.speaker WHERE t.source = u.source AND t.start < u.end
    AND t.end > u.start ORDER BY t.start LIMIT 1)"
person="ifnull((SELECT name FROM participant
    WHERE id = coalesce($who, s.participant)), '-')"

counts 'code by source' "SELECT c.name, s.name, count(*) $from WHERE $lead
    GROUP BY 1, 2" --columns source
counts 'code by participant: who speaks, else whose source it is' \
    "SELECT c.name, $person, count(*) $from WHERE $lead GROUP BY 1, 2"
counts '-c: another coder' "SELECT c.name, s.name, count(*) $from
    WHERE g.coder = 2 GROUP BY 1, 2" --columns source -c B
counts '-c twice: both' "SELECT c.name, s.name, count(*) $from
    GROUP BY 1, 2" --columns source -c B -c A
counts 'code by coder' "SELECT c.name, d.name, count(*) $from
    JOIN coder AS d ON d.id = g.coder GROUP BY 1, 2" \
    --columns coder -c A -c B
counts 'participant by source' "SELECT $person, s.name, count(*) $from
    WHERE $lead GROUP BY 1, 2" --rows participant --columns source
counts 'a query' "SELECT c.name, s.name, count(*) $from WHERE $lead
    AND EXISTS (SELECT 1 FROM coding AS x WHERE x.unit = u.id AND x.code = 3)
    GROUP BY 1, 2" --columns source code:c3
counts 'a query, by participant' "SELECT c.name, $person, count(*) $from
    WHERE $lead AND u.words LIKE '%peur%' GROUP BY 1, 2" peur
counts '-s' "SELECT c.name, s.name, count(*) $from WHERE $lead
    AND s.name = 'S2' GROUP BY 1, 2" -s S2 --columns source
meet="FROM coding AS g JOIN unit AS u ON u.id = g.unit
    JOIN code AS c ON c.id = g.code
    JOIN coding AS h ON h.coder = g.coder JOIN unit AS v ON v.id = h.unit
    JOIN code AS d ON d.id = h.code
    WHERE v.source = u.source AND v.start < u.end AND v.end > u.start
    AND (g.code <> h.code OR g.id = h.id)"
counts 'code by code: pairs at one place' "SELECT c.name, d.name, count(*)
    $meet AND $lead GROUP BY 1, 2" --columns code
counts '... of each coder' "SELECT c.name, d.name, count(*)
    $meet GROUP BY 1, 2" --columns code -c A -c B
counts '... among what a query finds' "SELECT c.name, d.name, count(*)
    $meet AND $lead AND u.words LIKE '%joie%' AND v.words LIKE '%joie%'
    GROUP BY 1, 2" --columns code joie
counts '... also of two revisions, which never meet' "SELECT c.name, d.name,
    count(*) $meet AND $lead AND u.revision = v.revision GROUP BY 1, 2" \
    --columns code
sqlite3 qda.db 'UPDATE unit SET revision = 2 WHERE id % 3 = 0'
counts '... when there are two' "SELECT c.name, d.name,
    count(*) $meet AND $lead AND u.revision = v.revision GROUP BY 1, 2" \
    --columns code
sqlite3 qda.db 'UPDATE unit SET revision = 1'

# the lead coder has codings in most sources
sqlite3 qda.db "DELETE FROM coding WHERE coder = 1 AND source = 2"
counts 'the lead coder coded most sources' "SELECT c.name, s.name, count(*)
    $from WHERE g.coder = 2 GROUP BY 1, 2" --columns source
is 'what nobody who counts coded is no column' \
    "$(qda matrix -c A --columns source | head -1)" \
    "$(printf 'code\tS4\tS3\tS1')"

# attributes
sqlite3 qda.db "
    INSERT INTO attribute (guid, noun, name, key, type, levels, position)
    VALUES (x'', 'participant', 'taille', 'taille', 'ordered',
	'[\"petite\", \"moyenne\", \"grande\"]', 1);
    INSERT INTO attribute_value (attribute, participant, value) VALUES
	(1, 1, 'moyenne'), (1, 2, 'grande'), (1, 4, 'petite')"
counts 'an attribute' "SELECT c.name, ifnull((SELECT value FROM
    attribute_value WHERE participant = coalesce($who, s.participant)), '-'),
    count(*) $from WHERE g.coder = 2 GROUP BY 1, 2" --columns @taille
is 'its values in their order, what is missing last' \
    "$(qda matrix --columns attribute:taille | head -1)" \
    "$(printf 'code\tpetite\tmoyenne\tgrande\t-')"
sqlite3 qda.db "
    INSERT INTO attribute (guid, noun, name, key, type, position)
    VALUES (x'', 'participant', 'groupe', 'groupe', 'text', 2);
    INSERT INTO attribute_value (attribute, participant, value) VALUES
	(2, 1, 'p'), (2, 2, 'o'), (2, 4, 'n')"
is 'words are in the order of words, those for yes and no too' \
    "$(qda matrix --columns @groupe | head -1)" \
    "$(printf 'code\tn\to\tp\t-')"
is 'our own fields too' "$(qda matrix --rows @kind --columns coder)" \
    "$(printf '@kind\tB\n%s' "$(sqlite3 -separator "$(printf '\t')" qda.db \
    "SELECT 'interview', count(*) FROM coding WHERE coder = 2")")"

# as a table: the same numbers with their zeros
qda matrix -c B --columns source | awk -F '\t' '
	NR == 1 { for (i = 2; i <= NF; i++) name[i] = $i; next }
	{ for (i = 2; i <= NF; i++) if ($i > 0) print $1 "\t" name[i] "\t" $i }
' | sort > wide
qda matrix -c B --columns source --long | sort > long
same 'the table and --long agree' wide long
qda matrix -c B --columns source --binary | awk -F '\t' 'NR > 1 {
	for (i = 2; i <= NF; i++) sum += $i } END { print sum }' > ones
is '--binary: 1 and 0' "$(cat ones)" "$(wc -l < long | tr -d ' ')"
is 'two sides change places' "$(qda matrix --rows source --columns code --long |
    awk -F '\t' '{ print $2 "\t" $1 "\t" $3 }' | sort | cksum)" \
    "$(qda matrix --columns source --long | sort | cksum)"
is 'json is one array' "$(qda matrix -o json --columns source > m.json
    sqlite3 qda.db "SELECT json_array_length(CAST(readfile('m.json') AS TEXT))
	= (SELECT count(DISTINCT code) FROM coding WHERE coder = 2)")" 1
ok 'a document' qda matrix -o matrix.docx --columns source
run qda matrix --columns coder 'code:c8 and not code:*'
expect 'a query that finds nothing leaves the label' 0 <<'EOF'
code	B
EOF

run qda matrix --columns nonsense
expect 'a side that is none' 2 <<'EOF'
EOF
run qda matrix --rows source --columns source
expect 'twice the same side' 2 <<'EOF'
EOF
run qda matrix --columns @taile
expect 'an unknown attribute' 3 <<'EOF'
EOF
says '... and the nearest' "did you mean 'taille'?"
run qda matrix -c Zoé
expect 'an unknown coder' 3 <<'EOF'
EOF
run qda matrix code:zz
expect 'an unknown code' 3 <<'EOF'
EOF
run qda matrix -n
expect 'it only reads' 2 <<'EOF'
EOF

# nobody coded
mkdir new && cd new && qda init -q -t x . && run qda matrix
expect 'no codings: a label and nothing else' 0 <<'EOF'
code
EOF

# ten thousand codes
sqlite3 qda.db "
    INSERT INTO coder (guid, name, key, created) VALUES (x'', 'A', 'a', '');
    INSERT INTO source (guid, name, key, position, hash, words, created)
	VALUES (x'', 'S', 's', 1, x'', 0, '');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
	WHERE i < 10000)
    INSERT INTO code (guid, name, key, created)
	SELECT x'', 'c' || i, 'c' || i, '' FROM n;
    INSERT INTO unit (guid, source, start, end, words, coder, created)
	SELECT x'', 1, id, id + 2, 'x', 1, '' FROM code;
    INSERT INTO coding (guid, unit, source, code, coder, created)
	SELECT x'', id, 1, id, 1, '' FROM code"
is 'ten thousand codes meet their neighbours' \
    "$(qda matrix --columns code --long | wc -l | tr -d ' ')" 29998
is '... and one source' "$(qda matrix --columns source | wc -l | tr -d ' ')" \
    10001
done_testing
