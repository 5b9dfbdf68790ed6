/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * More than a hundred packs that mean harm. Each is refused, by loading or by
 * the proof, with the line and the column; what it took of the processor is
 * told, and must stay far below what a person would wait for.
 */
#include <stdio.h>
#include <time.h>

#include "hostile.h"
#include "packs.h"
#include "rules/prove.h"

/* The goal is 0.1, on a quiet machine; with sanitizers it says nothing. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MOST_SECONDS 60.0
#endif
#endif
#ifndef MOST_SECONDS
#define MOST_SECONDS 1.0
#endif

struct judged {
	const char *name;		/* the slowest */
	size_t n, count;
	double seconds;
};

static void
find_place(const struct ds_finding *finding, void *payload)
{
	bool *placed = payload;

	if (finding->fault)
		*placed = finding->line > 0 && finding->column > 0;
}

/* How a pack is refused: with a place? */
static bool
refuses(const struct ds_buf *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_pack *pack;
	struct ds_arena arena = {0};
	bool placed = false;
	size_t faults = 0;

	if (ds_pack_load(&pack, &arena, text->data, text->size, "p.yaml",
	    NULL, &err) != DOSSIER_OK)
		placed = err.status == DOSSIER_INVALID && err.line > 0 &&
		    err.column > 0 && err.message[0] != '\0';
	else
		assert_int_equal(ds_pack_prove(&faults, pack, find_place,
		    &placed, &err), DOSSIER_OK);
	if (!placed)
		print_error("%d:%d: %s, %zu faults\n", err.line, err.column,
		    err.message, faults);
	ds_arena_free(&arena);
	return placed;
}

static void
judge(struct judged *judged, const struct hostile *hostile, size_t n)
{
	struct ds_buf text = DS_BUF_INIT;
	double seconds;
	clock_t from;

	hostile->write(&text, n);
	assert_false(text.failed);
	from = clock();
	if (!refuses(&text))
		fail_msg("%s %zu: not refused with line and column",
		    hostile->name, n);
	seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
	ds_buf_free(&text);
	judged->count++;
	if (seconds > 0.05)
		print_message("%s %zu: %.3f s\n", hostile->name, n, seconds);
	if (seconds <= judged->seconds)
		return;
	judged->seconds = seconds;
	judged->name = hostile->name;
	judged->n = n;
}

static void
judge_all(const struct hostile *list, size_t count)
{
	struct judged judged = {0};
	size_t i, n;

	for (i = 0; i < count; i++)
		for (n = 0; n < list[i].count; n++)
			judge(&judged, &list[i], n);
	print_message("%zu refused; the slowest: %s %zu, %.3f s\n",
	    judged.count, judged.name, judged.n, judged.seconds);
	assert_true(judged.count > 50);
	assert_true(judged.seconds < MOST_SECONDS);
}

static void
test_texts_that_mean_harm(void **state)
{
	judge_all(hostile_texts, hostile_text_count);
}

static void
test_packs_that_mean_harm(void **state)
{
	judge_all(hostile_packs, hostile_pack_count);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_that_mean_harm),
		cmocka_unit_test(test_packs_that_mean_harm)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
