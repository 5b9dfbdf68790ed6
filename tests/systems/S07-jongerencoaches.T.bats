# SPDX-License-Identifier: EUPL-1.2
# Youth coaches hear the warm story first, at home; they lead without mandate,
# and let go after a time in which the contacts grow rarer.
load ../helpers
load stated

setup() {
	new_home
	new_store zutphen-lochem 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' \
	    '02QZ00;school;Praktijkschool De Wissel' \
	    'jc01;jongerenloket;Jongerencoaches'
	lines mensen.csv 'Naam;Organisatie;Rol' \
	    'Rik Los;jc01;regisseur-zonder-mandaat' \
	    'Ans Bos;02QZ00;uitstroomcoordinator'
	done_well on 2026-01-05 intake partijen.csv mensen.csv
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;Geboortedatum' \
	    '12;Zoë;Bos;02QZ00;0301;01-02-2007'
	done_well on 2026-01-05 intake jongeren.csv
	name_ref 2026-01-05 Zoë
	ZOE=$(ref Zoë)
}

@test "what matters, in her own words, stands before any problem" {
	lines verhaal.csv 'Stamnummer;Over;Stem;Tekst;Auteur;Datum' \
	    '12;eigen-verhaal;leerling;Ik wil voor dieren zorgen;Zoë Bos;06-01-2026'
	lines gebied.csv 'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '12;zrm-2017;financien;06-01-2026;1'
	done_well on 2026-01-12 intake --kind statement verhaal.csv
	done_well on 2026-01-12 intake --kind life_domain gebied.csv
	expect_text 0 'Wat voor mij telt Leerling \(Zoë Bos, 06-01-2026\): Ik wil voor dieren zorgen.* Leefgebieden .*Financiën' \
	    -- on 2026-01-12 show "$ZOE"
	expect_json 0 '.[0] | keys_unsorted |
	    index("statements") < index("life_domains")' true -- \
	    on 2026-01-12 show "$ZOE" --format json
}

@test "a visit at home: where, who was there, and two networks" {
	lines bezoek.csv 'Stamnummer;Soort;Datum;Plaats;Aanwezig' \
	    '12;bezoek;06-01-2026;thuis;moeder en buurman'
	lines netwerk.csv 'Stamnummer;Rol;Naam;Netwerk' \
	    '12;moeder;Mia Bos;informeel' '12;buur;Karel;informeel' \
	    '12;hulpverlener;Wijkteam Oost;professioneel'
	done_well on 2026-01-12 intake --kind moment bezoek.csv
	done_well on 2026-01-12 intake --kind person netwerk.csv
	expect_json 0 '.[0] | { moments: (.moments | map({where, present})),
	    informal: (.informal_network | map(.name)),
	    professional: (.professional_network | map(.name)) }' '{
		moments: [{ where: "thuis", present: "moeder en buurman" }],
		informal: ["Mia Bos", "Karel"],
		professional: ["Wijkteam Oost"] }' -- \
	    on 2026-01-12 show "$ZOE" --format json
	expect_text 0 'Eigen netwerk .*Mia Bos.*Professionals.*Wijkteam' \
	    'thuis' 'moeder en buurman' -- on 2026-01-12 show "$ZOE"
}

# To the coaches, on the learner's own consent.
consent() {
	lines grond.csv \
	    'Stamnummer;Delen;Aan;Grondslag;Gegeven door;Van' \
	    '12;identiteit, eigen-verhaal;jc01;toestemming;jongere;01-01-2026'
	done_well on 2026-01-12 intake --kind ground grond.csv
}

@test "a case director without mandate reads what consent gives" {
	lines verhaal.csv 'Stamnummer;Over;Stem;Tekst;Auteur;Datum' \
	    '12;eigen-verhaal;leerling;Ik wil voor dieren zorgen;Zoë Bos;06-01-2026' \
	    '12;houding;school;Komt te laat;Ans Bos;06-01-2026'
	done_well on 2026-01-12 intake --kind statement verhaal.csv
	expect_text 0 '!dieren' '!Zoë' '!te laat' 'Achtergehouden' -- \
	    on 2026-01-12 show "$ZOE" --as 'Rik Los@jc01'
	consent
	expect_text 0 'dieren' 'Zoë' '!te laat' 'Houding' -- \
	    on 2026-01-12 show "$ZOE" --as 'Rik Los@jc01'
}

@test "contacts grow rarer, she is let go with a reason, and may call again" {
	lines contact.csv 'Stamnummer;Soort;Datum' \
	    '12;bezoek;02-02-2026' '12;telefoon;09-02-2026' \
	    '12;telefoon;16-02-2026' '12;telefoon;08-03-2026' \
	    '12;telefoon;28-03-2026'
	lines besluit.csv 'Stamnummer;Over;Besloten;Door;Motivering;Datum' \
	    '12;loslaten;einde van de begeleiding;Rik Los;redt zichzelf;30-03-2026'
	done_well on 2026-03-30 intake --kind moment contact.csv
	done_well on 2026-03-30 intake --kind decision besluit.csv
	expect_json 0 '.[0].contacts_per_month' '[
		{ month: "2026-02", contacts: 3, interval_days: 7 },
		{ month: "2026-03", contacts: 2, interval_days: 20 } ]' -- \
	    on 2026-03-30 show "$ZOE" --format json
	expect_text 0 'redt zichzelf' '02-2026 +3 +7' '03-2026 +2 +20' -- \
	    on 2026-03-30 show "$ZOE"
	done_well on 2026-05-11 follow "$ZOE" call --text 'gaat goed'
	expect_json 0 '.[0].contacts_per_month | map([.month, .contacts])' \
	    '[["2026-02", 3], ["2026-03", 2], ["2026-05", 1]]' -- \
	    on 2026-05-11 show "$ZOE" --format json
}
