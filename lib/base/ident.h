/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Identifiers of the field. Each check normalises into `out` (caller's
 * buffer) and returns false, leaving `out` undefined, when the text is not
 * one. Text is UTF-8 without surrounding blanks. Nothing is guessed: a
 * missing leading zero is added only where the comment says so.
 */
#ifndef DS_BASE_IDENT_H
#define DS_BASE_IDENT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Burgerservicenummer: 9 digits, weights 9..2 and −1, sum divisible by 11,
 * not all zero. 8 digits get their leading zero back. Dots and blanks
 * between digits are dropped. `out` holds 10 bytes.
 */
bool ds_ident_bsn(char *out, const char *text);
/*
 * Onderwijsnummer: 9 digits starting with 10, same weighted sum modulo 11
 * equal to 5 (101222331 is one, 100252333 is not). Dots and blanks as in a
 * BSN. `out` holds 10 bytes.
 */
bool ds_ident_onderwijsnummer(char *out, const char *text);
/* Excel's damage: 1,23E+08 or 1.23E8; such a number is lost for good. */
bool ds_ident_scientific(const char *text);
/*
 * BRIN, 2 digits + 2 letters, with or without 2 digits of vestiging; upper
 * case out. `out` holds 7 bytes.
 */
bool ds_ident_brin(char *out, const char *text);
/* Postcode: "3511 AB" or "3511ab" -> "3511AB"; not 0xxx, not SA SD SS. */
bool ds_ident_postcode(char *out, const char *text);	/* 7 bytes */
/* Four digits of a postcode, or of a full one. */
bool ds_ident_postcode4(char *out, const char *text);	/* 5 bytes */
/*
 * Municipality code: 1 to 4 digits, or GM and 4 digits, to 4 digits with
 * leading zeros; not 0000. `out` holds 5 bytes.
 */
bool ds_ident_municipality(char *out, const char *text);
/* KvK number: 8 digits, not all zero; 7 get their zero back. 9 bytes. */
bool ds_ident_kvk(char *out, const char *text);
/*
 * Work process of a qualification file: B1K1W1, b1-k1-w1 -> "B1-K1-W1"; B or
 * P in front, numbers of one or two digits. `out` holds 12 bytes.
 */
bool ds_ident_process(char *out, const char *text);
/*
 * A Dutch or international telephone number: digits with blanks, dashes,
 * dots, brackets and one leading +; 8 to 15 digits. Only a test.
 */
bool ds_ident_is_phone(const char *text);

/*
 * The ref of a dossier: 8 characters of base 32 (no I L O U) and a check
 * character that finds every wrong character and every swap of neighbours.
 * It is a bijection of the number under the store's key, so that refs of
 * two stores differ and no ref tells how many dossiers there are. `number`
 * is under 2^40.
 */
#define DS_REF_SIZE 10
void ds_ref_make(char out[DS_REF_SIZE], uint64_t number, uint64_t key);
/* Upper-cases, maps I L to 1 and O to 0; true when the check fits. */
bool ds_ref_check(char out[DS_REF_SIZE], const char *text);

#endif
