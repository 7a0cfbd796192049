/* cli_help.c: -h, from the tables of a tool. */
#include <stdlib.h>
#include <string.h>

#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/text.h"
#include "tools/cli_parts.h"

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

	printf("  %-26s  %s\n", left, _(o->help));
	free(left);
}

int
cli_help(const struct cli_tool *t)
{
	const struct cli_option	*all[CLI_MAX_OPTIONS];
	size_t			 n = cli_all_options(t, all);

	print_synopsis(t);
	printf("\n%s\n\n", _(t->summary));
	for (const struct cli_action *a = t->actions; a->run; a++)
		if (a->name != NULL)
			printf("  %-26s  %s\n", a->name, _(a->help));
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
