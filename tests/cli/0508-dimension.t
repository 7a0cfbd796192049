# qda code place, qda code dimension: who stands where on a dimension.
. ./tests/lib.sh

dump() {
	sqlite3 qda.db .dump | grep -v 'history\|sqlite_sequence' | sort
}
rows() {
	qda code dimension peur "$@" | cut -f1-4
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
qda tag -q peur P1:#2 P1:#4 P2:#2 P2:#4
qda tag -q -c Noé peur P1:#2
p1a=$(qda show at:P1:#2 | head -n 1 | cut -f1)
p1b=$(qda show at:P1:#4 | head -n 1 | cut -f1)
p2a=$(qda show at:P2:#2 | head -n 1 | cut -f1)
p2b=$(qda show at:P2:#4 | head -n 1 | cut -f1)
dump > before

run qda code place peur tue P1:#2
expect 'a verbatim is placed' 0 </dev/null
says 'how many' "1 verbatim of 'peur' placed at 'tue'"
says 'that there is no dimension is said' "'peur' has no dimension yet"
is 'the acting coder’s only' "$(sqlite3 qda.db 'SELECT coder.name, position
    FROM coding JOIN coder ON coder.id = coding.coder WHERE position NOT NULL')" \
    'Camille|tue'
qda undo -q
dump > after
same 'an undo takes it back' before after

qda code -q set peur from=tue to=dite definition='Craindre'
run qda code place peur ' Dite ' P1:#4 P2:#4 P1:0-3
expect 'several' 0 </dev/null
says 'what does not carry it is counted' \
    "2 verbatims of 'peur' placed at 'dite' (1 did not carry it)"
run qda code place peur DITE P2:#4
says 'what stands there already, too' \
    "0 verbatims of 'peur' placed at 'dite' (1 already was)"
qda code -q place peur murmurée "$p2a"
run qda code dimension peur -H
expect 'from one end to the other, then what is not placed' 0 <<END
position	participant	uses	address	extract
murmurée	P2	1	$p2a	$(qda show "at:$p2a" | head -n 1 | cut -f7)
dite	P1	1	$p1b	$(qda show "at:$p1b" | head -n 1 | cut -f7)
dite	P2	1	$p2b	$(qda show "at:$p2b" | head -n 1 | cut -f7)
-	P1	2	$p1a	$(qda show "at:$p1a" | head -n 1 | cut -f7)
END
is 'of one coder' "$(rows -c Noé)" "-	P1	1	$p1a"
run sh -c 'qda show code:peur and source:P1 | cut -f1 |
    qda code place peur tue -m "P1 ne le dit pas"'
expect 'by a pipe, and why' 0 </dev/null
is 'the reason is a memo' "$(sqlite3 qda.db 'SELECT title, text FROM memo')" \
    '« peur » : placé à « tue »|P1 ne le dit pas'
is 'it moved' "$(rows | cut -f1-3)" "tue	P1	2
murmurée	P2	1
dite	P2	1
-	P1	1"
run qda code place peur '' P1:#2 -n
expect 'an empty position takes it off; a dry run shows it' 0 <<END
-	$p1a	
END
qda code -q place peur '' P1:#2
is 'taken off' "$(rows | grep -c '^-')" 1
is 'both of them' "$(rows | tail -n 1 | cut -f3)" 2

run qda code dimension peur -o md -l en
ok 'a document has the dimension' grep -qx '### from tue to dite' "$io/out"
ok 'and the participants of a position' grep -q 'dite (P2)' "$io/out"
ok 'what is not placed is told' grep -q 'not placed yet (P1)' "$io/out"
for format in docx odt html tex; do
	run qda code dimension peur -o "out.$format"
	expect "as $format" 0 </dev/null
done
run qda code split peur --into effroi P2:#2
expect 'what is split off keeps its place' 0 </dev/null
is 'its position' "$(qda code dimension effroi | cut -f1)" murmurée

# --- refused --------------------------------------------------------------
dump > before
run qda code place peur dite P1:0-3
expect 'none carries it: the answer is no' 1 </dev/null
run qda code place peur dite P9:#1
expect 'an address that is none' 3 </dev/null
run qda code place nulle dite P1:#2
expect 'a code that is none' 3 </dev/null
run qda code place peur
expect 'a position is wanted' 2 </dev/null
run qda code dimension nulle
expect 'no dimension of what is not there' 3 </dev/null
dump > after
same 'nothing was done' before after
done_testing
