# SPDX-License-Identifier: EUPL-1.2
# dossier rules: the packs in the store, and their own examples.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
}

@test "list: the packs of the country, two regions and two municipalities" {
	expect_text 0 '\bnl\b' 'drechtsteden' '\butrecht\b' 'utrecht-zeist' \
	    'utrecht-nieuwegein' -- on 2026-01-12 rules list
	expect_json 0 'length >= 5' true -- \
	    on 2026-01-12 rules list --format json
}

@test "list: a pack stands after the one that it extends" {
	on 2026-01-12 rules list --format json >list
	jq -e 'map(.id) as $ids | all(.[] | select(.extends != null);
	    .id as $id | .extends as $base |
	    ($ids | index($base)) < ($ids | index($id)))' list
	jq -r '.[].id' list >ids
	[ "$(grep -A 1 -x nl ids | tail -n 1)" = achterhoek ]
	[ "$(grep -A 2 -x utrecht ids | tr '\n' ' ')" = \
	    'utrecht utrecht-nieuwegein utrecht-zeist ' ]
}

@test "test: every example of every pack gives what its writer says" {
	done_well on 2026-01-12 rules test
	for pack in nl achterhoek almere alphen apeldoorn den-haag de-pits \
	    deventer drechtsteden ewp haaglanden hilversum id-college \
	    leeuwarden leidschendam-voorburg mondriaan msbo \
	    productief-leren utrecht utrecht-nieuwegein utrecht-zeist \
	    werkschool zutphen-lochem
	do
		done_well on 2026-01-12 rules test "$pack"
	done
}

@test "show: a pack, one table of it, its text" {
	expect_text 0 'Drechtsteden \(drechtsteden\)' 'Versie: +2026' \
	    'Beslistabel: Route naar loonwaarde \(route\)' 'DR-50-MIN +<= 50' \
	    'Landelijke regels \(nl\)' -- on 2026-01-12 rules show drechtsteden
	expect_text 0 'DR-50-MIN' '!NL-ZOEK' -- \
	    on 2026-01-12 rules show drechtsteden --own
	expect 0 $'\xef\xbb\xbfRegel;wage_value;→ route\r
DR-50-MIN;<= 50;participatieplek\r
DR-50-PLUS;> 50;betaald-werk\r' '' -- on 2026-01-12 rules show drechtsteden \
	    --table route --format csv
	expect_json 0 '.[0] | [.id, .extends, (.municipalities | length)]' \
	    '["drechtsteden", "nl", 7]' -- \
	    on 2026-01-12 rules show drechtsteden --format json
	on 2026-01-12 rules show nl --raw --output nl.yaml
	cmp nl.yaml "$DOSSIER_SOURCE/schema/packs/nl.yaml"
}

@test "check: before there is a store" {
	on 2026-01-12 rules show drechtsteden --raw |
	    sed 's/^id: .*/id: eigen/' >eigen.yaml
	rm "$STORE"
	observe on 2026-01-12 rules check eigen.yaml
	silent err && mentions out 'Er is nog geen bestand met dossiers' \
	    'eigen 2026'
	printf '%s\n' 'id: eigen' 'version: "1"' 'name: Eigen' \
	    'valid_from: 2026-01-01' 'extends: atlantis' >eigen.yaml
	COLUMNS=400 observe on 2026-01-12 rules check eigen.yaml
	ended 3 && mentions out 'eigen.yaml:5:10' 'zit niet in dit programma'
	expect_error 4 'weg.db' -- \
	    on 2026-01-12 rules check eigen.yaml --db weg.db
}

@test "use: a file that is not there" {
	observe on 2026-01-12 rules use weg.yaml
	ended 3 && mentions out 'weg.yaml is er niet' &&
	    mentions err 'er is niets veranderd'
}

@test "wrong usage, and what is not there" {
	expect_error 3 'atlantis' -- on 2026-01-12 rules test atlantis
	expect_error 2 . -- on 2026-01-12 rules
	expect_error 2 'zien' -- on 2026-01-12 rules zien
	expect_error 2 'één pakket' -- on 2026-01-12 rules show
	expect_error 2 'een of meer bestanden' -- on 2026-01-12 rules check
	expect_error 2 'één bestand' -- on 2026-01-12 rules use a b
	expect_error 2 'een tabel en de REF' -- on 2026-01-12 rules explain x
	expect_error 2 'met welk pakket' -- on 2026-01-12 rules compare ABC
	expect_error 2 'rules show' -- on 2026-01-12 rules list --own
	expect_error 2 'rules compare' -- on 2026-01-12 rules list --all
	expect_error 2 'laat --own' -- on 2026-01-12 rules show nl --raw --own
	expect_error 3 'ABC' -- on 2026-01-12 rules explain route ABC
	expect_error 3 'Bedoelt u utrecht' -- on 2026-01-12 rules show utrehct
}

@test "the packs are in the store: a pack changed from outside is found" {
	done_well on 2026-01-12 backup kopie.db
	sqlite3 "$STORE" "UPDATE pack SET text = text || '# anders'
	    WHERE name = 'drechtsteden'"
	observe on 2026-01-12 verify
	ended 4
}
