# qda tag --label, --contrary, --nuance, --move: what is said of a verbatim,
# and its borders.
. ./tests/lib.sh
study || exit 1

sql() { sqlite3 -separator ' ' qda.db "$1"; }
dump() { sqlite3 qda.db .dump | grep -vE '(history|sqlite_sequence)'; }
at() {	# address of words: SOURCE WORDS
	sql "SELECT name || ':' || (instr(text, '$2') - 1) || '-' ||
	    (instr(text, '$2') - 1 + length('$2')) FROM source
	    JOIN source_revision ON source = source.id
	    JOIN source_text USING (hash) WHERE name = '$1'"
}

# label and stance
run qda tag --label "  gagner du   temps" temps P1:#2
says 'a label is put on' "1 verbatim tagged 'temps'; 1 new code; label put on 1"
is 'as names are kept' "$(sql 'SELECT label FROM unit')" 'gagner du temps'
run qda tag --label 'gagner du temps' temps P1:#2
says 'the same label is no change' "0 verbatims tagged 'temps' (1 already was)"
is 'and no change is recorded' "$(sql 'SELECT max(id) FROM history')" 3
run qda tag -n --label autre temps P1:#2
expect 'a dry run shows a label' 0 <<END
=	P1:$(sql "SELECT \"start\" || '-' || \"end\" FROM unit")	label=autre
END
run qda tag --label '' temps P1:#2
says 'an empty one takes it off' 'label taken off 1'
is 'it is off' "$(sql 'SELECT count(*) FROM unit WHERE label IS NOT NULL')" 0
printf 'P1:#2\nP2:#2\n' > piped
input=piped run qda tag --label ensemble --nuance temps
input=
says 'a pipe gets both, on what is there too' \
    '(1 already was); label put on 2; stance of 1 changed'
is 'how it stands is kept' "$(sql 'SELECT stance, count(*) FROM coding
    GROUP BY stance')" 'qualifies 2'
is 'a hit is a hit, with a label too' "$(sql "SELECT made, reviewed FROM unit
    WHERE source = 2")" 'search 0'
run qda tag --contrary -t 'J’ai cessé de chercher' recherche
is 'what speaks against a code' "$(sql "SELECT stance FROM v_verbatim
    WHERE code = 'recherche'")" contradicts
dump > before
run qda tag --contrary --nuance peur P2:#4
is 'both at once: status 2' "$status" 2
says 'is said' '--contrary or --nuance, not both'
for option in '--label=x' --contrary --nuance; do
	run qda tag -r "$option" temps P1:#2
	is "$option takes nothing off: status 2" "$status" 2
done
run qda tag --label "$(printf 'a\377')" temps P1:#2
is 'a label that is not UTF-8: status 2' "$status" 2
run qda tag --label "$(printf '%0600d' 0)" temps P1:#2
is 'a label as long as a memo: status 3' "$status" 3
dump > after
same 'nothing was done' before after
printf 'source,quote,code,label\nP2,la pharmacienne,appui,\nP2,elle m’écoute,appui,la sienne\n' > t.csv
run qda tag -q --label commune --from t.csv
is 'the label of a row counts more' "$(sql "SELECT label FROM unit
    WHERE label LIKE '%une' OR label LIKE 'la %' ORDER BY \"start\"" | tr '\n' ,)" 'commune,la sienne,'

# borders
old=$(at P2 'J’ai peur de tomber malade')
new=$(at P2 'J’ai peur de tomber malade, euh, vraiment peur.')
run qda tag -q --label 'avoir peur' --and maladie peur "$old"
qda memo add -q --on "$old" 'y revenir'
qda memo add -q --on "$(at P1 'fois sur deux')" 'ailleurs'
sql "INSERT INTO quotation (guid, unit, text, position, created)
    SELECT randomblob(16), id, 'J’ai peur […]', 1, created FROM unit
    WHERE label = 'avoir peur'"
qda model -q relate peur leads-to maladie "$old"
unit=$(sql "SELECT id FROM unit WHERE label = 'avoir peur'")
carried() {
	sql "SELECT 'code', code, created FROM coding WHERE unit = $unit
	    UNION ALL SELECT 'label', label, made FROM unit WHERE id = $unit
	    UNION ALL SELECT 'memo', memo, id FROM memo_on WHERE unit = $unit
	    UNION ALL SELECT 'quotation', text, id FROM quotation
	    WHERE unit = $unit
	    UNION ALL SELECT 'relation', relation, id FROM relation_unit
	    WHERE unit = $unit ORDER BY 1, 2"
}
carried > before
is 'a unit that carries all there is' "$(cut -d' ' -f1 before | uniq | tr '\n' ,)" \
    'code,label,memo,quotation,relation,'
dump > all
run qda tag -n --move "$old" "$new"
expect 'a dry run shows the move' 0 <<END
=	$old	$new
END
dump > after
same 'and changes nothing' all after
run qda tag --move "$old" "$new"
expect 'a border is moved' 0 < /dev/null
says 'both addresses are named' "'$old' is now '$new'"
says 'and what keeps its words' '1 quotation made from it keeps its words'
carried > after
same 'nothing that it carried was lost' before after
is 'its words are those of the new place' \
    "$(sql "SELECT words FROM unit WHERE id = $unit")" \
    'J’ai peur de tomber malade, euh, vraiment peur.'
ok 'the project is sound' sh -c 'qda check -o tsv | grep -v "^no-\|^not-\|^unread\|^order"; [ $? = 1 ]'
run qda undo
dump > after
same 'undo brings the borders back' all after
run qda tag -q --move "$old" P2:
is 'a whole source is a unit of its own kind' \
    "$(sql "SELECT kind FROM unit WHERE id = $unit")" source
qda undo -q

# a hit that is moved has been read
qda find -F 'cherch' | qda tag -q essai
hit=$(qda show -o tsv code:essai | cut -f1)
run qda tag -q --move "$hit" "$(at P2 'J’ai cessé de chercher.')"
is 'a hit whose borders were moved is read' "$(sql "SELECT made, reviewed
    FROM unit WHERE made = 'search' ORDER BY id DESC LIMIT 1")" 'search 1'

# onto another
half=$(at P2 'J’ai peur')
run qda tag -q --contrary --and seul peur "$half"
qda tag -q --label courte seul "$half"
run qda tag --move "$half" "$old"
says 'onto a verbatim that is there' "'$half' is now '$old', and one with the verbatim that was there"
says 'where they differ is said' "1 code stood otherwise on the two: that of '$old' counts"
is 'it has the codes of both' "$(sql "SELECT group_concat(name || ' ' || stance,
    ',') FROM (SELECT name, stance FROM coding JOIN code ON code.id = code
    WHERE unit = $unit ORDER BY name)")" \
    'maladie illustrates,peur illustrates,seul contradicts'
is 'and both labels' "$(sql "SELECT label FROM unit WHERE id = $unit")" \
    'avoir peur / courte'
run qda tag --move "$old" "$old"
is 'borders that it has: status 0' "$status" 0
says 'are no change' "'$old' has these borders already"

# what cannot be
dump > before
run qda tag --move "$half" "$new"
is 'no verbatim there: status 3' "$status" 3
says 'the nearest is named' "'Camille' has no verbatim at '$half'; did you mean '$old'?"
run qda tag -c Noé --move "$old" "$new"
says 'another’s is not moved' "'Noé' has no verbatim at '$old'; it is one of 'Camille': -c says who acts"
run qda tag --move P1:0-3 P1:0-4
says 'nobody’s' "'Camille' has no verbatim at 'P1:0-3'"
run qda tag --move "$old" P1:0-4
is 'another source: status 3' "$status" 3
says 'is refused' 'a border is moved within one'
run qda tag --move "$old" P2:5
is 'what is no address: status 3' "$status" 3
run qda tag --move "$old"
is 'one address: status 2' "$status" 2
says 'two are wanted' 'two addresses: qda tag --move OLD NEW'
for option in --remove --known --label=x '-t x' '--and x' '--from t.csv'; do
	run qda tag $option --move "$old" "$new"
	is "no $option with --move: status 2" "$status" 2
done
dump > after
same 'nothing was done by any of these' before after
done_testing
