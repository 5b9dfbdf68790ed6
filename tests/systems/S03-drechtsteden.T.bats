# SPDX-License-Identifier: EUPL-1.2
# Up to 50 % of the minimum wage aims at a participation place, more at work;
# once at UWV or SDD, you stay there.
load ../helpers
load stated

setup() {
	region drechtsteden 2025-08-20 loonwaarde-jongeren
	expect_json 0 'map({new, refused, faults})' \
	    '[{ new: 5, refused: 0, faults: [] }]' -- \
	    on 2026-01-20 intake "$FIXTURES/drechtsteden/loonwaarde.csv" \
	    --format json
}

# advice NAME DAY FILTER WANTED
advice() {
	expect_json 0 ".[0] | $3" "$4" -- \
	    on "$2" match route "$(ref "$1")" --format json
}

# to_uwv NAME NUMBER: UWV leads from 1 September 2025.
to_uwv() {
	lines regie.csv 'Leerlingnummer;School;Regie;Contact;Van;Tot' \
	    "$1;02QZ00;uwv;;01-09-2025;"
	done_well on 2025-09-01 intake regie.csv
}

@test "0, 49.9 and 50 give a participation place, 50.1 and 100 work" {
	expect_json 0 'map({ref, route, decided, unknown}) | sort_by(.ref)' '[
		{ ref: "Aisha", route: "participatieplek", decided: true,
		  unknown: [] },
		{ ref: "Bram", route: "participatieplek", decided: true,
		  unknown: [] },
		{ ref: "Chris", route: "participatieplek", decided: true,
		  unknown: [] },
		{ ref: "Daan", route: "betaald-werk", decided: true,
		  unknown: [] },
		{ ref: "Esma", route: "betaald-werk", decided: true,
		  unknown: [] },
		{ ref: "Finn", route: null, decided: false,
		  unknown: ["wage_value"] } ]' -- \
	    on 2026-02-02 match route --all --format json
}

@test "a wage value that is not there is no 0 and gives no advice" {
	advice Finn 2026-02-02 '{route, rule, decided, unknown}' \
	    '{ route: null, rule: null, decided: false,
	       unknown: ["wage_value"] }'
	advice Finn 2026-02-02 '[.facts[] | select(.name == "wage_value") |
	    .value] | map(select(. != null))' '[]'
	expect_text 0 'loonwaarde' '!participatieplek' -- \
	    on 2026-02-02 match route "$(ref Finn)"
}

@test "before it was measured there is no value" {
	advice Aisha 2026-01-14 '{route, unknown}' \
	    '{ route: null, unknown: ["wage_value"] }'
}

@test "out of range is refused and says which" {
	lines scheef.csv 'Leerlingnummer;School;Loonwaarde;Gemeten op' \
	    '1026;02QZ00;100,1;15-01-2026' '1026;02QZ00;-1;15-01-2026' \
	    '1026;02QZ00;1000;15-01-2026' '1021;02QZ00;12,5;01-12-2025'
	expect_json 1 'map({new, refused, faults: (.faults |
	    map({row, value, said: (.reason | length > 0)}))})' '[
		{ new: 1, refused: 3, faults: [
			{ row: 2, value: "100,1", said: true },
			{ row: 3, value: "-1", said: true },
			{ row: 4, value: "1000", said: true } ] } ]' -- \
	    on 2026-02-02 intake scheef.csv --format json
	advice Finn 2026-02-02 '.unknown' '["wage_value"]'
}

@test "the explanation: value, its day, rule, pack, version, outcome" {
	advice Bram 2026-02-02 '{ref, route, pack, held_by, override}' \
	    '{ ref: "Bram", route: "participatieplek", pack: "drechtsteden",
	       held_by: null, override: null }'
	advice Bram 2026-02-02 '[.rule, .version, .because] |
	    map(type == "string" and length > 0)' '[true, true, true]'
	advice Bram 2026-02-02 '[.facts[] | select(.name == "wage_value")]' \
	    '[{ name: "wage_value", value: "49.9", on: "2026-01-15" }]'
	rule=$(jq -r '.[0].rule' "$BOOK/out.raw")
	version=$(jq -r '.[0].version' "$BOOK/out.raw")
	expect_text 0 '49,9' '15-01-2026' "$rule" 'drechtsteden' "$version" \
	    'participatieplek' '01-01-2026' -- \
	    on 2026-02-02 match route "$(ref Bram)"
}

@test "two measurements: the one valid on the day is used, both are shown" {
	lines meting.csv \
	    'Leerlingnummer;School;Loonwaarde;Gemeten op;Geldig tot' \
	    '1026;02QZ00;45;10-06-2025;31-05-2026' \
	    '1026;02QZ00;65;01-06-2026;31-05-2028'
	done_well on 2026-06-02 intake meting.csv
	advice Finn 2026-05-31 '.route' '"participatieplek"'
	advice Finn 2026-05-31 '[.facts[] | select(.name == "wage_value")][0]' \
	    '{ name: "wage_value", value: "45", on: "2025-06-10" }'
	advice Finn 2026-06-02 '.route' '"betaald-werk"'
	advice Finn 2026-06-02 '[.facts[] | select(.name == "wage_value")][0]' \
	    '{ name: "wage_value", value: "65", on: "2026-06-01" }'
	expect_text 0 '65' '01-06-2026' '45' '10-06-2025' -- \
	    on 2026-06-02 match route "$(ref Finn)"
}

@test "UWV only by a named person with a reason, beside the rule's outcome" {
	expect_error 2 . -- on 2026-02-02 match route "$(ref Bram)" \
	    --override uwv-route --reason 'past beter'
	expect_error 2 . -- on 2026-02-02 match route "$(ref Bram)" \
	    --override uwv-route --by 'Joris Vink'
	advice Bram 2026-02-02 '.override' 'null'
	done_well on 2026-02-02 match route "$(ref Bram)" \
	    --override uwv-route --by 'Joris Vink' \
	    --reason 'Wajong is aangevraagd'
	advice Bram 2026-02-02 '{route, decided}' \
	    '{ route: "participatieplek", decided: true }'
	advice Bram 2026-02-02 '[.override | .. | strings] | contains([
	    "uwv-route", "Joris Vink", "Wajong is aangevraagd"])' true
	expect_text 0 'participatieplek' 'UWV' 'Joris Vink' \
	    'Wajong is aangevraagd' -- \
	    on 2026-02-03 match route "$(ref Bram)"
}

@test "an override ends on its day" {
	done_well on 2026-02-02 match route "$(ref Bram)" \
	    --override uwv-route --by 'Joris Vink' \
	    --reason 'Wajong is aangevraagd' --until 2026-06-30
	advice Bram 2026-06-30 '.override != null' true
	advice Bram 2026-07-01 '.override' 'null'
}

@test "at UWV since September: a new wage value of 65 moves nobody" {
	to_uwv 1026
	lines meting.csv 'Leerlingnummer;School;Loonwaarde;Gemeten op' \
	    '1026;02QZ00;65;20-01-2026'
	done_well on 2026-01-20 intake meting.csv
	advice Finn 2026-02-02 '[.held_by, .rule] |
	    map(type == "string" and length > 0)' '[true, true]'
	advice Finn 2026-02-02 '.route' '"uwv-route"'
	held=$(jq -r '.[0].held_by' "$BOOK/out.raw")
	expect_text 0 'UWV' '65' '01-09-2025' "$held" -- \
	    on 2026-02-02 match route "$(ref Finn)"
	expect_json 0 'map(select(.ref == "Finn") | .lead)' '["uwv"]' -- \
	    on 2026-02-02 report caseload --format json
}

@test "forcing a move needs a reason and stands in the history" {
	to_uwv 1022
	expect_error 2 . -- on 2026-02-02 match route "$(ref Bram)" \
	    --override betaald-werk --by 'Joris Vink'
	done_well on 2026-02-02 match route "$(ref Bram)" \
	    --override betaald-werk --by 'Joris Vink' \
	    --reason 'eigen wens van de jongere'
	advice Bram 2026-02-03 '.held_by != null' true
	advice Bram 2026-02-03 '[.override | .. | strings] |
	    contains(["betaald-werk"])' true
	expect_text 0 'eigen wens van de jongere' 'Joris Vink' -- \
	    on 2026-02-03 log "$(ref Bram)"
}
