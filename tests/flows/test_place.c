/* SPDX-License-Identifier: EUPL-1.2 */
/* Places for one youth, out of a small store. */
#include "base/ident.h"
#include "flows/region.h"

static const char home[] =
    "id: nl\nversion: \"1\"\nname: Nederland\nvalid_from: 2020-01-01\n";

static struct region region;
static char ref[DS_REF_SIZE];

static void
add_postcode(const char *code, const char *latitude, const char *longitude)
{
	char key[16], north[32], east[32];

	snprintf(key, sizeof key, "code=%s", code);
	snprintf(north, sizeof north, "latitude=%s", latitude);
	snprintf(east, sizeof east, "longitude=%s", longitude);
	region_add(&region, "postcode", key, north, east, NULL);
}

/* A garden centre in 3702; what is given comes on top. */
#define PLACE(code, ...) region_add(&region, "place", "code=" code, \
    "party=2", "name=Tuin " code, __VA_ARGS__, NULL)

static int
setup(void **state)
{
	char key[16], text[200];

	region_start(&region);
	ds_ref_make(ref, 1, 0);
	snprintf(key, sizeof key, "ref=%s", ref);
	snprintf(text, sizeof text, "text=%s", home);
	region_add(&region, "pack", "name=nl", "version=1", text, "digest=0",
	    NULL);
	region_add(&region, "party", "code=0355", "kind=gemeente", NULL);
	region_add(&region, "party", "code=12345678", "kind=werkgever",
	    "name=De Groene Hoek", NULL);
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	add_postcode("3511", "520907000", "51214000");
	add_postcode("3702", "520906000", "52332000");
	add_postcode("3811", "521561000", "53878000");
	region_add(&region, "youth", key, "given_name=Lotte",
	    "family_name=Visser", "opened_on=2025-08-20", "hours_week=24",
	    "days=ma di wo do", "sectors=groen horeca",
	    "processes=B1-K1-W1 B1-K1-W2", "max_km=10",
	    "available_from=2026-08-01", NULL);
	region_add(&region, "residence", "youth=1", "municipality=1",
	    "postcode=3511 AB", NULL);
	region_add(&region, "enrolment", "youth=1", "school=3",
	    "destination=betaald-werk", NULL);
	return 0;
}

static int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static char *
found(size_t limit, bool attention, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	if (region.store != NULL) {
		region_close_fill(&region);
		region.store = NULL;
	}
	region_open(&region, "2026-02-02", "Joris Vink");
	region_ok(dossier_match_place(&doc, region.session, ref, limit, &err),
	    &err);
	assert_int_equal(dossier_document_attention(doc), attention);
	return region_print(doc, format);
}

/* In this order; a text with ! in front nowhere. */
static void
says(char *text, const char *const *wanted)
{
	const char *from = text, *at;

	for (; *wanted != NULL; wanted++) {
		if (**wanted == '!') {
			if (strstr(text, *wanted + 1) != NULL)
				fail_msg("%s in:\n%s", *wanted, text);
			continue;
		}
		at = strstr(from, *wanted);
		if (at == NULL)
			fail_msg("no %s in:\n%s", *wanted, text);
		from = at + strlen(*wanted);
	}
	free(text);
}

#define SAYS(text, ...) \
	says((text), (const char *const[]){ __VA_ARGS__, NULL })

static void
test_exact(void **state)
{
	char *text;

	PLACE("P1", "kind=werk", "sector=groen", "processes=B1-K1-W2 B1-K1-W3",
	    "hours_min=16", "hours_max=32", "days=ma di", "seats=2",
	    "postcode=3702", "from=2026-01-01");
	PLACE("P2", "postcode=3811", "seats=0");
	PLACE("P3", "postcode=9999");
	text = found(10, false, DOSSIER_JSON);
	assert_string_equal(text, "[\n"
	    "{\"place\":\"P1\",\"name\":\"Tuin P1\",\"party\":\"12345678\","
	    "\"fits\":true,\"km\":\"7.6\",\"reasons\":["
	    "\"7.6 km away (at most 10)\","
	    "\"24 hours a week (asked: 16 to 32)\","
	    "\"the days suit: Monday, Tuesday\","
	    "\"open on 2026-08-01\","
	    "\"seats free: 2 of 2\","
	    "\"a wanted sector: green\","
	    "\"work processes in common: B1-K1-W2; not done there: B1-K1-W1; "
	    "also done there: B1-K1-W3\","
	    "\"kind of place: work\"],\"blocked_by\":[],\"unknown\":[]},\n"
	    "{\"place\":\"P3\",\"name\":\"Tuin P3\",\"party\":\"12345678\","
	    "\"fits\":false,\"km\":null,\"reasons\":["
	    "\"distance not known: the place's postcode is missing or not in "
	    "the table of postcodes\","
	    "\"open on 2026-08-01\","
	    "\"the place's sector is not known\","
	    "\"the kind of place is not known\"],\"blocked_by\":[],"
	    "\"unknown\":[\"distance\",\"sector\",\"kind\"]},\n"
	    "{\"place\":\"P2\",\"name\":\"Tuin P2\",\"party\":\"12345678\","
	    "\"fits\":false,\"km\":\"19.6\",\"reasons\":["
	    "\"19.6 km away, travels at most 10\","
	    "\"open on 2026-08-01\","
	    "\"no seat free: 0 of 0 taken\","
	    "\"the place's sector is not known\","
	    "\"the kind of place is not known\"],"
	    "\"blocked_by\":[\"distance\",\"seats\"],"
	    "\"unknown\":[\"sector\",\"kind\"]}\n]\n");
	free(text);
}

static void
test_for_people(void **state)
{
	PLACE("P1", "kind=werk", "sector=groen", "postcode=3702");
	PLACE("P2", "kind=werk", "sector=groen");
	PLACE("P3", "kind=dagbesteding", "sector=metaal", "postcode=3702");
	SAYS(found(10, false, DOSSIER_TEXT), "Lotte Visser (", "2026-08-01",
	    "3511 AB", "paid work", "Monday, Tuesday", "green",
	    "Places looked at: 3. They fit: 1, may fit: 1, do not fit: 1.",
	    "These fit, the best first", "Tuin P1 (P1)", "De Groene Hoek",
	    "7.6", "These may fit", "Tuin P2 (P2)", "distance not",
	    "do not fit", "Tuin P3 (P3)", "the sector is not wanted");
}

static void
test_none_fits(void **state)
{
	PLACE("P1", "kind=werk", "sector=metaal", "postcode=3702");
	SAYS(found(10, true, DOSSIER_TEXT), "They fit: 0",
	    "the sector is not wanted");
}

static void
test_no_places(void **state)
{
	char *text = found(10, true, DOSSIER_JSON);

	assert_string_equal(text, "[]\n");
	free(text);
	SAYS(found(10, true, DOSSIER_TEXT), "dossier intake");
}

static void
test_seats_of_others(void **state)
{
	char key[16];

	ds_ref_make(ref, 2, 0);
	snprintf(key, sizeof key, "ref=%s", ref);
	region_add(&region, "youth", key, "opened_on=2025-08-20", NULL);
	ds_ref_make(ref, 1, 0);
	PLACE("FULL", "kind=werk", "sector=groen", "postcode=3702",
	    "seats=1");
	PLACE("MINE", "kind=werk", "sector=groen", "postcode=3702",
	    "seats=1");
	PLACE("PAST", "kind=werk", "sector=groen", "postcode=3702",
	    "seats=1");
	region_add(&region, "placement", "youth=2", "place=1", "kind=stage",
	    "from=2026-02-01", NULL);
	region_add(&region, "placement", "youth=1", "place=2", "kind=stage",
	    "from=2026-02-01", NULL);
	region_add(&region, "placement", "youth=2", "place=3", "kind=stage",
	    "from=2026-02-01", "until=2026-07-31", NULL);
	SAYS(found(10, false, DOSSIER_JSON), "\"MINE\"", "\"fits\":true",
	    "\"PAST\"", "\"fits\":true", "\"FULL\"", "\"fits\":false",
	    "no seat free: 1 of 1 taken", "\"blocked_by\":[\"seats\"]");
}

static void
test_dates(void **state)
{
	PLACE("GONE", "kind=werk", "sector=groen", "postcode=3702",
	    "until=2026-02-01");
	PLACE("ENDS", "kind=werk", "sector=groen", "postcode=3702",
	    "until=2026-07-31");
	PLACE("OPENS", "kind=werk", "sector=groen", "postcode=3702",
	    "from=2026-08-02");
	SAYS(found(10, true, DOSSIER_JSON), "\"ENDS\"",
	    "ends on 2026-07-31, wanted from 2026-08-01", "\"OPENS\"",
	    "opens on 2026-08-02, wanted from 2026-08-01", "!GONE");
}

static void
test_order_and_limit(void **state)
{
	PLACE("A", "kind=werk", "sector=groen", "postcode=3702");
	PLACE("B", "kind=werk", "sector=groen", "postcode=3511");
	PLACE("C", "kind=werk", "sector=groen", "postcode=3702",
	    "processes=B1-K1-W1");
	PLACE("D", "kind=werk", "sector=groen", "postcode=3702",
	    "processes=B1-K1-W1 B1-K1-W2");
	PLACE("E", "kind=werk", "sector=groen", "postcode=3702",
	    "processes=B1-K1-W9");
	PLACE("F", "kind=werk", "sector=groen", "postcode=3811",
	    "processes=B1-K1-W9");
	SAYS(found(10, false, DOSSIER_JSON), "\"D\"", "\"C\"", "\"B\"",
	    "\"A\"", "\"E\"", "\"F\"");
	SAYS(found(1, false, DOSSIER_JSON), "\"D\"", "\"E\"", "!\"C\"",
	    "!\"B\"", "!\"F\"");
}

static void
test_no_memory(void **state)
{
	dossier_document *doc = NULL;
	dossier_status status;
	unsigned long n;

	PLACE("P1", "kind=werk", "sector=groen", "postcode=3702");
	PLACE("P2", "kind=werk", "postcode=3811");
	free(found(10, false, DOSSIER_JSON));
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_match_place(&doc, region.session, ref, 10,
		    NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 5);
	dossier_document_free(doc);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_exact),
		CASE(test_for_people),
		CASE(test_none_fits),
		CASE(test_no_places),
		CASE(test_seats_of_others),
		CASE(test_dates),
		CASE(test_order_and_limit),
		CASE(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
