/* tag_review.c: verbatims shown in their context and decided one by one. */
#include <stdlib.h>
#include <string.h>

#include "qda/code.h"
#include "qda/coder.h"
#include "qda/lang.h"
#include "qda/names.h"
#include "qda/unit.h"
#include "verbs/tag_review.h"

enum step { STAY, AGAIN, NEXT, BACK, SAVE, GIVE_UP };

/* ---- what there is to decide ------------------------------------------- */

/* Who acts, if that coder is there already. */
static int
find_coder(struct review *r, struct qda_err *e)
{
	char	*name = qda_strdup(r->act->coder);
	int	 rc = 0;

	r->coder = QDA_NONE;
	if (name == NULL)
		rc = qda_coder_logged(r->act->db, &name, e);
	if (rc >= 0)
		rc = qda_coder_find(r->act->db, name, &r->coder, e);
	if (rc == 0)
		r->coder = QDA_NONE;
	free(name);
	return rc < 0 ? -1 : 0;
}

static int
read_names(struct review *r, struct qda_err *e)
{
	struct db_rows	*rows;
	const char	*name, *unused;
	int		 more;

	if (qda_names_list(&rows, r->act->db, "code", NULL, e) < 0)
		return -1;
	while ((more = qda_names_next(rows, &name, &unused, e)) > 0)
		qda_strings_add(&r->names, name);
	r->old_names = r->names.n;
	return more;
}

static void
copy(struct qda_strings *to, const struct qda_strings *from)
{
	qda_strings_free(to);
	*to = (struct qda_strings){ 0 };
	for (size_t i = 0; i < from->n; i++)
		qda_strings_add(to, from->at[i]);
}

/* The codes it is about: those asked for, else those it carries. */
static int
fill_item(struct review *r, struct review_item *x, const struct tag_item *from,
    const char *source, struct qda_err *e)
{
	x->first = x->place = from->place;
	x->address = qda_address_text(source, x->place.start, x->place.end,
	    x->place.revision);
	copy(&x->was, &r->t->codes);
	if (x->was.n == 0 && r->coder != QDA_NONE &&
	    qda_unit_codes(r->act->db, &x->place, r->coder, false, &x->was,
	    e) < 0)
		return -1;
	copy(&x->codes, &x->was);
	return 0;
}

static int
fill(struct review *r, struct qda_err *e)
{
	struct qda_tag	*t = r->t;
	char		*name = NULL;
	int		 rc = 0;

	r->items = qda_alloc(t->n, sizeof(*r->items));
	for (size_t i = 0; i < t->n && rc == 0; i++) {
		if (i == 0 || t->items[i].place.source !=
		    t->items[i - 1].place.source) {
			free(name);
			name = NULL;
			rc = qda_source_name(r->act->db,
			    t->items[i].place.source, &name, e);
		}
		if (rc == 0)
			rc = fill_item(r, &r->items[r->n++], &t->items[i],
			    name, e);
	}
	free(name);
	return rc;
}

/* A name that cannot be that of a code is told before anybody is asked. */
static int
check_codes(struct review *r, struct qda_err *e)
{
	struct tagging	 g = { .t = r->t, .known = r->known };
	int64_t		 id;
	char		*clean;

	for (size_t i = 0; i < r->t->codes.n; i++) {
		if (r->known && qda_code_need(r->act->db, r->t->codes.at[i],
		    &id, e) < 0)
			return -1;
		if (qda_text_name(&clean, r->t->codes.at[i], _("code"), e) <
		    0)
			return -1;
		free(clean);
	}
	return tag_codes_first(&g, e);
}

static int
begin(struct review *r, struct qda_err *e)
{
	if (check_codes(r, e) < 0 || find_coder(r, e) < 0 ||
	    read_names(r, e) < 0 || tag_find(r->t, e) < 0)
		return -1;
	tag_sort(r->t);
	return fill(r, e);
}

/* What the project says of the one at hand, and its text. */
static int
load(struct review *r, struct qda_err *e)
{
	const struct review_item	*x = &r->items[r->at];
	int				 rc;

	qda_strings_free(&r->has);
	qda_strings_free(&r->beside);
	r->has = r->beside = (struct qda_strings){ 0 };
	free(r->has_label);
	r->has_label = NULL;
	rc = r->who->open(r->who->arg, false, e);
	if (rc == 0)
		rc = show_load(&r->source, r->act->db, x->place.source,
		    x->place.revision, 1, e);
	if (rc == 0 && r->coder != QDA_NONE && (qda_unit_codes(r->act->db,
	    &x->place, r->coder, false, &r->has, e) < 0 ||
	    qda_unit_codes(r->act->db, &x->place, r->coder, true, &r->beside,
	    e) < 0 || qda_unit_labelled(r->act->db, &x->first, r->coder,
	    &r->has_label, e) < 0))
		rc = -1;
	r->who->close(r->who->arg);
	return rc;
}

/* What is to be known, and the same question again. */
static enum step
say(const struct review *r, const char *sentence)
{
	fprintf(r->who->to, "%s\n", sentence);
	return STAY;
}

/* ---- what is asked besides --------------------------------------------- */

/* A line typed; NULL when it is empty or was broken off.  Caller frees. */
static char *
line(struct review *r, const char *question)
{
	char	*answer;

	fprintf(r->who->to, "%s ", question);
	fflush(r->who->to);
	if (r->who->ask(r->who->arg, false, &answer) != QDA_ANSWER) {
		putc('\n', r->who->to);
		return NULL;
	}
	if (answer[strspn(answer, " \t")] != '\0')
		return answer;
	free(answer);
	return NULL;
}

/* Yes or no; without an answer the one given. */
static bool
yes(struct review *r, const char *question, bool otherwise)
{
	char	*answer = line(r, question);
	bool	 is = answer == NULL ? otherwise :
		    strchr("yYoOkK", *answer) != NULL;

	free(answer);
	return is;
}

static enum step
ask_label(struct review *r, struct review_item *x)
{
	char		*typed = line(r, _("label (- takes it off):"));
	struct qda_err	 e;
	char		*clean;

	if (typed == NULL)
		return STAY;
	if (strcmp(typed, "-") == 0)
		*typed = '\0';
	else if (qda_text_name(&clean, typed, _("label"), &e) < 0) {
		free(typed);
		return say(r, e.msg);
	} else {
		free(typed);
		typed = clean;
	}
	free(x->label);
	x->label = typed;
	return AGAIN;
}

static enum step
ask_memo(struct review *r, struct review_item *x)
{
	char	*typed = line(r, _("memo:"));

	if (typed == NULL)
		return STAY;
	if (qda_text_invalid(typed, strlen(typed)) < strlen(typed)) {
		free(typed);
		return say(r, _("this is not UTF-8"));
	}
	free(x->memo);
	x->memo = typed;
	return AGAIN;
}

static enum step
ask_stance(struct review *r, struct review_item *x)
{
	static const char	*const stances[] = {
		"illustrates", "qualifies", "contradicts"
	};
	char	*typed = line(r, _("the words 1 illustrate, 2 qualify, "
		    "3 contradict the code:"));
	bool	 is = typed != NULL && *typed >= '1' && *typed <= '3';

	if (is)
		x->stance = stances[*typed - '1'];
	free(typed);
	return is ? AGAIN : STAY;
}

/* Another code instead, or one more. */
static enum step
ask_code(struct review *r, struct review_item *x, bool more)
{
	char	*name = review_code(r);

	if (name == NULL)
		return STAY;
	if (!more) {
		qda_strings_free(&x->codes);
		x->codes = (struct qda_strings){ 0 };
	}
	for (size_t i = 0; i < x->codes.n; i++)
		if (strcmp(x->codes.at[i], name) == 0) {
			free(name);
			return say(r, _("it has this one already"));
		}
	qda_strings_take(&x->codes, name);
	return AGAIN;
}

static enum step
ask_words(struct review *r)
{
	char	*typed = line(r, _("the words, or the first ... the last:"));
	bool	 found = typed != NULL && review_find(r, typed);
	bool	 given = typed != NULL;

	free(typed);
	return found ? AGAIN : !given ? STAY :
	    say(r, _("these words do not stand there"));
}

/* ---- decisions ---------------------------------------------------------- */

static size_t
count(const struct review *r, enum review_verdict verdict)
{
	size_t	 n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->items[i].is == verdict;
	return n;
}

static enum step
decide(struct review *r, enum review_verdict verdict)
{
	struct review_item	*x = &r->items[r->at];

	if (verdict == REVIEW_KEEP && x->codes.n == 0)
		return say(r, _("it has no code yet: c gives it one"));
	x->is = verdict;
	return NEXT;
}

/* This one and all that are not decided behind it. */
static enum step
decide_rest(struct review *r, enum review_verdict verdict)
{
	size_t	 n = 0;
	char	*question;
	bool	 sure;

	for (size_t i = r->at; i < r->n; i++)
		n += i == r->at || r->items[i].is == REVIEW_LATER;
	question = qda_sprintf(verdict == REVIEW_KEEP ?
	    ngettext("keep %zu? (y/n)", "keep all %zu? (y/n)", n) :
	    ngettext("drop %zu? (y/n)", "drop all %zu? (y/n)", n), n);
	sure = yes(r, question, false);
	free(question);
	if (!sure)
		return STAY;
	for (size_t i = r->at; i < r->n; i++)
		if ((i == r->at || r->items[i].is == REVIEW_LATER) &&
		    (verdict == REVIEW_DROP || r->items[i].codes.n > 0))
			r->items[i].is = verdict;
	r->at = r->n;
	return SAVE;
}

/* The end before the end: what was decided is saved, or not. */
static enum step
leave(struct review *r, bool otherwise)
{
	size_t	 kept = count(r, REVIEW_KEEP), dropped = count(r, REVIEW_DROP);
	char	*question;
	bool	 save;

	if (kept + dropped == 0)
		return GIVE_UP;
	question = qda_sprintf(otherwise ? _("save what was decided (kept: "
	    "%zu, dropped: %zu)? Enter saves it, n does not:") : _("save "
	    "what was decided (kept: %zu, dropped: %zu)? y saves it, Enter "
	    "does not:"), kept, dropped);
	save = yes(r, question, otherwise);
	free(question);
	return save ? SAVE : GIVE_UP;
}

/* Keys that change what the one at hand would be. */
static enum step
change(struct review *r, char key)
{
	struct review_item	*x = &r->items[r->at];

	switch (key) {
	case 's':
		return review_sentence(r) ? AGAIN :
		    say(r, _("these are whole sentences already"));
	case 't':
		return review_turn(r) ? AGAIN :
		    say(r, _("this is a whole turn already"));
	case 'u':
		x->place = x->first;
		return AGAIN;
	case 'a': return ask_words(r);
	case 'l': return ask_label(r, x);
	case 'm': return ask_memo(r, x);
	case 'p': return ask_stance(r, x);
	case 'c': return ask_code(r, x, false);
	case '+': return ask_code(r, x, true);
	case '?':
		review_help(r);
		return STAY;
	default:
		return say(r, _("this is no key; ? shows them all"));
	}
}

static enum step
obey(struct review *r, const char *key)
{
	char	 one = *key == '\0' ? '?' : key[1] != '\0' ? '\0' : *key;

	if (strpbrk(key, "<>") != NULL)
		return review_step(r, key) ? AGAIN :
		    say(r, _("there is no word left on that side"));
	switch (one) {
	case 'k': case 'K': case 'y': case 'Y': case 'o': case 'O':
		return decide(r, REVIEW_KEEP);
	case 'n': case 'N':
		return decide(r, REVIEW_DROP);
	case 'j':
		return decide(r, REVIEW_LATER);
	case 'b':
		return r->at > 0 ? BACK : say(r, _("this is the first"));
	case 'A':
		return decide_rest(r, REVIEW_KEEP);
	case 'D':
		return decide_rest(r, REVIEW_DROP);
	case 'q': case 'Q':
		return leave(r, true);
	default:
		return change(r, one);
	}
}

static enum step
ask(struct review *r)
{
	enum qda_answer	 got;
	enum step	 step;
	char		*key;

	fprintf(r->who->to, "%s ", _("k keep  n no  s sentence  t turn  "
	    "a words  c code  l label  b back  q quit  ? all:"));
	fflush(r->who->to);
	got = r->who->ask(r->who->arg, true, &key);
	if (got != QDA_ANSWER) {
		putc('\n', r->who->to);
		return got == QDA_ANSWER_BREAK ? leave(r, false) : SAVE;
	}
	fprintf(r->who->to, r->who->terminal ? "%s\n" : "\n", key);
	step = obey(r, key);
	free(key);
	return step;
}

/* All of them: 1 when what was decided is to be saved. */
static int
converse(struct review *r, struct qda_err *e)
{
	enum step	 step = NEXT;

	while (r->at < r->n && step != SAVE && step != GIVE_UP) {
		if (load(r, e) < 0)
			return -1;
		review_show(r);
		r->items[r->at].seen = true;
		while ((step = ask(r)) == STAY)
			continue;
		if (step == NEXT)
			r->at++;
		else if (step == BACK)
			r->at--;
	}
	return step != GIVE_UP &&
	    count(r, REVIEW_KEEP) + count(r, REVIEW_DROP) > 0;
}

static void
end(struct review *r)
{
	for (size_t i = 0; i < r->n; i++) {
		free(r->items[i].address);
		qda_strings_free(&r->items[i].was);
		qda_strings_free(&r->items[i].codes);
		free(r->items[i].label);
		free(r->items[i].memo);
	}
	free(r->items);
	qda_strings_free(&r->names);
	qda_strings_free(&r->has);
	qda_strings_free(&r->beside);
	free(r->has_label);
	show_unload(&r->source);
}

int
qda_do_tag_review(struct qda_act *act, struct qda_tag *t,
    struct qda_person *who, bool known, struct qda_err *e)
{
	struct review	 r = { .act = act, .t = t, .who = who,
			    .known = known };
	int		 rc = begin(&r, e);

	who->close(who->arg);
	if (rc == 0)
		rc = converse(&r, e);
	if (rc > 0)
		rc = review_save(&r, e);
	else if (rc == 0) {
		qda_act_say(act, "%s", count(&r, REVIEW_LATER) == r.n ?
		    _("nothing was decided, nothing is done") :
		    _("what was decided is not saved, nothing is done"));
		rc = 1;
	}
	if (rc < 0 && count(&r, REVIEW_KEEP) > 0)
		review_rescue(&r, e);
	end(&r);
	return rc;
}

/* ---- what nobody has read ---------------------------------------------- */

/* Of one source, or of all. */
static int
add_unread(struct qda_tag *t, int64_t coder, int64_t source, int64_t code,
    struct qda_err *e)
{
	struct qda_strings	 addresses = { 0 };
	int			 rc = qda_unit_unread(t->act->db, coder,
				    source, code, &addresses, e);

	for (size_t i = 0; i < addresses.n; i++)
		qda_tag_address(t, addresses.at[i], NULL);
	qda_strings_free(&addresses);
	return rc;
}

int
qda_tag_unread(struct qda_tag *t, const char *const *sources, size_t n,
    struct qda_err *e)
{
	struct review	 r = { .act = t->act, .t = t };
	int64_t		 code = QDA_NONE, source;
	int		 rc;

	if (find_coder(&r, e) < 0 || (t->codes.n > 0 &&
	    qda_code_need(t->act->db, t->codes.at[0], &code, e) < 0))
		return -1;
	if (r.coder == QDA_NONE)
		return 0;
	if (n == 0)
		return add_unread(t, r.coder, QDA_NONE, code, e);
	rc = 0;
	for (size_t i = 0; i < n && rc == 0; i++)
		if (qda_source_need(t->act->db, sources[i], &source, e) < 0)
			rc = -1;
		else
			rc = add_unread(t, r.coder, source, code, e);
	return rc;
}
