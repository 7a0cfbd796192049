# What is installed works where it is put, and goes away again.
. ./tests/lib.sh
quiet() { "$@" > "$io/log" 2>&1 || { cat "$io/log"; false; }; }
make_it() { quiet make -s -C "$top" O="$build" "$@"; }
# Every name below a folder, with its kind and mode.
list() { (cd "$1" && find . ! -type d -printf '%P %m\n' | sort); }

ok 'it installs under DESTDIR and PREFIX' \
    make_it install DESTDIR="$work/a" PREFIX=/opt/qda
is 'every tool is there' "$(ls a/opt/qda/bin)" "$(ls "$build/bin")"
is '... and every page' "$(cd a/opt/qda/share/man && find . -type f | wc -l)" \
    "$(find "$top"/man -type f | wc -l)"
is 'all may read what is installed' \
    "$(find a ! -perm -444 -o -type d ! -perm -555 | wc -l)" 0
is 'nothing else is there' "$(ls -x a a/opt a/opt/qda | tr -s '\n ' ' ')" \
    'a: opt a/opt: qda a/opt/qda: bin libexec share '

# moved: it finds its parts from where it is, without a variable
mv a/opt/qda 'moved tree'
rm -r a
alone() { env -i PATH="$work/moved tree/bin:/usr/bin:/bin" "$@"; }
run alone LANGUAGE=fr qda init -l fr s
is 'a moved copy works' "$status" 0
says '... and still speaks French' 'est le projet'
for tool in 'moved tree'/bin/*; do
	run alone LC_ALL=C.UTF-8 "$work/$tool" -V
	is "${tool##*/} runs" "$status" 0
done
mkdir links
ln -s "$work/moved tree/bin/qda" links/qda
run env -i PATH=/usr/bin:/bin links/qda tag -V
is 'a link to qda finds its tools' "$status" 0
run env -i PATH=/usr/bin:/bin LANGUAGE=fr links/qda -p nul find x
says '... and its messages' 'projet'
run alone qda -p s/qda.db coreq list
is 'the checklist came along' "$(wc -l < "$io/out")" 32
run alone qda -p s/qda.db coreq export -o grid.docx
is '... and what writes Word documents' "$status" 0
ok '... which they are' unzip -qt grid.docx
ok 'the pages came along' test -f 'moved tree/share/man/man1/qda-tag.1'
for part in bash-completion/completions/qda zsh/site-functions/_qda \
    fish/vendor_completions.d/qda.fish; do
	ok "... so did ${part%%/*}" grep -q 'qda-tag' "moved tree/share/$part"
done
strings 'moved tree'/bin/* 2> /dev/null | grep -F "$build/" > "$io/why"
[ ! -s "$io/why" ]
result $? 'no program knows where it was built'

ok 'another PREFIX, with a blank, without DESTDIR' \
    make_it install PREFIX="$work/b c"
is 'the same is there' "$(list 'b c')" "$(list 'moved tree')"
touch 'b c/bin/other' 'b c/share/man/man1/other.1'
ok 'it uninstalls' make_it uninstall PREFIX="$work/b c"
is 'what is left is not ours' "$(list 'b c' | cut -d' ' -f1 | tr '\n' ' ')" \
    'bin/other share/man/man1/other.1 '
done_testing
