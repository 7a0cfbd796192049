/* model_graph.h: what is drawn of a theory. */
#ifndef VERBS_MODEL_GRAPH_H
#define VERBS_MODEL_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "qda/codebook.h"
#include "qda/relation.h"

struct model_edge {
	size_t	 from, to;		/* codes of the book */
	char	*type;
	char	 sign;			/* '+', '-' or 0 */
	int64_t	 units;
};

struct model_graph {
	struct qda_book		*book;
	struct qda_model_part	*parts;	/* in the order of the book */
	size_t			*top;	/* of each code, along its main place */
	bool			*drawn;	/* whether it has a box */
	struct model_edge	*edges;
	size_t			 n_edges, cap;
	char			*title, *story;	/* or NULL */
};

/* How many boxes there are. */
size_t	 model_boxes(const struct model_graph *);

/* The graph in the language of dot, words in that of the messages. */
void	 model_dot(FILE *, const struct model_graph *);

#endif
