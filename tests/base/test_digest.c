/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/digest.h"
#include "base/mem.h"

/* The examples of the standard (FIPS 180-4). */
#define OF_NOTHING \
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define OF_ABC \
	"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define OF_MILLION_A \
	"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void
assert_digest(const unsigned char *actual, const char *want)
{
	char hex[2 * DS_DIGEST_SIZE + 1];

	assert_ptr_equal(ds_hex(hex, actual, DS_DIGEST_SIZE), hex);
	assert_string_equal(hex, want);
}

static void
known_digests(void **state)
{
	unsigned char out[DS_DIGEST_SIZE];

	(void)state;
	ds_digest_of(out, "", 0);
	assert_digest(out, OF_NOTHING);
	ds_digest_of(out, "abc", 3);
	assert_digest(out, OF_ABC);
}

static void
a_digest_can_be_used_again(void **state)
{
	struct ds_digest *digest = ds_digest_new();
	unsigned char out[DS_DIGEST_SIZE];
	char block[1000];
	int round, i;

	(void)state;
	assert_non_null(digest);
	memset(block, 'a', sizeof block);
	for (round = 0; round < 2; round++) {
		ds_digest_start(digest);
		for (i = 0; i < 1000; i++)
			ds_digest_add(digest, block, sizeof block);
		ds_digest_finish(digest, out);
		assert_digest(out, OF_MILLION_A);
		ds_digest_start(digest);
		ds_digest_add(digest, "forgotten", 9);
		ds_digest_start(digest);
		ds_digest_add(digest, "a", 1);
		ds_digest_add(digest, "", 0);
		ds_digest_add(digest, "bc", 2);
		ds_digest_finish(digest, out);
		assert_digest(out, OF_ABC);
	}
	ds_digest_free(digest);
	ds_digest_free(NULL);
	ds_mem_fail_at(1);
	assert_null(ds_digest_new());
	ds_mem_fail_at(0);
}

static void
hexadecimal(void **state)
{
	const unsigned char bytes[] = { 0x00, 0x0f, 0xa5, 0xff };
	char out[9];

	(void)state;
	assert_string_equal(ds_hex(out, bytes, 4), "000fa5ff");
	assert_string_equal(ds_hex(out, bytes, 0), "");
}

static int
compare_salts(const void *a, const void *b)
{
	return memcmp(a, b, 16);
}

static void
random_bytes_do_not_repeat(void **state)
{
	static unsigned char salts[10000][16];
	static unsigned char large[10000], zero[64];
	size_t i;

	(void)state;
	for (i = 0; i < 10000; i++)
		assert_int_equal(ds_random(salts[i], 16, NULL), DOSSIER_OK);
	qsort(salts, 10000, 16, compare_salts);
	for (i = 1; i < 10000; i++)
		assert_int_not_equal(compare_salts(salts[i - 1], salts[i]), 0);
	assert_int_equal(ds_random(large, sizeof large, NULL), DOSSIER_OK);
	for (i = 0; i + 64 <= sizeof large; i += 64)
		assert_memory_not_equal(large + i, zero, 64);
	assert_int_equal(ds_random(NULL, 0, NULL), DOSSIER_OK);
}

/* Two processes that go on from one must not draw the same numbers. */
static void
a_child_has_random_bytes_of_its_own(void **state)
{
	unsigned char mine[16], theirs[16];
	int ends[2], result;
	pid_t child;

	(void)state;
	assert_int_equal(ds_random(mine, 16, NULL), DOSSIER_OK);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (ds_random(mine, 16, NULL) != DOSSIER_OK ||
		    write(ends[1], mine, 16) != 16)
			_exit(1);
		_exit(0);
	}
	assert_int_equal(read(ends[0], theirs, 16), 16);
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_int_equal(result, 0);
	assert_int_equal(ds_random(mine, 16, NULL), DOSSIER_OK);
	assert_memory_not_equal(mine, theirs, 16);
	close(ends[0]);
	close(ends[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_digests),
		cmocka_unit_test(a_digest_can_be_used_again),
		cmocka_unit_test(hexadecimal),
		cmocka_unit_test(random_bytes_do_not_repeat),
		cmocka_unit_test(a_child_has_random_bytes_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
