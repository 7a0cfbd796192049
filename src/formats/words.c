/* words.c: what the words of a label say of who it is, French and English. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "formats/labels.h"
#include "qda/mem.h"
#include "qda/text.h"

/* All lists are folded: no accents, no capitals. */
static const char	*const asking[] = {
	"enqueteur", "enquetrice", "enqueteuse", "enqueteurs", "chercheur",
	"chercheuse", "chercheure", "intervieweur", "intervieweuse",
	"interviewer", "moderateur", "moderatrice", "animateur", "animatrice",
	"investigateur", "investigatrice", "facilitateur", "facilitatrice",
	"doctorant", "doctorante", "thesard", "thesarde", "researcher",
	"moderator", "facilitator", "investigator", "question", "questions",
	"int", "enq", "i", "q", "e", NULL
};

static const char	*const answering[] = {
	"interviewe", "interviewee", "enquete", "enquetee", "participant",
	"participante", "repondant", "repondante", "respondent", "informant",
	"informateur", "informatrice", "reponse", "answer", "patient",
	"patiente", "medecin", "r", NULL
};

static const char	*const third[] = {
	"fille", "fils", "epouse", "epoux", "femme", "mari", "conjoint",
	"conjointe", "compagne", "compagnon", "mere", "pere", "soeur",
	"frere", "ami", "amie", "voisin", "voisine", "aidant", "aidante",
	"enfant", "daughter", "son", "wife", "husband", "spouse", "partner",
	"mother", "father", "sister", "brother", "friend", "neighbour",
	"neighbor", "carer", "child", "unknown", "inconnu", "inconnue",
	"tous", "toutes", "all", "everyone", "ensemble", NULL
};

static const char	*const stops[] = {
	"donc", "alors", "et", "et puis", "et donc", "et alors", "mais",
	"voila", "enfin", "bref", "bon", "ben", "bah", "oui", "non", "ok",
	"par exemple", "exemple", "ex", "p. ex.", "par ex", "c'est-a-dire",
	"c'est a dire", "cf", "cf.", "nb", "n.b.", "ps", "note", "notes",
	"remarque", "remarques", "voir", "date", "lieu", "duree", "age",
	"sexe", "profession", "theme", "themes", "sujet", "titre", "contexte",
	"resume", "mots-cles", "conclusion", "introduction", "resultat",
	"resultats", "attention", "total", "tel", "mail", "email", "e-mail",
	"adresse", "nom", "prenom", "entretien", "numero", "codage", "code",
	"transcription", "transcripteur", "legende", "source", "figure",
	"tableau", "je me dis", "je me suis dit", "il m'a dit",
	"elle m'a dit", "j'ai dit", "on m'a dit", "il dit", "elle dit",
	"il me dit", "elle me dit", "je dis", "je lui dis", "so", "and",
	"but", "well", "now", "then", "for example", "for instance",
	"example", "e.g.", "i.e.", "that is", "i said", "he said",
	"she said", "they said", "i was like", "date of interview", "place",
	"location", "duration", "length", "interview", "age range", "gender",
	"occupation", "topic", "subject", "title", "context", "summary",
	"keywords", "warning", "http", "https", "ftp", "file", NULL
};

static const char	*const answers[] = {
	"oui", "non", "merci", "ok", "okay", "d'accord", "voila", "exactement",
	"bien sur", "tout a fait", "si", "ah", "ah oui", "ah non", "mmh",
	"hum", "hm", "mm", "euh", "oh", "bon", "bien", "tres bien", "bonjour",
	"au revoir", "peut-etre", "parfait", "super", "yes", "no", "yeah",
	"yep", "thanks", "thank you", "right", "sure", "exactly", "fine",
	"good", "great", "hello", "hi", "bye", "well", "uh", "um", "mhm",
	"mm-hmm", "uh-huh", "i see", "of course", "absolutely", NULL
};

static const char	*const events[] = {
	"rire", "rires", "il rit", "elle rit", "silence", "long silence",
	"pause", "longue pause", "soupir", "soupirs", "soupire", "toux",
	"tousse", "inaudible", "telephone", "sonnerie", "bruit", "bruits",
	"bruit de fond", "inspiration", "expiration", "claquement", "pleurs",
	"pleure", "hesitation", "hesite", "interruption", "coupure", "blanc",
	"reflexion", "sourire", "sourit", "applaudissements", "musique",
	"incomprehensible", "passage inaudible", "laugh", "laughs",
	"laughter", "laughing", "sigh", "sighs", "cough", "coughs", "noise",
	"crosstalk", "phone", "crying", "cries", "music", "applause",
	"long pause", "unintelligible", "indistinct", "overlap", NULL
};

static bool
listed(const char *const *list, const char *s, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && memcmp(*list, s, n) == 0)
			return true;
	return false;
}

/* Length without "1", " 2", "_01", "(e)", "(s)", "·e" behind. */
static size_t
stem(const char *s)
{
	size_t	 n = strlen(s);

	while (n > 0 && isdigit((unsigned char)s[n - 1]))
		n--;
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '_' ||
	    s[n - 1] == '.' || s[n - 1] == '#'))
		n--;
	if (n > 3 && s[n - 3] == '(' && s[n - 1] == ')')
		n -= 3;
	return n;
}

static bool
any_word(const char *const *list, const char *s)
{
	size_t	 n;

	for (; *s != '\0'; s += n) {
		s += strspn(s, " ()'-,");
		n = strcspn(s, " ()'-,");
		if (n > 0 && listed(list, s, n))
			return true;
	}
	return false;
}

enum qda_role_word
qda_label_word(const char *folded)
{
	size_t		 n = stem(folded);
	const char	*bracket = strstr(folded, " (");

	if (bracket != NULL && bracket > folded)
		n = (size_t)(bracket - folded);
	if (listed(asking, folded, n))
		return QDA_WORD_ASKS;
	if (listed(answering, folded, n))
		return QDA_WORD_ANSWERS;
	return any_word(third, folded) ? QDA_WORD_THIRD : QDA_WORD_NONE;
}

const char *
qda_label_near(const char *folded)
{
	size_t	 n = stem(folded);
	char	*s = qda_strndup(folded, n);
	const char	*found = NULL;

	for (size_t i = 0; n >= 6 && n <= 20 && asking[i] != NULL; i++)
		if (strlen(asking[i]) >= 6 &&
		    qda_text_distance(s, asking[i]) == 1)
			found = asking[i];
	free(s);
	return found;
}

bool
qda_label_stops(const char *folded)
{
	return listed(stops, folded, strlen(folded));
}

bool
qda_label_answers(const char *folded)
{
	size_t	 n = strlen(folded);

	while (n > 0 && folded[n - 1] == '.')
		n--;
	return listed(answers, folded, n);
}

bool
qda_label_event(const char *folded)
{
	return any_word(events, folded) ||
	    listed(events, folded, strlen(folded));
}

bool
qda_label_number(const char *folded)
{
	return folded[strspn(folded, "0123456789.,-/ ")] == '\0';
}

bool
qda_label_code(const char *folded)
{
	size_t	 n = strlen(folded), letters;

	for (letters = 0; folded[letters] >= 'a' && folded[letters] <= 'z';)
		letters++;
	if (letters == 0 || letters == n)
		return false;
	if (strncmp(folded, "speaker", 7) == 0)
		letters = 7 + strspn(folded + 7, " _");
	else if (letters > 3)
		return false;
	return n - letters <= 3 && letters < n &&
	    folded[letters + strspn(folded + letters, "0123456789")] == '\0';
}

/* A number makes "participant 3" a name; machines number their speakers. */
bool
qda_label_nameless(const char *folded)
{
	static const char	*const numbered[] = { "speaker", "spk",
				    "locuteur", "locutrice", "intervenant",
				    "intervenante", "voix", "voice",
				    "personne", "person", NULL };
	size_t			 n = strlen(folded);

	if (listed(answering, folded, n))
		return true;
	while (n > 0 && strchr("0123456789", folded[n - 1]) != NULL)
		n--;
	if (n > 2 && n == strlen(folded) && folded[n - 2] == ' ')
		n -= 1;			/* locuteur b */
	while (n > 0 && strchr(" _#", folded[n - 1]) != NULL)
		n--;
	return listed(numbered, folded, n);
}
