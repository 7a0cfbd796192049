/* package.c: the zip file of a document, made in memory. */
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "formats/package.h"
#include "qda/lang.h"
#include "qda/mem.h"

struct qda_package {
	zip_t			*zip;
	zip_source_t		*bytes;
	struct qda_strings	 kept;	/* parts, until it is closed */
};

enum { DATE_1980 = 1 << 5 | 1 };	/* 1 January 1980, where DOS begins */

static int
fail_zip(const char *why, struct qda_err *e)
{
	return qda_fail(e, QDA_SYSTEM,
	    _("the document cannot be put together: %s"), why);
}

int
qda_package_open(struct qda_package **package, struct qda_err *e)
{
	struct qda_package	*p = qda_alloc(1, sizeof(*p));
	zip_error_t		 error;
	int			 rc = 0;

	zip_error_init(&error);
	p->bytes = zip_source_buffer_create(NULL, 0, 0, &error);
	if (p->bytes != NULL)
		p->zip = zip_open_from_source(p->bytes, ZIP_TRUNCATE, &error);
	if (p->zip == NULL)
		rc = fail_zip(zip_error_strerror(&error), e);
	else
		zip_source_keep(p->bytes);	/* the archive has the other */
	zip_error_fini(&error);
	*package = p;
	return rc;
}

void
qda_package_free(struct qda_package *p)
{
	if (p == NULL)
		return;
	if (p->zip != NULL)
		zip_discard(p->zip);
	if (p->bytes != NULL)
		zip_source_free(p->bytes);
	qda_strings_free(&p->kept);
	free(p);
}

/* Adds a part, and says where it is. */
static int
add(struct qda_package *p, const char *name, const char *data, size_t n,
    zip_uint64_t *at, struct qda_err *e)
{
	zip_source_t	*source = zip_source_buffer(p->zip, data, n, 0);
	zip_int64_t	 index;

	if (source == NULL)
		return fail_zip(zip_strerror(p->zip), e);
	index = zip_file_add(p->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return fail_zip(zip_strerror(p->zip), e);
	}
	*at = (zip_uint64_t)index;
	if (zip_file_set_dostime(p->zip, *at, 0, DATE_1980, 0) < 0)
		return fail_zip(zip_strerror(p->zip), e);
	return 0;
}

int
qda_package_add(struct qda_package *p, const char *name, const char *data,
    size_t n, struct qda_err *e)
{
	zip_uint64_t	 at;

	return add(p, name, data, n, &at, e);
}

int
qda_package_text(struct qda_package *p, const char *name, const char *text,
    struct qda_err *e)
{
	return qda_package_add(p, name, text, strlen(text), e);
}

int
qda_package_mark(struct qda_package *p, const char *name, const char *text,
    struct qda_err *e)
{
	zip_uint64_t	 at;

	if (add(p, name, text, strlen(text), &at, e) < 0)
		return -1;
	if (zip_set_file_compression(p->zip, at, ZIP_CM_STORE, 0) < 0)
		return fail_zip(zip_strerror(p->zip), e);
	return 0;
}

int
qda_package_made(struct qda_package *p, const char *name,
    void (*write)(FILE *, const struct qda_doc_setup *),
    const struct qda_doc_setup *setup, struct qda_err *e)
{
	struct qda_mem	 m;

	write(qda_mem_open(&m), setup);
	qda_strings_take(&p->kept, qda_mem_text(&m));
	return qda_package_text(p, name, p->kept.at[p->kept.n - 1], e);
}

static int
copy(struct qda_package *p, FILE *f, struct qda_err *e)
{
	char		 buf[65536];
	zip_int64_t	 n;

	if (zip_source_open(p->bytes) < 0)
		return fail_zip(zip_error_strerror(
		    zip_source_error(p->bytes)), e);
	while ((n = zip_source_read(p->bytes, buf, sizeof(buf))) > 0)
		fwrite(buf, 1, (size_t)n, f);
	zip_source_close(p->bytes);
	return n < 0 ? fail_zip(zip_error_strerror(
	    zip_source_error(p->bytes)), e) : 0;
}

int
qda_package_write(struct qda_package *p, FILE *f, struct qda_err *e)
{
	if (zip_close(p->zip) < 0)
		return fail_zip(zip_strerror(p->zip), e);
	p->zip = NULL;
	return copy(p, f, e);
}
