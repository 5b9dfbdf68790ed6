/* SPDX-License-Identifier: EUPL-1.2 */
/* The packs that come with the software, and what the store holds of them. */
#include <string.h>

#include "assets.h"
#include "base/digest.h"
#include "rules/library.h"
#include "rules/library_rows.h"

const char *
ds_library_shipped(const char *id, size_t *size)
{
	size_t i;

	for (i = 0; i < ds_pack_count; i++) {
		if (strcmp(ds_packs[i].name, id) != 0)
			continue;
		*size = ds_packs[i].size;
		return (const char *)ds_packs[i].bytes;
	}
	return NULL;
}

bool
ds_library_has(const char *id)
{
	size_t size;

	return ds_library_shipped(id, &size) != NULL;
}

/*
 * SHA-256 of the packs that released versions came with: a store that holds
 * one of these got it from the software, and gets today's text instead.
 */
static const char *const shipped[] = {
	/* 0.1.0: drechtsteden, nl, utrecht, -nieuwegein, -zeist */
	"510cf5ad08aff4b60c9aa361fcdb6b0f67b8e6c721b9a28ea587a35ec411b064",
	"e189ad358d73bca55270b3f7ebb4611562c5bd85513aa495610e7c8951e1ac25",
	"b7dceb85b101874de1731c3d3a0e726697afd0af4315fa9c99805bfa8cbda059",
	"bde5a7f0410f75686745eb6c26422e51b34e3aaa41eebf97107c05b74780e7ee",
	"ff4484b178f9b9b486acb44c0fcf00c8e68d827372faa5156d604b39d63244da",
};

static void
text_digest(char hex[2 * DS_DIGEST_SIZE + 1], const void *text, size_t size)
{
	unsigned char digest[DS_DIGEST_SIZE];

	ds_digest_of(digest, text, size);
	ds_hex(hex, digest, sizeof digest);
}

/* Today's pack that should stand in this row, or NULL: it is as it should. */
static const struct ds_asset *
successor(const struct ds_pack_row *row)
{
	char hex[2 * DS_DIGEST_SIZE + 1];
	size_t known = sizeof shipped / sizeof shipped[0], i;

	for (i = 0; i < known && strcmp(shipped[i], row->digest) != 0; i++)
		continue;
	if (i == known)
		return NULL;
	for (i = 0; i < ds_pack_count; i++) {
		if (strcmp(ds_packs[i].name, row->name) != 0)
			continue;
		text_digest(hex, ds_packs[i].bytes, ds_packs[i].size);
		return strcmp(hex, row->digest) == 0 ? NULL : &ds_packs[i];
	}
	return NULL;
}

static dossier_status
head_of(struct ds_pack_head *out, struct ds_arena *arena, const char *text,
    const char *name, dossier_error *err)
{
	struct ds_yaml *tree;

	DS_TRY(ds_yaml_parse_before(&tree, arena, text, strlen(text),
	    "examples", name, err));
	return ds_pack_read_head(out, arena, tree, name, err);
}

/* Fill a pack's row with a text; what is made of it lives in arena. */
static dossier_status
set_text(struct ds_row *row, struct ds_arena *arena, const char *text,
    size_t size, const char *name, dossier_error *err)
{
	char hex[2 * DS_DIGEST_SIZE + 1];
	struct ds_pack_head head;
	const char *kept;

	DS_TRY(head_of(&head, arena, text, name, err));
	text_digest(hex, text, size);
	kept = ds_arena_dup(arena, hex);
	if (kept == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_PACK_NAME, head.id);
	ds_row_set_text(row, DS_F_PACK_VERSION, head.version);
	ds_row_set_text(row, DS_F_PACK_TEXT, text);
	ds_row_set_text(row, DS_F_PACK_DIGEST, kept);
	return ds_pack_row_fill(row, arena, &head, err);
}

static dossier_status
set_builtin(struct ds_row *row, struct ds_arena *arena,
    const struct ds_asset *pack, dossier_error *err)
{
	return set_text(row, arena, (const char *)pack->bytes, pack->size,
	    pack->name, err);
}

dossier_status
ds_library_add(struct ds_book *book, const char *text, size_t size,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_row row;

	ds_row_start(&row, DS_PACK);
	status = set_text(&row, &arena, text, size, NULL, err);
	if (status == DOSSIER_OK)
		status = ds_book_add(book, &row, err);
	ds_arena_free(&arena);
	return status;
}

dossier_status
ds_library_install(struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status = DOSSIER_OK;
	struct ds_row row;
	size_t i;

	for (i = 0; i < ds_pack_count && status == DOSSIER_OK; i++) {
		ds_row_start(&row, DS_PACK);
		status = set_builtin(&row, &arena, &ds_packs[i], err);
		if (status == DOSSIER_OK)
			status = ds_book_add(book, &row, err);
		ds_arena_reset(&arena);
	}
	ds_arena_free(&arena);
	return status;
}

/* ---- a store of before ---- */

/*
 * The row as it should be today; *old when that is not as it is. A text that
 * cannot be read, or is of another pack than the row says, keeps no head:
 * who uses it hears why.
 */
static dossier_status
today(bool *old, struct ds_row *row, struct ds_row *before,
    struct ds_arena *arena, struct ds_book *book,
    const struct ds_pack_row *found, dossier_error *err)
{
	const struct ds_asset *pack = successor(found);
	struct ds_pack_head head;
	dossier_status status;

	*old = false;
	if (pack == NULL && found->known)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(before, arena, book, DS_PACK, found->id, err));
	*row = *before;
	if (pack != NULL) {
		*old = true;
		return set_builtin(row, arena, pack, err);
	}
	status = head_of(&head, arena, ds_row_text(row, DS_F_PACK_TEXT),
	    found->name, NULL);
	if (status == DOSSIER_NO_MEMORY)
		return ds_no_memory(err);
	if (status != DOSSIER_OK || strcmp(head.id, found->name) != 0)
		return DOSSIER_OK;
	*old = true;
	return ds_pack_row_fill(row, arena, &head, err);
}

static dossier_status
bring_up(bool *old, struct ds_arena *arena, struct ds_book *book, bool write,
    dossier_error *err)
{
	struct ds_pack_row *found;
	struct ds_row row, before;
	size_t count, i;
	bool this;

	*old = false;
	DS_TRY(ds_pack_rows(&found, &count, arena, book, err));
	for (i = 0; i < count; i++) {
		DS_TRY(today(&this, &row, &before, arena, book, &found[i],
		    err));
		*old |= this;
		if (this && write)
			DS_TRY(ds_book_change(NULL, book, &before, &row, NULL,
			    err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_library_is_old(bool *out, struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status = bring_up(out, &arena, book, false, err);

	ds_arena_free(&arena);
	return status;
}

dossier_status
ds_library_renew(struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	bool old;

	status = bring_up(&old, &arena, book, true, err);
	ds_arena_free(&arena);
	return status;
}
