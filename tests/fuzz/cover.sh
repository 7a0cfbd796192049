#!/bin/sh
# cover.sh FUZZED BUILD [READER...]: gives each reader the corpus that
# FUZZED/fuzz/corpus holds, once, and names the functions of its own files
# that this never reached.  BUILD is built by clang with its coverage.
set -eu
fuzzed=${1:?FUZZED}
build=${2:?BUILD}
shift 2
[ $# -gt 0 ] || set -- docx odt txt md any csv query address outline checklist
llvm=$(dirname "$(readlink -f "$(command -v clang)")")

# the files that are for this reader
files() {	# READER
	case $1 in
	docx) echo src/formats/docx_read.c src/formats/docx_parts.c \
	    src/formats/zip.c src/formats/xml.c src/formats/flow.c \
	    src/formats/styled.c ;;
	odt) echo src/formats/odt_*.c src/formats/zip.c src/formats/xml.c \
	    src/formats/flow.c ;;
	txt) echo src/formats/plain.c src/formats/labels.c \
	    src/formats/speakers.c src/formats/trial.c src/formats/roles.c \
	    src/formats/words.c src/formats/looks.c src/base/decode.c ;;
	any) echo src/formats/formats.c src/formats/transcript.c \
	    src/formats/cues.c ;;
	md) echo src/formats/markdown.c src/formats/plain.c ;;
	csv) echo src/formats/csv.c src/formats/headers.c ;;
	query) echo src/study/query_lex.c src/study/query_parse.c ;;
	address) echo src/study/address.c ;;
	outline) echo src/verbs/axial_read.c ;;
	checklist) echo src/formats/checklist_xml.c ;;
	esac
}
for reader; do
	raw=$build/fuzz/$reader.profraw
	QDA_FUZZ=$reader LLVM_PROFILE_FILE=$raw "$build/fuzz/readers" \
	    -runs=0 "$fuzzed/fuzz/corpus/$reader" >/dev/null 2>&1
	"$llvm/llvm-profdata" merge -o "$build/fuzz/$reader.profdata" "$raw"
	"$llvm/llvm-cov" report --show-functions --instr-profile \
	    "$build/fuzz/$reader.profdata" "$build/fuzz/readers" \
	    $(files "$reader") > "$build/fuzz/$reader.functions"
	awk -v reader="$reader" '
	/^File/ { file = $2; sub(/.*src\//, "src/", file); sub(/.:$/, "", file) }
	$1 == "TOTAL" { lines += $5; missed += $6; next }
	$4 == "0.00%" { sub(/.*:/, "", $1); n++
	    names = names "  " file ": " $1 "\n" }
	END { printf "%s: %.1f %% of %d lines, %d functions never:\n%s", reader,
	    100 * (lines - missed) / lines, lines, n, names }' \
	    "$build/fuzz/$reader.functions"
done
