/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms that come back: a call on day 1, 7, 30 and 90. */
#include <string.h>

#include "rules/decide.h"

struct turns {
	const struct ds_term *term;
	dossier_day due[DS_MAX_REPEATS];
	dossier_day met[DS_MAX_REPEATS];	/* no day: unmet */
};

static bool
is_wanted(const struct ds_term *term, const struct ds_happened *happened)
{
	size_t i;

	for (i = 0; i < term->need_count; i++)
		if (term->needs[i].what == happened->what &&
		    strcmp(term->needs[i].kind, happened->kind) == 0)
			return true;
	return false;
}

/* The newest turn whose day has come by `day`; −1: none yet. */
static int
newest(const struct turns *turns, dossier_day day)
{
	int turn = (int)turns->term->repeat_count - 1;

	while (turn >= 0 && turns->due[turn].number > day.number)
		turn--;
	return turn;
}

static void
serve(struct turns *turns, dossier_day day)
{
	const struct ds_term *term = turns->term;
	int turn = newest(turns, day);

	if (turn < 0 || ds_day_known(turns->met[turn])) {
		turn++;
		if ((size_t)turn == term->repeat_count ||
		    ds_day_known(turns->met[turn]) || (term->has_window &&
		    ds_day_shift(turns->due[turn], term->window, -1).number >
		    day.number))
			return;
	}
	turns->met[turn] = day;
}

static void
meet(struct turns *turns, const struct ds_youth_facts *youth,
    dossier_day anchor, dossier_day today)
{
	const struct ds_happened *happened = youth->happened;
	size_t i;

	for (i = 0; i < youth->happened_count; i++, happened++)
		if (is_wanted(turns->term, happened) &&
		    happened->on.number >= anchor.number &&
		    happened->on.number <= today.number)
			serve(turns, happened->on);
}

/* Unmet before this turn. */
static int
missed_before(const struct turns *turns, int turn)
{
	int missed = 0;

	while (turn-- > 0)
		missed += !ds_day_known(turns->met[turn]);
	return missed;
}

void
ds_term_repeat(struct ds_term_result *out, const struct ds_term *term,
    const struct ds_youth_facts *youth, dossier_day anchor,
    dossier_day today)
{
	int count = (int)term->repeat_count, turn, i;
	struct turns turns = { .term = term };

	for (i = 0; i < count; i++) {
		turns.due[i] = ds_day_shift(anchor, term->repeats[i], 1);
		turns.met[i] = DOSSIER_NO_DAY;
	}
	meet(&turns, youth, anchor, today);
	turn = newest(&turns, today);
	/* The day itself is the last on which it is not late. */
	if (turn < 0 || ds_day_known(turns.met[turn]))
		turn++;
	while (turn < count && ds_day_known(turns.met[turn]))
		turn++;
	out->turns = count;
	out->turn = turn < count ? turn + 1 : count;
	out->missed = missed_before(&turns, turn);
	out->due = turns.due[out->turn - 1];
	if (turn < count) {
		ds_term_open(out, youth, today);
		return;
	}
	out->met_on = turns.met[count - 1];
	out->state = DS_TERM_MET;
}
