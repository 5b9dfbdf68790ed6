/* SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of the rules share: packs and facts in a few words. */
#ifndef TESTS_RULES_PACKS_H
#define TESTS_RULES_PACKS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/decide.h"
#include "rules/load.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
/* Four lines that every pack has; what follows begins on line 5. */
#define HEAD "id: p\nversion: \"1\"\nname: P\nvalid_from: 2026-01-01\n"

/* The pack of a text that must load. */
static inline const struct ds_pack *
pack_of(struct ds_arena *arena, const char *text, const struct ds_pack *base)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_pack *pack;

	if (ds_pack_load(&pack, arena, text, strlen(text), "p.yaml", base,
	    &err) != DOSSIER_OK)
		fail_msg("%d:%d: %s %s", err.line, err.column, err.message,
		    err.advice);
	return pack;
}

/* Give a fact the value that a pack would write for it. */
static inline void
set_fact(struct ds_fact_value *facts, struct ds_arena *arena,
    enum ds_fact fact, const char *text)
{
	assert_int_equal(ds_fact_parse(&facts[fact], arena,
	    &ds_fact_defs[fact], text, NULL), DOSSIER_OK);
}

/* A pack that is refused: where, what is wrong, what to write instead. */
struct refused {
	const char *text;
	int line, column;
	const char *message, *advice;	/* parts of them */
};

static inline bool
is_refused_right(const struct refused *bad)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_arena arena = {0};
	const struct ds_pack *pack;
	dossier_status status;

	status = ds_pack_load(&pack, &arena, bad->text, strlen(bad->text),
	    "p.yaml", NULL, &err);
	ds_arena_free(&arena);
	if (status == DOSSIER_INVALID && pack == NULL &&
	    err.line == bad->line && err.column == bad->column &&
	    strcmp(err.file, "p.yaml") == 0 &&
	    strstr(err.message, bad->message) != NULL &&
	    strstr(err.advice, bad->advice) != NULL)
		return true;
	print_error("%s\n%s:%d:%d: %s [%s], not %d:%d: %s [%s]\n", bad->text,
	    err.file, err.line, err.column, err.message, err.advice,
	    bad->line, bad->column, bad->message, bad->advice);
	return false;
}

static inline void
assert_refused(const struct refused *list, size_t count)
{
	size_t i, wrong = 0;

	for (i = 0; i < count; i++)
		wrong += !is_refused_right(&list[i]);
	assert_int_equal(wrong, 0);
}

static inline dossier_day
day_of(const char *iso)
{
	dossier_day day = ds_day_from_iso(iso);

	assert_true(ds_day_known(day));
	return day;
}

#endif
