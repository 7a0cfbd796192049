/* open.c: opening a project, and bringing its schema up to date. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/db.h"
#include "db/stmt.h"
#include "qda/embed.h"
#include "qda/lang.h"
#include "qda/mem.h"

enum { APPLICATION_ID = 0x71646131 };		/* "qda1" */

int
qda_db_newest(void)
{
	int	 n = 0;

	while (qda_schema[n].name != NULL)
		n++;
	return n;
}

static int
pragma(struct qda_db *db, const char *name, int *value, struct qda_err *e)
{
	sqlite3_stmt	*s;
	char		*sql = qda_sprintf("PRAGMA %s", name);
	int		 rc;

	rc = sqlite3_prepare_v2(db->sqlite, sql, -1, &s, NULL);
	free(sql);
	if (rc == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW) {
		*value = sqlite3_column_int(s, 0);
		sqlite3_finalize(s);
		return 0;
	}
	sqlite3_finalize(s);
	return db_failed(db, e);
}

int
db_version(struct qda_db *db, int *version, struct qda_err *e)
{
	return pragma(db, "user_version", version, e);
}

/* Each migration with its number, in a transaction of its own. */
static int
migrate(struct qda_db *db, int from, struct qda_err *e)
{
	for (int n = from; n < qda_db_newest(); n++) {
		char	*mark = qda_sprintf("PRAGMA user_version = %d;"
			    "PRAGMA application_id = %d", n + 1,
			    APPLICATION_ID);
		int	 rc;

		rc = db_exec(db, "BEGIN IMMEDIATE", e);
		if (rc == 0)
			rc = db_exec(db, qda_schema[n].bytes, e);
		if (rc == 0)
			rc = db_exec(db, mark, e);
		if (rc == 0)
			rc = db_exec(db, "COMMIT", e);
		free(mark);
		if (rc < 0) {
			sqlite3_exec(db->sqlite, "ROLLBACK", 0, 0, 0);
			return -1;
		}
	}
	return 0;
}

static bool
only_reads(enum qda_db_mode mode)
{
	return mode == QDA_DB_READ || mode == QDA_DB_GLANCE;
}

static int
check(struct qda_db *db, enum qda_db_mode mode, struct qda_err *e)
{
	int	 id, version;

	if (pragma(db, "application_id", &id, e) < 0 ||
	    db_version(db, &version, e) < 0)
		return -1;
	if (mode != QDA_DB_CREATE && id != APPLICATION_ID)
		return qda_fail(e, QDA_PROJECT, _("'%s' is not a qda project"),
		    db->path);
	if (version > qda_db_newest())
		return qda_fail(e, QDA_PROJECT, _("'%s' was made by a newer "
		    "version of qda (schema %d, this one knows %d)"),
		    db->path, version, qda_db_newest());
	if (version == qda_db_newest())
		return 0;
	if (only_reads(mode))
		return qda_fail(e, QDA_PROJECT, _("'%s' is of an older version "
		    "of qda; any command that writes brings it up to date"),
		    db->path);
	return migrate(db, version, e);
}

static int
configure(struct qda_db *db, enum qda_db_mode mode, struct qda_err *e)
{
	sqlite3	*s = db->sqlite;

	sqlite3_extended_result_codes(s, 1);
	sqlite3_busy_timeout(s, mode == QDA_DB_GLANCE ? 100 : 5000);
	sqlite3_db_config(s, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(s, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	if (only_reads(mode))
		return db_exec(db, "PRAGMA temp_store = MEMORY;"
		    "PRAGMA query_only = ON", e);
	/* what does not fit into the cache locks readers out before the end */
	return db_exec(db, "PRAGMA temp_store = MEMORY;"
	    "PRAGMA secure_delete = ON; PRAGMA cache_size = -16384", e);
}

static int
open_file(struct qda_db *db, const char *path, enum qda_db_mode mode,
    struct qda_err *e)
{
	int		 flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
	int		 rc;
	struct stat	 st;

	if (mode == QDA_DB_CREATE)
		flags |= SQLITE_OPEN_CREATE;
	else if (access(path, R_OK) < 0) {
		rc = errno;
		qda_fail_errno(e, _("cannot open the project '%s'"), path);
		e->why = QDA_PROJECT;
		errno = rc;
		return -1;
	}
	/* nobody asks how much memory is in use: no lock an allocation */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	rc = sqlite3_open_v2(path, &db->sqlite, flags, NULL);
	if (db->sqlite == NULL)
		return qda_fail(e, QDA_SYSTEM, _("out of memory"));
	if (rc == SQLITE_OK)
		return 0;
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return qda_fail(e, QDA_PROJECT, _("'%s' is a directory"), path);
	return qda_fail(e, mode == QDA_DB_CREATE ? QDA_SYSTEM : QDA_PROJECT,
	    _("cannot open '%s': %s"), path, sqlite3_errmsg(db->sqlite));
}

int
qda_db_open(struct qda_db **out, const char *path, enum qda_db_mode mode,
    struct qda_err *e)
{
	struct qda_db	*db;

	if (mode == QDA_DB_CREATE && strcmp(path, ":memory:") != 0 &&
	    access(path, F_OK) == 0)
		return qda_fail(e, QDA_DATA, _("'%s' exists already"), path);
	db = qda_alloc(1, sizeof(*db));
	db->path = qda_strdup(path);
	if (open_file(db, path, mode, e) < 0 || configure(db, mode, e) < 0 ||
	    check(db, mode, e) < 0) {
		qda_db_close(db);
		return -1;
	}
	*out = db;
	return 0;
}

void
qda_db_close(struct qda_db *db)
{
	if (db == NULL)
		return;
	qda_change_abandon(db);
	for (size_t i = 0; i < sizeof(db->kept) / sizeof(*db->kept); i++)
		for (struct db_rows *r = db->kept[i], *next; r; r = next) {
			next = r->next;
			sqlite3_finalize(r->stmt);
			free(r);
		}
	sqlite3_close_v2(db->sqlite);
	free(db->touched);
	free(db->path);
	free(db);
}

int
qda_db_find(char **found, const char *path, struct qda_err *e)
{
	char	 cwd[PATH_MAX], *slash;

	if (path == NULL || *path == '\0')
		path = getenv("QDA_PROJECT");
	if (path != NULL && *path != '\0') {
		*found = qda_strdup(path);
		return 0;
	}
	if (getcwd(cwd, sizeof(cwd)) == NULL)
		return qda_fail_errno(e, _("no working directory"));
	while ((slash = strrchr(cwd, '/')) != NULL) {
		*found = qda_sprintf("%s/qda.db", slash == cwd + strlen(cwd) - 1
		    && cwd[1] == '\0' ? "" : cwd);
		if (access(*found, F_OK) == 0)
			return 0;
		free(*found);
		*found = NULL;
		if (cwd[1] == '\0')
			break;
		slash[slash == cwd] = '\0';
	}
	return qda_fail(e, QDA_PROJECT,
	    _("no project here or above; 'qda init' makes one"));
}

int
qda_db_begin_read(struct qda_db *db, struct qda_err *e)
{
	return db_exec(db, "BEGIN", e);
}
