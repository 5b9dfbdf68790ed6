/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Zoë's dossier with something in every section, for the tests of show. Her
 * mother and her school have spoken; health, justice and family are in it.
 */
#ifndef TESTS_FLOWS_FULL_CASE_H
#define TESTS_FLOWS_FULL_CASE_H

#include "flows/one_case.h"

/* One record of Zoë's; the last argument is NULL. */
#define zoe(c, table, ...) \
	region_add(&(c)->region, table, zoe_is(c), __VA_ARGS__)

static inline const char *
zoe_is(const struct one_case *c)
{
	static char youth[24];

	snprintf(youth, sizeof youth, "youth=%d", (int)c->youth);
	return youth;
}

static inline const char *
field_is(const char *name, int64_t id)
{
	static char text[4][48];
	static int next;

	next = (next + 1) % 4;
	snprintf(text[next], sizeof text[next], "%s=%d", name, (int)id);
	return text[next];
}

static inline void
full_voices(struct one_case *c)
{
	zoe(c, "statement", "section=eigen-verhaal", "voice=leerling",
	    "text=STORYCANARY met planten werken", "author=Zoë van den Berg",
	    "on=2026-03-05", NULL);
	zoe(c, "statement", "section=kennis", "voice=school",
	    "text=Rekent op niveau 1F.", "author=Els Bakker",
	    "on=2026-03-06", NULL);
	zoe(c, "statement", "section=kennis", "voice=leerling",
	    "text=Ik ken alle planten.", "author=Zoë van den Berg",
	    "on=2026-03-07", NULL);
	zoe(c, "statement", "section=zienswijze", "voice=leerling",
	    "text=Niet eens met de toets.", "author=Zoë van den Berg",
	    "on=2026-03-08", NULL);
	zoe(c, "answer", "subject=statement:ouders", "answer=geweigerd",
	    "on=2026-03-05", NULL);
	zoe(c, "answer", "subject=youth.email", "answer=niets",
	    "on=2026-03-05", NULL);
}

static inline void
full_people(struct one_case *c)
{
	zoe(c, "person", "role=moeder", "name=MOTHERCANARY",
	    "network=informeel", "phone=06-22223333", NULL);
	zoe(c, "person", "role=mentor", field_is("contact", c->els),
	    field_is("party", c->school), "network=professioneel",
	    "from=2024-08-01", "until=2025-07-31", NULL);
	zoe(c, "person", "role=jobcoach", "name=Joris Vink",
	    "network=professioneel", "stand_in=1", "from=2026-04-01", NULL);
	zoe(c, "person", "role=regisseur", "name=Rik Los",
	    "network=professioneel", "mandate=0", "from=2026-04-01", NULL);
}

static inline void
full_learning(struct one_case *c)
{
	zoe(c, "opp", "on=2025-10-01", "version=definitief",
	    "destination=betaald-werk", "hampering=HAMPERCANARY",
	    "helping=Werkt graag buiten", "parents_agree=1",
	    "agreed_on=2025-10-08", NULL);
	zoe(c, "opp", "on=2024-10-01", "version=voorlopig", NULL);
	zoe(c, "qualification", "kind=branchecertificaat", "name=VCA",
	    "on=2025-06-01", NULL);
	zoe(c, "work_process", "crebo=25171", "code=B1-K1-W1",
	    field_is("company", c->employer), "from=2026-02-02",
	    "assessor=Kees Kweek", "signed_on=2026-04-20", NULL);
	zoe(c, "work_process", "crebo=25171", "code=B1-K1-W2",
	    "from=2026-03-02", NULL);
	zoe(c, "track", "name=Baanstart", field_is("party", c->employer),
	    "from=2026-01-05", "until=2026-04-30",
	    "result=praktijkverklaring", NULL);
	zoe(c, "work_profile", "hours_day=4", "preferences=Buiten werken",
	    "exclusions=EXCLUDECANARY", "from=2026-01-01", NULL);
}

static inline void
full_domains(struct one_case *c)
{
	zoe(c, "life_domain", "set=zrm-2017", "domain=financien",
	    "on=2026-01-10", "score=4", "assessor=Piet Post", "class=gezin",
	    NULL);
	zoe(c, "life_domain", "set=zrm-2017", "domain=financien",
	    "on=2026-04-10", "score=2", "own_words=DEBTCANARY",
	    "view=Schuld bij een winkel", "since=2026-02-01",
	    "assessor=Piet Post", "class=gezin", NULL);
	zoe(c, "life_domain", "set=zrm-2017", "domain=werk-opleiding",
	    "on=2026-04-10", "score=5", "class=gewoon", NULL);
	zoe(c, "life_domain", "set=zrm-2017", "domain=justitie",
	    "on=2026-04-10", "score=1", "class=justitie", NULL);
	zoe(c, "answer", "subject=life_domain:middelengebruik",
	    "answer=geweigerd", "on=2026-04-10", NULL);
}

static inline void
full_measures(struct one_case *c)
{
	zoe(c, "register", "register=doelgroepregister",
	    "status=aangevraagd", "from=2026-06-01", "source=UWV", NULL);
	zoe(c, "register", "register=doelgroepregister", "status=opgenomen",
	    "from=2026-09-01", "source=UWV", NULL);
	zoe(c, "scheme", "scheme=participatiewet", "from=2026-02-01", NULL);
	zoe(c, "care", "kind=CARECANARY", "from=2026-01-01", NULL);
	zoe(c, "wage_value", "value=7000", "measured_on=2026-04-02",
	    "method=Matchcare", field_is("place", c->place), NULL);
	zoe(c, "assessment", "instrument=Dariuz", "on=2024-05-01",
	    "assessor=Nadia", "trained=0", "value=63", "scale=0-100",
	    "valid_until=2025-05-01", NULL);
	zoe(c, "assessment", "instrument=Eigen test", "on=2026-05-01",
	    "value=B", NULL);
}

static inline void
full_follow(struct one_case *c)
{
	zoe(c, "moment", "kind=bezoek", "on=2026-01-05", "where=thuis",
	    "present=moeder en zus", NULL);
	zoe(c, "moment", "kind=telefoon", "on=2026-01-15", NULL);
	zoe(c, "moment", "kind=notitie", "on=2026-01-20", "text=x", NULL);
	zoe(c, "moment", "kind=telefoon", "on=2026-02-14", NULL);
	zoe(c, "decision", "subject=loslaten", "outcome=einde",
	    "by=Joris Vink", "reason=Redt zichzelf", "on=2026-03-01", NULL);
	zoe(c, "merged", "ref=ABCDEFGH9", "on=2026-01-02",
	    "reason=dubbel", NULL);
}

/* Consent of Zoë for what Zeist may see, and a wider one of her parents. */
static inline void
full_grounds(struct one_case *c)
{
	zoe(c, "ground", "sections=identiteit kennis leefgebieden stages",
	    field_is("recipient", c->zeist), "kind=wettelijke-taak",
	    "from=2026-01-01", NULL);
	zoe(c, "ground", "sections=opp", field_is("recipient", c->zeist),
	    "kind=toestemming", "purpose=overgangsdocument",
	    "given_by=jongere", "from=2026-04-01", NULL);
	zoe(c, "ground", "sections=registers",
	    field_is("recipient", c->zeist), "kind=toestemming",
	    "given_by=jongere", "from=2026-01-01",
	    "withdrawn_on=2026-02-01", "withdrawn_because=bedacht", NULL);
}

/* As case_start, with all of this; the session is of Els on `today`. */
static inline void
full_start(struct one_case *c, const char *today)
{
	const struct ds_tx_meta meta = { .at = "2026-01-01T12:00:00Z",
	    .day = ds_day_of(2026, 1, 1), .actor = 1, .name = "Els Bakker",
	    .origin = "els@test", .action = "test" };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	case_start(c, today);
	c->region.store = c->region.session->store;
	c->region.book = c->region.session->book;
	region_ok(ds_tx_begin(c->region.store, &meta, &err), &err);
	/* A volunteer sees what is ordinary. */
	case_contact(&c->region, "Vera Vrij", "06-55509009", "vrijwilliger",
	    NULL, NULL, c->school);
	full_voices(c);
	full_people(c);
	full_learning(c);
	full_domains(c);
	full_measures(c);
	full_follow(c);
	full_grounds(c);
	region_ok(ds_tx_commit(c->region.store, &err), &err);
}

#endif
