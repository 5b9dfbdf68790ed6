/* SPDX-License-Identifier: EUPL-1.2 */
/* The four reports over a region of two schools and two municipalities. */
#include "flows/region.h"

/* Two contacts a school, three at a meeting, one or two visits a year. */
static const char pack[] =
    "id: proef\nversion: \"1\"\nname: Proef\nvalid_from: 2020-01-01\n"
    "parameters:\n"
    "  ondersteuning: { values: [jobcoach, training] }\n"
    "terms:\n"
    "  overleg:\n"
    "    label: Uitstroomoverleg\n"
    "    on: youth\n"
    "    anchor: expected_exit\n"
    "    before: P6M\n"
    "    met_by: [{ meeting: uitstroomoverleg }]\n"
    "    responsible: lead\n"
    "  afspraak:\n"
    "    label: Afspraak\n"
    "    on: youth\n"
    "    anchor: expected_exit\n"
    "    before: P0D\n"
    "    opens: last_year_start\n"
    "    met_by: [{ agreement: plek }]\n"
    "    responsible: municipality\n"
    "norms:\n"
    "  contacten: { label: Twee contacten, kind: contacts,\n"
    "    role: contactpersoon, party_kind: sociale-dienst,\n"
    "    per_school: yes, at_least: 2 }\n"
    "  aanwezig: { label: Aanwezig, kind: present,\n"
    "    meeting: uitstroomoverleg,\n"
    "    roles: [stagecoordinator, uwv, sdd] }\n"
    "  bezoeken: { label: Bezoeken, kind: meetings, meeting: bezoek,\n"
    "    party_kind: gemeente, at_least: 1, at_most: 2 }\n";

static struct region region;

static void
fill_parties(void)
{
	region_add(&region, "party", "code=02QZ00", "kind=school",
	    "name=De Klimop", NULL);
	region_add(&region, "party", "code=03TV00", "kind=school", NULL);
	region_add(&region, "party", "code=0505", "kind=gemeente",
	    "name=Dordrecht", NULL);
	region_add(&region, "party", "code=0355", "kind=gemeente", NULL);
	region_add(&region, "party", "code=sdd", "kind=sociale-dienst", NULL);
	region_add(&region, "contact", "name=Ria Stok", "phone=06-1", NULL);
	region_add(&region, "contact", "name=Wil Dijk", "phone=06-2",
	    "email=wil@dordrecht.example", NULL);
	region_add(&region, "contact", "name=Noor Pool", "phone=06-3", NULL);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	region_add(&region, "contact", "name=Tess Kuil", NULL);
	region_add(&region, "contact_role", "contact=1", "party=1",
	    "role=mentor", NULL);
	region_add(&region, "contact_role", "contact=2", "party=3",
	    "role=contactpersoon", NULL);
	region_add(&region, "contact_role", "contact=3", "party=5",
	    "role=contactpersoon", "about=1", "from=2025-08-01",
	    "until=2026-03-31", NULL);
	region_add(&region, "contact_role", "contact=4", "party=5",
	    "role=contactpersoon", "about=1", NULL);
	region_add(&region, "contact_role", "contact=5", "party=5",
	    "role=contactpersoon", "about=2", NULL);
}

/* A youth at a school, living somewhere, led by somebody. */
static void
fill_youth(int id, const char *ref, const char *name, const char *opened,
    const char *closed)
{
	char number[16], given[32], first[32], last[32], key[32];

	snprintf(key, sizeof key, "ref=%s", ref);
	snprintf(given, sizeof given, "given_name=%s", name);
	snprintf(first, sizeof first, "opened_on=%s", opened);
	snprintf(last, sizeof last, "closed_on=%s",
	    closed == NULL ? "" : closed);
	region_add(&region, "youth", key, given, first,
	    closed == NULL ? NULL : last, NULL);
	snprintf(number, sizeof number, "youth=%d", id);
	region_add(&region, "residence", number, id == 4 ?
	    "municipality=4" : "municipality=3", NULL);
	region_add(&region, "enrolment", number, id == 4 ? "school=2" :
	    "school=1", "from=2024-08-01", id == 2 ?
	    "expected_exit=2026-08-31" : "expected_exit=2026-07-17", NULL);
}

static void
fill_youths(void)
{
	fill_youth(1, "AAAAAAAA1", "Zo\xc3\xab", "2025-09-01", NULL);
	fill_youth(2, "BBBBBBBB2", "Bram", "2025-09-01", NULL);
	fill_youth(3, "CCCCCCCC3", "Sami", "2026-01-20", NULL);
	fill_youth(4, "DDDDDDDD4", "Kim", "2025-09-01", NULL);
	fill_youth(5, "EEEEEEEE5", "Ivo", "2025-09-01", "2025-12-31");
	region_add(&region, "lead", "youth=1", "party=1", "contact=1", NULL);
	region_add(&region, "lead", "youth=2", "party=2", NULL);
	region_add(&region, "lead", "youth=3", "party=1", "contact=1", NULL);
	region_add(&region, "lead", "youth=4", "party=2",
	    "until=2025-12-31", NULL);
	region_add(&region, "lead", "youth=5", "party=1", NULL);
}

static void
fill_meetings(void)
{
	region_add(&region, "meeting", "kind=uitstroomoverleg",
	    "on=2025-11-12", "school=1", "party=5", NULL);
	region_add(&region, "attendance", "meeting=1",
	    "role=stagecoordinator", NULL);
	region_add(&region, "attendance", "meeting=1", "role=uwv", NULL);
	region_add(&region, "attendance", "meeting=1", "role=jobcoach", NULL);
	region_add(&region, "meeting", "kind=bezoek", "on=2025-10-01",
	    "school=1", "party=3", NULL);
	region_add(&region, "meeting", "kind=bezoek", "on=2025-06-01",
	    "school=1", "party=3", NULL);
	region_add(&region, "discussion", "meeting=2", "youth=1", NULL);
	region_add(&region, "discussion", "meeting=2", "youth=2", NULL);
	region_add(&region, "agreement", "youth=5", "kind=plek", "party=3",
	    "on=2025-10-01", NULL);
}

static int
make_region(void **state)
{
	region_start(&region);
	region_pack(&region, pack);
	fill_parties();
	fill_youths();
	fill_meetings();
	region_close_fill(&region);
	return 0;
}

static int
end_region(void **state)
{
	region_end(&region);
	return 0;
}

/* ---- asking ---- */

static char *
ask(const char *name, const char *today, dossier_report_options options,
    bool attention)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_open(&region, today, options.mine ? "Ria Stok" : NULL);
	options.name = name;
	region_ok(dossier_report(&doc, region.session, &options, &err), &err);
	assert_int_equal(dossier_document_attention(doc), attention);
	return region_print(doc, DOSSIER_JSON);
}

static void
expect(const char *name, const char *today, dossier_report_options options,
    bool attention, const char *wanted)
{
	char *found = ask(name, today, options, attention);

	assert_string_equal(found, wanted);
	free(found);
}

static dossier_status
refused(const char *name, dossier_report_options options)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	dossier_status status;

	region_open(&region, "2026-01-20", NULL);
	options.name = name;
	status = dossier_report(&doc, region.session, &options, &err);
	assert_int_equal(err.status, status);
	assert_null(doc);
	return status;
}

/* ---- the reports ---- */

static void
test_caseload(void **state)
{
	expect("caseload", "2026-01-20", (dossier_report_options){0}, true,
	    "[\n"
	    "{\"ref\":\"BBBBBBBB2\",\"school\":\"02QZ00\","
	    "\"municipality\":\"0505\",\"state\":\"no_person\","
	    "\"lead\":\"03TV00\",\"expected_exit\":\"2026-08-31\"},\n"
	    "{\"ref\":\"EEEEEEEE5\",\"school\":\"02QZ00\","
	    "\"municipality\":\"0505\",\"state\":\"closed\","
	    "\"lead\":\"02QZ00\",\"expected_exit\":\"2026-07-17\"},\n"
	    "{\"ref\":\"CCCCCCCC3\",\"school\":\"02QZ00\","
	    "\"municipality\":\"0505\",\"state\":\"open\","
	    "\"lead\":\"02QZ00\",\"expected_exit\":\"2026-07-17\"},\n"
	    "{\"ref\":\"AAAAAAAA1\",\"school\":\"02QZ00\","
	    "\"municipality\":\"0505\",\"state\":\"open\","
	    "\"lead\":\"02QZ00\",\"expected_exit\":\"2026-07-17\"},\n"
	    "{\"ref\":\"DDDDDDDD4\",\"school\":\"03TV00\","
	    "\"municipality\":\"0355\",\"state\":\"nobody\","
	    "\"lead\":null,\"expected_exit\":\"2026-07-17\"}\n]\n");
	/* On the last day of the lead there is a party, and no person. */
	expect("caseload", "2025-12-31",
	    (dossier_report_options){ .municipality = "0355" }, true, "[\n"
	    "{\"ref\":\"DDDDDDDD4\",\"school\":\"03TV00\","
	    "\"municipality\":\"0355\",\"state\":\"no_person\","
	    "\"lead\":\"03TV00\",\"expected_exit\":\"2026-07-17\"}\n]\n");
	expect("caseload", "2026-01-20",
	    (dossier_report_options){ .school = "De Klimop",
	    .municipality = "0355" }, false, "[]\n");
}

#define ROW(ref, term, due, state, days, holder, contact, phone) \
	"{\"ref\":\"" ref "\",\"term\":\"" term "\",\"due\":\"" due \
	"\",\"state\":\"" state "\",\"days\":" days ",\"holder\":" holder \
	",\"contact\":" contact ",\"phone\":" phone "}"

static void
test_due(void **state)
{
	const dossier_report_options soon = { .within = 0, .school = "02QZ00" };

	/* Day 1 too late; who came after the day; and what is open. */
	expect("due", "2026-01-20", soon, true, "[\n"
	    ROW("AAAAAAAA1", "overleg", "2026-01-17", "late", "3",
	    "\"02QZ00\"", "\"Ria Stok\"", "\"06-1\"") ",\n"
	    ROW("CCCCCCCC3", "overleg", "2026-01-17", "late_from_intake",
	    "3", "\"02QZ00\"", "\"Ria Stok\"", "\"06-1\"") ",\n"
	    ROW("AAAAAAAA1", "afspraak", "2026-07-17", "due", "178",
	    "\"0505\"", "\"Wil Dijk\"", "\"06-2\"") ",\n"
	    ROW("CCCCCCCC3", "afspraak", "2026-07-17", "due", "178",
	    "\"0505\"", "\"Wil Dijk\"", "\"06-2\"") "\n]\n");
}

static void
test_due_within(void **state)
{
	dossier_report_options mine = { .within = 7, .mine = true };
	dossier_report_options other = { .within = 49, .school = "02QZ00" };
	const dossier_report_options few = { .within = 7,
	    .municipality = "0355" };
	char *found;

	expect("due", "2026-01-10", mine, false, "[\n"
	    ROW("AAAAAAAA1", "overleg", "2026-01-17", "due", "7",
	    "\"02QZ00\"", "\"Ria Stok\"", "\"06-1\"") ",\n"
	    ROW("CCCCCCCC3", "overleg", "2026-01-17", "due", "7",
	    "\"02QZ00\"", "\"Ria Stok\"", "\"06-1\"") "\n]\n");
	mine.within = 6;
	expect("due", "2026-01-10", mine, false, "[]\n");
	/* The day is the last one within; a party without a person. */
	found = ask("due", "2026-01-10", other, false);
	assert_non_null(strstr(found, ROW("BBBBBBBB2", "overleg",
	    "2026-02-28", "due", "49", "\"03TV00\"", "null", "null")));
	free(found);
	other.within = 48;
	found = ask("due", "2026-01-10", other, false);
	assert_null(strstr(found, "BBBBBBBB2"));
	free(found);
	/* Nobody holds it: no name is made up. */
	expect("due", "2026-01-10", few, false, "[\n"
	    ROW("DDDDDDDD4", "overleg", "2026-01-17", "due", "7", "null",
	    "null", "null") ",\n"
	    ROW("DDDDDDDD4", "afspraak", "2026-07-17", "due", "188",
	    "\"0355\"", "null", "null") "\n]\n");
}

static void
test_contacts(void **state)
{
	expect("contacts", "2026-03-31",
	    (dossier_report_options){ .school = "02QZ00" }, false, "[\n"
	    "{\"school\":\"02QZ00\",\"party\":\"sdd\","
	    "\"role\":\"contactpersoon\",\"contact\":\"Joris Vink\","
	    "\"phone\":null,\"email\":null,\"from\":null,\"until\":null},\n"
	    "{\"school\":\"02QZ00\",\"party\":\"sdd\","
	    "\"role\":\"contactpersoon\",\"contact\":\"Noor Pool\","
	    "\"phone\":\"06-3\",\"email\":null,\"from\":\"2025-08-01\","
	    "\"until\":\"2026-03-31\"},\n"
	    "{\"school\":\"02QZ00\",\"party\":\"02QZ00\",\"role\":\"mentor\","
	    "\"contact\":\"Ria Stok\",\"phone\":\"06-1\",\"email\":null,"
	    "\"from\":null,\"until\":null},\n"
	    "{\"school\":\"02QZ00\",\"party\":\"0505\","
	    "\"role\":\"contactpersoon\",\"contact\":\"Wil Dijk\","
	    "\"phone\":\"06-2\",\"email\":\"wil@dordrecht.example\","
	    "\"from\":null,\"until\":null}\n]\n");
	/* Nobody of that school lives in Dordrecht. */
	expect("contacts", "2026-04-01",
	    (dossier_report_options){ .school = "03TV00" }, false, "[\n"
	    "{\"school\":\"03TV00\",\"party\":\"sdd\","
	    "\"role\":\"contactpersoon\",\"contact\":\"Tess Kuil\","
	    "\"phone\":null,\"email\":null,\"from\":null,\"until\":null}"
	    "\n]\n");
}

#define NORM(norm, subject, school, count, least, most, state, rest) \
	"{\"norm\":\"" norm "\",\"subject\":\"" subject "\",\"school\":\"" \
	school "\",\"count\":" count ",\"at_least\":" least \
	",\"at_most\":" most ",\"state\":\"" state "\"," rest "}"
#define NO_NUMBERS "\"discussed\":null,\"agreements\":null,\"support\":null"
#define SUPPORT "\"support\":[\"jobcoach\",\"training\"]"

static void
test_norms(void **state)
{
	expect("norms", "2026-03-31", (dossier_report_options){ .all = true },
	    true, "[\n"
	    NORM("aanwezig", "uitstroomoverleg 2025-11-12", "02QZ00", "2",
	    "3", "null", "incomplete", "\"missing\":[\"sdd\"],"
	    NO_NUMBERS) ",\n"
	    NORM("bezoeken", "0355", "03TV00", "0", "1", "2", "under",
	    "\"missing\":null,\"discussed\":0,\"agreements\":0," SUPPORT)
	    ",\n"
	    NORM("bezoeken", "0505", "02QZ00", "1", "1", "2", "ok",
	    "\"missing\":null,\"discussed\":2,\"agreements\":1," SUPPORT)
	    ",\n"
	    NORM("contacten", "sdd", "02QZ00", "2", "2", "null", "ok",
	    "\"missing\":null," NO_NUMBERS) ",\n"
	    NORM("contacten", "sdd", "03TV00", "1", "2", "null", "under",
	    "\"missing\":null," NO_NUMBERS) "\n]\n");
	/* The day after, one contact has gone. */
	expect("norms", "2026-04-01",
	    (dossier_report_options){ .municipality = "0505" }, true, "[\n"
	    NORM("aanwezig", "uitstroomoverleg 2025-11-12", "02QZ00", "2",
	    "3", "null", "incomplete", "\"missing\":[\"sdd\"],"
	    NO_NUMBERS) ",\n"
	    NORM("contacten", "sdd", "02QZ00", "1", "2", "null", "under",
	    "\"missing\":null," NO_NUMBERS) "\n]\n");
}

static void
test_refused(void **state)
{
	const dossier_report_options none = {0};

	assert_int_equal(refused("weather", none), DOSSIER_USAGE);
	assert_int_equal(refused("due", (dossier_report_options){
	    .mine = true }), DOSSIER_USAGE);
	assert_int_equal(refused("due", (dossier_report_options){
	    .within = -1 }), DOSSIER_USAGE);
	assert_int_equal(refused("due", (dossier_report_options){
	    .school = "0505" }), DOSSIER_INVALID);
	assert_int_equal(refused("due", (dossier_report_options){
	    .municipality = "9999" }), DOSSIER_NOT_FOUND);
}

/* Who looked at which report is written down; counts leave no trace. */
static void
test_access(void **state)
{
	int64_t before, after;
	static const struct {
		const char *name;
		int rows;
	} reports[] = {
		{ "caseload", 1 }, { "due", 1 }, { "contacts", 1 },
		{ "norms", 0 }
	};
	struct ds_stmt *stmt;
	bool row;
	size_t i;

	for (i = 0; i < 4; i++) {
		region_open(&region, "2026-01-20", NULL);
		assert_int_equal(ds_sql(&stmt, region.session->store,
		    DS_SQL_TXN_LAST, NULL), DOSSIER_OK);
		assert_int_equal(ds_step(&row, stmt, NULL), DOSSIER_OK);
		before = ds_col_int(stmt, 0);
		ds_stmt_reset(stmt);
		free(ask(reports[i].name, "2026-01-20",
		    (dossier_report_options){0}, i != 2));
		assert_int_equal(ds_sql(&stmt, region.session->store,
		    DS_SQL_TXN_LAST, NULL), DOSSIER_OK);
		assert_int_equal(ds_step(&row, stmt, NULL), DOSSIER_OK);
		after = ds_col_int(stmt, 0);
		ds_stmt_reset(stmt);
		assert_int_equal(after - before, reports[i].rows);
	}
}

/* Every allocation that fails ends the report, and nothing else. */
static void
test_no_memory(void **state)
{
	static const char *const names[] = {
		"caseload", "due", "contacts", "norms"
	};
	dossier_report_options options = { .within = 400, .all = true };
	dossier_document *doc;
	dossier_status status;
	unsigned long n;
	size_t i;

	for (i = 0; i < 4; i++) {
		options.name = names[i];
		for (n = 1;; n++) {
			region_open(&region, "2026-01-20", NULL);
			doc = NULL;
			ds_mem_fail_at(n);
			status = dossier_report(&doc, region.session,
			    &options, NULL);
			if (!ds_mem_failed())
				break;
			assert_int_equal(status, DOSSIER_NO_MEMORY);
			assert_null(doc);
		}
		ds_mem_fail_at(0);
		assert_int_equal(status, DOSSIER_OK);
		dossier_document_free(doc);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_caseload),
		cmocka_unit_test(test_due),
		cmocka_unit_test(test_due_within),
		cmocka_unit_test(test_contacts),
		cmocka_unit_test(test_norms),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_access),
		cmocka_unit_test(test_no_memory)
	};

	return cmocka_run_group_tests_name("flows.report", tests, make_region,
	    end_region);
}
