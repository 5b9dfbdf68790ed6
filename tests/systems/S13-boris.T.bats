# SPDX-License-Identifier: EUPL-1.2
# Boris: a learner's work processes against those of a company, and the
# practice statement of what was signed off there.
#   a = B1-K1-W1, b = B1-K1-W2, c = B1-K1-W3, d = B1-K1-W4
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01
	lines pc.csv 'postcode4;woonplaats;latitude;longitude;gemeentecode' \
	    '3511;Utrecht;52,0918;5,1153;0344'
	lines baas.csv 'Code;Soort;Naam;Postcode' \
	    '68750110;werkgever;Kas en Kweek;3511AB'
	lines plek.csv 'Plekcode;Werkgever;Plek;Soort;Postcode;Werkprocessen' \
	    'K1;68750110;Medewerker kas;werk;3511AB;B1K1W2 B1-K1-W3 B1-K1-W4'
	lines wie.csv \
	    'Stamnummer;Roepnaam;Achternaam;Geboortedatum;BRIN;Gemeente;Postcode;Werkprocessen' \
	    '2001;Lotte;Visser;01-02-2008;21KZ00;0344;3511AC;B1-K1-W1 B1K1W2 B1-K1-W3'
	done_well on 2026-02-02 intake pc.csv baas.csv plek.csv
	youths 2026-02-02 wie.csv
	LOTTE=$(ref Lotte)
}

# sign_off DAY: Lotte's b, at the company.
sign_off() {
	done_well on "$1" follow "$LOTTE" sign-off --process 25251:B1K1W2 \
	    --with 68750110 --name 'Jan Smit' --text 'Verzorgt planten' \
	    --file-version 2026 --from 2026-02-02 --until 2026-04-30
}

@test "learner {a,b,c}, company {b,c,d}: in common {b,c}, missing {a}" {
	expect_text 0 'B1-K1-W2 B1-K1-W3' 'B1-K1-W1' '!B1-K1-W4' -- \
	    on 2026-02-02 match place "$LOTTE"
}

@test "signed off: b, with company, period and assessor" {
	sign_off 2026-05-01
	expect_json 0 'map(.processes | map({crebo, code, title,
	    file_version, company_name, from, until, assessor, signed_on}))' \
	    '[[{ crebo: "25251", code: "B1-K1-W2",
		title: "Verzorgt planten", file_version: "2026",
		company_name: "Kas en Kweek", from: "2026-02-02",
		until: "2026-04-30", assessor: "Jan Smit",
		signed_on: "2026-05-01" }]]' -- \
	    on 2026-05-01 show "$LOTTE" --statement --format json
	expect_text 0 'B1-K1-W2' 'Kas en Kweek' 'Jan Smit' '02-02-2026' \
	    '30-04-2026' 'Lotte Visser' '01-02-2008' 'De Vecht' \
	    'Handtekening|Getekend' -- on 2026-05-01 show "$LOTTE" --statement
}

@test "what is not signed off never appears, in no format" {
	sign_off 2026-05-01
	for format in text html json; do
		done_well on 2026-05-01 show "$LOTTE" --statement \
		    --format "$format"
		grep -q B1-K1-W2 "$BOOK/out"
		never grep -qE 'B1-K1-W[134]' "$BOOK/out"
	done
}

@test "before anything is signed off the statement is empty" {
	expect_json 0 'map(.processes)' '[[]]' -- \
	    on 2026-04-01 show "$LOTTE" --statement --format json
}

@test "a statement of 2026 stays readable when the file changes" {
	sign_off 2026-05-01
	done_well on 2028-05-01 follow "$LOTTE" sign-off \
	    --process 25251:B1-K1-W3 --with 68750110 --name 'Jan Smit' \
	    --text 'Oogst planten' --file-version 2028
	expect_json 0 'map(.processes | map([.code, .title, .file_version]))' \
	    '[[["B1-K1-W2", "Verzorgt planten", "2026"],
		["B1-K1-W3", "Oogst planten", "2028"]]]' -- \
	    on 2028-05-01 show "$LOTTE" --statement --format json
	expect_json 0 'map(.processes | map([.code, .title, .file_version]))' \
	    '[[["B1-K1-W2", "Verzorgt planten", "2026"]]]' -- \
	    on 2026-05-01 show "$LOTTE" --statement --format json
}

@test "a code counts within its crebo only" {
	sign_off 2026-05-01
	expect_error 3 '01-05-2026' -- on 2026-05-02 follow "$LOTTE" sign-off \
	    --process 25251:B1-K1-W2 --with 68750110 --name 'Jan Smit'
	done_well on 2026-05-02 follow "$LOTTE" sign-off \
	    --process 25252:B1-K1-W2 --with 68750110 --name 'Jan Smit'
	expect_json 0 'map(.processes | map(.crebo))' \
	    '[["25251", "25252"]]' -- \
	    on 2026-05-02 show "$LOTTE" --statement --format json
}
