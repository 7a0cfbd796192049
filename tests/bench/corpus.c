/*
 * corpus.c: corpus DIR FILES WORDS: made-up interviews in French, always the
 * same for the same arguments; one file a participant, a turn a line with a
 * blank line between.  About one word in 250 is of the bench's theme.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char	*const common[] = {
	"de", "la", "le", "et", "je", "les", "des", "on", "un", "que", "pas",
	"pour", "une", "dans", "ça", "c’est", "qui", "il", "elle", "en", "a",
	"mais", "du", "au", "plus", "avec", "moi", "bon", "quand", "même",
	"fait", "tout", "était", "vous", "nous", "alors", "ben", "enfin",
	"voilà", "très", "bien", "là", "aussi", "sur", "parce", "comme",
	"j’ai", "qu’on", "d’accord", "peut-être"
};
static const char	*const rare[] = {
	"maison", "village", "voiture", "pharmacie", "rendez-vous", "hôpital",
	"fille", "mère", "voisin", "ordonnance", "douleur", "médicament",
	"secrétaire", "téléphone", "dimanche", "hiver", "trajet", "attente",
	"semaine", "cœur", "œil", "tête", "marche", "jardin", "travail",
	"usine", "école", "mairie", "route", "bus", "papier", "courrier",
	"dossier", "radio", "analyse", "piqûre", "tension", "sucre", "dos",
	"genou", "nuit", "sommeil", "peur", "colère", "honte", "fierté",
	"retraite", "départ", "remplaçant", "infirmière", "kiné", "dentiste",
	"appeler", "chercher", "trouver", "attendre", "raconter", "expliquer",
	"garder", "perdre", "tenir", "lâcher", "demander", "refuser",
	"déménager", "conduire", "payer", "rembourser", "oublier", "noter"
};
static const char	*const theme[] = {
	"surcharge", "surchargé", "administratif", "administrative",
	"fatigue", "fatigué", "Fatigue", "fatiguée"
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static uint64_t	 state;

static uint32_t
draw(uint32_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 33) % below);
}

static const char *
word(void)
{
	uint32_t	 r = draw(1000);

	return r < 4 ? theme[draw(COUNT(theme))] :
	    r < 600 ? common[draw(COUNT(common))] : rare[draw(COUNT(rare))];
}

static int
sentence(FILE *f, int words, const char *mark)
{
	static const char	*const openings[] = {
		"Euh…", "Oui,", "Non,", "Ben", "Donc", "Après,", "Et", "Moi,"
	};

	fputs(openings[draw(COUNT(openings))], f);
	for (int i = 0; i < words; i++)
		fprintf(f, "%s %s", draw(14) == 0 ? "," : "", word());
	fputs(mark, f);
	return words + 1;
}

static void
interview(FILE *f, const char *who, int words)
{
	static const char	*const marks[] = {
		".", ".", ".", ".", "…", " !", " ?", ". (rires)"
	};
	static const int	 lengths[] = { 1, 2, 3, 5, 8, 13 };
	int			 n = 0;

	while (n < words) {
		fputs("Enquêteur : ", f);
		n += sentence(f, 4 + (int)draw(9), " ?");
		fprintf(f, "\n\n%s :", who);
		for (int k = lengths[draw(6)]; k > 0; k--) {
			fputc(' ', f);
			n += sentence(f, 4 + (int)draw(18),
			    marks[draw(COUNT(marks))]);
		}
		fputs("\n\n", f);
	}
}

int
main(int argc, char **argv)
{
	char	 path[4096], who[32];
	FILE	*f;

	if (argc != 4)
		return 2;
	for (int i = 1; i <= atoi(argv[2]); i++) {
		state = (uint64_t)i * 2654435761u;
		snprintf(who, sizeof(who), "P%05d", i);
		snprintf(path, sizeof(path), "%s/%s.txt", argv[1], who);
		if ((f = fopen(path, "w")) == NULL)
			return 1;
		interview(f, who, atoi(argv[3]));
		if (fclose(f) != 0)
			return 1;
	}
	return 0;
}
