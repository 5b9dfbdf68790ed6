/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that all of the advice is told in. */
#include <string.h>

#include "flows/route_more.h"
#include "flows/say.h"

const char *
ds_route_label(const dossier_document *doc, const char *slug)
{
	return ds_code_label(ds_codes_destination, slug, doc->language);
}

const char *
ds_route_labels(dossier_document *doc, struct ds_arena *arena,
    const char *lines)
{
	const char *text = "", *end, *slug;

	for (; lines != NULL; lines = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(lines, '\n');
		slug = ds_say_sure(doc, ds_arena_ndup(arena, lines,
		    (size_t)(end - lines)));
		text = ds_say_more(doc, arena, text, "; ",
		    ds_route_label(doc, slug));
	}
	return text;
}

const char *
ds_route_rule(dossier_document *doc, struct ds_arena *arena,
    const struct ds_rule *rule, const struct ds_pack *pack)
{
	if (rule->pack == NULL || rule->pack == pack)
		return rule->id;
	return ds_say(doc, arena, N_("%s (stated by %s)"), rule->id,
	    rule->pack->name);
}

const char *
ds_route_missing(dossier_document *doc, struct ds_arena *arena,
    const enum ds_fact *facts, size_t count, bool supply)
{
	const struct ds_fact_def *def;
	const char *text = "";
	size_t i;

	for (i = 0; i < count; i++) {
		def = &ds_fact_defs[facts[i]];
		text = ds_say_more(doc, arena, text, "; ",
		    ds_tr(doc->language, supply ? def->supply : def->label));
	}
	return text;
}
