# SPDX-License-Identifier: EUPL-1.2
# De Pits: most are 16 to 23, which is no demand; the guidance is in the
# place; a jobcoach beside it is seen; the pilot has a last day.
load ../helpers
load stated
load streek

setup() {
	streek nl 0363 Amsterdam '1;Ada;13-01-2010;vso' \
	    '2;Bas;12-01-2002;vso' '3;Cem;10-05-2008;vso'
}

@test "16 to 23 is open; outside of it the source says nothing" {
	offered Ada 2026-01-12 de-pits '[.state, .rule]' '["unstated", null]'
	offered Ada 2026-01-13 de-pits '[.state, .rule]' '["open", "PI-OPEN"]'
	offered Bas 2026-01-11 de-pits '[.state, .rule]' '["open", "PI-OPEN"]'
	offered Bas 2026-01-12 de-pits '[.state, .rule]' '["unstated", null]'
	offered Bas 2026-01-12 de-pits '.otherwise | test("alleen de leeftijd")' \
	    true
}

@test "a place with guidance in it fulfils that condition, without a jobcoach" {
	expect_json 0 '[.. | objects | select(.id? == "PI-BEGELEIDING")] |
	    length' 1 -- on 2026-01-12 rules show de-pits \
	    --table voorwaarde --format json
	expect_text 0 'risk' 'jobcoach-nodig' \
	    'begeleiding +yes +De Pits +no' -- \
	    on 2026-01-12 rules show de-pits --table voorwaarde
	done_well on 2026-01-12 rules test de-pits
}

@test "two coaches at one youth are seen" {
	taken person 'Stamnummer;Rol;Netwerk;Van' \
	    '1;jobcoach;professioneel;01-10-2025' \
	    '1;begeleider;professioneel;01-11-2025' \
	    '2;begeleider;professioneel;01-11-2025'
	expect_json 0 '.[0] | [.outcomes[] | select(.count > 0) |
	    {(.outcome // .kind): .count}] | add' \
	    '{ yes: 1, no: 1, unknown: 1 }' -- on 2026-01-12 \
	    report count dubbele-begeleiding --on 2026-01-12 \
	    --pack de-pits --format json
}

@test "the two years of the pilot have a last day" {
	expect_text 0 '2017-04-30|30-04-2017' 'P2Y|2 jaar' -- \
	    on 2026-01-12 rules show de-pits
}
