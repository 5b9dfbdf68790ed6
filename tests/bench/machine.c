/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * machine [SECONDS]: how many rows of a decision table are tested for one
 * youth in a second, on one core, with the facts in memory. A plain unique
 * table of 20 rows and 4 inputs, decided whole for each of 1,000 made-up
 * youths, of whom some facts are not known; every row tests every input.
 * Prints one number: millions of rows a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "rules/decide.h"

#define YOUTHS 1000
#define ROUNDS 50		/* between looks at the clock */

struct youth {
	struct ds_fact_value fact[DS_FACT_COUNT];
};

static const char *const schools[] = { "praktijkonderwijs", "vso", "entree",
	"mbo-2", "vmbo-bb" };

/* Five bands of wage values, by kind of school and readiness for work. */
static void
write_table(struct ds_buf *text)
{
	int i;

	ds_buf_puts(text, "id: bench\nversion: \"1\"\nname: Bench\n"
	    "valid_from: 2026-01-01\n"
	    "tables:\n  t:\n    label: T\n    on: youth\n    inputs: "
	    "[school_kind, wage_value, age, job_ready]\n    rules:\n");
	for (i = 0; i < 20; i++)
		ds_buf_printf(text, "      - { id: R%d, when: { school_kind: "
		    "\"%s, %s\", wage_value: \"[%d..%d)\", age: \"%s 23\", "
		    "job_ready: \"%s\" }, then: { x: a%d } }\n", i,
		    schools[i % 2], schools[i % 2 + 2], i / 4 * 20,
		    i / 4 * 20 + 20, i % 4 / 2 == 0 ? "<" : ">=",
		    i % 3 == 0 ? "yes" : "yes, no", i);
}

static uint64_t seed = 20260101;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

static void
draw_youth(struct youth *out)
{
	static const enum ds_fact facts[] = { DS_FACT_SCHOOL_KIND,
	    DS_FACT_WAGE_VALUE, DS_FACT_AGE, DS_FACT_JOB_READY };
	size_t i;

	for (i = 0; i < 4; i++)
		out->fact[facts[i]].known = draw(10) > 0;
	out->fact[DS_FACT_SCHOOL_KIND].text = schools[draw(5)];
	out->fact[DS_FACT_WAGE_VALUE].number = draw(10001);
	out->fact[DS_FACT_AGE].number = 15 + draw(12);
	out->fact[DS_FACT_JOB_READY].number = draw(2);
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* One round over all youths; how many are decided. */
static size_t
decide_all(const struct ds_pack *pack, const struct youth *youths)
{
	const struct ds_table *table = &pack->tables[0];
	struct ds_outcome outcome;
	size_t i, decided = 0;

	for (i = 0; i < YOUTHS; i++) {
		if (ds_table_decide(&outcome, pack, table, youths[i].fact,
		    NULL) != DOSSIER_OK)
			continue;
		decided += outcome.rule != NULL;
	}
	return decided;
}

static double
measure(const struct ds_pack *pack, const struct youth *youths,
    double seconds, size_t *decided)
{
	double from = now(), spent;
	size_t rounds = 0, i;

	do {
		for (i = 0; i < ROUNDS; i++)
			*decided += decide_all(pack, youths);
		rounds += ROUNDS;
		spent = now() - from;
	} while (spent < seconds);
	return (double)(rounds * YOUTHS * pack->tables[0].rule_count) /
	    spent / 1e6;
}

int
main(int argc, char **argv)
{
	double seconds = argc > 1 ? strtod(argv[1], NULL) : 1;
	struct youth *youths = calloc(YOUTHS, sizeof *youths);
	struct ds_buf text = DS_BUF_INIT;
	struct ds_arena arena = {0};
	const struct ds_pack *pack;
	size_t i, decided = 0;
	double rate;

	write_table(&text);
	if (youths == NULL || ds_pack_load(&pack, &arena, text.data,
	    text.size, "bench", NULL, NULL) != DOSSIER_OK)
		return 1;
	for (i = 0; i < YOUTHS; i++)
		draw_youth(&youths[i]);
	rate = measure(pack, youths, seconds, &decided);
	printf("%.1f\n", rate);
	ds_buf_free(&text);
	ds_arena_free(&arena);
	free(youths);
	return decided == 0;
}
