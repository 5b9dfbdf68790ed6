# SPDX-License-Identifier: EUPL-1.2
# dossier backup: a checked copy.
load ../helpers

setup() {
	region drechtsteden 2026-01-05 uitstroom
}

@test "the copy is a store of its own, for the owner only" {
	umask 000
	expect_text 0 'kopie\.db' -- on 2026-01-12 backup kopie.db
	[ "$(stat -c %a kopie.db)" = 600 ]
	on 2026-01-12 report caseload --format json >een.json
	expect 0 "$(sed -f "$BOOK/names" een.json)" '' -- \
	    on 2026-01-12 report caseload --format json --db kopie.db
}

@test "what comes later is not in it" {
	done_well on 2026-01-12 backup kopie.db
	done_well on 2026-01-12 edit "$(ref Zoë)" --set class=4B
	expect_json 0 '[.. | scalars | tostring] | index("4B")' null -- \
	    on 2026-01-12 show "$(ref Zoë)" --format json --db kopie.db
}

@test "a file that is there is not overwritten" {
	echo bewaar >kopie.db
	expect_error 4 'kopie\.db' -- on 2026-01-12 backup kopie.db
	[ "$(cat kopie.db)" = bewaar ]
}

@test "nowhere to write, and too little said" {
	expect_error 4 '/proc/kopie\.db' -- \
	    on 2026-01-12 backup /proc/kopie.db
	expect_error 2 . -- on 2026-01-12 backup
}
