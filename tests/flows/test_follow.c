/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/following.h"

static struct one_case c;

static int
start(void **state)
{
	case_start(&c, "2026-05-11");
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

static dossier_follow_options
options(const char *what)
{
	return follow_options(what);
}

static char *
record(const dossier_follow_options *o)
{
	return follow_record(&c, o);
}

static dossier_status
refused(const dossier_follow_options *o)
{
	return follow_refused(&c, o, NULL);
}

static size_t
count_of(enum ds_kind kind)
{
	return follow_count(&c, kind);
}

static void
each_word_is_its_kind(void **state)
{
	static const char *const words[][2] = { { "call", "telefoon" },
		{ "letter", "brief" }, { "visit", "bezoek" },
		{ "note", "notitie" }, { "application", "melding" } };
	dossier_follow_options o;
	char part[64], *text;
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		o = options(words[i][0]);
		o.text = "as it was";
		text = record(&o);
		snprintf(part, sizeof part, "\"record\":\"moment\","
		    "\"kind\":\"%s\",\"on\":\"2026-05-11\"", words[i][1]);
		says(text, part);
		says(text, c.ref);
		free(text);
	}
	assert_int_equal(count_of(DS_MOMENT), 5);
}

static void
a_call_keeps_all_that_was_said(void **state)
{
	dossier_follow_options o = options("call");
	char *text;

	o.on = ds_day_of(2026, 5, 8);
	o.with = "mother";
	o.text = " asked to call\r\nback ";
	o.reached = 0;
	text = record(&o);
	says(text, "\"on\":\"2026-05-08\",\"with\":\"mother\","
	    "\"reached\":false,\"text\":\"asked to call back\","
	    "\"owner\":\"Els Bakker\"");
	free(text);
}

static void
another_owner_is_a_contact_of_the_store(void **state)
{
	dossier_follow_options o = options("visit");
	char *text;

	o.owner = "Wil Dijk";
	text = record(&o);
	says(text, "\"owner\":\"Wil Dijk\"");
	free(text);
	o.owner = "Nobody";
	assert_int_equal(refused(&o), DOSSIER_NOT_FOUND);
}

static void
a_meeting_of_many_is_written_once(void **state)
{
	dossier_follow_options o = options("meeting");
	char *text;

	o.kind = "uitstroomoverleg";
	o.present = "stagecoordinator, UWV,sdd";
	o.with = "0355";
	text = record(&o);
	says(text, "\"record\":\"meeting\",\"kind\":\"uitstroomoverleg\","
	    "\"on\":\"2026-05-11\",\"school\":\"02QZ00\"");
	says(text, "\"party\":\"0355\"");
	says(text, "\"present\":[\"stagecoordinator\",\"uwv\",\"sdd\"]");
	free(text);
	o.present = "jobcoach,uwv";
	text = record(&o);
	says(text, "[\"stagecoordinator\",\"uwv\",\"sdd\",\"jobcoach\"]");
	free(text);
	assert_int_equal(count_of(DS_MEETING), 1);
	assert_int_equal(count_of(DS_DISCUSSION), 1);
	o.with = NULL;
	free(record(&o));
	assert_int_equal(count_of(DS_MEETING), 2);
}

static void
an_agreement_has_an_owner_and_a_day(void **state)
{
	dossier_follow_options o = options("agreement");
	char *text;

	o.kind = "plek";
	o.text = "Kas en Kweek, 24 hours";
	o.with = "Gemeente Zeist";
	o.due = ds_day_of(2026, 7, 1);
	text = record(&o);
	says(text, "\"kind\":\"plek\",\"text\":\"Kas en Kweek, 24 hours\","
	    "\"owner\":\"Els Bakker\",\"party\":\"0355\","
	    "\"party_name\":\"Gemeente Zeist\",\"on\":\"2026-05-11\","
	    "\"due\":\"2026-07-01\"");
	free(text);
}

static void
what_makes_no_sense_is_refused(void **state)
{
	dossier_follow_options o = options("fax");

	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o = options("call");
	o.on = ds_day_of(2026, 5, 12);
	assert_int_equal(refused(&o), DOSSIER_INVALID);
	o = options("call");
	o.kind = "plek";
	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o = options("meeting");
	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o.kind = "borrel";
	assert_int_equal(refused(&o), DOSSIER_INVALID);
	o.kind = "uitstroomoverleg";
	o.present = "uwv,directeur";
	assert_int_equal(refused(&o), DOSSIER_INVALID);
	o = options("agreement");
	o.kind = "plek";
	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o.text = "agreed";
	o.due = ds_day_of(2026, 5, 10);
	assert_int_equal(refused(&o), DOSSIER_INVALID);
	assert_int_equal(count_of(DS_MOMENT) + count_of(DS_MEETING) +
	    count_of(DS_AGREEMENT) + count_of(DS_ATTENDANCE), 0);
}

static void
no_agreement_needs_no_text(void **state)
{
	dossier_follow_options o = options("agreement");

	o.kind = "geen";
	free(record(&o));
	assert_int_equal(count_of(DS_AGREEMENT), 1);
}

static void
a_note_has_a_text_and_nobody_to_reach(void **state)
{
	dossier_follow_options o = options("note");

	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o.text = " ";
	assert_int_equal(refused(&o), DOSSIER_USAGE);
	o.text = "asked for a summary";
	o.reached = 1;
	assert_int_equal(refused(&o), DOSSIER_USAGE);
	assert_int_equal(count_of(DS_MOMENT), 0);
}

static void
nobody_writes_without_saying_who(void **state)
{
	dossier_follow_options o = options("note");

	region_open(&c.region, "2026-05-11", NULL);
	assert_int_equal(refused(&o), DOSSIER_FORBIDDEN);
}

static void
writing_wants_the_whole_ref(void **state)
{
	dossier_follow_options o = options("note");
	dossier_document *doc;
	char ref[DS_REF_SIZE];

	memcpy(ref, c.ref, sizeof ref);
	ref[4] = '\0';
	assert_int_equal(dossier_follow(&doc, c.region.session, ref, &o,
	    NULL), DOSSIER_INVALID);
	memcpy(ref, c.ref, sizeof ref);
	ref[0] = ref[0] == '7' ? '8' : '7';
	assert_int_equal(dossier_follow(&doc, c.region.session, ref, &o,
	    NULL), DOSSIER_INVALID);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(each_word_is_its_kind),
		EACH(a_call_keeps_all_that_was_said),
		EACH(another_owner_is_a_contact_of_the_store),
		EACH(a_meeting_of_many_is_written_once),
		EACH(an_agreement_has_an_owner_and_a_day),
		EACH(what_makes_no_sense_is_refused),
		EACH(no_agreement_needs_no_text),
		EACH(a_note_has_a_text_and_nobody_to_reach),
		EACH(nobody_writes_without_saying_who),
		EACH(writing_wants_the_whole_ref),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
