# SPDX-License-Identifier: EUPL-1.2
# dossier report count: how many are in a population on a day, and who falls
# between two tables.
load ../helpers
load ../systems/landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;arbeid' \
	    '2;Bas;10-05-2003;arbeid' '3;Cem;10-05-2003;arbeid' \
	    '4;Dik;10-05-2008;arbeid'
	rules_of tellingen.yaml tellingen
	taken qualification 2026-01-05 \
	    'pupil_number;school;kind;on;start_qualification' \
	    '1;21KZ00;schooldiploma;01-07-2025;nee' \
	    '2;21KZ00;schooldiploma;01-07-2025;nee' \
	    '3;21KZ00;diploma;01-07-2025;ja'
}

@test "yes, no and not known are three numbers" {
	expect 0 'Hoeveel het er zijn
===================
05-01-2026

Open dossiers op 05-01-2026: 4.

Uitkomst     tel-landelijk
-----------  -------------
ja                       2
nee                      1
niet bekend              1

Waarom tel-landelijk niet te zeggen is
Niet bekend        Jongeren  Nodig
-----------------  --------  ---------------------------------------------------
Startkwalificatie         1  van ieder diploma of certificaat of het als
                              startkwalificatie telt

Volgens welke regels
tel-landelijk:  Zonder startkwalificatie, landelijk: Tellingen, versie 1
Bron:           NJi Handvatten (2015)
Twijfel:        Er staat mogelijk een woord te weinig.' '' -- \
	    on 2026-01-05 report count tel-landelijk
	expect 0 "$(printf '\357\273\277Uitkomst;tel-landelijk\r\nja;2\r\nnee;1\r\nniet bekend;1\r')" \
	    '' -- on 2026-01-05 report count tel-landelijk --format csv
	expect_text 0 '<td' 'niet bekend' '!<script' -- \
	    on 2026-01-05 report count tel-landelijk --format html
}

@test "on another day, as it is known now" {
	expect_json 0 '.[0] | [.on, (.outcomes | map(.count))]' \
	    '["2026-05-09", [2, 1, 1]]' -- on 2026-01-05 \
	    report count tel-lokaal --on 2026-05-09 --format json
	expect_json 0 '.[0] | [.on, (.outcomes | map(.count))]' \
	    '["2026-05-10", [1, 2, 1]]' -- on 2026-01-05 \
	    report count tel-lokaal --on 10-05-2026 --format json
}

@test "two counts of the same youths, the difference by name" {
	expect_json 0 '.[0] | [[.youths[] | [.ref, .name, .outcome, .rule,
	    .against, .against_rule]], [.differences[] | [.outcome, .against,
	    .count]]]' '[[["Bas", "Bas Vos", "yes", "TL-JA", "no", "LO-OUD"]],
	    [["yes", "no", 1]]]' -- on 2026-05-10 \
	    report count tel-landelijk --against tel-lokaal --format json
	expect_text 0 'Volgens tel-landelijk een andere uitkomst dan volgens tel-lokaal: 1 van 4\.' \
	    'Bas Vos Bas ja \(regel TL-JA\) nee \(regel LO-OUD\)' \
	    '!Ada' '!Cem' -- on 2026-05-10 \
	    report count tel-landelijk --against tel-lokaal
}

@test "who is named is a look; who is only counted is none" {
	before=$(sqlite3 "$STORE" 'SELECT max(id) FROM txn')
	done_well on 2026-05-10 report count tel-landelijk
	done_well on 2026-05-10 report count tel-landelijk \
	    --against tel-lokaal
	[ "$(sqlite3 "$STORE" "SELECT action, object, result FROM txn
	    WHERE id > $before")" = "report count|$(ref Bas)|shown" ]
	chmod 0400 "$STORE"
	done_well on 2026-05-10 report count tel-landelijk
}

@test "any table: how many for each outcome, by one pack or each its own" {
	expect_json 0 '.[0].outcomes | map({((.outcome // .kind)): .count}) |
	    add' '{ "18-23": 2, unknown: 0, unstated: 2 }' -- \
	    on 2026-01-05 report count leeftijdsband --format json
	expect_json 0 '.[0] | [.pack, .all]' '["nl", 4]' -- \
	    on 2026-01-05 report count leeftijdsband --pack nl --format json
	expect_json 0 '.[0].all' 0 -- on 2026-01-05 report count \
	    leeftijdsband --municipality 0484 --format json
}

@test "wrong usage, and what is not there" {
	expect 2 '' 'dossier report: Zeg welke tabel telt: dossier report count TABEL.
Voor hulp: dossier report --help' -- on 2026-01-05 report count --lang nl
	expect_error 2 . -- on 2026-01-05 report due tel-lokaal
	for option in '--on 2026-01-01' '--against tel-lokaal' '--pack nl'; do
		# shellcheck disable=SC2086
		expect_error 2 . -- on 2026-01-05 report due $option
	done
	expect_error 2 . -- on 2026-01-05 report count tel-lokaal --check
	expect_error 3 'heeft geen tabel tel-lokal' 'Bedoelde u|Bedoel' -- \
	    on 2026-01-05 report count tel-lokal --pack tellingen --lang nl
	expect_error 3 'geen tabel tel-lokaal' -- on 2026-01-05 \
	    report count tel-lokaal --pack nl --lang nl
	expect_error 3 'geen regiopakket ver' -- on 2026-01-05 \
	    report count tel-lokaal --pack ver --lang nl
}
