/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The proof against brute force: thousands of small random tables, each put
 * to every point of its space, must come to the same overlaps, gaps and
 * rules that never decide, and each example must be a true one.
 */
#include <stdio.h>

#include "base/buf.h"
#include "packs.h"
#include "rules/prove.h"

static uint64_t seed = 20260101;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)(seed >> 33) % below;
}

/* ---- random tables ---- */

/* Inputs with the words that their tests are made of. */
static const struct kind {
	const char *name;
	enum ds_fact fact;
	bool ordered, set;
	const char *words[4];
	/* All values that a test could tell apart, as text. */
	const char *values[16];
} kinds[] = {
	{ "age", DS_FACT_AGE, true, false, { "0", "1", "3", "150" },
	    { "0", "1", "2", "3", "4", "149", "150" } },
	{ "wage_value", DS_FACT_WAGE_VALUE, true, false,
	    { "50", "50.01", "50.03", "100" },
	    { "0", "49.99", "50", "50.01", "50.02", "50.03", "50.04",
	    "99.99", "100" } },
	{ "left_on", DS_FACT_LEFT_ON, true, false,
	    { "2026-01-01", "2026-01-02", "2026-01-04", "2026-02-01" },
	    { "2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03",
	    "2026-01-04", "2026-01-05", "2026-01-31", "2026-02-01",
	    "2026-02-02" } },
	{ "since_exit", DS_FACT_SINCE_EXIT, true, false,
	    { "P1M", "P2M", "P3M", "P1Y" },
	    { "", "P1D", "P1M", "P1M1D", "P2M", "P2M1D", "P3M", "P3M1D",
	    "P11M1D", "P12M", "P12M1D" } },
	{ "since_contract", DS_FACT_SINCE_CONTRACT, true, false,
	    { "P0D", "P1D", "P2D", "P1W" },
	    { "", "P0D", "P1D", "P2D", "P3D", "P6D", "P7D", "P8D" } },
	{ "job_ready", DS_FACT_JOB_READY, false, false,
	    { "yes", "no", "yes", "no" }, { "yes", "no" } },
	{ "cluster", DS_FACT_CLUSTER, false, false,
	    { "cluster-1", "cluster-2", "cluster-3", "cluster-4" },
	    { "cluster-1", "cluster-2", "cluster-3", "cluster-4", "rec3",
	    "rec4" } },
	{ "school", DS_FACT_SCHOOL, false, false,
	    { "a", "b", "c", "d" }, { "a", "b", "c", "d", "e" } },
	{ "acute_domains", DS_FACT_ACUTE_DOMAINS, false, true,
	    { "a", "b", "c", "none" },
	    { "a", "b", "c", "e" } }
};

#define MAX_INPUTS 3
#define MAX_VALUES 32

static void
put_ordered(struct ds_buf *out, const struct kind *kind)
{
	static const char *const signs[] = { "<", "<=", ">", ">=" };
	unsigned low = draw(3), high = low + 1 + draw(3 - low);

	switch (draw(4)) {
	case 0:
		ds_buf_printf(out, "%s", kind->words[draw(4)]);
		break;
	case 1:
		ds_buf_printf(out, "%c%s..%s%c", "[("[draw(2)],
		    kind->words[low], kind->words[high], draw(2) == 0 ||
		    (low == 0 && high == 1) ? ']' : ')');
		break;
	default:
		ds_buf_printf(out, "%s %s", signs[draw(4)],
		    kind->words[draw(4)]);
	}
}

static void
put_cell(struct ds_buf *out, const struct kind *kind)
{
	static const char *const wraps[] = { "", "", "", "not(" };
	const char *wrap = kind->set && draw(4) == 0 ? "all(" :
	    wraps[draw(4)];
	unsigned i, count = 1 + draw(2);

	if (draw(8) == 0) {
		ds_buf_puts(out, draw(2) == 0 ? "unknown" : "not(unknown)");
		return;
	}
	ds_buf_puts(out, wrap);
	for (i = 0; i < count; i++) {
		ds_buf_puts(out, i == 0 ? "" : ", ");
		if (kind->ordered)
			put_ordered(out, kind);
		else
			ds_buf_puts(out, kind->words[draw(kind->set &&
			    *wrap == 'a' ? 3 : 4)]);
	}
	ds_buf_puts(out, draw(10) == 0 && *wrap != 'a' ? ", unknown" : "");
	ds_buf_puts(out, *wrap == '\0' ? "" : ")");
}

struct drawn {
	struct ds_buf text;
	size_t count;
	const struct kind *inputs[MAX_INPUTS];
};

static void
put_rule(struct drawn *out, unsigned number)
{
	const char *comma = "";
	size_t i;

	ds_buf_printf(&out->text, "      - { id: R%u, when: {", number);
	for (i = 0; i < out->count; i++) {
		if (draw(3) == 0)
			continue;
		ds_buf_printf(&out->text, "%s %s: \"", comma,
		    out->inputs[i]->name);
		put_cell(&out->text, out->inputs[i]);
		ds_buf_puts(&out->text, "\"");
		comma = ",";
	}
	ds_buf_printf(&out->text, " }, then: { x: %c, y: %u } }\n",
	    (char)('a' + draw(3)), draw(2));
}

static void
draw_table(struct drawn *out)
{
	static const char *const hits[] = { "unique", "first", "collect",
	    "priority\n    order: [a, b, c]" };
	size_t i, start = draw(COUNT(kinds));
	unsigned rules = 1 + draw(5);

	ds_buf_clear(&out->text);
	out->count = 1 + draw(MAX_INPUTS);
	for (i = 0; i < out->count; i++)
		out->inputs[i] = &kinds[(start + 4 * i) % COUNT(kinds)];
	ds_buf_printf(&out->text, HEAD "tables:\n  t:\n    label: T\n"
	    "    on: youth\n    hit: %s\n    inputs: [", hits[draw(4)]);
	for (i = 0; i < out->count; i++)
		ds_buf_printf(&out->text, "%s%s", i == 0 ? "" : ", ",
		    out->inputs[i]->name);
	ds_buf_printf(&out->text, "]\n%s    rules:\n", draw(2) == 0 ? "" :
	    "    otherwise: Daar zegt de bron niets over.\n");
	for (i = 0; i < rules; i++)
		put_rule(out, (unsigned)i);
	assert_false(out->text.failed);
}

/* ---- every point ---- */

/* What a table has, by brute force or by the proof. */
struct has {
	bool overlap[8][8], dead[8], gap, no_gap;
};

struct world {
	struct ds_arena arena;
	const struct ds_pack *pack;
	const struct ds_table *table;
	const struct drawn *drawn;
	struct ds_fact_value values[MAX_INPUTS][MAX_VALUES];
	size_t value_count[MAX_INPUTS];
	struct ds_fact_value facts[DS_FACT_COUNT];
	bool fires[8], blank;
	struct has is, told;
};

static void
add_subsets(struct world *world, size_t input)
{
	const struct kind *kind = world->drawn->inputs[input];
	const char **words;
	struct ds_fact_value *set;
	size_t mask, i;

	for (mask = 0; mask < 16; mask++) {
		words = ds_arena_alloc(&world->arena, 4 * sizeof *words);
		assert_non_null(words);
		set = &world->values[input][world->value_count[input]++];
		set->known = true;
		set->words = words;
		for (i = 0; i < 4; i++)
			if (mask >> i & 1)
				words[set->word_count++] = kind->values[i];
	}
}

/* "" of a period: not yet. The last value is unknown. */
static void
add_values(struct world *world, size_t input)
{
	const struct kind *kind = world->drawn->inputs[input];
	struct ds_fact_value *value;
	size_t i;

	for (i = 0; !kind->set && kind->values[i] != NULL; i++) {
		value = &world->values[input][world->value_count[input]++];
		if (*kind->values[i] == '\0') {
			value->known = true;
			value->number = value->days = DS_NOT_YET;
			continue;
		}
		set_fact(world->facts, &world->arena, kind->fact,
		    kind->values[i]);
		*value = world->facts[kind->fact];
		/* A day after the exit, in months. */
		if (kind->fact == DS_FACT_SINCE_EXIT &&
		    value->number == DS_NOT_COUNTED)
			value->number = 1;
	}
	if (kind->set)
		add_subsets(world, input);
	world->value_count[input]++;
}

static bool
competes(const struct world *world, const enum ds_truth *truth, size_t i,
    size_t k)
{
	const struct ds_rule *rules = world->table->rules;
	size_t rank = ds_rule_rank(world->table, &rules[i]), n;

	if (world->table->hit == DS_HIT_UNIQUE)
		return true;
	if (world->table->hit != DS_HIT_PRIORITY ||
	    rank != ds_rule_rank(world->table, &rules[k]) ||
	    strcmp(rules[i].outputs[1].value, rules[k].outputs[1].value) == 0)
		return false;
	for (n = 0; n < world->table->rule_count; n++)
		if (truth[n] != DS_FALSE &&
		    ds_rule_rank(world->table, &rules[n]) < rank)
			return false;
	return true;
}

static void
look_at_point(struct world *world)
{
	const struct ds_table *table = world->table;
	const struct ds_fact_value *at[MAX_INPUTS];
	enum ds_truth truth[8];
	struct ds_outcome out;
	bool all_false = true;
	size_t i, k;

	for (i = 0; i < world->drawn->count; i++)
		at[i] = &world->facts[world->drawn->inputs[i]->fact];
	for (i = 0; i < table->rule_count; i++)
		truth[i] = ds_conditions_test(table->rules[i].conditions,
		    table->rules[i].condition_count, at);
	for (i = 0; i < table->rule_count; i++) {
		all_false &= truth[i] == DS_FALSE;
		world->fires[i] |= table->hit == DS_HIT_COLLECT &&
		    truth[i] == DS_TRUE;
		for (k = 0; k < i; k++)
			world->is.overlap[k][i] |= truth[i] == DS_TRUE &&
			    truth[k] == DS_TRUE &&
			    competes(world, truth, k, i);
	}
	world->blank |= all_false;
	if (ds_table_decide(&out, world->pack, table, world->facts, NULL) ==
	    DOSSIER_OK && out.rule != NULL)
		world->fires[out.rule - table->rules] = true;
}

static void
walk(struct world *world, size_t input)
{
	size_t i;

	if (input == world->drawn->count) {
		look_at_point(world);
		return;
	}
	for (i = 0; i < world->value_count[input]; i++) {
		world->facts[world->drawn->inputs[input]->fact] =
		    world->values[input][i];
		walk(world, input + 1);
	}
}

/* A rule of a unique table that meets another is told as an overlap. */
static void
judge(struct world *world)
{
	bool met;
	size_t i, k;

	for (i = 0; i < world->table->rule_count; i++) {
		met = false;
		for (k = 0; k < world->table->rule_count; k++)
			met |= world->is.overlap[i][k] ||
			    world->is.overlap[k][i];
		world->is.dead[i] = !world->fires[i] &&
		    (world->table->hit != DS_HIT_UNIQUE || !met);
	}
	world->is.gap = world->blank && world->table->otherwise == NULL;
	world->is.no_gap = !world->blank && world->table->otherwise != NULL;
}

/* ---- what is told ---- */

static void
check_overlap(const struct world *world, const struct ds_finding *finding,
    const struct ds_outcome *out, dossier_status status)
{
	size_t i;

	if (world->table->hit == DS_HIT_UNIQUE) {
		assert_int_equal(status, DOSSIER_INVALID);
		return;
	}
	assert_int_equal(status, DOSSIER_OK);
	assert_non_null(out->rule);
	i = (size_t)(finding->rule - world->table->rules);
	assert_int_equal(out->truth[i], DS_TRUE);
	i = (size_t)(finding->other - world->table->rules);
	assert_int_equal(out->truth[i], DS_TRUE);
	assert_int_equal(ds_rule_rank(world->table, out->rule),
	    ds_rule_rank(world->table, finding->rule));
}

static void
check_point(struct world *world, const struct ds_finding *finding)
{
	struct ds_outcome out;
	dossier_status status;
	size_t i;

	for (i = 0; i < world->drawn->count; i++)
		world->facts[world->drawn->inputs[i]->fact] =
		    finding->point[i];
	status = ds_table_decide(&out, world->pack, world->table,
	    world->facts, NULL);
	if (finding->kind == DS_FOUND_OVERLAP)
		check_overlap(world, finding, &out, status);
	else
		assert_true(status == DOSSIER_OK && out.none);
	assert_true(finding->example[0] != '\0');
}

static void
hear(const struct ds_finding *finding, void *payload)
{
	struct world *world = payload;
	struct has *told = &world->told;
	size_t rule = finding->rule == NULL ? 0 :
	    (size_t)(finding->rule - world->table->rules);

	if (finding->kind == DS_FOUND_OVERLAP)
		told->overlap[rule][finding->other - world->table->rules] =
		    true;
	else if (finding->kind == DS_FOUND_DEAD)
		told->dead[rule] = true;
	told->gap |= finding->kind == DS_FOUND_GAP;
	told->no_gap |= finding->kind == DS_FOUND_NO_GAP;
	if (finding->point != NULL)
		check_point(world, finding);
}

static void
print_has(const char *what, const struct has *has)
{
	size_t i, k;

	print_message("%s:%s%s", what, has->gap ? " gap" : "",
	    has->no_gap ? " no gap" : "");
	for (i = 0; i < 8; i++) {
		for (k = 0; k < 8; k++)
			if (has->overlap[i][k])
				print_message(" R%zu-R%zu", i, k);
		if (has->dead[i])
			print_message(" dead R%zu", i);
	}
	print_message("\n");
}

static void
test_the_proof_finds_what_brute_force_finds(void **state)
{
	struct drawn drawn = { .text = DS_BUF_INIT };
	static struct world world;
	size_t n, i, faults, found = 0;

	for (n = 0; n < 6000; n++) {
		draw_table(&drawn);
		memset(&world, 0, sizeof world);
		world.drawn = &drawn;
		world.pack = pack_of(&world.arena, drawn.text.data, NULL);
		world.table = ds_pack_table(world.pack, "t");
		for (i = 0; i < drawn.count; i++)
			add_values(&world, i);
		walk(&world, 0);
		judge(&world);
		assert_int_equal(ds_pack_prove(&faults, world.pack, hear,
		    &world, NULL), DOSSIER_OK);
		if (memcmp(&world.is, &world.told, sizeof world.is) != 0) {
			print_has("is", &world.is);
			print_has("told", &world.told);
			fail_msg("not the same:\n%s", drawn.text.data);
		}
		found += faults;
		ds_arena_free(&world.arena);
	}
	assert_true(found > 6000);
	ds_buf_free(&drawn.text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_proof_finds_what_brute_force_finds)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
