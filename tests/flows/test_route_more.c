/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Beside the route: what one change would turn it, what the region's rules
 * cost, which other routes are open and why the rest is not.
 */
#include "flows/roads.h"

/* One programme's JSON, from its name up to what is stated of it. */
static void
assert_offer(const char *name, const char *wanted)
{
	char *text = advice(DOSSIER_JSON), key[64], *from, *end;

	snprintf(key, sizeof key, "{\"programme\":\"%s\"", name);
	from = strstr(text, key);
	assert_non_null(from);
	from = strstr(from, "\"state\"");
	end = strstr(from, ",\"where\"");
	assert_non_null(end);
	*end = '\0';
	assert_string_equal(from, wanted);
	free(text);
}

static void
open_by_its_own_rules(void **state)
{
	ready("2026-03-02", "Joris Vink");
	assert_offer("garden", "\"state\":\"open\",\"rule\":\"Y-IN\","
	    "\"stated_by\":\"roads\",\"because\":\"under 25\","
	    "\"source\":null,\"blocked_by\":null,\"otherwise\":null,"
	    "\"unknown\":[]");
	SAYS(advice(DOSSIER_TEXT), "The garden", "day", "activities", "open",
	    "Y-IN: under 25", "Procedure", "there is none", "Contact", "An",
	    "seats", "12 seats", "The leaflet", "The shop", "not stated");
}

static void
closed_to_who_is_25(void **state)
{
	ready("2033-05-09", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"programme\":\"garden\"",
	    "\"rule\":\"Y-IN\"");
	ready("2033-05-10", "Joris Vink");
	assert_offer("garden", "\"state\":\"closed\",\"rule\":\"Y-OUT\","
	    "\"stated_by\":\"roads\",\"because\":\"not from 25 on\","
	    "\"source\":null,\"blocked_by\":null,\"otherwise\":null,"
	    "\"unknown\":[]");
	SAYS(advice(DOSSIER_TEXT), "not open", "Y-OUT: not from 25 on",
	    "!12 seats");
}

static void
what_is_missing_is_named(void **state)
{
	ready("2026-03-02", "Joris Vink");
	assert_offer("shop", "\"state\":\"unknown\",\"rule\":null,"
	    "\"stated_by\":null,\"because\":null,\"source\":null,"
	    "\"blocked_by\":null,\"otherwise\":null,"
	    "\"unknown\":[\"wage_value\"]");
	SAYS(advice(DOSSIER_TEXT), "cannot be said", "Wage value (%)",
	    "a wage value that");
}

static void
where_the_source_is_silent_its_sentence_stands(void **state)
{
	roads_wage("8001");
	ready("2026-03-02", "Joris Vink");
	assert_offer("shop", "\"state\":\"unstated\",\"rule\":null,"
	    "\"stated_by\":null,\"because\":null,\"source\":null,"
	    "\"blocked_by\":null,\"otherwise\":\"nothing is said of those "
	    "over 80\",\"unknown\":[]");
}

static void
place_and_days_are_told_apart(void **state)
{
	char *text;

	roads_wage("8000");
	ready("2026-03-02", "Joris Vink");
	text = advice(DOSSIER_JSON);
	SAYS(text, "\"programme\":\"far\",\"label\":\"Far off\","
	    "\"route\":\"dagbesteding\",\"pack\":\"roads\","
	    "\"version\":\"3\",\"state\":\"elsewhere\"",
	    "\"programme\":\"past\",\"label\":\"The past\","
	    "\"route\":\"dagbesteding\",\"pack\":\"roads\","
	    "\"version\":\"3\",\"state\":\"not_now\"",
	    "\"programme\":\"here\",\"label\":\"Here\","
	    "\"route\":\"dagbesteding\",\"pack\":\"roads\","
	    "\"version\":\"3\",\"state\":\"open\",\"rule\":\"P-IN\"",
	    "\"where\":[\"0505\"]");
	SAYS(advice(DOSSIER_TEXT), "Not offered where the youth lives: ",
	    "Far off (Roads)", "until 2025-12-31", "from 2026-03-03");
	ready("2025-12-31", "Joris Vink");
	SAYS(advice(DOSSIER_TEXT), "!until 2025-12-31");
	ready("2026-03-03", "Joris Vink");
	SAYS(advice(DOSSIER_TEXT), "!from 2026-03-03");
}

static void
nobody_knows_where_the_youth_lives(void **state)
{
	struct ds_row *rows;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	size_t count;

	region_ok(ds_book_list(&rows, &count, &region.arena, region.book,
	    DS_RESIDENCE, -1, 0, &err), &err);
	region_ok(ds_book_remove(region.book, &rows[0], NULL, &err), &err);
	ready("2026-03-02", "Joris Vink");
	assert_offer("far", "\"state\":\"unknown\",\"rule\":null,"
	    "\"stated_by\":null,\"because\":null,\"source\":null,"
	    "\"blocked_by\":null,\"otherwise\":null,"
	    "\"unknown\":[\"municipality\"]");
}

static void
packs_of_others(void **state)
{
	roads_pack("provider", "1", provider);
	roads_pack("other", "1", other);
	roads_pack("broken", "1", broken);
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"programme\":\"course\"",
	    "\"pack\":\"provider\"", "\"because\":\"only for work\"",
	    "\"programme\":\"theirs\",\"label\":\"Theirs\","
	    "\"route\":\"dagbesteding\",\"pack\":\"other\","
	    "\"version\":\"1\",\"state\":\"elsewhere\"",
	    "\"packs_not_read\":[\"broken\"]");
	SAYS(advice(DOSSIER_TEXT), "The course", "Provider",
	    "Theirs (Other", "broken");
}

/* ---- what a rule costs ---- */

static void
a_rule_of_the_region_closes_a_route(void **state)
{
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"costs\":[{\"table\":\"closing\","
	    "\"rule\":\"R-SHUT\",\"stated_by\":\"roads\","
	    "\"because\":\"school first\",\"source\":null,"
	    "\"state\":\"blocks\",\"blocks\":[\"leerwerktraject\","
	    "\"betaald-werk\"],\"unknown\":[],\"open_without\":[\"shed\"]},"
	    "{\"table\":\"closing\",\"rule\":\"R-PERHAPS\"",
	    "\"state\":\"possible\",\"blocks\":[\"uwv-route\"],"
	    "\"unknown\":[\"job_ready\"],\"open_without\":[]}]");
	assert_offer("shed", "\"state\":\"blocked\",\"rule\":\"Y-IN\","
	    "\"stated_by\":\"roads\",\"because\":\"under 25\","
	    "\"source\":null,\"blocked_by\":\"R-SHUT\",\"otherwise\":null,"
	    "\"unknown\":[]");
	SAYS(advice(DOSSIER_TEXT), "What the rules of the region cost",
	    "R-SHUT", "learn-work track;", "school first", "The shed",
	    "perhaps; not");
}

static void
a_rule_that_does_not_hold_costs_nothing(void **state)
{
	region_add(&region, "qualification", "youth=1", "kind=diploma",
	    "on=2026-01-01", "start_qualification=1", NULL);
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "!R-SHUT", "!\"blocked\"");
}

/* ---- what one change would turn ---- */

static void
the_nearest_change(void **state)
{
	roads_wage("5000");
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"turns\":[{\"fact\":\"wage_value\","
	    "\"from\":\"50\",\"to\":\"from 50.01\",\"value\":\"50.01\","
	    "\"route\":\"betaald-werk\",\"rule\":\"R-HIGH\"}]");
	SAYS(advice(DOSSIER_TEXT), "What one change would turn it",
	    "from 50.01  paid work  R-HIGH");
}

static void
what_is_undecided_is_not_turned(void **state)
{
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"route\":null", "\"turns\":[]");
}

/* ---- doubts ---- */

static void
each_doubt_once(void **state)
{
	roads_wage("5001");
	ready("2026-03-02", "Joris Vink");
	SAYS(advice(DOSSIER_JSON), "\"doubts\":[\"who guards the rule\","
	    "\"what is measured\",\"for how long\",\"how long\","
	    "\"The garden: whether it goes on\","
	    "\"The garden: on which day\"]");
}

/* ---- who may see it ---- */

/* A wage value is of health: whatever rests on it is told to no volunteer. */
static void
a_volunteer_sees_no_hint(void **state)
{
	roads_wage("5000");
	ready("2026-03-02", "Vera Vrij");
	assert_offer("shop", "\"state\":\"withheld\",\"rule\":null,"
	    "\"stated_by\":null,\"because\":null,\"source\":null,"
	    "\"blocked_by\":null,\"otherwise\":null,\"unknown\":[]");
	SAYS(advice(DOSSIER_JSON), "\"turns\":[]", "\"programme\":\"garden\"",
	    "\"rule\":\"Y-IN\"", "!P-IN", "!R-LOW", "!50.01",
	    "!for how long", "!participatieplek");
	SAYS(advice(DOSSIER_TEXT), "(withheld: your role", "!P-IN",
	    "!50.01");
}

static void
who_was_granted_nothing(void **state)
{
	roads_wage("5000");
	ready("2026-03-02", "Gijs Grant");
	SAYS(advice(DOSSIER_JSON), "\"costs\":[{\"table\":\"closing\","
	    "\"rule\":null,\"stated_by\":null,\"because\":null,"
	    "\"source\":null,\"state\":null,\"blocks\":[],\"unknown\":[],"
	    "\"open_without\":[],\"withheld\":", "!Y-IN", "!R-SHUT",
	    "!P-IN", "!Bram");
}

/* Of all at once none of it is asked: no other pack is read. */
static void
the_list_stays_a_line_each(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	roads_pack("broken", "1", broken);
	ready("2026-03-02", "Joris Vink");
	region_ok(dossier_match_route(&doc, region.session, NULL, &err),
	    &err);
	SAYS(region_print(doc, DOSSIER_JSON), ref, "!alternatives",
	    "!receipt", "!doubts");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(open_by_its_own_rules),
		CASE(closed_to_who_is_25),
		CASE(what_is_missing_is_named),
		CASE(where_the_source_is_silent_its_sentence_stands),
		CASE(place_and_days_are_told_apart),
		CASE(nobody_knows_where_the_youth_lives),
		CASE(packs_of_others),
		CASE(a_rule_of_the_region_closes_a_route),
		CASE(a_rule_that_does_not_hold_costs_nothing),
		CASE(the_nearest_change),
		CASE(what_is_undecided_is_not_turned),
		CASE(each_doubt_once),
		CASE(a_volunteer_sees_no_hint),
		CASE(who_was_granted_nothing),
		CASE(the_list_stays_a_line_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
