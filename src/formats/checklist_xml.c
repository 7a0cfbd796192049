/* checklist_xml.c: a reporting checklist from XML; unknown things refused. */
#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/xmlreader.h>

#include "qda/checklist.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum kind {
	CHECKLIST, TITLE, REFERENCE, DOMAIN, GROUP, ITEM, QUESTION, KINDS
};
enum { DEPTH = 5 };		/* checklist, domain, group, item, title */

/* Bits of the kinds an element may stand in. */
enum {
	IN_CHECKLIST = 1 << CHECKLIST,
	IN_DOMAIN    = 1 << DOMAIN,
	IN_GROUP     = 1 << GROUP,
	IN_ITEM      = 1 << ITEM,
};

struct parse {
	xmlTextReaderPtr	 xml;
	struct qda_checklist	*list;
	enum kind		 open[DEPTH];	/* elements we are in */
	size_t			 depth;
	char			*text;		/* words of the innermost */
	size_t			 n, cap;
	bool			 blank;		/* white space is due */
	bool			 broken;	/* libxml2 complained... */
	int			 line;		/* here */
	char			 why[256];	/* for this reason */
};

struct element {
	const char	*name;
	unsigned	 parents;	/* 0: the root */
	bool		 words;		/* holds words, not elements */
	const char	*attributes[3];	/* besides xml:lang */
	int		(*begin)(struct parse *, struct qda_err *);
	int		(*end)(struct parse *, struct qda_err *);
};

/* An attribute of the element we stand on, or NULL; caller frees. */
static char *
attribute(struct parse *p, const char *name)
{
	xmlChar	*v = xmlTextReaderGetAttribute(p->xml, (const xmlChar *)name);
	char	*copy = qda_strdup((const char *)v);

	xmlFree(v);
	return copy;
}

/* A name: a-z, then a-z, 0-9, -; at most 32.  Its bytes, 0: it is none. */
static size_t
key_length(const char *s)
{
	size_t	 n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return *s >= 'a' && *s <= 'z' && n <= 32 ? n : 0;
}

static bool
is_key(const char *s)
{
	size_t	 n = key_length(s);

	return n > 0 && s[n] == '\0';
}

/* One to 16 names with a blank between them. */
static bool
are_keys(const char *s)
{
	size_t	 n;

	for (int i = 0; i < 16 && (n = key_length(s)) > 0; i++) {
		if (s[n] == '\0')
			return true;
		if (s[n] != ' ')
			return false;
		s += n + 1;
	}
	return false;
}

/* 1 to 9999 without sign, blank or leading zero; else 0. */
static int
to_number(const char *s)
{
	size_t	 n = strspn(s, "0123456789");

	return n == 0 || n > 4 || s[n] != '\0' || *s == '0' ? 0 : atoi(s);
}

/* Parts of 1 to 8 letters and digits, the first of letters: "en-GB". */
static bool
is_language(const char *s)
{
	const char	*letters = "abcdefghijklmnopqrstuvwxyz"
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	size_t		 n = strspn(s, letters);

	if (strcspn(s, "0123456789") < n)
		return false;
	while (n >= 1 && n <= 8 && s[n] == '-') {
		s += n + 1;
		n = strspn(s, letters);
	}
	return n >= 1 && n <= 8 && s[n] == '\0';
}

static int
phrase_add(struct qda_phrases *list, const char *lang, const char *text,
    struct qda_err *e)
{
	struct qda_phrase	*new;

	for (size_t i = 0; i < list->n; i++)
		if (strcasecmp(list->at[i].lang, lang) == 0)
			return qda_fail(e, QDA_DATA,
			    _("the same is there in language '%s' already"),
			    lang);
	list->at = qda_grow(list->at, &list->cap, list->n, sizeof(*list->at));
	new = &list->at[list->n++];
	new->lang = qda_strdup(lang);
	new->text = qda_strdup(text);
	return 0;
}

static size_t
domain_now(const struct parse *p)
{
	return p->list->ndomains - 1;
}

static struct qda_checklist_group *
group_now(const struct parse *p)
{
	return &p->list->groups[p->list->ngroups - 1];
}

static struct qda_checklist_item *
item_now(const struct parse *p)
{
	return &p->list->items[p->list->nitems - 1];
}

static void
group_add(struct parse *p)
{
	struct qda_checklist	*l = p->list;

	l->groups = qda_grow(l->groups, &l->cgroups, l->ngroups,
	    sizeof(*l->groups));
	l->groups[l->ngroups++] = (struct qda_checklist_group){
		.domain = domain_now(p)
	};
}

static int
lacks(const char *element, const char *what, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s' lacks its '%s'"), element, what);
}

static int
begin_checklist(struct parse *p, struct qda_err *e)
{
	p->list->name = attribute(p, "name");
	if (p->list->name == NULL)
		return lacks("checklist", "name", e);
	if (!is_key(p->list->name))
		return qda_fail(e, QDA_DATA,
		    _("'%s' is no name for a checklist: a small letter, then"
		    " small letters, digits and hyphens, at most 32"),
		    p->list->name);
	return 0;
}

static int
begin_domain(struct parse *p, struct qda_err *e)
{
	struct qda_checklist	*l = p->list;

	(void)e;
	l->domains = qda_grow(l->domains, &l->cdomains, l->ndomains,
	    sizeof(*l->domains));
	l->domains[l->ndomains++] = (struct qda_phrases){ 0 };
	return 0;
}

static int
begin_group(struct parse *p, struct qda_err *e)
{
	(void)e;
	group_add(p);
	return 0;
}

static int
item_number(struct parse *p, struct qda_checklist_item *item,
    struct qda_err *e)
{
	char	*s = attribute(p, "number");
	int	 rc = -1, number;

	if (s == NULL)
		lacks("item", "number", e);
	else if ((number = to_number(s)) == 0)
		qda_fail(e, QDA_DATA,
		    _("'%s' is no item number: 1 to 9999"), s);
	else if (qda_checklist_item(p->list, number) != NULL)
		qda_fail(e, QDA_DATA, _("there is an item %d already"),
		    number);
	else {
		item->number = number;
		rc = 0;
	}
	free(s);
	return rc;
}

/* Both or neither: what proposes an answer, and what such a proposal is. */
static int
item_prefill(struct parse *p, struct qda_checklist_item *item,
    struct qda_err *e)
{
	char	*state = attribute(p, "state");
	int	 i = 0, rc = -1;

	item->prefill = attribute(p, "prefill");
	while (state != NULL && i < QDA_ITEM_STATES &&
	    strcmp(state, qda_item_state_key((enum qda_item_state)i)) != 0)
		i++;
	if ((state == NULL) != (item->prefill == NULL))
		qda_fail(e, QDA_DATA,
		    _("item %d has one of 'prefill' and 'state' without the"
		    " other"), item->number);
	else if (item->prefill != NULL && !are_keys(item->prefill))
		qda_fail(e, QDA_DATA, _("'%s' is no name of a prefill"),
		    item->prefill);
	else if (i == QDA_ITEM_STATES)
		qda_fail(e, QDA_DATA, _("'%s' is no state: computed, declared"
		    " or judge"), state);
	else {
		item->state = (enum qda_item_state)i;
		rc = 0;
	}
	free(state);
	return rc;
}

static int
begin_item(struct parse *p, struct qda_err *e)
{
	struct qda_checklist		*l = p->list;
	struct qda_checklist_item	*item;
	bool				 bare;

	bare = p->open[p->depth - 1] == DOMAIN;
	if (bare && (l->ngroups == 0 || group_now(p)->title.n > 0 ||
	    group_now(p)->domain != domain_now(p)))
		group_add(p);
	l->items = qda_grow(l->items, &l->citems, l->nitems,
	    sizeof(*l->items));
	item = &l->items[l->nitems++];
	*item = (struct qda_checklist_item){ .group = l->ngroups - 1 };
	if (item_number(p, item, e) < 0)
		return -1;
	return item_prefill(p, item, e);
}

static int
begin_words(struct parse *p, struct qda_err *e)
{
	(void)e;
	p->n = 0;
	p->blank = false;
	return 0;
}

/* Takes the words just read as one phrase of the list. */
static int
words_to(struct parse *p, struct qda_phrases *list, struct qda_err *e)
{
	const xmlChar	*lang = xmlTextReaderConstXmlLang(p->xml);

	if (p->n == 0)
		return qda_fail(e, QDA_DATA, _("there are no words in '%s'"),
		    (const char *)xmlTextReaderConstName(p->xml));
	p->text[p->n] = '\0';
	return phrase_add(list, lang == NULL ? "" : (const char *)lang,
	    p->text, e);
}

static int
end_title(struct parse *p, struct qda_err *e)
{
	switch (p->open[p->depth - 2]) {
	case DOMAIN:
		return words_to(p, &p->list->domains[domain_now(p)], e);
	case GROUP:
		return words_to(p, &group_now(p)->title, e);
	case ITEM:
		return words_to(p, &item_now(p)->title, e);
	default:
		return words_to(p, &p->list->title, e);
	}
}

static int
end_reference(struct parse *p, struct qda_err *e)
{
	return words_to(p, &p->list->reference, e);
}

static int
end_question(struct parse *p, struct qda_err *e)
{
	return words_to(p, &item_now(p)->question, e);
}

static int
end_item(struct parse *p, struct qda_err *e)
{
	return item_now(p)->title.n > 0 ? 0 : lacks("item", "title", e);
}

static int
end_group(struct parse *p, struct qda_err *e)
{
	const struct qda_checklist	*l = p->list;

	if (group_now(p)->title.n == 0)
		return lacks("group", "title", e);
	if (l->nitems == 0 || item_now(p)->group != l->ngroups - 1)
		return lacks("group", "item", e);
	return 0;
}

static int
end_domain(struct parse *p, struct qda_err *e)
{
	if (p->list->ngroups == 0 || group_now(p)->domain != domain_now(p))
		return lacks("domain", "item", e);
	return 0;
}

static int
end_checklist(struct parse *p, struct qda_err *e)
{
	if (p->list->title.n == 0)
		return lacks("checklist", "title", e);
	return p->list->ndomains > 0 ? 0 : lacks("checklist", "domain", e);
}

static const struct element	elements[KINDS] = {
	[CHECKLIST] = { "checklist", 0, false, { "name" },
	    begin_checklist, end_checklist },
	[TITLE]     = { "title",
	    IN_CHECKLIST | IN_DOMAIN | IN_GROUP | IN_ITEM, true, { NULL },
	    begin_words, end_title },
	[REFERENCE] = { "reference", IN_CHECKLIST, true, { NULL },
	    begin_words, end_reference },
	[DOMAIN]    = { "domain", IN_CHECKLIST, false, { NULL },
	    begin_domain, end_domain },
	[GROUP]     = { "group", IN_DOMAIN, false, { NULL },
	    begin_group, end_group },
	[ITEM]      = { "item", IN_DOMAIN | IN_GROUP, false,
	    { "number", "prefill", "state" }, begin_item, end_item },
	[QUESTION]  = { "question", IN_ITEM, true, { NULL },
	    begin_words, end_question },
};

/* The innermost element we are in. */
static const struct element *
element_now(const struct parse *p)
{
	return &elements[p->open[p->depth - 1]];
}

/* Whether an element may bear the attribute we stand on. */
static bool
may_bear(const struct parse *p, const struct element *el)
{
	const char	*name = (const char *)xmlTextReaderConstName(p->xml);

	if (xmlTextReaderIsNamespaceDecl(p->xml) == 1 ||
	    strcmp(name, "xml:lang") == 0)
		return true;
	for (size_t i = 0; i < 3 && el->attributes[i] != NULL; i++)
		if (strcmp(name, el->attributes[i]) == 0)
			return true;
	return false;
}

static int
check_attributes(struct parse *p, const struct element *el, struct qda_err *e)
{
	const char	*name, *value;

	while (xmlTextReaderMoveToNextAttribute(p->xml) == 1) {
		name = (const char *)xmlTextReaderConstName(p->xml);
		if (!may_bear(p, el))
			return qda_fail(e, QDA_DATA,
			    _("'%s' has no attribute '%s'"), el->name, name);
		if (strcmp(name, "xml:lang") != 0)
			continue;
		value = (const char *)xmlTextReaderConstValue(p->xml);
		if (value == NULL || !is_language(value))
			return qda_fail(e, QDA_DATA,
			    _("'%s' is no language"),
			    value == NULL ? "" : value);
	}
	xmlTextReaderMoveToElement(p->xml);
	return 0;
}

/* The kind of the element we stand on, or KINDS when it may not be here. */
static enum kind
kind_here(const struct parse *p)
{
	const char	*name = (const char *)xmlTextReaderConstName(p->xml);
	unsigned	 parent = 0;

	if (xmlTextReaderConstNamespaceUri(p->xml) != NULL)
		return KINDS;
	if (p->depth > 0)
		parent = 1U << p->open[p->depth - 1];
	for (int k = 0; k < KINDS; k++)
		if (strcmp(name, elements[k].name) == 0)
			return elements[k].parents == parent ||
			    (elements[k].parents & parent) != 0 ?
			    (enum kind)k : KINDS;
	return KINDS;
}

static int
end_element(struct parse *p, struct qda_err *e)
{
	if (element_now(p)->end(p, e) < 0)
		return -1;
	p->depth--;
	return 0;
}

static int
begin_element(struct parse *p, struct qda_err *e)
{
	const char	*name = (const char *)xmlTextReaderConstName(p->xml);
	bool		 empty = xmlTextReaderIsEmptyElement(p->xml) == 1;
	enum kind	 kind = kind_here(p);

	if (kind == KINDS && p->depth == 0)
		return qda_fail(e, QDA_DATA,
		    _("this is no checklist: it begins with '%s'"), name);
	if (kind == KINDS)
		return qda_fail(e, QDA_DATA, _("'%s' has no place in '%s'"),
		    name, element_now(p)->name);
	if (check_attributes(p, &elements[kind], e) < 0 ||
	    elements[kind].begin(p, e) < 0)
		return -1;
	assert(p->depth < DEPTH);
	p->open[p->depth++] = kind;
	return empty ? end_element(p, e) : 0;
}

/* Characters between tags: words are kept, white space runs one space. */
static int
characters(struct parse *p, struct qda_err *e)
{
	const char	*s = (const char *)xmlTextReaderConstValue(p->xml);

	if (s == NULL || p->depth == 0)
		return 0;
	if (!element_now(p)->words)
		return s[strspn(s, " \t\r\n")] == '\0' ? 0 :
		    qda_fail(e, QDA_DATA, _("'%s' holds no words of its own"),
		    element_now(p)->name);
	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) != NULL) {
			p->blank = p->n > 0;
			continue;
		}
		p->text = qda_grow(p->text, &p->cap, p->n + 2, 1);
		if (p->blank)
			p->text[p->n++] = ' ';
		p->blank = false;
		p->text[p->n++] = *s;
	}
	return 0;
}

static int
no_doctype(struct qda_err *e)
{
	return qda_fail(e, QDA_DATA,
	    _("a checklist has no DOCTYPE and no entities"));
}

static int
node(struct parse *p, struct qda_err *e)
{
	switch (xmlTextReaderNodeType(p->xml)) {
	case XML_READER_TYPE_ELEMENT:
		return begin_element(p, e);
	case XML_READER_TYPE_END_ELEMENT:
		return end_element(p, e);
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		return characters(p, e);
	case XML_READER_TYPE_COMMENT:
	case XML_READER_TYPE_PROCESSING_INSTRUCTION:
		return 0;
	default:
		return no_doctype(e);
	}
}

/* libxml2's complaint: the first is kept, and ends the parse. */
static void
complaint(void *arg, const char *msg, xmlParserSeverities severity,
    xmlTextReaderLocatorPtr where)
{
	struct parse	*p = arg;

	if (p->broken || severity == XML_PARSER_SEVERITY_WARNING ||
	    severity == XML_PARSER_SEVERITY_VALIDITY_WARNING)
		return;
	p->broken = true;
	p->line = xmlTextReaderLocatorLineNumber(where);
	if (p->line < 1)
		p->line = 1;		/* it was inside an entity */
	strncpy(p->why, msg, sizeof(p->why) - 1);
	p->why[strcspn(p->why, "\n")] = '\0';
}

/*
 * A DOCTYPE is refused before libxml2 sees it.  In an encoding that is not
 * like ASCII it passes here; then its node is refused.
 */
static int
look_for_doctype(struct parse *p, const char *s, size_t n, struct qda_err *e)
{
	const char	*at = memmem(s, n, "<!DOCTYPE", 9);

	if (at == NULL)
		return 0;
	for (p->line = 1; s < at; s++)
		p->line += *s == '\n';
	return no_doctype(e);
}

/* The line of the node we stand on; the parser's own for a DOCTYPE. */
static int
line_here(const struct parse *p)
{
	long	 line = xmlGetLineNo(xmlTextReaderCurrentNode(p->xml));

	return line > 0 ? (int)line :
	    xmlTextReaderGetParserLineNumber(p->xml);
}

/* Every node; libxml2's complaint counts whatever it returned. */
static int
all_nodes(struct parse *p, struct qda_err *e)
{
	int	 more;

	while ((more = xmlTextReaderRead(p->xml)) == 1 || p->broken) {
		if (more == 1 && node(p, e) < 0) {
			p->line = line_here(p);
			return -1;
		}
		if (p->broken)
			return qda_fail(e, QDA_DATA,
			    _("not well-formed XML: %s"), p->why);
	}
	if (more == 0 && p->list->nitems > 0 && p->depth == 0)
		return 0;
	p->line = xmlTextReaderGetParserLineNumber(p->xml);
	return qda_fail(e, QDA_DATA, _("this is not well-formed XML"));
}

int
qda_checklist_parse(struct qda_checklist *list, const char *bytes, size_t n,
    const char *file, struct qda_err *e)
{
	struct parse	 p = { .list = list };
	int		 rc;

	memset(list, 0, sizeof(*list));
	if (n == 0)
		return qda_fail(e, QDA_DATA, _("'%s' is empty"), file);
	if (n > QDA_CHECKLIST_MAX)
		return qda_fail(e, QDA_DATA,
		    _("'%s' is larger than a checklist can be (%d kB)"), file,
		    QDA_CHECKLIST_MAX >> 10);
	p.xml = xmlReaderForMemory(bytes, (int)n, NULL, NULL,
	    XML_PARSE_NONET);
	if (p.xml == NULL)
		return qda_fail(e, QDA_SYSTEM, _("cannot read '%s'"), file);
	xmlTextReaderSetErrorHandler(p.xml, complaint, &p);
	rc = look_for_doctype(&p, bytes, n, e);
	if (rc == 0)
		rc = all_nodes(&p, e);
	if (rc < 0) {
		qda_fail_in(e, _("'%s', line %d"), file, p.line);
		qda_checklist_free(list);
	}
	xmlFreeTextReader(p.xml);
	free(p.text);
	return rc;
}
