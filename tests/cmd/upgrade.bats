#!/usr/bin/env bats
# SPDX-License-Identifier: EUPL-1.2
# A store that an older version made: every command goes on with it, and one
# that a newer version made is refused.
load ../helpers

setup() {
	new_home
	mkdir -p "${STORE%/*}"
	sqlite3 "$STORE" <"$DOSSIER_SOURCE/tests/fixtures/store/v0001.sql"
	chmod 600 "$STORE"
	export DOSSIER_AS='Els Bakker'
	REF=8NTRDA4XX
}

@test "a dossier of version 1 is shown, and its history" {
	expect_json 0 '.[0] | [.given_name, .birth_date, .phone]' \
	    '["Bram", "2007-09-15", "06-55509001"]' -- \
	    on 2026-01-15 show "$REF" --format json
	expect_text 0 'Bram Smit' 'Joris Vink' 'Hulp in de bakkerij' '49,9' \
	    'Stage bevalt goed' 'Eerst wennen' -- on 2026-01-15 show "$REF"
	expect_text 0 '\(leeg\) → 06-55509001' 'Nieuw nummer' \
	    'Toestemming van de jongere' -- on 2026-01-15 log "$REF"
}

@test "it is sound after it is brought up, and a backup of it too" {
	done_well on 2026-01-15 backup kopie.db
	expect 0 '' '' -- on 2026-01-15 verify --quiet
	chmod 600 kopie.db
	done_well on 2026-01-15 report caseload --db kopie.db
}

@test "what only counts brings it up too" {
	expect_json 0 'length' 3 -- \
	    on 2026-01-15 report caseload --format json
	[ "$(sqlite3 "$STORE" 'PRAGMA user_version')" -gt 1 ]
}

@test "work goes on: a change, and an old list that is taken back" {
	done_well on 2026-01-15 edit "$REF" --set class=4B
	done_well on 2026-01-15 intake --undo 10
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM postcode')" -eq 0 ]
	done_well on 2026-01-15 follow "$REF" note --text 'Kwam langs.'
	done_well on 2026-01-15 backup kopie.db
	expect 0 '' '' -- on 2026-01-15 verify --quiet
}

# The law's rules of today hold, and the history has the step.
@test "who first writes brings its packs up to date, once" {
	wanted=$(sha256sum <"$DOSSIER_SOURCE/schema/packs/nl.yaml")
	done_well on 2026-01-15 follow "$REF" note --text 'Kwam langs.'
	done_well on 2026-01-15 follow "$REF" note --text 'Belde terug.'
	[ "$(sqlite3 "$STORE" "SELECT digest FROM pack
	    WHERE name = 'nl'")" = "${wanted%% *}" ]
	expect_json 0 '[.[] | select(.action == "upgrade") | .changes]' \
	    '[5]' -- on 2026-01-15 log --format json
}

@test "each pack of it is one of today, or known as one of before" {
	done_well on 2026-01-15 follow "$REF" note --text 'Kwam langs.'
	sha256sum "$DOSSIER_SOURCE"/schema/packs/*.yaml | cut -d' ' -f1 |
	    sort >"$BOOK/wanted"
	sqlite3 "$STORE" 'SELECT digest FROM pack' | sort >"$BOOK/found"
	[ "$(wc -l <"$BOOK/found")" -eq 5 ]
	[ -z "$(comm -13 "$BOOK/wanted" "$BOOK/found")" ]
}

@test "a pack that a region wrote itself is left alone" {
	done_well on 2026-01-15 report caseload
	sqlite3 "$STORE" "UPDATE pack SET digest = 'eigen'
	    WHERE name = 'nl'"
	done_well on 2026-01-15 follow "$REF" note --text 'Kwam langs.'
	[ "$(sqlite3 "$STORE" "SELECT digest FROM pack
	    WHERE name = 'nl'")" = eigen ]
}

@test "a newer file is refused in plain words, and stays as it was" {
	sqlite3 "$STORE" 'PRAGMA user_version = 9999'
	cp "$STORE" before
	expect_error 4 'dossier\.db is gemaakt door een nieuwere versie van dossier' \
	    'Installeer de nieuwere versie' -- \
	    on 2026-01-15 show "$REF" --lang nl
	expect_error 4 'was made by a newer version' 'Install the newer' -- \
	    on 2026-01-15 report caseload --lang en
	cmp "$STORE" before
}
