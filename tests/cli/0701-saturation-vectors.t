# qda saturation: the numbers of others (tests/vectors/sat_*.json)
. ./tests/lib.sh
exec perl "$top/tests/saturation.pl" "$top/tests/vectors"
