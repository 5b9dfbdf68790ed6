# SPDX-License-Identifier: EUPL-1.2
# Learner, company and school talk during a stage; how often is the region's
# to say, and a talk that is overdue stands on the list.
load ../helpers
load stated
load landelijk

setup() {
	new_home
	new_store deventer 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0150;gemeente;Deventer' '68750110;werkgever;Kas en Kweek'
	lines plek.csv 'Plekcode;Werkgever;Plek;Soort' \
	    'K1;68750110;Kas;stage'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Gemeente' \
	    '1;Ada;Vos;21KZ00;vso;0150' '2;Bas;Vos;21KZ00;vso;0150'
	done_well on 2026-01-05 intake partijen.csv plek.csv
	youths 2026-01-05 jongeren.csv
	lines stage.csv 'Leerlingnummer;School;Plekcode;Soort;Van' \
	    '1;21KZ00;K1;stage;12-01-2026'
	done_well on 2026-01-12 intake stage.csv
}

# talks DAY WANTED
talks() {
	expect_json 0 'map(select(.term == "driehoeksgesprek") |
	    {ref, due, state, days})' "$2" -- \
	    on "$1" report due --format json
}

# talked DAY: the three have met.
talked() {
	lines overleg.csv 'Soort overleg;Datum;School;Leerlingnummer' \
	    "anders;$1;21KZ00;1"
	done_well on "$2" intake overleg.csv
}

@test "the region states no interval: nothing is due" {
	talks 2026-06-01 '[]'
}

@test "with an interval: due, then overdue; who has no stage is not there" {
	rules_of driehoek.yaml driehoek
	talks 2026-02-12 '[{ ref: "Ada", due: "2026-02-12", state: "due",
	    days: 0 }]'
	talks 2026-02-13 '[{ ref: "Ada", due: "2026-02-12", state: "late",
	    days: 1 }]'
}

@test "after a talk the next one is due" {
	rules_of driehoek.yaml driehoek
	talked 10-02-2026 2026-02-16
	talks 2026-02-16 '[{ ref: "Ada", due: "2026-04-12", state: "due",
	    days: 55 }]'
}
