/* SPDX-License-Identifier: EUPL-1.2 */
/* Places for one youth: what was found, between the parts of this module. */
#ifndef DS_FLOWS_PLACE_H
#define DS_FLOWS_PLACE_H

#include "flows/place_fit.h"
#include "flows/session.h"

struct ds_place_search {
	dossier_session *session;
	struct ds_arena arena;
	struct ds_row youth;
	struct ds_view view;		/* of who works here */
	const char *name;		/* as they may see it */
	const char *postcode;		/* NULL: not known */
	/* Why a condition is not told: it would tell a field of the youth. */
	const char *hidden[DS_BY_COUNT];
	struct ds_fit_youth wanted;
	const char *destination;	/* slug, or NULL */
	struct ds_point *located;	/* by the digits of a postcode */
	size_t count, place_capacity;
	struct ds_fit_place *places;
	struct ds_fit *fits;		/* ranked, as many as places */
	size_t in_group[DS_FIT_GROUPS];
};

/*
 * At most `limit` that fit, as many that may fit, and the nearest misses.
 */
dossier_status ds_place_print(dossier_document *doc,
    struct ds_place_search *search, size_t limit, dossier_error *err);

/* One condition of a fit in words. In the search's arena, never NULL. */
const char *ds_place_tell(dossier_document *doc,
    struct ds_place_search *search, const struct ds_fit *fit,
    enum ds_condition_kind by);

#define DS_KM_TEXT 16
/* "12.3", in Dutch "12,3"; NULL when the distance is not known. */
const char *ds_place_km(char out[DS_KM_TEXT], const struct ds_fit *fit,
    dossier_language language);

#endif
