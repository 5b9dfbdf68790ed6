/* SPDX-License-Identifier: EUPL-1.2 */
/* By property: whatever the data and the comments, reading gives the data. */
#include <stddef.h>

#include "read_back.h"

#define TREES 25000
#define LS "\xE2\x80\xA8"
#define NEL "\xC2\x85"
#define BOM "\xEF\xBB\xBF"
#define RLO "\xE2\x80\xAE"

static dossier_document *doc;

static uint64_t seed;

static unsigned
below(unsigned n)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (unsigned)(seed >> 33) % n;
}

static const char *const parts[] = {
	"a", "b", "Z", "ë", "e", "\xCC\x88", "1", "0", "-", ".", ":", "#",
	" ", " ", "\n", "\n", "\n\n", "  ", "\t", "\"", "'", "\\", "|", ">",
	"%", "@", "`", "&", "*", "!", "?", ",", "[", "]", "{", "}", "~", "=",
	"<<", "---", "...", "null", "true", "no", "2026-01-02", "12:30",
	"0344", "1e3", ": ", " #", "- ", LS, "\xE2\x80\xA9", BOM, RLO, "👍",
	"李", "\xC2\xA0", "\xEF\xBF\xBF", "\xEF\xBF\xBD", "\n#", "\n---",
	"\n%", "\n- ", "\n  x", "woorden", "nog een woord",
};

/* Not in texts, since reading refuses them; comments may hold anything. */
static const char *const wild[] = {
	"\r", "\r\n", NEL, "\x1b", "\x01", "\x7f", "\v", "\f", "\xff", "\xc3",
};
#define COUNT(array) ((unsigned)(sizeof array / sizeof array[0]))

static const char *
random_text(bool comment)
{
	struct ds_buf text = DS_BUF_INIT;
	unsigned n = below(comment ? 20 : 6);
	const char *kept;

	while (n-- > 0)
		ds_buf_puts(&text, comment && below(4) == 0 ?
		    wild[below(COUNT(wild))] : parts[below(COUNT(parts))]);
	kept = ds_arena_dup(&doc->arena, text.data);
	if (!comment)
		kept = ds_text_nfc(&doc->arena, kept);
	assert_non_null(kept);
	ds_buf_free(&text);
	return kept;
}

/* A key that stands once, now and then a hostile one. */
static const char *
random_key(unsigned i)
{
	return ds_arena_printf(&doc->arena, "%s%u", below(3) == 0 ?
	    random_text(false) : "k", i);
}

static void
fill(struct ds_value *parent, int depth)
{
	unsigned n = below(5), i;
	const char *key;

	for (i = 0; i < n; i++) {
		key = random_key(i);
		while (below(3) == 0)
			ds_put_comment(doc, random_text(true));
		switch (below(depth > 0 ? 10 : 7)) {
		case 0:
			ds_put_text(doc, parent, key, NULL);
			break;
		case 1:
			ds_put_int(doc, parent, key, (int)below(100) - 50);
			break;
		case 2:
			ds_put_bool(doc, parent, key, below(2) == 0);
			break;
		case 7:
			fill(ds_put_list(doc, parent, key), depth - 1);
			break;
		case 8:
		case 9:
			fill(ds_put_map(doc, parent, key), depth - 1);
			break;
		default:
			ds_put_text(doc, parent, key, random_text(false));
			break;
		}
	}
}

static void
test_random_trees_are_read_back(void **state)
{
	unsigned tree;

	for (tree = 1; tree <= TREES; tree++) {
		seed = tree;
		doc = ds_document_new(DOSSIER_DUTCH, "T");
		assert_non_null(doc);
		fill(doc->data, 5);
		doc->single = tree % 2 == 0;
		read_back(doc);
		doc->comments = true;
		read_back(doc);
		dossier_document_free(doc);
	}
}

/* As deep as reading goes. */
static void
test_depth(void **state)
{
	struct ds_value *value;
	int i;

	doc = ds_document_new(DOSSIER_DUTCH, "T");
	assert_non_null(doc);
	doc->single = true;
	value = ds_put_map(doc, doc->data, NULL);
	for (i = 1; i < 16; i++)
		value = i % 2 != 0 ? ds_put_list(doc, value, "k") :
		    ds_put_map(doc, value, NULL);
	ds_put_comment(doc, "twee woorden");
	ds_put_text(doc, value, "k", "a\nb\n");
	doc->comments = true;
	read_back(doc);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_trees_are_read_back),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
