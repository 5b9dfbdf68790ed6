# SPDX-License-Identifier: EUPL-1.2
# The same learner in two municipalities: the same route, other support, and
# the advice names the municipality's rule.
load ../helpers
load stated

setup() {
	region utrecht 2026-02-02 twee-gemeenten
	done_well on 2026-02-02 intake "$FIXTURES/utrecht/loonwaarde.csv"
}

# routes FILTER WANTED
routes() {
	expect_json 0 "sort_by(.ref) | $1" "$2" -- \
	    on 2026-03-02 match route --all --format json
}

@test "each is judged by the pack of the municipality" {
	routes 'map({ref, decided, pack})' '[
		{ ref: "Lotte", decided: true, pack: "utrecht-zeist" },
		{ ref: "Noa", decided: true, pack: "utrecht-nieuwegein" } ]'
}

@test "the route is the same, the support is not" {
	routes 'map(.route) | unique | length' 1
	routes 'map(.route | type)' '["string", "string"]'
	routes 'map(.support | type == "array" and length > 0)' '[true, true]'
	routes 'map(.support) | unique | length' 2
}

@test "the text names the municipality's rule" {
	expect_text 0 'utrecht-zeist' '!utrecht-nieuwegein' -- \
	    on 2026-03-02 match route "$(ref Lotte)"
	expect_text 0 'utrecht-nieuwegein' '!utrecht-zeist' -- \
	    on 2026-03-02 match route "$(ref Noa)"
}

@test "who moves is judged by the new municipality from that day" {
	lines verhuisd.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente' \
	    '2031;Lotte;Visser;21KZ00;0356'
	done_well on 2026-03-12 intake verhuisd.csv --as-of 2026-03-10
	moved='[{ ref: "Lotte", pack: "utrecht-nieuwegein" }]'
	stayed='[{ ref: "Lotte", pack: "utrecht-zeist" }]'
	expect_json 0 'map({ref, pack})' "$stayed" -- \
	    on 2026-03-09 match route "$(ref Lotte)" --format json
	expect_json 0 'map({ref, pack})' "$moved" -- \
	    on 2026-03-10 match route "$(ref Lotte)" --format json
}
