#!/usr/bin/perl
# run.pl BUILD [TEST...]: runs the unit tests and tests/cli/*.t (or the tests
# named; "unit" is the unit tests), several at a time, and ends with one line:
# "N passed, N failed[, N skipped]".  Status 1 when anything failed.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use TAP::Harness;

my $build = shift // die "usage: run.pl BUILD [TEST...]\n";
my $limit = 600;			# seconds a test file may take

$build = abs_path($build) // die "run.pl: there is no '$build'\n";
chdir dirname(abs_path($0)) . '/..' or die "run.pl: $!\n";
my @tests = @ARGV ? @ARGV : ('unit', sort glob 'tests/cli/*.t');

$ENV{QDA_BUILD} = $build;
$ENV{PATH} = "$build/bin:$ENV{PATH}";
$ENV{LC_ALL} = 'C.UTF-8';
$ENV{TZ} = 'UTC';
delete @ENV{qw(LANGUAGE QDA_PROJECT QDA_CODER)};

# A sanitizer's report is a failure, also where a test looks the other way.
my $reports = "$build/sanitizer";
unlink glob "$reports.*";
$ENV{ASAN_OPTIONS} = "detect_leaks=1:exitcode=99:log_path=$reports" .
    ($ENV{STACKS} ? ":fast_unwind_on_malloc=0" : "");
$ENV{UBSAN_OPTIONS} = 'print_stacktrace=1:exitcode=99';

# What a test itself says to standard error is a mistake of its own: a command
# that is not there, a syntax that this shell has not.
my $scraps = tempdir(CLEANUP => 1);
sub complaints {
	return "$scraps/" . (shift =~ tr{/}{_}r);
}

my $harness = TAP::Harness->new({
	jobs => $ENV{JOBS} // (`nproc` || 1) + 0,
	verbosity => $ENV{VERBOSE} ? 1 : 0,
	failures => 1,
	exec => sub {
		my ($self, $test) = @_;
		return ['timeout', $limit, "$build/test-unit"]
		    if $test eq 'unit';
		return ['sh', '-c', 'exec 2> "$0"; exec "$@"',
		    complaints($test), 'timeout', $limit, 'sh', $test];
	},
});
my $all = $harness->runtests(@tests);

# a whole file may be skipped, and a file may fail without a failed test
# (it crashed, or gave fewer tests than it announced)
my $skipped = $all->skipped;
my $passed = $all->passed - $skipped;
my $failed = $all->failed;
for my $p ($all->parsers) {
	$skipped++ if $p->skip_all;
	$failed++ if $p->has_problems && !$p->failed;
}
for my $report (glob "$reports.*") {
	$failed++;
	print "$report:\n";
	open my $f, '<', $report or next;
	print grep { $. <= 40 } <$f>;
}
for my $test (grep { -s complaints($_) } @tests) {
	$failed++;
	print "$test says to standard error:\n";
	open my $f, '<', complaints($test) or next;
	print grep { $. <= 20 } <$f>;
}
print "$passed passed, $failed failed", $skipped ? ", $skipped skipped" : '',
    "\n";
exit($failed || !$passed && !$skipped ? 1 : 0);
