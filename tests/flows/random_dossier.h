/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dossiers made by chance from a seed: every kind that is of a youth, every
 * field, texts as hostile as a store may hold. What is made passes all rules
 * that hold for what comes in. A callback may supply the texts, so that a
 * test knows each of them again where it should not be.
 */
#ifndef TESTS_FLOWS_RANDOM_DOSSIER_H
#define TESTS_FLOWS_RANDOM_DOSSIER_H

#include <stdio.h>
#include <string.h>

#include "base/ident.h"
#include "base/text.h"
#include "model/book.h"

#define RANDOM_POOL 8

struct random_dossier {
	uint64_t seed;			/* not 0; goes on from call to call */
	struct ds_book *book;		/* inside a transaction */
	struct ds_arena *arena;		/* what is made lives here */
	int most;			/* records of a kind; 0: 3 */
	int long_part;		/* one of so many texts is huge; 0: none */
	/* A text for a field, NFC and trimmed; NULL: made by chance. */
	const char *(*text)(void *payload, const struct ds_record *record,
	    int field);
	void *payload;
	/* What dossiers point to; random_region() fills it. */
	int64_t school[RANDOM_POOL], municipality[RANDOM_POOL],
	    other[RANDOM_POOL], contact[RANDOM_POOL], place[RANDOM_POOL],
	    meeting[RANDOM_POOL];
	uint64_t made;
	/* Of the dossier that was made last. */
	int64_t youth;
	char ref[DS_REF_SIZE];
	dossier_day born;
	struct ds_buf grounds;		/* numbers */
};

/* ---- chance ---- */

static inline uint64_t
random_next(struct random_dossier *r)
{
	r->seed ^= r->seed << 13;
	r->seed ^= r->seed >> 7;
	r->seed ^= r->seed << 17;
	return r->seed;
}

static inline int
random_below(struct random_dossier *r, int limit)
{
	return (int)(random_next(r) % (uint64_t)limit);
}

static inline dossier_day
random_day(struct random_dossier *r, int from_year, int years)
{
	return ds_day_of(from_year + random_below(r, years),
	    1 + random_below(r, 12), 1 + random_below(r, 28));
}

/* ---- texts ---- */

/* Whatever a reader of YAML, CSV, HTML or a terminal could take for more. */
static const char *const random_pieces[] = {
	"a", "Zoë", "van den Berg", "5A", "0344", "no", "null", "~", "12:30",
	"1e3", "- ", "# ", ": ", "a: b", "{", "}", "[", "]", ", ", "&x", "*x",
	"!y", "|", ">", "%", "@", "`", "\"", "'", "\\", "\\n", "---", "...",
	"? ", "<<", "=1+1", "<script>", "&amp;", "ref: 7QK2M4XVD", "youth:",
	"id: 1", "مرحبا بالعالم", "שלום", "नमस्ते", "日本語", "👍🏽",
	"e\xCC\x81", "a\xCC\xA3\xCC\x88", "ﬁ", "ı", "İ", "\xE2\x80\xAE",
	"\xE2\x81\xA6", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xEF\xBF\xBE",
	"\xC2\xA0", "\t", "  ", ";", "geweigerd", "******782", "50%", "%s%n",
};

#define RANDOM_PIECES (sizeof random_pieces / sizeof random_pieces[0])

/* As one that came in: in NFC, without blanks around it. */
static inline const char *
random_settled(struct random_dossier *r, const char *text)
{
	const char *whole = ds_text_nfc(r->arena, text);

	whole = ds_text_trim(ds_arena_dup(r->arena, whole));
	return whole[0] == '\0' ? "x" : whole;
}

static inline const char *
random_text(struct random_dossier *r, bool lines)
{
	struct ds_buf buf = DS_BUF_INIT;
	int count = 1 + random_below(r, 6);
	bool huge = r->long_part > 0 && random_below(r, r->long_part) == 0;
	size_t limit = lines ? 15900 : 3900;
	const char *text;

	for (; huge ? buf.size < limit : count > 0; count--) {
		ds_buf_puts(&buf, random_pieces[random_below(r,
		    (int)RANDOM_PIECES)]);
		if (lines && random_below(r, 3) == 0)
			ds_buf_puts(&buf, random_below(r, 3) == 0 ? "\n\n" :
			    "\n");
		else if (random_below(r, 3) == 0)
			ds_buf_putc(&buf, ' ');
	}
	text = ds_arena_dup(r->arena, buf.data);
	ds_buf_free(&buf);
	/* Trimmed as a whole, also of line's ends. */
	while (lines && *text == '\n')
		text++;
	text = random_settled(r, text);
	while (lines && text[strlen(text) - 1] == '\n')
		text = random_settled(r, ds_arena_ndup(r->arena, text,
		    strlen(text) - 1));
	return text;
}

/* ---- numbers of people ---- */

/* Nine digits whose weighted sum leaves `rest` of eleven. */
static inline const char *
random_number(struct random_dossier *r, const char *begin, int rest)
{
	char digits[10];
	int sum, i;

	do {
		snprintf(digits, sizeof digits, "%s", begin);
		for (i = (int)strlen(begin); i < 8; i++)
			digits[i] = (char)('0' + random_below(r, 10));
		for (sum = 0, i = 0; i < 8; i++)
			sum += (9 - i) * (digits[i] - '0');
		sum = ((sum - rest) % 11 + 11) % 11;
		digits[8] = (char)('0' + sum);
		digits[9] = '\0';
	} while (sum > 9);
	return ds_arena_dup(r->arena, digits);
}

/* ---- values ---- */

static inline const char *
random_word(struct random_dossier *r, const struct ds_code *codes)
{
	int count = 0;

	while (codes[count].slug != NULL)
		count++;
	return codes[random_below(r, count)].slug;
}

static inline const char *
random_printed(struct random_dossier *r, const char *format, int number)
{
	return ds_arena_printf(r->arena, format, number);
}

/* A text of the field's type, as a person would write it; not for records. */
static inline const char *
random_words_of(struct random_dossier *r, const struct ds_field *field)
{
	char iso[DS_DAY_TEXT];

	switch (field->type) {
	case DS_TYPE_CODE:
		return random_word(r, field->codes);
	case DS_TYPE_CODES:
		return ds_arena_printf(r->arena, "%s %s",
		    random_word(r, field->codes),
		    random_word(r, field->codes));
	case DS_TYPE_DAY:
		return ds_arena_dup(r->arena, ds_day_iso(
		    field->flags & DS_PAST ? random_day(r, 2005, 8) :
		    random_day(r, 2019, 10), iso));
	case DS_TYPE_INT:
		return random_printed(r, "%d", random_below(r,
		    field->number + 1));
	case DS_TYPE_BOOL:
		return random_below(r, 2) ? "true" : "false";
	case DS_TYPE_PERCENT:
		return random_printed(r, "%d,05", random_below(r, 100));
	case DS_TYPE_PHONE:
		return random_printed(r, "06-%08d", random_below(r,
		    100000000));
	case DS_TYPE_EMAIL:
		return random_printed(r, "naam%d@school.example",
		    random_below(r, 100000));
	case DS_TYPE_POSTCODE:
		return random_printed(r, "%dAB", 1000 +
		    random_below(r, 9000));
	case DS_TYPE_PROCESSES:
		return random_printed(r, "B1-K1-W%d, P2-K3-W1",
		    1 + random_below(r, 20));
	case DS_TYPE_PROCESS:
		return random_printed(r, "B1-K2-W%d", 1 +
		    random_below(r, 20));
	case DS_TYPE_CREBO:
		return random_printed(r, "%d", 25000 + random_below(r, 900));
	default:
		return "";
	}
}

static inline int64_t
random_record(struct random_dossier *r, const struct ds_record *record,
    const struct ds_field *field)
{
	int at = random_below(r, RANDOM_POOL);

	switch (field->target) {
	case DS_CONTACT:
		return r->contact[at];
	case DS_PLACE:
		return r->place[at];
	case DS_MEETING:
		return r->meeting[at];
	default:
		return record->kind == DS_ENROLMENT ? r->school[at] :
		    record->kind == DS_RESIDENCE ? r->municipality[at] :
		    r->other[at];
	}
}

/* Any right value into a field; false: this field is not for chance. */
static inline bool
random_value(struct random_dossier *r, struct ds_row *row, int at)
{
	const struct ds_record *record = ds_record(row->kind);
	const struct ds_field *field = &record->fields[at];
	const char *text;

	if (strcmp(field->name, "youth") == 0)
		return false;
	if (field->type == DS_TYPE_RECORD) {
		ds_row_set_int(row, at, random_record(r, record, field));
		return true;
	}
	if (field->type == DS_TYPE_TEXT || field->type == DS_TYPE_LONG) {
		text = r->text == NULL ? NULL : r->text(r->payload, record,
		    at);
		ds_row_set_text(row, at, text != NULL ? text :
		    random_text(r, field->type == DS_TYPE_LONG));
		return true;
	}
	return ds_field_parse(&row->value[at], r->arena, field,
	    random_words_of(r, field), ds_day_of(2026, 1, 12)) == NULL;
}

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

/* Consent that law lets somebody give on its first day, or nobody yet. */
static inline void
random_giver(struct random_dossier *r, struct ds_row *row)
{
	dossier_day from = ds_row_day(row, DS_F_GROUND_FROM);
	int age = ds_age(r->born, from);

	ds_row_clear(row, DS_F_GROUND_GIVEN_BY);
	if (age >= 18)
		ds_row_set_text(row, DS_F_GROUND_GIVEN_BY, "jongere");
	else if (age < 16)
		ds_row_set_text(row, DS_F_GROUND_GIVEN_BY, "ouders");
}

static inline void
random_identifier(struct random_dossier *r, struct ds_row *row, int i)
{
	static const char *const kinds[] = { "bsn", "onderwijsnummer",
	    "bron" };

	ds_row_set_text(row, DS_F_IDENTIFIER_KIND, kinds[i % 3]);
	ds_row_set_text(row, DS_F_IDENTIFIER_VALUE, i % 3 == 0 ?
	    random_number(r, "", 0) : i % 3 == 1 ?
	    random_number(r, "10", 5) : ds_arena_printf(r->arena, "S%llu-%d",
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
	switch (row->kind) {
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
		ds_ref_make(ref, random_next(r) >> 24, 7);
		ds_row_set_text(row, DS_F_MERGED_REF, ds_arena_dup(r->arena,
		    ref));
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

/* The same every time, but for the meetings. */
static inline dossier_status
random_region(struct random_dossier *r, bool meetings, dossier_error *err)
{
	int i;

	r->grounds = (struct ds_buf)DS_BUF_INIT;
	for (i = 0; i < RANDOM_POOL; i++) {
		DS_TRY(random_party(&r->school[i], r, random_printed(r,
		    "0%dQZ00", i), "school", err));
		DS_TRY(random_party(&r->municipality[i], r,
		    random_printed(r, "030%d", i), "gemeente", err));
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
