# SPDX-License-Identifier: EUPL-1.2
# From UWV to the municipality: who had the lead when, which networks there
# are, and whom to call about what on which day.
load ../helpers
load stated
load landelijk

setup() {
	national 2014-09-01 '1;Ada;10-05-1998;arbeid'
}

# call DAY SUBJECT FILTER WANTED
call() {
	expect_json 0 "$3" "$4" -- on "$1" report call --municipality 0363 \
	    --subject "$2" --format json
}

contacts() {
	lines contacten.csv 'Naam;Organisatie;Rol;Onderwerp;Telefoon;Van;Tot' \
	    'Ans Algemeen;0363;contactpersoon;;020-5550001;01-01-2014;' \
	    'Wim Wajong;0363;contactpersoon;wajong, banenafspraak;020-5550002;01-01-2015;30-06-2015' \
	    'Wes Wajong;0363;contactpersoon;wajong;020-5550003;01-07-2015;' \
	    'Ine Inval;0363;vervanger;wajong;020-5550004;01-01-2015;' \
	    'Mo Mentor;21KZ00;mentor;;020-5550005;01-01-2014;'
	done_well on 2014-09-01 intake contacten.csv
}

@test "opened in 2014 under UWV, transferred in 2015: both are shown" {
	lines regie.csv 'Leerlingnummer;School;Regie;Van;Tot' \
	    '1;21KZ00;uwv;02-09-2014;30-06-2015' '1;21KZ00;0363;01-07-2015;'
	done_well on 2015-07-01 intake regie.csv
	expect_text 0 'UWV .*02-09-2014 30-06-2015' \
	    'Amsterdam .*01-07-2015' -- \
	    on 2015-09-01 show "$(ref Ada)"
	expect_json 0 'map(.lead)' '["uwv"]' -- \
	    on 2015-06-30 report caseload --format json
	expect_json 0 'map(.lead)' '["0363"]' -- \
	    on 2015-07-01 report caseload --format json
}

@test "networks of pro, vso, entree and mbo 2-4 with extra support" {
	lines netwerk.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Schoolsoort' \
	    '11;Pro;Vos;21KZ00;praktijkonderwijs' '12;Vso;Vos;21KZ00;vso' \
	    '13;Ent;Vos;21KZ00;entree' '14;Mbo;Vos;21KZ00;mbo-extra'
	expect_json 0 'map({new, refused})' '[{ new: 4, refused: 0 }]' -- \
	    on 2014-09-01 intake netwerk.csv --format json
}

@test "whom to call about Wajong, in one command, on which day" {
	contacts
	call 2015-03-02 wajong '.[0] | {contact, phone, for_subject}' \
	    '{ contact: "Wim Wajong", phone: "020-5550002",
	       for_subject: true }'
	call 2015-07-01 wajong '.[0].contact' '"Wes Wajong"'
	call 2014-12-31 wajong '.[0] | {contact, for_subject}' \
	    '{ contact: "Ans Algemeen", for_subject: false }'
	expect_text 0 'Bel: Wim Wajong, 020-5550002' -- on 2015-03-02 \
	    report call --municipality Amsterdam --subject Wajong
}

@test "one of several subjects; a stand-in comes after, others not" {
	contacts
	call 2015-03-02 banenafspraak 'map(.contact)' \
	    '["Wim Wajong", "Ans Algemeen"]'
	call 2015-03-02 wajong 'map(.contact)' \
	    '["Wim Wajong", "Ine Inval", "Ans Algemeen"]'
}

@test "a subject that nobody is there for: who is there, and what there is" {
	contacts
	expect_text 0 'Bel: Ans Algemeen' 'onderwerp schulden' \
	    'banenafspraak' -- on 2015-03-02 report call \
	    --municipality 0363 --subject schulden
}

@test "nobody there, and what is asked wrongly" {
	expect_text 0 'niemand te bellen' -- on 2015-03-02 report call \
	    --municipality 0484 --subject wajong
	expect_text 1 'niemand te bellen' -- on 2015-03-02 report call \
	    --municipality 0484 --subject wajong --check
	expect_error 2 '--municipality' -- on 2015-03-02 report call
	expect_error 2 '--subject' -- on 2015-03-02 report due \
	    --subject wajong
	expect_error 3 '21KZ00' -- on 2015-03-02 report call \
	    --municipality 21KZ00
}

@test "contacts that another organisation keeps are called there" {
	lines wsp.csv 'Code;Soort;Naam;keeper' '0363;gemeente;Amsterdam;uwv'
	lines uwv.csv 'Naam;Organisatie;Rol;Telefoon' \
	    'Uma UWV;uwv;contactpersoon;020-5550009'
	done_well on 2014-09-01 intake wsp.csv
	done_well on 2014-09-01 intake uwv.csv
	call 2014-09-01 wajong 'map({party, contact})' \
	    '[{ party: "uwv", contact: "Uma UWV" }]'
}
