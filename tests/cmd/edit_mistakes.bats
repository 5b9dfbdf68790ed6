# SPDX-License-Identifier: EUPL-1.2
# dossier edit REF: every mistake is told at its line, and nothing is changed.
load ../helpers
load sitting

# mistake SED PATTERN…: it opens again at the line, with the reason on top;
# emptied then, nothing is changed.
mistake() {
	local before script=$1

	before=$(events)
	shift
	steps "$(change "$script")" ': >"$1"'
	observe edit_zoe
	ended 0 && opened 2 && silent out || return
	sees 2 'This is not saved yet' 'Look at line [0-9]' "$@" || return
	[ "$(events)" = "$before" ] || refuse "changed by: $script"
}

@test "mistakes in what stands there: each is told and nothing is changed" {
	mistake 's/^  sex: .*/  sex: q/' 'Choose one of|Did you mean' 'sex: q'
	mistake 's/^  birth_date: .*/  birth_date: 31-02-2009/' \
	    'this day does not exist'
	mistake 's/^  birth_date: .*/  birth_date: 2036-01-01/' 'in the future'
	mistake 's/^  hours_week: .*/  hours_week: 61/' 'out of range'
	mistake 's/^  job_ready: .*/  job_ready: misschien/' \
	    'neither yes nor no'
	mistake 's/^  phone: .*/  phone: bel maar/' 'not a telephone number'
	mistake 's/^  email: .*/  email: zoe/' 'not an e-mail address'
	mistake 's/^  phone: .*/  phoen: 06-12345678/' 'There is no phoen' \
	    'Did you mean phone'
	mistake 's/^  phone: .*/  phone: [06-12345678]/' 'is one value'
	mistake 's/^enrolment:/enrollment:/' 'There is no enrollment' \
	    'Did you mean enrolment'
}

@test "mistakes in what holds it together" {
	mistake 's/^    school: .*/    school: 99XX99/' 'no organisation 99XX99'
	mistake 's/^    school: .*/    school: null/' 'School: this is missing'
	mistake 's/^residence:/&\n  - id: 4711/' 'does not belong to this'
	mistake 's/^residence: *$/residence: ja\nlead:/;s/^lead:$//' .
	mistake 's/^dossier: 1/dossier: 2/' 'not of version 2'
	mistake 's/^ref: .*/ref: 7QK2M4XVP/' 'another ref'
	mistake 's/^  opened_on: .*/  opened_on: 2020-01-01/' \
	    'kept by the software'
	mistake 's/^youth:/youth: [/' 'Look at line'
	mistake 's/^  phone: .*/  phone: "06/' 'Look at line'
	mistake 's/^  given_name: .*/  given_name: null/;s/^  family_name: .*/  family_name: null/' \
	    'would have no name'
	mistake 's/^enrolment:/&\n  - school: 02QZ00\n    from: 2026-01-01\n    until: 2026-02-01\n  - school: 02QZ00\n    from: 2026-01-15/' \
	    'hold on the same days'
	mistake 's/^life_domain: .*/life_domain:\n  - set: zrm-2017\n    domain: financieen\n    on: 2026-01-12/' \
	    'has no life domain'
	mistake 's/^delivery: .*//;s/^answer: .*/delivery:\n  - on: 2026-01-12/' \
	    'kept by the software'
}
