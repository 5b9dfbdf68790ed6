/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Files: bounded reading, writing that appears whole or not at all, and
 * private modes. Every message names the file.
 */
#ifndef DS_BASE_FILE_H
#define DS_BASE_FILE_H

#include "base/buf.h"
#include "base/status.h"

/*
 * Read a whole file of at most `limit` bytes into `out` (appended).
 * DOSSIER_NOT_FOUND, DOSSIER_IO, DOSSIER_INVALID when it is larger.
 */
dossier_status ds_file_read(struct ds_buf *out, const char *path,
    size_t limit, dossier_error *err);

bool ds_file_exists(const char *path);

/*
 * Make the folder of `path` (and its parents) with mode 0700 where missing.
 */
dossier_status ds_file_make_folder(const char *path, dossier_error *err);

/*
 * A file written beside its target (same folder, mode 0600, O_EXCL) that
 * replaces it by rename only when committed, after fsync of file and folder.
 * A full disk or file-size limit is DOSSIER_FULL, else DOSSIER_IO. A target
 * that is no ordinary file is refused; a symbolic link is itself replaced.
 *
 *	DS_TRY(ds_outfile_open(&out, path, err));
 *	status = ds_outfile_write(out, bytes, size, err);
 *	…
 *	status = ds_outfile_commit(out, err);	frees it, also on failure
 *	ds_outfile_abandon(out);		or this: nothing is left
 */
struct ds_outfile;
dossier_status ds_outfile_open(struct ds_outfile **out, const char *path,
    dossier_error *err);
dossier_status ds_outfile_write(struct ds_outfile *file, const char *bytes,
    size_t size, dossier_error *err);
dossier_status ds_outfile_commit(struct ds_outfile *file,
    dossier_error *err);
void ds_outfile_abandon(struct ds_outfile *file);	/* accepts NULL */

#endif
