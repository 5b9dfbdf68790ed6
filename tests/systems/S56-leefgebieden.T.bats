# SPDX-License-Identifier: EUPL-1.2
# The whole story by life domains, of a list that is a region's own: own
# words, what a professional sees, since when, and how bad, or none of these.
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01 laatste-jaar
	lines gebieden.csv \
	    'Stamnummer;Lijst;Leefgebied;Datum;Score;Eigen woorden;Toelichting;Sinds' \
	    '2011;zrm-2017;financien;02-03-2026;2;Ik heb schulden;Drie schuldeisers;01-10-2025' \
	    '2011;zrm-2017;huisvesting;02-03-2026;;Ik woon bij mijn tante;;' \
	    '2011;zrm-2017;participatie;02-03-2026;5;;;'
	lines antwoord.csv 'Stamnummer;Vraag;Antwoord;Datum' \
	    '2011;life_domain:middelengebruik;geweigerd;02-03-2026' \
	    '2011;life_domain:justitie;niets;02-03-2026'
	done_well on 2026-03-03 intake --kind life_domain gebieden.csv
	done_well on 2026-03-03 intake --kind answer antwoord.csv
	LOTTE=$(ref Lotte)
}

@test "per domain: own words, professional view, since, how bad, or none" {
	expect_json 0 '.[0].life_domains[0].domains |
	    map([.domain, .own_words, .view, .since, .score, .means])' '[
		["financien", "Ik heb schulden", "Drie schuldeisers",
		    "2025-10-01", 2, "niet zelfredzaam"],
		["huisvesting", "Ik woon bij mijn tante", null, null, null,
		    null],
		["participatie", null, null, null, 5,
		    "volledig zelfredzaam"] ]' -- \
	    on 2026-03-03 show "$LOTTE" --format json
	expect_text 0 'In eigen woorden: Ik heb schulden' \
	    'Blik van de professional: Drie schuldeisers' \
	    'Sinds 01-10-2025' 'geen score' -- on 2026-03-03 show "$LOTTE"
}

@test "the list is a pack's; what was not asked is named, and no sum made" {
	expect_json 0 '.[0].life_domains[0] | [.set, .lowest, .low_count,
	    (.not_asked | length), (.not_asked | index("financien")),
	    (.answered | map([.domain, .answer]))]' '["zrm-2017", 2, 1, 8,
	    null, [["middelengebruik", "geweigerd"],
	    ["justitie", "niets"]]]' -- \
	    on 2026-03-03 show "$LOTTE" --format json
	expect_text 0 'Middelengebruik: \(wil het niet zeggen\)' \
	    'Justitie: \(niets\)' 'Niet gevraagd: .*Tijdsbesteding' \
	    'Laagste score: 2; 1 leefgebied op 2 of lager' \
	    '!totaal' '!gemiddeld' -- on 2026-03-03 show "$LOTTE"
}

@test "the latest counts, and what was before stays to be seen" {
	lines later.csv 'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '2011;zrm-2017;financien;04-05-2026;4'
	done_well on 2026-05-11 intake --kind life_domain later.csv
	expect_json 0 '.[0].life_domains[0] | [.lowest, .low_count,
	    (.domains | map(select(.domain == "financien") |
	    [.score, .latest]))]' '[4, 0, [[2, false], [4, true]]]' -- \
	    on 2026-05-11 show "$LOTTE" --format json
	expect_json 0 '.[0].life_domains[0].lowest' 2 -- \
	    on 2026-05-11 show "$LOTTE" --on 2026-04-01 --format json
}
