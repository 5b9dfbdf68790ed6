# SPDX-License-Identifier: EUPL-1.2
# Only who is registered counts for the jobs agreement, from that day on;
# applied for is not registered, and not everybody is to know.
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01 laatste-jaar
	lines plekken.csv 'Plekcode;Werkgever;Plek' 'P1;68750110;Kas'
	lines contract.csv 'Stamnummer;Plekcode;Soort;Van' \
	    '2011;P1;contract;15-04-2026' '2012;P1;contract;15-04-2026'
	done_well on 2026-04-20 intake plekken.csv contract.csv
}

# registered STATUS DAY: of Lotte.
registered() {
	lines register.csv 'Stamnummer;Register;Status;Van;Bron' \
	    "2011;doelgroepregister;$1;$2;UWV"
	done_well on 2026-04-20 intake --kind register register.csv
}

@test "a contract from before the registration counts from that day" {
	registered opgenomen 01-05-2026
	expect_json 0 '.[0].jobs_agreement |
	    map({place, from, counts_from})' '[{ place: "P1",
		from: "2026-04-15", counts_from: "2026-05-01" }]' -- \
	    on 2026-04-20 show "$(ref Lotte)" --format json
	expect_text 0 'contract vanaf 15-04-2026 telt niet mee voor de banenafspraak tot 01-05-2026' \
	    -- on 2026-04-20 show "$(ref Lotte)"
}

@test "applied for is not registered; the status has a day and a source" {
	registered aangevraagd 01-04-2026
	expect_json 0 '.[0] | [(.registers[0] | .status, .from, .source,
	    .registered), .jobs_agreement[0].counts_from]' \
	    '["aangevraagd", "2026-04-01", "UWV", false, null]' -- \
	    on 2026-04-20 show "$(ref Lotte)" --format json
	expect_text 0 'nog niet opgenomen' \
	    'telt niet mee voor de banenafspraak: er is geen opname' -- \
	    on 2026-04-20 show "$(ref Lotte)"
}

@test "never registered is said to the employer with consent only" {
	local never='telt niet mee voor de banenafspraak: er is geen opname'

	expect_text 0 "$never" -- on 2026-04-20 show "$(ref Sem)"
	lines grond.csv 'Stamnummer;Delen;Aan;Grondslag;Gegeven door;Van' \
	    '2012;stages;68750110;toestemming;jongere;01-03-2026'
	done_well on 2026-04-20 intake --kind ground grond.csv
	expect_text 0 'Kas' '!banenafspraak' -- \
	    on 2026-04-20 show "$(ref Sem)" --for 68750110
	lines grond.csv 'Stamnummer;Delen;Aan;Grondslag;Gegeven door;Van' \
	    '2012;registers;68750110;toestemming;jongere;01-03-2026'
	done_well on 2026-04-20 intake --kind ground grond.csv
	expect_text 0 "$never" -- \
	    on 2026-04-20 show "$(ref Sem)" --for 68750110
}
