# SPDX-License-Identifier: EUPL-1.2
# An integral intake: every life domain is asked. Told, nothing, declined and
# not asked are four things, and only the last keeps it open.
load ../helpers
load stated
load landelijk

DOMAINS='school-leren werk inkomen schulden wonen relaties opvoeding
    mantelzorg psychisch lichamelijk verslaving politie-justitie
    sociaal-netwerk hulpverlening'

setup() {
	new_home
	new_store alphen 2026-01-05
	lines partijen.csv 'Code;Soort;Naam' '21KZ00;school;De Vecht' \
	    '0484;gemeente;Alphen aan den Rijn'
	lines contacten.csv 'Naam;Organisatie;Rol' 'Ivo Intake;0484;intaker' \
	    'Ida Intake;0484;intaker'
	done_well on 2026-01-05 intake partijen.csv
	done_well on 2026-01-05 intake contacten.csv
	lines jongeren.csv 'Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente' \
	    '1;Ada;Vos;21KZ00;0484' '2;Bas;Vos;21KZ00;0484'
	youths 2026-01-05 jongeren.csv
}

# told NUMBER WORKER DOMAIN…: in own words, on 12 January.
told() {
	local number=$1 worker=$2 rows=() domain

	shift 2
	for domain; do
		rows+=("$number;21KZ00;alphen;$domain;12-01-2026;Gaat goed;$worker")
	done
	taken life_domain 2026-01-12 \
	    'pupil_number;school;set;domain;on;own_words;assessor' \
	    "${rows[@]}"
}

# answered NAME DOMAIN ANSWER
answered() {
	taken answer 2026-01-12 'youth;subject;answer;on;asked_by' \
	    "$(ref "$1");life_domain:$2;$3;12-01-2026;Ivo Intake"
}

# all_but DOMAIN…: the others.
all_but() {
	local domain

	for domain in $DOMAINS; do
		[[ " $* " == *" $domain "* ]] || printf '%s\n' "$domain"
	done
}

# of WORKER FILTER WANTED
of() {
	expect_json 0 "map(select(.worker == $1)) | .[0] | $2" "$3" -- \
	    on 2026-01-12 report intake --format json
}

@test "it is not closed while a life domain is open, and says which" {
	# shellcheck disable=SC2046 # words
	told 1 'Ivo Intake' $(all_but schulden verslaving)
	expect_error 3 'Schulden' 'Verslaving' '!Wonen' -- \
	    on 2026-01-12 follow "$(ref Ada)" intake
	of '"Ivo Intake"' '{closed, not_asked}' '{ closed: 0, not_asked: 2 }'
}

@test "nothing and declined are answers; then it closes" {
	# shellcheck disable=SC2046 # words
	told 1 'Ivo Intake' $(all_but schulden verslaving)
	answered Ada schulden niets
	expect_error 3 'Verslaving' '!Schulden' -- \
	    on 2026-01-12 follow "$(ref Ada)" intake
	answered Ada verslaving geweigerd
	expect_json 0 'map({record, subject, by, on})' '[{ record: "decision",
	    subject: "intake", by: "Els Bakker", on: "2026-01-12" }]' -- \
	    on 2026-01-12 follow "$(ref Ada)" intake --format json
	of '"Ivo Intake"' '{intakes, closed, domains, found, nothing,
	    declined, not_asked}' '{ intakes: 1, closed: 1, domains: 14,
		found: 12, nothing: 1, declined: 1, not_asked: 0 }'
}

@test "the three values are not the same, and a later answer counts" {
	answered Ada schulden niets
	answered Ada verslaving geweigerd
	of '"Ivo Intake"' '{found, nothing, declined, not_asked}' \
	    '{ found: 0, nothing: 1, declined: 1, not_asked: 12 }'
	told 1 'Ivo Intake' verslaving
	of '"Ivo Intake"' '{found, nothing, declined, not_asked}' \
	    '{ found: 1, nothing: 1, declined: 0, not_asked: 12 }'
}

@test "how complete, for each who asks; what is open, for each youth" {
	# shellcheck disable=SC2046 # words
	told 1 'Ivo Intake' $(all_but werk)
	told 2 'Ida Intake' werk wonen
	of '"Ivo Intake"' '{intakes, domains, found, not_asked,
	    open: (.youths | map({(.ref): .open}) | add)}' '{ intakes: 1,
		domains: 14, found: 13, not_asked: 1,
		open: { Ada: ["werk"] } }'
	of '"Ida Intake"' '{intakes, domains, found, not_asked}' \
	    '{ intakes: 1, domains: 14, found: 2, not_asked: 12 }'
	expect_text 0 'Ivo Intake' 'Ida Intake' 'Ada Vos' 'Opvoeding' -- \
	    on 2026-01-12 report intake
	expect_text 1 . -- on 2026-01-12 report intake --check
}

@test "a day on which it was not complete yet is no day to close it" {
	# shellcheck disable=SC2086 # words
	told 1 'Ivo Intake' $DOMAINS
	expect_error 3 'Wonen' -- \
	    on 2026-01-12 follow "$(ref Ada)" intake --on 2026-01-11
	done_well on 2026-01-12 follow "$(ref Ada)" intake --on 2026-01-12
}

@test "a domain of another list does not count" {
	taken life_domain 2026-01-12 \
	    'pupil_number;school;set;domain;on;score' \
	    '1;21KZ00;zrm-2017;financien;12-01-2026;3'
	expect_error 3 'Werk' 'Wonen' -- \
	    on 2026-01-12 follow "$(ref Ada)" intake
}

@test "how long somebody must be stable is not stated, and not guessed" {
	grep -q 'Hoe lang, staat niet in de bron' \
	    "$DOSSIER_SOURCE/schema/packs/alphen.yaml"
	done_well on 2026-01-12 rules test alphen
}
