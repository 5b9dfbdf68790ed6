# SPDX-License-Identifier: EUPL-1.2
# The regional dossier hands over what school, learner and parents know: each
# with author and day, and a voice that is missing is told as missing.
load ../helpers
load stated

setup() {
	region utrecht 2025-09-01 laatste-jaar
	lines stemmen.csv 'Stamnummer;Over;Stem;Tekst;Auteur;Datum' \
	    '2011;eigen-verhaal;leerling;Ik wil met planten werken;Lotte Visser;03-02-2026' \
	    '2011;vaardigheden;leerling;Ik kan goed doorwerken;Lotte Visser;03-02-2026' \
	    '2011;vaardigheden;school;Werkt netjes en op tijd;Piet Brug;04-02-2026'
	done_well on 2026-02-05 intake --kind statement stemmen.csv
	LOTTE=$(ref Lotte)
}

@test "each voice with its author and its day" {
	expect_json 0 '.[0].statements | map({section, voice, author, on})' '[
		{ section: "eigen-verhaal", voice: "leerling",
		    author: "Lotte Visser", on: "2026-02-03" },
		{ section: "vaardigheden", voice: "leerling",
		    author: "Lotte Visser", on: "2026-02-03" },
		{ section: "vaardigheden", voice: "school",
		    author: "Piet Brug", on: "2026-02-04" } ]' -- \
	    on 2026-02-05 show "$LOTTE" --format json
	expect_text 0 'Leerling \(Lotte Visser, 03-02-2026\): Ik kan goed' \
	    'School \(Piet Brug, 04-02-2026\): Werkt netjes' -- \
	    on 2026-02-05 show "$LOTTE"
}

@test "the parents are missing, and nothing is made up" {
	expect_json 0 '.[0].missing_voices' '[
		{ voice: "ouders", section: null, answer: null },
		{ voice: "ouders", section: "vaardigheden", answer: null } ]' \
	    -- on 2026-02-05 show "$LOTTE" --format json
	expect_text 0 'Ouders: ontbreekt \(niet gevraagd\)' \
	    'Ontbreekt hier: ouders \(niet gevraagd\)' '!Ouders \(' -- \
	    on 2026-02-05 show "$LOTTE"
}

@test "asked and declined is another thing than not asked" {
	lines antwoord.csv 'Stamnummer;Vraag;Antwoord;Datum' \
	    '2011;statement:ouders;geweigerd;05-02-2026'
	done_well on 2026-02-06 intake --kind answer antwoord.csv
	expect_text 0 'Ouders: ontbreekt \(wil het niet zeggen\)' \
	    '!Ouders: ontbreekt \(niet gevraagd\)' -- \
	    on 2026-02-06 show "$LOTTE"
}

@test "where nobody has spoken all three are missing" {
	expect_json 0 '.[0].missing_voices | map(select(.section == null).voice)' \
	    '["leerling", "ouders", "school"]' -- \
	    on 2026-02-05 show "$(ref Sem)" --format json
	expect_text 0 'Wat voor mij telt Ontbreekt: de jongere is nog niet' -- \
	    on 2026-02-05 show "$(ref Sem)"
}
