/* SPDX-License-Identifier: EUPL-1.2 */
/* The two ways out of a document: through a callback, and to a file. */
#include "render/document.h"

#include "base/file.h"

#define ENOUGH ((size_t)32 * 1024)

typedef void (*printer)(const dossier_document *doc, struct ds_print *print);

static const printer printers[] = {
	[DOSSIER_TEXT] = ds_print_text,
	[DOSSIER_CSV] = ds_print_csv,
	[DOSSIER_JSON] = ds_print_json,
	[DOSSIER_HTML] = ds_print_html,
	[DOSSIER_YAML] = ds_print_yaml,
};

struct target {
	struct ds_outfile *file;
	dossier_status status;
	dossier_error *err;
};

static void
empty_out(struct ds_print *print)
{
	if (print->out.failed || print->out.size == 0)
		return;
	if (!print->broken)
		print->broken = !print->write(print->out.data,
		    print->out.size, print->payload);
	ds_buf_clear(&print->out);
}

void
ds_print_some(struct ds_print *print)
{
	if (print->out.size >= ENOUGH)
		empty_out(print);
}

dossier_status
dossier_document_print(const dossier_document *doc, dossier_format format,
    int width, dossier_write write, void *payload, dossier_error *err)
{
	struct ds_print print = { write, payload, width, DS_BUF_INIT, false };
	dossier_status status = DOSSIER_OK;

	if ((size_t)format >= sizeof printers / sizeof printers[0])
		return ds_fail(err, DOSSIER_USAGE,
		    N_("A document cannot be printed in that format."));
	DS_TRY(ds_document_check(doc, err));
	if (doc->verbatim != NULL)
		ds_buf_puts(&print.out, doc->verbatim);
	else
		printers[format](doc, &print);
	empty_out(&print);
	if (print.out.failed)
		status = ds_no_memory(err);
	else if (print.broken)
		status = ds_fail(err, DOSSIER_IO,
		    N_("The output could not be written to its end."));
	ds_buf_free(&print.out);
	return status;
}

static bool
write_to_file(const char *bytes, size_t size, void *payload)
{
	struct target *target = payload;

	target->status = ds_outfile_write(target->file, bytes, size,
	    target->err);
	return target->status == DOSSIER_OK;
}

dossier_status
dossier_document_save(const dossier_document *doc, dossier_format format,
    const char *path, dossier_error *err)
{
	struct target target = { NULL, DOSSIER_OK, err };
	dossier_status status;

	DS_TRY(ds_outfile_open(&target.file, path, err));
	status = dossier_document_print(doc, format, 0, write_to_file,
	    &target, err);
	if (target.status != DOSSIER_OK)
		status = target.status;
	if (status == DOSSIER_OK)
		return ds_outfile_commit(target.file, err);
	ds_outfile_abandon(target.file);
	return status;
}
