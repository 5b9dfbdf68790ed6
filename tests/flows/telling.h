/* SPDX-License-Identifier: EUPL-1.2 */
/* More in Zoë's case, and the document that leaves of it. */
#ifndef TESTS_FLOWS_TELLING_H
#define TESTS_FLOWS_TELLING_H

#include "flows/following.h"

#include "flows/handing.h"
#include "flows/present.h"

/* ---- more in the case ---- */

static inline void
add(enum ds_kind kind, const int *fields, const char *const *values)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *s = c.region.session;
	struct ds_row row;

	ds_row_start(&row, kind);
	ds_row_set_int(&row, ds_field_named(ds_record(kind), "youth"),
	    c.youth);
	for (; *fields != DS_NO_FIELD; fields++)
		ds_row_set_text(&row, *fields, *values++);
	region_ok(ds_session_begin(s, c.ref, NULL, &err), &err);
	region_ok(ds_book_add(s->book, &row, &err), &err);
	region_ok(ds_tx_commit(s->store, &err), &err);
}

static inline void
opp(const char *on, const char *version)
{
	add(DS_OPP, (const int[]){ DS_F_OPP_ON, DS_F_OPP_VERSION,
	    DS_NO_FIELD }, (const char *const[]){ on, version });
}

static inline void
say_of(const char *section, const char *voice, const char *text)
{
	dossier_follow_options o = follow_options("statement");

	o.sections = section;
	o.voice = voice;
	o.text = text;
	o.name = "Wie het zei";
	free(follow_record(&c, &o));
}

static inline void
agree(const char *kind)
{
	dossier_follow_options o = follow_options("agreement");

	o.kind = kind;
	o.text = "afgesproken";
	o.with = "0355";
	free(follow_record(&c, &o));
}

static inline void
consent(const char *sections, const char *by)
{
	dossier_follow_options o = follow_options("consent");

	o.to = "0355";
	o.sections = sections;
	o.given_by = by;
	o.name = "Zoë van den Berg";
	o.purpose = "overgangsdocument";
	free(follow_record(&c, &o));
}

static inline char *
prepared(dossier_format format)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);

	return step_with(DOSSIER_PREPARE, &o, format);
}

static inline char *
sent(const char *name, const char *ending, const char *day)
{
	struct ds_buf text = DS_BUF_INIT;
	char path[192];

	snprintf(path, sizeof path, "%s/%s-%s-%s.%s", folder, name, c.ref,
	    day, ending);
	assert_int_equal(ds_file_read(&text, path, 1 << 20, NULL),
	    DOSSIER_OK);
	return text.data;
}

static inline char *
document(void)
{
	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	return sent("overgangsdocument", "json", "2026-05-11");
}

#endif
