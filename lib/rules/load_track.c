/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reading tracks: steps, who decides on them, and where each outcome leads.
 * Every step can be reached from the start, and from every step there is a
 * way to the end.
 */
#include <string.h>

#include "rules/load.h"

#define MOST_STEPS 64		/* of a track */
#define THE_END "end"

/* ---- capacity ---- */

static dossier_status
read_capacity(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "seats", true, ds_load_number,
		    offsetof(struct ds_step, seats) },
		{ "per", true, ds_load_rhythm, offsetof(struct ds_step, per) },
		{ "source", false, ds_load_text,
		    offsetof(struct ds_step, seats_source) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_step *step = out;

	DS_TRY(ds_load_map(load, step, node, keys, err));
	if (step->per != DS_PER_WEEK && step->per != DS_PER_YOUTH)
		return DOSSIER_OK;
	ds_fail(err, DOSSIER_INVALID, N_("Seats are not counted per %s."),
	    ds_yaml_get(node, "per")->text);
	ds_advise(err, N_("Choose from: %s."), "school-year, month, none");
	return ds_load_at(load, ds_yaml_get(node, "per"), DOSSIER_INVALID,
	    err);
}

/* ---- a step ---- */

static dossier_status
read_within(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_step *step = out;

	step->has_within = true;
	return ds_load_period(load, &step->within, node, err);
}

static dossier_status
read_exit(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_exit *way = out;

	DS_TRY(ds_load_key_name(load, &way->name, node, err));
	DS_TRY(ds_load_name(load, &way->next, node, err));
	if (strcmp(way->next, THE_END) == 0)
		way->next = NULL;
	return DOSSIER_OK;
}

static dossier_status
read_outcomes(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_step *step = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	return ds_load_each(load, &step->exits, &step->exit_count, node,
	    sizeof *step->exits, read_exit, err);
}

static const struct ds_key step_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_step, label) },
	{ "body", false, ds_load_text, offsetof(struct ds_step, body) },
	{ "role", false, ds_load_who, offsetof(struct ds_step, role) },
	{ "needs", false, ds_load_when,
	    offsetof(struct ds_step, needs) },
	{ "within", false, read_within, 0 },
	{ "capacity", false, read_capacity, 0 },
	{ "outcomes", true, read_outcomes, 0 },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_step(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_step *step = out;

	DS_TRY(ds_load_key_name(load, &step->name, node, err));
	step->seats = -1;
	if (strcmp(step->name, THE_END) == 0)
		return ds_load_at_key(load, node, ds_fail(err,
		    DOSSIER_INVALID, N_("A step cannot be called \"%s\": "
		    "that word is where a track ends."), THE_END), err);
	return ds_load_map(load, step, node, step_keys, err);
}

static dossier_status
read_steps(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_track *track = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	if (node->count > MOST_STEPS)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A track has at most %d steps; here are %zu."),
		    MOST_STEPS, node->count), err);
	return ds_load_each(load, &track->steps, &track->count, node,
	    sizeof *track->steps, read_step, err);
}

/* ---- from the start to the end ---- */

static dossier_status
no_step(struct ds_load *load, const struct ds_track *track,
    const struct ds_yaml *node, dossier_error *err)
{
	return ds_load_unknown(load, node, N_("There is no step \"%s\" in "
	    "this track."), track->steps, track->count,
	    sizeof *track->steps, err);
}

static dossier_status
check_names(struct ds_load *load, const struct ds_track *track,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_yaml *start = ds_yaml_get(node, "start"), *step, *way;

	if (ds_track_step(track, track->start) == NULL)
		return no_step(load, track, start, err);
	step = ds_yaml_get(node, "steps")->first;
	for (; step != NULL; step = step->next) {
		way = ds_yaml_get(step, "outcomes")->first;
		for (; way != NULL; way = way->next)
			if (strcmp(way->text, THE_END) != 0 &&
			    ds_track_step(track, way->text) == NULL)
				return no_step(load, track, way, err);
	}
	return DOSSIER_OK;
}

static size_t
number_of(const struct ds_track *track, const char *step)
{
	return (size_t)(ds_track_step(track, step) - track->steps);
}

/* Does an outcome of the step end the track, or lead to a marked step? */
static bool
leads_on(const struct ds_track *track, const bool *marked, size_t step)
{
	const struct ds_exit *way = track->steps[step].exits;
	size_t i;

	for (i = 0; i < track->steps[step].exit_count; i++)
		if (way[i].next == NULL ||
		    marked[number_of(track, way[i].next)])
			return true;
	return false;
}

static void
mark_reached(const struct ds_track *track, bool *marked)
{
	const struct ds_step *step;
	bool more = true;
	size_t i, j;

	marked[number_of(track, track->start)] = true;
	while (more) {
		more = false;
		for (i = 0; i < track->count; i++) {
			step = &track->steps[i];
			for (j = 0; marked[i] && j < step->exit_count; j++) {
				bool *next = step->exits[j].next == NULL ?
				    &marked[i] : &marked[number_of(track,
				    step->exits[j].next)];

				more = more || !*next;
				*next = true;
			}
		}
	}
}

static void
mark_ending(const struct ds_track *track, bool *marked)
{
	bool more = true;
	size_t i;

	while (more) {
		more = false;
		for (i = 0; i < track->count; i++) {
			if (marked[i] || !leads_on(track, marked, i))
				continue;
			marked[i] = more = true;
		}
	}
}

static dossier_status
check_ways(struct ds_load *load, const struct ds_track *track,
    const struct ds_yaml *node, dossier_error *err)
{
	bool reached[MOST_STEPS] = {0}, ending[MOST_STEPS] = {0};
	const struct ds_yaml *step = ds_yaml_get(node, "steps")->first;
	size_t i;

	mark_reached(track, reached);
	mark_ending(track, ending);
	for (i = 0; step != NULL; step = step->next, i++) {
		if (!reached[i])
			return ds_load_at_key(load, step, ds_fail(err,
			    DOSSIER_INVALID, N_("No way leads from the start "
			    "to the step \"%s\"."), step->key), err);
		if (!ending[i])
			return ds_load_at_key(load, step, ds_fail(err,
			    DOSSIER_INVALID, N_("No way leads from the step "
			    "\"%s\" to the end."), step->key), err);
	}
	return DOSSIER_OK;
}

/* ---- a track ---- */

static const struct ds_key track_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_track, label) },
	{ "on", true, ds_load_subject, offsetof(struct ds_track, on) },
	{ "start", true, ds_load_name, offsetof(struct ds_track, start) },
	{ "steps", true, read_steps, 0 },
	DS_SOURCE_KEYS(struct ds_track),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_track(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_track *track = out;

	DS_TRY(ds_load_key_name(load, &track->name, node, err));
	track->pack = load->pack;
	DS_TRY(ds_load_map(load, track, node, track_keys, err));
	DS_TRY(check_names(load, track, node, err));
	return check_ways(load, track, node, err);
}

dossier_status
ds_load_tracks(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->tracks, &pack->track_count, node,
	    sizeof *pack->tracks, read_track, err);
}
