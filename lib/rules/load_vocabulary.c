/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading vocabularies: words that a region adds or closes. */
#include "rules/load.h"

static const struct ds_key word_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_word, label) },
	DS_SPAN_KEYS(struct ds_word),
	{ NULL, false, NULL, 0 }
};

/* slug: "Label", or its label and its days. */
static dossier_status
read_word(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_word *word = out;

	DS_TRY(ds_load_key_name(load, &word->slug, node, err));
	ds_load_open_span(&word->span);
	if (node->kind != DS_YAML_MAP)
		return ds_load_text(load, &word->label, node, err);
	DS_TRY(ds_load_map(load, word, node, word_keys, err));
	return ds_load_check_span(load, node, &word->span, err);
}

static dossier_status
read_words(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_vocabulary *vocabulary = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" says nothing."), node->key), err);
	return ds_load_each(load, &vocabulary->words, &vocabulary->count,
	    node, sizeof *vocabulary->words, read_word, err);
}

static const struct ds_key vocabulary_keys[] = {
	{ "label", true, ds_load_text,
	    offsetof(struct ds_vocabulary, label) },
	{ "words", true, read_words, 0 },
	DS_SOURCE_KEYS(struct ds_vocabulary),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_vocabulary(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_vocabulary *vocabulary = out;

	DS_TRY(ds_load_key_name(load, &vocabulary->name, node, err));
	vocabulary->pack = load->pack;
	return ds_load_map(load, vocabulary, node, vocabulary_keys, err);
}

dossier_status
ds_load_vocabularies(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->vocabularies,
	    &pack->vocabulary_count, node, sizeof *pack->vocabularies,
	    read_vocabulary, err);
}
