/* quote.c: quotations chosen, listed, changed, put in order. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/code.h"
#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/set.h"
#include "qda/verbs.h"
#include "verbs/quote.h"
#include "verbs/quote_words.h"
#include "verbs/unit_at.h"

/* ---- list --------------------------------------------------------------- */

static void
put_row(struct qda_table *t, const struct qda_quotation *q)
{
	char	*address = qda_address_text(q->source, q->start, q->end,
		    q->revision);

	qda_table_int(t, q->id);
	qda_table_text(t, address);
	qda_table_some(t, q->participant);
	qda_table_some(t, q->code_name);
	qda_table_some(t, q->place);
	qda_table_text(t, q->text);
	free(address);
}

int
qda_do_quote_list(struct qda_act *act, const char *columns,
    struct qda_err *e)
{
	static const struct qda_column	 cells[] = {
		{ "id", QDA_CELL_NUMBER }, { "address", QDA_CELL_TEXT },
		{ "participant", QDA_CELL_TEXT }, { "code", QDA_CELL_TEXT },
		{ "place", QDA_CELL_TEXT }, { "text", QDA_CELL_TEXT },
	};
	struct qda_quotation		 q;
	struct qda_table		*t;
	struct db_rows			*walk;
	int				 more;

	if (act->document != NULL)
		return quote_document(act, columns, e);
	if (qda_quotation_list(&walk, act->db, e) < 0)
		return -1;
	t = qda_act_table(act, cells, sizeof(cells) / sizeof(*cells));
	while ((more = qda_quotation_next(walk, &q, e)) > 0)
		put_row(t, &q);
	qda_table_close(t);
	return more;
}

char *
quote_line(const char *s)
{
	struct qda_mem	 m;
	size_t		 n;

	qda_mem_open(&m);
	for (s += strspn(s, " \n\t"); *s != '\0'; s += n) {
		n = strcspn(s, " \n\t");
		fwrite(s, 1, n, m.f);
		s += n;
		n = strspn(s, " \n\t");
		fputs(s[n] == '\0' ? "" : " ", m.f);
	}
	return qda_mem_text(&m);
}

/* ---- set, order, delete ------------------------------------------------- */

static int
read_id(int64_t *id, const char *text, struct qda_err *e)
{
	size_t	 n = strspn(text, "0123456789");

	if (n == 0 || n > 18 || text[n] != '\0')
		return qda_fail(e, QDA_USAGE, _("'%s' is not the number of a "
		    "quotation; 'qda quote' has them in its first column"),
		    text);
	*id = strtoll(text, NULL, 10);
	return 0;
}

static int
no_such(int64_t id, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("there is no quotation %" PRId64), id);
}

/* Its words as they were said; caller frees; fails when there is none. */
static int
said_of(struct qda_act *act, int64_t id, char **words, struct qda_err *e)
{
	struct qda_quotation	 q;
	struct db_rows		*walk;
	int			 rc = qda_quotation_get(&walk, act->db, id, &q,
				    e);

	if (rc <= 0)
		return rc < 0 ? -1 : no_such(id, e);
	*words = qda_strdup(q.words);
	qda_quotation_end(walk);
	return 0;
}

static int
set_text(struct qda_act *act, int64_t id, const char *said,
    const char *value, struct qda_err *e)
{
	char	*text = quote_line(*value == '\0' ? said : value);
	char	*differs = quote_differs(said, text);
	int	 rc;

	rc = differs != NULL ? qda_fail(e, QDA_DATA, _("these are not the "
	    "words that were said: %s (cuts are [...], what you put in stands "
	    "in brackets)"), differs) :
	    qda_quotation_set_text(act->db, id, text, e);
	free(differs);
	free(text);
	return rc;
}

static int
set_one(struct qda_act *act, int64_t id, const char *said,
    const struct qda_pair *p, struct qda_err *e)
{
	const char	*const keys[] = { "text", "code", "place" };
	const char	*key = qda_header_key(p->key, keys, 3);
	int64_t		 code = QDA_NONE;

	if (key == NULL)
		return qda_fail(e, QDA_DATA, _("there is no field '%.200s'; "
		    "fields are %s"), p->key, "text, code, place");
	if (strcmp(key, "text") == 0)
		return set_text(act, id, said, p->value, e);
	if (strcmp(key, "place") == 0)
		return qda_quotation_set_place(act->db, id,
		    *p->value == '\0' ? NULL : p->value, e);
	if (*p->value != '\0' && qda_code_need(act->db, p->value, &code,
	    e) < 0)
		return -1;
	return qda_quotation_set_code(act->db, id, code, e);
}

int
qda_do_quote_set(struct qda_act *act, const char *number, char *const *args,
    size_t n, struct qda_err *e)
{
	struct qda_pairs	 pairs = { NULL, 0 };
	char			*said = NULL, *keys = NULL;
	int64_t			 id;
	int			 rc = -1;

	if (qda_pairs_read(&pairs, args, n, e) < 0 ||
	    read_id(&id, number, e) < 0 || qda_act_begin(act, false, e) < 0 ||
	    said_of(act, id, &said, e) < 0)
		goto out;
	for (size_t i = 0; i < pairs.n; i++) {
		if (set_one(act, id, said, &pairs.at[i], e) < 0)
			goto out;
		qda_act_row(act, "=", pairs.at[i].key, pairs.at[i].value);
	}
	keys = qda_pairs_keys(&pairs);
	rc = qda_act_done(act, e, _("quotation %s: %s set"), number, keys);
out:
	qda_pairs_free(&pairs);
	free(said);
	free(keys);
	return rc;
}

/* The ids of all quotations, in their order. */
static int
all_ids(int64_t **ids, size_t *n, struct qda_db *db, struct qda_err *e)
{
	struct qda_quotation	 q;
	struct db_rows		*walk;
	size_t			 cap = 0;
	int			 more;

	*ids = NULL;
	*n = 0;
	if (qda_quotation_list(&walk, db, e) < 0)
		return -1;
	while ((more = qda_quotation_next(walk, &q, e)) > 0) {
		*ids = qda_grow(*ids, &cap, *n, sizeof(**ids));
		(*ids)[(*n)++] = q.id;
	}
	return more;
}

/* Takes the id out of the list and gives it the next place. */
static int
place_next(struct qda_act *act, int64_t *ids, size_t n, int64_t id,
    int64_t *place, struct qda_err *e)
{
	for (size_t i = 0; i < n; i++)
		if (ids[i] == id) {
			ids[i] = QDA_NONE;
			return qda_quotation_move(act->db, id, ++*place, e);
		}
	return no_such(id, e);
}

int
qda_do_quote_order(struct qda_act *act, char *const *numbers, size_t n,
    struct qda_err *e)
{
	int64_t	*ids = NULL, id, place = 0;
	size_t	 all = 0;
	int	 rc = -1;

	if (qda_act_begin(act, false, e) < 0 ||
	    all_ids(&ids, &all, act->db, e) < 0)
		goto out;
	for (size_t i = 0; i < n; i++)
		if (read_id(&id, numbers[i], e) < 0 ||
		    place_next(act, ids, all, id, &place, e) < 0)
			goto out;
	for (size_t i = 0; i < all; i++)
		if (ids[i] != QDA_NONE && qda_quotation_move(act->db, ids[i],
		    ++place, e) < 0)
			goto out;
	rc = qda_act_done(act, e, ngettext("%zu quotation put first",
	    "%zu quotations put first", n), n);
out:
	free(ids);
	return rc;
}

int
qda_do_quote_delete(struct qda_act *act, char *const *numbers, size_t n,
    struct qda_err *e)
{
	int64_t	 id, units = 0;
	int	 rc;

	if (qda_act_begin(act, false, e) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (read_id(&id, numbers[i], e) < 0)
			return -1;
		rc = qda_quotation_delete(act->db, id, &units, e);
		if (rc <= 0)
			return rc < 0 ? -1 : no_such(id, e);
		qda_act_row(act, "-", numbers[i], "quotation");
	}
	units_gone(act, units);
	return qda_act_done(act, e, ngettext("%zu quotation is not chosen any "
	    "more; 'qda undo' brings it back", "%zu quotations are not chosen "
	    "any more; 'qda undo' brings them back", n), n);
}
