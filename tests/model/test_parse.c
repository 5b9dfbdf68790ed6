/* SPDX-License-Identifier: EUPL-1.2 */
/* What people write into a field: taken exactly, or refused and told why. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/ident.h"
#include "model/row.h"

static struct ds_arena arena;

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

static const struct ds_field *
field_of(enum ds_kind kind, int field)
{
	return &ds_record(kind)->fields[field];
}

static const char *
parse(struct ds_datum *out, const struct ds_field *field, const char *text)
{
	return ds_field_parse(out, &arena, field, text,
	    ds_day_of(2026, 1, 12));
}

static void
assert_taken(const struct ds_field *field, const char *text,
    const char *wanted)
{
	struct ds_datum datum;
	const char *fault = parse(&datum, field, text);

	if (fault != NULL)
		fail_msg("%s '%s': %s", field->name, text, fault);
	assert_true(datum.known);
	assert_string_equal(datum.text, wanted);
}

static void
assert_number(const struct ds_field *field, const char *text, int64_t wanted)
{
	struct ds_datum datum;
	const char *fault = parse(&datum, field, text);

	if (fault != NULL)
		fail_msg("%s '%s': %s", field->name, text, fault);
	assert_true(datum.known);
	assert_null(datum.text);
	assert_int_equal(datum.number, wanted);
}

static void
assert_refused(const struct ds_field *field, const char *text)
{
	struct ds_datum datum;
	const char *fault = parse(&datum, field, text);

	if (fault == NULL)
		fail_msg("%s '%s' is taken as '%s' %lld", field->name, text,
		    datum.text != NULL ? datum.text : "",
		    (long long)datum.number);
	assert_true(fault[0] != '\0');
}

static void
test_text(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH,
	    DS_F_YOUTH_GIVEN_NAME);
	char text[4002];

	assert_taken(field, "Zoë", "Zoë");
	assert_taken(field, "'; DROP TABLE youth; --",
	    "'; DROP TABLE youth; --");
	assert_taken(field, "007", "007");
	assert_refused(field, "a\x1b[31mb");
	assert_refused(field, "a\xc2\x9b" "b");
	memset(text, 'x', sizeof text);
	text[4000] = '\0';
	assert_taken(field, text, text);
	text[4000] = 'x';
	text[4001] = '\0';
	assert_refused(field, text);
}

static void
test_day(void **state)
{
	const struct ds_field *born = field_of(DS_YOUTH,
	    DS_F_YOUTH_BIRTH_DATE);
	const struct ds_field *leaves = field_of(DS_ENROLMENT,
	    DS_F_ENROLMENT_EXIT);

	assert_taken(born, "29-02-2008", "2008-02-29");
	assert_taken(born, "2008-02-29", "2008-02-29");
	assert_taken(born, "1/2/2008", "2008-02-01");
	assert_taken(born, "12-01-2026", "2026-01-12");
	assert_refused(born, "13-01-2026");
	assert_taken(leaves, "13-01-2026", "2026-01-13");
	assert_refused(leaves, "29-02-2026");
	assert_refused(leaves, "31-07-26");
	assert_refused(leaves, "juli 2026");
	assert_refused(leaves, "46234");
	assert_refused(leaves, "31-07-2026 0:00 extra");
}

static void
test_whole_number(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH, DS_F_YOUTH_HOURS);

	assert_number(field, "0", 0);
	assert_number(field, "24", 24);
	assert_number(field, "60", 60);
	assert_refused(field, "61");
	assert_refused(field, "-1");
	assert_refused(field, "24,5");
	assert_refused(field, "veel");
	assert_refused(field, "1e1");
	assert_refused(field, "99999999999999999999");
	assert_refused(field, "");
}

static void
test_percentage(void **state)
{
	const struct ds_field *field = field_of(DS_WAGE_VALUE,
	    DS_F_WAGE_VALUE);

	assert_number(field, "49,9", 4990);
	assert_number(field, "49.9", 4990);
	assert_number(field, "100", 10000);
	assert_number(field, "0", 0);
	assert_refused(field, "100,01");
	assert_refused(field, "49,999");
	assert_refused(field, "-1");
	assert_refused(field, "1.000,00");
}

static void
test_degrees(void **state)
{
	const struct ds_field *field = field_of(DS_POSTCODE,
	    DS_F_POSTCODE_LATITUDE);

	assert_number(field, "52,0907374", 520907374);
	assert_number(field, "-3.5", -35000000);
	assert_refused(field, "181");
	assert_refused(field, "-180,0000001");
	assert_refused(field, "52 NB");
}

static void
test_truth(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH,
	    DS_F_YOUTH_JOB_READY);

	assert_number(field, "ja", 1);
	assert_number(field, "JA", 1);
	assert_number(field, "1", 1);
	assert_number(field, "nee", 0);
	assert_number(field, "Onwaar", 0);
	assert_refused(field, "misschien");
	assert_refused(field, "2");
	assert_refused(field, "");
}

static void
test_code(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH, DS_F_YOUTH_SEX);

	assert_taken(field, "v", "v");
	assert_taken(field, "Vrouw", "v");
	assert_taken(field, "female", "v");
	assert_refused(field, "w");
	assert_refused(field, "");
	assert_taken(field_of(DS_ENROLMENT, DS_F_ENROLMENT_KIND), "PrO",
	    "praktijkonderwijs");
}

static void
test_codes(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH, DS_F_YOUTH_DAYS);

	assert_taken(field, "wo, ma,vr", "ma wo vr");
	assert_taken(field, "ma+di/wo", "ma di wo");
	assert_taken(field, "vr ma vr", "ma vr");
	assert_taken(field, "zo za vr do wo di ma", "ma di wo do vr za zo");
	assert_refused(field, "ma, maandagochtend");
}

static void
test_processes(void **state)
{
	const struct ds_field *field = field_of(DS_YOUTH,
	    DS_F_YOUTH_PROCESSES);

	assert_taken(field, "b1k1w2; B1-K1-W1", "B1-K1-W1 B1-K1-W2");
	assert_refused(field, "B1-K1-W1, koken");
}

static void
test_identifiers(void **state)
{
	const struct ds_field *home = field_of(DS_RESIDENCE,
	    DS_F_RESIDENCE_POSTCODE);
	const struct ds_field *four = field_of(DS_POSTCODE,
	    DS_F_POSTCODE_CODE);
	const struct ds_field *town = field_of(DS_POSTCODE,
	    DS_F_POSTCODE_MUNICIPALITY);
	const struct ds_field *ref = field_of(DS_YOUTH, DS_F_YOUTH_REF);
	char made[DS_REF_SIZE];

	assert_taken(home, "3511 ab", "3511AB");
	assert_taken(home, "3511", "3511");
	assert_refused(home, "0511AB");
	assert_refused(home, "3511A");
	assert_taken(four, "3511", "3511");
	assert_refused(four, "351");
	assert_taken(town, "344", "0344");
	assert_taken(town, "GM0344", "0344");
	assert_refused(town, "Utrecht");
	ds_ref_make(made, 5, 7);
	assert_taken(ref, made, made);
	made[0] = made[0] == 'A' ? 'B' : 'A';
	assert_refused(ref, made);
}

/* The example of a field is itself right, whatever the field is. */
static void
test_examples(void **state)
{
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		const struct ds_record *record = ds_record((enum ds_kind)kind);

		for (i = 0; i < record->count; i++) {
			const struct ds_field *field = &record->fields[i];
			const char *example = ds_field_example(field);
			struct ds_datum datum;

			assert_non_null(example);
			if (example[0] == '\0' ||
			    field->type == DS_TYPE_RECORD ||
			    (field->flags & DS_PAST) ||
			    (field->type == DS_TYPE_INT &&
			    field->number < 24))
				continue;
			if (parse(&datum, field, example) != NULL)
				fail_msg("%s.%s: %s", record->table,
				    field->name, example);
		}
	}
}

/* No memory is told as such, and the value is not known. */
static void
test_no_memory(void **state)
{
	struct ds_arena own = {0};
	struct ds_datum datum;

	ds_mem_fail_at(1);
	assert_non_null(ds_field_parse(&datum, &own, field_of(DS_YOUTH,
	    DS_F_YOUTH_GIVEN_NAME), "Zoë", ds_day_of(2026, 1, 12)));
	assert_false(datum.known);
	ds_mem_fail_at(0);
	ds_arena_free(&own);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_day),
		cmocka_unit_test(test_whole_number),
		cmocka_unit_test(test_percentage),
		cmocka_unit_test(test_degrees),
		cmocka_unit_test(test_truth),
		cmocka_unit_test(test_code),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_processes),
		cmocka_unit_test(test_identifiers),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
