# qda undo, redo: random sequences of every verb that writes
. ./tests/lib.sh
QDA_CODER=Camille; export QDA_CODER
exec perl "$top/tests/undo.pl" "$top" "${QDA_SEQUENCES:-25}"
