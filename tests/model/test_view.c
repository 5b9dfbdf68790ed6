/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/one_case.h"

#include "model/view.h"

static struct one_case c;

static int
start(void **state)
{
	case_start(&c, "2026-05-11");
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

static struct ds_view
view_for(int64_t recipient, enum ds_purpose purpose)
{
	struct ds_view view;

	ds_view_open(&view, c.region.session->book, &c.region.arena,
	    DOSSIER_ENGLISH, recipient, purpose);
	view.allow.occasion = purpose == DS_FOR_HANDOVER;
	return view;
}

/* The first record of a kind that is Zoë's. */
static struct ds_row
first(enum ds_kind kind)
{
	struct ds_row *rows;
	size_t count;

	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, kind, ds_field_named(ds_record(kind),
	    "youth"), c.youth, NULL), DOSSIER_OK);
	assert_true(count > 0);
	return rows[0];
}

static struct ds_row
youth(void)
{
	struct ds_row row;

	assert_int_equal(ds_book_read(&row, &c.region.arena,
	    c.region.session->book, DS_YOUTH, c.youth, NULL), DOSSIER_OK);
	return row;
}

static struct ds_shown
show(struct ds_view *view, const struct ds_row *row, int field)
{
	struct ds_shown shown;

	assert_int_equal(ds_view_field(&shown, view, row, field, NULL),
	    DOSSIER_OK);
	return shown;
}

static const char *
refusal(struct ds_view *view, const struct ds_row *row, int field)
{
	const char *why;

	assert_int_equal(ds_view_judge(&why, view, row, field, NULL),
	    DOSSIER_OK);
	return why;
}

static const char *
name(struct ds_view *view, const struct ds_row *row)
{
	const char *text;

	assert_int_equal(ds_view_name(&text, view, row, NULL), DOSSIER_OK);
	return text;
}

static const char *
initials(struct ds_view *view, const struct ds_row *row)
{
	const char *text;

	assert_int_equal(ds_view_initials(&text, view, row, NULL),
	    DOSSIER_OK);
	return text;
}

static void
a_bsn_is_masked_for_who_works_here(void **state)
{
	struct ds_view view = view_for(0, DS_FOR_WORK);
	struct ds_row row = first(DS_IDENTIFIER);
	struct ds_shown shown = show(&view, &row, DS_F_IDENTIFIER_VALUE);

	assert_string_equal(shown.text, "******782");
	assert_string_equal(shown.data, "******782");
	assert_null(shown.withheld);
}

static void
a_secret_never_leaves(void **state)
{
	static const enum ds_purpose purposes[] = { DS_FOR_WORK,
	    DS_FOR_HANDOVER, DS_FOR_PARTY, DS_FOR_MATCH };
	struct ds_view view;
	int kind, i, secrets = 0;
	struct ds_row row;
	size_t p;

	for (p = 0; p < sizeof purposes / sizeof purposes[0]; p++) {
		view = view_for(c.zeist, purposes[p]);
		for (kind = 1; kind < DS_KIND_END; kind++) {
			row = case_row(&c, (enum ds_kind)kind);
			for (i = 0; i < ds_record(row.kind)->count; i++) {
				if (ds_row_class(&row, i) != DS_CLASS_NUMBER)
					continue;
				secrets++;
				assert_non_null(refusal(&view, &row, i));
			}
		}
	}
	assert_true(secrets >= 2);
}

static void
withheld_says_why_and_shows_nothing(void **state)
{
	struct ds_view view = view_for(c.zeist, DS_FOR_HANDOVER);
	struct ds_row row = first(DS_IDENTIFIER);
	struct ds_shown shown = show(&view, &row, DS_F_IDENTIFIER_VALUE);

	assert_null(shown.text);
	assert_null(shown.data);
	assert_string_equal(shown.withheld, "this number never leaves");
}

static void
a_handover_carries_ordinary_fields(void **state)
{
	struct ds_view view = view_for(c.zeist, DS_FOR_HANDOVER);
	struct ds_row row = youth();

	assert_string_equal(show(&view, &row, DS_F_YOUTH_BIRTH_DATE).data,
	    "2008-03-12");
	assert_string_equal(name(&view, &row), "Zoë van den Berg");
	assert_string_equal(initials(&view, &row), "Z.B.");
}

static void
what_a_handover_does_not_name_stays(void **state)
{
	static const enum ds_kind stay[] = { DS_IDENTIFIER, DS_MOMENT,
	    DS_DECISION, DS_DELIVERY, DS_HANDOVER, DS_SETTING };
	struct ds_view view = view_for(c.zeist, DS_FOR_HANDOVER);
	struct ds_row row;
	size_t i;
	int field;

	for (i = 0; i < sizeof stay / sizeof stay[0]; i++) {
		row = case_row(&c, stay[i]);
		for (field = 0; field < ds_record(stay[i])->count; field++)
			assert_non_null(refusal(&view, &row, field));
	}
	row = case_row(&c, DS_CONTACT);
	assert_non_null(refusal(&view, &row, DS_F_CONTACT_LOGIN));
}

static void
nothing_leaves_without_a_purpose_for_it(void **state)
{
	struct ds_view view = view_for(c.zeist, DS_FOR_WORK);
	struct ds_row row = youth();

	assert_non_null(show(&view, &row, DS_F_YOUTH_GIVEN_NAME).withheld);
	assert_string_equal(name(&view, &row), "");
	assert_string_equal(initials(&view, &row), "");
}

static void
what_was_not_recorded_is_not_withheld(void **state)
{
	struct ds_view view = view_for(c.zeist, DS_FOR_HANDOVER);
	struct ds_row row = youth();
	struct ds_shown shown = show(&view, &row, DS_F_YOUTH_MAX_KM);

	assert_null(shown.text);
	assert_null(shown.withheld);
}

static void
records_are_given_by_name_and_code(void **state)
{
	struct ds_view view = view_for(0, DS_FOR_WORK);
	struct ds_row row = first(DS_ENROLMENT);
	struct ds_shown shown = show(&view, &row, DS_F_ENROLMENT_SCHOOL);

	assert_string_equal(shown.text, "De Linde");
	assert_string_equal(shown.data, "02QZ00");
	row = first(DS_PLACEMENT);
	shown = show(&view, &row, DS_F_PLACEMENT_PLACE);
	assert_string_equal(shown.text, "Kas, Kas en Kweek");
	assert_string_equal(shown.data, "P1");
	shown = show(&view, &row, DS_F_PLACEMENT_HOURS);
	assert_true(shown.is_number);
	assert_int_equal(shown.number, 24);
	row = first(DS_WAGE_VALUE);
	assert_string_equal(show(&view, &row, DS_F_WAGE_VALUE).data, "49.9");
}

static void
a_view_remembers_what_it_gave(void **state)
{
	struct ds_view view = view_for(c.zeist, DS_FOR_HANDOVER);
	struct ds_buf given = DS_BUF_INIT;
	struct ds_row row = youth(), number = first(DS_IDENTIFIER);

	name(&view, &row);
	show(&view, &row, DS_F_YOUTH_MAX_KM);
	show(&view, &number, DS_F_IDENTIFIER_VALUE);
	ds_view_given(&given, &view);
	assert_string_equal(given.data, "youth.given_name youth.prefix "
	    "youth.family_name");
	ds_buf_free(&given);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bsn_is_masked_for_who_works_here),
		cmocka_unit_test(a_secret_never_leaves),
		cmocka_unit_test(withheld_says_why_and_shows_nothing),
		cmocka_unit_test(a_handover_carries_ordinary_fields),
		cmocka_unit_test(what_a_handover_does_not_name_stays),
		cmocka_unit_test(nothing_leaves_without_a_purpose_for_it),
		cmocka_unit_test(what_was_not_recorded_is_not_withheld),
		cmocka_unit_test(records_are_given_by_name_and_code),
		cmocka_unit_test(a_view_remembers_what_it_gave),
	};

	return cmocka_run_group_tests(tests, start, end);
}
