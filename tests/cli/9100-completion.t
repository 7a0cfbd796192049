# Completion: what is proposed is what -h and the pages' SYNOPSIS have, and
# what the tools take; bash, zsh and fish put it on the line so that they read
# it back as it is, and no name of a project is ever run.
. ./tests/lib.sh
LC_ALL=C.UTF-8
export LC_ALL
asked() { qda --complete "$@" 2> "$io/err"; }
# the words proposed, without what they are about
words() { asked "$@" | sed 's/^.//; s/	.*//'; }
gives() {	# SENTENCE WORD... -- PROPOSED...
	sentence=$1
	shift
	: > "$io/said"
	while [ "$1" != -- ]; do
		printf '%s\n' "$1" >> "$io/said"
		shift
	done
	shift
	printf '%s\n' "$@" > "$io/wanted"
	[ $# -gt 0 ] || : > "$io/wanted"
	(
		set --
		while IFS= read -r word; do
			set -- "$@" "$word"
		done < "$io/said"
		words "$@"
	) > "$io/got"
	cat "$io/err" >> "$io/got"
	same "$sentence" "$io/wanted" "$io/got"
}

# one source: the rows of -h
for tool in "$build"/bin/qda-*; do
	verb=${tool##*/qda-}
	"$tool" -h > "$io/h"
	sed -n 's/^  \(-., \|    \)--\([a-z-]*\).*/--\2/p' "$io/h" > "$io/help"
	words "$verb" -- > "$io/got"
	# without an action a tool that only reads takes no -n
	grep -q -- '^--dry-run' "$io/got" || sed -i '/^--dry-run/d' "$io/help"
	same "qda $verb: the options are those of -h" "$io/help" "$io/got"
	sed -n '/^$/,$d; p' "$io/h" | sed -n \
	    "s/^.* qda $verb \[*\([a-z][a-z]*\)\]*\( .*\)*$/\1/p" > "$io/help"
	words "$verb" '' > "$io/got"
	if [ -s "$io/help" ]; then
		same '... the actions are those of SYNOPSIS' "$io/help" \
		    "$io/got"
	fi
	while read -r action; do
		words "$verb" "$action" -- | while read -r option; do
			grep -q -- " $option\( \|\$\)" "$io/h" ||
				echo "$action $option"
		done
	done < "$io/help" > "$io/why"
	[ ! -s "$io/why" ]
	result $? '... an action has no other options'
done
qda help | sed -n 's/^  \([a-z]*\) .*/\1/p' > "$io/verbs"
{ cat "$io/verbs"; echo help; } > "$io/wanted"
words '' > "$io/got"
same 'the verbs are those of qda help' "$io/wanted" "$io/got"
{ cat "$io/verbs"; printf '%s\n' help query names output schema; } > "$io/wanted"
words help '' > "$io/got"
same '... which has pages of some subjects too' "$io/wanted" "$io/got"

# no word of a synopsis or of an option's value is forgotten
nothing=' =PLACE DATE N NEW PATTERN PERCENT PLACE QUESTION QUOTE TEXT TIME TITLE
WHERE WHY FORMAT STYLE UNIT WHAT '
for tool in "$build"/bin/qda-*; do
	"$tool" -h | sed -n '1,/^$/p; s/^  .*--[a-z-]* \([^ ]*\)  .*/ \1/p' |
	    grep -oE '[]@A-Z[|=.-]*[A-Z]{1}[]A-Z|=.;-]*' | tr '|' '\n' |
	    sed 's/[][;]//g; s/\.*$//; /^-*$/d'
done | sort -u | while read -r word; do
	case "$nothing" in *[[:space:]]"$word"[[:space:]]*) continue ;; esac
	grep -q "\"$word\"" "$top/src/tools/cli_wanted.c" || echo "$word"
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'every word of a synopsis is known to completion'

# outside a project: nothing, silently, at once
gives 'no project: no names' tag '' --
gives '... no values' participant set x sexe= --
gives '... but what the tables say' find -u m -- match
gives 'a project that is not there: nothing' -p nowhere/qda.db tag '' --
echo 'not a project' > qda.db
gives '... nor one that is none' tag '' --
rm qda.db
mkfifo qda.db
run timeout 5 qda --complete tag ''
ok '... a pipe is not waited for' [ "$status" = 0 ] || [ "$status" -lt 124 ]
rm qda.db
if command -v bash > /dev/null && ! grep -q __asan "$build/bin/qda-tag"; then
	bash -c 'TIMEFORMAT="%U %S"; time for i in {1..50}; do
		qda --complete tag ""; qda --complete show code:x; done' \
	    2> "$io/time"
	ok '... in less than 10 ms' perl -ane \
	    'exit(($F[0] + $F[1]) / 100 < 0.01 ? 0 : 1)' "$io/time"
fi

# names
study 2> /dev/null || exit 1
qda code add -q 'gain de temps'
qda code add -q 'gêne'
qda code add -q 'trust and respect'
qda code add -q 'Œdipe (complexe)'
qda coder add -q 'Noé Lambert'
qda participant set -q P1 sexe=F 'maladie chronique=oui' kind=autre
qda participant set -q P2 sexe=H
qda tag -q gêne P1:#2
qda guide add -q v1
qda guide add -q v2 date=2024-03-01
for noun in code source participant coder guide; do
	qda "$noun" list -o names > "$io/wanted"
	words "$noun" show '' | grep -v '^@' | sort > "$io/got"
	sort -o "$io/wanted" "$io/wanted"
	same "the names of a $noun are those of its list" "$io/wanted" "$io/got"
done
gives 'case and accents are folded' tag GENE -- 'gêne'
gives '... ligatures too' code show oed -- 'Œdipe (complexe)'
gives 'options before the verb are heeded' -p qda.db -c Camille tag gai \
    -- 'gain de temps'
gives '... and those behind it' -q code -p qda.db show gai -- 'gain de temps'
gives 'operands of several kinds' source assign Camille P1 '' \
    -- P1 P2 blind= assigned= done=
gives '... the first of them' source assign '' -- Camille 'Noé Lambert'
gives 'an option takes its value' find -s P -- P1 P2
gives '... behind "="' find --source=P --  --source=P1 --source=P2
gives '... at once' find -kwsP -- -kwsP1 -kwsP2
gives '... or in the next word' find -kws P -- P1 P2
gives '... shortened' find --sou P -- P1 P2
gives 'coders of -c' tag -c '' -- Camille 'Noé Lambert'
gives 'codes that are merged' code merge gêne --into ga -- 'gain de temps'
gives 'a new one is not proposed' code add g --
gives 'addresses begin with a source' tag gêne '' -- P1: P2:
gives 'what a memo is on' memo add --on code:ga -- 'code:gain de temps'
gives 'kinds of a memo' memo list --kind '' \
    -- memo field journal method position theory
gives 'keys of a field' code set gêne no -- not-when=
gives '... of an attribute' participant set P1 se -- sexe=
gives '... its values' participant set P1 sexe= -- sexe=F sexe=H
gives '... of a choice' source set P1 recording= -- recording=audio \
    recording=video recording=none
gives '... of several' coder set x 'roles=coder, sup' --
gives '... without a blank' coder set x roles=coder,sup \
    -- roles=coder,supervisor
gives '... a coder' source set P1 interviewer=no -- 'interviewer=Noé Lambert'
gives '... yes or no' participant set P1 consent= -- consent=yes consent=no
gives 'what an attribute has' participant set @sexe type=t -- type=text
qda model -q relate gêne 'se nourrit de' 'gain de temps'
qda model -q relate gêne leads-to 'gain de temps'
qda code -q add soif from=dite to=tue
gives 'places on the dimension of a code' code place soif '' -- dite tue
qda code -q delete soif
gives 'labels of a source' speaker set P1 '' -- CA P1
gives '... what is known of one' speaker set P1 CA role=i -- role=interviewer
is '... their list has them' "$(qda speaker list -s P1 -o names | tr '\n' ' ')" \
    'CA P1 '
gives 'versions of the guide' guide diff v2 v -- v1 v2
gives '... a new one is not proposed' guide rename v2 v --
gives '... of a source' source set P1 guide=v -- guide=v1 guide=v2
gives 'types of relations' model relate gêne '' -- leads-to favours answers \
    varies-with opposes part-of 'se nourrit de'
gives 'what is related' model relate gêne leads-to ga -- 'gain de temps'
qda quote add -q P1:#2
qda quote add -q P2:#2
gives 'numbers of quotations' quote delete '' -- 1 2
is '... with their words' "$(asked quote delete '' | head -1 | cut -c1-11)" \
    '=1	Le matin'
gives '... their keys' quote set 1 '' -- text= code= place=
gives '... a code' quote set 1 code=gai -- 'code=gain de temps'
asked quote set 1 '' | sed 's/^+//; s/=$//' | while read -r key; do
	qda quote set -n 1 "$key=" > "$io/out" 2>&1 || echo "$key"
done > "$io/why"
[ ! -s "$io/why" ]
result $? '... which it takes'
gives 'items of the checklist' coreq set 3 -- 3 30 31 32
gives '... wherever one is taken' coreq accept 1 32 -- 32
gives '... of another' coreq --checklist srqr edit 2 -- 2 20 21
gives '... of none that is built in: none' coreq --checklist x edit 2 --
gives 'checklists' coreq --checklist s -- srqr
gives 'signs' model relate --sign '' -- + -
gives 'columns of a table' participant list --columns 'sexe; ma' \
    -- 'sexe; maladie chronique'
gives 'sides of a matrix' matrix --rows @s -- @sexe
qda log | cut -f1 | sort -rn > "$io/wanted"
words undo '' > "$io/got"
same 'changes, the newest first' "$io/wanted" "$io/got"
gives 'an output' find -o '' -- table tsv csv jsonl json names
gives '... of a tool with documents' show -o d -- docx
gives 'a reader has no -n' code list --d --
gives '... a writer has' code set --d -- --dry-run
is 'what is behind -- is no option' "$(words code show -- --d)" ''
gives 'nothing behind the last operand' code show gêne '' --
is 'a file is for the shell' "$(asked import '')" /
is '... behind what stays' "$(asked tag --from=x)" '/--from='
is '... in a project too' "$(asked -p '')" /
is '... of -o, when it is no format' "$(asked code list -o x.)" /
LANGUAGE=fr asked tag --know > "$io/got"
ok 'what it is about is said in French' grep -q '	refuser' "$io/got"
mode=$(sqlite3 qda.db 'SELECT 1')
{ printf 'BEGIN EXCLUSIVE;\n'; sleep 3; } | sqlite3 qda.db &
writer=$!
sleep 0.3
run timeout 2 qda --complete tag ''
is 'a project that is being written is not waited for' "$status" 0
kill $writer 2> /dev/null
wait $writer 2> /dev/null
[ "$mode" = 1 ] || exit 1

# what is proposed is taken
takes() {
	sentence=$1
	shift
	while IFS= read -r word; do
		run "$@" "$word"
		[ "$status" -lt 2 ] || { echo "$word:"; cat "$io/err"; }
	done < "$io/proposed" > "$io/why"
	[ ! -s "$io/why" ]
	result $? "$sentence"
}
words find -u '' > "$io/proposed"
takes 'every unit is one' qda find x -u
qda import -f zzz P1.txt 2>&1 | grep -o 'docx.*' | tr -d ' ' | tr , '\n' \
    > "$io/wanted"
words import -f '' > "$io/got"
same 'every format is one, and there are no others' "$io/wanted" "$io/got"
printf 'CA : Et ?\n\nP3 : Rien.\n' > P3.txt
words import --encoding '' | grep -v '^utf-16$' > "$io/proposed"
takes 'every encoding is one' qda import -n P3.txt -f txt --encoding
words memo --kind '' > "$io/proposed"
takes '... every kind of memo' qda memo list --kind
words matrix --rows '' | grep -vx participant > "$io/proposed"
takes '... every side of a matrix' qda matrix --rows
words show kind: > "$io/proposed"
takes '... every kind in a query' qda show
words show role: > "$io/proposed"
takes '... every role' qda show
words show @sexe= > "$io/proposed"
takes '... every value' qda show
words model role gêne '' > "$io/proposed"
takes '... every role in the model' qda model role -n gêne
words project set stopping-rule= | sed 's/none-new/& stop=1 min=3/
    s/guest/& base=4 run=2 threshold=5/; s/francis/& base=10 stop=3/' \
    > "$io/proposed"
takes '... every rule' qda project set -n
for tool in code coder participant project source; do
	name=; [ "$tool" = project ] || name=$(qda $tool list -o names | head -n 1)
	words $tool set ${name:+"$name"} '' | while read -r key; do
		words $tool set ${name:+"$name"} "$key"
	done | grep -v 'stopping-rule\|guide=$\|^P[0-9]*$' > "$io/proposed"
	takes "every value of a field of a $tool" qda $tool set -n \
	    ${name:+"$name"}
done
for word in $(words show '' | grep ':$'); do
	qda show "${word}zzz" 2>&1 | grep 'there is no field'
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'every field of a query is one'
qda show zzz:x 2>&1 | head -n 1 | sed 's/.*fields are //; s/;.*//; s/, /:\n/g; s/$/:/' \
    > "$io/wanted"
words show '' | grep ':$' > "$io/got"
same '... and there are no others' "$io/wanted" "$io/got"

# queries
gives 'a field' show und -- under:
gives 'its value' show code:ga -- 'code:gain de temps'
gives '... in a longer query' show 'not (under:peur or code:ga' \
    -- 'not (under:peur or code:gain de temps'
gives '... over several operands' show code:gain d -- 'de temps'
gives '... after a keyword' show under:gêne and code:ga -- 'code:gain de temps'
gives 'a keyword' show gêne o -- or overlaps
gives '... in one operand' show 'code:gêne wi' -- 'code:gêne within'
gives '... behind a name in quotes' show 'code:"gêne" ne' \
    -- 'code:"gêne" near:'
gives 'a name that would end too soon is quoted' show code:tru \
    -- 'code:"trust and respect"'
gives '... once' show 'code:"tru' -- 'code:"trust and respect"'
gives '... and parentheses' show under:oed -- 'under:"Œdipe (complexe)"'
gives 'a code alone' show gai -- 'gain de temps'
gives '... that needs it gets its field' show tru -- 'code:"trust and respect"'
gives 'an attribute' show 'code:gêne and @se' -- 'code:gêne and @sexe='
gives '... with a blank' show @mal -- '@"maladie chronique"='
gives '... in quotes' show '@"mal' -- '@"maladie chronique"='
gives 'its values' show '@"maladie chronique"=' -- '@"maladie chronique"=oui'
gives '... compared' show '@sexe!=' -- '@sexe!=F' '@sexe!=H'
gives 'a place' show at:P -- at:P1: at:P2:
gives 'a matrix has a query too' matrix 'under:gai' -- 'under:gain de temps'
gives 'a pattern is nobody'"'"'s business' find gai --

# names that a shell could take for something else
mkdir hostile
cd hostile || exit 1
qda init -q .
cat > pairs <<'END'
$(	$(touch pwned)
`t	`touch pwned`
x;	x; touch pwned
y &	y && touch pwned | tee pwned > pwned < x
l'	l'ordinateur « tombe »
q"	q"uoted" 'twice'"
genia	génial !!
back	back\slash\\
~r	~root
=e	=equals
*s	*star?
[a	[a]b{c,d}
h #	h #1
Fo	Focus : lundi
$H	$HOME
😀	😀 joie
!b	!bang
a: b	a: b: c
k=v	k=v@z
end'	end'
end"	end"
%s	%s%n
(s	(sub) shell
ÉT	état « actuel »
END
while IFS='	' read -r typed name; do
	qda code add -q -- "$name" || echo "$typed"
done < pairs > "$io/why" 2>&1
[ ! -s "$io/why" ]
result $? 'names are hostile'
qda code list -o names > names
words code show '' | sort > "$io/got"
sort -o names names
same 'all are proposed' names "$io/got"
sqlite3 qda.db "INSERT INTO code (guid, name, key, kind, created) VALUES
    (randomblob(16), 'zz' || char(10) || '/etc', 'zz', 'property', '2024'),
    (randomblob(16), 'zz' || char(27) || '[31m', 'zy', 'property', '2024')"
gives 'but what only a broken project holds' code show zz --
sqlite3 qda.db "DELETE FROM code WHERE key IN ('zz', 'zy')"
# What is typed, a tab behind each: without a quotation mark, behind ', behind ".
typed() {
	for mark in '\' "'" '"'; do
		while IFS='	' read -r begin name; do
			case $mark$begin in
			\"*['`!']*) continue ;;	# not to be begun so
			\\*) begin=$(printf %s "$begin" |
			    perl -CSD -pe 's/([^\w])/\\$1/g') ;;
			"'"*) begin="'$(printf %s "$begin" |
			    sed "s/'/'\\\\''/g")" ;;
			*) begin="\"$(printf %s "$begin" |
			    sed 's/["$\\]/\\&/g')" ;;
			esac
			printf 'qda code show %s\t\n' "$begin"
		done < pairs
	done
	echo exit
}
wanted() {
	cut -f2 pairs | sed 's/^/code show /'
	cut -f2 pairs | sed 's/^/code show /'
	grep -v '^[^	]*[`!]' pairs | cut -f2 | sed 's/^/code show /'
}
# what a shell runs when it is told to
cat > rc <<'END'
PS1='$ '
qda() {
	if [ "$1" = --complete ]; then
		command qda "$@"
	else
		printf '%s\n' "$*" >> args
	fi
}
END
cat > .zshrc <<END
. ./rc
setopt no_bang_hist
fpath=("$build/share/zsh/site-functions" \$fpath)
autoload -U compinit
compinit -u -d "$work/zdump"
zstyle ':completion:*' insert-tab false
END
{ cat rc; echo ". '$build/share/bash-completion/completions/qda'"; } > .bashrc
# The shell on a terminal of its own, with these keys.
terminal() {
	{
		sleep 1
		while IFS= read -r line; do
			printf '%s\n' "$line"
			sleep 0.02
		done < keys
	} | HOME=$PWD ZDOTDIR=$PWD timeout 60 script -qec "$1" /dev/null \
	    > screen 2>&1
}
shells='bash zsh'
a_terminal || shells=
for shell in $shells; do
	command -v $shell > /dev/null || {
		echo "# SKIP $shell is not there"
		continue
	}
	case $shell in
	bash) command='bash --noprofile --rcfile .bashrc -i' ;;
	zsh) command='zsh -i' ;;
	esac
	rm -f args
	touch args
	typed > keys
	terminal "$command"
	wanted > "$io/wanted"
	same "$shell: what it completes it reads back" "$io/wanted" args
	ok '... and none was run' [ ! -e pwned ]
done

# bash: what is replaced, and what is left
cat > try.bash <<'END'
. "$1"
COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:'
while IFS= read -r COMP_LINE; do
	COMP_POINT=${#COMP_LINE}
	COMPREPLY=()
	_qda qda 2> /dev/null
	printf '%s ->' "$COMP_LINE"
	[ ${#COMPREPLY[@]} = 0 ] || printf ' <%s>' "${COMPREPLY[@]}"
	echo
done
END
cd ..
if command -v bash > /dev/null; then
	cat > lines <<'END'
qda ta
qda co
qda code show gai
qda code show gain\ d
qda code show "gain d
qda show code:gai
qda show "code:gai
qda show under:gêne and code:gai
qda show "under:gêne and code:gai
qda show @sexe=
qda show @se
qda find --source=P
qda -p qda.db tag gai
QDA_PROJECT=qda.db qda tag gai
qda tag gai > P
qda tag g
qda tag GE
qda nothing x
qda
END
	input=lines run bash hostile/try.bash \
	    "$build/share/bash-completion/completions/qda"
	input=
	expect 'bash replaces what stands behind a word break' 0 <<'END'
qda ta -> <tag>
qda co -> <coder> <code> <coreq>
qda code show gai -> <gain\ de\ temps>
qda code show gain\ d -> <gain\ de\ temps>
qda code show "gain d -> <gain de temps>
qda show code:gai -> <gain\ de\ temps>
qda show "code:gai -> <code:gain de temps>
qda show under:gêne and code:gai -> <gain\ de\ temps>
qda show "under:gêne and code:gai -> <under:gêne and code:gain de temps>
qda show @sexe= -> <F> <H>
qda show @se -> <@sexe=>
qda find --source=P -> <P1> <P2>
qda -p qda.db tag gai -> <gain\ de\ temps>
QDA_PROJECT=qda.db qda tag gai -> <gain\ de\ temps>
qda tag gai > P ->
qda tag g -> <gain\ de\ temps> <gêne>
qda tag GE -> <gêne>
qda nothing x ->
qda ->
END
fi

# fish says itself what it would complete
if command -v fish > /dev/null; then
	HOME=$work
	export HOME
	fished() {
		fish --no-config -c "source '$build/share/fish/vendor_completions.d/qda.fish'
			complete -C \$argv[1]" "$1" 2>&1
	}
	is 'fish: verbs' "$(fished 'qda ta')" \
	    'tag	codes on verbatims, or off them'
	is '... names' "$(fished 'qda code show gai')" 'gain de temps'
	is '... in quotes' "$(fished 'qda code show "gain d')" 'gain de temps'
	is '... queries' "$(fished 'qda show "under:gêne and code:ga')" \
	    'under:gêne and code:gain de temps'
	is '... keys' "$(fished 'qda source set P1 recor')" 'recording='
	is '... values' "$(fished 'qda find --source=P')" '--source=P1
--source=P2'
	is '... files' "$(fished 'qda tag --from P1.')" 'P1.txt'
	cd hostile || exit 1
	fished 'qda code show ' | sort > got
	cp names "$io/wanted"
	same '... and every name' "$io/wanted" got
	ok '... of which none was run' [ ! -e pwned ]
	cd .. || exit 1
else
	echo '# SKIP fish is not there'
fi
done_testing
