/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The fictional region: as large as promised, the same on the same day,
 * sound, dated around its day, nobody real in it, and its first dossier is
 * one to show.
 */
#include "flows/region.h"

#include "base/ident.h"
#include "flows/sample.h"

static const char *const days[] = { "2026-03-02", "2026-07-20", "2026-08-01",
	"2027-12-31", "2028-02-29" };
#define DAYS (sizeof days / sizeof days[0])

static void
make(struct region *region, const char *day)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_start(region);
	region_add(region, "contact", "name=Els Bakker", NULL);
	region_add(region, "setting", "key=ref_key", "value=7a3d1f5b", NULL);
	region_add(region, "setting", "key=home_pack", "value=drechtsteden",
	    NULL);
	region_ok(ds_library_install(region->book, &err), &err);
	region_close_fill(region);
	region_open(region, day, "Els Bakker");
	region_ok(ds_session_begin(region->session, NULL, NULL, &err), &err);
	region_ok(ds_sample_fill(region->session, &err), &err);
	region_ok(ds_tx_commit(region->session->store, &err), &err);
}

static dossier_status
count(const struct ds_row *row, void *payload, dossier_error *err)
{
	const char *kind;
	size_t *counts = payload;

	counts[0]++;
	if (row->kind != DS_PARTY)
		return DOSSIER_OK;
	kind = ds_row_text(row, DS_F_PARTY_KIND);
	counts[1] += strcmp(kind, "school") == 0;
	counts[2] += strcmp(kind, "gemeente") == 0;
	return DOSSIER_OK;
}

static size_t
how_many(struct region *region, enum ds_kind kind, size_t counts[3])
{
	memset(counts, 0, 3 * sizeof counts[0]);
	assert_int_equal(ds_book_each(region->session->book, kind, -1, 0,
	    count, counts, NULL), DOSSIER_OK);
	return counts[0];
}

static void
test_size(void **state)
{
	struct region region;
	size_t counts[3], i;

	for (i = 0; i < DAYS; i++) {
		make(&region, days[i]);
		assert_in_range(how_many(&region, DS_YOUTH, counts), 840, 860);
		assert_int_equal(how_many(&region, DS_PLACE, counts), 300);
		how_many(&region, DS_PARTY, counts);
		assert_int_equal(counts[1], 40);
		assert_int_equal(counts[2], 12);
		assert_int_equal(how_many(&region, DS_IDENTIFIER, counts), 0);
		region_end(&region);
	}
}

/* ---- the same, and sound ---- */

static dossier_status
add_image(const struct ds_row *row, void *payload, dossier_error *err)
{
	ds_row_image(payload, row);
	return DOSSIER_OK;
}

static void
all_images(struct ds_buf *out, struct region *region)
{
	enum ds_kind kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		assert_int_equal(ds_book_each(region->session->book, kind,
		    -1, 0, add_image, out, NULL), DOSSIER_OK);
	assert_false(out->failed);
}

static void
test_same_day_same_region(void **state)
{
	struct ds_buf one = DS_BUF_INIT, two = DS_BUF_INIT;
	struct ds_buf other = DS_BUF_INIT;
	struct region region;

	make(&region, days[0]);
	all_images(&one, &region);
	region_end(&region);
	make(&region, days[0]);
	all_images(&two, &region);
	region_end(&region);
	make(&region, days[3]);
	all_images(&other, &region);
	region_end(&region);
	assert_string_equal(one.data, two.data);
	assert_string_not_equal(one.data, other.data);
	ds_buf_free(&one);
	ds_buf_free(&two);
	ds_buf_free(&other);
}

static void
report(const char *message, void *payload)
{
	fail_msg("%s", message);
}

static dossier_status
check_row(const struct ds_row *row, void *payload, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	const dossier_day *today = payload;
	struct ds_arena arena = {0};
	const char *fault;
	struct ds_datum datum;
	int i, field;

	assert_null(ds_row_fault(row, &field));
	for (i = 0; i < record->count; i++) {
		if (!row->value[i].known ||
		    ds_type_is_number(record->fields[i].type))
			continue;
		/* What stands there is what intake would have put there. */
		fault = ds_field_parse(&datum, &arena, &record->fields[i],
		    row->value[i].text, *today);
		if (fault != NULL || strcmp(datum.text,
		    row->value[i].text) != 0)
			fail_msg("%s.%s: %s", record->table,
			    record->fields[i].name, row->value[i].text);
	}
	ds_arena_free(&arena);
	return DOSSIER_OK;
}

static void
test_sound(void **state)
{
	static const enum ds_kind kinds[] = { DS_YOUTH, DS_ENROLMENT,
		DS_RESIDENCE, DS_PARTY, DS_CONTACT, DS_CONTACT_ROLE, DS_PLACE,
		DS_PLACEMENT, DS_WAGE_VALUE, DS_MEETING, DS_ATTENDANCE,
		DS_DISCUSSION, DS_AGREEMENT, DS_MOMENT, DS_LEAD, DS_HANDOVER,
		DS_DECISION, DS_DELIVERY, DS_POSTCODE };
	struct region region;
	size_t counts[3], i, j;
	bool sound = true;

	for (i = 0; i < DAYS; i++) {
		make(&region, days[i]);
		assert_int_equal(ds_book_check(&sound, region.session->book,
		    report, NULL, NULL), DOSSIER_OK);
		assert_true(sound);
		for (j = 0; j < sizeof kinds / sizeof kinds[0]; j++) {
			assert_true(how_many(&region, kinds[j], counts) > 0);
			assert_int_equal(ds_book_each(region.session->book,
			    kinds[j], -1, 0, check_row,
			    &region.session->today, NULL), DOSSIER_OK);
		}
		region_end(&region);
	}
}

/* ---- days ---- */

/* What happened lies behind; what is planned, not far ahead. */
static dossier_status
check_days(const struct ds_row *row, void *payload, dossier_error *err)
{
	static const int happened[DS_KIND_END] = {
		[DS_MEETING] = DS_F_MEETING_ON, [DS_MOMENT] = DS_F_MOMENT_ON,
		[DS_WAGE_VALUE] = DS_F_WAGE_MEASURED_ON,
		[DS_HANDOVER] = DS_F_HANDOVER_ON,
		[DS_DELIVERY] = DS_F_DELIVERY_ON,
		[DS_AGREEMENT] = DS_F_AGREEMENT_ON,
		[DS_DECISION] = DS_F_DECISION_ON,
		[DS_YOUTH] = DS_F_YOUTH_OPENED_ON
	};
	const struct ds_record *record = ds_record(row->kind);
	const dossier_day *today = payload;
	dossier_day day;
	int i;

	for (i = 0; i < record->count; i++) {
		if (record->fields[i].type != DS_TYPE_DAY ||
		    !ds_row_has(row, i))
			continue;
		day = ds_row_day(row, i);
		assert_true(day.number < today->number + 4 * 366);
		assert_true(day.number > today->number - 25 * 366);
		if (happened[row->kind] == i && day.number >= today->number)
			fail_msg("%s %lld lies ahead", record->table,
			    (long long)row->id);
	}
	return DOSSIER_OK;
}

struct lane {
	int64_t youth;
	int32_t until;
};

/* Leads of one youth stand in order and never overlap. */
static dossier_status
check_lane(const struct ds_row *row, void *payload, dossier_error *err)
{
	struct ds_span span = ds_row_span(row);
	struct lane *lane = payload;

	if (ds_row_int(row, DS_F_LEAD_YOUTH) == lane->youth &&
	    span.from.number <= lane->until)
		fail_msg("leads of youth %lld overlap",
		    (long long)lane->youth);
	lane->youth = ds_row_int(row, DS_F_LEAD_YOUTH);
	lane->until = ds_day_known(span.until) ? span.until.number :
	    INT32_MAX;
	return DOSSIER_OK;
}

static void
test_days(void **state)
{
	struct lane lane = { 0, 0 };
	struct region region;
	enum ds_kind kind;
	size_t i;

	for (i = 0; i < DAYS; i++) {
		make(&region, days[i]);
		for (kind = 1; kind < DS_KIND_END; kind++)
			assert_int_equal(ds_book_each(region.session->book,
			    kind, -1, 0, check_days, &region.session->today,
			    NULL), DOSSIER_OK);
		lane.youth = 0;
		assert_int_equal(ds_book_each(region.session->book, DS_LEAD,
		    -1, 0, check_lane, &lane, NULL), DOSSIER_OK);
		region_end(&region);
	}
}

/* ---- nobody real ---- */

/* Mail that cannot arrive, numbers and codes that are given to nobody. */
static dossier_status
check_fiction(const struct ds_row *row, void *payload, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	const char *text, *end;
	int i;

	for (i = 0; i < record->count; i++) {
		text = ds_row_text(row, i);
		if (text == NULL)
			continue;
		if (strcmp(record->fields[i].name, "email") == 0) {
			end = strrchr(text, '.');
			assert_string_equal(end, ".example");
		}
		if (strcmp(record->fields[i].name, "phone") == 0) {
			assert_true(ds_ident_is_phone(text));
			assert_non_null(strstr(text, "-0000"));
		}
		if (strcmp(record->fields[i].name, "postcode") == 0)
			assert_in_range(atol(text), 8942, 8999);
	}
	if (row->kind != DS_PARTY)
		return DOSSIER_OK;
	text = ds_row_text(row, DS_F_PARTY_CODE);
	if (strcmp(ds_row_text(row, DS_F_PARTY_KIND), "school") == 0 ||
	    strcmp(ds_row_text(row, DS_F_PARTY_KIND), "gemeente") == 0)
		assert_memory_equal(text, "99", 2);
	return DOSSIER_OK;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
test_fiction(void **state)
{
	static const enum ds_kind kinds[] = { DS_YOUTH, DS_PARTY, DS_CONTACT,
		DS_RESIDENCE, DS_PLACE };
	struct region region;
	const char *names[400];
	struct ds_row *rows;
	size_t i, found;

	make(&region, days[0]);
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		assert_int_equal(ds_book_each(region.session->book, kinds[i],
		    -1, 0, check_fiction, NULL, NULL), DOSSIER_OK);
	assert_int_equal(ds_book_list(&rows, &found, &region.arena,
	    region.session->book, DS_CONTACT, -1, 0, NULL), DOSSIER_OK);
	assert_true(found < sizeof names / sizeof names[0]);
	for (i = 0; i < found; i++)
		names[i] = ds_row_text(&rows[i], DS_F_CONTACT_NAME);
	qsort(names, found, sizeof names[0], by_text);
	for (i = 1; i < found; i++)
		assert_string_not_equal(names[i - 1], names[i]);
	region_end(&region);
}

/* ---- the one to show ---- */

/* The first ref in a report's JSON. */
static void
first_ref(char out[DOSSIER_REF_SIZE], struct region *region,
    const char *name)
{
	const dossier_report_options options = { .name = name, .within = 60 };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;
	const char *at;
	char *text;

	region_ok(dossier_report(&doc, region->session, &options, &err),
	    &err);
	text = region_print(doc, DOSSIER_JSON);
	at = strstr(text, "\"ref\":\"");
	assert_non_null(at);
	snprintf(out, DOSSIER_REF_SIZE, "%.9s", at + strlen("\"ref\":\""));
	free(text);
}

static size_t
of_youth(struct region *region, enum ds_kind kind, int64_t youth,
    struct ds_row **rows)
{
	size_t found;

	assert_int_equal(ds_book_list(rows, &found, &region->arena,
	    region->session->book, kind,
	    ds_field_named(ds_record(kind), "youth"), youth, NULL),
	    DOSSIER_OK);
	return found;
}

static void
test_first_is_worth_showing(void **state)
{
	char ref[DOSSIER_REF_SIZE], due[DOSSIER_REF_SIZE];
	struct ds_row youth, *rows;
	struct region region;
	int ahead;
	size_t i;

	for (i = 0; i < DAYS; i++) {
		make(&region, days[i]);
		first_ref(ref, &region, "caseload");
		first_ref(due, &region, "due");
		assert_string_equal(ref, due);
		assert_int_equal(ds_youth_find(&youth, &region.arena,
		    region.session, ref, true, NULL), DOSSIER_OK);
		assert_int_equal(of_youth(&region, DS_HANDOVER, youth.id,
		    &rows), 0);
		assert_int_equal(of_youth(&region, DS_WAGE_VALUE, youth.id,
		    &rows), 1);
		assert_int_equal(of_youth(&region, DS_RESIDENCE, youth.id,
		    &rows), 1);
		assert_int_equal(of_youth(&region, DS_ENROLMENT, youth.id,
		    &rows), 1);
		ahead = ds_row_day(&rows[0], DS_F_ENROLMENT_EXIT).number -
		    region.session->today.number;
		assert_in_range(ahead, 1, 182);
		region_end(&region);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_same_day_same_region),
		cmocka_unit_test(test_sound),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_fiction),
		cmocka_unit_test(test_first_is_worth_showing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
