/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * leak_fill STORE COUNT CODE: put COUNT random dossiers into a store that
 * init has made, and print, for each canary of each, whether it may go to
 * the organisation CODE on 2026-05-11:
 *	REF CANARY show handover	(each yes or no)
 * "show" is what any ground gives; "handover" with a ground given at sending.
 */
#include "hard/leak_draw.h"
#include "hard/leak_judge.h"
#include "rules/library.h"

static const char *
yes_no(const struct canary *canary, int64_t recipient,
    enum ds_purpose purpose)
{
	const struct reading reading = { recipient, purpose,
	    purpose == DS_FOR_HANDOVER, ds_day_of(2026, 5, 11) };

	return may_leave(&w.one.rows[canary->row], canary->field, &reading,
	    w.one.youth, w.one.grounds, w.one.ground_count) ? "yes" : "no";
}

/* A ref is drawn as a word first, and then made one. */
static bool
stays(const struct canary *canary)
{
	return ds_record(w.one.rows[canary->row].kind)->
	    fields[canary->field].type != DS_TYPE_REF;
}

static void
tell(size_t from)
{
	const struct canary *canary;
	size_t i;

	for (i = from; i < w.canary_count; i++) {
		canary = &w.canaries[i];
		if (stays(canary))
			printf("%s K%06zx %s %s\n", ds_row_text(w.one.youth,
			    DS_F_YOUTH_REF), i, yes_no(canary, w.parties[0],
			    DS_FOR_PARTY), yes_no(canary, w.parties[0],
			    DS_FOR_HANDOVER));
	}
}

static void
build(const char *code)
{
	char text[2][40];
	int i;

	for (i = 0; i < 5; i++) {
		snprintf(text[0], sizeof text[0], i == 0 ? "code=%s" :
		    "code=%s%d", code, i);
		snprintf(text[1], sizeof text[1], "name=Partij %d", i);
		w.parties[i] = region_add(&w.region, "party", text[0],
		    text[1], i == 4 ? "kind=school" : "kind=gemeente", NULL);
	}
	w.contact = region_add(&w.region, "contact", "name=Ank de Wit",
	    NULL);
	snprintf(text[0], sizeof text[0], "party=%d", (int)w.parties[3]);
	w.place = region_add(&w.region, "place", "code=P1", "name=Kas",
	    text[0], NULL);
	w.meeting = region_add(&w.region, "meeting", "kind=uitstroomoverleg",
	    "on=2026-03-02", NULL);
}

static const char **arguments;

static void
fill(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int count = (int)strtol(arguments[2], NULL, 10);
	size_t from;

	snprintf(w.region.path, sizeof w.region.path, "%s", arguments[1]);
	region_open(&w.region, "2026-05-11", "Els Bakker");
	w.region.book = w.region.session->book;
	region_ok(ds_session_begin(w.region.session, NULL, NULL, &err),
	    &err);
	build(arguments[3]);
	for (w.dossier = 1; w.dossier <= count; w.dossier++) {
		from = w.canary_count;
		draw_dossier();
		tell(from);
	}
	region_ok(ds_tx_commit(w.region.session->store, &err), &err);
	dossier_session_close(w.region.session);
	ds_arena_free(&w.region.arena);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(fill) };

	if (argc != 4)
		return 2;
	arguments = (const char **)argv;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
