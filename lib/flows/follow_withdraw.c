/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A ground ends, for all or some of its sections. From that day on nothing
 * leaves on it; who has it already is told, for they must be asked.
 */
#include "flows/follow.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "flows/input.h"
#include "flows/state.h"

/* ---- sections as sets ---- */

/* Sections of `of` that `other` (NULL: every one) has, or has not. */
static dossier_status
sections(const char **out, struct ds_arena *arena, const char *of,
    const char *other, bool in, dossier_error *err)
{
	const struct ds_code *code;

	*out = "";
	for (code = ds_codes_section; code->slug != NULL; code++) {
		if (!ds_text_has_word(of, code->slug) || in !=
		    (other == NULL || ds_text_has_word(other, code->slug)))
			continue;
		*out = ds_arena_printf(arena, "%s%s%s", *out,
		    **out == '\0' ? "" : " ", code->slug);
		if (*out == NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

/* ---- which grounds end ---- */

static bool
runs(const struct ds_row *ground, dossier_day day)
{
	dossier_day until = ds_row_day(ground, DS_F_GROUND_UNTIL);

	return !ds_row_has(ground, DS_F_GROUND_WITHDRAWN) &&
	    (!ds_day_known(until) || until.number >= day.number);
}

/* What is asked for: the kind, else consent, and the sections, else all. */
static dossier_status
read_asked(struct ds_row *asked, struct ds_follow *follow,
    dossier_error *err)
{
	const dossier_follow_options *o = follow->options;

	ds_row_start(&follow->row, DS_GROUND);
	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_KIND, o->kind != NULL ?
	    o->kind : "toestemming", err));
	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_SECTIONS, o->sections,
	    err));
	DS_TRY(ds_follow_need(follow, DS_F_GROUND_WHY, follow->reason,
	    "--reason", err));
	*asked = follow->row;
	return DOSSIER_OK;
}

static dossier_status
none(const struct ds_row *party, struct ds_follow *follow,
    dossier_error *err)
{
	ds_advise(err, N_("See what is recorded with: dossier show %s"),
	    ds_row_text(&follow->youth, DS_F_YOUTH_REF));
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("There is no such ground "
	    "for %s to withdraw."), ds_party_label(follow->arena, party));
}

static dossier_status
find_grounds(struct ds_follow *follow, const struct ds_row *party,
    const struct ds_row *asked, dossier_error *err)
{
	const char *words = ds_row_text(asked, DS_F_GROUND_SECTIONS), *gone;
	const struct ds_row *row;
	size_t i;

	DS_TRY(ds_state_list(&follow->grounds, &follow->ground_count,
	    follow->arena, follow->session->book, DS_GROUND,
	    follow->youth.id, err));
	follow->withdrawn = ds_arena_alloc(follow->arena,
	    (follow->ground_count + 1) * sizeof *follow->withdrawn);
	if (follow->withdrawn == NULL)
		return ds_no_memory(err);
	for (i = 0; i < follow->ground_count; i++) {
		row = &follow->grounds[i];
		DS_TRY(sections(&gone, follow->arena, ds_row_text(row,
		    DS_F_GROUND_SECTIONS), words, true, err));
		if (ds_row_int(row, DS_F_GROUND_RECIPIENT) == party->id &&
		    ds_datum_same(&row->value[DS_F_GROUND_KIND],
		    &asked->value[DS_F_GROUND_KIND]) &&
		    runs(row, follow->on) && *gone != '\0')
			follow->withdrawn[follow->withdrawn_count++] = *row;
	}
	return follow->withdrawn_count > 0 ? DOSSIER_OK :
	    none(party, follow, err);
}

/* ---- ending them ---- */

/*
 * The ground ends; what was not taken back goes on as a ground of its own,
 * given by the same person on the same day.
 */
static dossier_status
end_one(struct ds_follow *follow, const struct ds_row *ground,
    const struct ds_row *asked, dossier_error *err)
{
	const char *own = ds_row_text(ground, DS_F_GROUND_SECTIONS), *stay;
	struct ds_row after = *ground, rest = *ground;
	struct ds_book *book = follow->session->book;

	DS_TRY(sections(&stay, follow->arena, own, ds_row_text(asked,
	    DS_F_GROUND_SECTIONS), false, err));
	if (!ds_row_set_day(&after, DS_F_GROUND_WITHDRAWN, follow->on,
	    follow->arena))
		return ds_no_memory(err);
	after.value[DS_F_GROUND_WHY] = asked->value[DS_F_GROUND_WHY];
	DS_TRY(ds_book_change(NULL, book, ground, &after, follow->reason,
	    err));
	if (*stay == '\0')
		return DOSSIER_OK;
	rest.id = rest.event = 0;
	ds_row_set_text(&rest, DS_F_GROUND_SECTIONS, stay);
	return ds_book_add(book, &rest, err);
}

dossier_status
ds_follow_withdraw(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row party, asked;
	const char *all = "";
	size_t i;

	DS_TRY(ds_follow_recipient(&party, follow, err));
	DS_TRY(read_asked(&asked, follow, err));
	DS_TRY(find_grounds(follow, &party, &asked, err));
	for (i = 0; i < follow->withdrawn_count; i++) {
		DS_TRY(end_one(follow, &follow->withdrawn[i], &asked, err));
		all = ds_arena_printf(follow->arena, "%s %s", all,
		    ds_row_text(&follow->withdrawn[i], DS_F_GROUND_SECTIONS));
		if (all == NULL)
			return ds_no_memory(err);
	}
	follow->row = asked;
	ds_row_set_int(&follow->row, DS_F_GROUND_YOUTH, follow->youth.id);
	ds_row_set_int(&follow->row, DS_F_GROUND_RECIPIENT, party.id);
	return sections(&follow->gone, follow->arena, all,
	    ds_row_text(&asked, DS_F_GROUND_SECTIONS), true, err);
}

/* ---- who has it already ---- */

/* Of what was taken back, the sections that left on grounds of this word. */
static dossier_status
sections_of(const char **out, const struct ds_follow *follow,
    const char *numbers, dossier_error *err)
{
	const char *all = "";
	char number[24];
	size_t i;

	for (i = 0; i < follow->ground_count; i++) {
		snprintf(number, sizeof number, "%lld",
		    (long long)follow->grounds[i].id);
		if (!ds_text_has_word(numbers, number))
			continue;
		all = ds_arena_printf(follow->arena, "%s %s", all,
		    ds_row_text(&follow->grounds[i], DS_F_GROUND_SECTIONS));
		if (all == NULL)
			return ds_no_memory(err);
	}
	return sections(out, follow->arena, follow->gone, all, true, err);
}

/* Sections for machines, and their labels for people. */
static dossier_status
put_sections(const char **text, struct ds_follow *follow,
    struct ds_value *map, const char *slugs, dossier_error *err)
{
	const struct ds_field *field = &ds_record(DS_GROUND)->
	    fields[DS_F_GROUND_SECTIONS];
	const struct ds_datum datum = { .known = true, .text = slugs };
	const struct ds_shown shown = { .is_list = true, .data = slugs };

	ds_present_value(follow->doc, map, "sections", &shown);
	*text = ds_field_text(follow->arena, field, &datum,
	    follow->doc->language);
	return *text == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
sections_delivered(const char **text, struct ds_value *item,
    const struct ds_row *row, void *payload, dossier_error *err)
{
	struct ds_follow *follow = payload;
	const char *slugs;

	DS_TRY(sections_of(&slugs, follow, ds_row_text(row,
	    DS_F_DELIVERY_GROUNDS), err));
	return put_sections(text, follow, item, slugs, err);
}

static dossier_status
put_delivered(struct ds_follow *follow, struct ds_view *view,
    struct ds_value *map, dossier_error *err)
{
	const struct ds_listing listing = { "delivered", N_("Who has it "
	    "already"), (const int[]){ DS_F_DELIVERY_PARTY, DS_F_DELIVERY_ON,
	    DS_F_DELIVERY_FIELDS, DS_NO_FIELD }, N_("Sections"),
	    sections_delivered, follow };
	struct ds_row *rows;
	size_t count, kept = 0, i;
	const char *words;

	DS_TRY(ds_state_list(&rows, &count, follow->arena,
	    follow->session->book, DS_DELIVERY, follow->youth.id, err));
	for (i = 0; i < count; i++) {
		if (ds_row_int(&rows[i], DS_F_DELIVERY_PARTY) !=
		    ds_row_int(&follow->row, DS_F_GROUND_RECIPIENT))
			continue;
		DS_TRY(sections_of(&words, follow, ds_row_text(&rows[i],
		    DS_F_DELIVERY_GROUNDS), err));
		if (*words != '\0')
			rows[kept++] = rows[i];
	}
	DS_TRY(ds_present_rows(follow->doc, view, map, &listing, rows, kept,
	    err));
	ds_paragraph(follow->doc, "%s", ds_tr(follow->doc->language,
	    kept == 0 ? N_("Nothing has left on this ground.") :
	    N_("Ask them to erase it.")));
	return DOSSIER_OK;
}

dossier_status
ds_follow_say_withdraw(struct ds_follow *follow, dossier_document *doc,
    struct ds_view *view, struct ds_value *map, dossier_error *err)
{
	const struct ds_listing ended = { "withdrawn", N_("Withdrawn"),
	    (const int[]){ DS_F_GROUND_KIND, DS_F_GROUND_SECTIONS,
	    DS_F_GROUND_GIVEN_BY, DS_F_GROUND_GIVER, DS_F_GROUND_FROM,
	    DS_NO_FIELD }, NULL, NULL, NULL };
	const char *gone;

	follow->doc = doc;
	DS_TRY(put_sections(&gone, follow, map, follow->gone, err));
	DS_TRY(ds_present_rows(doc, view, map, &ended, follow->withdrawn,
	    follow->withdrawn_count, err));
	ds_paragraph(doc, ds_tr(doc->language, N_("From now on nothing "
	    "leaves on this ground: %s.")), gone);
	return put_delivered(follow, view, map, err);
}
