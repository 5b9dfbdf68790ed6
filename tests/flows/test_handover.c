/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/one_case.h"

#include <sys/stat.h>

static struct one_case c;
static char folder[64];

static int
start(void **state)
{
	case_start(&c, "2026-05-11");
	snprintf(folder, sizeof folder, "%s/out", c.region.folder);
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

static dossier_handover_options
options(dossier_handover_verb verb)
{
	dossier_handover_options o = { .to = "0355", .from = DOSSIER_NO_DAY };

	if (verb == DOSSIER_SEND) {
		o.ground = "WVO 2020 2.31b";
		o.folder = folder;
	}
	if (verb >= DOSSIER_ACCEPT) {
		o.said_by = "Wil Dijk";
		o.channel = "phone";
	}
	if (verb == DOSSIER_DECLINE)
		o.reason = "lives elsewhere";
	return o;
}

static char *
step_with(dossier_handover_verb verb, const dossier_handover_options *o,
    dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_handover(&doc, c.region.session, verb, c.ref, o,
	    &err), &err);
	return region_print(doc, format);
}

static char *
step(dossier_handover_verb verb)
{
	dossier_handover_options o = options(verb);

	return step_with(verb, &o, DOSSIER_JSON);
}

static void
done(dossier_handover_verb verb)
{
	free(step(verb));
}

static dossier_status
refused_with(dossier_handover_verb verb, const dossier_handover_options *o,
    dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	dossier_status status;

	status = dossier_handover(&doc, c.region.session, verb, c.ref, o,
	    err != NULL ? err : &own);
	assert_null(doc);
	return status;
}

static dossier_status
refused(dossier_handover_verb verb)
{
	dossier_handover_options o = options(verb);

	return refused_with(verb, &o, NULL);
}

static void
assert_lead(const char *day, const char *party, const char *contact)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	char part[128], *text;

	region_ok(dossier_show(&doc, c.region.session, c.ref,
	    ds_day_from_iso(day), &err), &err);
	text = region_print(doc, DOSSIER_JSON);
	snprintf(part, sizeof part, "\"lead\":{\"party\":\"%s\"", party);
	says(text, part);
	snprintf(part, sizeof part, "\"contact\":\"%s\",\"phone\"", contact);
	says(text, part);
	free(text);
}

static char *
file_text(const char *name, const char *day, const char *ending)
{
	struct ds_buf text = DS_BUF_INIT;
	char path[192];

	snprintf(path, sizeof path, "%s/%s-%s-%s.%s", folder, name, c.ref,
	    day, ending);
	assert_int_equal(ds_file_read(&text, path, 1 << 20, NULL),
	    DOSSIER_OK);
	return text.data;
}

static bool
any_file(void)
{
	char command[96];

	snprintf(command, sizeof command, "ls %s 2>/dev/null | grep -q .",
	    folder);
	return system(command) == 0;
}

/* ---- prepare ---- */

static void
leaves_on(const char *set)
{
	dossier_document *doc;

	assert_int_equal(dossier_edit(&doc, c.region.session, c.ref, &set, 1,
	    NULL, NULL), DOSSIER_OK);
	dossier_document_free(doc);
}

static void
gap_is(const char *set, const char *data, const char *words)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);
	char *text;

	leaves_on(set);
	text = step(DOSSIER_PREPARE);
	says(text, data);
	free(text);
	text = step_with(DOSSIER_PREPARE, &o, DOSSIER_TEXT);
	says(text, words);
	free(text);
}

static void
the_gap_is_said_in_days(void **state)
{
	gap_is("left_on=31-07-2026", "\"gap_days\":0,", "they join up");
	gap_is("left_on=17-07-2026", "\"gap_days\":14,", "14 days");
	gap_is("left_on=05-08-2026", "\"gap_days\":-5,", "An overlap");
	/* Not deregistered yet: what is expected counts. */
	leaves_on("left_on=");
	gap_is("expected_exit=31-07-2026", "\"gap_days\":0,",
	    "they join up");
	gap_is("expected_exit=", "\"gap_days\":null,", "not known");
}

static void
what_is_missing_is_named(void **state)
{
	char *text = step(DOSSIER_PREPARE);

	says(text, "\"to\":\"0355\",\"state\":\"prepared\"");
	says(text, "\"ready\":false,\"missing\":[\"plek\",\"ondersteuning\"]");
	says(text, "\"last_stage_is_first_place\":true");
	free(text);
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
}

static void
agree(const char *kind)
{
	dossier_follow_options o = { .what = "agreement", .kind = kind,
	    .text = "agreed", .with = "0355", .on = DOSSIER_NO_DAY,
	    .due = DOSSIER_NO_DAY, .reached = -1 };
	dossier_document *doc;

	assert_int_equal(dossier_follow(&doc, c.region.session, c.ref, &o,
	    NULL), DOSSIER_OK);
	dossier_document_free(doc);
}

static void
agreed_place_and_support_make_it_ready(void **state)
{
	char *text;

	agree("plek");
	agree("ondersteuning");
	text = step(DOSSIER_PREPARE);
	says(text, "\"ready\":true,\"missing\":[]");
	free(text);
}

static void
who_leads_already_cannot_take_over(void **state)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);

	o.to = "02QZ00";
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_CONFLICT);
	o.to = "nowhere";
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_NOT_FOUND);
	o.to = NULL;
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_USAGE);
}

/* ---- send ---- */

static void
without_a_ground_nothing_leaves(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);

	done(DOSSIER_PREPARE);
	o.ground = NULL;
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_FORBIDDEN);
	o.ground = "  ";
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_FORBIDDEN);
	assert_false(any_file());
}

static void
three_files_leave_without_the_bsn(void **state)
{
	static const char *const files[][2] = {
		{ "overgangsdocument", "html" },
		{ "overgangsdocument", "json" }, { "mail", "txt" }
	};
	char *text;
	size_t i;

	done(DOSSIER_PREPARE);
	text = step(DOSSIER_SEND);
	says(text, "\"state\":\"sent\"");
	free(text);
	for (i = 0; i < 3; i++) {
		text = file_text(files[i][0], "2026-05-11", files[i][1]);
		says(text, c.ref);
		says_not(text, "123456782");
		says_not(text, "782");
		ds_free(text);
	}
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
}

static void
the_document_has_the_parts_of_the_law(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("overgangsdocument", "2026-05-11", "json");
	says(text, "\"document\":\"overgangsdocument\","
	    "\"status\":\"provisional\"");
	says(text, "\"ground\":\"WVO 2020 2.31b\"");
	says(text, "\"name\":\"Zoë van den Berg\"");
	says(text, "\"skills\":{\"processes\":[\"B1-K1-W1\"]");
	says(text, "\"attitude\":null");
	says(text, "\"not_recorded\":[\"attitude\",\"support_needs\"]");
	says(text, "\"sender\":{\"party\":\"02QZ00\","
	    "\"contact\":\"Els Bakker\",\"phone\":\"06-55501001\"");
	says(text, "\"recipient\":{\"party\":\"0355\","
	    "\"contact\":\"Wil Dijk\",\"phone\":\"06-55504001\"");
	ds_free(text);
	text = file_text("overgangsdocument", "2026-05-11", "html");
	says(text, "<h2>Attitude</h2>");
	says(text, "<h2>What is not recorded</h2>");
	says_not(text, "<script");
	ds_free(text);
}

static void
the_mail_has_no_personal_data(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("mail", "2026-05-11", "txt");
	says(text, "Z.B.");
	says_not(text, "Zoë");
	says_not(text, "Berg");
	says_not(text, "2008");
	says_not(text, "06-");
	ds_free(text);
}

static void
a_delivery_tells_what_left(void **state)
{
	struct ds_buf json = DS_BUF_INIT;
	unsigned char digest[DS_DIGEST_SIZE];
	char hex[2 * DS_DIGEST_SIZE + 1], *text;
	struct ds_row *rows;
	size_t count;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_DELIVERY, DS_F_DELIVERY_YOUTH,
	    c.youth, NULL), DOSSIER_OK);
	assert_int_equal(count, 1);
	assert_int_equal(ds_row_int(&rows[0], DS_F_DELIVERY_PARTY), c.zeist);
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_GROUND),
	    "WVO 2020 2.31b");
	says(ds_row_text(&rows[0], DS_F_DELIVERY_FIELDS),
	    "youth.birth_date");
	says_not(ds_row_text(&rows[0], DS_F_DELIVERY_FIELDS), "identifier");
	text = file_text("overgangsdocument", "2026-05-11", "json");
	ds_buf_puts(&json, text);
	ds_digest_of(digest, json.data, json.size);
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_DIGEST),
	    ds_hex(hex, digest, sizeof digest));
	ds_buf_free(&json);
	ds_free(text);
}

static void
files_are_private_and_not_overwritten(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	struct stat st;
	char path[192];

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	snprintf(path, sizeof path, "%s/mail-%s-2026-05-11.txt", folder,
	    c.ref);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	done(DOSSIER_DECLINE);
	done(DOSSIER_PREPARE);
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_EXISTS);
	assert_int_equal(stat(path, &st), 0);
}

static void
a_send_that_fails_leaves_no_file(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	dossier_document *doc;
	dossier_status status;
	unsigned long n;

	done(DOSSIER_PREPARE);
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_handover(&doc, c.region.session,
		    DOSSIER_SEND, c.ref, &o, NULL);
		if (status == DOSSIER_OK)
			break;
		assert_true(ds_mem_failed());
		assert_null(doc);
		if (n % 16 == 0)
			assert_false(any_file());
	}
	ds_mem_fail_at(0);
	assert_true(any_file());
	dossier_document_free(doc);
}

static void
a_folder_that_cannot_be_is_refused(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);

	done(DOSSIER_PREPARE);
	o.folder = c.region.path;
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL), DOSSIER_IO);
	/* It is still prepared: the same step can be done again. */
	done(DOSSIER_SEND);
}

/* ---- the order of the steps ---- */

static void
steps_follow_each_other(void **state)
{
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_DECLINE), DOSSIER_CONFLICT);
	done(DOSSIER_PREPARE);
	done(DOSSIER_PREPARE);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	done(DOSSIER_SEND);
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_PREPARE), DOSSIER_CONFLICT);
	done(DOSSIER_ACCEPT);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_DECLINE), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_PREPARE), DOSSIER_CONFLICT);
}

static void
sent_twice_is_refused_with_advice(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	assert_int_equal(refused_with(DOSSIER_SEND, &o, &err),
	    DOSSIER_CONFLICT);
	says(err.message, "2026-05-11");
	says(err.advice, "handover accept");
	says(err.advice, c.ref);
}

static void
declined_may_be_prepared_again(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = step(DOSSIER_DECLINE);
	says(text, "\"state\":\"declined\"");
	free(text);
	assert_lead("2026-05-12", "02QZ00", "Els Bakker");
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	case_day(&c, "2026-05-20");
	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	done(DOSSIER_ACCEPT);
}

/* ---- the answer ---- */

static void
an_answer_needs_who_and_how(void **state)
{
	dossier_handover_options o;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o = options(DOSSIER_ACCEPT);
	o.said_by = NULL;
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_USAGE);
	o = options(DOSSIER_ACCEPT);
	o.channel = "";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_USAGE);
	o = options(DOSSIER_DECLINE);
	o.reason = NULL;
	assert_int_equal(refused_with(DOSSIER_DECLINE, &o, NULL),
	    DOSSIER_USAGE);
}

static void
the_lead_moves_on_the_agreed_day(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.from = ds_day_of(2026, 8, 1);
	text = step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON);
	/* The contact of that day, not of today. */
	says(text, "\"leads_from\":\"2026-08-01\",\"days_without_lead\":0,"
	    "\"contact\":\"Gea Laan\",\"phone\":\"06-55504002\"");
	free(text);
	assert_lead("2026-07-31", "02QZ00", "Els Bakker");
	assert_lead("2026-08-01", "0355", "Gea Laan");
}

static void
a_named_contact_must_work_there_that_day(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.contact = "Els Bakker";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_INVALID);
	o.contact = "Gea Laan";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_INVALID);
	o.contact = "Nobody";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_NOT_FOUND);
	o.contact = "Wil Dijk";
	free(step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON));
	assert_lead("2026-05-11", "0355", "Wil Dijk");
}

static void
a_lead_of_the_same_day_is_given_over(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.from = ds_day_of(2025, 9, 1);
	free(step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON));
	assert_lead("2025-09-01", "0355", "Wil Dijk");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(the_gap_is_said_in_days),
		EACH(what_is_missing_is_named),
		EACH(agreed_place_and_support_make_it_ready),
		EACH(who_leads_already_cannot_take_over),
		EACH(without_a_ground_nothing_leaves),
		EACH(three_files_leave_without_the_bsn),
		EACH(the_document_has_the_parts_of_the_law),
		EACH(the_mail_has_no_personal_data),
		EACH(a_delivery_tells_what_left),
		EACH(files_are_private_and_not_overwritten),
		EACH(a_send_that_fails_leaves_no_file),
		EACH(a_folder_that_cannot_be_is_refused),
		EACH(steps_follow_each_other),
		EACH(sent_twice_is_refused_with_advice),
		EACH(declined_may_be_prepared_again),
		EACH(an_answer_needs_who_and_how),
		EACH(the_lead_moves_on_the_agreed_day),
		EACH(a_named_contact_must_work_there_that_day),
		EACH(a_lead_of_the_same_day_is_given_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
