# SPDX-License-Identifier: EUPL-1.2
# dossier disclose: the right of access.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
	BRAM=$(ref Bram)
}

# section NAME FILTER WANTED [OPTION…]
section() {
	local name=$1 filter=$2 wanted=$3

	shift 3
	expect_json 0 ".[0].sections[] | select(.section == \"$name\") |
	    $filter" "$wanted" -- on 2026-01-14 disclose "$ZOE" \
	    --format json "$@"
}

@test "what is held, what for, on which law, how long and from whom" {
	section school '{purpose, basis, keep}' '{
		purpose: "Weten welke school en welk profiel",
		basis: "WVO 2020 art. 2.31a, WEC art. 44, WEB art. 9.2.12",
		keep: "twee jaar na het verlaten van de school" }'
	section school '.records | map(select(.record == "enrolment") |
	    .fields | {school, pupil_number, expected_exit})' '[
		{ school: "02QZ00", pupil_number: "1001",
		  expected_exit: "2026-07-17" } ]'
	section school '.records[0].sources | map({who, action, file, added})' \
	    '[{ who: "Els Bakker", action: "intake", file: "one.csv",
		added: true }]'
	expect_text 0 'Klas|Schoolsoort' 'Vastgelegd op 01-10-2025' \
	    'intake one\.csv' 'Op welke grond' 'Autoriteit' '!Bram' '!Smit' -- \
	    on 2026-01-14 disclose "$ZOE"
}

@test "a change is told with what it was, and where it came from" {
	done_well on 2026-01-12 edit "$ZOE" --set phone=06-12345678
	done_well on 2026-01-12 edit "$ZOE" --set phone=06-87654321 \
	    --reason 'nieuw nummer'
	expect_text 0 '06-87654321' '06-12345678' 'nieuw nummer' \
	    'Veranderd op 12-01-2026 door Els Bakker' -- \
	    on 2026-01-14 disclose "$ZOE"
}

@test "who looked: six fields, and to whom it was given" {
	done_well on 2026-01-12 show "$ZOE"
	done_well on 2026-01-12 show "$BRAM"
	done_well on 2026-01-13 report caseload
	done_well on 2026-01-13 disclose "$ZOE" --to 'Zoë zelf'
	expect_json 0 '.[0].looks | map(select(.day >= "2026-01-12") |
	    {action, object, result, actor, day, given_to,
	    at: (.time | length), from: (.origin | test("@"))})' '[
		{ action: "show", object: "Zoë", result: "shown",
		  actor: "Els Bakker", day: "2026-01-12", given_to: null,
		  at: 20, from: true },
		{ action: "report caseload", object: "Zoë", result: "shown",
		  actor: "Els Bakker", day: "2026-01-13", given_to: null,
		  at: 20, from: true },
		{ action: "disclose", object: "Zoë", result: "shown",
		  actor: "Els Bakker", day: "2026-01-13",
		  given_to: "Zoë zelf", at: 20, from: true },
		{ action: "disclose", object: "Zoë", result: "shown",
		  actor: "Els Bakker", day: "2026-01-14", given_to: null,
		  at: 20, from: true } ]' -- \
	    on 2026-01-14 disclose "$ZOE" --format json
	expect_text 0 'Gegeven aan: +niet genoemd' 'getoond, aan: Zoë zelf' \
	    "!$BRAM" -- on 2026-01-14 disclose "$ZOE"
}

@test "who looked, from a day to a day" {
	for day in 10 11 12; do
		done_well on "2026-01-$day" show "$ZOE"
	done
	expect_json 0 '.[0].looks | map(.day)' '["2026-01-11"]' -- \
	    on 2026-01-14 disclose "$ZOE" --since 11-01-2026 \
	    --until 2026-01-11 --format json
	expect_error 2 'laatste dag' -- on 2026-01-14 disclose "$ZOE" \
	    --since 2026-01-12 --until 2026-01-11
}

@test "a number is masked, and whole for whose it is" {
	done_well on 2026-01-12 edit "$ZOE" --set bsn=123456782
	expect_text 0 '\*{6}782' '!123456782' -- \
	    on 2026-01-14 disclose "$ZOE"
	expect_text 0 '123456782' -- on 2026-01-14 disclose "$ZOE" --numbers
	section identiteit '.records | map(select(.record == "identifier") |
	    .fields.value)' '["123456782"]' --numbers
}

@test "who received it, which fields and on which ground" {
	done_well on 2026-01-12 handover prepare "$ZOE" --to 0505
	done_well on 2026-01-12 handover send "$ZOE" --to 0505 \
	    --ground 'Toestemming van Zoë' --folder uit
	expect_json 0 '.[0].recipients | map({on, party, ground,
	    name: (.fields | index("youth.given_name") != null)})' '[
		{ on: "2026-01-12", party: "0505",
		  ground: "Toestemming van Zoë", name: true } ]' -- \
	    on 2026-01-14 disclose "$ZOE" --format json
	expect_text 0 'Toestemming van Zoë' 'Roepnaam' -- \
	    on 2026-01-14 disclose "$ZOE"
}

@test "there is no own statement, and that is told" {
	section zienswijze '.records' '[]'
	expect_text 0 'Zienswijze' -- on 2026-01-14 disclose "$ZOE"
}

@test "a page to print" {
	done_well on 2026-01-14 disclose "$ZOE" --format html -o inzage.html
	grep -q '<h2[^>]*>School' inzage.html
}

@test "half a ref, nobody at work, a role that sees half of it" {
	expect_error 3 "${ZOE:0:6}" -- on 2026-01-14 disclose "${ZOE:0:6}"
	lines vrij.csv 'Naam;Organisatie;Rol' 'Vera Vos;sdd;vrijwilliger'
	done_well on 2026-01-12 intake vrij.csv
	expect_error 5 'rol ziet niet alles' -- \
	    on 2026-01-14 disclose "$ZOE" --as 'Vera Vos'
	sqlite3 "$STORE" "UPDATE contact SET login = 'iemand-anders'"
	expect_error 5 '--as' -- on 2026-01-14 disclose "$ZOE"
}
