# SPDX-License-Identifier: EUPL-1.2
# dossier rules: the packs in the store, and their own examples.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
}

@test "list: the packs of the country, two regions and two municipalities" {
	expect_text 0 '\bnl\b' 'drechtsteden' '\butrecht\b' 'utrecht-zeist' \
	    'utrecht-nieuwegein' -- on 2026-01-12 rules list
	expect_json 0 'length >= 5' true -- \
	    on 2026-01-12 rules list --format json
}

@test "list: a pack stands after the one that it extends" {
	on 2026-01-12 rules list --format json | jq -r '.[].id' >ids
	grep -nx 'utrecht' ids
	[ "$(head -n 1 ids)" = nl ]
	[ "$(grep -A 2 -x utrecht ids | tr '\n' ' ')" = \
	    'utrecht utrecht-nieuwegein utrecht-zeist ' ]
}

@test "test: every example of every pack gives what its writer says" {
	done_well on 2026-01-12 rules test
	for pack in nl achterhoek alphen apeldoorn den-haag deventer \
	    drechtsteden haaglanden utrecht utrecht-nieuwegein \
	    utrecht-zeist zutphen-lochem
	do
		done_well on 2026-01-12 rules test "$pack"
	done
}

@test "wrong usage, and what is not there" {
	expect_error 3 'atlantis' -- on 2026-01-12 rules test atlantis
	expect_error 2 . -- on 2026-01-12 rules
	expect_error 2 'zien' -- on 2026-01-12 rules zien
}

@test "the packs are in the store: a pack changed from outside is found" {
	done_well on 2026-01-12 backup kopie.db
	sqlite3 "$STORE" "UPDATE pack SET text = text || '# anders'
	    WHERE name = 'drechtsteden'"
	observe on 2026-01-12 verify
	ended 4
}
