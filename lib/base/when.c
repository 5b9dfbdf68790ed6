/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/when.h"

#include <string.h>

#include "base/text.h"

#define FIRST_YEAR 1600
#define LAST_YEAR 2999
#define FIRST_DAY (-135140)	/* 1600-01-01 */
#define LAST_DAY 376199		/* 2999-12-31 */

/* ---- the calendar ---- */

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_length(int year, int month)
{
	static const unsigned char length[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return length[month - 1] + (month == 2 && is_leap(year));
}

static dossier_day
nearest_day(int64_t number)
{
	if (number < FIRST_DAY)
		number = FIRST_DAY;
	if (number > LAST_DAY)
		number = LAST_DAY;
	return (dossier_day){ (int32_t)number };
}

bool
ds_day_exists(int year, int month, int day)
{
	return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 &&
	    month <= 12 && day >= 1 && day <= month_length(year, month);
}

/*
 * Years are counted from 1 March, so that the leap day is the last of its
 * year and the lengths of the months follow one straight line: 153 days in
 * every five months.
 */
dossier_day
ds_day_of(int year, int month, int day)
{
	int march_year = month > 2 ? year : year - 1;
	int march_month = month > 2 ? month - 3 : month + 9;
	int day_of_year = (153 * march_month + 2) / 5 + day - 1;

	return (dossier_day){ march_year * 365 + march_year / 4 -
	    march_year / 100 + march_year / 400 + day_of_year - 719468 };
}

void
ds_day_civil(dossier_day day, int *year, int *month, int *mday)
{
	int number = nearest_day(day.number).number + 719468;
	int era = number / 146097, in_era = number % 146097;
	int year_of_era = (in_era - in_era / 1460 + in_era / 36524 -
	    in_era / 146096) / 365;
	int day_of_year = in_era - (365 * year_of_era + year_of_era / 4 -
	    year_of_era / 100);
	int march_month = (5 * day_of_year + 2) / 153;

	*mday = day_of_year - (153 * march_month + 2) / 5 + 1;
	*month = march_month < 10 ? march_month + 3 : march_month - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

dossier_day
ds_day_add(dossier_day day, int days)
{
	if (!ds_day_known(day))
		return day;
	return nearest_day((int64_t)day.number + days);
}

/* ---- days as text ---- */

static void
put_digits(char *out, int number, int count)
{
	while (count-- > 0) {
		out[count] = (char)('0' + number % 10);
		number /= 10;
	}
}

/* The number of exactly `count` digits, or −1. */
static int
take_digits(const char *text, int count)
{
	int number = 0;

	while (count-- > 0) {
		if (*text < '0' || *text > '9')
			return -1;
		number = number * 10 + (*text++ - '0');
	}
	return number;
}

char *
ds_day_iso(dossier_day day, char out[DS_DAY_TEXT])
{
	int year, month, mday;

	out[0] = '\0';
	if (!ds_day_known(day))
		return out;
	ds_day_civil(day, &year, &month, &mday);
	put_digits(out, year, 4);
	out[4] = '-';
	put_digits(out + 5, month, 2);
	out[7] = '-';
	put_digits(out + 8, mday, 2);
	out[10] = '\0';
	return out;
}

char *
ds_day_text(dossier_day day, dossier_language language, char out[DS_DAY_TEXT])
{
	int year, month, mday;

	if (language != DOSSIER_DUTCH || !ds_day_known(day))
		return ds_day_iso(day, out);
	ds_day_civil(day, &year, &month, &mday);
	put_digits(out, mday, 2);
	out[2] = '-';
	put_digits(out + 3, month, 2);
	out[5] = '-';
	put_digits(out + 6, year, 4);
	out[10] = '\0';
	return out;
}

dossier_day
ds_day_from_iso(const char *text)
{
	int year, month, mday;

	if (strnlen(text, DS_DAY_TEXT) != 10 || text[4] != '-' ||
	    text[7] != '-')
		return DOSSIER_NO_DAY;
	year = take_digits(text, 4);
	month = take_digits(text + 5, 2);
	mday = take_digits(text + 8, 2);
	if (!ds_day_exists(year, month, mday))
		return DOSSIER_NO_DAY;
	return ds_day_of(year, month, mday);
}

/* ---- days as people write them ---- */

struct written {		/* three numbers in the order written */
	int number[3];
	int digits[3];
};

/* Digits, one of - / . between them, the same one twice. */
static bool
split_day(struct written *out, const char *text)
{
	const char separator = text[strspn(text, "0123456789")];
	int i;

	if (strchr("-/.", separator) == NULL || separator == '\0')
		return false;
	for (i = 0; i < 3; i++) {
		if (i > 0 && *text++ != separator)
			return false;
		out->digits[i] = (int)strspn(text, "0123456789");
		if (out->digits[i] < 1 || out->digits[i] > 4)
			return false;
		out->number[i] = take_digits(text, out->digits[i]);
		text += out->digits[i];
	}
	return *text == '\0';
}

static dossier_status
fail_day(dossier_error *err, const char *message, const char *text)
{
	/* A cell may hold a whole letter; quote its start only. */
	int size = (int)ds_utf8_valid(text, strnlen(text, 40));

	ds_fail(err, DOSSIER_INVALID, message, size, text);
	ds_advise(err, N_("Write a day as 31-08-2026 or 2026-08-31."));
	return DOSSIER_INVALID;
}

dossier_status
dossier_day_parse(dossier_day *out, const char *text, dossier_error *err)
{
	struct written w;
	int year, month, mday;

	if (strspn(text, "0123456789") == 8 && text[8] == '\0') {
		year = take_digits(text, 4);
		month = take_digits(text + 4, 2);
		mday = take_digits(text + 6, 2);
	} else if (!split_day(&w, text)) {
		return fail_day(err, N_("\"%.*s\" is not a day."), text);
	} else if (w.digits[0] == 4 && w.digits[1] == 2 &&
	    w.digits[2] == 2) {
		year = w.number[0], month = w.number[1], mday = w.number[2];
	} else if (w.digits[0] <= 2 && w.digits[1] <= 2 &&
	    w.digits[2] == 4) {
		mday = w.number[0], month = w.number[1], year = w.number[2];
	} else if (w.digits[0] <= 2 && w.digits[1] <= 2 &&
	    w.digits[2] == 2) {
		return fail_day(err, N_("The year of \"%.*s\" has two "
		    "digits, so the century is not known."), text);
	} else {
		return fail_day(err, N_("\"%.*s\" is not a day."), text);
	}
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return fail_day(err, N_("The year of \"%.*s\" is not "
		    "between 1600 and 2999."), text);
	if (!ds_day_exists(year, month, mday))
		return fail_day(err, N_("The day \"%.*s\" does not exist."),
		    text);
	*out = ds_day_of(year, month, mday);
	return DOSSIER_OK;
}

/* ---- years ---- */

int
ds_age(dossier_day birth, dossier_day on)
{
	int year, month, mday, on_year, on_month, on_mday;

	ds_day_civil(birth, &year, &month, &mday);
	ds_day_civil(on, &on_year, &on_month, &on_mday);
	return on_year - year -
	    (on_month < month || (on_month == month && on_mday < mday));
}

dossier_day
ds_birthday(dossier_day birth, int years)
{
	int year, month, mday;
	int64_t wanted;

	if (!ds_day_known(birth))
		return birth;
	ds_day_civil(birth, &year, &month, &mday);
	wanted = (int64_t)year + years;
	if (wanted < FIRST_YEAR || wanted > LAST_YEAR)
		return nearest_day(wanted < FIRST_YEAR ? FIRST_DAY : LAST_DAY);
	/* The 29th day after January is 1 March where it is not a leap year. */
	return ds_day_of((int)wanted, month, mday);
}

dossier_day
ds_school_year_start(dossier_day day)
{
	int year, month, mday;

	if (!ds_day_known(day))
		return day;
	ds_day_civil(day, &year, &month, &mday);
	if (month < 8)
		year--;
	return year < FIRST_YEAR ? nearest_day(FIRST_DAY) :
	    ds_day_of(year, 8, 1);
}

/* ---- periods ---- */

static const struct unit {
	char letter;
	int months;
	int days;
} units[] = {			/* in the order they must be written */
	{ 'Y', 12, 0 }, { 'M', 1, 0 }, { 'W', 0, 7 }, { 'D', 0, 1 }
};

#define UNITS (sizeof units / sizeof units[0])

/* One number and its unit; moves *text. Five digits cannot overflow. */
static bool
take_unit(struct ds_period *period, const char **text, size_t *unit)
{
	size_t digits = strspn(*text, "0123456789");
	int number;

	if (digits < 1 || digits > 5)
		return false;
	number = take_digits(*text, (int)digits);
	*text += digits;
	while (*unit < UNITS && units[*unit].letter != **text)
		++*unit;
	if (*unit == UNITS)
		return false;
	period->months += number * units[*unit].months;
	period->days += number * units[*unit].days;
	++*text;
	++*unit;
	return true;
}

dossier_status
ds_period_parse(struct ds_period *out, const char *text, dossier_error *err)
{
	struct ds_period period = { 0, 0 };
	const char *rest = text + 1;
	size_t unit = 0;
	bool good = *text == 'P';

	while (good && (rest == text + 1 || *rest != '\0'))
		good = take_unit(&period, &rest, &unit);
	if (!good) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%.*s\" is not a period."),
		    (int)ds_utf8_valid(text, strnlen(text, 40)), text);
		ds_advise(err, N_("Write P6M for six months, P1Y for a year, "
		    "P2W for two weeks or P28D for 28 days."));
		return DOSSIER_INVALID;
	}
	*out = period;
	return DOSSIER_OK;
}

dossier_day
ds_day_shift(dossier_day day, struct ds_period period, int sign)
{
	int year, month, mday, length;
	int64_t months;

	if (!ds_day_known(day))
		return day;
	ds_day_civil(day, &year, &month, &mday);
	months = (int64_t)year * 12 + month - 1 + (int64_t)sign * period.months;
	if (months < FIRST_YEAR * 12)
		return nearest_day(FIRST_DAY);
	if (months >= (LAST_YEAR + 1) * 12)
		return nearest_day(LAST_DAY);
	year = (int)(months / 12);
	month = (int)(months % 12) + 1;
	length = month_length(year, month);
	day = ds_day_of(year, month, mday < length ? mday : length);
	return nearest_day((int64_t)day.number + (int64_t)sign * period.days);
}
