# SPDX-License-Identifier: EUPL-1.2
# A full disk, as a limit on the size of files: at any size the command says
# so (4), the store is as before, and nothing is left lying about.
load ../helpers

bats_require_minimum_version 1.5.0

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	awk 'BEGIN {
		print "Stamnummer;BSN;Roepnaam;Achternaam;BRIN;Gemeente"
		for (i = 1; i <= 3000; i++)
			print i ";" (i % 5 ? "" : "x") ";Jan " i \
			    ";Wit;02QZ00;0505"
	}' >list.csv
	cp "$STORE" before.db
}

# limited BLOCKS COMMAND…: no file may grow over that many KiB.
limited() {
	local blocks=$1

	shift
	(
		ulimit -f "$blocks"
		"$@"
	)
}

# The store holds what it held: byte for byte, or value for value.
as_before() {
	cmp -s "$STORE" before.db ||
	    [ "$(sqlite3 "$STORE" .dump | sha256sum)" = \
	    "$(sqlite3 before.db .dump | sha256sum)" ] ||
	    refuse 'the store has changed'
	done_well on 2026-01-05 verify
}

# Only the files that a person has put or knows there.
no_corpse() {
	local found

	found=$(find . "${STORE%/*}" -type f ! -name list.csv \
	    ! -name before.db ! -name dossier.db ! -name dossier.db-journal)
	[ -z "$found" ] || refuse "left behind: $found"
	[ ! -s "$STORE-journal" ] || refuse 'a journal is left'
}

@test "intake: every size that is too small" {
	local size full=0

	size=$(($(stat -c %s "$STORE") / 1024))
	for blocks in 4 8 16 32 64 "$((size - 8))" "$size" "$((size + 8))" \
	    "$((size + 64))" "$((size + 256))" "$((size + 512))" \
	    "$((size + 900))"; do
		observe limited "$blocks" on 2026-01-12 intake list.csv
		ended 4
		silent out
		mentions err 'dossier intake' \
		    'disk|schijf|room|ruimte|larger|groter'
		as_before
		rm -f list.csv.refused.csv
		no_corpse
		full=$((full + 1))
	done
	[ "$full" -eq 12 ]
	observe limited 20000 on 2026-01-12 intake list.csv
	ended 1
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM youth')" -eq 2400 ]
	[ "$(wc -l <list.csv.refused.csv)" -eq 601 ]
}

@test "the refused rows do not fit: nothing is taken" {
	awk 'BEGIN {
		print "Stamnummer;BSN;Roepnaam;Achternaam;BRIN"
		for (i = 1; i <= 40000; i++)
			print i ";x;Jan " i ";Wit;02QZ00"
	}' >list.csv
	observe limited 1200 on 2026-01-12 intake list.csv
	ended 4
	mentions err 'refused.csv'
	as_before
	no_corpse
}

@test "init, backup and output: whole or not at all" {
	observe limited 64 on 2026-01-12 init --db other.db
	ended 4
	no_corpse
	observe limited 64 on 2026-01-12 backup copy.db
	ended 4
	no_corpse
	done_well on 2026-01-12 intake list.csv --dry-run >/dev/null || :
	observe limited 0 on 2026-01-12 report norms --output report.html \
	    --format html
	ended 4
	no_corpse
	as_before
}

@test "a store that nobody may write" {
	[ "$(id -u)" -ne 0 ] || skip 'root may write anything'
	chmod 0400 "$STORE"
	observe on 2026-01-12 intake list.csv
	ended 4
	chmod 0600 "$STORE"
	as_before
}
