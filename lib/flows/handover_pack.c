/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What leaves: the document as JSON and as a page, the text for the mail,
 * and the note of what left, to whom and on which ground. The files are
 * written before the commit and go away again when it fails.
 */
#include "flows/handover.h"

#include <unistd.h>

#include "base/file.h"

enum { JSON, PAGE, MAIL };

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
	};
	const char *folder = handover->options->folder, *slash = "/";
	char day[DS_DAY_TEXT];
	int i;

	if (folder == NULL || folder[0] == '\0')
		folder = slash = "";
	ds_day_iso(handover->session->today, day);
	for (i = JSON; i <= MAIL; i++) {
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

/* A delivery: which fields left, to whom, on which ground. */
static dossier_status
note_delivery(const struct ds_parcel *parcel, struct ds_handover *handover,
    const struct ds_view *view, dossier_error *err)
{
	struct ds_buf fields = DS_BUF_INIT;
	dossier_status status;
	char day[DS_DAY_TEXT];
	struct ds_row row;

	ds_view_given(&fields, view);
	ds_row_start(&row, DS_DELIVERY);
	ds_row_set_int(&row, DS_F_DELIVERY_YOUTH, handover->youth.id);
	ds_row_set_int(&row, DS_F_DELIVERY_PARTY, handover->recipient.id);
	ds_row_set_text(&row, DS_F_DELIVERY_ON,
	    ds_day_iso(handover->session->today, day));
	ds_row_set_text(&row, DS_F_DELIVERY_GROUND, handover->ground);
	ds_row_set_text(&row, DS_F_DELIVERY_FIELDS, fields.data);
	ds_row_set_text(&row, DS_F_DELIVERY_DIGEST, parcel->digest);
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
pack(struct ds_parcel *parcel, struct ds_handover *handover,
    struct ds_buf *bytes, dossier_error *err)
{
	dossier_session *session = handover->session;
	dossier_document *doc;
	dossier_status status;
	struct ds_view view;

	DS_TRY(ds_session_view(&view, session, handover->arena,
	    handover->recipient.id, DS_FOR_HANDOVER, err));
	view.allow.occasion = true;
	DS_TRY(name_files(parcel, handover, err));
	DS_TRY(ds_handover_document(&doc, handover, &view, err));
	status = write_document(parcel, doc, bytes, err);
	dossier_document_free(doc);
	if (status != DOSSIER_OK)
		return status;
	ds_buf_clear(bytes);
	DS_TRY(ds_handover_mail(bytes, handover, &view, err));
	DS_TRY(write_file(parcel, bytes->data, bytes->size, err));
	return note_delivery(parcel, handover, &view, err);
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

void
ds_handover_unpack(struct ds_parcel *parcel)
{
	while (parcel->written > 0)
		unlink(parcel->path[--parcel->written]);
}
