/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/receipt.h"

#include "base/ident.h"
#include "flows/say.h"
#include "flows/state.h"
#include "render/page.h"

static const int page_fields[] = {
	[DOSSIER_ENGLISH] = DS_F_RECEIPT_ENGLISH,
	[DOSSIER_DUTCH] = DS_F_RECEIPT_DUTCH
};

/* ---- keeping ---- */

static dossier_status
put_page(struct ds_row *row, struct ds_arena *arena,
    const struct ds_receipt *receipt, dossier_language language,
    dossier_error *err)
{
	struct ds_buf buf = DS_BUF_INIT;
	const char *text;

	ds_page_write(&buf, receipt->page[language]);
	text = buf.failed ? NULL : ds_arena_dup(arena, buf.data);
	ds_buf_free(&buf);
	if (text == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, page_fields[language], text);
	return DOSSIER_OK;
}

static dossier_status
fill(struct ds_row *row, struct ds_arena *arena, dossier_day day,
    const struct ds_receipt *receipt, dossier_error *err)
{
	ds_row_start(row, DS_RECEIPT);
	ds_row_set_int(row, DS_F_RECEIPT_YOUTH, receipt->youth);
	ds_row_set_text(row, DS_F_RECEIPT_SUBJECT, receipt->subject);
	ds_row_set_text(row, DS_F_RECEIPT_PACK, receipt->pack);
	ds_row_set_text(row, DS_F_RECEIPT_VERSION, receipt->version);
	ds_row_set_text(row, DS_F_RECEIPT_DIGEST, receipt->digest);
	ds_row_set_text(row, DS_F_RECEIPT_OTHERS, receipt->others);
	ds_row_set_text(row, DS_F_RECEIPT_OUTCOME, receipt->outcome);
	ds_row_set_text(row, DS_F_RECEIPT_RULE, receipt->rule);
	ds_row_set_text(row, DS_F_RECEIPT_FACTS, receipt->facts);
	ds_row_set_text(row, DS_F_RECEIPT_RESTS, receipt->rests_on);
	if (!ds_row_set_day(row, DS_F_RECEIPT_ON, day, arena))
		return ds_no_memory(err);
	DS_TRY(put_page(row, arena, receipt, DOSSIER_ENGLISH, err));
	return put_page(row, arena, receipt, DOSSIER_DUTCH, err);
}

/* All but its ref: that follows from its number. */
static bool
is_same(struct ds_row *kept, const struct ds_row *row)
{
	struct ds_datum ref = kept->value[DS_F_RECEIPT_REF];
	bool same;

	kept->value[DS_F_RECEIPT_REF] = row->value[DS_F_RECEIPT_REF];
	same = ds_row_same(kept, row);
	kept->value[DS_F_RECEIPT_REF] = ref;
	return same;
}

/* Inside a transaction: nobody else keeps the same meanwhile. */
static dossier_status
keep(const char **out, struct ds_arena *arena, dossier_session *session,
    struct ds_row *row, dossier_error *err)
{
	struct ds_book *book = session->book;
	char ref[DS_REF_SIZE];
	struct ds_row *kept;
	size_t count, i;

	DS_TRY(ds_state_list(&kept, &count, arena, book, DS_RECEIPT,
	    ds_row_int(row, DS_F_RECEIPT_YOUTH), err));
	for (i = 0; i < count; i++) {
		if (!is_same(&kept[i], row))
			continue;
		*out = ds_row_text(&kept[i], DS_F_RECEIPT_REF);
		return DOSSIER_OK;
	}
	DS_TRY(ds_book_number(&row->id, book, DS_RECEIPT, err));
	/* Another key than that of youths: no ref is of both. */
	ds_ref_make(ref, (uint64_t)row->id, ~session->ref_key);
	*out = ds_arena_dup(arena, ref);
	if (*out == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_RECEIPT_REF, *out);
	return ds_book_add(book, row, err);
}

dossier_status
ds_receipt_keep(const char **out, struct ds_arena *arena,
    dossier_session *session, const struct ds_receipt *receipt,
    dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;
	dossier_status status;
	struct ds_row row;

	DS_TRY(fill(&row, arena, session->today, receipt, err));
	if (ds_tx_id(session->store) != 0)
		return keep(out, arena, session, &row, err);
	meta.object = receipt->object;
	DS_TRY(ds_tx_begin(session->store, &meta, err));
	status = keep(out, arena, session, &row, err);
	if (status == DOSSIER_OK)
		status = ds_tx_result(session->store, DS_SHOWN, err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

void
ds_receipt_name(dossier_document *doc, const char *ref)
{
	if (doc->data->first != NULL)
		ds_put_text(doc, doc->data->first, "receipt", ref);
	ds_say_line(doc, N_("Receipt"), ref);
}
