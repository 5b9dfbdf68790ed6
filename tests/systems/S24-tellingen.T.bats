# SPDX-License-Identifier: EUPL-1.2
# The ready-to-start diploma: Almere no longer counts who holds it among the
# early school leavers; the country does, or does not, by two readings.
load ../helpers
load stated
load streek

setup() {
	streek almere 0034 Almere '1;Ada;10-05-2007;vso;;;01-12-2025' \
	    '2;Bas;10-05-2007;vso;;;01-12-2025' \
	    '3;Cem;10-05-2003;vso;;;01-12-2025' \
	    '4;Dik;10-05-2007;vso;;;01-12-2025' '5;Eef;10-05-2007;vso'
	taken qualification 'Stamnummer;Soort;Datum;Startkwalificatie' \
	    '1;startklaar;01-12-2025;nee' '2;praktijkverklaring;01-12-2025;nee' \
	    '3;praktijkverklaring;01-12-2025;nee' \
	    '5;praktijkverklaring;01-12-2025;nee'
	taken person 'Stamnummer;Rol;Netwerk;Van' \
	    '1;jobcoach;professioneel;01-10-2025' \
	    '2;jobcoach;professioneel;01-10-2025' \
	    '3;moeder;informeel;01-10-2025'
}

# counted DAY TABLE FILTER WANTED [OPTION…]
counted() {
	expect_json 0 ".[0] | $3" "$4" -- \
	    on 2026-03-02 report count "$2" --on "$1" "${@:5}" --format json
}

COUNTS='[.outcomes[] | select(.count > 0) | {(.outcome // .kind): .count}] |
    add'

@test "two counts from the same data, and who is not known" {
	counted 2026-03-02 vsv-lokaal "$COUNTS" \
	    '{ yes: 2, no: 2, unknown: 1 }'
	counted 2026-03-02 vsv-oud "$COUNTS" \
	    '{ yes: 3, no: 1, unknown: 1 }'
}

@test "the difference is by name" {
	expect_json 0 '[.. | objects | select(has("ref")) | .ref] | unique' \
	    '["Ada"]' -- on 2026-03-02 report count vsv-lokaal \
	    --against vsv-oud --on 2026-03-02 --format json
	expect_text 0 'Ada' '!Bas' -- on 2026-03-02 report count vsv-lokaal \
	    --against vsv-oud --on 2026-03-02
}

@test "if the country adjusts its figures, both counts are the same" {
	counted 2026-03-02 vsv-landelijk-aangepast "$COUNTS" \
	    '{ yes: 2, no: 2, unknown: 1 }'
	expect_text 0 'Twijfel' 'het woord niet' -- on 2026-03-02 \
	    report count vsv-landelijk-aangepast --on 2026-03-02
}

@test "on a 23rd birthday somebody leaves both counts" {
	counted 2026-05-09 vsv-lokaal "$COUNTS" \
	    '{ yes: 2, no: 2, unknown: 1 }'
	counted 2026-05-10 vsv-lokaal "$COUNTS" \
	    '{ yes: 1, no: 3, unknown: 1 }'
}

@test "who has a jobcoach and no diploma yet" {
	counted 2026-03-02 met-jobcoach "$COUNTS" \
	    '{ yes: 2, no: 1, unknown: 2 }'
	counted 2026-03-02 startklaar-ontbreekt "$COUNTS" \
	    '{ yes: 1, no: 2, unknown: 2 }'
}
