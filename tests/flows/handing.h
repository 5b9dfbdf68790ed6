/* SPDX-License-Identifier: EUPL-1.2 */
/* Steps of a handover of Zoë's case to Zeist, as tests take them. */
#ifndef TESTS_FLOWS_HANDING_H
#define TESTS_FLOWS_HANDING_H

#include "flows/one_case.h"

static struct one_case c;
static char folder[64];

static inline int
start(void **state)
{
	case_start(&c, "2026-05-11");
	snprintf(folder, sizeof folder, "%s/out", c.region.folder);
	return 0;
}

static inline int
end(void **state)
{
	case_end(&c);
	return 0;
}

static inline dossier_handover_options
options(dossier_handover_verb verb)
{
	dossier_handover_options o = { .to = "0355", .from = DOSSIER_NO_DAY };

	if (verb == DOSSIER_SEND) {
		o.ground = "WVO 2020 2.31b";
		o.folder = folder;
	}
	if (verb >= DOSSIER_ACCEPT) {
		o.said_by = "Wil Dijk";
		o.channel = "phone";
	}
	if (verb == DOSSIER_DECLINE)
		o.reason = "lives elsewhere";
	return o;
}

static inline char *
step_with(dossier_handover_verb verb, const dossier_handover_options *o,
    dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_handover(&doc, c.region.session, verb, c.ref, o,
	    &err), &err);
	return region_print(doc, format);
}

static inline char *
step(dossier_handover_verb verb)
{
	dossier_handover_options o = options(verb);

	return step_with(verb, &o, DOSSIER_JSON);
}

static inline void
done(dossier_handover_verb verb)
{
	free(step(verb));
}

static inline dossier_status
refused_with(dossier_handover_verb verb, const dossier_handover_options *o,
    dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	dossier_status status;

	status = dossier_handover(&doc, c.region.session, verb, c.ref, o,
	    err != NULL ? err : &own);
	assert_null(doc);
	return status;
}

static inline dossier_status
refused(dossier_handover_verb verb)
{
	dossier_handover_options o = options(verb);

	return refused_with(verb, &o, NULL);
}

static inline void
assert_lead(const char *day, const char *party, const char *contact)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const dossier_show_options options = { .on = ds_day_from_iso(day) };
	dossier_document *doc = NULL;
	char part[128], *text;

	region_ok(dossier_show(&doc, c.region.session, c.ref, &options,
	    &err), &err);
	text = region_print(doc, DOSSIER_JSON);
	snprintf(part, sizeof part, "\"lead\":{\"party\":\"%s\"", party);
	says(text, part);
	snprintf(part, sizeof part, "\"contact\":\"%s\",\"phone\"", contact);
	says(text, part);
	free(text);
}

#endif
