/*
 * rule.h: when a study stops collecting: a rule and its numbers, as
 * "none-new stop=1 min=10".
 */
#ifndef QDA_RULE_H
#define QDA_RULE_H

#include <stdint.h>

#include "qda/err.h"

/*
 * none-new: `stop` interviews in a row without a new property, the last of
 * them at or after the one of rank `min`.
 * francis: the same after a first sample of `base` (Francis et al. 2010: 10,
 * stop 3).
 * guest: new properties of `run` interviews over those of the first `base`, at
 * most `threshold` percent (Guest, Namey & Chen 2020: 4, 2, 5).
 */
enum qda_rule_kind { QDA_RULE_NONE_NEW, QDA_RULE_GUEST, QDA_RULE_FRANCIS };

struct qda_rule {
	enum qda_rule_kind	 kind;
	int64_t			 stop;		/* none-new, francis */
	int64_t			 min;		/* none-new */
	int64_t			 base;		/* guest, francis */
	int64_t			 run;		/* guest */
	double			 threshold;	/* guest; percent, 0 to 100 */
};

/*
 * The rule of that name ("none-new"), its numbers those of the authors;
 * none-new has no author: stop 0, to be set, and min 1.  QDA_DATA when there is
 * no such rule.
 */
int	 qda_rule_named(struct qda_rule *, const char *name, struct qda_err *)
	    QDA_CHECKED;

/*
 * One number of the rule: stop, min, base and run whole from 1 on, threshold
 * in percent ("5", "2,5", "5 %").  QDA_DATA says which keys the rule has.
 */
int	 qda_rule_set(struct qda_rule *, const char *key, const char *value,
	    struct qda_err *) QDA_CHECKED;

/* Fails (QDA_DATA) when a number that the rule needs was not given. */
int	 qda_rule_check(const struct qda_rule *, struct qda_err *) QDA_CHECKED;

/* The three at once: a name, then KEY=VALUE with blanks between. */
int	 qda_rule_read(struct qda_rule *, const char *text, struct qda_err *)
	    QDA_CHECKED;

/* The rule with all its numbers, as qda_rule_read() reads it; caller frees. */
char	*qda_rule_text(const struct qda_rule *);

#endif
