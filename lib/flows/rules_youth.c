/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/rules_youth.h"

/* ---- one youth ---- */

static dossier_status
visit(const struct ds_case *youth, void *payload, dossier_error *err)
{
	const struct ds_fact_value *home =
	    &youth->facts.fact[DS_FACT_MUNICIPALITY];
	struct ds_rules_youth *asked = payload;

	asked->youth = youth;
	DS_TRY(ds_library_pack(&asked->page.pack, asked->library,
	    home->known ? home->text : NULL, asked->page.session->today,
	    &asked->why, err));
	DS_TRY(ds_seen_name(&asked->name, &asked->view, youth, err));
	ds_document_note(asked->page.doc, ds_say_sure(asked->page.doc,
	    ds_arena_printf(&asked->page.arena, "%s (%s), %s", asked->name,
	    youth->facts.ref, ds_say_day(asked->page.doc,
	    &asked->page.arena, asked->page.session->today))));
	DS_TRY(asked->tell(asked, err));
	return ds_document_check(asked->page.doc, err);
}

static dossier_status
ask(struct ds_rules_youth *asked, const char *ref, const char *title,
    dossier_error *err)
{
	dossier_session *session = asked->page.session;
	struct ds_row youth;

	DS_TRY(ds_youth_find(&youth, &asked->page.arena, session, ref, false,
	    err));
	DS_TRY(ds_session_looked(session, ds_row_text(&youth,
	    DS_F_YOUTH_REF), err));
	DS_TRY(ds_session_library(&asked->library, session, err));
	DS_TRY(ds_session_view(&asked->view, session, &asked->page.arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_session_document(&asked->page.doc, session, title, err));
	return ds_cases(session->book, asked->library, youth.id,
	    session->today, visit, asked, err);
}

dossier_status
ds_rules_of_youth(dossier_document **out, struct ds_rules_youth *asked,
    const char *ref, const char *title, dossier_error *err)
{
	struct ds_store *store = asked->page.session->store;
	dossier_status status = ds_snapshot_begin(store, err);

	if (status == DOSSIER_OK)
		status = ask(asked, ref, title, err);
	ds_snapshot_end(store);
	ds_arena_free(&asked->page.arena);
	if (status == DOSSIER_OK)
		*out = asked->page.doc;
	else
		dossier_document_free(asked->page.doc);
	return status;
}

dossier_status
ds_rules_table_hidden(const char **why, struct ds_rules_youth *asked,
    const struct ds_pack *pack, const struct ds_table *table,
    dossier_error *err)
{
	enum ds_fact facts[DS_FACT_COUNT];
	size_t count = ds_table_facts(facts, pack, table);

	return ds_seen_facts(why, &asked->view, asked->youth->facts.youth,
	    facts, count, err);
}

/* ---- words ---- */

const char *
ds_rules_pack_text(struct ds_rules_page *page, const struct ds_pack *pack)
{
	return ds_say(page->doc, &page->arena, N_("%s (%s), version %s"),
	    pack->name, pack->id, pack->version);
}

const char *
ds_rules_facts(struct ds_rules_page *page, const enum ds_fact *facts,
    size_t count, bool supply)
{
	dossier_language lang = page->doc->language;
	const struct ds_fact_def *def;
	const char *text = "";
	size_t i;

	for (i = 0; i < count; i++) {
		def = &ds_fact_defs[facts[i]];
		if (supply && def->supply == NULL)
			continue;
		text = ds_say_more(page->doc, &page->arena, text, "; ",
		    ds_tr(lang, supply ? def->supply : def->label));
	}
	return text;
}

bool
ds_rules_decides(const struct ds_table *table,
    const struct ds_outcome *outcome, size_t rule)
{
	if (table->hit == DS_HIT_COLLECT)
		return outcome->truth[rule] == DS_TRUE;
	return &table->rules[rule] == outcome->rule;
}

const char *
ds_rules_deciding(struct ds_rules_page *page, const struct ds_table *table,
    const struct ds_outcome *outcome)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (ds_rules_decides(table, outcome, i))
			text = ds_say_more(page->doc, &page->arena, text,
			    ", ", table->rules[i].id);
	return text;
}

const char *
ds_rules_outcome(struct ds_rules_page *page, const struct ds_table *table,
    const struct ds_outcome *outcome)
{
	dossier_document *doc = page->doc;
	const char *text = "";
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (ds_rules_decides(table, outcome, i))
			text = ds_say_more(doc, &page->arena, text, "; ",
			    ds_rules_outputs(page, &table->rules[i]));
	if (text[0] != '\0')
		return text;
	if (outcome->none)
		return table->otherwise != NULL ? table->otherwise :
		    ds_tr(doc->language, N_("no rule fits"));
	return ds_say(doc, &page->arena, N_("undecided; not known: %s"),
	    ds_rules_facts(page, outcome->unknown, outcome->unknown_count,
	    false));
}
