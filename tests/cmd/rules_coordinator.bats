# SPDX-License-Identifier: EUPL-1.2
# A regional coordinator copies a pack, changes two thresholds, breaks it in
# three ways, mends it, uses it, and looks at one learner under both.
load ../helpers

DAY=2026-01-12

setup() {
	new_home
	new_store utrecht 2026-01-05
	on "$DAY" rules show utrecht --raw >mijn.yaml
}

# changed SCRIPT: mijn.yaml as sed makes it, which must change something.
changed() {
	cp mijn.yaml before.yaml
	sed -i -e "$1" mijn.yaml
	never cmp -s before.yaml mijn.yaml
}

# places FILE: line and column of what check tells of it.
places() {
	on "$DAY" rules check "$1" --format json |
	    jq -r '.[].findings[] | "\(.kind) \(.line):\(.column)"'
}

packs() {
	on "$DAY" rules list --format json | jq -c 'map([.id, .version])'
}

@test "the copy is the pack to the byte, and fit for use" {
	cmp mijn.yaml "$DOSSIER_SOURCE/schema/packs/utrecht.yaml"
	expect_json 0 'map([.pack, .usable])' '[["utrecht", true]]' -- \
	    on "$DAY" rules check mijn.yaml --format json
}

@test "broken in three ways: an overlap, a gap, an unknown key" {
	# Two rules for one destination.
	changed 's/when: { destination: bbl }/when: { destination: "bbl, zorg" }/'
	line=$(grep -n 'id: UT-ZORG' mijn.yaml | cut -d : -f 1)
	COLUMNS=400 observe on "$DAY" rules check mijn.yaml
	ended 1 && silent err
	mentions out "mijn.yaml:$line:9 .*UT-BBL en UT-ZORG tegelijk" \
	    'destination: zorg' 'niet bruikbaar' 'zodat ze nooit samen gelden'
	# Not every destination has a rule, and nothing is said of the rest.
	cp before.yaml mijn.yaml
	changed '/^    otherwise:/d'
	line=$(grep -n '^  route:' mijn.yaml | cut -d : -f 1)
	[ "$(places mijn.yaml)" = "gap $line:3" ]
	expect_text 1 'geldt geen enkele regel' 'destination: geen' \
	    'otherwise:' -- on "$DAY" rules check mijn.yaml
	# A key that is not there.
	cp before.yaml mijn.yaml
	changed 's/^    inputs:/    imputs:/'
	line=$(grep -n 'imputs' mijn.yaml | cut -d : -f 1)
	COLUMNS=400 observe on "$DAY" rules check mijn.yaml
	ended 3
	mentions out "mijn.yaml:$line:5 .*imputs" 'Bedoelt u "inputs"'
	mentions err '1 bestand is niet te lezen als regiopakket'
}

@test "all files are told, also when one fails" {
	cp mijn.yaml goed.yaml
	changed '/^    otherwise:/d'
	printf 'id: x\n' >half.yaml
	observe on "$DAY" rules check half.yaml mijn.yaml goed.yaml weg.yaml \
	    --format json
	ended 3
	[ "$(jq -c 'map(.usable)' "$BOOK/out")" = '[false,false,true,false]' ]
	mentions err '2 bestanden'
}

@test "what is not fit is not used, and nothing is changed" {
	before=$(packs)
	changed '/^    otherwise:/d'
	changed 's/^version: .*/version: "2026.2"/'
	COLUMNS=400 observe on "$DAY" rules use mijn.yaml
	ended 3
	mentions out 'geldt geen enkele regel'
	mentions err 'heeft fouten en is niet te gebruiken; er is niets veran' \
	    'dossier rules check mijn.yaml'
	[ "$(packs)" = "$before" ]
}

@test "two thresholds changed, used, and one learner under both" {
	done_well on "$DAY" intake "$FIXTURES/utrecht/partijen.csv" \
	    "$FIXTURES/utrecht/contacten.csv"
	lines een.csv 'Stamnummer;Roepnaam;School;Woonplaats;Bestemming' \
	    '1001;Noor;21KZ00;0344;geen'
	done_well on "$DAY" intake een.csv
	name_ref "$DAY" NOOR
	# The same version with another text is refused.
	changed 's/at_most: 2/at_most: 3/'
	changed 's/when: { destination: zorg }/when: { destination: "zorg, geen" }/'
	changed '/name: geen bestemming is geen route/,+3d'
	expect_error 3 'Versie 2026.1 van het regiopakket utrecht' \
	    'Een versie verandert nooit' 'nieuwe versie' -- \
	    on "$DAY" rules use mijn.yaml
	# What the learner would be told, before it is used.
	expect_json 0 '.[0].differences |
	    map([.kind, .name, (.says | map(.rule))])' \
	    '[["route", "route", [null, "UT-ZORG"]]]' -- \
	    on "$DAY" rules compare "$(ref NOOR)" --with ./mijn.yaml \
	    --format json
	changed 's/^version: .*/version: "2026.2"/'
	changed 's/^valid_from: .*/valid_from: 2026-01-10/'
	expect_json 0 '.[0] | [.installed, .replaces, (.changes |
	    map([.section, .name, .change]))]' '[true, "2026.1",
	    [["tables", "route", "changed"], ["norms", "bezoeken", "changed"],
	    ["meetings", "bezoek", "changed"]]]' \
	    -- on "$DAY" rules use mijn.yaml --format json
	expect_json 0 '.[0] | [.route, .rule, .version]' \
	    '["zorg", "UT-ZORG", "2026.2"]' -- \
	    on "$DAY" match route "$(ref NOOR)" --format json
	# Before its first day the version before counts; it stays readable.
	expect_json 0 '.[0] | [.route, .version]' '[null, "2026.1"]' -- \
	    on 2026-01-09 match route "$(ref NOOR)" --format json
	expect_text 0 'at most|hoogstens|1 tot 2' -- \
	    on "$DAY" rules show utrecht@2026.1 --own
	on "$DAY" rules show utrecht --raw | cmp - mijn.yaml
	expect_json 0 '.[0].differences | length' 1 -- on "$DAY" rules \
	    compare "$(ref NOOR)" --with utrecht@2026.1 --format json
	expect_text 0 'Wat verschilt' 'eerst zorg \(UT-ZORG\)' 'nog geen uitstroomplek gekozen' \
	    'Gelijk onder al deze pakketten: [0-9]' -- on "$DAY" rules \
	    compare "$(ref NOOR)" --with utrecht@2026.1
	expect_text 0 'rules use.*pack:utrecht@2026.2' -- on "$DAY" log
	done_well on "$DAY" verify
}

@test "the installed pack is used again: nothing is changed" {
	before=$(packs)
	expect_json 0 'map(.installed)' '[false]' -- \
	    on "$DAY" rules use mijn.yaml --format json
	[ "$(packs)" = "$before" ]
}
