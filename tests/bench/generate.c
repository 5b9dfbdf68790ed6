/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Pupil lists as schools export them, made up, with faults planted in them
 * and a list of what was planted: row;column;kind. The same seed gives the
 * same file. What is odd but right is in them too: it must raise no alarm.
 *
 * generate SHAPE ROWS SEED FAULTS POSTCODES MUNICIPALITIES OUT PLANTED
 *
 * SHAPE is magister (comma, UTF-8 with a mark; no school in it) or dutch
 * (semicolon, Windows-1252); FAULTS is rows in a thousand, or "plain" for no
 * faults and nothing odd. POSTCODES and MUNICIPALITIES are CSV files that
 * have postcode4, plaats, gemeentecode and gemeentecode, gemeente.
 */
#include "pupil.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct header {
	enum column column;
	const char *name;
};

struct shape {
	const char *name, *mark, *end;
	char separator;
	bool windows;			/* Windows-1252, else UTF-8 */
	bool bare;			/* an empty field is nothing, not "" */
	const struct header *headers;
	size_t count;
};

static const struct header magister[] = {
	{ NUMBER, "Stamnummer" }, { GIVEN, "Roepnaam" },
	{ PREFIX, "Tussenvoegsel" }, { FAMILY, "Achternaam" },
	{ CLASS, "Klas" }, { MENTOR, "Klassenmentor 1" },
	{ BIRTH, "Geboortedatum" }, { SEX, "Geslacht" },
	{ YEAR, "Leerjaar" }, { POSTCODE, "Postcode" },
	{ PLACE, "Woonplaats" }, { EMAIL, "E-mail" },
	{ NOTE, "Opmerking" }
};

static const struct header dutch[] = {
	{ NUMBER, "Leerlingnummer" }, { BSN, "BSN" }, { GIVEN, "Roepnaam" },
	{ PREFIX, "Tussenvoegsel" }, { FAMILY, "Achternaam" },
	{ BIRTH, "Geboortedatum" }, { SEX, "Geslacht" }, { SCHOOL, "BRIN" },
	{ KIND, "Schoolsoort" }, { PROFILE, "Uitstroomprofiel" },
	{ CLASS, "Klas" }, { YEAR, "Leerjaar" }, { MENTOR, "Mentor" },
	{ EXIT, "Verwachte uitstroom" },
	{ DESTINATION, "Beoogde bestemming" },
	{ MUNICIPALITY, "Gemeente" }, { POSTCODE, "Postcode" },
	{ PLACE, "Woonplaats" }, { PHONE, "Telefoon" },
	{ EMAIL, "E-mail" }, { NOTE, "Opmerking" }
};

static const struct shape shapes[] = {
	{ "magister", "\xEF\xBB\xBF", "\n", ',', false, false, magister,
	    LENGTH(magister) },
	{ "dutch", "", "\r\n", ';', true, true, dutch, LENGTH(dutch) }
};

static const struct shape *shape;
static FILE *out, *planted;
static long row = 1;			/* the spreadsheet's */

static const struct header *
header_of(enum column column)
{
	size_t i;

	for (i = 0; i < shape->count; i++)
		if (shape->headers[i].column == column)
			return &shape->headers[i];
	return NULL;
}

/* ---- writing ---- */

static void
put_byte(const char **text)
{
	unsigned char first = (unsigned char)*(*text)++;

	/* Two bytes of UTF-8 below U+0100 are one byte in Windows-1252. */
	if (shape->windows && (first == 0xC2 || first == 0xC3))
		fputc((first & 3) << 6 | (*(*text)++ & 0x3F), out);
	else
		fputc(first, out);
}

static void
put_cell(const char *text)
{
	bool quote = strpbrk(text, ",;\"\n") != NULL ||
	    (*text == '\0' && !shape->bare);

	if (quote)
		fputc('"', out);
	while (*text != '\0') {
		if (*text == '"')
			fputc('"', out);
		put_byte(&text);
	}
	if (quote)
		fputc('"', out);
}

static void
put_header(void)
{
	size_t i;

	fputs(shape->mark, out);
	for (i = 0; i < shape->count; i++)
		fprintf(out, "%s%s", shape->headers[i].name,
		    i + 1 < shape->count ? (char[]){ shape->separator, '\0' } :
		    shape->end);
}

static void
put_row(const struct pupil *pupil)
{
	size_t i;

	row++;
	for (i = 0; i < shape->count; i++) {
		if (i > 0)
			fputc(shape->separator, out);
		put_cell(pupil->cell[shape->headers[i].column]);
	}
	if (pupil->extra)
		fprintf(out, "%cx", shape->separator);
	fputs(shape->end, out);
}

static void
put_planted(long at, enum column column, const char *kind)
{
	fprintf(planted, "%ld;%s;%s\n", at, column == NONE ? "" :
	    header_of(column)->name, kind);
}

/* ---- what is odd, but right ---- */

static void
put_blank_row(void)
{
	row++;
	if (any(2))
		fprintf(out, "%c%c%c", shape->separator, shape->separator,
		    shape->separator);
	fputs(shape->end, out);
}

/* 01-02-2008 written otherwise. */
static void
write_otherwise(struct pupil *pupil)
{
	int day, month, year;

	if (sscanf(pupil->cell[BIRTH], "%d-%d-%d", &day, &month, &year) != 3)
		return;
	switch (any(3)) {
	case 0:
		put(pupil, BIRTH, "%d-%d-%d", day, month, year);
		break;
	case 1:
		put(pupil, BIRTH, "%04d-%02d-%02d", year, month, day);
		break;
	default:
		put(pupil, BIRTH, "%02d/%02d/%d", day, month, year);
	}
}

static void
lower(char *text)
{
	for (; *text != '\0'; text++)
		if (*text >= 'A' && *text <= 'Z')
			*text = (char)(*text - 'A' + 'a');
}

static void
make_odd(struct pupil *pupil)
{
	char old[CELL];

	switch (any(10)) {
	case 0:
		put(pupil, FAMILY, "Wit%c junior", shape->separator);
		break;
	case 1:
		put(pupil, GIVEN, "Anne \"Annie\"");
		break;
	case 2:
		/* No column that anybody reads, and a break in it. */
		put(pupil, NOTE, "belt terug;\nniet \"voor\" tien uur");
		break;
	case 3:
		put(pupil, GIVEN, "  Bram ");
		break;
	case 4:
		lower(pupil->cell[POSTCODE]);
		memmove(pupil->cell[POSTCODE] + 4, pupil->cell[POSTCODE] + 5,
		    3);
		break;
	case 5:
		lower(pupil->cell[SCHOOL]);
		break;
	case 6:
		write_otherwise(pupil);
		break;
	case 7:
		put(pupil, SEX, "%s", any(2) ? "Man" : "vrouw");
		break;
	case 8:
		memcpy(old, pupil->cell[BSN], CELL);
		put(pupil, BSN, "%.3s.%.3s.%.3s", old, old + 3, old + 6);
		break;
	default:
		put(pupil, EMAIL, "%s", "");
		put(pupil, MENTOR, "%s", "");
		put(pupil, PROFILE, "%s", "");
	}
}

/* ---- what is wrong ---- */

struct fault {
	const char *kind;
	enum column column;		/* where it must be found */
	const char *texts[3];		/* one of these; then NULL */
};

enum { BAD_SUM, NO_NAME, NO_NUMBER, CONTROL, EXTRA, TWICE, TEXTS };

static const struct fault faults[] = {
	[BAD_SUM] = { "bsn-sum", BSN, { NULL } },
	[NO_NAME] = { "no-name", GIVEN, { NULL } },
	[NO_NUMBER] = { "no-number", NUMBER, { NULL } },
	[CONTROL] = { "no-text", FAMILY, { NULL } },
	[EXTRA] = { "field-too-many", NONE, { NULL } },
	[TWICE] = { "twice", NUMBER, { NULL } },
	{ "bsn-scientific", BSN, { "9,12E+08", "9.12346E+8" } },
	{ "no-such-day", BIRTH, { "31-02-2008", "00-01-2008",
	    "2008-13-01" } },
	{ "two-digit-year", BIRTH, { "01-02-08", "1-2-08", "31/12/07" } },
	{ "future", BIRTH, { "01-01-2099" } },
	{ "no-such-day", EXIT, { "31-06-2026", "juli 2026" } },
	{ "unknown-word", SEX, { "zoon", "3" } },
	{ "unknown-word", KIND, { "havo", "vwo" } },
	{ "unknown-word", PROFILE, { "reizen" } },
	{ "unknown-word", DESTINATION, { "wereldreis", "zie mentor" } },
	{ "no-school", SCHOOL, { "" } },
	{ "bad-school", SCHOOL, { "2QZ0", "School 12", "02QZ0" } },
	{ "bad-postcode", POSTCODE, { "0123 AB", "1234 SS", "12345" } },
	{ "bad-municipality", MUNICIPALITY, { "12345", "GM12",
	    "Nergenshuizen" } },
	{ "bad-year", YEAR, { "4e", "12", "-1" } },
	{ "line-break", CLASS, { "4\nB" } }
};

/* A number that was used already stands here with another name beside it. */
static struct pupil last;
static long last_row;			/* 0: none that can be used */

static void
spoil(struct pupil *pupil, const struct fault *fault)
{
	size_t count = 0;
	char *end;

	switch ((int)(fault - faults)) {
	case BAD_SUM:
		end = &pupil->cell[BSN][8];
		*end = *end == '9' ? '0' : (char)(*end + 1);
		break;
	case NO_NAME:
		put(pupil, GIVEN, "%s", "");
		put(pupil, FAMILY, "%s", "");
		break;
	case NO_NUMBER:
		put(pupil, NUMBER, "%s", "");
		put(pupil, BSN, "%s", "");
		break;
	case CONTROL:
		put(pupil, FAMILY, "Smi%st", shape->windows ? "\xC2\x81" :
		    "\a");
		break;
	case EXTRA:
		pupil->extra = true;
		break;
	case TWICE:
		put(pupil, NUMBER, "%s", last.cell[NUMBER]);
		put(pupil, SCHOOL, "%s", last.cell[SCHOOL]);
		put_planted(last_row, NUMBER, fault->kind);
		last_row = 0;
		break;
	default:
		while (count < LENGTH(fault->texts) &&
		    fault->texts[count] != NULL)
			count++;
		put(pupil, fault->column, "%s",
		    fault->texts[any((unsigned)count)]);
	}
}

static bool
can_be(const struct fault *fault)
{
	if (fault == &faults[TWICE])
		return last_row != 0;
	return fault->column == NONE || header_of(fault->column) != NULL;
}

static void
put_fault(struct pupil *pupil)
{
	const struct fault *fault;

	do
		fault = &PICK(faults);
	while (!can_be(fault));
	spoil(pupil, fault);
	put_row(pupil);
	put_planted(row, fault->column, fault->kind);
}

/* ---- all rows ---- */

static void
put_pupil(long number, unsigned schools, unsigned in_a_thousand, bool plain)
{
	struct pupil pupil;
	bool odd;

	make_pupil(&pupil, number, schools);
	if (any(1000) < in_a_thousand) {
		put_fault(&pupil);
		return;
	}
	odd = !plain && any(20) == 0;
	if (odd && any(8) == 0)
		put_blank_row();
	if (odd)
		make_odd(&pupil);
	put_row(&pupil);
	/* Said twice in the same words is no fault. */
	if (odd && any(8) == 0) {
		put_row(&pupil);
	} else if (!odd) {
		last = pupil;
		last_row = row;
	}
}

static FILE *
open_file(const char *path)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL)
		quit("%s: %s", path, strerror(errno));
	return file;
}

int
main(int argc, char **argv)
{
	unsigned in_a_thousand;
	bool plain;
	long rows, i;
	size_t n;

	for (n = 0; argc == 9 && n < LENGTH(shapes); n++)
		if (strcmp(argv[1], shapes[n].name) == 0)
			shape = &shapes[n];
	if (shape == NULL)
		quit("generate magister|dutch ROWS SEED FAULTS|plain "
		    "POSTCODES MUNICIPALITIES OUT PLANTED");
	rows = strtol(argv[2], NULL, 10);
	seed(strtoul(argv[3], NULL, 10));
	plain = strcmp(argv[4], "plain") == 0;
	in_a_thousand = plain ? 0 : (unsigned)strtoul(argv[4], NULL, 10);
	read_areas(argv[5], argv[6]);
	out = open_file(argv[7]);
	planted = open_file(argv[8]);
	put_header();
	for (i = 1; i <= rows; i++)
		put_pupil(i, 1 + (unsigned)(rows / 60), in_a_thousand, plain);
	if (fclose(out) != 0 || fclose(planted) != 0)
		quit("%s: %s", argv[7], strerror(errno));
	return 0;
}
