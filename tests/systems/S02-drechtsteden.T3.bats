# SPDX-License-Identifier: EUPL-1.2
# Every school has two contacts of its own; the sheet gives their telephone.
load ../helpers
load stated

setup() {
	region drechtsteden 2025-10-01
}

# too_few DAY WANTED: the schools with less than two.
too_few() {
	expect_json 0 'map(select(.at_least == 2) |
	    {school, count, state}) | sort_by(.school)' "$2" -- \
	    on "$1" report norms --format json
}

@test "a school with one contact is a violation, one with two is not" {
	too_few 2026-03-31 '[{ school: "03TV00", count: 1, state: "under" }]'
	expect_json 0 'map(select(.at_least == 2 and .school == "02QZ00") |
	    {count, state})' '[{ count: 2, state: "ok" }]' -- \
	    on 2026-03-31 report norms --all --format json
}

@test "a contact whose period ended: a violation from that day" {
	too_few 2026-04-01 '[
		{ school: "02QZ00", count: 1, state: "under" },
		{ school: "03TV00", count: 1, state: "under" } ]'
}

@test "who comes in time keeps the norm" {
	lines nieuw.csv 'Naam;Organisatie;Rol;Voor school;Telefoon;Van' \
	    'Imke Rood;sdd;contactpersoon;02QZ00;06-55502009;01-04-2026'
	done_well on 2026-03-20 intake nieuw.csv
	too_few 2026-04-01 '[{ school: "03TV00", count: 1, state: "under" }]'
}

@test "the sheet of contacts of a school: two names and their telephone" {
	expect_json 0 'map(select(.party == "sdd")) | sort_by(.contact)' '[
		{ school: "02QZ00", party: "sdd", role: "contactpersoon",
		  contact: "Joris Vink", phone: "06-55502002",
		  email: "joris@drechtsteden.example", from: "2025-08-01",
		  until: null },
		{ school: "02QZ00", party: "sdd", role: "contactpersoon",
		  contact: "Noor Pool", phone: "06-55502001",
		  email: "noor@drechtsteden.example", from: "2025-08-01",
		  until: "2026-03-31" } ]' -- \
	    on 2026-03-31 report contacts --school 02QZ00 --format json
	expect_text 0 'Joris Vink' '06-55502002' 'Noor Pool' '06-55502001' \
	    '!Tess Kuil' -- on 2026-03-31 report contacts --school 02QZ00
}

@test "the day after, the sheet has one name" {
	expect_text 0 'Joris Vink' '!Noor Pool' -- \
	    on 2026-04-01 report contacts --school 02QZ00
}
