#!/bin/sh
# pack.sh FILE...: our own checklists, an element a line, as lines that need
# no XML to be read (checklist.c): a letter and what it holds, between tabs.
# Whatever is written otherwise than in schema/checklists is an error.
set -eu
exec awk '
function value(name,	s) {
	if (!match($0, name "=\"[^\"]*\""))
		return ""
	s = substr($0, RSTART, RLENGTH)
	gsub(/^[^"]*"|"$/, "", s)
	return s
}
function words(	s) {
	s = $0
	sub(/^[^>]*>/, "", s)
	sub(/<[^<]*$/, "", s)
	gsub(/&#160;/, "\302\240", s)
	gsub(/&lt;/, "<", s)
	gsub(/&gt;/, ">", s)
	gsub(/&quot;/, "\"", s)
	if (s ~ /&/ && s !~ /&amp;/)
		exit failed = 1
	gsub(/&amp;/, "\\&", s)
	gsub(/[ \t]+/, " ", s)
	return s
}
/^<\?xml/ || /^[ \t]*$/	{ next }
/^<!--$/	{ comment = 1 }
comment		{ if (/-->/) comment = 0; next }
{
	sub(/^[ \t]+/, "")
	$0 = held $0
	if (gsub(/</, "<") > gsub(/>/, ">")) {	# a tag over two lines
		held = $0 " "
		next
	}
	held = ""
}
/^<checklist name="[a-z0-9-]+">$/	{ print "C\t" value("name"); next }
/^<domain>$/	{ print "D"; bare = 1; group = 0; next }
/^<group>$/	{ print "G"; bare = 0; group = 1; next }
/^<\/group>$/	{ group = 0; bare = 1; next }
/^<item [^<>]*>$/ {
	if (!group && bare) {
		print "G"
		bare = 0
	}
	printf "I\t%s\t%s\t%s\n", value("number"), value("prefill"),
	    value("state")
	next
}
/^<(title|reference|question)( xml:lang="[A-Za-z-]+")?>[^<>]+<\/[a-z]+>$/ {
	letter = /^<title/ ? "T" : /^<reference/ ? "R" : "Q"
	printf "%s\t%s\t%s\n", letter, value("xml:lang"), words()
	next
}
/^<\/(item|domain|checklist)>$/	{ next }
{ print FILENAME ":" FNR ": not understood: " $0 > "/dev/stderr"; failed = 1
  exit 1 }
END { exit failed || held != "" }' "$@"
