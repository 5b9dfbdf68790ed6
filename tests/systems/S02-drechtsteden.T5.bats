# SPDX-License-Identifier: EUPL-1.2
# Access is the day of application for VSO, PrO and entree; four weeks later
# for others.
load ../helpers
load stated

setup() {
	region drechtsteden 2026-02-02 toegang
}

ACCESS='map(select(.term == "toegang") | {ref, due, state, days}) |
    sort_by(.ref)'

@test "without an application there is no day of access" {
	expect_json 0 "$ACCESS" '[]' -- \
	    on 2026-03-02 report due --format json
}

@test "the same day for PrO, VSO and entree; 28 days for others" {
	for name in Aisha Bram Chris Daan Esma; do
		done_well on 2026-03-02 follow "$(ref "$name")" application
	done
	expect_json 0 "$ACCESS" '[
		{ ref: "Aisha", due: "2026-03-02", state: "due", days: 0 },
		{ ref: "Bram", due: "2026-03-02", state: "due", days: 0 },
		{ ref: "Chris", due: "2026-03-02", state: "due", days: 0 },
		{ ref: "Daan", due: "2026-03-30", state: "due", days: 28 },
		{ ref: "Esma", due: "2026-03-30", state: "due", days: 28 } ]' \
	    -- on 2026-03-02 report due --format json
}

@test "the day of application counts, not the day it is written down" {
	done_well on 2026-03-12 follow "$(ref Daan)" application \
	    --on 2026-03-02
	expect_json 0 "$ACCESS" '[
		{ ref: "Daan", due: "2026-03-30", state: "due", days: 18 } ]' \
	    -- on 2026-03-12 report due --format json
	expect_text 0 '30-03-2026' -- on 2026-03-12 report due
}
