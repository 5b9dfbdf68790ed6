/* SPDX-License-Identifier: EUPL-1.2 */
/* A person's text to a field's value: nothing is guessed, all is named. */
#include "model/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/ident.h"
#include "base/text.h"

#define MAX_TEXT 4000
#define MAX_LONG 16000
#define MAX_WORDS 64

const char ds_no_room[] = N_("there is not enough memory");

static const char *
keep(struct ds_datum *out, struct ds_arena *arena, const char *text)
{
	out->text = ds_arena_dup(arena, text);
	out->known = out->text != NULL;
	return out->known ? NULL : ds_no_room;
}

/* Why text is no day: said apart, for each is mended in its own way. */
static const char *
no_day(const char *text)
{
	const char *last = strrchr(text, text[strcspn(text, "-/.")]);
	size_t digits = strspn(text, "0123456789-/."), parts = 0, i;

	if (digits == strlen(text) && digits == 5)
		return N_("Excel has made a number of this day; format the "
		    "column as Date and export again");
	for (i = 0; text[i] != '\0'; i++)
		parts += strchr("-/.", text[i]) != NULL;
	if (digits != strlen(text) || parts != 2 || last == NULL)
		return N_("this is not a day");
	if (strlen(last + 1) <= 2 && strcspn(text, "-/.") <= 2)
		return N_("the year must have four digits");
	return N_("this day does not exist");
}

static const char *
parse_day(struct ds_datum *out, struct ds_arena *arena,
    const struct ds_field *field, const char *text, dossier_day today)
{
	char iso[DS_DAY_TEXT];
	dossier_day day;

	if (dossier_day_parse(&day, text, NULL) != DOSSIER_OK)
		return no_day(text);
	if ((field->flags & DS_PAST) && day.number > today.number)
		return N_("this day lies in the future");
	if ((field->flags & DS_PAST) && ds_age(day, today) >= 100)
		return N_("this is a hundred years ago or more");
	return keep(out, arena, ds_day_iso(day, iso));
}

static const char *
parse_number(struct ds_datum *out, const struct ds_field *field,
    const char *text)
{
	int scale = field->type == DS_TYPE_INT ? 0 : field->number;
	int64_t value, largest = field->number, one = 1;
	int i;

	if (!ds_decimal_parse(&value, text, scale))
		return N_("this is not a number that fits here");
	for (i = 0; i < scale; i++)
		one *= 10;
	if (field->type == DS_TYPE_PERCENT)
		largest = 100 * one;
	if (field->type == DS_TYPE_DEGREES) {
		if (value < -180 * one || value > 180 * one)
			return N_("this is no place on earth");
	} else if (value < 0 || value > largest) {
		return N_("this number is out of range");
	}
	out->number = value;
	out->known = true;
	return NULL;
}

static const char *
parse_bool(struct ds_datum *out, const char *text)
{
	static const char *const yes[] = { "ja", "j", "yes", "y", "1",
	    "waar", "true" };
	static const char *const no[] = { "nee", "n", "no", "0", "onwaar",
	    "false" };
	size_t i;

	out->known = true;
	for (i = 0; i < sizeof yes / sizeof yes[0]; i++)
		if (strcasecmp(text, yes[i]) == 0)
			return (out->number = 1), NULL;
	for (i = 0; i < sizeof no / sizeof no[0]; i++)
		if (strcasecmp(text, no[i]) == 0)
			return (out->number = 0), NULL;
	out->known = false;
	return N_("this is neither yes nor no");
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Codes in the list's order keep Monday before Tuesday; others sort. */
static const char *
join(struct ds_datum *out, struct ds_arena *arena, const char **words,
    size_t count)
{
	struct ds_buf buf = DS_BUF_INIT;
	const char *fault;
	size_t i;

	for (i = 0; i < count; i++) {
		if (i > 0 && strcmp(words[i], words[i - 1]) == 0)
			continue;
		ds_buf_puts(&buf, buf.size == 0 ? "" : " ");
		ds_buf_puts(&buf, words[i]);
	}
	fault = buf.failed ? ds_no_room : keep(out, arena, buf.data);
	ds_buf_free(&buf);
	return fault;
}

static const char *
one_word(const char **out, struct ds_arena *arena,
    const struct ds_field *field, const char *word)
{
	const struct ds_code *code;
	char process[12];

	if (field->type == DS_TYPE_PROCESSES) {
		if (!ds_ident_process(process, word))
			return N_("this is not a work process such as "
			    "B1-K1-W1");
		*out = ds_arena_dup(arena, process);
		return *out == NULL ? ds_no_room : NULL;
	}
	code = ds_code_find(field->codes, word);
	if (code == NULL)
		return N_("this word is not in the list");
	*out = code->slug;
	return NULL;
}

/* Days stay in the week's order, whatever order they were written in. */
static void
sort_words(const struct ds_field *field, const char **words, size_t count)
{
	const struct ds_code *code;
	size_t i, done = 0;
	const char *swap;

	if (field->type == DS_TYPE_PROCESSES) {
		qsort(words, count, sizeof *words, by_text);
		return;
	}
	for (code = field->codes; code->slug != NULL; code++) {
		for (i = done; i < count; i++) {
			if (strcmp(words[i], code->slug) != 0)
				continue;
			swap = words[done];
			words[done++] = words[i];
			words[i] = swap;
		}
	}
}

static const char *
parse_words(struct ds_datum *out, struct ds_arena *arena,
    const struct ds_field *field, const char *text)
{
	const char *words[MAX_WORDS], *fault;
	char *copy = ds_arena_dup(arena, text), *next, *word;
	size_t count = 0;

	if (copy == NULL)
		return ds_no_room;
	for (word = strtok_r(copy, ",;/+ ", &next); word != NULL;
	    word = strtok_r(NULL, ",;/+ ", &next)) {
		if (count == MAX_WORDS)
			return N_("these are too many words");
		fault = one_word(&words[count], arena, field, word);
		if (fault != NULL)
			return fault;
		count++;
	}
	sort_words(field, words, count);
	return join(out, arena, words, count);
}

static const char *
parse_code(struct ds_datum *out, const struct ds_field *field,
    const char *text)
{
	const struct ds_code *code = ds_code_find(field->codes, text);

	if (code == NULL)
		return N_("this word is not in the list");
	out->text = code->slug;
	out->known = true;
	return NULL;
}

static const char *
parse_text(struct ds_datum *out, struct ds_arena *arena, const char *text)
{
	if (strlen(text) > MAX_TEXT)
		return N_("this text is too long");
	if (ds_text_has_control(text))
		return N_("this text holds characters that cannot be shown");
	return keep(out, arena, text);
}

/* Lines stay, each without what a terminal would obey. */
static const char *
parse_long(struct ds_datum *out, struct ds_arena *arena, const char *text)
{
	char *copy = ds_arena_dup(arena, text), *line, *to;

	if (copy == NULL)
		return ds_no_room;
	if (strlen(text) > MAX_LONG)
		return N_("this text is too long");
	for (line = to = copy; *line != '\0'; line++)
		if (line[0] != '\r' || line[1] != '\n')
			*to++ = *line == '\r' ? '\n' : *line;
	*to = '\0';
	out->text = copy;
	out->known = true;
	for (line = to = ds_arena_dup(arena, copy); line != NULL &&
	    *line != '\0'; line++)
		if (*line == '\n')
			*line = ' ';
	if (to == NULL)
		return ds_no_room;
	return ds_text_has_control(to) ?
	    N_("this text holds characters that cannot be shown") : NULL;
}

/* Excel takes the leading 0 off a number: nine digits are one too few. */
static const char *
parse_phone(struct ds_datum *out, struct ds_arena *arena, const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits == strlen(text) && digits == 9 && text[0] != '0')
		return N_("the 0 in front is missing; format the column as "
		    "Text in Excel");
	if (!ds_ident_is_phone(text))
		return N_("this is not a telephone number");
	return keep(out, arena, text);
}

static const char *
parse_email(struct ds_datum *out, struct ds_arena *arena, const char *text)
{
	const char *at = strchr(text, '@');

	if (at == NULL || at == text || strchr(at + 1, '@') != NULL ||
	    strpbrk(text, " ,;<>") != NULL || strchr(at, '.') == NULL ||
	    at[1] == '.' || text[strlen(text) - 1] == '.')
		return N_("this is not an e-mail address");
	return parse_text(out, arena, text);
}

const char *
ds_field_parse(struct ds_datum *out, struct ds_arena *arena,
    const struct ds_field *field, const char *text, dossier_day today)
{
	char fixed[16];

	memset(out, 0, sizeof *out);
	switch (field->type) {
	case DS_TYPE_CODE:
		return parse_code(out, field, text);
	case DS_TYPE_CODES:
	case DS_TYPE_PROCESSES:
		return parse_words(out, arena, field, text);
	case DS_TYPE_DAY:
		return parse_day(out, arena, field, text, today);
	case DS_TYPE_INT:
	case DS_TYPE_PERCENT:
	case DS_TYPE_DEGREES:
		return parse_number(out, field, text);
	case DS_TYPE_BOOL:
		return parse_bool(out, text);
	case DS_TYPE_LONG:
		return parse_long(out, arena, text);
	case DS_TYPE_PROCESS:
		if (!ds_ident_process(fixed, text))
			return N_("this is not a work process such as "
			    "B1-K1-W1");
		return keep(out, arena, fixed);
	case DS_TYPE_CREBO:
		if (strlen(text) != 5 || strspn(text, "0123456789") != 5 ||
		    text[0] == '0')
			return N_("this is not a crebo: it has five digits");
		return keep(out, arena, text);
	case DS_TYPE_PHONE:
		return parse_phone(out, arena, text);
	case DS_TYPE_EMAIL:
		return parse_email(out, arena, text);
	case DS_TYPE_POSTCODE:
		if (!ds_ident_postcode(fixed, text) &&
		    !ds_ident_postcode4(fixed, text))
			return N_("this is not a Dutch postcode");
		return keep(out, arena, fixed);
	case DS_TYPE_POSTCODE4:
		if (!ds_ident_postcode4(fixed, text))
			return N_("this is not a Dutch postcode");
		return keep(out, arena, fixed);
	case DS_TYPE_MUNICIPALITY:
		if (!ds_ident_municipality(fixed, text))
			return N_("this is not a municipality code");
		return keep(out, arena, fixed);
	case DS_TYPE_REF:
		if (!ds_ref_check(fixed, text))
			return N_("this is not the ref of a dossier");
		return keep(out, arena, fixed);
	default:
		return parse_text(out, arena, text);
	}
}

const char *
ds_field_choices(struct ds_arena *arena, const struct ds_field *field)
{
	const struct ds_code *codes = field->codes;
	const char *text = codes[0].slug, *more;
	size_t i;

	for (i = 1; codes[i].slug != NULL && strlen(text) < 60; i++) {
		more = ds_arena_printf(arena, "%s, %s", text, codes[i].slug);
		if (more != NULL)
			text = more;
	}
	return text;
}

const char *
ds_field_example(const struct ds_field *field)
{
	switch (field->type) {
	case DS_TYPE_CODE:
	case DS_TYPE_CODES:
		return field->codes[0].slug;
	case DS_TYPE_DAY:
		return field->flags & DS_PAST ? "12-03-2009" : "31-07-2026";
	case DS_TYPE_INT:
		return field->number < 24 ? "4" : "24";
	case DS_TYPE_PERCENT:
		return "49,9";
	case DS_TYPE_DEGREES:
		return "52,0907374";
	case DS_TYPE_BOOL:
		return "ja";
	case DS_TYPE_PHONE:
		return "06-12345678";
	case DS_TYPE_EMAIL:
		return "naam@school.nl";
	case DS_TYPE_POSTCODE:
		return "3511 AB";
	case DS_TYPE_POSTCODE4:
		return "3511";
	case DS_TYPE_MUNICIPALITY:
		return "0344";
	case DS_TYPE_PROCESSES:
	case DS_TYPE_PROCESS:
		return "B1-K1-W1";
	case DS_TYPE_CREBO:
		return "25251";
	default:
		return "";
	}
}
