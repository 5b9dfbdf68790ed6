# SPDX-License-Identifier: EUPL-1.2
# The Werkschool of Leeuwarden: who may enter, what counts as lasting, and
# until when the director stays.
load ../helpers
load stated
load streek

setup() {
	streek leeuwarden 0080 Leeuwarden '1;Ada;13-01-2010;vso' \
	    '2;Bas;10-05-2008;vso' '3;Cem;10-05-2008;vso'
	taken life_domain 'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '1;zrm-2017;huisvesting;01-12-2025;2' \
	    '1;zrm-2017;financien;01-12-2025;1' \
	    '2;zrm-2017;huisvesting;01-12-2025;2' \
	    '2;zrm-2017;financien;01-12-2025;3' \
	    '3;zrm-2017;huisvesting;01-12-2025;2' \
	    '3;zrm-2017;financien;01-12-2025;1'
}

# course LAST_DAY CONTRACT_UNTIL: Cem's Werkschool, and a contract from April.
course() {
	taken track 'Stamnummer;Aanbieder;Traject;Begin;Einde;Resultaat' \
	    "3;9901;Werkschool;01-09-2025;$1;${3-}"
	[ -n "$2" ] || return 0
	lines werkgever.csv 'Code;Soort;Naam' '68750110;werkgever;De Kas'
	lines plekken.csv 'Plekcode;Werkgever;Plek' 'P1;68750110;Kas'
	lines contract.csv 'Stamnummer;Plekcode;Soort;Van;Tot' \
	    "3;P1;contract;01-04-2026;$2"
	done_well on 2026-03-30 intake werkgever.csv plekken.csv \
	    contract.csv
}

@test "15 is too young, from the 16th birthday on it is open" {
	offered Ada 2026-01-12 werkschool '[.state, .rule]' \
	    '["closed", "WS-JONG"]'
	offered Ada 2026-01-13 werkschool '[.state, .rule]' \
	    '["open", "WS-OPEN"]'
}

@test "one problem is not several" {
	offered Bas 2026-01-12 werkschool '[.state, .rule]' \
	    '["closed", "WS-EEN"]'
}

@test "who lives elsewhere is told that it is not offered there" {
	offered Cem 2026-01-12 werkschool '.state' '"open"'
	taken residence 'Stamnummer;Gemeente;Van' '3;0505;02-01-2026'
	offered Cem 2026-01-12 werkschool '.state' '"elsewhere"'
}

@test "a contract of half a year is lasting, a shorter one is not" {
	course 31-03-2026 30-09-2026
	expect_json 0 '[.[0].rules[] | select(.decides) | .id]' \
	    '["LW-WS-DUURZAAM"]' -- on 2026-04-01 rules explain \
	    werkschool-uitkomst "$(ref Cem)" --format json
}

@test "five months is placed, not lasting" {
	course 31-03-2026 31-08-2026
	expect_json 0 '[.[0].rules[] | select(.decides) | .says]' \
	    '["uitkomst: geplaatst, niet duurzaam"]' -- on 2026-04-01 \
	    rules explain werkschool-uitkomst "$(ref Cem)" --format json
}

@test "unpaid work experience is a result, counted apart" {
	course 31-03-2026 '' werkervaring
	expect_json 0 '[.[0].rules[] | select(.decides) | .id]' \
	    '["LW-WS-WERKERVARING"]' -- on 2026-04-01 rules explain \
	    werkschool-uitkomst "$(ref Cem)" --format json
}

@test "outflow on 31 March: the director stays until 30 September" {
	course 31-03-2026 ''
	expect_json 0 '[.[] | select(.term == "werkschool-regisseur") |
	    [.ref, .due]]' '[["Cem", "2026-09-30"]]' -- \
	    on 2026-08-03 report due --within 60 --format json
	expect_json 0 '.[0].ends | map([.rule, .on])' \
	    '[["werkschool", "2026-09-30"]]' -- \
	    on 2026-08-03 show "$(ref Cem)" --format json
}
