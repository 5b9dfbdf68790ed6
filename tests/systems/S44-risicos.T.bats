# SPDX-License-Identifier: EUPL-1.2
# What school and municipality can do about a risk of an employer: data that
# a region changes, not code.
load ../helpers
load stated
load streek

setup() {
	streek nl 0363 Amsterdam
}

# own TEXT: a pack of Amsterdam's own, which replaces the matrix.
own() {
	lines eigen.yaml 'id: eigen' 'version: "1"' 'name: Eigen' \
	    'valid_from: 2026-01-01' 'extends: nl' \
	    'municipalities: ["0363"]' 'tables:' '  risico-acties:' \
	    '    label: Wat wij doen' '    on: pair' '    inputs: [risk]' \
	    '    otherwise: Hierover is niets afgesproken.' '    rules:' \
	    '      - id: EI-BEGELEIDING' \
	    '        when: { risk: begeleiding }' \
	    "        then: { school: [$1], gemeente: [jobcoaches inzetten] }" \
	    'examples:' '  - name: begeleiding' '    table: risico-acties' \
	    '    facts: { risk: begeleiding }' \
	    '    expect: { school: [mentor op de werkplek] }'
}

@test "five risks, with the actions of school and of municipality" {
	expect_json 0 '[.. | objects | .id? // empty | strings |
	    select(startswith("NL-RISICO-"))] | unique | length' 5 -- \
	    on 2026-01-12 rules show nl --table risico-acties --format json
	expect_text 0 'begeleiding' 'vrijwilligers als mentor' \
	    'jobcoaches inzetten' 'WSP inzetten om stageplekken' \
	    'werken met behoud van uitkering' -- \
	    on 2026-01-12 rules show nl --table risico-acties
}

@test "the cells that the scan lost are told as a doubt" {
	expect_text 0 'randen van de cellen' -- \
	    on 2026-01-12 rules show nl --table risico-acties
}

@test "another cell is another list: the example tells" {
	own 'mentor op de werkplek'
	done_well on 2026-01-12 rules check eigen.yaml
	done_well on 2026-01-12 rules use eigen.yaml
	expect_text 0 'mentor op de werkplek' '!vrijwilligers als mentor' -- \
	    on 2026-01-12 rules show eigen --table risico-acties
	own 'iets anders'
	expect_text 1 'begeleiding' 'mentor op de werkplek' 'iets anders' -- \
	    on 2026-01-12 rules check eigen.yaml
}
