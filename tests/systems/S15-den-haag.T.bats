# SPDX-License-Identifier: EUPL-1.2
# The shortened route: vso and pro start on the day of the report, others
# after four weeks; entree is not named here, unlike in the Drechtsteden.
load ../helpers
load stated

setup() {
	new_home
	new_store den-haag 2026-02-02
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0518;gemeente;Den Haag'
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort;Gemeente' \
	    '1;Ada;Vos;21KZ00;vso;0518' '2;Bas;Vos;21KZ00;praktijkonderwijs;0518' \
	    '3;Cem;Vos;21KZ00;entree;0518' '4;Dik;Vos;21KZ00;mbo-2;0518'
	done_well on 2026-02-02 intake partijen.csv
	youths 2026-02-02 jongeren.csv
}

@test "reported on 2 March: vso and pro that day, the others 30 March" {
	for name in Ada Bas Cem Dik; do
		done_well on 2026-03-02 follow "$(ref "$name")" application
	done
	expect_json 0 'map(select(.term == "toegang") |
	    {ref, due, state, days}) | sort_by(.ref)' '[
		{ ref: "Ada", due: "2026-03-02", state: "due", days: 0 },
		{ ref: "Bas", due: "2026-03-02", state: "due", days: 0 },
		{ ref: "Cem", due: "2026-03-30", state: "due", days: 28 },
		{ ref: "Dik", due: "2026-03-30", state: "due", days: 28 } ]' \
	    -- on 2026-03-02 report due --format json
}

@test "the rules prove themselves" {
	done_well on 2026-03-02 rules test den-haag
}
