/*
 * suites.h: every suite of unit tests, one a line; run.c runs them all.
 * A suite is `Suite *suite_NAME(void)' in test_NAME.c, which includes this.
 */
#ifndef SUITE
#include <check.h>
#define SUITE(name)	Suite *suite_##name(void);
#endif

SUITE(cooccurrence)
SUITE(csv)
SUITE(cells)
SUITE(doc)
SUITE(doc_tex)
SUITE(editor)
SUITE(err)
SUITE(json)
SUITE(query)
SUITE(table)
SUITE(clean)
SUITE(markup)
SUITE(sentence)
SUITE(alike)
SUITE(speakers)
SUITE(word)
SUITE(text)
SUITE(when)
SUITE(checklist)
SUITE(rule)
SUITE(attribute)
SUITE(history)
SUITE(sql)
SUITE(saturation)
SUITE(codebook)

#undef SUITE
