/* init.c: a new project. */
#include <sys/stat.h>

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "qda/coder.h"
#include "qda/field.h"
#include "qda/file.h"
#include "qda/lang.h"
#include "qda/mem.h"
#include "qda/project.h"
#include "qda/verbs.h"

/* Folders that a program copies elsewhere while a tool may be writing. */
static const char	*const synchronised[] = {
	"Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "My Drive",
	"Nextcloud", "ownCloud", "kDrive", "pCloud", "iCloud", "MEGA",
	"Seafile", "Syncthing", "Box Sync", NULL
};

static void
warn_synchronised(struct qda_act *act, const char *path)
{
	char	 whole[PATH_MAX];

	if (realpath(path, whole) == NULL)
		return;
	for (const char *const *s = synchronised; *s != NULL; s++)
		if (strcasestr(whole, *s) != NULL) {
			qda_act_say(act, _("'%s' looks like a folder that is "
			    "copied to other machines (%s): health data do "
			    "not belong there, and two copies can spoil each "
			    "other"), whole, *s);
			return;
		}
}

static int
make_directory(const char *path, struct qda_err *e)
{
	char	*dir = qda_strdup(path), *slash = strrchr(dir, '/');
	int	 rc = 0;

	if (slash != NULL && slash != dir) {
		*slash = '\0';
		if (mkdir(dir, 0777) < 0 && errno != EEXIST)
			rc = qda_fail_errno(e, _("cannot make '%s'"), dir);
	}
	free(dir);
	return rc;
}

static int
fill(struct qda_act *act, const struct qda_init *want, struct qda_err *e)
{
	int64_t	 id;
	bool	 made;

	if (qda_project_make(act->db, want->title, want->question,
	    want->language != NULL ? want->language : qda_lang_user(), e) < 0)
		return -1;
	if (want->coder == NULL)
		return 0;
	if (qda_coder_make(act->db, want->coder, &id, &made, e) < 0)
		return -1;
	return want->roles == NULL ? 0 : qda_field_set(act->db,
	    qda_field_named(qda_coder_fields, "roles"), id, want->roles, e);
}

static void
say_next(struct qda_act *act, const char *path)
{
	qda_act_say(act, _("'%s' is the project; next:"), path);
	if (strcmp(qda_file_base(path), "qda.db") != 0)
		qda_act_say(act, _("  (it is not called qda.db: name it with "
		    "-p, or in QDA_PROJECT)"));
	qda_act_say(act, "  qda import entretiens/*.docx");
	qda_act_say(act, "  qda source list");
	qda_act_say(act, "  qda edit P1");
}

/* Gives the file its name, unless something has that name already. */
static int
give_name(const char *made, const char *path, struct qda_err *e)
{
	if (link(made, path) == 0)
		return 0;
	if (errno == EEXIST || access(path, F_OK) == 0)
		return qda_fail(e, QDA_DATA, _("'%s' exists already"), path);
	if (rename(made, path) == 0)	/* a file system without links */
		return 0;
	return qda_fail_errno(e, _("cannot make '%s'"), path);
}

/*
 * The project is made under another name beside it, so that it is there with
 * all it needs, or not at all.
 */
static int
make_project(struct qda_act *act, const char *path,
    const struct qda_init *want, struct qda_err *e)
{
	char	*made = qda_sprintf("%s.%ld.new", path, (long)getpid());
	char	*journal = qda_sprintf("%s-journal", made);
	int	 rc = -1;

	if (access(path, F_OK) == 0) {
		qda_fail(e, QDA_DATA, _("'%s' exists already"), path);
		goto out;
	}
	if (qda_db_open(&act->db, made, QDA_DB_CREATE, e) == 0)
		rc = fill(act, want, e);
	qda_db_close(act->db);
	act->db = NULL;
	if (rc == 0)
		rc = give_name(made, path, e);
	unlink(made);
	unlink(journal);
out:
	free(made);
	free(journal);
	return rc;
}

int
qda_do_init(struct qda_act *act, const char *path,
    const struct qda_init *want, struct qda_err *e)
{
	if (act->dry_run) {
		qda_act_row(act, "+", path, "project");
		return 0;
	}
	if (make_directory(path, e) < 0 ||
	    make_project(act, path, want, e) < 0)
		return -1;
	warn_synchronised(act, path);
	say_next(act, path);
	return 0;
}
