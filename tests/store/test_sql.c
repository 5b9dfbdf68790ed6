/* SPDX-License-Identifier: EUPL-1.2 */
/* The named statements: each is good SQL, and each list has an order. */
#include "store/scratch.h"

static void
test_every_statement_prepares(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;
	struct ds_stmt *stmt;
	int name;

	scratch_start(&scratch);
	for (name = 0; name < DS_SQL_COUNT; name++)
		if (ds_sql(&stmt, scratch.store, (enum ds_sql)name, &err) !=
		    DOSSIER_OK)
			fail_msg("%s\n%s", err.message, ds_sql_text[name]);
	scratch_end(&scratch);
}

/* How many columns a unique index has; 0 for another. */
static int64_t
unique_columns(struct scratch *scratch, const char *index)
{
	char text[300];

	snprintf(text, sizeof text, "SELECT (SELECT \"unique\" FROM "
	    "pragma_index_list(tbl_name) AS l WHERE l.name = s.name) * "
	    "(SELECT count(*) FROM pragma_index_info(s.name)) "
	    "FROM sqlite_schema AS s WHERE s.name = '%s'", index);
	return scratch_int(scratch, text);
}

/* A step of a plan that finds at most one row: by a whole unique key. */
static bool
finds_one(struct scratch *scratch, const char *step)
{
	const char *index = strstr(step, " INDEX "), *at;
	int64_t parts = 0;
	char name[64];

	if (strstr(step, "INTEGER PRIMARY KEY (rowid=?)") != NULL)
		return true;
	if (index == NULL || sscanf(index, " INDEX %63s", name) != 1)
		return false;
	for (at = step; (at = strstr(at, "=?")) != NULL; at++)
		parts++;
	return parts > 0 && parts == unique_columns(scratch, name);
}

static bool
gives_one_row(struct scratch *scratch, const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf plan = DS_BUF_INIT;
	struct ds_stmt *stmt;
	bool row = true, one = true;

	if (strstr(text, "GROUP BY") == NULL &&
	    (strncmp(text, "SELECT count(", 13) == 0 ||
	    strncmp(text, "SELECT ifnull(max(", 18) == 0))
		return true;
	ds_buf_printf(&plan, "EXPLAIN QUERY PLAN %s", text);
	scratch_ok(ds_stmt_new(&stmt, scratch->store, plan.data, &err), &err);
	for (;;) {
		scratch_ok(ds_step(&row, stmt, &err), &err);
		if (!row)
			break;
		one = one && finds_one(scratch, ds_col_text(stmt, 3));
	}
	ds_stmt_free(stmt);
	ds_buf_free(&plan);
	return one;
}

/* A list that may come in any order is a list that differs tomorrow. */
static void
test_every_list_is_ordered(void **state)
{
	struct scratch scratch;
	const char *text;
	int name;

	scratch_start(&scratch);
	for (name = 0; name < DS_SQL_COUNT; name++) {
		text = ds_sql_text[name];
		if ((strncmp(text, "SELECT", 6) == 0 ||
		    strncmp(text, "WITH", 4) == 0) &&
		    strstr(text, "ORDER BY") == NULL &&
		    !gives_one_row(&scratch, text))
			fail_msg("not ordered: %s", text);
	}
	scratch_end(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_statement_prepares),
		cmocka_unit_test(test_every_list_is_ordered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
