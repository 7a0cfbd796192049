# random.pl: a small study at random, always the same, as SQL for a new project
use strict;
use warnings;

my $x = 42;
sub r { $x = ($x * 1103515245 + 12345) % 2147483648;
    return int($x / 65536) % shift }
print "BEGIN;\n";
print "INSERT INTO coder (guid, name, key, created)",
    " VALUES (x'', 'B', 'b', '');\n";
for my $s (1 .. 4) {
	print "INSERT INTO participant (guid, name, key, created)",
	    " VALUES (x'', 'Q$s', 'q$s', '');\n";
	my $p = $s == 4 ? "NULL" : $s;
	print "INSERT INTO source (guid, name, key, position,",
	    " participant, hash, words, created) VALUES (x'',",
	    " 'S$s', 's$s', ", 10 - $s, ", $p, x'', 0,",
	    " '');\n";
	for my $k (1 .. 3) {
		my $who = $k == 3 ? 4 : "NULL";
		my $role = $k == 1 ? "interviewer" : "participant";
		print "INSERT INTO speaker (guid, source, label, key,",
		    " role, participant) VALUES (x'', $s,",
		    " 'K$k', 'k$k', '$role', $who);\n";
	}
	my ($at, $seq) = (3, 1);
	while ($s != 3 && $at < 180) {
		my $end = $at + 1 + r(20);
		my $who = ($s - 1) * 3 + 1 + r(3);
		print "INSERT INTO turn (source, seq, speaker, start,",
		    " end) VALUES ($s, $seq, $who, $at, $end);\n";
		$at = $end + r(4);
		$seq++;
	}
}
for my $c (1 .. 8) {
	print "INSERT INTO code (guid, name, key, created)",
	    " VALUES (x'', 'c$c', 'c$c', '');\n";
}
for my $m (2 .. 8) {
	my $c = int($m / 2);
	print "INSERT INTO grouping (guid, category, member, position,",
	    " main, created) VALUES (x'', $c, $m, $m, 1,",
	    " '');\n";
}
for my $u (1 .. 160) {
	my $s = 1 + r(4);
	my $a = r(180);
	my $b = $a + 1 + r(r(3) ? 9 : 60);
	my $coder = 1 + r(2);
	my $word = (qw(peur joie))[r(2)];
	print "INSERT INTO unit (guid, source, start, end, words,",
	    " coder, created) VALUES (x'', $s, $a, $b,",
	    " 'la $word $u', $coder, '');\n";
	for (1 .. r(4)) {
		my $c = 1 + r(8);
		print "INSERT OR IGNORE INTO coding (guid, unit,",
		    " source, code, coder, created) VALUES (x'',",
		    " $u, $s, $c, $coder, '');\n";
	}
}
print "COMMIT;\n";
