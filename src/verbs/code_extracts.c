/* code_extracts.c: all that was coded with one code. */
#include <stdlib.h>
#include <string.h>

#include "qda/address.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/query.h"
#include "verbs/code_extracts.h"

/* code:"NAME", whatever is in the name; caller frees. */
static char *
query_for(const char *name)
{
	struct qda_mem	 m;

	fputs("code:\"", qda_mem_open(&m));
	for (; *name != '\0'; name++)
		fprintf(m.f, *name == '"' || *name == '\\' ? "\\%c" : "%c",
		    *name);
	fputc('"', m.f);
	return qda_mem_text(&m);
}

static void
keep(struct code_extracts *all, const struct qda_verbatim *v)
{
	struct code_extract	*x;

	all->at = qda_grow(all->at, &all->cap, all->n, sizeof(*all->at));
	x = &all->at[all->n++];
	*x = (struct code_extract){
		.source = v->source, .revision = v->revision,
		.start = v->start, .end = v->end,
		.name = qda_strdup(v->name),
		.who = qda_strdup(v->participant != NULL ? v->participant :
		    v->name),
		.coder = qda_strdup(v->coder), .words = qda_strdup(v->words),
		.label = qda_strdup(v->label),
		.position = qda_strdup(v->position),
		.contrary = v->stance != NULL &&
		    strcmp(v->stance, "illustrates") != 0,
	};
}

int
code_extracts_read(struct code_extracts *all, struct qda_act *act,
    int64_t code, const char *name, struct qda_err *e)
{
	struct qda_scope	 scope = { .coders = act->coders,
				    .n_coders = act->n_coders };
	struct qda_query	*query = NULL;
	struct qda_verbatim	 v;
	char			*text = query_for(name);
	int			 more = -1;

	if (qda_query_open(&query, act->db, text, &scope, e) == 0 &&
	    qda_query_list(query, true, e) == 0)
		while ((more = qda_query_next(query, &v, e)) > 0)
			if (v.code == code)
				keep(all, &v);
	qda_query_close(query);
	free(text);
	return more;
}

void
code_extracts_free(struct code_extracts *all)
{
	for (size_t i = 0; i < all->n; i++) {
		free(all->at[i].name);
		free(all->at[i].who);
		free(all->at[i].coder);
		free(all->at[i].words);
		free(all->at[i].label);
		free(all->at[i].position);
	}
	free(all->at);
	*all = (struct code_extracts){ NULL, 0, 0 };
}

char *
code_extract_address(const struct code_extract *x)
{
	return qda_address_text(x->name, x->start, x->end, x->revision);
}

bool
code_extracts_same(const struct code_extract *x, const struct code_extract *y)
{
	return x->source == y->source && x->revision == y->revision &&
	    x->start == y->start && x->end == y->end;
}

static int
by_version(const void *a, const void *b)
{
	return strverscmp(*(char *const *)a, *(char *const *)b);
}

void
code_extracts_who(struct qda_strings *who, const struct code_extracts *all)
{
	size_t	 k;

	for (size_t i = 0; i < all->n; i++) {
		for (k = 0; k < who->n &&
		    strcmp(who->at[k], all->at[i].who) != 0;)
			k++;
		if (k == who->n)
			qda_strings_add(who, all->at[i].who);
	}
	if (who->n > 0)
		qsort(who->at, who->n, sizeof(*who->at), by_version);
}

void
code_extract_put(struct qda_doc *d, const struct code_extract *x)
{
	char	*words = qda_strdup(x->words), *line;

	for (char *p = words; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	line = qda_sprintf(_("“%s”"), words);
	qda_doc_text(d, QDA_DOC_PLAIN, line);
	free(line);
	line = code_extract_address(x);
	qda_doc_text(d, QDA_DOC_SMALL, "  ");
	qda_doc_text(d, QDA_DOC_SMALL, line);
	free(line);
	free(words);
}
