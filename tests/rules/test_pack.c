/* SPDX-License-Identifier: EUPL-1.2 */
/* Loading: what a pack holds, what it takes from its base, what ships. */
#include <stdio.h>

#include "base/file.h"
#include "packs.h"

/* ---- what loads ---- */

static const char whole[] = HEAD
	"language: en\n"
	"valid_until: 2026-12-31\n"
	"doubt: [one thing, another]\n"
	"sources: [A law, A leaflet]\n"
	"municipalities: [0505, \"0034\"]\n"
	"parameters:\n"
	"  middelen: { values: [jobcoach, no-risk], label: M, source: S }\n"
	"  grens: { value: 50 }\n"
	"tables:\n"
	"  t:\n"
	"    label: A folded\n"
	"      label\n"
	"    on: youth\n"
	"    inputs: [wage_value, job_ready]\n"
	"    source: S\n"
	"    rules:\n"
	"      - { id: T-1, when: { wage_value: \"<= 50\", job_ready: ja }, "
	"then: { route: bbl }, because: B, source: S }\n"
	"norms:\n"
	"  n: { label: N, kind: contacts, role: contactpersoon, party_kind: "
	"gemeente, at_least: 2, per_school: yes }\n"
	"  o: { label: O, kind: present, meeting: bezoek, roles: [uwv, sdd] }"
	"\n"
	"  q: { label: Q, kind: meetings, meeting: bezoek, party: 0505, "
	"at_most: 2 }\n"
	"checklists:\n"
	"  handover: [{ id: a, label: A, fact: age, source: S }]\n";

static void
test_a_whole_pack(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, whole, NULL);
	const struct ds_table *table = ds_pack_table(pack, "t");
	const struct ds_rule *rule = &table->rules[0];

	(void)state;
	assert_string_equal(pack->id, "p");
	assert_int_equal(pack->language, DOSSIER_ENGLISH);
	assert_int_equal(pack->valid_until.number,
	    day_of("2026-12-31").number);
	assert_string_equal(pack->doubt, "one thing\nanother");
	assert_int_equal(pack->source_count, 2);
	assert_string_equal(pack->sources[1], "A leaflet");
	assert_int_equal(pack->municipality_count, 2);
	assert_string_equal(pack->municipalities[0], "0505");
	assert_string_equal(pack->municipalities[1], "0034");
	assert_string_equal(ds_pack_parameter(pack, "middelen")->values->value,
	    "jobcoach\nno-risk");
	assert_string_equal(ds_pack_parameter(pack, "grens")->values->value,
	    "50");
	assert_null(ds_pack_parameter(pack, "grens")->label);
	assert_null(ds_pack_parameter(pack, "niets"));
	assert_string_equal(table->label, "A folded label");
	assert_int_equal(table->hit, DS_HIT_UNIQUE);
	assert_int_equal(table->input_count, 2);
	assert_string_equal(rule->id, "T-1");
	assert_int_equal(rule->condition_count, 2);
	assert_int_equal(table->inputs[rule->conditions[1].at].fact,
	    DS_FACT_JOB_READY);
	assert_string_equal(rule->conditions[0].cell.text, "<= 50");
	assert_string_equal(rule->because, "B");
	assert_int_equal(rule->line, 21);
	assert_ptr_equal(rule->pack, pack);
	ds_arena_free(&arena);
}

static void
test_norms(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_norm *norm = pack_of(&arena, whole, NULL)->norms;

	(void)state;
	assert_int_equal(norm[0].kind, DS_NORM_CONTACTS);
	assert_string_equal(norm[0].party_kind, "gemeente");
	assert_null(norm[0].party);
	assert_int_equal(norm[0].at_least, 2);
	assert_int_equal(norm[0].at_most, -1);
	assert_true(norm[0].per_school);
	assert_int_equal(norm[1].role_count, 2);
	assert_string_equal(norm[1].roles[1], "sdd");
	assert_string_equal(norm[2].party, "0505");
	assert_int_equal(norm[2].at_least, -1);
	assert_int_equal(norm[2].at_most, 2);
	ds_arena_free(&arena);
}

static void
test_what_is_not_stated_is_not_there(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, HEAD, NULL);

	(void)state;
	assert_false(ds_day_known(pack->valid_until));
	assert_null(pack->doubt);
	assert_null(pack->extends);
	assert_null(pack->base);
	assert_int_equal(pack->table_count + pack->term_count +
	    pack->norm_count + pack->checklist_count +
	    pack->parameter_count + pack->municipality_count +
	    pack->example_count, 0);
	assert_null(ds_pack_table(pack, "route"));
	ds_arena_free(&arena);
}

/* ---- inheritance ---- */

#define TABLE(name, rule, period) \
	"  " name ":\n" \
	"    label: " name "\n" \
	"    on: youth\n" \
	"    inputs: []\n" \
	"    rules: [{ id: " rule ", then: { period: " period " } }]\n"

static const char base_text[] = HEAD
	"municipalities: [0505]\n"
	"doubt: base\n"
	"parameters: { a: { value: 1 }, b: { value: 2 } }\n"
	"tables:\n"
	TABLE("wait", "B-WAIT", "P28D")
	TABLE("other", "B-OTHER", "P1D")
	"terms:\n"
	"  access: { label: A, on: youth, anchor: applied_on, "
	"after: { table: wait }, responsible: lead }\n"
	"checklists: { handover: [{ id: a, label: A, fact: age }] }\n"
	"examples: [{ name: e, table: wait, expect: { period: P28D } }]\n";

#define OWN "id: q\nversion: 2\nname: Q\nvalid_from: 2026-01-01\n" \
	"extends: p\n"

static const char own_text[] = OWN
	"parameters: { c: { value: 3 }, b: { value: 9 } }\n"
	"tables:\n"
	TABLE("wait", "Q-WAIT", "P0D")
	TABLE("new", "Q-NEW", "P2D");

static void
test_a_name_stated_again_replaces_the_rest_is_inherited(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *base = pack_of(&arena, base_text, NULL);
	const struct ds_pack *own = pack_of(&arena, own_text, base);

	(void)state;
	assert_string_equal(own->extends, "p");
	assert_ptr_equal(own->base, base);
	assert_int_equal(own->table_count, 3);
	assert_string_equal(own->tables[0].rules[0].id, "Q-WAIT");
	assert_ptr_equal(own->tables[0].pack, own);
	assert_string_equal(own->tables[1].rules[0].id, "B-OTHER");
	assert_ptr_equal(own->tables[1].pack, base);
	assert_string_equal(own->tables[2].name, "new");
	assert_int_equal(own->parameter_count, 3);
	assert_string_equal(ds_pack_parameter(own, "a")->values->value, "1");
	assert_string_equal(ds_pack_parameter(own, "b")->values->value, "9");
	assert_string_equal(ds_pack_parameter(own, "c")->values->value, "3");
	assert_non_null(ds_pack_checklist(own, "handover"));
	/* These a pack says for itself or not at all. */
	assert_int_equal(own->municipality_count, 0);
	assert_null(own->doubt);
	assert_int_equal(own->example_count, 0);
	/* The base is as it was. */
	assert_string_equal(base->tables[0].rules[0].id, "B-WAIT");
	assert_int_equal(base->table_count, 2);
	ds_arena_free(&arena);
}

static void
test_an_inherited_term_uses_the_replaced_table(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *base = pack_of(&arena, base_text, NULL);
	const struct ds_pack *own = pack_of(&arena, own_text, base);
	const struct ds_term *term = ds_pack_term(own, "access");

	(void)state;
	assert_ptr_equal(term->pack, base);
	assert_ptr_equal(term->period_table, ds_pack_table(own, "wait"));
	assert_ptr_equal(ds_pack_term(base, "access")->period_table,
	    ds_pack_table(base, "wait"));
	ds_arena_free(&arena);
}

static struct ds_pack_head
head_of(struct ds_arena *arena, const char *text)
{
	struct ds_pack_head head;
	struct ds_yaml *tree;

	assert_int_equal(ds_yaml_parse(&tree, arena, text, strlen(text),
	    "p.yaml", NULL), DOSSIER_OK);
	assert_int_equal(ds_pack_read_head(&head, arena, tree, "p.yaml",
	    NULL), DOSSIER_OK);
	return head;
}

static void
test_the_head_of_a_text(void **state)
{
	struct ds_arena arena = {0};
	struct ds_pack_head head;
	struct ds_yaml *tree;

	(void)state;
	head = head_of(&arena, own_text);
	assert_string_equal(head.id, "q");
	assert_string_equal(head.extends, "p");
	assert_string_equal(head.municipalities, "");
	assert_null(head_of(&arena, base_text).extends);
	head = head_of(&arena, "municipalities: [\"0505\", \"0356\"]\n"
	    "valid_from: 2026-01-01\nversion: a1\nid: x\nterms: [\n]\n");
	assert_string_equal(head.version, "a1");
	assert_int_equal(head.valid_from.number,
	    ds_day_of(2026, 1, 1).number);
	assert_string_equal(head.municipalities, "0505 0356");
	assert_int_equal(ds_yaml_parse(&tree, &arena, "id: x\nversion: a1\n",
	    18, "p.yaml", NULL), DOSSIER_OK);
	assert_int_equal(ds_pack_read_head(&head, &arena, tree, "p.yaml",
	    NULL), DOSSIER_INVALID);
	ds_arena_free(&arena);
}

/* ---- the packs that come with the software ---- */

static const struct ds_pack *
shipped(struct ds_arena *arena, const char *path, const struct ds_pack *base)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf text = DS_BUF_INIT;
	const struct ds_pack *pack = NULL;

	if (ds_file_read(&text, path, 1 << 20, &err) != DOSSIER_OK ||
	    ds_pack_load(&pack, arena, text.data, text.size, path, base,
	    &err) != DOSSIER_OK)
		fail_msg("%s:%d:%d: %s %s", path, err.line, err.column,
		    err.message, err.advice);
	ds_buf_free(&text);
	return pack;
}

static void
complain(const struct ds_example *example, const char *message,
    void *payload)
{
	const struct ds_pack *pack = payload;

	print_error("%s: %s\n", pack->id, message);
}

static void
assert_proven(const struct ds_pack *pack)
{
	size_t failed;

	assert_true(pack->example_count > 0);
	assert_int_equal(ds_pack_test(&failed, pack, complain, (void *)pack,
	    NULL), DOSSIER_OK);
	assert_int_equal(failed, 0);
}

static void
test_the_shipped_packs_pass_their_examples(void **state)
{
	const struct ds_pack *nl, *utrecht, *zeist, *nieuwegein;
	struct ds_arena arena = {0};

	(void)state;
	nl = shipped(&arena, "schema/packs/nl.yaml", NULL);
	utrecht = shipped(&arena, "schema/packs/utrecht.yaml", nl);
	zeist = shipped(&arena, "schema/packs/utrecht-zeist.yaml", utrecht);
	nieuwegein = shipped(&arena, "schema/packs/utrecht-nieuwegein.yaml",
	    utrecht);
	assert_proven(nl);
	assert_proven(shipped(&arena, "schema/packs/drechtsteden.yaml", nl));
	assert_proven(shipped(&arena, "schema/packs/alphen.yaml", nl));
	assert_proven(utrecht);
	assert_proven(zeist);
	assert_proven(nieuwegein);
	/* S01 T5: the same learner, two municipalities. */
	assert_string_not_equal(
	    ds_pack_parameter(zeist, "ondersteuning")->values->value,
	    ds_pack_parameter(nieuwegein, "ondersteuning")->values->value);
	ds_arena_free(&arena);
}

/* The worked pack of the manual is a pack. */
static void
test_the_pack_of_the_manual_passes_its_examples(void **state)
{
	struct ds_buf page = DS_BUF_INIT;
	struct ds_arena arena = {0};
	char *text, *end;

	(void)state;
	assert_int_equal(ds_file_read(&page, "man/dossier-rules.5", 1 << 20,
	    NULL), DOSSIER_OK);
	text = strstr(page.data, "\nid: ");
	assert_non_null(text);
	end = strstr(text, "\n.Ed");
	assert_non_null(end);
	*end = '\0';
	assert_proven(pack_of(&arena, text, NULL));
	ds_buf_free(&page);
	ds_arena_free(&arena);
}

/* ---- caps ---- */

#define RULES HEAD \
	"tables:\n" \
	"  route:\n" \
	"    label: R\n" \
	"    on: youth\n" \
	"    inputs: []\n" \
	"    rules:\n"

static dossier_status
load_many(struct ds_arena *arena, const char *head, const char *line,
    int count, dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	const struct ds_pack *pack;
	dossier_status status;
	int i;

	ds_buf_puts(&text, head);
	for (i = 0; i < count; i++)
		ds_buf_printf(&text, line, i);
	status = ds_pack_load(&pack, arena, text.data, text.size, "p.yaml",
	    NULL, err);
	ds_buf_free(&text);
	return status;
}

static void
test_two_hundred_rules_and_no_more(void **state)
{
	static const char rule[] = "    - { id: R%d, then: { x: 1 } }\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_arena arena = {0};

	(void)state;
	assert_int_equal(load_many(&arena, RULES, rule, 200, &err), DOSSIER_OK);
	assert_int_equal(load_many(&arena, RULES, rule, 201, &err),
	    DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "at most 200"));
	ds_arena_free(&arena);
}

static void
test_twelve_inputs_and_no_more(void **state)
{
	static const char text[] = HEAD "tables:\n  t: { label: T, "
	    "on: youth, rules: [{ id: A, then: { x: 1 } }], inputs: [age, "
	    "school_kind, profile, school, municipality, destination, "
	    "expected_exit, left_on, last_year_start, applied_on, "
	    "wage_value, job_ready%s] }\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const char *const more[] = { "", ", lead_kind" };
	struct ds_arena arena = {0};
	const struct ds_pack *pack;
	char whole_text[600];
	int i;

	(void)state;
	for (i = 0; i < 2; i++) {
		snprintf(whole_text, sizeof whole_text, text, more[i]);
		assert_int_equal(ds_pack_load(&pack, &arena, whole_text,
		    strlen(whole_text), "p.yaml", NULL, &err),
		    i == 0 ? DOSSIER_OK : DOSSIER_INVALID);
	}
	assert_non_null(strstr(err.message, "at most 12"));
	ds_arena_free(&arena);
}

/* Running out of memory anywhere is said, and nothing half comes out. */
static void
test_every_allocation_may_fail(void **state)
{
	const struct ds_pack *pack;
	unsigned long n;

	(void)state;
	for (n = 1; ; n++) {
		struct ds_arena arena = {0};
		dossier_status status;

		ds_mem_fail_at(n);
		status = ds_pack_load(&pack, &arena, whole, strlen(whole),
		    "p.yaml", NULL, NULL);
		ds_arena_free(&arena);
		if (!ds_mem_failed())
			break;
		assert_true(status == DOSSIER_OK ||
		    status == DOSSIER_NO_MEMORY);
		assert_true((pack != NULL) == (status == DOSSIER_OK));
	}
	ds_mem_fail_at(0);
	assert_true(n > 3);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_whole_pack),
		cmocka_unit_test(test_norms),
		cmocka_unit_test(test_what_is_not_stated_is_not_there),
		cmocka_unit_test(
		    test_a_name_stated_again_replaces_the_rest_is_inherited),
		cmocka_unit_test(
		    test_an_inherited_term_uses_the_replaced_table),
		cmocka_unit_test(test_the_head_of_a_text),
		cmocka_unit_test(test_the_shipped_packs_pass_their_examples),
		cmocka_unit_test(
		    test_the_pack_of_the_manual_passes_its_examples),
		cmocka_unit_test(test_two_hundred_rules_and_no_more),
		cmocka_unit_test(test_twelve_inputs_and_no_more),
		cmocka_unit_test(test_every_allocation_may_fail)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
