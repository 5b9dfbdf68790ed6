# SPDX-License-Identifier: EUPL-1.2
# The whole story: the domains of a talk are kept, and the share of talks that
# were about one thing is counted.
load ../helpers
load stated
load landelijk

setup() {
	national 2026-01-05 '1;Ada;10-05-2008;arbeid' \
	    '2;Bas;10-05-2008;arbeid'
}

talks() {
	taken moment 2026-03-02 \
	    'pupil_number;school;kind;on;reached;text;domains' \
	    '1;21KZ00;telefoon;05-01-2026;ja;Een;werk' \
	    '1;21KZ00;bezoek;12-01-2026;ja;Twee;werk, wonen, schulden' \
	    '1;21KZ00;telefoon;19-01-2026;nee;Drie;werk' \
	    '2;21KZ00;telefoon;26-01-2026;ja;Vier;werk werk' \
	    '2;21KZ00;bezoek;02-02-2026;;Vijf;' \
	    '2;21KZ00;brief;03-02-2026;;Zes;wonen' \
	    '2;21KZ00;telefoon;31-07-2025;ja;Vorig jaar;wonen'
}

# share FILTER WANTED [OPTION…]
share() {
	local filter=$1 wanted=$2

	shift 2
	expect_json 0 ".[0] | $filter" "$wanted" -- \
	    on 2026-03-02 report domains --format json "$@"
}

@test "the share of talks about one domain only" {
	talks
	share '{talks, with_domains, one_domain, one_domain_share}' \
	    '{ talks: 4, with_domains: 3, one_domain: 2,
	       one_domain_share: "66.7" }'
	expect_text 0 '4' '66,7%' -- on 2026-03-02 report domains
}

@test "each domain: talks, and talks about it alone" {
	talks
	share '.domains' '[
		{ domain: "werk", talks: 3, alone: 2 },
		{ domain: "schulden", talks: 1, alone: 0 },
		{ domain: "wonen", talks: 1, alone: 0 } ]'
}

@test "no talks is no share, and not 0" {
	share '{talks, one_domain_share, domains}' \
	    '{ talks: 0, one_domain_share: null, domains: [] }'
}

@test "nobody is named" {
	talks
	expect_text 0 '!Ada' '!Bas' '!Vos' -- on 2026-03-02 report domains
	expect_text 0 '!report domains' -- on 2026-03-02 log
}

@test "of a domain: words, view, since, a score or none; the list is config" {
	taken life_domain 2026-01-12 \
	    'pupil_number;school;set;domain;on;score;own_words;view;since' \
	    '1;21KZ00;zrm-2017;financien;12-01-2026;2;Ik red het niet;Schulden lopen op;01-09-2025' \
	    '1;21KZ00;zrm-2017;participatie;12-01-2026;;Ik hoor erbij;;'
	lines eigen.csv 'pupil_number;school;set;domain;on;own_words' \
	    '1;21KZ00;zrm-2017;dieren;12-01-2026;Mijn hond'
	expect_json 1 'map(.refused)' '[1]' -- on 2026-01-12 \
	    intake eigen.csv --kind life_domain --format json
}
