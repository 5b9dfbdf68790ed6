/* SPDX-License-Identifier: EUPL-1.2 */
/* What a region states beside tables and terms: what is read and merged. */
#include "packs.h"

#include <locale.h>
#include <stdlib.h>

static const char whole[] = HEAD
    "parameters:\n"
    "  minimumloon:\n"
    "    label: Minimumloon\n"
    "    unit: euro-per-uur\n"
    "    type: money\n"
    "    source: Staatscourant\n"
    "    doubt: [bedrag voor de tweede helft is een raming, nog na te gaan]\n"
    "    dated:\n"
    "      - { from: 2026-07-01, value: \"14.99\" }\n"
    "      - { from: 2026-01-01, until: 2026-05-31, value: \"14.71\",\n"
    "          source: Regeling 2026 }\n"
    "  grens: { type: percent, value: 50 }\n"
    "  deel: { type: number, value: 0.000125 }\n"
    "  duur: { type: period, value: P6M, source: Brief }\n"
    "  sinds: { type: day, value: 2026-01-01 }\n"
    "  middelen: { values: [jobcoach, no-risk] }\n"
    "vocabularies:\n"
    "  fasen:\n"
    "    label: Fasen\n"
    "    source: Werkboek\n"
    "    words:\n"
    "      start: Start\n"
    "      oud: { label: Oude fase, from: 2015-01-01, until: 2017-12-31 }\n"
    "tables:\n"
    "  toegang:\n"
    "    label: Toegang\n"
    "    on: youth\n"
    "    inputs: [age]\n"
    "    rules:\n"
    "      - { id: A, when: { age: \">= 16\" }, then: { open: yes } }\n"
    "      - { id: B, when: { age: \"< 16\" }, then: { open: no } }\n"
    "programmes:\n"
    "  leerwerk:\n"
    "    label: Leerwerk\n"
    "    route: leerwerktraject\n"
    "    entry: toegang\n"
    "    where: [\"0355\", \"0505\"]\n"
    "    from: 2026-01-01\n"
    "    procedure: none\n"
    "    figures: { plekken: vijftien per jaar }\n"
    "    contact: Loket\n"
    "    source: Folder\n"
    "    doubt: Of er nog plek is, staat er niet.\n"
    "  elders: { label: Elders, route: bbl, entry: toegang }\n";

static const char more[] =
    "tracks:\n"
    "  entree:\n"
    "    label: Entree\n"
    "    on: youth\n"
    "    start: commissie\n"
    "    source: Regeling\n"
    "    steps:\n"
    "      commissie:\n"
    "        label: Commissie\n"
    "        body: Plaatsingscommissie\n"
    "        role: regisseur\n"
    "        needs: { age: \">= 16\" }\n"
    "        within: P4W\n"
    "        outcomes: { geplaatst: plek, afgewezen: end }\n"
    "      plek:\n"
    "        label: Plek\n"
    "        role: werkgever\n"
    "        capacity: { seats: 120, per: school-year, source: Plan }\n"
    "        outcomes: { klaar: end, terug: commissie }\n"
    "meetings:\n"
    "  netwerkbespreking:\n"
    "    label: Netwerk\n"
    "    rhythm: { at_least: 1, at_most: 3, per: school-year }\n"
    "    quorum: [uwv, gemeente]\n"
    "    invited: [werkgever]\n"
    "    voluntary: [ouders, zorgaanbieder]\n"
    "    hours_per_group: \"1.5\"\n"
    "    days: 1\n"
    "    floor_minutes: 5\n"
    "    lead_time: P6M\n"
    "    because: Twee keer per jaar.\n"
    "  bezoek: { label: Bezoek }\n"
    "terms:\n"
    "  nazorg: { label: Nazorg, on: youth, anchor: left_on, after: P2Y,\n"
    "    responsible: school }\n"
    "ends:\n"
    "  dag: { label: Dag, anchor: left_on, after: P6M, source: Brochure }\n"
    "  termijn: { label: Termijn, term: nazorg }\n"
    "  oordeel: { label: Oordeel, judged_by: jongerencoach,\n"
    "    criteria: [redt zichzelf, vertrouwen], when: { age: \"< 27\" },\n"
    "    because: Afbouw., doubt: Hoe lang staat er niet. }\n"
    "  niemand: { label: Niemand, criteria: stabiel }\n"
    "money:\n"
    "  heads:\n"
    "    uren: { label: Uren, unit: hours, leg: begeleiding }\n"
    "    reis: { label: Reis, unit: euro, doubt: schatting }\n"
    "  payers:\n"
    "    gemeente: { label: Gemeente, kind: gemeente, heads: [uren, reis],\n"
    "      from: 2026-01-01, amount: \"260000.05\", share: 62.5 }\n"
    "    fonds: { label: Fonds, heads: [reis] }\n"
    "figures:\n"
    "  banen: { label: Banen, value: 125000, unit: banen, year: 2016,\n"
    "    region: Nederland, source: Sociaal akkoord, doubt: doel }\n"
    "  deel: { label: Deel, value: 43.1, from: 2014-01-01,\n"
    "    until: 2014-12-31, source: Brochure }\n";

static const struct ds_pack *
whole_pack(struct ds_arena *arena)
{
	char *text = ds_arena_printf(arena, "%s%s", whole, more);

	assert_non_null(text);
	return pack_of(arena, text, NULL);
}

static void
test_a_parameter_holds_on_its_days(void **state)
{
	static const struct { const char *day, *value, *source; } days[] = {
		{ "2025-12-31", NULL, NULL },
		{ "2026-01-01", "14.71", "Regeling 2026" },
		{ "2026-05-31", "14.71", "Regeling 2026" },
		{ "2026-06-01", NULL, NULL },
		{ "2026-06-30", NULL, NULL },
		{ "2026-07-01", "14.99", "Staatscourant" },
		{ "2099-01-01", "14.99", "Staatscourant" }
	};
	struct ds_arena arena = {0};
	const struct ds_pack *pack = whole_pack(&arena);
	const struct ds_parameter *wage = ds_pack_parameter(pack,
	    "minimumloon");
	const struct ds_stated *stated;
	size_t i;

	(void)state;
	assert_int_equal(wage->type, DS_STATED_MONEY);
	assert_string_equal(wage->unit, "euro-per-uur");
	assert_non_null(strstr(wage->doubt, "raming"));
	for (i = 0; i < COUNT(days); i++) {
		stated = ds_parameter_on(wage, day_of(days[i].day));
		if (days[i].value == NULL) {
			assert_null(stated);
			continue;
		}
		assert_string_equal(stated->value, days[i].value);
		assert_string_equal(stated->source, days[i].source);
		assert_ptr_equal(stated->pack, pack);
	}
	assert_int_equal(wage->values[0].amount, 1471);
	assert_int_equal(wage->values[1].amount, 1499);
	ds_arena_free(&arena);
}

static void
test_a_parameter_of_all_days(void **state)
{
	const dossier_day day = day_of("1999-01-01");
	struct ds_arena arena = {0};
	const struct ds_pack *pack = whole_pack(&arena);

	(void)state;
	assert_int_equal(ds_pack_stated(pack, "grens", day)->amount, 5000);
	assert_int_equal(ds_pack_stated(pack, "deel", day)->amount, 125);
	assert_string_equal(ds_pack_stated(pack, "duur", day)->value, "P6M");
	assert_string_equal(ds_pack_stated(pack, "duur", day)->source,
	    "Brief");
	assert_string_equal(ds_pack_stated(pack, "middelen", day)->value,
	    "jobcoach\nno-risk");
	assert_int_equal(ds_pack_parameter(pack, "sinds")->type,
	    DS_STATED_DAY);
	assert_null(ds_pack_stated(pack, "niets", day));
	ds_arena_free(&arena);
}

static void
test_words_and_programmes(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = whole_pack(&arena);
	const struct ds_vocabulary *words = ds_pack_vocabulary(pack, "fasen");
	const struct ds_programme *programme = ds_pack_programme(pack,
	    "leerwerk");

	(void)state;
	assert_int_equal(words->count, 2);
	assert_string_equal(words->words[0].label, "Start");
	assert_false(ds_day_known(words->words[0].span.from));
	assert_string_equal(words->words[1].slug, "oud");
	assert_false(ds_span_holds(words->words[1].span,
	    day_of("2018-01-01")));
	assert_string_equal(programme->route, "leerwerktraject");
	assert_string_equal(programme->entry, "toegang");
	assert_int_equal(programme->where.count, 2);
	assert_string_equal(programme->where.words[1], "0505");
	assert_string_equal(programme->procedure, "none");
	assert_string_equal(programme->figures[0].text, "vijftien per jaar");
	assert_string_equal(programme->contact, "Loket");
	assert_string_equal(programme->doubt,
	    "Of er nog plek is, staat er niet.");
	programme = ds_pack_programme(pack, "elders");
	assert_int_equal(programme->where.count, 0);
	assert_null(programme->procedure);
	assert_null(ds_pack_programme(pack, "niets"));
	ds_arena_free(&arena);
}

static void
test_tracks_and_meetings(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = whole_pack(&arena);
	const struct ds_track *track = ds_pack_track(pack, "entree");
	const struct ds_step *step = ds_track_step(track, track->start);
	const struct ds_meeting_kind *meeting = ds_pack_meeting(pack,
	    "netwerkbespreking");

	(void)state;
	assert_string_equal(step->body, "Plaatsingscommissie");
	assert_string_equal(step->role, "regisseur");
	assert_int_equal(step->needs.condition_count, 1);
	assert_int_equal(step->within.days, 28);
	assert_int_equal(step->seats, -1);
	assert_string_equal(step->exits[0].next, "plek");
	assert_null(step->exits[1].next);
	step = ds_track_step(track, "plek");
	assert_string_equal(step->role, "werkgever");
	assert_int_equal(step->seats, 120);
	assert_int_equal(step->per, DS_PER_SCHOOL_YEAR);
	assert_string_equal(step->seats_source, "Plan");
	assert_int_equal(meeting->at_least, 1);
	assert_int_equal(meeting->at_most, 3);
	assert_int_equal(meeting->quorum.count, 2);
	assert_string_equal(meeting->voluntary.words[1], "zorgaanbieder");
	assert_int_equal(meeting->hours_per_group, 150);
	assert_int_equal(meeting->floor_minutes, 5);
	assert_int_equal(meeting->lead_time.months, 6);
	meeting = ds_pack_meeting(pack, "bezoek");
	assert_int_equal(meeting->per, DS_PER_NONE);
	assert_int_equal(meeting->at_least, -1);
	assert_int_equal(meeting->hours_per_group, -1);
	assert_false(meeting->has_lead_time);
	ds_arena_free(&arena);
}

static void
test_ends_money_and_figures(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = whole_pack(&arena);
	const struct ds_end *end = ds_pack_end(pack, "oordeel");
	const struct ds_payer *payer = ds_pack_payer(pack, "gemeente");
	const struct ds_figure *figure = ds_pack_figure(pack, "deel");

	(void)state;
	assert_int_equal(ds_pack_end(pack, "dag")->after.months, 6);
	assert_string_equal(ds_pack_end(pack, "termijn")->term, "nazorg");
	assert_int_equal(end->kind, DS_END_JUDGED);
	assert_string_equal(end->criteria, "redt zichzelf\nvertrouwen");
	assert_string_equal(end->judged_by, "jongerencoach");
	assert_null(ds_pack_end(pack, "niemand")->judged_by);
	assert_int_equal(ds_pack_money_head(pack, "reis")->unit,
	    DS_IN_EUROS);
	assert_string_equal(ds_pack_money_head(pack, "uren")->leg,
	    "begeleiding");
	assert_int_equal(payer->amount, 26000005);
	assert_int_equal(payer->share, 6250);
	assert_int_equal(ds_pack_payer(pack, "fonds")->amount, -1);
	assert_int_equal(ds_pack_payer(pack, "fonds")->share, -1);
	assert_int_equal(figure->amount, 43100000);
	assert_string_equal(figure->value, "43.1");
	assert_int_equal(figure->year, 0);
	assert_int_equal(ds_pack_figure(pack, "banen")->year, 2016);
	ds_arena_free(&arena);
}

#define OWN "id: q\nversion: 2\nname: Q\nvalid_from: 2026-01-01\n" \
	"extends: p\n"

static void
test_all_is_inherited_by_name(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *base = whole_pack(&arena), *own;

	(void)state;
	own = pack_of(&arena, OWN
	    "ends: { dag: { label: Anders, anchor: left_on, after: P2Y } }\n"
	    "money: { payers: { fonds: { label: F, heads: [uren],\n"
	    "  share: 100 } } }\n"
	    "figures: { nieuw: { label: N, value: 1, source: S } }\n", base);
	assert_int_equal(own->end_count, 4);
	assert_int_equal(ds_pack_end(own, "dag")->after.months, 24);
	assert_ptr_equal(ds_pack_end(own, "dag")->pack, own);
	assert_ptr_equal(ds_pack_end(own, "oordeel")->pack, base);
	assert_int_equal(own->head_count, 2);
	assert_int_equal(own->payer_count, 2);
	assert_int_equal(ds_pack_payer(own, "fonds")->share, 10000);
	assert_int_equal(own->figure_count, 3);
	assert_int_equal(own->parameter_count, 6);
	assert_int_equal(own->vocabulary_count, 1);
	assert_int_equal(own->programme_count, 2);
	assert_int_equal(own->track_count, 1);
	assert_int_equal(own->meeting_count, 2);
	ds_arena_free(&arena);
}

/* The base's programme is entered by the table of the pack in use. */
static void
test_a_table_in_place_of_an_entry_table_lets_in(void **state)
{
	static const char text[] = OWN
	    "tables:\n"
	    "  toegang:\n"
	    "    label: Toegang\n"
	    "    on: youth\n"
	    "    inputs: []\n"
	    "    rules:\n"
	    "      - { id: X, then: { x: 1 } }\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_DUTCH);
	struct ds_arena arena = {0};
	const struct ds_pack *base = whole_pack(&arena), *pack;

	(void)state;
	assert_int_equal(ds_pack_load(&pack, &arena, text, strlen(text),
	    "q.yaml", base, &err), DOSSIER_INVALID);
	assert_int_equal(err.line, 12);
	assert_int_equal(err.column, 9);
	assert_string_equal(err.message, "De regel \"X\" noemt geen \"open\", "
	    "maar met deze tabel komt iemand in het programma \"leerwerk\".");
	ds_arena_free(&arena);
}

/* The base's end rule ends by the term of the pack in use. */
static void
test_a_term_in_place_of_an_end_is_one_day(void **state)
{
	static const char text[] = OWN
	    "terms:\n"
	    "  nazorg: { label: Nazorg, on: youth, anchor: left_on,\n"
	    "    after: [P1M, P3M], responsible: school,\n"
	    "    met_by: [{ moment: telefoon }] }\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_DUTCH);
	struct ds_arena arena = {0};
	const struct ds_pack *base = whole_pack(&arena), *pack;

	(void)state;
	assert_int_equal(ds_pack_load(&pack, &arena, text, strlen(text),
	    "q.yaml", base, &err), DOSSIER_INVALID);
	assert_int_equal(err.line, 7);
	assert_int_equal(err.column, 3);
	assert_string_equal(err.message, "De termijn \"nazorg\" komt terug, "
	    "dus die is geen einde.");
	ds_arena_free(&arena);
}

int
main(void)
{
	const char *locale = getenv("DOSSIER_LOCALE_DIR");
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_parameter_holds_on_its_days),
		cmocka_unit_test(test_a_parameter_of_all_days),
		cmocka_unit_test(test_words_and_programmes),
		cmocka_unit_test(test_tracks_and_meetings),
		cmocka_unit_test(test_ends_money_and_figures),
		cmocka_unit_test(test_all_is_inherited_by_name),
		cmocka_unit_test(
		    test_a_table_in_place_of_an_entry_table_lets_in),
		cmocka_unit_test(test_a_term_in_place_of_an_end_is_one_day)
	};

	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
	if (locale != NULL)
		dossier_messages_from(locale);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
