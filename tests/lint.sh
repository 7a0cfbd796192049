#!/bin/sh
# lint.sh BUILD: what a compiler does not see.  Manual pages are sound, shell
# scripts too (when shellcheck is there), lines of C keep within 80 columns
# and functions within 80 lines, every table of SQL is known to its test, and
# -h is spelt in one way.  Silent, status 0, when nothing is wrong.
set -u
build=${1:-build}
found=$(mktemp)
trap 'rm -f "$found"' EXIT
LC_ALL=C.UTF-8
export LC_ALL

# lines over 80 columns (tabs are 8), blanks at the end, long functions
perl -CSD -Mstrict -we '
my ($name, $begin);
for my $file (@ARGV) {
	open my $f, "<", $file or die "$file: $!\n";
	while (<$f>) {
		chomp;
		my ($line, $wide) = ($_, $_);
		print "$file:$.: blanks at the end\n" if /\s$/;
		1 while $wide =~ s/\t+/" " x (8 * length($&) -
		    length($`) % 8)/e;
		print "$file:$.: ", length $wide, " columns\n"
		    if length $wide > 80;
		($name) = $line =~ /^(\w+)\(/ if $line =~ /^\w+\(/;
		$begin = $. if $line eq "{";
		next unless $line eq "}" && defined $begin;
		printf "%s:%d: %s() has %d lines\n", $file, $begin,
		    $name // "?", $. - $begin + 1 if $. - $begin >= 80;
		undef $begin;
	}
}' src/*/*.[ch] include/qda/*.h tests/unit/*.[ch] >> "$found"

# a file opens by saying what it is
for f in src/*/*.[ch] include/qda/*.h tests/unit/*.[ch]; do
	head -n 2 "$f" | grep -qF "${f##*/}: " ||
	    echo "$f:1: does not say what it is"
done >> "$found"

# tables of statements that tests/unit/test_sql.c would not prepare
grep -ho 'qda_[a-z_]*_sql\[\] =' src/study/*.c | sed 's/\[\] =//' |
while read -r table; do
	grep -qE "^	$table(,|\$)" src/study/sql.h ||
	    echo "src/study/sql.h: $table is not in QDA_ALL_SQL"
done >> "$found"

mandoc -T lint -W warning man/* >> "$found" 2>&1
# a quotation goes to the end of its line, others within it
grep -nE '^\.(.* )?Ql .* Ql ' man/* | grep -v ' Ta ' |
    sed 's/$/: one Ql within another/' >> "$found"
if command -v shellcheck > /dev/null; then
	# curly quotes are text here (SC1112); the words of du shall be split
	# and fill the format (SC2046, SC2183)
	shellcheck -f gcc -s sh -S warning \
	    -e SC1112,SC2046,SC2183 src/*.sh src/*/*.sh samples/*.sh tests/*.sh \
	    tests/bench/*.sh >> "$found"
fi

# -h: no blank at the end, no full stop behind what an option does
for tool in "$build"/bin/qda*; do
	"$tool" -h | sed -n "/ \$/s/^/${tool##*/} -h: blanks at the end: /p
	    /^  .*[a-z]\.\$/s/^/${tool##*/} -h: a full stop: /p"
done >> "$found"

cat "$found"
[ ! -s "$found" ]
