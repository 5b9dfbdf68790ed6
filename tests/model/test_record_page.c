/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dossier-record(5) says what the descriptors say: every section, record,
 * field and code stands in it, in both languages, so that a new one is
 * there by itself.
 */
#include "store/scratch.h"

#include <locale.h>

#include "base/file.h"

static struct ds_buf page = DS_BUF_INIT;

static int
start(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const char *build = getenv("DOSSIER_BUILD");
	const char *locale = getenv("DOSSIER_LOCALE_DIR");
	char path[500];

	if (build == NULL || locale == NULL)
		return -1;
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
	dossier_messages_from(locale);
	snprintf(path, sizeof path, "%s/share/man/man5/dossier-record.5",
	    build);
	scratch_ok(ds_file_read(&page, path, 1 << 20, &err), &err);
	return 0;
}

static int
end(void **state)
{
	ds_buf_free(&page);
	return 0;
}

/* The place after `text`, at or after `from`, which must be there. */
static const char *
after(const char *from, const char *text, const char *what)
{
	const char *at = strstr(from, text);

	if (at == NULL)
		fail_msg("%s is not in the page: %s", what, text);
	return at + strlen(text);
}

/* At the start of `at` stands the label, and the Dutch one where it differs. */
static void
assert_labels(const char *at, const char *english, const char *what)
{
	const char *dutch = ds_tr(DOSSIER_DUTCH, english);
	char text[200];

	if (strcmp(dutch, english) == 0)
		snprintf(text, sizeof text, "%s", english);
	else
		snprintf(text, sizeof text, "%s (%s)", english, dutch);
	if (strncmp(at, text, strlen(text)) != 0)
		fail_msg("%s: not \"%s\" but \"%.60s\"", what, text, at);
}

/* What is said of one field: up to where the next one begins. */
static char *
item_of(const char *from, const char *until)
{
	return strndup(from, until == NULL ? strlen(from) :
	    (size_t)(until - from) + 1);
}

static void
assert_says(const char *item, const char *words, bool wanted,
    const char *what)
{
	if ((strstr(item, words) != NULL) != wanted)
		fail_msg("%s %s \"%s\"", what, wanted ? "lacks" : "says",
		    words);
}

static void
assert_codes(const char *item, const struct ds_field *field,
    const char *what)
{
	const struct ds_code *code;
	const char *at = item;
	char mark[80];

	if (field->codes == NULL ||
	    strstr(item, "The codes are those of\n.Cm ") != NULL)
		return;
	for (code = field->codes; code->slug != NULL; code++) {
		snprintf(mark, sizeof mark, "\n.It Cm %s\n", code->slug);
		/* The line's end of one is the next one's beginning. */
		at = after(at, mark, what) - 1;
		assert_labels(at + 1, code->label, code->slug);
	}
}

/* A list that stands with another field: that field is there and has it. */
static void
assert_codes_elsewhere(const char *item, const struct ds_field *field)
{
	const char *at = strstr(item, "The codes are those of\n.Cm ");
	const struct ds_record *record;
	char table[40], name[40];
	int other;

	if (at == NULL)
		return;
	assert_int_equal(sscanf(at, "The codes are those of\n.Cm "
	    "%39[a-z_].%39[a-z_] .", table, name), 2);
	record = ds_record_named(table);
	assert_non_null(record);
	other = ds_field_named(record, name);
	assert_true(other >= 0);
	assert_ptr_equal(record->fields[other].codes, field->codes);
	assert_ptr_not_equal(&record->fields[other], field);
}

static void
assert_item(const char *item, const struct ds_record *record, int i)
{
	const struct ds_field *field = &record->fields[i];
	enum ds_section section = ds_field_section(record, i);
	char what[80], leaves[80];

	snprintf(what, sizeof what, "%s.%s", record->table, field->name);
	assert_labels(item, field->label, what);
	assert_says(item, "\nNeeded.\n", field->flags & DS_NEED, what);
	assert_says(item, "\nSet by the software.\n", field->flags & DS_OWN,
	    what);
	assert_says(item, "never leaves", field->flags & DS_SECRET, what);
	assert_says(item, "\nClass: health.\n", field->flags & DS_HEALTH,
	    what);
	assert_says(item, "\nClass: justice.\n", field->flags & DS_JUSTICE,
	    what);
	assert_says(item, "\nClass: family.\n", field->flags & DS_FAMILY,
	    what);
	snprintf(leaves, sizeof leaves, "the section\n.Cm %s .\n",
	    section == record->section ? "" : ds_section_slug(section));
	assert_says(item, section == record->section ? "the section\n" :
	    leaves, section != record->section, what);
	if (field->type == DS_TYPE_RECORD)
		assert_says(item, ds_record(field->target)->table, true,
		    what);
	else if (field->codes == NULL)
		assert_says(item, ds_field_example(field), true, what);
	assert_codes(item, field, what);
	assert_codes_elsewhere(item, field);
}

/* The whole of one record, from its heading to the next. */
static char *
block_of(const struct ds_record *record)
{
	const char *from, *until, *section;
	char mark[80];

	snprintf(mark, sizeof mark, "\n.Ss %s\n", record->table);
	from = after(page.data, mark, record->table);
	assert_labels(from, record->label, record->table);
	until = strstr(from, "\n.Ss ");
	section = strstr(from, "\n.Sh ");
	if (until == NULL || (section != NULL && section < until))
		until = section;
	return item_of(from, until);
}

static void
test_every_field(void **state)
{
	const struct ds_record *record;
	const char *at, *next;
	char *block, *item, mark[80];
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		block = block_of(record);
		at = block;
		for (i = 0; i < record->count; i++) {
			snprintf(mark, sizeof mark, "\n.It Cm %s\n",
			    record->fields[i].name);
			at = after(at, mark, record->table);
			next = NULL;
			if (i + 1 < record->count) {
				snprintf(mark, sizeof mark, "\n.It Cm %s\n%s",
				    record->fields[i + 1].name,
				    record->fields[i + 1].label);
				next = strstr(at, mark);
			}
			item = item_of(at, next);
			assert_item(item, record, i);
			free(item);
			at--;
		}
		free(block);
	}
}

static void
test_every_section(void **state)
{
	const char *at;
	char mark[80];
	int section;

	at = after(page.data, "\n.Ss Sections and classes\n", "Sections");
	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END;
	    section++) {
		snprintf(mark, sizeof mark, "\n.It Cm %s\n",
		    ds_section_slug((enum ds_section)section));
		at = after(at, mark, "a section") - 1;
		assert_labels(at + 1,
		    ds_section_label((enum ds_section)section), mark);
	}
}

/* Each nature has its own sentence under the record's heading. */
static void
test_natures(void **state)
{
	static const char *const words[] = { [DS_PLAIN] = "in place",
	    [DS_STATE] = "closes the last", [DS_MEASURED] = "side by side" };
	const struct ds_record *record;
	char *block, *list;
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		block = block_of(record);
		list = strstr(block, "\n.Bl ");
		assert_non_null(list);
		*list = '\0';
		assert_says(block, words[record->nature], true,
		    record->table);
		free(block);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_section),
		cmocka_unit_test(test_every_field),
		cmocka_unit_test(test_natures),
	};

	return cmocka_run_group_tests(tests, start, end);
}
