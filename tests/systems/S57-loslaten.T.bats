# SPDX-License-Identifier: EUPL-1.2
# Letting go: each region has its own end rule, a day or a judgement. Closing
# a case says which; a closed case with a new problem opens again, with all
# that was recorded.
load ../helpers
load stated

# region PACK CODE NAME [LEFT_ON]: a store with one school and one youth, who
# lives there and has left school.
region() {
	new_home
	new_store "$1" 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    "$2;gemeente;$3"
	done_well on 2026-01-05 intake partijen.csv
	lines jongeren.csv \
	    'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;Uitgeschreven op' \
	    "1;Ada;Vos;21KZ00;$2;${4-}"
	youths 2026-01-05 jongeren.csv
	ADA=$(ref Ada)
}

# with_ends PACK: the pack is there and states when support ends.
with_ends() {
	grep -qs '^ends:' "$DOSSIER_SOURCE/schema/packs/$1.yaml" ||
	    skip "pack $1 does not state yet when support ends"
}

# lets_go DAY: the decision, as the youth coach would write it down.
lets_go() {
	on "$1" follow "$ADA" decision --kind loslaten \
	    --text 'de begeleiding stopt' --reason 'redt zichzelf' \
	    "${@:2}"
}

@test "Zutphen and Lochem: the youth coach judges, by self-reliance" {
	region zutphen-lochem 0301 Zutphen
	expect_json 0 '.[0].ends | map(select(.state == "judged") |
	    {rule, state, on, judged_by, pack})' '[{
		rule: "zelfredzaam", state: "judged", on: null,
		judged_by: "jongerencoach", pack: "zutphen-lochem" }]' -- \
	    on 2026-03-30 show "$ADA" --format json
	expect_text 0 'Opvolging .*een oordeel van: jongerencoach' \
	    'Waaraan te zien: .*zelfredzaamheid' \
	    'zelfredzaam \(pakket zutphen-lochem, versie' \
	    'Bron: +Brochure Van school naar werk' -- \
	    on 2026-03-30 show "$ADA"
}

@test "Alphen: a stable situation, working some time, rhythm; by whom is not stated" {
	region alphen 0484 'Alphen aan den Rijn'
	expect_json 0 '.[0].ends | map(select(.state == "judged") |
	    {rule, state, judged_by, criteria: (.criteria | length)})' '[{ rule: "stabiel",
		state: "judged", judged_by: null, criteria: 3 }]' -- \
	    on 2026-03-30 show "$ADA" --format json
	expect_text 0 'een oordeel; van wie, staat er niet' \
	    'situatie is stabiel; .*enige tijd; .*arbeidsritme' \
	    'Twijfel: +Hoe lang' -- on 2026-03-30 show "$ADA"
}

@test "Almere: two years after the outflow" {
	with_ends almere
	region almere 0034 Almere 17-07-2026
	done_well on 2026-01-05 edit "$ADA" --set destination=betaald-werk
	expect_json 0 '.[0].ends | map(select(.state == "day") | .on)' \
	    '["2028-07-17"]' -- on 2026-08-03 show "$ADA" --format json
	expect_text 0 '17-07-2028, nog niet bereikt' -- \
	    on 2026-08-03 show "$ADA"
}

@test "Leeuwarden: half a year after the outflow from the Werkschool" {
	with_ends leeuwarden
	region leeuwarden 0080 Leeuwarden
	lines werkschool.csv 'Stamnummer;Traject;Begin;Einde' \
	    '1;Werkschool;01-09-2025;31-03-2026'
	done_well on 2026-01-05 intake --kind track werkschool.csv
	expect_json 0 '.[0].ends | map(select(.state == "day") | .on)' \
	    '["2026-09-30"]' -- on 2026-08-03 show "$ADA" --format json
}

@test "letting go and closing say by which rule" {
	region zutphen-lochem 0301 Zutphen
	expect_json 0 '.[0] | {record, subject, ends: (.ends |
	    map(select(.state == "judged") | .rule))}' \
	    '{ record: "decision", subject: "loslaten",
	    ends: ["zelfredzaam"] }' -- lets_go 2026-03-30 --format json
	expect_text 0 'Einde van de begeleiding: +een oordeel van: jongerencoach' \
	    'Regel: +zelfredzaam \(pakket zutphen-lochem' -- \
	    on 2026-03-30 edit "$ADA" --set closed_on=2026-03-30 \
	    --reason 'losgelaten'
}

@test "where the pack states no end rule, that is said" {
	region nl 0363 Amsterdam
	lines leeg.yaml 'id: leeg' 'version: "1"' 'name: Leeg' \
	    'valid_from: 2026-01-01' 'municipalities: ["0363"]'
	sqlite3 "$STORE" "INSERT INTO pack (event, name, version, text, digest)
	    SELECT event, 'leeg', '1', CAST(readfile('leeg.yaml') AS TEXT),
	    digest FROM pack WHERE name = 'nl'"
	expect_text 0 'Pakket leeg zegt niet wanneer de begeleiding eindigt' \
	    -- lets_go 2026-03-30
	expect_json 0 '.[0].ends' '[]' -- \
	    on 2026-03-30 show "$ADA" --format json
}

@test "a closed case with a new problem opens again, with its history" {
	region zutphen-lochem 0301 Zutphen
	lets_go 2026-03-30
	done_well on 2026-03-30 edit "$ADA" --set closed_on=2026-03-30 \
	    --reason 'losgelaten'
	expect_json 0 'map({record, closed_on})' '[{ record: "moment",
	    closed_on: "2026-03-30" }]' -- on 2026-06-01 follow "$ADA" \
	    call --text 'is zijn baan kwijt' --format json
	expect_text 0 'Dit dossier is gesloten op 30-03-2026. Open het weer' \
	    -- on 2026-06-02 follow "$ADA" call --text 'belt weer'
	expect_json 0 'map(.was_closed_on)' '["2026-03-30"]' -- \
	    on 2026-06-02 edit "$ADA" --set closed_on= \
	    --reason 'baan kwijt' --format json
	expect_json 0 '.[0] | { closed_on, moments: (.moments | length),
	    decisions: (.decisions | map([.subject, .on, .reason])) }' '{
		closed_on: null, moments: 2, decisions: [["loslaten",
		    "2026-03-30", "redt zichzelf"]] }' -- \
	    on 2026-06-02 show "$ADA" --format json
	expect_json 0 '[.[] | .changes[]? | select(.field == "closed_on") |
	    [.before, .after]] | sort' '[[null, "2026-03-30"],
	    ["2026-03-30", null]]' -- on 2026-06-02 log "$ADA" --format json
}
