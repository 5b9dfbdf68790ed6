# SPDX-License-Identifier: EUPL-1.2
# dossier log: who changed what, and who looked.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
}

@test "the steps of the store: who, on which day, with what" {
	done_well on 2026-01-12 edit "$ZOE" --set class=4B
	expect_text 0 'Els' 'Bakker' 'init' 'intake' 'edit' 'report' -- \
	    on 2026-01-13 log
	expect_json 0 'map(select(.action == "edit") |
	    {day, who, action, object, reason, changes, undoes})' '[
		{ day: "2026-01-12", who: "Els Bakker", action: "edit",
		  object: "Zoë", reason: null, changes: 1, undoes: null } ]' \
	    -- on 2026-01-13 log --format json
}

@test "one dossier: its changes and nobody else's" {
	done_well on 2026-01-12 edit "$ZOE" --set class=4B
	done_well on 2026-01-12 edit "$(ref Bram)" --set class=5C
	expect_text 0 '4B' '12-01-2026' 'Els Bakker' '!5C' -- \
	    on 2026-01-13 log "$ZOE"
}

@test "who looked is there too" {
	expect_text 0 '!show' -- on 2026-01-13 log "$ZOE"
	done_well on 2026-01-14 show "$ZOE"
	expect_text 0 'show' '14-01-2026' -- on 2026-01-15 log "$ZOE"
}

@test "another person writes under an own name" {
	done_well on 2026-01-12 follow "$ZOE" call --reached --as 'Ria Stok'
	expect_text 0 'Ria Stok' -- on 2026-01-13 log "$ZOE"
	expect_error 5 'Ria Stok' 'sdd' -- on 2026-01-12 follow "$ZOE" call \
	    --as 'Ria Stok@sdd'
	expect_error 3 'Nemo' -- on 2026-01-12 follow "$ZOE" call --as Nemo
}

@test "people read the file's name and the result; machines all of it" {
	mkdir -p een/lange/map
	lines een/lange/map/nieuw.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '9001;Noa;Bos;02QZ00'
	done_well on 2026-01-12 intake "$PWD/een/lange/map/nieuw.csv"
	expect_text 0 ' nieuw\.csv' '!lange/map' -- on 2026-01-13 log
	expect_text 0 'new 1, changed 0' 'done' -- \
	    on 2026-01-13 log --lang en
	expect_json 0 'map(select(.action == "intake")) | .[-1] | [(.object | endswith("lange/map/nieuw.csv")),
	    .result]' '[true, "new 1, changed 0, same 0, refused 0"]' -- \
	    on 2026-01-13 log --format json
}

@test "JSON, and no such dossier" {
	expect_json 0 'length > 3' true -- on 2026-01-13 log --format json
	expect_json 0 'length > 0' true -- \
	    on 2026-01-13 log "$ZOE" --format json
	expect_error 3 'ZZZZZZZZ' -- on 2026-01-13 log ZZZZZZZZ
}
