/* SPDX-License-Identifier: EUPL-1.2 */
/* What there is to ask, and so what an answer can be about. */
#include "flows/fit.h"

#include <string.h>

/* "life_domain:financien", "statement:ouders", "identifier:bsn". */
static bool
names_one(const struct ds_record *record, const char *rest)
{
	switch (record->kind) {
	case DS_STATEMENT:
		return ds_code_find(ds_codes_voice, rest) != NULL ||
		    ds_section_named(rest) != DS_SECTION_NONE;
	case DS_IDENTIFIER:
		return ds_code_find(ds_codes_identifier, rest) != NULL;
	case DS_LIFE_DOMAIN:
		return rest[0] != '\0';
	default:
		return false;
	}
}

bool
ds_fit_subject(struct ds_arena *arena, const char *subject)
{
	size_t size = strcspn(subject, ".:");
	const char *name = ds_arena_ndup(arena, subject, size);
	const struct ds_record *record = name == NULL ? NULL :
	    ds_record_named(name);

	if (record == NULL || record->kind == DS_ANSWER ||
	    (record->kind != DS_YOUTH && ds_field_named(record, "youth") < 0))
		return false;
	if (subject[size] == '.')
		return ds_field_named(record, subject + size + 1) >= 0;
	if (subject[size] == ':')
		return names_one(record, subject + size + 1);
	return record->kind != DS_YOUTH;
}

/* A life domain is one of the region's. */
static dossier_status
has_domain(bool *out, const struct ds_row *row, const struct ds_fitting *with,
    dossier_error *err)
{
	static const char before[] = "life_domain:";
	const char *subject = ds_row_text(row, DS_F_ANSWER_SUBJECT);
	const struct ds_pack *pack;
	size_t i;

	*out = strncmp(subject, before, sizeof before - 1) != 0;
	if (*out)
		return DOSSIER_OK;
	DS_TRY(ds_fit_pack(&pack, with, ds_row_day(row, DS_F_ANSWER_ON),
	    err));
	for (i = 0; i < pack->domain_set_count && !*out; i++)
		*out = ds_domain_named(&pack->domain_sets[i],
		    subject + sizeof before - 1) != NULL;
	return DOSSIER_OK;
}

dossier_status
ds_fit_answer(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	bool known = ds_fit_subject(with->arena, ds_row_text(row,
	    DS_F_ANSWER_SUBJECT));

	if (known)
		DS_TRY(has_domain(&known, row, with, err));
	return known ? DOSSIER_OK : ds_fit_say(out, DS_F_ANSWER_SUBJECT,
	    ds_tr(with->language, N_("nothing in a dossier is called so")),
	    "youth.phone, statement:ouders, life_domain:financien", err);
}
