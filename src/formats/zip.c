/* zip.c: parts of an archive, read with every bound there is. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>

#include "formats/zip.h"
#include "qda/lang.h"
#include "qda/mem.h"

struct entry {
	const char	*name;
	zip_uint64_t	 index;
};

struct qda_zip {
	zip_t		*zip;
	size_t		 size;		/* bytes of the archive */
	size_t		 read;		/* bytes of parts read so far */
	struct entry	*entries;	/* by name */
	size_t		 n;
};

/* A part while it is read. */
struct part {
	const char	*name;
	zip_file_t	*file;
	size_t		 packed;	/* bytes it takes in the archive */
	char		*bytes;
	size_t		 n, cap;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->name,
	    ((const struct entry *)b)->name);
}

static int
list_entries(struct qda_zip *z, struct qda_err *e)
{
	zip_int64_t	 n = zip_get_num_entries(z->zip, 0);

	if (n > QDA_ZIP_ENTRIES)
		return qda_fail(e, QDA_DATA, _("the archive has more than %d "
		    "entries"), QDA_ZIP_ENTRIES);
	z->entries = qda_alloc(n > 0 ? (size_t)n : 1, sizeof(*z->entries));
	for (zip_uint64_t i = 0; i < (zip_uint64_t)n; i++) {
		const char	*name = zip_get_name(z->zip, i,
				    ZIP_FL_ENC_RAW);

		if (name == NULL)
			return qda_fail(e, QDA_DATA, _("the archive is "
			    "damaged"));
		z->entries[z->n++] = (struct entry){ name, i };
	}
	qsort(z->entries, z->n, sizeof(*z->entries), by_name);
	for (size_t i = 1; i < z->n; i++)
		if (by_name(&z->entries[i - 1], &z->entries[i]) == 0)
			return qda_fail(e, QDA_DATA, _("the archive has two "
			    "parts called '%.200s'"), z->entries[i].name);
	return 0;
}

int
qda_zip_open(struct qda_zip **zip, const char *bytes, size_t n,
    struct qda_err *e)
{
	struct qda_zip	*z = qda_alloc(1, sizeof(*z));
	zip_source_t	*from;
	zip_error_t	 error;

	zip_error_init(&error);
	z->size = n;
	from = zip_source_buffer_create(bytes, n, 0, &error);
	if (from != NULL) {
		z->zip = zip_open_from_source(from, ZIP_RDONLY, &error);
		if (z->zip == NULL)
			zip_source_free(from);
	}
	zip_error_fini(&error);
	if (z->zip == NULL)
		qda_fail(e, QDA_DATA, _("the archive is damaged, or not all "
		    "of it is there"));
	else if (list_entries(z, e) == 0) {
		*zip = z;
		return 0;
	}
	qda_zip_close(z);
	return -1;
}

void
qda_zip_close(struct qda_zip *z)
{
	if (z == NULL)
		return;
	if (z->zip != NULL)
		zip_discard(z->zip);
	free(z->entries);
	free(z);
}

static const struct entry *
find(const struct qda_zip *z, const char *name)
{
	const struct entry	 key = { .name = name };

	return bsearch(&key, z->entries, z->n, sizeof(key), by_name);
}

bool
qda_zip_has(const struct qda_zip *z, const char *name)
{
	return find(z, name) != NULL;
}

static int
too_large(const char *name, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s' in the archive is larger than "
	    "such a part can be"), name);
}

static int
damaged(const char *name, struct qda_err *e)
{
	return qda_fail(e, QDA_DATA, _("'%s' in the archive is damaged"),
	    name);
}

/* Whether a part of n bytes is allowed; asked of what is said, and of what
 * came. */
static bool
allowed(const struct qda_zip *z, const struct part *p, uint64_t n)
{
	return n <= QDA_ZIP_PART && z->read + n <= QDA_ZIP_WHOLE &&
	    (n <= QDA_ZIP_FREE || n / QDA_ZIP_RATIO <= p->packed);
}

/* Whether what the archive says of a part is something we read. */
static int
check(const struct qda_zip *z, struct part *p, zip_uint64_t index,
    zip_stat_t *is, struct qda_err *e)
{
	const zip_uint64_t	 needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
				    ZIP_STAT_COMP_METHOD |
				    ZIP_STAT_ENCRYPTION_METHOD;

	if (zip_stat_index(z->zip, index, 0, is) < 0 ||
	    (is->valid & needed) != needed)
		return damaged(p->name, e);
	if (is->encryption_method != ZIP_EM_NONE)
		return qda_fail(e, QDA_DATA, _("protected by a password"));
	if (is->comp_method != ZIP_CM_STORE &&
	    is->comp_method != ZIP_CM_DEFLATE)
		return qda_fail(e, QDA_DATA, _("'%s' in the archive is "
		    "compressed in an unknown way (%d)"), p->name,
		    (int)is->comp_method);
	if (is->comp_size > z->size)
		return damaged(p->name, e);
	p->packed = (size_t)is->comp_size;
	return allowed(z, p, is->size) ? 0 : too_large(p->name, e);
}

static int
read_all(const struct qda_zip *z, struct part *p, struct qda_err *e)
{
	zip_int64_t	 got;
	char		 chunk[32768];

	while ((got = zip_fread(p->file, chunk, sizeof(chunk))) > 0) {
		if (!allowed(z, p, p->n + (size_t)got))
			return too_large(p->name, e);
		if (p->n + (size_t)got + 1 > p->cap)
			p->bytes = qda_grow(p->bytes, &p->cap,
			    p->n + (size_t)got + 1, 1);
		memcpy(p->bytes + p->n, chunk, (size_t)got);
		p->n += (size_t)got;
	}
	if (p->bytes == NULL)
		p->bytes = qda_grow(NULL, &p->cap, 1, 1);
	p->bytes[p->n] = '\0';
	return got < 0 ? damaged(p->name, e) : 0;
}

int
qda_zip_read(struct qda_zip *z, const char *name, char **bytes, size_t *n,
    struct qda_err *e)
{
	const struct entry	*entry = find(z, name);
	struct part		 p = { .name = name };
	zip_stat_t		 is;
	int			 rc = -1;

	if (entry == NULL)
		return 0;
	zip_stat_init(&is);
	if (check(z, &p, entry->index, &is, e) < 0)
		return -1;
	p.file = zip_fopen_index(z->zip, entry->index, 0);
	if (p.file == NULL)
		return damaged(name, e);
	rc = read_all(z, &p, e);
	if (zip_fclose(p.file) != 0 && rc == 0)
		rc = damaged(name, e);
	if (rc == 0 && p.n != is.size)
		rc = damaged(name, e);
	if (rc < 0) {
		free(p.bytes);
		return -1;
	}
	z->read += p.n;
	*bytes = p.bytes;
	*n = p.n;
	return 1;
}

/* One step of a path onto what is there; false when it leads out. */
static bool
step(char *path, const char *name, size_t n)
{
	char	*last;

	if (n == 0 || (n == 1 && name[0] == '.'))
		return true;
	if (n == 2 && memcmp(name, "..", 2) == 0) {
		if (*path == '\0')
			return false;
		last = strrchr(path, '/');
		*(last == NULL ? path : last) = '\0';
		return true;
	}
	if (*path != '\0')
		strcat(path, "/");
	strncat(path, name, n);
	return true;
}

char *
qda_zip_target(const char *part, const char *target)
{
	const char	*slash = strrchr(part, '/');
	char		*path = qda_alloc(strlen(part) + strlen(target) + 2,
			    1);
	size_t		 n;

	if (*target != '/' && slash != NULL)
		memcpy(path, part, (size_t)(slash - part));
	while (*target != '\0') {
		n = strcspn(target, "/");
		if (!step(path, target, n)) {
			free(path);
			return NULL;
		}
		target += n + (target[n] == '/');
	}
	return path;
}
