# SPDX-License-Identifier: EUPL-1.2
# The age band by date: the 23rd birthday belongs to the next band, a birthday
# on 29 February is reached on 1 March, and every rule takes a day.
load ../helpers
load stated
load landelijk

setup() {
	national 2020-03-02 '1;Ada;10-05-2003;arbeid' \
	    '2;Bas;29-02-2004;arbeid' '3;Cem;;arbeid'
}

# bands DAY WANTED: of each the band on a day.
bands() {
	expect_json 0 '.[0].rows | map({key: .pseudonym, value: .age_band}) |
	    from_entries' "$2" -- on "$1" report labour --format json
}

# aged NAME DAY AGE
aged() {
	expect_json 0 '.[0].age' "$3" -- \
	    on "$2" show "$(ref "$1")" --format json
}

@test "born on 2003-05-10: 22 and 18-23 on 2026-05-09, then 23-27" {
	aged Ada 2026-05-09 22
	aged Ada 2026-05-10 23
	bands 2026-05-09 '{ Ada: "18-23", Bas: "18-23", Cem: null }'
	bands 2026-05-10 '{ Ada: "23-27", Bas: "18-23", Cem: null }'
}

@test "the other bounds: 18 and 27" {
	bands 2021-05-09 '{ Ada: null, Bas: null, Cem: null }'
	bands 2021-05-10 '{ Ada: "18-23", Bas: null, Cem: null }'
	bands 2030-05-09 '{ Ada: "23-27", Bas: "23-27", Cem: null }'
	bands 2030-05-10 '{ Ada: null, Bas: "23-27", Cem: null }'
}

@test "born on 29 February: a year older on 1 March, or on that day" {
	aged Bas 2022-02-28 17
	aged Bas 2022-03-01 18
	bands 2022-02-28 '{ Ada: "18-23", Bas: null, Cem: null }'
	bands 2022-03-01 '{ Ada: "18-23", Bas: "18-23", Cem: null }'
	aged Bas 2024-02-28 19
	aged Bas 2024-02-29 20
	bands 2027-02-28 '{ Ada: "23-27", Bas: "18-23", Cem: null }'
	bands 2027-03-01 '{ Ada: "23-27", Bas: "23-27", Cem: null }'
}

@test "without a birth date no band, and no 0" {
	aged Cem 2026-05-10 null
	bands 2026-05-10 '{ Ada: "23-27", Bas: "18-23", Cem: null }'
}

@test "the bounds stand in one place and prove themselves" {
	done_well on 2026-05-10 rules test nl
	[ "$(grep -lrE '\[18\.\.23\)|\[23\.\.27\)' \
	    "$DOSSIER_SOURCE/schema" "$DOSSIER_SOURCE/lib" | wc -l)" -eq 1 ]
}
