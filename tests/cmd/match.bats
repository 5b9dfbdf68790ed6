# SPDX-License-Identifier: EUPL-1.2
# dossier match: the route that the rules advise, and places that fit.
load ../helpers

setup() {
	region drechtsteden 2025-10-01
}

# wages: youths with wage values, for routes.
wages() {
	youths 2025-10-01 "$FIXTURES/drechtsteden/loonwaarde-jongeren.csv"
	done_well on 2026-01-20 intake "$FIXTURES/drechtsteden/loonwaarde.csv"
}

# places: one youth in Dordrecht and three places, near and far.
places() {
	lines pc.csv 'postcode4;woonplaats;latitude;longitude;gemeentecode' \
	    '3311;Dordrecht;51,8133;4,6690;0505' \
	    '3331;Zwijndrecht;51,8175;4,6333;0642' \
	    '9711;Groningen;53,2194;6,5665;0014'
	lines baas.csv 'Code;Soort;Naam;Postcode' \
	    '68750110;werkgever;Kas en Kweek;3331AB' \
	    '68750129;werkgever;Noordergroen;9711AA'
	lines plek.csv \
	    'Plekcode;Werkgever;Plek;Soort;Sector;Uren min;Uren max;Dagen;Postcode;Plaatsen' \
	    'K1;68750110;Medewerker kas;werk;groen;16;32;ma di wo;3331AB;1' \
	    'K2;68750110;Medewerker kantine;werk;horeca;16;32;ma di wo;3331AB;1' \
	    'N1;68750129;Medewerker tuin;werk;groen;16;32;ma di wo;9711AA;1'
	lines wie.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;Postcode;hours_week;days;sectors;max_km;available_from' \
	    '1001;Zoë;Berg;02QZ00;0505;3311AB;24;ma di wo do;groen;15;2026-01-05'
	done_well on 2026-01-05 intake pc.csv baas.csv plek.csv
	youths 2026-01-05 wie.csv
}

@test "the keys of an advice, decided and undecided" {
	wages
	keys='["because", "decided", "facts", "held_by", "override", "pack",
	    "ref", "route", "rule", "unknown", "version"]'
	expect_json 0 'map(keys - (keys - '"$keys"')) | unique' "[$keys]" -- \
	    on 2026-02-02 match route --all --format json
	expect_json 0 'map(.facts[] | keys) | unique' \
	    '[["name", "on", "value"]]' -- \
	    on 2026-02-02 match route "$(ref Bram)" --format json
}

@test "undecided is no failure, and says what would decide" {
	wages
	expect_json 0 'map({ref, route, rule, decided, unknown})' \
	    '[{ ref: "Finn", route: null, rule: null, decided: false,
		unknown: ["wage_value"] }]' -- \
	    on 2026-02-02 match route "$(ref Finn)" --format json
	expect_text 0 'loonwaarde' -- on 2026-02-02 match route "$(ref Finn)"
}

# One by one it is explained and kept, too.
@test "all at once is the same as one by one" {
	wages
	on 2026-02-02 match route --all --format json | jq -cS '.[]' |
	    sort >all
	for name in Aisha Bram Chris Daan Esma Finn; do
		on 2026-02-02 match route "$(ref "$name")" --format json |
		    jq -cS '.[] | del(.doubts, .turns, .costs, .alternatives,
		    .packs_not_read, .receipt)'
	done | sort >each
	diff -u each all
}

@test "all of them stand in the order of the caseload" {
	wages
	on 2026-02-02 report caseload --format json | jq -r '.[].ref' >load
	on 2026-02-02 match route --all --format json | jq -r '.[].ref' >all
	on 2026-02-02 match route --all --format csv | tail -n +2 |
	    cut -d';' -f2 >lines
	diff -u load all
	diff -u load lines
}

@test "an override wants a route that there is" {
	wages
	expect_error 3 'maanreis' -- on 2026-02-02 match route "$(ref Bram)" \
	    --override maanreis --by 'Ria Stok' --reason 'eigen wens'
	expect_error 2 . -- on 2026-02-02 match route --all \
	    --override uwv-route --by 'Ria Stok' --reason 'eigen wens'
}

@test "the reason may come from standard input" {
	wages
	done_well on 2026-02-02 match route "$(ref Bram)" \
	    --override uwv-route --by 'Ria Stok' --reason - \
	    <<<'Wajong is aangevraagd'
	expect_text 0 'Wajong is aangevraagd' 'Ria Stok' -- \
	    on 2026-02-02 match route "$(ref Bram)"
}

@test "places: what fits with its reasons, then the nearest misses" {
	places
	expect_json 0 'map({place, fits, blocked_by})' '[
		{ place: "K1", fits: true, blocked_by: [] },
		{ place: "K2", fits: false, blocked_by: ["sector"] },
		{ place: "N1", fits: false, blocked_by: ["distance"] } ]' -- \
	    on 2026-01-12 match place "$(ref Zoë)" --format json
	expect_json 0 '.[0] | [.km, (.reasons | length > 3)]' \
	    '["2.5", true]' -- \
	    on 2026-01-12 match place "$(ref Zoë)" --format json
	expect_text 0 'Medewerker kas' '\b2,5\b' 'Medewerker kantine' \
	    'Medewerker tuin' -- on 2026-01-12 match place "$(ref Zoë)"
}

@test "a place that is taken does not fit, and none fitting ends with 1" {
	places
	lines vol.csv 'Leerlingnummer;School;Plekcode;Soort;Uren;Van;Tot' \
	    '1002;02QZ00;K1;contract;24;2026-01-05;'
	lines bram.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '1002;Bram;Smit;02QZ00'
	done_well on 2026-01-05 intake bram.csv vol.csv
	expect_text 1 'Kas en Kweek' -- \
	    on 2026-01-12 match place "$(ref Zoë)"
}

@test "as few as asked" {
	places
	expect_json 0 'map([.place, .fits])' '[["K1", true], ["K2", false]]' \
	    -- on 2026-01-12 match place "$(ref Zoë)" --limit 1 --format json
}

@test "wrong usage, and who is not there" {
	expect_error 2 . -- on 2026-01-12 match
	expect_error 2 'reis' -- on 2026-01-12 match reis
	expect_error 2 . -- on 2026-01-12 match route
	expect_error 2 'limit' -- on 2026-01-12 match place ZZ --limit 0
	expect_error 3 'ZZZZZZZZ' -- on 2026-01-12 match route ZZZZZZZZ
	expect_error 3 'ZZZZZZZZ' -- on 2026-01-12 match place ZZZZZZZZ
}
