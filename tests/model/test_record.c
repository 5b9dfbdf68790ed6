/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Descriptors and tables held together: what fields.h says of a record is
 * what the migrations made of its table, for every record and field.
 */
#include "store/scratch.h"

#include <locale.h>

#include "base/text.h"

static struct scratch scratch;

static int
start(void **state)
{
	const char *locale = getenv("DOSSIER_LOCALE_DIR");

	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
	if (locale != NULL)
		dossier_messages_from(locale);
	scratch_start(&scratch);
	return 0;
}

static int
end(void **state)
{
	scratch_end(&scratch);
	return 0;
}

/* Numbers stand in every event of every store: they are for ever. */
static void
test_numbers_for_ever(void **state)
{
	static const struct {
		int number;
		const char *table;
	} pinned[] = {
		{ 1, "youth" }, { 2, "identifier" }, { 3, "enrolment" },
		{ 4, "residence" }, { 5, "party" }, { 6, "contact" },
		{ 7, "contact_role" }, { 8, "place" }, { 9, "placement" },
		{ 10, "wage_value" }, { 11, "meeting" },
		{ 12, "attendance" }, { 13, "discussion" },
		{ 14, "agreement" }, { 15, "moment" }, { 16, "lead" },
		{ 17, "handover" }, { 18, "decision" }, { 19, "delivery" },
		{ 20, "pack" }, { 21, "column_map" }, { 22, "setting" },
		{ 23, "postcode" }, { 24, "opp" }, { 25, "qualification" },
		{ 26, "work_process" }, { 27, "work_profile" },
		{ 28, "life_domain" }, { 29, "register" }, { 30, "scheme" },
		{ 31, "assessment" }, { 32, "care" }, { 33, "statement" },
		{ 34, "answer" }, { 35, "person" }, { 36, "ground" },
		{ 37, "track" }, { 38, "merged" }, { 39, "receipt" },
	};
	size_t i;

	for (i = 0; i < sizeof pinned / sizeof pinned[0]; i++) {
		assert_int_equal(i + 1, pinned[i].number);
		assert_string_equal(
		    ds_record((enum ds_kind)pinned[i].number)->table,
		    pinned[i].table);
		assert_ptr_equal(ds_record_named(pinned[i].table),
		    ds_record((enum ds_kind)pinned[i].number));
	}
	assert_null(ds_record_named("txn"));
	assert_null(ds_record_named(""));
}

static void
assert_column(struct ds_stmt *stmt, const char *table, const char *name,
    const char *type, bool need)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	bool row;

	scratch_ok(ds_step(&row, stmt, &err), &err);
	if (!row)
		fail_msg("%s has no column %s", table, name);
	if (strcmp(ds_col_text(stmt, 1), name) != 0)
		fail_msg("%s: column %s where %s belongs", table,
		    ds_col_text(stmt, 1), name);
	if (strcmp(ds_col_text(stmt, 2), type) != 0)
		fail_msg("%s.%s is %s, not %s", table, name,
		    ds_col_text(stmt, 2), type);
	if (ds_col_int(stmt, 3) != 0 && !need)
		fail_msg("%s.%s may be unknown, not so in its table", table,
		    name);
}

static void
assert_table(const struct ds_record *record)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	char text[100];
	bool row;
	int i;

	snprintf(text, sizeof text, "PRAGMA table_info(\"%s\")",
	    record->table);
	scratch_ok(ds_stmt_new(&stmt, scratch.store, text, &err), &err);
	assert_column(stmt, record->table, "id", "INTEGER", true);
	assert_column(stmt, record->table, "event", "INTEGER", true);
	for (i = 0; i < record->count; i++)
		assert_column(stmt, record->table, record->fields[i].name,
		    ds_type_is_number(record->fields[i].type) ? "INTEGER" :
		    "TEXT", (record->fields[i].flags & (DS_NEED | DS_OWN)) !=
		    0);
	scratch_ok(ds_step(&row, stmt, &err), &err);
	if (row)
		fail_msg("%s has a column more: %s", record->table,
		    ds_col_text(stmt, 1));
	ds_stmt_free(stmt);
}

static void
test_tables_are_as_described(void **state)
{
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		assert_table(ds_record((enum ds_kind)kind));
}

/* And no table that nothing describes, but for the history. */
static void
test_every_table_is_described(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	bool row = true;

	scratch_ok(ds_stmt_new(&stmt, scratch.store, "SELECT name, strict "
	    "FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE "
	    "'sqlite_%' ORDER BY name", &err), &err);
	for (;;) {
		scratch_ok(ds_step(&row, stmt, &err), &err);
		if (!row)
			break;
		if (ds_col_int(stmt, 1) != 1)
			fail_msg("%s is not strict", ds_col_text(stmt, 0));
		if (strcmp(ds_col_text(stmt, 0), "txn") != 0 &&
		    strcmp(ds_col_text(stmt, 0), "event") != 0 &&
		    ds_record_named(ds_col_text(stmt, 0)) == NULL)
			fail_msg("%s is not described",
			    ds_col_text(stmt, 0));
	}
	ds_stmt_free(stmt);
}

/* A record field is a foreign key to the table of its target, and each is. */
static void
test_references(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	char text[120];
	int kind, i, count;
	bool row;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		const struct ds_record *record = ds_record((enum ds_kind)kind);

		count = 0;
		for (i = 0; i < record->count; i++)
			count += record->fields[i].type == DS_TYPE_RECORD;
		snprintf(text, sizeof text, "SELECT \"from\", \"table\" FROM "
		    "pragma_foreign_key_list('%s')", record->table);
		scratch_ok(ds_stmt_new(&stmt, scratch.store, text, &err),
		    &err);
		for (;; count--) {
			scratch_ok(ds_step(&row, stmt, &err), &err);
			if (!row)
				break;
			i = ds_field_named(record, ds_col_text(stmt, 0));
			assert_true(i >= 0);
			assert_int_equal(record->fields[i].type,
			    DS_TYPE_RECORD);
			assert_string_equal(ds_col_text(stmt, 1),
			    ds_record(record->fields[i].target)->table);
		}
		ds_stmt_free(stmt);
		if (count != 0)
			fail_msg("%s: %d references without a key",
			    record->table, count);
	}
}

static void
assert_field(const struct ds_record *record, int i)
{
	const struct ds_field *field = &record->fields[i];
	bool listed = field->type == DS_TYPE_CODE ||
	    field->type == DS_TYPE_CODES;

	assert_non_null(field->name);
	assert_true(field->label != NULL && field->label[0] != '\0');
	assert_int_equal(ds_field_named(record, field->name), i);
	if (listed != (field->codes != NULL) ||
	    (field->type == DS_TYPE_RECORD) != (field->target != 0))
		fail_msg("%s.%s: the argument is not of its type",
		    record->table, field->name);
	if (field->type == DS_TYPE_RECORD)
		assert_true(field->target > 0 &&
		    field->target < DS_KIND_END);
}

static void
test_descriptors_are_whole(void **state)
{
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		const struct ds_record *record = ds_record((enum ds_kind)kind);

		assert_int_equal(record->kind, kind);
		assert_true(record->label[0] != '\0');
		assert_true(record->count > 0 &&
		    record->count <= DS_MAX_FIELDS);
		for (i = 0; i < record->count; i++)
			assert_field(record, i);
		assert_int_equal(ds_field_named(record, "nosuch"), -1);
		if (record->nature == DS_STATE)
			assert_true(record->from >= 0 && record->until >= 0);
		if (record->from < 0)
			continue;
		assert_string_equal(record->fields[record->from].name,
		    "from");
		assert_string_equal(record->fields[record->until].name,
		    "until");
		assert_int_equal(record->fields[record->from].type,
		    DS_TYPE_DAY);
	}
}

/* ---- words in two languages ---- */

/* Translated, be it by the same word: then it comes from the catalogue. */
static void
assert_dutch(const char *english, const char *what)
{
	if (ds_tr(DOSSIER_DUTCH, english) == english)
		fail_msg("%s: \"%s\" has no Dutch", what, english);
}

static void
test_every_label_is_dutch(void **state)
{
	const struct ds_record *record;
	const struct ds_code *code;
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		assert_dutch(record->label, record->table);
		for (i = 0; i < record->count; i++) {
			assert_dutch(record->fields[i].label, record->table);
			code = record->fields[i].codes;
			for (; code != NULL && code->slug != NULL; code++)
				assert_dutch(code->label, code->slug);
		}
	}
	for (i = DS_SECTION_COMMON + 1; i < DS_SECTION_END; i++)
		assert_dutch(ds_section_label((enum ds_section)i),
		    ds_section_slug((enum ds_section)i));
}

/* By this header a column would be taken for that field. */
static bool
is_header_of(const struct ds_field *field, const char *text)
{
	const char *folded = ds_text_fold(&scratch.arena, text);
	const char *names[] = { field->name, field->label,
	    ds_tr(DOSSIER_DUTCH, field->label) };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(ds_text_fold(&scratch.arena, names[i]), folded) ==
		    0)
			return true;
	return false;
}

/* A name stands for its own field, also where another has it as label. */
static void
test_no_two_fields_have_one_label(void **state)
{
	const struct ds_field *field, *other;
	const struct ds_record *record;
	int kind, i, j;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		for (i = 0; i < record->count; i++) {
			for (j = 0; j < record->count; j++) {
				field = &record->fields[i];
				other = &record->fields[j];
				if (i == j || strcmp(field->name,
				    other->label) == 0)
					continue;
				if (is_header_of(other, field->label) ||
				    is_header_of(other, ds_tr(DOSSIER_DUTCH,
				    field->label)))
					fail_msg("%s: %s and %s are headed "
					    "the same", record->table,
					    field->name, other->name);
			}
		}
	}
	ds_arena_reset(&scratch.arena);
}

static void
assert_means(const struct ds_code *list, const struct ds_code *code,
    const char *text)
{
	const struct ds_code *found = ds_code_find(list, text);

	if (found != code)
		fail_msg("\"%s\" means %s, and not %s", text,
		    found == NULL ? "nothing" : found->slug, code->slug);
}

/* Every word of a list means its own code: slug, labels and synonyms. */
static void
assert_list(const struct ds_code *list)
{
	const struct ds_code *code;
	char *words, *word, *next;

	for (code = list; code != NULL && code->slug != NULL; code++) {
		assert_means(list, code, code->slug);
		assert_means(list, code, code->label);
		assert_means(list, code, ds_tr(DOSSIER_DUTCH, code->label));
		words = strdup(code->synonyms == NULL ? "" : code->synonyms);
		for (word = strtok_r(words, "|", &next); word != NULL;
		    word = strtok_r(NULL, "|", &next))
			assert_means(list, code, word);
		free(words);
	}
}

static void
test_no_word_means_two_codes(void **state)
{
	const struct ds_record *record;
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		for (i = 0; i < record->count; i++)
			assert_list(record->fields[i].codes);
	}
}

static void
test_codes_by_name(void **state)
{
	size_t i;

	for (i = 0; ds_codes_meeting[i].slug != NULL; i++)
		assert_string_equal(dossier_code("meeting.kind", i),
		    ds_codes_meeting[i].slug);
	assert_null(dossier_code("meeting.kind", i));
	assert_null(dossier_code("meeting.on", 0));
	assert_null(dossier_code("meeting.nosuch", 0));
	assert_null(dossier_code("nosuch.kind", 0));
	assert_null(dossier_code("meeting", 0));
	assert_null(dossier_code("", 0));
}

/* What is read by youth is found by youth. */
static void
test_every_youth_has_an_index(void **state)
{
	const struct ds_record *record;
	char text[250];
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		if (ds_field_named(record, "youth") < 0)
			continue;
		snprintf(text, sizeof text, "SELECT count(*) FROM "
		    "pragma_index_list('%s') AS list, "
		    "pragma_index_info(list.name) AS part "
		    "WHERE part.seqno = 0 AND part.name = 'youth'",
		    record->table);
		if (scratch_int(&scratch, text) == 0)
			fail_msg("%s has no index that begins with youth",
			    record->table);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_for_ever),
		cmocka_unit_test(test_tables_are_as_described),
		cmocka_unit_test(test_every_table_is_described),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_descriptors_are_whole),
		cmocka_unit_test(test_every_label_is_dutch),
		cmocka_unit_test(test_no_two_fields_have_one_label),
		cmocka_unit_test(test_no_word_means_two_codes),
		cmocka_unit_test(test_codes_by_name),
		cmocka_unit_test(test_every_youth_has_an_index),
	};

	return cmocka_run_group_tests(tests, start, end);
}
