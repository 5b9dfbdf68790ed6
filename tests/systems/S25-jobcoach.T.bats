# SPDX-License-Identifier: EUPL-1.2
# Jobcoaches of Almere: from a warm handover during school until two years
# after it.
load ../helpers
load stated
load streek

setup() {
	streek almere 0034 Almere \
	    '1;Ada;10-05-2008;vso;betaald werk;17-07-2026;17-07-2026' \
	    '2;Bas;10-05-2008;vso;betaald werk;29-02-2028;29-02-2028' \
	    '3;Cem;10-05-2008;vso;vervolgonderwijs;17-07-2026;17-07-2026'
}

# due DAY TERM FILTER WANTED: of the list of what is due.
due() {
	expect_json 0 "[.[] | select(.term == \"$2\") | $3]" "$4" -- \
	    on "$1" report due --within 60 --format json
}

@test "outflow on 17 July 2026: until 17 July 2028, on the list 60 days before" {
	due 2028-05-17 jobcoach-einde '.ref' '[]'
	due 2028-05-18 jobcoach-einde '[.ref, .due]' '[["Ada", "2028-07-17"]]'
}

@test "outflow on 29 February: until 28 February two years later" {
	due 2030-02-01 jobcoach-einde '[.ref, .due]' '[["Bas", "2030-02-28"]]'
}

@test "the end rule says the day and the rule" {
	expect_json 0 '.[0].ends | map(select(.pack == "almere") |
	    [.rule, .state, .on, .pack])' \
	    '[["jobcoach", "day", "2028-07-17", "almere"]]' -- \
	    on 2026-08-03 show "$(ref Ada)" --format json
	expect_text 0 '17-07-2028, nog niet bereikt' -- \
	    on 2026-08-03 show "$(ref Ada)"
}

@test "without a handover before the outflow somebody is on the list" {
	due 2026-07-01 jobcoach-overdracht '[.ref, .due]' \
	    '[["Ada", "2026-07-17"]]'
	expect_json 0 '[.[] | select(.term == "jobcoach-overdracht") |
	    [.ref, .state]]' '[["Ada", "late"]]' -- \
	    on 2026-07-18 report due --format json
}

@test "the advice labour market gives a jobcoach, paid by participation" {
	explained jobcoach Ada '[.rules[] | .decides]' '[true]'
	explained jobcoach Cem '[.rules[] | .decides]' '[false]'
	expect_text 0 'participatiebudget' -- \
	    on 2026-01-12 rules explain jobcoach "$(ref Ada)"
}
