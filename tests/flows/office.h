/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A store as `dossier init` makes it, files beside it, and what intake makes
 * of them: all through the public library.
 */
#ifndef TESTS_FLOWS_OFFICE_H
#define TESTS_FLOWS_OFFICE_H

#include <dirent.h>

#include "flows/region.h"

struct office {
	char folder[32], path[48], file[64];
	const char *today;
	dossier_session *session;
	char *json;			/* of the last answer */
	volatile int stop;
};

static inline dossier_session_options
office_options(struct office *office)
{
	return (dossier_session_options){ .store = office->path,
	    .write = true, .today = ds_day_from_iso(office->today),
	    .now = "2026-01-12T09:00:00Z", .login = "els",
	    .origin = "els@test", .language = DOSSIER_ENGLISH,
	    .action = "intake", .stop = &office->stop };
}

static inline void
office_open(struct office *office, const char *today)
{
	dossier_session_options options;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	dossier_session_close(office->session);
	office->session = NULL;
	office->today = today;
	options = office_options(office);
	region_ok(dossier_session_open(&office->session, &options, &err),
	    &err);
}

static inline void
office_start(struct office *office)
{
	const dossier_init_options init = { .pack = "drechtsteden",
	    .contact = "Els Bakker" };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session_options options;
	dossier_document *doc;

	memset(office, 0, sizeof *office);
	make_folder(office->folder, sizeof office->folder);
	snprintf(office->path, sizeof office->path, "%s/test.db",
	    office->folder);
	snprintf(office->file, sizeof office->file, "%s/list.csv",
	    office->folder);
	office->today = "2026-01-12";
	options = office_options(office);
	options.action = "init";
	region_ok(dossier_init(&doc, &options, &init, &err), &err);
	dossier_document_free(doc);
	office_open(office, office->today);
}

/* Everything in the folder goes, whatever was left there. */
static inline void
office_end(struct office *office)
{
	struct dirent *entry;
	char path[320];
	DIR *folder;

	dossier_session_close(office->session);
	free(office->json);
	folder = opendir(office->folder);
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		snprintf(path, sizeof path, "%s/%s", office->folder,
		    entry->d_name);
		unlink(path);
	}
	closedir(folder);
	assert_int_equal(rmdir(office->folder), 0);
}

/* How many files there are whose name holds `part`. */
static inline int
office_files(const struct office *office, const char *part)
{
	struct dirent *entry;
	DIR *folder = opendir(office->folder);
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL)
		count += entry->d_type == DT_REG &&
		    strstr(entry->d_name, part) != NULL;
	closedir(folder);
	return count;
}

static inline void
office_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
	assert_int_equal(fclose(file), 0);
}

/* The text of a file; to be given to free(). NULL when it is not there. */
static inline char *
office_text(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text;
	size_t size;

	if (file == NULL)
		return NULL;
	text = calloc(1, 1 << 20);
	assert_non_null(text);
	size = fread(text, 1, (1 << 20) - 1, file);
	text[size] = '\0';
	fclose(file);
	return text;
}

static inline dossier_status
office_try(struct office *office, const char *text,
    const dossier_intake_options *options, dossier_error *err)
{
	const char *files[] = { office->file };
	dossier_document *doc = NULL;
	dossier_status status;

	ds_error_reset(err);
	office_write(office->file, text);
	status = dossier_intake(&doc, office->session, files, 1, options,
	    err);
	free(office->json);
	office->json = NULL;
	if (status == DOSSIER_OK)
		office->json = region_print(doc, DOSSIER_JSON);
	else
		dossier_document_free(doc);
	return status;
}

static inline void
office_with(struct office *office, const char *text,
    const dossier_intake_options *options, const char *counts)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char wanted[200];
	int n[4];

	region_ok(office_try(office, text, options, &err), &err);
	assert_int_equal(sscanf(counts, "%d %d %d %d", &n[0], &n[1], &n[2],
	    &n[3]), 4);
	snprintf(wanted, sizeof wanted, "\"new\":%d,\"changed\":%d,"
	    "\"same\":%d,\"refused\":%d", n[0], n[1], n[2], n[3]);
	if (strstr(office->json, wanted) == NULL)
		fail_msg("not %s: %s", counts, office->json);
}

/* Feed `text`: so many new, changed, same and refused. */
static inline void
office_take(struct office *office, const char *text, const char *counts)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY };

	office_with(office, text, &options, counts);
}

static inline void
office_says(const struct office *office, const char *words)
{
	if (strstr(office->json, words) == NULL)
		fail_msg("lacks %s: %s", words, office->json);
}

/* One integer that a text of ours gives. */
static inline int64_t
office_int(const struct office *office, const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	int64_t number;
	bool row;

	region_ok(ds_stmt_new(&stmt, office->session->store, text, &err),
	    &err);
	region_ok(ds_step(&row, stmt, &err), &err);
	number = row ? ds_col_int(stmt, 0) : -1;
	ds_stmt_free(stmt);
	return number;
}

static inline void
office_sound(const struct office *office)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_verify(&doc, office->session, &err), &err);
	dossier_document_free(doc);
}

#endif
