# qda log -o md: what changed since the last meeting, in words.
. ./tests/lib.sh

# all that was done so far was done before the meeting
meeting() {
	sqlite3 qda.db "UPDATE history SET created = '2024-01-10T12:00:00Z'
	    WHERE created > '2024-02'; UPDATE source SET
	    created = '2024-01-10T12:00:00Z'; UPDATE coding SET
	    created = '2024-01-10T12:00:00Z'"
	before=$(qda log | tail -n 1 | cut -f1)
}
# what is told since it
words() {
	qda log --since 2024-02-01 -o md -l en "$@" | sed '1,/^Since/d; /^---/,$d' |
	    sed '/^$/d'
}
told() { # SENTENCE, then what is wanted on standard input
	cat > "$io/wanted"
	words > "$io/out"
	same "$1" "$io/wanted" "$io/out"
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
qda tag -q peur P2:#4
qda tag -q colère P1:#4 P2:#4
qda tag -q rage P1:#4
qda tag -q honte P1:#2
qda tag -q panne P1:#2
qda code -q add vide
qda axial -q group Vécu peur honte
qda axial -q group Matériel panne
meeting
told 'nothing' <<'END'
Nothing changed.
END

qda tag -q -c Noé découragement P1:#4 P2:#4
qda axial -q group Vécu découragement
qda code -q rename peur crainte
qda code -q rename crainte 'peur de tomber malade' -m 'plus près des mots'
qda code -q merge rage --into colère -m 'la même chose'
qda axial -q ungroup Vécu honte
qda axial -q group Matériel honte -m 'une honte du matériel'
qda axial -q group Vécu colère
qda code -q set colère definition='Monter' -m 'vu ensemble'
qda code -q set colère colour='#aa0000'
qda code -q delete vide -m 'jamais servi'
qda code -q split colère --into 'colère froide' P2:#4 -m 'dite sans bruit'
qda code -q add passager
qda code -q delete passager
qda code -q rename panne pannes
qda code -q rename pannes panne
told 'all of it, as it stands now' <<'END'
### Coded
- Noé: 2 codings in 2 interviews
### New properties
- in 'Vécu': 'découragement', 'colère froide'
### Renamed
- 'peur' → 'peur de tomber malade' *(plus près des mots)*
### Merged
- 'rage' into 'colère' *(la même chose)*
### Split
- 'colère froide' out of 'colère' *(dite sans bruit)*
### Moved between categories
- 'colère': into 'Vécu'
- 'honte': out of 'Vécu', into 'Matériel' *(une honte du matériel)*
### Defined anew
- 'colère' *(vu ensemble)*
### Deleted
- 'vide' *(jamais servi)*
END
run sh -c 'qda log --since 2024-02-01 -o md -l en | grep -n "qda\|P1:"'
expect 'no commands and no addresses but in the footer' 0 <<END
$(qda log --since 2024-02-01 -o md -l en | grep -n footer)$(
    qda log --since 2024-02-01 -o md -l en | wc -l):*Une étude, $(
    LC_ALL=C date '+%-d %b %Y'), qda log --since 2024-02-01 -o md -l en*
END
is 'of one coder' "$(words -c Noé)" "### Coded
- Noé: 2 codings in 2 interviews
### New properties
- in 'Vécu': 'découragement'"
run qda log --since 2024-02-01 -o md
ok 'in the language of the project' grep -qx '# Ce qui a changé' "$io/out"
ok 'with its date' grep -qx 'Depuis le 01/02/2024' "$io/out"
run qda log -o md -l en
ok 'without a day, since the beginning' grep -qx 'Since the beginning' \
    "$io/out"
ok 'all interviews are new then' grep -qx -- '- P1, P2' "$io/out"
for format in docx odt html tex; do
	run qda log -o "out.$format"
	expect "as $format" 0 </dev/null
done

# --- undone ---------------------------------------------------------------
last=$(qda log | tail -n 1 | cut -f1)
while [ "$last" -gt "$before" ]; do
	qda undo -q "$last" 2> /dev/null
	last=$((last - 1))
done
told 'what was undone does not count' <<'END'
Nothing changed.
END
meeting
qda code -q rename peur effroi
meeting
qda undo -q
told 'but what was undone since then does' <<'END'
### Renamed
- 'effroi' → 'peur'
END
meeting
qda redo -q
told 'and what was done again' <<'END'
### Renamed
- 'peur' → 'effroi'
END
qda undo -q
told 'nothing, when it was undone once more' <<'END'
Nothing changed.
END
qda code -q merge honte --into colère
meeting
qda undo -q
told 'a merge that was undone' <<'END'
### New properties
- in 'Vécu': 'honte'
### Split
- 'honte' out of 'colère'
END
done_testing
