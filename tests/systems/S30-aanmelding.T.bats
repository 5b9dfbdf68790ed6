# SPDX-License-Identifier: EUPL-1.2
# Productief Leren: who can apply. 15 to 24 years, both included, and without
# a diploma.
load ../helpers
load stated
load streek

setup() {
	streek hilversum 0402 Hilversum '1;Ada;13-01-2011;vmbo-bb' \
	    '2;Bas;12-01-2001;vmbo-bb' '3;Cem;10-05-2009;vmbo-bb' \
	    '4;Dik;10-05-2009;vmbo-bb'
	taken answer 'Stamnummer;Vraag;Antwoord;Datum' \
	    '1;qualification;niets;05-01-2026' \
	    '2;qualification;niets;05-01-2026'
	taken qualification 'Stamnummer;Soort;Datum' '3;diploma;01-07-2025'
}

@test "14 is too young, from the 15th birthday on it is open" {
	offered Ada 2026-01-12 productief-leren '[.state, .rule]' \
	    '["closed", "PL-JONG"]'
	offered Ada 2026-01-13 productief-leren '[.state, .rule]' \
	    '["open", "PL-OPEN"]'
}

@test "24 is open, on the 25th birthday it is not" {
	offered Bas 2026-01-11 productief-leren '[.state, .rule]' \
	    '["open", "PL-OPEN"]'
	offered Bas 2026-01-12 productief-leren '[.state, .rule]' \
	    '["closed", "PL-OUD"]'
}

@test "with a diploma it is not open, and the source says why" {
	offered Cem 2026-01-12 productief-leren '[.state, .rule, .because]' \
	    '["closed", "PL-DIPLOMA", "Het is voor wie \"zonder diploma\" is."]'
}

@test "what was not asked is not known, and what is needed is said" {
	offered Dik 2026-01-12 productief-leren '[.state, .unknown]' \
	    '["unknown", ["qualifications"]]'
	expect_text 0 'Productief Leren' -- \
	    on 2026-01-12 match route "$(ref Dik)"
}

@test "two readings of its status stand side by side" {
	expect_text 0 'officieel +erkende +werkwijze' 'in onderzoek' -- \
	    on 2026-01-12 rules show productief-leren
	done_well on 2026-01-12 rules test productief-leren
}
