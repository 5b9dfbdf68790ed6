/* SPDX-License-Identifier: EUPL-1.2 */
/* Good YAML, but too much of something, or something that cannot be. */
#include "hostile.h"

#include <stdio.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])
#define TABLE(name, inputs) "  " name ":\n    label: T\n    on: youth\n" \
	"    inputs: [" inputs "]\n    rules:\n"
#define ONE PACK_HEAD "tables:\n" TABLE("t", "age")

/* ---- too many ---- */

static void
put_rules(struct ds_buf *out, size_t n)
{
	size_t i, count = n == 0 ? 201 : 10000;

	ds_buf_puts(out, ONE);
	for (i = 0; i < count; i++)
		ds_buf_printf(out, "      - { id: R%zu, when: { age: \"%zu\" "
		    "}, then: { x: a } }\n", i, i % 150);
}

static void
put_lists(struct ds_buf *out, size_t n)
{
	static const struct {
		const char *head, *item, *tail;
		size_t times;
	} lists[] = {
		{ PACK_HEAD "tables:\n  t: { label: T, on: youth, inputs: [",
		    "age, ", "], rules: [] }\n", 90000 },
		{ ONE "      - { id: R, when: { age: \"", "1, ",
		    "1\" }, then: { x: a } }\n", 300000 },
		{ PACK_HEAD "municipalities: [", "\"0505\", ", "]\n", 90000 },
		{ PACK_HEAD "examples: [", "{}, ", "]\n", 90000 },
		{ PACK_HEAD "sources: [", "[], ", "]\n", 90000 },
		{ ONE "      - { id: R, then: { x: [", "a, ", "b], y: 1, y: 2 "
		    "} }\n", 90000 },
		{ PACK_HEAD "parameters:\n  p:\n    label: P\n    dated:\n",
		    "      - { from: 2026-01-01, value: \"1\" }\n", "\n",
		    20000 },
		{ PACK_HEAD "norms: [", "{}, ", "]\n", 90000 },
		{ PACK_HEAD "terms:\n  t:\n    label: T\n    on: youth\n    "
		    "anchor: left_on\n    responsible: lead\n    after: [",
		    "P1D, ", "P2D]\n", 90000 }
	};
	size_t i;

	ds_buf_puts(out, lists[n].head);
	for (i = 0; i < lists[n].times && out->size < MEGABYTE - 100; i++)
		ds_buf_puts(out, lists[n].item);
	ds_buf_puts(out, lists[n].tail);
}

/* A name of its own each, and the last is no good. */
static void
put_names(struct ds_buf *out, size_t n)
{
	static const struct {
		const char *head, *item, *tail;
	} maps[] = {
		{ "parameters:\n", "  p%zu: { value: \"1\" }\n",
		    "  q: { values: [] }\n" },
		{ "tables:\n", "  t%zu: { label: T, on: youth, inputs: [age], "
		    "rules: [{ id: R%zu, then: { x: a } }] }\n",
		    "  q: { label: T }\n" },
		{ "terms:\n", "  t%zu: { label: T, on: youth, anchor: "
		    "left_on, after: P1D, responsible: lead }\n",
		    "  q: { label: T }\n" },
		{ "vocabularies:\n  v:\n    label: V\n    words:\n",
		    "      w%zu: W\n", "      q: []\n" },
		{ "tracks:\n  t:\n    label: T\n    on: youth\n    start: s0\n"
		    "    steps:\n", "      s%zu: { label: S, outcomes: { ja: "
		    "end } }\n", "      q: 1\n" },
		{ "tables:\n", "  t%zu: { label: T, on: youth, inputs: "
		    "[q.x], rules: [{ id: R%zu, when: { q.x: a }, then: { x: "
		    "a } }] }\n", "  q: { label: T, on: youth, inputs: [q.x], "
		    "rules: [{ id: Q, then: { x: a } }] }\n" },
		{ "figures:\n", "  f%zu: { label: F, value: \"1\", source: S "
		    "}\n", "  q: { label: F }\n" },
		{ "money:\n  heads:\n", "    h%zu: { label: H, unit: euro "
		    "}\n", "    q: { unit: dagen }\n" },
		{ "domain_sets:\n  d:\n    label: D\n    domains:\n",
		    "      - { id: d%zu, label: D, class: gewoon }\n",
		    "      - { id: d1, label: D, class: gewoon }\n" }
	};
	size_t i;

	ds_buf_puts(out, PACK_HEAD);
	ds_buf_puts(out, maps[n].head);
	for (i = 0; i < 20000 && out->size < MEGABYTE - 300; i++)
		ds_buf_printf(out, maps[n].item, i, i);
	ds_buf_puts(out, maps[n].tail);
}

/* ---- tables that ask tables ---- */

static void
put_asking(struct ds_buf *out, const char *name, size_t level, size_t width)
{
	size_t i;

	ds_buf_printf(out, "  %s:\n    label: T\n    on: youth\n    inputs: [",
	    name);
	for (i = 0; i < width; i++)
		ds_buf_printf(out, "%st%zu-%zu.x", i == 0 ? "" : ", ", level,
		    i);
	ds_buf_printf(out, "%s]\n    rules:\n      - { id: R-%s, then: { x: "
	    "a } }\n", width == 0 ? "age" : "", name);
}

/* Each level asks all of the next: 12 to the 15th ways from top to bottom. */
static void
put_lattice(struct ds_buf *out, size_t n)
{
	char name[32];
	size_t level, i, levels = n == 0 ? 15 : 4;

	ds_buf_puts(out, PACK_HEAD "tables:\n");
	for (level = 0; level < levels; level++)
		for (i = 0; i < 12; i++) {
			snprintf(name, sizeof name, "t%zu-%zu", level, i);
			put_asking(out, name, level + 1,
			    level + 1 < levels ? 12 : 0);
		}
}

static void
put_ring(struct ds_buf *out, size_t n)
{
	static const size_t lengths[] = { 1, 2, 15, 16, 17, 500 };
	char name[32];
	size_t i;

	ds_buf_puts(out, PACK_HEAD "tables:\n");
	for (i = 0; i < lengths[n]; i++) {
		snprintf(name, sizeof name, "t%zu-0", i);
		put_asking(out, name, (i + 1) % lengths[n], 1);
	}
}

/* ---- words that cannot be ---- */

static const char *const bad[] = {
	"id: \"p'; DROP TABLE youth; --\"\nversion: \"1\"\nname: P\n"
	    "valid_from: 2026-01-01\n",
	"id: p\nversion: \"1'); DELETE FROM event; --\"\nname: P\n"
	    "valid_from: 2026-01-01\n",
	PACK_HEAD "extends: \"nl' OR 1=1\"\n",
	PACK_HEAD "municipalities: [\"0505' UNION SELECT 1\"]\n",
	PACK_HEAD "tables: { \"t; DROP TABLE pack\": {} }\n",
	PACK_HEAD "parameters: { \"p' --\": { value: 1 } }\n",
	ONE "      - { id: \"R'; --\", then: { x: a } }\n",
	ONE "      - { id: R, when: { \"age) OR (1=1\": 1 }, then: { x: a } "
	    "}\n",
	ONE "      - { id: R, when: { age: \"1; DROP\" }, then: { x: a } }\n",
	PACK_HEAD "extends: p\n", PACK_HEAD "extends: ../../etc/passwd\n",
	PACK_HEAD "extends: [p]\n",
	ONE "      - { id: R, when: { age: 99999999999999999999 }, then: { x: "
	    "a } }\n",
	ONE "      - { id: R, when: { age: \"> 9223372036854775808\" }, "
	    "then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"> 9223372036854775807\" }, "
	    "then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"< -9223372036854775808\" }, "
	    "then: { x: a } }\n",
	ONE "      - { id: R, when: { age: 1e400 }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: 0x7F }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: .inf }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"[9..1]\" }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"(1..1)\" }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"[1..\" }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \"not(not(1))\" }, then: { x: a } "
	    "}\n",
	ONE "      - { id: R, when: { age: \"\" }, then: { x: a } }\n",
	ONE "      - { id: R, when: { age: \",,,\" }, then: { x: a } }\n",
	ONE "      - { id: R, then: { period: P999999999D } }\n",
	ONE "      - { id: R, then: {} }\n", ONE "      - {}\n",
	"id: p\nversion: \"1\"\nname: P\nvalid_from: 99999-01-01\n",
	"id: p\nversion: \"1\"\nname: P\nvalid_from: 2026-02-30\n",
	PACK_HEAD "norms: { n: { label: N, kind: contacts, role: uwv, "
	    "at_least: 99999999999 } }\n",
	PACK_HEAD "terms: { t: { label: T, on: youth, anchor: left_on, after: "
	    "P99999999Y, responsible: lead } }\n"
};

static void
put_bad(struct ds_buf *out, size_t n)
{
	ds_buf_puts(out, bad[n]);
}

/* A megabyte in one word, where a word is wrong. */
static void
put_long_word(struct ds_buf *out, size_t n)
{
	static const char *const heads[] = { "id: ", PACK_HEAD "x",
	    ONE "      - { id: R, when: { age: ", PACK_HEAD "extends: ",
	    PACK_HEAD "tables: { t: { label: T, on: ",
	    PACK_HEAD "municipalities: [" };
	size_t i;

	ds_buf_puts(out, heads[n]);
	for (i = 0; i < 900 && n == 1; i++)
		ds_buf_puts(out, "y");
	for (i = 0; i < 100000 && n != 1; i++)
		ds_buf_puts(out, "aaaaaaaaa ");
	ds_buf_puts(out, n == 1 ? ": 1\n" : "\n");
}

/* ---- as much as is allowed ---- */

/* Three tables of 200 rules that ask 12 outputs for 64 words each. */
static void
put_words(struct ds_buf *out, size_t n)
{
	size_t i, k, w;

	(void)n;
	ds_buf_puts(out, PACK_HEAD "tables:\n" TABLE("q", "age"));
	for (i = 0; i < 200; i++)
		ds_buf_printf(out, "      - { id: Q%zu, then: { a: w%zu, b: "
		    "w%zu, c: w%zu, d: w%zu } }\n", i, i, i, i, i);
	ds_buf_puts(out, TABLE("t", "q.a, q.b, q.c, q.d"));
	for (i = 0; i < 200 && out->size < MEGABYTE - 5000; i++) {
		ds_buf_printf(out, "      - { id: T%zu, then: { x: a }, when: "
		    "{ ", i);
		for (k = 0; k < 4; k++) {
			ds_buf_printf(out, "%sq.%c: \"", k == 0 ? "" :
			    ", ", (char)('a' + k));
			for (w = 0; w < 64; w++)
				ds_buf_puts(out, w == 0 ? "w199" : ",w199");
			ds_buf_puts(out, "\"");
		}
		ds_buf_puts(out, " } }\n");
	}
}

static const char *const twelve[] = { "age", "wage_value", "level_number",
	"domain_lowest", "domains_acute", "left_on", "expected_exit",
	"applied_on", "lead_since", "contract_from", "last_year_start",
	"school" };

/* 200 rules of 12 inputs, which leave a gap that takes long to find. */
static void
put_full(struct ds_buf *out, size_t n)
{
	static const char *const hits[] = { "unique", "first", "collect" };
	size_t i, k, at;

	ds_buf_printf(out, PACK_HEAD "tables:\n  t:\n    label: T\n    on: "
	    "youth\n    hit: %s\n    inputs: [", hits[n]);
	for (k = 0; k < 12; k++)
		ds_buf_printf(out, "%s%s", k == 0 ? "" : ", ", twelve[k]);
	ds_buf_puts(out, "]\n    rules:\n");
	for (i = 0; i < 200; i++) {
		ds_buf_printf(out, "      - { id: R%zu, then: { x: a }, when: "
		    "{ ", i);
		for (k = 0; k < 12; k++) {
			at = (i * 7919 + k * 104729 + i * i * k) % 90;
			ds_buf_printf(out, k < 5 || k == 11 ?
			    "%s%s: \"not(%zu)\"" : "%s%s: \"not(20%02zu-01-01"
			    ")\"", k == 0 ? "" : ", ", twelve[k],
			    k < 5 || k == 11 ? at : at);
		}
		ds_buf_puts(out, " } }\n");
	}
}

const struct hostile hostile_packs[] = {
	{ "many rules", 2, put_rules },
	{ "a long list", 9, put_lists },
	{ "many names", 9, put_names },
	{ "a lattice of tables", 2, put_lattice },
	{ "a ring of tables", 6, put_ring },
	{ "a bad word", COUNT_OF(bad), put_bad },
	{ "a long word", 6, put_long_word },
	{ "many words", 1, put_words },
	{ "a full table", 3, put_full }
};

const size_t hostile_pack_count = COUNT_OF(hostile_packs);
