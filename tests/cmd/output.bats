# SPDX-License-Identifier: EUPL-1.2
# The JSON that other programs rely on: what the commands write has the keys,
# their order and the kinds of values of the examples in fixtures/output.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 loonwaarde-jongeren
	lines elders.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;Schoolsoort' \
	    '4001;Kim;Vos;04XY00;0355;praktijkonderwijs' \
	    '4002;Ivo;Laan;04XY00;;praktijkonderwijs'
	youths 2025-10-01 elders.csv
}

# What occurs where, in any element of a list: keys in their order, and kinds
# of values.
SHAPE='
def place: map(if type == "number" then "*" else . end) | join(".");
def keys_of: [paths(type == "object") as $p |
    [($p | place), (getpath($p) | keys_unsorted)]] | unique;
def kinds: [paths as $p | [($p | place), (getpath($p) | type)]] | unique;
'

# like_example NAME COMMAND…: every object has the keys of the example in its
# order, every value a kind that the example has there, and nothing that the
# example shows is lacking.
like_example() {
	local example=$DOSSIER_SOURCE/tests/fixtures/output/$1.json

	shift
	observe "$@" --format json
	silent err || return
	jq -s "$SHAPE"' map(keys_of) | .[1] - .[0] + (.[0] - .[1])' \
	    "$example" "$BOOK/out" >"$BOOK/keys" || return
	jq -s "$SHAPE"' map(kinds) | .[1] - .[0]' "$example" "$BOOK/out" \
	    >"$BOOK/kinds" || return
	[ "$(jq -c . "$BOOK/keys" "$BOOK/kinds")" = $'[]\n[]' ] ||
	    refuse "not as in $example: $(cat "$BOOK/keys" "$BOOK/kinds")"
}

@test "intake" {
	lines mank.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Geboortedatum;Hobby' \
	    '5001;Joy;Bos;02QZ00;31-02-2008;lezen' \
	    '5002;Lex;Bos;02QZ00;28-02-2008;lezen' \
	    '5003;Mia;Bos;;28-02-2008;lezen'
	like_example intake on 2026-01-12 intake mank.csv
	ended 1
}

@test "match route" {
	lines loon.csv \
	    'Leerlingnummer;School;Loonwaarde;Gemeten op;Geldig tot;Methode' \
	    '1021;02QZ00;40;15-01-2024;;' '4001;04XY00;60;15-01-2025;;'
	done_well on 2026-01-20 intake loon.csv \
	    "$FIXTURES/drechtsteden/loonwaarde.csv"
	done_well on 2026-01-20 match route "$(ref Bram)" --override uwv-route \
	    --by 'Els Bakker' --reason 'Wajong' --until 2026-08-31
	like_example match-route on 2026-02-02 match route --all
	ended 0
}

@test "report due" {
	like_example report-due on 2026-01-12 report due
	ended 0
}

@test "report caseload" {
	like_example report-caseload on 2026-01-12 report caseload
	ended 0
}
