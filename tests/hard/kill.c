/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * An intake of 3,000 rows, stopped at 200 moments drawn over its run time by
 * kill -9, and at 40 by Ctrl-C: what was reported done is there, nothing is
 * there by halves, verify is clean, and the refused rows are in their file
 * whole or not at all.
 */
#include "flows/office.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/file.h"

#define ROWS 3000
#define EVERY 50			/* one row in so many is refused */
#define KILLS 200
#define STOPS 40

static uint64_t number = 20260112;

static uint64_t
any(uint64_t n)
{
	number ^= number << 13;
	number ^= number >> 7;
	number ^= number << 17;
	return number % n;
}

static int64_t
microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

struct trial {
	struct office office;
	struct ds_buf fresh;		/* the store before */
	char refused[96], out[96];
	char *refused_text;		/* as an undisturbed run leaves it */
	int64_t lasts;			/* microseconds of such a run */
	int done, before, left;		/* what came of the trials */
};

static void
lay_out(struct trial *trial)
{
	char journal[80];
	FILE *file = fopen(trial->office.path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(trial->fresh.data, 1, trial->fresh.size,
	    file), trial->fresh.size);
	assert_int_equal(fclose(file), 0);
	snprintf(journal, sizeof journal, "%s-journal", trial->office.path);
	unlink(journal);
	unlink(trial->refused);
	/* A run killed before it could begin one has said nothing. */
	unlink(trial->out);
}

static pid_t
start(struct trial *trial)
{
	pid_t pid = fork();
	int fd;

	assert_true(pid >= 0);
	if (pid != 0)
		return pid;
	fd = open(trial->out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, 1);
	dup2(open("/dev/null", O_WRONLY), 2);
	execlp("dossier", "dossier", "intake", trial->office.file, "--db",
	    trial->office.path, "--as", "Els Bakker", "--today",
	    "2026-01-12", "--lang", "en", (char *)NULL);
	_exit(126);
}

/* The wait status after `signal` at `delay`, or of a run left alone. */
static int
run(struct trial *trial, int64_t delay, int signal)
{
	struct timespec pause = { delay / 1000000, delay % 1000000 * 1000 };
	pid_t pid;
	int ended;

	lay_out(trial);
	pid = start(trial);
	if (signal != 0) {
		nanosleep(&pause, NULL);
		kill(pid, signal);
	}
	assert_int_equal(waitpid(pid, &ended, 0), pid);
	return ended;
}

static int64_t
youths(struct trial *trial)
{
	int64_t count;

	office_open(&trial->office, "2026-01-12");
	count = office_int(&trial->office, "SELECT count(*) FROM youth");
	office_sound(&trial->office);
	dossier_session_close(trial->office.session);
	trial->office.session = NULL;
	return count;
}

static void
assert_refused_file(struct trial *trial, bool done)
{
	char *text = office_text(trial->refused);

	if (text == NULL) {
		assert_false(done);
		return;
	}
	assert_string_equal(text, trial->refused_text);
	free(text);
}

/* Whole, or as before; and whole when the command said so. */
static void
judge(struct trial *trial, bool said_done, bool said_stopped)
{
	int64_t count = youths(trial);
	bool done = count == ROWS - ROWS / EVERY;

	if (!done && count != 0)
		fail_msg("%lld rows are there", (long long)count);
	if (said_done && !done)
		fail_msg("reported done, and it is not there");
	if (said_stopped && done)
		fail_msg("reported stopped, and it is there");
	assert_refused_file(trial, done);
	trial->done += done;
	trial->before += !done;
}

static bool
wrote(const struct trial *trial)
{
	char *text = office_text(trial->out);
	bool any_text = text != NULL && text[0] != '\0';

	free(text);
	return any_text;
}

static void
prepare(struct trial *trial)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf list = DS_BUF_INIT;
	int64_t began;
	int i, ended;

	memset(trial, 0, sizeof *trial);
	trial->fresh = (struct ds_buf)DS_BUF_INIT;
	office_start(&trial->office);
	dossier_session_close(trial->office.session);
	trial->office.session = NULL;
	snprintf(trial->refused, sizeof trial->refused, "%s.refused.csv",
	    trial->office.file);
	snprintf(trial->out, sizeof trial->out, "%s/out",
	    trial->office.folder);
	region_ok(ds_file_read(&trial->fresh, trial->office.path, 1 << 26,
	    &err), &err);
	ds_buf_puts(&list, "Stamnummer;BSN;Roepnaam;Achternaam;BRIN;"
	    "Mentor;Gemeente\n");
	for (i = 0; i < ROWS; i++)
		ds_buf_printf(&list, "%d;%s;Jan %d;Wit;02QZ00;Mia %d;0505\n",
		    i, i % EVERY == 7 ? "111222334" : "", i, i % 40);
	office_write(trial->office.file, list.data);
	ds_buf_free(&list);
	/* The first run warms the machine up; the second is measured. */
	for (i = 0; i < 2; i++) {
		began = microseconds();
		ended = run(trial, 0, 0);
		trial->lasts = microseconds() - began;
		if (!WIFEXITED(ended) || WEXITSTATUS(ended) != 1)
			fail_msg("an undisturbed run ends with %x", ended);
	}
	trial->refused_text = office_text(trial->refused);
	assert_non_null(trial->refused_text);
	judge(trial, true, false);
	trial->done = 0;
}

static void
finish(struct trial *trial, const char *how)
{
	trial->left = office_files(&trial->office, ".dossier-");
	print_message("%s: %d done, %d as before, over %lld ms; %d temporary "
	    "files left\n", how, trial->done, trial->before,
	    (long long)(trial->lasts / 1000), trial->left);
	/* Moments over the whole of it, and not all on one side. */
	assert_true(trial->before > 0);
	free(trial->refused_text);
	ds_buf_free(&trial->fresh);
	office_end(&trial->office);
}

static void
test_kill(void **state)
{
	struct trial trial;
	int i, ended;

	prepare(&trial);
	for (i = 0; i < KILLS; i++) {
		ended = run(&trial, (int64_t)any((uint64_t)trial.lasts),
		    SIGKILL);
		judge(&trial, wrote(&trial) || (WIFEXITED(ended) &&
		    WEXITSTATUS(ended) == 1), false);
	}
	finish(&trial, "kill -9");
}

static void
test_stop(void **state)
{
	int i, ended, code, stopped = 0;
	struct trial trial;

	prepare(&trial);
	for (i = 0; i < STOPS; i++) {
		ended = run(&trial, (int64_t)any((uint64_t)trial.lasts),
		    i % 2 == 0 ? SIGINT : SIGTERM);
		/* Before the command could listen, it just ends. */
		code = WIFEXITED(ended) ? WEXITSTATUS(ended) : 130;
		if (code != 1 && code != 130)
			fail_msg("ends with %x", ended);
		stopped += WIFEXITED(ended) && code == 130;
		judge(&trial, code == 1, code == 130);
	}
	assert_true(stopped > 0);
	assert_int_equal(office_files(&trial.office, ".dossier-"), 0);
	finish(&trial, "Ctrl-C");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kill),
		cmocka_unit_test(test_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
