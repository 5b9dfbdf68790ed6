/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Who looked. Each step about this dossier, and each long list in which it
 * may have stood, in the six fields of BIO2 8.15.01: action, object, result,
 * origin, actor and time. Of others that were looked at with it nothing is
 * told.
 */
#include "flows/disclose.h"

#include <string.h>

#include "base/text.h"
#include "flows/look.h"
#include "flows/present.h"
#include "flows/say.h"

struct look {				/* columns of log_between */
	int64_t step;
	const char *at, *day, *name, *role, *origin, *action, *object,
	    *result, *reason;
};

/* The ref of this dossier, or of one that went into it, that is in there. */
static const char *
own_ref(const struct ds_disclose *disclose, const char *object)
{
	const char *ref = ds_row_text(&disclose->youth, DS_F_YOUTH_REF);
	size_t i;

	if (ds_text_has_word(object, ref))
		return ref;
	for (i = 0; i < disclose->log.merged_count; i++)
		if (ds_text_has_word(object, disclose->log.merged[i].ref))
			return disclose->log.merged[i].ref;
	return NULL;
}

/* NULL: it is about something else. */
static const char *
object_of(const struct ds_disclose *disclose, int64_t step,
    const char *object)
{
	const char *ref = own_ref(disclose, object);

	if (ref != NULL)
		return ref;
	return strncmp(object, DS_LOOK_LIST, strlen(DS_LOOK_LIST)) == 0 &&
	    disclose->log.count > 0 && step >= disclose->log.entries[0].txn ?
	    object : NULL;
}

static void
put_data(struct ds_disclose *disclose, struct ds_value *list,
    const struct look *look)
{
	dossier_document *doc = disclose->doc;
	struct ds_value *item = ds_put_map(doc, list, NULL);
	bool given = strcmp(look->action, "disclose") == 0;

	ds_put_int(doc, item, "step", look->step);
	ds_put_text(doc, item, "action", look->action);
	ds_put_text(doc, item, "object", look->object);
	ds_put_text(doc, item, "result", look->result);
	ds_put_text(doc, item, "origin", look->origin);
	ds_put_text(doc, item, "actor", look->name);
	ds_put_text(doc, item, "role", look->role);
	ds_put_text(doc, item, "time", look->at);
	ds_put_text(doc, item, "day", look->day);
	ds_put_text(doc, item, "given_to", given ? look->reason : NULL);
}

static const char *
result_text(struct ds_disclose *disclose, const struct look *look)
{
	dossier_document *doc = disclose->doc;
	const char *text = ds_log_result(doc, disclose->arena, look->result);

	if (look->reason == NULL || strcmp(look->action, "disclose") != 0)
		return text;
	return ds_say(doc, disclose->arena, N_("%s, to: %s"), text,
	    look->reason);
}

static void
put_row(struct ds_disclose *disclose, struct ds_block *table,
    const struct look *look)
{
	dossier_document *doc = disclose->doc;
	struct ds_arena *arena = disclose->arena;
	struct ds_cells *row = ds_table_row(doc, table);
	dossier_day day = ds_day_from_iso(look->day);

	ds_cell(doc, row, 0, ds_log_stack(doc, arena, ds_say_day(doc, arena,
	    day), ds_log_moment(doc, arena, look->at)));
	ds_cell(doc, row, 1, ds_log_person(doc, arena, look->name,
	    look->role));
	ds_cell(doc, row, 2, ds_log_stack(doc, arena, look->action,
	    result_text(disclose, look)));
	ds_cell(doc, row, 3, ds_log_stack(doc, arena, look->object,
	    look->origin));
}

static void
put_step(struct ds_disclose *disclose, struct ds_value *list,
    struct ds_block *table, struct ds_stmt *stmt)
{
	struct look look = { ds_col_int(stmt, 0), ds_col_text(stmt, 1),
	    ds_col_text(stmt, 2), ds_col_text(stmt, 3), ds_col_text(stmt, 4),
	    ds_col_text(stmt, 5), ds_col_text(stmt, 6), ds_col_text(stmt, 7),
	    ds_col_text(stmt, 8), ds_col_text(stmt, 9) };

	look.object = object_of(disclose, look.step, look.object);
	if (look.object == NULL)
		return;
	put_data(disclose, list, &look);
	put_row(disclose, table, &look);
}

dossier_status
ds_disclose_looks(struct ds_disclose *disclose, dossier_error *err)
{
	dossier_document *doc = disclose->doc;
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Day, and when (UTC)")), DS_LEFT },
		{ ds_tr(lang, N_("Who")), DS_LEFT },
		{ ds_tr(lang, N_("What, and how it ended")), DS_LEFT },
		{ ds_tr(lang, N_("About, and from where")), DS_LEFT },
	};
	struct ds_value *list = ds_put_list(doc, disclose->map, "looks");
	struct ds_block *table;
	struct ds_stmt *stmt;
	bool row;

	ds_present_heading(doc, N_("Who looked or worked in it"));
	ds_paragraph(doc, "%s", ds_tr(lang, N_("A line that is about a list "
	    "is a long list in which this dossier may have stood.")));
	table = ds_table(doc, NULL, columns, 4);
	DS_TRY(ds_sql(&stmt, disclose->session->store, DS_SQL_LOG_BETWEEN,
	    err));
	ds_bind_day(stmt, ":since", disclose->options->since);
	ds_bind_day(stmt, ":until", disclose->options->until);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		put_step(disclose, list, table, stmt);
	}
}
