# SPDX-License-Identifier: EUPL-1.2
# Last stage at P from 2026-02-02, contract from 2026-08-01: what lies
# between the last day at school and the first day at work.
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01
	youths 2026-05-11 "$FIXTURES/utrecht/aansluiting.csv"
	expect_json 0 'map({new, refused, faults})' '[
		{ new: 2, refused: 0, faults: [] },
		{ new: 6, refused: 0, faults: [] } ]' -- \
	    on 2026-05-11 intake "$FIXTURES/utrecht/plekken.csv" \
	    "$FIXTURES/utrecht/plaatsingen.csv" --format json
}

# connection NAME GAP FIRST
connection() {
	expect_json 0 'map({ref, gap_days, last_stage_is_first_place})' \
	    "[{ ref: \"$1\", gap_days: $2, last_stage_is_first_place: $3 }]" \
	    -- on 2026-05-11 handover prepare "$(ref "$1")" --to 0355 \
	    --format json
}

@test "deregistered 31 July: no gap, and the last stage is the first place" {
	connection Lotte 0 true
	expect_text 0 '\b0 dagen' '!overlap' -- \
	    on 2026-05-11 handover prepare "$(ref Lotte)" --to 0355
}

@test "deregistered 17 July: a gap of 14 days" {
	connection Sem 14 true
	expect_text 0 '\b14 dagen' '!overlap' -- \
	    on 2026-05-11 handover prepare "$(ref Sem)" --to 0355
}

@test "deregistered after the start: an overlap, which is no error" {
	connection Noa -5 false
	expect_text 0 'overlap' '\b5 dagen' -- \
	    on 2026-05-11 handover prepare "$(ref Noa)" --to 0355
}

@test "preparing changes nothing about who leads" {
	connection Sem 14 true
	expect_json 0 'map({ref, lead}) | sort_by(.ref)' '[
		{ ref: "Lotte", lead: "21KZ00" },
		{ ref: "Noa", lead: "21KZ00" },
		{ ref: "Sem", lead: "21KZ00" } ]' -- \
	    on 2026-05-11 report caseload --format json
}
