# SPDX-License-Identifier: EUPL-1.2
# The four target groups: one, two at once, or none of them, said so. In this
# pack group 1 gives work, 2 further education, 3 with 4 a learn-work track,
# and none of the four day activities.
load ../helpers
load stated
load landelijk

setup() {
	new_home
	new_store nl 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0363;gemeente;Amsterdam'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Uitstroomprofiel;Gemeente' \
	    '1;Ada;Vos;21KZ00;praktijkonderwijs;;0363' \
	    '2;Bas;Vos;21KZ00;vso;arbeid;0363' \
	    '3;Cem;Vos;21KZ00;vso;vervolgonderwijs;0363' \
	    '4;Dik;Vos;21KZ00;vmbo-bb;;0363' \
	    '5;Eva;Vos;21KZ00;entree;;0363' \
	    '6;Fay;Vos;21KZ00;vso;dagbesteding;0363' \
	    '7;Gé;Vos;21KZ00;vso;;0363'
	done_well on 2026-01-05 intake partijen.csv
	youths 2026-01-05 jongeren.csv
	rules_of doelgroep.yaml doelgroep
}

# advice NAME WANTED
advice() {
	expect_json 0 '.[0] | {rule, unknown}' "$2" -- \
	    on 2026-01-12 match route "$(ref "$1")" --format json
}

@test "pro and vso work are 1; vso follow-up and vmbo with a diploma are 2" {
	taken qualification 2026-01-12 'pupil_number;school;kind;on' \
	    '4;21KZ00;diploma;01-07-2025'
	advice Ada '{ rule: "DG-1", unknown: [] }'
	advice Bas '{ rule: "DG-1", unknown: [] }'
	advice Cem '{ rule: "DG-2", unknown: [] }'
	advice Dik '{ rule: "DG-2", unknown: [] }'
}

@test "entree, able, with circumstances: 3 and 4, both" {
	taken opp 2026-01-12 'pupil_number;school;on;level' \
	    '5;21KZ00;01-09-2025;mbo-2'
	taken life_domain 2026-01-12 \
	    'pupil_number;school;set;domain;on;score' \
	    '5;21KZ00;zrm-2017;huisvesting;05-01-2026;2'
	advice Eva '{ rule: "DG-3-EN-4", unknown: [] }'
}

@test "vso day activities are in none of the four" {
	advice Fay '{ rule: "DG-GEEN", unknown: [] }'
}

@test "without a profile it cannot be said" {
	expect_json 0 '.[0] | [.rule, (.unknown | index("profile"))]' \
	    '[null, 0]' -- \
	    on 2026-01-12 match route "$(ref Gé)" --format json
}

@test "each of the stated cases stands in the pack and holds" {
	done_well on 2026-01-12 rules test nl
}
