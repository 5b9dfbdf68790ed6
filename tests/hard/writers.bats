# SPDX-License-Identifier: EUPL-1.2
# Several processes at one store: they wait for each other, nothing is lost.
# That a wait comes to its end (75) is in cmd/busy.bats: it takes 30 seconds.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
}

teardown() {
	[ -z "${HOLDER_PID-}" ] || kill "$HOLDER_PID" 2>/dev/null || :
}

# list FILE SCHOOL COUNT: so many pupils of one school.
list() {
	awk -v school="$2" -v count="$3" 'BEGIN {
		print "Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente"
		for (i = 1; i <= count; i++)
			print i ";Jan " i ";Wit;" school ";0505"
	}' >"$1"
}

@test "six intakes and a reader at once: all are done" {
	local school pids=() pid

	for school in 02QZ00 03AB00 04CD00 05EF00 06GH00 07IJ00; do
		list "$school.csv" "$school" 500
	done
	for school in 02QZ00 03AB00 04CD00 05EF00 06GH00 07IJ00; do
		dossier intake --today 2026-01-12 "$school.csv" \
		    >"$school.out" 2>"$school.err" &
		pids+=("$!")
		dossier report caseload --today 2026-01-12 --format json \
		    >"$school.json" 2>>"$school.err" &
		pids+=("$!")
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	cat ./*.err >"$BOOK/err"
	silent err
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM youth')" -eq 3000 ]
	[ "$(sqlite3 "$STORE" 'SELECT count(DISTINCT ref) FROM youth')" \
	    -eq 3000 ]
	# A reader sees whole steps only.
	for school in ./*.json; do
		[ "$(($(jq length "$school") % 500))" -eq 0 ]
	done
	done_well on 2026-01-12 verify --quiet
}

@test "another lets go within the wait: done" {
	list list.csv 02QZ00 10
	coproc HOLDER { sqlite3 "$STORE"; }
	printf '%s\n' 'BEGIN EXCLUSIVE;' "SELECT 'held';" >&"${HOLDER[1]}"
	read -r held <&"${HOLDER[0]}"
	[ "$held" = held ]
	dossier intake --today 2026-01-12 list.csv >out 2>err &
	waiting=$!
	printf '%s\n' '.shell sleep 1' 'COMMIT;' "SELECT 'free';" \
	    >&"${HOLDER[1]}"
	read -r held <&"${HOLDER[0]}"
	[ "$held" = free ]
	wait "$waiting"
	[ ! -s err ]
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM youth')" -eq 10 ]
}

@test "a hundred small steps from four hands: none is lost" {
	local hand pids=() pid

	list list.csv 02QZ00 4
	done_well on 2026-01-12 intake list.csv
	mapfile -t refs < <(sqlite3 "$STORE" 'SELECT ref FROM youth')
	for hand in 0 1 2 3; do
		(
			for i in $(seq 25); do
				dossier follow "${refs[hand]}" note --text \
				    "stap $i" --today 2026-01-12 ||
				    exit 1
			done >"hand$hand.out" 2>&1
		) &
		pids+=("$!")
	done
	for pid in "${pids[@]}"; do
		wait "$pid"
	done
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM moment')" -eq 100 ]
	done_well on 2026-01-12 verify --quiet
}
