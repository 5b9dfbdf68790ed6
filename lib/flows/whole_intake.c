/* SPDX-License-Identifier: EUPL-1.2 */
/* Dossier files: one dossier, or a list of them, in one transaction. */
#include "flows/whole.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

struct file {
	dossier_session *session;
	const dossier_intake_options *options;
	const char *path;
	struct ds_arena arena;
	struct ds_whole all;		/* the faults and notes of all */
	struct ds_value *dossiers;
	dossier_document *doc;
	int64_t batch, added, changed, same;
};

bool
ds_whole_is_file(const char *path, const char *kind)
{
	const char *dot = strrchr(path, '.');

	if (kind != NULL)
		return strcmp(kind, "dossier") == 0;
	return dot != NULL && (strcmp(dot, ".yaml") == 0 ||
	    strcmp(dot, ".yml") == 0);
}

/* ---- one dossier ---- */

/* Hand its faults and notes on to the file's. */
static void
gather(struct ds_whole *all, struct ds_whole *whole)
{
	if (whole->fault != NULL) {
		*all->fault_end = whole->fault;
		all->fault_end = whole->fault_end;
	}
	if (whole->note != NULL) {
		*all->note_end = whole->note;
		all->note_end = whole->note_end;
	}
	all->faults += whole->faults;
	all->clashes += whole->clashes;
}

static dossier_status
tell_dossier(struct file *file, struct ds_whole *whole, dossier_error *err)
{
	struct ds_value *map = ds_put_map(file->doc, file->dossiers, NULL);
	const char *result;
	size_t count;

	ds_put_text(file->doc, map, "ref", ds_row_text(&whole->youth,
	    DS_F_YOUTH_REF));
	ds_paragraph(file->doc, "%s", ds_row_text(&whole->youth,
	    DS_F_YOUTH_REF));
	DS_TRY(ds_whole_put_changes(&count, file->doc, map, whole, err));
	if (whole->is_new) {
		result = "new";
		file->added++;
	} else if (count > 0) {
		result = "changed";
		file->changed++;
	} else {
		result = "same";
		file->same++;
	}
	ds_put_text(file->doc, map, "result", result);
	return DOSSIER_OK;
}

static dossier_status
take_dossier(struct file *file, const struct ds_yaml *map,
    dossier_error *err)
{
	dossier_status status;
	struct ds_whole whole;

	ds_whole_start(&whole, file->session, &file->arena, err);
	whole.file = file->path;
	whole.reason = file->options->reason;
	status = ds_whole_read(&whole, map, err);
	/* Beside a fault nothing is written; all are still looked at. */
	if (status == DOSSIER_OK && whole.faults + file->all.faults == 0)
		status = ds_whole_write(&whole, err);
	gather(&file->all, &whole);
	if (status == DOSSIER_OK && file->all.faults == 0)
		status = tell_dossier(file, &whole, err);
	return status;
}

/* ---- the file ---- */

static dossier_status
take_all(struct file *file, const struct ds_yaml *root, dossier_error *err)
{
	const volatile int *stop = file->session->stop;
	const struct ds_yaml *map;

	if (root->kind != DS_YAML_LIST)
		return take_dossier(file, root, err);
	for (map = root->first; map != NULL; map = map->next) {
		if (stop != NULL && *stop != 0)
			return ds_fail(err, DOSSIER_INTERRUPTED,
			    N_("Stopped; nothing was changed."));
		DS_TRY(take_dossier(file, map, err));
	}
	return DOSSIER_OK;
}

static void
tell_next(const struct file *file)
{
	dossier_language lang = file->doc->language;
	const struct ds_whole_note *note;

	for (note = file->all.note; note != NULL; note = note->next)
		ds_paragraph(file->doc, "%s", note->text);
	if (file->options->dry_run)
		ds_paragraph(file->doc, "%s", ds_tr(lang, N_("This was a "
		    "trial: nothing was written.")));
	else if (file->added + file->changed > 0)
		ds_paragraph(file->doc, ds_tr(lang, N_("This is batch %lld. "
		    "Take it back with: dossier intake --undo %lld")),
		    (long long)file->batch, (long long)file->batch);
}

static void
tell_file(const struct file *file, struct ds_value *map)
{
	dossier_document *doc = file->doc;
	const struct ds_whole_note *note;
	struct ds_value *list;

	ds_put_int(doc, map, "new", file->added);
	ds_put_int(doc, map, "changed", file->changed);
	ds_put_int(doc, map, "same", file->same);
	ds_put_int(doc, map, "refused", 0);
	list = ds_put_list(doc, map, "notes");
	for (note = file->all.note; note != NULL; note = note->next)
		ds_put_text(doc, list, NULL, note->text);
	if (file->options->dry_run || file->added + file->changed == 0)
		ds_put_text(doc, map, "batch", NULL);
	else
		ds_put_int(doc, map, "batch", file->batch);
}

static dossier_status
keep(struct file *file, dossier_error *err)
{
	char text[128];

	if (file->options->dry_run || file->added + file->changed == 0)
		return DOSSIER_OK;
	snprintf(text, sizeof text, "new %lld, changed %lld, same %lld",
	    (long long)file->added, (long long)file->changed,
	    (long long)file->same);
	DS_TRY(ds_tx_result(file->session->store, text, err));
	return ds_tx_commit(file->session->store, err);
}

static dossier_status
take(struct file *file, const struct ds_yaml *root, dossier_error *err)
{
	struct ds_value *map = ds_put_map(file->doc, file->doc->data, NULL);
	dossier_status status;

	ds_heading(file->doc, file->path);
	file->dossiers = ds_put_list(file->doc, map, "dossiers");
	DS_TRY(ds_session_begin(file->session, file->path,
	    file->options->reason, err));
	file->batch = ds_tx_id(file->session->store);
	status = take_all(file, root, err);
	if (status == DOSSIER_OK && file->all.faults > 0) {
		ds_whole_put_faults(file->doc, map, &file->all);
		status = ds_whole_refuse(&file->all, err);
	} else if (status == DOSSIER_OK) {
		tell_next(file);
		tell_file(file, map);
		status = ds_document_check(file->doc, err);
	}
	if (status == DOSSIER_OK)
		status = keep(file, err);
	ds_tx_rollback(file->session->store);
	return status;
}

dossier_status
ds_whole_intake(dossier_document *doc, dossier_session *session,
    const char *path, const dossier_intake_options *options,
    dossier_error *err)
{
	struct file file = { .session = session, .options = options,
	    .path = path, .doc = doc };
	struct ds_buf text = DS_BUF_INIT;
	struct ds_yaml *root;
	dossier_status status;

	if (options->map != NULL || options->set_count > 0)
		return ds_fail(err, DOSSIER_USAGE, N_("A dossier file has "
		    "no columns: --map and --set do not go with it."));
	ds_whole_start(&file.all, session, &file.arena, err);
	file.all.file = path;
	status = ds_session_may(session, "edit", err);
	if (status == DOSSIER_OK)
		status = ds_file_read(&text, path, 1 << 20, err);
	if (status == DOSSIER_OK)
		status = ds_yaml_parse(&root, &file.arena, text.data,
		    text.size, path, err);
	if (status == DOSSIER_OK)
		status = take(&file, root, err);
	ds_buf_free(&text);
	ds_arena_free(&file.arena);
	return status;
}
