# SPDX-License-Identifier: EUPL-1.2
# dossier report: who is where, what is due, whom to call, what fails a norm.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	lines ander.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente' \
	    '3001;Kim;Vos;03TV00;0642'
	youths 2025-10-01 ander.csv
}

@test "caseload: every open dossier with its keys" {
	expect_json 0 'map(del(.state)) | sort_by(.ref)' '[
		{ ref: "Bram", school: "02QZ00", municipality: "0505",
		  lead: "02QZ00", expected_exit: "2026-08-31" },
		{ ref: "Kim", school: "03TV00", municipality: "0642",
		  lead: "03TV00", expected_exit: null },
		{ ref: "Zoë", school: "02QZ00", municipality: "0505",
		  lead: "02QZ00", expected_exit: "2026-07-17" } ]' -- \
	    on 2026-01-12 report caseload --format json
	expect_json 0 'map(.state | type) | unique' '["string"]' -- \
	    on 2026-01-12 report caseload --format json
}

@test "for one school, for one municipality, by code or by name" {
	expect_json 0 'map(.ref)' '["Kim"]' -- \
	    on 2026-01-12 report caseload --school 03TV00 --format json
	expect_json 0 'map(.ref)' '["Kim"]' -- \
	    on 2026-01-12 report caseload --school 'de kade' --format json
	expect_json 0 'map(.ref) | sort' '["Bram", "Zoë"]' -- \
	    on 2026-01-12 report caseload --municipality 0505 --format json
	expect_error 3 '99ZZ99' -- \
	    on 2026-01-12 report caseload --school 99ZZ99
}

@test "only what is mine" {
	expect_json 0 'map(.ref)' '[]' -- \
	    on 2026-01-12 report caseload --mine --format json
	expect_json 0 'map(.ref)' '["Kim"]' -- \
	    on 2026-01-12 report caseload --mine --as 'Kees Bol' --format json
}

@test "CSV for Dutch Excel: mark, semicolons, CRLF" {
	observe on 2026-01-12 report caseload --format csv
	ended 0
	[ "$(head -c 3 "$BOOK/out")" = $'\xef\xbb\xbf' ]
	[ "$(wc -l <"$BOOK/out")" -eq 4 ]
	[ "$(grep -c $'\r$' "$BOOK/out")" -eq 4 ]
	[ "$(grep -c ';' "$BOOK/out")" -eq 4 ]
	mentions out 'Zoë' '17-07-2026'
}

@test "CSV: formulas are made harmless, telephones stay" {
	lines eng.csv 'Naam;Organisatie;Rol;Voor school;Telefoon' \
	    "=cmd|' /C calc'!A0;sdd;contactpersoon;02QZ00;+31 78 5550999" \
	    '@SUM(A1);sdd;contactpersoon;02QZ00;078-5550998'
	done_well on 2026-01-12 intake eng.csv
	observe on 2026-01-12 report contacts --format csv
	ended 0
	grep -qF "'=cmd|' /C calc'!A0" "$BOOK/out"
	grep -qF "'@SUM(A1)" "$BOOK/out"
	grep -qF '+31 78 5550999' "$BOOK/out"
	never grep -qF "'+31" "$BOOK/out"
	never grep -qE '(^|;)"?[=@]' "$BOOK/out"
}

@test "HTML is one page without script or foreign parts" {
	expect_text 0 '<!doctype html>' 'lang="?nl' '17-07-2026' '!<script' \
	    '!https?://' -- on 2026-01-12 report caseload --format html
}

@test "--output writes a file for the owner only, and nothing else" {
	umask 000
	expect 0 '' '' -- on 2026-01-12 report caseload --format json \
	    --output wie.json
	[ "$(stat -c %a wie.json)" = 600 ]
	jq -e 'length == 3' wie.json
	expect_error 4 'geen' -- on 2026-01-12 report caseload \
	    --output geen/wie.json
}

@test "--check ends with 1 when something is late; --quiet when all is well" {
	expect 0 '' '' -- on 2026-01-10 report due --within 0 --check --quiet
	expect_text 1 'Zoë|17-01-2026' -- \
	    on 2026-01-18 report due --check --quiet
	expect_text 0 'Zoë|17-01-2026' -- on 2026-01-18 report due
	expect_text 1 '03TV00|De Kade' -- \
	    on 2026-01-18 report norms --check
}

@test "due for one school and for those that I hold" {
	expect_json 0 'map(select(.term == "uitstroomoverleg") | .ref)' '[]' \
	    -- on 2026-01-10 report due --school 03TV00 --format json
	expect_json 0 'map(select(.term == "uitstroomoverleg") | .ref) |
	    sort' '["Bram", "Zoë"]' -- on 2026-01-10 report due --mine \
	    --as 'Ria Stok' --format json
}

@test "a party without a person: no name is made up" {
	lines ver.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;expected_exit' \
	    '4001;Ivo;Laan;04XY00;vso;17-07-2026'
	youths 2025-10-01 ver.csv
	expect_json 0 'map(select(.ref == "Ivo" and
	    .term == "uitstroomoverleg") | {holder, contact, phone})' \
	    '[{ holder: "04XY00", contact: null, phone: null }]' -- \
	    on 2026-01-10 report due --format json
}

@test "the same store, day and question: the same bytes" {
	for what in caseload due contacts norms; do
		for format in text csv json html yaml; do
			on 2026-01-12 report "$what" --format "$format" >een
			LC_ALL=C.UTF-8 TZ=Asia/Tokyo on 2026-01-12 report \
			    "$what" --format "$format" >twee
			cmp een twee
		done
	done
}

@test "an empty store gives empty answers" {
	done_well on 2026-01-05 init --pack nl --db leeg.db
	for what in caseload due contacts norms; do
		expect_json 0 . '[]' -- on 2026-01-12 report "$what" \
		    --db leeg.db --format json
	done
}

@test "nothing due: a sentence and no empty table; CSV keeps its heading" {
	done_well on 2026-01-05 init --pack nl --db leeg.db
	expect_text 0 '60' '!----' -- on 2026-01-12 report due --db leeg.db
	expect_text 0 '60' '!<table' -- \
	    on 2026-01-12 report due --db leeg.db --format html
	expect_text 0 'Ref;' -- \
	    on 2026-01-12 report due --db leeg.db --format csv
}

@test "contacts: who holds two roles is one person" {
	lines twee.csv 'Naam;Organisatie;Rol;Telefoon' \
	    'An Twee;sdd;contactpersoon;06-00000001' \
	    'An Twee;sdd;regisseur;06-00000001'
	observe on 2026-01-12 report contacts --lang en
	before=$(unwrapped out | grep -oE 'Persons: [0-9]+, in [0-9]+')
	done_well on 2026-01-12 intake twee.csv
	observe on 2026-01-12 report contacts --lang en
	after=$(unwrapped out | grep -oE 'Persons: [0-9]+, in [0-9]+')
	read -r _ persons _ roles <<<"${before//,/}"
	[ "$after" = "Persons: $((persons + 1)), in $((roles + 2))" ]
}

@test "wrong usage" {
	expect_error 2 . -- on 2026-01-12 report
	expect_error 2 'weer' -- on 2026-01-12 report weer
	expect_error 2 'within' -- on 2026-01-12 report contacts --within 3
	expect_error 2 'all' -- on 2026-01-12 report caseload --all
	expect_error 2 'check' -- on 2026-01-12 report contacts --check
	expect_error 2 'mine' -- on 2026-01-12 report norms --mine
	expect_error 2 'veel' -- on 2026-01-12 report due --within veel
	expect_error 2 'xml' 'json' -- on 2026-01-12 report due --format xml
}

@test "the Dutch name of the command" {
	expect_json 0 'length' 3 -- \
	    on 2026-01-12 rapport caseload --format json
}

# Puk turns 18 on 10 May: until then his parents give the ground.
grounds() {
	lines jarig.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Geboortedatum' \
	    '4001;Puk;Jarig;02QZ00;10-05-2008'
	youths 2026-01-12 jarig.csv
	lines grond.csv 'youth;sections;recipient;kind;purpose;given_by;giver;from;until' \
	    "$(ref Puk);houding registers;0505;toestemming;overgangsdocument;ouders;M. Jarig;12-01-2026;" \
	    "$(ref Puk);school;0505;wettelijke-plicht;;;;12-01-2026;31-03-2026"
	done_well on 2026-01-12 intake grond.csv --kind ground
}

@test "grounds: what ends, and what a birthday takes from its giver" {
	grounds
	expect_json 0 'map({ref, state, day, given_by_then, recipient})' '[
		{ ref: "Puk", state: "ends", day: "2026-03-31",
		  given_by_then: null, recipient: "0505" },
		{ ref: "Puk", state: "renew_soon", day: "2026-05-10",
		  given_by_then: "jongere", recipient: "0505" } ]' -- \
	    on 2026-03-12 report grounds --format json
	expect_json 0 'map(.state)' '["ends"]' -- \
	    on 2026-03-12 report grounds --within 30 --format json
	expect_text 0 '2' 'Puk Jarig' 'Gemeente Dordrecht|Dordrecht' \
	    'te vernieuwen op' '10-05-2026' 'de jongere' -- \
	    on 2026-03-12 report grounds
}

# The report looks ahead: one that begins next week and lapses next month is
# to be renewed in time, here and in the handover.
@test "grounds: one that has not begun yet is told as one that has" {
	grounds
	lines later.csv 'youth;sections;recipient;kind;purpose;given_by;giver;from;until' \
	    "$(ref Puk);opp;0505;toestemming;overgangsdocument;ouders;M. Jarig;20-04-2026;" \
	    "$(ref Puk);kennis;0505;wettelijke-plicht;;;;20-04-2026;30-04-2026" \
	    "$(ref Puk);kennis;0505;toestemming;overgangsdocument;ouders;M. Jarig;20-04-2026;05-05-2026"
	done_well on 2026-01-12 intake later.csv --kind ground
	expect_json 0 'map({state, day, sections})' '[
		{ state: "ends", day: "2026-04-30", sections: "kennis" },
		{ state: "ends", day: "2026-05-05", sections: "kennis" },
		{ state: "renew_soon", day: "2026-05-10",
		  sections: "houding registers" },
		{ state: "renew_soon", day: "2026-05-10",
		  sections: "opp" } ]' -- \
	    on 2026-04-12 report grounds --within 30 --format json
}

@test "grounds: after the birthday it must be renewed, and --check says so" {
	grounds
	expect_json 1 'map({state, day})' \
	    '[{ state: "renew", day: "2026-05-10" }]' -- \
	    on 2026-05-10 report grounds --within 0 --check --format json
	expect_json 0 'length' 0 -- \
	    on 2026-04-30 report grounds --within 0 --check --format json
}
