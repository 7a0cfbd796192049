/* saturation_json.c: all of it as one JSON object. */
#include <stdlib.h>

#include "qda/json.h"
#include "qda/table.h"
#include "verbs/saturation.h"

static void
write_names(struct qda_json *j, const char *key, const struct qda_strings *s)
{
	qda_json_key(j, key);
	qda_json_open(j, '[');
	for (size_t i = 0; i < s->n; i++)
		qda_json_text(j, s->at[i]);
	qda_json_close(j, ']');
}

static void
write_curve(struct qda_json *j, const struct qda_saturation *s)
{
	qda_json_key(j, "new_per_interview");
	qda_json_open(j, '[');
	for (size_t t = 0; t < s->interviews; t++)
		qda_json_int(j, s->fresh[t]);
	qda_json_close(j, ']');
	qda_json_key(j, "cumulative");
	qda_json_open(j, '[');
	for (size_t t = 0; t < s->interviews; t++)
		qda_json_int(j, s->cumulative[t]);
	qda_json_close(j, ']');
	qda_json_key(j, "percent_of_final");
	if (s->seen == 0) {
		qda_json_text(j, NULL);
		return;
	}
	qda_json_open(j, '[');
	for (size_t t = 0; t < s->interviews; t++)
		qda_json_real(j, (double)s->cumulative[t] / (double)s->seen);
	qda_json_close(j, ']');
}

/* A number of an interview; 0 is none. */
static void
write_interview(struct qda_json *j, const char *key, size_t t)
{
	qda_json_key(j, key);
	qda_json_int(j, t == 0 ? QDA_NONE : (int64_t)t);
}

static void
write_counts(struct qda_json *j, const struct qda_saturation *s)
{
	static const int	 shares[] = { 50, 80, 90, 95, 100 };
	char			 key[24];

	qda_json_key(j, "interview_reaching");
	qda_json_open(j, '{');
	for (size_t i = 0; i < sizeof(shares) / sizeof(*shares); i++) {
		snprintf(key, sizeof(key), "%d", shares[i]);
		write_interview(j, key, qda_saturation_reaching(s,
		    shares[i]));
	}
	qda_json_close(j, '}');
	qda_json_key(j, "S_obs");
	qda_json_int(j, s->seen);
	qda_json_key(j, "codes_never_used");
	qda_json_int(j, s->unused);
	qda_json_key(j, "frequency_counts");
	qda_json_open(j, '{');
	for (size_t k = 1; k <= s->interviews; k++) {
		if (s->frequency[k] == 0)
			continue;
		snprintf(key, sizeof(key), "%zu", k);
		qda_json_key(j, key);
		qda_json_int(j, s->frequency[k]);
	}
	qda_json_close(j, '}');
	qda_json_key(j, "incidences_U");
	qda_json_int(j, s->incidences);
}

static void
write_last(struct qda_json *j, const struct saturation *x)
{
	size_t	 t = x->s.last_new;

	qda_json_key(j, "last_new");
	if (t == 0) {
		qda_json_text(j, NULL);
		return;
	}
	qda_json_open(j, '{');
	write_interview(j, "interview", t);
	qda_json_key(j, "source");
	qda_json_text(j, x->in.interviews.at[t - 1]);
	qda_json_key(j, "interviews_since");
	qda_json_int(j, (int64_t)(x->s.interviews - t));
	qda_json_key(j, "properties");
	qda_json_open(j, '[');
	for (size_t i = 0; i < x->n_last; i++) {
		qda_json_open(j, '{');
		qda_json_key(j, "name");
		qda_json_text(j, x->in.properties.at[x->last[i].row]);
		qda_json_key(j, "address");
		qda_json_text(j, x->last[i].address);
		qda_json_key(j, "words");
		qda_json_text(j, x->last[i].words);
		qda_json_close(j, '}');
	}
	qda_json_close(j, ']');
	qda_json_close(j, '}');
}

static const char *
status_name(const struct saturation *x)
{
	switch (x->verdict.status) {
	case QDA_VERDICT_MET:
		return "reached";
	case QDA_VERDICT_TOO_FEW:
		return x->rule.kind == QDA_RULE_GUEST ?
		    "not enough interviews for the base" :
		    "not enough interviews";
	case QDA_VERDICT_NO_BASE:
		return "base has no code: ratio undefined";
	case QDA_VERDICT_NOT_MET:
		break;
	}
	return "not reached";
}

static void
write_run(struct qda_json *j, const struct saturation *x, size_t first)
{
	size_t	 last = first + (size_t)x->rule.run - 1;
	int64_t	 fresh = qda_saturation_between(&x->s, first, last),
		 base = x->verdict.base_codes;
	char	*exact = qda_sprintf("%lld/%lld", (long long)fresh,
		    (long long)base);

	qda_json_open(j, '{');
	write_interview(j, "first", first);
	write_interview(j, "last", last);
	qda_json_key(j, "new");
	qda_json_int(j, fresh);
	qda_json_key(j, "ratio");
	qda_json_real(j, (double)fresh / (double)base);
	qda_json_key(j, "exact");
	qda_json_text(j, exact);
	qda_json_close(j, '}');
	free(exact);
}

static void
write_guest(struct qda_json *j, const struct saturation *x)
{
	const struct qda_verdict	*v = &x->verdict;
	char				*notation;

	qda_json_key(j, "base_codes");
	qda_json_int(j, v->base_codes);
	qda_json_key(j, "runs");
	qda_json_open(j, '[');
	if (v->base_codes > 0)
		for (size_t i = (size_t)x->rule.base + 1;
		    i + (size_t)x->rule.run - 1 <= x->s.interviews; i++)
			write_run(j, x, i);
	qda_json_close(j, ']');
	write_interview(j, "saturated_at", v->saturated);
	if (v->status != QDA_VERDICT_MET)
		return;
	notation = qda_sprintf("%zu+%lld", v->saturated,
	    (long long)x->rule.run);
	qda_json_key(j, "run_length");
	qda_json_int(j, x->rule.run);
	write_interview(j, "interviews_done", v->at);
	qda_json_key(j, "notation");
	qda_json_text(j, notation);
	qda_json_key(j, "degree_of_saturation_at_hit");
	qda_json_real(j, (double)x->s.cumulative[v->saturated - 1] /
	    (double)x->s.seen);
	free(notation);
}

static void
write_none_new(struct qda_json *j, const struct saturation *x)
{
	const struct qda_verdict	*v = &x->verdict;

	write_interview(j, "stop_at", v->at);
	qda_json_key(j, "saturated_at");
	qda_json_int(j, v->status == QDA_VERDICT_MET ? (int64_t)v->saturated :
	    QDA_NONE);
	if (v->status == QDA_VERDICT_MET) {
		qda_json_key(j, "last_new");
		qda_json_int(j, (int64_t)v->last_new);
		return;
	}
	qda_json_key(j, "current_streak");
	qda_json_int(j, v->status == QDA_VERDICT_NOT_MET ?
	    (int64_t)v->streak : QDA_NONE);
}

/* The rule under the name of its kind, its numbers being the key. */
static void
write_rule(struct qda_json *j, const struct saturation *x)
{
	static const char	*const kinds[] = {
		[QDA_RULE_NONE_NEW] = "none_new",
		[QDA_RULE_GUEST] = "guest2020",
		[QDA_RULE_FRANCIS] = "francis2010",
	};
	const struct qda_rule	*r = &x->rule;
	char			 share[32], key[120];

	if (r->kind == QDA_RULE_NONE_NEW)
		snprintf(key, sizeof(key), "stop=%lld min=%lld",
		    (long long)r->stop, (long long)r->min);
	else if (r->kind == QDA_RULE_FRANCIS)
		snprintf(key, sizeof(key), "initial=%lld stop=%lld",
		    (long long)r->base, (long long)r->stop);
	else
		snprintf(key, sizeof(key), "base=%lld run=%lld threshold=%s",
		    (long long)r->base, (long long)r->run,
		    qda_json_shortest(share, r->threshold / 100));
	qda_json_key(j, kinds[r->kind]);
	qda_json_open(j, '{');
	qda_json_key(j, key);
	qda_json_open(j, '{');
	qda_json_key(j, "status");
	qda_json_text(j, status_name(x));
	if (r->kind == QDA_RULE_GUEST)
		write_guest(j, x);
	else
		write_none_new(j, x);
	qda_json_close(j, '}');
	qda_json_close(j, '}');
}

static void
write_verdict(struct qda_json *j, const struct saturation *x)
{
	char	*text;

	qda_json_key(j, "rule");
	if (!x->ruled) {
		qda_json_text(j, NULL);
		return;
	}
	text = qda_rule_text(&x->rule);
	qda_json_open(j, '{');
	qda_json_key(j, "text");
	qda_json_text(j, text);
	qda_json_key(j, "met");
	qda_json_bool(j, x->verdict.status == QDA_VERDICT_MET);
	qda_json_key(j, "declared");
	qda_json_bool(j, x->declared);
	qda_json_key(j, "declared_on");
	qda_json_text(j, x->declared_on);
	qda_json_close(j, '}');
	write_rule(j, x);
	free(text);
}

void
saturation_json(FILE *f, const struct saturation *x)
{
	struct qda_json	 j;

	qda_json_begin(&j, f);
	qda_json_open(&j, '{');
	write_names(&j, "interviews", &x->in.interviews);
	qda_json_key(&j, "order");
	qda_json_text(&j, x->table ? "columns" : "collection");
	qda_json_key(&j, "level");
	qda_json_text(&j, x->table ? "rows" : "properties");
	qda_json_key(&j, "new_by");
	qda_json_text(&j, x->in.born != NULL ? "created" : "first-use");
	write_names(&j, "coders", &x->in.coders);
	write_names(&j, "left_out", &x->in.left_out);
	write_curve(&j, &x->s);
	write_counts(&j, &x->s);
	write_last(&j, x);
	write_verdict(&j, x);
	qda_json_end(&j);
}
