# qda-coder: who interviews, codes, supervises
. ./tests/lib.sh

qda-init -q -t Étude -l fr .
run qda-coder add 'Camille Aubert' roles=interviewer,coder gender=femme
expect 'a coder is added with fields' 0 </dev/null
says 'the number of the change comes first' \
	"change 1: coder 'Camille Aubert' added"
run qda-coder -q add Noé 'roles=codeuse ; Directrice' 'training=a=b'
expect 'roles are read in French, spaced as one likes' 0 </dev/null
run qda-coder
expect 'qda coder lists: who is there, and what they did' 0 <<'END'
Camille Aubert	interviewer; coder	0	0	0		
Noé	coder; supervisor	0	0	0		
END
run qda-coder show noÉ
expect 'show has every field, empty ones too; = divides once' 0 <<'END'
name	Noé
roles	coder,supervisor
credentials	
occupation	
gender	
experience	
training	a=b
units	0
codings	0
sources	0
first	
last	
assigned	
done	
not-coded	
END
run qda-coder show Noé -o json
expect 'in JSON it is an object' 0 <<'END'
{
  "name": "Noé",
  "roles": "coder,supervisor",
  "credentials": null,
  "occupation": null,
  "gender": null,
  "experience": null,
  "training": "a=b",
  "units": 0,
  "codings": 0,
  "sources": 0,
  "first": null,
  "last": null,
  "assigned": null,
  "done": null,
  "not-coded": null
}
END

run qda-coder add 'CAMILLE  aubert'
expect 'a name is taken however it is spelt' 3 </dev/null
says 'and that is said' "there is a coder 'CAMILLE  aubert' already"
mkdir other
run env QDA_CODER=Zoé qda-init -q -t x other
run env QDA_CODER=Zoé qda-coder -p other/qda.db add Zoé gender=femme
expect 'a coder known by name only, from -c, can still be added' 0 </dev/null
run env QDA_CODER=Zoé qda-coder -p other/qda.db add zoé gender=femme
expect 'but once' 3 </dev/null
run qda-coder set Noé 'trainin=x'
expect 'an unknown field is refused' 3 </dev/null
says 'with the nearest' "there is no field 'trainin'; did you mean 'training'?"
run qda-coder set Noé zzz=x
says 'or with all of them' \
	'fields are roles, credentials, occupation, gender, experience, training'
run qda-coder set Noé roles=interviewer,chef
expect 'an unknown role is refused' 3 </dev/null
says 'with the roles there are' \
	"roles: 'chef' is not one of interviewer, coder, supervisor"
run qda-coder set 'Camile Aubert' gender=
says 'an unknown name comes with the nearest' "did you mean 'Camille Aubert'"
run qda-coder set Noé gender
expect 'what has no = is wrong usage' 2 </dev/null
run qda-coder set Noé =x
expect 'so is an empty key' 2 </dev/null
run qda-coder set Noé gender=a Gender=b
expect 'so is a key given twice' 2 </dev/null
run qda-coder set Noé "gender=$(printf 'a\377')"
expect 'so is what is not UTF-8' 2 </dev/null
says 'naming the byte' 'byte 9 of an operand is not UTF-8 (0xff)'
run qda-coder add "$(printf 'caf\351')"
expect 'a name too' 2 </dev/null
run qda-coder add ''
expect 'an empty name is refused' 3 </dev/null
run qda-coder set Noé roles= training=
run qda-coder list -o jsonl
expect 'an empty value removes' 0 <<'END'
{"name": "Camille Aubert", "role": ["interviewer", "coder"], "units": 0, "codings": 0, "sources": 0, "first": null, "last": null}
{"name": "Noé", "role": [], "units": 0, "codings": 0, "sources": 0, "first": null, "last": null}
END
run qda-coder list
expect 'a role not known is - in data that is cut' 0 <<'END'
Camille Aubert	interviewer; coder	0	0	0		
Noé	-	0	0	0		
END
input=lines
printf 'une journée\nà Lyon\n\n' > lines
run qda-coder -q set Noé training=-
input=
run qda-coder show Noé -o names
is 'a value of - is standard input, without its last newlines' \
	"$(sqlite3 qda.db "SELECT hex(training) FROM coder WHERE id = 2")" \
	"$(printf 'une journée\nà Lyon' | od -An -tx1 | tr -d ' \n' |
	    tr a-f A-F)"
printf '\357\273\277à Lyon\n' > lines
input=lines
run qda-coder -qn set Noé training=-
input=
expect 'a byte order mark is none of the value' 0 <<END
=	Noé	training=à Lyon
END
run qda-coder set Noé training=- gender=-
expect 'but only once' 2 </dev/null

run qda-coder -n add Zoé gender=femme
expect 'a dry run shows what would be done' 0 <<'END'
+	Zoé	coder
=	Zoé	gender=femme
END
is 'and does nothing' "$(qda-coder -o names | wc -l)" 2
run qda-coder -q add -- -x
run qda-coder list -o csv
expect 'a name may begin with a dash; csv disarms it' 0 <<END
name,role,units,codings,sources,first,last$(printf '\r')
Camille Aubert,"interviewer; coder",0,0,0,,$(printf '\r')
Noé,,0,0,0,,$(printf '\r')
'-x,,0,0,0,,$(printf '\r')
END
run qda-coder delete Noé ./x
expect 'all or nothing' 3 </dev/null
is 'nothing was deleted' "$(qda-coder -o names | wc -l)" 3
run qda-coder delete -c 'Camille Aubert' -- -x
says 'a coder who did nothing is deleted' "coder '-x' deleted"
is 'the login name makes no coder where none is needed' \
	"$(qda-coder -o names | wc -l)" 2
run qda-coder delete -c Zoé Zoé
expect 'who acts may be deleted' 0 </dev/null
is 'and does not come back' "$(qda-coder -o names | wc -l)" 2

# work, without the tools that do it
sqlite3 qda.db <<'END'
INSERT INTO source (id, guid, name, key, position, hash, words, created)
 VALUES (1, x'00', 'P1', 'p1', 1, x'00', 9, '2024-01-01T00:00:00Z');
INSERT INTO code (id, guid, name, key, created)
 VALUES (1, x'00', 'peur', 'peur', '2024-01-01T00:00:00Z'),
 (2, x'00', 'joie', 'joie', '2024-01-01T00:00:00Z');
INSERT INTO unit (id, guid, source, "start", "end", words, label, coder,
 created) VALUES (1, x'00', 1, 0, 9, 'a', 'la mienne', 1, '2024-01-01'),
 (2, x'00', 1, 0, 9, 'a', 'la sienne', 2, '2024-01-01'),
 (3, x'00', 1, 10, 19, 'b', NULL, 2, '2024-01-01');
INSERT INTO coding (id, guid, unit, source, code, coder, stance, created)
 VALUES (1, x'00', 1, 1, 1, 1, 'illustrates', '2024-02-01T10:00:00Z'),
 (2, x'00', 2, 1, 1, 2, 'contradicts', '2024-02-02T10:00:00Z'),
 (3, x'00', 2, 1, 2, 2, 'illustrates', '2024-02-03T10:00:00Z'),
 (4, x'00', 3, 1, 2, 2, 'illustrates', '2024-02-04T10:00:00Z'),
 (5, x'00', 1, 1, 2, 2, 'illustrates', '2024-02-05T10:00:00Z');
INSERT INTO memo (id, guid, kind, date, text, coder, created)
 VALUES (1, x'00', 'memo', '2024-02-02', 'm', 2, '2024-02-02T10:00:00Z');
INSERT INTO memo_on (memo, coding) VALUES (1, 2);
INSERT INTO memo_on (memo, unit) VALUES (1, 2);
INSERT INTO assignment (guid, source, coder, assigned, done)
 VALUES (x'00', 1, 1, '2024-01-01', NULL),
 (x'00', 1, 2, '2024-01-01', '2024-03-01');
END
run qda-coder list -o table
expect 'the table counts units, codings, sources and days' 0 <<'END'
name            role                units  codings  sources  first       last
Camille Aubert  interviewer; coder      1        1        1  1 Feb 2024  1 Feb 2024
Noé             -                       2        4        1  2 Feb 2024  5 Feb 2024
END
run qda-coder delete -c 'Camille Aubert' Noé
expect 'a coder who did something is not deleted' 3 </dev/null
says 'and the reason is said' \
	'4 codings, 2 units, 1 memo, 1 assignment'
sqlite3 qda.db .dump | grep -v history > before
run qda-coder merge Noé 'Camille Aubert'
expect 'merge wants to know into whom' 2 </dev/null
run qda-coder merge Noé --into noé
expect 'nobody is merged into themselves' 3 </dev/null
run qda-coder merge noé --into 'camille aubert' -c Noé
expect 'two coders become one' 0 </dev/null
says 'the counts are said' "coder 'Noé' merged into 'Camille Aubert': \
units 2 (1 at the same place), codings 4 (2 the same)"
says 'and what differed' '1 coding of both differs in stance'
is 'who acted is who is left' \
	"$(sqlite3 qda.db 'SELECT coder FROM history ORDER BY id DESC LIMIT 1')" \
	'Camille Aubert'
sqlite3 qda.db 'SELECT id, "start", label, coder FROM unit ORDER BY id;
SELECT id, unit, code, coder, stance FROM coding ORDER BY id;
SELECT coding, unit FROM memo_on ORDER BY id;
SELECT coder, done FROM assignment' > after
run cat after
expect 'units at one place are one, codings are kept once, labels joined' 0 <<'END'
1|0|la mienne / la sienne|1
3|10||1
1|1|1|1|illustrates
4|3|2|1|illustrates
5|1|2|1|illustrates
1|
|1
1|2024-03-01
END
is 'the project is whole' \
	"$(sqlite3 qda.db 'PRAGMA foreign_key_check; PRAGMA integrity_check')" ok
sqlite3 qda.db .dump | grep -v -e history -e sqlite_sequence > merged
run qda-undo
sqlite3 qda.db .dump | grep -v -e history -e sqlite_sequence > undone
grep -v sqlite_sequence before > wanted
same 'undo parts them again' wanted undone
run qda-redo
sqlite3 qda.db .dump | grep -v -e history -e sqlite_sequence > redone
same 'and redo makes them one' merged redone
run qda-coder rename 'Camille Aubert' 'C. Aubert' -c 'Camille Aubert'
says 'a coder is renamed' "coder 'Camille Aubert' is now 'C. Aubert'"
is 'and nobody comes back under the old name' "$(qda-coder -o names)" \
	'C. Aubert'
run qda-coder rename 'C. Aubert' 'c. aubert'
expect 'a name can be respelt' 0 </dev/null
run qda-coder list -s
expect 'an unknown option is wrong usage' 2 </dev/null
run qda-coder list x
expect 'so is what is too much' 2 </dev/null
run qda-coder supprimer x
expect 'so is an unknown action' 2 </dev/null
done_testing
