# SPDX-License-Identifier: EUPL-1.2
# School, youth care and labour market coupled: of youth care the labour
# market learns yes or no; each field says where it comes from and why; the
# run is written down.
load ../helpers
load stated
load landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;arbeid' \
	    '2;Bas;10-05-2008;arbeid' '3;Cem;10-05-2008;arbeid'
	# Three lists, each by the pseudonym.
	taken youth 2026-01-05 \
	    'ref;pupil_number;school;family_name;sectors;max_km' \
	    ";1;21KZ00;Vos;groen;10" ";2;21KZ00;Vos;metaal;20"
	taken work_profile 2026-01-05 \
	    'youth;hours_week;guidance;transport;from' \
	    "$(ref Ada);24;regelmatig;fiets;01-09-2025"
	taken care 2026-01-05 'youth;kind;need;source;from' \
	    "$(ref Ada);Ambulante hulp GGZ;ja;wijkteam;01-09-2025" \
	    "$(ref Bas);Gezinshulp;nee;wijkteam;01-09-2025"
}

# labour FILTER WANTED
labour() {
	expect_json 0 ".[0] | $1" "$2" -- \
	    on 2026-01-12 report labour --format json
}

@test "a line for each, by pseudonym" {
	labour '.rows | map({pseudonym, sectors, hours_week, max_km,
	    transport, guidance})' '[
		{ pseudonym: "Ada", sectors: ["groen"], hours_week: 24,
		  max_km: 10, transport: ["fiets"], guidance: "regelmatig" },
		{ pseudonym: "Bas", sectors: ["metaal"], hours_week: null,
		  max_km: 20, transport: null, guidance: null },
		{ pseudonym: "Cem", sectors: null, hours_week: null,
		  max_km: null, transport: null, guidance: null } ]'
}

@test "of youth care only yes, no, or not known" {
	labour '.rows | map(.support_need)' '[true, false, null]'
	for format in text json csv html; do
		expect_text 0 '!GGZ' '!Gezinshulp' '!wijkteam' '!Vos' \
		    '!2008' -- on 2026-01-12 report labour --format "$format"
	done
}

@test "each column: source, purpose and legal basis" {
	labour '.columns | map(.column)' '["age_band", "sectors",
	    "hours_week", "max_km", "transport", "guidance",
	    "support_need"]'
	labour '.columns | map([.source, .purpose, .basis] |
	    map(type == "string" and length > 0) | all) | all' true
	labour '.columns[] | select(.column == "support_need")' \
	    '{ column: "support_need", source: "care.need",
	       section: "registers",
	       purpose: "Weten welke regelingen en instrumenten er zijn",
	       basis: "Participatiewet art. 7a en 10, Wfsv art. 38b, met toestemming" }'
	expect_text 0 'Wettelijke basis' 'Wfsv art. 38b' -- \
	    on 2026-01-12 report labour
}

@test "the run is written down" {
	done_well on 2026-01-12 report labour
	expect_text 0 'report labour' 'Els Bakker' -- on 2026-01-12 log
}

@test "a role that sees ordinary data only gets the rest withheld" {
	lines vrijwilliger.csv 'Naam;Organisatie;Rol' \
	    'Vera Vrij;0363;vrijwilliger'
	done_well on 2026-01-05 intake vrijwilliger.csv
	expect_json 0 '.[0].rows[0] | {sectors, hours_week, guidance,
	    support_need}' '{ sectors: ["groen"], hours_week: null,
		guidance: null, support_need: null }' -- \
	    on 2026-01-12 report labour --as 'Vera Vrij' --format json
	expect_text 0 'afgeschermd' '!regelmatig' -- \
	    on 2026-01-12 report labour --as 'Vera Vrij'
}
