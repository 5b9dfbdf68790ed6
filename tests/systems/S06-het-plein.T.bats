# SPDX-License-Identifier: EUPL-1.2
# Schools keep the contacts with employers, and pay for it from their own
# budget; the WSP does not take a firm in twice. Wage values are measured by
# one method.
load ../helpers
load stated

setup() {
	new_home
	new_store zutphen-lochem 2026-01-05
	lines partijen.csv 'Code;Soort;Naam;Postcode' \
	    '02QZ00;school;Praktijkschool De Wissel;7201 AA' \
	    'pl01;wsp;Het Plein WSP;7202 BB'
	lines mensen.csv 'Naam;Organisatie;Rol' \
	    'Stan School;02QZ00;stagecoordinator' 'Wil Wsp;pl01;jobhunter'
	lines firma.csv 'Code;Soort;Naam;Telefoon;Postcode;Contact ligt bij;Contact wordt gedeeld;Contact wordt betaald uit' \
	    '12345678;werkgever;Bakkerij De Krént;0575-000001;7201 CC;02QZ00;ja;gewone opdracht van de school'
	done_well on 2026-01-12 intake partijen.csv mensen.csv
	done_well on 2026-01-12 intake firma.csv --as 'Stan School@02QZ00'
	lines jongeren.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente' \
	    '12;Zoë;Bos;02QZ00;0301'
	done_well on 2026-01-12 intake jongeren.csv
}

firms() {
	sqlite3 "$STORE" "SELECT code || ' ' || phone || ' ' || funding
	    FROM party WHERE kind = 'werkgever' ORDER BY id"
}

KEPT='12345678 0575-000001 gewone opdracht van de school'

@test "the contact is the school's, paid from its own task" {
	[ "$(firms)" = "$KEPT" ]
}

@test "the same firm from the WSP: the one that is there is proposed" {
	lines wsp.csv 'Code;Soort;Naam;Telefoon;Postcode' \
	    '87654321;werkgever;bakkerij de krent;0575-999999;7201CC'
	expect_json 1 'map({new, refused, faults: (.faults |
	    map({row, column, example}))})' '[{ new: 0, refused: 1, faults: [
	    { row: 2, column: "Code", example: "12345678" }] }]' -- \
	    on 2026-01-13 intake wsp.csv --as 'Wil Wsp@pl01' --format json
	expect_text 1 '12345678' 'Praktijkschool De Wissel' -- \
	    on 2026-01-13 intake wsp.csv --as 'Wil Wsp@pl01' --dry-run
	[ "$(firms)" = "$KEPT" ]
}

@test "a contact that is not shared: the firm is proposed, not who keeps it" {
	lines firma.csv 'Code;Soort;Contact wordt gedeeld' '12345678;werkgever;nee'
	done_well on 2026-01-12 intake firma.csv --as 'Stan School@02QZ00'
	lines wsp.csv 'Code;Soort;Naam;Postcode' \
	    '87654321;werkgever;Bakkerij De Krent;7201 CC'
	expect_text 1 '12345678' '!De Wissel' -- \
	    on 2026-01-13 intake wsp.csv --as 'Wil Wsp@pl01'
}

@test "the same code from the WSP: what the school wrote stays" {
	lines wsp.csv 'Code;Soort;Naam;Telefoon;E-mail;Contact ligt bij;Contact wordt betaald uit' \
	    '12345678;werkgever;De Krent BV;0575-999999;krent@voorbeeld.example;pl01;subsidie'
	expect_json 0 'map({new, changed, refused, noted: (.notes | length)})' \
	    '[{ new: 0, changed: 1, refused: 0, noted: 1 }]' -- \
	    on 2026-01-13 intake wsp.csv --as 'Wil Wsp@pl01' --format json
	[ "$(firms)" = "$KEPT" ]
	# What was blank was filled in; the keeper may change what is there.
	expect_json 0 'map({changed, same})' '[{ changed: 0, same: 1 }]' -- \
	    on 2026-01-13 intake wsp.csv --as 'Wil Wsp@pl01' --format json
	lines school.csv 'Code;Soort;Telefoon' '12345678;werkgever;0575-000002'
	expect_json 0 'map(.changed)' '[1]' -- on 2026-01-13 intake \
	    school.csv --as 'Stan School@02QZ00' --format json
}

@test "another firm at that postcode is another firm" {
	lines wsp.csv 'Code;Soort;Naam;Postcode' \
	    '87654321;werkgever;Garage Snel;7201 CC' \
	    '87654322;werkgever;Bakkerij De Krent;7203 DD'
	expect_json 0 'map({new, refused, noted: (.notes | length)})' \
	    '[{ new: 2, refused: 0, noted: 0 }]' -- on 2026-01-13 intake \
	    wsp.csv --as 'Wil Wsp@pl01' --format json
}

@test "one method for wage values: another is refused, with the reason" {
	lines meting.csv 'Stamnummer;Loonwaarde;Gemeten op;Methode' \
	    '12;45;01-12-2025;Uniforme loonwaardemethodiek' \
	    '12;60;02-12-2025;Dariuz' '12;61;03-12-2025;'
	expect_json 1 'map({new, refused, faults: (.faults |
	    map({row, column, value, example}))})' '[{ new: 2, refused: 1,
	    faults: [{ row: 3, column: "Methode", value: "Dariuz",
	    example: "uniforme loonwaardemethodiek" }] }]' -- \
	    on 2026-01-13 intake meting.csv --format json
	expect_text 1 'één methode' 'Zutphen' -- \
	    on 2026-01-13 intake meting.csv --dry-run
}

@test "a youth who lives elsewhere is judged by the rules of there" {
	lines jongeren.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente' \
	    '13;Bram;Smit;02QZ00;0505'
	done_well on 2026-01-12 intake jongeren.csv
	lines meting.csv 'Stamnummer;Loonwaarde;Gemeten op;Methode' \
	    '13;60;02-12-2025;Dariuz' '13;50;03-12-2025;Uniform'
	expect_json 0 'map({new, refused})' '[{ new: 2, refused: 0 }]' -- \
	    on 2026-01-13 intake meting.csv --format json
}

@test "the pack says in words what it does not know: the method's name" {
	done_well on 2026-01-12 rules test zutphen-lochem
	expect_text 0 'methodiek' -- on 2026-01-12 rules list
}
