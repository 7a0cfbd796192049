# lib.sh: what the whole-tool tests share.  A test begins with
#
#	. ./tests/lib.sh
#
# runs in an empty folder of its own, and ends with `done_testing`.
#
#	run COMMAND...			runs it: its status, output and errors
#					are kept for the checks that follow
#	expect 'sentence' STATUS <<END	it ended with this status, and printed
#					exactly this
#	says 'sentence' TEXT		its standard error holds this text
#	ok 'sentence' COMMAND...	the command succeeds
#	is 'sentence' GOT WANTED	two strings are equal
#	same 'sentence' FILE FILE	two files are equal
#	golden 'sentence' NAME		the output is tests/golden/NAME
#					(REGEN=1 writes it)
#	skip_all REASON			ends the test, saying why
#	a_terminal			whether a terminal can be had; else it is
#					said that tests are skipped
#	study				a small project: two interviews, P1, P2
#	sample				the invented study of samples/, its grid
#					of COREQ left out
set -u
top=$PWD
build=${QDA_BUILD:-$top/build}
case $build in /*) ;; *) build=$top/$build ;; esac
PATH=$build/bin:$PATH
LC_ALL=C.UTF-8
TZ=UTC
export PATH LC_ALL TZ
unset LANGUAGE QDA_PROJECT QDA_CODER NO_COLOR
work=$(mktemp -d)
io=$(mktemp -d)
trap 'cd /; rm -rf "$work" "$io"' EXIT
cd "$work" || exit 1
tests=0

result() {
	tests=$((tests + 1))
	if [ "$1" = 0 ]; then
		printf 'ok %d - %s\n' "$tests" "$2"
	else
		printf 'not ok %d - %s\n' "$tests" "$2"
		[ ! -s "$io/why" ] || sed 's/^/# /' "$io/why"
	fi
	: > "$io/why"
}

run() {
	"$@" > "$io/out" 2> "$io/err" < "${input:-/dev/null}"
	status=$?
}

expect() {
	cat > "$io/wanted"
	diff "$io/wanted" "$io/out" > "$io/why" 2>&1
	differs=$?
	if [ "$status" != "$2" ]; then
		differs=1
		echo "status $status, not $2" >> "$io/why"
	fi
	[ "$differs" = 0 ] || cat "$io/err" >> "$io/why"
	result "$differs" "$1"
}

says() {
	grep -qF -- "$2" "$io/err"
	found=$?
	[ "$found" = 0 ] || cat "$io/err" > "$io/why"
	result "$found" "$1"
}

ok() {
	sentence=$1
	shift
	"$@" > "$io/why" 2>&1
	result $? "$sentence"
}

is() {
	[ "$2" = "$3" ]
	equal=$?
	[ "$equal" = 0 ] || printf 'got    %s\nwanted %s\n' "$2" "$3" > "$io/why"
	result "$equal" "$1"
}

same() {
	diff "$2" "$3" > "$io/why" 2>&1
	result $? "$1"
}

golden() {
	if [ "${REGEN:-}" = 1 ]; then
		cp "$io/out" "$top/tests/golden/$2"
	fi
	same "$1" "$top/tests/golden/$2" "$io/out"
}

skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# Whether a program can be given a terminal here (script(1), /dev/pts); says
# so when not.
a_terminal() {
	script -qec true /dev/null < /dev/null > /dev/null 2>&1 && return
	echo '# SKIP what needs a terminal: none can be had here'
	return 1
}

done_testing() {
	echo "1..$tests"
}

study() {
	qda init -q -t 'Une étude' -l fr . &&
	qda coder -q add Camille roles=interviewer,coder &&
	cat > P1.txt <<-'END' &&
	CA : Qu’est-ce qui a changé pour vous ?

	P1 : Le matin, je gagne du temps. Par contre l’ordinateur tombe en panne une fois sur deux.

	CA : Et ensuite ?

	P1 : J’appelle cabinet après cabinet. « On ne prend plus », voilà… (rires) C’est décourageant !
	END
	cat > P2.txt <<-'END' &&
	CA : Comment faites-vous ?

	P2 : Je vais voir la pharmacienne. Elle me connaît, elle m’écoute.

	CA : Et le médecin ?

	P2 : J’ai cessé de chercher. J’ai peur de tomber malade, euh, vraiment peur.
	END
	qda import -q P1.txt P2.txt
}

# The versions of the guide of the sample study.
guides() {
	tab=$(printf '\t')
	tail -n +2 "$top/samples/guides.tsv" |
	while IFS=$tab read -r version date tested opening file; do
		qda guide -q add "$version" "date=$date" "tested=$tested" \
		    "opening=$opening" --from "$top/samples/$file"
	done
}

# The interviews of the sample study: nine files, and one that holds two.
interviews() {
	qda import -q "$top"/samples/entretiens/P?.* &&
	qda import -q --split '^P\d+$' "$top/samples/entretiens/P10-P11.txt"
}

sample() {
	samples=$top/samples
	tab=$(printf '\t')
	qda init -q -l fr -t 'Se soigner sans médecin traitant' .
	while IFS=$tab read -r key value; do
		case $key in title|question|language|'') continue ;; esac
		qda project -q set "$key=$value"
	done < "$samples/project.tsv"
	tail -n +2 "$samples/coders.tsv" | sed "s/$tab/|/g" |
	while IFS='|' read -r name roles credentials occupation gender \
	    experience training; do
		qda coder -q add "$name" "roles=$roles" \
		    "credentials=$credentials" "occupation=$occupation" \
		    "gender=$gender" "experience=$experience" \
		    "training=$training"
	done
	guides
	interviews
	tail -n +2 "$samples/speakers.tsv" |
	while IFS=$tab read -r source label role participant; do
		qda speaker -q set "$source" "$label" "role=$role" \
		    ${participant:+"participant=$participant"}
	done
	qda source -q load "$samples/sources.csv"
	qda source -q assign --from "$samples/assignments.tsv"
	qda participant -q load "$samples/participants.csv"
	qda tag -q --from "$samples/codings.csv"
	qda code -q load "$samples/codebook.csv"
	qda axial -q load "$samples/categories.txt"
	sed "s/$tab/|/g" "$samples/memos.tsv" |
	while IFS='|' read -r kind date on title text; do
		[ "$on" = - ] && on= || on="--on=$on"
		qda memo -q add --kind "$kind" --date "$date" \
		    ${on:+"$on"} -t "$title" "$text"
	done
}
