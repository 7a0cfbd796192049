/* cli_help.c: -h, from the tables of a tool. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli_parts.h"

enum { WIDTH = 80, LEFT = 2 + 26 + 2 };

/* A text behind `column`, its further lines from `left` on. */
static void
print_wrapped(const char *text, int column, int left)
{
	int	 width;
	bool	 first = true;
	size_t	 n;

	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		width = qda_text_width(text, n);
		if (!first && column + 1 + width > WIDTH) {
			printf("\n%*s", left, "");
			column = left;
		} else if (!first)
			column += putchar(' ') == ' ';
		printf("%.*s", (int)n, text);
		column += width;
		first = false;
	}
	putchar('\n');
}

/* "  LEFT    text" */
static void
print_two(const char *left, const char *text)
{
	int	 width = qda_text_width(left, strlen(left)) + 4;

	printf("  %-26s  ", left);
	print_wrapped(text, width > LEFT ? width : LEFT, LEFT);
}

static void
print_synopsis(const struct cli_tool *t)
{
	const char	*lead = _("usage:");
	int		 width = qda_text_width(lead, strlen(lead));

	for (const struct cli_action *a = t->actions; a->run; a++) {
		printf("%s%*s qda %s", a == t->actions ? lead : "",
		    a == t->actions ? 0 : width, "", t->name);
		if (a->name != NULL)
			printf(a == t->actions && a->min == 0 ? " [%s]" :
			    " %s", a->name);
		printf("%s%s\n", *a->operands ? " " : "", a->operands);
	}
}

static void
print_option(const struct cli_option *o)
{
	char	*left = qda_sprintf("%c%c%s--%s%s%s", o->letter ? '-' : ' ',
		    o->letter ? o->letter : ' ', o->letter ? ", " : "  ",
		    o->name, o->value ? " " : "", o->value ? o->value : "");

	print_two(left, _(o->help));
	free(left);
}

int
cli_help(const struct cli_tool *t)
{
	const struct cli_option	*all[CLI_MAX_OPTIONS];
	size_t			 n = cli_all_options(t, all);

	print_synopsis(t);
	putchar('\n');
	print_wrapped(_(t->summary), 0, 0);
	putchar('\n');
	for (const struct cli_action *a = t->actions; a->run; a++)
		if (a->name != NULL)
			print_two(a->name, _(a->help));
	if (t->actions[0].name != NULL)
		putchar('\n');
	for (size_t i = 0; i < n; i++)
		if (all[i]->help != NULL)
			print_option(all[i]);
	if (t->examples != NULL)
		printf("\n%s\n", _("for example:"));
	for (size_t i = 0; t->examples != NULL && t->examples[i]; i++)
		printf("  %s\n", t->examples[i]);
	return 0;
}
