/* SPDX-License-Identifier: EUPL-1.2 */
/* Two dossiers in a store, and making them one. */
#ifndef TESTS_FLOWS_MERGING_H
#define TESTS_FLOWS_MERGING_H

#include "hard/leak_draw.h"

static inline int
start(void **state)
{
	draw_world();
	w.region.session->meta.action = "edit merge";
	return 0;
}

static inline int
end(void **state)
{
	region_end(&w.region);
	free(w.canaries);
	return 0;
}

static inline void
begin(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_ok(ds_session_begin(w.region.session, "fill", NULL, &err),
	    &err);
}

static inline void
commit(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_ok(ds_tx_commit(w.region.session->store, &err), &err);
}

/* ---- what is in the store of two youths ---- */

static struct ds_arena scratch;

struct held {
	struct ds_row *rows[DS_KIND_END];
	size_t count[DS_KIND_END];
};

static inline void
read_held(struct held *out, int64_t youth)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_book *book = w.region.session->book;
	int kind, field;

	memset(out, 0, sizeof *out);
	for (kind = 1; kind < DS_KIND_END; kind++) {
		field = ds_field_named(ds_record((enum ds_kind)kind),
		    "youth");
		if (field >= 0)
			region_ok(ds_book_list(&out->rows[kind],
			    &out->count[kind], &scratch, book,
			    (enum ds_kind)kind, field, youth, &err), &err);
	}
}

/* ---- one pair ---- */

struct pair {
	struct ds_row kept, other;
	struct held a, b;
};

static inline const char *
ref_of(const struct ds_row *youth)
{
	return ds_row_text(youth, DS_F_YOUTH_REF);
}

static inline dossier_status
merge(dossier_document **doc, const struct pair *pair,
    const struct ds_row *prefer, bool dry_run)
{
	const dossier_merge_options options = { .other = ref_of(&pair->other),
	    .reason = "one youth", .dry_run = dry_run,
	    .prefer = prefer == NULL ? NULL : ref_of(prefer) };

	return dossier_merge(doc, w.region.session, ref_of(&pair->kept),
	    &options, NULL);
}

static inline int64_t
number_of(const char *sql)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	int64_t found;
	bool row;

	region_ok(ds_stmt_new(&stmt, w.region.session->store, sql, &err),
	    &err);
	region_ok(ds_step(&row, stmt, &err), &err);
	found = row ? ds_col_int(stmt, 0) : -1;
	ds_stmt_free(stmt);
	return found;
}

static inline int64_t
events(void)
{
	return number_of("SELECT count(*) FROM event");
}

static inline int64_t
youth(uint64_t which, char ref[DS_REF_SIZE])
{
	char text[40];

	ds_ref_make(ref, which, 99);
	snprintf(text, sizeof text, "ref=%s", ref);
	return region_add(&w.region, "youth", text, "given_name=Zoë",
	    "opened_on=2025-09-01", NULL);
}

static inline void
hold_sound(void)
{
	dossier_document *doc = NULL;

	assert_int_equal(dossier_verify(&doc, w.region.session, NULL),
	    DOSSIER_OK);
	dossier_document_free(doc);
}

#endif
