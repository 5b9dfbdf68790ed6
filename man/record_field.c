/* SPDX-License-Identifier: EUPL-1.2 */
#include "record_field.h"

#include <string.h>

#include "flows/sheet.h"
#include "model/row.h"

/*
 * A line of text: what a page would obey in it is made harmless. Sentences
 * that mdoc has nothing to mark in go through here.
 */
static void
put_text(struct ds_buf *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		ds_buf_puts(out, "\\&");
	for (; *text != '\0'; text++) {
		if (*text == '\\')
			ds_buf_puts(out, "\\e");
		else
			ds_buf_putc(out, *text);
	}
}

/* "Born (Geboren)", or the one word that both languages have. */
void
record_label(struct ds_buf *out, const char *label)
{
	const char *dutch = ds_tr(DOSSIER_DUTCH, label);

	put_text(out, label);
	if (strcmp(dutch, label) != 0) {
		ds_buf_puts(out, " (");
		put_text(out, dutch);
		ds_buf_putc(out, ')');
	}
}

/* A label by itself: its words, and the end of the sentence. */
static void
put_labelled(struct ds_buf *out, const char *label)
{
	record_label(out, label);
	ds_buf_puts(out, ".\n");
}

static const char *
type_words(const struct ds_field *field)
{
	switch (field->type) {
	case DS_TYPE_LONG:
		return "Text of one or more lines";
	case DS_TYPE_REF:
		return "The ref of a dossier";
	case DS_TYPE_PAGE:
		return "A page as it was given";
	case DS_TYPE_CODE:
		return "One code";
	case DS_TYPE_CODES:
		return "One or more codes";
	case DS_TYPE_DAY:
		return field->flags & DS_PAST ? "A day, not after today" :
		    "A day";
	case DS_TYPE_BOOL:
		return "Yes or no";
	case DS_TYPE_DEGREES:
		return "Degrees";
	case DS_TYPE_PHONE:
		return "A telephone number";
	case DS_TYPE_EMAIL:
		return "An e-mail address";
	case DS_TYPE_POSTCODE:
		return "A postcode, or its four digits";
	case DS_TYPE_POSTCODE4:
		return "The four digits of a postcode";
	case DS_TYPE_MUNICIPALITY:
		return "The four digits of a municipality";
	case DS_TYPE_PROCESSES:
		return "One or more work processes";
	case DS_TYPE_PROCESS:
		return "A work process";
	case DS_TYPE_CREBO:
		return "A crebo of five digits";
	default:
		return "Text of one line";
	}
}

static void
put_target(struct ds_buf *out, enum ds_kind target)
{
	const char *by = target == DS_YOUTH ? "ref" : target == DS_PARTY ?
	    "code, or a name that only one has" : target == DS_CONTACT ?
	    "name" : target == DS_PLACE ? "code" : "number";

	ds_buf_printf(out, "A\n.Cm %s ,\nby %s.\n", ds_record(target)->table,
	    by);
}

static void
put_type(struct ds_buf *out, const struct ds_field *field)
{
	const char *example = ds_field_example(field);

	if (field->type == DS_TYPE_RECORD) {
		put_target(out, field->target);
		return;
	}
	if (field->type == DS_TYPE_INT)
		ds_buf_printf(out, "A whole number from 0 to %d",
		    field->number);
	else if (field->type == DS_TYPE_PERCENT)
		ds_buf_printf(out, "A percentage from 0 to 100 with at most "
		    "%d decimals", field->number);
	else
		ds_buf_puts(out, type_words(field));
	if (example[0] != '\0' && field->codes == NULL)
		ds_buf_printf(out, ", such as\n.Cm %s .\n", example);
	else
		ds_buf_puts(out, ".\n");
}

/* The first field of the page that has this list; it stands there. */
static bool
first_with_codes(const struct ds_record **record, int *field,
    const enum ds_kind *order, const struct ds_code *codes)
{
	int i;

	for (; *order != 0; order++) {
		*record = ds_record(*order);
		for (i = 0; i < (*record)->count; i++) {
			*field = i;
			if ((*record)->fields[i].codes == codes)
				return true;
		}
	}
	return false;
}

static void
put_codes(struct ds_buf *out, const enum ds_kind *order,
    const struct ds_field *field)
{
	const struct ds_code *code = field->codes;
	const struct ds_record *record;
	int first;

	if (first_with_codes(&record, &first, order, code) &&
	    &record->fields[first] != field) {
		ds_buf_printf(out, "The codes are those of\n.Cm %s.%s .\n",
		    record->table, record->fields[first].name);
		return;
	}
	ds_buf_puts(out, ".Bl -tag -width Ds -compact\n");
	for (; code->slug != NULL; code++) {
		ds_buf_printf(out, ".It Cm %s\n", code->slug);
		put_labelled(out, code->label);
	}
	ds_buf_puts(out, ".El\n");
}

/*
 * Headers of exports beside the field's own name and labels. Lists about one
 * youth share their first columns: what was said is not said again.
 */
static void
put_headers(struct ds_buf *out, enum ds_kind kind, int field)
{
	const struct ds_sheet_column *column;
	const char *said = NULL, *c;
	size_t sheet;
	int i;

	for (sheet = 0; sheet < ds_sheet_count; sheet++) {
		for (i = 0; i < ds_sheets[sheet].count; i++) {
			column = &ds_sheets[sheet].columns[i];
			if (column->type != DS_CELL_FIELD ||
			    column->record != kind ||
			    column->field != field ||
			    column->synonyms == NULL || (said != NULL &&
			    strcmp(said, column->synonyms) == 0))
				continue;
			said = column->synonyms;
			ds_buf_printf(out, "In a list of kind\n.Cm %s\nalso "
			    "headed: ", ds_sheets[sheet].name);
			for (c = said; *c != '\0'; c++)
				ds_buf_puts(out, *c == '|' ? ", " :
				    (char [2]){ *c, '\0' });
			ds_buf_puts(out, ".\n");
		}
	}
}

static const struct {
	unsigned flag;
	const char *words;
} flags[] = {
	{ DS_NEED, "Needed." },
	{ DS_OWN, "Set by the software." },
	{ DS_SECRET, "Shown masked, and never leaves." },
	{ DS_HEALTH, "Class: health." },
	{ DS_JUSTICE, "Class: justice." },
	{ DS_FAMILY, "Class: family." },
};

void
record_field(struct ds_buf *out, const enum ds_kind *order,
    const struct ds_record *record, int i)
{
	const struct ds_field *field = &record->fields[i];
	enum ds_section section = ds_field_section(record, i);
	size_t f;

	ds_buf_printf(out, ".It Cm %s\n", field->name);
	put_labelled(out, field->label);
	put_type(out, field);
	for (f = 0; f < sizeof flags / sizeof flags[0]; f++)
		if (field->flags & flags[f].flag)
			ds_buf_printf(out, "%s\n", flags[f].words);
	if (section != record->section)
		ds_buf_printf(out, "Leaves with the section\n.Cm %s .\n",
		    ds_section_slug(section));
	put_headers(out, record->kind, i);
	if (field->codes != NULL)
		put_codes(out, order, field);
}
