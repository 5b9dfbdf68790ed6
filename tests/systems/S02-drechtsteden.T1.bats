# SPDX-License-Identifier: EUPL-1.2
# The outflow meeting is at least half a year before the outflow.
load ../helpers
load stated

MEETING='map(select(.term == "uitstroomoverleg") |
    {ref, due, state, days}) | sort_by(.due, .ref)'

setup() {
	region drechtsteden 2025-10-01 uitstroom
}

# due DAY WANTED
due() {
	expect_json 0 "$MEETING" "$2" -- on "$1" report due --format json
}

# met REF DAY: the outflow meeting was held, everybody was there.
met() {
	done_well on "$2" follow "$(ref "$1")" meeting \
	    --kind uitstroomoverleg --present stagecoordinator,uwv,sdd
}

@test "outflow 17 July gives 17 January, 31 August gives 28 February" {
	due 2026-01-10 '[
		{ ref: "Zoë", due: "2026-01-17", state: "due", days: 7 },
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 49 } ]'
}

@test "every key of a row: whose turn it is and whom to call" {
	expect_json 0 'map(select(.ref == "Zoë"))' '[
		{ ref: "Zoë", term: "uitstroomoverleg", due: "2026-01-17",
		  state: "due", days: 7, holder: "02QZ00",
		  contact: "Ria Stok", phone: "06-55501001" } ]' -- \
	    on 2026-01-10 report due --format json
}

@test "within as many days as asked" {
	expect_json 0 "$MEETING | map(.ref)" '["Zoë"]' -- \
	    on 2026-01-10 report due --within 7 --format json
	expect_json 0 "$MEETING | map(.ref)" '[]' -- \
	    on 2026-01-10 report due --within 6 --format json
}

@test "on the day itself it is due, the day after late by 1" {
	due 2026-01-17 '[
		{ ref: "Zoë", due: "2026-01-17", state: "due", days: 0 },
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 42 } ]'
	due 2026-01-18 '[
		{ ref: "Zoë", due: "2026-01-17", state: "late", days: 1 },
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 41 } ]'
}

@test "--check ends with 1 when something is late" {
	expect_json 0 "$MEETING | length" 2 -- \
	    on 2026-01-17 report due --check --format json
	expect_json 1 "$MEETING | length" 2 -- \
	    on 2026-01-18 report due --check --format json
}

@test "late from intake is counted apart" {
	youths 2026-01-20 "$FIXTURES/drechtsteden/laat.csv"
	due 2026-01-20 '[
		{ ref: "Sami", due: "2026-01-17", state: "late_from_intake",
		  days: 3 },
		{ ref: "Zoë", due: "2026-01-17", state: "late", days: 3 },
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 39 } ]'
	expect_text 0 'intake' '17-01-2026' '28-02-2026' -- \
	    on 2026-01-20 report due
}

@test "a meeting in time takes it off the list, and so does a late one" {
	met Zoë 2026-01-16
	due 2026-01-18 '[
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 41 } ]'
	due 2026-03-01 '[
		{ ref: "Bram", due: "2026-02-28", state: "late", days: 1 } ]'
	met Bram 2026-03-05
	due 2026-03-05 '[]'
}

@test "another kind of meeting does not" {
	done_well on 2026-01-16 follow "$(ref Zoë)" meeting \
	    --kind netwerkbespreking --present stagecoordinator,uwv,sdd
	due 2026-01-18 '[
		{ ref: "Zoë", due: "2026-01-17", state: "late", days: 1 },
		{ ref: "Bram", due: "2026-02-28", state: "due", days: 41 } ]'
}
