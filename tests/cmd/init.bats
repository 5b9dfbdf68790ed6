# SPDX-License-Identifier: EUPL-1.2
# dossier init: the store, the actor, and the fictional region.
load ../helpers

setup() {
	new_home
}

# count SQL: one number out of the store.
count() {
	sqlite3 "$STORE" "SELECT count(*) FROM $1"
}

@test "makes the store and says where" {
	expect_text 0 'dossier/dossier\.db' 'Els Bakker' -- \
	    on 2026-01-05 init --pack drechtsteden --as 'Els Bakker'
	[ -f "$STORE" ]
}

@test "nobody else can read it" {
	umask 000
	new_store nl 2026-01-05
	[ "$(stat -c %a "$STORE")" = 600 ]
	[ "$(stat -c %a "${STORE%/*}")" = 700 ]
}

@test "a store that is there is never overwritten" {
	new_store utrecht 2026-01-05
	cp "$STORE" before
	expect_error 4 'dossier\.db' -- on 2026-01-06 init --pack utrecht
	cmp "$STORE" before
}

@test "the store is where --db, then the environment says" {
	expect_text 0 'hier\.db' -- on 2026-01-05 init --db hier.db
	[ -f hier.db ]
	export DOSSIER_DB=$PWD/daar.db
	expect_text 0 'daar\.db' -- on 2026-01-05 init
	[ -f daar.db ]
	[ ! -e "$STORE" ]
}

@test "an empty name is refused" {
	expect_error 2 'as' -- on 2026-01-05 init --as ''
	expect_error 2 'as' -- on 2026-01-05 init --as '  '
	[ ! -e "$STORE" ]
}

@test "an unknown pack is refused and leaves nothing behind" {
	expect_error 3 'atlantis' -- on 2026-01-05 init --pack atlantis
	[ ! -e "$STORE" ]
}

@test "without a pack it is the one of the country" {
	done_well on 2026-01-05 init
	expect_json 0 'map(select(.pack == "drechtsteden")) | length' 0 -- \
	    on 2026-01-05 match route --all --format json
}

@test "the account is bound to the person: writing needs no --as" {
	new_store drechtsteden 2026-01-05
	done_well on 2026-01-05 intake "$FIXTURES/drechtsteden/partijen.csv"
	expect_text 0 'Els Bakker' -- on 2026-01-05 log
}

@test "without a name it is the account's own" {
	done_well on 2026-01-05 init --pack drechtsteden
	done_well on 2026-01-05 intake "$FIXTURES/drechtsteden/partijen.csv"
	expect_text 0 "$(id -un)" -- on 2026-01-05 log
}

@test "the sample is a region of the promised size" {
	expect_text 0 'VOORBEELD' -- on 2026-03-02 init --sample
	[ "$(count youth)" -ge 800 ]
	[ "$(count youth)" -le 900 ]
	[ "$(count "party WHERE kind = 'school'")" -eq 40 ]
	[ "$(count "party WHERE kind = 'gemeente'")" -eq 12 ]
	[ "$(count place)" -ge 280 ]
	[ "$(count place)" -le 320 ]
}

@test "the sample follows the day, and the same day gives the same" {
	done_well on 2026-03-02 init --sample --db een.db
	done_well on 2026-03-02 init --sample --db twee.db
	done_well on 2027-03-02 init --sample --db later.db
	for db in een twee later; do
		on 2026-03-02 report caseload --db $db.db --format json |
		    jq -S 'map(del(.ref)) | sort' >$db.json
	done
	cmp een.json twee.json
	never cmp -s een.json later.json
}

@test "every page of the sample is marked" {
	done_well on 2026-03-02 init --sample
	expect_text 0 'VOORBEELD' -- on 2026-03-02 report due
	expect_text 0 'VOORBEELD' -- on 2026-03-02 report caseload \
	    --format html
}

@test "real lists are refused in a sample, unless one insists" {
	done_well on 2026-03-02 init --sample
	expect_error 5 'dossier init' -- \
	    on 2026-03-02 intake "$FIXTURES/drechtsteden/partijen.csv"
	[ "$(count "party WHERE code = '02QZ00' AND name = 'De Sluis'")" -eq 0 ]
	done_well on 2026-03-02 intake --into-sample \
	    "$FIXTURES/drechtsteden/partijen.csv"
	[ "$(count "party WHERE code = '02QZ00' AND name = 'De Sluis'")" -eq 1 ]
}
