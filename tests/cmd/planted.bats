# SPDX-License-Identifier: EUPL-1.2
# dossier intake: every planted fault is named by row and column, and what is
# only odd raises no alarm. tests/bench/run does the same on a larger scale.
load ../helpers

ROWS=3000

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	BENCH=$DOSSIER_SOURCE/tests/bench
	TABLES=$DOSSIER_SOURCE/tests/fixtures/bench
	done_well on 2026-01-05 intake "$TABLES/municipalities.csv"
	done_well on 2026-01-05 intake "$TABLES/postcodes.csv" --kind postcode
}

# planted SHAPE [OPTION…]: intake of a file with faults in it.
planted() {
	local shape=$1 rows

	shift
	"$DOSSIER_BUILD/tests/bench-generate" "$shape" "$ROWS" 1 20 \
	    "$TABLES/postcodes.csv" "$TABLES/municipalities.csv" \
	    list.csv planted.csv
	observe on 2026-01-05 intake list.csv --format json "$@"
	silent err && ended 1 || return
	sh "$BENCH/check.sh" "$BOOK/out" planted.csv || refuse "$shape" ||
	    return
	rows=$(cut -d';' -f1 planted.csv | sort -u | wc -l)
	[ "$rows" -ge $((ROWS / 100)) ]
	[ "$(jq '.[0].refused' "$BOOK/out")" -eq "$rows" ]
	# The header and the refused rows; a cell with a break takes two lines.
	[ "$(grep -c $'\r$' list.csv.refused.csv)" -eq $((rows + 1)) ]
}

@test "a Magister export: comma, mark, no school in it" {
	planted magister --set school=02QZ00
}

@test "a list with Dutch headers: semicolon, Windows-1252" {
	planted dutch
}

@test "without faults nothing is refused" {
	"$DOSSIER_BUILD/tests/bench-generate" dutch "$ROWS" 2 0 \
	    "$TABLES/postcodes.csv" "$TABLES/municipalities.csv" \
	    list.csv planted.csv
	expect_json 0 '.[0] | {refused, faults}' \
	    '{ refused: 0, faults: [] }' -- \
	    on 2026-01-05 intake list.csv --format json
	[ ! -e list.csv.refused.csv ]
}
