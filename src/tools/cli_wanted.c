/*
 * cli_wanted.c: what an operand or the value of an option may be, from the
 * word that stands for it: NAME, FILE, fr|en.
 */
#include <stdlib.h>
#include <string.h>

#include "qda/assignment.h"
#include "qda/attribute.h"
#include "qda/checklist.h"
#include "qda/code.h"
#include "qda/coder.h"
#include "qda/embed.h"
#include "qda/guide.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/memo.h"
#include "qda/participant.h"
#include "qda/project.h"
#include "qda/relation.h"
#include "qda/source.h"
#include "qda/speaker.h"
#include "qda/text.h"
#include "qda/transcript.h"
#include "tools/cli_complete.h"

/*
 * Each is linked with the tools that use it anyway, and NULL in all others.
 */
#pragma weak qda_assignment_fields
#pragma weak qda_checklist_free
#pragma weak qda_checklist_named
#pragma weak qda_checklists
#pragma weak qda_code_fields
#pragma weak qda_coder_fields
#pragma weak qda_guide_fields
#pragma weak qda_memo_kind
#pragma weak qda_participant_fields
#pragma weak qda_phrase_in
#pragma weak qda_project_fields
#pragma weak qda_relation_types
#pragma weak qda_source_fields
#pragma weak qda_speaker_fields
#pragma weak qda_transcript_format
#pragma weak qda_type_name

/* Words divided by blanks or commas, each with something behind it. */
static void
words(struct completion *c, const char *list, const char *behind)
{
	const char	*blanks = ", ";
	char		*word;
	size_t		 n;

	for (const char *p = list; *p != '\0'; p += n) {
		p += strspn(p, blanks);
		n = strcspn(p, blanks);
		word = qda_sprintf("%.*s%s", (int)n, p, behind);
		complete_offer(c, word, NULL, *behind != '\0');
		free(word);
	}
}

static void
one_of(struct completion *c, const char *list)
{
	words(c, list, "");
}

static void
names(struct completion *c, const char *noun)
{
	complete_names(c, noun, NULL, "", "");
}

/* Names of what the tool is about. */
static void
own_names(struct completion *c, const char *unused)
{
	(void)unused;
	if (c->action == NULL || strcmp(c->action->name != NULL ?
	    c->action->name : "", "add") != 0)
		names(c, c->tool->name);
}

/* Only when no word fits: the folder may hold very many. */
static void
files(struct completion *c, const char *unused)
{
	(void)unused;
	if (c->offered == 0)
		printf("/%.*s\n", (int)c->from, c->word);
	c->offered++;
}

static void
formats(struct completion *c, const char *unused)
{
	(void)unused;
	one_of(c, "table tsv csv jsonl json names");
	if (c->tool->documents != NULL)
		one_of(c, c->tool->documents);
}

static void
transcripts(struct completion *c, const char *unused)
{
	const char	*format;

	(void)unused;
	for (size_t i = 0; qda_transcript_format != NULL &&
	    (format = qda_transcript_format(i)) != NULL; i++)
		complete_offer(c, format, NULL, false);
}

static void
kinds(struct completion *c, const char *unused)
{
	(void)unused;
	if (qda_memo_kind != NULL)
		one_of(c, qda_memo_kind(NULL));
}

static void
addresses(struct completion *c, const char *unused)
{
	(void)unused;
	complete_names(c, "source", NULL, "", ":");
}

static void
own_relation(struct completion *c, const char *name, const char *help,
    void *unused)
{
	const struct qda_relation_type	*t = qda_relation_types;

	(void)unused;
	while (t->key != NULL && strcmp(t->key, name) != 0)
		t++;
	if (t->key == NULL)
		complete_offer(c, name, help, false);
}

/* The types of relations that there are, and those of the project's own. */
static void
relations(struct completion *c, const char *unused)
{
	const struct qda_relation_type	*t = qda_relation_types;

	(void)unused;
	if (t == NULL)
		return;
	for (; t->key != NULL; t++)
		complete_offer(c, t->key, t->verb[0], false);
	complete_each(c, "relation", NULL, own_relation, NULL);
}

/* What a memo may be on. */
static void
things(struct completion *c, const char *list)
{
	const char	*colon = strchr(c->word + c->from, ':');
	size_t		 n = colon == NULL ? 0 :
			    (size_t)(colon - c->word) - c->from;
	char		*noun = qda_strndup(c->word + c->from, n);

	if (n > 0 && cli_in_list(list, noun)) {
		c->from += n + 1;
		names(c, noun);
	} else {
		words(c, list, ":");
		addresses(c, NULL);
	}
	free(noun);
}

/* What there is of the one named before: labels of a source... */
static void
of_first(struct completion *c, const char *noun)
{
	struct qda_err	 e;
	char		*key;

	if (c->n == 0 || qda_text_key(&key, c->operands[0], &e) < 0)
		return;
	complete_names(c, noun, key, "", "");
	free(key);
}

/* The checklists that are built in; any other is a file. */
static void
checklists(struct completion *c, const char *unused)
{
	const struct qda_embedded	*list = qda_checklists;

	for (; list != NULL && list->name != NULL; list++)
		complete_offer(c, list->name, NULL, false);
	files(c, unused);
}

/* The items of a checklist that is built in, each with its title. */
static void
items(struct completion *c, const char *usual)
{
	struct qda_checklist	 list;
	struct qda_err		 e;

	if (qda_checklist_named == NULL || qda_checklist_named(&list,
	    c->checklist != NULL ? c->checklist : usual, &e) < 0)
		return;
	for (size_t i = 0; i < list.nitems; i++) {
		char	*number = qda_sprintf("%d", list.items[i].number);

		complete_offer(c, number, qda_phrase_in(&list.items[i].title,
		    qda_lang_now()), false);
		free(number);
	}
	qda_checklist_free(&list);
}

/* Only of a comparison it is one that there is. */
static void
other_version(struct completion *c, const char *noun)
{
	if (strcmp(c->action->name, "diff") == 0)
		names(c, noun);
}

static void
at_attributes(struct completion *c, const char *noun)
{
	complete_names(c, "attribute", noun, "@", "");
}

static void
axes(struct completion *c, const char *list)
{
	one_of(c, list);
	at_attributes(c, NULL);
}

static void
attribute_names(struct completion *c, const char *noun)
{
	complete_names(c, "attribute", noun, "", "");
}

/* "sexe; âge": the last of several. */
static void
attributes(struct completion *c, const char *noun)
{
	const char	*last = strrchr(c->word + c->from, ';');

	if (last != NULL) {
		last++;
		c->from = (size_t)(last - c->word) + strspn(last, " ");
	}
	complete_names(c, "attribute", noun, "", "");
}

/* The fields of the tool's noun, or of what one action of it makes. */
static const struct qda_field *
fields_of(const struct completion *c)
{
	const struct {
		const char		*of;
		const struct qda_field	*fields;
	} all[] = {
		{ "code", qda_code_fields }, { "coder", qda_coder_fields },
		{ "participant", qda_participant_fields },
		{ "project", qda_project_fields },
		{ "source", qda_source_fields },
		{ "guide", qda_guide_fields },
		{ "speaker", qda_speaker_fields },
		{ "assign", qda_assignment_fields },
	};
	const struct qda_field	*fields = NULL;

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (strcmp(all[i].of, c->tool->name) == 0 ||
		    (c->action->name != NULL &&
		    strcmp(all[i].of, c->action->name) == 0))
			fields = all[i].fields;
	return fields;
}

/* Pairs of a key and another word for it; a key may come twice. */
static void
choices(struct completion *c, const char *const *pairs)
{
	for (const char *const *p = pairs; *p != NULL; p += 2)
		if (p == pairs || strcmp(p[0], p[-2]) != 0)
			complete_offer(c, *p, NULL, false);
}

static void
field_value(struct completion *c, const struct qda_field *f)
{
	size_t	 n;

	switch (f->kind) {
	case QDA_VALUE_CHOICES:		/* the last of several */
		while (c->word[n = c->from + strcspn(c->word + c->from,
		    ",;")] != '\0')
			c->from = n + 1;
		choices(c, f->choices);
		break;
	case QDA_VALUE_CHOICE:
		choices(c, f->choices);
		break;
	case QDA_VALUE_YESNO:
	case QDA_VALUE_YESDATE:
		one_of(c, "yes no");
		break;
	case QDA_VALUE_CODER:
		names(c, "coder");
		break;
	case QDA_VALUE_PARTICIPANT:
		names(c, "participant");
		break;
	case QDA_VALUE_GUIDE:
		names(c, "guide");
		break;
	case QDA_VALUE_RULE:
		one_of(c, "none-new guest francis");
		break;
	default:
		break;
	}
}

/* What "@NAME" has: its type and the levels of an ordered one. */
static void
type_pairs(struct completion *c)
{
	const char	*type = "type=", *typed = c->word + c->from;

	if (qda_type_name == NULL)
		return;
	if (strncmp(typed, type, strlen(type)) != 0) {
		words(c, "type levels", "=");
		return;
	}
	c->from += strlen(type);
	for (int i = QDA_TYPE_TEXT; i <= QDA_TYPE_YESNO; i++)
		complete_offer(c, qda_type_name((enum qda_type)i), NULL,
		    false);
}

static void
keys(struct completion *c, const struct qda_field *f, const char *noun)
{
	for (; f != NULL && f->key != NULL; f++) {
		char	*key = qda_sprintf("%s=", f->key);

		complete_offer(c, key, NULL, true);
		free(key);
	}
	complete_names(c, "attribute", noun, "", "=");
}

/* KEY=VALUE of the fields and attributes of the tool's noun. */
static void
pairs(struct completion *c, const char *unused)
{
	const char		*typed = c->word + c->from;
	size_t			 n = strcspn(typed, "=");
	const struct qda_field	*fields = fields_of(c), *f = fields;
	struct qda_err		 e;
	char			*name, *key;

	(void)unused;
	if (c->n > 0 && *c->operands[0] == '@') {
		type_pairs(c);
		return;
	}
	if (typed[n] == '\0') {
		keys(c, fields, c->tool->name);
		return;
	}
	name = qda_strndup(typed, n);
	c->from += n + 1;
	while (f != NULL && f->key != NULL && strcmp(f->key, name) != 0)
		f++;
	if (f != NULL && f->key != NULL)
		field_value(c, f);
	else if (qda_text_key(&key, name + (*name == '@'), &e) == 0) {
		complete_names(c, "value", key, "", "");
		free(key);
	}
	free(name);
}

/* KEY=VALUE of a quotation, which has no attributes. */
static void
quotation_pairs(struct completion *c, const char *list)
{
	const char	*code = "code=";

	if (strncmp(c->word + c->from, code, strlen(code)) == 0) {
		c->from += strlen(code);
		names(c, "code");
	} else
		words(c, list, "=");
}

static void
queries(struct completion *c, const char *unused)
{
	(void)unused;
	complete_query(c);
}

struct wanted {
	const char	*tool;		/* NULL: any */
	const char	*word;
	void		(*complete)(struct completion *, const char *);
	const char	*argument;
};

/* Options whose value is not what its word alone says. */
static const struct wanted	options[] = {
	{ NULL, "output", formats, NULL },
	{ NULL, "coder", names, "coder" },
	{ NULL, "source", names, "source" },
	{ NULL, "participant", names, "participant" },
	{ "import", "format", transcripts, NULL },
	{ "import", "guide", names, "guide" },
	{ "import", "question-style", one_of, "bold italic underline" },
	{ NULL, "encoding", one_of, "utf-8 utf-16 windows-1252 "
	    "iso-8859-1 iso-8859-15 macintosh" },
	{ "coreq", "checklist", checklists, NULL },
	{ "find", "unit", one_of, "match sentence turn" },
	{ "matrix", "rows", axes, "code source participant coder" },
	{ "matrix", "columns", axes, "code source participant coder" },
	{ "model", "sign", one_of, "+ -" },
	{ "participant", "columns", attributes, "participant" },
	{ "participant", "by", attribute_names, "participant" },
};

/* The words of synopses and of options' values. */
static const struct wanted	metavariables[] = {
	{ NULL, "FILE", files, NULL },
	{ NULL, "FILE.db", files, NULL },
	{ NULL, "DIR", files, NULL },
	{ NULL, "NAME", own_names, NULL },
	{ NULL, "OLD", own_names, NULL },
	{ NULL, "CODE", names, "code" },
	{ NULL, "CATEGORY", names, "code" },
	{ NULL, "SOURCE", names, "source" },
	{ NULL, "PARTICIPANT", names, "participant" },
	{ NULL, "CODER", names, "coder" },
	{ NULL, "ADDRESS", addresses, NULL },
	{ NULL, "@ATTRIBUTE", at_attributes, "participant" },
	{ "quote", "KEY=VALUE", quotation_pairs, "text code place" },
	{ NULL, "KEY=VALUE", pairs, NULL },
	{ NULL, "QUERY", queries, NULL },
	{ NULL, "THING", things, "source code participant" },
	{ "memo", "KIND", kinds, NULL },
	{ "guide", "VERSION", own_names, NULL },
	{ "guide", "NEW", other_version, "guide" },
	{ "speaker", "LABEL", of_first, "voice" },
	{ "code", "POSITION", of_first, "position" },
	{ "label", "LABEL", names, "label" },
	{ "model", "TYPE", relations, NULL },
	{ "model", "ROLE", one_of, "cause context condition phenomenon "
	    "strategy consequence" },
	{ "memo", "ID", names, "memo" },
	{ "quote", "ID", names, "quotation" },
	{ "coreq", "N", items, "coreq" },
	{ "undo", "CHANGE", names, "change" },
	{ "redo", "CHANGE", names, "undone" },
};

static bool
complete_from(struct completion *c, const struct wanted *rows, size_t n,
    const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].word, word) == 0 && (rows[i].tool == NULL ||
		    strcmp(rows[i].tool, c->tool->name) == 0)) {
			rows[i].complete(c, rows[i].argument);
			return true;
		}
	return false;
}

/* One alternative; what begins with a small letter stands for itself. */
static void
alternative(struct completion *c, const char *word)
{
	const char	*equals = strchr(word, '=');
	char		*literal;

	if (*word >= 'a' && *word <= 'z') {
		literal = qda_strndup(word, equals == NULL ? strlen(word) :
		    (size_t)(equals - word) + 1);
		complete_offer(c, literal, NULL, equals != NULL);
		free(literal);
	} else
		complete_from(c, metavariables, sizeof(metavariables) /
		    sizeof(*metavariables), word);
}

void
complete_operand(struct completion *c, const char *what)
{
	const char	*ends = "[]|", *p = what;
	char		*word, *dots;
	size_t		 n;

	for (; *p != '\0'; p += n) {
		p += strspn(p, ends);
		n = strcspn(p, ends);
		word = qda_strndup(p, n);
		if ((dots = strstr(word, "...")) != NULL)
			*dots = '\0';
		alternative(c, word);
		free(word);
	}
}

void
complete_value(struct completion *c, const struct cli_option *o)
{
	if (!complete_from(c, options, sizeof(options) / sizeof(*options),
	    o->name))
		complete_operand(c, o->value);
	if (strcmp(o->name, "output") == 0 && c->word[c->from] != '\0')
		files(c, NULL);
}
