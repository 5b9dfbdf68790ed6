/* SPDX-License-Identifier: EUPL-1.2 */
/* What is recorded in one line of Zoë's case, as tests do it. */
#ifndef TESTS_FLOWS_FOLLOWING_H
#define TESTS_FLOWS_FOLLOWING_H

#include "flows/one_case.h"

static inline dossier_follow_options
follow_options(const char *what)
{
	return (dossier_follow_options){ .what = what, .on = DOSSIER_NO_DAY,
	    .due = DOSSIER_NO_DAY, .reached = -1 };
}

/* In a format; to be given to free(). */
static inline char *
follow_text(struct one_case *of, const dossier_follow_options *o,
    dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_follow(&doc, of->region.session, of->ref, o, &err),
	    &err);
	return region_print(doc, format);
}

static inline char *
follow_record(struct one_case *of, const dossier_follow_options *o)
{
	return follow_text(of, o, DOSSIER_JSON);
}

static inline dossier_status
follow_refused(struct one_case *of, const dossier_follow_options *o,
    dossier_error *err)
{
	dossier_document *doc = NULL;
	dossier_status status;

	if (err != NULL)
		ds_error_reset(err);
	status = dossier_follow(&doc, of->region.session, of->ref, o, err);
	assert_null(doc);
	return status;
}

static inline size_t
follow_count(struct one_case *of, enum ds_kind kind)
{
	struct ds_row *rows;
	size_t count;

	assert_int_equal(ds_book_list(&rows, &count, &of->region.arena,
	    of->region.session->book, kind, -1, 0, NULL), DOSSIER_OK);
	return count;
}

#endif
