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
	assert_int_equal(ds_fact_parse(&facts[fact], arena, fact, text,
	    NULL), DOSSIER_OK);
}

static inline dossier_day
day_of(const char *iso)
{
	dossier_day day = ds_day_from_iso(iso);

	assert_true(ds_day_known(day));
	return day;
}

#endif
