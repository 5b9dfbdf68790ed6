/* SPDX-License-Identifier: EUPL-1.2 */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"

/* Every test works in an empty folder of its own, which it must leave empty
 * but for what it names. */
static char folder[512];
static char start[512];

static int
enter(void **state)
{
	const char *temp = getenv("TMPDIR");

	(void)state;
	snprintf(folder, sizeof folder, "%s/dossier-test-XXXXXX",
	    temp == NULL ? "/tmp" : temp);
	umask(022);
	return getcwd(start, sizeof start) == NULL ||
	    mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
leave(void **state)
{
	(void)state;
	return chdir(start) != 0 || rmdir(folder) != 0;
}

static int
entries(const char *path)
{
	DIR *open = opendir(path);
	int count = -2;			/* . and .. */

	assert_non_null(open);
	while (readdir(open) != NULL)
		count++;
	closedir(open);
	return count;
}

static void
put(const char *path, const char *text)
{
	struct ds_outfile *file;

	assert_int_equal(ds_outfile_open(&file, path, NULL), DOSSIER_OK);
	assert_int_equal(ds_outfile_write(file, text, strlen(text), NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_outfile_commit(file, NULL), DOSSIER_OK);
}

static void
assert_holds(const char *path, const char *text)
{
	struct ds_buf buf = DS_BUF_INIT;

	assert_int_equal(ds_file_read(&buf, path, 1000, NULL), DOSSIER_OK);
	assert_string_equal(buf.data, text);
	ds_buf_free(&buf);
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

/* ---- reading ---- */

static void
reads_up_to_its_limit(void **state)
{
	struct ds_buf buf = DS_BUF_INIT;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	(void)state;
	put("ten", "0123456789");
	ds_buf_puts(&buf, "before ");
	assert_int_equal(ds_file_read(&buf, "ten", 10, &err), DOSSIER_OK);
	assert_string_equal(buf.data, "before 0123456789");
	assert_int_equal(ds_file_read(&buf, "ten", SIZE_MAX, &err),
	    DOSSIER_OK);
	assert_int_equal(ds_file_read(&buf, "ten", 9, &err),
	    DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "ten is too large"));
	assert_int_equal(ds_file_read(&buf, "/dev/zero", 100000, NULL),
	    DOSSIER_INVALID);
	ds_buf_free(&buf);
	unlink("ten");
}

static void
says_what_cannot_be_read(void **state)
{
	struct ds_buf buf = DS_BUF_INIT;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	(void)state;
	assert_int_equal(ds_file_read(&buf, "absent.csv", 10, &err),
	    DOSSIER_NOT_FOUND);
	assert_string_equal(err.message,
	    "The file absent.csv is not there.");
	assert_true(err.advice[0] != '\0');
	err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	assert_int_equal(ds_file_read(&buf, ".", 10, &err), DOSSIER_IO);
	assert_string_equal(err.message, ". is a folder, not a file.");
	assert_false(ds_file_exists("absent.csv"));
	assert_true(ds_file_exists("."));
	ds_buf_free(&buf);
}

/* ---- folders ---- */

static void
folders_are_private(void **state)
{
	(void)state;
	assert_int_equal(ds_file_make_folder("plain", NULL), DOSSIER_OK);
	assert_int_equal(entries("."), 0);
	assert_int_equal(ds_file_make_folder("a/b/c.db", NULL), DOSSIER_OK);
	assert_int_equal(mode_of("a"), 0700);
	assert_int_equal(mode_of("a/b"), 0700);
	assert_false(ds_file_exists("a/b/c.db"));
	chmod("a", 0755);
	assert_int_equal(ds_file_make_folder("a//b/d/e", NULL), DOSSIER_OK);
	assert_int_equal(mode_of("a"), 0755);
	assert_int_equal(mode_of("a/b/d"), 0700);
	assert_int_equal(ds_file_make_folder("/absent-root-file", NULL),
	    DOSSIER_OK);
	rmdir("a/b/d");
	rmdir("a/b");
	rmdir("a");
}

static void
a_file_in_the_way_is_named(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	(void)state;
	put("a", "");
	assert_int_equal(ds_file_make_folder("a/b/c", &err), DOSSIER_IO);
	assert_string_equal(err.message,
	    "a is a file, where a folder is needed.");
	assert_holds("a", "");
	unlink("a");
}

/* ---- files that appear whole or not at all ---- */

static void
a_file_appears_when_it_is_whole(void **state)
{
	struct ds_outfile *file;

	(void)state;
	put("report.csv", "old");
	chmod("report.csv", 0644);
	assert_int_equal(ds_outfile_open(&file, "report.csv", NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_outfile_write(file, "new ", 4, NULL), DOSSIER_OK);
	assert_int_equal(ds_outfile_write(file, "text", 4, NULL), DOSSIER_OK);
	assert_holds("report.csv", "old");
	/* Without a name of its own, where the file system can do that. */
	assert_in_range(entries("."), 1, 2);
	assert_int_equal(ds_outfile_commit(file, NULL), DOSSIER_OK);
	assert_holds("report.csv", "new text");
	assert_int_equal(mode_of("report.csv"), 0600);
	assert_int_equal(entries("."), 1);
	unlink("report.csv");
}

static void
an_abandoned_file_leaves_nothing(void **state)
{
	struct ds_outfile *file;

	(void)state;
	assert_int_equal(ds_outfile_open(&file, "report.csv", NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_outfile_write(file, "half", 4, NULL), DOSSIER_OK);
	ds_outfile_abandon(file);
	ds_outfile_abandon(NULL);
	assert_int_equal(entries("."), 0);
}

/* Sizes in and around the block, so that no byte is lost at its edge. */
static void
pieces_of_every_size_arrive(void **state)
{
	static const size_t sizes[] = {
		1, 32767, 1, 32768, 1, 32769, 40000, 100000, 3, 0, 65536
	};
	static char piece[100000];
	struct ds_outfile *file;
	struct ds_buf got = DS_BUF_INIT, want = DS_BUF_INIT;
	size_t i, k;

	(void)state;
	assert_int_equal(ds_outfile_open(&file, "big", NULL), DOSSIER_OK);
	for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		for (k = 0; k < sizes[i]; k++)
			piece[k] = (char)('a' + (i + k) % 23);
		ds_buf_add(&want, piece, sizes[i]);
		assert_int_equal(ds_outfile_write(file, piece, sizes[i],
		    NULL), DOSSIER_OK);
	}
	assert_int_equal(ds_outfile_commit(file, NULL), DOSSIER_OK);
	assert_int_equal(ds_file_read(&got, "big", SIZE_MAX, NULL),
	    DOSSIER_OK);
	assert_int_equal(got.size, want.size);
	assert_memory_equal(got.data, want.data, want.size);
	ds_buf_free(&got);
	ds_buf_free(&want);
	unlink("big");
}

static void
a_name_may_be_as_long_as_the_system_allows(void **state)
{
	char name[256];

	(void)state;
	memset(name, 'n', 255);
	name[255] = '\0';
	put(name, "long");
	assert_holds(name, "long");
	unlink(name);
}

static void
only_ordinary_files_are_replaced(void **state)
{
	struct ds_outfile *file;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	(void)state;
	assert_int_equal(ds_outfile_open(&file, "/dev/null", &err),
	    DOSSIER_IO);
	assert_non_null(strstr(err.message, "/dev/null is not an ordinary"));
	err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	assert_int_equal(ds_outfile_open(&file, ".", &err), DOSSIER_IO);
	assert_string_equal(err.message, ". is a folder, not a file.");
	err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	assert_int_equal(ds_outfile_open(&file, "absent/x", &err),
	    DOSSIER_IO);
	assert_string_equal(err.message,
	    "The folder of absent/x is not there.");
	assert_int_equal(entries("."), 0);
}

static void
a_link_is_replaced_and_its_target_kept(void **state)
{
	struct stat st;

	(void)state;
	put("kept", "kept");
	assert_int_equal(symlink("kept", "link"), 0);
	put("link", "new");
	assert_holds("kept", "kept");
	assert_holds("link", "new");
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISREG(st.st_mode));
	unlink("kept");
	unlink("link");
}

/* The limit is met in a write, or only when the last block goes out. */
static void
assert_full(size_t size)
{
	static char piece[100000];
	struct ds_outfile *file;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_status status;

	assert_int_equal(ds_outfile_open(&file, "full", &err), DOSSIER_OK);
	status = ds_outfile_write(file, piece, size, &err);
	if (size > 32768)
		assert_int_equal(status, DOSSIER_FULL);
	assert_int_equal(ds_outfile_commit(file, &err), DOSSIER_FULL);
	assert_non_null(strstr(err.message, "full"));
	assert_true(err.advice[0] != '\0');
	assert_holds("full", "old");
	assert_int_equal(entries("."), 1);
}

static void
a_full_disk_keeps_the_old_file(void **state)
{
	struct rlimit before, tight;

	(void)state;
	put("full", "old");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = before;
	tight.rlim_cur = 4096;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	assert_full(100000);
	assert_full(10000);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	unlink("full");
}

/* ---- memory ---- */

static dossier_status
use_everything(dossier_error *err)
{
	struct ds_buf buf = DS_BUF_INIT;
	struct ds_outfile *file;
	dossier_status status;

	DS_TRY(ds_file_make_folder("a/b", err));
	DS_TRY(ds_outfile_open(&file, "a/b", err));
	DS_TRY(ds_outfile_write(file, "text", 4, err));
	DS_TRY(ds_outfile_commit(file, err));
	status = ds_file_read(&buf, "a/b", 10, err);
	ds_buf_free(&buf);
	return status;
}

static void
no_memory_is_told_and_leaves_nothing(void **state)
{
	dossier_error err;
	unsigned long n;

	(void)state;
	for (n = 1; ; n++) {
		err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
		ds_mem_fail_at(n);
		if (use_everything(&err) == DOSSIER_OK)
			break;
		assert_true(ds_mem_failed());
		assert_int_equal(err.status, DOSSIER_NO_MEMORY);
		assert_true(!ds_file_exists("a") || entries("a") <= 1);
		unlink("a/b");
		rmdir("a");
	}
	assert_false(ds_mem_failed());
	assert_true(n > 5);
	ds_mem_fail_at(0);
	unlink("a/b");
	rmdir("a");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(reads_up_to_its_limit),
		IN_FOLDER(says_what_cannot_be_read),
		IN_FOLDER(folders_are_private),
		IN_FOLDER(a_file_in_the_way_is_named),
		IN_FOLDER(a_file_appears_when_it_is_whole),
		IN_FOLDER(an_abandoned_file_leaves_nothing),
		IN_FOLDER(pieces_of_every_size_arrive),
		IN_FOLDER(a_name_may_be_as_long_as_the_system_allows),
		IN_FOLDER(only_ordinary_files_are_replaced),
		IN_FOLDER(a_link_is_replaced_and_its_target_kept),
		IN_FOLDER(a_full_disk_keeps_the_old_file),
		IN_FOLDER(no_memory_is_told_and_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
