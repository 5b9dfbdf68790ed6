/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Code lists: the field's fixed vocabularies. Codes are Dutch slugs (the
 * words of the field's own documents); a label in both languages and the
 * ways in which exports write them stand beside.
 */
#ifndef DS_MODEL_CODES_H
#define DS_MODEL_CODES_H

#include "base/mem.h"
#include "base/status.h"

struct ds_code {
	const char *slug;	/* NULL ends a list */
	const char *label;	/* English, marked for translation */
	const char *synonyms;	/* separated by |, or NULL */
};

extern const struct ds_code ds_codes_sex[];
extern const struct ds_code ds_codes_day[];
extern const struct ds_code ds_codes_sector[];
extern const struct ds_code ds_codes_identifier[];
extern const struct ds_code ds_codes_school_kind[];
extern const struct ds_code ds_codes_profile[];
extern const struct ds_code ds_codes_destination[];
extern const struct ds_code ds_codes_party[];
extern const struct ds_code ds_codes_role[];
extern const struct ds_code ds_codes_place[];
extern const struct ds_code ds_codes_placement[];
extern const struct ds_code ds_codes_stage[];
extern const struct ds_code ds_codes_meeting[];
extern const struct ds_code ds_codes_agreement[];
extern const struct ds_code ds_codes_moment[];
extern const struct ds_code ds_codes_handover[];
/* codes_case.c */
extern const struct ds_code ds_codes_section[];
extern const struct ds_code ds_codes_cluster[];
extern const struct ds_code ds_codes_version[];
extern const struct ds_code ds_codes_qualification[];
extern const struct ds_code ds_codes_guidance[];
extern const struct ds_code ds_codes_transport[];
extern const struct ds_code ds_codes_class[];
extern const struct ds_code ds_codes_area[];
extern const struct ds_code ds_codes_register[];
extern const struct ds_code ds_codes_register_status[];
extern const struct ds_code ds_codes_scheme[];
extern const struct ds_code ds_codes_voice[];
extern const struct ds_code ds_codes_answer[];
extern const struct ds_code ds_codes_around[];
extern const struct ds_code ds_codes_network[];
extern const struct ds_code ds_codes_ground[];
extern const struct ds_code ds_codes_purpose[];
extern const struct ds_code ds_codes_giver[];
extern const struct ds_code ds_codes_result[];

/*
 * The code that `text` means: its slug, its label in either language or a
 * synonym, all case- and blank-insensitive; NULL when it means none.
 */
const struct ds_code *ds_code_find(const struct ds_code *list,
    const char *text);
/* The label of a slug in `language`; the slug itself when not in the list. */
const char *ds_code_label(const struct ds_code *list, const char *slug,
    dossier_language language);

#endif
