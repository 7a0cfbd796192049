/* quote_check.h: what the files of quote check share. */
#ifndef VERBS_QUOTE_CHECK_H
#define VERBS_QUOTE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "qda/act.h"
#include "qda/alike.h"
#include "qda/manuscript.h"
#include "qda/voice.h"

/* Somebody whose words may be quoted. */
struct quote_person {
	int64_t	 id;			/* of the participant */
	char	*name;
	struct qda_folded folded;	/* of a name it is known by */
};
struct quote_people {
	struct quote_person	*at;
	size_t			 n, cap;
};

/* The participants, by their names and those of their speakers. */
int	 quote_people_read(struct quote_people *, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
void	 quote_people_free(struct quote_people *);

/*
 * Whom the manuscript says it quotes, from what stands before and behind the
 * words: "P4 : «", "(P4, 60 ans)" behind, "selon P4".  NULL: it does not say.
 */
const struct quote_person *quote_label(const struct quote_people *,
	    const char *text, const struct qda_cited *);

/* A source to be searched. */
struct quote_source {
	int64_t			 id, revision;
	char			*name, *text;
	struct qda_folded	 folded;
	struct qda_words	 words;
	struct qda_voices	 voices;
};
struct quote_sources {
	struct quote_source	*at;
	size_t			 n, cap;
};
int	 quote_sources_read(struct quote_sources *, struct qda_db *,
	    struct qda_err *) QDA_CHECKED;
void	 quote_sources_free(struct quote_sources *);

/* Where the words of a quotation stand. */
struct quote_place {
	const struct quote_source	*source;	/* NULL: nowhere */
	int64_t				 start, end;
	int64_t				 person;	/* or QDA_NONE */
	const char			*who;		/* name, or the label
							   of who speaks */
	bool				 cut;		/* it has gaps */
	char				*altered;	/* what was; yours */
};

/* The best place: as the words are, of that person first; else altered. */
void	 quote_find(const struct quote_sources *, const char *words, size_t n,
	    int64_t person, struct quote_place *);

/* What a quotation comes out as; the worst first. */
enum quote_verdict {
	QUOTE_NOT_FOUND, QUOTE_ALTERED, QUOTE_WRONGLY, QUOTE_UNLABELLED,
	QUOTE_UNCLOSED, QUOTE_CUT, QUOTE_EXACT, QUOTE_VERDICTS
};

/* A quotation that was looked for, kept for a document. */
struct quote_found {
	size_t			 line, page;	/* page 0: unknown */
	enum quote_verdict	 is;
	bool			 unclosed;
	char			*words;
	const char		*label, *who;	/* or NULL; lent */
	char			*altered;	/* or NULL */
	int64_t			 turn;		/* or 0 */
	const char		*source;	/* or NULL; lent */
};

/* They as a document, sorted for it; so many were passed over. */
int	 quote_check_document(struct qda_act *, struct quote_found *, size_t n,
	    size_t skipped, struct qda_err *) QDA_CHECKED;

#endif
