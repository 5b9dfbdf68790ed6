# SPDX-License-Identifier: EUPL-1.2
# dossier handover: prepared, sent, accepted or declined, and who leads.
load ../helpers

setup() {
	region utrecht 2025-09-01 laatste-jaar
	LOTTE=$(ref Lotte)
}

# leads DAY PARTY: who has the lead of Lotte on that day.
leads() {
	expect_json 0 'map(select(.ref == "Lotte") | .lead)' "[\"$2\"]" -- \
	    on "$1" report caseload --format json
}

prepared() {
	done_well on 2026-03-02 handover prepare "$LOTTE" --to 0355
}

# sent: the three files are in the folder uit.
sent() {
	mkdir -p uit
	prepared
	done_well on 2026-03-02 handover send "$LOTTE" --to 0355 \
	    --ground 'WEC 44a' --folder uit
}

@test "prepare says what is still missing and changes nothing" {
	expect_text 0 'Zeist' 'Beoogde uitstroombestemming' \
	    'Afspraak over de uitstroomplek' -- \
	    on 2026-03-02 handover prepare "$LOTTE" --to 0355
	leads 2026-03-02 21KZ00
	expect_json 0 'map(keys - (keys - ["ref", "gap_days",
	    "last_stage_is_first_place"]))' \
	    '[["gap_days", "last_stage_is_first_place", "ref"]]' -- \
	    on 2026-03-02 handover prepare "$LOTTE" --to 0355 --format json
}

@test "without contract or day of leaving the gap is unknown, not 0" {
	expect_json 0 'map({gap_days, last_stage_is_first_place})' \
	    '[{ gap_days: null, last_stage_is_first_place: null }]' -- \
	    on 2026-03-02 handover prepare "$LOTTE" --to 0355 --format json
}

@test "nothing leaves without a ground" {
	mkdir uit
	prepared
	expect_error 5 '--ground' -- on 2026-03-02 handover send "$LOTTE" \
	    --to 0355 --folder uit
	[ -z "$(ls -A uit)" ]
}

@test "send writes a page, the data and a text for the mail" {
	umask 000
	sent
	[ "$(find uit -type f | wc -l)" -eq 3 ]
	for file in uit/*; do
		[ "$(stat -c %a "$file")" = 600 ]
	done
	grep -qi '<!doctype html>' uit/*.html
	never grep -qiE '<script|https?://' uit/*.html
	jq -e . uit/*.json
	for file in uit/*.html uit/*.json; do
		grep -q 'Visser' "$file"
	done
	leads 2026-03-02 21KZ00
}

@test "the BSN is in none of them, and in no name" {
	lines bsn.csv 'BSN;Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '111222333;2011;Lotte;Visser;21KZ00'
	done_well on 2026-03-01 intake bsn.csv
	sent
	never grep -rq 111222333 uit
	never grep -qi visser <<<"$(ls uit)"
}

@test "what left is recorded: to whom, when, on which ground" {
	sent
	expect_text 0 'WEC 44a' '02-03-2026' -- on 2026-03-03 log "$LOTTE"
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM delivery')" -eq 1 ]
}

@test "accepted: the lead moves on the agreed day, with a person" {
	sent
	done_well on 2026-03-09 handover accept "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel telefoon --from 2026-04-01 \
	    --contact 'Gea Laan'
	leads 2026-03-31 21KZ00
	leads 2026-04-01 0355
	expect_text 0 'Gea Laan' -- on 2026-04-01 show "$LOTTE"
	expect_text 0 'telefoon' 'Gea Laan' -- on 2026-04-01 log "$LOTTE"
}

@test "accepted without a day: from today" {
	sent
	done_well on 2026-03-09 handover accept "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel mail
	leads 2026-03-08 21KZ00
	leads 2026-03-09 0355
}

@test "declined: with a reason, and the lead stays" {
	sent
	expect_error 2 '--reason' -- on 2026-03-09 handover decline "$LOTTE" \
	    --to 0355 --said-by 'Gea Laan' --channel mail
	done_well on 2026-03-09 handover decline "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel mail --reason 'woont niet in Zeist'
	leads 2026-03-09 21KZ00
	expect_text 0 'woont niet in Zeist' -- on 2026-03-10 log "$LOTTE"
}

@test "a step that does not follow is refused" {
	expect_error 3 . -- on 2026-03-02 handover send "$LOTTE" --to 0355 \
	    --ground 'WEC 44a'
	prepared
	expect_error 3 . -- on 2026-03-02 handover accept "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel mail
	sent
	done_well on 2026-03-09 handover accept "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel mail
	expect_error 3 . -- on 2026-03-10 handover decline "$LOTTE" --to 0355 \
	    --said-by 'Gea Laan' --channel mail --reason 'bedacht zich'
	leads 2026-03-10 0355
}

@test "a folder that cannot be written" {
	prepared
	echo bewaar >bezet
	expect_error 4 'bezet' -- on 2026-03-02 handover send "$LOTTE" \
	    --to 0355 --ground 'WEC 44a' --folder bezet
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM delivery')" -eq 0 ]
}

@test "wrong usage, and who is not there" {
	expect_error 2 . -- on 2026-03-02 handover prepare "$LOTTE"
	expect_error 2 'geven' -- on 2026-03-02 handover geven "$LOTTE" \
	    --to 0355
	expect_error 2 '--said-by' -- on 2026-03-02 handover accept "$LOTTE" \
	    --to 0355 --channel mail
	expect_error 3 'Atlantis' -- on 2026-03-02 handover prepare "$LOTTE" \
	    --to Atlantis
}

# says VOICE SECTION TEXT
says() {
	done_well on 2026-03-02 follow "$LOTTE" statement --voice "$1" \
	    --section "$2" --name "$1" --text "$3"
}

@test "what is withheld is told to who sends, and not to who receives" {
	says school houding 'komt altijd te laat'
	expect_text 0 'Houding: ' 'consent --to 0355' '--given-by jongere' \
	    '!te laat' -- on 2026-03-02 handover prepare "$LOTTE" --to 0355
	expect_json 0 'map(.withheld | map(.section))' '[["houding"]]' -- \
	    on 2026-03-02 handover prepare "$LOTTE" --to 0355 --format json
	sent
	grep -q 'onderdelen zijn niet opgenomen' uit/*.html
	never grep -rq 'te laat' uit
	never grep -riq 'grondslag dekt' uit
}

@test "on recorded consent alone, and nothing of another part" {
	says school houding 'komt altijd te laat'
	says school ondersteuning 'heeft een vaste begeleider nodig'
	says leerling zienswijze 'ik ben het er niet mee eens'
	done_well on 2026-03-02 follow "$LOTTE" consent --to 0355 \
	    --sections 'identiteit, houding' --given-by jongere \
	    --purpose overgangsdocument --name 'Lotte Visser'
	prepared
	done_well on 2026-03-02 handover send "$LOTTE" --to 0355 --folder uit
	grep -q 'te laat' uit/*.json
	grep -q 'niet mee eens' uit/*.json
	never grep -rq 'vaste begeleider' uit
	[ "$(sqlite3 "$STORE" 'SELECT "ground", grounds FROM delivery')" = \
	    'toestemming|1' ]
	expect_text 0 'Zeist' '02-03-2026' 'Houding' -- \
	    on 2026-03-03 follow "$LOTTE" withdraw --to 0355 \
	    --sections houding --reason 'wil het niet meer'
}

@test "a copy for the learner, kept with the handover" {
	says school houding 'komt altijd te laat'
	prepared
	done_well on 2026-03-02 handover send "$LOTTE" --to 0355 \
	    --ground 'WEC 44a' --folder uit --copy
	[ "$(find uit -type f | wc -l)" -eq 4 ]
	[ "$(stat -c %a uit/afschrift-*.html)" = 600 ]
	grep -q 'te laat' uit/afschrift-*.html
	never grep -q 'te laat' uit/overgangsdocument-*.html
	[ "$(sqlite3 "$STORE" 'SELECT copy_on FROM handover')" = 2026-03-02 ]
	expect_error 2 '--copy' -- on 2026-03-02 handover prepare "$LOTTE" \
	    --to 0355 --copy
}

@test "the Dutch name of the command" {
	done_well on 2026-03-02 overdracht prepare "$LOTTE" --to 0355
}
