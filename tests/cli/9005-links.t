# A tool loads only what it needs: what writes Word documents (libxml2, libzip
# and what these load) takes longer to load than most tools to run, so that
# bin has none of it, and libexec the same tools with it.
. ./tests/lib.sh
command -v ldd > /dev/null || skip_all 'there is no ldd'
case $(ldd "$build/bin/qda") in
*asan*) skip_all 'sanitizers bring libraries of their own' ;;
esac

# the libraries of a program, but those of C
libraries() {
	ldd "$1" | sed -n 's/^[[:space:]]*lib\([^.]*\)\.so.*/\1/p' |
	    grep -vE '^(c|m|dl|pthread|rt)$' | sort | tr '\n' ' '
}
may() {
	case $1 in
	qda) echo; return ;;
	qda-front|qda-init|qda-log|qda-undo|qda-redo) echo ;;
	qda-find) echo pcre2-8 sodium ;;
	qda-import) echo pcre2-8 sodium csv zip bz2 crypto xml2 ;;
	qda-show|qda-matrix) echo pcre2-8 sodium csv ;;
	qda-coreq) echo xml2 sodium ;;
	*) echo sodium csv ;;
	esac
}
for tool in "$build"/bin/* "$build/libexec/qda-front"; do
	name=${tool##*/}
	case $name in
	qda-coreq|qda-import)	# read XML with libxml2, which loads ICU
		extra=' icuuc icudata lzma stdc++ gcc_s ' ;;
	*) extra= ;;
	esac
	base='sqlite3 utf8proc z'
	[ "$name" != qda ] || base=
	for library in $(libraries "$tool"); do
		case " $base $(may "$name")$extra " in
		*" $library "*) ;;
		*) echo "$name loads $library" ;;
		esac
	done > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$name loads what it needs"
done

qda init -q .
for tool in "$build"/libexec/*; do
	[ "${tool##*/}" != qda-front ] || continue
	name=${tool##*/}
	ok "$name has a twin that writes docx" test -x "$build/bin/$name"
	case " $(libraries "$tool")" in *' zip '*) true ;; *) false ;; esac
	result $? '... with libzip'
done
for command in 'axial tree' 'code tree' 'coreq export' 'memo list' \
    'participant list' 'show'; do
	# shellcheck disable=SC2086
	run qda $command -o "${command%% *}.docx"
	[ "${command%% *}" = show ] || is "qda $command -o X.docx" "$status" 0
	[ ! -e "${command%% *}.docx" ] ||
		ok '... writes one' unzip -qt "${command%% *}.docx"
done
is 'every tool that names docx has its twin' \
    "$(ls "$build/libexec" | grep -vx qda-front)" \
    "$(for tool in "$build"/bin/*; do
	"$tool" -o x.zzz 2>&1 | grep -q docx && basename "$tool"
    done)"
done_testing
