# A tool is linked with what it needs only: libxml2 and libzip, and what these
# load in turn, take longer to load than most tools to run; so what writes
# Word documents or odt is in libexec, and bin has the same tools without it.
. ./tests/lib.sh
command -v readelf > /dev/null || skip_all 'there is no readelf'

# the libraries a program names, but those of C and of sanitizers
libraries() {
	readelf -d "$1" | sed -n 's/.*(NEEDED).*\[lib\(.*\)\.so.*/\1/p' |
	    grep -vE '^(c|m|dl|pthread|rt|asan|ubsan|gcc_s)$' | tr '\n' ' '
}
may() {
	case $1 in
	qda) ;;
	qda-front|qda-init|qda-log|qda-undo|qda-redo) echo "$base" ;;
	qda-find) echo "$base" pcre2-8 sodium ;;
	qda-import) echo "$base" pcre2-8 sodium csv zip xml2 ;;
	qda-show|qda-matrix|qda-model|qda-guide|qda-quote|qda-code|qda-label)
		echo "$base" pcre2-8 sodium csv ;;
	*) echo "$base" sodium csv ;;
	esac
}
base='sqlite3 utf8proc z'
for tool in "$build"/bin/* "$build/libexec/qda-front"; do
	name=${tool##*/}
	for library in $(libraries "$tool"); do
		case " $(may "$name") " in
		*" $library "*) ;;
		*) echo "$name is linked with $library" ;;
		esac
	done > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$name is linked with what it needs"
done

qda init -q .
qda guide -q add 1
for tool in "$build"/libexec/*; do
	[ "${tool##*/}" != qda-front ] || continue
	name=${tool##*/}
	ok "$name has a twin that writes docx" test -x "$build/bin/$name"
	case " $(libraries "$tool")" in *' zip '*) true ;; *) false ;; esac
	result $? '... with libzip'
done
# what reads documents, and writes none
readers='qda-source|qda-tag'
for command in 'axial tree' 'code tree' 'coreq export' 'memo list' \
    'participant list' 'guide show 1' 'show'; do
	# shellcheck disable=SC2086
	run qda $command -o "${command%% *}.docx"
	[ "${command%% *}" = show ] || is "qda $command -o X.docx" "$status" 0
	[ ! -e "${command%% *}.docx" ] ||
		ok '... writes one' unzip -qt "${command%% *}.docx"
	# shellcheck disable=SC2086
	run qda $command -o "${command%% *}.odt"
	[ ! -e "${command%% *}.odt" ] ||
		ok '... an odt too' unzip -qt "${command%% *}.odt"
done
is 'every tool that names docx has its twin' \
    "$(ls "$build/libexec" | grep -vxE "qda-front|$readers")" \
    "$(for tool in "$build"/bin/*; do
	"$tool" -o x.zzz 2>&1 | grep -q "docx.*odt" && basename "$tool"
    done)"
done_testing
