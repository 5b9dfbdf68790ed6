/* SPDX-License-Identifier: EUPL-1.2 */
/* The packs of a store: which one judges whom, and loading it when asked. */
#include "flows/region.h"

#include "rules/library.h"

#define HEAD(id, rest) "id: " id "\nversion: \"1\"\nname: N\n" rest
#define FROM "valid_from: 2026-01-01\n"
#define EXAMPLE "examples:\n  - { name: e, table: t, facts: { age: 16 },\n" \
	"      expect: { route: bbl } }\n"
#define TABLE "tables:\n  t: { label: T, on: youth, inputs: [age], " \
	"rules: [{ id: T1, then: { route: bbl } }] }\n"

static const char nl[] = HEAD("nl", FROM TABLE EXAMPLE);
static const char delta[] = HEAD("delta", FROM "extends: nl\n"
    "municipalities: [\"0505\", \"0523\"]\n");
static const char town[] = HEAD("alblas", FROM "extends: delta\n"
    "municipalities: [\"0523\"]\n");
static const char broken[] = HEAD("kapot", FROM
    "municipalities: [\"0310\"]\nroutes: []\n");
static const char ring[] = HEAD("ring", FROM "extends: krans\n"
    "municipalities: [\"0344\"]\n");
static const char crown[] = HEAD("krans", FROM "extends: ring\n");

static struct region region;
static struct ds_library *library;
static dossier_error err;

/* With its head beside it, as today's software writes it. */
static void
add(const char *name, const char *version, const char *text,
    const char *from, const char *extends, const char *codes)
{
	char fields[6][1000];

	snprintf(fields[0], sizeof fields[0], "name=%s", name);
	snprintf(fields[1], sizeof fields[1], "version=%s", version);
	snprintf(fields[2], sizeof fields[2], "text=%s", text);
	snprintf(fields[3], sizeof fields[3], "valid_from=%s",
	    from == NULL ? "" : from);
	snprintf(fields[4], sizeof fields[4], "extends=%s", extends);
	snprintf(fields[5], sizeof fields[5], "municipalities=%s", codes);
	if (from == NULL)
		region_add(&region, "pack", fields[0], fields[1], fields[2],
		    "digest=00", NULL);
	else if (extends[0] == '\0')
		region_add(&region, "pack", fields[0], fields[1], fields[2],
		    "digest=00", fields[3], fields[5], NULL);
	else
		region_add(&region, "pack", fields[0], fields[1], fields[2],
		    "digest=00", fields[3], fields[4], fields[5], NULL);
}

static void
add_bare(const char *name, const char *text)
{
	add(name, "1", text, NULL, "", "");
}

static int
setup(void **state)
{
	memset(&err, 0, sizeof err);
	library = NULL;
	region_start(&region);
	return 0;
}

static int
teardown(void **state)
{
	ds_library_close(library);
	region_close_fill(&region);
	region_end(&region);
	return 0;
}

static void
open_library(const char *home)
{
	region_ok(ds_library_open(&library, region.book, home, &err), &err);
}

static const struct ds_pack *
pack_for(const char *municipality)
{
	const struct ds_pack *pack;
	const char *why;

	region_ok(ds_library_pack(&pack, library, municipality,
	    ds_day_of(2026, 2, 1), &why, &err), &err);
	assert_non_null(why);
	return pack;
}

static void
judged_by(const char *municipality, const char *id)
{
	assert_string_equal(pack_for(municipality)->id, id);
}

static void
choose(void)
{
	open_library("nl");
	judged_by("0505", "delta");
	judged_by("0523", "alblas");
	judged_by("9999", "nl");
	judged_by("050", "nl");
	judged_by("0505 0523", "nl");
	judged_by(NULL, "nl");
	assert_string_equal(pack_for("0523")->base->base->id, "nl");
	assert_ptr_equal(pack_for("0523"), pack_for("0523"));
	assert_ptr_equal(pack_for("0523")->base, pack_for("0505"));
}

static void
test_a_municipality_goes_before_its_region(void **state)
{
	add("alblas", "1", town, "2026-01-01", "delta", "0523");
	add("delta", "1", delta, "2026-01-01", "nl", "0505 0523");
	add("nl", "1", nl, "2026-01-01", "", "");
	choose();
}

static void
test_without_a_head_the_text_says_it(void **state)
{
	add_bare("alblas", town);
	add_bare("delta", delta);
	add_bare("nl", nl);
	choose();
}

static void
test_the_newest_in_force(void **state)
{
	const struct ds_pack *pack;

	add("nl", "1", nl, "2026-01-01", "", "");
	add("nl", "2", HEAD("nl", "valid_from: 2026-03-01\n"), "2026-03-01",
	    "", "");
	open_library("nl");
	region_ok(ds_library_named(&pack, library, "nl",
	    ds_day_of(2026, 2, 28), &err), &err);
	assert_int_equal(pack->table_count, 1);
	region_ok(ds_library_named(&pack, library, "nl",
	    ds_day_of(2026, 3, 1), &err), &err);
	assert_int_equal(pack->table_count, 0);
	region_ok(ds_library_named(&pack, library, "nl",
	    ds_day_of(2025, 12, 31), &err), &err);
	assert_null(pack);
	region_ok(ds_library_named(&pack, library, "delta",
	    ds_day_of(2026, 3, 1), &err), &err);
	assert_null(pack);
}

static void
test_no_home(void **state)
{
	add("nl", "1", nl, "2026-01-01", "", "");
	assert_int_equal(ds_library_open(&library, region.book, "delta",
	    &err), DOSSIER_NOT_FOUND);
	assert_null(library);
}

/* ---- what is broken hinders who uses it, and nobody else ---- */

static void
refused(const char *municipality, const char *word)
{
	const struct ds_pack *pack;
	const char *why;

	memset(&err, 0, sizeof err);
	assert_int_equal(ds_library_pack(&pack, library, municipality,
	    ds_day_of(2026, 2, 1), &why, &err), DOSSIER_INVALID);
	assert_null(pack);
	if (strstr(err.message, word) == NULL)
		fail_msg("%s lacks %s", err.message, word);
}

static void
test_a_broken_pack_is_told_when_it_is_used(void **state)
{
	add("nl", "1", nl, "2026-01-01", "", "");
	add("kapot", "1", broken, "2026-01-01", "", "0310");
	open_library("nl");
	judged_by("0505", "nl");
	refused("0310", "routes");
	assert_string_equal(err.file, "kapot");
	judged_by("0505", "nl");
	refused("0310", "routes");
}

static void
test_packs_that_extend_each_other(void **state)
{
	add("krans", "1", crown, "2026-01-01", "ring", "");
	add("nl", "1", nl, "2026-01-01", "", "");
	add("ring", "1", ring, "2026-01-01", "krans", "0344");
	add("wees", "1", HEAD("wees", FROM "extends: weg\n"), "2026-01-01",
	    "weg", "0355");
	open_library("nl");
	judged_by("0505", "nl");
	refused("0344", "in turn");
	refused("0355", "not there");
}

/* ---- examples ---- */

static void
test_examples_are_there_once_asked_for(void **state)
{
	const struct ds_pack *pack;

	add("nl", "1", nl, "2026-01-01", "", "");
	open_library("nl");
	assert_int_equal(ds_library_count(library), 1);
	assert_string_equal(ds_library_id(library, 0), "nl");
	region_ok(ds_library_at(&pack, library, 0, &err), &err);
	assert_int_equal(pack->example_count, 0);
	region_ok(ds_library_examples(&pack, library, 0, &err), &err);
	assert_int_equal(pack->example_count, 1);
	assert_ptr_equal(pack_for(NULL), pack);
}

static void
test_a_broken_example_hinders_no_work(void **state)
{
	const struct ds_pack *pack;

	add("nl", "1", HEAD("nl", FROM "examples: [{ nam: e }]\n"),
	    "2026-01-01", "", "");
	open_library("nl");
	judged_by("0505", "nl");
	assert_int_equal(ds_library_examples(&pack, library, 0, &err),
	    DOSSIER_INVALID);
	assert_int_equal(err.line, 5);
}

/* ---- rows of before ---- */

static const struct ds_row *
packs(void)
{
	struct ds_row *rows;
	size_t count;

	region_ok(ds_book_list(&rows, &count, &region.arena, region.book,
	    DS_PACK, -1, 0, &err), &err);
	return rows;
}

static void
test_rows_of_before_get_their_heads(void **state)
{
	const struct ds_row *rows;
	bool old;

	add_bare("delta", delta);
	region_ok(ds_library_is_old(&old, region.book, &err), &err);
	assert_true(old);
	region_ok(ds_library_renew(region.book, &err), &err);
	region_ok(ds_library_is_old(&old, region.book, &err), &err);
	assert_false(old);
	rows = packs();
	assert_string_equal(ds_row_text(rows, DS_F_PACK_EXTENDS), "nl");
	assert_string_equal(ds_row_text(rows, DS_F_PACK_VALID_FROM),
	    "2026-01-01");
	assert_string_equal(ds_row_text(rows, DS_F_PACK_MUNICIPALITIES),
	    "0505 0523");
	assert_string_equal(ds_row_text(rows, DS_F_PACK_TEXT), delta);
}

static void
test_what_cannot_be_read_is_left_as_it_is(void **state)
{
	bool old;

	add_bare("open", "id: [");
	add_bare("elders", delta);
	region_ok(ds_library_is_old(&old, region.book, &err), &err);
	assert_false(old);
	region_ok(ds_library_renew(region.book, &err), &err);
	assert_null(ds_row_text(&packs()[0], DS_F_PACK_VALID_FROM));
	assert_null(ds_row_text(&packs()[1], DS_F_PACK_VALID_FROM));
}

static void
test_what_is_installed_needs_no_renewal(void **state)
{
	bool old;

	region_ok(ds_library_install(region.book, &err), &err);
	region_ok(ds_library_is_old(&old, region.book, &err), &err);
	assert_false(old);
	open_library("nl");
	judged_by("0356", "utrecht-nieuwegein");
	judged_by("0310", "utrecht");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_a_municipality_goes_before_its_region),
		CASE(test_without_a_head_the_text_says_it),
		CASE(test_the_newest_in_force),
		CASE(test_no_home),
		CASE(test_a_broken_pack_is_told_when_it_is_used),
		CASE(test_packs_that_extend_each_other),
		CASE(test_examples_are_there_once_asked_for),
		CASE(test_a_broken_example_hinders_no_work),
		CASE(test_rows_of_before_get_their_heads),
		CASE(test_what_cannot_be_read_is_left_as_it_is),
		CASE(test_what_is_installed_needs_no_renewal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
