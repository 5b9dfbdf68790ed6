# SPDX-License-Identifier: EUPL-1.2
# The same wrong record by a list, by a dossier file and by the editor: one
# sentence, each at its own place, and nothing is changed.
load ../helpers
load sitting

# refused KIND SENTENCE COLUMN HEADER CELLS LINE ITEM…: the list's second row
# at COLUMN, the file's line LINE, and the editor at its own line.
refused() {
	local kind=$1 sentence=$2 column=$3 before

	before=$(events)
	lines lijst.csv "Stamnummer;$4" "1001;$5"
	expect_text 1 "$column" "$sentence" -- \
	    on 2026-01-12 intake --kind "$kind" lijst.csv --dry-run
	printf '%s\n' 'dossier: 1' "ref: $ZOE" "${@:7}" >zoe.yaml
	COLUMNS=400 observe on 2026-01-12 intake zoe.yaml
	ended 3 && mentions out " $6 .*$sentence" &&
	    mentions err "zoe.yaml:$6:.*$sentence" || return
	steps "cat zoe.yaml >\"\$1\"" ': >"$1"'
	observe on 2026-01-12 edit "$ZOE"
	ended 0 && opened 2 && silent out || return
	sees 2 "regel [0-9]" "$sentence" || return
	[ "$(events)" = "$before" ] || refuse "changed: $kind"
}

@test "a score that is not on the scale" {
	refused life_domain 'deze score staat niet op de schaal' Score \
	    'Lijst;Leefgebied;Datum;Score' 'zrm-2017;justitie;01-09-2025;6' \
	    6 'life_domain:' '  - set: zrm-2017' '    domain: justitie' \
	    '    score: 6' '    on: 2025-09-01'
}

@test "registers that exclude each other" {
	lines in.csv 'Stamnummer;Register;Status;Van' \
	    '1001;doelgroepregister;opgenomen;01-03-2025'
	done_well on 2026-01-12 intake --kind register in.csv
	refused register 'dit gaat niet samen met' Register \
	    'Register;Status;Van' 'beschut-werk;opgenomen;01-09-2025' \
	    5 'register:' '  - id: 1' '  - register: beschut-werk' \
	    '    status: opgenomen' '    from: 2025-09-01'
}
