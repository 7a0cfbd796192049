#!/bin/sh
# demo.sh BUILD: the invented study, from transcripts to a COREQ grid, command
# by command, into BUILD/demo.
set -eu
samples=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
rm -rf "$build/demo"
mkdir "$build/demo"
cd "$build/demo"
PATH=$build/bin:$PATH
QDA_CODER='Camille Aubert'
export PATH QDA_CODER
unset QDA_PROJECT

# The command as one would type it, then what it does.
show() {
	printf '\n$'
	for word; do
		case $word in
		*[!A-Za-z0-9_./:=,@+-]*) printf " '%s'" "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done | sed "s|$samples|samples|g"
	printf '\n'
}
run() {
	show "$@"
	"$@"
}
# A command that answers: "no" (status 1) is an answer too.
ask() {
	show "$@"
	"$@" && return
	[ $? = 1 ] || exit
	echo '(status 1: the answer is no)'
}
tab=$(printf '\t')

run qda init -l fr -t 'Se soigner sans médecin traitant' \
    --question 'Comment des adultes qui n’ont plus de médecin traitant vivent-ils cette situation, et comment s’organisent-ils pour se soigner ?' .
while IFS=$tab read -r key value; do
	case $key in title|question|language|'') continue ;; esac
	run qda -q project set "$key=$value"
done < "$samples/project.tsv"
tail -n +2 "$samples/coders.tsv" | sed "s/$tab/|/g" |
while IFS='|' read -r name roles credentials occupation gender experience training; do
	run qda -q coder add "$name" "roles=$roles" "credentials=$credentials" \
	    "occupation=$occupation" "gender=$gender" \
	    "experience=$experience" "training=$training"
done

tail -n +2 "$samples/guides.tsv" |
while IFS=$tab read -r version date tested opening file; do
	run qda guide add "$version" "date=$date" "tested=$tested" \
	    "opening=$opening" --from "$samples/$file"
done
run qda guide diff 1 2
run qda import "$samples"/entretiens/P?.*
run qda import --split '^P\d+$' "$samples/entretiens/P10-P11.txt"
tail -n +2 "$samples/speakers.tsv" |
while IFS=$tab read -r source label role participant; do
	run qda speaker set "$source" "$label" "role=$role" \
	    ${participant:+"participant=$participant"}
done
run qda source load "$samples/sources.csv"
run qda source assign --from "$samples/assignments.tsv"
run qda participant load "$samples/participants.csv"
run qda source list -o table

ask qda find -i 'pharmac\w*'
run qda tag --from "$samples/codings.csv"
run qda code load "$samples/codebook.csv"
run qda axial load "$samples/categories.txt"
run qda axial tree -o table
ask qda axial check
sed "s/$tab/|/g" "$samples/memos.tsv" |
while IFS='|' read -r kind date on title text; do
	if [ "$on" = - ]; then
		run qda -q memo add --kind "$kind" --date "$date" -t "$title" "$text"
	else
		run qda -q memo add --kind "$kind" --date "$date" --on "$on" -t "$title" "$text"
	fi
done
run qda model load "$samples/relations.csv"
tail -n +2 "$samples/model.tsv" |
while IFS=$tab read -r code role core; do
	run qda -q model role "$code" "$role"
	[ "$core" != yes ] || run qda -q model core "$code"
done
run qda model list -o table
ask qda model check -o table
while IFS=$tab read -r item answer; do
	run qda -q coreq set "$item" "$answer"
done < "$samples/coreq.tsv"

run qda
ask qda show "under:Chercher en vain and @sexe=F" -o table
ask qda saturation -o table
ask qda check -o table
ask qda coreq check -o table

run qda participant list -o participants.html
run qda axial tree -o tree.html
run qda show 'under:Chercher en vain' -o quotations.md
ask qda saturation -o saturation.tsv
if command -v dot > /dev/null; then
	run qda model graph -o model.svg
	run qda model graph --level 1 -o model.png
else
	run qda model graph -o model.dot
fi
run qda coreq export -o coreq.docx
run qda coreq export -o coreq.html
run qda log -o table
echo
ls -l "$build/demo"
