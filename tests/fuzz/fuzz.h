/* fuzz.h: what the files of the fuzzer share. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

/*
 * The parts of the archive that the reader of QDA_FUZZ takes, in the order of
 * its input, ended by NULL: none for a bare XML document.  NULL: no XML.
 */
const char *const *fuzz_parts(void);

#endif
