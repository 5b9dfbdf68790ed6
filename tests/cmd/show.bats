# SPDX-License-Identifier: EUPL-1.2
# dossier show: one dossier, by ref or asked for on the terminal.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
}

@test "the person, the school, who leads" {
	expect_text 0 'Zoë' 'van der Berg|van der.*Berg' '01-02-2008' 1001 \
	    'De Sluis' '17-07-2026' 'Dordrecht' 'Ria Stok' '!Smit' -- \
	    on 2026-01-12 show "$(ref Zoë)"
}

@test "a prefix that only one has will do, in small letters too" {
	whole=$(ref Zoë)
	prefix=${whole:0:5}
	expect_json 0 'length' 1 -- \
	    on 2026-01-12 show "${prefix,,}" --format json
}

@test "no such dossier, or more than one" {
	expect_error 3 'ZZZZZZZZ' -- on 2026-01-12 show ZZZZZZZZ
	expect_error 3 . -- on 2026-01-12 show "$(ref Zoë)$(ref Bram)"
}

@test "JSON is an array of one object with the ref" {
	expect_json 0 '.[0].ref' '"Zoë"' -- \
	    on 2026-01-12 show "$(ref Zoë)" --format json
}

@test "on another day, by what is known now" {
	lines klas.csv 'Leerlingnummer;School;Loonwaarde;Gemeten op;Geldig tot' \
	    '1001;02QZ00;49,9;10-01-2026;'
	done_well on 2026-01-12 intake klas.csv
	expect_text 0 '49,9' -- on 2026-01-12 show "$(ref Zoë)"
	expect_text 0 'Ria Stok' -- \
	    on 2026-01-12 show "$(ref Zoë)" --on 2025-10-01
}

@test "the BSN is not shown as it is" {
	lines bsn.csv 'BSN;Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '111222333;1001;Zoë;Berg;02QZ00'
	done_well on 2026-01-12 intake bsn.csv
	expect_text 0 'Zoë' '!111222333' -- on 2026-01-12 show "$(ref Zoë)"
}

@test "without ref and without a terminal it asks nothing" {
	expect_error 2 . -- on 2026-01-12 show
}

# asked TEXT: show, and TEXT typed on its terminal.
asked() {
	observe_typed "$1" show --today 2026-01-12
}

@test "on a terminal it asks for a name or a pupil number" {
	asked berg
	ended 0
	mentions out 'Zoë' '!Smit'
	asked 1002
	ended 0
	mentions out 'Bram' '!Zoë'
	asked niemand
	ended 3
}

@test "more than one with that name are listed, and the ref is asked" {
	lines naam.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '1009;Anna;Berg;02QZ00'
	done_well on 2026-01-12 intake naam.csv
	name_ref 2026-01-12 Anna
	asked "berg
$(ref Anna)"
	ended 0
	mentions out "$(ref Zoë)" 'Anna' "!$(ref Bram)" '02QZ00'
}

@test "HTML is one page without script or foreign parts" {
	expect_text 0 '<!doctype html>' 'Zoë' '!<script' '!https?://' -- \
	    on 2026-01-12 show "$(ref Zoë)" --format html
}

@test "YAML is the dossier as such, which goes back in unchanged" {
	ref=$(ref Zoë)
	expect_text 0 '^dossier: 1 ref: "?Zoë"? state: [0-9]+ youth: ' \
	    'birth_date: "[0-9-]*" ' 'enrolment: - id: [0-9]+ school: "02QZ00"' \
	    '!#' '!{' '!null' -- on 2026-01-12 show "$ref" --format yaml
	on 2026-01-12 show "$ref" --format yaml >whole.yaml
	expect_json 0 '.[0] | [.new, .changed, .same, .batch]' \
	    '[0, 0, 1, null]' -- \
	    on 2026-01-12 intake whole.yaml --format json
}

@test "for a party: what it may see, what is withheld and why" {
	expect_text 0 'Dit is wat .*0505.* mag zien' 'Achtergehouden' \
	    'geen grondslag' '!Zoë van' '!1001' '!De Sluis' -- \
	    on 2026-01-12 show "$(ref Zoë)" --for 0505
	expect_json 0 '.[0] | [.for, .ref, .name, .enrolment,
	    (.withheld | map(select(.section == "school") | .part))]' \
	    '["0505", null, "", null, ["all"]]' -- \
	    on 2026-01-12 show "$(ref Zoë)" --for 0505 --format json
	expect_text 0 '<!doctype html>' 'Achtergehouden' '!De Sluis' -- \
	    on 2026-01-12 show "$(ref Zoë)" --for 0505 --format html
}

@test "for a party that is not there" {
	expect_error 3 'Nergens' -- \
	    on 2026-01-12 show "$(ref Zoë)" --for Nergens
}

@test "only the line of the transition" {
	expect_text 0 'Van school naar werk' 'De Sluis' '!01-02-2008' -- \
	    on 2026-01-12 show "$(ref Zoë)" --timeline
	expect_json 0 '.[0].timeline | map(.lane) | unique' \
	    '["Regie", "School"]' -- \
	    on 2026-01-12 show "$(ref Zoë)" --timeline --format json
	expect_text 0 '<svg' 'De Sluis' '!<script' -- \
	    on 2026-01-12 show "$(ref Zoë)" --timeline --format html
}

@test "two pages at once" {
	expect_error 2 'timeline' -- \
	    on 2026-01-12 show "$(ref Zoë)" --timeline --statement
}

@test "own words first; a short dossier is short" {
	expect_text 0 'Wat voor mij telt Ontbreekt: .*Drie stemmen.*Wie Roep' \
	    'Nog niets vastgelegd Mensen om de jongere heen;' \
	    '!Grondslagen Nog' -- on 2026-01-12 show "$(ref Bram)"
}

# What it left out would be taken out when it goes back in.
@test "a dossier file is of today: of another day it is refused" {
	local ref

	ref=$(ref Zoë)
	expect_error 2 'een andere dag' '--format text' -- \
	    on 2026-01-12 show "$ref" --format yaml --on 2026-01-11
	done_well on 2026-01-12 show "$ref" --format yaml --on 2026-01-12
	done_well on 2026-01-12 show "$ref" --format json --on 2026-01-11
}
