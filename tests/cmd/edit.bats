# SPDX-License-Identifier: EUPL-1.2
# dossier edit: fields of one dossier, all or none.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
}

# has VALUE YES: is VALUE somewhere in the JSON of the dossier?
has() {
	expect_json 0 "[.. | scalars | tostring] | index(\"$1\") != null" \
	    "$2" -- on 2026-01-12 show "$ZOE" --format json
}

@test "sets a field, and the history says from what to what and why" {
	done_well on 2026-01-12 edit "$ZOE" --set phone=06-12345678
	done_well on 2026-01-12 edit "$ZOE" --set phone=06-87654321 \
	    --reason 'nieuw nummer'
	has 06-87654321 true
	has 06-12345678 false
	expect_text 0 '06-12345678' '06-87654321' 'nieuw nummer' \
	    'Els Bakker' -- on 2026-01-12 log "$ZOE"
}

@test "more fields at once, also of the enrolment" {
	done_well on 2026-01-12 edit "$ZOE" --set class=4B \
	    --set expected_exit=31-08-2026
	has 4B true
	expect_json 0 'map(select(.ref == "Zoë") | .expected_exit)' \
	    '["2026-08-31"]' -- on 2026-01-12 report caseload --format json
}

@test "an empty value clears" {
	done_well on 2026-01-12 edit "$ZOE" --set class=4B
	done_well on 2026-01-12 edit "$ZOE" --set class=
	has 4B false
}

@test "a value from standard input, not seen among the arguments" {
	done_well on 2026-01-12 edit "$ZOE" --set phone=- <<<06-12345678
	has 06-12345678 true
}

@test "what is refused changes nothing, of all fields" {
	expect_error 3 '31-02-2026' -- on 2026-01-12 edit "$ZOE" \
	    --set class=4B --set expected_exit=31-02-2026
	has 4B false
	expect_error 3 'kleur' -- on 2026-01-12 edit "$ZOE" --set kleur=rood
}

@test "the same value again is no change" {
	done_well on 2026-01-12 edit "$ZOE" --set class=4B
	events=$(sqlite3 "$STORE" 'SELECT count(*) FROM event')
	done_well on 2026-01-12 edit "$ZOE" --set class=4B
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM event')" = "$events" ]
}

@test "writing wants the whole ref, without a slip" {
	expect_error 3 "${ZOE:0:6}" -- \
	    on 2026-01-12 edit "${ZOE:0:6}" --set class=4B
	slip=${ZOE:0:8}
	last=${ZOE:8}
	[ "$last" = 7 ] && slip+=8 || slip+=7
	expect_error 3 "$slip" -- on 2026-01-12 edit "$slip" --set class=4B
	has 4B false
}

@test "a number is of one dossier only, and never in a message" {
	other=$(sqlite3 "$STORE" \
	    "SELECT ref FROM youth WHERE ref != '$ZOE' LIMIT 1")
	done_well on 2026-01-12 edit "$ZOE" --set bsn=- <<<111222333
	expect_text 0 '333' -- on 2026-01-12 show "$ZOE"
	expect_error 3 . -- on 2026-01-12 edit "$other" --set bsn=111222333
	never grep -q 111222333 <<<"$output$stderr"
}

@test "wrong usage" {
	expect_error 2 . -- on 2026-01-12 edit
	expect_error 2 . -- on 2026-01-12 edit "$ZOE"
	expect_error 2 'class' -- on 2026-01-12 edit "$ZOE" --set class
}
