# qda sheet: a source as a table that goes to Word, LibreOffice, Excel, and home
. ./tests/lib.sh
QDA_CODER=Camille
export QDA_CODER top
study
qda tag -q -t 'je gagne du temps' 'gain de temps'
cat > t.tsv <<'END'
source	quote	code	label	memo
P1	Par contre l’ordinateur tombe en panne une fois sur deux	panne; a\\;b	une fois sur deux	à revoir
P1	en panne	panne		
END
qda tag -q --from t.tsv
qda axial -q group Outils panne
cp qda.db fresh.db
edit() { perl -I"$top/tests" -Mutf8 -MSheet -e "open_sheet('$1'); $3; save_sheet('$2')"; }
codings() { qda show --long "$@" | cut -f1,2; }

# --- how it goes out -------------------------------------------------------
run qda sheet P1 -o tsv
expect 'a turn of the interviewer, the sentences and units of the others' 0 <<'END'
P1:5-39	1	CA	Qu’est-ce qui a changé pour vous ?				
P1:46-55	2	P1	Le matin,				
P1:56-73	2	P1	je gagne du temps		gain de temps		
P1:75-131	2	P1	Par contre l’ordinateur tombe en panne une fois sur deux	une fois sur deux	panne; a\\;b	Outils; -	à revoir
P1:105-113	2	P1	en panne		panne	Outils	
P1:139-151	3	CA	Et ensuite ?				
P1:158-190	4	P1	J’appelle cabinet après cabinet.				
P1:191-219	4	P1	« On ne prend plus », voilà…				
P1:220-248	4	P1	(rires) C’est décourageant !				
END
run qda sheet P1 -o csv -l fr
ok 'csv has French headings' \
    [ "$(head -n 1 "$io/out" | tr -d '\r')" = 'Repère,Tour,Locuteur,Verbatim,Étiquette,Propriété,Catégorie,Mémo' ]
ok '... and marks what stands in two rows' \
    grep -qF 'P1:105-113,2 ↳,P1,en panne,,panne,Outils,' "$io/out"
run qda sheet P1 -o csv -l en
ok '... or English ones' \
    [ "$(head -n 1 "$io/out" | tr -d '\r')" = 'Ref.,Turn,Speaker,Verbatim,Label,Property,Category,Memo' ]
run qda sheet P2 -c Noé -o tsv
ok 'another coder has no units in it' [ "$(wc -l < "$io/out")" = 6 ]
says '... which is said' "'Noé' has coded nothing yet"
run qda sheet P9
is 'a source that is not there' "$status" 3
qda sheet P1 > plain.docx
ok 'without -o it is a Word document' unzip -qt plain.docx
run qda sheet P1 -q -o P1.docx
is 'the interviewer is grey' "$(unzip -p P1.docx word/document.xml |
    sed 's/<w:tr>/\n&/g' | grep -c '^<w:tr>.*"EDEDED"')" 2

# --- unchanged -----------------------------------------------------------------
for lang in fr en; do
	for form in docx odt csv tsv; do
		qda sheet P1 -H -l $lang -o P1.$form
		run qda tag --from P1.$form
		expect "as it went out nothing is new: $form, $lang" 0 </dev/null
		says '... which is said' "P1.$form: nothing new"
	done
done
is 'no change was made of that' "$(qda log | tail -n 1 | cut -f1)" \
    "$(qda log | grep -c .)"
before=$(qda log | wc -l)

# --- filled in -----------------------------------------------------------------
qda sheet P1 -o P1.docx
qda sheet P2 -o P2.docx
edit P2.docx in.docx '
row("pharmacienne", sub {
    $_ = cells($_, LABEL, "la pharmacienne", CODE,
	paragraphs(run("recours")) . paragraphs(run("• soutien")),
	CATEGORY, "Chercher ailleurs", MEMO, "à relire") });
row("Elle me", sub { cell(CODE, "soutien; être connu") });
row("malade", sub { cell(CODE, "peur | recours") });
row("Et le médecin", sub { cell(LABEL, "relance") })'
run qda tag -n --from in.docx
expect 'what would be done' 0 <<'END'
table 1, row 3	tagged	P2:33-62	recours	
table 1, row 3	tagged	P2:33-62	soutien	
table 1, row 3	label	P2:33-62	-	la pharmacienne
table 1, row 3	memo	P2:33-62	-	à relire
table 1, row 3	grouped	P2:33-62	recours	Chercher ailleurs
table 1, row 3	grouped	P2:33-62	soutien	Chercher ailleurs
table 1, row 4	tagged	P2:63-94	soutien	
table 1, row 4	tagged	P2:63-94	être connu	
table 1, row 5	label	P2:101-116	-	relance
table 1, row 7	tagged	P2:147-194	peur	
table 1, row 7	tagged	P2:147-194	recours	
END
run qda tag --from in.docx
expect 'it is done, and nothing more to be seen' 0 </dev/null
says '... rows are counted' 'in.docx: rows filled in: 4; found exactly: 4,'
says '... and what was made of them' "'in.docx': codings: 6, labels: 2, memos: 1; new codes: 5, put into categories: 2"
run qda sheet P2 -o tsv
expect 'it goes out as it came' 0 <<'END'
P2:5-26	1	CA	Comment faites-vous ?				
P2:33-62	2	P2	Je vais voir la pharmacienne.	la pharmacienne	recours; soutien	Chercher ailleurs	à relire
P2:63-94	2	P2	Elle me connaît, elle m’écoute.		soutien; être connu	Chercher ailleurs; -	
P2:101-116	3	CA	Et le médecin ?	relance			
P2:123-146	4	P2	J’ai cessé de chercher.				
P2:147-194	4	P2	J’ai peur de tomber malade, euh, vraiment peur.		peur; recours	-; Chercher ailleurs	
END
run qda tag --from in.docx
expect 'the same file again is nothing new' 0 </dev/null
says '... which is said' "in.docx: nothing new"
run qda undo
is 'one change, undone as one' "$status" 0
is '... all of it' "$(codings source:P2 2>/dev/null | wc -l)" 0
run qda tag --known --from in.docx
is 'with --known new codes are refused' "$status" 1
ok '... and listed' grep -q 'row 3	refused	P2:33-62	recours	there is no code' "$io/out"

# --- what Word and students do to rows ---------------------------------------
cp fresh.db qda.db
edit P2.docx in.docx '
# spelling corrected, other quotes: found by its words
row("Elle me", sub { $_ = cells($_, REF, "P2", WORDS,
    "Elle me connait, elle m\x{27}écoute.", CODE, "être connu") });
# a word corrected
row("cessé", sub { $_ = cells($_, WORDS, "J’ai cessée de chercher.",
    CODE, "renoncer") });
# cut in two; the second has no address
row("malade", sub {
    my $second = cells($_, REF, "", TURN, "", WORDS,
	"euh, vraiment peur.", CODE, "insister");
    $_ = cells($_, WORDS, "J’ai peur de tomber malade,", CODE, "peur") .
	$second });
# written anew
row("pharmacienne", sub { $_ = cells($_, WORDS,
    "Tout autre chose que cela.", CODE, "perdu", MEMO, "x") });
@rows = reverse @rows[1 .. $#rows], $rows[0];'
perl -I"$top/tests" -Mutf8 -MSheet -e '
open_sheet("in.docx"); @rows = ($rows[-1], @rows[0 .. $#rows - 1]);
save_sheet("in.docx")'
run qda tag --from in.docx
is 'status 1 when words stand nowhere' "$status" 1
says '... they are counted' \
    'found exactly: 2, but for spelling: 1, nearly: 1; in several places: 0, nowhere: 1'
ok '... and listed' grep -q '	missing	-	perdu	Tout autre chose que cela.$' "$io/out"
ok 'what is nearly the same is listed too' \
    grep -q '	fuzzy	P2:123-146	renoncer	0...: J’ai cessée de chercher.$' "$io/out"
run codings source:P2
expect 'all others are where they belong' 0 <<'END'
P2:63-94	être connu
P2:123-146	renoncer
P2:147-174	peur
P2:175-194	insister
END
cp fresh.db qda.db
edit P1.docx in.docx '
# two rows put together
my $second;
row("cabinet après", sub {});
for my $i (0 .. $#rows) {
    next unless $rows[$i] =~ /On ne prend plus/;
    $rows[$i - 1] = cells($rows[$i - 1], REF,
	paragraphs(run("P1:158-190"), run("P1:191-219")), WORDS,
	paragraphs(run("J’appelle cabinet après cabinet."),
	run("« On ne prend plus », voilà…")), CODE, "refus");
    splice @rows, $i, 1;
    last;
}
# a property taken out, a label, a memo
row("Par contre", sub { $_ = cells($_, LABEL, "", CODE, "panne", MEMO, "") });
# another category than the project has
row("en panne", sub { cell(CATEGORY, "Pannes") if !/Par contre/ });
row("gagne", sub { cell(CATEGORY, "Temps") });
row("Le matin", sub { cell(CATEGORY, "Rien") })'
run qda tag --from in.docx
expect 'what is no longer in the sheet, or differs, is listed' 1 <<'END'
table 1, row 3	category	-	-	a category, and no property
table 1, row 5	removed	P1:75-131	a;b	qda tag -r "a;b" P1:75-131
table 1, row 5	emptied	P1:75-131	-	une fois sur deux
table 1, row 5	emptied	P1:75-131	-	à revoir
END
is '... and left as it was' "$(codings at:P1:75-131 | cut -f2 | tr '\n' ' ')" \
    'panne a;b panne '
is 'rows put together are one unit' "$(codings code:refus)" 'P1:158-219	refus'
is 'a property that was in no category is in that of its row' \
    "$(qda code show 'gain de temps' | grep -c Temps)" 1

# --- marked words --------------------------------------------------------------
cp fresh.db qda.db
edit P2.docx in.docx '
# bold: the properties of the row are about it
row("pharmacienne", sub { $_ = cells($_, WORDS, paragraphs(run("  Je vais voir ")
    . bold("la phar") . run("macienne", "<w:b/><w:i/>") . run(".")),
    LABEL, "elle", CODE, "recours") });
# a comment: its codes, and what is none
row("Elle me", sub { $_ = cells($_, WORDS, paragraphs(commented(run(
    "Elle me connaît"), "code : Liens > être connu; soutien\n// y revenir\nvraiment ?")
    . run(", elle m’écoute."))) });
# a highlight without any property, and a whole row with one
row("cessé", sub { $_ = cells($_, WORDS, paragraphs(run("J’ai ") .
    lit("cessé de chercher") . run("."))) });
row("malade", sub { $_ = cells($_, WORDS, paragraphs(bold(
    "J’ai peur de tomber malade, euh, vraiment peur.")), CODE,
    paragraphs(commented(run("peur"), "plutôt crainte"))) })'
run qda tag --from in.docx
expect 'what is marked and has no code is listed, and comments elsewhere' 1 <<'END'
table 1, row 6	marked	P2:128-145	-	
table 1, row 7	comment	-	-	plutôt crainte
END
run codings source:P2
expect 'marked words are units of their own' 0 <<'END'
P2:46-61	recours
P2:63-78	être connu
P2:63-78	soutien
P2:147-194	peur
END
is '... a property in the category its comment names' \
    "$(qda code tree | grep -c 'Liens > être connu')" 1
is '... with the label of the row' "$(sqlite3 qda.db \
    "SELECT words || ': ' || label FROM unit WHERE label = 'elle'")" \
    'la pharmacienne: elle'
is '... and the memos of the comment' "$(sqlite3 qda.db \
    'SELECT text FROM memo ORDER BY text' | tr '\n' '|')" \
    'vraiment ?|y revenir|à revoir|'
run qda tag --from in.docx
says 'the same file again is nothing new' "in.docx: nothing new"
run qda tag 'à coder' --and deux --from in.docx
is 'a CODE is for words that are marked and have none' \
    "$(codings at:P2:128-145 | cut -f2 | tr '\n' ' ')" 'à coder deux '
is '... and no others' "$(codings | grep -c deux)" 1
is '... which is all' "$status" 0
run qda tag -r deux --from in.docx
is 'nothing is taken off by a sheet' "$status" 2

# --- tables of others ------------------------------------------------------------
cp fresh.db qda.db
perl -I"$top/tests" -Mutf8 -MZip -e '
sub c { "<w:tc>" . P($_[0]) . "</w:tc>" }
my $b = "<w:tbl>" . join("", map { "<w:tr>" . join("", map { c($_) } @$_) .
    "</w:tr>" } ["Entretien", "Extrait", "Unité de sens", "Propriété"],
    ["P2", "Elle me connaît", "connue", "être connu"],
    ["P1", "cabinet […] cabinet", "", "chercher"]) . "</w:tbl>";
$b .= "<w:tbl>" . join("", map { "<w:tr>" . join("", map { c($_) } @$_) .
    "</w:tr>" } ["Verbatim", "Unité de sens"], ["peur de tomber", "peur"]) .
    "</w:tbl>";
utf8::encode($b); save("t.docx", docx($b))'
run qda tag --from t.docx
expect 'a table of extracts in Word' 0 </dev/null
is '... all its tables' "$(codings 'not code:panne and not code:"gain de temps"' | sort | tr '\n' '|')" \
    'P1:168-189	chercher|P2:152-166	peur|P2:63-78	être connu|'
cp fresh.db qda.db
perl -I"$top/tests" -Mutf8 -MZip -e '
sub c { "<w:tc>" . ($_[1] // "") . P($_[0]) . "</w:tc>" }
my $on = "<w:tcPr><w:vMerge/></w:tcPr>";
my $first = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>";
my $b = "<w:tbl>" . join("", map { "<w:tr>$_</w:tr>" } c("Verbatim") .
    c("Propriété"), c("Elle me connaît") . c("soutien", $first),
    c("elle m’écoute") . c("", $on), c("peur de tomber") . c("")) . "</w:tbl>";
utf8::encode($b); save("merged.docx", docx($b));
sub t { "<table:table-cell$_[1]><text:p>$_[0]</text:p></table:table-cell>" }
my $odt = "<table:table xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:" .
    "table:1.0\">" . join("", map { "<table:table-row>$_</table:table-row>" }
    t("Verbatim", "") . t("Propriété", ""), t("Elle me connaît", "") .
    t("soutien", " table:number-rows-spanned=\"2\""), t("elle m’écoute", "") .
    "<table:covered-table-cell/>", t("peur de tomber", "") . t("", "")) .
    "</table:table>";
utf8::encode($odt); save("merged.odt", odt($odt))'
for form in docx odt; do
	cp fresh.db qda.db
	run qda tag --from merged.$form
	is "a property over two rows is that of both: $form" \
	    "$(codings source:P2 | tr '\n' '|')" \
	    'P2:63-78	soutien|P2:80-93	soutien|'
done
run qda tag --from P1.docx -s P9
is 'an unknown source is refused' "$status" 3
perl -I"$top/tests" -MZip -e 'save("x.docx", docx(P("nothing")))'
run qda tag --from x.docx
is 'a document without such a table too' "$status" 3
says '... why' "'x.docx': no table with a column of verbatims and one of properties"
run sh -c 'qda tag --from - < in.docx'
is 'a document from standard input' "$status" 2
done_testing
