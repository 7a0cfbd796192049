/* checklist.c: reporting checklists: where they come from, finding in them. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "qda/checklist.h"
#include "qda/file.h"
#include "qda/lang.h"

/* libxml2: only in the tools of libexec, and where it is called by name */
#pragma weak qda_checklist_parse

static const char	*const states[] = {
	[QDA_ITEM_DECLARED] = "declared",
	[QDA_ITEM_COMPUTED] = "computed",
	[QDA_ITEM_JUDGE]    = "judge",
};

int
qda_checklist_read(struct qda_checklist *list, const char *path,
    struct qda_err *e)
{
	char	*bytes;
	size_t	 n;
	int	 rc;

	memset(list, 0, sizeof(*list));
	if (qda_file_read(&bytes, &n, path, e) < 0)
		return -1;
	rc = qda_checklist_parse(list, bytes, n,
	    strcmp(path, "-") == 0 ? _("standard input") : path, e);
	free(bytes);
	return rc;
}

static void
phrases_free(struct qda_phrases *list)
{
	for (size_t i = 0; i < list->n; i++) {
		free(list->at[i].lang);
		free(list->at[i].text);
	}
	free(list->at);
}

void
qda_checklist_free(struct qda_checklist *list)
{
	phrases_free(&list->title);
	phrases_free(&list->reference);
	for (size_t i = 0; i < list->ndomains; i++)
		phrases_free(&list->domains[i]);
	for (size_t i = 0; i < list->ngroups; i++)
		phrases_free(&list->groups[i].title);
	for (size_t i = 0; i < list->nitems; i++) {
		phrases_free(&list->items[i].title);
		phrases_free(&list->items[i].question);
		free(list->items[i].prefill);
	}
	free(list->name);
	free(list->domains);
	free(list->groups);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

const struct qda_checklist_item *
qda_checklist_item(const struct qda_checklist *list, int number)
{
	for (size_t i = 0; i < list->nitems; i++)
		if (list->items[i].number == number)
			return &list->items[i];
	return NULL;
}

const struct qda_phrases *
qda_checklist_group(const struct qda_checklist *list,
    const struct qda_checklist_item *item)
{
	return &list->groups[item->group].title;
}

const struct qda_phrases *
qda_checklist_domain(const struct qda_checklist *list,
    const struct qda_checklist_item *item)
{
	return &list->domains[list->groups[item->group].domain];
}

/* Whether what is said to be in `has` serves who wants `lang`. */
static bool
serves(const char *has, const char *lang)
{
	size_t	 n = strlen(lang);

	return n > 0 && strncasecmp(has, lang, n) == 0 &&
	    (has[n] == '\0' || has[n] == '-');
}

const char *
qda_phrase_in(const struct qda_phrases *list, const char *lang)
{
	const char	*wanted[] = { lang, "en" };

	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; i < list->n; i++)
			if (serves(list->at[i].lang, wanted[w]))
				return list->at[i].text;
	return list->n > 0 ? list->at[0].text : "";
}

const char *
qda_item_state_key(enum qda_item_state state)
{
	return states[state];
}
