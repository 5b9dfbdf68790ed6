/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/ident.h"

typedef bool (*check)(char *out, const char *text);

/* `want` NULL: the text must be refused. */
static void
assert_ident(check is, const char *text, const char *want)
{
	char out[16];

	if (is(out, text) != (want != NULL))
		fail_msg("\"%s\" is %s", text, want ? "refused" : "taken");
	if (want != NULL)
		assert_string_equal(out, want);
}

static void
bsn(void **state)
{
	(void)state;
	assert_ident(ds_ident_bsn, "111222333", "111222333");
	assert_ident(ds_ident_bsn, "319072356", "319072356");
	assert_ident(ds_ident_bsn, "3190.72.356", "319072356");
	assert_ident(ds_ident_bsn, "319 072 356", "319072356");
	assert_ident(ds_ident_bsn, "319\xC2\xA0""072\xC2\xA0""356",
	    "319072356");
	assert_ident(ds_ident_bsn, "12345672", "012345672");
	assert_ident(ds_ident_bsn, "012345672", "012345672");
	assert_ident(ds_ident_bsn, "111222334", NULL);
	assert_ident(ds_ident_bsn, "319072365", NULL);
	assert_ident(ds_ident_bsn, "000000000", NULL);
	assert_ident(ds_ident_bsn, "00000000", NULL);
	assert_ident(ds_ident_bsn, "1234567", NULL);
	assert_ident(ds_ident_bsn, "1112223330", NULL);
	assert_ident(ds_ident_bsn, "", NULL);
	assert_ident(ds_ident_bsn, "111222333.", NULL);
	assert_ident(ds_ident_bsn, ".111222333", NULL);
	assert_ident(ds_ident_bsn, "111-222-333", NULL);
	assert_ident(ds_ident_bsn, "1,11E+08", NULL);
	assert_ident(ds_ident_bsn, "11122233A", NULL);
}

/* One wrong digit is always found: that is what the sum is for. */
static void
one_wrong_digit_is_no_bsn(void **state)
{
	char text[10], out[10];
	long number, valid = 0;
	int i;
	char c, was;

	(void)state;
	for (number = 100000000; number < 100020000; number++) {
		snprintf(text, sizeof text, "%09ld", number);
		if (!ds_ident_bsn(out, text))
			continue;
		assert_false(ds_ident_onderwijsnummer(out, text));
		valid++;
		for (i = 0; i < 9; i++) {
			was = text[i];
			for (c = '0'; c <= '9'; c++) {
				text[i] = c;
				assert_int_equal(ds_ident_bsn(out, text),
				    c == was);
			}
			text[i] = was;
		}
	}
	assert_true(valid > 1800 && valid < 1830);	/* one in eleven */
}

static void
onderwijsnummer(void **state)
{
	(void)state;
	assert_ident(ds_ident_onderwijsnummer, "101222331", "101222331");
	assert_ident(ds_ident_onderwijsnummer, "1012.22.331", "101222331");
	assert_ident(ds_ident_onderwijsnummer, "100252333", NULL);
	assert_ident(ds_ident_onderwijsnummer, "111222333", NULL);
	assert_ident(ds_ident_onderwijsnummer, "10122233", NULL);
	assert_ident(ds_ident_onderwijsnummer, "201222331", NULL);
	assert_ident(ds_ident_onderwijsnummer, "", NULL);
}

static void
excel_damage(void **state)
{
	(void)state;
	assert_true(ds_ident_scientific("1,23E+08"));
	assert_true(ds_ident_scientific("1.23E8"));
	assert_true(ds_ident_scientific("1E+08"));
	assert_true(ds_ident_scientific("3,19072e+08"));
	assert_false(ds_ident_scientific("123000000"));
	assert_false(ds_ident_scientific("1,23"));
	assert_false(ds_ident_scientific("1,23E"));
	assert_false(ds_ident_scientific("1,E8"));
	assert_false(ds_ident_scientific("1,23E+08x"));
	assert_false(ds_ident_scientific("12E3"));
	assert_false(ds_ident_scientific("E8"));
	assert_false(ds_ident_scientific(""));
}

static void
brin(void **state)
{
	(void)state;
	assert_ident(ds_ident_brin, "02QZ", "02QZ");
	assert_ident(ds_ident_brin, "02qz00", "02QZ00");
	assert_ident(ds_ident_brin, "02QZ0", NULL);
	assert_ident(ds_ident_brin, "2QZ", NULL);
	assert_ident(ds_ident_brin, "02QZ000", NULL);
	assert_ident(ds_ident_brin, "02QZ 00", NULL);
	assert_ident(ds_ident_brin, "O2QZ", NULL);
	assert_ident(ds_ident_brin, "02\xC3\x89Z", NULL);
	assert_ident(ds_ident_brin, "110A133", NULL);
	assert_ident(ds_ident_brin, "", NULL);
}

static void
postcode(void **state)
{
	(void)state;
	assert_ident(ds_ident_postcode, "3511 AB", "3511AB");
	assert_ident(ds_ident_postcode, "3511ab", "3511AB");
	assert_ident(ds_ident_postcode, "5831\xC2\xA0""CR", "5831CR");
	assert_ident(ds_ident_postcode, "0511AB", NULL);
	assert_ident(ds_ident_postcode, "3511SA", NULL);
	assert_ident(ds_ident_postcode, "3511 sd", NULL);
	assert_ident(ds_ident_postcode, "3511SS", NULL);
	assert_ident(ds_ident_postcode, "3511SB", "3511SB");
	assert_ident(ds_ident_postcode, "3511AS", "3511AS");
	assert_ident(ds_ident_postcode, "3511", NULL);
	assert_ident(ds_ident_postcode, "3511A", NULL);
	assert_ident(ds_ident_postcode, "3511ABC", NULL);
	assert_ident(ds_ident_postcode, "3511 A B", NULL);
	assert_ident(ds_ident_postcode, "", NULL);
	assert_ident(ds_ident_postcode4, "3511", "3511");
	assert_ident(ds_ident_postcode4, "3511 AB", "3511");
	assert_ident(ds_ident_postcode4, "0511", NULL);
	assert_ident(ds_ident_postcode4, "351", NULL);
	assert_ident(ds_ident_postcode4, "35111", NULL);
	assert_ident(ds_ident_postcode4, "3511 SA", NULL);
	assert_ident(ds_ident_postcode4, "3511 ", NULL);
}

static void
municipality(void **state)
{
	(void)state;
	assert_ident(ds_ident_municipality, "GM0344", "0344");
	assert_ident(ds_ident_municipality, "gm0518", "0518");
	assert_ident(ds_ident_municipality, "344", "0344");
	assert_ident(ds_ident_municipality, "0344", "0344");
	assert_ident(ds_ident_municipality, "3", "0003");
	assert_ident(ds_ident_municipality, "1961", "1961");
	assert_ident(ds_ident_municipality, "GM344", NULL);
	assert_ident(ds_ident_municipality, "0000", NULL);
	assert_ident(ds_ident_municipality, "0", NULL);
	assert_ident(ds_ident_municipality, "GM0000", NULL);
	assert_ident(ds_ident_municipality, "00344", NULL);
	assert_ident(ds_ident_municipality, "GM", NULL);
	assert_ident(ds_ident_municipality, "", NULL);
	assert_ident(ds_ident_municipality, "Utrecht", NULL);
}

static void
kvk(void **state)
{
	(void)state;
	assert_ident(ds_ident_kvk, "12345678", "12345678");
	assert_ident(ds_ident_kvk, "1234567", "01234567");
	assert_ident(ds_ident_kvk, "01234567", "01234567");
	assert_ident(ds_ident_kvk, "123456", NULL);
	assert_ident(ds_ident_kvk, "123456789", NULL);
	assert_ident(ds_ident_kvk, "00000000", NULL);
	assert_ident(ds_ident_kvk, "1234.5678", NULL);
	assert_ident(ds_ident_kvk, "", NULL);
}

static void
work_process(void **state)
{
	(void)state;
	assert_ident(ds_ident_process, "B1K1W1", "B1-K1-W1");
	assert_ident(ds_ident_process, "b1-k1-w1", "B1-K1-W1");
	assert_ident(ds_ident_process, "P2-K1-W10", "P2-K1-W10");
	assert_ident(ds_ident_process, "B12K12W12", "B12-K12-W12");
	assert_ident(ds_ident_process, "B1-K1", NULL);
	assert_ident(ds_ident_process, "B1--K1-W1", NULL);
	assert_ident(ds_ident_process, "-B1-K1-W1", NULL);
	assert_ident(ds_ident_process, "B1-K1-W1-", NULL);
	assert_ident(ds_ident_process, "B123-K1-W1", NULL);
	assert_ident(ds_ident_process, "B0-K1-W1", NULL);
	assert_ident(ds_ident_process, "K1-B1-W1", NULL);
	assert_ident(ds_ident_process, "B1 K1 W1", NULL);
	assert_ident(ds_ident_process, "", NULL);
}

static void
phone(void **state)
{
	(void)state;
	assert_true(ds_ident_is_phone("+31 6 12345678"));
	assert_true(ds_ident_is_phone("+31 (0)30-286 10 00"));
	assert_true(ds_ident_is_phone("(030) 286 10 00"));
	assert_true(ds_ident_is_phone("06-12345678"));
	assert_true(ds_ident_is_phone("06.12.34.56.78"));
	assert_false(ds_ident_is_phone("1234567"));
	assert_false(ds_ident_is_phone("1234567890123456"));
	assert_false(ds_ident_is_phone("-0612345678"));
	assert_false(ds_ident_is_phone("++31612345678"));
	assert_false(ds_ident_is_phone("+31612345678+1"));
	assert_false(ds_ident_is_phone("+31(0612345678"));
	assert_false(ds_ident_is_phone("+316)12345678"));
	assert_false(ds_ident_is_phone("+31612345678 toestel 3"));
	assert_false(ds_ident_is_phone("+A1(12345678)"));
	assert_false(ds_ident_is_phone(""));
}

/* ---- refs ---- */

#define KEY UINT64_C(0x0123456789ABCDEF)
#define REFS 2000

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
every_wrong_character_is_found(void **state)
{
	char ref[DS_REF_SIZE], out[DS_REF_SIZE], was;
	const char *c;
	uint64_t number;
	int i;

	(void)state;
	for (number = 0; number < REFS; number++) {
		ds_ref_make(ref, number, KEY);
		assert_int_equal(strlen(ref), DS_REF_SIZE - 1);
		assert_true(ds_ref_check(out, ref));
		assert_string_equal(out, ref);
		for (i = 0; i < DS_REF_SIZE - 1; i++) {
			was = ref[i];
			for (c = alphabet; *c != '\0'; c++) {
				ref[i] = *c;
				assert_int_equal(ds_ref_check(out, ref),
				    *c == was);
			}
			ref[i] = was;
		}
	}
}

static void
every_swap_of_neighbours_is_found(void **state)
{
	char ref[DS_REF_SIZE], out[DS_REF_SIZE], was;
	uint64_t number;
	int i;

	(void)state;
	for (number = 0; number < REFS; number++) {
		ds_ref_make(ref, number, KEY);
		for (i = 0; i < DS_REF_SIZE - 2; i++) {
			was = ref[i];
			ref[i] = ref[i + 1];
			ref[i + 1] = was;
			assert_int_equal(ds_ref_check(out, ref),
			    ref[i] == was);
			ref[i + 1] = ref[i];
			ref[i] = was;
		}
	}
}

static void
a_ref_is_read_as_people_copy_it(void **state)
{
	char ref[DS_REF_SIZE], typed[DS_REF_SIZE], out[DS_REF_SIZE];
	uint64_t number;
	int i;

	(void)state;
	for (number = 0; number < REFS; number++) {
		ds_ref_make(ref, number, KEY);
		for (i = 0; i < DS_REF_SIZE; i++) {
			typed[i] = ref[i];
			if (ref[i] == '1')
				typed[i] = "iIlL"[i % 4];
			if (ref[i] == '0')
				typed[i] = "oO"[i % 2];
			if (ref[i] >= 'A' && i % 2 == 0)
				typed[i] = (char)(ref[i] - 'A' + 'a');
		}
		assert_true(ds_ref_check(out, typed));
		assert_string_equal(out, ref);
	}
	assert_false(ds_ref_check(out, ""));
	ref[DS_REF_SIZE - 2] = '\0';
	assert_false(ds_ref_check(out, ref));
	assert_false(ds_ref_check(out, "0000000000"));
	assert_false(ds_ref_check(out, "UUUUUUUUU"));
	assert_false(ds_ref_check(out, "0000-0000"));
}

static int
compare_refs(const void *a, const void *b)
{
	return memcmp(a, b, DS_REF_SIZE - 1);
}

static void
no_two_numbers_share_a_ref(void **state)
{
	static char refs[100000][DS_REF_SIZE];
	size_t i;

	(void)state;
	for (i = 0; i < 100000; i++)
		ds_ref_make(refs[i], i, KEY);
	qsort(refs, 100000, DS_REF_SIZE, compare_refs);
	for (i = 1; i < 100000; i++)
		assert_int_not_equal(compare_refs(refs[i - 1], refs[i]), 0);
}

static void
stores_have_refs_of_their_own(void **state)
{
	char one[DS_REF_SIZE], other[DS_REF_SIZE];
	uint64_t number;
	int same = 0, i, alike = 0;

	(void)state;
	for (number = 1; number <= 1000; number++) {
		ds_ref_make(one, number, KEY);
		ds_ref_make(other, number, KEY + 1);
		same += strcmp(one, other) == 0;
		ds_ref_make(other, number + 1, KEY);
		for (i = 0; i < DS_REF_SIZE - 1; i++)
			alike += one[i] == other[i];
	}
	assert_int_equal(same, 0);
	/* Neighbours share a character as often as chance has it: 1 in 32. */
	assert_true(alike < 2 * 9000 / 32);
	/* Refs are printed on paper: they may never come out differently. */
	ds_ref_make(one, 1, KEY);
	assert_string_equal(one, "R024C91S6");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bsn),
		cmocka_unit_test(one_wrong_digit_is_no_bsn),
		cmocka_unit_test(onderwijsnummer),
		cmocka_unit_test(excel_damage),
		cmocka_unit_test(brin),
		cmocka_unit_test(postcode),
		cmocka_unit_test(municipality),
		cmocka_unit_test(kvk),
		cmocka_unit_test(work_process),
		cmocka_unit_test(phone),
		cmocka_unit_test(every_wrong_character_is_found),
		cmocka_unit_test(every_swap_of_neighbours_is_found),
		cmocka_unit_test(a_ref_is_read_as_people_copy_it),
		cmocka_unit_test(no_two_numbers_share_a_ref),
		cmocka_unit_test(stores_have_refs_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
