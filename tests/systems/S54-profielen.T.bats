# SPDX-License-Identifier: EUPL-1.2
# Three profiles, and the start qualification as a fact that a region's rule
# can ask for: yes, no, or not known.
load ../helpers
load stated
load landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;arbeid' \
	    '2;Bas;10-05-2008;vervolgonderwijs' \
	    '3;Cem;10-05-2008;dagbesteding'
}

# advice NAME DAY WANTED
advice() {
	expect_json 0 '.[0] | {route, rule, unknown}' "$3" -- \
	    on "$2" match route "$(ref "$1")" --format json
}

@test "the profiles are work, further education and day activities" {
	for name in Ada:arbeid Bas:vervolgonderwijs Cem:dagbesteding; do
		expect_json 0 '.[0].enrolment.profile' "\"${name#*:}\"" -- \
		    on 2026-01-05 show "$(ref "${name%:*}")" --format json
	done
	lines vierde.csv 'Stamnummer;Achternaam;BRIN;Uitstroomprofiel' \
	    '4;Vos;21KZ00;sport'
	expect_json 1 'map({new, refused, faults: (.faults |
	    map({row, value}))})' '[{ new: 0, refused: 1,
		faults: [{ row: 2, value: "sport" }] }]' -- \
	    on 2026-01-05 intake vierde.csv --format json
}

@test "no start qualification: by this region's rule school only" {
	rules_of startkwalificatie.yaml
	taken qualification 2026-01-05 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;schooldiploma;01-07-2025;nee' \
	    '2;21KZ00;diploma;01-07-2025;ja'
	advice Ada 2026-01-05 '{ route: "vervolgonderwijs",
	    rule: "SK-ZONDER", unknown: [] }'
	advice Bas 2026-01-05 '{ route: "betaald-werk", rule: "SK-MET",
	    unknown: [] }'
}

@test "not recorded is not no: the rule says what is lacking" {
	rules_of startkwalificatie.yaml
	advice Cem 2026-01-05 '{ route: null, rule: null,
	    unknown: ["start_qualification"] }'
	expect_text 0 'startkwalificatie' '!Route: +vervolgonderwijs' -- \
	    on 2026-01-05 match route "$(ref Cem)"
	taken answer 2026-01-05 'pupil_number;school;subject;answer;on' \
	    '3;21KZ00;qualification;niets;05-01-2026'
	advice Cem 2026-01-05 '{ route: "vervolgonderwijs",
	    rule: "SK-ZONDER", unknown: [] }'
}

@test "from the day on which it is obtained" {
	rules_of startkwalificatie.yaml
	taken qualification 2026-01-05 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;schooldiploma;01-07-2025;nee' \
	    '1;21KZ00;diploma;02-02-2026;ja'
	advice Ada 2026-02-01 '{ route: "vervolgonderwijs",
	    rule: "SK-ZONDER", unknown: [] }'
	advice Ada 2026-02-02 '{ route: "betaald-werk", rule: "SK-MET",
	    unknown: [] }'
}

@test "what the region's rule costs stands beside the advice" {
	rules_of wegen.yaml wegen
	taken qualification 2026-01-05 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;schooldiploma;01-07-2025;nee' \
	    '2;21KZ00;diploma;01-07-2025;ja'
	expect_json 0 '.[0] | {route, costs: (.costs | map({rule, stated_by,
	    state, blocks, open_without}))}' '{ route: "vervolgonderwijs",
	    costs: [{ rule: "WE-DICHT", stated_by: "wegen", state: "blocks",
		blocks: ["betaald-werk", "leerwerktraject"],
		open_without: ["atelier"] }] }' -- \
	    on 2026-01-05 match route "$(ref Ada)" --format json
	expect_text 0 'Wat de regels van de regio kosten' \
	    'WE-DICHT betaald werk; leerwerktraject Het atelier Zonder startkwalificatie geen werk' -- \
	    on 2026-01-05 match route "$(ref Ada)"
	expect_json 0 '.[0] | {route, costs}' \
	    '{ route: "betaald-werk", costs: [] }' -- \
	    on 2026-01-05 match route "$(ref Bas)" --format json
}
