# Real transcripts of Word and LibreOffice, read where they lie: the folder
# named by $QDA_REAL_INPUT holds transcripts/docx and transcripts/odt.
. ./tests/lib.sh
[ -n "${QDA_REAL_INPUT:-}" ] ||
    skip_all 'QDA_REAL_INPUT names no folder of real documents'
case $QDA_REAL_INPUT in /*) ;; *) QDA_REAL_INPUT=$top/$QDA_REAL_INPUT ;; esac
real=$QDA_REAL_INPUT/transcripts
[ -d "$real/docx" ] && [ -d "$real/odt" ] ||
    skip_all "$real lacks docx or odt"

# Who speaks how often, and in how many turns with a time.
turns() {
	sqlite3 -separator ' ' qda.db "SELECT role, count(*), count(time)
		FROM turn JOIN speaker ON speaker.id = turn.speaker
		GROUP BY role ORDER BY role" | tr '\n' ','
}
holds() {
	sqlite3 qda.db 'SELECT text FROM source_text' | grep -qF "$1"
}
read_one() {	# FILE TURNS
	rm -f qda.db
	qda init -q -c Camille .
	run qda import "$1"
	is "$(basename "$1")" "$status $(turns)" "0 $2"
}

# [Chercheur] (0:01 - 0:11), in three interviews with as many typing habits
found=0
for f in "$real"/docx/fr_*.docx; do
	rm -f qda.db
	qda init -q -c Camille .
	qda import -q "$f" && n=$(sqlite3 qda.db "SELECT count(*) >= 30 AND
		count(time) * 10 >= count(*) * 9 AND count(DISTINCT role) = 2
		FROM turn JOIN speaker ON speaker.id = turn.speaker") &&
	[ "$n" = 1 ] && found=$((found + 1))
	ok "$(basename "$f"): no label is left in the words" \
	    [ "$(sqlite3 qda.db "SELECT count(*) FROM turn JOIN source_text
		WHERE substr(text, \"start\", \"end\" - \"start\" - 1)
		LIKE '%[Cher%'")" = 0 ]
done
is 'labels in brackets with times are found in all' "$found" \
    "$(ls "$real"/docx/fr_*.docx | wc -l | tr -d ' ')"

# bold labels with a colon
read_one "$real/docx/sheffield_David.docx" 'interviewer 37 0,participant 37 0,'
says 'its comments are kept' '9 comments are kept'
is 'with who wrote them, and what answers what' "$(qda source show \
    sheffield_David --comments | cut -f 3 | sort | uniq -c | tr -s ' \n' ' ')" \
    ' 4 done 1 open 4 reply '
read_one "$real/docx/sheffield_Peter.docx" 'interviewer 49 0,participant 49 0,'

# only one of two is labelled
read_one "$real/odt/P12_GMT20211206.odt" ''
says 'and what may be done is said' "only 'MODERATOR' is labelled (10 of 153"
ok 'tabs are kept' holds '	MODERATOR: You are missing'
rm -f qda.db && qda init -q -c Camille .
run qda import --question '^MODERATOR' "$real/odt/P12_GMT20211206.odt"
is 'and does it' "$(turns)" 'interviewer 10 0,participant 10 0,'

# a caption a paragraph, as Teams saved them; but a table follows
read_one "$real/docx/teams_chat.docx" 'participant 2 2,'

# what is in the text, and what is not
read_one "$real/docx/mammoth_footnotes.docx" ''
says 'notes are counted' '2 footnotes or endnotes'
read_one "$real/docx/mammoth_utf8-bom.docx" ''
is 'a part may begin with a byte order mark' \
    "$(sqlite3 qda.db 'SELECT words FROM source')" 7
read_one "$real/docx/pandoc_drop_cap.docx" ''
ok 'a drop cap is joined' holds 'Drop cap.'
read_one "$real/docx/pandoc_tabs.docx" ''
ok 'tabs are tabs' holds '	'
read_one "$real/docx/pandoc_track_changes_deletion.docx" ''
says 'deletions are counted' '1 tracked deletion'
read_one "$real/docx/pandoc_track_changes_move.docx" ''
is 'what was moved is there once' \
    "$(sqlite3 qda.db 'SELECT text FROM source_text' | grep -c 'moved')" 1
read_one "$real/docx/unstructured_hdrftr.docx" ''
says 'headers are counted' '2 headers or footers'
read_one "$real/docx/unstructured_tables.docx" ''
says 'tables are counted' '3 tables'
for f in "$real"/docx/*.docx "$real"/odt/*.odt; do
	rm -f qda.db
	qda init -q -c Camille .
	qda import -q "$f" || echo "$f"
done > "$io/why"
ok 'all of them are read' [ ! -s "$io/why" ]
done_testing
