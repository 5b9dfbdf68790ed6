/* SPDX-License-Identifier: EUPL-1.2 */
/* The ref of a dossier; the last part of ident.h. */
#include "base/ident.h"

#define DATA 8			/* characters that hold the number */
#define HALF 20			/* bits of half a number */
#define HALF_MASK ((1u << HALF) - 1)
#define ROUNDS 4

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* ---- the number, shuffled ---- */

/* Spreads every bit of its input over the whole of its output. */
static uint32_t
mix(uint64_t key, unsigned round, uint32_t half)
{
	uint64_t x = key + ((uint64_t)(round + 1) << HALF | half) *
	    UINT64_C(0x9E3779B97F4A7C15);

	x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
	return (uint32_t)(x >> 40) & HALF_MASK;
}

/*
 * A Feistel network: whatever mix() gives, no two numbers meet. It hides how
 * many dossiers there are from a reader of refs; it is no encryption.
 */
static uint64_t
shuffle(uint64_t number, uint64_t key)
{
	uint32_t left = (uint32_t)(number >> HALF) & HALF_MASK;
	uint32_t right = (uint32_t)number & HALF_MASK, old;
	unsigned round;

	for (round = 0; round < ROUNDS; round++) {
		old = right;
		right = left ^ mix(key, round, right);
		left = old;
	}
	return (uint64_t)left << HALF | right;
}

/* ---- the check character ---- */

/* Times x in GF(32), modulo x^5 + x^2 + 1. */
static unsigned
times_x(unsigned value)
{
	value <<= 1;
	return value & 32 ? value ^ 37 : value;
}

/*
 * The check makes the sum of value × x^place zero, its own place being 0. All
 * places weigh differently and none weighs nothing, so neither one wrong
 * character nor a swap of two can leave the sum as it was.
 */
static unsigned
checksum(const unsigned char *values)
{
	unsigned sum = 0;
	int i;

	for (i = 0; i < DATA; i++)
		sum = times_x(sum ^ values[i]);
	return sum;
}

void
ds_ref_make(char out[DS_REF_SIZE], uint64_t number, uint64_t key)
{
	uint64_t shuffled = shuffle(number, key);
	unsigned char values[DATA];
	int i;

	for (i = 0; i < DATA; i++) {
		values[i] = shuffled >> (5 * (DATA - 1 - i)) & 31;
		out[i] = alphabet[values[i]];
	}
	out[DATA] = alphabet[checksum(values)];
	out[DATA + 1] = '\0';
}

/* The value of a character as people copy it, or −1. */
static int
value_of(char c)
{
	int i;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'I' || c == 'L')
		c = '1';
	if (c == 'O')
		c = '0';
	for (i = 0; i < 32; i++)
		if (alphabet[i] == c)
			return i;
	return -1;
}

bool
ds_ref_check(char out[DS_REF_SIZE], const char *text)
{
	unsigned char values[DATA + 1];
	int i, value;

	for (i = 0; i < DATA + 1; i++) {
		value = value_of(text[i]);
		if (value < 0)
			return false;
		values[i] = (unsigned char)value;
		out[i] = alphabet[value];
	}
	out[i] = '\0';
	return text[i] == '\0' && checksum(values) == values[DATA];
}
