/* SPDX-License-Identifier: EUPL-1.2 */
/* What is kept of a row, and the facts of what a case holds. */
#include "rules/facts_take.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- one value ---- */

struct ds_case *
ds_take_case(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	return &chunk->cases[ds_col_int(stmt, 0) - chunk->lo];
}

const char *
ds_take_keep(struct ds_chunk *chunk, struct ds_stmt *stmt, int column)
{
	const char *text = ds_col_text(stmt, column), *copy;

	if (text == NULL)
		return NULL;
	copy = ds_arena_dup(&chunk->arena, text);
	if (copy == NULL)
		chunk->failed = true;
	return copy;
}

void
ds_take_text(struct ds_case *c, enum ds_fact fact, const char *text,
    dossier_day on)
{
	struct ds_fact_value *value = &c->facts.fact[fact];

	value->known = text != NULL;
	value->text = text;
	value->on = on;
}

void
ds_take_number(struct ds_case *c, enum ds_fact fact, int64_t number,
    dossier_day on)
{
	struct ds_fact_value *value = &c->facts.fact[fact];

	value->known = true;
	value->number = number;
	value->on = on;
}

void
ds_take_day(struct ds_case *c, enum ds_fact fact, dossier_day day,
    dossier_day on)
{
	if (ds_day_known(day))
		ds_take_number(c, fact, day.number, on);
	else
		c->facts.fact[fact].known = false;
}

void
ds_take_since(const struct ds_chunk *chunk, struct ds_case *c,
    enum ds_fact fact, dossier_day from)
{
	c->facts.fact[fact].known = false;
	if (ds_day_known(from))
		ds_fact_since(&c->facts.fact[fact], from, chunk->day);
}

static bool
has_word(const struct ds_fact_value *fact, const char *word)
{
	size_t i;

	for (i = 0; i < fact->word_count; i++)
		if (strcmp(fact->words[i], word) == 0)
			return true;
	return false;
}

void
ds_take_word(struct ds_chunk *chunk, struct ds_case *c, enum ds_fact fact,
    const char *word, dossier_day on)
{
	struct ds_fact_value *set = &c->facts.fact[fact];
	const char **words;

	set->known = true;
	set->on = on;
	if (word == NULL || has_word(set, word))
		return;
	words = ds_arena_alloc(&chunk->arena,
	    (set->word_count + 1) * sizeof *words);
	if (words == NULL) {
		chunk->failed = true;
		return;
	}
	if (set->word_count > 0)
		memcpy(words, set->words, set->word_count * sizeof *words);
	words[set->word_count++] = word;
	set->words = words;
}

const struct ds_pack *
ds_take_pack(struct ds_chunk *chunk, const struct ds_case *c)
{
	const struct ds_fact_value *place =
	    &c->facts.fact[DS_FACT_MUNICIPALITY];
	const struct ds_pack *pack;
	const char *why;

	if (chunk->library == NULL || chunk->broken != DOSSIER_OK)
		return NULL;
	chunk->broken = ds_library_pack(&pack, chunk->library,
	    place->known ? place->text : NULL, chunk->day, &why, chunk->err);
	return chunk->broken != DOSSIER_OK ? NULL : pack;
}

bool
ds_take_is_older(const struct ds_case *c, enum ds_fact fact, dossier_day on)
{
	return c->facts.fact[fact].known &&
	    c->facts.fact[fact].on.number > on.number;
}

/* ---- level, guidance, qualification, scheme ---- */

/*
 * "mbo-2" and "niveau 3" are 2 and 3; "mbo 2-4" is no one number, and "1F"
 * is a level of another kind.
 */
static bool
one_number(int64_t *out, const char *text)
{
	const char *at = text + strcspn(text, "0123456789"), *end;
	size_t digits = strspn(at, "0123456789");

	end = at + digits;
	if (digits == 0 || digits > 2 || isalpha((unsigned char)*end) ||
	    strpbrk(end, "0123456789") != NULL)
		return false;
	*out = strtol(at, NULL, 10);
	return true;
}

void
ds_take_opp(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	const char *level = ds_take_keep(chunk, stmt, 1);
	dossier_day on = ds_col_day(stmt, 2);
	int64_t number;

	ds_take_text(c, DS_FACT_LEVEL, level, on);
	c->facts.fact[DS_FACT_LEVEL_NUMBER].known = false;
	if (level != NULL && one_number(&number, level))
		ds_take_number(c, DS_FACT_LEVEL_NUMBER, number, on);
}

void
ds_take_work_profile(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	ds_take_text(ds_take_case(chunk, stmt), DS_FACT_GUIDANCE,
	    ds_take_keep(chunk, stmt, 1), ds_col_day(stmt, 2));
}

/*
 * One that counts is enough. That there is none can only be said when it is
 * known of all that are recorded.
 */
void
ds_take_qualification(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);

	if (ds_col_int(stmt, 1) == 1)
		ds_take_number(c, DS_FACT_START_QUALIFICATION, 1,
		    ds_col_day(stmt, 2));
	else if (ds_col_int(stmt, 3) == 0)
		ds_take_number(c, DS_FACT_START_QUALIFICATION, 0,
		    ds_col_day(stmt, 4));
}

/* That the scheme is unknown can be recorded; to a rule it is not known. */
void
ds_take_scheme(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	const char *scheme = ds_take_keep(chunk, stmt, 1);

	if (scheme != NULL && strcmp(scheme, "onbekend") == 0)
		scheme = NULL;
	ds_take_text(ds_take_case(chunk, stmt), DS_FACT_SCHEME, scheme,
	    ds_col_day(stmt, 2));
}

/* ---- registers ---- */

static const struct {
	const char *slug;		/* of ds_codes_register */
	enum ds_fact fact;
} registers[] = {
	{ "doelgroepregister", DS_FACT_IN_DOELGROEPREGISTER },
	{ "banenafspraak", DS_FACT_IN_BANENAFSPRAAK },
	{ "beschut-werk", DS_FACT_IN_BESCHUT_WERK },
	{ "arbeidsvermogen", DS_FACT_IN_ARBEIDSVERMOGEN },
	{ "wajong", DS_FACT_IN_WAJONG },
	{ "lks", DS_FACT_IN_LKS },
	{ "wlz", DS_FACT_IN_WLZ },
	{ "wmo", DS_FACT_IN_WMO },
	{ "jeugdhulp", DS_FACT_IN_JEUGDHULP }
};

#define REGISTER_COUNT (sizeof registers / sizeof registers[0])

/*
 * Registered is only who was taken up, within the period. An application
 * says "not yet" where nothing else is known: it ends no registration.
 */
static void
take_entry(struct ds_fact_value *fact, const char *status, dossier_day from,
    bool holds)
{
	bool is_in = strcmp(status, "opgenomen") == 0;
	bool ends = strcmp(status, "beeindigd") == 0 ||
	    strcmp(status, "afgewezen") == 0;

	if (fact->known && !(is_in && holds) && !ends)
		return;
	fact->known = true;
	fact->number = is_in && holds;
	fact->on = from;
}

void
ds_take_register(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	const char *slug = ds_col_text(stmt, 1);
	size_t i;

	for (i = 0; slug != NULL && i < REGISTER_COUNT; i++)
		if (strcmp(registers[i].slug, slug) == 0)
			take_entry(&c->facts.fact[registers[i].fact],
			    ds_col_text(stmt, 2), ds_col_day(stmt, 3),
			    ds_col_int(stmt, 4) != 0);
}

/* ---- life domains: the lowest and how many, never a sum ---- */

static const struct ds_domain_set *
set_of(struct ds_chunk *chunk, const struct ds_case *c, const char *name)
{
	const struct ds_pack *pack = ds_take_pack(chunk, c);

	return pack == NULL || name == NULL ? NULL :
	    ds_pack_domain_set(pack, name);
}

static dossier_day
later(const struct ds_fact_value *fact, dossier_day on)
{
	return fact->known && fact->on.number > on.number ? fact->on : on;
}

void
ds_take_domain(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	struct ds_fact_value *lowest = &c->facts.fact[DS_FACT_DOMAIN_LOWEST];
	struct ds_fact_value *acute = &c->facts.fact[DS_FACT_DOMAINS_ACUTE];
	const struct ds_domain_set *set = set_of(chunk, c,
	    ds_col_text(stmt, 1));
	dossier_day on = later(lowest, ds_col_day(stmt, 3));
	int64_t score = ds_col_int(stmt, 2);

	if (set != NULL && set->acute >= 0) {
		ds_take_number(c, DS_FACT_DOMAINS_ACUTE,
		    acute->number + (score <= set->acute), on);
		ds_take_word(chunk, c, DS_FACT_ACUTE_DOMAINS,
		    score <= set->acute ? ds_take_keep(chunk, stmt, 4) : NULL,
		    on);
	}
	ds_take_number(c, DS_FACT_DOMAIN_LOWEST,
	    lowest->known && lowest->number < score ? lowest->number : score,
	    on);
}

/* ---- asked, and there was nothing ---- */

static void
take_nothing(struct ds_case *c, enum ds_fact fact, const char *code,
    dossier_day on)
{
	struct ds_fact_value *value = &c->facts.fact[fact];

	if (value->known && value->on.number >= on.number)
		return;
	ds_take_number(c, fact, 0, on);
	value->text = code;
	value->word_count = 0;
}

void
ds_take_answer(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	static const char prefix[] = "register:";
	struct ds_case *c = ds_take_case(chunk, stmt);
	const char *subject = ds_col_text(stmt, 1), *slug;
	dossier_day on = ds_col_day(stmt, 2);
	bool all = strcmp(subject, "register") == 0;
	size_t i;

	if (strcmp(subject, "scheme") == 0)
		take_nothing(c, DS_FACT_SCHEME, "geen", on);
	if (strcmp(subject, "qualification") == 0 ||
	    strcmp(subject, "qualification.start_qualification") == 0)
		take_nothing(c, DS_FACT_START_QUALIFICATION, NULL, on);
	if (strcmp(subject, "qualification") == 0)
		take_nothing(c, DS_FACT_QUALIFICATIONS, NULL, on);
	if (strcmp(subject, "person") == 0)
		take_nothing(c, DS_FACT_AROUND, NULL, on);
	if (strcmp(subject, "assessment") == 0)
		take_nothing(c, DS_FACT_ASSESSMENTS, NULL, on);
	slug = strncmp(subject, prefix, sizeof prefix - 1) == 0 ?
	    subject + sizeof prefix - 1 : "";
	for (i = 0; i < REGISTER_COUNT; i++)
		if (all || strcmp(registers[i].slug, slug) == 0)
			take_nothing(c, registers[i].fact, NULL, on);
}
