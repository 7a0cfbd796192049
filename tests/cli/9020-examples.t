# The examples of every manual page and of the README print what they show.
# Each page has a folder of its own with a copy of samples/ and, as qda.db,
# the finished study that `make demo` leaves.
. ./tests/lib.sh

# What the blocks of a page type and print, one after the other.
blocks() {
	case $1 in
	*.md) sed -n '/^```console/,/^```/p' "$1" | sed '/^```/d' ;;
	*) awk '/^\.Sh EXAMPLES/ { on = 1 } /^\.Sh / && !/EXAMPLES/ { on = 0 }
	    on && /^\.Bd -literal/ { text = 1; next }
	    /^\.Ed/ { text = 0 } text' "$1" |
	    sed 's/\\-/-/g; s/\\(aq/'"'"'/g; s/\\(dq/"/g; s/\\&//g; s/\\e/\\/g' ;;
	esac
}

# Types the commands again; prints them with what they really print.
replay() {
	while IFS= read -r line; do
		case $line in
		'$ '*) printf '%s\n' "$line"
			command=${line#'$ '}
			while case $command in *\\) true ;; *) false ;; esac; do
				IFS= read -r line || break
				printf '%s\n' "$line"
				command="${command%\\}${line#> }"
			done
			bash -c "$command" < /dev/null 2>&1 ;;
		esac
	done
}

demo=$io/demo
mkdir "$demo"
ln -s "$build/bin" "$demo/bin"
ln -s "$build/share" "$demo/share"
if ! sh "$top/samples/demo.sh" "$demo" > "$io/log" 2>&1; then
	tail -5 "$io/log" > "$io/why"
	result 1 'the demo runs'
	done_testing
	exit
fi
QDA_CODER='Camille Aubert'
export QDA_CODER
for page in "$top"/man/* "$top/README.md"; do
	blocks "$page" > "$io/shown"
	name=${page##*/}
	case $name in *.1|README.md)
		ok "$name has an example" grep -q '^\$ ' "$io/shown" ;;
	esac
	[ -s "$io/shown" ] || continue
	rm -rf "$work/study"
	mkdir "$work/study"
	cp -r "$top/samples" "$work/study/"
	cp "$demo/demo/qda.db" "$work/study/"
	(cd "$work/study" && replay < "$io/shown") > "$io/printed"
	grep '^\$ ' "$io/shown" | sed 's/^\$ //' > "$io/typed"
	bash -n "$io/typed" 2> "$io/why" && same "$name: its examples are true" \
	    "$io/shown" "$io/printed"
done
done_testing
