# A text in the person's own editor: which one, its file, what happens when it
# fails, gives up, makes mistakes or takes long.  Seen through qda axial edit;
# 0531 to 0533 have the texts themselves.
. ./tests/lib.sh
unset VISUAL EDITOR

# editor NAME: a script of that name, its body from standard input; $1 is the
# file, and $n the number of the call
editor() {
	{
		echo '#!/bin/sh'
		echo 'n=$(($(cat n 2> /dev/null) + 1)); echo $n > n'
		cat
	} > "$1"
	chmod +x "$1"
	rm -f n
}
state() {
	sqlite3 qda.db .dump | sha256sum
}
kept() {
	ls -A | grep -c 'qda-edit'
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
for code in peur honte colère retard; do
	qda code -q add $code
done
qda axial -q group 'Ne plus compter' peur honte
before=$(state)

# --- which editor ---------------------------------------------------------
run qda axial edit
is 'without a terminal and without $EDITOR: status 2' "$status" 2
says '... and why' 'neither $VISUAL nor $EDITOR names an editor'
is '... and no file is left' "$(kept)" 0
run env EDITOR=' ' qda axial edit
is 'an empty $EDITOR is none' "$status" 2
editor one <<'END'
echo one >> who
END
editor two <<'END'
echo "two $#: $*" >> who
END
run env VISUAL='./two -w "a b"' EDITOR=./one qda axial edit
expect '$VISUAL before $EDITOR' 0 </dev/null
is '... with its arguments, as a shell reads them' "$(cat who)" \
    'two 3: -w a b axial.qda-edit'
says 'what was not changed is no change' 'nothing was changed'
run env EDITOR=true qda -q axial edit
is '-q says nothing' "$(wc -c < "$io/err")" 0
run env EDITOR=./nowhere qda axial edit
is 'an editor that is not there: status 5' "$status" 5
says '... and it is named' "nothing is done: cannot run the editor './nowhere'"
run env EDITOR=false qda axial edit
is 'an editor that fails: status 5' "$status" 5
says '... and how' "nothing is done: the editor 'false' ended with status 1"
run env EDITOR='kill -9 $$;' qda axial edit
says 'an editor that is killed' "was ended by signal 9"
is '... is status 5' "$status" 5
is 'none of them leaves a file' "$(kept)" 0
is '... nor a change' "$(state)" "$before"

# nano before vi, where neither variable is set and somebody sits there
mkdir path
for tool in nano vi; do
	printf '#!/bin/sh\necho %s "$@" >> ../who; sed -n 2p "$2" >> ../who\n' $tool > path/$tool
	chmod +x path/$tool
done
mkdir terminal && cp qda.db terminal
at_terminal() {
	rm -f who
	(cd terminal && PATH=$1:$build/bin script -qec "$2" /dev/null) \
	    < /dev/null > "$io/out" 2>&1
}
for tool in sh sed; do
	ln -s "$(command -v $tool)" path/$tool
done
SCRIPT=$(command -v script)
script() { "$SCRIPT" "$@"; }
if a_terminal; then
at_terminal "$work/path" 'qda axial edit'
is 'nobody chose: nano' "$(head -n 1 who)" 'nano +8 axial.qda-edit'
ok '... how to leave it is said' grep -q 'nano: Ctrl-O and Enter save, Ctrl-X leaves' "$io/out"
is '... and stands in the text' "$(tail -n 1 who)" '% nano: Ctrl-O and Enter save, Ctrl-X leaves'
rm path/nano
at_terminal "$work/path" 'qda axial edit'
is 'no nano: vi' "$(head -n 1 who)" 'vi +8 axial.qda-edit'
ok '... how to leave it too' grep -q 'Esc, then :wq and Enter, saves' "$io/out"
rm path/vi
at_terminal "$work/path" 'qda axial edit'
ok 'neither: that is said' grep -q 'there is no editor: neither nano nor vi' "$io/out"
fi

# --- the file -------------------------------------------------------------
mkdir deep
editor look <<'END'
stat -c '%a %n' "$1" > ../look
sed -n 1p "$1" | cut -d ' ' -f 1-4 >> ../look
END
(cd deep && EDITOR=../look qda axial edit) 2> /dev/null
is 'only its owner reads it, and it lies beside the project' \
    "$(sed "s:$work:HERE:" look | head -n 1 | sed 's:^600 /.*/axial:600 HERE/axial:')" \
    '600 HERE/axial.qda-edit'
editor look <<'END'
cp "$1" saw
END
printf 'old' > axial.qda-edit
ln -s nowhere axial-2.qda-edit
run env EDITOR=./look qda axial edit
is 'a file of that name is left alone, so is a link' \
    "$(cat axial.qda-edit) $(readlink axial-2.qda-edit)" 'old nowhere'
says '... and is told of' "there is 'axial.qda-edit' of an earlier time"
says '... with what takes it up' "'qda axial edit --apply axial.qda-edit'"
is 'the first line says what the text is' "$(head -n 1 saw | cut -d ' ' -f 1-4)" \
    '% qda axial edit'
rm -f axial*.qda-edit
mkdir ./-odd && cp qda.db ./-odd/qda.db
editor look <<'END'
echo "$1" > saw
END
run env EDITOR=./look qda axial edit --project=-odd/qda.db
is 'a folder that looks like an option' "$(cat saw)" './-odd/axial.qda-edit'
chmod 555 ./-odd
if ! touch ./-odd/x 2> /dev/null; then
	run env EDITOR=./look qda axial edit --project=-odd/qda.db
	is 'a folder that cannot be written to: status 5' "$status" 5
fi
chmod 755 ./-odd

# --- giving up ------------------------------------------------------------
for with in ': > "$1"' 'printf "\n \n" > "$1"' 'sed -i "/^%/!d" "$1"'; do
	echo "$with" | editor edit
	run env EDITOR=./edit qda axial edit
	is "an empty text gives up: $with" "$status" 1
	says '... which is said' 'given up: the text is empty, nothing is done'
	is '... and leaves no file' "$(kept)" 0
done
editor edit <<'END'
rm "$1"
END
run env EDITOR=./edit qda axial edit
is 'a file that is gone: status 3' "$status" 3
is '... and nothing done' "$(state)" "$before"
editor edit <<'END'
rm "$1"; mkdir "$1"
END
run env EDITOR=./edit qda axial edit
is 'a folder in its place: status 3' "$status" 3
rmdir axial.qda-edit
for with in 'echo peur2 >> "$1"; exit 1' 'cat /bin/sh > "$1"' \
    'printf "caf\351\n\303\251\n" >> "$1"' 'printf "a\0b\n" >> "$1"'; do
	echo "$with" | editor edit
	run env EDITOR=./edit qda axial edit
	ok "refused: $with" [ "$status" -ge 3 ]
	says '... nothing is done' 'nothing is done'
	says '... the text is kept' "the text is kept in 'axial.qda-edit'; 'qda axial edit --apply axial.qda-edit' takes it up"
	is '... one file, its owner'"'"'s' "$(stat -c %a axial.qda-edit)" 600
	is '... and the project as it was' "$(state)" "$before"
	rm -f axial.qda-edit
done

# --- mistakes -------------------------------------------------------------
editor edit <<'END'
cp "$1" saw$n
case $n in
1) printf 'nouveau\n' >> "$1" ;;
2) sed -i '/^nouveau/d; s/^retard/\tretard/' "$1" ;;
esac
END
run env EDITOR=./edit qda axial edit
expect 'the editor opens again on a mistake' 0 </dev/null
is '... twice in all' "$(cat n)" 2
is '... which stands above its place, and at the top' \
    "$(grep -n -A 1 '^%!' saw2 | cut -c 1-35)" \
"1:%! 1 mistake, nothing is done yet
2-$(head -n 1 saw1 | cut -c 1-33)
--
14:%! there is no code 'nouveau'; a
15-nouveau"
is '... and what was mended is done' "$(qda axial tree | cut -f1 | grep retard)" \
    'colère > retard'
is '... without leaving a file' "$(kept)" 0
qda undo -q
before=$(sqlite3 qda.db 'SELECT * FROM grouping')

editor edit <<'END'
cp "$1" saw$n
[ $n != 1 ] || printf 'nouveau\n' >> "$1"
END
run env EDITOR=./edit qda axial edit
is 'left as it was with its mistakes: status 3' "$status" 3
says '... given up' 'given up with 1 mistake in the text: nothing is done'
says '... and kept' "'qda axial edit --apply axial.qda-edit' takes it up"
is '... after two rounds' "$(cat n)" 2
is '... the mistakes in it' "$(grep -c '^%!' axial.qda-edit)" 2
sed -i '/^nouveau/d; s/^retard/\tretard/' axial.qda-edit
run qda axial edit --apply axial.qda-edit
expect 'taken up, it is done' 0 </dev/null
is '... and the file is the person'"'"'s to delete' "$(kept)" 1
rm -f axial.qda-edit
qda undo -q
editor edit <<'END'
printf 'neu%s\n' "$n" >> "$1"
END
run timeout 60 env EDITOR=./edit qda axial edit
is 'a script that only makes mistakes comes to an end' "$status" 3
is '... with each told' "$(grep -c '^%! there is no code' axial.qda-edit)" 10
rm -f axial.qda-edit

# --- the project meanwhile -------------------------------------------------
editor edit <<'END'
qda tag -q honte P1:#2 && echo tagged > meanwhile
sed -i 's/^retard/\tretard/' "$1"
END
run env EDITOR=./edit qda axial edit
expect 'others work while somebody edits: nothing is locked' 0 </dev/null
is '... both are done' "$(cat meanwhile) $(qda axial tree | cut -f1 | grep retard)" \
    'tagged colère > retard'
qda undo -q
editor edit <<'END'
qda axial group -q colère retard
sed -i 's/^retard/\tretard/' "$1"
END
run env EDITOR=./edit qda axial edit
is 'the same thing changed by somebody else: status 3' "$status" 3
says '... is said' 'the project has changed there since'
says '... with how to see it' "'qda axial edit --print' shows how it is now"
says '... and the text is kept' "the text is kept in 'axial.qda-edit'"
is '... and the other change stands' "$(qda log | tail -n 1 | cut -f6)" \
    'qda axial group -q colère retard'
run qda axial edit --apply axial.qda-edit
is '... nor is it taken up unseen' "$status" 3
sed -i 1d axial.qda-edit
run qda axial edit --apply axial.qda-edit
expect 'but it is without its first line' 0 </dev/null
rm -f axial.qda-edit
editor edit <<'END'
rm qda.db
sed -i '$s/^/\t/' "$1"
END
cp qda.db safe
run env EDITOR=./edit qda axial edit
is 'a project that is gone: status 4' "$status" 4
says '... and the text is kept' "the text is kept in 'axial.qda-edit'"
cp safe qda.db
rm -f axial.qda-edit
editor edit <<'END'
sed -i '/^honte\|^\thonte/d; s/^colère/honte\n&/' "$1"
(printf 'BEGIN IMMEDIATE;\n.shell sleep 7\n' | sqlite3 qda.db > /dev/null 2>&1 &)
sleep 0.5
END
run env EDITOR=./edit qda axial edit
is 'a project that is locked: status 4' "$status" 4
says '... and the text is kept' "the text is kept in 'axial.qda-edit'"
sleep 2
run qda axial edit --apply axial.qda-edit
expect '... and can be taken up when it no longer is' 0 </dev/null
qda undo -q
rm -f axial.qda-edit

# --- keys that end programs --------------------------------------------------
editor edit <<'END'
kill -INT $PPID
kill -QUIT $PPID
sleep 0.2
sed -i '/^\thonte/d; s/^colère/honte\n&/' "$1"
END
run env EDITOR=./edit qda axial edit
expect 'Ctrl-C is the editor'"'"'s alone' 0 </dev/null
says '... the change is done' 'places in categories: 0 new, 1 gone'
editor edit <<'END'
kill -HUP $PPID
sed -i '/^\tpeur/d; s/^colère/peur\n&/' "$1"
END
run env EDITOR=./edit qda axial edit
sleep 0.3
ok 'a terminal that is closed leaves the text' grep -q '^peur' axial.qda-edit
run qda axial edit --apply axial.qda-edit
expect '... which can be taken up' 0 </dev/null
qda undo -q && qda undo -q
rm -f axial.qda-edit

# --- what editors do to texts ------------------------------------------------
qda axial edit --print > plain
for with in 's/$/\r/' '1s/^/\xef\xbb\xbf/' '$a\\n\n\n'; do
	editor edit <<END
sed -i '$with' "\$1"
END
	run env EDITOR=./edit qda axial edit
	says "no change: $with" 'nothing was changed'
done
editor edit <<'END'
printf %s "$(cat "$1")" > x && mv x "$1"
END
run env EDITOR=./edit qda axial edit
says 'no change: another file, without the last line end' 'nothing was changed'
sed 's/$/  /' plain > blanks
run qda axial edit --apply blanks
says 'nor are blanks at the end of lines' 'the categories are as they were'
sed 's/^\tretard.*/retard/' plain | iconv -t UTF-16 > utf16
run qda axial edit -n --apply utf16
expect 'a text in UTF-16 is read' 0 <<'END'
-	retard	colère
END
run qda axial edit -n --apply - < /dev/null
is 'nothing on standard input: status 3' "$status" 3
says '... and which' 'standard input is empty'

# --- print, apply, dry runs ---------------------------------------------------
before=$(state)
run qda axial edit --print --apply plain
is '--print or --apply, not both' "$status" 2
run qda axial edit --apply plain
expect 'what was printed, applied, changes nothing' 0 </dev/null
run qda axial edit --apply nowhere
is 'a file that is not there: status 3' "$status" 3
run qda axial edit plain
is 'an operand is too much' "$status" 2
editor edit <<'END'
sed -i 's/^\tretard.*/retard/' "$1"
END
run env EDITOR=./edit qda axial edit -n
expect 'a dry run shows what it would do' 0 <<'END'
-	retard	colère
END
says '... and keeps the text' "the text is kept in 'axial.qda-edit'"
is '... and that is all' "$(state)" "$before"
cp axial.qda-edit 'a file.txt'
rm -f axial.qda-edit
run qda axial edit --apply 'a file.txt' -m 'vu avec Salomé'
is 'why is kept in the log, the name of the file is not' "$(sqlite3 qda.db \
    'SELECT command, message FROM history ORDER BY id DESC LIMIT 1')" \
    'qda axial edit --apply FILE -m "vu avec Salomé"|vu avec Salomé'
qda undo -q
before=$(state)

# --- ten megabytes ------------------------------------------------------------
editor edit <<'END'
perl -e 'print "a line that is no code $_\n" for 1 .. 400_000' >> "$1"
END
run timeout 60 env EDITOR=./edit qda axial edit
is 'ten megabytes of mistakes are refused, in time' "$status" 3
ok '... a thousand and more are told' [ "$(head -c 999999 axial.qda-edit |
    grep -c '^%!')" -ge 1000 ]
rm -f axial.qda-edit
perl -e 'print "\t" x 5_000_000, "x\n"' > wide
run timeout 60 qda axial edit --apply wide
is 'so is one long line' "$status" 3
perl -e 'print "\t" x $_, "level $_\n" for 0 .. 3000' > deep.txt
run timeout 60 qda axial edit -n --apply deep.txt
is 'and three thousand levels' "$status" 3
is 'nothing of that did anything' "$(state)" "$before"
done_testing
