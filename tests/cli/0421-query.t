# queries: a hundred and fifty at random find what plain SQL, comparing all
# with all, finds
. ./tests/lib.sh

qda init -q -t x -c A .
perl "$top/tests/random.pl" > data.sql || exit 1
sqlite3 qda.db < data.sql || exit 1
is 'there are units' "$(sqlite3 qda.db 'SELECT count(*) FROM unit')" 160

# each line: the query, a tab, the condition in SQL on the unit u0
perl -e '
	my $x = 7;
	sub r { $x = ($x * 1103515245 + 12345) % 2147483648;
	    return int($x / 65536) % shift }
	my $touch = "SELECT 1 FROM turn t JOIN speaker k ON k.id = t.speaker"
	    . " WHERE t.source = U.source AND t.start < U.end"
	    . " AND t.end > U.start";
	my $own = "(SELECT participant FROM source s WHERE s.id = U.source)";
	sub leaf {
		my ($u) = @_;
		my $c = 1 + r(8);
		my $n = 1 + r(4);
		my $k = 1 + r(3);
		my @all = (
		    ["code:c$c", "EXISTS (SELECT 1 FROM coding g"
			. " WHERE g.unit = U.id AND g.code = $c)"],
		    ["under:C$c", "EXISTS (SELECT 1 FROM coding g"
			. " WHERE g.unit = U.id AND g.code IN (WITH RECURSIVE"
			. " b(c) AS (SELECT $c UNION SELECT member"
			. " FROM grouping, b WHERE category = c)"
			. " SELECT c FROM b))"],
		    ["source:S$n", "U.source = $n"],
		    ["coder:" . ("A", "B")[$n % 2], "U.coder = 1 + $n % 2"],
		    ["code:*", "EXISTS (SELECT 1 FROM coding g"
			. " WHERE g.unit = U.id)"],
		    ["peur", "U.words LIKE \x27%peur%\x27"],
		    ["/joie \\d\$/", "U.words GLOB \x27*joie [0-9]\x27"],
		    ["speaker:K$k", "EXISTS ($touch AND k.label ="
			. " \x27K$k\x27)"],
		    ["role:participant", "(EXISTS ($touch AND k.role ="
			. " \x27participant\x27) OR NOT EXISTS (SELECT 1"
			. " FROM turn t WHERE t.source = U.source))"],
		    ["participant:Q$n", "(EXISTS ($touch AND"
			. " coalesce(k.participant, $own) = $n) OR"
			. " ifnull($own = $n, 0) AND NOT EXISTS ($touch))"],
		);
		my ($q, $s) = @{$all[r(scalar @all)]};
		$s =~ s/\bU\b/$u/g;
		return ($q, $s);
	}
	my $names = 0;
	sub turn_of {
		my ($u, $op, $edge) = @_;
		return "ifnull((SELECT max(seq) FROM turn t WHERE t.source ="
		    . " $u.source AND t.start $op $u.$edge), 0)";
	}
	sub query {
		my ($u, $depth) = @_;
		my $kind = $depth <= 0 ? 0 : r(8);
		return leaf($u) if $kind < 2;
		if ($kind == 2) {
			my ($q, $s) = query($u, $depth - 1);
			return ("not ($q)", "(NOT $s)");
		}
		if ($kind < 5) {
			my ($q, $s) = query($u, $depth - 1);
			my ($r, $t) = query($u, $depth - 1);
			my $op = $kind == 3 ? "and" : "or";
			return ("($q) $op ($r)", "($s $op $t)");
		}
		my $k = "u" . ++$names;
		my ($q, $s) = query($u, $depth - 1);
		my ($r, $t) = query($k, $depth - 1);
		my $n = r(3);
		my ($op, $c) = $kind == 5 ? ("within", "$k.start <= $u.start"
		    . " AND $k.end >= $u.end") : $kind == 6 ? ("overlaps",
		    "$k.id <> $u.id AND $k.start < $u.end"
		    . " AND $k.end > $u.start") : ("near:$n", "$k.id <> $u.id"
		    . " AND " . turn_of($k, "<=", "start") . " - $n <= "
		    . turn_of($u, "<", "end") . " AND "
		    . turn_of($k, "<", "end") . " + $n >= "
		    . turn_of($u, "<=", "start"));
		return ("($q) $op ($r)", "($s AND EXISTS (SELECT 1 FROM unit $k"
		    . " WHERE $k.source = $u.source AND $c AND $t))");
	}
	for (1 .. 150) {
		my ($q, $s) = query("u0", 1 + $_ % 4);
		print "$q\t$s\n";
	}
' > queries
perl -ne 'chomp; my ($q, $s) = split /\t/; print "SELECT ifnull((SELECT",
    " group_concat(a, \x27 \x27) FROM (SELECT x.name || \x27:\x27 || u0.start",
    " || \x27-\x27 || u0.end AS a FROM unit AS u0 JOIN source AS x ON x.id =",
    " u0.source WHERE $s ORDER BY x.position, u0.start, u0.end, u0.id)),",
    " \x27\x27);\n"' queries > all.sql
sqlite3 qda.db < all.sql > wanted
cut -f1 queries | while IFS= read -r q; do
	qda show "$q" 2>> errors | cut -f1 | tr '\n' ' ' | sed 's/ $//'
	echo
done > got
same 'they find the same' wanted got
is 'without a complaint' "$(grep -v overlaps errors)" ''
ok 'and most of them find something' \
    test "$(grep -c . wanted)" -gt 75
ok '... but not all of it' test "$(sort -u wanted | wc -l)" -gt 60
done_testing
