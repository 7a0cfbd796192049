# Who may include whom: headers of one's own floor and of those below it
# along the lines, one door for each foreign library, no printing and no exit
# below the tools.
. ./tests/lib.sh
cd "$top" || exit 1

# Which floor a header of include/qda belongs to.
floor_of() {
	case $1 in
	err|lang|mem|text|clean|regex|file|when|table|json|hash|embed|alike|anchor|program|editor)
		echo base ;;
	db) echo db ;;
	cells|checklist|csv|doc|docx|html|manuscript|markup|md|transcript) echo formats ;;
	saturation|cooccurrence|rule) echo stats ;;
	act|verbs|set) echo verbs ;;
	*) echo study ;;
	esac
}
may_see() {
	case $1 in
	base) echo base ;;
	db) echo base db ;;
	formats) echo base formats ;;
	stats) echo base stats ;;
	study) echo base db study stats ;;
	verbs) echo base formats stats study verbs db ;;
	tools) echo base formats stats study verbs db tools ;;
	esac
}
door_of() {
	case $1 in
	sqlite3.h|zlib.h) echo db ;;
	libxml/*|zip.h|csv.h|xlsxwriter.h) echo formats ;;
	pcre2.h|utf8proc.h|sodium.h|iconv.h) echo base ;;
	getopt.h) echo tools ;;
	esac
}

: > "$io/why"
for file in src/*/*.c src/*/*.h; do
	floor=${file#src/}
	floor=${floor%%/*}
	grep -o '^#include ["<][^">]*[">]' "$file" | cut -c10- |
	while read -r what; do
		name=${what#?}
		name=${name%?}
		case $what in
		'"qda/'*)
			to=${name#qda/}
			to=$(floor_of "${to%.h}") ;;
		'"'*)
			to=${name%%/*} ;;
		*)
			to=$(door_of "$name")
			[ -z "$to" ] || [ "$to" = "$floor" ] ||
			    echo "$file: <$name> has its door in src/$to"
			continue ;;
		esac
		case " $(may_see "$floor") " in
		*" $to "*) ;;
		*) echo "$file ($floor) may not include $name ($to)" ;;
		esac
		case $what in
		'"db/stmt.h"') case $floor in db|study) ;;
			*) echo "$file: SQL is spoken in src/study only" ;;
			esac ;;
		esac
	done
done > "$io/found"
cp "$io/found" "$io/why"
[ ! -s "$io/found" ]
result $? 'every include goes down, and through its door'

grep -nE '(^|[^a-z_f])printf *\(|fprintf *\( *std|(^|[^_a-z])(puts|putchar|perror|exit|_exit|err|errx) *\(' \
    src/base/*.c src/db/*.c src/formats/*.c src/stats/*.c src/study/*.c \
    src/verbs/*.c | grep -v '^[^:]*:[0-9]*:[ 	]*[*/]' > "$io/why"
[ ! -s "$io/why" ]
result $? 'nothing below the tools prints or exits'

grep -ln '_sql\[\] = {' src/study/*.c | while read -r file; do
	table=$(sed -n 's/^const char \*const \(qda_[a-z_]*_sql\)\[\].*/\1/p' "$file")
	for t in $table; do
		[ "$(grep -c "$t" src/study/sql.h)" -ge 2 ] || echo "$file: $t"
	done
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'every table of statements is named in sql.h'

grep -nE 'fprintf *\([^,]*,[^"]*"[^"]*(SELECT|INSERT|UPDATE|DELETE) ' \
    src/verbs/*.c src/tools/*.c src/formats/*.c > "$io/why"
[ ! -s "$io/why" ]
result $? 'no SQL above the study floor'
done_testing
