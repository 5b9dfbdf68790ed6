# SPDX-License-Identifier: EUPL-1.2
# A store that another process holds: the command waits, then says so (75).
# Apart from the others because the wait is 30 seconds.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
}

teardown() {
	[ -z "${HOLDER_PID-}" ] || kill "$HOLDER_PID" 2>/dev/null || :
}

@test "in use by another: exit 75, nothing changed; free again: done" {
	coproc HOLDER { sqlite3 "$STORE"; }
	printf '%s\n' 'BEGIN IMMEDIATE;' "SELECT 'held';" >&"${HOLDER[1]}"
	read -r held <&"${HOLDER[0]}"
	[ "$held" = held ]
	expect_error 75 . -- \
	    on 2026-01-12 intake "$FIXTURES/drechtsteden/partijen.csv"
	printf '%s\n' 'ROLLBACK;' "SELECT 'free';" >&"${HOLDER[1]}"
	read -r held <&"${HOLDER[0]}"
	[ "$held" = free ]
	expect_json 0 'map(.new)' '[5]' -- on 2026-01-12 intake \
	    "$FIXTURES/drechtsteden/partijen.csv" --format json
}

@test "who only counts goes on while another writes" {
	coproc HOLDER { sqlite3 "$STORE"; }
	printf '%s\n' 'BEGIN IMMEDIATE;' "SELECT 'held';" >&"${HOLDER[1]}"
	read -r held <&"${HOLDER[0]}"
	[ "$held" = held ]
	expect_json 0 . '[]' -- \
	    on 2026-01-12 report norms --format json
}
