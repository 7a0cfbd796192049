/*
 * xml.c: documents spoilt by their elements, not only by their bytes: what
 * remains is mostly well-formed, so that the reader behind the parser is
 * reached.  A real archive is taken apart first (fuzz.c puts it together).
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "formats/zip.h"
#include "fuzz.h"
#include "qda/mem.h"

size_t	 LLVMFuzzerMutate(uint8_t *, size_t, size_t);
size_t	 LLVMFuzzerCustomMutator(uint8_t *, size_t, size_t, unsigned);

/* A stretch of bytes. */
struct stretch {
	const char	*at;
	size_t		 n;
};

static uint32_t	 state;

static size_t
draw(size_t below)
{
	state = state * 1664525 + 1013904223;
	return below == 0 ? 0 : (state >> 8) % below;
}

/* One of the start tags; none: n == 0. */
static struct stretch
any_tag(const char *s, size_t n)
{
	struct stretch	 tag = { s, 0 };
	const char	*end;
	size_t		 seen = 0;

	for (const char *p = s; (p = memchr(p, '<', n - (size_t)(p - s)));
	    p++) {
		end = memchr(p, '>', n - (size_t)(p - s));
		if (end == NULL)
			break;
		if (p[1] == '/' || p[1] == '?' || p[1] == '!')
			continue;
		if (draw(++seen) == 0)
			tag = (struct stretch){ p, (size_t)(end + 1 - p) };
	}
	return tag;
}

/* The element a start tag begins, up to the end of its own end tag. */
static struct stretch
element(const char *s, size_t n, struct stretch tag)
{
	const char	*p = tag.at, *end;
	int		 depth = 0;

	while (tag.n > 0 &&
	    (p = memchr(p, '<', n - (size_t)(p - s))) != NULL &&
	    (end = memchr(p, '>', n - (size_t)(p - s))) != NULL) {
		if (p[1] == '/')
			depth--;
		else if (end[-1] != '/' && p[1] != '?' && p[1] != '!')
			depth++;
		p = end + 1;
		if (depth <= 0)
			return (struct stretch){ tag.at, (size_t)(p - tag.at) };
	}
	return tag;
}

/* What a start tag wants at the end: its name as an end tag. */
static void
put_end(FILE *f, struct stretch tag)
{
	size_t	 name = 1;

	if (tag.n > 1 && tag.at[tag.n - 2] == '/')
		return;
	while (name < tag.n && strchr(" \t\r\n/>", tag.at[name]) == NULL)
		name++;
	fprintf(f, "</%.*s>", (int)name - 1, tag.at + 1);
}

/* The document with one of its elements gone, moved, wrapped or bare. */
static void
change(FILE *f, const char *s, size_t n)
{
	struct stretch	 tag = any_tag(s, n), other = any_tag(s, n);
	struct stretch	 a = element(s, n, tag), b = element(s, n, other);
	size_t		 at = (size_t)(a.at - s), behind = at + a.n;
	const char	*end;

	fwrite(s, 1, at, f);
	switch (draw(5)) {
	case 0:				/* gone */
		break;
	case 1:				/* with another before it */
		fwrite(b.at, 1, b.n, f);
		fwrite(a.at, 1, a.n, f);
		break;
	case 2:				/* another in its place */
		fwrite(b.at, 1, b.n, f);
		break;
	case 3:				/* within another's tags */
		fwrite(other.at, 1, other.n, f);
		fwrite(a.at, 1, a.n, f);
		put_end(f, other);
		break;
	default:			/* without its own tags */
		end = a.n > tag.n ? memrchr(a.at, '<', a.n) : NULL;
		if (end > a.at)
			fwrite(a.at + tag.n, 1, (size_t)(end - a.at) - tag.n,
			    f);
	}
	fwrite(s + behind, 1, n - behind, f);
}

/* The parts of an archive with 0x1e between them; NULL when it has none. */
static char *
parts(const char *bytes, size_t n, const char *const *names, size_t *size)
{
	struct qda_zip	*zip;
	struct qda_mem	 m;
	struct qda_err	 e;
	char		*part, *all;
	size_t		 k;

	if (qda_zip_open(&zip, bytes, n, &e) < 0)
		return NULL;
	qda_mem_open(&m);
	for (size_t i = 0; names[i] != NULL; i++) {
		if (i > 0)
			fputc(0x1e, m.f);
		if (qda_zip_read(zip, names[i], &part, &k, &e) <= 0)
			continue;
		fwrite(part, 1, k, m.f);
		free(part);
	}
	qda_zip_close(zip);
	all = qda_mem_text(&m);
	*size = m.size;
	return all;
}

/* Puts what was made in the place of the input, if it has room there. */
static size_t
replace(uint8_t *data, size_t n, size_t max, char *made, size_t size)
{
	if (size > 0 && size <= max) {
		memcpy(data, made, size);
		n = size;
	}
	free(made);
	return n;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t n, size_t max, unsigned seed)
{
	const char	*const *names = fuzz_parts();
	struct qda_mem	 m;
	char		*made;
	size_t		 size;

	state = seed;
	if (names == NULL)
		return LLVMFuzzerMutate(data, n, max);
	if (n > 2 && memcmp(data, "PK", 2) == 0 &&
	    (made = parts((const char *)data, n, names, &size)) != NULL)
		return replace(data, n, max, made, size);
	if (draw(3) == 0)
		return LLVMFuzzerMutate(data, n, max);
	qda_mem_open(&m);
	change(m.f, (const char *)data, n);
	made = qda_mem_text(&m);
	return replace(data, n, max, made, m.size);
}
