/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A dossier out and back in: what show prints goes back in unchanged, into
 * another store it gives the same dossier, and one change is one change.
 */
#include "flows/one_case.h"
#include "flows/random_dossier.h"

#include "flows/whole.h"

#define DOSSIERS 1000
#define EDITED 20
#define EDITS 200

struct desk {
	struct region region;
	struct random_dossier random;
	struct ds_arena arena;
};

static dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

/* A store with packs, who works there, and what dossiers point to. */
static void
desk_start(struct desk *desk, uint64_t seed, bool meetings, int shift)
{
	char text[24];

	memset(desk, 0, sizeof *desk);
	region_start(&desk->region);
	region_ok(ds_library_install(desk->region.book, &err), &err);
	region_add(&desk->region, "setting", "key=home_pack", "value=nl",
	    NULL);
	region_add(&desk->region, "contact", "name=Els Bakker", NULL);
	/* Numbers of one store are not those of another. */
	while (shift-- > 0) {
		snprintf(text, sizeof text, "code=los-%d", shift);
		region_add(&desk->region, "party", text, "kind=anders",
		    NULL);
		region_add(&desk->region, "contact", "name=Los", NULL);
	}
	desk->random.seed = seed;
	desk->random.book = desk->region.book;
	desk->random.arena = &desk->arena;
	desk->random.long_part = 400;
	region_ok(random_region(&desk->random, meetings, &err), &err);
	region_close_fill(&desk->region);
	region_open(&desk->region, "2026-01-12", "Els Bakker");
	desk->random.book = desk->region.session->book;
	region_ok(ds_session_begin(desk->region.session, "test", NULL, &err),
	    &err);
}

/* What was added is written for good, and counted. */
static void
settle(struct desk *desk)
{
	dossier_session *session = desk->region.session;

	region_ok(ds_tx_commit(session->store, &err), &err);
	region_ok(ds_session_begin(session, "test", NULL, &err), &err);
}

static void
desk_end(struct desk *desk)
{
	ds_tx_rollback(desk->region.session->store);
	ds_buf_free(&desk->random.grounds);
	ds_arena_free(&desk->arena);
	region_end(&desk->region);
}

static char *
print_dossier(struct desk *desk, const char *ref)
{
	dossier_session *session = desk->region.session;
	struct ds_arena arena = {0};
	dossier_document *doc;
	struct ds_view view;
	struct ds_row youth;
	char *text;

	region_ok(ds_youth_find(&youth, &arena, session, ref, true, &err),
	    &err);
	region_ok(ds_session_view(&view, session, &arena, 0, DS_FOR_WORK,
	    &err), &err);
	region_ok(ds_whole_document(&doc, session, &view, &youth, false,
	    &err), &err);
	text = region_print(doc, DOSSIER_YAML);
	ds_arena_free(&arena);
	return text;
}

static int64_t
events(struct desk *desk)
{
	int64_t last;

	region_ok(ds_sql_int(&last, desk->region.session->store,
	    DS_SQL_EVENT_LAST, &err), &err);
	return last;
}

/* Take a text in; how many records it changes. Every fault is a failure. */
static size_t
take(struct desk *desk, const char *text, const char *reason)
{
	struct ds_arena arena = {0};
	struct ds_whole whole;
	struct ds_yaml *root;
	size_t changes;

	region_ok(ds_yaml_parse(&root, &arena, text, strlen(text), "test",
	    &err), &err);
	ds_whole_start(&whole, desk->region.session, &arena, &err);
	whole.reason = reason;
	region_ok(ds_whole_read(&whole, root, &err), &err);
	if (whole.faults == 0)
		region_ok(ds_whole_write(&whole, &err), &err);
	if (whole.faults > 0)
		fail_msg("line %d: %s\n%s", whole.fault->line,
		    whole.fault->message, text);
	changes = whole.changes;
	ds_arena_free(&arena);
	return changes;
}

/* Without what differs between two stores: numbers, and masked numbers. */
static void
drop_numbers(char *text)
{
	static const char *const keys[] = { "id: ", "- id: ", "state: ",
	    "grounds: " };
	char *from = text, *to = text, *next;
	bool skip = false, number;
	size_t i, size;

	for (; *from != '\0'; from = next) {
		next = strchr(from, '\n') + 1;
		size = (size_t)(next - from);
		if (*from != ' ')
			skip = strncmp(from, "identifier:", 11) == 0;
		number = skip;
		for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
			number = number || strncmp(from + strspn(from, " "),
			    keys[i], strlen(keys[i])) == 0;
		if (!number) {
			memmove(to, from, size);
			to += size;
		}
	}
	*to = '\0';
}

/* ---- the round trip ---- */

static void
test_goes_back_unchanged(void **state)
{
	struct desk desk, other;
	char *text, *there;
	int64_t before;
	int i;

	desk_start(&desk, 20260112, true, 0);
	desk_start(&other, 7, false, 5);
	for (i = 0; i < DOSSIERS; i++) {
		region_ok(random_dossier(&desk.random, &err), &err);
		text = print_dossier(&desk, desk.random.ref);
		before = events(&desk);
		assert_int_equal(take(&desk, text, NULL), 0);
		assert_int_equal(events(&desk), before);
		assert_true(take(&other, text, NULL) > 20);
		there = print_dossier(&other, desk.random.ref);
		drop_numbers(text);
		drop_numbers(there);
		assert_string_equal(text, there);
		free(text);
		free(there);
		ds_arena_reset(&desk.arena);
	}
	desk_end(&other);
	desk_end(&desk);
}

/* ---- one change ---- */

/* A file that names every record of the kind, and one field of one. */
static char *
one_field(struct desk *desk, const struct ds_row *rows, size_t count,
    const struct ds_row *after, int field)
{
	const struct ds_record *record = ds_record(after->kind);
	dossier_session *session = desk->region.session;
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "Dossier");
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list, *item;
	struct ds_arena arena = {0};
	struct ds_shown shown;
	struct ds_view view;
	size_t i;
	char *text;

	doc->single = true;
	region_ok(ds_session_view(&view, session, &arena, 0, DS_FOR_WORK,
	    &err), &err);
	ds_put_int(doc, map, "dossier", 1);
	ds_put_text(doc, map, "ref", desk->random.ref);
	list = ds_put_list(doc, map, record->table);
	for (i = 0; i < count; i++) {
		item = ds_put_map(doc, list, NULL);
		ds_put_int(doc, item, "id", rows[i].id);
		if (rows[i].id != after->id)
			continue;
		region_ok(ds_view_field(&shown, &view, after, field, &err),
		    &err);
		if (shown.is_number)
			ds_put_int(doc, item, record->fields[field].name,
			    shown.number);
		else
			ds_put_text(doc, item, record->fields[field].name,
			    shown.is_truth ? shown.number ? "yes" : "no" :
			    shown.data);
	}
	text = region_print(doc, DOSSIER_YAML);
	ds_arena_free(&arena);
	return text;
}

/* Fields that must agree with another field of their record. */
static bool
hangs_together(const struct ds_record *record, const struct ds_field *f)
{
	switch (record->kind) {
	case DS_AGREEMENT:
	case DS_ASSESSMENT:
	case DS_DECISION:
	case DS_QUALIFICATION:
	case DS_WAGE_VALUE:
		return f->type == DS_TYPE_DAY;
	case DS_REGISTER:
	case DS_STATEMENT:
		return f->type == DS_TYPE_CODE;
	case DS_ANSWER:
		return f->type == DS_TYPE_TEXT;
	default:
		return false;
	}
}

/* What chance may change without breaking another rule. */
static bool
may_change(const struct ds_record *record, int field)
{
	const struct ds_field *f = &record->fields[field];

	return !hangs_together(record, f) && ds_whole_holds(record, field) && !(f->flags & DS_OWN) &&
	    field != record->from && field != record->until &&
	    record->kind != DS_IDENTIFIER && record->kind != DS_GROUND &&
	    record->kind != DS_LIFE_DOMAIN &&
	    !(f->type == DS_TYPE_RECORD && f->target == DS_CONTACT) &&
	    !(f->type == DS_TYPE_RECORD && f->target == DS_MEETING);
}

static bool
edit_once(struct desk *desk, struct ds_arena *arena)
{
	struct random_dossier *r = &desk->random;
	enum ds_kind kind = (enum ds_kind)(1 + random_below(r,
	    DS_KIND_END - 1));
	const struct ds_record *record = ds_record(kind);
	int owner = ds_whole_owner(record), field, i;
	struct ds_row *rows, after, found;
	int64_t before = events(desk);
	size_t count, at;
	char *text;
	bool same;

	if (owner < 0)
		return false;
	field = random_below(r, record->count);
	if (!may_change(record, field))
		return false;
	region_ok(ds_book_list(&rows, &count, arena,
	    desk->region.session->book, kind, owner, r->youth, &err), &err);
	at = (size_t)random_below(r, (int)count);
	after = rows[at];
	r->arena = arena;
	random_value(r, &after, field);
	text = one_field(desk, rows, count, &after, field);
	same = ds_row_same(&after, &rows[at]);
	assert_int_equal(take(desk, text, NULL), same ? 0 : 1);
	assert_int_equal(events(desk), before + (same ? 0 : 1));
	region_ok(ds_book_read(&found, arena, desk->region.session->book,
	    kind, after.id, &err), &err);
	for (i = 0; i < record->count; i++)
		if (!ds_datum_same(&after.value[i], &found.value[i]))
			fail_msg("%s.%s became another:\n%s", record->table,
			    record->fields[i].name, text);
	free(text);
	return true;
}

static void
test_one_change_is_one(void **state)
{
	struct ds_arena arena = {0};
	struct desk desk;
	int i, done;

	desk_start(&desk, 99, true, 0);
	for (i = 0; i < EDITED; i++) {
		desk.random.arena = &desk.arena;
		region_ok(random_dossier(&desk.random, &err), &err);
		settle(&desk);
		for (done = 0; done < EDITS; ) {
			done += edit_once(&desk, &arena);
			ds_arena_reset(&arena);
		}
	}
	ds_arena_free(&arena);
	desk_end(&desk);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_goes_back_unchanged),
		cmocka_unit_test(test_one_change_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
