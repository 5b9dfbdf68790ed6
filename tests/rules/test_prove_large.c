/* SPDX-License-Identifier: EUPL-1.2 */
/* The proof of tables as large as the language allows ends soon. */
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "packs.h"
#include "rules/prove.h"

static const char *const twelve[] = { "age", "wage_value", "level_number",
	"domain_lowest", "domains_acute", "left_on", "expected_exit",
	"applied_on", "lead_since", "contract_from", "last_year_start",
	"school" };

static void
put_large_cell(struct ds_buf *out, size_t input, unsigned how, unsigned at)
{
	static const char *const shapes[] = { "not(%s)", ">= %s", "%s" };
	char value[16];

	if (input < 5 || input == 11)
		snprintf(value, sizeof value, "%u", at % 90);
	else
		snprintf(value, sizeof value, "20%02u-01-01", at % 90);
	ds_buf_printf(out, "%s: \"", twelve[input]);
	/* A text has no order. */
	ds_buf_printf(out, shapes[input == 11 && how == 1 ? 0 : how], value);
	ds_buf_puts(out, "\"");
}

static void
put_large(struct ds_buf *out, const char *hit, unsigned how)
{
	size_t i, k;

	ds_buf_clear(out);
	ds_buf_printf(out, HEAD "tables:\n  t:\n    label: T\n    on: youth\n"
	    "    hit: %s\n    otherwise: O\n    inputs: [", hit);
	for (k = 0; k < COUNT(twelve); k++)
		ds_buf_printf(out, "%s%s", k == 0 ? "" : ", ", twelve[k]);
	ds_buf_puts(out, "]\n    rules:\n");
	for (i = 0; i < DS_MAX_RULES; i++) {
		ds_buf_printf(out, "      - { id: R%zu, then: { x: a%zu }, "
		    "when: { ", i, i);
		for (k = 0; k < COUNT(twelve); k++) {
			ds_buf_puts(out, k == 0 ? "" : ", ");
			put_large_cell(out, k, how, (unsigned)(i * 7919 + k * 104729 + i * k));
		}
		ds_buf_puts(out, " } }\n");
	}
	assert_false(out->failed);
}

static void
count_unproven(const struct ds_finding *finding, void *payload)
{
	*(size_t *)payload += finding->kind == DS_FOUND_UNPROVEN;
}

/* Processor time, and ten times what a quiet machine needs. */
static void
test_the_largest_tables_end_soon(void **state)
{
	static const char *const hits[] = { "unique", "first", "collect" };
	struct ds_buf text = DS_BUF_INIT;
	struct ds_arena arena = {0};
	const struct ds_pack *pack;
	size_t i, how, unproven, faults;
	double seconds;
	clock_t from;

	for (i = 0; i < COUNT(hits); i++)
		for (how = 0; how < 3; how++) {
			put_large(&text, hits[i], (unsigned)how);
			pack = pack_of(&arena, text.data, NULL);
			unproven = 0;
			from = clock();
			assert_int_equal(ds_pack_prove(&faults, pack,
			    count_unproven, &unproven, NULL), DOSSIER_OK);
			seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
			print_message("%s, shape %zu: %.3f s, %zu faults%s\n",
			    hits[i], how, seconds, faults, unproven > 0 ?
			    ", not proven" : "");
			assert_true(seconds < 10);
			ds_arena_reset(&arena);
		}
	ds_arena_free(&arena);
	ds_buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_largest_tables_end_soon)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
