/* SPDX-License-Identifier: EUPL-1.2 */
/* Made-up pupils, one after the other; the same seed, the same pupils. */
#ifndef TESTS_BENCH_PUPIL_H
#define TESTS_BENCH_PUPIL_H

#include <stdbool.h>

enum column { NUMBER, BSN, GIVEN, PREFIX, FAMILY, BIRTH, SEX, SCHOOL, KIND,
	PROFILE, CLASS, YEAR, MENTOR, EXIT, DESTINATION, MUNICIPALITY,
	POSTCODE, PLACE, PHONE, EMAIL, NOTE, COLUMNS, NONE = -1 };

#define CELL 96
#define LENGTH(list) (sizeof (list) / sizeof (list)[0])
#define PICK(list) ((list)[any(LENGTH(list))])

struct pupil {
	char cell[COLUMNS][CELL];
	bool extra;			/* a field more than the header has */
};

void quit(const char *format, ...)
    __attribute__((format(printf, 1, 2), noreturn));
void seed(unsigned long number);
unsigned any(unsigned n);		/* 0 to n - 1 */
void put(struct pupil *pupil, enum column column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * CSV files that have postcode4, plaats, gemeentecode and gemeentecode,
 * gemeente.
 */
void read_areas(const char *postcodes, const char *municipalities);
/* The pupil with that number, at one of `schools` schools. */
void make_pupil(struct pupil *pupil, long number, unsigned schools);

#endif
