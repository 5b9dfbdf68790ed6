/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What leaves: the document as JSON and as a page, the text for the mail, on
 * wish the learner's copy, and the note of what left, to whom and on which
 * grounds. The files are written before the commit and go away again when it
 * fails.
 */
#include "flows/handover.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "flows/state.h"

enum { JSON, PAGE, MAIL, COPY };

static bool
append(const char *bytes, size_t size, void *payload)
{
	struct ds_buf *out = payload;

	ds_buf_add(out, bytes, size);
	return !out->failed;
}

static dossier_status
name_files(struct ds_parcel *parcel, struct ds_handover *handover,
    dossier_error *err)
{
	static const char *const forms[] = {
		[JSON] = "%s%sovergangsdocument-%s-%s.json",
		[PAGE] = "%s%sovergangsdocument-%s-%s.html",
		[MAIL] = "%s%smail-%s-%s.txt",
		[COPY] = "%s%safschrift-%s-%s.html",
	};
	const char *folder = handover->options->folder, *slash = "/";
	char day[DS_DAY_TEXT];
	int i;

	if (folder == NULL || folder[0] == '\0')
		folder = slash = "";
	ds_day_iso(handover->session->today, day);
	parcel->count = handover->options->copy ? COPY + 1 : MAIL + 1;
	for (i = JSON; i < (int)parcel->count; i++) {
		parcel->path[i] = ds_arena_printf(handover->arena, forms[i],
		    folder, slash, ds_row_text(&handover->youth,
		    DS_F_YOUTH_REF), day);
		if (parcel->path[i] == NULL)
			return ds_no_memory(err);
		if (ds_file_exists(parcel->path[i])) {
			ds_advise(err, N_("Choose another folder with "
			    "--folder."));
			return ds_fail(err, DOSSIER_EXISTS, N_("%s is there "
			    "already; it is not overwritten."),
			    parcel->path[i]);
		}
	}
	return ds_file_make_folder(parcel->path[JSON], err);
}

static dossier_status
write_file(struct ds_parcel *parcel, const char *bytes, size_t size,
    dossier_error *err)
{
	struct ds_outfile *file;
	dossier_status status;

	DS_TRY(ds_outfile_open(&file, parcel->path[parcel->written], err));
	status = ds_outfile_write(file, bytes, size, err);
	if (status != DOSSIER_OK) {
		ds_outfile_abandon(file);
		return status;
	}
	DS_TRY(ds_outfile_commit(file, err));
	parcel->written++;
	return DOSSIER_OK;
}

/* The kinds of the recorded grounds that were used: "toestemming". */
static dossier_status
kinds_used(const char **out, struct ds_handover *handover,
    dossier_error *err)
{
	struct ds_row *rows;
	char number[24];
	const char *kind;
	size_t count, i;

	*out = "";
	DS_TRY(ds_state_list(&rows, &count, handover->arena,
	    handover->session->book, DS_GROUND, handover->youth.id, err));
	for (i = 0; i < count; i++) {
		snprintf(number, sizeof number, "%lld",
		    (long long)rows[i].id);
		kind = ds_row_text(&rows[i], DS_F_GROUND_KIND);
		if (!ds_text_has_word(handover->used, number) ||
		    ds_text_has_word(*out, kind))
			continue;
		*out = **out == '\0' ? kind : ds_arena_printf(
		    handover->arena, "%s %s", *out, kind);
		if (*out == NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

/* A delivery: which fields left, to whom, on which ground. */
static dossier_status
note_delivery(const struct ds_parcel *parcel, struct ds_handover *handover,
    const struct ds_view *view, dossier_error *err)
{
	struct ds_buf fields = DS_BUF_INIT;
	dossier_status status;
	const char *ground = handover->ground;
	char day[DS_DAY_TEXT];
	struct ds_row row;

	if (ground == NULL)
		DS_TRY(kinds_used(&ground, handover, err));
	ds_view_given(&fields, view);
	ds_row_start(&row, DS_DELIVERY);
	ds_row_set_int(&row, DS_F_DELIVERY_YOUTH, handover->youth.id);
	ds_row_set_int(&row, DS_F_DELIVERY_PARTY, handover->recipient.id);
	ds_row_set_text(&row, DS_F_DELIVERY_ON,
	    ds_day_iso(handover->session->today, day));
	ds_row_set_text(&row, DS_F_DELIVERY_GROUND, ground);
	ds_row_set_text(&row, DS_F_DELIVERY_FIELDS, fields.data);
	ds_row_set_text(&row, DS_F_DELIVERY_DIGEST, parcel->digest);
	if (handover->used[0] != '\0')
		ds_row_set_text(&row, DS_F_DELIVERY_GROUNDS, handover->used);
	status = fields.failed ? ds_no_memory(err) :
	    ds_book_add(handover->session->book, &row, err);
	ds_buf_free(&fields);
	return status;
}

static dossier_status
write_document(struct ds_parcel *parcel, const dossier_document *doc,
    struct ds_buf *bytes, dossier_error *err)
{
	unsigned char digest[DS_DIGEST_SIZE];
	enum { FORMATS = 2 };
	static const dossier_format formats[FORMATS] = {
		[JSON] = DOSSIER_JSON, [PAGE] = DOSSIER_HTML };
	int i;

	for (i = JSON; i < FORMATS; i++) {
		ds_buf_clear(bytes);
		DS_TRY(dossier_document_print(doc, formats[i], 0, append,
		    bytes, err));
		if (i == JSON) {
			ds_digest_of(digest, bytes->data, bytes->size);
			ds_hex(parcel->digest, digest, sizeof digest);
		}
		DS_TRY(write_file(parcel, bytes->data, bytes->size, err));
	}
	return DOSSIER_OK;
}

static dossier_status
write_copy(struct ds_parcel *parcel, struct ds_handover *handover,
    struct ds_buf *bytes, dossier_error *err)
{
	dossier_document *doc;
	dossier_status status;

	DS_TRY(ds_handover_copy(&doc, handover, err));
	ds_buf_clear(bytes);
	status = dossier_document_print(doc, DOSSIER_HTML, 0, append, bytes,
	    err);
	dossier_document_free(doc);
	if (status != DOSSIER_OK)
		return status;
	return write_file(parcel, bytes->data, bytes->size, err);
}

static dossier_status
write_all(struct ds_parcel *parcel, struct ds_handover *handover,
    struct ds_view *view, const dossier_document *doc, struct ds_buf *bytes,
    dossier_error *err)
{
	DS_TRY(name_files(parcel, handover, err));
	DS_TRY(write_document(parcel, doc, bytes, err));
	ds_buf_clear(bytes);
	DS_TRY(ds_handover_mail(bytes, handover, view, err));
	DS_TRY(write_file(parcel, bytes->data, bytes->size, err));
	if (handover->options->copy)
		DS_TRY(write_copy(parcel, handover, bytes, err));
	return note_delivery(parcel, handover, view, err);
}

static dossier_status
pack(struct ds_parcel *parcel, struct ds_handover *handover,
    struct ds_buf *bytes, dossier_error *err)
{
	dossier_document *doc;
	dossier_status status;
	struct ds_view view;

	DS_TRY(ds_handover_draw(&doc, handover, &view,
	    handover->ground != NULL, err));
	status = write_all(parcel, handover, &view, doc, bytes, err);
	dossier_document_free(doc);
	return status;
}

dossier_status
ds_handover_pack(struct ds_parcel *parcel, struct ds_handover *handover,
    dossier_error *err)
{
	struct ds_buf bytes = DS_BUF_INIT;
	dossier_status status;

	status = pack(parcel, handover, &bytes, err);
	ds_buf_free(&bytes);
	if (status != DOSSIER_OK)
		ds_handover_unpack(parcel);
	return status;
}

/* ---- drawing it for its recipient ---- */

static dossier_status
nothing_covered(struct ds_handover *handover, dossier_error *err)
{
	ds_advise(err, N_("State it with --ground, for example the article "
	    "of law; or record it first with: dossier follow %s consent --to "
	    "%s"), ds_row_text(&handover->youth, DS_F_YOUTH_REF),
	    ds_row_text(&handover->recipient, DS_F_PARTY_CODE));
	return ds_fail(err, DOSSIER_FORBIDDEN, N_("Without a ground nothing "
	    "leaves this dossier."));
}

static dossier_status
draw(dossier_document **out, struct ds_handover *handover,
    struct ds_view *view, dossier_error *err)
{
	dossier_document *doc;

	memset(handover->held, 0, sizeof handover->held);
	DS_TRY(ds_handover_document(&doc, handover, view, err));
	handover->used = ds_arena_dup(handover->arena,
	    view->used->size == 0 ? "" : view->used->data);
	if (handover->used != NULL && (view->allow.occasion ||
	    handover->used[0] != '\0')) {
		*out = doc;
		return DOSSIER_OK;
	}
	dossier_document_free(doc);
	return handover->used == NULL ? ds_no_memory(err) :
	    nothing_covered(handover, err);
}

dossier_status
ds_handover_draw(dossier_document **out, struct ds_handover *handover,
    struct ds_view *view, bool stated, dossier_error *err)
{
	struct ds_buf used = DS_BUF_INIT;
	dossier_status status;

	DS_TRY(ds_session_view(view, handover->session, handover->arena,
	    handover->recipient.id, DS_FOR_HANDOVER, err));
	view->allow.occasion = stated;
	view->used = &used;
	status = draw(out, handover, view, err);
	if (status == DOSSIER_OK && used.failed) {
		dossier_document_free(*out);
		status = ds_no_memory(err);
	}
	view->used = NULL;
	ds_buf_free(&used);
	return status;
}

void
ds_handover_unpack(struct ds_parcel *parcel)
{
	while (parcel->written > 0)
		unlink(parcel->path[--parcel->written]);
}
