/* SPDX-License-Identifier: EUPL-1.2 */
/* Giving a receipt back, and telling which there are. */
#include <stdio.h>
#include <string.h>

#include "base/ident.h"
#include "flows/present.h"
#include "flows/receipt.h"
#include "flows/seen.h"
#include "flows/state.h"
#include "render/page.h"

/* ---- who may see it ---- */

/* One thing that it shows: a fact, or a record's field. */
static dossier_status
see_one(const char **why, struct ds_view *view, int64_t youth,
    const char *word, dossier_error *err)
{
	const char *dot = strchr(word, '.');
	const struct ds_record *record = NULL;
	char table[40];
	int field = -1, fact;

	if (dot != NULL) {
		snprintf(table, sizeof table, "%.*s", (int)(dot - word),
		    word);
		record = ds_record_named(table);
	}
	if (record != NULL)
		field = ds_field_named(record, dot + 1);
	if (field >= 0)
		return ds_seen_field(why, view, youth, record->kind, field,
		    err);
	fact = dot != NULL ? -1 : ds_fact_named(word, DS_ON_YOUTH);
	if (fact >= 0)
		return ds_seen_fact(why, view, youth, (enum ds_fact)fact,
		    err);
	/* What this software does not know is for who sees everything. */
	return ds_seen_field(why, view, youth, DS_RECEIPT,
	    DS_F_RECEIPT_FACTS, err);
}

static dossier_status
see_all(bool *out, struct ds_view *view, const struct ds_row *receipt,
    dossier_error *err)
{
	int64_t youth = ds_row_int(receipt, DS_F_RECEIPT_YOUTH);
	const char *words = ds_row_text(receipt, DS_F_RECEIPT_RESTS);
	const char *why = NULL, *word;
	size_t size;

	DS_TRY(ds_seen_at_all(out, view, youth, err));
	for (; *out && words != NULL && *words != '\0'; words += size) {
		words += strspn(words, " ");
		size = strcspn(words, " ");
		word = ds_arena_ndup(view->arena, words, size);
		if (word == NULL)
			return ds_no_memory(err);
		DS_TRY(see_one(&why, view, youth, word, err));
		*out = why == NULL;
	}
	return DOSSIER_OK;
}

/* ---- one ---- */

static dossier_status
no_receipt(const char *ref, dossier_error *err)
{
	ds_advise(err, N_("See which a dossier has with: dossier match route "
	    "--receipts REF"));
	return ds_fail(err, DOSSIER_NOT_FOUND,
	    N_("There is no receipt %s."), ref);
}

static dossier_status
find(struct ds_row *out, struct ds_arena *arena, dossier_session *session,
    const char *ref, dossier_error *err)
{
	char checked[DS_REF_SIZE];
	struct ds_stmt *stmt;
	int64_t id;

	if (!ds_ref_check(checked, ref))
		return no_receipt(ref, err);
	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_RECEIPT_BY_REF, err));
	ds_bind_text(stmt, ":ref", checked);
	DS_TRY(ds_first_int(&id, stmt, err));
	if (id == 0)
		return no_receipt(ref, err);
	return ds_book_read(out, arena, session->book, DS_RECEIPT, id, err);
}

static dossier_status
judge(dossier_session *session, struct ds_arena *arena,
    const struct ds_row *receipt, dossier_error *err)
{
	struct ds_view view;
	bool sees;

	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	DS_TRY(see_all(&sees, &view, receipt, err));
	if (sees)
		return DOSSIER_OK;
	ds_advise(err, N_("Ask somebody whose role allows it, or work in "
	    "another role: --as \"NAME@ORGANISATION\""));
	return ds_fail(err, DOSSIER_FORBIDDEN, N_("Receipt %s rests on what "
	    "your role does not see."),
	    ds_row_text(receipt, DS_F_RECEIPT_REF));
}

static dossier_status
give(dossier_document **out, dossier_session *session,
    struct ds_arena *arena, const char *ref, dossier_error *err)
{
	struct ds_row receipt, youth;
	const char *page;

	DS_TRY(find(&receipt, arena, session, ref, err));
	DS_TRY(judge(session, arena, &receipt, err));
	DS_TRY(ds_book_read(&youth, arena, session->book, DS_YOUTH,
	    ds_row_int(&receipt, DS_F_RECEIPT_YOUTH), err));
	page = ds_row_text(&receipt, session->language == DOSSIER_DUTCH ?
	    DS_F_RECEIPT_DUTCH : DS_F_RECEIPT_ENGLISH);
	DS_TRY(ds_page_read(out, page == NULL ? "" : page, err));
	ds_receipt_name(*out, ds_row_text(&receipt, DS_F_RECEIPT_REF));
	DS_TRY(ds_document_check(*out, err));
	return ds_session_looked(session,
	    ds_row_text(&youth, DS_F_YOUTH_REF), err);
}

dossier_status
dossier_match_receipt(dossier_document **out, dossier_session *session,
    const char *receipt, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_document *doc = NULL;
	dossier_status status = give(&doc, session, &arena, receipt, err);

	ds_arena_free(&arena);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	return status;
}

/* ---- those of a youth ---- */

static const int listed[] = { DS_F_RECEIPT_REF, DS_F_RECEIPT_ON,
    DS_F_RECEIPT_SUBJECT, DS_F_RECEIPT_OUTCOME, DS_F_RECEIPT_RULE,
    DS_F_RECEIPT_PACK, DS_F_RECEIPT_VERSION, DS_NO_FIELD };

static dossier_status
list(dossier_document *doc, dossier_session *session, struct ds_arena *arena,
    const struct ds_row *youth, dossier_error *err)
{
	const struct ds_listing section = { "receipts", N_("Receipts"),
	    listed, NULL, NULL, NULL };
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_view view;
	struct ds_row *rows;
	const char *name;
	size_t count;

	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	DS_TRY(ds_view_name(&name, &view, youth, err));
	ds_document_note(doc, ds_arena_printf(arena, "%s (%s)", name,
	    ds_row_text(youth, DS_F_YOUTH_REF)));
	ds_put_text(doc, map, "ref", ds_row_text(youth, DS_F_YOUTH_REF));
	DS_TRY(ds_state_list(&rows, &count, arena, session->book, DS_RECEIPT,
	    youth->id, err));
	DS_TRY(ds_present_table(doc, &view, map, &section, NULL, rows, count,
	    err));
	if (count == 0)
		ds_present_nothing(doc);
	DS_TRY(ds_document_check(doc, err));
	return ds_session_looked(session,
	    ds_row_text(youth, DS_F_YOUTH_REF), err);
}

dossier_status
dossier_match_receipts(dossier_document **out, dossier_session *session,
    const char *ref, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_document *doc = NULL;
	dossier_status status;
	struct ds_row youth;

	status = ds_youth_find(&youth, &arena, session, ref, false, err);
	if (status == DOSSIER_OK)
		status = ds_session_document(&doc, session,
		    N_("Receipts of advice"), err);
	if (status == DOSSIER_OK)
		status = list(doc, session, &arena, &youth, err);
	ds_arena_free(&arena);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	return status;
}
