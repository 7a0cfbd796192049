#!/bin/sh
# embed.sh NAME FILE...: the files as a C table NAME of { name, bytes, size }.
set -eu
name=$1; shift
echo '/* made by embed.sh */'
echo '#include "qda/embed.h"'
n=0
for f; do
	echo "static const unsigned char f${n}[] = {"
	od -An -v -tu1 "$f" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '0 };'
	n=$((n + 1))
done
echo "const struct qda_embedded ${name}[] = {"
n=0
for f; do
	base=${f##*/}
	echo "	{ \"${base%.*}\", (const char *)f$n, sizeof(f$n) - 1 },"
	n=$((n + 1))
done
echo '	{ 0, 0, 0 } };'
