# qda code split: some verbatims of a code become those of another.
. ./tests/lib.sh

sql() {
	sqlite3 -separator '|' qda.db "$@"
}
dump() {
	sql .dump | grep -v 'history\|sqlite_sequence' | sort
}
uses() {
	qda show "code:$1" | cut -f1 | uniq
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
qda tag -q peur P1:#2 P1:#4 P2:#2 P2:#4
qda tag -q -c Noé peur P2:#4
qda tag -q honte P2:#4
qda code -q add colère
qda axial -q group Vécu colère peur honte
qda axial -q group Autre peur
place=$(uses peur | tail -n 1)
other=$(uses peur | head -n 1)
sql "INSERT INTO memo (guid, kind, date, text, coder, created)
    VALUES (x'00', 'memo', '2024-01-02', 'sur le codage', 1, '2024-01-02');
    INSERT INTO memo_on (memo, coding) VALUES (last_insert_rowid(),
    (SELECT max(c.id) FROM coding AS c JOIN code ON code.id = c.code
    WHERE code.name = 'peur' AND c.coder = 1));
    INSERT INTO quotation (guid, unit, text, code, position, created)
    SELECT x'01', unit, 'x', code, 1, '2024' FROM coding
    WHERE code = (SELECT id FROM code WHERE name = 'peur');
    INSERT INTO verdict (guid, source, \"start\", \"end\", code, holds,
    coder, created) SELECT x'02', unit.source, unit.\"start\", unit.\"end\",
    coding.code, 1, 1, '2024' FROM coding JOIN unit ON unit.id = coding.unit
    WHERE code = (SELECT id FROM code WHERE name = 'peur')
    AND coding.coder = 1"
dump > before

run qda code split peur --into 'peur de la maladie' "$place" \
    -m 'on ne craint pas la même chose'
expect 'a verbatim is split off' 0 </dev/null
says 'how many' \
    "1 verbatim of 'peur' carries 'peur de la maladie' now"
says 'where the new property is' \
    "new property 'peur de la maladie', beside 'peur' in 'Vécu'"
is 'it has the verbatim' "$(uses 'peur de la maladie')" "$place"
is 'of every coder' "$(sql "SELECT count(*), count(DISTINCT coder)
    FROM coding WHERE code = (SELECT max(id) FROM code)")" '2|2'
is 'the first has the others' "$(uses peur | wc -l)" 3
is 'it stands right behind it, in its main category only' \
    "$(qda axial | cut -f1 | grep -v '^Autre')" \
'Vécu
Vécu > colère
Vécu > peur
Vécu > peur de la maladie
Vécu > honte'
is 'a memo on the coding came along, beside the reason' \
    "$(qda memo list --on 'code:peur de la maladie' | cut -f2 | sort)" \
"memo
method"
is 'so did what is quoted there' "$(sql "SELECT count(*) FROM quotation
    WHERE code = (SELECT max(id) FROM code)")" 2
is 'and what was decided' "$(sql "SELECT count(*) FROM verdict
    WHERE code = (SELECT max(id) FROM code)")" 1
is 'the reason is on both' "$(sql "SELECT title, text,
    group_concat(code.name, ',') FROM memo JOIN memo_on
    ON memo_on.memo = memo.id JOIN code ON code.id = memo_on.code
    WHERE memo.kind = 'method'")" \
    '« peur » divisé : « peur de la maladie »|on ne craint pas la même chose|peur,peur de la maladie'
qda undo -q
dump > after
same 'one undo brings all back' before after

# --- which verbatims ------------------------------------------------------
uses peur > all
run sh -c 'head -n 2 all | qda code split peur --into ailleurs'
expect 'they are read from a pipe' 0 </dev/null
is 'all of them' "$(uses ailleurs | wc -l)" 2
qda undo -q
run sh -c 'qda show peur | qda code split peur --into ailleurs -'
expect 'whole lines of show, too, of which the first column counts' 0 </dev/null
says 'a code that has none left is told' "'peur' is on no verbatim any more"
is 'it is still there' "$(qda code -o names | grep -cx peur)" 1
qda undo -q
run qda code split peur --into ailleurs "$place" "$place" P1:0-3
expect 'a place named twice is one' 0 </dev/null
says 'what does not carry it is counted' \
    "1 verbatim of 'peur' carries 'ailleurs' now (1 did not carry it)"
qda undo -q
run qda code split peur --into ailleurs P1:0-3
expect 'none carries it: the answer is no' 1 </dev/null
says 'and why' "none of these verbatims carries 'peur': nothing is done"
run qda code split peur --into ailleurs
expect 'nothing given is nothing done' 1 </dev/null
is 'nor is a new property told' "$(grep -c 'new property' "$io/err")" 0
dump > after
same 'and nothing was made' before after
run qda code split peur --into ailleurs "$place" P9:#1 P1:12
expect 'a wrong address: nothing is done' 3 </dev/null
says 'each is named' P9
says 'with its reason' 'P1:12'
dump > after
same 'nothing at all' before after

# --- into one that exists -------------------------------------------------
run qda code split peur --into honte "$place" -n
expect 'a dry run shows it' 0 <<OUT
>	$place	honte
OUT
run qda code split peur --into honte "$place"
expect 'one that exists is taken as it is' 0 </dev/null
is 'a unit and coder keep one' "$(sql "SELECT count(*) FROM coding
    WHERE code = (SELECT id FROM code WHERE name = 'honte')")" 2
is 'the memo is on the one that stays' "$(qda memo list --on code:honte |
    wc -l)" 1
qda undo -q
dump > after
same 'and back' before after

# --- refused --------------------------------------------------------------
run qda code split peur "$place"
expect 'into what must be said' 2 </dev/null
says 'how' '--into NAME'
run qda code split peur --into PEUR "$place"
expect 'into itself is refused' 3 </dev/null
run qda code split peru --into x "$place"
expect 'a code that is not there' 3 </dev/null
says 'with the nearest' "did you mean 'peur'?"
run qda code split peur --into P1:3-9 "$other"
expect 'a name that reads as an address' 2 </dev/null
dump > after
same 'nothing was done' before after
done_testing
