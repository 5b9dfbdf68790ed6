# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# For the tests of systems that are of no region: a store with the national
# rules, one school, and Amsterdam.

# national DAY [ROW…]: each row is a pupil number, a first name, a birth date
# and a profile, parted by ;.
national() {
	new_home
	copied 'data book work' make_national "$@"
}

make_national() {
	local day=$1 row

	shift
	make_store nl "$day" || return
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0363;gemeente;Amsterdam' '0484;gemeente;Alphen aan den Rijn' \
	    'uwv;uwv;UWV'
	done_well on "$day" intake partijen.csv || return
	[ $# -gt 0 ] || return 0
	for row; do
		printf '%s;Vos;21KZ00;vso;0363\n' "$row"
	done | sed "1i\\Stamnummer;Roepnaam;Geboortedatum;Uitstroomprofiel;Achternaam;BRIN;Schoolsoort;Gemeente" \
	    >jongeren.csv
	youths "$day" jongeren.csv
}

# rules_of FILE: a region's rules join the store, as its own pack.
rules_of() {
	done_well on 2026-01-05 rules use "$FIXTURES/landelijk/$1"
}

# taken KIND DAY HEADER ROW…: a list of that kind is read without a fault.
taken() {
	local kind=$1 day=$2

	shift 2
	lines lijst.csv "$@"
	expect_json 0 'map({refused, faults})' \
	    '[{ refused: 0, faults: [] }]' -- \
	    on "$day" intake lijst.csv --kind "$kind" --format json
}
