/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Packs in files, before they are installed: read and loaded as the library
 * would, on what they extend. That comes from the files themselves, else
 * from the library, else (without a store) from the packs that come with
 * the software.
 */
#ifndef DS_RULES_DRAFT_H
#define DS_RULES_DRAFT_H

#include "base/buf.h"
#include "rules/library.h"

struct ds_draft {
	const char *file;		/* as it was named; for messages */
	const char *text;		/* to the byte; ends with a NUL */
	size_t size;
	struct ds_pack_head head;	/* id NULL: it cannot be read */
	struct ds_pack *pack;		/* with its examples; NULL: refused */
	dossier_error err;		/* why it is refused */
	struct ds_yaml *tree;
	bool tried, loading;
};

struct ds_drafts {			/* begin with ds_drafts_start */
	struct ds_arena arena;
	struct ds_library *library;	/* NULL: no store */
	dossier_day day;		/* what counts of the library */
	dossier_language language;	/* of what is refused */
	size_t count, capacity;
	struct ds_draft **items;
};

void ds_drafts_start(struct ds_drafts *out, struct ds_library *library,
    dossier_day day, dossier_language language);
void ds_drafts_free(struct ds_drafts *drafts);

/*
 * Add a file, or a text (copied; `name` is for messages). A fault of the
 * file or text stands in the draft. DOSSIER_NO_MEMORY.
 */
dossier_status ds_drafts_add_file(struct ds_draft **out,
    struct ds_drafts *drafts, const char *path, dossier_error *err);
dossier_status ds_drafts_add_text(struct ds_draft **out,
    struct ds_drafts *drafts, const char *name, const char *text,
    size_t size, dossier_error *err);

/*
 * Load it, with what it extends: draft->pack, or draft->err says why not.
 * Drafts that are added later do not count. DOSSIER_NO_MEMORY.
 */
dossier_status ds_draft_load(struct ds_drafts *drafts,
    struct ds_draft *draft, dossier_error *err);

#endif
