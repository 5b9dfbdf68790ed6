# SPDX-License-Identifier: EUPL-1.2
# From the Talent Centrum to Friesland College: with a test and a realistic
# picture only a placement talk is left; else the missing item is named.
load ../helpers
load stated
load streek

setup() {
	streek leeuwarden 0080 Leeuwarden '1;Ada;10-05-2008;vso' \
	    '2;Bas;10-05-2008;vso' '3;Cem;10-05-2008;vso' \
	    '4;Dik;10-05-2008;vso'
	taken assessment 'Stamnummer;Instrument;Datum;Geldig tot' \
	    '1;Talent Centrum;01-12-2025;' \
	    '1;Realistisch beeld van opleiding en beroep;01-12-2025;' \
	    '2;Talent Centrum;01-12-2025;' \
	    '3;Talent Centrum;01-12-2025;10-01-2026' \
	    '3;Realistisch beeld van opleiding en beroep;01-12-2025;'
}

SAYS='[.rules[] | select(.decides) | .id]'

@test "both there: only a placement talk" {
	explained instroom-friesland-college Ada "$SAYS" \
	    '["LW-TC-COMPLEET"]'
	expect_text 0 'alleen een plaatsingsgesprek' -- on 2026-01-12 \
	    rules explain instroom-friesland-college "$(ref Ada)"
}

@test "what is missing is named" {
	explained instroom-friesland-college Bas "$SAYS" '["LW-TC-BEELD"]'
	expect_text 0 'realistisch beeld van opleiding en beroep' -- \
	    on 2026-01-12 rules explain instroom-friesland-college \
	    "$(ref Bas)"
}

@test "a test that is no longer valid is missing" {
	explained instroom-friesland-college Cem "$SAYS" '["LW-TC-TEST"]'
}

@test "nothing recorded: not known, and never complete" {
	explained instroom-friesland-college Dik \
	    '[.rules[] | .holds] | unique' '[null]'
}

@test "everybody is welcome: the programme is open, four times a year" {
	offered Dik 2026-01-12 friesland-college '[.state, .rule]' \
	    '["open", "LW-FC-WELKOM"]'
	offered Dik 2026-01-12 friesland-college '.procedure |
	    test("instroommomenten")' true
}
