#!/bin/sh
# update.sh: brings src/po/*.po up to date with the sentences in the source.
# Run from the top (`make po`); then translate what is new.
set -eu
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
sh src/po/extract.sh > "$pot"
for po in src/po/*.po; do
	msgmerge --quiet --no-fuzzy-matching --no-wrap --no-location \
	    --sort-output -o "$po.new" "$po" "$pot"
	msgattrib --no-obsolete --no-wrap --no-location --sort-output \
	    -o "$po" "$po.new"
	rm -f "$po.new"
	LC_ALL=C msgfmt --statistics -o /dev/null "$po"
done
