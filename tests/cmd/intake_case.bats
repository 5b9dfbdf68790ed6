# SPDX-License-Identifier: EUPL-1.2
# dossier intake: the records of a case, each by its own sheet.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	lines jongeren.csv \
	    'Stamnummer;Pseudoniem;Roepnaam;Achternaam;BRIN;Geboortedatum' \
	    '12;P-12;Zoë;Bos;02QZ00;01-02-2010' \
	    '13;P-13;Bram;Smit;02QZ00;01-02-2007'
	lines partijen.csv 'Code;Soort;Naam' '9901;sociale-dienst;Wilgerdam' \
	    '12345678;werkgever;Bakkerij De Krent'
	done_well on 2026-01-12 intake jongeren.csv partijen.csv
}

# taken FILTER WANTED STATUS KIND HEADER ROW…
taken() {
	local filter=$1 wanted=$2 status=$3 kind=$4

	shift 4
	lines "$kind.csv" "$@"
	expect_json "$status" ".[0] | $filter" "$wanted" -- \
	    on 2026-01-12 intake --kind "$kind" "$kind.csv" --format json
}

COUNTS='[.new, .changed, .same, .refused]'

held() {
	sqlite3 "$STORE" "SELECT count(*) FROM \"$1\""
}

# sheet KIND HEADER RIGHT WRONG COLUMN VALUE [EXAMPLE]: the right row is
# taken, the wrong one refused because of what stands in that column; the
# same file adds nothing; what was taken can be taken back.
sheet() {
	local before batch header_only

	before=$(held "$1")
	taken "[.new, .refused, (.faults | map([.row, .column, .value,
	    (.reason | length > 0)]))]" \
	    "[1, 1, [[3, \"$5\", $6, true]]]" 1 "$1" "$2" "$3" "$4"
	batch=$(last_batch)
	[ -z "${7-}" ] || expect_text 1 "$7" -- \
	    on 2026-01-12 intake --kind "$1" "$1.csv" --dry-run
	taken "$COUNTS" '[0, 0, 1, 1]' 1 "$1" "$2" "$3" "$4"
	[ "$(held "$1")" -eq $((before + 1)) ]
	expect_json 0 'map(has("batch"))' '[true]' -- \
	    on 2026-01-12 intake --undo "$batch" --format json
	[ "$(held "$1")" -eq "$before" ]
}

@test "residence" {
	sheet residence 'Stamnummer;Gemeente;Van;Adres' \
	    '12;0505;01-09-2025;Dijk 1' '12;Nergens;01-10-2025;' Gemeente \
	    '"Nergens"' 0344
}

@test "moment: a contact needs no content" {
	sheet moment 'Stamnummer;Soort;Datum' '12;bezoek;01-09-2025' \
	    '12;bezoek;01-09-25' Datum '"01-09-25"'
}

@test "moment: a note without text, or a day to come, is refused" {
	taken '.faults | map([.row, .value])' '[[2, null], [3, "01-09-2026"]]' \
	    1 moment 'Stamnummer;Soort;Datum;Tekst' '12;notitie;01-09-2025;' \
	    '12;bezoek;01-09-2026;'
}

@test "decision" {
	sheet decision 'Stamnummer;Over;Besloten;Door;Motivering;Datum' \
	    '12;route;uwv-route;Joris Vink;eigen wens;01-09-2025' \
	    '12;route;uwv-route;Joris Vink;;01-09-2025' Motivering null
}

@test "opp, with a text of several lines" {
	sheet opp 'Stamnummer;Vastgesteld op;Versie;Bevorderende factoren' \
	    '12;01-09-2025;definitief;"Werkt graag: buiten, met dieren"' \
	    '12;01-09-2025;half;' Versie '"half"' definitief
	printf '%s\r\n%s\r\n' 'Stamnummer;Vastgesteld op;Eigen inbreng' \
	    $'12;01-09-2025;"Ik wil\nnaar buiten"' >opp.csv
	expect_json 0 'map([.new, .refused])' '[[1, 0]]' -- \
	    on 2026-01-12 intake --kind opp opp.csv --format json
	[ "$(sqlite3 "$STORE" 'SELECT own_input FROM opp')" = \
	    $'Ik wil\nnaar buiten' ]
}

@test "qualification" {
	sheet qualification 'Stamnummer;Soort;Naam;Crebo;Behaald op' \
	    '12;mbo-certificaat;Groen;25171;01-07-2025' \
	    '12;diploma;Groen;2517;' Crebo '"2517"'
}

@test "work_process: two notations are one, with a known company" {
	sheet work_process 'Stamnummer;Crebo;Werkproces;Bedrijf;Van' \
	    '12;25171;b1-k1-w1;12345678;01-09-2025' \
	    '12;25171;vegen;12345678;' Werkproces '"vegen"'
	taken "$COUNTS" '[1, 0, 1, 1]' 1 work_process \
	    'Stamnummer;Crebo;Werkproces;Bedrijf;Van' \
	    '12;25171;B1K1W1;Bakkerij De Krent;01-09-2025' \
	    '12;25171;B1-K1-W1;12345678;01-09-2025' \
	    '12;25171;B1-K1-W2;Onbekend BV;'
	[ "$(sqlite3 "$STORE" 'SELECT code FROM work_process')" = B1-K1-W1 ]
}

@test "work_process: the same process of two youths is two records" {
	taken "$COUNTS" '[2, 0, 0, 0]' 0 work_process \
	    'Stamnummer;Crebo;Werkproces' '12;25171;B1-K1-W1' \
	    '13;25171;B1-K1-W1'
}

@test "work_profile: a state, a new one closes the last" {
	sheet work_profile 'Stamnummer;Uren per week;Begeleiding nodig;Van' \
	    '12;20;licht;01-09-2025' '12;99;licht;01-10-2025' \
	    'Uren per week' '"99"'
	taken "[.new, (.faults | map(.column))]" '[2, ["Van"]]' 1 \
	    work_profile 'Stamnummer;Uren per week;Van' '12;20;01-09-2025' \
	    '12;24;01-12-2025' '12;16;01-10-2025'
	[ "$(sqlite3 "$STORE" 'SELECT until FROM work_profile
	    ORDER BY id' | tr '\n' ' ')" = '2025-11-30  ' ]
}

@test "life_domain: the pack's set, domain, scale and class" {
	sheet life_domain 'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '12;zrm-2017;Justitie;01-09-2025;2' \
	    '12;zrm-2017;financieen;01-09-2025;2' Leefgebied '"financieen"' \
	    '\bfinancien\b'
	taken '.new, (.faults | map([.column, .value]))' '1, [
	    ["Lijst", "zrm-2018"], ["Score", "6"], ["Score", "0"],
	    ["Leefgebied", "verslaving"]]' 1 life_domain \
	    'Stamnummer;Lijst;Leefgebied;Datum;Score' \
	    '12;zrm-2018;financien;01-09-2025;2' \
	    '12;zrm-2017;huisvesting;01-09-2025;6' \
	    '12;zrm-2017;huisvesting;01-09-2025;0' \
	    '12;zrm-2017;verslaving;01-09-2025;2' \
	    '12;zrm-11;verslaving;01-09-2025;2'
	[ "$(sqlite3 "$STORE" 'SELECT class FROM life_domain')" = gezondheid ]
}

@test "register: applied for is not registered; the status is needed" {
	sheet register 'Stamnummer;Register;Status;Van;Bron' \
	    '12;doelgroepregister;aangevraagd;01-09-2025;UWV' \
	    '12;doelgroepregister;;01-09-2025;UWV' Status null
	taken "$COUNTS" '[2, 0, 0, 0]' 0 register \
	    'Stamnummer;Register;Status;Van;Bron' \
	    '12;doelgroepregister;aangevraagd;01-09-2025;UWV' \
	    '12;doelgroepregister;opgenomen;01-10-2025;UWV'
}

@test "register: sheltered work and the target group exclude each other" {
	taken '.new, (.faults | map([.row, .column]))' \
	    '3, [[3, "Register"]]' 1 register \
	    'Stamnummer;Register;Status;Van' \
	    '12;doelgroepregister;opgenomen;01-03-2025' \
	    '12;beschut-werk;opgenomen;01-09-2025' \
	    '12;doelgroepregister;beeindigd;01-10-2025' \
	    '12;beschut-werk;opgenomen;01-10-2025'
	expect_text 1 'Wfsv' '01-03-2025' -- \
	    on 2026-01-12 intake --kind register register.csv --dry-run
}

@test "scheme: a state" {
	sheet scheme 'Stamnummer;Regeling;Van;Bron' \
	    '12;wajong;01-09-2025;UWV' '12;iets;01-10-2025;' Regeling '"iets"' \
	    participatiewet
	taken "$COUNTS" '[2, 0, 0, 1]' 1 scheme 'Stamnummer;Regeling;Van' \
	    '12;wajong;01-09-2025' '12;participatiewet;01-12-2025' \
	    '12;geen;'
}

@test "assessment: two instruments side by side" {
	sheet assessment 'Stamnummer;Instrument;Datum;Geschoold;Resultaat' \
	    '12;Dariuz;01-09-2025;ja;B' '12;Dariuz;01-09-2025;soms;B' \
	    Geschoold '"soms"'
}

@test "care" {
	sheet care 'Stamnummer;Organisatie;Soort hulp;Van;Ondersteuning nodig' \
	    '12;9901;begeleiding;01-09-2025;ja' \
	    '12;Nergens;begeleiding;01-09-2025;ja' Organisatie '"Nergens"'
}

@test "statement" {
	sheet statement 'Stamnummer;Over;Stem;Tekst;Auteur;Datum' \
	    '12;eigen-verhaal;leerling;Ik wil met dieren werken;Zoë;01-09-2025' \
	    '12;eigen-verhaal;buurman;Hij ook;Jan;01-09-2025' Stem '"buurman"' \
	    leerling
}

@test "answer: asked about what there is, answered in two ways" {
	sheet answer 'Stamnummer;Vraag;Antwoord;Datum' \
	    '12;youth.phone;geweigerd;01-09-2025' \
	    '12;youth.fone;niets;01-09-2025' Vraag '"youth.fone"' 'youth\.phone'
	taken '.new, (.faults | map(.value))' '3, ["life_domain:geld",
	    "youth", "contact.name", "misschien"]' 1 answer \
	    'Stamnummer;Vraag;Antwoord;Datum' \
	    '12;life_domain:financien;niets;01-09-2025' \
	    '12;statement:ouders;niets;01-09-2025' \
	    '12;work_profile;geweigerd;01-09-2025' \
	    '12;life_domain:geld;niets;01-09-2025' \
	    '12;youth;niets;01-09-2025' '12;contact.name;niets;01-09-2025' \
	    '12;youth.email;misschien;01-09-2025'
}

@test "a cell is what it says: no word clears or answers" {
	taken '.new, (.faults | map(.value))' '1, ["geweigerd"]' 1 person \
	    'Stamnummer;Rol;Naam;Netwerk;Telefoon' \
	    '12;vader;onbekend;informeel;' \
	    '12;moeder;geen;informeel;geweigerd'
	[ "$(sqlite3 "$STORE" 'SELECT name FROM person')" = onbekend ]
	[ "$(held answer)" -eq 0 ]
}

@test "person: family, and a professional who is a contact" {
	sheet person 'Stamnummer;Rol;Naam;Netwerk;Contactpersoon;Organisatie' \
	    '12;jobcoach;;professioneel;Jo Kok;9901' \
	    '12;moeder;Ans Bos;;;' Netwerk null
}

@test "ground: given by who may give it on its first day" {
	sheet ground 'Stamnummer;Delen;Aan;Grondslag;Voor;Gegeven door;Van' \
	    '13;school arbeid;9901;toestemming;overgangsdocument;jongere;01-09-2025' \
	    '12;school;9901;toestemming;overgangsdocument;jongere;01-09-2025' \
	    'Gegeven door' '"jongere"' 'ouders'
	taken '.new, (.faults | map([.row, .column, .value]))' '3, [
	    [2, "Gegeven door", null], [3, "Aan", "Nergens"],
	    [4, "Delen", "schoolse zaken"]]' 1 ground \
	    'Stamnummer;Delen;Aan;Grondslag;Voor;Gegeven door;Van' \
	    '12;school;9901;toestemming;;;01-09-2025' \
	    '12;school;Nergens;toestemming;;ouders;01-09-2025' \
	    '12;schoolse zaken;9901;toestemming;;ouders;01-09-2025' \
	    '12;school;9901;wettelijke-plicht;;;01-09-2025' \
	    '12;school;9901;toestemming;;ouders;01-09-2025' \
	    '13;school;9901;toestemming;jeugdhulp;jongere;01-02-2023'
}

@test "ground: withdrawn later, it is the same ground" {
	local header='Stamnummer;Delen;Aan;Grondslag;Gegeven door;Van'

	taken "$COUNTS" '[1, 0, 0, 0]' 0 ground "$header" \
	    '12;school;9901;toestemming;ouders;01-09-2025'
	taken "$COUNTS" '[0, 1, 0, 0]' 0 ground \
	    "$header;Ingetrokken op;Waarom ingetrokken" \
	    '12;school;9901;toestemming;ouders;01-09-2025;10-01-2026;bedacht'
}

@test "track, by a number" {
	sheet track 'Stamnummer;Aanbieder;Traject;Begin;Resultaat' \
	    '12;9901;Lassen;01-09-2025;certificaat' \
	    '12;9901;Lassen;01-10-2025;goud' Resultaat '"goud"' certificaat
}

# ---- minimal registration (S39) ----

MINIMAL='naam;start;einde;resultaat'

@test "a name, a start, an end and a result are a dossier" {
	lines ewp.csv "$MINIMAL" \
	    'Sanne de Vries;01-02-2025;01-08-2025;werk zonder diploma'
	expect_json 0 '.[0] | [.new, .refused]' '[1, 0]' -- \
	    on 2026-01-12 intake ewp.csv --set party=9901 --format json
	expect_text 0 'Sanne de Vries' -- on 2026-01-12 report caseload
	[ "$(sqlite3 "$STORE" 'SELECT result FROM track')" = \
	    werk-zonder-diploma ]
	# The same name, provider and start is the same; an end may follow.
	lines ewp.csv 'Naam;Start;Einde;Resultaat;Gemotiveerd' \
	    'sanne de  VRIES;01-02-2025;02-08-2025;diploma;ja'
	expect_json 0 '.[0] | [.new, .changed, .same]' '[0, 1, 0]' -- \
	    on 2026-01-12 intake ewp.csv --set party=9901 --format json
	expect_json 0 '.[0] | [.new, .changed, .same]' '[0, 0, 1]' -- \
	    on 2026-01-12 intake ewp.csv --set party=9901 --format json
}

@test "a namesake is a dossier of its own, and a note" {
	lines ewp.csv "$MINIMAL" 'Zoë Bos;01-02-2025;;' 'Daan;01-02-2025;;'
	expect_json 0 '.[0] | [.new, (.notes | length),
	    (.notes[0] | test("3|2"))]' '[2, 1, true]' -- \
	    on 2026-01-12 intake ewp.csv --format json
	[ "$(held youth)" -eq 4 ]
	batch=$(last_batch)
	done_well on 2026-01-12 intake --undo "$batch"
	[ "$(held youth)" -eq 2 ]
}

@test "a start is needed; one name and start with two results is refused" {
	taken '.new, (.faults | map([.row, .column]))' '1, [[2, "start"],
	    [3, "naam"], [4, "naam"]]' 1 track "$MINIMAL" 'Piet;;;' \
	    'Klaas;01-02-2025;;' 'Klaas;01-02-2025;;diploma' \
	    'Jan;01-02-2025;;' 'Jan;01-02-2025;;'
}

# ---- whose row ----

@test "a pseudonym is whose row it is; one that nobody has is refused" {
	taken "[$COUNTS, (.faults | map([.row, .column, .value]))]" \
	    '[[1, 0, 1, 1], [[4, "Pseudoniem", "P-99"]]]' 1 scheme \
	    'Pseudoniem;Regeling;Van' 'P-12;wajong;01-09-2025' \
	    'P-12;wajong;01-09-2025' 'P-99;wajong;01-09-2025'
}

@test "a pseudonym and a number of two youths: refused, both are named" {
	taken '[.refused, .faults[0].column]' '[1, "Pseudoniem"]' 1 scheme \
	    'Stamnummer;Pseudoniem;Regeling' '12;P-13;wajong'
}

# ---- headers ----

@test "a header that tells needs no --kind" {
	local file kind

	lines a.csv 'naam;start;einde;resultaat' 'Sanne;01-02-2025;;'
	lines b.csv 'Stamnummer;Register;Status;Van;Bron' \
	    '12;wajong;aangevraagd;01-09-2025;UWV'
	lines c.csv 'Stamnummer;Lijst van leefgebieden;Domein;Datum;Score' \
	    '12;zrm-2017;justitie;01-09-2025;3'
	lines d.csv 'pseudonym;hours_week;guidance;from' 'P-12;20;licht;2025-09-01'
	expect_json 0 'map(.new)' '[1, 1, 1, 1]' -- \
	    on 2026-01-12 intake a.csv b.csv c.csv d.csv --format json
	for kind in track register life_domain work_profile; do
		[ "$(held $kind)" -eq 1 ]
	done
}

@test "a pupil list without a school stays a pupil list that lacks it" {
	lines lijst.csv 'Stamnummer;Roepnaam;Achternaam;Uren per week' \
	    '14;Daan;Mulder;20'
	expect_error 3 '--set school' -- on 2026-01-12 intake lijst.csv
}

@test "a number and days alone tell nothing" {
	lines lijst.csv 'Stamnummer;BRIN;Van;Tot' '12;02QZ00;01-09-2025;'
	expect_error 3 '--kind' -- on 2026-01-12 intake lijst.csv
}

@test "columns without a header or without a value, rows too short" {
	printf '%s\r\n' 'Stamnummer;;Register;Status;Van;;Bron' \
	    '12;x;wajong;aangevraagd;01-09-2025;;' ';;;;;;' \
	    '13;;wajong;opgenomen;01-09-2025' >register.csv
	expect_json 0 'map([.new, .refused])' '[[2, 0]]' -- \
	    on 2026-01-12 intake --kind register register.csv --format json
	lines leeg.csv 'Stamnummer;Score;Lijst van leefgebieden;Domein;Datum' \
	    '12;;zrm-2017;justitie;01-09-2025'
	expect_json 0 'map([.new, .refused])' '[[1, 0]]' -- \
	    on 2026-01-12 intake leeg.csv --format json
}

@test "an age is not kept, and that is said" {
	lines lijst.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Leeftijd' \
	    '14;Daan;Mulder;02QZ00;17'
	expect_text 0 'Leeftijd' 'geboortedatum' -- \
	    on 2026-01-12 intake lijst.csv
	never grep -q . <(sqlite3 "$STORE" \
	    "SELECT name FROM pragma_table_info('youth') WHERE name = 'age'")
}

# ---- who may ----

@test "who may not edit, decide or place takes in a contact, no more" {
	lines rollen.csv 'Naam;Organisatie;Rol' 'Vera Vos;9901;vrijwilliger'
	done_well on 2026-01-12 intake rollen.csv
	lines contact.csv 'Stamnummer;Soort contact;Datum' \
	    '12;bezoek;10-01-2026'
	done_well on 2026-01-12 intake contact.csv --as 'Vera Vos@9901'
	lines regeling.csv 'Stamnummer;Regeling;Van' '12;wajong;01-09-2025'
	expect_error 5 'vrijwilliger' -- on 2026-01-12 intake \
	    --kind scheme regeling.csv --as 'Vera Vos@9901'
	name_first=$(on 2026-01-12 report caseload --format json |
	    jq -r '.[0].ref')
	done_well on 2026-01-12 follow "$name_first" call \
	    --as 'Vera Vos@9901'
}
