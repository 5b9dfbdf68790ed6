/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/rules_check.h"

#include "flows/session.h"
#include "rules/decide.h"
#include "rules/prove.h"

/* ---- one finding ---- */

static void
open_table(struct ds_findings *findings)
{
	dossier_language lang = findings->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Where")), DS_LEFT },
		{ ds_tr(lang, N_("What is wrong")), DS_LEFT },
		{ ds_tr(lang, N_("What to do")), DS_LEFT },
	};

	if (findings->table == NULL)
		findings->table = ds_table(findings->doc, NULL, columns, 3);
}

/* "mijn.yaml:12:7" */
static const char *
place_text(struct ds_findings *findings, const char *file, int line,
    int column)
{
	const char *text = file != NULL ? file : "";

	if (line > 0)
		text = ds_say_more(findings->doc, &findings->arena, text,
		    ":", ds_say_sure(findings->doc, ds_arena_printf(
		    &findings->arena, column > 0 ? "%d:%d" : "%d", line,
		    column)));
	return text;
}

struct found {
	const char *kind;		/* for machines */
	const char *table;		/* NULL: of no table */
	const char *file;
	int line, column;
	const char *message, *advice, *example;
	bool fault;
};

static void
put_found(struct ds_findings *findings, const struct found *found)
{
	dossier_document *doc = findings->doc;
	struct ds_value *map = ds_put_map(doc, findings->list, NULL);
	struct ds_cells *row;
	const char *message = found->message;

	ds_put_text(doc, map, "kind", found->kind);
	ds_put_bool(doc, map, "fault", found->fault);
	ds_put_text(doc, map, "table", found->table);
	ds_put_text(doc, map, "file", found->file);
	ds_put_int(doc, map, "line", found->line);
	ds_put_int(doc, map, "column", found->column);
	ds_put_text(doc, map, "message", message);
	ds_put_text(doc, map, "advice", found->advice);
	ds_put_text(doc, map, "example", found->example);
	open_table(findings);
	row = ds_table_row(doc, findings->table);
	if (!found->fault)
		message = ds_say(doc, &findings->arena, N_("Note: %s"),
		    message);
	ds_cell(doc, row, 0, place_text(findings, found->file, found->line,
	    found->column));
	ds_cell(doc, row, 1, message);
	ds_cell(doc, row, 2, found->advice);
	findings->verdict->faults += found->fault;
	findings->noted = findings->noted || !found->fault;
	doc->attention = doc->attention || found->fault;
}

/* A table of what it extends, that asks one it replaces: elsewhere. */
static const char *
file_of(const struct ds_findings *findings, const struct ds_table *table)
{
	return table->pack == findings->pack ? findings->file :
	    table->pack->id;
}

static void
take_finding(const struct ds_finding *finding, void *payload)
{
	struct ds_findings *findings = payload;
	const struct found found = {
		.kind = ds_finding_name(finding->kind),
		.table = finding->table->name,
		.file = file_of(findings, finding->table),
		.line = finding->line, .column = finding->column,
		.message = finding->message, .advice = finding->advice,
		.example = finding->example, .fault = finding->fault
	};

	if (finding->fault && findings->last != finding->table) {
		findings->verdict->unproven++;
		findings->last = finding->table;
	}
	put_found(findings, &found);
}

static void
take_example(const struct ds_example *example, const char *message,
    void *payload)
{
	struct ds_findings *findings = payload;
	const struct found found = {
		.kind = "example", .table = example->table,
		.file = findings->file, .line = example->line,
		.message = message, .fault = true,
		.advice = ds_tr(findings->doc->language, N_("Mend the rule "
		    "or the example: one of them is not what you mean."))
	};

	put_found(findings, &found);
}

/* ---- one pack ---- */

static size_t
own_tables(const struct ds_pack *pack)
{
	size_t count = 0, i;

	for (i = 0; i < pack->table_count; i++)
		count += pack->tables[i].pack == pack;
	return count;
}

dossier_status
ds_findings_pack(struct ds_verdict *out, struct ds_findings *findings,
    struct ds_value *map, const char *file, const struct ds_pack *pack,
    dossier_error *err)
{
	dossier_error said = DOSSIER_ERROR_INIT(findings->doc->language);
	dossier_document *doc = findings->doc;
	size_t faults;

	*out = (struct ds_verdict){ .read = true,
	    .tables = own_tables(pack), .examples = pack->example_count };
	findings->pack = pack;
	findings->file = file;
	findings->list = ds_put_list(doc, map, "findings");
	findings->verdict = out;
	findings->last = NULL;
	/* What they say goes into the document, and so has its language. */
	if (ds_pack_prove(&faults, pack, take_finding, findings, &said) !=
	    DOSSIER_OK || ds_pack_test(&out->failed, pack, take_example,
	    findings, &said) != DOSSIER_OK)
		return ds_no_memory(err);
	ds_put_int(doc, map, "tables", (int64_t)out->tables);
	ds_put_int(doc, map, "unproven", (int64_t)out->unproven);
	ds_put_int(doc, map, "examples", (int64_t)out->examples);
	ds_put_int(doc, map, "failed", (int64_t)out->failed);
	ds_put_bool(doc, map, "usable", out->faults == 0);
	return ds_document_check(doc, err);
}

dossier_status
ds_findings_draft(struct ds_verdict *out, struct ds_findings *findings,
    struct ds_value *map, const struct ds_draft *draft, dossier_error *err)
{
	const dossier_error *why = &draft->err;
	const struct found found = {
		.kind = "refused",
		.file = why->file[0] != '\0' ? why->file : draft->file,
		.line = why->line, .column = why->column,
		.message = why->message,
		.advice = why->advice[0] != '\0' ? why->advice : NULL,
		.fault = true
	};

	if (draft->pack != NULL)
		return ds_findings_pack(out, findings, map, draft->file,
		    draft->pack, err);
	*out = (struct ds_verdict){ .read = false };
	findings->list = ds_put_list(findings->doc, map, "findings");
	findings->verdict = out;
	put_found(findings, &found);
	ds_put_bool(findings->doc, map, "usable", false);
	return ds_document_check(findings->doc, err);
}

const char *
ds_verdict_text(struct ds_findings *findings,
    const struct ds_verdict *verdict)
{
	dossier_language lang = findings->doc->language;

	if (!verdict->read)
		return ds_tr(lang, N_("cannot be read as a pack"));
	if (verdict->faults == 0)
		return ds_tr(lang, N_("fit for use"));
	return ds_say(findings->doc, &findings->arena, ds_trn(lang,
	    N_("%zu fault: not fit for use"),
	    N_("%zu faults: not fit for use"), (long)verdict->faults),
	    verdict->faults);
}

/* ---- rules check ---- */

struct check {
	struct ds_drafts drafts;
	struct ds_findings findings;
	struct ds_block *table;		/* a line for each file */
	size_t refused;
};

static dossier_status
check_one(struct check *check, const struct ds_draft *draft,
    dossier_error *err)
{
	dossier_document *doc = check->findings.doc;
	struct ds_arena *arena = &check->findings.arena;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_cells *row = ds_table_row(doc, check->table);
	struct ds_verdict verdict;

	ds_put_text(doc, map, "file", draft->file);
	ds_put_text(doc, map, "pack", draft->head.id);
	ds_put_text(doc, map, "version", draft->head.version);
	DS_TRY(ds_findings_draft(&verdict, &check->findings, map, draft,
	    err));
	check->refused += !verdict.read;
	ds_cell(doc, row, 0, draft->file);
	if (draft->head.id != NULL)
		ds_cell(doc, row, 1, ds_say_sure(doc, ds_arena_printf(arena,
		    "%s %s", draft->head.id, draft->head.version)));
	ds_cell(doc, row, 4, ds_verdict_text(&check->findings, &verdict));
	if (!verdict.read)
		return DOSSIER_OK;
	ds_cell(doc, row, 2, ds_say(doc, arena, N_("%zu of %zu"),
	    verdict.tables - verdict.unproven, verdict.tables));
	ds_cell(doc, row, 3, ds_say(doc, arena, N_("%zu of %zu"),
	    verdict.examples - verdict.failed, verdict.examples));
	return DOSSIER_OK;
}

static void
open_files(struct check *check)
{
	dossier_language lang = check->findings.doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("File")), DS_LEFT },
		{ ds_tr(lang, N_("Pack")), DS_LEFT },
		{ ds_tr(lang, N_("Tables proven")), DS_LEFT },
		{ ds_tr(lang, N_("Examples passed")), DS_LEFT },
		{ ds_tr(lang, N_("Outcome")), DS_LEFT },
	};

	check->table = ds_table(check->findings.doc, NULL, columns, 5);
}

static dossier_status
check_all(struct check *check, const char *const *files, size_t count,
    dossier_error *err)
{
	struct ds_draft *draft;
	size_t i;

	for (i = 0; i < count; i++)
		DS_TRY(ds_drafts_add_file(&draft, &check->drafts, files[i],
		    err));
	for (i = 0; i < count; i++)
		DS_TRY(ds_draft_load(&check->drafts, check->drafts.items[i],
		    err));
	open_files(check);
	for (i = 0; i < count; i++)
		DS_TRY(check_one(check, check->drafts.items[i], err));
	return ds_document_check(check->findings.doc, err);
}

static dossier_status
open_check(struct check *check, dossier_session *session,
    dossier_language language, dossier_error *err)
{
	struct ds_library *library = NULL;
	dossier_document *doc;

	if (session != NULL) {
		DS_TRY(ds_session_library(&library, session, err));
		DS_TRY(ds_session_document(&check->findings.doc, session,
		    N_("Packs checked"), err));
		ds_drafts_start(&check->drafts, library, session->today,
		    session->language);
		return DOSSIER_OK;
	}
	doc = ds_document_new(language, ds_tr(language, N_("Packs checked")));
	if (doc == NULL)
		return ds_no_memory(err);
	ds_document_note(doc, ds_tr(language, N_("There is no store: what a "
	    "pack extends comes from the software itself.")));
	check->findings.doc = doc;
	ds_drafts_start(&check->drafts, NULL, DOSSIER_NO_DAY, language);
	return DOSSIER_OK;
}

dossier_status
dossier_rules_check(dossier_document **out, dossier_session *session,
    dossier_language language, const char *const *files, size_t count,
    dossier_error *err)
{
	struct check check = { .refused = 0 };
	dossier_status status = open_check(&check, session, language, err);

	if (status == DOSSIER_OK)
		status = check_all(&check, files, count, err);
	ds_arena_free(&check.findings.arena);
	ds_drafts_free(&check.drafts);
	if (status != DOSSIER_OK) {
		dossier_document_free(check.findings.doc);
		return status;
	}
	*out = check.findings.doc;
	if (check.refused == 0)
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_INVALID, check.refused == 1 ?
	    N_("%zu file cannot be read as a pack.") :
	    N_("%zu files cannot be read as a pack."), check.refused);
}
