/* SPDX-License-Identifier: EUPL-1.2 */
/* SHA-256 and random bytes, by libcrypto. The only includer of openssl. */
#ifndef DS_BASE_DIGEST_H
#define DS_BASE_DIGEST_H

#include "base/status.h"

#define DS_DIGEST_SIZE 32

/* A running SHA-256, reusable: start, add …, finish. */
struct ds_digest;
struct ds_digest *ds_digest_new(void);		/* NULL: no memory */
void ds_digest_start(struct ds_digest *digest);
void ds_digest_add(struct ds_digest *digest, const void *bytes, size_t size);
void ds_digest_finish(struct ds_digest *digest,
    unsigned char out[DS_DIGEST_SIZE]);
void ds_digest_free(struct ds_digest *digest);	/* accepts NULL */

/* One go; the fast path for short texts (no allocation). */
void ds_digest_of(unsigned char out[DS_DIGEST_SIZE], const void *bytes,
    size_t size);
/* Lower-case hexadecimal; `out` holds 2 × size + 1 bytes. Returns out. */
char *ds_hex(char *out, const unsigned char *bytes, size_t size);

/* Bytes nobody can guess; buffered, cheap for 16 at a time. */
dossier_status ds_random(void *out, size_t size, dossier_error *err);

#endif
