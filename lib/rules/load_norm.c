/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading norms. */
#include <string.h>

#include "rules/load.h"

enum { AT_LEAST, AT_MOST, MEETING, PARTY, PARTY_KIND, PER_SCHOOL, ROLE,
	ROLES, SHAPED_COUNT };

/* What a kind of norm makes of the keys that not every norm has. */
enum use { BARRED, ALLOWED, NEEDED };

static const char *const shaped_keys[SHAPED_COUNT] = {
	"at_least", "at_most", "meeting", "party", "party_kind",
	"per_school", "role", "roles"
};

static const unsigned char shapes[][SHAPED_COUNT] = {
	[DS_NORM_CONTACTS] = { [AT_LEAST] = ALLOWED, [AT_MOST] = ALLOWED,
	    [PARTY] = ALLOWED, [PARTY_KIND] = ALLOWED,
	    [PER_SCHOOL] = ALLOWED, [ROLE] = NEEDED },
	[DS_NORM_PRESENT] = { [MEETING] = NEEDED, [ROLES] = NEEDED },
	[DS_NORM_MEETINGS] = { [AT_LEAST] = ALLOWED, [AT_MOST] = ALLOWED,
	    [MEETING] = NEEDED, [PARTY] = ALLOWED, [PARTY_KIND] = ALLOWED }
};

static dossier_status
read_kind(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, ds_norm_words,
	    DS_NORM_COUNT, err));
	*(enum ds_norm_kind *)out = (enum ds_norm_kind)chosen;
	return DOSSIER_OK;
}

static dossier_status
read_meeting(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_meeting, err);
}

static dossier_status
read_roles(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_norm *norm = out;
	struct ds_words roles;

	DS_TRY(ds_load_words(load, &roles, node, ds_load_role, err));
	norm->role_count = roles.count;
	norm->roles = roles.words;
	return DOSSIER_OK;
}

/* Each kind of norm is about one subject; it may be left out. */
static const enum ds_subject subjects[] = {
	[DS_NORM_CONTACTS] = DS_ON_PARTY, [DS_NORM_PRESENT] = DS_ON_MEETING,
	[DS_NORM_MEETINGS] = DS_ON_PARTY
};

static dossier_status
read_on(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_norm *norm = out;
	const char *word = ds_subject_name(subjects[norm->kind]);
	int chosen;

	return ds_load_choice(load, &chosen, node, &word, 1, err);
}

static const struct ds_key norm_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_norm, label) },
	{ "kind", true, read_kind, offsetof(struct ds_norm, kind) },
	{ "on", false, read_on, 0 },
	{ "role", false, ds_load_role, offsetof(struct ds_norm, role) },
	{ "party_kind", false, ds_load_party_kind,
	    offsetof(struct ds_norm, party_kind) },
	{ "party", false, ds_load_id, offsetof(struct ds_norm, party) },
	{ "meeting", false, read_meeting, offsetof(struct ds_norm, meeting) },
	{ "at_least", false, ds_load_number,
	    offsetof(struct ds_norm, at_least) },
	{ "at_most", false, ds_load_number,
	    offsetof(struct ds_norm, at_most) },
	{ "per_school", false, ds_load_bool,
	    offsetof(struct ds_norm, per_school) },
	{ "roles", false, read_roles, 0 },
	{ "because", false, ds_load_text,
	    offsetof(struct ds_norm, because) },
	{ "source", false, ds_load_text, offsetof(struct ds_norm, source) },
	{ "doubt", false, ds_load_texts, offsetof(struct ds_norm, doubt) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
check_shape(struct ds_load *load, const struct ds_norm *norm,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_yaml *child;
	int i;

	for (i = 0; i < SHAPED_COUNT; i++) {
		child = ds_yaml_get(node, shaped_keys[i]);
		if (child == NULL && shapes[norm->kind][i] == NEEDED)
			return ds_load_at(load, node, ds_fail(err,
			    DOSSIER_INVALID, N_("The key \"%s\" is missing "
			    "here."), shaped_keys[i]), err);
		if (child != NULL && shapes[norm->kind][i] == BARRED)
			return ds_load_at_key(load, child, ds_fail(err,
			    DOSSIER_INVALID, N_("A norm of the kind \"%s\" "
			    "has no \"%s\"."), ds_norm_words[norm->kind],
			    shaped_keys[i]), err);
	}
	return DOSSIER_OK;
}

static dossier_status
check_norm(struct ds_load *load, const struct ds_norm *norm,
    const struct ds_yaml *node, dossier_error *err)
{
	DS_TRY(check_shape(load, norm, node, err));
	if (norm->kind == DS_NORM_PRESENT)
		return DOSSIER_OK;
	if ((norm->party == NULL) == (norm->party_kind == NULL))
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("This norm has either \"party\" or \"party_kind\".")),
		    err);
	if (norm->at_least < 0 && norm->at_most < 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("This norm says how many: \"at_least\", \"at_most\" "
		    "or both.")), err);
	return ds_load_check_bounds(load, node, norm->at_least,
	    norm->at_most, err);
}

static dossier_status
read_norm(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_norm *norm = out;

	DS_TRY(ds_load_key_name(load, &norm->id, node, err));
	norm->at_least = norm->at_most = -1;
	norm->pack = load->pack;
	DS_TRY(ds_load_map(load, norm, node, norm_keys, err));
	return check_norm(load, norm, node, err);
}

dossier_status
ds_load_norms(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_norm *own;
	size_t count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own, read_norm,
	    err));
	return ds_load_merge(load, &pack->norms, &pack->norm_count, own,
	    count, sizeof *own, err);
}
