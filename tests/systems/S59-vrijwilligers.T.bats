# SPDX-License-Identifier: EUPL-1.2
# A volunteer can log that contact took place, without content, and has no
# access to a diagnosis; that there is no report is no error.
load ../helpers
load stated

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
	lines vrij.csv 'Naam;Organisatie;Rol' 'Vera Vos;sdd;vrijwilliger' \
	    'Pim Peer;sdd;peercoach'
	done_well on 2025-12-01 intake vrij.csv
	lines loonwaarde.csv 'Stamnummer;BRIN;Loonwaarde;Gemeten op;Methode' \
	    '1001;02QZ00;62,5;01-11-2025;Dariuz'
	done_well on 2025-12-01 intake loonwaarde.csv
}

@test "contact took place: no text, nobody named, no answer asked" {
	for who in 'Vera Vos' 'Pim Peer'; do
		done_well on 2026-01-14 follow "$ZOE" visit --as "$who"
		done_well on 2026-01-14 follow "$ZOE" call --as "$who"
	done
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM moment
	    WHERE text IS NULL AND "with" IS NULL AND reached IS NULL')" -eq 4 ]
}

@test "by a list too: a day and a kind are enough" {
	lines contact.csv 'Stamnummer;BRIN;Soort;Dag' \
	    '1001;02QZ00;bezoek;12-01-2026'
	expect_json 0 'map({new, refused, faults})' \
	    '[{ new: 1, refused: 0, faults: [] }]' -- \
	    on 2026-01-14 intake contact.csv --kind moment --as 'Vera Vos' \
	    --format json
}

@test "no diagnosis, in none of the ways to look" {
	expect_text 0 'Berg' '!62,5' 'uw rol ziet dit niet' -- \
	    on 2026-01-14 show "$ZOE" --as 'Vera Vos'
	expect_text 0 '!62,5' '!Route: +betaald werk' 'uw rol ziet dit niet' -- \
	    on 2026-01-14 match route "$ZOE" --as 'Vera Vos'
	expect_text 0 '!betaald werk' 'uw rol ziet dit niet' -- \
	    on 2026-01-14 match route --all --as 'Vera Vos'
	expect_text 0 '!62,5' 'uw rol ziet dit niet' -- \
	    on 2026-01-14 log "$ZOE" --as 'Vera Vos'
	for format in csv json html yaml; do
		for look in "show $ZOE" "match route $ZOE" \
		    'match route --all' "log $ZOE" 'report caseload' \
		    'report due'; do
			# shellcheck disable=SC2086 # words
			observe on 2026-01-14 $look --as 'Vera Vos' \
			    --format "$format"
			ended 0
			mentions out '!62[.,]5' '!Dariuz'
			# Other routes say where they lead; not the advice.
			[ "$look" = "match route $ZOE" ] ||
			    mentions out '!betaald.werk'
		done
	done
}

@test "the advice itself is told to nobody who may not see its ground" {
	expect_json 0 '.[0] | [.route, .rule, .turns, .unknown]' \
	    '[null, null, [], []]' -- on 2026-01-14 match route "$ZOE" \
	    --as 'Vera Vos' --format json
}

@test "no deciding, placing, handing over or changing" {
	expect_error 5 vrijwilliger -- on 2026-01-14 edit "$ZOE" \
	    --set class=4B --as 'Vera Vos'
	expect_error 5 vrijwilliger -- on 2026-01-14 handover prepare "$ZOE" \
	    --to 0505 --as 'Vera Vos'
	expect_error 5 vrijwilliger -- on 2026-01-14 match route "$ZOE" \
	    --override dagbesteding --by Vera --reason x --as 'Vera Vos'
	expect_error 5 vrijwilliger -- on 2026-01-14 follow "$ZOE" \
	    agreement --kind plek --text x --as 'Vera Vos'
	expect_error 5 vrijwilliger -- on 2026-01-14 intake vrij.csv \
	    --as 'Vera Vos'
	expect_error 5 vrijwilliger -- on 2026-01-14 intake --undo 2 \
	    --as 'Vera Vos'
}

@test "that there is no report is no error and on no list" {
	done_well on 2026-01-14 follow "$ZOE" visit --as 'Vera Vos'
	expect_json 0 'map(select(.contact == "Vera Vos"))' '[]' -- \
	    on 2026-06-01 report due --format json
	expect_text 0 'bezoek' '!fout' -- on 2026-06-01 show "$ZOE"
}
