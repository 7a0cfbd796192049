/* headers.c: what the words over the columns of a table mean. */
#include <stdlib.h>
#include <string.h>

#include "formats/rows.h"
#include "qda/csv.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"

/*
 * Words other than the keys themselves, as fold() leaves them: lower case, no
 * accents, no hyphens.  A word of several keys means the first that is asked
 * for; beside: only where that other key is asked for too, so that "code" is
 * a code in codings and the name of one in a codebook.
 */
static const struct {
	const char	*word, *key, *beside;
} words[] = {
	/* names */
	{ "nom",			"name",		NULL },
	{ "intitule",			"name",		NULL },
	{ "libelle",			"name",		NULL },
	{ "identifiant",		"name",		NULL },
	{ "id",				"name",		NULL },
	{ "entretien",			"name",		"medium" },
	{ "interview",			"name",		"medium" },
	{ "source",			"name",		"medium" },
	{ "fichier",			"name",		"medium" },
	{ "participant",		"name",		"outcome" },
	{ "participante",		"name",		"outcome" },
	{ "code",			"name",		"definition" },
	{ "propriete",			"name",		"definition" },

	/* sources */
	{ "ordre",			"order",	NULL },
	{ "rang",			"order",	NULL },
	{ "numero",			"order",	NULL },
	{ "n°",				"order",	NULL },
	{ "no",				"order",	NULL },
	{ "type",			"kind",		NULL },
	{ "nature",			"kind",		NULL },
	{ "participante",		"participant",	NULL },
	{ "date de l'entretien",	"date",		NULL },
	{ "date entretien",		"date",		NULL },
	{ "date de recueil",		"date",		NULL },
	{ "duree",			"duration",	NULL },
	{ "duree de l'entretien",	"duration",	NULL },
	{ "duree entretien",		"duration",	NULL },
	{ "length",			"duration",	NULL },
	{ "lieu",			"setting",	NULL },
	{ "lieu de l'entretien",	"setting",	NULL },
	{ "cadre",			"setting",	NULL },
	{ "place",			"setting",	NULL },
	{ "support",			"medium",	NULL },
	{ "moyen",			"medium",	NULL },
	{ "modalite",			"medium",	NULL },
	{ "presents",			"present",	NULL },
	{ "presence",			"present",	NULL },
	{ "personnes presentes",	"present",	NULL },
	{ "tiers presents",		"present",	NULL },
	{ "enqueteur",			"interviewer",	NULL },
	{ "enquetrice",			"interviewer",	NULL },
	{ "intervieweur",		"interviewer",	NULL },
	{ "intervieweuse",		"interviewer",	NULL },
	{ "guide d'entretien",		"guide",	NULL },
	{ "enregistrement",		"recording",	NULL },
	{ "enregistre",			"recording",	NULL },
	{ "detruit",			"destroyed",	NULL },
	{ "detruit le",			"destroyed",	NULL },
	{ "destruction",		"destroyed",	NULL },
	{ "transcripteur",		"transcriber",	NULL },
	{ "transcriptrice",		"transcriber",	NULL },
	{ "transcrit par",		"transcriber",	NULL },
	{ "logiciel",			"software",	NULL },
	{ "verifie",			"checked",	NULL },
	{ "verifie le",			"checked",	NULL },
	{ "relu",			"checked",	NULL },
	{ "relu le",			"checked",	NULL },
	{ "rendu",			"returned",	NULL },
	{ "rendu le",			"returned",	NULL },
	{ "retourne",			"returned",	NULL },
	{ "retour",			"returned",	NULL },

	/* guides */
	{ "teste",			"tested",	NULL },
	{ "essaye",			"tested",	NULL },
	{ "ouverture",			"opening",	NULL },

	/* participants */
	{ "issue",			"outcome",	NULL },
	{ "inclusion",			"outcome",	NULL },
	{ "inclus",			"outcome",	NULL },
	{ "motif",			"reason",	NULL },
	{ "raison",			"reason",	NULL },
	{ "recrutement",		"approach",	"outcome" },
	{ "approche",			"approach",	NULL },
	{ "mode de recrutement",	"approach",	"outcome" },
	{ "prise de contact",		"approach",	"outcome" },
	{ "connu",			"known",	NULL },
	{ "connue",			"known",	NULL },
	{ "deja connu",			"known",	NULL },
	{ "connu comment",		"known-how",	NULL },
	{ "comment connu",		"known-how",	NULL },
	{ "lien",			"known-how",	NULL },
	{ "information",		"informed",	NULL },
	{ "informe",			"informed",	NULL },
	{ "informe le",			"informed",	NULL },
	{ "information le",		"informed",	NULL },
	{ "consentement",		"consent",	NULL },
	{ "non opposition",		"consent",	NULL },

	/* coders */
	{ "role",			"roles",	NULL },
	{ "titre",			"credentials",	NULL },
	{ "titres",			"credentials",	NULL },
	{ "titres academiques",		"credentials",	NULL },
	{ "activite",			"occupation",	NULL },
	{ "profession",			"occupation",	NULL },
	{ "genre",			"gender",	NULL },
	{ "sexe",			"gender",	NULL },
	{ "formation",			"training",	NULL },

	/* attributes */
	{ "niveaux",			"levels",	NULL },
	{ "modalites",			"levels",	NULL },

	/* assignments */
	{ "aveugle",			"blind",	NULL },
	{ "en aveugle",			"blind",	NULL },
	{ "attribue",			"assigned",	NULL },
	{ "attribue le",		"assigned",	NULL },
	{ "confie",			"assigned",	NULL },
	{ "confie le",			"assigned",	NULL },
	{ "fini",			"done",		NULL },
	{ "fini le",			"done",		NULL },
	{ "termine",			"done",		NULL },
	{ "termine le",			"done",		NULL },

	/* codes */
	{ "categorie",			"parent",	"definition" },
	{ "category",			"parent",	"definition" },
	{ "quand l'utiliser",		"use-when",	NULL },
	{ "quand utiliser",		"use-when",	NULL },
	{ "quand ne pas l'utiliser",	"not-when",	NULL },
	{ "quand ne pas utiliser",	"not-when",	NULL },
	{ "exemple",			"example",	NULL },
	{ "couleur",			"colour",	NULL },
	{ "color",			"colour",	NULL },
	{ "de",				"from",		NULL },
	{ "a",				"to",		NULL },

	/* codings and groupings */
	{ "adresse",			"address",	NULL },
	{ "repere",			"address",	NULL },
	{ "ref.",			"address",	NULL },
	{ "ref",			"address",	NULL },
	{ "tour",			"turn",		NULL },
	{ "tour de parole",		"turn",		NULL },
	{ "n° de tour",			"turn",		NULL },
	{ "entretien",			"source",	NULL },
	{ "interview",			"source",	NULL },
	{ "fichier",			"source",	NULL },
	{ "citation",			"quote",	NULL },
	{ "verbatim",			"quote",	NULL },
	{ "extrait",			"quote",	NULL },
	{ "quotation",			"quote",	NULL },
	{ "texte",			"quote",	NULL },
	{ "transcription",		"quote",	NULL },
	{ "propos",			"quote",	NULL },
	{ "segment",			"quote",	NULL },
	{ "text",			"quote",	NULL },
	{ "propriete",			"code",		NULL },
	{ "property",			"code",		NULL },
	{ "codes",			"code",		NULL },
	{ "proprietes",			"code",		NULL },
	{ "codage",			"code",		NULL },
	{ "theme",			"code",		NULL },
	{ "codeur",			"coder",	NULL },
	{ "codeuse",			"coder",	NULL },
	{ "etiquette",			"label",	NULL },
	{ "unite de sens",		"label",	NULL },
	{ "position",			"stance",	NULL },
	{ "sens",			"stance",	NULL },
	{ "memos",			"memo",		NULL },
	{ "remarque",			"memo",		NULL },
	{ "remarques",			"memo",		NULL },
	{ "commentaire",		"memo",		NULL },
	{ "commentaires",		"memo",		NULL },
	{ "comment",			"memo",		NULL },
	{ "categorie",			"category",	NULL },
	{ "parent",			"category",	NULL },

	/* the project */
	{ "titre",			"title",	NULL },
	{ "question de recherche",	"question",	NULL },
	{ "langue",			"language",	NULL },
	{ "echantillonnage",		"sampling",	NULL },
	{ "regle d'arret",		"stopping-rule", NULL },
	{ "regle declaree le",		"stopping-declared", NULL },
	{ "ethique",			"ethics",	NULL },
	{ "dit aux participants",	"told-participants", NULL },
	{ "resultats rendus",		"findings-returned", NULL },

	/* checklists */
	{ "n°",				"number",	NULL },
	{ "no",				"number",	NULL },
	{ "no.",			"number",	NULL },
	{ "numero",			"number",	NULL },
	{ "reponse",			"answer",	NULL },
	{ "page",			"location",	NULL },
	{ "pages",			"location",	NULL },
	{ "emplacement",		"location",	NULL },
};

/*
 * A header as it is compared: folded, hyphens and "_" as blanks, without what
 * people put behind it (: ? *).  Caller frees.
 */
static char *
fold(const char *word)
{
	struct qda_folded	 f;
	size_t			 n = 0;
	char			*s;

	qda_text_fold(&f, word, strlen(word));
	s = f.s;
	for (size_t i = 0; i < f.n; i++) {
		char	 c = s[i] == '-' || s[i] == '_' ? ' ' : s[i];

		if (c != ' ' || (n > 0 && s[n - 1] != ' '))
			s[n++] = c;
	}
	while (n > 0 && strchr(" :?*", s[n - 1]) != NULL)
		n--;
	s[n] = '\0';
	f.s = NULL;
	qda_folded_free(&f);
	return s;
}

/* The key of that name among n, NULL entries passed over. */
static const char *
key_itself(const char *folded, const char *const *keys, size_t n)
{
	const char	*found = NULL;
	char		*key;

	for (size_t i = 0; i < n && found == NULL; i++) {
		if (keys[i] == NULL)
			continue;
		key = fold(keys[i]);
		if (strcmp(key, folded) == 0)
			found = keys[i];
		free(key);
	}
	return found;
}

static const char *
among(const char *key, const char *const *keys, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (keys[i] != NULL && strcmp(keys[i], key) == 0)
			return keys[i];
	return NULL;
}

/* The key among n that a folded word stands for; all: the noun's own keys. */
static const char *
key_by_word(const char *folded, const char *const *keys,
    const char *const *all, size_t n)
{
	const char	*key;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, folded) == 0 &&
		    (words[i].beside == NULL ||
		    among(words[i].beside, all, n) != NULL) &&
		    (key = among(words[i].key, keys, n)) != NULL)
			return key;
	return NULL;
}

const char *
qda_header_key(const char *word, const char *const *keys, size_t n)
{
	char		*folded = fold(word);
	const char	*key = key_itself(folded, keys, n);

	if (key == NULL)
		key = key_by_word(folded, keys, keys, n);
	free(folded);
	return key;
}

int
qda_rows_column(const struct qda_rows *rows, const char *key)
{
	const char	*is;

	for (size_t i = 0; i < qda_rows_columns(rows); i++)
		if ((is = qda_rows_key(rows, i)) != NULL &&
		    strcmp(is, key) == 0)
			return (int)i;
	return -1;
}

const char *
qda_rows_value(const struct qda_rows *rows, size_t row, const char *key)
{
	int	 column = qda_rows_column(rows, key);

	return column < 0 ? "" : qda_rows_cell(rows, row, (size_t)column);
}

static int
fail_twice(const struct qda_rows *rows, size_t a, size_t b, const char *key,
    struct qda_err *e)
{
	return qda_fail(e, QDA_DATA,
	    _("the columns '%.80s' and '%.80s' both mean '%.80s'"),
	    qda_rows_cell(rows, 0, a < b ? a : b),
	    qda_rows_cell(rows, 0, a < b ? b : a), key);
}

static int
claim(struct qda_rows *rows, size_t column, const char *key,
    struct qda_err *e)
{
	int	 before = qda_rows_column(rows, key);

	if (before >= 0)
		return fail_twice(rows, (size_t)before, column, key, e);
	qda_rows_key_set(rows, column, key);
	return 0;
}

struct header {
	char	*folded;
	size_t	 column;
};

static int
by_name(const void *a, const void *b)
{
	const struct header	*x = a, *y = b;
	int			 order = strcmp(x->folded, y->folded);

	return order != 0 ? order : x->column < y->column ? -1 :
	    x->column > y->column;
}

/* Refuses two columns of one name; sorts the headers. */
static int
check_names(const struct qda_rows *rows, struct header *h, size_t n,
    struct qda_err *e)
{
	qsort(h, n, sizeof(*h), by_name);
	for (size_t i = 1; i < n; i++)
		if (*h[i].folded != '\0' &&
		    strcmp(h[i - 1].folded, h[i].folded) == 0)
			return fail_twice(rows, h[i - 1].column, h[i].column,
			    qda_rows_cell(rows, 0, h[i].column), e);
	return 0;
}

/* Keys that stand there themselves first, then those meant by other words. */
static int
map(struct qda_rows *rows, const struct header *h, const char *const *keys,
    size_t n, struct qda_err *e)
{
	size_t		 columns = qda_rows_columns(rows);
	const char	**left = qda_alloc(n, sizeof(*left)), *key;
	int		 rc = 0;

	memcpy(left, keys, n * sizeof(*left));
	for (size_t i = 0; i < columns; i++)
		if ((key = key_itself(h[i].folded, keys, n)) != NULL)
			qda_rows_key_set(rows, i, key);
	for (size_t i = 0; i < n; i++)
		if (qda_rows_column(rows, keys[i]) >= 0)
			left[i] = NULL;
	for (size_t i = 0; i < columns && rc == 0; i++)
		if (qda_rows_key(rows, i) == NULL &&
		    (key = key_by_word(h[i].folded, left, keys, n)) != NULL)
			rc = claim(rows, i, key, e);
	free(left);
	return rc;
}

int
qda_rows_map(struct qda_rows *rows, const char *const *keys, size_t n,
    struct qda_err *e)
{
	size_t		 columns = qda_rows_columns(rows);
	struct header	*h = qda_alloc(columns, sizeof(*h));
	int		 rc;

	for (size_t i = 0; i < columns; i++) {
		h[i].folded = fold(qda_rows_cell(rows, 0, i));
		h[i].column = i;
		qda_rows_key_set(rows, i, NULL);
	}
	rc = map(rows, h, keys, n, e);
	if (rc == 0)
		rc = check_names(rows, h, columns, e);
	for (size_t i = 0; i < columns; i++) {
		free(h[i].folded);
		if (rc >= 0)
			rc += qda_rows_key(rows, i) != NULL;
	}
	free(h);
	return rc;
}

/* Adds what stands between two places, without blanks at its ends. */
static void
add_item(struct qda_strings *list, const char *s, size_t n)
{
	while (n > 0 && s[0] == ' ') {
		s++;
		n--;
	}
	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n > 0)
		qda_strings_take(list, qda_strndup(s, n));
}

void
qda_cell_list(struct qda_strings *list, const char *cell)
{
	char	*item = qda_alloc(strlen(cell) + 1, 1);
	size_t	 n = 0;

	for (const char *s = cell; *s != '\0'; s++) {
		if (*s == ';') {
			add_item(list, item, n);
			n = 0;
			continue;
		}
		s += *s == '\\' && s[1] == ';';
		item[n++] = *s;
	}
	add_item(list, item, n);
	free(item);
}
