# SPDX-License-Identifier: EUPL-1.2
# An outflow meeting without UWV or SDD is recorded as incomplete and listed;
# the jobcoach is optional.
load ../helpers
load stated

INCOMPLETE='map(select(.state == "incomplete") |
    {school, missing: (.missing | sort)}) | sort_by(.missing)'

setup() {
	region drechtsteden 2025-10-01 uitstroom
	expect_json 0 'map({new, refused, faults})' \
	    '[{ new: 4, refused: 0, faults: [] }]' -- \
	    on 2026-03-20 intake "$FIXTURES/drechtsteden/overleg.csv" \
	    --format json
}

@test "the meetings without UWV or without SDD are listed" {
	expect_json 0 "$INCOMPLETE" '[
		{ school: "02QZ00", missing: ["sdd"] },
		{ school: "02QZ00", missing: ["uwv"] } ]' -- \
	    on 2026-03-20 report norms --format json
}

@test "with and without a jobcoach the others are complete" {
	# shellcheck disable=SC2016 # jq's own variable
	expect_json 0 '(map(select(.state == "incomplete"))[0].norm) as $norm |
	    map(select(.norm == $norm) | .state) | sort' \
	    '["incomplete", "incomplete", "ok", "ok"]' -- \
	    on 2026-03-20 report norms --all --format json
}

@test "one that is recorded by hand is held to the same norm" {
	done_well on 2026-03-11 follow "$(ref Bram)" meeting \
	    --kind uitstroomoverleg --with sdd --present stagecoordinator
	expect_json 0 "$INCOMPLETE" '[
		{ school: "02QZ00", missing: ["sdd"] },
		{ school: "02QZ00", missing: ["sdd", "uwv"] },
		{ school: "02QZ00", missing: ["uwv"] } ]' -- \
	    on 2026-03-20 report norms --format json
}

@test "it did take place: the learner is off the list of what is due" {
	expect_json 0 'map(select(.term == "uitstroomoverleg"))' '[]' -- \
	    on 2026-03-20 report due --format json
}

@test "in the words of people: the school, the day and who was not there" {
	expect_text 0 'De Sluis|02QZ00' '14-01-2026' '11-02-2026' 'UWV' \
	    '!12-11-2025' '!10-12-2025' -- on 2026-03-20 report norms
}
