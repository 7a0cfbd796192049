#!/usr/bin/perl
# race.pl NAME TARGET OURS THEIRS: times two shell commands in turn (after one
# run each that does not count) and prints the medians and their ratio.
use strict;
use warnings;
use Time::HiRes qw(time);
my ($name, $target, @commands) = @ARGV;
my (@times, @medians);

sub once {
	my $begin = time;
	system('sh', '-c', $_[0]) == 0 or die "$name: '$_[0]' failed\n";
	return time - $begin;
}
once($_) for @commands;
my $first = once($commands[0]);
my $rounds = $first < 0.1 ? 21 : $first < 1 ? 7 : 5;
for (1 .. $rounds) {
	push @{$times[$_]}, once($commands[$_]) for 0, 1;
}
for my $t (@times) {
	my @s = sort { $a <=> $b } @$t;
	push @medians, $s[@s / 2];
}
my $ratio = $medians[0] / $medians[1];
printf "%-44s %8.4f s  against %8.4f s  ratio %5.2f  target <= %g%s\n",
    $name, @medians, $ratio, $target, $ratio <= $target ? '' : '  MISSED';
