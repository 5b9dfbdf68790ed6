# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# For the tests of the systems: keeps what each came to in the folder
# $SYSTEMS_RESULTS, one file a stated test, which table.sh counts.

note_result() {
	[ -n "${SYSTEMS_RESULTS-}" ] || return 0
	printf '%s\n' "$1" \
	    >>"$SYSTEMS_RESULTS/$(basename "$BATS_TEST_FILENAME" .bats)"
}

setup_file() {
	[ -n "${SYSTEMS_RESULTS-}" ] || return 0
	mkdir -p "$SYSTEMS_RESULTS"
	rm -f "$SYSTEMS_RESULTS/$(basename "$BATS_TEST_FILENAME" .bats)"
}

teardown() {
	if [ -n "${BATS_TEST_COMPLETED-}" ]; then
		note_result passed
	else
		note_result failed
	fi
}

teardown_file() {
	note_result whole
}
