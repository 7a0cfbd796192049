/* cooccurrence.c: codes that stand at the same places, by a sweep. */
#include <stdlib.h>
#include <string.h>

#include "qda/cooccurrence.h"
#include "qda/mem.h"

struct sweep {
	size_t		 codes;
	uint32_t	*counts;
	uint32_t	*open;		/* stretches open now, of each code */
	size_t		*list, n_list;	/* the codes that have some */
	size_t		*place;		/* of a code in the list */
};

static int
by_end(const void *a, const void *b)
{
	const struct qda_stretch	*x = a, *y = b;

	return x->end < y->end ? -1 : x->end > y->end;
}

/* A copy by their ends, in which they mostly are already. */
static void
sort_ends(struct qda_stretch *ends, const struct qda_stretch *at, size_t n)
{
	size_t	 i = 1;

	memcpy(ends, at, n * sizeof(*ends));
	while (i < n && ends[i].end >= ends[i - 1].end)
		i++;
	if (i < n)
		qsort(ends, n, sizeof(*ends), by_end);
}

static void
begin(struct sweep *s, size_t code)
{
	uint32_t	*row = s->counts + code * s->codes;

	for (size_t i = 0; i < s->n_list; i++)
		if (s->list[i] != code)
			row[s->list[i]] += s->open[s->list[i]];
	row[code]++;
	if (s->open[code]++ == 0) {
		s->place[code] = s->n_list;
		s->list[s->n_list++] = code;
	}
}

static void
end(struct sweep *s, size_t code)
{
	size_t	 last;

	if (--s->open[code] > 0)
		return;
	last = s->list[--s->n_list];
	s->list[s->place[code]] = last;
	s->place[last] = s->place[code];
}

/* One group: n stretches by their starts, the same by their ends. */
static void
sweep(struct sweep *s, const struct qda_stretch *starts,
    const struct qda_stretch *ends, size_t n)
{
	size_t	 e = 0;

	for (size_t i = 0; i < n; i++) {
		while (ends[e].end <= starts[i].start)
			end(s, ends[e++].code);
		begin(s, starts[i].code);
	}
	while (e < n)
		end(s, ends[e++].code);
}

/* What was counted from one side only, on both sides. */
static void
mirror(uint32_t *counts, size_t codes)
{
	for (size_t i = 0; i < codes; i++)
		for (size_t j = i + 1; j < codes; j++) {
			uint32_t	*a = &counts[i * codes + j];
			uint32_t	*b = &counts[j * codes + i];

			if (*a + *b > 0)
				*a = *b = *a + *b;
		}
}

void
qda_cooccurrence(const struct qda_stretch *at, size_t n, size_t codes,
    uint32_t *counts)
{
	struct qda_stretch	*ends = qda_alloc(n + 1, sizeof(*ends));
	struct sweep		 s = {
		.codes = codes,
		.counts = counts,
		.open = qda_alloc(codes + 1, sizeof(*s.open)),
		.list = qda_alloc(codes + 1, sizeof(*s.list)),
		.place = qda_alloc(codes + 1, sizeof(*s.place)),
	};
	size_t			 from, to;

	for (from = 0; from < n; from = to) {
		for (to = from; to < n && at[to].group == at[from].group;)
			to++;
		sort_ends(ends, at + from, to - from);
		sweep(&s, at + from, ends, to - from);
	}
	mirror(counts, codes);
	free(ends);
	free(s.open);
	free(s.list);
	free(s.place);
}
