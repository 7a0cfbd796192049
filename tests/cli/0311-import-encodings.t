# However a file was saved, the same words come in, at the same places.
. ./tests/lib.sh

sql() {
	sqlite3 -batch qda.db "$1"
}

cat > P1.txt <<'END'
Enquêteur : Qu’est-ce qui a changé pour vous ?

P1 : J’ai cessé de chercher… « On ne prend plus », voilà. Ça m’a coûté, hélas !

Enquêteur : Et après ?

P1 : Le cœur n’y était plus. Où aller ?
END
qda-init -q -c Camille .
run qda import P1.txt
says 'plain UTF-8' 'P1: txt, UTF-8, '
is 'is kept as it is' "$(sql 'SELECT text FROM source_text')" "$(cat P1.txt)"
sql "SELECT seq, \"start\", \"end\", label FROM turn JOIN speaker ON
	speaker.id = speaker WHERE turn.source = 1" > turns
is 'with four turns' "$(wc -l < turns | tr -d ' ')" 4
is 'that begin and end in code points, behind the labels' \
	"$(sql 'SELECT substr(text, "start" + 1, "end" - "start") FROM turn,
	source_text WHERE seq = 4')" 'Le cœur n’y était plus. Où aller ?'

# each file is made with a last line of its own, so that it is another text;
# its turns must be those of the first
other() {	# NAME FORMAT-SAID MAKE...
	name=$1 format=$2
	shift 2
	{ cat P1.txt; printf '\n%s :  %s\n' P1 "$name"; } > plain
	"$@" < plain > "$name.txt"
	run qda import "$name.txt"
	says "$name is recognised" "$name: txt, $format, "
	is '... its text is the same' "$(sql "SELECT text FROM source_text
		JOIN source USING (hash) WHERE name = '$name'")" "$(cat plain)"
	is '... and its turns are where they were' "$(sql "SELECT seq,
		\"start\", \"end\", label FROM turn JOIN speaker ON speaker.id
		= speaker JOIN source ON source.id = turn.source
		WHERE name = '$name' AND seq < 5")" "$(cat turns)"
}
to() {
	iconv -f UTF-8 -t "$1"
}
bom() {
	printf '\357\273\277'
	cat
}
marked() {	# ENCODING BOM
	printf "$2"
	iconv -f UTF-8 -t "$1"
}
other bom UTF-8 bom
other crlf UTF-8 sed 's/$/\r/'
other mac UTF-8 tr '\n' '\r'
other utf16le UTF-16LE marked UTF-16LE '\377\376'
other utf16be UTF-16BE marked UTF-16BE '\376\377'
other utf16bare UTF-16LE to UTF-16LE
other cp1252 windows-1252 to WINDOWS-1252
other macroman MacRoman to MACINTOSH
nfd() {
	perl -MUnicode::Normalize -CSD -pe '$_ = NFD($_)'
}
other nfd UTF-8 nfd
soft() {
	perl -CSD -Mutf8 -pe 's/chercher/cher\x{ad}cher/; s/plus\./plus\x{200b}./'
}
other soft UTF-8 soft
says '... and what was left out is said' '2 invisible characters'
nul() {
	perl -pe 's/plus\./pl\x01us./'
}
other control UTF-8 nul
says '... and what was left out is said' '1 control character'

# what is not found out can be said
printf 'Enqu\210teur : Et ?\n\nP1 : \205 la fin.\n' > dos.txt
run qda import --encoding cp850 dos.txt
says 'an encoding can be said' 'dos: txt, cp850, '
is 'and is used' "$(sql "SELECT text FROM source_text JOIN source USING (hash)
	WHERE name = 'dos'" | grep . | tail -n 1)" 'P1 : à la fin.'
run qda import --encoding klingon P1.txt
ok 'an unknown one is refused' [ "$status" -ge 2 ]
says 'and named' klingon
run qda import -f poem P1.txt
expect 'an unknown format is wrong usage' 2 < /dev/null
says 'and named' poem

# Markdown
printf '# Entretien\n\n**Enquêteur :** Et *alors* ?\n\n**P9 :** Rien \\[rires\\].\n\n**Enquêteur :** Ah ?\n\n**P9 :** Voilà.\n' > P9.md
run qda import P9.md
says 'Markdown is read' 'P9: md, UTF-8, '
is 'without its marks' "$(sql "SELECT text FROM source_text JOIN source USING
	(hash) WHERE name = 'P9'" | grep . | tail -n 1)" 'P9 : Voilà.'
is 'and a turn is what is said' "$(sql "SELECT substr(text, \"start\" + 1,
	\"end\" - \"start\") FROM turn JOIN source ON source.id = turn.source
	JOIN source_text USING (hash) WHERE name = 'P9' AND seq = 2")" \
	'Rien [rires].'

is 'all texts are NFC, LF, without a BOM' "$(sql "SELECT count(*) FROM
	source_text WHERE instr(text, char(13)) OR instr(text, char(65279))
	OR instr(text, 'e' || char(769))")" 0
is 'and their lengths are in code points' "$(sql "SELECT count(*) FROM
	source_text WHERE length <> length(text)")" 0

done_testing
