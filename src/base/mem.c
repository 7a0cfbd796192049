/* mem.c: memory that is there or the program ends. */
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "qda/err.h"
#include "qda/mem.h"

static void QDA_NORETURN
out_of_memory(void)
{
	static const char	 msg[] = "qda: out of memory\n";

	fwrite(msg, 1, sizeof(msg) - 1, stderr);
	_Exit(QDA_SYSTEM);
}

void *
qda_alloc(size_t n, size_t size)
{
	void	*p = calloc(n ? n : 1, size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

char *
qda_strndup(const char *s, size_t n)
{
	char	*p = qda_alloc(n + 1, 1);

	memcpy(p, s, n);
	return p;
}

char *
qda_strdup(const char *s)
{
	return s == NULL ? NULL : qda_strndup(s, strlen(s));
}

char *
qda_sprintf(const char *fmt, ...)
{
	char	*s;
	va_list	 ap;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) < 0)
		out_of_memory();
	va_end(ap);
	return s;
}

void *
qda_grow(void *array, size_t *cap, size_t n, size_t size)
{
	size_t	 more = *cap < 8 ? 16 : *cap * 2;

	if (n < *cap)
		return array;
	if (more <= n)
		more = n + 1;
	if (more > SIZE_MAX / size || more < *cap)
		out_of_memory();
	array = realloc(array, more * size);
	if (array == NULL)
		out_of_memory();
	*cap = more;
	return array;
}

void
qda_strings_take(struct qda_strings *list, char *s)
{
	list->at = qda_grow(list->at, &list->cap, list->n + 1,
	    sizeof(*list->at));
	list->at[list->n++] = s;
	list->at[list->n] = NULL;
}

void
qda_strings_add(struct qda_strings *list, const char *s)
{
	qda_strings_take(list, qda_strdup(s));
}

void
qda_strings_free(struct qda_strings *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->at[i]);
	free(list->at);
	memset(list, 0, sizeof(*list));
}

FILE *
qda_mem_open(struct qda_mem *m)
{
	m->text = NULL;
	m->size = 0;
	m->f = open_memstream(&m->text, &m->size);
	if (m->f == NULL)
		out_of_memory();
	return m->f;
}

char *
qda_mem_text(struct qda_mem *m)
{
	int	 lost = ferror(m->f);

	if (fclose(m->f) != 0 || lost)
		out_of_memory();
	m->f = NULL;
	return m->text;
}
