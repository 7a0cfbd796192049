/* lang.h: what a person reads, in French or English. */
#ifndef QDA_LANG_H
#define QDA_LANG_H

#define _(s)		qda_gettext(s)
#define ngettext	qda_ngettext
#define N_(s)		(s)	/* marked for translation, translated later */
#define NN_(one, many)	one, many	/* the same, for ngettext */

/*
 * The sentence in the language of the messages, from gettext's catalogues;
 * itself when there is no translation.  Lent for good.
 */
const char	*qda_gettext(const char *)
		    __attribute__((format_arg(1)));
const char	*qda_ngettext(const char *one, const char *many,
		    unsigned long n)
		    __attribute__((format_arg(1)))
		    __attribute__((format_arg(2)));

/*
 * To be called once, first thing: text is UTF-8 whatever the locale, numbers
 * keep the point, messages speak the user's language as far as there is a
 * catalogue, on machines that lack the user's locale too.
 */
void		 qda_lang_begin(void);

/*
 * The language of the messages from now on: "fr", "en" or NULL for the
 * user's own.  Any other name leaves it as it is.
 */
void		 qda_lang_use(const char *lang);

/* The language of the messages now, "fr" or "en". */
const char	*qda_lang_now(void);

/* The user's own language, "fr" or "en", as the environment says. */
const char	*qda_lang_user(void);

/* Whether qda speaks this language. */
int		 qda_lang_known(const char *lang);

#endif
