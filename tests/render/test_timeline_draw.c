/* SPDX-License-Identifier: EUPL-1.2 */
#include <stddef.h>

#include "render/timeline.h"
#include "sample.h"

/* Strips keep their place: in the cells, in order, none under another. */
static void
check_drawing(const struct ds_block *block, struct ds_scale scale)
{
	struct ds_arena arena = {0};
	struct ds_drawing drawing;
	const struct ds_strip *strip, *other;
	bool failed = false;

	assert_true(ds_timeline_draw(&drawing, &arena, block, scale,
	    &failed));
	for (strip = drawing.strip; strip < drawing.strip + drawing.strips;
	    strip++) {
		assert_true(strip->first >= 0);
		assert_true(strip->last < scale.cells);
		assert_true(strip->last - strip->first + 1 >= scale.least);
		assert_true(strip->line < drawing.lines);
		for (other = strip + 1;
		    other < drawing.strip + drawing.strips; other++)
			if (other->line == strip->line)
				assert_true(strip->last < other->first &&
				    strip->first + strip->room <=
				    other->first);
	}
	ds_arena_free(&arena);
}

static void
test_many_drawings(void **state)
{
	static const int lengths[] = { 1, 2, 7, 40, 400, 7300, 40000 };
	static const struct ds_scale scales[] = { { 13, 1, 5 },
	    { 71, 1, 5 }, { 730, 5, 48 } };
	unsigned seed = 1;
	int i, k, length;

	for (i = 0; i < 210; i++) {
		dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
		dossier_day day = ds_day_of(2026, 1, 1 + i % 31);
		struct ds_block *line;

		length = lengths[i % 7];
		line = ds_timeline(doc, NULL, (struct ds_span){ day,
		    ds_day_add(day, length - 1) }, day);
		for (k = 0; k < 40; k++) {
			seed = seed * 1103515245U + 12345U;
			ds_timeline_bar(doc, line, k % 3 == 0 ? "a" : "b",
			    "x", (struct ds_span){ ds_day_add(day,
			    (int)(seed >> 8) % length - 2), ds_day_add(day,
			    (int)(seed >> 12) % length + 2) }, (enum ds_bar_style)(k % 6));
		}
		check_drawing(line, scales[i % 3]);
		dossier_document_free(doc);
	}
}

/* The axis names months or years, each with its room. */
static void
test_axis(void **state)
{
	static const int lengths[] = { 1, 20, 90, 365, 1100, 7300, 365000 };
	const struct ds_scale scale = { 60, 1, 5 };
	struct ds_arena arena = {0};
	struct ds_drawing drawing;
	bool failed = false;
	size_t i, k;

	for (i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
		dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
		dossier_day day = ds_day_of(1900, 2, 14);
		struct ds_block *line = ds_timeline(doc, NULL,
		    (struct ds_span){ day, ds_day_add(day, lengths[i] - 1) },
		    DOSSIER_NO_DAY);

		ds_timeline_bar(doc, line, "a", "x", (struct ds_span){ day,
		    DOSSIER_NO_DAY }, DS_BAR_WORK);
		assert_true(ds_timeline_draw(&drawing, &arena, line, scale,
		    &failed));
		assert_true(drawing.ticks > 0);
		assert_int_equal(drawing.months, lengths[i] <= 1100);
		for (k = 1; k < drawing.ticks; k++)
			assert_true(drawing.tick[k].cell -
			    drawing.tick[k - 1].cell >= 5);
		assert_true(drawing.tick[k - 1].cell < 60);
		dossier_document_free(doc);
	}
	ds_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_drawings),
		cmocka_unit_test(test_axis),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
