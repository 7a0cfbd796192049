# Sheet.pm: a sheet of `qda sheet -o docx' changed as Word would have it.
package Sheet;
use strict;
use warnings;
use utf8;
use Exporter 'import';
use Zip;
our @EXPORT = qw(open_sheet row cells cell text paragraphs run bold lit
    commented after before gone comments save_sheet);

use constant { REF => 0, TURN => 1, WHO => 2, WORDS => 3, LABEL => 4,
	CODE => 5, CATEGORY => 6, MEMO => 7 };
push @EXPORT, qw(REF TURN WHO WORDS LABEL CODE CATEGORY MEMO @rows);

our (@rows, $head, $tail, @comments);

sub open_sheet {
	my ($path) = @_;
	open my $f, '-|', 'unzip', '-p', $path, 'word/document.xml' or die;
	my $xml = do { local $/; <$f> };
	utf8::decode($xml);
	($head, my $body, $tail) = $xml =~ m{^(.*?)(<w:tr>.*</w:tr>)(.*)$}s;
	@rows = split m{(?=<w:tr>)}, $body;
	@comments = ();
}

sub text { return join '', $_[0] =~ m{<w:t [^>]*>([^<]*)</w:t>}g }

# Changes the row whose words hold this: $_ is it.
sub row {
	my ($words, $change) = @_;
	my $n = 0;
	for (@rows) {
		my @cells = m{(<w:tc>.*?</w:tc>)}gs;
		next unless text($cells[3] // '') =~ /\Q$words\E/ && !$n++;
		$change->();
	}
	die "no row with '$words'" unless $n;
}

sub run {
	my ($words, $how) = @_;
	return "<w:r>" . ($how ? "<w:rPr>$how</w:rPr>" : '') .
	    "<w:t xml:space=\"preserve\">$words</w:t></w:r>";
}
sub bold { return run($_[0], '<w:b/>') }
sub lit { return run($_[0], '<w:highlight w:val="yellow"/>') }
sub commented {
	my ($words, $comment, $author) = @_;
	push @comments, [$comment, $author // 'Directrice'];
	my $id = $#comments;
	return "<w:commentRangeStart w:id=\"$id\"/>$words" .
	    "<w:commentRangeEnd w:id=\"$id\"/>" .
	    "<w:r><w:commentReference w:id=\"$id\"/></w:r>";
}
sub paragraphs { return join '', map { "<w:p>$_</w:p>" } @_ }

# Sets cells of a row: column => text, or XML of paragraphs.
sub cells {
	my ($row, %set) = @_;
	my $n = 0;
	$row =~ s{<w:tc>.*?</w:tc>}{
		my $was = $&;
		my $new = $set{$n++};
		!defined $new ? $was : '<w:tc>' .
		    ($new =~ /^</ ? $new : paragraphs(run($new))) . '</w:tc>'
	}ges;
	return $row;
}
sub cell { my ($n, $text) = @_; $_ = cells($_, $n => $text) }

sub save_sheet {
	my ($path) = @_;
	my $xml = $head . join('', @rows) . $tail;
	my $n = 0;
	my $list = join '', map {
		my ($text, $author) = @$_;
		"<w:comment w:id=\"" . $n++ . "\" w:author=\"$author\">" .
		    join('', map { paragraphs(run($_)) } split /\n/, $text) .
		    '</w:comment>'
	} @comments;
	$list = '<w:comments xmlns:w="' . Zip::W . "\">$list</w:comments>";
	utf8::encode($_) for $xml, $list;
	my $rel = 'http://schemas.openxmlformats.org/officeDocument/2006/' .
	    'relationships/comments';
	my $is = 'application/vnd.openxmlformats-officedocument.' .
	    'wordprocessingml';
	my $types = '<Types xmlns="http://schemas.openxmlformats.org/package/' .
	    '2006/content-types"><Default Extension="rels" ContentType="' .
	    'application/vnd.openxmlformats-package.relationships+xml"/>' .
	    "<Override PartName=\"/word/document.xml\" ContentType=\"$is." .
	    'document.main+xml"/><Override PartName="/word/comments.xml" ' .
	    "ContentType=\"$is.comments+xml\"/></Types>";
	open my $f, '>:raw', $path or die;
	print $f Zip::word($xml, undef, ['[Content_Types].xml', $types],
	    ['word/comments.xml', $list],
	    ['word/_rels/document.xml.rels', '<Relationships xmlns="http://' .
	    'schemas.openxmlformats.org/package/2006/relationships">' .
	    "<Relationship Id=\"c\" Type=\"$rel\" Target=\"comments.xml\"/>" .
	    '</Relationships>']);
	close $f or die;
}
1;
