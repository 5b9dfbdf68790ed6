# SPDX-License-Identifier: EUPL-1.2
# Each municipality in a school year: visits against one or two, learners
# discussed, agreements and support, side by side.
load ../helpers
load stated

setup() {
	region utrecht 2025-05-01 bezoeken-jongeren
	expect_json 0 'map({refused, faults})' '[
		{ refused: 0, faults: [] }, { refused: 0, faults: [] } ]' -- \
	    on 2026-03-20 intake "$FIXTURES/utrecht/bezoeken.csv" \
	    "$FIXTURES/utrecht/afspraken.csv" --format json
}

# visits MUNICIPALITY FIELDS WANTED [OPTION…]: its row of the visits norm.
visits() {
	local municipality=$1 fields=$2 wanted=$3

	shift 3
	expect_json 0 "map(select(.subject == \"$municipality\" and
	    .at_least == 1 and .at_most == 2) | {$fields})" "$wanted" -- \
	    on 2026-03-20 report norms --all --format json "$@"
}

@test "one visit is within the norm" {
	visits 0355 'school, count, state, discussed, agreements, support' \
	    '[{ school: "21KZ00", count: 1, state: "ok", discussed: 2,
		agreements: 2, support: ["jobcoach", "no-risk",
		    "loonkostensubsidie", "proefplaats/stage"] }]'
}

@test "three visits are more than the norm" {
	visits 0356 'school, count, state, discussed, agreements' \
	    '[{ school: "21KZ00", count: 3, state: "over", discussed: 1,
		agreements: 1 }]'
}

@test "no visit is under the norm, and is a row all the same" {
	visits 0344 'school, count, state, discussed, agreements, support' \
	    '[{ school: "21KZ00", count: 0, state: "under", discussed: 0,
		agreements: 0, support: null }]'
}

@test "what they offer is side by side, and not stated is not nothing" {
	expect_json 0 'map(select(.at_most == 2) |
	    {subject, support: (.support | type)}) | sort_by(.subject)' '[
		{ subject: "0344", support: "null" },
		{ subject: "0355", support: "array" },
		{ subject: "0356", support: "array" } ]' -- \
	    on 2026-03-20 report norms --all --format json
	expect_text 0 'loonkostensubsidie' -- on 2026-03-20 report norms --all
}

@test "for one school; and without --all only what fails" {
	visits 0355 'count' '[{ count: 1 }]' --school 21KZ00
	expect_json 0 'map(select(.at_least == 1 and .at_most == 2) |
	    {subject, state}) | sort_by(.subject)' '[
		{ subject: "0344", state: "under" },
		{ subject: "0356", state: "over" } ]' -- \
	    on 2026-03-20 report norms --format json
}

@test "a new school year begins with no visits" {
	expect_json 0 'map(select(.subject == "0355" and .at_least == 1 and
	    .at_most == 2) | {count, state, discussed})' \
	    '[{ count: 0, state: "under", discussed: 0 }]' -- \
	    on 2026-09-15 report norms --all --format json
}

@test "in the words of people: every municipality is there" {
	expect_text 0 'Zeist' 'Nieuwegein' 'Utrecht' -- \
	    on 2026-03-20 report norms --all
}
