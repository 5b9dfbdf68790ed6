/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes to every check of identifiers, days, periods and decimals. What
 * is taken must come out in a form that is taken again and stays the same.
 */
#include <stdlib.h>
#include <string.h>

#include "base/ident.h"
#include "base/text.h"
#include "base/when.h"

#define MOST 256		/* bytes; no identifier is nearly as long */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
feed_idents(const char *text)
{
	static const struct {
		bool (*is)(char *out, const char *text);
		size_t size;		/* of its buffer, as ident.h says */
	} checks[] = {
		{ ds_ident_bsn, 10 }, { ds_ident_onderwijsnummer, 10 },
		{ ds_ident_brin, 7 }, { ds_ident_postcode, 7 },
		{ ds_ident_postcode4, 5 }, { ds_ident_municipality, 5 },
		{ ds_ident_kvk, 9 }, { ds_ident_process, 12 },
		{ ds_ref_check, DS_REF_SIZE }
	};
	char *once, *twice;
	size_t i;

	for (i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		/* On the heap, where a byte too many is seen. */
		once = malloc(checks[i].size);
		twice = malloc(checks[i].size);
		must(once != NULL && twice != NULL);
		if (checks[i].is(once, text)) {
			must(memchr(once, '\0', checks[i].size) != NULL);
			must(checks[i].is(twice, once));
			must(strcmp(once, twice) == 0);
		}
		free(once);
		free(twice);
	}
	must(!ds_ident_scientific(text) || strpbrk(text, "eE") != NULL);
	must(!ds_ident_is_phone(text) ||
	    text[strspn(text, "0123456789+-.() ")] == '\0');
}

static void
feed_day(const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_day day, again;
	char iso[DS_DAY_TEXT], dutch[DS_DAY_TEXT];

	again = ds_day_from_iso(text);
	if (dossier_day_parse(&day, text, &err) != DOSSIER_OK) {
		must(err.status == DOSSIER_INVALID && err.message[0] != '\0');
		must(!ds_day_known(again));
		return;
	}
	must(ds_day_known(day));
	must(!ds_day_known(again) || again.number == day.number);
	ds_day_iso(day, iso);
	must(ds_day_from_iso(iso).number == day.number);
	ds_day_text(day, DOSSIER_DUTCH, dutch);
	must(dossier_day_parse(&again, dutch, NULL) == DOSSIER_OK);
	must(again.number == day.number);
}

static void
feed_period(const char *text)
{
	const dossier_day anchor = ds_day_of(2028, 2, 29);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_period period;
	struct ds_span span;

	if (ds_period_parse(&period, text, &err) != DOSSIER_OK) {
		must(err.status == DOSSIER_INVALID && err.message[0] != '\0');
		return;
	}
	must(text[0] == 'P' && period.months >= 0 && period.days >= 0);
	span.from = anchor;
	span.until = ds_day_shift(anchor, period, 1);
	must(span.until.number >= anchor.number);
	must(ds_span_lasts(span, period));
	must(ds_day_shift(anchor, period, -1).number <= anchor.number);
}

static void
feed_decimal(const char *text)
{
	char out[24];
	int64_t value, back;
	int scale;

	for (scale = 0; scale <= 18; scale++) {
		if (!ds_decimal_parse(&value, text, scale))
			continue;
		ds_decimal_text(value, scale, DOSSIER_DUTCH, out);
		must(ds_decimal_parse(&back, out, scale) && back == value);
		ds_decimal_text(value, scale, DOSSIER_ENGLISH, out);
		must(ds_decimal_parse(&back, out, scale) && back == value);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;

	if (size > MOST)
		size = MOST;
	text = malloc(size + 1);
	must(text != NULL);
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	feed_idents(text);
	feed_day(text);
	feed_period(text);
	feed_decimal(text);
	free(text);
	return 0;
}
