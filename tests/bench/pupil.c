/* SPDX-License-Identifier: EUPL-1.2 */
#include "pupil.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct area {
	char postcode[8], place[64], code[8], municipality[64];
};

static struct area *areas;
static size_t area_count;
static uint64_t state;

void
quit(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void
seed(unsigned long number)
{
	state = number;
}

unsigned
any(unsigned n)
{
	uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (unsigned)((z ^ (z >> 31)) % n);
}

void
put(struct pupil *pupil, enum column column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(pupil->cell[column], CELL, format, args);
	va_end(args);
}

/* ---- where people live ---- */

/* Cut a line in its fields; quotes around a field fall off. */
static size_t
cut(char *line, char **fields, size_t most)
{
	char separator = strchr(line, ';') != NULL ? ';' : ',';
	size_t count = 0;
	char *end;

	line[strcspn(line, "\r\n")] = '\0';
	while (line != NULL && count < most) {
		if (*line == '"') {
			fields[count++] = ++line;
			end = strchr(line, '"');
			if (end != NULL)
				*end++ = '\0';
			line = end == NULL ? NULL : strchr(end, separator);
		} else {
			fields[count++] = line;
			line = strchr(line, separator);
		}
		if (line != NULL)
			*line++ = '\0';
	}
	return count;
}

static size_t
find(char **fields, size_t count, const char *name, const char *path)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(fields[i], name) == 0)
			return i;
	quit("%s: no column %s", path, name);
}

/* Call `take` with the columns of that name, row by row. */
static void
read_csv(const char *path, const char *const *names, size_t wanted,
    void (*take)(char *const *values))
{
	char line[1024], *fields[32], *values[4];
	size_t at[4] = { 0, 0, 0, 0 }, count, i;
	FILE *file = fopen(path, "r");
	bool first = true;

	if (file == NULL)
		quit("%s: %s", path, strerror(errno));
	while (fgets(line, sizeof line, file) != NULL) {
		count = cut(strncmp(line, "\xEF\xBB\xBF", 3) == 0 ?
		    line + 3 : line, fields, LENGTH(fields));
		for (i = 0; i < wanted; i++) {
			if (first)
				at[i] = find(fields, count, names[i], path);
			if (at[i] >= count)
				quit("%s: a short row", path);
			values[i] = fields[at[i]];
		}
		if (!first)
			take(values);
		first = false;
	}
	fclose(file);
}

static void
take_area(char *const *values)
{
	struct area *area;

	areas = realloc(areas, (area_count + 1) * sizeof *areas);
	if (areas == NULL)
		quit("no memory");
	area = &areas[area_count++];
	memset(area, 0, sizeof *area);
	snprintf(area->postcode, sizeof area->postcode, "%s", values[0]);
	snprintf(area->place, sizeof area->place, "%s", values[1]);
	snprintf(area->code, sizeof area->code, "%s", values[2]);
}

static void
take_municipality(char *const *values)
{
	size_t i;

	for (i = 0; i < area_count; i++)
		if (strcmp(areas[i].code, values[0]) == 0)
			snprintf(areas[i].municipality,
			    sizeof areas[i].municipality, "%s", values[1]);
}

void
read_areas(const char *postcodes, const char *municipalities)
{
	static const char *const areas_have[] = { "postcode4", "plaats",
	    "gemeentecode" };
	static const char *const names_have[] = { "gemeentecode",
	    "gemeente" };

	read_csv(postcodes, areas_have, 3, take_area);
	read_csv(municipalities, names_have, 2, take_municipality);
	if (area_count == 0)
		quit("%s: nobody lives there", postcodes);
}

/* ---- one pupil ---- */

/*
 * The n-th number that adds up, each once. They begin with a 9: nobody was
 * given such a number.
 */
static void
put_bsn(struct pupil *pupil)
{
	static uint64_t n;
	char digits[10];
	int sum, i;

	do {
		snprintf(digits, sizeof digits, "9%07llu", (unsigned long long)
		    (++n * UINT64_C(7654321) % UINT64_C(10000000)));
		for (sum = 0, i = 0; i < 8; i++)
			sum += (9 - i) * (digits[i] - '0');
	} while (sum % 11 == 10);
	put(pupil, BSN, "%s%d", digits, sum % 11);
}

static const char *const family[] = { "Bakker", "Çelik", "Dekker",
	"El Idrissi", "de Boer-Smit", "García", "Hendriks", "Jansen", "Kaya",
	"Lemmens", "Müller", "Nguyen", "Özdemir", "Peters", "Ramdin", "Smit",
	"O'Neill", "Visser", "Willems", "Yilmaz" };

static void
put_name(struct pupil *pupil)
{
	static const char *const given[] = { "Anouk", "Bilal", "Chloé",
	    "Daan", "Eva", "Fatima", "Gijs", "Hamza", "Ilse", "Joël",
	    "Kaan", "Lotte", "Mees", "Noë", "Omar", "Priya", "Renée",
	    "Sem", "Tess", "Yara", "Zoë" };
	static const char *const prefix[] = { "", "", "", "van", "de",
	    "van der", "van den", "'t" };

	put(pupil, GIVEN, "%s", PICK(given));
	put(pupil, PREFIX, "%s", PICK(prefix));
	put(pupil, FAMILY, "%s", PICK(family));
	put(pupil, SEX, "%s", any(2) ? "m" : "v");
	put(pupil, BIRTH, "%02u-%02u-%u", 1 + any(28), 1 + any(12),
	    2006 + any(5));
}

static void
put_school(struct pupil *pupil, long number, unsigned schools)
{
	static const char *const kinds[] = { "praktijkonderwijs", "vso",
	    "entree", "Praktijkonderwijs", "PRO", "VSO" };
	static const char *const profiles[] = { "arbeid", "dagbesteding",
	    "vervolgonderwijs", "Arbeid" };
	static const char *const destinations[] = { "betaald werk", "bbl",
	    "dagbesteding", "vervolgonderwijs", "onbekend",
	    "participatieplek" };
	unsigned school = any(schools), year = 1 + any(6);
	unsigned group = any(3), mentor;

	put(pupil, NUMBER, "%06ld", number);
	put(pupil, SCHOOL, "%02u%c%c%02u", 60 + school % 40,
	    'A' + school / 40 % 26, 'A' + school / 1040 % 26,
	    school % 2);
	put(pupil, KIND, "%s", PICK(kinds));
	put(pupil, PROFILE, "%s", PICK(profiles));
	put(pupil, CLASS, "%u%c", year, 'A' + group);
	put(pupil, YEAR, "%u", year);
	mentor = 3 * school + group;
	put(pupil, MENTOR, "%c.%c. %s-%s", 'A' + mentor % 26,
	    'A' + mentor / 26 % 26, family[mentor / 676 % LENGTH(family)],
	    family[mentor % LENGTH(family)]);
	put(pupil, EXIT, "17-07-%u", 2026 + any(3));
	put(pupil, DESTINATION, "%s", PICK(destinations));
}

static void
put_home(struct pupil *pupil)
{
	static const char letters[] = "ABCEGHJKLMNPRTVWXZ";
	const struct area *area = &areas[any((unsigned)area_count)];

	put(pupil, POSTCODE, "%s %c%c", area->postcode, letters[any(sizeof letters - 1)],
	    'A' + any(3));
	put(pupil, PLACE, "%s", area->place);
	put(pupil, MUNICIPALITY, "%s", area->municipality[0] != '\0' &&
	    any(3) == 0 ? area->municipality : area->code);
	put(pupil, PHONE, "06-0000%04u", any(10000));
	put(pupil, EMAIL, "leerling%s@school.example", pupil->cell[NUMBER]);
}

void
make_pupil(struct pupil *pupil, long number, unsigned schools)
{
	memset(pupil, 0, sizeof *pupil);
	put_bsn(pupil);
	put_name(pupil);
	put_school(pupil, number, schools);
	put_home(pupil);
}
