# qda saturation against the numbers of other programs: stats/sat_*.json and
# their matrices in the folder named by $QDA_REAL_INPUT.
. ./tests/lib.sh
[ -n "${QDA_REAL_INPUT:-}" ] ||
    skip_all 'QDA_REAL_INPUT names no folder with the numbers of others'
case $QDA_REAL_INPUT in /*) ;; *) QDA_REAL_INPUT=$top/$QDA_REAL_INPUT ;; esac
[ -f "$QDA_REAL_INPUT/stats/sat_guest2020.json" ] ||
    skip_all "$QDA_REAL_INPUT/stats holds no sat_guest2020.json"
exec perl "$top/tests/saturation.pl" "$QDA_REAL_INPUT/stats"
