/* tex.c: text and preamble of a LaTeX document, for the three engines alike. */
#include <string.h>

#include "formats/tex.h"
#include "qda/text.h"

enum {
	LINE = 72,		/* broken at a space behind this byte, */
	LINE_MAX = 200,		/* and anywhere behind this one */
	WORD = 24,		/* characters that a line can surely hold */
	PIECE = 8,		/* of those behind, each may end a line */
};

/* Characters that are not written as themselves, in rising order. */
static const struct {
	int32_t		 point;
	const char	*tex;
} special[] = {
	{ '"', "\\textquotedbl{}" }, { '#', "\\#" }, { '$', "\\$" },
	{ '%', "\\%" }, { '&', "\\&" }, { '\'', "\\textquotesingle{}" },
	{ '\\', "\\textbackslash{}" }, { '^', "\\textasciicircum{}" },
	{ '_', "\\_" }, { '`', "\\textasciigrave{}" }, { '{', "\\{" },
	{ '}', "\\}" }, { '~', "\\textasciitilde{}" },
	{ 0xa0, "~" }, { 0xad, "\\-" },
	{ 0x3b1, "\\ensuremath{\\alpha}" }, { 0x3b2, "\\ensuremath{\\beta}" },
	{ 0x3ba, "\\ensuremath{\\kappa}" }, { 0x3bc, "\\ensuremath{\\mu}" },
	{ 0x3c3, "\\ensuremath{\\sigma}" },
	{ 0x1d49, "\\textsuperscript{e}" },
	{ 0x2002, "\\enspace{}" }, { 0x2003, "\\quad{}" }, { 0x2007, "~" },
	{ 0x2009, "\\," }, { 0x200b, "\\hspace{0pt}" }, { 0x200c, "" },
	{ 0x200d, "" }, { 0x200e, "" }, { 0x200f, "" }, { 0x2010, "-" },
	{ 0x2011, "\\mbox{-}" }, { 0x202f, "\\," },
	{ 0x2032, "\\ensuremath{'}" }, { 0x2033, "\\ensuremath{''}" },
	{ 0x2060, "" }, { 0x2116, "\\textnumero{}" },
	{ 0x2190, "\\ensuremath{\\leftarrow}" },
	{ 0x2191, "\\ensuremath{\\uparrow}" },
	{ 0x2192, "\\ensuremath{\\rightarrow}" },
	{ 0x2193, "\\ensuremath{\\downarrow}" },
	{ 0x2194, "\\ensuremath{\\leftrightarrow}" },
	{ 0x21d2, "\\ensuremath{\\Rightarrow}" },
	{ 0x2212, "\\ensuremath{-}" }, { 0x221e, "\\ensuremath{\\infty}" },
	{ 0x2248, "\\ensuremath{\\approx}" }, { 0x2260, "\\ensuremath{\\ne}" },
	{ 0x2264, "\\ensuremath{\\le}" }, { 0x2265, "\\ensuremath{\\ge}" },
	{ 0x2713, "\\ensuremath{\\surd}" }, { 0xfeff, "" },
};

/* Beyond Latin-1, what fonts for Western languages have; in rising order. */
static const int32_t	 western[] = {
	0x131, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17d, 0x17e, 0x2013,
	0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2020,
	0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203a, 0x20ac, 0x2122,
};

void
qda_tex_raw(struct qda_tex *t, const char *s)
{
	const char	*line = strrchr(s, '\n');

	fputs(s, t->f);
	t->column = line != NULL ? strlen(line + 1) : t->column + strlen(s);
	t->last = 0;
}

void
qda_tex_fresh(struct qda_tex *t)
{
	t->blank = true;
	t->word = 0;
	t->last = 0;
}

static const char *
find_special(int32_t c)
{
	size_t	 low = 0, high = sizeof(special) / sizeof(special[0]), at;

	while (low < high) {
		at = low + (high - low) / 2;
		if (special[at].point == c)
			return special[at].tex;
		if (special[at].point < c)
			low = at + 1;
		else
			high = at;
	}
	return NULL;
}

static bool
is_western(int32_t c)
{
	for (size_t i = 0; i < sizeof(western) / sizeof(western[0]); i++)
		if (western[i] == c)
			return true;
	return c < 0x100;
}

/* -- would be a dash, << a quotation mark. */
static bool
joins(int32_t last, int32_t c)
{
	return last == c && c < 0x80 && strchr("-<>,", (char)c) != NULL;
}

static void
space(struct qda_tex *t)
{
	if (t->blank)
		qda_tex_raw(t, "\\ ");
	else
		qda_tex_raw(t, t->column > LINE ? "\n" : " ");
	t->blank = true;
	t->word = 0;
}

/* A word that no line may hold gets places where it may be broken. */
static void
may_break(struct qda_tex *t)
{
	if (t->word++ < WORD || t->word % PIECE != 0)
		return;
	qda_tex_raw(t, "\\qdabreak{}");
	if (t->column > LINE_MAX)
		qda_tex_raw(t, "%\n");
}

static void
character(struct qda_tex *t, int32_t c, const char *s, size_t n)
{
	const char	*tex = find_special(c);
	char		 buf[48];

	if (joins(t->last, c))
		qda_tex_raw(t, "\\qdaapart{}");
	may_break(t);
	if (tex == NULL && is_western(c)) {
		snprintf(buf, sizeof(buf), "%.*s", (int)n, s);
		tex = buf;
	} else if (tex == NULL) {
		snprintf(buf, sizeof(buf), "\\qdachar{%04lX}{%.*s}",
		    (unsigned long)c, (int)n, s);
		tex = buf;
	}
	qda_tex_raw(t, tex);
	t->blank = false;
	t->last = c;
}

void
qda_tex_text(struct qda_tex *t, const char *s, size_t n)
{
	size_t	 at = 0, was;
	int32_t	 c;

	while (was = at, at < n) {
		c = qda_text_next(s, n, &at);
		if (c == ' ')
			space(t);
		else if (c == '\t') {
			qda_tex_raw(t, "\\quad{}");
			t->blank = true;
			t->word = 0;
		} else if (c >= 0)
			character(t, c, s + was, at - was);
	}
}

/* ---- what stands before ----------------------------------------------- */

static const char	 fonts[] =
"\\usepackage{iftex}\n"
"\\ifPDFTeX\n"
"  \\usepackage[T1]{fontenc}\n"
"  \\usepackage[utf8]{inputenc}\n"
"  \\usepackage{textcomp}\n"
"  \\IfFileExists{tgtermes.sty}{\\usepackage{tgtermes}}{%\n"
"    \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}}\n"
"  \\newcommand{\\qdachar}[2]{\\ifcsname u8:\\detokenize{#2}\\endcsname\n"
"    #2\\else[U+#1]\\fi}\n"
"\\else\n"
"  \\usepackage{fontspec}\n"
"  \\IfFontExistsTF{Liberation Serif}{\\setmainfont{Liberation Serif}}{%\n"
"    \\IfFontExistsTF{Times New Roman}{\\setmainfont{Times New Roman}}{}}\n"
"  \\newcommand{\\qdachar}[2]{\\iffontchar\\font\"#1 #2\\else[U+#1]\\fi}\n"
"\\fi\n";

static const char	 macros[] =
"\\usepackage{array,longtable}\n"
"\\usepackage[table]{xcolor}\n"
"\\setlength{\\parindent}{0pt}\n"
"\\setlength{\\parskip}{6pt plus 1pt}\n"
"\\setlength{\\emergencystretch}{3em}\n"
"\\setlength{\\LTleft}{0pt}\n"
"\\setlength{\\LTpre}{6pt}\n"
"\\setlength{\\LTpost}{12pt}\n"
"\\setlength{\\tabcolsep}{4.25pt}\n"
"\\renewcommand{\\arraystretch}{1.2}\n"
"\\setcounter{secnumdepth}{0}\n"
"\\newcommand{\\qdabreak}{\\hspace{0pt}}\n"
"\\newcommand{\\qdaapart}{\\kern0pt\\relax}\n"
"\\newcommand{\\qdaline}{\\leavevmode\\newline{}}\n"
"\\newcommand{\\qdatitle}[1]{{\\raggedright\\fontsize{16}{20}\\selectfont\n"
"  \\bfseries #1\\par}}\n"
"\\newcommand{\\qdamark}[1]{\\leavevmode{\\setlength{\\fboxsep}{1pt}%\n"
"  \\colorbox[gray]{.85}{\\strut #1}}}\n"
"\\newcommand{\\qdain}[1]{\\leftskip=\\dimexpr14.2pt*#1\\relax}\n"
"\\newcommand{\\qdaitem}[1]{\\leftskip=\\dimexpr14.2pt*#1+17.85pt\\relax\n"
"  \\noindent\\llap{\\makebox[17.85pt][l]{\\textbullet}}\\ignorespaces}\n"
"\\newcommand{\\qdaright}{\\raggedleft\\arraybackslash\\hspace{0pt}}\n"
"\\newcommand{\\qdaleft}{\\raggedright\\arraybackslash\\hspace{0pt}}\n"
"\\newcommand{\\qdapart}[1]{\\dimexpr#1\\linewidth-2\\tabcolsep\n"
"  -2\\arrayrulewidth\\relax}\n";

static const char	 page[] =
"\\makeatletter\n"
"\\def\\ps@qda{\\let\\@oddhead\\@empty\\let\\@evenhead\\@empty\n"
"  \\def\\@oddfoot{\\fontsize{8}{10}\\selectfont\n"
"    \\parbox[t]{.85\\textwidth}{\\raggedright\\qdafooter}\\hfil\n"
"    page \\thepage\\ / \\pageref{qda:last}}%\n"
"  \\let\\@evenfoot\\@oddfoot}\n"
"\\makeatother\n"
"\\pagestyle{qda}\n";

/* In French, spaces before : ; ? ! are those of the text, and no others. */
static void
language(struct qda_tex *t, const struct qda_doc_setup *setup)
{
	qda_tex_raw(t, strcmp(setup->lang, "fr") == 0 ?
	    "\\usepackage[french]{babel}\n"
	    "\\frenchsetup{AutoSpacePunctuation=false}\n" :
	    "\\usepackage[british]{babel}\n\\frenchspacing\n");
}

void
qda_tex_preamble(struct qda_tex *t, const struct qda_doc_setup *setup)
{
	qda_tex_raw(t, "% pdflatex, xelatex or lualatex, twice\n"
	    "\\documentclass[11pt,a4paper]{article}\n");
	qda_tex_raw(t, fonts);
	language(t, setup);
	qda_tex_raw(t, setup->landscape ?
	    "\\usepackage[a4paper,landscape,margin=2.5cm]{geometry}\n" :
	    "\\usepackage[a4paper,margin=2.5cm]{geometry}\n");
	qda_tex_raw(t, macros);
	qda_tex_raw(t, "\\newcommand{\\qdafooter}{");
	qda_tex_fresh(t);
	if (setup->footer != NULL)
		qda_tex_text(t, setup->footer, strlen(setup->footer));
	qda_tex_raw(t, "}\n");
	qda_tex_raw(t, page);
	qda_tex_raw(t, "\\begin{document}\n\n");
}
