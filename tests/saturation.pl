#!/usr/bin/perl
# saturation.pl FOLDER: asks qda saturation what each vector FOLDER/sat_*.json
# expects, by every rule in it, and prints TAP.  A vector without a matrix
# gives new codes by interview: each code then stands in its first one only.
use strict;
use warnings;
use JSON::PP;
use File::Temp qw(tempdir);

my $folder = shift;
my $work = tempdir(CLEANUP => 1);
my $n = 0;

sub matrix {
	my ($in) = @_;
	my $t = $in->{interviews};
	return @{$in->{matrix_codes_by_interviews}}
	    if $in->{matrix_codes_by_interviews};
	my @rows;
	for my $i (0 .. $t - 1) {
		push @rows, ('0' x $i) . '1' . ('0' x ($t - $i - 1))
		    for 1 .. $in->{new_codes_per_interview}[$i];
	}
	return @rows;
}

# Where two values differ, or ''.
sub differs {
	my ($got, $want, $at) = @_;
	return '' if !defined $got && !defined $want;
	return "$at: one is null" if !defined $got || !defined $want;
	if (ref $want eq 'HASH') {
		my %keys = (%$got, %$want);
		for my $k (sort keys %keys) {
			return "$at.$k: only in one" if !exists $got->{$k} ||
			    !exists $want->{$k};
			my $d = differs($got->{$k}, $want->{$k}, "$at.$k");
			return $d if $d;
		}
		return '';
	}
	if (ref $want eq 'ARRAY') {
		return "$at: not as long" if @$got != @$want;
		for my $i (0 .. $#$want) {
			my $d = differs($got->[$i], $want->[$i], "$at\[$i]");
			return $d if $d;
		}
		return '';
	}
	if ($want =~ /^-?[\d.]+(e-?\d+)?$/ && $got =~ /^-?[\d.]/) {
		my $limit = 1e-10 * (abs $want > 1 ? abs $want : 1);
		return abs($got - $want) <= $limit ? '' :
		    "$at: $got, not $want";
	}
	return $got eq $want ? '' : "$at: '$got', not '$want'";
}

sub result {
	my ($d, $sentence) = @_;
	$n++;
	print $d ? "not ok" : "ok", " $n - $sentence\n";
	print "# $d\n" if $d;
}

sub ask {
	my ($file, @rule) = @_;
	open my $f, '-|', 'qda', 'saturation', '--matrix', $file, '-o', 'json',
	    @rule or die;
	my $json = do { local $/; <$f> };
	close $f;
	return (decode_json($json), $? >> 8);
}

sub by_rule {
	my ($file, $id, $want, $kind, $rule) = @_;
	for my $key (sort keys %{$want->{$kind} // {}}) {
		my ($got, $status) = ask($file, $rule->($key));
		my $w = $want->{$kind}{$key};
		result(differs($got->{$kind}{$key}, $w, $kind),
		    "$id, $kind $key");
		my $met = $w->{status} eq 'reached' ? 0 : 1;
		result($status == $met ? '' : "status $status, not $met",
		    "$id, $kind $key, its status");
	}
}

sub guest {
	my %o = split /[= ]/, shift;
	return ('--rule', 'guest', '--base', $o{base}, '--run', $o{run},
	    '--threshold', 100 * $o{threshold});
}

sub francis {
	my %o = split /[= ]/, shift;
	return ('--rule', 'francis', '--base', $o{initial}, '--stop',
	    $o{stop});
}

for my $path (sort glob "$folder/sat_*.json") {
	open my $f, '<', $path or die "$path: $!";
	my $v = decode_json(do { local $/; <$f> });
	my ($id, $want) = ($v->{id}, $v->{expected});
	my @rows = matrix($v->{input});
	my $file = "$work/$id.csv";
	open my $csv, '>', $file or die;
	print $csv join(',', 'code', map { "i$_" }
	    1 .. $v->{input}{interviews}), "\n";
	print $csv join(',', "c$_", split //, $rows[$_ - 1]), "\n"
	    for 1 .. @rows;
	close $csv;
	my ($got) = ask($file);
	for my $key (qw(new_per_interview cumulative percent_of_final
	    interview_reaching S_obs codes_never_used frequency_counts
	    incidences_U)) {
		result(differs($got->{$key}, $want->{$key}, $key),
		    "$id, $key") if exists $want->{$key};
	}
	by_rule($file, $id, $want, 'guest2020', \&guest);
	by_rule($file, $id, $want, 'francis2010', \&francis);
}
print "1..$n\n";
