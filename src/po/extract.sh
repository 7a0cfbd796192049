#!/bin/sh
# extract.sh: every sentence for a person in the source, as a template.
set -eu
find src -name '*.c' | LC_ALL=C sort |
xgettext --files-from=- --language=C --from-code=UTF-8 \
    --no-location --no-wrap -k -k_ -kN_ -kngettext:1,2 \
    -kCOUNT:2,3 -kPUT:2,3 -kNN_:1,2 -o - |
sed '/^"POT-Creation-Date/d'
