#!/bin/sh
# run.sh BUILD [SECONDS [READER...]]: gives each reader any bytes for so many
# seconds, led by what code they reach.  BUILD/libqda.a is built by clang with
# -fsanitize=fuzzer-no-link,address.  What a reader fell over is kept in
# BUILD/fuzz/found, and the status 1.  The corpus grows in BUILD/fuzz/corpus.
set -eu
build=${1:?BUILD}
seconds=${2:-60}
[ $# -le 2 ] && shift $# || shift 2
[ $# -gt 0 ] || set -- docx odt xlsx txt md any csv query address outline checklist markup
here=$(dirname "$0")
mkdir -p "$build/fuzz/found"

# a seed a file, or a line each of the files of `lines'
seeds() {	# READER
	case $1 in
	any) echo samples/entretiens/*.txt README.md "$here"/seeds/any* \
	    samples/*/*.docx samples/*/*.odt ;;
	txt|md) echo samples/entretiens/*.txt README.md "$here/seeds/txt" ;;
	csv) echo samples/*.csv samples/*.tsv "$here"/seeds/csv ;;
	checklist) echo schema/checklists/*.xml ;;
	outline) echo samples/categories.txt ;;
	markup) echo samples/entretiens/*.txt "$here"/seeds/markup* ;;
	docx|odt) echo "$here/seeds/$1" samples/*/*."$1" ;;
	xlsx) echo "$here/seeds/xlsx" ;;
	esac
}
for reader; do
	corpus=$build/fuzz/corpus/$reader
	mkdir -p "$corpus"
	n=0
	for file in $(seeds "$reader"); do
		[ -f "$file" ] || continue
		n=$((n + 1))
		case $file in
		*.docx|*.odt) cp "$file" "$corpus/seed$n" ;;
		*) head -c 20000 "$file" > "$corpus/seed$n" ;;
		esac
		case $reader in txt|md|docx|odt|any)	# with the options
			{ printf "\\$((n % 4 + 1))"; cat "$corpus/seed$n"; } \
			    > "$corpus/option$n" ;;
		esac
	done
	if [ -f "$here/seeds/$reader.lines" ]; then
		while read -r line; do
			n=$((n + 1))
			printf %s "$line" > "$corpus/seed$n"
		done < "$here/seeds/$reader.lines"
	fi
done
# words of the formats, which mutation alone would not find
grep -hoE '"[A-Za-z@/:-]{1,24}"' src/formats/docx_read.c \
    src/formats/docx_parts.c src/formats/xlsx*.c src/formats/odt_read.c src/formats/odt_styles.c \
    src/study/query*.c src/formats/checklist_xml.c | sort -u > "$build/fuzz/words"

run() {	# READER
	QDA_FUZZ=$1 ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1 \
	    "$build/fuzz/readers" -max_total_time="$seconds" -timeout=20 \
	    -rss_limit_mb=3000 -max_len=40000 -dict="$build/fuzz/words" \
	    -artifact_prefix="$build/fuzz/found/$1-" \
	    "$build/fuzz/corpus/$1" > "$build/fuzz/$1.log" 2>&1 &&
		echo "$1: $(grep -oE '^Done [0-9]+' "$build/fuzz/$1.log") runs" ||
	{ echo "$1: see $build/fuzz/$1.log"; return 1; }
}
rc=0
export build seconds
if [ "${JOBS:-1}" -gt 1 ]; then
	pids=
	for reader; do run "$reader" & pids="$pids $!"; done
	for pid in $pids; do wait "$pid" || rc=1; done
else
	for reader; do run "$reader" || rc=1; done
fi
exit $rc
