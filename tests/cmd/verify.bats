# SPDX-License-Identifier: EUPL-1.2
# dossier verify: is everything as it was written?
load ../helpers

setup() {
	region drechtsteden 2026-01-05 uitstroom
}

# kept: there is a backup of today, so that only damage is left to find.
kept() {
	done_well on 2026-01-12 backup kopie.db
}

# changed SQL: by a hand outside of this program.
changed() {
	sqlite3 "$STORE" "$1"
}

damaged() {
	observe on 2026-01-12 verify
	ended 4
}

@test "all is well" {
	kept
	done_well on 2026-01-12 verify
	expect 0 '' '' -- on 2026-01-12 verify --quiet
}

@test "it warns after seven days without a backup" {
	kept
	done_well on 2026-01-19 verify
	observe on 2026-01-20 verify
	ended 1
	done_well on 2026-01-20 backup nieuw.db
	done_well on 2026-01-20 verify
}

@test "it warns where there never was one" {
	observe on 2026-01-20 verify
	ended 1
}

@test "a record changed from outside" {
	kept
	changed "UPDATE youth SET family_name = 'Bergh' WHERE rowid = 1"
	damaged
}

@test "a record taken away, and one put in" {
	kept
	changed 'DELETE FROM residence WHERE id = 1'
	damaged
}

@test "history rewritten" {
	kept
	changed "UPDATE txn SET name = 'Iemand Anders' WHERE id = 3"
	damaged
	changed "UPDATE txn SET name = 'Els Bakker' WHERE id = 3"
	done_well on 2026-01-12 verify
	changed 'DELETE FROM event WHERE id = (SELECT max(id) FROM event)'
	damaged
}

@test "a page overwritten" {
	kept
	size=$(sqlite3 "$STORE" 'PRAGMA page_size')
	pages=$(($(stat -c %s "$STORE") / size))
	printf 'dit is geen bladzijde van een bestand met dossiers' |
	    dd of="$STORE" bs="$size" seek=$((pages / 2)) conv=notrunc \
	    status=none
	observe on 2026-01-12 verify
	ended 4
}

@test "it changes nothing" {
	kept
	cp "$STORE" before
	done_well on 2026-01-12 verify
	cmp "$STORE" before
}
