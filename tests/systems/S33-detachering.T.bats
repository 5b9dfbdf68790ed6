# SPDX-License-Identifier: EUPL-1.2
# One person with two affiliations and periods; access follows the desk role
# while at the desk; the history shows in which role a record was opened.
load ../helpers
load stated

# Mo is stage coordinator at the school all year, and half a year at the desk
# of the municipality, as case director without mandate.
setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
	lines mo.csv 'Naam;Organisatie;Rol;E-mail;Van;Tot' \
	    'Mo Aydin;02QZ00;stagecoordinator;mo@voorbeeld.example;01-08-2025;' \
	    'Mo Aydin;0505;regisseur-zonder-mandaat;mo@voorbeeld.example;01-01-2026;30-06-2026'
	done_well on 2025-12-01 intake mo.csv
	lines loonwaarde.csv 'Stamnummer;BRIN;Loonwaarde;Gemeten op;Methode' \
	    '1001;02QZ00;62,5;01-11-2025;Dariuz'
	done_well on 2025-12-01 intake loonwaarde.csv
}

# ground SECTIONS: Zoë's parents say what the municipality may read.
ground() {
	lines grond.csv 'Stamnummer;BRIN;Onderdelen;Ontvanger;Soort grondslag;Gegeven door;Naam gever;Van' \
	    "1001;02QZ00;$1;0505;toestemming;jongere;Zoë van der Berg;01-12-2025"
	done_well on 2025-12-01 intake grond.csv --kind ground
}

@test "one person, two affiliations, each with its period" {
	expect_json 0 'map(select(.contact == "Mo Aydin") |
	    {party, role, from, until}) | unique' '[
		{ party: "02QZ00", role: "stagecoordinator",
		  from: "2025-08-01", until: null },
		{ party: "0505", role: "regisseur-zonder-mandaat",
		  from: "2026-01-01", until: "2026-06-30" } ]' -- \
	    on 2026-01-14 report contacts --format json
	[ "$(sqlite3 "$STORE" "SELECT count(*) FROM contact
	    WHERE name = 'Mo Aydin'")" -eq 1 ]
}

@test "at the school the whole dossier, at the desk what was consented to" {
	expect_text 0 '62,5' 'Berg' -- on 2026-01-14 show "$ZOE" \
	    --as 'Mo Aydin@02QZ00'
	expect_text 0 '!62,5' '!Berg' 'niet getoond|geen grondslag' -- \
	    on 2026-01-14 show "$ZOE" --as 'Mo Aydin@0505'
	ground 'identiteit school'
	expect_text 0 '!62,5' 'Berg' -- on 2026-01-14 show "$ZOE" \
	    --as 'Mo Aydin@0505'
}

@test "the desk role goes for everything that is shown of anybody" {
	ground 'identiteit school'
	expect_json 0 'map(.ref)' '["Zoë"]' -- on 2026-01-14 report caseload \
	    --as 'Mo Aydin@0505' --format json
	expect_text 0 'Weggelaten.*: 1' '!Smit' -- on 2026-01-14 \
	    report caseload --as 'Mo Aydin@0505'
	expect_json 0 '.[0] | {route, rule, because, wage_values,
	    told: ([.facts[] | select(.name == "wage_value") | .value])}' '{
		route: null, rule: null, because: null, wage_values: [],
		told: [null] }' -- on 2026-01-14 match route "$ZOE" \
	    --as 'Mo Aydin@0505' --format json
	expect_json 0 '.[0] | {route, told: ([.facts[] | select(.name ==
	    "wage_value") | .value])}' '{ route: "betaald-werk",
		told: ["62.5"] }' -- on 2026-01-14 match route "$ZOE" \
	    --as 'Mo Aydin@02QZ00' --format json
}

@test "without mandate nothing is decided and nobody placed" {
	expect_error 5 'regisseur zonder mandaat' -- on 2026-01-14 \
	    match route "$ZOE" --override dagbesteding --by Mo --reason x \
	    --as 'Mo Aydin@0505'
	expect_error 5 'regisseur zonder mandaat' -- on 2026-01-14 \
	    follow "$ZOE" agreement --kind plek --text 'Kas, 24 uur' \
	    --as 'Mo Aydin@0505'
	done_well on 2026-01-14 match route "$ZOE" --override dagbesteding \
	    --by Mo --reason x --as 'Mo Aydin@02QZ00'
}

@test "outside the period of the desk there is no desk role" {
	expect_error 5 'Mo Aydin' '0505' -- on 2025-12-31 show "$ZOE" \
	    --as 'Mo Aydin@0505'
	expect_error 5 'Mo Aydin' '0505' -- on 2026-07-01 show "$ZOE" \
	    --as 'Mo Aydin@0505'
	done_well on 2026-07-01 show "$ZOE" --as 'Mo Aydin'
}

@test "the history shows in which role it was opened" {
	done_well on 2026-01-14 show "$ZOE" --as 'Mo Aydin@0505'
	done_well on 2026-01-15 show "$ZOE" --as 'Mo Aydin@02QZ00'
	done_well on 2026-01-16 show "$ZOE" --as 'Mo Aydin'
	expect_json 0 'map(select(.who == "Mo Aydin") | {day, action, role})' \
	    '[{ day: "2026-01-14", action: "show",
		role: "regisseur-zonder-mandaat@0505" },
	      { day: "2026-01-15", action: "show",
		role: "stagecoordinator@02QZ00" },
	      { day: "2026-01-16", action: "show",
		role: "regisseur-zonder-mandaat@0505" }]' -- \
	    on 2026-01-20 log "$ZOE" --format json
}
