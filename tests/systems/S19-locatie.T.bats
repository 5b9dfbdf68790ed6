# SPDX-License-Identifier: EUPL-1.2
# Entree in Almere at four places, 160 together: which fits is a table. Who
# fits two is shown with both, for the committee.
load ../helpers
load stated
load streek

setup() {
	streek almere 0034 Almere \
	    '1;Ada;10-05-2008;praktijkonderwijs;betaald werk' \
	    '2;Bas;10-05-2008;vso;vervolgonderwijs' \
	    '3;Cem;10-05-2008;vso;vervolgonderwijs' \
	    '4;Dik;10-05-2008;vso;vervolgonderwijs'
	taken life_domain 'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '1;zrm-2017;financien;01-12-2025;4' \
	    '2;zrm-2017;geestelijke-gezondheid;01-12-2025;2' \
	    '3;zrm-2017;geestelijke-gezondheid;01-12-2025;1' \
	    '3;zrm-2017;huisvesting;01-12-2025;2'
}

@test "towards the labour market: practical education, with 20 places" {
	explained entree-locatie Ada '[.rules[] | select(.decides) | .id]' \
	    '["AL-ENTREE-PRO"]'
	expect_text 0 'praktijkonderwijs' '20' 'uitstromen naar de arbeidsmarkt' \
	    -- on 2026-01-12 rules explain entree-locatie "$(ref Ada)"
}

@test "psychiatric problems: vso, with 5 places" {
	explained entree-locatie Bas '[.rules[] | select(.decides) | .id]' \
	    '["AL-ENTREE-VSO"]'
}

@test "who fits two places is shown with both" {
	explained entree-locatie Cem '[.rules[] | select(.decides) | .id]' \
	    '["AL-ENTREE-VSO", "AL-ENTREE-ALMEERKANS"]'
	expect_text 0 'vso' 'almeerkans' -- \
	    on 2026-01-12 rules explain entree-locatie "$(ref Cem)"
}

@test "life domains that nobody asked about decide nothing" {
	explained entree-locatie Dik '[.rules[] | {(.id): .holds}] | add' \
	    '{ "AL-ENTREE-PRO": false, "AL-ENTREE-VSO": null,
	    "AL-ENTREE-ALMEERKANS": null, "AL-ENTREE-MBO": null }'
}

@test "the places are 120, 20, 5 and 15: 160 together" {
	expect_json 0 '[.. | objects | .seats? // empty |
	    if type == "object" then .seats else . end | tonumber] |
	    [length, add]' '[4, 160]' -- \
	    on 2026-01-12 rules show almere --own --format json
	done_well on 2026-01-12 rules test almere
}
