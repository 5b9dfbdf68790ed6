/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/ending.h"

#include "flows/say.h"
#include "flows/seen.h"

/* ---- by the rules ---- */

struct wanted {
	struct ds_endings *out;
	struct ds_library *library;
	struct ds_arena *arena;
	struct ds_view *view;
};

static dossier_status
look(const struct ds_case *youth, void *payload, dossier_error *err)
{
	const struct ds_fact_value *place =
	    &youth->facts.fact[DS_FACT_MUNICIPALITY];
	struct wanted *wanted = payload;
	struct ds_endings *out = wanted->out;
	struct ds_ending *list;
	const char *why;
	size_t i;

	DS_TRY(ds_library_pack(&out->pack, wanted->library, place->known ?
	    place->text : NULL, out->day, &why, err));
	list = ds_arena_alloc(wanted->arena, (out->pack->end_count + 1) *
	    sizeof *list);
	if (list == NULL)
		return ds_no_memory(err);
	for (i = 0; i < out->pack->end_count; i++) {
		list[out->count].end = &out->pack->ends[i];
		DS_TRY(ds_seen_end(&why, wanted->view, youth->facts.youth,
		    out->pack, &out->pack->ends[i], err));
		DS_TRY(ds_end_evaluate(&list[out->count].result, out->pack,
		    &out->pack->ends[i], &youth->facts, out->day, err));
		if (why == NULL && list[out->count].result.state != DS_ENDS_NOT)
			out->count++;
	}
	out->list = list;
	return DOSSIER_OK;
}

dossier_status
ds_endings_of(struct ds_endings *out, dossier_session *session,
    struct ds_arena *arena, struct ds_view *view, int64_t youth,
    dossier_day day, dossier_error *err)
{
	struct wanted wanted = { .out = out, .arena = arena, .view = view };

	*out = (struct ds_endings){ .day = day };
	DS_TRY(ds_session_library(&wanted.library, session, err));
	return ds_cases(session->book, wanted.library, youth, day, look,
	    &wanted, err);
}

/* ---- for people ---- */

static const char *
who_label(const char *slug, dossier_language language)
{
	const char *label = ds_code_label(ds_codes_role, slug, language);

	return label != slug ? label :
	    ds_code_label(ds_codes_party, slug, language);
}

static const char *
ending_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_ending *ending, dossier_day day)
{
	const struct ds_end_result *result = &ending->result;
	const char *on;

	switch (result->state) {
	case DS_ENDS_ON:
		on = ds_say_day(doc, arena, result->on);
		return result->on.number <= day.number ? on : ds_say(doc,
		    arena, N_("%s, not reached yet"), on);
	case DS_ENDS_BY_JUDGEMENT:
		return ending->end->judged_by == NULL ? ds_say(doc, arena,
		    N_("a judgement; whose is not stated")) : ds_say(doc,
		    arena, N_("a judgement by: %s"), who_label(
		    ending->end->judged_by, doc->language));
	case DS_ENDS_UNSURE:
		return result->unknown < 0 ? ds_tr(doc->language,
		    N_("cannot be said")) : ds_say(doc, arena, N_("cannot be said; not known: "
		    "%s"), ds_tr(doc->language,
		    ds_fact_defs[result->unknown].label));
	case DS_ENDS_NOT:
		break;
	}
	return "";
}

static void
tell(dossier_document *doc, struct ds_arena *arena,
    const struct ds_ending *ending, const struct ds_endings *endings)
{
	const struct ds_end *end = ending->end;

	ds_field_line(doc, end->label, ending_text(doc, arena, ending,
	    endings->day));
	if (end->criteria != NULL)
		ds_say_line(doc, N_("Judged by"), ds_say_joined(doc, arena,
		    end->criteria));
	ds_say_line(doc, N_("Rule"), ds_say(doc, arena, N_("%s (pack %s, "
	    "version %s)"), end->name, end->pack->id, end->pack->version));
	ds_say_line(doc, N_("Because"), end->because);
	ds_say_line(doc, N_("Source"), end->source);
	if (end->doubt != NULL)
		ds_say_line(doc, N_("Doubt"), ds_say_joined(doc, arena,
		    end->doubt));
}

/* ---- for machines ---- */

static void
put(dossier_document *doc, struct ds_arena *arena, struct ds_value *map,
    const struct ds_ending *ending, dossier_day day)
{
	const struct ds_end_result *result = &ending->result;
	const struct ds_end *end = ending->end;

	ds_put_text(doc, map, "rule", end->name);
	ds_put_text(doc, map, "label", end->label);
	ds_put_text(doc, map, "state", ds_end_state_name(result->state));
	ds_put_day(doc, map, "on", result->on);
	ds_put_bool(doc, map, "reached", ds_day_known(result->on) &&
	    result->on.number <= day.number);
	ds_put_text(doc, map, "unknown", result->unknown < 0 ? NULL :
	    ds_fact_defs[result->unknown].name);
	ds_put_text(doc, map, "judged_by", end->judged_by);
	ds_say_list(doc, arena, map, "criteria", end->criteria);
	ds_put_text(doc, map, "because", end->because);
	ds_put_text(doc, map, "source", end->source);
	ds_say_list(doc, arena, map, "doubt", end->doubt);
	ds_put_text(doc, map, "pack", end->pack->id);
	ds_put_text(doc, map, "version", end->pack->version);
}

/* ---- the whole ---- */

void
ds_endings_put(dossier_document *doc, struct ds_arena *arena,
    struct ds_value *map, const struct ds_endings *endings)
{
	struct ds_value *list = ds_put_list(doc, map, "ends");
	size_t i;

	for (i = 0; i < endings->count; i++) {
		tell(doc, arena, &endings->list[i], endings);
		put(doc, arena, ds_put_map(doc, list, NULL),
		    &endings->list[i], endings->day);
	}
}

dossier_status
ds_endings_close(dossier_document *doc, dossier_session *session,
    struct ds_arena *arena, struct ds_view *view, struct ds_value *map,
    int64_t youth, dossier_day day, dossier_error *err)
{
	struct ds_endings endings;

	DS_TRY(ds_endings_of(&endings, session, arena, view, youth, day,
	    err));
	if (endings.pack->end_count == 0)
		ds_paragraph(doc, ds_tr(doc->language, N_("Pack %s does not "
		    "state when support ends.")), endings.pack->id);
	ds_endings_put(doc, arena, map, &endings);
	return DOSSIER_OK;
}
