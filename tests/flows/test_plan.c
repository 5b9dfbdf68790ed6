/* SPDX-License-Identifier: EUPL-1.2 */
/* From a header to a plan: recognised, mapped, or refused with what lacks. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/status.h"
#include "flows/sheet.h"

#define MAX 40

static struct ds_arena arena;
static const char *fields[MAX];

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

/* A header of names with a | between. */
static struct ds_csv_row
header(const char *names)
{
	struct ds_csv_row row = { .number = 1, .fields = fields };
	char *copy = ds_arena_dup(&arena, names), *name;

	while ((name = strsep(&copy, "|")) != NULL) {
		assert_true(row.count < MAX);
		fields[row.count++] = name;
	}
	return row;
}

static dossier_status
plan_of(struct ds_plan *plan, const char *names, const char *kind,
    const char *set, dossier_error *err)
{
	struct ds_csv_row row = header(names);
	const char *sets[] = { set };

	ds_error_reset(err);
	return ds_plan_make(plan, &arena, &row,
	    kind == NULL ? NULL : ds_sheet_named(kind), sets, set != NULL,
	    err);
}

/* Every column of the header by its stable name; "-" is left out. */
static void
assert_plan(const char *names, const char *kind, const char *set,
    const char *sheet, const char *wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf found = DS_BUF_INIT;
	struct ds_plan plan;
	size_t i;

	if (plan_of(&plan, names, kind, set, &err) != DOSSIER_OK)
		fail_msg("%s: %s", names, err.message);
	assert_string_equal(plan.sheet->name, sheet);
	for (i = 0; i < plan.count; i++)
		ds_buf_printf(&found, "%s%s", i > 0 ? "|" : "",
		    plan.target[i] < 0 ? "-" :
		    plan.sheet->columns[plan.target[i]].name);
	assert_string_equal(found.data, wanted);
	ds_buf_free(&found);
}

static void
assert_refused(const char *names, const char *kind, const char *set,
    dossier_status wanted, const char *words)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_plan plan;

	assert_int_equal(plan_of(&plan, names, kind, set, &err), wanted);
	if (strstr(err.message, words) == NULL &&
	    strstr(err.advice, words) == NULL)
		fail_msg("%s: says %s %s", names, err.message, err.advice);
}

static void
test_recognised(void **state)
{
	assert_plan("Stamnummer|Roepnaam|Achternaam|BRIN", NULL, NULL,
	    "youth", "pupil_number|given_name|family_name|school");
	assert_plan("LEERLING NUMMER|achter_naam|Geb.datum|B.R.I.N.", NULL,
	    NULL, "youth", "pupil_number|family_name|birth_date|school");
	assert_plan("pupil_number|given_name|family_name|school", NULL, NULL,
	    "youth", "pupil_number|given_name|family_name|school");
	assert_plan("Code|Soort|Naam|Telefoon|E-mail|Postcode", NULL, NULL,
	    "party", "code|kind|name|phone|email|postcode");
	assert_plan("Naam|Organisatie|Rol|Voor school|Telefoon|E-mail|Van|"
	    "Tot", NULL, NULL, "contact",
	    "name|party|role|about|phone|email|from|until");
	assert_plan("postcode|woonplaats|latitude|longitude|gemeentecode",
	    NULL, NULL, "postcode",
	    "code|place|latitude|longitude|municipality");
	assert_plan("gemeentecode|gemeente|arbeidsmarktregio|"
	    "doorstroompuntregio", NULL, NULL, "municipality",
	    "code|name|labour_region|doorstroom_region");
}

/* Magister's own list, which has no school. */
static void
test_set_fills_the_gap(void **state)
{
	static const char list[] = "Stamnummer|Roepnaam|Tussenvoegsel|"
	    "Achternaam|Klas|Schoolfoto";

	assert_plan(list, NULL, "school=02QZ00", "youth",
	    "pupil_number|given_name|prefix|family_name|class|-");
	assert_plan(list, NULL, "BRIN=02QZ00", "youth",
	    "pupil_number|given_name|prefix|family_name|class|-");
	assert_refused(list, NULL, NULL, DOSSIER_INVALID, "school");
	assert_refused(list, NULL, "school", DOSSIER_USAGE, "FIELD=VALUE");
	assert_refused(list, "youth", "schol=02QZ00", DOSSIER_USAGE,
	    "schol=02QZ00");
}

static void
test_a_header_twice(void **state)
{
	assert_plan("Stamnummer|Leerlingnummer|Roepnaam|BRIN", NULL, NULL,
	    "youth", "pupil_number|-|given_name|school");
}

static void
test_not_recognised(void **state)
{
	assert_refused("a|b|c", NULL, NULL, DOSSIER_INVALID, "header");
	assert_refused("", NULL, NULL, DOSSIER_INVALID, "header");
	assert_refused("Naam|Organisatie", "contact", NULL, DOSSIER_INVALID,
	    "role");
}

static dossier_status
map(struct ds_plan *plan, const char *names, const char *text,
    dossier_error *err)
{
	struct ds_csv_row row = header(names);

	ds_error_reset(err);
	return ds_plan_map(plan, &arena, &row, text, strlen(text),
	    "map.yaml", NULL, 0, err);
}

static void
test_map(void **state)
{
	static const char text[] = "kind: youth\ncolumns:\n"
	    "  Nr in pakket: pupil_number\n  vestiging-code: school\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_plan plan;

	if (map(&plan, "NR IN PAKKET|Roepnaam|Vestigingcode", text, &err) !=
	    DOSSIER_OK)
		fail_msg("%s", err.message);
	assert_string_equal(plan.sheet->columns[plan.target[0]].name,
	    "pupil_number");
	assert_string_equal(plan.sheet->columns[plan.target[1]].name,
	    "given_name");
	assert_string_equal(plan.sheet->columns[plan.target[2]].name,
	    "school");
}

static void
test_map_refused(void **state)
{
	static const struct {
		const char *text;
		int line;
	} wrong[] = {
		{ "", 1 },
		{ "kind: youth\n", 1 },
		{ "kind: jongere\ncolumns:\n  a: school\n", 1 },
		{ "kind: youth\ncolumns:\n  a: school\n  b: schol\n", 4 },
		{ "kind: youth\ncolumns:\n  a: [school]\n", 3 },
		{ "kind: youth\ncolumns: x\n", 0 },
		{ "kind: youth\ncolumns:\n\ta: school\n", 3 },
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_plan plan;
	size_t i;

	for (i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		if (map(&plan, "a|b", wrong[i].text, &err) !=
		    DOSSIER_INVALID)
			fail_msg("taken: %s", wrong[i].text);
		assert_string_equal(err.file, "map.yaml");
		if (wrong[i].line != 0)
			assert_int_equal(err.line, wrong[i].line);
	}
	/* Right as a map, but what a youth needs is not there. */
	assert_int_equal(map(&plan, "a|b",
	    "kind: youth\ncolumns:\n  a: school\n", &err), DOSSIER_INVALID);
}

static void
test_fingerprint(void **state)
{
	const char *one, *same, *other;
	struct ds_csv_row row = header("Stam nummer|Roepnaam");

	assert_int_equal(ds_plan_fingerprint(&one, &arena, &row, NULL),
	    DOSSIER_OK);
	assert_int_equal(strlen(one), 64);
	row = header("STAMNUMMER|roepnaam");
	assert_int_equal(ds_plan_fingerprint(&same, &arena, &row, NULL),
	    DOSSIER_OK);
	assert_string_equal(one, same);
	row = header("Stamnummer|Roep|naam");
	assert_int_equal(ds_plan_fingerprint(&other, &arena, &row, NULL),
	    DOSSIER_OK);
	assert_string_not_equal(one, other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recognised),
		cmocka_unit_test(test_set_fills_the_gap),
		cmocka_unit_test(test_a_header_twice),
		cmocka_unit_test(test_not_recognised),
		cmocka_unit_test(test_map),
		cmocka_unit_test(test_map_refused),
		cmocka_unit_test(test_fingerprint),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
