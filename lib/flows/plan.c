/* SPDX-License-Identifier: EUPL-1.2 */
/* From a file's header to a plan: which column is which. */
#include "flows/sheet.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "base/yaml.h"

static dossier_status
start(struct ds_plan *plan, struct ds_arena *arena,
    const struct ds_sheet *sheet, size_t count, dossier_error *err)
{
	size_t i;

	memset(plan, 0, sizeof *plan);
	DS_TRY(ds_sheet_open(&plan->sheet, arena, sheet, err));
	plan->count = count;
	plan->target = ds_arena_alloc(arena, (count + 1) *
	    sizeof *plan->target);
	if (plan->target == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++)
		plan->target[i] = -1;
	for (i = 0; i < DS_MAX_COLUMNS; i++)
		plan->source[i] = -1;
	return DOSSIER_OK;
}

/* The first file column that names it wins; a second one is left out. */
static bool
assign(struct ds_plan *plan, size_t column, int target)
{
	if (target < 0 || plan->source[target] >= 0)
		return false;
	plan->source[target] = (int)column;
	plan->target[column] = target;
	return true;
}

static dossier_status
apply_presets(struct ds_plan *plan, struct ds_arena *arena,
    const char *const *set, size_t count, bool strict, dossier_error *err)
{
	const char *equals, *name;
	size_t i;
	int column;

	for (i = 0; i < count; i++) {
		equals = strchr(set[i], '=');
		if (equals == NULL)
			return ds_fail(err, DOSSIER_USAGE, N_("After --set "
			    "comes FIELD=VALUE, not %s."), set[i]);
		name = ds_arena_ndup(arena, set[i],
		    (size_t)(equals - set[i]));
		name = name == NULL ? NULL : ds_text_fold(arena, name);
		if (name == NULL)
			return ds_no_memory(err);
		column = ds_sheet_column_headed(plan->sheet, name);
		if (column < 0 && strict)
			return ds_fail(err, DOSSIER_USAGE, N_("--set names "
			    "%s, which is no field of this kind (%s)."),
			    set[i], plan->sheet->name);
		if (column < 0)
			continue;
		plan->preset[column] = ds_arena_dup(arena, equals + 1);
		if (plan->preset[column] == NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

/* A need that neither the header nor --set meets; 0: none. */
static unsigned
lacking(const struct ds_plan *plan)
{
	unsigned needs = ds_sheet_needs(plan->sheet);
	int i;

	for (i = 0; i < plan->sheet->count; i++)
		if (plan->source[i] >= 0 || plan->preset[i] != NULL)
			needs &= ~plan->sheet->columns[i].need;
	return needs & -needs;
}

static dossier_status
try_sheet(struct ds_plan *plan, int *known, struct ds_arena *arena,
    const struct ds_csv_row *header, const char *const *folded,
    const struct ds_sheet *sheet, const char *const *set, size_t set_count,
    dossier_error *err)
{
	size_t i;

	*known = 0;
	DS_TRY(start(plan, arena, sheet, header->count, err));
	for (i = 0; i < header->count; i++)
		if (assign(plan, i, ds_sheet_column_headed(plan->sheet,
		    folded[i])))
			++*known;
	return apply_presets(plan, arena, set, set_count, false, err);
}

static dossier_status
fold_header(const char ***out, struct ds_arena *arena,
    const struct ds_csv_row *header, dossier_error *err)
{
	size_t i;

	*out = ds_arena_alloc(arena, (header->count + 1) * sizeof **out);
	if (*out == NULL)
		return ds_no_memory(err);
	for (i = 0; i < header->count; i++) {
		(*out)[i] = ds_text_fold(arena, header->fields[i]);
		if ((*out)[i] == NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

static dossier_status
explain_lack(const struct ds_plan *plan, unsigned need, dossier_error *err)
{
	const struct ds_sheet *sheet = plan->sheet;
	const char *name = "?", *more = NULL;
	int i;

	for (i = sheet->count - 1; i >= 0; i--)
		if (sheet->columns[i].need & need) {
			more = sheet->columns[i].synonyms;
			name = sheet->columns[i].name;
		}
	ds_advise(err, N_("Add the column, give it to all rows with --set "
	    "%s=VALUE, or name your own headers with --map."), name);
	if (more == NULL)
		more = name;
	return ds_fail(err, DOSSIER_INVALID, N_("A file of this kind (%s) "
	    "needs a column %s (also: %.*s)."), sheet->name, name,
	    (int)strcspn(more, "|"), more);
}

/* Is there a column that only its record has, beside whose it is and when? */
static bool
tells(const struct ds_plan *plan)
{
	const struct ds_sheet_column *column;
	int i;

	if (!plan->sheet->is_case)
		return true;
	for (i = 0; i < plan->sheet->count; i++) {
		column = &plan->sheet->columns[i];
		if (plan->source[i] >= 0 && column->record ==
		    plan->sheet->records[0] && ds_record(column->record)
		    ->fields[column->field].type != DS_TYPE_DAY)
			return true;
	}
	return false;
}

/*
 * The sheet that knows most of the header and has all it needs; *equal is
 * how many know as much. In `out` the last of them.
 */
static dossier_status
best_sheet(struct ds_plan *out, int *most, int *equal,
    struct ds_arena *arena, const struct ds_csv_row *header,
    const char *const *folded, const char *const *set, size_t set_count,
    dossier_error *err)
{
	struct ds_plan plan;
	int known;
	size_t i;

	*most = *equal = 0;
	for (i = 0; i < ds_sheet_count; i++) {
		DS_TRY(try_sheet(&plan, &known, arena, header, folded,
		    &ds_sheets[i], set, set_count, err));
		if (lacking(&plan) != 0 || known < *most || !tells(&plan))
			continue;
		*equal = known == *most ? *equal + 1 : 1;
		*most = known;
		*out = plan;
	}
	return DOSSIER_OK;
}

static dossier_status
choose(struct ds_plan *out, struct ds_arena *arena,
    const struct ds_csv_row *header, const char *const *folded,
    const char *const *set, size_t set_count, dossier_error *err)
{
	int known, most, equal;
	struct ds_plan youths;

	DS_TRY(best_sheet(out, &most, &equal, arena, header, folded, set,
	    set_count, err));
	DS_TRY(try_sheet(&youths, &known, arena, header, folded,
	    &ds_sheets[0], set, set_count, err));
	/* Most of a pupil list, but a need unmet: say which. */
	if (lacking(&youths) != 0 && known >= 3 && (equal == 0 ||
	    (out->sheet->is_case && known > most)))
		return explain_lack(&youths, lacking(&youths), err);
	if (equal == 1)
		return DOSSIER_OK;
	ds_advise(err, N_("Say what it holds with --kind (youth, party, "
	    "contact, place, …), or name its columns with --map."));
	return ds_fail(err, DOSSIER_INVALID, N_("The header does not tell "
	    "what this file holds."));
}

dossier_status
ds_plan_make(struct ds_plan *out, struct ds_arena *arena,
    const struct ds_csv_row *header, const struct ds_sheet *sheet,
    const char *const *set, size_t set_count, dossier_error *err)
{
	const char **folded;
	int known;

	DS_TRY(fold_header(&folded, arena, header, err));
	if (sheet == NULL)
		DS_TRY(choose(out, arena, header, folded, set, set_count,
		    err));
	else
		DS_TRY(try_sheet(out, &known, arena, header, folded, sheet,
		    set, set_count, err));
	DS_TRY(apply_presets(out, arena, set, set_count, true, err));
	if (lacking(out) != 0)
		return explain_lack(out, lacking(out), err);
	return DOSSIER_OK;
}

/* ---- column maps ---- */

static dossier_status
map_fault(const struct ds_yaml *node, const char *file, dossier_error *err,
    const char *message)
{
	ds_fail(err, DOSSIER_INVALID, message, node->text != NULL ?
	    node->text : "");
	ds_locate(err, file, node->line, node->column);
	return DOSSIER_INVALID;
}

static dossier_status
map_columns(struct ds_plan *plan, struct ds_arena *arena,
    const struct ds_csv_row *header, const struct ds_yaml *columns,
    const char *file, dossier_error *err)
{
	const struct ds_yaml *entry;
	const char **folded, *wanted;
	int target;
	size_t i;

	DS_TRY(fold_header(&folded, arena, header, err));
	for (entry = columns->first; entry != NULL; entry = entry->next) {
		target = entry->text == NULL ? -1 :
		    ds_sheet_column_named(plan->sheet, entry->text);
		if (target < 0)
			return map_fault(entry, file, err, N_("A column is "
			    "mapped to %s, which is no field of this kind."));
		wanted = ds_text_fold(arena, entry->key);
		if (wanted == NULL)
			return ds_no_memory(err);
		for (i = 0; i < header->count; i++)
			if (strcmp(folded[i], wanted) == 0)
				assign(plan, i, target);
	}
	/* What the map does not name is recognised as always. */
	for (i = 0; i < header->count; i++)
		if (plan->target[i] < 0)
			assign(plan, i, ds_sheet_column_headed(plan->sheet,
			    folded[i]));
	return DOSSIER_OK;
}

dossier_status
ds_plan_map(struct ds_plan *out, struct ds_arena *arena,
    const struct ds_csv_row *header, const char *text, size_t size,
    const char *file, const char *const *set, size_t set_count,
    dossier_error *err)
{
	const struct ds_yaml *kind, *columns;
	const struct ds_sheet *sheet;
	struct ds_yaml *tree;

	DS_TRY(ds_yaml_parse(&tree, arena, text, size, file, err));
	kind = ds_yaml_get(tree, "kind");
	columns = ds_yaml_get(tree, "columns");
	if (kind == NULL || kind->text == NULL || columns == NULL ||
	    columns->kind != DS_YAML_MAP)
		return map_fault(tree, file, err, N_("A column map needs "
		    "'kind: youth' (or another kind) and 'columns:' with "
		    "lines of HEADER: field. %s"));
	sheet = ds_sheet_named(kind->text);
	if (sheet == NULL)
		return map_fault(kind, file, err,
		    N_("There is no kind of file %s."));
	DS_TRY(start(out, arena, sheet, header->count, err));
	DS_TRY(map_columns(out, arena, header, columns, file, err));
	DS_TRY(apply_presets(out, arena, set, set_count, true, err));
	if (lacking(out) != 0)
		return explain_lack(out, lacking(out), err);
	return DOSSIER_OK;
}

dossier_status
ds_plan_fingerprint(const char **out, struct ds_arena *arena,
    const struct ds_csv_row *header, dossier_error *err)
{
	unsigned char digest[DS_DIGEST_SIZE];
	struct ds_buf text = DS_BUF_INIT;
	const char **folded;
	dossier_status status = DOSSIER_OK;
	char *hex;
	size_t i;

	DS_TRY(fold_header(&folded, arena, header, err));
	for (i = 0; i < header->count; i++) {
		ds_buf_puts(&text, folded[i]);
		ds_buf_putc(&text, '\n');
	}
	hex = ds_arena_alloc(arena, 2 * DS_DIGEST_SIZE + 1);
	if (text.failed || hex == NULL) {
		status = ds_no_memory(err);
	} else {
		ds_digest_of(digest, text.data, text.size);
		*out = ds_hex(hex, digest, sizeof digest);
	}
	ds_buf_free(&text);
	return status;
}
