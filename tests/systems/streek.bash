# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# For the tests of systems that are of one place: a store with its rules, one
# school, and that municipality.

# streek PACK CODE NAME [ROW…]: a row is a pupil number, a first name, a birth
# date and a kind of school, and where it matters a destination, the expected
# exit and the day of deregistration, parted by ;.
streek() {
	local pack=$1 code=$2 name=$3 row number first born

	shift 3
	new_home
	new_store "$pack" 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    "$code;gemeente;$name" '0505;gemeente;Dordrecht' \
	    '9901;aanbieder;De aanbieder'
	done_well on 2026-01-05 intake partijen.csv
	[ $# -gt 0 ] || return 0
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;Geboortedatum;Schoolsoort;Bestemming;Uitstroomdatum;Uitgeschreven op'
	for row; do
		IFS=';' read -r number first born <<<"$row"
		row="$number;$first;Vos;21KZ00;$code;$born"
		while [ "$(tr -cd ';' <<<"$row" | wc -c)" -lt 9 ]; do
			row+=';'
		done
		printf '%s\n' "$row" >>jongeren.csv
	done
	youths 2026-01-05 jongeren.csv
}

# taken KIND HEADER ROW…: a list of that kind is read without a fault.
taken() {
	local kind=$1

	shift
	lines lijst.csv "$@"
	expect_json 0 'map({refused, faults})' \
	    '[{ refused: 0, faults: [] }]' -- \
	    on 2026-01-05 intake lijst.csv --kind "$kind" --format json
}

# explained TABLE NAME FILTER WANTED: what a table says of a youth.
explained() {
	expect_json 0 ".[0] | $3" "$4" -- \
	    on 2026-01-12 rules explain "$1" "$(ref "$2")" --format json
}

# offered NAME DAY PROGRAMME FILTER WANTED: a programme among the other routes.
offered() {
	expect_json 0 ".[0].alternatives[] | select(.programme == \"$3\") |
	    $4" "$5" -- on "$2" match route "$(ref "$1")" --format json
}
