/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * timeline nl|en: a page with two timelines, one of them crowded and with
 * names that are too long, for the checks in a browser.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/document.h"

struct stretch {
	const char *lane, *text;
	const char *from, *until;
	enum ds_bar_style style;
};

static const struct stretch way[] = {
	{ "School", "Praktijkschool De Wissel", "2021-08-01", "2026-07-31",
	    DS_BAR_SCHOOL },
	{ "Stage", "Bakkerij Van Dijk", "2025-10-01", "2026-01-30",
	    DS_BAR_STAGE },
	{ "Stage", "Tuincentrum", "2026-02-02", "2026-06-26", DS_BAR_STAGE },
	{ "Werk", "Contract", "2026-09-14", "2026-09-14", DS_BAR_WORK },
	{ "Werk", "Tuincentrum De Linde", "2026-10-01", "", DS_BAR_WORK },
	{ "Ondersteuning", "Jobcoach", "2026-10-01", "2027-03-31",
	    DS_BAR_SUPPORT },
	{ "Regie", "De Wissel", "2024-11-25", "2026-07-31", DS_BAR_LEAD },
	{ "Regie", "niemand, 61 dagen", "2026-08-01", "2026-09-30",
	    DS_BAR_GAP },
	{ "Regie", "Wilgerdam", "2026-10-01", "", DS_BAR_LEAD },
};

static const struct stretch crowd[] = {
	{ "Een heel lange naam voor een baan in de tijdlijn",
	    "Stichting voor Speciaal en Praktijkonderwijs & Partners", "",
	    "2031-12-31", DS_BAR_SCHOOL },
	{ "李小龍", "日本語の名前", "2022-01-01", "2033-01-01",
	    DS_BAR_STAGE },
	{ "عمر بن الخطاب", "مدرسة", "2024-01-01", "2024-01-01",
	    DS_BAR_SUPPORT },
	{ "Werk", "Eerste <baan>", "2030-01-01", "2035-01-01", DS_BAR_WORK },
	{ "Werk", "Tweede baan tegelijk", "2032-01-01", "2039-06-01",
	    DS_BAR_WORK },
	{ "Werk", "", "2035-01-02", "2035-01-02", DS_BAR_GAP },
};

static void
put(dossier_document *doc, const char *caption, struct ds_span window,
    const struct stretch *stretch, size_t count)
{
	struct ds_block *line = ds_timeline(doc, caption, window,
	    ds_day_of(2026, 3, 2));

	for (; count > 0; count--, stretch++)
		ds_timeline_bar(doc, line, stretch->lane, stretch->text,
		    (struct ds_span){ ds_day_from_iso(stretch->from),
		    ds_day_from_iso(stretch->until) }, stretch->style);
}

static bool
write_out(const char *bytes, size_t size, void *payload)
{
	return fwrite(bytes, 1, size, payload) == size;
}

int
main(int argc, char **argv)
{
	bool english = argc > 1 && strcmp(argv[1], "en") == 0;
	const char *folder = getenv("DOSSIER_LOCALE_DIR");
	dossier_document *doc;
	dossier_status status;

	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
	if (folder != NULL)
		dossier_messages_from(folder);
	doc = ds_document_new(english ? DOSSIER_ENGLISH : DOSSIER_DUTCH,
	    "Tijdlijn");
	if (doc == NULL)
		return 70;
	ds_document_mark(doc, "VOORBEELD");
	put(doc, "Van school naar werk", (struct ds_span){
	    ds_day_of(2025, 8, 1), ds_day_of(2027, 7, 31) }, way,
	    sizeof way / sizeof way[0]);
	ds_heading(doc, "Twintig jaar");
	put(doc, NULL, (struct ds_span){ ds_day_of(2020, 1, 1),
	    ds_day_of(2039, 12, 31) }, crowd,
	    sizeof crowd / sizeof crowd[0]);
	status = dossier_document_print(doc, DOSSIER_HTML, 0, write_out,
	    stdout, NULL);
	dossier_document_free(doc);
	return status == DOSSIER_OK ? 0 : 70;
}
