/* SPDX-License-Identifier: EUPL-1.2 */
/* A pack from a file comes into the store: checked whole, or not at all. */
#include <string.h>

#include "flows/rules_change.h"
#include "flows/rules_check.h"

struct use {
	struct ds_rules_page page;
	struct ds_drafts drafts;
	struct ds_findings findings;
	struct ds_library *library;
	struct ds_draft *draft;
	struct ds_value *map;
	bool there;			/* this very text, already */
};

static void
tell_pack(struct use *use)
{
	const struct ds_pack_head *head = &use->draft->head;
	dossier_document *doc = use->page.doc;

	use->map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, use->map, "file", use->draft->file);
	ds_put_text(doc, use->map, "pack", head->id);
	ds_put_text(doc, use->map, "version", head->version);
	ds_say_line(doc, N_("File"), use->draft->file);
	if (head->id != NULL)
		ds_say_line(doc, N_("Pack"), ds_say_sure(doc,
		    ds_arena_printf(&use->page.arena, "%s %s", head->id,
		    head->version)));
}

/* ---- may it be used? ---- */

static dossier_status
refuse(struct use *use, const char *message, dossier_error *err)
{
	ds_put_bool(use->page.doc, use->map, "installed", false);
	ds_advise(err, N_("Mend the file and look again: dossier rules "
	    "check %s"), use->draft->file);
	return ds_fail(err, DOSSIER_INVALID, "%s", ds_tr(err == NULL ?
	    DOSSIER_ENGLISH : err->language, message));
}

static dossier_status
judge(struct use *use, dossier_error *err)
{
	struct ds_verdict verdict;

	DS_TRY(ds_findings_draft(&verdict, &use->findings, use->map,
	    use->draft, err));
	if (!verdict.read)
		return refuse(use, N_("This pack cannot be read; nothing was "
		    "changed."), err);
	if (verdict.faults > 0)
		return refuse(use, N_("This pack has faults and cannot be "
		    "used; nothing was changed."), err);
	ds_say_line(use->page.doc, N_("Outcome"),
	    ds_verdict_text(&use->findings, &verdict));
	return DOSSIER_OK;
}

/* A version says one thing for ever: what was advised refers to it. */
static dossier_status
same_version(struct use *use, dossier_error *err)
{
	const struct ds_pack_head *head = &use->draft->head;
	const char *text;
	size_t index;

	if (ds_library_find(&index, use->library, head->id, head->version,
	    use->page.session->today, NULL) != DOSSIER_OK)
		return DOSSIER_OK;
	DS_TRY(ds_library_text(&text, use->library, index, err));
	use->there = strlen(text) == use->draft->size &&
	    memcmp(text, use->draft->text, use->draft->size) == 0;
	if (use->there)
		return DOSSIER_OK;
	ds_advise(err, N_("Give the file a new version, such as \"%s.1\", and "
	    "the day from which it holds."), head->version);
	return ds_fail(err, DOSSIER_CONFLICT, N_("Version %s of the pack %s is "
	    "in the store already and says something else. A version never "
	    "changes: earlier advice refers to it."), head->version,
	    head->id);
}

/* ---- the packs that extend it ---- */

static bool
rests_on(const struct use *use, const struct ds_pack_head *head)
{
	size_t steps, index;

	for (steps = 0; steps <= ds_library_count(use->library) &&
	    head->extends != NULL; steps++) {
		if (strcmp(head->extends, use->draft->head.id) == 0)
			return true;
		if (ds_library_find(&index, use->library, head->extends,
		    NULL, use->page.session->today, NULL) != DOSSIER_OK)
			return false;
		head = ds_library_head(use->library, index);
	}
	return false;
}

/* Is this the version of its pack that will rest on the new one? */
static bool
is_newest(const struct use *use, size_t at)
{
	const struct ds_pack_head *head = ds_library_head(use->library, at);
	dossier_day day = use->draft->head.valid_from;
	size_t index;

	if (day.number < use->page.session->today.number)
		day = use->page.session->today;
	return ds_library_find(&index, use->library, head->id, NULL, day,
	    NULL) == DOSSIER_OK && index == at;
}

static dossier_status
add_dependents(struct use *use, dossier_error *err)
{
	const struct ds_pack_head *head;
	struct ds_draft *draft;
	const char *text;
	size_t i;

	for (i = 0; i < ds_library_count(use->library); i++) {
		head = ds_library_head(use->library, i);
		if (!rests_on(use, head) || !is_newest(use, i))
			continue;
		DS_TRY(ds_library_text(&text, use->library, i, err));
		DS_TRY(ds_drafts_add_text(&draft, &use->drafts, head->id,
		    text, strlen(text), err));
	}
	return DOSSIER_OK;
}

/* They must be fit for use on the new version too. */
static dossier_status
judge_dependents(struct use *use, dossier_error *err)
{
	struct ds_value *list = ds_put_list(use->page.doc, use->map,
	    "extended_by"), *map;
	const char *text = "";
	struct ds_draft *draft;
	struct ds_verdict verdict;
	size_t i, faults = 0;

	DS_TRY(add_dependents(use, err));
	for (i = 1; i < use->drafts.count; i++) {
		draft = use->drafts.items[i];
		DS_TRY(ds_draft_load(&use->drafts, draft, err));
		map = ds_put_map(use->page.doc, list, NULL);
		ds_put_text(use->page.doc, map, "pack", draft->head.id);
		DS_TRY(ds_findings_draft(&verdict, &use->findings, map,
		    draft, err));
		faults += verdict.faults;
		text = ds_say_more(use->page.doc, &use->page.arena, text,
		    ", ", draft->file);
	}
	if (text[0] != '\0')
		ds_say_line(use->page.doc, N_("Extended by"), text);
	return faults == 0 ? DOSSIER_OK : refuse(use, N_("Packs in this "
	    "store extend this one, and no longer work with it; nothing was "
	    "changed."), err);
}

/* ---- into the store ---- */

static dossier_status
install(struct use *use, dossier_error *err)
{
	dossier_session *session = use->page.session;
	const char *object = ds_arena_printf(&use->page.arena,
	    "pack:%s@%s", use->draft->head.id, use->draft->head.version);
	dossier_status status;

	if (object == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_session_begin(session, object, NULL, err));
	status = ds_library_add(session->book, use->draft->text,
	    use->draft->size, err);
	if (status != DOSSIER_OK) {
		ds_tx_rollback(session->store);
		return status;
	}
	DS_TRY(ds_tx_commit(session->store, err));
	ds_session_forget_packs(session);
	return DOSSIER_OK;
}

/* From when it counts, and against what it is held. */
static dossier_status
tell_place(struct use *use, dossier_error *err)
{
	const struct ds_pack *before = NULL, *pack = use->page.pack;
	dossier_document *doc = use->page.doc;
	const struct ds_span valid = { pack->valid_from, pack->valid_until };
	size_t index;

	if (ds_library_find(&index, use->library, pack->id, NULL,
	    pack->valid_from, NULL) == DOSSIER_OK)
		DS_TRY(ds_library_version(&before, use->library, index,
		    use->page.session->today, err));
	ds_put_day(doc, use->map, "valid_from", pack->valid_from);
	ds_put_text(doc, use->map, "replaces", before == NULL ? NULL :
	    before->version);
	ds_say_line(doc, N_("Counts"), ds_rules_span(&use->page, valid));
	ds_say_line(doc, N_("Replaces"), before == NULL ?
	    ds_tr(doc->language, N_("nothing: the pack is new here")) :
	    ds_say(doc, &use->page.arena, N_("version %s, which stays "
	    "readable"), before->version));
	ds_rules_tell_changes(&use->page, use->map, before);
	return DOSSIER_OK;
}

static dossier_status
check_and_install(struct use *use, const char *file, dossier_error *err)
{
	DS_TRY(ds_drafts_add_file(&use->draft, &use->drafts, file, err));
	DS_TRY(ds_draft_load(&use->drafts, use->draft, err));
	tell_pack(use);
	DS_TRY(judge(use, err));
	use->page.pack = use->draft->pack;
	DS_TRY(same_version(use, err));
	if (use->there) {
		ds_put_bool(use->page.doc, use->map, "installed", false);
		ds_paragraph(use->page.doc, "%s", ds_tr(
		    use->page.doc->language, N_("This very pack is in the "
		    "store already; nothing was changed.")));
		return DOSSIER_OK;
	}
	DS_TRY(judge_dependents(use, err));
	DS_TRY(tell_place(use, err));
	ds_put_bool(use->page.doc, use->map, "installed", true);
	DS_TRY(ds_document_check(use->page.doc, err));
	return install(use, err);
}

static dossier_status
run(struct use *use, const char *file, dossier_error *err)
{
	dossier_session *session = use->page.session;

	DS_TRY(ds_session_known(session, err));
	DS_TRY(ds_session_may(session, "decide", err));
	DS_TRY(ds_session_library(&use->library, session, err));
	DS_TRY(ds_session_document(&use->page.doc, session,
	    N_("A pack for this store"), err));
	use->findings.doc = use->page.doc;
	ds_drafts_start(&use->drafts, use->library, session->today,
	    session->language);
	return check_and_install(use, file, err);
}

dossier_status
dossier_rules_use(dossier_document **out, dossier_session *session,
    const char *file, dossier_error *err)
{
	struct use use = { .page = { .session = session } };
	dossier_status status = run(&use, file, err);

	ds_arena_free(&use.page.arena);
	ds_arena_free(&use.findings.arena);
	ds_drafts_free(&use.drafts);
	if (status == DOSSIER_OK || status == DOSSIER_INVALID)
		*out = use.page.doc;
	else
		dossier_document_free(use.page.doc);
	return status;
}
