# Every tool has a manual page whose SYNOPSIS is that of -h, and which names
# every option and action there is and no other; the introduction names every
# tool; every page is sound mdoc and refers to pages that exist.
. ./tests/lib.sh

# roff as it reads
plain() { sed 's/\\-/-/g; s/\\&//g; s/\\e/\\/g; s/\\(aq/'"'"'/g; s/\\(dq/"/g'; }
# SYNOPSIS of a page as plain lines "qda tag CODE [ADDRESS...|-]"
synopsis() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$1" |
	    sed -n 's/^\(qda .*\)$/\1/p' | plain
}
# The options that all tools share are in qda(7).
shared='project coder output header dry-run quiet help version'
is_shared() {
	case " $shared " in *" $1 "*) true ;; *) false ;; esac
}
for tool in "$build"/bin/qda*; do
	name=${tool##*/}
	page=$top/man/$name.1
	ok "$name has a page" test -f "$page"
	[ -f "$page" ] || continue
	"$tool" -h > "$io/h"
	sed -n '1,/^$/s/^\(usage:\)\{0,1\} *//p' "$io/h" | sed '/^$/d' \
	    > "$io/help"
	synopsis "$page" > "$io/page"
	[ "$name" = qda ] || same "$name: the synopsis is that of -h" \
	    "$io/page" "$io/help"

	sed -n 's/^ *\(-., \)\{0,1\}--\([a-z-]*\).*/\2/p' "$io/h" | sort -u > "$io/options"
	plain < "$page" > "$io/text"
	while read -r option; do
		is_shared "$option" || grep -q -- "-$option" "$io/text" ||
			echo "--$option is not in $name.1"
	done < "$io/options" > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$name: the page names every option"
	# .It Fl q , -quiet / .It Fl -turns
	sed -n 's/^\.It Fl.* -\([a-z][a-z-]*\).*/\1/p' "$io/text" |
	while read -r option; do
		is_shared "$option" || grep -qx -- "$option" "$io/options" ||
			echo "--$option of $name.1 is none"
	done > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$name: the page names no other"
	grep -q "$name\|qda ${name#qda-}" "$top/man/qda.7"
	result $? "$name is in the introduction"
done
for option in $shared; do
	grep -q -- "-$option" "$top/man/qda.7"
	result $? "qda(7) tells what --$option does"
done

# every verb that help lists can be run
qda help | sed -n 's/^  \([a-z]*\) .*/\1/p' > "$io/verbs"
while read -r verb; do
	run qda "$verb" -h
	is "qda help names $verb, which is there" "$status" 0
done < "$io/verbs"
for tool in "$build"/bin/qda-*; do
	ok "qda help names ${tool##*/}" grep -qx "${tool##*/qda-}" "$io/verbs"
done

for page in "$top"/man/*; do
	mandoc -T lint -W warning "$page" > "$io/why" 2>&1
	result $? "${page##*/} is sound"
	sed -n 's/^\.Xr \(qda[a-z-]*\) \([1-9]\).*/\1.\2/p' "$page" | sort -u |
	while read -r other; do
		[ -f "$top/man/$other" ] || echo "there is no $other"
	done > "$io/why"
	[ ! -s "$io/why" ]
	result $? "${page##*/} refers to pages that exist"
done
done_testing
