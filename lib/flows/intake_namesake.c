/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two dossiers with one name and birth date: worth a look, no more. All
 * names of a run are kept as hashes, so that asking costs next to nothing.
 */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>

#include "base/ident.h"

#define FIRST_SIZE 1024			/* a power of two */

struct ds_namesake {
	uint64_t hash;			/* of name and birth date; 0: free */
	char ref[DS_REF_SIZE];
};

/* 0 when the name or the birth date is not known. */
static uint64_t
hash_of(const char *given, const char *family, const char *birth)
{
	uint64_t hash;

	if (family == NULL || birth == NULL)
		return 0;
	hash = ds_hash(family, strlen(family) + 1, 3);
	hash = ds_hash(birth, strlen(birth) + 1, hash);
	if (given != NULL)
		hash = ds_hash(given, strlen(given), hash);
	return hash != 0 ? hash : 1;
}

static struct ds_namesake *
slot_of(const struct ds_names *names, uint64_t hash)
{
	size_t i = (size_t)hash & (names->size - 1);

	while (names->slots[i].hash != 0 && names->slots[i].hash != hash)
		i = (i + 1) & (names->size - 1);
	return &names->slots[i];
}

static bool
grow(struct ds_names *names)
{
	struct ds_names old = *names;
	size_t i;

	names->size = old.size == 0 ? FIRST_SIZE : old.size * 2;
	names->slots = ds_alloc(names->size * sizeof *names->slots);
	if (names->slots == NULL) {
		*names = old;
		return false;
	}
	for (i = 0; i < old.size; i++)
		if (old.slots[i].hash != 0)
			*slot_of(names, old.slots[i].hash) = old.slots[i];
	ds_free(old.slots);
	return true;
}

/* Who had this name already; NULL: nobody, and now `ref` has it. */
static dossier_status
meet(const char **out, struct ds_names *names, uint64_t hash,
    const char *ref, dossier_error *err)
{
	struct ds_namesake *slot;

	*out = NULL;
	if (hash == 0)
		return DOSSIER_OK;
	if (names->count * 4 >= names->size * 3 && !grow(names))
		return ds_no_memory(err);
	slot = slot_of(names, hash);
	if (slot->hash != 0) {
		*out = slot->ref;
		return DOSSIER_OK;
	}
	names->count++;
	slot->hash = hash;
	snprintf(slot->ref, sizeof slot->ref, "%s", ref);
	return DOSSIER_OK;
}

/* The names that the store holds, read once a file. */
static dossier_status
load(struct ds_intake *in, dossier_error *err)
{
	struct ds_stmt *stmt;
	const char *other;
	bool row;

	in->names.loaded = true;
	DS_TRY(ds_sql(&stmt, in->session->store,
	    DS_SQL_YOUTHS_WITH_BIRTH_DATE, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		DS_TRY(meet(&other, &in->names, hash_of(ds_col_text(stmt, 1),
		    ds_col_text(stmt, 2), ds_col_text(stmt, 3)),
		    ds_col_text(stmt, 0), err));
	}
}

dossier_status
ds_intake_namesake(struct ds_intake *in, const struct ds_line *line,
    const struct ds_row *youth, dossier_error *err)
{
	uint64_t hash = hash_of(ds_row_text(youth, DS_F_YOUTH_GIVEN_NAME),
	    ds_row_text(youth, DS_F_YOUTH_FAMILY_NAME),
	    ds_row_text(youth, DS_F_YOUTH_BIRTH_DATE));
	const char *other;

	if (hash == 0)
		return DOSSIER_OK;
	if (!in->bulk && !in->names.loaded)
		DS_TRY(load(in, err));
	DS_TRY(meet(&other, &in->names, hash, ds_row_text(youth,
	    DS_F_YOUTH_REF), err));
	if (other == NULL)
		return DOSSIER_OK;
	return ds_intake_note(in, err, ds_tr(in->session->language,
	    N_("Row %ld: same name and birth date as dossier %s; it became a "
	    "dossier of its own.")), line->number, other);
}

void
ds_names_free(struct ds_names *names)
{
	ds_free(names->slots);
	memset(names, 0, sizeof *names);
}
