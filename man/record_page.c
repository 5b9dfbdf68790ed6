/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * record-page TEMPLATE CATALOGUES PAGE: dossier-record(5), made from the
 * descriptors. The template is the page without its records; they come where
 * it says @SECTIONS@ and @RECORDS@. Runs while building and is not installed.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "record_field.h"

#define MAX_TEMPLATE 65536

/* ---- sections ---- */

static const char *
class_of(enum ds_section section)
{
	switch (ds_section_class(section)) {
	case DS_CLASS_HEALTH:
		return "health";
	case DS_CLASS_JUSTICE:
		return "justice";
	case DS_CLASS_FAMILY:
		return "family";
	default:
		return "ordinary";
	}
}

static void
put_section_heading(struct ds_buf *out, enum ds_section section)
{
	const char *c;

	ds_buf_puts(out, ".Sh ");
	if (section == DS_SECTION_COMMON) {
		ds_buf_puts(out, "WHAT IS OF NO YOUTH\n"
		    "Organisations, contacts, places and meetings.\n");
		return;
	}
	if (section == DS_SECTION_NONE) {
		ds_buf_puts(out, "WHAT NEVER LEAVES\n"
		    "Kept for the work itself, and for the software.\n"
		    "None of it is given to a recipient.\n");
		return;
	}
	for (c = ds_section_label(section); *c != '\0'; c++)
		ds_buf_putc(out, *c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
	ds_buf_printf(out, "\nThe section\n.Cm %s :\n",
	    ds_section_slug(section));
	ds_buf_printf(out, "%s.\n",
	    ds_tr(DOSSIER_DUTCH, ds_section_label(section)));
}

/* Every section as an item of a list: slug, labels, class. */
static void
put_sections(struct ds_buf *out)
{
	int section;

	ds_buf_puts(out, ".Bl -tag -width ondersteuning -compact\n");
	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END;
	    section++) {
		ds_buf_printf(out, ".It Cm %s\n",
		    ds_section_slug((enum ds_section)section));
		record_label(out, ds_section_label((enum ds_section)section));
		ds_buf_printf(out, "; %s.\n",
		    class_of((enum ds_section)section));
	}
	ds_buf_puts(out, ".El\n");
}

/* ---- records ---- */

static const char *
nature_words(const struct ds_record *record)
{
	switch (record->nature) {
	case DS_STATE:
		return "Dated: a new one closes the last, and two never "
		    "overlap.";
	case DS_MEASURED:
		return "Many stand side by side; a new one closes none.";
	default:
		return "Corrected in place; the history keeps what it was.";
	}
}

static void
put_record(struct ds_buf *out, const enum ds_kind *order,
    const struct ds_record *record)
{
	int i;

	ds_buf_printf(out, ".Ss %s\n", record->table);
	record_label(out, record->label);
	ds_buf_puts(out, ".\n");
	ds_buf_printf(out, "%s\n.Bl -tag -width Ds\n", nature_words(record));
	for (i = 0; i < record->count; i++)
		record_field(out, order, record, i);
	ds_buf_puts(out, ".El\n");
}

/* Sections as a dossier has them; then what is common, then what stays. */
static void
put_order(enum ds_kind order[DS_KIND_END], enum ds_section *sections)
{
	int section, kind, count = 0, place = 0;

	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END;
	    section++)
		sections[place++] = (enum ds_section)section;
	sections[place++] = DS_SECTION_COMMON;
	sections[place] = DS_SECTION_NONE;
	for (section = 0; section <= place; section++)
		for (kind = 1; kind < DS_KIND_END; kind++)
			if (ds_record((enum ds_kind)kind)->section ==
			    sections[section])
				order[count++] = (enum ds_kind)kind;
	order[count] = (enum ds_kind)0;
}

static void
put_records(struct ds_buf *out)
{
	enum ds_section sections[DS_SECTION_END];
	enum ds_kind order[DS_KIND_END];
	const struct ds_record *record;
	const enum ds_kind *at = order;
	int i;

	put_order(order, sections);
	for (i = 0; i < DS_SECTION_END; i++) {
		if (*at == 0 || ds_record(*at)->section != sections[i])
			continue;
		put_section_heading(out, sections[i]);
		for (; *at != 0; at++) {
			record = ds_record(*at);
			if (record->section != sections[i])
				break;
			put_record(out, order, record);
		}
	}
}

/* ---- the page ---- */

/* The template, with each mark replaced by what it stands for. */
static void
put_page(struct ds_buf *out, const char *template)
{
	static const struct {
		const char *mark;
		void (*put)(struct ds_buf *);
	} parts[] = {
		{ "@SECTIONS@\n", put_sections },
		{ "@RECORDS@\n", put_records },
	};
	const char *mark;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		mark = strstr(template, parts[i].mark);
		if (mark == NULL) {
			fprintf(stderr, "no %s", parts[i].mark);
			exit(1);
		}
		ds_buf_add(out, template, (size_t)(mark - template));
		parts[i].put(out);
		template = mark + strlen(parts[i].mark);
	}
	ds_buf_puts(out, template);
}

static dossier_status
make(const char *template, const char *page, dossier_error *err)
{
	struct ds_buf in = DS_BUF_INIT, out = DS_BUF_INIT;
	struct ds_outfile *file = NULL;
	dossier_status status;

	status = ds_file_read(&in, template, MAX_TEMPLATE, err);
	if (status == DOSSIER_OK) {
		put_page(&out, in.data);
		status = out.failed ? ds_no_memory(err) :
		    ds_outfile_open(&file, page, err);
	}
	if (status == DOSSIER_OK)
		status = ds_outfile_write(file, out.data, out.size, err);
	if (status == DOSSIER_OK)
		status = ds_outfile_commit(file, err);
	else
		ds_outfile_abandon(file);
	ds_buf_free(&in);
	ds_buf_free(&out);
	return status;
}

int
main(int argc, char **argv)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	if (argc != 4)
		return 2;
	/* In a locale called "C" gettext would not look at LANGUAGE. */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_CTYPE, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
	dossier_messages_from(argv[2]);
	if (make(argv[1], argv[3], &err) == DOSSIER_OK)
		return 0;
	fprintf(stderr, "%s: %s\n", argv[3], err.message);
	return 1;
}
