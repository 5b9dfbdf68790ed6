/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dossiers made by chance from a seed: every kind that is of a youth, every
 * field, texts as hostile as a store may hold. What is made passes all rules
 * that hold for what comes in. A callback may supply the texts, so that a
 * test knows each of them again where it should not be.
 */
#ifndef TESTS_FLOWS_RANDOM_DOSSIER_H
#define TESTS_FLOWS_RANDOM_DOSSIER_H

#include "flows/random_value.h"

/* ---- what must fit together ---- */

static inline void
random_domain(struct random_dossier *r, struct ds_row *row)
{
	static const char *const domains[][2] = {
		{ "financien", "gezin" }, { "werk-opleiding", "gewoon" },
		{ "huisvesting", "gezin" }, { "tijdsbesteding", "gewoon" },
	};
	int at = random_below(r, 4);

	ds_row_set_text(row, DS_F_DOMAIN_SET, "zrm-2017");
	ds_row_set_text(row, DS_F_DOMAIN_DOMAIN, domains[at][0]);
	ds_row_set_text(row, DS_F_DOMAIN_CLASS, domains[at][1]);
	if (ds_row_has(row, DS_F_DOMAIN_SCORE))
		ds_row_set_int(row, DS_F_DOMAIN_SCORE, 1 +
		    random_below(r, 5));
}

/* Consent that law lets somebody give on its first day. */
static inline void
random_giver(struct random_dossier *r, struct ds_row *row)
{
	const char *purpose = ds_row_text(row, DS_F_GROUND_PURPOSE);
	bool handover = purpose != NULL &&
	    strcmp(purpose, "overgangsdocument") == 0;
	int age = ds_age(r->born, ds_row_day(row, DS_F_GROUND_FROM));

	ds_row_set_text(row, DS_F_GROUND_GIVEN_BY,
	    age >= (handover ? 18 : 16) ? "jongere" : "ouders");
}

/* What is asked is something of a dossier. */
static inline void
random_subject(struct random_dossier *r, struct ds_row *row)
{
	static const char *const subjects[] = { "youth.phone", "opp",
	    "statement:ouders", "statement:houding", "identifier:bsn",
	    "life_domain:financien", "enrolment.class" };

	ds_row_set_text(row, DS_F_ANSWER_SUBJECT, subjects[random_below(r,
	    (int)(sizeof subjects / sizeof subjects[0]))]);
}

/* A day that another one of the record must not precede. */
static inline void
random_order(struct random_dossier *r, struct ds_row *row, int first,
    int last)
{
	dossier_day day = ds_row_day(row, first);

	if (ds_day_known(day) && ds_row_has(row, last))
		ds_row_set_day(row, last, ds_day_add(day, random_below(r,
		    600)), r->arena);
}

/* Who stands in one register does not stand in another at once. */
static inline void
random_register(struct ds_row *row)
{
	if (strcmp(ds_row_text(row, DS_F_REGISTER_STATUS), "opgenomen") == 0)
		ds_row_set_text(row, DS_F_REGISTER_REGISTER, "wajong");
}

/* The learner's own words are the learner's. */
static inline void
random_voice(struct ds_row *row)
{
	const char *section = ds_row_text(row, DS_F_STATEMENT_SECTION);

	if (strcmp(section, "eigen-verhaal") == 0 ||
	    strcmp(section, "zienswijze") == 0)
		ds_row_set_text(row, DS_F_STATEMENT_VOICE, "leerling");
}

/* The days of records that stand in an order, by what they are. */
static inline void
random_later(struct random_dossier *r, struct ds_row *row)
{
	switch (row->kind) {
	case DS_AGREEMENT:
		random_order(r, row, DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE);
		break;
	case DS_DECISION:
		random_order(r, row, DS_F_DECISION_ON, DS_F_DECISION_UNTIL);
		break;
	case DS_QUALIFICATION:
		random_order(r, row, DS_F_QUALIFICATION_ON,
		    DS_F_QUALIFICATION_UNTIL);
		break;
	case DS_WAGE_VALUE:
		random_order(r, row, DS_F_WAGE_MEASURED_ON,
		    DS_F_WAGE_VALID_UNTIL);
		break;
	case DS_ASSESSMENT:
		random_order(r, row, DS_F_ASSESSMENT_ON,
		    DS_F_ASSESSMENT_UNTIL);
		break;
	default:
		break;
	}
}

static inline void
random_identifier(struct random_dossier *r, struct ds_row *row, int i)
{
	static const char *const kinds[] = { "bsn", "pseudoniem", "bron" };

	ds_row_set_text(row, DS_F_IDENTIFIER_KIND, kinds[i % 3]);
	ds_row_set_text(row, DS_F_IDENTIFIER_VALUE, i % 3 == 0 ?
	    random_number(r, "", 0) : ds_arena_printf(r->arena, "S%llu-%d",
	    (unsigned long long)r->made, i));
}

static inline void
random_days(struct random_dossier *r, struct ds_row *row, int i)
{
	const struct ds_record *record = ds_record(row->kind);
	dossier_day from = random_day(r, 2019, 8);

	if (record->from < 0)
		return;
	/* One after the other in a lane; the last one may stay open. */
	if (record->nature == DS_STATE)
		from = ds_day_of(2018 + 2 * i, 1, 1 + random_below(r, 28));
	ds_row_set_day(row, record->from, from, r->arena);
	ds_row_set_day(row, record->until, ds_day_add(from,
	    random_below(r, 600)), r->arena);
}

static inline void
random_fit(struct random_dossier *r, struct ds_row *row, int i)
{
	char ref[DS_REF_SIZE];

	random_days(r, row, i);
	random_later(r, row);
	switch (row->kind) {
	case DS_ANSWER:
		random_subject(r, row);
		break;
	case DS_REGISTER:
		random_register(row);
		break;
	case DS_STATEMENT:
		random_voice(row);
		break;
	case DS_MOMENT:
		if (!ds_row_has(row, DS_F_MOMENT_TEXT))
			random_value(r, row, DS_F_MOMENT_TEXT);
		break;
	case DS_IDENTIFIER:
		random_identifier(r, row, i);
		break;
	case DS_LIFE_DOMAIN:
		random_domain(r, row);
		break;
	case DS_GROUND:
		random_giver(r, row);
		break;
	case DS_DELIVERY:
		ds_row_set_text(row, DS_F_DELIVERY_GROUNDS,
		    r->grounds.size == 0 ? NULL : ds_arena_dup(r->arena,
		    r->grounds.data));
		break;
	case DS_MERGED:
	case DS_RECEIPT:
		ds_ref_make(ref, random_next(r) >> 24, 7);
		ds_row_set_text(row, ds_field_named(ds_record(row->kind),
		    "ref"), ds_arena_dup(r->arena, ref));
		break;
	default:
		break;
	}
}

/* ---- records ---- */

/* A field that need not be there is left out one time in four. */
static inline void
random_row(struct random_dossier *r, struct ds_row *row, enum ds_kind kind)
{
	const struct ds_record *record = ds_record(kind);
	int i;

	ds_row_start(row, kind);
	for (i = 0; i < record->count; i++)
		if ((record->fields[i].flags & DS_NEED) ||
		    random_below(r, 4) > 0)
			random_value(r, row, i);
}

static inline dossier_status
random_youth(struct random_dossier *r, dossier_error *err)
{
	struct ds_row row;

	random_row(r, &row, DS_YOUTH);
	DS_TRY(ds_book_number(&row.id, r->book, DS_YOUTH, err));
	ds_ref_make(r->ref, (uint64_t)row.id, 99);
	ds_row_set_text(&row, DS_F_YOUTH_REF, r->ref);
	random_value(r, &row, DS_F_YOUTH_FAMILY_NAME);
	random_value(r, &row, DS_F_YOUTH_BIRTH_DATE);
	random_value(r, &row, DS_F_YOUTH_OPENED_ON);
	ds_row_clear(&row, DS_F_YOUTH_CAPABLE);
	r->born = ds_row_day(&row, DS_F_YOUTH_BIRTH_DATE);
	r->youth = row.id;
	return ds_book_add(r->book, &row, err);
}

static inline dossier_status
random_kind(struct random_dossier *r, enum ds_kind kind, dossier_error *err)
{
	int owner = ds_field_named(ds_record(kind), "youth"), count, i;
	struct ds_row row;

	if (kind == DS_YOUTH || owner < 0)
		return DOSSIER_OK;
	count = 1 + random_below(r, r->most > 0 ? r->most : 3);
	for (i = 0; i < count; i++) {
		random_row(r, &row, kind);
		ds_row_set_int(&row, owner, r->youth);
		random_fit(r, &row, i);
		DS_TRY(ds_book_add(r->book, &row, err));
		if (kind == DS_GROUND)
			ds_buf_printf(&r->grounds, "%s%lld",
			    r->grounds.size > 0 ? " " : "",
			    (long long)row.id);
	}
	return DOSSIER_OK;
}

/* One dossier with records of every kind; r->ref says which. */
static inline dossier_status
random_dossier(struct random_dossier *r, dossier_error *err)
{
	int kind;

	r->made++;
	ds_buf_clear(&r->grounds);
	DS_TRY(random_youth(r, err));
	/* Deliveries name grounds, so they come last. */
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (kind != DS_DELIVERY)
			DS_TRY(random_kind(r, (enum ds_kind)kind, err));
	return random_kind(r, DS_DELIVERY, err);
}

/* ---- what they point to ---- */

static inline dossier_status
random_party(int64_t *out, struct random_dossier *r, const char *code,
    const char *kind, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, code);
	ds_row_set_text(&row, DS_F_PARTY_KIND, kind);
	DS_TRY(ds_book_add(r->book, &row, err));
	*out = row.id;
	return DOSSIER_OK;
}

/* Two and two have one name, and work at different organisations. */
static inline dossier_status
random_contact(struct random_dossier *r, int i, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT);
	ds_row_set_text(&row, DS_F_CONTACT_NAME, random_printed(r,
	    "Els # van '%d", i / 2));
	DS_TRY(ds_book_add(r->book, &row, err));
	r->contact[i] = row.id;
	ds_row_start(&row, DS_CONTACT_ROLE);
	ds_row_set_int(&row, DS_F_ROLE_CONTACT, r->contact[i]);
	ds_row_set_int(&row, DS_F_ROLE_PARTY, r->school[i]);
	ds_row_set_text(&row, DS_F_ROLE_ROLE, "mentor");
	return ds_book_add(r->book, &row, err);
}

static inline dossier_status
random_place(struct random_dossier *r, int i, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_PLACE);
	ds_row_set_text(&row, DS_F_PLACE_CODE, random_printed(r, "P-%d", i));
	ds_row_set_text(&row, DS_F_PLACE_NAME, "Kas");
	ds_row_set_int(&row, DS_F_PLACE_PARTY, r->other[i]);
	DS_TRY(ds_book_add(r->book, &row, err));
	r->place[i] = row.id;
	return DOSSIER_OK;
}

static inline dossier_status
random_meeting(struct random_dossier *r, int i, dossier_error *err)
{
	struct ds_row row;

	random_row(r, &row, DS_MEETING);
	ds_row_set_int(&row, DS_F_MEETING_SCHOOL, r->school[i]);
	DS_TRY(ds_book_add(r->book, &row, err));
	r->meeting[i] = row.id;
	return DOSSIER_OK;
}

/* The same every time, but for the meetings; in no pack's municipalities. */
static inline dossier_status
random_region(struct random_dossier *r, bool meetings, dossier_error *err)
{
	int i;

	r->grounds = (struct ds_buf)DS_BUF_INIT;
	for (i = 0; i < RANDOM_POOL; i++) {
		DS_TRY(random_party(&r->school[i], r, random_printed(r,
		    "0%dQZ00", i), "school", err));
		DS_TRY(random_party(&r->municipality[i], r,
		    random_printed(r, "990%d", i), "gemeente", err));
		DS_TRY(random_party(&r->other[i], r, random_printed(r,
		    "werk-%d", i), "werkgever", err));
		DS_TRY(random_place(r, i, err));
		DS_TRY(random_contact(r, i, err));
	}
	for (i = 0; meetings && i < RANDOM_POOL; i++)
		DS_TRY(random_meeting(r, i, err));
	return DOSSIER_OK;
}

#endif
