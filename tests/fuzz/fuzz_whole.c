/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes as a dossier that comes in, held against a store. What is taken
 * is written and taken back; a refusal says where.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "flows/whole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct dossier_session session;
static char folder[] = "/tmp/dossier-fuzz-XXXXXX", path[64];

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
add(enum ds_kind kind, int first, const char *a, int second, const char *b)
{
	struct ds_row row;

	ds_row_start(&row, kind);
	ds_row_set_text(&row, first, a);
	if (b != NULL)
		ds_row_set_text(&row, second, b);
	must(ds_book_add(session.book, &row, NULL) == DOSSIER_OK);
}

static void
end(void)
{
	char journal[80];

	ds_library_close(session.library);
	ds_book_close(session.book);
	ds_store_close(session.store);
	ds_arena_free(&session.arena);
	snprintf(journal, sizeof journal, "%s-journal", path);
	unlink(journal);
	unlink(path);
	rmdir(folder);
}

/* One store for all. */
static void
start(void)
{
	struct ds_tx_meta meta = { .at = "2026-01-12T12:00:00Z",
	    .day = { 20465 }, .origin = "fuzz", .action = "fuzz" };

	must(mkdtemp(folder) != NULL);
	snprintf(path, sizeof path, "%s/fuzz.db", folder);
	must(ds_store_create(&session.store, path, NULL) == DOSSIER_OK);
	must(ds_book_open(&session.book, session.store, NULL) == DOSSIER_OK);
	must(ds_tx_begin(session.store, &meta, NULL) == DOSSIER_OK);
	must(ds_library_install(session.book, NULL) == DOSSIER_OK);
	add(DS_PARTY, DS_F_PARTY_CODE, "02QZ00", DS_F_PARTY_KIND, "school");
	add(DS_PARTY, DS_F_PARTY_CODE, "0505", DS_F_PARTY_KIND, "gemeente");
	add(DS_CONTACT, DS_F_CONTACT_NAME, "Els", 0, NULL);
	add(DS_YOUTH, DS_F_YOUTH_REF, "7QK2M4XVP", DS_F_YOUTH_OPENED_ON,
	    "2025-09-01");
	must(ds_tx_commit(session.store, NULL) == DOSSIER_OK);
	session.today = meta.day;
	session.meta = meta;
	session.actor = 1;
	atexit(end);
}

static void
take(struct ds_arena *arena, const struct ds_yaml *map)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_DUTCH);
	struct ds_whole whole;

	must(ds_session_begin(&session, "fuzz", NULL, NULL) == DOSSIER_OK);
	ds_whole_start(&whole, &session, arena, &err);
	must(ds_whole_read(&whole, map, &err) == DOSSIER_OK);
	if (whole.faults == 0)
		must(ds_whole_write(&whole, &err) == DOSSIER_OK);
	if (whole.faults > 0) {
		must(ds_whole_refuse(&whole, &err) != DOSSIER_OK);
		must(err.line > 0 && err.message[0] != '\0');
	}
	ds_tx_rollback(session.store);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ds_arena arena = {0};
	struct ds_yaml *root;

	if (session.store == NULL)
		start();
	if (ds_yaml_parse(&root, &arena, (const char *)data, size, "fuzz",
	    NULL) == DOSSIER_OK)
		take(&arena, root);
	ds_arena_free(&arena);
	return 0;
}
