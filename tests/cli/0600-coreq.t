# qda coreq: an empty project, whoever asks, and what is refused
. ./tests/lib.sh

qda init -q -l en .

run qda coreq list
is 'an empty project has all 32 items' "$(wc -l < "$io/out")" 32
is '... each of them not recorded' \
    "$(cut -f5 "$io/out" | sort | uniq -c | tr -s ' ')" \
    ' 32 Not recorded in the project.'
is '... and missing' "$(cut -f8 "$io/out" | sort -u)" missing
is '... without evidence' "$(cut -f6 "$io/out" | sort -u)" ''
run qda coreq export
is 'an export of it never says no, yes or none' \
    "$(grep -ciE '(^|,)"?(no|non|none|aucune?|yes|oui)[ :.,]' "$io/out")" 0
is '... nor that there is something to review' \
    "$(grep -c 'to review' "$io/out")" 0
is '... and is csv with its header' "$(head -n 1 "$io/out" | tr -d '\r')" \
    'item,domain,title,question,answer,evidence,location,status'
run qda coreq -H
is 'list is what it does, with the same columns' \
    "$(head -n 1 "$io/out" | tr '\t' ,)" \
    'item,domain,title,question,answer,evidence,location,status'

run qda coreq check
is 'check finds all of it open' "$status/$(cut -f1 "$io/out" | sort | uniq -c |
    tr -s ' ')" '1/ 32 missing'
says '... and says how much is done' '0 of 32 items answered'
is '... each with what would fill it' \
    "$(cut -f5 "$io/out" | grep -c '^qda [a-z]')" 32
run qda -q coreq check
expect 'check -q only answers' 1 <<'END'
END
run qda coreq show 12
expect 'show tells what would be needed' 0 <<'END'
item	12
domain	Study design
title	Sample size
question	How large was the final group, in people and in interviews?
answer	Not recorded in the project.
status	missing
project	
evidence	
command	qda import FILE...
location	
coder	
when	
END
run qda coreq list -o json
is 'json is one array of 32' "$(sqlite3 :memory: \
    "SELECT json_array_length(readfile('$io/out'))")" 32

# nothing to accept, nothing that is no item
for item in 12 22 30; do
	run qda coreq accept $item
	is "item $item of an empty project cannot be accepted" $status 3
	says '... it says nothing' \
	    "item $item: the project says nothing that could be accepted"
done
run qda coreq accept 1x
is 'an item is a number' $status 2
says '... and the word is named' "'1x' is not the number of an item"
run qda coreq show 33
is 'there is no item 33' $status 3
says '... the last is said' "there is no item 33 in 'coreq': the last is 32"
run qda coreq show 99999999999999999999
is 'a number too large is no item' $status 2
run qda coreq set 3
is 'set wants an answer' $status 2
run qda coreq set 3 two words
is 'an answer of several words is one argument' $status 2
says '... which is said' 'is one argument, in quotation marks'
run qda coreq set 3 location=1 location=2
is 'one location is enough' $status 2
run qda coreq set 3 "$(printf 'caf\351')"
is 'an answer is UTF-8' $status 2
printf 'a\0b' > nul
input=nul
run qda coreq set 3 -
is 'no NUL byte comes in' $status 3
printf 'a\n\351\n' > nul
run qda coreq set 3 -
is 'nor what is not UTF-8' $status 3
says '... and its line is named' 'standard input, line 2'
input=/dev/null
run qda coreq list -l de
is 'languages are fr and en' $status 2
run qda coreq show 3 -o docx
is 'show is no document' $status 2
is 'nothing of that was kept' \
    "$(sqlite3 qda.db 'SELECT count(*) FROM answer')" 0
printf '\357\273\277Une réponse.\n \n' > answer
cp qda.db before.db
input=answer
run qda coreq set 3 - -c Camille
input=/dev/null
is 'a byte order mark and what is blank at the end are no answer' \
    "$(sqlite3 qda.db 'SELECT text FROM answer WHERE item = 3')" 'Une réponse.'
mv before.db qda.db

# other lists
cat > own.xml <<'END'
<checklist name="own">
  <title xml:lang="en">Own</title>
  <domain>
    <item number="1"><title>By hand</title></item>
    <item number="4" prefill="duration" state="computed"><title>How long</title></item>
    <item number="7" prefill="nobody-knows" state="declared"><title>Other</title></item>
  </domain>
</checklist>
END
run qda coreq list --checklist own.xml
expect 'a list of one'\''s own: what nothing fills is missing' 0 <<'END'
1		By hand		Not recorded in the project.			missing
4		How long		Not recorded in the project.			missing
7		Other		Not recorded in the project.			missing
END
run env USER=camille LOGNAME=camille qda coreq set --checklist own.xml 7 'As I say.'
expect 'a login answers no item' 2 < /dev/null
says '... and it is said who can' 'who answers? -c NAME'
run qda coreq set -c Camille --checklist own.xml 7 'As I say.'
says 'it is answered by hand' 'change 1: item 7: answer written'
run qda coreq list --checklist own.xml -o json
is '... in its own name' "$(sqlite3 :memory: "SELECT value ->> 'status' FROM
    json_each(readfile('$io/out')) WHERE value ->> 'item' = 7")" accepted
is '... and COREQ is as it was' \
    "$(qda coreq | cut -f8 | sort -u)" missing
run qda coreq --checklist coreq
is 'the one built in has a name too' "$(wc -l < "$io/out")" 32
run qda coreq --checklist nowhere.xml
is 'a list that is not there is refused' $status 3
echo '<checklist' > broken.xml
run qda coreq --checklist broken.xml
is 'a broken one too' $status 3
says '... with its place' 'broken.xml'

# a disk that is full
for form in csv html docx odt tex md json; do
	qda coreq export -o $form > /dev/full 2> "$io/err" < /dev/null
	is "a full disk is noticed: $form" $? 5
done
run qda coreq export -o nowhere/coreq.docx
is 'so is a folder that is not there' $status 5
done_testing
