# SPDX-License-Identifier: EUPL-1.2
# Learner and school in different regions: the rules are those of where the
# learner lives on the day, and the advice says whose they are.
load ../helpers
load stated

setup() {
	new_home
	new_store nl 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '02QZ00;school;De Sluis' \
	    '0505;gemeente;Dordrecht' '0355;gemeente;Zeist'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Beoogde bestemming;Gemeente' \
	    '1;Ada;Vos;02QZ00;vso;betaald werk;0355' \
	    '2;Bas;Vos;02QZ00;vso;betaald werk;0505'
	done_well on 2026-01-05 intake partijen.csv
	youths 2026-01-05 jongeren.csv
}

# advice NAME DAY WANTED
advice() {
	expect_json 0 '.[0] | {route, pack}' "$3" -- \
	    on "$2" match route "$(ref "$1")" --format json
}

@test "one school, two regions: each by where the learner lives" {
	advice Ada 2026-01-12 '{ route: "betaald-werk",
	    pack: "utrecht-zeist" }'
	advice Bas 2026-01-12 '{ route: null, pack: "drechtsteden" }'
	expect_text 0 'Regio: +Gemeente Zeist \(utrecht-zeist\)' \
	    'bevat de woongemeente' -- \
	    on 2026-01-12 match route "$(ref Ada)"
	expect_text 0 'Regio: +Drechtsteden \(drechtsteden\)' -- \
	    on 2026-01-12 match route "$(ref Bas)"
}

@test "after a move the rules are those of the new place, from its day" {
	lines verhuisd.csv \
	    'Stamnummer;Achternaam;BRIN;Gemeente;Woont er sinds' \
	    '2;Vos;02QZ00;0355;01-03-2026'
	done_well on 2026-03-02 intake verhuisd.csv
	advice Bas 2026-03-02 '{ route: "betaald-werk",
	    pack: "utrecht-zeist" }'
}
