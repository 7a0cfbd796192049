/* html.c: HTML on a stream. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "qda/html.h"
#include "qda/text.h"

static const char	 style[] =
"@page { size: A4; margin: 2.5cm;\n"
"  @bottom-right { content: counter(page) \" / \" counter(pages);\n"
"    font: 8pt \"Liberation Serif\", Times, serif } }\n"
"html { font: 11pt/1.4 \"Liberation Serif\", \"Times New Roman\", Times,\n"
"  serif; color: #000; background: #fff }\n"
"body { max-width: 50em; margin: 2em auto; padding: 0 1em }\n"
"h1 { font-size: 1.5em } h2 { font-size: 1.25em } h3, h4 { font-size: 1.1em }\n"
"h1, h2, h3, h4 { line-height: 1.2; margin: 1.2em 0 .4em;\n"
"  break-after: avoid }\n"
"p, li { margin: .3em 0 } blockquote { margin: .5em 2em;\n"
"  break-inside: avoid }\n"
"table { border-collapse: collapse; width: 100%; margin: .8em 0;\n"
"  font-size: 10pt }\n"
"th, td { border: 1px solid #666; padding: .25em .5em; text-align: left;\n"
"  vertical-align: top } td p, th p { margin: 0 }\n"
"thead { display: table-header-group } tr { break-inside: avoid }\n"
"tbody th { font-weight: normal }\n"
"thead th, tr.shaded > * { background: #e8e8e8 }\n"
"tr.shaded { break-after: avoid }\n"
".right { text-align: right } mark { background: #ddd; color: inherit }\n"
"small { font-size: 80% } footer { margin-top: 2em; font-size: 8pt }\n"
"@media print { body { max-width: none; margin: 0; padding: 0 }\n"
"  * { print-color-adjust: exact } }\n";

/* Elements that have no content and no end tag. */
static bool
is_void(const char *name)
{
	static const char	*const names[] = {
		"br", "col", "hr", "img", "input", "link", "meta", "wbr"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* Elements after which a new line changes nothing and helps the reader. */
static bool
ends_line(const char *name)
{
	static const char	*const names[] = {
		"html", "head", "title", "meta", "style", "body", "h1", "h2",
		"h3", "h4", "p", "ul", "ol", "li", "blockquote", "table",
		"colgroup", "thead", "tbody", "tr", "footer", "div", "main",
		"section", "nav", "hr", "form",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* What may stand in a page: no control character but tab and newline. */
static bool
is_allowed(int32_t c)
{
	return (c >= ' ' && (c < 0x7f || c > 0x9f) && (c & 0xfffe) != 0xfffe &&
	    (c < 0xfdd0 || c > 0xfdef)) || c == '\t' || c == '\n';
}

static const char *
entity(int32_t c, bool attribute)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return attribute ? "&quot;" : NULL;
	default:
		return NULL;
	}
}

static void
escape(FILE *f, const char *s, size_t n, bool attribute)
{
	size_t		 at = 0, was, from = 0;
	const char	*as;
	int32_t		 c;

	while (was = at, at < n) {
		c = qda_text_next(s, n, &at);
		as = c < 0 ? "\xef\xbf\xbd" : entity(c, attribute);
		if (as == NULL && is_allowed(c))
			continue;
		fwrite(s + from, 1, was - from, f);
		if (as != NULL)
			fputs(as, f);
		from = at;
	}
	fwrite(s + from, 1, n - from, f);
}

void
qda_html_escape(FILE *f, const char *s, size_t n)
{
	escape(f, s, n, false);
}

void
qda_html_escape_attr(FILE *f, const char *s)
{
	escape(f, s, strlen(s), true);
}

/* The ">" of a start tag. */
static void
end_tag(struct qda_html *h)
{
	if (!h->tag)
		return;
	fputc('>', h->f);
	h->tag = false;
	if (is_void(h->open[h->depth - 1])) {
		if (ends_line(h->open[h->depth - 1]))
			fputc('\n', h->f);
		h->depth--;
	}
}

void
qda_html_open(struct qda_html *h, const char *name)
{
	end_tag(h);
	assert(h->depth < QDA_HTML_DEPTH);
	h->open[h->depth++] = name;
	fprintf(h->f, "<%s", name);
	h->tag = true;
}

void
qda_html_close(struct qda_html *h, const char *name)
{
	end_tag(h);
	assert(h->depth > 0 && strcmp(h->open[h->depth - 1], name) == 0);
	h->depth--;
	fprintf(h->f, "</%s>%s", name, ends_line(name) ? "\n" : "");
}

void
qda_html_attr(struct qda_html *h, const char *name, const char *value)
{
	assert(h->tag);
	fprintf(h->f, " %s=\"", name);
	qda_html_escape_attr(h->f, value);
	fputc('"', h->f);
}

void
qda_html_bytes(struct qda_html *h, const char *s, size_t n)
{
	end_tag(h);
	qda_html_escape(h->f, s, n);
}

void
qda_html_text(struct qda_html *h, const char *s)
{
	qda_html_bytes(h, s, strlen(s));
}

void
qda_html_element(struct qda_html *h, const char *name, const char *text)
{
	qda_html_open(h, name);
	qda_html_text(h, text);
	qda_html_close(h, name);
}

static void
meta(struct qda_html *h, const char *name, const char *content)
{
	qda_html_open(h, "meta");
	qda_html_attr(h, "name", name);
	qda_html_attr(h, "content", content);
}

void
qda_html_begin(struct qda_html *h, FILE *f, const char *title,
    const char *lang, const char *css)
{
	memset(h, 0, sizeof(*h));
	h->f = f;
	fputs("<!DOCTYPE html>\n", f);
	qda_html_open(h, "html");
	qda_html_attr(h, "lang", lang);
	qda_html_open(h, "head");
	qda_html_open(h, "meta");
	qda_html_attr(h, "charset", "UTF-8");
	meta(h, "viewport", "width=device-width, initial-scale=1");
	meta(h, "generator", "qda " QDA_VERSION);
	qda_html_element(h, "title", title);
	qda_html_open(h, "style");
	end_tag(h);
	fprintf(f, "\n%s%s", style, css == NULL ? "" : css);
	qda_html_close(h, "style");
	qda_html_close(h, "head");
	qda_html_open(h, "body");
	end_tag(h);
	fputc('\n', f);
}

void
qda_html_end(struct qda_html *h)
{
	end_tag(h);
	while (h->depth > 0)
		qda_html_close(h, h->open[h->depth - 1]);
}
