# qda coreq export: documents whole and well formed, whatever the answers hold
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER
qda init -q -l en -t '<b>Title</b> & "more"' .
qda coreq -q set 1 '<script>alert(1)</script> & "quotes" ]]>'
qda coreq -q set 2 '=cmd|'\''/c calc'\''!A1'
qda coreq -q set 3 '+1 555'
qda coreq -q set -- 4 '-'"$(printf '\t')"'dash'
qda coreq -q set 5 '@SUM(A1)'
qda coreq -q set 6 'a "quoted", comma
and a second line'
qda coreq -q set 7 location='=HYPERLINK("http://x.example")'
qda project -q set approach='<img src=x onerror=alert(1)>' \
    sampling='=1+1'
printf 'bell \007 here' > bell
input=bell
run qda coreq set 8 -
input=/dev/null

run qda coreq export -o coreq.csv
is 'csv is written' $status 0
sqlite3 :memory: '.mode csv' '.import coreq.csv c' \
    'SELECT count(*), max(CAST(item AS INTEGER)) FROM c' > "$io/out"
is '... and is 32 rows' "$(tr -d '\r' < "$io/out")" 32,32
sqlite3 :memory: '.mode csv' '.import coreq.csv c' '.mode list' \
    "SELECT group_concat(substr(answer, 1, 2), ' ') FROM c
    WHERE CAST(item AS INTEGER) IN (2, 3, 4, 5, 10)" > "$io/out"
is '... in which no cell is a formula' "$(cat "$io/out")" \
    "'= '+ '- '@ '="
is '... of a place neither' "$(sqlite3 :memory: '.mode csv' \
    '.import coreq.csv c' '.mode list' "SELECT substr(location, 1, 2) FROM c
    WHERE CAST(item AS INTEGER) = 7")" "'="

run qda coreq export -o coreq.html
is 'html is written' $status 0
is '... and holds no tag of an answer' \
    "$(grep -ciE '<script|<img|<b>' coreq.html)" 0
is '... but its words' "$(grep -c '&lt;script&gt;alert(1)' coreq.html)" 1
is '... and needs no other file' \
    "$(grep -ciE '<[^>]*(src|href)=|@import|url\(' coreq.html)" 0
is '... 32 items have a row' "$(grep -o '<tr' coreq.html | wc -l)" 44
is '... and what is open is marked' "$(grep -o '\[to review\]' coreq.html |
    wc -l)" 2
is '... with where it comes from' "$(grep -o 'qda project show' \
    coreq.html | wc -l)" 2

run qda coreq export -o coreq.docx
is 'docx is written' $status 0
ok '... and is a zip' unzip -tq coreq.docx
for part in $(unzip -Z1 coreq.docx); do
	unzip -p coreq.docx "$(echo "$part" | sed 's/[][]/?/g')" > part.xml
	ok "... $part is XML" xmllint --noout part.xml
done
unzip -p coreq.docx word/document.xml > document.xml
is '... whose last paragraph begins no page' "$(grep -o \
    '<w:spacing[^>]*w:line="20" w:lineRule="exact"/></w:pPr></w:p><w:sectPr' \
    document.xml | wc -l)" 1
is '... landscape' "$(grep -c 'w:orient="landscape"' document.xml)" 1
is '... its heading row repeated' "$(grep -o '<w:tblHeader' document.xml |
    wc -l)" 1
is '... a table' "$(grep -o '<w:tbl>' document.xml | wc -l)" 1
is '... without the evidence' "$(grep -c 'qda project show' document.xml)" 0
is '... the words of an answer' \
    "$(grep -c '&lt;script&gt;alert(1)&lt;/script&gt; &amp;' document.xml)" 1
is '... and [to review]' "$(grep -o '\[to review\]' document.xml |
    wc -l)" 2
run qda coreq export --long -o long.docx
unzip -p long.docx word/document.xml > document.xml
is 'the evidence comes on request' \
    "$(grep -o 'qda project show' document.xml | wc -l)" 2
run qda coreq export -o coreq.md
is 'Markdown is a document too' \
    "$(grep -c '^|' coreq.md)" 45
run qda coreq export -o fr.html -l fr
is 'another language' "$(grep -c 'lang="fr"' fr.html)" 1
run qda coreq -o list.html
is 'list makes the same page' "$(diff list.html coreq.html | wc -l)" 0

# a list of one's own, without questions, groups and reference
cat > own.xml <<'END'
<checklist name="own"><title>Own &lt;list&gt;</title>
<domain><item number="3"><title>Three</title></item></domain></checklist>
END
run qda coreq export --checklist own.xml -o own.html
is 'another list has its title' "$(grep -c '<h1>Own &lt;list&gt;' \
    own.html)" 1
run qda coreq export --checklist own.xml -o own.docx
ok '... in Word too' unzip -tq own.docx
done_testing
