/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/run.h"
#include "common/lang.h"

#include <limits.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* LeakSanitizer looks at the process as a debugger does: leave it in. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED true
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

volatile sig_atomic_t run_stop;

static void
stop(int signal)
{
	(void)signal;
	run_stop = 1;
}

static void
take_signals(void)
{
	struct sigaction action = { .sa_handler = stop };

	/* The second time, the signal does what it does by itself. */
	action.sa_flags = SA_RESETHAND;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	/* A write that cannot be done is an error, not an end. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
}

static void
keep_private(void)
{
	const struct rlimit none = { 0, 0 };

	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	if (!SANITIZED)
		prctl(PR_SET_DUMPABLE, 0);
}

dossier_language
run_begin(int argc, char *const *argv)
{
	char folder[PATH_MAX];

	keep_private();
	take_signals();
	lang_begin();
	if (lang_catalogue(folder, sizeof folder))
		dossier_messages_from(folder);
	return lang_choose(argc, argv);
}
