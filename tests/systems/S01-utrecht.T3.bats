# SPDX-License-Identifier: EUPL-1.2
# In the last school year, without an agreement on place and support: on the
# municipality's open list, with the contact person of that day.
load ../helpers
load stated

OPEN='map(select(.term == "afspraak-laatste-jaar") |
    {ref, state, holder, contact, phone})'

setup() {
	region utrecht 2025-09-01 laatste-jaar
}

# open_list DAY WANTED
open_list() {
	expect_json 0 "$OPEN" "$2" -- on "$1" report due \
	    --municipality 0355 --within 400 --format json
}

@test "only who is in the last year is listed, with the contact of that day" {
	open_list 2026-02-15 '[{ ref: "Lotte", state: "due", holder: "0355",
		contact: "Wil Dijk", phone: "06-55504001" }]'
	open_list 2026-02-28 '[{ ref: "Lotte", state: "due", holder: "0355",
		contact: "Wil Dijk", phone: "06-55504001" }]'
	open_list 2026-03-01 '[{ ref: "Lotte", state: "due", holder: "0355",
		contact: "Gea Laan", phone: "06-55504002" }]'
}

@test "the list of another municipality does not have it" {
	expect_json 0 "$OPEN" '[]' -- on 2026-02-15 report due \
	    --municipality 0356 --within 400 --format json
}

@test "a place alone leaves it open; place and support close it" {
	done_well on 2026-02-15 follow "$(ref Lotte)" agreement --kind plek \
	    --text 'Kas en Kweek, 24 uur' --with 0355
	open_list 2026-02-15 '[{ ref: "Lotte", state: "due", holder: "0355",
		contact: "Wil Dijk", phone: "06-55504001" }]'
	done_well on 2026-02-16 follow "$(ref Lotte)" agreement \
	    --kind ondersteuning --text 'Jobcoach, eerste half jaar' \
	    --with 0355
	open_list 2026-02-16 '[]'
}

@test "in the words of people: who to call" {
	expect_text 0 'Wil Dijk' '06-55504001' '!Gea Laan' -- \
	    on 2026-02-15 report due --municipality 0355 --within 400
}
