/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading the single values of a pack. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "rules/load.h"

#define LONGEST_NAME 64
#define MAX_WORDS 64		/* of a code list */

/* ---- texts and names ---- */

/* Lines of a folded text become one; it must say something. */
static dossier_status
one_line(const char **out, struct ds_load *load, const struct ds_yaml *node,
    dossier_error *err)
{
	char *text, *p;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	text = ds_arena_dup(load->arena, node->text);
	if (text == NULL)
		return ds_no_memory(err);
	for (p = text; *p != '\0'; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	ds_text_trim(text);
	if (*text == '\0')
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A text is empty.")), err);
	if (ds_text_has_control(text))
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A text holds characters that cannot be shown.")),
		    err);
	*out = text;
	return DOSSIER_OK;
}

dossier_status
ds_load_text(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return one_line(out, load, node, err);
}

static dossier_status
join_lines(struct ds_buf *all, struct ds_load *load,
    const struct ds_yaml *list, dossier_error *err)
{
	const struct ds_yaml *child;
	const char *text;

	for (child = list->first; child != NULL; child = child->next) {
		DS_TRY(one_line(&text, load, child, err));
		ds_buf_puts(all, child == list->first ? "" : "\n");
		ds_buf_puts(all, text);
	}
	return all->failed ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_load_texts(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_buf all = DS_BUF_INIT;
	const char **texts = out;
	dossier_status status;

	if (node->kind != DS_YAML_LIST)
		return one_line(texts, load, node, err);
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A list is empty.")), err);
	status = join_lines(&all, load, node, err);
	if (status == DOSSIER_OK) {
		*texts = ds_arena_dup(load->arena, all.data);
		if (*texts == NULL)
			status = ds_no_memory(err);
	}
	ds_buf_free(&all);
	return status;
}

static bool
is_name(const char *text, bool capitals)
{
	static const char small[] = "abcdefghijklmnopqrstuvwxyz0123456789-_";
	static const char all[] = "abcdefghijklmnopqrstuvwxyz0123456789-_"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ.";
	size_t size = strlen(text);

	return size > 0 && size <= LONGEST_NAME && text[0] != '-' &&
	    strspn(text, capitals ? all : small) == size;
}

static dossier_status
bad_name(const char *text, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID,
	    N_("\"%s\" cannot be a name here."), text);
	ds_advise(err, N_("Use at most %d small letters, digits, - and _."),
	    LONGEST_NAME);
	return DOSSIER_INVALID;
}

dossier_status
ds_load_name(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char **name = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*name = node->text;
	if (is_name(node->text, false))
		return DOSSIER_OK;
	return ds_load_at(load, node, bad_name(node->text, err), err);
}

dossier_status
ds_load_key_name(struct ds_load *load, const char **out,
    const struct ds_yaml *node, dossier_error *err)
{
	*out = node->key;
	if (is_name(node->key, false))
		return DOSSIER_OK;
	return ds_load_at_key(load, node, bad_name(node->key, err), err);
}

dossier_status
ds_load_id(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char **id = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*id = node->text;
	if (is_name(node->text, true))
		return DOSSIER_OK;
	ds_fail(err, DOSSIER_INVALID,
	    N_("\"%s\" cannot be used here."), node->text);
	ds_advise(err, N_("Use at most %d letters, digits, points, - and _."),
	    LONGEST_NAME);
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

/* ---- days, periods, numbers ---- */

dossier_status
ds_load_day(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	dossier_day *day = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*day = ds_day_from_iso(node->text);
	if (ds_day_known(*day))
		return DOSSIER_OK;
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is not a day."),
	    node->text);
	ds_advise(err, N_("Write year, month and day, such as 2026-07-31."));
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_period(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node,
	    ds_period_parse(out, node->text, err), err);
}

dossier_status
ds_load_number(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int64_t number;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	if (!ds_decimal_parse(&number, node->text, 0) || number < 0 ||
	    number > 999)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is not a whole number from 0 to 999."),
		    node->text), err);
	*(int *)out = (int)number;
	return DOSSIER_OK;
}

/* ---- words of a fixed list ---- */

dossier_status
ds_load_choice(struct ds_load *load, int *out, const struct ds_yaml *node,
    const char *const *words, size_t count, dossier_error *err)
{
	size_t i;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	for (i = 0; i < count; i++) {
		if (strcmp(words[i], node->text) != 0)
			continue;
		*out = (int)i;
		return DOSSIER_OK;
	}
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no word that can stand "
	    "here."), node->text);
	ds_load_suggest(node->text, words, count, err);
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_code(struct ds_load *load, const char **out,
    const struct ds_yaml *node, const struct ds_code *codes,
    dossier_error *err)
{
	const char *slugs[MAX_WORDS];
	size_t count;
	int chosen;

	for (count = 0; count < MAX_WORDS && codes[count].slug != NULL;
	    count++)
		slugs[count] = codes[count].slug;
	DS_TRY(ds_load_choice(load, &chosen, node, slugs, count, err));
	*out = slugs[chosen];
	return DOSSIER_OK;
}

dossier_status
ds_load_key_code(struct ds_load *load, const char **out,
    const struct ds_yaml *node, const struct ds_code *codes,
    dossier_error *err)
{
	struct ds_yaml key = *node;

	key.kind = DS_YAML_TEXT;
	key.text = node->key;
	key.line = node->key_line;
	key.column = node->key_column;
	return ds_load_code(load, out, &key, codes, err);
}

dossier_status
ds_load_bool(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const char *const words[] = {
		"no", "yes", "nee", "ja", "false", "true"
	};
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, words, 6, err));
	*(bool *)out = chosen % 2 == 1;
	return DOSSIER_OK;
}

dossier_status
ds_load_subject(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *words[DS_SUBJECT_COUNT];
	int chosen, i;

	for (i = 0; i < DS_SUBJECT_COUNT; i++)
		words[i] = ds_subject_name((enum ds_subject)i);
	DS_TRY(ds_load_choice(load, &chosen, node, words, DS_SUBJECT_COUNT,
	    err));
	load->on = *(enum ds_subject *)out = (enum ds_subject)chosen;
	return DOSSIER_OK;
}

static dossier_status
no_fact(const char *name, enum ds_subject on, dossier_error *err)
{
	const char *names[DS_FACT_COUNT];
	size_t i, count = 0;

	for (i = 0; i < DS_FACT_COUNT; i++)
		if (ds_fact_defs[i].on == on)
			names[count++] = ds_fact_defs[i].name;
	ds_fail(err, DOSSIER_INVALID, N_("There is no fact \"%s\"."), name);
	ds_load_suggest(name, names, count, err);
	return DOSSIER_INVALID;
}

dossier_status
ds_load_fact(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int *fact = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*fact = ds_fact_named(node->text, load->on);
	if (*fact >= 0)
		return DOSSIER_OK;
	return ds_load_at(load, node, no_fact(node->text, load->on, err),
	    err);
}

dossier_status
ds_load_key_fact(struct ds_load *load, enum ds_fact *out,
    const struct ds_yaml *node, dossier_error *err)
{
	int fact = ds_fact_named(node->key, load->on);

	if (fact < 0)
		return ds_load_at_key(load, node, no_fact(node->key,
		    load->on, err), err);
	*out = (enum ds_fact)fact;
	return DOSSIER_OK;
}

dossier_status
ds_load_day_fact(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_fact(load, out, node, err));
	if (ds_fact_defs[*(int *)out].type == DS_FACT_DAY)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("The fact \"%s\" is not a day."), node->text), err);
}

/* ---- what a test asks about ---- */

/* Does a table collect? The own ones may still be unread. */
static bool
collects(const struct ds_load *load, const char *name)
{
	const struct ds_yaml *own = load->tables == NULL ? NULL :
	    ds_yaml_get(load->tables, name), *hit;
	const struct ds_table *table;

	if (own == NULL) {
		table = ds_pack_table(load->pack, name);
		return table != NULL && table->hit == DS_HIT_COLLECT;
	}
	hit = own->kind == DS_YAML_MAP ? ds_yaml_get(own, "hit") : NULL;
	return hit != NULL && hit->kind == DS_YAML_TEXT &&
	    strcmp(hit->text, "collect") == 0;
}

/* "doelgroep.groep": what the table says under that name. */
static dossier_status
read_said(struct ds_load *load, struct ds_input *input, const char *name,
    const char *dot, dossier_error *err)
{
	struct ds_fact_def *def = ds_arena_alloc(load->arena, sizeof *def);

	input->fact = -1;
	input->table = ds_arena_ndup(load->arena, name, (size_t)(dot - name));
	input->output = ds_arena_dup(load->arena, dot + 1);
	if (def == NULL || input->table == NULL || input->output == NULL)
		return ds_no_memory(err);
	*def = (struct ds_fact_def){ .name = name, .label = name,
	    .type = collects(load, input->table) ? DS_FACT_SET :
	    DS_FACT_TEXT, .on = load->on };
	input->def = def;
	return DOSSIER_OK;
}

dossier_status
ds_load_input(struct ds_load *load, void *out, const struct ds_yaml *node,
    const char *name, dossier_error *err)
{
	struct ds_input *input = out;
	const char *dot = strchr(name, '.');

	input->line = node->line;
	input->column = node->column;
	if (dot != NULL)
		return read_said(load, input, name, dot, err);
	input->fact = ds_fact_named(name, load->on);
	if (input->fact < 0)
		return no_fact(name, load->on, err);
	input->def = &ds_fact_defs[input->fact];
	return DOSSIER_OK;
}
