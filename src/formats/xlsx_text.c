/*
 * xlsx_text.c: texts and numbers of cells (ECMA-376, part 1: 18.4 strings,
 * 18.8.30 number formats, 18.17.4 dates).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "formats/xlsx.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "qda/transcript.h"

/* ---- texts --------------------------------------------------------------- */

void
qda_xlsx_text_free(struct qda_xlsx_text *t)
{
	free(t->s);
	free(t->runs);
	memset(t, 0, sizeof(*t));
}

static void
append(struct qda_xlsx_text *t, const char *s, size_t n)
{
	if (n == 0)
		return;
	if (t->n + n >= t->cap)
		t->s = qda_grow(t->s, &t->cap, t->n + n, 1);
	memcpy(t->s + t->n, s, n);
	t->n += n;
}

/* The character of "_x000D_", or -1. */
static int32_t
escaped(const char *s)
{
	char	*end;
	long	 c;

	if (strncmp(s, "_x", 2) != 0 || strspn(s + 2,
	    "0123456789abcdefABCDEF") != 4 || s[6] != '_')
		return -1;
	c = strtol(s + 2, &end, 16);
	return c == 0 || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : (int32_t)c;
}

static void
characters(struct qda_xlsx_text *t, const char *s)
{
	char	 bytes[4];
	int32_t	 c;
	size_t	 n;

	for (; *s != '\0'; s += n) {
		n = strcspn(s + 1, "_") + 1;
		if (*s == '_' && (c = escaped(s)) >= 0) {
			append(t, bytes, qda_text_put(bytes, c));
			n = 7;
		} else
			append(t, s, n);
	}
}

/* What a colour of a run says: the usual one is none. */
static int32_t
colour(struct qda_xml *x)
{
	const char	*rgb = qda_xml_attribute(x, 0, "rgb"), *theme;
	int32_t		 c;

	if (rgb != NULL) {
		c = qda_colour_read(strlen(rgb) == 8 ? rgb + 2 : rgb);
		return c == 0 ? -1 : c;
	}
	theme = qda_xml_attribute(x, 0, "theme");
	return theme != NULL && strtol(theme, NULL, 10) > 1 ? 0x808080 : -1;
}

static void
property(struct qda_xml *x, struct qda_look *look)
{
	const char	*v;

	if (strcmp(x->name, "b") == 0) {
		v = qda_xml_attribute(x, 0, "val");
		if (v == NULL || (strcmp(v, "0") != 0 &&
		    strcmp(v, "false") != 0))
			look->is |= QDA_BOLD;
	} else if (strcmp(x->name, "color") == 0)
		look->highlight = colour(x);
}

int
qda_xlsx_text_read(struct qda_xml *x, struct qda_xlsx_text *t,
    struct qda_err *e)
{
	struct qda_look	 look = qda_plain_look;
	size_t		 depth = x->depth;
	bool		 words = strcmp(x->name, "text") == 0 &&
			    x->space == QDA_ST;
	int		 rc;

	while ((rc = qda_xml_next(x, e)) > 0) {
		if (x->is == QDA_XML_END && x->depth == depth)
			break;
		if (x->is == QDA_XML_TEXT) {
			if (words)
				characters(t, x->text);
			continue;
		}
		if (x->space != QDA_S)
			continue;
		if (strcmp(x->name, "t") == 0)
			words = x->is == QDA_XML_BEGIN;
		else if (strcmp(x->name, "r") == 0 && x->is == QDA_XML_BEGIN)
			look = qda_plain_look;
		else if (strcmp(x->name, "r") == 0) {
			t->runs = qda_grow(t->runs, &t->runs_cap, t->runs_n,
			    sizeof(*t->runs));
			t->runs[t->runs_n++] = (struct qda_xlsx_run){ t->n,
			    look };
		} else if (strcmp(x->name, "rPh") == 0) {
			if (x->is == QDA_XML_BEGIN && qda_xml_skip(x, e) < 0)
				return -1;
		} else if (x->is == QDA_XML_BEGIN)
			property(x, &look);
	}
	return rc < 0 ? -1 : 0;
}

/* ---- numbers ------------------------------------------------------------- */

static bool
within(long n, long first, long last)
{
	return n >= first && n <= last;
}

/* The formats that Excel has without saying them. */
static enum qda_xlsx_number
built_in(long id)
{
	if (id == 22)
		return QDA_XLSX_MOMENT;
	if (within(id, 14, 17) || within(id, 27, 31) || id == 36 ||
	    within(id, 50, 54) || within(id, 57, 58))
		return QDA_XLSX_DATE;
	if (within(id, 18, 21) || within(id, 32, 35) || within(id, 45, 47) ||
	    within(id, 55, 56))
		return QDA_XLSX_TIME;
	return QDA_XLSX_PLAIN;
}

/* Behind what is quoted, or in brackets that are no [h], in a format. */
static const char *
pass(const char *code)
{
	const char	*end;

	if (*code == '\\' || *code == '_' || *code == '*')
		return code[1] == '\0' ? code + 1 : code + 2;
	if (*code == '"')
		end = strchr(code + 1, '"');
	else if (*code == '[' && strchr("hHmMsS", code[1]) == NULL)
		end = strchr(code + 1, ']');
	else
		return code;
	return end == NULL ? code + strlen(code) : end + 1;
}

enum qda_xlsx_number
qda_xlsx_format(long id, const char *code)
{
	bool		 day = false, hour = false;
	const char	*next;

	if (code == NULL)
		return built_in(id);
	if (strcmp(code, "General") == 0)
		return QDA_XLSX_PLAIN;
	for (; *code != '\0' && *code != ';'; code = next) {
		next = pass(code);
		if (next != code)
			continue;
		day |= strchr("dDyY", *code) != NULL;
		hour |= strchr("hHsS", *code) != NULL;
		next = code + 1;
	}
	return day ? hour ? QDA_XLSX_MOMENT : QDA_XLSX_DATE :
	    hour ? QDA_XLSX_TIME : QDA_XLSX_PLAIN;
}

/* Days since 1970 to a date of the Gregorian calendar (Hinnant's algorithm). */
static char *
date_text(long days)
{
	long	 z = days + 719468, era = z / 146097, doe = z - era * 146097;
	long	 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long	 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long	 mp = (5 * doy + 2) / 153, month = mp < 10 ? mp + 3 : mp - 9;

	return qda_sprintf("%04ld-%02ld-%02ld", yoe + era * 400 + (month < 3),
	    month, doy - (153 * mp + 2) / 5 + 1);
}

char *
qda_xlsx_number_text(const char *value, enum qda_xlsx_number as,
    bool from_1904)
{
	char	*end, *date, *text;
	double	 v = strtod(value, &end);
	long	 days, s;

	if (end == value || *end != '\0' || !isfinite(v))
		return qda_strdup(value);
	if (as == QDA_XLSX_PLAIN || v < 0 || v > 2958465)	/* 9999-12-31 */
		return qda_sprintf("%.15g", v);
	s = lround(v * 86400);
	if (as == QDA_XLSX_TIME)
		return qda_sprintf("%ld:%02ld:%02ld", s / 3600, s / 60 % 60,
		    s % 60);
	/* 1900 is no leap year, but Excel's day 60 is its 29 February */
	days = s / 86400 + (from_1904 ? 1462 : s / 86400 < 60 ? 1 : 0) - 25569;
	date = date_text(days);
	if (as == QDA_XLSX_DATE)
		return date;
	text = qda_sprintf("%s %02ld:%02ld", date, s / 3600 % 24, s / 60 % 60);
	free(date);
	return text;
}
