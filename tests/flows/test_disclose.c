/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The right of access over random dossiers with a canary in every text:
 * everything that is held appears, and nothing of another youth.
 */
#include "hard/leak_draw.h"

#define DOSSIERS 40

static struct dossier all[DOSSIERS + 1];

static int
start(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	draw_world();
	region_ok(ds_session_begin(w.region.session, "fill", NULL, &err),
	    &err);
	for (w.dossier = 1; w.dossier <= DOSSIERS; w.dossier++) {
		draw_dossier();
		all[w.dossier] = w.one;
		all[w.dossier].youth = &all[w.dossier].rows[0];
	}
	region_ok(ds_tx_commit(w.region.session->store, &err), &err);
	return 0;
}

static int
end(void **state)
{
	region_end(&w.region);
	free(w.canaries);
	return 0;
}

static const char *
ref_of(int which)
{
	return ds_row_text(all[which].youth, DS_F_YOUTH_REF);
}

static char *
disclosed(int which, bool numbers, dossier_format format)
{
	const dossier_disclose_options options = { .since = DOSSIER_NO_DAY,
	    .until = DOSSIER_NO_DAY, .to = "Zoë zelf", .numbers = numbers };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_disclose(&doc, w.region.session, ref_of(which),
	    &options, &err), &err);
	return region_print(doc, format);
}

/* Telephone and mail of family and friends. */
static bool
is_of_another(const struct ds_row *row, int field)
{
	return row->kind == DS_PERSON && (field == DS_F_PERSON_PHONE ||
	    field == DS_F_PERSON_EMAIL) && strcmp(ds_row_text(row,
	    DS_F_PERSON_NETWORK), "professioneel") != 0;
}

/* ---- every value, and no value of another ---- */

static void
hold_canaries(const char *text, int which, bool numbers)
{
	const struct canary *canary;
	const struct ds_row *row;
	char word[24];
	bool wanted;
	size_t i;

	for (i = 0; i < w.canary_count; i++) {
		canary = &w.canaries[i];
		row = &all[canary->dossier].rows[canary->row];
		/* Refs are drawn once more, without a canary. */
		if (ds_record(row->kind)->fields[canary->field].type ==
		    DS_TYPE_REF)
			continue;
		wanted = canary->dossier == which &&
		    !is_of_another(row, canary->field) && (numbers ||
		    !(ds_record(row->kind)->fields[canary->field].flags &
		    DS_SECRET));
		snprintf(word, sizeof word, "K%06zx", i);
		if ((strstr(text, word) != NULL) != wanted)
			fail_msg("dossier %d: %s of %d, %s.%s", which, word,
			    canary->dossier, ds_record(row->kind)->table,
			    ds_record(row->kind)->fields[canary->field].name);
	}
}

static void
all_that_is_held_and_nothing_of_others(void **state)
{
	int i;

	for (i = 1; i <= DOSSIERS; i++) {
		char *text = disclosed(i, i % 2 == 0, DOSSIER_JSON);

		hold_canaries(text, i, i % 2 == 0);
		free(text);
	}
}

static void
the_same_for_people(void **state)
{
	int i;

	for (i = 1; i <= DOSSIERS; i += 7) {
		char *text = disclosed(i, true, DOSSIER_HTML);

		hold_canaries(text, i, true);
		free(text);
	}
}

/* In some section the record stands with this field, which has a value. */
static bool
tells(const char *text, const struct ds_row *row, int field)
{
	const struct ds_record *record = ds_record(row->kind);
	char head[80], key[48];
	const char *at, *close, *found;

	snprintf(head, sizeof head, "\"record\":\"%s\",\"id\":%d,"
	    "\"fields\":{", record->table, (int)row->id);
	snprintf(key, sizeof key, "\"%s\":", record->fields[field].name);
	for (at = strstr(text, head); at != NULL; at = strstr(at, head)) {
		at += strlen(head) - 1;
		close = strchr(at, '}');
		found = strstr(at, key);
		if (found != NULL && found < close)
			return strncmp(found + strlen(key), "null", 4) != 0 ||
			    is_of_another(row, field);
	}
	return false;
}

static void
every_field_of_every_record(void **state)
{
	int i, f;
	size_t r;

	for (i = 1; i <= DOSSIERS; i++) {
		char *text = disclosed(i, false, DOSSIER_JSON);

		for (r = 0; r < all[i].count; r++) {
			const struct ds_row *row = &all[i].rows[r];
			const struct ds_record *record = ds_record(row->kind);

			for (f = 0; f < record->count; f++)
				if (ds_row_has(row, f) && record->fields[f]
				    .target != DS_YOUTH &&
				    !tells(text, row, f))
					fail_msg("%s.%s", record->table,
					    record->fields[f].name);
		}
		free(text);
	}
}

/* ---- what goes with it ---- */

static void
others_can_not_be_reached_with_it(void **state)
{
	size_t count = 0;
	char *text;
	int i;

	for (i = 1; i <= DOSSIERS; i++) {
		text = disclosed(i, false, DOSSIER_JSON);
		count += strstr(text, "these are the contact details of "
		    "somebody else") != NULL;
		free(text);
	}
	assert_in_range(count, 1, DOSSIERS - 1);
}

static void
to_whom_it_was_given_is_kept(void **state)
{
	char *text = disclosed(2, false, DOSSIER_JSON), *again;

	assert_non_null(strstr(text, "\"given_to\":\"Zoë zelf\""));
	again = disclosed(2, false, DOSSIER_JSON);
	assert_true(strlen(again) > strlen(text));
	free(text);
	free(again);
}

static void
the_last_day_is_not_before_the_first(void **state)
{
	const dossier_disclose_options options = {
		.since = ds_day_of(2026, 5, 2),
		.until = ds_day_of(2026, 5, 1) };
	dossier_document *doc;

	assert_int_equal(dossier_disclose(&doc, w.region.session, ref_of(1),
	    &options, NULL), DOSSIER_USAGE);
	assert_null(doc);
}

static void
no_memory_is_a_status(void **state)
{
	const dossier_disclose_options options = { .since = DOSSIER_NO_DAY,
	    .until = DOSSIER_NO_DAY };
	dossier_document *doc = NULL;
	dossier_status status;
	unsigned long n;

	for (n = 1;; n += 1 + n / 50) {
		ds_mem_fail_at(n);
		status = dossier_disclose(&doc, w.region.session, ref_of(3),
		    &options, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_not_equal(status, DOSSIER_OK);
		assert_null(doc);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_that_is_held_and_nothing_of_others),
		cmocka_unit_test(the_same_for_people),
		cmocka_unit_test(every_field_of_every_record),
		cmocka_unit_test(others_can_not_be_reached_with_it),
		cmocka_unit_test(to_whom_it_was_given_is_kept),
		cmocka_unit_test(the_last_day_is_not_before_the_first),
		cmocka_unit_test(no_memory_is_a_status),
	};

	return cmocka_run_group_tests_name("flows.disclose", tests, start,
	    end);
}
