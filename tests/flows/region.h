/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A small store for the tests of flows: made in a folder of its own, filled
 * through the book, opened as a command would.
 */
#ifndef TESTS_FLOWS_REGION_H
#define TESTS_FLOWS_REGION_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "flows/session.h"
#include "folder.h"

struct region {
	char folder[32], path[256];
	struct ds_store *store;
	struct ds_book *book;
	struct ds_arena arena;
	dossier_session *session;
};

static inline void
region_fail(const dossier_error *err)
{
	fail_msg("%s %s", err->message, err->advice);
}

static inline void
region_ok(dossier_status status, const dossier_error *err)
{
	if (status != DOSSIER_OK)
		region_fail(err);
}

/* An empty store in which writing goes on until region_close_fill(). */
static inline void
region_start(struct region *region)
{
	const struct ds_tx_meta meta = {
		.at = "2026-01-01T12:00:00Z", .day = ds_day_of(2026, 1, 1),
		.actor = 1, .name = "Els Bakker", .origin = "els@test",
		.action = "test"
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	memset(region, 0, sizeof *region);
	make_folder(region->folder, sizeof region->folder);
	snprintf(region->path, sizeof region->path, "%s/test.db",
	    region->folder);
	region_ok(ds_store_create(&region->store, region->path, &err), &err);
	region_ok(ds_book_open(&region->book, region->store, &err), &err);
	region_ok(ds_tx_begin(region->store, &meta, &err), &err);
}

static inline void
region_close_fill(struct region *region)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_ok(ds_tx_commit(region->store, &err), &err);
	ds_book_close(region->book);
	ds_store_close(region->store);
}

static inline void
region_open(struct region *region, const char *today, const char *as)
{
	const dossier_session_options options = {
		.store = region->path, .write = true,
		.today = ds_day_from_iso(today),
		.now = "2026-01-01T12:00:00Z", .login = "nobody",
		.origin = "nobody@test", .as = as,
		.language = DOSSIER_ENGLISH, .action = "test"
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	dossier_session_close(region->session);
	region->session = NULL;
	region_ok(dossier_session_open(&region->session, &options, &err),
	    &err);
}

static inline void
region_end(struct region *region)
{
	dossier_session_close(region->session);
	ds_arena_free(&region->arena);
	unlink(region->path);
	rmdir(region->folder);
}

/*
 * One record: its table and "field=value" for each field it has; records are
 * named by their number. Returns its id.
 */
static inline int64_t
region_add(struct region *region, const char *table, ...)
{
	const struct ds_record *record = ds_record_named(table);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const char *pair, *equals;
	struct ds_row row;
	va_list pairs;
	char *name;
	int field;

	assert_non_null(record);
	ds_row_start(&row, record->kind);
	va_start(pairs, table);
	while ((pair = va_arg(pairs, const char *)) != NULL) {
		equals = strchr(pair, '=');
		name = ds_arena_ndup(&region->arena, pair,
		    (size_t)(equals - pair));
		field = ds_field_named(record, name);
		if (field < 0)
			fail_msg("%s has no %s", table, name);
		if (ds_type_is_number(record->fields[field].type))
			ds_row_set_int(&row, field, atoll(equals + 1));
		else
			ds_row_set_text(&row, field,
			    ds_arena_dup(&region->arena, equals + 1));
	}
	va_end(pairs);
	region_ok(ds_book_add(region->book, &row, &err), &err);
	return row.id;
}

/* The home pack `proef`, by its text. */
static inline void
region_pack(struct region *region, const char *text)
{
	const char *pair = ds_arena_printf(&region->arena, "text=%s", text);

	region_add(region, "pack", "name=proef", "version=1", pair,
	    "digest=0", NULL);
	region_add(region, "setting", "key=home_pack", "value=proef", NULL);
}

/* ---- what a document says ---- */

struct region_text {
	char *text;
	size_t size;
};

static inline bool
region_take(const char *bytes, size_t size, void *payload)
{
	struct region_text *out = payload;

	out->text = realloc(out->text, out->size + size + 1);
	assert_non_null(out->text);
	memcpy(out->text + out->size, bytes, size);
	out->size += size;
	out->text[out->size] = '\0';
	return true;
}

/* In a format; to be given to free(). The document is freed. */
static inline char *
region_print(dossier_document *doc, dossier_format format)
{
	struct region_text out = { NULL, 0 };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_ok(dossier_document_print(doc, format, 80, region_take, &out,
	    &err), &err);
	dossier_document_free(doc);
	return out.text;
}

#endif
