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
race() { perl "$top/tests/bench/race.pl" "$@"; }

cc -O2 -o "$dir/corpus" tests/bench/corpus.c
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
for verb in 'code list' 'source list' 'participant list' 'show "code:code 7"' \
    show 'find peur' saturation matrix 'axial tree' 'coreq list' check log \
    status; do
	race "qda $verb" 3 "cd s && { qda $verb >/dev/null 2>&1 || true; }" \
	    "cd s && sqlite3 qda.db 'select 1' >/dev/null"
done

# 2. find in 200 MB
find large -name '*.txt' | sort > files
(cd l && qda init -q . && sed 's/^/..\//' ../files | xargs qda import -q)
race 'find in the large corpus' 1 \
    "cd l && qda find -a '$pattern' >/dev/null" \
    "xargs pcre2grep -u --file-offsets '(*UCP)$pattern' < files >/dev/null"

# 3. find | tag
(cd m && qda init -q . && qda import -q ../medium/*.txt && cp qda.db fresh.db)
race 'find | tag every hit' 2 \
    "cd m && cp fresh.db qda.db && qda find -a '$pattern' | qda tag -q thème" \
    "cd m && cp fresh.db qda.db && qda find -a '$pattern' > hits && sqlite3 plain.db 'drop table if exists t; create table t(a,b,c,d)' '.mode tabs' '.import hits t'"

# 4. import of plain text
(cd m && sqlite3 fresh.db -cmd '.mode csv' \
    'SELECT s.name, t.text FROM source s JOIN source_revision r ON r.source = s.id JOIN source_text t ON t.hash = r.hash' > texts.csv &&
    sqlite3 fresh.db -cmd '.mode csv' 'SELECT source, seq, speaker, "start", "end" FROM turn' > turns.csv)
race 'import of plain text' 2 \
    "cd c && rm -f qda.db && qda init -q . && qda import -q ../medium/*.txt" \
    "cd m && rm -f plain.db && sqlite3 plain.db 'create table s(n,t); create table t(s,q,p,a,b);' 'begin' '.mode csv' '.import texts.csv s' '.import turns.csv t' 'commit'"

# 5. matrix of 1,000,000 codings
(cd m && cp fresh.db qda.db && sqlite3 qda.db "
    INSERT OR IGNORE INTO coder (guid, name, key, created) VALUES (x'00', 'bench', 'bench', '');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
    INSERT INTO code (guid, name, key, created) SELECT x'00', 'code ' || i, 'code ' || i, '' FROM n;
    INSERT INTO unit (guid, source, \"start\", \"end\", words, coder, created)
    SELECT x'00', source, \"start\", \"end\", '', (SELECT min(id) FROM coder), '' FROM turn;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 17)
    INSERT OR IGNORE INTO coding (guid, unit, source, code, coder, created)
    SELECT x'00', id, source, 1 + (id * 7919 + i * 104729 + i * id % 31) % 200, (SELECT min(id) FROM coder), '' FROM unit, n;
    SELECT count(*) || ' codings' FROM coding")
race 'matrix code x source, 1,000,000 codings' 1 \
    "cd m && qda matrix --columns source >/dev/null" \
    "cd m && sqlite3 qda.db 'SELECT code, source, count(*) FROM coding GROUP BY code, source' >/dev/null"
race 'matrix code x participant, 1,000,000 codings' 1 \
    "cd m && qda matrix >/dev/null" \
    "cd m && sqlite3 qda.db 'SELECT code, source, count(*) FROM coding GROUP BY code, source' >/dev/null"
