/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which life domains the talks of the school year touched, and how many were
 * about one thing only. Counts; nobody is named.
 */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#define SEPARATORS " ,;\t\n"

struct talk {
	int64_t youth;
	const char *domains;		/* NULL: not recorded */
};

struct tally {
	const char *domain;
	int64_t talks, alone;
};

struct domains {
	struct ds_report *report;
	struct talk *talks;		/* by youth */
	size_t talk_count, next;
	struct tally *tallies;
	size_t count, capacity;
	int64_t all, told, single;
};

static void
take_talk(void *item, struct ds_report *report, struct ds_stmt *stmt)
{
	struct talk *talk = item;

	talk->youth = ds_col_int(stmt, 0);
	talk->domains = ds_report_keep(report, ds_col_text(stmt, 1));
}

static const struct ds_report_source source = {
	DS_SQL_REPORT_TALKS, DS_BIND_DAY | DS_BIND_SINCE, sizeof(struct talk),
	take_talk
};

/* ---- counting ---- */

static dossier_status
tally_of(struct tally **out, struct domains *domains, const char *word,
    size_t size, dossier_error *err)
{
	struct tally *list = domains->tallies;
	const char *name;
	size_t i;

	for (i = 0; i < domains->count; i++)
		if (strncmp(list[i].domain, word, size) == 0 &&
		    list[i].domain[size] == '\0') {
			*out = &list[i];
			return DOSSIER_OK;
		}
	name = ds_arena_ndup(&domains->report->arena, word, size);
	list = ds_grow(list, domains->count, &domains->capacity,
	    sizeof *list);
	if (list == NULL || name == NULL)
		return ds_no_memory(err);
	domains->tallies = list;
	list[domains->count] = (struct tally){ name, 0, 0 };
	*out = &list[domains->count++];
	return DOSSIER_OK;
}

/* Has the word stood in the text before? */
static bool
stood_before(const char *text, const char *word, size_t size)
{
	size_t length;

	for (;;) {
		text += strspn(text, SEPARATORS);
		if (text == word)
			return false;
		length = strcspn(text, SEPARATORS);
		if (length == size && strncmp(text, word, size) == 0)
			return true;
		text += length;
	}
}

static dossier_status
count_talk(struct domains *domains, const char *text, dossier_error *err)
{
	const char *word = text + strspn(text, SEPARATORS);
	struct tally *tally = NULL;
	int touched = 0;
	size_t size;

	for (; *word != '\0'; word += strspn(word, SEPARATORS)) {
		size = strcspn(word, SEPARATORS);
		if (!stood_before(text, word, size)) {
			DS_TRY(tally_of(&tally, domains, word, size, err));
			tally->talks++;
			touched++;
		}
		word += size;
	}
	domains->told += touched > 0;
	if (touched != 1)
		return DOSSIER_OK;
	domains->single++;
	tally->alone++;
	return DOSSIER_OK;
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct domains *domains = payload;
	struct talk *talk;
	bool taken;

	DS_TRY(ds_report_takes(&taken, domains->report, youth, err));
	for (; domains->next < domains->talk_count; domains->next++) {
		talk = &domains->talks[domains->next];
		if (talk->youth > youth->facts.youth)
			break;
		if (!taken || talk->youth < youth->facts.youth)
			continue;
		domains->all++;
		if (talk->domains != NULL)
			DS_TRY(count_talk(domains, talk->domains, err));
	}
	return DOSSIER_OK;
}

/* ---- on paper ---- */

static int
by_talks(const void *left, const void *right)
{
	const struct tally *a = left, *b = right;

	if (a->talks != b->talks)
		return a->talks > b->talks ? -1 : 1;
	return strcmp(a->domain, b->domain);
}

/* As the home pack calls it, in whichever set; else as it was written. */
static const char *
label(const struct ds_report *report, const char *domain)
{
	const struct ds_pack *pack = report->home;
	const struct ds_domain *found;
	size_t i;

	for (i = 0; i < pack->domain_set_count; i++) {
		found = ds_domain_named(&pack->domain_sets[i], domain);
		if (found != NULL)
			return found->label;
	}
	return domain;
}

/* In tenths of a percent, rounded half up. */
static const char *
share(char text[24], int64_t part, int64_t whole, dossier_language language)
{
	return ds_decimal_text((2000 * part + whole) / (2 * whole), 1,
	    language, text);
}

static void
put_data(const struct domains *domains)
{
	dossier_document *doc = domains->report->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list, *item;
	char text[24];
	size_t i;

	ds_put_day(doc, map, "from", domains->report->since);
	ds_put_day(doc, map, "until", domains->report->session->today);
	ds_put_int(doc, map, "talks", domains->all);
	ds_put_int(doc, map, "with_domains", domains->told);
	ds_put_int(doc, map, "one_domain", domains->single);
	ds_put_text(doc, map, "one_domain_share", domains->told == 0 ? NULL :
	    share(text, domains->single, domains->told, DOSSIER_ENGLISH));
	list = ds_put_list(doc, map, "domains");
	for (i = 0; i < domains->count; i++) {
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "domain", domains->tallies[i].domain);
		ds_put_int(doc, item, "talks", domains->tallies[i].talks);
		ds_put_int(doc, item, "alone", domains->tallies[i].alone);
	}
}

static void
put_table(const struct domains *domains)
{
	struct ds_report *report = domains->report;
	dossier_language lang = report->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Life domain")), DS_LEFT },
		{ ds_tr(lang, N_("Talks")), DS_RIGHT },
		{ ds_tr(lang, N_("Only this")), DS_RIGHT }
	};
	struct ds_block *table = ds_table(report->doc, NULL, columns, 3);
	struct ds_cells *cells;
	char text[24];
	size_t i;

	ds_table_quiet(table);
	for (i = 0; i < domains->count; i++) {
		cells = ds_table_row(report->doc, table);
		ds_cell(report->doc, cells, 0, label(report,
		    domains->tallies[i].domain));
		ds_cell(report->doc, cells, 1, ds_decimal_text(
		    domains->tallies[i].talks, 0, lang, text));
		ds_cell(report->doc, cells, 2, ds_decimal_text(
		    domains->tallies[i].alone, 0, lang, text));
	}
}

static void
put_page(const struct domains *domains)
{
	struct ds_report *report = domains->report;
	dossier_language lang = report->language;
	char text[24], day[DS_DAY_TEXT];

	ds_paragraph(report->doc, ds_tr(lang, N_("Talks since %s: %lld. The "
	    "life domains are recorded of %lld.")),
	    ds_day_text(report->since, lang, day), (long long)domains->all,
	    (long long)domains->told);
	if (domains->told > 0)
		ds_paragraph(report->doc, ds_tr(lang, N_("About one life "
		    "domain only: %lld, which is %s%%.")),
		    (long long)domains->single,
		    share(text, domains->single, domains->told, lang));
	put_data(domains);
	put_table(domains);
}

dossier_status
ds_report_domains(struct ds_report *report, dossier_error *err)
{
	struct domains domains = { .report = report };
	dossier_status status;

	DS_TRY(ds_report_read(&domains.talks, &domains.talk_count, report,
	    &source, err));
	status = ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &domains, err);
	if (status == DOSSIER_OK) {
		if (domains.count > 0)
			qsort(domains.tallies, domains.count,
			    sizeof *domains.tallies, by_talks);
		put_page(&domains);
	}
	ds_free(domains.tallies);
	return status;
}
