# SPDX-License-Identifier: EUPL-1.2
# Two axes, cognitive level and support need, as facts: much support beside a
# high level does not lower the level.
load ../helpers
load stated
load landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;vervolgonderwijs' \
	    '2;Bas;10-05-2008;vervolgonderwijs' \
	    '3;Cem;10-05-2008;vervolgonderwijs' \
	    '4;Dik;10-05-2008;vervolgonderwijs'
	rules_of msbo.yaml niveaus
	taken opp 2026-01-05 'pupil_number;school;on;level' \
	    '1;21KZ00;01-09-2025;mbo-3' '2;21KZ00;01-09-2025;niveau 3' \
	    '3;21KZ00;01-09-2025;mbo-1' '4;21KZ00;01-09-2025;mbo 2-4'
	taken work_profile 2026-01-05 'pupil_number;school;guidance;from' \
	    '1;21KZ00;intensief;01-09-2025' '2;21KZ00;licht;01-09-2025' \
	    '3;21KZ00;intensief;01-09-2025' '4;21KZ00;licht;01-09-2025'
}

# advice NAME FILTER WANTED
advice() {
	expect_json 0 ".[0] | $2" "$3" -- \
	    on 2026-01-05 match route "$(ref "$1")" --format json
}

# offered NAME FILTER WANTED: MSBO among the other routes.
offered() {
	expect_json 0 ".[0].alternatives[] | select(.programme == \"msbo\") |
	    $2" "$3" -- on 2026-01-05 match route "$(ref "$1")" --format json
}

@test "high level and much support: the own level, and an offer for it" {
	advice Ada '{route, rule}' '{ route: "vervolgonderwijs",
	    rule: "MS-HOOG" }'
	advice Ada '[.facts[] | {(.name): .value}] | add | .level_number' \
	    '"3"'
	expect_text 0 'MSBO op het eigen niveau' 'een lager niveau' -- \
	    on 2026-01-05 match route "$(ref Ada)"
}

@test "the same level with little support; a lower level stays lower" {
	advice Bas '{route, rule}' '{ route: "vervolgonderwijs",
	    rule: "MS-HOOG" }'
	advice Cem '{route, rule}' '{ route: "leerwerktraject",
	    rule: "MS-LAAG" }'
}

@test "a level that is no one number is not guessed" {
	advice Dik '{route, unknown}' '{ route: null,
	    unknown: ["level_number"] }'
}

@test "MSBO is open to who needs it, at the own level" {
	offered Ada '[.state, .rule]' '["open", "MS-OPEN"]'
	expect_text 0 'Middelbaar Speciaal Beroepsonderwijs' \
	    'op +hun +eigen +niveau' -- on 2026-01-05 match route "$(ref Ada)"
}

@test "little guidance is not stated, a low level is not open" {
	offered Bas '[.state, .rule]' '["unstated", null]'
	offered Cem '[.state, .rule]' '["closed", "MS-LAAG"]'
	offered Dik '[.state, .unknown]' '["unknown", ["level_number"]]'
}

@test "the examples of both packs hold" {
	done_well on 2026-01-05 rules test niveaus
	done_well on 2026-01-05 rules test msbo
}
