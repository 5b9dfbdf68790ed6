/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A canary in every field of the case: what is sent holds only what a ground
 * covers, and never a word of health, justice or family without a recorded
 * one. Codes count by their label too.
 */
#include "flows/following.h"

#include "flows/handing.h"

#define MOST 600

struct canary {
	const char *word;
	enum ds_section section;
	enum ds_class class;
};

static struct canary canaries[MOST];
static size_t canary_count;
static int number;

/* ---- filling the case ---- */

static void
note(const char *word, const struct ds_row *row, int field)
{
	assert_true(canary_count < MOST);
	canaries[canary_count++] = (struct canary){ word,
		ds_row_section(row, field), ds_row_class(row, field) };
}

/* Words that stand nowhere else in a page; others are not told apart. */
static bool
is_telling(const char *slug)
{
	static const char *const slugs[] = { "voortdurend", "beschut-werk",
		"wsw", "voogd" };
	size_t i;

	for (i = 0; i < sizeof slugs / sizeof slugs[0]; i++)
		if (strcmp(slugs[i], slug) == 0)
			return true;
	return false;
}

static void
fill_code(struct ds_row *row, int field)
{
	const struct ds_code *code = ds_record(row->kind)->fields[field].codes;
	const struct ds_code *chosen = code;

	if (ds_row_has(row, field))
		return;
	for (; code->slug != NULL; code++)
		if (is_telling(code->slug))
			chosen = code;
	ds_row_set_text(row, field, chosen->slug);
}

static void
fill_field(struct ds_row *row, int field)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	struct ds_arena *arena = &c.region.arena;
	char day[DS_DAY_TEXT];

	switch (f->type) {
	case DS_TYPE_TEXT:
	case DS_TYPE_LONG:
		if (!ds_row_has(row, field))
			ds_row_set_text(row, field, ds_arena_printf(arena,
			    "kanarie%dx", number++));
		break;
	case DS_TYPE_DAY:
		ds_row_set_text(row, field, ds_arena_dup(arena, ds_day_iso(
		    ds_day_add(ds_day_of(1931, 1, 1), number++), day)));
		break;
	case DS_TYPE_CODE:
		fill_code(row, field);
		break;
	case DS_TYPE_CREBO:
		ds_row_set_text(row, field, "25251");
		break;
	case DS_TYPE_PROCESS:
		ds_row_set_text(row, field, "B1-K1-W1");
		break;
	case DS_TYPE_PERCENT:
		ds_row_set_int(row, field, 4937);
		break;
	case DS_TYPE_RECORD:
		ds_row_set_int(row, field, f->target == DS_YOUTH ? c.youth :
		    f->target == DS_PARTY ? c.employer : f->target ==
		    DS_PLACE ? c.place : c.els);
		break;
	default:
		break;
	}
}

/* The row knows its class only when it is full. */
static void
note_row(const struct ds_row *row)
{
	const struct ds_record *record = ds_record(row->kind);
	const struct ds_code *code;
	const char *text;
	int i;

	for (i = 0; i < record->count; i++) {
		text = ds_row_text(row, i);
		if (text == NULL)
			continue;
		if (strncmp(text, "kanarie", 7) == 0 ||
		    record->fields[i].type == DS_TYPE_DAY)
			note(text, row, i);
		if (record->fields[i].type != DS_TYPE_CODE ||
		    !is_telling(text))
			continue;
		note(text, row, i);
		code = ds_code_find(record->fields[i].codes, text);
		note(code->label, row, i);
	}
}

static void
add(struct ds_row *row)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int i;

	for (i = 0; i < ds_record(row->kind)->count; i++)
		fill_field(row, i);
	region_ok(ds_book_add(c.region.session->book, row, &err), &err);
	note_row(row);
}

static void
add_statements(void)
{
	const struct ds_code *section, *voice;
	struct ds_row row;

	for (section = ds_codes_section; section->slug != NULL; section++) {
		for (voice = ds_codes_voice; voice->slug != NULL; voice++) {
			ds_row_start(&row, DS_STATEMENT);
			ds_row_set_text(&row, DS_F_STATEMENT_SECTION,
			    section->slug);
			ds_row_set_text(&row, DS_F_STATEMENT_VOICE,
			    voice->slug);
			add(&row);
		}
	}
}

static void
add_domains(void)
{
	static const char *const domains[][2] = { { "justitie", "justitie" },
		{ "financien", "gezin" }, { "participatie", "gewoon" },
		{ "basale-adl", "gezondheid" } };
	struct ds_row row;
	size_t i;

	for (i = 0; i < sizeof domains / sizeof domains[0]; i++) {
		ds_row_start(&row, DS_LIFE_DOMAIN);
		ds_row_set_text(&row, DS_F_DOMAIN_SET, "zrm-2017");
		ds_row_set_text(&row, DS_F_DOMAIN_DOMAIN, domains[i][0]);
		ds_row_set_text(&row, DS_F_DOMAIN_CLASS, domains[i][1]);
		add(&row);
	}
}

static int
start_full(void **state)
{
	static const enum ds_kind kinds[] = { DS_IDENTIFIER, DS_PLACEMENT,
		DS_WAGE_VALUE, DS_AGREEMENT, DS_MOMENT, DS_DECISION, DS_OPP,
		DS_QUALIFICATION, DS_WORK_PROCESS, DS_WORK_PROFILE,
		DS_REGISTER, DS_SCHEME, DS_ASSESSMENT, DS_CARE, DS_ANSWER,
		DS_PERSON, DS_TRACK };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *s;
	struct ds_row row;
	size_t i;

	start(state);
	s = c.region.session;
	canary_count = 0;
	number = 100;
	region_ok(ds_session_begin(s, c.ref, NULL, &err), &err);
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		ds_row_start(&row, kinds[i]);
		add(&row);
	}
	add_statements();
	add_domains();
	region_ok(ds_tx_commit(s->store, &err), &err);
	return 0;
}

/* ---- what was sent ---- */

static char *
sent_text(const char *form)
{
	struct ds_buf text = DS_BUF_INIT;
	char path[192];

	snprintf(path, sizeof path, form, folder, c.ref);
	assert_int_equal(ds_file_read(&text, path, 1 << 22, NULL),
	    DOSSIER_OK);
	return text.data;
}

typedef bool (*may_leave)(const struct canary *canary, int section);

static int
hold(const char *text, may_leave may, int section)
{
	int shown = 0;
	size_t i;

	for (i = 0; i < canary_count; i++) {
		if (strstr(text, canaries[i].word) == NULL)
			continue;
		if (!may(&canaries[i], section))
			fail_msg("%s of section %s leaked (consent for %s)",
			    canaries[i].word, ds_section_slug(
			    canaries[i].section), ds_section_slug(
			    (enum ds_section)section));
		shown += (int)canaries[i].section == section;
	}
	return shown;
}

/* How many canaries of the section are in the page. */
static int
hold_files(may_leave may, int section)
{
	static const char *const forms[] = {
		"%s/mail-%s-2026-05-11.txt",
		"%s/overgangsdocument-%s-2026-05-11.json",
		"%s/overgangsdocument-%s-2026-05-11.html" };
	int shown = 0;
	char *text;
	size_t i;

	for (i = 0; i < sizeof forms / sizeof forms[0]; i++) {
		text = sent_text(forms[i]);
		shown = hold(text, may, section);
		ds_free(text);
	}
	return shown;
}

static void
send_to_own_folder(bool stated, int place)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	char *text;

	snprintf(folder, sizeof folder, "%s/out%d", c.region.folder, place);
	o.ground = stated ? "WVO 2020 2.31b" : NULL;
	done(DOSSIER_PREPARE);
	text = step_with(DOSSIER_SEND, &o, DOSSIER_JSON);
	says_not(text, "kanarie");
	free(text);
}

static void
consent_for(const char *sections)
{
	dossier_follow_options o = follow_options("consent");

	o.to = "0355";
	o.sections = sections;
	o.given_by = "jongere";
	free(follow_record(&c, &o));
}

static void
take_back(void)
{
	dossier_follow_options o = follow_options("withdraw");

	o.to = "0355";
	o.reason = "no more";
	free(follow_record(&c, &o));
}

/* ---- the tests ---- */

static bool
if_ordinary(const struct canary *canary, int section)
{
	(void)section;
	return canary->class == DS_CLASS_ORDINARY &&
	    canary->section != DS_SECTION_NONE;
}

static void
a_stated_ground_carries_ordinary_words_only(void **state)
{
	send_to_own_folder(true, 0);
	assert_true(hold_files(if_ordinary, DS_SECTION_KNOWLEDGE) > 0);
}

static bool
if_of_section(const struct canary *canary, int section)
{
	return (int)canary->section == section ||
	    canary->section == DS_SECTION_VIEWPOINT;
}

/* Whatever the section: it goes, and nothing of another one does. */
static void
consent_for_one_section_carries_that_one(void **state)
{
	/* With canaries that the document shows. */
	static const char *const sections[] = { "eigen-verhaal", "netwerk",
		"opp", "kwalificaties", "kennis", "vaardigheden", "houding",
		"ondersteuning", "stages", "arbeid", "leefgebieden",
		"registers", "afspraken" };
	enum ds_section section;
	size_t i;

	for (i = 0; i < sizeof sections / sizeof sections[0]; i++) {
		section = ds_section_named(sections[i]);
		consent_for(sections[i]);
		send_to_own_folder(false, (int)i);
		if (hold_files(if_of_section, (int)section) == 0)
			fail_msg("nothing of %s went along", sections[i]);
		done(DOSSIER_DECLINE);
		take_back();
	}
}

static void
without_any_ground_nothing_is_written(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	o.ground = NULL;
	done(DOSSIER_PREPARE);
	assert_int_equal(refused_with(DOSSIER_SEND, &o, &err),
	    DOSSIER_FORBIDDEN);
	says(err.advice, "--ground");
	says(err.advice, "consent");
	assert_int_not_equal(access(folder, F_OK), 0);
	/* A consent that was taken back is none. */
	consent_for("houding");
	take_back();
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_FORBIDDEN);
}

static bool
always(const struct canary *canary, int section)
{
	(void)canary;
	(void)section;
	return true;
}

/* The learner sees the words of every part that the document has. */
static void
nothing_is_withheld_from_the_learners_copy(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	char *copy, *page;
	size_t i;

	o.copy = true;
	done(DOSSIER_PREPARE);
	free(step_with(DOSSIER_SEND, &o, DOSSIER_JSON));
	copy = sent_text("%s/afschrift-%s-2026-05-11.html");
	page = sent_text("%s/overgangsdocument-%s-2026-05-11.html");
	says(page, "Some parts are not included.");
	says_not(copy, "Some parts are not included.");
	says_not(copy, "withheld");
	for (i = 0; i < canary_count; i++)
		if (strstr(page, canaries[i].word) != NULL)
			says(copy, canaries[i].word);
	assert_true(hold(copy, always, DS_SECTION_ATTITUDE) > 0);
	assert_true(hold(copy, always, DS_SECTION_STORY) > 0);
	assert_int_equal(hold(copy, always, DS_SECTION_NONE), 0);
	ds_free(copy);
	ds_free(page);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start_full, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(a_stated_ground_carries_ordinary_words_only),
		EACH(consent_for_one_section_carries_that_one),
		EACH(without_any_ground_nothing_is_written),
		EACH(nothing_is_withheld_from_the_learners_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
