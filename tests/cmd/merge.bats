# SPDX-License-Identifier: EUPL-1.2
# dossier edit --merge: two dossiers of one youth become one.
load ../helpers

# Zoë stands on the list of her first school and on that of her second.
setup() {
	region drechtsteden 2025-10-01
	lines een.csv 'Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;BRIN;Klas;Ingeschreven op;Uitgeschreven op' \
	    '1001;Zoë;van der;Berg;02QZ00;4A;01-08-2024;31-07-2025'
	lines twee.csv 'Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;BRIN;Klas;Ingeschreven op' \
	    '7007;Zoe;van der;Berg;01-02-2008;03TV00;5B;01-08-2025'
	youths 2025-10-01 een.csv
	printf 's/%s/EEN/g\n' "$(ref Zoë)" >"$BOOK/names"
	youths 2025-10-02 twee.csv
	printf 's/%s/EEN/g\ns/%s/TWEE/g\n' "$(head -n 1 "$BOOK/refs")" \
	    "$(tail -n 1 "$BOOK/refs")" >"$BOOK/names"
	EEN=$(ref EEN)
	TWEE=$(ref TWEE)
}

merge() {
	on 2026-01-12 edit "$TWEE" --merge "$EEN" \
	    --reason 'Een leerling, twee lijsten' "$@"
}

@test "all goes along; what only the other told is filled in" {
	expect_json 0 '.[0] | {ref, other, merged, step: (.step > 0),
	    conflicts, enrolments: (.records | map(select(.record ==
	    "enrolment")))}' '{ ref: "TWEE", other: "EEN", merged: true,
		step: true, conflicts: [], enrolments: [
		{ record: "enrolment", moved: 1, same: 0, joined: 0,
		  cut: 0 } ] }' -- merge --prefer "$TWEE" --format json
	expect_text 0 'Zoe van der Berg' '01-02-2008' '03TV00' -- \
	    on 2026-01-12 show "$TWEE"
	expect_json 1 '.[0] | {sound, dossiers}' \
	    '{ sound: true, dossiers: 1 }' -- \
	    on 2026-01-13 verify --format json
}

@test "they differ in a name: it stays, and both are shown" {
	expect_json 0 '.[0].fields | map(select(.field == "given_name"))' '[
		{ field: "given_name", before: "Zoe", other: "Zoë",
		  after: "Zoe" } ]' -- merge --prefer "$TWEE" --format json
}

@test "the old ref finds it in every command, and says so" {
	done_well merge --prefer "$TWEE"
	observe on 2026-01-13 show "$EEN" --format json
	ended 0
	mentions err 'EEN is opgegaan in dossier TWEE'
	[ "$(jq -r '.[0].ref' "$BOOK/out")" = TWEE ]
	for command in 'follow call' 'edit' 'log' 'disclose' \
	    'match route' 'handover prepare'; do
		case $command in
		'follow call') set -- follow "$EEN" call ;;
		edit) set -- edit "$EEN" --set class=6A ;;
		'match route') set -- match route "$EEN" ;;
		'handover prepare') set -- handover prepare "$EEN" --to 0505 ;;
		*) set -- "$command" "$EEN" ;;
		esac
		observe on 2026-01-13 "$@"
		ended 0
		mentions err 'EEN is opgegaan in dossier TWEE'
	done
}

@test "the log has the history of both, and where a record came from" {
	done_well on 2025-11-03 show "$EEN"
	done_well merge --prefer "$TWEE"
	expect_json 0 '[ (map(select(.action == "show")) | length),
	    (map(select(.op == "add" and .record == "youth")) | length),
	    (map(select(.op == "remove" and .record == "youth")) | length),
	    (map(select(.record == "enrolment" and .op == "change") |
		.reason) | unique),
	    (map(.changes[] | select(.field == "youth") |
		{before, after}) | unique) ]' \
	    '[ 1, 2, 1, ["Een leerling, twee lijsten"],
		[{ before: "EEN", after: "TWEE" }] ]' -- \
	    on 2026-01-13 log "$TWEE" --format json
}

@test "dry run: what would happen, and nothing changed but a look" {
	events=$(sqlite3 "$STORE" 'SELECT count(*) FROM event')
	expect_text 0 'EEN zou opgaan in TWEE' -- \
	    merge --prefer "$TWEE" --dry-run
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM event')" = "$events" ]
	expect_json 0 'map(select(.action == "edit merge") |
	    {object, result, changes, reason})' '[{ object: "TWEE EEN",
		result: "shown", changes: 0,
		reason: "Een leerling, twee lijsten" }]' -- \
	    on 2026-01-12 log --format json
}

@test "what contradicts is told, of both, and nothing is changed" {
	events=$(sqlite3 "$STORE" 'SELECT count(*) FROM event')
	observe merge --format json
	ended 3
	mentions err 'TWEE en EEN spreken elkaar tegen' '--prefer'
	jq -e '.[0] | .merged == false and (.conflicts | length) == 1 and
	    .conflicts[0].record == "lead" and
	    .conflicts[0].kept.party == "03TV00" and
	    .conflicts[0].other.party == "02QZ00"' "$BOOK/out"
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM event')" = "$events" ]
	observe merge
	mentions out 'De Sluis|02QZ00' 'De Kade|03TV00'
}

@test "the preferred one goes first, the other keeps its other days" {
	done_well merge --prefer "$TWEE"
	expect_json 0 'map(.lead)' '["03TV00"]' -- \
	    on 2026-01-12 report caseload --format json
	[ "$(sqlite3 "$STORE" "SELECT p.code || ' ' || ifnull(l.\"from\", '') ||
	    ' ' || ifnull(l.until, '') FROM lead l JOIN party p
	    ON p.id = l.party ORDER BY l.\"from\"")" = \
	    $'02QZ00 2025-10-01 2025-10-01\n03TV00 2025-10-02 ' ]
}

@test "two BSNs are two people, whatever is preferred" {
	done_well on 2026-01-12 edit "$EEN" --set bsn=123456782
	done_well on 2026-01-12 edit "$TWEE" --set bsn=111222333
	expect_error 3 'twee mensen' '!123456782' '!111222333' -- \
	    merge --prefer "$TWEE"
}

@test "it can be taken back" {
	done_well merge --prefer "$TWEE" --format json
	step=$(jq '.[0].step' "$BOOK/out")
	done_well on 2026-01-13 intake --undo "$step"
	expect_json 0 'map(.ref) | sort' '["EEN", "TWEE"]' -- \
	    on 2026-01-13 report caseload --format json
	expect_json 0 '.[0].ref' '"EEN"' -- \
	    on 2026-01-13 show "$EEN" --format json
	expect_json 1 '.[0] | {sound, dossiers}' \
	    '{ sound: true, dossiers: 2 }' -- \
	    on 2026-01-13 verify --format json
}

@test "a reason, another dossier, and somebody who may" {
	expect_error 2 '--reason' -- on 2026-01-12 edit "$TWEE" --merge "$EEN"
	expect_error 3 'al hetzelfde' -- on 2026-01-12 edit "$TWEE" \
	    --merge "$TWEE" --reason x
	expect_error 2 '--prefer' -- on 2026-01-12 edit "$TWEE" --prefer "$EEN"
	expect_error 2 '--merge' -- on 2026-01-12 edit "$TWEE" \
	    --merge "$EEN" --reason x --set class=1
	lines vrij.csv 'Naam;Organisatie;Rol' 'Vera Vos;sdd;vrijwilliger'
	done_well on 2026-01-12 intake vrij.csv
	expect_error 5 'vrijwilliger' -- merge --as 'Vera Vos'
}

@test "another school: the old enrolment stays, with its end" {
	done_well on 2026-01-12 edit "$TWEE" --set school=02QZ00 \
	    --set enrolled_on=2026-02-01
	[ "$(sqlite3 "$STORE" "SELECT p.code || ' ' || e.\"from\" || ' ' ||
	    ifnull(e.until, '') FROM enrolment e JOIN party p
	    ON p.id = e.school JOIN youth y ON y.id = e.youth
	    WHERE y.ref = '$TWEE' ORDER BY e.\"from\"")" = \
	    $'03TV00 2025-08-01 2026-01-31\n02QZ00 2026-02-01 ' ]
}
