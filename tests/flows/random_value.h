/* SPDX-License-Identifier: EUPL-1.2 */
/* Values made by chance, of every type; for random_dossier.h. */
#ifndef TESTS_FLOWS_RANDOM_VALUE_H
#define TESTS_FLOWS_RANDOM_VALUE_H

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

#endif
