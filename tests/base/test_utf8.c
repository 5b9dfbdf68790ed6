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

static void
valid_utf8(void **state)
{
	static const struct {
		const char *text;
		size_t size, valid;
	} cases[] = {
		{ "", 0, 0 },
		{ "gewone tekst", 12, 12 },
		{ "Zo\xC3\xAB", 4, 4 },
		{ "\xE2\x82\xAC", 3, 3 },
		{ "\xF0\x9F\x99\x82", 4, 4 },
		{ "\xF4\x8F\xBF\xBF", 4, 4 },
		{ "a\0b", 3, 3 },
		{ "Zo\xEB", 3, 2 },			/* Windows-1252 */
		{ "abcdefg\xC3", 8, 7 },		/* cut short */
		{ "abcdefgh\xE2\x82", 10, 8 },
		{ "\x80", 1, 0 },			/* no lead byte */
		{ "\xC0\xAF", 2, 0 },			/* overlong */
		{ "\xC1\xBF", 2, 0 },
		{ "\xE0\x80\xAF", 3, 0 },
		{ "\xE0\x9F\xBF", 3, 0 },
		{ "\xF0\x80\x80\xAF", 4, 0 },
		{ "\xF0\x8F\xBF\xBF", 4, 0 },
		{ "\xED\x9F\xBF", 3, 3 },
		{ "\xED\xA0\x80", 3, 0 },		/* surrogates */
		{ "\xED\xBF\xBF", 3, 0 },
		{ "\xEE\x80\x80", 3, 3 },
		{ "\xF4\x90\x80\x80", 4, 0 },		/* above U+10FFFF */
		{ "\xF8\x88\x80\x80\x80", 5, 0 },
		{ "\xFF", 1, 0 }
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_int_equal(ds_utf8_valid(cases[i].text, cases[i].size),
		    cases[i].valid);
}

/* A fault is found at every place in and around the steps of eight. */
static void
a_fault_is_found_anywhere(void **state)
{
	char text[41];
	size_t size, at;

	(void)state;
	for (size = 1; size < sizeof text; size++) {
		memset(text, 'x', size);
		assert_int_equal(ds_utf8_valid(text, size), size);
		for (at = 0; at < size; at++) {
			text[at] = (char)0xEB;
			assert_int_equal(ds_utf8_valid(text, size), at);
			text[at] = 'x';
		}
	}
}

static void
control_bytes(void **state)
{
	(void)state;
	assert_false(ds_text_has_control(""));
	assert_false(ds_text_has_control("Zo\xC3\xAB\ten \xC2\xA0 meer ~"));
	assert_false(ds_text_has_control("\xC3\x80\xE2\x82\xAC"));
	assert_true(ds_text_has_control("a\nb"));
	assert_true(ds_text_has_control("a\rb"));
	assert_true(ds_text_has_control("\x1B[31m"));
	assert_true(ds_text_has_control("\x7F"));
	assert_true(ds_text_has_control("a\xC2\x80"));
	assert_true(ds_text_has_control("a\xC2\x9F"));
}

static void
windows_1252(void **state)
{
	char out[64];
	size_t size, undefined;

	(void)state;
	size = ds_cp1252_to_utf8(out, "Zo\xEB kost \x80 5 \x96 \x93ja\x94",
	    19, &undefined);
	assert_int_equal(undefined, 0);
	assert_int_equal(size, 28);
	assert_memory_equal(out, "Zo\xC3\xAB kost \xE2\x82\xAC 5 \xE2\x80\x93 "
	    "\xE2\x80\x9Cja\xE2\x80\x9D", size);
	size = ds_cp1252_to_utf8(out, "\x81\x8D\x8F\x90\x9D", 5, &undefined);
	assert_int_equal(undefined, 5);
	assert_int_equal(size, 15);
	assert_memory_equal(out, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
	    "\xEF\xBF\xBD\xEF\xBF\xBD", size);
	assert_int_equal(ds_cp1252_to_utf8(out, "", 0, &undefined), 0);
}

/* The whole code page, against the list that Microsoft published. */
static void
every_byte_of_windows_1252(void **state)
{
	static const char *const high[32] = {
		"€", NULL, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹",
		"Œ", NULL, "Ž", NULL, NULL, "‘", "’", "“", "”", "•", "–", "—",
		"˜", "™", "š", "›", "œ", NULL, "ž", "Ÿ"
	};
	char in[9], out[27], want[4];
	size_t size, undefined;
	int byte;

	(void)state;
	for (byte = 0; byte < 256; byte++) {
		if (byte < 0x80)
			snprintf(want, sizeof want, "%c", byte);
		else if (byte >= 0xA0)
			snprintf(want, sizeof want, "%c%c", 0xC0 | byte >> 6,
			    0x80 | (byte & 0x3F));
		else
			snprintf(want, sizeof want, "%s", high[byte - 0x80] ?
			    high[byte - 0x80] : "\xEF\xBF\xBD");
		memset(in, byte, sizeof in);
		size = ds_cp1252_to_utf8(out, in, 1, &undefined);
		assert_int_equal(size, byte == 0 ? 1 : strlen(want));
		assert_memory_equal(out, want, size);
		assert_int_equal(undefined, byte >= 0x80 && byte < 0xA0 &&
		    high[byte - 0x80] == NULL);
		assert_int_equal(ds_cp1252_to_utf8(out, in, 9, &undefined),
		    9 * size);
		assert_int_equal(ds_utf8_valid(out, 9 * size), 9 * size);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8),
		cmocka_unit_test(a_fault_is_found_anywhere),
		cmocka_unit_test(control_bytes),
		cmocka_unit_test(windows_1252),
		cmocka_unit_test(every_byte_of_windows_1252),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
