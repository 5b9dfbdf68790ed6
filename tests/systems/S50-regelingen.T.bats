# SPDX-License-Identifier: EUPL-1.2
# The scheme of a person is a value with days: Wajong, Participatiewet, Wsw,
# none, unknown; and a report for each.
load ../helpers
load stated
load landelijk

setup() {
	national 2015-03-02 '1;Ada;10-05-1996;arbeid' \
	    '2;Bas;10-05-1996;arbeid' '3;Cem;10-05-1996;arbeid' \
	    '4;Dik;10-05-1996;arbeid' '5;Eva;10-05-1996;arbeid' \
	    '6;Fay;10-05-1996;arbeid'
	taken scheme 2015-03-02 'pupil_number;school;scheme;from;until' \
	    '1;21KZ00;wajong;;31-12-2014' \
	    '1;21KZ00;participatiewet;01-01-2015;' \
	    '2;21KZ00;wajong;01-06-2014;' '3;21KZ00;wsw;01-06-2014;' \
	    '4;21KZ00;geen;01-06-2014;' '5;21KZ00;onbekend;01-06-2014;'
}

# counts DAY WANTED
counts() {
	expect_json 0 'map({(.scheme): .count}) | add' "$2" -- \
	    on "$1" report schemes --format json
}

@test "how many in each, what is not known apart" {
	counts 2015-03-02 '{ wajong: 1, participatiewet: 1, wsw: 1, geen: 1,
	    onbekend: 2 }'
}

@test "on another day another scheme: the change of 1 January 2015" {
	counts 2014-12-31 '{ wajong: 2, participatiewet: 0, wsw: 1, geen: 1,
	    onbekend: 2 }'
	counts 2015-01-01 '{ wajong: 1, participatiewet: 1, wsw: 1, geen: 1,
	    onbekend: 2 }'
}

@test "who they are, for those who may; and the look is written down" {
	expect_json 0 'map({(.scheme): .youths}) | add' '{
		wajong: ["Bas"], participatiewet: ["Ada"], wsw: ["Cem"],
		geen: ["Dik"], onbekend: ["Eva", "Fay"] }' -- \
	    on 2015-03-02 report schemes --format json
	expect_text 0 'Open dossiers: 6' 'Van 2 is de regeling niet bekend' \
	    'Bas Vos' 'Participatiewet' -- on 2015-03-02 report schemes
	expect_text 0 'report schemes' -- on 2015-03-02 log
}

@test "a volunteer sees numbers and no names" {
	lines vrijwilliger.csv 'Naam;Organisatie;Rol' \
	    'Vera Vrij;0363;vrijwilliger'
	done_well on 2015-03-02 intake vrijwilliger.csv
	expect_json 0 'map(.count), (map(.youths) | add)' \
	    '[1, 1, 1, 1, 2], []' -- \
	    on 2015-03-02 report schemes --as 'Vera Vrij' --format json
	expect_text 0 'niet bij naam voor uw rol: 6' '!Bas Vos' -- \
	    on 2015-03-02 report schemes --as 'Vera Vrij'
}

@test "another scheme closes the last" {
	taken scheme 2015-04-01 'pupil_number;school;scheme;from' \
	    '2;21KZ00;participatiewet;01-04-2015'
	counts 2015-03-31 '{ wajong: 1, participatiewet: 1, wsw: 1, geen: 1,
	    onbekend: 2 }'
	counts 2015-04-01 '{ wajong: 0, participatiewet: 2, wsw: 1, geen: 1,
	    onbekend: 2 }'
}
