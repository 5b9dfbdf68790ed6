/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* ---- normal forms ---- */

static void
nfc(void **state)
{
	static const struct {
		const char *text, *want;	/* NULL: the text itself */
	} cases[] = {
		{ "", NULL },
		{ "gewone tekst", NULL },
		{ "Zo\xC3\xAB", NULL },
		{ "\xE2\x82\xAC 5", NULL },
		{ "Zoe\xCC\x88", "Zo\xC3\xAB" },
		{ "o\xCC\xA3\xCC\x82", "\xE1\xBB\x99" },
		{ "\xE2\x84\xAB", "\xC3\x85" },		/* angstrom sign */
		{ "\xC7\xB0", NULL }
	};
	struct ds_arena arena = { 0 };
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		got = ds_text_nfc(&arena, cases[i].text);
		if (cases[i].want == NULL)
			assert_ptr_equal(got, cases[i].text);
		else
			assert_string_equal(got, cases[i].want);
	}
	ds_arena_free(&arena);
}

static void
long_texts_are_normalised_too(void **state)
{
	char text[3001] = "", want[2001] = "";
	struct ds_arena arena = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 1000; i++) {
		memcpy(text + 3 * i, "e\xCC\x88", 4);
		memcpy(want + 2 * i, "\xC3\xAB", 3);
	}
	assert_string_equal(ds_text_nfc(&arena, text), want);
	memset(want, 'e', 1000);
	want[1000] = '\0';
	assert_string_equal(ds_text_fold(&arena, text), want);
	ds_arena_free(&arena);
}

static void
folded(void **state)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ "Klassenmentor 1", "klassenmentor1" },
		{ "BEVOEGD GEZAG-NUMMER", "bevoegdgezagnummer" },
		{ "  E_mail.adres\t", "emailadres" },
		{ "Zoë", "zoe" },
		{ "ZOË", "zoe" },
		{ "Zoe\xCC\x88", "zoe" },
		{ "Yıldız İpek", "yildizipek" },
		{ "Søren Łukasz Đorđe", "sorenlukaszdorde" },
		{ "Große", "grosse" },
		{ "ĳsbrand Ĳ", "ijsbrandij" },
		{ "été\xC2\xA0" "fini", "etefini" },
		{ "ﬁets", "fiets" },
		{ "№ ℌ", "noh" },
		{ "Ёлка", "елка" },
		{ "ΣΊΣΥΦΟΣ", "σισυφοσ" },
		{ "🙂", "🙂" }
	};
	struct ds_arena arena = { 0 };
	const char *once;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		once = ds_text_fold(&arena, cases[i][0]);
		assert_string_equal(once, cases[i][1]);
		assert_string_equal(ds_text_fold(&arena, once), once);
	}
	ds_arena_free(&arena);
}

static void
no_memory_is_told(void **state)
{
	struct ds_arena arena = { 0 };

	(void)state;
	ds_mem_fail_at(1);
	assert_null(ds_text_fold(&arena, "Jan"));
	ds_mem_fail_at(1);
	assert_null(ds_text_fold(&arena, "Zoë"));
	ds_mem_fail_at(1);
	assert_null(ds_text_nfc(&arena, "Zoe\xCC\x88"));
	ds_mem_fail_at(1);
	assert_non_null(ds_text_nfc(&arena, "Zoë"));
	ds_mem_fail_at(0);
	ds_arena_free(&arena);
}

/* ---- blanks and width ---- */

static void
trimmed(void **state)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ "   ", "" },
		{ "Jan", "Jan" },
		{ " \t Jan de  Boer\r\n", "Jan de  Boer" },
		{ "\xC2\xA0" "Jan\xC2\xA0", "Jan" },
		{ "\xE2\x80\xAF" "Jan\xE2\x80\x87 ", "Jan" },
		{ "\xC2\xA0\xC2\xA0", "" },
		{ "\xC3\xA0", "\xC3\xA0" },
		{ "a\xC2\xA0" "b", "a\xC2\xA0" "b" }
	};
	char text[32];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		snprintf(text, sizeof text, "%s", cases[i][0]);
		assert_ptr_equal(ds_text_trim(text), text);
		assert_string_equal(text, cases[i][1]);
	}
}

static void
width(void **state)
{
	(void)state;
	assert_int_equal(ds_text_width(""), 0);
	assert_int_equal(ds_text_width("Zoe"), 3);
	assert_int_equal(ds_text_width("Zoë"), 3);
	assert_int_equal(ds_text_width("Zoe\xCC\x88"), 3);
	assert_int_equal(ds_text_width("€ 5 – ja"), 8);
	assert_int_equal(ds_text_width("王小明"), 6);
}

/* ---- did you mean ---- */

static void
nearest(void **state)
{
	static const char *const words[] = {
		"intake", "match", "handover", "report", "show", "log"
	};
	static const char *const cases[][2] = {	/* typed, meant */
		{ "intake", "intake" },
		{ "intak", "intake" },
		{ "intkae", "intake" },
		{ "INTAKE", "intake" },
		{ "hanover", "handover" },
		{ "handovre", "handover" },
		{ "raport", "report" },
		{ "reoprr", "report" },
		{ "shwo", "show" },
		{ "lgo", "log" },
		{ "l", NULL },
		{ "lo", NULL },
		{ "mtahc", "match" },
		{ "hxndxvxr", NULL },
		{ "verify", NULL },
		{ "", NULL }
	};
	char longer[200];
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		got = ds_text_nearest(cases[i][0], words, COUNT(words));
		assert_string_equal(got == NULL ? "none" : got,
		    cases[i][1] == NULL ? "none" : cases[i][1]);
	}
	memset(longer, 'x', sizeof longer - 1);
	longer[sizeof longer - 1] = '\0';
	assert_null(ds_text_nearest(longer, words, COUNT(words)));
	assert_null(ds_text_nearest("intake", words, 0));
}

static void
nearest_counts_letters_and_not_bytes(void **state)
{
	static const char *const words[] = { "Achternaam", "Coördinator" };

	(void)state;
	assert_string_equal(ds_text_nearest("Coordinator", words, 2),
	    "Coördinator");
	assert_string_equal(ds_text_nearest("CÖÖRDINATOR", words, 2),
	    "Coördinator");
}

/* ---- decimals ---- */

static void
decimals_are_read_exactly(void **state)
{
	static const struct {
		const char *text;
		int scale;
		int64_t value;
	} cases[] = {
		{ "49,9", 2, 4990 }, { "49.9", 2, 4990 }, { "50", 2, 5000 },
		{ "49,90", 2, 4990 }, { "-0,05", 2, -5 }, { "0", 0, 0 },
		{ "-0", 2, 0 }, { "007", 0, 7 }, { "1.000", 3, 1000 },
		{ "0,1", 18, 100000000000000000 },
		{ "9223372036854775807", 0, INT64_MAX },
		{ "-9223372036854775808", 0, INT64_MIN },
		{ "-92233720368547758,08", 2, INT64_MIN }
	};
	static const struct {
		const char *text;
		int scale;
	} bad[] = {
		{ "", 2 }, { "-", 2 }, { ",", 2 }, { ",5", 2 }, { "5,", 2 },
		{ "+5", 2 }, { "--5", 2 }, { "1.000,00", 2 }, { "1 000", 2 },
		{ "1.000", 2 }, { "49,999", 2 }, { "1,5", 0 }, { "1E3", 2 },
		{ "5%", 2 }, { "\xE2\x82\xAC 5", 2 }, { "5 ", 2 },
		{ "1,2,3", 2 }, { "0x10", 2 }, { "inf", 2 },
		{ "9223372036854775808", 0 }, { "92233720368547758,08", 2 },
		{ "-9223372036854775809", 0 }, { "9223372036854775807", 1 }
	};
	int64_t value;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		assert_true(ds_decimal_parse(&value, cases[i].text,
		    cases[i].scale));
		assert_true(value == cases[i].value);
	}
	for (i = 0; i < COUNT(bad); i++)
		assert_false(ds_decimal_parse(&value, bad[i].text,
		    bad[i].scale));
}

static void
decimals_are_written_short(void **state)
{
	char out[24];

	(void)state;
	assert_string_equal(ds_decimal_text(4990, 2, DOSSIER_DUTCH, out),
	    "49,9");
	assert_string_equal(ds_decimal_text(4990, 2, DOSSIER_ENGLISH, out),
	    "49.9");
	assert_string_equal(ds_decimal_text(5000, 2, DOSSIER_DUTCH, out),
	    "50");
	assert_string_equal(ds_decimal_text(0, 2, DOSSIER_DUTCH, out), "0");
	assert_string_equal(ds_decimal_text(-5, 2, DOSSIER_DUTCH, out),
	    "-0,05");
	assert_string_equal(ds_decimal_text(100, 0, DOSSIER_DUTCH, out),
	    "100");
	assert_string_equal(ds_decimal_text(INT64_MIN, 18, DOSSIER_DUTCH,
	    out), "-9,223372036854775808");
	assert_string_equal(ds_decimal_text(1, 18, DOSSIER_DUTCH, out),
	    "0,000000000000000001");
}

static void
decimals_come_back(void **state)
{
	char out[24];
	int64_t value, back;
	int scale;

	(void)state;
	for (scale = 0; scale <= 18; scale++)
		for (value = -12345; value <= 12345; value++) {
			ds_decimal_text(value, scale, value % 2 == 0 ?
			    DOSSIER_DUTCH : DOSSIER_ENGLISH, out);
			assert_true(ds_decimal_parse(&back, out, scale));
			assert_true(back == value);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nfc),
		cmocka_unit_test(long_texts_are_normalised_too),
		cmocka_unit_test(folded),
		cmocka_unit_test(no_memory_is_told),
		cmocka_unit_test(trimmed),
		cmocka_unit_test(width),
		cmocka_unit_test(nearest),
		cmocka_unit_test(nearest_counts_letters_and_not_bytes),
		cmocka_unit_test(decimals_are_read_exactly),
		cmocka_unit_test(decimals_are_written_short),
		cmocka_unit_test(decimals_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
