/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/digest.h"

#include <errno.h>
/*
 * The plain SHA-256 calls and not EVP: they work on the caller's memory, so
 * that a digest can never fail half-way, and they spare every command the
 * millisecond in which libcrypto sets itself up and reads its configuration.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <pthread.h>
#include <string.h>
#include <sys/random.h>

#include "base/mem.h"

/* ---- SHA-256 ---- */

struct ds_digest {
	SHA256_CTX state;
};

struct ds_digest *
ds_digest_new(void)
{
	struct ds_digest *digest = ds_alloc(sizeof *digest);

	if (digest != NULL)
		ds_digest_start(digest);
	return digest;
}

void
ds_digest_start(struct ds_digest *digest)
{
	SHA256_Init(&digest->state);
}

void
ds_digest_add(struct ds_digest *digest, const void *bytes, size_t size)
{
	SHA256_Update(&digest->state, bytes, size);
}

void
ds_digest_finish(struct ds_digest *digest, unsigned char out[DS_DIGEST_SIZE])
{
	SHA256_Final(out, &digest->state);
}

void
ds_digest_free(struct ds_digest *digest)
{
	ds_free(digest);
}

void
ds_digest_of(unsigned char out[DS_DIGEST_SIZE], const void *bytes,
    size_t size)
{
	struct ds_digest digest;

	ds_digest_start(&digest);
	ds_digest_add(&digest, bytes, size);
	ds_digest_finish(&digest, out);
}

char *
ds_hex(char *out, const unsigned char *bytes, size_t size)
{
	static const char digits[] = "0123456789abcdef";
	char *p = out;

	for (; size > 0; size--, bytes++) {
		*p++ = digits[*bytes >> 4];
		*p++ = digits[*bytes & 15];
	}
	*p = '\0';
	return out;
}

/* ---- random bytes ---- */

static _Thread_local struct {
	unsigned char bytes[4096];
	size_t left;		/* at the end of `bytes` */
	bool watched;		/* a fork empties the child's */
} pool;

/* A child of a fork draws its own bytes. */
static void
forget_pool(void)
{
	explicit_bzero(&pool, sizeof pool);
}

static bool
refill(void)
{
	size_t have = 0;
	ssize_t got;

	while (have < sizeof pool.bytes) {
		got = getrandom(pool.bytes + have, sizeof pool.bytes - have,
		    0);
		if (got < 0 && errno != EINTR)
			return false;
		have += got < 0 ? 0 : (size_t)got;
	}
	pool.left = sizeof pool.bytes;
	return true;
}

dossier_status
ds_random(void *out, size_t size, dossier_error *err)
{
	unsigned char *to = out, *from;
	size_t part;

	if (!pool.watched)
		pool.watched = pthread_atfork(NULL, NULL, forget_pool) == 0;
	if (!pool.watched)
		return ds_no_memory(err);
	while (size > 0) {
		if (pool.left == 0 && !refill())
			return ds_fail(err, DOSSIER_INTERNAL, N_("The system "
			    "gives no random numbers: %s."), strerror(errno));
		part = size < pool.left ? size : pool.left;
		from = pool.bytes + sizeof pool.bytes - pool.left;
		memcpy(to, from, part);
		explicit_bzero(from, part);	/* no secret stays behind */
		pool.left -= part;
		to += part;
		size -= part;
	}
	return DOSSIER_OK;
}
