/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a pack's text becomes a pack. Every map of the language is a table of
 * keys: its name, whether it is needed, what reads its value and where that
 * goes. A new key is one line in such a table. Private to lib/rules.
 */
#ifndef DS_RULES_LOAD_H
#define DS_RULES_LOAD_H

#include <stddef.h>

#include "rules/pack.h"

struct ds_load {
	struct ds_arena *arena;
	const char *file;
	struct ds_pack *pack;		/* being filled */
	const struct ds_table *table;	/* whose rules are being read */
	enum ds_subject on;		/* of what is being read */
	const struct ds_yaml *tables;	/* all own tables; NULL: none */
};

/* Reads one value into `out`, which is what the key's field says. */
typedef dossier_status (*ds_load_read)(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);

struct ds_key {
	const char *name;		/* NULL ends a table */
	bool needed;
	ds_load_read read;
	size_t at;			/* the field's place in `out` */
};

/*
 * Read a map by its keys, in the order of the table. Unknown keys come with
 * the nearest right one, missing keys with the place of the map.
 */
dossier_status ds_load_map(struct ds_load *load, void *out,
    const struct ds_yaml *node, const struct ds_key *keys,
    dossier_error *err);
/* The same where the map may have other keys too. */
dossier_status ds_load_some(struct ds_load *load, void *out,
    const struct ds_yaml *node, const struct ds_key *keys,
    dossier_error *err);
/* One element of `size` bytes for each child of a list or map. */
dossier_status ds_load_each(struct ds_load *load, void *items,
    size_t *count, const struct ds_yaml *node, size_t size,
    ds_load_read read, dossier_error *err);

/* Refuse a list or map of more than so many. */
dossier_status ds_load_at_most(struct ds_load *load,
    const struct ds_yaml *node, size_t most, dossier_error *err);

/* ---- values ---- */

dossier_status ds_load_kind(struct ds_load *load, const struct ds_yaml *node,
    enum ds_yaml_kind kind, dossier_error *err);
/* A sentence: one line, blanks trimmed. `out` is const char *. */
dossier_status ds_load_text(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* The same, or a list of them joined by \n. */
dossier_status ds_load_texts(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* A name: small letters, digits, - and _. `out` is const char *. */
dossier_status ds_load_name(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* The same for the key under which a node stands. */
dossier_status ds_load_key_name(struct ds_load *load, const char **out,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_id(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* const char * */
dossier_status ds_load_day(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* dossier_day */
dossier_status ds_load_period(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* ds_period */
dossier_status ds_load_number(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* int, 0..999 */
dossier_status ds_load_bool(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* bool */
dossier_status ds_load_fact(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* int */
/* ds_subject, which is then that of the facts that follow. */
dossier_status ds_load_subject(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* ds_need, from one of the keys of DS_NEED_KEYS. */
dossier_status ds_load_need(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);

#define DS_NEED_KEYS(at) \
	{ "meeting", false, ds_load_need, (at) }, \
	{ "agreement", false, ds_load_need, (at) }, \
	{ "moment", false, ds_load_need, (at) }, \
	{ "placement", false, ds_load_need, (at) }, \
	{ "handover", false, ds_load_need, (at) }

/* Which of `words` a text is. */
dossier_status ds_load_choice(struct ds_load *load, int *out,
    const struct ds_yaml *node, const char *const *words, size_t count,
    dossier_error *err);
/* A slug of `codes`. */
dossier_status ds_load_code(struct ds_load *load, const char **out,
    const struct ds_yaml *node, const struct ds_code *codes,
    dossier_error *err);
/* The fact that the key of a node names. */
dossier_status ds_load_key_fact(struct ds_load *load, enum ds_fact *out,
    const struct ds_yaml *node, dossier_error *err);
/* Something that can happen: its key, and one word of that key's list. */
dossier_status ds_load_happening(struct ds_load *load, struct ds_need *out,
    const struct ds_yaml *node, const char *word, dossier_error *err);
/*
 * ds_output: named by the node's key. Some names have a meaning of their
 * own, so their values are checked.
 */
dossier_status ds_load_output(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* ds_input: a fact, or TABLE.OUTPUT of a table of this pack. */
dossier_status ds_load_input(struct ds_load *load, void *out,
    const struct ds_yaml *node, const char *name, dossier_error *err);
/*
 * Tests of the inputs of the table that is being read; outside a table the
 * keys themselves are the inputs.
 */
dossier_status ds_load_conditions(struct ds_load *load,
    const struct ds_input **inputs, size_t *input_count,
    const struct ds_condition **out, size_t *count,
    const struct ds_yaml *node, dossier_error *err);

dossier_status ds_load_day_fact(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* int; a day */
/* A slug of `codes`, as the key under which a node stands. */
dossier_status ds_load_key_code(struct ds_load *load, const char **out,
    const struct ds_yaml *node, const struct ds_code *codes,
    dossier_error *err);

/* ---- what the sections of a region share (load_region.c) ---- */

#define DS_MONEY_SCALE 2
#define DS_PERCENT_SCALE 2
#define DS_HOURS_SCALE 2
#define DS_NUMBER_SCALE 6

#define DS_SPAN_KEYS(type) \
	{ "from", false, ds_load_day, offsetof(type, span.from) }, \
	{ "until", false, ds_load_day, offsetof(type, span.until) }
#define DS_SOURCE_KEYS(type) \
	{ "source", false, ds_load_text, offsetof(type, source) }, \
	{ "doubt", false, ds_load_texts, offsetof(type, doubt) }

/* A list of texts that `read` reads; not empty, none twice. */
dossier_status ds_load_words(struct ds_load *load, struct ds_words *out,
    const struct ds_yaml *node, ds_load_read read, dossier_error *err);
/* const char *, each: a municipality code of four digits; a role; … */
dossier_status ds_load_municipality(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_role(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_party_kind(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* … a role or a kind of party. */
dossier_status ds_load_who(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_rhythm(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);	/* ds_rhythm */
/* ds_when: tests of facts of the subject at hand. */
dossier_status ds_load_when(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
/* An exact number, 0 or more, times 10^scale. */
dossier_status ds_load_amount(struct ds_load *load, int64_t *out,
    const struct ds_yaml *node, int scale, dossier_error *err);
/* int64_t: cents; hundredths of a percent, at most 100 %. */
dossier_status ds_load_money_amount(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_share(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err);
void ds_load_open_span(struct ds_span *span);
/* Is `until` of the map before its `from`, or its at_least over at_most? */
dossier_status ds_load_check_span(struct ds_load *load,
    const struct ds_yaml *node, const struct ds_span *span,
    dossier_error *err);
dossier_status ds_load_check_bounds(struct ds_load *load,
    const struct ds_yaml *node, int at_least, int at_most,
    dossier_error *err);

/* ---- faults ---- */

/* Puts the place of a value, or of its key, to a fault; returns `status`. */
dossier_status ds_load_at(struct ds_load *load, const struct ds_yaml *node,
    dossier_status status, dossier_error *err);
dossier_status ds_load_at_key(struct ds_load *load,
    const struct ds_yaml *node, dossier_status status, dossier_error *err);
/* What to write instead of `word`: the nearest, else all when few. */
void ds_load_suggest(const char *word, const char *const *words,
    size_t count, dossier_error *err);

/* The same from items, each of which begins with its name. */
void ds_load_suggest_item(const char *word, const void *items, size_t count,
    size_t size, dossier_error *err);
/*
 * A value that names none of the items; `message` has a place for it. Each
 * item begins with its name.
 */
dossier_status ds_load_unknown(struct ds_load *load,
    const struct ds_yaml *node, const char *message, const void *items,
    size_t count, size_t size, dossier_error *err);

/* A name and where it stands; no two may be the same. */
struct ds_seen {
	const char *name;
	const struct ds_yaml *node;
};
dossier_status ds_load_distinct(struct ds_load *load, struct ds_seen *seen,
    size_t count, dossier_error *err);

/* ---- the parts of a pack ---- */

/*
 * The base's elements with those of the same name replaced, then the new
 * ones. Each element begins with its name.
 */
dossier_status ds_load_merge(struct ds_load *load, void *items,
    size_t *count, const void *own, size_t own_count, size_t size,
    dossier_error *err);

/* A map of named things, `read` one by one, over those of the base. */
dossier_status ds_load_named(struct ds_load *load, void *items,
    size_t *count, const struct ds_yaml *node, size_t size,
    ds_load_read read, dossier_error *err);

dossier_status ds_load_parameters(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_tables(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_terms(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/*
 * load_bind.c: tables that use other tables: these exist, say what is asked,
 * and never lead back. With the base's tables, as the pack has them.
 */
dossier_status ds_load_bind(struct ds_load *load, dossier_error *err);
/* The terms of the base take the pack's own tables for their periods. */
dossier_status ds_load_rebind(struct ds_load *load, dossier_error *err);
dossier_status ds_load_no_table(struct ds_load *load,
    const struct ds_yaml *node, dossier_error *err);
/* The first rule without that output; NULL: there is none. */
const struct ds_rule *ds_load_rule_without(const struct ds_table *table,
    const char *output);
dossier_status ds_load_norms(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* load_checklist.c */
dossier_status ds_load_checklists(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* load_policy.c */
dossier_status ds_load_grounds(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_roles(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_reasons(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_domain_sets(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_instruments(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* load_vocabulary.c, load_programme.c, load_track.c, load_meeting.c */
dossier_status ds_load_vocabularies(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_programmes(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* The programmes of the base are entered by the pack's own tables. */
dossier_status ds_load_check_entries(struct ds_load *load,
    dossier_error *err);
dossier_status ds_load_tracks(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_meetings(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* load_end.c, load_money.c */
dossier_status ds_load_ends(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
/* The end rules of the base end by the pack's own terms. */
dossier_status ds_load_check_ends(struct ds_load *load,
    const struct ds_yaml *root, dossier_error *err);
dossier_status ds_load_money(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_figures(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);
dossier_status ds_load_examples(struct ds_load *load, void *pack,
    const struct ds_yaml *node, dossier_error *err);

/* ---- cells and values ---- */

/* A fact's value as packs write it: 49.9, vso, 2026-07-31, yes. */
dossier_status ds_fact_parse(struct ds_fact_value *out,
    struct ds_arena *arena, const struct ds_fact_def *def, const char *text,
    dossier_error *err);
/* Periods in months and in days, in a cell or a column. */
dossier_status ds_cell_two_measures(const struct ds_fact_def *def,
    dossier_error *err);
dossier_status ds_cell_parse(struct ds_cell *out, struct ds_arena *arena,
    const struct ds_fact_def *def, const char *text, dossier_error *err);

#endif
