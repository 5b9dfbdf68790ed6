# SPDX-License-Identifier: EUPL-1.2
# Without school: learnable but not schoolable gives a learn-work track, both
# give school, neither another route; what was not judged is asked for.
load ../helpers
load stated
load landelijk

setup() {
	new_home
	new_store den-haag 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0518;gemeente;Den Haag'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Gemeente;Ingeschreven op;Uitgeschreven op' \
	    '1;Ada;Vos;21KZ00;mbo-2;0518;01-08-2025;31-12-2025' \
	    '2;Bas;Vos;21KZ00;mbo-2;0518;01-08-2025;31-12-2025' \
	    '3;Cem;Vos;21KZ00;mbo-2;0518;01-08-2025;31-12-2025' \
	    '4;Dik;Vos;21KZ00;mbo-2;0518;01-08-2025;31-12-2025' \
	    '5;Eva;Vos;21KZ00;mbo-2;0518;01-08-2025;'
	done_well on 2026-01-05 intake partijen.csv
	youths 2026-01-05 jongeren.csv
	taken assessment 2026-01-12 'pupil_number;school;instrument;on;value' \
	    '1;21KZ00;Leerbaarheid;12-01-2026;ja' \
	    '1;21KZ00;Schoolbaarheid;12-01-2026;nee' \
	    '2;21KZ00;Leerbaarheid;12-01-2026;nee' \
	    '2;21KZ00;Schoolbaarheid;12-01-2026;nee' \
	    '3;21KZ00;Leerbaarheid;12-01-2026;ja' \
	    '3;21KZ00;Schoolbaarheid;12-01-2026;ja' \
	    '4;21KZ00;Leerbaarheid;12-01-2026;ja' \
	    '5;21KZ00;Leerbaarheid;12-01-2026;ja' \
	    '5;21KZ00;Schoolbaarheid;12-01-2026;nee'
}

# advice NAME WANTED
advice() {
	expect_json 0 '.[0] | {route, rule, unknown}' "$2" -- \
	    on 2026-01-12 match route "$(ref "$1")" --format json
}

@test "learnable and not schoolable: a learn-work track, with its source" {
	advice Ada '{ route: "leerwerktraject", rule: "DH-VSV",
	    unknown: [] }'
	expect_text 0 'leerwerktraject' 'DH-VSV' 'NJi Handvatten' -- \
	    on 2026-01-12 match route "$(ref Ada)"
}

@test "neither: another route; both: school" {
	advice Bas '{ route: "alternatieve-route", rule: "DH-ANDERS",
	    unknown: [] }'
	advice Cem '{ route: "vervolgonderwijs", rule: "DH-SCHOOL",
	    unknown: [] }'
}

@test "not judged is not no; and who is at school is not meant" {
	advice Dik '{ route: null, rule: null, unknown: ["schoolable"] }'
	advice Eva '{ route: null, rule: null, unknown: [] }'
}
