/* names.c: what there is of a noun, by name, for completing what is typed. */
#include <string.h>

#include "db/stmt.h"
#include "qda/names.h"
#include "study/sql.h"

enum {
	CODES, SOURCES, PEOPLE, CODERS, GUIDES, SPEAKERS, VOICES, ATTRIBUTES,
	VALUES, MEMOS, QUOTATIONS, RELATIONS, DONE, UNDONE, LABELS,
	POSITIONS
};

/* Lists give name, help; of a history the newest only: it may be long. */
const char *const qda_names_sql[] = {
	[CODES] = "SELECT name, NULL FROM code ORDER BY key",
	[SOURCES] = "SELECT name, NULL FROM source ORDER BY position, id",
	[PEOPLE] = "SELECT name, NULL FROM participant ORDER BY id",
	[CODERS] = "SELECT name, NULL FROM coder ORDER BY id",
	[GUIDES] = "SELECT version, date FROM guide ORDER BY id",
	[SPEAKERS] = "SELECT DISTINCT label, NULL FROM speaker ORDER BY label",
	[VOICES] = "SELECT label, role FROM speaker WHERE source ="
		" (SELECT id FROM source WHERE key = ?1) ORDER BY id",
	[ATTRIBUTES] = "SELECT name, NULL FROM attribute WHERE ?1 IS NULL"
		" OR noun = ?1 GROUP BY key ORDER BY position",
	[VALUES] = "SELECT DISTINCT value, NULL FROM attribute_value"
		" JOIN attribute ON attribute.id = attribute"
		" WHERE key = ?1 AND type IN ('text', 'ordered', 'yes/no')"
		" ORDER BY value",
	[MEMOS] = "SELECT CAST(id AS TEXT), coalesce(title, kind) FROM memo"
		" ORDER BY id",
	[QUOTATIONS] = "SELECT CAST(id AS TEXT), text FROM quotation"
		" ORDER BY position, id",
	[RELATIONS] = "SELECT DISTINCT type, NULL FROM relation ORDER BY type",
	[DONE] = "SELECT CAST(id AS TEXT), command FROM history"
		" WHERE state = 'done' ORDER BY id DESC LIMIT 50",
	[UNDONE] = "SELECT CAST(id AS TEXT), command FROM history"
		" WHERE state = 'undone' ORDER BY id DESC LIMIT 50",
	[LABELS] = "SELECT label, NULL FROM unit WHERE label IS NOT NULL"
		" GROUP BY label ORDER BY label",
	[POSITIONS] = "SELECT dimension_from, NULL FROM code WHERE key = ?1"
		" AND dimension_from NOT NULL"
		" UNION SELECT dimension_to, NULL FROM code WHERE key = ?1"
		" AND dimension_to NOT NULL"
		" UNION SELECT position, NULL FROM coding WHERE code ="
		" (SELECT id FROM code WHERE key = ?1)"
		" AND position NOT NULL",
	NULL
};

static const struct {
	const char	*noun;
	int		 list;
} nouns[] = {
	{ "code", CODES }, { "source", SOURCES }, { "participant", PEOPLE },
	{ "coder", CODERS }, { "guide", GUIDES }, { "speaker", SPEAKERS },
	{ "voice", VOICES },
	{ "attribute", ATTRIBUTES }, { "value", VALUES }, { "memo", MEMOS },
	{ "quotation", QUOTATIONS }, { "relation", RELATIONS },
	{ "change", DONE }, { "undone", UNDONE },
	{ "label", LABELS }, { "position", POSITIONS },
};

int
qda_names_list(struct db_rows **walk, struct qda_db *db, const char *noun,
    const char *of, struct qda_err *e)
{
	*walk = NULL;
	for (size_t i = 0; i < sizeof(nouns) / sizeof(*nouns); i++)
		if (strcmp(nouns[i].noun, noun) == 0)
			return db_ask(walk, db, e,
			    qda_names_sql[nouns[i].list],
			    strstr(qda_names_sql[nouns[i].list], "?1") ? "t" :
			    "", of);
	return 0;
}

int
qda_names_next(struct db_rows *walk, const char **name, const char **help,
    struct qda_err *e)
{
	int	 more = walk == NULL ? 0 : db_next(walk, e);

	if (more <= 0)
		return more;
	*name = db_text(walk, 0);
	*help = db_text(walk, 1);
	return 1;
}
