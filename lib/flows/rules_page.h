/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A pack told part by part: `rules show` prints it, `rules use` holds two
 * versions against each other, `rules compare` names what differs. Private
 * to lib/flows/rules_*.c.
 */
#ifndef DS_FLOWS_RULES_PAGE_H
#define DS_FLOWS_RULES_PAGE_H

#include "flows/say.h"
#include "flows/session.h"

struct ds_rules_page {
	dossier_session *session;
	dossier_document *doc;
	struct ds_arena arena;		/* scratch */
	const struct ds_pack *pack;
};

/*
 * One section of the rule language. Everything that stands in a section
 * begins with its name, by which a pack replaces what it extends.
 */
struct ds_rules_section {
	const char *key;		/* as packs write it, and in data */
	const char *title;		/* English, marked */
	const char *one;		/* "Decision table", marked */
	size_t items, count, size;	/* in the pack; of one */
	size_t label;			/* in one; DS_NO_LABEL: it has none */
	/* What it says, without its name, label and who states it. */
	void (*put)(struct ds_rules_page *page, struct ds_value *map,
	    const void *item);
	/*
	 * For people: lines under a heading of its own; or, with columns
	 * (marked; NULL ends them), cells from 1 on of one row.
	 */
	const char *columns[6];
	void (*tell)(struct ds_rules_page *page, struct ds_cells *row,
	    const void *item);
};

#define DS_NO_LABEL SIZE_MAX

extern const struct ds_rules_section ds_rules_sections[];
extern const size_t ds_rules_section_count;

/* In the order of the pack. */
size_t ds_rules_count(const struct ds_rules_section *section,
    const struct ds_pack *pack);
const void *ds_rules_at(const struct ds_rules_section *section,
    const struct ds_pack *pack, size_t index);
const char *ds_rules_name(const void *item);
/* Its label; the name where it has none. */
const char *ds_rules_label(const struct ds_rules_section *section,
    const void *item);
/* By name, or NULL. */
const void *ds_rules_named(const struct ds_rules_section *section,
    const struct ds_pack *pack, const char *name);
/* The pack that states it: `pack` itself or one that it extends. */
const struct ds_pack *ds_rules_stated_by(
    const struct ds_rules_section *section, const struct ds_pack *pack,
    const void *item);

/* "PACK" or "PACK@VERSION", as ds_library_find. */
dossier_status ds_rules_find(size_t *index, struct ds_library *library,
    const char *text, dossier_day day, dossier_error *err);
/* DOSSIER_NOT_FOUND with the names that there are. */
dossier_status ds_rules_find_table(const struct ds_table **out,
    const struct ds_pack *pack, const char *name, dossier_error *err);

/* A map in `list` with all that is stated; own: by the page's pack. */
void ds_rules_put(struct ds_rules_page *page, struct ds_value *list,
    const struct ds_rules_section *section, const void *item);
/*
 * Do both say the same, whoever states it? *before and *after get the keys
 * that differ with what they say: "at_most: 2" and "at_most: 3".
 */
bool ds_rules_same(struct ds_rules_page *page,
    const struct ds_rules_section *section, const void *left,
    const void *right, const char **before, const char **after);

/* ---- what the parts say ---- */

#define DS_RULES_PART(name) \
	void ds_rules_put_##name(struct ds_rules_page *page, \
	    struct ds_value *map, const void *item); \
	void ds_rules_tell_##name(struct ds_rules_page *page, \
	    struct ds_cells *row, const void *item)

DS_RULES_PART(table);			/* rules_table.c */
DS_RULES_PART(term);			/* rules_term.c */
DS_RULES_PART(norm);
DS_RULES_PART(checklist);
DS_RULES_PART(parameter);		/* rules_region.c */
DS_RULES_PART(vocabulary);
DS_RULES_PART(programme);
DS_RULES_PART(track);
DS_RULES_PART(meeting);
DS_RULES_PART(end);
DS_RULES_PART(head);			/* rules_money.c */
DS_RULES_PART(payer);
DS_RULES_PART(figure);
DS_RULES_PART(domain_set);		/* rules_policy.c */
DS_RULES_PART(instrument);
DS_RULES_PART(ground);
DS_RULES_PART(role);
DS_RULES_PART(reason);

/* ---- words (rules_words.c) ---- */

/* Because, source and doubts, for machines; each may be NULL. */
void ds_rules_put_why(struct ds_rules_page *page, struct ds_value *map,
    const char *because, const char *source, const char *doubt);
/* The same as lines for people. */
void ds_rules_tell_why(struct ds_rules_page *page, const char *because,
    const char *source, const char *doubt);
/* "wage_value: >= 50; age: < 18"; "" without conditions. */
const char *ds_rules_when(struct ds_rules_page *page,
    const struct ds_input *inputs, const struct ds_condition *conditions,
    size_t count);
void ds_rules_put_when(struct ds_rules_page *page, struct ds_value *map,
    const char *key, const struct ds_input *inputs,
    const struct ds_condition *conditions, size_t count);
/* "6 months", "1 year", "28 days"; and as ISO: "P6M". */
const char *ds_rules_period(struct ds_rules_page *page,
    struct ds_period period);
const char *ds_rules_iso(struct ds_rules_page *page,
    struct ds_period period);
/* "from 01-01-2026 until 31-12-2026"; NULL when both are open. */
const char *ds_rules_span(struct ds_rules_page *page, struct ds_span span);
/* "1 to 2", "at most 2"; NULL: neither is stated (−1). */
const char *ds_rules_number(struct ds_rules_page *page, int at_least,
    int at_most);
void ds_rules_put_number(struct ds_rules_page *page, struct ds_value *map,
    const char *key, int number);
/* Slugs by their labels in `codes` (NULL: as they are); NULL: none. */
const char *ds_rules_words(struct ds_rules_page *page,
    const struct ds_words *words, const struct ds_code *codes);
void ds_rules_put_words(struct ds_rules_page *page, struct ds_value *map,
    const char *key, const struct ds_words *words);
/* What a rule says: "route: bbl; period: P6M". */
const char *ds_rules_outputs(struct ds_rules_page *page,
    const struct ds_rule *rule);
/* How a table decides, in a sentence. */
const char *ds_rules_hit(const struct ds_rules_page *page,
    const struct ds_table *table);

#endif
