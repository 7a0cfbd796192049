/* coreq_figures.h: a text cut up, so that its numbers can be compared. */
#ifndef VERBS_COREQ_FIGURES_H
#define VERBS_COREQ_FIGURES_H

#include "qda/text.h"
#include "verbs/coreq.h"

enum coreq_kind { COREQ_WORD, COREQ_NUMBER, COREQ_MARK };

struct coreq_token {
	enum coreq_kind	 kind;
	const char	*s;		/* in the folded text; lent */
	size_t		 n;
	double		 value;		/* of a number */
	int		 decimals;
};
struct coreq_tokens {
	struct coreq_token	*at;
	size_t			 n, cap;
	const char		*text;	/* as written; lent */
	struct qda_folded	 folded;
};
void	 coreq_tokens_read(struct coreq_tokens *, const char *text);
void	 coreq_tokens_free(struct coreq_tokens *);
bool	 coreq_token_is(const struct coreq_token *, const char *word);
bool	 coreq_token_begins(const struct coreq_token *, const char *stem);
bool	 coreq_token_any(const struct coreq_token *, const char *const *words);
bool	 coreq_token_any_stem(const struct coreq_token *,
	    const char *const *stems);
/* The text as written of the tokens [from, to], both included. */
char	*coreq_tokens_slice(const struct coreq_tokens *, size_t from,
	    size_t to);

/*
 * Durations in the text (coreq_durations.c) beside mean, median, shortest
 * and longest.  A number agrees within one unit of its last place: "34.5"
 * and "35 min" with 34 min 35, "36" not.
 */
void	 coreq_durations(const struct coreq_tokens *,
	    const struct coreq_said *, struct coreq_parts *);

/* What is said in words (coreq_claims.c). */
void	 coreq_claims(const struct coreq_tokens *, const struct coreq_said *,
	    struct coreq_parts *);

/* "12 of 14", "10 des 11": token i is what another is a part of. */
bool	 coreq_is_denominator(const struct coreq_tokens *, size_t i);

#endif
