/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A whole dossier as a text to edit, and that text back in. The text knows
 * up to which event it was made, so that what others change while somebody
 * types is told apart from what is typed.
 */
#include "flows/clash.h"
#include "flows/whole.h"

#include <stdio.h>

/* ---- out ---- */

static bool
take_bytes(const char *bytes, size_t size, void *payload)
{
	struct ds_buf *out = payload;

	/* Running out of memory is remembered there, and asked for later. */
	ds_buf_add(out, bytes, size);
	return true;
}

/* Who will not be let to write is told before anything is typed. */
static dossier_status
look(struct ds_row *youth, struct ds_arena *arena, dossier_session *session,
    const char *ref, dossier_error *err)
{
	DS_TRY(ds_youth_find(youth, arena, session, ref, true, err));
	DS_TRY(ds_session_may(session, "edit", err));
	DS_TRY(ds_session_begin(session, ds_row_text(youth, DS_F_YOUTH_REF),
	    NULL, err));
	return ds_tx_commit(session->store, err);
}

static dossier_status
make(struct ds_buf *out, char whole[DOSSIER_REF_SIZE],
    struct ds_arena *arena, dossier_session *session, const char *ref,
    dossier_error *err)
{
	dossier_document *doc = NULL;
	dossier_status status;
	struct ds_row youth;
	struct ds_view view;

	DS_TRY(look(&youth, arena, session, ref, err));
	snprintf(whole, DOSSIER_REF_SIZE, "%s", ds_row_text(&youth,
	    DS_F_YOUTH_REF));
	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	DS_TRY(ds_whole_document(&doc, session, &view, &youth, true, err));
	status = dossier_document_print(doc, DOSSIER_YAML, 0, take_bytes,
	    out, err);
	dossier_document_free(doc);
	return status;
}

dossier_status
dossier_edit_text(char **out, size_t *size, char whole[DOSSIER_REF_SIZE],
    dossier_session *session, const char *ref, dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	struct ds_arena arena = {0};
	dossier_status status;

	*out = NULL;
	*size = 0;
	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK)
		status = make(&text, whole, &arena, session, ref, err);
	ds_snapshot_end(session->store);
	ds_arena_free(&arena);
	if (status == DOSSIER_OK && !text.failed) {
		*out = text.data;
		*size = text.size;
		return DOSSIER_OK;
	}
	ds_buf_free(&text);
	return status == DOSSIER_OK ? ds_no_memory(err) : status;
}

void
dossier_edit_free(char *text)
{
	if (text != ds_buf_empty)
		ds_free(text);
}

/* ---- in ---- */

struct apply {
	struct ds_whole whole;
	const char *text;
	size_t size;
	struct ds_buf again;		/* the text to go on with */
};

static dossier_status
tell(dossier_document **out, size_t *count, struct ds_whole *whole,
    dossier_error *err)
{
	struct ds_value *map;

	DS_TRY(ds_session_document(out, whole->session, N_("Changed"), err));
	map = ds_put_map(*out, (*out)->data, NULL);
	ds_put_text(*out, map, "ref", ds_row_text(&whole->youth,
	    DS_F_YOUTH_REF));
	ds_document_note(*out, ds_row_text(&whole->youth, DS_F_YOUTH_REF));
	return ds_whole_put_changes(count, *out, map, whole, err);
}

static dossier_status
take(dossier_document **out, size_t *count, struct apply *apply,
    const struct ds_yaml *root, dossier_error *err)
{
	struct ds_whole *whole = &apply->whole;
	dossier_status status;

	DS_TRY(ds_whole_read(whole, root, err));
	if (whole->faults == 0)
		DS_TRY(ds_whole_write(whole, err));
	if (whole->faults == 0)
		return tell(out, count, whole, err);
	status = ds_whole_refuse(whole, err);
	if (whole->clashes > 0)
		DS_TRY(ds_clash_show(&apply->again, whole, apply->text,
		    apply->size, err));
	return status;
}

static dossier_status
run(dossier_document **out, struct apply *apply, dossier_error *err)
{
	struct ds_whole *whole = &apply->whole;
	dossier_session *session = whole->session;
	struct ds_yaml *root;
	dossier_status status;
	size_t count = 0;

	DS_TRY(ds_session_may(session, "edit", err));
	DS_TRY(ds_yaml_parse(&root, whole->arena, apply->text, apply->size,
	    NULL, err));
	DS_TRY(ds_session_begin(session, whole->expected, whole->reason,
	    err));
	status = take(out, &count, apply, root, err);
	if (status == DOSSIER_OK && count > 0)
		status = ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_edit_apply(dossier_document **out, char **again, size_t *again_size,
    dossier_session *session, const char *ref, const char *text, size_t size,
    const char *reason, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct apply apply = { .text = text, .size = size,
	    .again = DS_BUF_INIT };
	dossier_document *doc = NULL;
	dossier_status status;

	*out = NULL;
	*again = NULL;
	*again_size = 0;
	ds_whole_start(&apply.whole, session, &arena, err);
	apply.whole.expected = ref;
	apply.whole.reason = reason;
	status = run(&doc, &apply, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	if (apply.again.size > 0 && !apply.again.failed) {
		*again = apply.again.data;
		*again_size = apply.again.size;
	} else {
		ds_buf_free(&apply.again);
	}
	ds_arena_free(&arena);
	return status;
}
