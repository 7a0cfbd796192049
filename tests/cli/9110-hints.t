# What is typed wrongly is answered with what was meant, or not at all: no
# nonsense is proposed.
. ./tests/lib.sh
study 2> /dev/null || exit 1

# a verb
run qda codes
says 'a plural' "there is no 'codes'; did you mean 'qda code'?"
is '... has status 2' "$status" 2
for verb in $(qda help | sed -n 's/^  \([a-z]*[^s]\) .*/\1/p'); do
	qda "${verb}s" 2>&1 | grep -qF "did you mean 'qda $verb'?" ||
		echo "${verb}s"
done > "$io/why"
[ ! -s "$io/why" ]
result $? '... of every verb'
run qda tagg
says 'a letter too many' "did you mean 'qda tag'?"
run qda imoprt
says 'two letters swapped' "did you mean 'qda import'?"
for verb in exprt expert rapport xyz; do
	run qda $verb
	says "$verb: nothing is near" \
	    "there is no '$verb'; 'qda help' lists the verbs"
done

# an action
run qda code lst
says 'an action misspelt' "did you mean 'qda code list'?"
run qda source P1
says 'a name without show' "did you mean 'qda source show P1'?"
for word in relate ungroup core order grid; do
	run qda code $word
	says "an action of another tool: $word" \
	    "'$word' is not an action of qda code"
	grep -q 'did you mean' "$io/err"
	is '... is not taken for a name' $? 1
done
for tool in "$build"/bin/qda-*; do
	verb=${tool##*/qda-}
	"$tool" -h | sed -n '/^$/,$d; p' |
	    sed -n "s/^.* qda $verb \[*\([a-z][a-z]*\)\]*\( .*\)*$/\1/p"
done | sort -u | while read -r action; do
	run qda participant "$action" zzz zzz=1 --lang
	! grep -qF "show $action'" "$io/err" || echo "$action"
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'no action of any tool is taken for a name'

# habits from grep
run qda find -c temps
says '-c takes a name: there is no pattern, but --count' 'hits is --count'
is '... and that is status 2' "$status" 2
run qda find -c temps peur
says '... with a pattern it is nobody' "there is no coder 'temps'"
run qda find -l peur
says '-l is a pipe' 'cut -f2 | sort -u'
run qda find -n peur
says '-n is for writers' 'qda-find only reads'
done_testing
