# SPDX-License-Identifier: EUPL-1.2
# dossier match route of one youth: what would turn it, what a rule costs,
# which other routes are open and why the rest is not; and its receipt.
load ../helpers
load ../systems/landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;arbeid' '2;Bas;10-05-1999;arbeid'
	rules_of wegen.yaml wegen
	taken qualification 2026-01-05 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;schooldiploma;01-07-2025;nee' \
	    '2;21KZ00;diploma;01-07-2025;ja'
	ADA=$(ref Ada)
}

# receipt_of ARGUMENT…: the receipt that this advice got.
receipt_of() {
	on "$@" --format json | jq -er '.[0].receipt'
}

@test "the whole answer, for people" {
	local -x COLUMNS=400

	printf 's/%s/BEWIJS/g\n' "$(receipt_of 2026-01-05 match route "$ADA")" \
	    >>"$BOOK/names"
	expect 0 'Advies over de route
====================
Ada Vos (Ada), 05-01-2026

Route:          vervolgonderwijs
Regel:          WE-SCHOOL
Omdat:          Zonder startkwalificatie alleen terug naar school.
Bron:           Brochure Van school naar werk (VNG/KBA, 2017)
Regio:          Wegen (wegen), versie 1, geldig vanaf 01-01-2020
Gekozen omdat:  de lijst van dit regiopakket bevat de woongemeente

Wat de regels vroegen
Gegeven            Waarde  Sinds
-----------------  ------  ----------
Startkwalificatie  nee     01-07-2025

Wat één verandering zou omkeren
Gegeven            Nu   Als het was  Dan           Regel
-----------------  ---  -----------  ------------  -------
Startkwalificatie  nee  ja           betaald werk  WE-WERK

Wat de regels van de regio kosten
Regel van de regio  Sluit af                       Zonder die regel open  Omdat
------------------  -----------------------------  ---------------------  -----------------------------------
WE-DICHT            betaald werk; leerwerktraject  Het atelier            Zonder startkwalificatie geen werk.

Andere routes' '' -- eval \
	    "on 2026-01-05 match route $ADA | sed '/^Andere routes/q'"
	expect_text 0 'Programma +Leidt naar +Open\? +Waarom' \
	    'Het atelier leerwerktraject dicht door de regio open volgens WE-ATELIER-JA; dicht door de regel van de regio WE-DICHT' \
	    'De kas beschut werk of dagbesteding niet te zeggen niet bekend: Loonwaarde \(%\)\. Nodig: een loonwaarde die op die dag geldig is' \
	    'Niet waar de jongere woont: Ver weg \(.*\)\.' \
	    'Niet op deze dag: Van vroeger \(tot en met 30-06-2025\)\.' \
	    'Wat de bronnen open laten' \
	    '- Wie de regel bewaakt, staat er niet\.' \
	    '- De kas: Of de kas nog plaats heeft, staat er niet\.' \
	    'Het atelier Procedure die is er niet' \
	    'Het atelier plaatsen 12 plaatsen' \
	    'De kas Procedure niet vermeld' 'De kas Contactpersoon De coördinator' \
	    '!Ver weg Procedure' 'Bewijs: BEWIJS $' -- \
	    on 2026-01-05 match route "$ADA"
}

@test "not open, with its reason; a rule that does not hold costs nothing" {
	expect_json 0 '.[0] | {costs, states: [.alternatives[] |
	    select(.pack == "wegen") | {(.programme): [.state, .rule]}] | add}' '{ costs: [],
	    states: { kas: ["unknown", null],
		atelier: ["closed", "WE-ATELIER-NEE"],
		"ver-weg": ["elsewhere", null],
		vroeger: ["not_now", null] } }' -- \
	    on 2026-01-05 match route "$(ref Bas)" --format json
	expect_text 0 'WE-ATELIER-NEE: Het atelier is voor 15 tot en met 24' \
	    '!kosten' -- on 2026-01-05 match route "$(ref Bas)"
}

@test "HTML holds it all, without script" {
	expect_text 0 'Andere routes' 'Wat de regels van de regio kosten' \
	    'Bewijs' '!<script' -- \
	    on 2026-01-05 match route "$ADA" --format html
}

# Each format twice: by the advice, and by its receipt a year later.
@test "a receipt gives it back byte for byte" {
	id=$(receipt_of 2026-01-05 match route "$ADA")
	for format in text csv json yaml html; do
		on 2026-01-05 match route "$ADA" --format "$format" \
		    >"advice.nl.$format"
		on 2026-01-05 match route "$ADA" --format "$format" \
		    --lang en >"advice.en.$format"
	done
	taken qualification 2026-01-06 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;diploma;05-01-2026;ja'
	done_well on 2026-01-06 edit "$ADA" --set given_name=Anders \
	    --reason Tikfout
	sqlite3 "$STORE" "UPDATE pack SET text =
	    replace(text, 'WE-', 'NIEUW-') WHERE name = 'wegen'"
	for format in text csv json yaml html; do
		on 2027-01-05 match route --receipt "$id" --format "$format" |
		    cmp - "advice.nl.$format"
		on 2027-01-05 match route --receipt "${id,,}" --lang en \
		    --format "$format" | cmp - "advice.en.$format"
	done
	expect_text 0 'NIEUW-WERK' 'Anders' -- on 2027-01-05 match route "$ADA"
}

@test "the same advice is one receipt; those of a dossier are told" {
	one=$(receipt_of 2026-01-05 match route "$ADA")
	[ "$(receipt_of 2026-01-05 match route "$ADA")" = "$one" ]
	two=$(receipt_of 2026-01-06 match route "$ADA")
	[ "$two" != "$one" ]
	printf 's/%s/EEN/g\ns/%s/TWEE/g\n' "$one" "$two" >>"$BOOK/names"
	expect_json 0 '.[0].receipts | map([.ref, .on, .outcome, .rule,
	    .pack])' '[["EEN", "2026-01-05", "vervolgonderwijs", "WE-SCHOOL",
	    "wegen"], ["TWEE", "2026-01-06", "vervolgonderwijs", "WE-SCHOOL",
	    "wegen"]]' -- \
	    on 2026-01-07 match route --receipts "$ADA" --format json
	expect_text 0 'Nog niets vastgelegd|Niets' -- \
	    on 2026-01-07 match route --receipts "$(ref Bas)"
	expect_text 0 'alle stappen|klopt|in orde' -- on 2026-01-07 verify
}

@test "all at once keeps none" {
	done_well on 2026-01-05 match route --all
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM receipt')" -eq 0 ]
}

@test "who may not see what it rests on gets a sentence and no more" {
	lines vrij.csv 'Naam;Organisatie;Rol' 'Vera Vos;21KZ00;vrijwilliger'
	done_well on 2026-01-05 intake vrij.csv
	taken wage_value 2026-01-05 'pupil_number;school;value;measured_on' \
	    '1;21KZ00;40;01-12-2025'
	id=$(receipt_of 2026-01-05 match route "$ADA")
	printf 's/%s/BEWIJS/g\n' "$id" >>"$BOOK/names"
	expect 5 '' 'dossier match: Bewijs BEWIJS steunt op wat je in je rol niet ziet.
  Vraag iemand wiens rol het wel toestaat, of werk in een andere rol: --as "NAAM@ORGANISATIE"' -- \
	    on 2026-01-05 match route --receipt "$id" --as 'Vera Vos' --lang nl
	own=$(receipt_of 2026-01-05 match route "$ADA" --as 'Vera Vos')
	done_well on 2026-01-05 match route --receipt "$own" --as 'Vera Vos'
}

@test "a look, and nothing is given where it cannot be written" {
	id=$(receipt_of 2026-01-05 match route "$ADA")
	before=$(sqlite3 "$STORE" 'SELECT max(id) FROM txn')
	done_well on 2026-01-05 match route --receipt "$id"
	[ "$(sqlite3 "$STORE" "SELECT action, object, result FROM txn
	    WHERE id > $before")" = "match receipt|$ADA|shown" ]
}

@test "wrong usage, and no such receipt" {
	for arguments in '--receipt' '--receipt X --all' "--receipt X $ADA" \
	    '--receipts' "--receipts --all" "--receipts --receipt X $ADA" \
	    "--receipts $ADA --by An"; do
		# shellcheck disable=SC2086
		expect_error 2 . -- on 2026-01-05 match route $arguments
	done
	expect_error 2 . -- on 2026-01-05 match place "$ADA" --receipts
	expect_error 3 'Er is geen bewijs 3FN8W0QKT' '--receipts' -- \
	    on 2026-01-05 match route --receipt 3FN8W0QKT --lang nl
}
