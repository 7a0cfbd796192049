/* saturation.c: new codes in order, and rules for stopping. */
#include <stdlib.h>
#include <string.h>

#include "qda/mem.h"
#include "qda/saturation.h"
#include "qda/table.h"

/* What follows from the new codes of each interview. */
static void
accumulate(struct qda_saturation *s)
{
	s->cumulative = qda_alloc(s->interviews + 1, sizeof(int64_t));
	for (size_t t = 0; t < s->interviews; t++) {
		s->seen += s->fresh[t];
		s->cumulative[t] = s->seen;
		if (s->fresh[t] > 0)
			s->last_new = t + 1;
	}
}

void
qda_saturation_matrix(struct qda_saturation *s, const unsigned char *matrix,
    const size_t *born, size_t codes, size_t interviews)
{
	memset(s, 0, sizeof(*s));
	s->interviews = interviews;
	s->fresh = qda_alloc(interviews + 1, sizeof(int64_t));
	s->frequency = qda_alloc(interviews + 1, sizeof(int64_t));
	for (size_t c = 0; c < codes; c++) {
		const unsigned char	*row = matrix + c * interviews;
		size_t			 n = 0, first = 0;

		for (size_t t = 0; t < interviews; t++)
			if (row[t] != 0 && n++ == 0)
				first = t;
		if (n > 0)
			s->fresh[born == NULL ? first : born[c] - 1]++;
		s->incidences += (int64_t)n;
		s->frequency[n] += n > 0;
		s->unused += n == 0;
	}
	accumulate(s);
}

void
qda_saturation_fresh(struct qda_saturation *s, const int64_t *fresh,
    size_t interviews)
{
	memset(s, 0, sizeof(*s));
	s->interviews = interviews;
	s->fresh = qda_alloc(interviews + 1, sizeof(int64_t));
	for (size_t t = 0; t < interviews; t++)
		s->fresh[t] = fresh[t];
	s->unused = s->incidences = QDA_NONE;
	accumulate(s);
}

void
qda_saturation_free(struct qda_saturation *s)
{
	free(s->fresh);
	free(s->cumulative);
	free(s->frequency);
}

size_t
qda_saturation_reaching(const struct qda_saturation *s, int percent)
{
	for (size_t t = 0; s->seen > 0 && t < s->interviews; t++)
		if (s->cumulative[t] * 100 >= s->seen * percent)
			return t + 1;
	return 0;
}

int64_t
qda_saturation_between(const struct qda_saturation *s, size_t first,
    size_t last)
{
	int64_t	 n = 0;

	for (size_t i = first; i <= last; i++)
		n += s->fresh[i - 1];
	return n;
}

/* The last interview up to i that brought something new, or 0. */
static size_t
last_new(const struct qda_saturation *s, size_t i)
{
	while (i > 0 && s->fresh[i - 1] == 0)
		i--;
	return i;
}

/*
 * k interviews in a row without a new code, asked from interview `from` on,
 * looking back at none before `since`.
 */
static void
none_new(const struct qda_saturation *s, size_t k, size_t from, size_t since,
    struct qda_verdict *v)
{
	for (size_t i = from; i <= s->interviews; i++) {
		if (i < k || qda_saturation_between(s, i - k + 1, i) > 0)
			continue;
		v->status = QDA_VERDICT_MET;
		v->at = i;
		v->saturated = i - k;
		v->last_new = last_new(s, i);
		return;
	}
	v->streak = s->interviews - last_new(s, s->interviews);
	if (s->interviews + 1 - since < v->streak)
		v->streak = s->interviews + 1 - since;
}

static void
guest(const struct qda_saturation *s, const struct qda_rule *r,
    struct qda_verdict *v)
{
	size_t	 base = (size_t)r->base, run = (size_t)r->run;

	v->base_codes = s->cumulative[base - 1];
	if (v->base_codes == 0) {
		v->status = QDA_VERDICT_NO_BASE;
		return;
	}
	for (size_t i = base; i + run <= s->interviews; i++) {
		double	 n = (double)qda_saturation_between(s, i + 1, i + run);

		if (n / (double)v->base_codes > r->threshold / 100)
			continue;
		v->status = QDA_VERDICT_MET;
		v->at = i + run;
		v->saturated = i;
		v->last_new = last_new(s, i + run);
		return;
	}
}

void
qda_saturation_rule(const struct qda_saturation *s, const struct qda_rule *r,
    struct qda_verdict *v)
{
	size_t	 stop = (size_t)r->stop, min = (size_t)r->min,
		 base = (size_t)r->base,
		 wanted = r->kind == QDA_RULE_NONE_NEW ?
		    (min > stop ? min : stop) : base;

	memset(v, 0, sizeof(*v));
	v->base_codes = QDA_NONE;
	v->status = QDA_VERDICT_NOT_MET;
	if (s->interviews < wanted)
		v->status = QDA_VERDICT_TOO_FEW;
	else if (r->kind == QDA_RULE_NONE_NEW)
		none_new(s, stop, wanted, 1, v);
	else if (r->kind == QDA_RULE_FRANCIS)
		none_new(s, stop, base + stop, base + 1, v);
	else
		guest(s, r, v);
}
