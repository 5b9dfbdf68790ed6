# SPDX-License-Identifier: EUPL-1.2
# Alternative routes: little is known of their yield, and most have no fixed
# procedure. What is not stated is not made up.
load ../helpers
load stated
load streek

setup() {
	streek nl 0363 Amsterdam '1;Ada;10-05-2008;vso'
}

@test "no procedure is something else than one that is not stated" {
	offered Ada 2026-01-12 ewp '.procedure' '"none"'
	offered Ada 2026-01-12 de-pits '.procedure' '"none"'
	offered Ada 2026-01-12 msbo '.procedure' null
}

@test "figures and contact are those of the source" {
	offered Ada 2026-01-12 ewp '.contact' '"http://www.stichting-ewp.nl/"'
	offered Ada 2026-01-12 ewp '.figures.opbrengst | test("Niet gemeten")' \
	    true
	offered Ada 2026-01-12 productief-leren \
	    '.figures.week' '"Drie dagen stage, twee dagen school"'
	offered Ada 2026-01-12 werkschool '.contact' null
}

@test "each programme is told with where, its source and its doubts" {
	expect_json 0 '.[0].alternatives | map(select(.programme_source ==
	    null) | .programme)' '[]' -- \
	    on 2026-01-12 match route "$(ref Ada)" --format json
	offered Ada 2026-01-12 ewp '[.where, (.doubts | length)]' \
	    '[["0363"], 2]'
	expect_text 0 'Experimentele Werkplaats' 'buiten Amsterdam' -- \
	    on 2026-01-12 match route "$(ref Ada)"
}
