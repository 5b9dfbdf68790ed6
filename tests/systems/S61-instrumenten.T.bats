# SPDX-License-Identifier: EUPL-1.2
# Results of instruments: with version, assessor and file; old ones marked,
# so are assessors without training; side by side, never averaged.
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01 laatste-jaar
	lines meting.csv \
	    'Stamnummer;Instrument;Versie;Datum;Beoordelaar;Geschoold;Schaal;Resultaat;Geldig tot;Bestand' \
	    '2011;Dariuz;3.1;02-02-2025;Nadia Ali;ja;0-100;63;01-02-2026;kast 4' \
	    '2011;Dariuz;3.1;02-03-2026;Bas Vos;nee;0-100;71;;kast 5' \
	    '2011;Loketmodule Onderwijs Transparant;;03-03-2026;Bas Vos;;;voldoende;;'
	done_well on 2026-03-03 intake --kind assessment meting.csv
	LOTTE=$(ref Lotte)
}

@test "all that a result is" {
	expect_json 0 '.[0].assessments[0] | [.instrument, .version, .on,
	    .assessor, .trained, .scale, .value, .file]' '["Dariuz", "3.1",
	    "2025-02-02", "Nadia Ali", true, "0-100", "63", "kast 4"]' -- \
	    on 2026-03-03 show "$LOTTE" --format json
}

@test "old is marked, and who was not trained" {
	expect_json 0 '.[0].assessments | map([.expired, .marked])' \
	    '[[true, false], [false, true], [false, true]]' -- \
	    on 2026-03-03 show "$LOTTE" --format json
	expect_text 0 'verlopen, geldig tot en met 01-02-2026' \
	    'beoordelaar niet opgeleid' \
	    'niet bekend of de beoordelaar is opgeleid' -- \
	    on 2026-03-03 show "$LOTTE"
	expect_json 0 '.[0].assessments | map(.expired)' '[false]' -- \
	    on 2026-03-03 show "$LOTTE" --on 2026-02-01 --format json
}

@test "side by side, never averaged" {
	expect_text 0 '63' '71' 'voldoende' '!67' '!gemiddeld' -- \
	    on 2026-03-03 show "$LOTTE"
}
