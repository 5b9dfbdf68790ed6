/* SPDX-License-Identifier: EUPL-1.2 */
/* What leaves, and what stays. */
#include "flows/handing.h"

#include <sys/stat.h>

static char *
file_text(const char *name, const char *day, const char *ending)
{
	struct ds_buf text = DS_BUF_INIT;
	char path[192];

	snprintf(path, sizeof path, "%s/%s-%s-%s.%s", folder, name, c.ref,
	    day, ending);
	assert_int_equal(ds_file_read(&text, path, 1 << 20, NULL),
	    DOSSIER_OK);
	return text.data;
}

static bool
any_file(void)
{
	char command[96];

	snprintf(command, sizeof command, "ls %s 2>/dev/null | grep -q .",
	    folder);
	return system(command) == 0;
}

static void
without_a_ground_nothing_leaves(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);

	done(DOSSIER_PREPARE);
	o.ground = NULL;
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_FORBIDDEN);
	o.ground = "  ";
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_FORBIDDEN);
	assert_false(any_file());
}

static void
three_files_leave_without_the_bsn(void **state)
{
	static const char *const files[][2] = {
		{ "overgangsdocument", "html" },
		{ "overgangsdocument", "json" }, { "mail", "txt" }
	};
	char *text;
	size_t i;

	done(DOSSIER_PREPARE);
	text = step(DOSSIER_SEND);
	says(text, "\"state\":\"sent\"");
	free(text);
	for (i = 0; i < 3; i++) {
		text = file_text(files[i][0], "2026-05-11", files[i][1]);
		says(text, c.ref);
		says_not(text, "123456782");
		says_not(text, "782");
		ds_free(text);
	}
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
}

static void
the_document_has_the_parts_of_the_law(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("overgangsdocument", "2026-05-11", "json");
	says(text, "\"document\":\"overgangsdocument\","
	    "\"status\":\"provisional\"");
	says(text, "\"ground\":\"WVO 2020 2.31b\"");
	says(text, "\"name\":\"Zoë van den Berg\"");
	says(text, "\"skills\":{\"processes\":[\"B1-K1-W1\"]");
	says(text, "\"attitude\":null");
	says(text, "\"not_in_document\":[\"attitude\",\"support_needs\","
	    "\"results\"]");
	says(text, "\"sender\":{\"party\":\"02QZ00\","
	    "\"contact\":\"Els Bakker\",\"phone\":\"06-55501001\"");
	says(text, "\"recipient\":{\"party\":\"0355\","
	    "\"contact\":\"Wil Dijk\",\"phone\":\"06-55504001\"");
	ds_free(text);
	text = file_text("overgangsdocument", "2026-05-11", "html");
	says(text, "<h2>Attitude</h2>");
	says(text, "<h2>What is not in this document</h2>");
	says_not(text, "<script");
	ds_free(text);
}

static void
the_mail_has_no_personal_data(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("mail", "2026-05-11", "txt");
	says(text, "Z.B.");
	says_not(text, "Zoë");
	says_not(text, "Berg");
	says_not(text, "2008");
	says_not(text, "06-11112222");
	ds_free(text);
}

static void
the_mail_is_from_a_person_to_a_person(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("mail", "2026-05-11", "txt");
	says(text, "Wil Dijk,\n");
	says(text, "\nEls Bakker\nDe Linde\n06-55501001\n");
	/* What is for the sender stands above the line. */
	assert_true(strstr(text, "secure mail only") == NULL ||
	    strstr(text, "secure mail only") < strstr(text, "\n-----"));
	ds_free(text);
}

static void
the_checklist_of_the_sender_stays(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = file_text("overgangsdocument", "2026-05-11", "json");
	says_not(text, "readiness");
	says_not(text, "\"missing\"");
	ds_free(text);
	text = file_text("overgangsdocument", "2026-05-11", "html");
	says_not(text, "Still missing");
	ds_free(text);
}

static void
a_delivery_tells_what_left(void **state)
{
	struct ds_buf json = DS_BUF_INIT;
	unsigned char digest[DS_DIGEST_SIZE];
	char hex[2 * DS_DIGEST_SIZE + 1], *text;
	struct ds_row *rows;
	size_t count;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_DELIVERY, DS_F_DELIVERY_YOUTH,
	    c.youth, NULL), DOSSIER_OK);
	assert_int_equal(count, 1);
	assert_int_equal(ds_row_int(&rows[0], DS_F_DELIVERY_PARTY), c.zeist);
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_GROUND),
	    "WVO 2020 2.31b");
	says(ds_row_text(&rows[0], DS_F_DELIVERY_FIELDS),
	    "youth.birth_date");
	says_not(ds_row_text(&rows[0], DS_F_DELIVERY_FIELDS), "identifier");
	text = file_text("overgangsdocument", "2026-05-11", "json");
	ds_buf_puts(&json, text);
	ds_digest_of(digest, json.data, json.size);
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_DIGEST),
	    ds_hex(hex, digest, sizeof digest));
	ds_buf_free(&json);
	ds_free(text);
}

static void
files_are_private_and_not_overwritten(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	struct stat st;
	char path[192];

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	snprintf(path, sizeof path, "%s/mail-%s-2026-05-11.txt", folder,
	    c.ref);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	done(DOSSIER_DECLINE);
	done(DOSSIER_PREPARE);
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL),
	    DOSSIER_EXISTS);
	assert_int_equal(stat(path, &st), 0);
}

static void
a_send_that_fails_leaves_no_file(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	dossier_document *doc;
	dossier_status status;
	unsigned long n;

	done(DOSSIER_PREPARE);
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_handover(&doc, c.region.session,
		    DOSSIER_SEND, c.ref, &o, NULL);
		if (status == DOSSIER_OK)
			break;
		assert_true(ds_mem_failed());
		assert_null(doc);
		if (n % 16 == 0)
			assert_false(any_file());
	}
	ds_mem_fail_at(0);
	assert_true(any_file());
	dossier_document_free(doc);
}

static void
a_folder_that_cannot_be_is_refused(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);

	done(DOSSIER_PREPARE);
	o.folder = c.region.path;
	assert_int_equal(refused_with(DOSSIER_SEND, &o, NULL), DOSSIER_IO);
	/* It is still prepared: the same step can be done again. */
	done(DOSSIER_SEND);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(without_a_ground_nothing_leaves),
		EACH(three_files_leave_without_the_bsn),
		EACH(the_document_has_the_parts_of_the_law),
		EACH(the_mail_has_no_personal_data),
		EACH(the_mail_is_from_a_person_to_a_person),
		EACH(the_checklist_of_the_sender_stays),
		EACH(a_delivery_tells_what_left),
		EACH(files_are_private_and_not_overwritten),
		EACH(a_send_that_fails_leaves_no_file),
		EACH(a_folder_that_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
