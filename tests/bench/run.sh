#!/bin/sh
# run.sh BUILD: how fast, as ratios to what the machine can do, each measured
# in this run.  A few minutes, a gigabyte of disk under $TMPDIR.
set -eu
top=$PWD
build=$(cd "$1" && pwd)
sh src/deps.sh bench
PATH=$build/bin:$PATH
LC_ALL=C.UTF-8
QDA_CODER=bench
export PATH LC_ALL QDA_CODER
unset QDA_PROJECT
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
pattern='(?i)\b(surcharge|administratif|fatigue)\w*'

# race NAME TARGET OURS THEIRS: both in turn, medians, and their ratio
race() { perl "$top/tests/bench/race.pl" "$@" </dev/null; }

# peak NAME COMMAND: the most memory of one process, against a bound that is
# fixed, whatever the size of the project; the sources here are below 100 KB
bound=64
peak() {
	name=$1
	shift
	kib=$("$dir/peak" sh -c "{ $*; } >/dev/null 2>&1 || [ \$? = 1 ]" </dev/null)
	awk -v n="memory of $name" -v k="$kib" -v b="$bound" 'BEGIN {
	    printf "%-44s %8.1f MiB  bound %g MiB%s\n", n, k / 1024, b,
	    k / 1024 <= b ? "" : "  MISSED" }'
}

# within NAME SECONDS COMMAND: the median of five runs, against a bound: there is
# no other program that does it
within() {
	name=$1
	bound=$2
	shift 2
	for _ in 1 2 3 4 5; do
		from=$(date +%s%N)
		sh -c "$*" >/dev/null </dev/null || echo "$name: failed" >&2
		echo $(($(date +%s%N) - from))
	done | sort -n | awk -v n="$name" -v b="$bound" 'NR == 3 { t = $1 / 1e9
	    printf "%-44s %8.3f s    bound %g s%s\n", n, t, b,
	    t <= b ? "" : "  MISSED" }'
}

cc -O2 -o "$dir/corpus" tests/bench/corpus.c
cc -O2 -o "$dir/peak" tests/bench/peak.c
cd "$dir"
mkdir small medium large
./corpus small 11 6000
./corpus medium 300 8000
./corpus large 12500 2500
printf 'corpus: small %s, medium %s, large %s\n\n' \
    $(du -sh --apparent-size small medium large | cut -f1)

# 1. any tool on a project the size of a thesis: 11 interviews, 3,000 codings
mkdir s m l c
(cd s && qda init -q . && qda import -q ../small/*.txt &&
    qda find -a '\w{4,}' > all && awk -F'\t' -v n="$(wc -l < all)" '
	BEGIN { print "address,code"; step = int(n / 3000) }
	NR % step == 0 && ++k <= 3000 { printf "%s,code %d\n", $1, k % 60 }' all |
    qda tag -q --from -)
cat > verbs <<'END'
code list
code tree
source list
source show P00001
participant list
coder list
speaker list
project show
guide list
memo list
show "code:code 7"
show
find peur
edit P00001 --print
saturation
matrix
matrix --rows code --columns code
axial tree
axial check
model list
model check
quote list
quote balance
coreq list
coreq check
check
log
status
END
while read -r verb; do
	race "qda $verb" 3 "cd s && { qda $verb >/dev/null 2>&1 || [ \$? = 1 ]; }" \
	    "cd s && sqlite3 qda.db 'select 1' >/dev/null"
done < verbs
# that reads every row and every entry of an index, as SQLite does
race 'qda check, against the same by SQLite alone' 2 \
    "cd s && { qda check >/dev/null 2>&1 || [ \$? = 1 ]; }" \
    "cd s && sqlite3 qda.db 'PRAGMA integrity_check' 'PRAGMA foreign_key_check' >/dev/null"
(cd s && qda memo add -q -t un mémo && cp qda.db kept.db)
again='cp kept.db qda.db &&'
for verb in "tag -q 'code 1' P00001:0-40" "code set -q 'code 7' definition=x" \
    "memo add -q -t x y" "project set -q title=x" "undo -q" "redo -q"; do
	[ "$verb" = 'redo -q' ] && (cd s && cp kept.db qda.db &&
	    qda undo -q && cp qda.db kept.db)
	echo "$verb" >> changes
	race "qda $verb" 3 "cd s && $again qda $verb" \
	    "cd s && $again sqlite3 qda.db \"update project set title = 'x'\""
done
cp s/kept.db s/qda.db
for tool in "$build"/bin/qda-*; do
	verb=${tool##*/qda-}
	case $verb in
	find|import|init) ;;		# below, or in all of them
	*) grep -qE "^$verb( |\$)" verbs changes ||
		echo "qda $verb is not measured  MISSED" ;;
	esac
done
while read -r verb; do peak "qda $verb" "cd s && qda $verb"; done < verbs

# 400 quotations of a manuscript, every eighth altered, in 420,000 bytes of
# sources; beside as many commands that only start
perl -e 'srand 7; for my $f (<small/*.txt>) { open my $h, "<", $f; while (<$h>)
	{ push @q, [$1, $2] if /^(P\d+) : (.{120,400}?[.!?])/ } }
	for my $n (0 .. 399) { my ($who, $said) = @{$q[rand @q]};
	my @w = split / /, $said; $w[5] = "autrement" if $n % 8 == 0;
	print "texte " x 240, "\n\n$who : \xc2\xab @w \xc2\xbb\n\n" }' > these.txt
race 'quote check of 400 quotations' 40 \
    "cd s && { qda quote check ../these.txt >/dev/null 2>&1 || [ \$? = 1 ]; }" \
    "cd s && sqlite3 qda.db 'select 1' >/dev/null"

# an interview of 60,000 words and 3,000 units, opened and saved in the editor
mkdir e long
./corpus long 1 60000
(cd e && qda init -q . && qda import -q ../long/*.txt &&
    qda find -a '\w{4,}' > all && awk -F'\t' -v n="$(wc -l < all)" '
	BEGIN { print "address,code"; step = int(n / 3000) }
	NR % step == 0 && ++k <= 3000 { split($1, a, ":"); split(a[2], b, "-")
	    printf "%s:%d-%d,code %d\n", a[1], b[1], b[2] + k % 90, k % 60 }' all |
    qda tag -q --from - && qda edit P00001 --print > text &&
    sed 's/^\(=[0-9]*\) .*/& [nuance]/' text > changed && cp qda.db kept.db)
within 'qda edit: 60,000 words, 3,000 units' 0.2 "cd e && qda edit P00001 --print"
within 'qda edit: the same put back, every stance new' 0.5 \
    "cd e && cp kept.db qda.db && qda edit -q --apply changed"

# 2. find in 200 MB
find large -name '*.txt' | sort > files
(cd l && qda init -q . && sed 's/^/..\//' ../files | xargs qda import -q)
race 'find in the large corpus' 1 \
    "cd l && qda find -a '$pattern' >/dev/null" \
    "xargs pcre2grep -u --file-offsets '(*UCP)$pattern' < files >/dev/null"

peak 'import of the large corpus' "mkdir i && cd i && qda init -q . &&
    sed 's/^/..\\//' ../files | xargs qda import -q"
rm -r i
peak 'find in the large corpus' "cd l && qda find -a '$pattern'"
peak 'check of the large corpus' "cd l && qda check"

# 3. find | tag
(cd m && qda init -q . && qda import -q ../medium/*.txt && cp qda.db fresh.db)
race 'find | tag every hit' 2 \
    "cd m && cp fresh.db qda.db && qda find -a '$pattern' | qda tag -q thème" \
    "cd m && cp fresh.db qda.db && qda find -a '$pattern' > hits && sqlite3 plain.db 'drop table if exists t; create table t(a,b,c,d)' '.mode tabs' '.import hits t'"

(cd m && cp fresh.db qda.db && qda find -a "$pattern" > hits)
peak 'tag every hit' "cd m && qda tag -q thème < hits"
peak 'undo of that' "cd m && qda undo"

# 4. import of plain text
(cd m && sqlite3 fresh.db -cmd '.mode csv' \
    'SELECT s.name, t.text FROM source s JOIN source_revision r ON r.source = s.id JOIN source_text t ON t.hash = r.hash' > texts.csv &&
    sqlite3 fresh.db -cmd '.mode csv' 'SELECT source, seq, speaker, "start", "end" FROM turn' > turns.csv)
race 'import of plain text' 2 \
    "cd c && rm -f qda.db && qda init -q . && qda import -q ../medium/*.txt" \
    "cd m && rm -f plain.db && sqlite3 plain.db 'create table s(n,t); create table t(s,q,p,a,b);' 'begin' '.mode csv' '.import texts.csv s' '.import turns.csv t' 'commit'"

# 5. co-occurrence: 100,000 codings, 200 codes
codings() {	# PER-UNIT MOST; few codes are used much, most are rare
	cp fresh.db qda.db
	sqlite3 qda.db "
    INSERT OR IGNORE INTO coder (guid, name, key, created) VALUES (x'00', 'bench', 'bench', '');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
    INSERT INTO code (guid, name, key, created) SELECT x'00', 'code ' || i, 'code ' || i, '' FROM n;
    INSERT INTO unit (guid, source, \"start\", \"end\", words, coder, created)
    SELECT x'00', source, \"start\", \"end\", '', (SELECT min(id) FROM coder), '' FROM turn;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
    INSERT INTO coding (guid, unit, source, code, coder, created)
    SELECT x'00', id, source, code, (SELECT min(id) FROM coder), ''
    FROM (SELECT DISTINCT id, source, 1 + h * h / 5000 AS code
	FROM (SELECT id, source, (id * 7919 + i * 104729 + i * id % 31) % 1000 AS h FROM unit, n))
    LIMIT $2;
    SELECT count(*) || ' codings' FROM coding"
}
(cd m && codings 5 100000)
race 'co-occurrence of 200 codes, 100,000 codings' 0.2 \
    "cd m && qda matrix --rows code --columns code >/dev/null" \
    "cd m && sqlite3 qda.db 'SELECT a.code, b.code, count(*) FROM coding a JOIN coding b ON a.unit = b.unit AND a.coder = b.coder GROUP BY a.code, b.code' >/dev/null"
peak 'co-occurrence' "cd m && qda matrix --rows code --columns code"

# 6. matrix of 1,000,000 codings
(cd m && codings 29 1000000)
race 'matrix code x source, 1,000,000 codings' 1 \
    "cd m && qda matrix --columns source >/dev/null" \
    "cd m && sqlite3 qda.db 'SELECT code, source, count(*) FROM coding GROUP BY code, source' >/dev/null"
race 'matrix code x participant, 1,000,000 codings' 1 \
    "cd m && qda matrix >/dev/null" \
    "cd m && sqlite3 qda.db 'SELECT code, source, count(*) FROM coding GROUP BY code, source' >/dev/null"
peak 'matrix, 1,000,000 codings' "cd m && qda matrix"
