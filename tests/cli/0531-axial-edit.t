# qda axial edit: the tree of categories as an outline, out and in again.
. ./tests/lib.sh

tree() {
	qda axial tree | cut -f1,3,4
}
# rows: the changes that the outline on standard input makes, a dry run
rows() {
	qda axial edit -n --apply - 2> "$io/err" | tr '\t' '|'
}
said() {
	grep -o 'places in categories:.*' "$io/err"
}
# mistakes NAME: what is wrong with the outline on standard input
mistakes() {
	qda axial edit --apply - 2>&1 > /dev/null |
	    sed 's/^qda-axial: //; s/^standard input, line //'
}

study || exit 1
QDA_CODER=Camille
export QDA_CODER
run qda axial edit --print
is 'no code, no outline: status 3' "$status" 3
says '... and why' 'there is no code yet'
for code in peur honte colère retard oubli '100 % perdu' '%' '\' 'a * b' '- tiret' '# x'; do
	qda code -q add -- "$code"
done
qda axial -q group 'Ne plus compter' peur honte
qda axial -q group Attendre retard honte
qda axial -q group Vécu 'Ne plus compter' Attendre
qda tag -q peur P1:#2 P2:#4
qda tag -q honte P2:#2
run qda axial edit --print
sed '/^% [A-Z]/d; 1s/ [0-9a-f]*$/ SIGN/' "$io/out" > text
mv text "$io/out"
expect 'the outline: main places marked, counts behind' 0 <<'END'
% qda axial edit SIGN
Vécu  % 3 / 2
	Ne plus compter  % 3 / 2
		peur  % 2 / 2
		honte  *  % 1 / 1
	Attendre  % 1 / 1
		retard  % 0 / 0
		honte  % 1 / 1
% in no category:
colère  % 0 / 0
oubli  % 0 / 0
100 % perdu  % 0 / 0
\%  % 0 / 0
\\  % 0 / 0
a * b  % 0 / 0
- tiret  % 0 / 0
# x  % 0 / 0
END
qda axial edit --print > plain
run qda axial edit --apply plain
says 'read back, it is the same' 'the categories are as they were'
sed '/^%/d; s/  % .*//' plain > bare
run qda axial edit --apply bare
says '... without counts and first line too' 'the categories are as they were'
sed 's/	/  /g' bare > spaces
run qda axial edit --apply spaces
says '... two spaces a level' 'the categories are as they were'
expand bare > spaces
run qda axial edit --apply spaces
says '... eight spaces a level' 'the categories are as they were'

# --- moves ------------------------------------------------------------------
is 'a code moves' "$(sed '/retard/d; s/^oubli.*/oubli/; s/^	Attendre.*/&/
    s/^		peur/		retard\n&/' bare | rows)" \
'-|retard|Attendre
+|retard|Ne plus compter'
is '... which is one move' "$(said)" \
    'places in categories: 0 new, 0 gone, 1 moved, 0 made the main one; categories: 0 new, 0 in another order'
is 'a category moves with what is in it' "$(sed 's/^	Attendre/Attendre/
    s/^		\(retard\|honte$\)/	\1/' bare | sed '/^	Ne plus/,/^Attendre/{
    s/^	\(honte.*\)/		\1/;}' | rows)" \
'-|Attendre|Vécu'
is 'an orphan gets a place' "$(sed '/^colère/d; s/^		retard/&\n		colère/' bare | rows)" \
'+|colère|Attendre'
is '... which is new' "$(said | cut -c 23-35)" '1 new, 0 gone'
is 'a code loses its place' "$(sed '/^		retard/d; s/^colère/retard\n&/' bare | rows)" \
'-|retard|Attendre'
is 'a new category, of codes that move and one that stays too' "$(sed '/^colère/d; /^oubli/d
    s/^	Attendre/	Fuir\n		colère\n		oubli\n		peur\n&/' bare | rows)" \
'+|Fuir|category
+|Fuir|Vécu
+|colère|Fuir
+|oubli|Fuir
+|peur|Fuir'
is '... counted' "$(said)" \
    'places in categories: 4 new, 0 gone, 0 moved, 0 made the main one; categories: 1 new, 0 in another order'
is 'a property that gets members is a category' "$(sed '/^colère/d
    s/^		retard/&\n			colère/' bare | rows)" '+|colère|retard'
ok '... which is said' grep -qF "'retard' was a property and is a category now" "$io/err"
is 'another order' "$(sed '/^		peur/d; s/^		honte  \*/&\n		peur/' bare | rows)" \
    '~|Ne plus compter|order'
is '... of categories too' "$(perl -e 'my @l = <STDIN>; print @l[0, 4 .. 6, 1 .. 3, 7 .. $#l]' < bare | rows)" \
    '~|Vécu|order'
is 'a place that is taken up among others is no other order' \
    "$(sed '/^colère/d; s/^		honte  \*/		colère\n&/' bare | rows)" '+|colère|Ne plus compter'
is 'the main place goes by the star' "$(sed 's/^		honte  \*/		honte/; s/^		retard/&/
    t' bare | sed '/^	Attendre/,$s/^		honte/		honte  */' | rows)" '*|honte|Attendre'
is '... without any, by the first line' "$(sed 's/  \*//' bare | rows)" ''
is 'a main place that goes makes the other one main, no change of its own' \
    "$(sed '/^		honte  \*/d' bare | rows)" '-|honte|Ne plus compter'
ok '... nor counted as one' grep -q '0 made the main one' "$io/err"
is 'a name written otherwise is the same code' "$(sed 's/^colère/COLÈRE/' bare | rows)" ''
ok '... which is said' grep -q "1 name is written otherwise and stays as it was; 'qda code rename'" "$io/err"
printf 'Haut\n	retard\nBas\n	colère\n' > add
qda axial -q load add
qda axial edit --print | sed 1d | sed '/^Haut/,/^	retard/d' > o
printf 'Haut\n	retard\n' >> o
is 'the order at the top is not kept' "$(rows < o)" ''
ok '... and that is said' grep -q 'categories that are in none keep the order in which they were made' "$io/err"
qda undo -q

# --- done for real ----------------------------------------------------------
sed '/^colère/d; /^oubli/d; /^		peur/d; s/^		honte  \*/&\n		peur/
    s/^	Attendre/	Fuir\n		colère\n		oubli\n&/' plain > edited
tree > before
run qda axial edit --apply edited -m 'relu'
expect 'what the outline says is done' 0 </dev/null
says '... as one change' 'change 21: places in categories: 3 new, 0 gone, 0 moved, 0 made the main one; categories: 1 new, 1 in another order'
qda axial edit --print | sed '1d; s/  % .*//' > now
sed '1d; s/  % .*//' edited > wanted
same '... and the tree is the outline' wanted now
is '... sound' "$(sqlite3 qda.db 'SELECT count(*) FROM grouping GROUP BY member HAVING sum(main) <> 1')" ''
qda undo -q
tree > after
same '... and can be undone' before after

# --- mistakes -----------------------------------------------------------------
is 'a code that is left out' "$(sed '/^		peur/d' bare | mistakes)" \
    "1: 'peur' is missing: nothing is dropped here; 'qda code delete' and 'qda code rename' are for that"
is 'a code that is there twice in one category' "$(sed 's/^		peur/&\n&/' bare | mistakes)" \
    "4: 'peur' stands here already, in line 3"
is '... in two pieces of the category' "$(printf 'Vécu\n	peur\n' | cat bare - | mistakes)" \
    "16: 'Vécu' stands here already, in line 1"
is '... and at the top' "$(printf 'oubli\n' | cat bare - | mistakes | cut -c 1-35)" \
    "16: 'oubli' stands here already, in"
is 'a code in a category and in none' "$(printf 'peur\n' | cat bare - | mistakes)" \
    "16: 'peur' stands here in no category, and in 'Ne plus compter' in line 3: one of both"
is 'a circle' "$(sed 's/^		retard/&\n			Vécu/; ' bare | mistakes)" \
    "1: 'Vécu' stands here in no category, and in 'retard' in line 7: one of both
6: 'retard' would be in itself: it holds, at some depth, 'Attendre'"
is 'a code in itself' "$(sed 's/^		retard/&\n			retard/' bare | mistakes)" \
    "7: 'retard' would be in itself: it holds, at some depth, 'retard'"
is 'a name that is new, and holds nothing' "$(printf 'retarf\n' | cat bare - | mistakes)" \
    "16: there is no code 'retarf'; did you mean 'retard'? A new category holds something, and 'qda code add' makes a property"
is 'a heading that is renamed is a code left out' "$(sed 's/^	Attendre/	Guetter/' bare | mistakes)" \
    "1: 'Attendre' is missing: nothing is dropped here; 'qda code delete' and 'qda code rename' are for that"
is 'an address is no name' "$(sed 's/^	Attendre/	P1:3-9\n&/; s/^		retard/	Attendre/' /dev/null
    printf 'P1:3-9\n	oubli2\n' | cat bare - | mistakes | head -n 1 | cut -c 1-30)" \
    "16: 'P1:3-9' is an address: th"
is 'tabs and spaces' "$(sed 's/^		peur/                peur/' bare | mistakes)" \
    '3: set in with tabs and with spaces: one kind in a text'
is 'set in too deep' "$(sed 's/^		peur/				peur/' bare | mistakes)" \
    '3: more than one level deeper than the line before'
is 'the first one set in' "$(sed 's/^Vécu/	Vécu/' bare | mistakes | head -n 1)" \
    '1: the first name is set in'
is 'an odd number of spaces' "$(sed 's/	/  /g; s/^    peur/   peur/' bare | mistakes)" \
    '3: 2 spaces make a level here, and this is no multiple of them'
is 'two main places' "$(sed 's/^		honte.*/		honte  */' bare | mistakes)" \
    "7: 'honte' has its main place (*) in line 4 already"
is 'all of them at once, up to ten' "$(sed '/^[^	]/d' bare | mistakes | wc -l)" 11
is '... in order, with how many more' "$(sed '/^[^	]/d' bare | mistakes | sed -n '1p;$p')" \
    '1: the first name is set in
and 1 more'
is 'a text of another action' "$(qda memo add --print | mistakes)" \
    "standard input: this is no text of 'qda axial edit'"

# --- as a study, shuffled: what is printed of it is what was put in -------------
cp "$build/demo/qda.db" demo.db 2> /dev/null || {
	qda init -q -l fr demo.db
	qda -p demo.db code -q load "$top/samples/codebook.csv"
	qda -p demo.db axial -q load "$top/samples/categories.txt"
}
QDA_PROJECT=$work/demo.db
export QDA_PROJECT
cat > shuffle <<'END'
# a random tree of the same names: SEED, lines of an outline in, one out
use strict; use warnings;
srand shift;
my (%seen, @names);
while (<STDIN>) {
	s/^\t*//; s/  .*//; chomp;
	push @names, $_ unless /^%|^$/ || $seen{$_}++;
}
my @at = sort { $a->[0] <=> $b->[0] } map { [ rand, $_ ] } @names;
my (%under, @top);
for my $i (0 .. $#at) {
	my $name = $at[$i][1];
	my %in;
	for (1 .. 1 + (rand() < .2)) {
		my $up = int(rand($i / 3 + 1)) - 1;
		next if $up < 0 || $in{$up}++;
		push @{$under{$at[$up][1]}}, $name;
	}
	push @top, $name unless %in;
}
my %main;
sub show {
	my ($name, $depth) = @_;
	print "\t" x $depth, $name, "\n";
	return if $main{$name}++;
	show($_, $depth + 1) for @{$under{$name} // []};
}
show($_, 0) for @top;
END
for seed in 1 2 3 4 5 6 7 8; do
	qda axial edit --print | sed 1d | perl shuffle $seed > o
	qda axial edit -q --apply o || echo "$seed: refused"
	# places as pairs, whatever the order at the top
	perl -ne '/^(\t*)(.*?)(  .*)?$/; next if /^%/; my $d = length $1; $up[$d] = $2;
	    print $d ? "$up[$d - 1] > $2\n" : "$2\n"' o | LC_ALL=C sort > wanted
	qda axial edit --print | sed 1d | perl -ne '/^(\t*)(.*?)(  .*)?$/; next if /^%/;
	    my $d = length $1; $up[$d] = $2;
	    print $d ? "$up[$d - 1] > $2\n" : "$2\n"' | LC_ALL=C sort > got
	cmp -s wanted got || echo "$seed: another tree"
	qda axial edit --print > o
	qda axial edit --apply o 2>&1 | grep -q 'as they were' || echo "$seed: not stable"
	sqlite3 demo.db 'SELECT member FROM grouping GROUP BY member HAVING sum(main) <> 1'
	qda axial check | grep circle
	qda axial edit --print > "after$seed"
done > "$io/why"
[ ! -s "$io/why" ]
result $? 'eight random trees one after the other are each what they say'
for seed in 8 7 6 5 4 3 2; do
	qda undo -q
	qda axial edit --print | cmp -s - "after$((seed - 1))" || echo "$seed"
done > "$io/why"
[ ! -s "$io/why" ]
result $? '... and undone one after the other'
done_testing
