/* facts.h: what the queries for reports share. */
#ifndef STUDY_FACTS_H
#define STUDY_FACTS_H

#include "db/stmt.h"
#include "qda/facts.h"

/* Tables in the place of a table: interviews (KEPT: not those of somebody who
   is not included), who is in which source, and the sample. */
#define KEPT "(participant IN" \
	" (SELECT id FROM participant WHERE outcome = 'included')" \
	" OR (participant IS NULL AND (NOT EXISTS (SELECT 1 FROM speaker" \
	"  WHERE speaker.source = source.id AND speaker.role = 'participant'" \
	"  AND speaker.participant IS NOT NULL) OR EXISTS (SELECT 1" \
	"  FROM speaker JOIN participant AS p ON p.id = speaker.participant" \
	"  WHERE speaker.source = source.id AND p.outcome = 'included'))))"
#define INTERVIEWS "(SELECT * FROM source WHERE kind IN ('interview'," \
	" 'focus-group') AND " KEPT ")"
#define LINKS "(SELECT participant, id AS source FROM source" \
	" WHERE participant IS NOT NULL UNION SELECT participant, source" \
	" FROM speaker WHERE participant IS NOT NULL" \
	" AND role = 'participant')"
#define SAMPLE "(SELECT * FROM participant WHERE kind = 'person'" \
	" AND outcome = 'included' AND id IN" \
	" (SELECT participant FROM " LINKS "))"
/* The label by which the interview i is called: that of its participant,
   NULL when it has none or several. */
#define LABEL "(SELECT CASE count(*) WHEN 1 THEN max(p.name) END" \
	" FROM participant AS p WHERE p.id = i.participant OR" \
	" (i.participant IS NULL AND p.id IN (SELECT s.participant" \
	"  FROM speaker AS s WHERE s.source = i.id" \
	"  AND s.role = 'participant')))"

/* Whether somebody else than the participant of the source s speaks in it;
   whose words a unit of source is: those of the turn it begins in, else of the
   source's participant.  Turns are read only of sources in which several may
   speak. */
#define SHARED(s) "EXISTS (SELECT 1 FROM speaker AS v" \
	" WHERE v.source = " s ".id AND v.participant IS NOT NULL" \
	" AND v.participant IS NOT " s ".participant)"
#define WHO "CASE WHEN " SHARED("source") " THEN coalesce((SELECT" \
	" speaker.participant" \
	" FROM turn JOIN speaker ON speaker.id = turn.speaker" \
	" WHERE turn.source = unit.source AND turn.revision = unit.revision" \
	" AND turn.\"start\" <= unit.\"start\"" \
	" ORDER BY turn.\"start\" DESC LIMIT 1), source.participant)" \
	" ELSE source.participant END"

/*
 * Adds a row of each row: name, also, n, m; arg is ?1 when not NULL.  On
 * failure the list is empty.
 */
int	 facts_list(struct qda_db *, struct qda_tallies *, const char *sql,
	    const char *arg, struct qda_err *) QDA_CHECKED;

/* The same about the row id: ?1 is the number as text. */
int	 facts_list_of(struct qda_db *, struct qda_tallies *, const char *sql,
	    int64_t id, struct qda_err *) QDA_CHECKED;

/* The one row of a query; 0 with rows to be stopped, or -1. */
int	 facts_row(struct db_rows **, struct qda_db *, const char *sql,
	    const char *arg, struct qda_err *) QDA_CHECKED;

/* A copy of a text column, NULL when it is empty too. */
char	*facts_text(struct db_rows *, int col);

#endif
