# SPDX-License-Identifier: EUPL-1.2
# Experimentele Werkplaats: a line a youth is enough, no entry demands but
# being motivated, and no diploma can be a good result.
load ../helpers
load stated
load streek

setup() {
	streek nl 0363 Amsterdam '1;Ada;10-05-2008;vso' \
	    '2;Bas;10-05-2008;vso' '3;Cem;10-05-2008;vso'
}

@test "name, start, end and result are a dossier" {
	lines ewp.csv 'naam;start;einde;resultaat' \
	    'Sanne de Vries;01-02-2025;01-08-2025;werk zonder diploma'
	expect_json 0 'map([.new, .refused])' '[[1, 0]]' -- \
	    on 2026-01-12 intake ewp.csv --set party=9901 --format json
	expect_text 0 'Sanne de Vries' -- on 2026-01-12 report caseload
}

@test "motivated is a person's mark: without it nothing is said" {
	taken track 'Stamnummer;Aanbieder;Traject;Begin;Gemotiveerd' \
	    '1;9901;Werkplaats;02-02-2026;ja' \
	    '2;9901;Werkplaats;02-02-2026;nee'
	offered Ada 2026-01-12 ewp '[.state, .rule]' '["open", "EW-OPEN"]'
	offered Bas 2026-01-12 ewp '[.state, .rule]' '["closed", "EW-NIET"]'
	offered Cem 2026-01-12 ewp '[.state, .unknown]' \
	    '["unknown", ["motivated"]]'
}

@test "working without a diploma is attained when that was the goal" {
	taken track 'Stamnummer;Aanbieder;Traject;Begin;Einde;Doel;Resultaat' \
	    '1;9901;Werkplaats;01-02-2025;01-08-2025;werk zonder diploma;werk zonder diploma' \
	    '2;9901;Werkplaats;01-02-2025;01-08-2025;diploma;werk zonder diploma' \
	    '3;9901;Werkplaats;01-02-2025;01-08-2025;diploma;gestopt'
	expect_json 0 '.[0] | [.outcomes[] | select(.count > 0) |
	    {(.outcome // .kind): .count}] | add' \
	    '{ yes: 1, no: 1, unstated: 1 }' -- on 2026-01-12 \
	    report count behaald --on 2026-01-12 --pack ewp --format json
}

@test "the pack says how little is recorded, and its examples hold" {
	expect_text 0 'naam' 'begin' 'einde' 'resultaat' 'geen capaciteit' -- \
	    on 2026-01-12 rules show ewp
	done_well on 2026-01-12 rules test ewp
}
