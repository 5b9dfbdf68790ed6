# SPDX-License-Identifier: EUPL-1.2
# School career, youth care and labour market: three imports that are coupled
# by a pseudonym, each with its purpose and legal basis, and in the log.
load ../helpers
load stated

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '9901;zorgaanbieder;Hulp Dichtbij'
	done_well on 2026-01-12 intake partijen.csv
	lines school.csv 'Pseudoniem;BRIN;Schoolsoort;Uitstroomprofiel;Verwachte uitstroom' \
	    'P-0001;02QZ00;praktijkonderwijs;;31-07-2026' \
	    'P-0002;02QZ00;vso;arbeid;31-07-2026'
	lines zorg.csv 'Pseudoniem;Organisatie;Soort hulp;Van;Ondersteuning bij werk nodig;Bron' \
	    'P-0001;9901;ambulante begeleiding;01-09-2025;ja;Gemeente, Jeugdwet' \
	    'P-0009;9901;ambulante begeleiding;01-09-2025;nee;Gemeente, Jeugdwet'
	lines arbeid.csv 'Pseudoniem;Uren per week;Begeleiding nodig;Reist met;Van;Bron' \
	    'P-0001;20;licht;fiets;01-10-2025;UWV' \
	    'P-0002;32;geen;ov;01-10-2025;UWV'
}

couple() {
	done_well on 2026-01-12 intake school.csv
	observe on 2026-01-12 intake zorg.csv
	ended 1
	done_well on 2026-01-12 intake arbeid.csv
}

@test "three imports keyed on a pseudonym, without a name or number" {
	expect_json 0 'map([.new, .refused])' '[[2, 0]]' -- \
	    on 2026-01-12 intake school.csv --format json
	expect_json 1 'map([.new, .refused, (.faults[] | .row, .column,
	    .value)])' '[[1, 1, 3, "Pseudoniem", "P-0009"]]' -- \
	    on 2026-01-12 intake zorg.csv --format json
	expect_json 0 'map([.new, .refused])' '[[2, 0]]' -- \
	    on 2026-01-12 intake arbeid.csv --format json
	[ "$(sqlite3 "$STORE" "SELECT count(*) FROM youth
	    WHERE family_name IS NULL AND given_name IS NULL")" -eq 2 ]
	[ "$(sqlite3 "$STORE" "SELECT i.value, c.need, p.hours_week
	    FROM identifier i JOIN care c USING (youth)
	    JOIN work_profile p USING (youth)")" = 'P-0001|1|20' ]
}

@test "coupled again: nothing new" {
	couple
	expect_json 1 'map([.new, .changed, .same, .refused])' \
	    '[[0, 0, 2, 0], [0, 0, 1, 1], [0, 0, 2, 0]]' -- \
	    on 2026-01-13 intake school.csv zorg.csv arbeid.csv --format json
}

@test "each has its source, its purpose and its legal basis" {
	couple
	expect_json 1 'map([.purpose, .basis] | map(length > 0))' \
	    '[[true, true], [true, true], [true, true]]' -- \
	    on 2026-01-13 intake school.csv zorg.csv arbeid.csv --format json
	expect_text 1 'Waarvoor: .*Grond: ' -- \
	    on 2026-01-13 intake zorg.csv --dry-run
	[ "$(sqlite3 "$STORE" 'SELECT source FROM care')" = \
	    'Gemeente, Jeugdwet' ]
	[ "$(sqlite3 "$STORE" 'SELECT DISTINCT source FROM work_profile')" = \
	    UWV ]
}

@test "each run of the coupling stands in the log: who, when, which file" {
	couple
	for file in school zorg arbeid; do
		expect_text 0 "$file\\.csv" 'Els Bakker' -- \
		    on 2026-01-13 log
	done
	expect_json 0 '[.[] | .. | strings | select(test("^new 1, .*refused 1$"))]
	    | length' 1 -- on 2026-01-13 log --format json
}

@test "a run can be taken back, by itself" {
	couple
	batch=$(sqlite3 "$STORE" \
	    "SELECT id FROM txn WHERE object LIKE '%zorg.csv'")
	done_well on 2026-01-13 intake --undo "$batch"
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM care')" -eq 0 ]
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM work_profile')" -eq 2 ]
}
