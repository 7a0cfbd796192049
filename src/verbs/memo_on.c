/* memo_on.c: what a memo is on. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/participant.h"
#include "qda/source.h"
#include "qda/text.h"
#include "verbs/memo.h"
#include "verbs/unit_at.h"

static const struct noun {
	const char		*prefix;
	enum qda_memo_noun	 noun;
	int			(*find)(struct qda_db *, const char *,
				    int64_t *, struct qda_err *);
	int			(*need)(struct qda_db *, const char *,
				    int64_t *, struct qda_err *);
} nouns[] = {
	{ "source:", QDA_MEMO_SOURCE, qda_source_find, qda_source_need },
	{ "code:", QDA_MEMO_CODE, qda_code_find, qda_code_need },
	{ "participant:", QDA_MEMO_PARTICIPANT, qda_participant_find,
	    qda_participant_need },
	/* never bare: versions are called 1, 2 */
	{ "guide:", QDA_MEMO_GUIDE, NULL, qda_guide_need },
};

enum { N_NOUNS = sizeof(nouns) / sizeof(nouns[0]) };

/* The noun that the text begins with, or NULL. */
static const struct noun *
prefix_of(const char *text)
{
	for (size_t i = 0; i < N_NOUNS; i++)
		if (strncmp(text, nouns[i].prefix,
		    strlen(nouns[i].prefix)) == 0)
			return &nouns[i];
	return NULL;
}

/* P1: is the whole of a source, so the source itself. */
static int
read_place(struct memo_target *t, struct qda_db *db, const char *text,
    struct qda_err *e)
{
	if (qda_address_place(db, text, &t->place, e) < 0)
		return -1;
	t->is_place = !t->place.whole;
	t->noun = t->is_place ? QDA_MEMO_UNIT : QDA_MEMO_SOURCE;
	t->id = t->place.source;
	return 0;
}

static int
find_bare(struct memo_target *t, struct qda_db *db, const char *text,
    struct qda_err *e)
{
	int	 rc;

	for (size_t i = 0; i < N_NOUNS && nouns[i].find != NULL; i++) {
		rc = nouns[i].find(db, text, &t->id, e);
		if (rc < 0)
			return -1;
		t->noun = nouns[i].noun;
		if (rc > 0)
			return 1;
	}
	return 0;
}

int
memo_target(struct memo_target *t, struct qda_db *db, const char *text,
    struct qda_err *e)
{
	const struct noun	*noun = prefix_of(text);
	struct qda_address	 a;
	int			 rc = 0;

	memset(t, 0, sizeof(*t));
	if (noun != NULL) {
		t->noun = noun->noun;
		text += strlen(noun->prefix);
		return noun->need(db, text, &t->id, e) < 0 ? -1 : 0;
	}
	if ((rc = qda_address_exists(db, text, e)) < 0)
		return -1;
	if (rc > 0)
		return read_place(t, db, text, e);
	if ((rc = find_bare(t, db, text, e)) != 0)
		return rc < 0 ? -1 : 0;
	if (qda_address_read(&a, text, e) < 0)
		return qda_memo_no_such(db, text, e);
	free(a.source);
	return read_place(t, db, text, e);
}

int
memo_put_on(struct qda_act *act, int64_t memo, const struct memo_target *t,
    int64_t coder, struct qda_err *e)
{
	int64_t	 id = t->id;

	if (t->is_place && unit_at(act, &t->place, coder, &id, e) < 0)
		return -1;
	return qda_memo_link(act->db, memo, t->noun, id, e);
}
