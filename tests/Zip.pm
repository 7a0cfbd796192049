# Zip.pm: archives for tests, honest or not: written byte by byte, so that
# every header can lie.
package Zip;
use strict;
use warnings;
use Compress::Raw::Zlib;
use Exporter 'import';
our @EXPORT = qw(archive word docx odt xlsx save deflated W P);

use constant W =>
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
my $relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
my $document = 'http://schemas.openxmlformats.org/officeDocument/2006/' .
    'relationships/officeDocument';

# A paragraph of a Word document.
sub P {
	return join '', map {
		"<w:p><w:r><w:t xml:space=\"preserve\">$_</w:t></w:r></w:p>"
	} @_;
}

sub deflated {
	my ($bytes) = @_;
	my ($d) = Compress::Raw::Zlib::Deflate->new(-WindowBits => -MAX_WBITS,
	    -AppendOutput => 1);
	my $out = '';
	$d->deflate($bytes, $out);
	$d->flush($out);
	return $out;
}

# Entries are [NAME, BYTES, KEY => VALUE...]: method (0, 8), packed (what is
# written, whatever BYTES are), crc, size, flags as the headers say them.
sub archive {
	my ($out, $list, $n) = ('', '', 0);
	for (@_) {
		my ($name, $bytes, %is) = @$_;
		my $method = $is{method} // 8;
		my $packed = $is{packed} //
		    ($method == 8 ? deflated($bytes) : $bytes);
		my $same = pack 'vvvvVVVvv', $is{flags} // 0, $method, 0, 0x21,
		    $is{crc} // crc32($bytes), length $packed,
		    $is{size} // length $bytes, length $name, 0;
		$list .= "PK\1\2" . pack('vv', 20, 20) . $same .
		    pack('vvvVV', 0, 0, 0, 0, length $out) . $name;
		$out .= "PK\3\4" . pack('v', 20) . $same . $name . $packed;
		$n++;
	}
	return $out . $list . "PK\5\6" . pack 'vvvvVVv', 0, 0, $n, $n,
	    length $list, length $out, 0;
}

# A Word document whose text is this XML; what its part is, then more entries.
sub word {
	my ($xml, $is, @more) = @_;
	return archive(
	    ['_rels/.rels', "<Relationships xmlns=\"$relations\">" .
		"<Relationship Id=\"a\" Type=\"$document\" " .
		"Target=\"word/document.xml\"/></Relationships>"],
	    ['word/document.xml', $xml, %{$is // {}}], @more);
}

# The same of a body.
sub docx {
	my ($body, @rest) = @_;
	return word('<w:document xmlns:w="' . W . "\"><w:body>$body</w:body>" .
	    '</w:document>', @rest);
}

sub odt {
	my ($body, @more) = @_;
	my $odf = 'urn:oasis:names:tc:opendocument:xmlns:';
	return archive(['mimetype', 'application/vnd.oasis.opendocument.text',
		method => 0],
	    ['content.xml', "<office:document-content " .
		"xmlns:office=\"${odf}office:1.0\" " .
		"xmlns:text=\"${odf}text:1.0\"><office:body><office:text>" .
		"$body</office:text></office:body>" .
		"</office:document-content>"], @more);
}

# An Excel file of one sheet, whose rows are this XML; other parts of it by
# name, undef for none: strings, styles, notes, threads, workbook, after (what
# stands behind the rows).
sub xlsx {
	my ($rows, %is) = @_;
	my $s = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	my $r = 'http://schemas.openxmlformats.org/officeDocument/2006/' .
	    'relationships';
	my $xml = sub { my ($root, $in) = @_;
		"<$root xmlns=\"$s\" xmlns:r=\"$r\">$in</$root>" };
	my $rels = sub { "<Relationships xmlns=\"$relations\">" .
	    join('', map { "<Relationship Id=\"$_->[0]\" Type=\"$r/$_->[0]\" " .
		"Target=\"$_->[1]\"/>" } @_) . '</Relationships>' };
	my @parts = (
	    ['_rels/.rels', $rels->(['officeDocument', 'xl/workbook.xml'])],
	    ['xl/_rels/workbook.xml.rels', $rels->(['worksheet', 'sheet.xml'],
		['sharedStrings', 'strings.xml'], ['styles', 'styles.xml'])],
	    ['xl/workbook.xml', $xml->('workbook', $is{workbook} //
		'<sheets><sheet name="A" r:id="worksheet"/></sheets>')],
	    ['xl/sheet.xml', $xml->('worksheet', "<sheetData>$rows" .
		'</sheetData>' . ($is{after} // ''))],
	    ['xl/_rels/sheet.xml.rels', $rels->(
		$is{notes} ? ['comments', 'notes.xml'] : (),
		$is{threads} ? ['threadedComment', 'threads.xml'] : ())]);
	push @parts, ['xl/strings.xml', $xml->('sst', $is{strings})]
	    if defined $is{strings};
	push @parts, ['xl/styles.xml', $xml->('styleSheet', $is{styles})]
	    if defined $is{styles};
	push @parts, ['xl/notes.xml', $xml->('comments', $is{notes})]
	    if $is{notes};
	push @parts, ['xl/threads.xml', '<ThreadedComments xmlns="http://' .
	    'schemas.microsoft.com/office/spreadsheetml/2018/' .
	    "threadedcomments\">$is{threads}</ThreadedComments>"]
	    if $is{threads};
	utf8::encode($_->[1]) for @parts;
	return archive(grep { !$is{without} || $_->[0] ne $is{without} }
	    @parts);
}

sub save {
	my ($file, $bytes) = @_;
	open my $f, '>:raw', $file or die "$file: $!";
	print $f $bytes or die;
	close $f or die;
}
1;
