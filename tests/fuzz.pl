#!/usr/bin/perl
# fuzz.pl BUILD [ROUNDS [SEED]]: gives every reader its own input, spoilt in
# ROUNDS ways, in the working directory.  A tool may take it (status 0 or 1)
# or refuse it (2 or 3, with a sentence in UTF-8, the project as it was);
# all else is printed, the input kept in fuzz-NAME-N, and the status 1.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Copy qw(copy);
use lib dirname(abs_path($0));
use Zip;

my ($build, $rounds, $seed) = (abs_path(shift), shift // 100, shift // 1);
my $samples = abs_path(dirname(abs_path($0)) . '/../samples');
my $limit = 30;				# seconds a tool may take
srand $seed;
$ENV{PATH} = "$build/bin:$ENV{PATH}";
$ENV{LC_ALL} = 'C.UTF-8';
$ENV{QDA_CODER} = 'Camille Aubert';
delete @ENV{qw(QDA_PROJECT LANGUAGE)};

sub slurp {
	open my $f, '<:raw', $_[0] or return '';
	local $/;
	return <$f> // '';
}
sub spill {
	open my $f, '>:raw', $_[0] or die "$_[0]: $!\n";
	print $f $_[1];
	close $f;
}

# A small project that has something of everything.
unlink 'qda.db';
system("qda init -q -t Étude -l fr . 2>log && qda guide add -q 1 --from " .
    "$samples/guides/1.txt && qda guide add -q 2 --from " .
    "$samples/guides/2.txt && qda import -q " .
    "$samples/entretiens/P[1-4].* 2>>log && qda source load -q " .
    "$samples/sources.csv 2>>log; qda participant load -q " .
    "$samples/participants.csv 2>>log; grep -E '^(source|P[1-4],)' " .
    "$samples/codings.csv > c.csv; qda tag -q --from c.csv 2>>log") == 0
    or die "fuzz.pl: no project:\n" . slurp('log');
system("qda code load -q $samples/codebook.csv 2>>log; " .
    "qda axial load -q $samples/categories.txt 2>>log");
system("echo 'Qui ?' | qda guide add -q 1 --from - 2>>log");
copy 'qda.db', 'fresh.db';
my $fresh = slurp 'fresh.db';

sub dumped {
	my $text = `qda @_ 2>/dev/null`;
	return $text ne '' ? $text : 'name';
}
sub head {
	my ($text, $n) = @_;
	return join "", grep { defined } (split /^/, $text)[0 .. $n];
}

# name, the arguments (FILE: the input is a file, ARG: an argument, else
# standard input), and inputs that make sense
my @readers = (
	['source', [qw(source load FILE)], dumped('source dump'),
	    dumped('source dump -o tsv'), head(slurp("$samples/sources.csv"), 4)],
	['participant', [qw(participant load FILE)],
	    dumped('participant dump'), dumped('participant dump -o tsv'),
	    slurp("$samples/participants.csv")],
	['code', [qw(code load FILE)], dumped('code dump'),
	    dumped('code dump -o tsv'), head(slurp("$samples/codebook.csv"), 8)],
	['axial', [qw(axial load FILE)], slurp("$samples/categories.txt"),
	    "category,code\nVécu,peur\nVécu,colère\n", "Vécu\n  peur\n    fine\n"],
	['tag-from', [qw(tag --from FILE)],
	    head(slurp("$samples/codings.csv"), 6),
	    "address\tcode\tcoder\tlabel\tstance\tmemo\nP1:#2\ta; b\tNoé\t" .
	    "x\tqualifies\tun mot\nP2:10-20\tc\t\t\t\t\n"],
	['lines', [qw(tag étiquette)], "P1:0-10\nP2:#3\nP3:#1-2\nP4:\n" .
	    "P1:12-40\@1\n", dumped('find -w je')],
	['address', [qw(tag étiquette ARG)], 'P1:0-10', 'P2:#3', 'P3:#1-2',
	    'P4:', 'P1:12-40@1'],
	['quote', [qw(tag étiquette -t ARG)],
	    'Je n’ai pas […] depuis', 'le médecin', 'on [...] de (…) la'],
	['import', [qw(import -N nouveau FILE)], slurp("$samples/entretiens/P3.txt"),
	    slurp("$samples/entretiens/P6.txt"), "CA : Et ?\n\nP1 : bon.\n",
	    "**CA** : Et ?\n\n> P1 : bon\n\n# Titre\n"],
	['pattern', [qw(find ARG)], '(?i)\b(médecin|docteur)\w*', '[a-z]+(?=é)',
	    '(a|b)*c{2,5}', '\p{Lu}\X'],
	['words', [qw(find -w ARG)], 'médecin traitant', 'l’eau', 'pharmacien'],
	['query', [qw(show ARG)], 'under:Chercher en vain and @sexe=F',
	    'code:"peur" within (source:P1 or not speaker:CA)',
	    '/doc(teur)?s/i near:3 @age>=50', 'at:P1:0-40 overlaps code:*',
	    'date:2024-03 or kind:interview and memo:x', 'médecin traitant'],
	['pipe', [qw(show -)], "P1:0-10\nP2:#3\nP3:#1-2\n"],
	['rule', [qw(saturation --rule ARG)], 'none-new', 'guest', 'francis'],
	['declared', [qw(project set ARG)],
	    'stopping-rule=none-new stop=1 min=10', 'title=Étude',
	    'stopping-declared=2024-01-10',
	    'stopping-rule=guest base=4 run=2 threshold=5'],
	['matrix', [qw(saturation --matrix FILE)],
	    "code,P1,P2,P3\na,1,0,1\nb,0,1,1\n", "\tP1\tP2\nx\t1\t0\n"],
	['field', [qw(source set P1 ARG)], 'date=07/02/2024',
	    'duration=44 min 20', 'order=3', 'kind=focus-group',
	    'duration=1:02:03'],
	['attribute', [qw(participant set P1 ARG)], 'âge=54', 'sexe=F',
	    'consent=yes', 'informed=12/03/2024'],
	['since', [qw(log --since ARG)], '2024-01-01', '1 janvier 2024', '12/3/24'],
	['memo', [qw(memo add --on ARG -t titre mot)], 'P1:0-10', 'code:peur',
	    'source:P1', 'participant:P2'],
	['memo-text', [qw(memo add -t titre -)], "Une note.\n\nDeux lignes.\n"],
	['guide', [qw(guide add nouveau --from FILE)],
	    "1. Votre santé ?\n\n- Q2 : Qui vous aide ?\n• a) Et vous ?\n"],
	['opening', [qw(guide set 1 ARG)], 'opening=1', 'date=10/01/2024',
	    'tested=no'],
	['speaker', [qw(speaker set ARG CA role=autre)], 'P1', '*', 'P*'],
	['role', [qw(speaker set P1 CA ARG)], 'role=participant',
	    'participant=P2'],
	['coreq', [qw(coreq set ARG texte)], '3', '12', '29'],
	['coreq-load', [qw(coreq load FILE)], slurp("$samples/coreq.tsv")],
	['columns', [qw(matrix --columns ARG)], 'source', 'participant', 'code',
	    '@sexe', 'attribute:sexe'],
	['undo', [qw(undo ARG)], '1', '2', '3'],
	['output', [qw(source list -o ARG)], 'json', 'tsv', 'csv', 'jsonl'],
);
# What is spoilt before it is put into an archive.
my %packed = (docx => \&docx, odt => \&odt, word => \&word);
my $turns = P('CA : Et ?', 'P1 : Bien.', '[CA] (0:01 - 0:11)', 'Non &amp; oui');
push @readers,
    ['docx', [qw(import -N nouveau FILE)], $turns, "$turns<w:tbl><w:tr><w:tc>" .
	"$turns</w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val=\"Titre1\"/>" .
	'</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>CA</w:t><w:tab/><w:br/>' .
	'</w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'],
    ['odt', [qw(import -N nouveau FILE)], '<text:p>CA : Et ?</text:p><text:p>' .
	'P2 :<text:s text:c="2"/>Bien,<text:tab/>oui.</text:p><text:list>' .
	'<text:list-item><text:p>a</text:p></text:list-item></text:list>'],
    ['word', [qw(import -N nouveau FILE)], '<w:document xmlns:w="' . W .
	"\"><w:body>$turns</w:body></w:document>", '<!DOCTYPE a [<!ENTITY b ' .
	'"cc">]><w:document xmlns:w="' . W . '"><w:body><w:p><w:r><w:t>&b;' .
	'</w:t></w:r></w:p></w:body></w:document>'],
    ['guide-docx', [qw(guide add nouveau --from FILE)], docx($turns)],
    ['archive', [qw(import -N nouveau FILE)], docx($turns),
	odt('<text:p>CA : Et ?</text:p>')];

my @tokens = ("\"", "'", ',', ';', "\t", "\n", "\r\n", "\r", "\\", ':', '#',
    '@', '-', '=', '(', ')', '[', '*', '/', ' and ', ' or ', 'not ', '"\\"',
    "\xef\xbb\xbf", "\xff", "\xc3", "\xe2\x80\xae", "\xf0\x9f\x98\x80",
    "e\xcc\x81", "\xc2\xa0", '99999999999999999999', '-1', '0', '4294967296',
    '9223372036854775807', '1e309', 'NaN', '%s%n', "\0", 'P1', 'code:',
    ' within ', 'near:', '..', '{2000}', '<w:p>', '</w:p>', '&#0;', '&lt;', '<![CDATA[', '<text:p>',
    '<text:s text:c="99999999"/>', 'x' x 3000, '(' x 300, '"' x 50,
    "\t" x 100);

sub spoilt {
	my ($s, @others) = @_;
	for (0 .. int rand 4) {
		my $at = int rand(1 + length $s);
		my $n = int rand(1 + (rand() < 0.7 ? 4 : length($s) - $at));
		my $how = int rand 8;
		if ($how == 0) { substr($s, $at, $n) = '' }
		elsif ($how == 1) { substr($s, $at, 0) = substr $s, $at, $n }
		elsif ($how == 2) { $s = substr $s, 0, $at }
		elsif ($how == 3) { substr($s, $at, 1) = chr int rand 256 }
		elsif ($how == 4) {
			my $o = $others[rand @others];
			substr($s, $at, $n) =
			    substr $o, int rand(1 + length $o), 1 + int rand 40;
		}
		else { substr($s, $at, $how == 5 ? $n : 0) =
		    $tokens[rand @tokens] }
	}
	return $s;
}

sub run {
	my ($stdin, @args) = @_;
	my $pid = fork // die "fork: $!\n";
	if ($pid == 0) {
		open STDIN, '<', $stdin;
		open STDOUT, '>', 'fuzz.out';
		open STDERR, '>', 'fuzz.err';
		exec 'timeout', '-s', 'KILL', $limit, 'qda', @args;
		exit 126;
	}
	waitpid $pid, 0;
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my ($failed, $refused, $taken) = (0, 0, 0);
for my $reader (@readers) {
	my ($name, $args, @good) = @$reader;
	next unless -x "$build/bin/qda-$args->[0]";
	for my $round (1 .. $rounds) {
		my $input = spoilt($good[rand @good], @good);
		my $stdin = '/dev/null';
		my @args = @$args;
		if (grep { $_ eq 'ARG' } @args) {
			$input =~ tr/\0//d;
			@args = map { $_ eq 'ARG' ? $input : $_ } @args;
			splice @args, 1, 0, '--' if $input =~ /^-/ &&
			    $args[-1] eq $input && $args->[-2] !~ /^-/;
		} else {
			my $pack = $packed{$name};
			spill('input', $pack ? $pack->($input) : $input);
			@args = map { $_ eq 'FILE' ? 'input' : $_ } @args;
			$stdin = 'input' unless grep { $_ eq 'FILE' } @$args;
		}
		my $status = run($stdin, @args);
		my $why = '';
		my $said = slurp 'fuzz.err';
		if ($status == 2 || $status == 3) {
			$refused++;
			$why = 'silent' if $said eq '';
			$why = 'the project changed' if slurp('qda.db') ne $fresh;
			my $copy = $said;
			$why = 'the sentence is not UTF-8'
			    unless utf8::decode($copy);
		} elsif ($status == 0 || $status == 1) {
			$taken++;
		} else {
			$why = "status $status";
		}
		copy 'fresh.db', 'qda.db' if slurp('qda.db') ne $fresh;
		next if $why eq '';
		$failed++;
		spill("fuzz-$name-$round", $input);
		print "$name, round $round: $why: qda @$args\n",
		    head($said, 12) =~ s/^/    /gmr;
	}
}
print "$taken taken, $refused refused, $failed failed (seed $seed)\n";
exit($failed || !$taken || !$refused ? 1 : 0);
