/* regex.c: patterns with PCRE2. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <stdlib.h>
#include <string.h>

#include <pcre2.h>
#include <utf8proc.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/regex.h"
#include "qda/text.h"

#ifdef QDA_NO_JIT	/* valgrind: what is compiled reads behind the text */
enum { COMPILED = 0 };
#else
enum { COMPILED = 1 };
#endif
enum { MATCH_LIMIT = 10000000, JIT_STACK = 1 << 20 };

struct qda_regex {
	pcre2_code		*code;
	pcre2_match_data	*match;
	pcre2_match_context	*context;
	pcre2_jit_stack		*stack;
};

/* All letters whose base letter, accents and case apart, is c. */
static void
put_variants(FILE *f, int32_t base)
{
	char	 utf8[5];

	fputc('[', f);
	for (int32_t c = 'A'; c < 0x1f00; c++) {
		utf8proc_int32_t	 parts[8];
		int			 boundary = 0;

		if (c == 0x250)
			c = 0x1e00;	/* the extended Latin blocks only */
		if (utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE |
		    UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary) == 1 &&
		    parts[0] == base) {
			utf8[qda_text_put(utf8, c)] = '\0';
			fputs(utf8, f);
		}
	}
	fputs("]\\p{M}*+", f);
}

static void
put_folded(FILE *f, char c)
{
	if (c >= 'a' && c <= 'z')
		put_variants(f, c);
	else if (c == ' ')
		fputs("\\s++", f);
	else if (c == '\'')
		fputs("['’‘ʼ]", f);
	else if (c == '-')
		fputs("[-‐‑–—]", f);
	else if (c == '"')
		fputs("\\s*+[\"«»“”„]\\s*+", f);
	else if ((unsigned char)c >= 0x80 || (c >= '0' && c <= '9'))
		fputc(c, f);
	else
		fprintf(f, "\\x%02x", (unsigned char)c);
}

/* A pattern for the words of s, however they are accented and spaced. */
static char *
words_pattern(const char *s, bool wild)
{
	struct qda_folded	 folded;
	struct qda_mem		 m;
	size_t			 from = 0;

	qda_text_fold(&folded, s, strlen(s));
	while (folded.n > 0 && folded.s[folded.n - 1] == ' ')
		folded.s[--folded.n] = '\0';
	from = folded.s[0] == ' ';
	qda_mem_open(&m);
	fputs("(?<![\\p{L}\\p{N}\\p{M}_])", m.f);
	for (size_t i = from; i < folded.n; i++)
		if (strncmp(folded.s + i, "oe", 2) == 0) {
			fputs("(?:œ|Œ|[oO]\\p{M}*+[eE]\\p{M}*+)", m.f);
			i++;
		} else if (wild && folded.s[i] == '*')
			fputs("[\\p{L}\\p{N}\\p{M}_]*", m.f);
		else
			put_folded(m.f, folded.s[i]);
	fputs("(?![\\p{L}\\p{N}\\p{M}_])", m.f);
	qda_folded_free(&folded);
	return qda_mem_text(&m);
}

/* The mistakes that people make most, in the library's own words. */
static const struct {
	int		 number;
	const char	*text;
} mistakes[] = {
	{ PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS,
	    N_("missing closing parenthesis") },
	{ PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS,
	    N_("unmatched closing parenthesis") },
	{ PCRE2_ERROR_MISSING_SQUARE_BRACKET,
	    N_("missing terminating ] for character class") },
	{ PCRE2_ERROR_QUANTIFIER_INVALID,
	    N_("quantifier does not follow a repeatable item") },
	{ PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER,
	    N_("numbers out of order in {} quantifier") },
	{ PCRE2_ERROR_QUANTIFIER_TOO_BIG,
	    N_("number too big in {} quantifier") },
	{ PCRE2_ERROR_CLASS_RANGE_ORDER,
	    N_("range out of order in character class") },
	{ PCRE2_ERROR_END_BACKSLASH, N_("\\ at end of pattern") },
	{ PCRE2_ERROR_UNKNOWN_ESCAPE,
	    N_("unrecognized character follows \\") },
	{ PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH,
	    N_("lookbehind assertion is not fixed length") },
	{ PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY,
	    N_("unknown property after \\P or \\p") },
};

static const char *
mistake(int number, char *buf, size_t size)
{
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(*mistakes); i++)
		if (mistakes[i].number == number)
			return _(mistakes[i].text);
	return pcre2_get_error_message(number, (PCRE2_UCHAR *)buf, size) < 0 ?
	    "?" : buf;
}

static int
refuse(const char *pattern, int number, size_t offset, struct qda_err *e)
{
	char	 buf[160];
	size_t	 n = strlen(pattern);

	if (offset > n)
		offset = n;
	return qda_fail(e, QDA_USAGE, _("the pattern is wrong: %s\n"
	    "  %s\n  %*s"),
	    mistake(number, buf, sizeof(buf)), pattern,
	    qda_text_width(pattern, offset) + 1, "^");
}

static int
compile(struct qda_regex *r, const char *pattern, int flags, struct qda_err *e)
{
	uint32_t	 options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE |
			    PCRE2_NEVER_BACKSLASH_C;
	PCRE2_SIZE	 offset;
	int		 number;

	if (qda_text_invalid(pattern, strlen(pattern)) < strlen(pattern))
		return qda_fail(e, QDA_USAGE, _("the pattern is not UTF-8"));
	if (flags & QDA_REGEX_FIXED)
		options = (options & ~PCRE2_MULTILINE &
		    ~PCRE2_NEVER_BACKSLASH_C) | PCRE2_LITERAL;
	if (flags & QDA_REGEX_FIXED)
		options &= ~(uint32_t)PCRE2_UCP;
	if (flags & QDA_REGEX_NOCASE)
		options |= PCRE2_CASELESS;
	r->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
	    options, &number, &offset, NULL);
	return r->code == NULL ? refuse(pattern, number, offset, e) : 0;
}

int
qda_regex_open(struct qda_regex **regex, const char *pattern, int flags,
    struct qda_err *e)
{
	struct qda_regex	*r = qda_alloc(1, sizeof(*r));
	char			*words = NULL;
	int			 rc;

	if (flags & QDA_REGEX_WORDS) {
		words = words_pattern(pattern, flags & QDA_REGEX_WILD);
		flags &= ~(QDA_REGEX_FIXED | QDA_REGEX_NOCASE);
	}
	rc = compile(r, words != NULL ? words : pattern, flags, e);
	free(words);
	if (rc < 0) {
		free(r);
		return -1;
	}
	r->match = pcre2_match_data_create_from_pattern(r->code, NULL);
	r->context = pcre2_match_context_create(NULL);
	pcre2_set_match_limit(r->context, MATCH_LIMIT);
	if (!(flags & QDA_REGEX_ONCE) && COMPILED &&
	    pcre2_jit_compile(r->code, PCRE2_JIT_COMPLETE) == 0) {
		r->stack = pcre2_jit_stack_create(32768, JIT_STACK, NULL);
		pcre2_jit_stack_assign(r->context, NULL, r->stack);
	}
	*regex = r;
	return 0;
}

void
qda_regex_close(struct qda_regex *r)
{
	if (r == NULL)
		return;
	pcre2_jit_stack_free(r->stack);
	pcre2_match_context_free(r->context);
	pcre2_match_data_free(r->match);
	pcre2_code_free(r->code);
	free(r);
}

int
qda_regex_next(struct qda_regex *r, const char *s, size_t n, size_t from,
    size_t *start, size_t *end, struct qda_err *e)
{
	const PCRE2_SIZE	*at;
	int			 rc;

	rc = pcre2_match(r->code, (PCRE2_SPTR)s, n, from, PCRE2_NO_UTF_CHECK,
	    r->match, r->context);
	if (rc == PCRE2_ERROR_NOMATCH)
		return 0;
	if (rc < 0)
		return qda_fail(e, QDA_DATA,
		    _("the pattern needs too many steps on this text"));
	at = pcre2_get_ovector_pointer(r->match);
	*start = at[0];
	*end = at[1];
	return 1;
}

bool
qda_regex_group(const struct qda_regex *r, const char *name, size_t *start,
    size_t *end)
{
	const PCRE2_SIZE	*at = pcre2_get_ovector_pointer(r->match);
	int			 i;

	i = pcre2_substring_number_from_name(r->code, (PCRE2_SPTR)name);
	if (i < 0 || at[2 * i] == PCRE2_UNSET)
		return false;
	*start = at[2 * i];
	*end = at[2 * i + 1];
	return true;
}
