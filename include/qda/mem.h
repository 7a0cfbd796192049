/* mem.h: memory; to run out of it ends the program (status 5). */
#ifndef QDA_MEM_H
#define QDA_MEM_H

#include <stddef.h>
#include <stdio.h>

/* n * size bytes of zeros; the product is checked.  Caller frees. */
void	*qda_alloc(size_t n, size_t size);
/* Copies, caller frees; qda_strdup(NULL) is NULL. */
char	*qda_strdup(const char *);
char	*qda_strndup(const char *, size_t n);
/* The printf of a new string, caller frees. */
char	*qda_sprintf(const char *, ...)
	    __attribute__((format(printf, 1, 2)));

/*
 * Room for one more in an array of *cap elements of the given size of which n
 * are used: returns the array, perhaps moved, with *cap raised.
 */
void	*qda_grow(void *array, size_t *cap, size_t n, size_t size);

/*
 * A list of strings: begin with { 0 }, add copies, free.  The array is also
 * NULL-terminated once something was added.
 */
struct qda_strings {
	char	**at;
	size_t	  n, cap;
};
void	 qda_strings_add(struct qda_strings *, const char *);
void	 qda_strings_take(struct qda_strings *, char *);	/* owns it */
void	 qda_strings_free(struct qda_strings *);

/*
 * A stream into memory that cannot fail but for want of memory:
 * qda_mem_text() closes it and gives the text, NUL-terminated, caller frees.
 */
struct qda_mem {
	FILE	*f;
	char	*text;
	size_t	 size;
};
FILE	*qda_mem_open(struct qda_mem *);
char	*qda_mem_text(struct qda_mem *);

#endif
