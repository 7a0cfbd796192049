#!/usr/bin/perl
# undo.pl TOP [SEQUENCES [FIRST]]: random sequences of the verbs that write.
# Each is undone to its beginning and redone to its end, and every state on the
# way must be the one that was there; a change in the middle comes back or is
# refused, and then nothing moved.  Prints TAP, one test a sequence; the same
# sequences everywhere, as the generator is our own.
use strict;
use warnings;
use Cwd qw(getcwd);
use Digest::MD5 qw(md5_hex);

my ($top, $sequences, $first) = @ARGV;
$sequences ||= 20;
$first ||= 1;
my $steps = 14;
my $state;
my $bin = (grep { -x "$_/qda" } split /:/, $ENV{PATH})[0];
my (@why, @log);

sub below {
	$state = ($state * 1103515245 + 12345) & 0x7fffffff;
	return ($state >> 8) % shift;
}
sub any { return $_[below(scalar @_)]; }

my @codes = ('peur', 'colère', "l'attente", 'Ne plus compter', 'repli; retrait',
    'Chercher');
my @sources = qw(P1 P2 P3 P4);
my @people = ('P1', 'P2', 'P3', 'Élodie', "d'Aubreuil");
my @coders = ('Camille', 'Noé', "L'autre");
my %words = (P1 => 'mot un', P2 => 'mot deux', P3 => 'mot trois',
    P4 => 'mot quatre');

sub code { return any(@codes); }
sub address {
	my $s = any(@sources);
	my $start = 5 + below(20);
	return any("$s:#2", "$s:$start-" . ($start + 1 + below(30)),
	    "$s:#1-2", "$s:");
}

# Each gives the words of a command; a first word "|" pipes find into it.
my %verbs = (
	'coder' => [
	    sub { (qw(coder add), any(@coders), 'roles=coder') },
	    sub { (qw(coder set), any(@coders), 'gender=' . any(qw(a b))) },
	    sub { (qw(coder rename), any(@coders), any(@coders)) },
	    sub { (qw(coder merge), any(@coders), '--into', any(@coders)) },
	    sub { (qw(coder delete), any(@coders)) } ],
	'project' => [
	    sub { (qw(project set), 'title=t' . below(3), 'question=' .
		any('q', '')) } ],
	'import' => [
	    sub { ('import', any(@sources) . '.txt') },
	    sub { ('import', '-P', any(@people), any(@sources) . '.txt') },
	    sub { ('import', map { "$_.txt" } @sources) } ],
	'source' => [
	    sub { (qw(source set), any(@sources), 'setting=' . any(qw(a b)),
		'date=2024-01-0' . (1 + below(9))) },
	    sub { (qw(source set), any(@sources), 'participant=' .
		any(@people)) },
	    sub { (qw(source rename), any(@sources), 'P' . (1 + below(6))) },
	    sub { (qw(source order), any(@sources)) },
	    sub { (qw(source assign), any(@coders), any(@sources), 'P*',
		'blind=' . any('oui', ''), 'done=' . any('2030', 'no')) },
	    sub { (qw(source assign -r), any(@coders), any(@sources)) },
	    sub { (qw(source delete), any(@sources)) } ],
	'participant' => [
	    sub { (qw(participant add), any(@people)) },
	    sub { (qw(participant set), any(@people), 'sexe=' . any(qw(F H)),
		'reason=' . any('r', '')) },
	    sub { (qw(participant rename), any(@people), any(@people)) },
	    sub { (qw(participant load people.csv)) },
	    sub { (qw(participant load types.csv)) },
	    sub { (qw(participant delete), any(@people)) } ],
	'tag' => [
	    (sub { ('tag', code(), address(), address()) }) x 3,
	    sub { ('tag', '-c', any(@coders), code(), address()) },
	    sub { (qw(tag -r), code(), address()) },
	    sub { ('tag', '--and', code(), code(), address()) },
	    sub { ('tag', '-t', any(values %words), code()) },
	    sub { (qw(tag --from codings.csv)) } ],
	'find' => [
	    (sub { ('|', 'tag', code()) }) x 2,
	    sub { ('|', 'tag', '-r', code()) } ],
	'code' => [
	    sub { (qw(code add), code()) },
	    sub { (qw(code set), code(), 'definition=d' . below(2)) },
	    sub { (qw(code rename), code(), code()) },
	    sub { (qw(code merge), code(), '--into', code()) },
	    sub { (qw(code delete), code()) },
	    sub { (qw(code load codebook.csv)) } ],
	'axial' => [
	    sub { (qw(axial group), code(), code(), code()) },
	    sub { (qw(axial ungroup), code(), code()) },
	    sub { (qw(axial load tree.txt)) } ],
	'memo' => [
	    sub { (qw(memo add), '--on', 'code:' . code(), 'une idée') },
	    sub { (qw(memo add), '--on', address(), 'un passage') },
	    sub { (qw(memo delete), 1 + below(4)) } ],
	'coreq' => [
	    sub { (qw(coreq set), 1 + below(32), 'réponse ' . below(3)) } ],
);
# two turns of a wheel each, so that tagging is not rare
my @wheel = grep { -x "$bin/qda-$_" } (sort keys %verbs, qw(tag find import));

sub run {
	my @words = @_;
	my $pipe = $words[0] eq '|';
	shift @words if $pipe;
	push @log, join ' ', ($pipe ? 'find mot | qda' : 'qda'), @words;
	my $pid = fork;
	if (!$pid) {
		open STDOUT, '>', 'out';
		open STDERR, '>', 'err';
		open STDIN, '<', '/dev/null';
		if ($pipe) {
			my $from = open STDIN, '-|';
			exec 'qda', 'find', 'mot' if !$from;
		}
		exec 'qda', @words;
		exit 127;
	}
	waitpid $pid, 0;
	my $status = $? >> 8;
	push @why, "'$log[-1]' ended with status $? and said " . slurp('err')
	    if $? & 127 || $status > 3;
	return $status;
}

sub slurp {
	open my $f, '<', shift or return '';
	local $/;
	return <$f> // '';
}

# The whole project, but the history itself and the texts it keeps for a redo.
sub state_now {
	return join '', grep {
		!/^INSERT INTO "?(?:history|sqlite_sequence|source_text)/
	} `sqlite3 qda.db .dump`;
}

sub count_done {
	my $n = `sqlite3 qda.db "SELECT count(*) FROM history WHERE state = 'done'"`;
	return $n + 0;
}

sub same {
	my ($got, $want, $what) = @_;
	return if $got eq $want;
	my %want = map { $_ => 1 } split /\n/, $want;
	my %got = map { $_ => 1 } split /\n/, $got;
	push @why, "$what: not as it was",
	    (map { "  now $_" } grep { !$want{$_} } split /\n/, $got),
	    (map { "  was $_" } grep { !$got{$_} } split /\n/, $want);
}

sub setup {
	for my $s (@sources) {
		open my $f, '>', "$s.txt" or die;
		print $f "CA : Alors $s ?\n\n$s : Le $words{$s}, é et le mot " .
		    "encore 😀. Puis un mot.\n";
	}
	open my $f, '>', 'people.csv' or die;
	print $f "name,outcome,âge,sexe\nP1,included,30,F\nÉlodie,refused,40,\n";
	open $f, '>', 'types.csv' or die;
	print $f "name,type,levels\n\@sexe,ordered,F; H\n\@âge,number,\n";
	open $f, '>', 'codings.csv' or die;
	print $f "source,quote,code,label,memo\n";
	print $f "$_,$words{$_},$codes[length($_) % 3],étiquette,un mémo\n"
	    for @sources[0, 1];
	open $f, '>', 'codebook.csv' or die;
	print $f "name,definition,parent\npeur,la peur,Chercher\n" .
	    "colère,,Chercher\n";
	open $f, '>', 'tree.txt' or die;
	print $f "Ne plus compter\n\tpeur\n\tChercher\n\t\tcolère\n";
	close $f;
	system('qda init -q -l fr -c Camille .') == 0 or die;
}

# A change in the middle, undone and redone by its number.
sub middle {
	my @done = split /\n/, `sqlite3 qda.db "SELECT id FROM history
	    WHERE state = 'done'"`;
	return if !@done;
	my $n = $done[below(scalar @done)];
	my $before = state_now();
	my $status = run('undo', $n);
	if ($status == 0) {
		run('redo', $n) == 0 or
		    push @why, "redo $n refused: " . slurp('err');
	} elsif ($status == 3) {
		push @why, "a refusal that names nothing: " . slurp('err')
		    if slurp('err') !~ /change \d+ .*(change \d+ |: a |: v)/;
	} else {
		push @why, "undo $n: status $status";
	}
	same(state_now(), $before, "undo and redo of $n");
}

sub sequence {
	my @states = (state_now());
	for (1 .. $steps) {
		my $before = count_done();
		# something to work on, more often than not
		my $status = run($_ == 1 && below(4) ?
		    ('import', 'P1.txt', 'P2.txt') :
		    any(@{$verbs{any(@wheel)}})->());
		my $now = state_now();
		my $more = count_done() - $before;
		push @why, "'$log[-1]' made $more changes" if $more > 1;
		push @why, "'$log[-1]' changed what it did not record"
		    if $more == 0 && $now ne $states[-1];
		push @why, "'$log[-1]' failed ($status) and yet changed"
		    if $status > 1 && $more;
		push @states, $now if $more;
	}
	middle() for 1 .. 2;
	for my $i (reverse 0 .. $#states - 1) {
		run('undo') == 0 or push @why, "undo: " . slurp('err');
		same(state_now(), $states[$i], "undone to $i");
		return if @why;
	}
	run('undo') == 1 or push @why, 'one undo too many';
	for my $i (1 .. $#states) {
		run('redo') == 0 or push @why, "redo: " . slurp('err');
		same(state_now(), $states[$i], "redone to $i");
		return if @why;
	}
	run('redo') == 1 or push @why, 'one redo too many';
	middle() for 1 .. 3;
	run('check');
	push @why, "check: $_" for grep { /^(file|text|outside|words|coding-s
	    |turn|circle|kind|main|empty)/x } split /\n/, slurp('out');
}

print '1..', $sequences, "\n";
my $home = getcwd();
for my $i (0 .. $sequences - 1) {
	my $seed = $first + $i;
	$state = $seed * 7919;
	@why = @log = ();
	mkdir "s$seed" or die;
	chdir "s$seed" or die;
	setup();
	sequence();
	print @why ? 'not ok ' : 'ok ', $i + 1, " - sequence $seed, undone, ",
	    "redone\n";
	if (@why) {
		print "# $_\n" for map { split /\n/ } @log, @why;
	}
	chdir $home;
	system 'rm', '-rf', "s$seed";
}
