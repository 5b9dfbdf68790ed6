# SPDX-License-Identifier: EUPL-1.2
# What holds for every command: where the store is, who writes, which
# language, how it ends.
load ../helpers

setup() {
	new_home
	REPORT=(report caseload --today 2026-01-12)
}

filled() {
	new_store drechtsteden 2026-01-05
	done_well on 2026-01-05 intake "$FIXTURES/drechtsteden/partijen.csv"
}

# ---- the store ----

@test "no store: exit 4, and how to make one" {
	expect_error 4 'dossier\.db' 'dossier init' -- dossier "${REPORT[@]}"
	expect_error 4 'weg\.db' 'dossier init --db weg\.db' -- dossier "${REPORT[@]}" --db weg.db
	[ ! -e weg.db ]
}

@test "a newer store is refused and stays as it was" {
	filled
	sqlite3 "$STORE" 'PRAGMA user_version = 9999'
	cp "$STORE" before
	expect_error 4 'dossier\.db' -- dossier "${REPORT[@]}"
	expect_error 4 . -- \
	    on 2026-01-12 intake "$FIXTURES/drechtsteden/contacten.csv"
	cmp "$STORE" before
}

@test "a file that is no store is refused and stays as it was" {
	echo 'dit is een brief' >brief.db
	chmod 600 brief.db
	cp brief.db before
	expect_error 4 'brief\.db' -- dossier "${REPORT[@]}" --db brief.db
	sqlite3 vreemd.db 'CREATE TABLE t (x)'
	chmod 600 vreemd.db
	expect_error 4 'vreemd\.db' -- dossier "${REPORT[@]}" --db vreemd.db
	cmp brief.db before
}

@test "a store that others can read is refused" {
	filled
	chmod 644 "$STORE"
	expect_error 5 'dossier\.db' -- dossier "${REPORT[@]}"
}

@test "--db goes before DOSSIER_DB, which goes before the usual place" {
	new_store drechtsteden 2026-01-05
	done_well on 2026-01-05 init --pack nl --db een.db
	done_well on 2026-01-05 init --pack nl --db twee.db
	export DOSSIER_DB=$PWD/een.db
	done_well on 2026-01-05 intake --db twee.db \
	    "$FIXTURES/drechtsteden/partijen.csv"
	[ "$(sqlite3 een.db 'SELECT count(*) FROM party')" -eq 0 ]
	[ "$(sqlite3 twee.db 'SELECT count(*) FROM party')" -eq 5 ]
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM party')" -eq 0 ]
}

# ---- the actor ----

@test "nobody known to be at work: writing is refused, looking is not" {
	filled
	sqlite3 "$STORE" "UPDATE contact SET login = 'iemand-anders'"
	expect_error 5 '--as' -- \
	    on 2026-01-12 intake "$FIXTURES/drechtsteden/contacten.csv"
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM contact')" -eq 1 ]
	expect_json 0 . '[]' -- dossier "${REPORT[@]}" --format json
	done_well on 2026-01-12 intake --as 'Els Bakker' \
	    "$FIXTURES/drechtsteden/contacten.csv"
	DOSSIER_AS='Els Bakker' done_well \
	    on 2026-01-12 intake "$FIXTURES/drechtsteden/contacten.csv"
}

# ---- language ----

# said FILE COMMAND…: what it says, on both streams.
said() {
	local file=$1

	shift
	"$@" >"$file" 2>&1 || true
}

@test "Dutch without any locale, as under cron" {
	said nl dossier report weer --lang nl
	said en dossier report weer --lang en
	never cmp -s nl en
	for locale in '' C POSIX C.UTF-8 de_DE.UTF-8; do
		LC_ALL=$locale said answer dossier report weer
		cmp nl answer
	done
	for locale in nl_NL.UTF-8 nl_BE; do
		LANG=$locale said answer dossier report weer
		cmp nl answer
	done
	LANG=en_GB.UTF-8 said answer dossier report weer
	cmp en answer
}

@test "the answer is in the store's language, whatever the locale" {
	filled
	said nl dossier report contacts --today 2026-01-12 --lang nl
	said en dossier report contacts --today 2026-01-12 --lang en
	never cmp -s nl en
	LANG=en_GB.UTF-8 said answer dossier report contacts --today 2026-01-12
	cmp nl answer
}

@test "help of every command: Dutch and English, within 80 columns" {
	for name in $(dossier --list-commands); do
		for language in nl en; do
			expect_mention out err 0 "dossier $name" '--today' -- \
			    dossier "$name" --help --lang "$language"
			cp "$BOOK/out" "$language"
			[ "$(LC_ALL=C.UTF-8 wc -L <"$language")" -le 80 ]
		done
		never cmp -s nl en
		expect 0 "$(cat nl)" '' -- dossier "$name" -h
	done
}

# ---- usage ----

@test "wrong usage of every command: exit 2, and where the help is" {
	for name in $(dossier --list-commands); do
		expect_error 2 '--bestaat-niet' "dossier $name --help" -- \
		    dossier "$name" --bestaat-niet
		expect_error 2 '--today' -- dossier "$name" --today 1-2-26
		expect_error 2 'xml' -- dossier "$name" --format xml
		expect_error 2 'fr' -- dossier "$name" --lang fr
	done
}

@test "a slip in an option gets a suggestion" {
	expect_error 2 '--wthin' '--within' -- dossier report due --wthin 7
}

@test "every command says its version" {
	version=$(dossier --version)
	for name in $(dossier --list-commands); do
		expect 0 "$version" '' -- dossier "$name" --version
	done
}

@test "an answer that cannot be written is no success" {
	filled
	for format in text csv json html yaml; do
		# shellcheck disable=SC2016 # for the inner shell
		observe sh -c 'exec "$0" "$@" >/dev/full' \
		    "${DOSSIER_BIN:-dossier}" "${REPORT[@]}" \
		    --format "$format"
		ended 4
	done
}

@test "a reader that leaves early is no failure" {
	done_well on 2026-03-02 init --sample
	[ "$(on 2026-03-02 report caseload --format json | wc -c)" -gt 65536 ]
	{
		code=0
		on 2026-03-02 report caseload --format json 2>err || code=$?
		echo "$code" >code
	} | head -c 1 >first
	[ "$(cat code)" -eq 0 ]
	[ ! -s err ]
}

# ---- stopped, and in use ----

@test "Ctrl-C in an intake: exit 130, the store as before" {
	new_store drechtsteden 2026-01-05
	{
		echo 'Stamnummer;Roepnaam;Achternaam;BRIN'
		seq -f '%06.0f;Zoë;Bos;02QZ00' 200000
	} >lang.csv
	set -m
	(exec "${DOSSIER_BIN:-dossier}" intake --today 2026-01-12 lang.csv) \
	    >out 2>err &
	pid=$!
	set +m
	until [ -s "$STORE-journal" ] || ! kill -0 "$pid" 2>/dev/null; do
		:
	done
	kill -INT "$pid"
	ended=0
	wait "$pid" || ended=$?
	[ "$ended" -eq 130 ]
	[ ! -s out ]
	[ ! -e lang.csv.refused.csv ]
	expect_json 0 . '[]' -- dossier "${REPORT[@]}" --format json
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM event WHERE kind = 1')" \
	    -eq 0 ]
}
