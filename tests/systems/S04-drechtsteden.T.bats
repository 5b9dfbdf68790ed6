# SPDX-License-Identifier: EUPL-1.2
# Integral case management outside vso, pro and entree: at least three problem
# areas, and who referred; help first for three months, in practice six.
load ../helpers
load stated
load landelijk

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0505;gemeente;Dordrecht'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Gemeente' \
	    '1;Ada;Vos;21KZ00;mbo-2;0505' '2;Bas;Vos;21KZ00;mbo-2;0505' \
	    '3;Cem;Vos;21KZ00;vso;0505' '4;Dik;Vos;21KZ00;mbo-2;0505'
	done_well on 2026-01-05 intake partijen.csv
	youths 2026-01-05 jongeren.csv
	mapfile -t scores < <(problems 1 2 2 1; problems 2 2 3 1
	    problems 3 1 1 1; problems 4 2 2 2)
	taken life_domain 2026-01-12 \
	    'pupil_number;school;set;domain;on;score' "${scores[@]}"
	taken moment 2026-01-12 'pupil_number;school;kind;on;with' \
	    '1;21KZ00;melding;12-01-2026;wijkteam' \
	    '2;21KZ00;melding;12-01-2026;wijkteam' \
	    '3;21KZ00;melding;12-01-2026;wijkteam'
}

# problems NUMBER SCORE…: of money, housing and relations.
problems() {
	printf '%s;21KZ00;zrm-2017;%s;05-01-2026;%s\n' \
	    "$1" financien "$2" "$1" huisvesting "$3" \
	    "$1" huiselijke-relaties "$4"
}

# advice NAME WANTED
advice() {
	expect_json 0 '.[0] | {route, unknown}' "$2" -- \
	    on 2026-01-15 match route "$(ref "$1")" --format json
}

@test "three problem areas and a referral: eligible; two: not" {
	rules_of integraal.yaml integraal
	advice Ada '{ route: "zorg", unknown: [] }'
	advice Bas '{ route: "geen", unknown: [] }'
	advice Cem '{ route: "geen", unknown: [] }'
}

@test "three problem areas: who referred is asked for" {
	rules_of integraal.yaml integraal
	advice Dik '{ route: null, unknown: ["referred_by"] }'
	done_well on 2026-01-14 follow "$(ref Dik)" application
	advice Dik '{ route: null, unknown: ["referred_by"] }'
	taken moment 2026-01-15 'pupil_number;school;kind;on;with' \
	    '4;21KZ00;melding;15-01-2026;geen'
	advice Dik '{ route: "zorg", unknown: [] }'
}

@test "help first from 15 January: both ends, norm and practice" {
	taken track 2026-01-15 'pupil_number;school;Traject;from' \
	    '1;21KZ00;eerst-hulp;15-01-2026' '2;21KZ00;werkplaats;15-01-2026'
	expect_json 0 'map(select(.term | startswith("hulp-eerst")) |
	    {ref, term, due, state}) | sort_by(.term)' '[
		{ ref: "Ada", term: "hulp-eerst-norm", due: "2026-04-15",
		  state: "due" },
		{ ref: "Ada", term: "hulp-eerst-praktijk",
		  due: "2026-07-15", state: "due" } ]' -- \
	    on 2026-02-02 report due --within 200 --format json
	expect_text 0 '15-04-2026' '15-07-2026' -- \
	    on 2026-02-02 report due --within 200
}

@test "the rules prove themselves" {
	done_well on 2026-01-15 rules test drechtsteden
}
