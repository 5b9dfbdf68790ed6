/* SPDX-License-Identifier: EUPL-1.2 */
/* Lanes of dated state of two dossiers that become one, by hand. */
#include "flows/merging.h"

struct two {
	struct region *region;
	int64_t kept, other;
	struct pair pair;
};

/* A residence of `of` in party `where`, "from=…" and "until=…" or NULL. */
static void
lives(int64_t of, int where, const char *from, const char *until)
{
	char text[2][40];

	snprintf(text[0], sizeof text[0], "youth=%d", (int)of);
	snprintf(text[1], sizeof text[1], "municipality=%d",
	    (int)w.parties[where]);
	if (from == NULL)
		region_add(&w.region, "residence", text[0], text[1], until,
		    NULL);
	else
		region_add(&w.region, "residence", text[0], text[1], from,
		    until, NULL);
}

static void
two_start(struct two *two, uint64_t number_from)
{
	static char refs[2][DS_REF_SIZE];

	begin();
	w.region.book = w.region.session->book;
	two->kept = youth(number_from, refs[0]);
	two->other = youth(number_from + 1, refs[1]);
	ds_row_start(&two->pair.kept, DS_YOUTH);
	ds_row_set_text(&two->pair.kept, DS_F_YOUTH_REF, refs[0]);
	ds_row_start(&two->pair.other, DS_YOUTH);
	ds_row_set_text(&two->pair.other, DS_F_YOUTH_REF, refs[1]);
}

/* "1 2024-01-01 2024-12-31; 0 2025-01-01 -": where somebody lives, when. */
static void
hold_lives(const struct two *two, const char *wanted)
{
	struct ds_row *rows;
	char text[400] = "";
	struct held held;
	size_t i, where;

	read_held(&held, two->kept);
	rows = held.rows[DS_RESIDENCE];
	for (i = 0; i < held.count[DS_RESIDENCE]; i++) {
		for (where = 0; w.parties[where] != ds_row_int(&rows[i],
		    DS_F_RESIDENCE_MUNICIPALITY);)
			where++;
		snprintf(text + strlen(text), sizeof text - strlen(text),
		    "%s%zu %s %s", i == 0 ? "" : "; ", where,
		    ds_row_has(&rows[i], DS_F_RESIDENCE_FROM) ?
		    ds_row_text(&rows[i], DS_F_RESIDENCE_FROM) : "-",
		    ds_row_has(&rows[i], DS_F_RESIDENCE_UNTIL) ?
		    ds_row_text(&rows[i], DS_F_RESIDENCE_UNTIL) : "-");
	}
	assert_string_equal(text, wanted);
}

static void
merged(const struct two *two, const struct ds_row *prefer)
{
	dossier_document *doc = NULL;

	assert_int_equal(merge(&doc, &two->pair, prefer, false), DOSSIER_OK);
	dossier_document_free(doc);
}

static void
the_same_home_is_one_from_the_earlier_day(void **state)
{
	struct two two;

	two_start(&two, 9001);
	lives(two.kept, 1, "from=2025-10-01", NULL);
	lives(two.other, 1, "from=2025-09-01", NULL);
	commit();
	merged(&two, NULL);
	hold_lives(&two, "1 2025-09-01 -");
}

static void
what_ends_earlier_gives_room_to_what_follows(void **state)
{
	struct two two;

	two_start(&two, 9011);
	lives(two.kept, 1, "from=2025-09-01", NULL);
	lives(two.other, 2, "from=2024-01-01", "until=2025-08-31");
	commit();
	merged(&two, NULL);
	hold_lives(&two, "1 2025-09-01 -; 2 2024-01-01 2025-08-31");
}

static void
contradiction_changes_nothing_until_one_is_preferred(void **state)
{
	dossier_document *doc = NULL;
	struct two two;
	int64_t before;
	char *text;

	two_start(&two, 9021);
	lives(two.kept, 1, "from=2025-03-01", "until=2025-05-31");
	lives(two.other, 2, NULL, NULL);
	commit();
	before = events();
	assert_int_equal(merge(&doc, &two.pair, NULL, false),
	    DOSSIER_CONFLICT);
	assert_non_null(doc);
	text = region_print(doc, DOSSIER_JSON);
	assert_non_null(strstr(text, "\"conflicts\":[{\"record\":"
	    "\"residence\",\"kept\":{\"municipality\":\"0351\""));
	free(text);
	assert_int_equal(events(), before);
	merged(&two, &two.pair.kept);
	hold_lives(&two, "1 2025-03-01 2025-05-31; 2 - 2025-02-28; "
	    "2 2025-06-01 -");
}

static void
the_other_may_be_preferred(void **state)
{
	struct two two;

	two_start(&two, 9031);
	lives(two.kept, 1, "from=2025-01-01", NULL);
	lives(two.other, 2, "from=2025-03-01", "until=2025-05-31");
	lives(two.other, 3, "from=2025-08-01", "until=2025-08-31");
	commit();
	merged(&two, &two.pair.other);
	hold_lives(&two, "1 2025-01-01 2025-02-28; 2 2025-03-01 2025-05-31; "
	    "3 2025-08-01 2025-08-31; 1 2025-06-01 2025-07-31; "
	    "1 2025-09-01 -");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_home_is_one_from_the_earlier_day),
		cmocka_unit_test(
		    what_ends_earlier_gives_room_to_what_follows),
		cmocka_unit_test(
		    contradiction_changes_nothing_until_one_is_preferred),
		cmocka_unit_test(the_other_may_be_preferred),
	};

	return cmocka_run_group_tests_name("flows.merge_lane", tests, start,
	    end);
}
