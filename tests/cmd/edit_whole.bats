# SPDX-License-Identifier: EUPL-1.2
# dossier edit REF in an editor: what is typed is taken in whole, comes back
# with the reason, or is kept; and dossier files by intake.
load ../helpers
load sitting

# ---- what is typed is taken in ----

@test "a change is taken in, told before and after, and in the history" {
	steps "$(change 's/^  phone: .*/  phone: 06-12345678/' \
	    's/^    class: .*/    class: 5B/')"
	expect_text 0 'Telephone.*06-12345678' 'Enrolment: Class.*5B' -- \
	    edit_zoe --reason 'nieuw nummer'
	opened 1
	expect_text 0 '06-12345678' 'nieuw nummer' -- \
	    on 2026-01-12 log "$ZOE" --lang en
	sees 1 'Telephone. For example: 06-12345678' 'null is: not asked' \
	    'One of: praktijkonderwijs, vso' '^.*dossier: 1'
}

@test "comments are in the language of the answer" {
	steps
	done_well on 2026-01-12 edit "$ZOE" --lang nl
	sees 1 'Telefoon. Bijvoorbeeld: 06-12345678' '!For example' '!Needed'
}

@test "the look is in the history before the editor opens" {
	steps "sqlite3 '$STORE' 'SELECT count(*) FROM txn' >'$STEPS/looks'"
	before=$(sqlite3 "$STORE" 'SELECT count(*) FROM txn')
	done_well edit_zoe
	[ "$(cat "$STEPS/looks")" -eq $((before + 1)) ]
}

@test "nothing changed says so; an empty file cancels" {
	before=$(events)
	steps
	expect_text 0 'Nothing changed' -- edit_zoe
	expect_json 0 '.[0].changes' '[]' -- edit_zoe --format json
	steps ': >"$1"'
	observe edit_zoe
	ended 0
	silent out
	mentions err '^Cancelled: nothing was changed'
	[ "$(events)" = "$before" ]
}

@test "an absent key leaves, null clears" {
	done_well edit_zoe --set phone=06-12345678 --set class=4B
	steps "$(change '/^  phone: /d')"
	expect_text 0 'Nothing changed' -- edit_zoe
	steps "$(change '/^enrolment:/,/^residence:/{/^residence:/!d}')"
	expect_text 0 'Nothing changed' -- edit_zoe
	steps "$(change 's/^  phone: .*/  phone: null/')"
	expect_text 0 'Telephone.*06-12345678' -- edit_zoe
	[ -z "$(field phone)" ]
	[ "$(field class)" = '"4B"' ]
}

@test "an item without id is added, and closes the one before it" {
	steps "$(change 's/^enrolment:/&\n  - school: "03XY00"\n    from: 2026-08-01/')"
	printf 'code;soort;naam\r\n03XY00;school;De Wilg\r\n' >school.csv
	done_well on 2026-01-12 intake school.csv
	expect_text 0 'Enrolment: Deregistered on.*2026-07-31' \
	    'Enrolment: School.*De Wilg' -- edit_zoe
	on 2026-01-12 show "$ZOE" --format yaml >whole
	[ "$(grep -c '^  - id:' <(sed -n '/^enrolment/,/^residence/p' whole))" \
	    = 2 ]
}

@test "a text of many lines comes back as it was typed" {
	steps "$(change 's/^statement: \[\]/statement:\n  - section: eigen-verhaal\n    voice: leerling\n    author: Zoë\n    on: 2026-01-12\n    text: |\n      Ik werk graag buiten.\n\n        # niet: in de kou\n      مرحبا/')"
	done_well edit_zoe
	on 2026-01-12 show "$ZOE" --format yaml >whole
	sed -n '/text: |-/,/author:/p' whole | sed '1d;$d' >typed
	cat >wanted <<-'END'
	      Ik werk graag buiten.

	        # niet: in de kou
	      مرحبا
	END
	cmp wanted typed
}

@test "a removal needs a reason: in the text, or with --reason" {
	printf 'opp:\n  - on: 2025-11-01\n    level: A\n' >opp
	steps "$(change 's/^opp: \[\]/opp:\n  - on: 2025-11-01\n    level: A\n  - on: 2025-12-01/')"
	done_well edit_zoe
	before=$(events)
	drop='/^opp:/,/^qualification:/{/^qualification:/!d};s/^qualification:/opp: []\n&/'
	steps "$(change "$drop")" ': >"$1"'
	observe edit_zoe
	ended 0
	sees 2 'to remove it, say why' 'Write it after reason' 'Look at line'
	[ "$(events)" = "$before" ]
	steps "$(change "$drop" 's/^reason: .*/reason: stond dubbel/')"
	expect_text 0 'Level.*A' -- edit_zoe
	expect_text 0 'stond dubbel' -- on 2026-01-12 log "$ZOE"
	[ -z "$(field level)" ]
}

@test "a masked number stays, a whole one is taken, another mask is refused" {
	done_well edit_zoe --set bsn=111222333
	steps
	expect_text 0 'Nothing changed' -- edit_zoe
	sees 1 'value: "\*\*\*\*\*\*333"' '!111222333'
	steps "$(change 's/\*\*\*\*\*\*333/******334/')" ': >"$1"'
	observe edit_zoe
	sees 2 'not the stars and digits'
	steps "$(change 's/"\*\*\*\*\*\*333"/123456782/')"
	expect_text 0 'BSN.*333.*782' '!111222333' '!123456782' -- edit_zoe
}

# ---- what is wrong comes back ----

@test "all that is wrong is told with its lines, and mended at once" {
	steps "$(change 's/^  sex: .*/  sex: q/' 's/^  email: .*/  email: zoe/')" \
	    "$(change 's/^  sex: .*/  sex: v/' 's/^  email: .*/  email: z@a.nl/')"
	expect_text 0 'z@a.nl' -- edit_zoe
	opened 2
	sees 2 'There is more to mend, in all on these lines: [0-9]+, [0-9]+'
}

@test "closing what came back without mending it gives up, and keeps it" {
	steps "$(change 's/^  phone: .*/  phone: bel maar/')"
	observe edit_zoe
	ended 3
	silent out
	mentions err 'not a telephone number' 'kept in memory'
	opened 2
	# The next time it is there again, and can be mended.
	steps "$(change 's/^  phone: .*/  phone: 06-12345678/')"
	expect_text 0 '06-12345678' -- edit_zoe
	sees 1 'typed an earlier time' 'phone: bel maar'
}

@test "an editor that is killed or fails changes nothing and loses nothing" {
	before=$(events)
	steps "$(change 's/^  phone: .*/  phone: 06-12345678/'); kill -9 \$\$"
	observe edit_zoe
	ended 130
	silent out
	mentions err 'signal 9' 'kept in memory'
	[ "$(events)" = "$before" ]
	steps 'exit 1'
	observe edit_zoe
	ended 130
	sees 1 'phone: 06-12345678'
	steps
	expect_text 0 '06-12345678' -- edit_zoe
}

# ---- somebody else at the same time ----

# meanwhile ARGUMENT…: what another person does while the editor is open.
meanwhile() {
	printf "command dossier edit '%s' --today 2026-01-12 --as 'Els Bakker'" \
	    "$ZOE"
	printf " '%s'" "$@"
	printf ' >/dev/null 2>&1; '
}

@test "what others change meanwhile stays, when it is another field" {
	steps "$(meanwhile --set class=6C)$(change \
	    's/^  phone: .*/  phone: 06-12345678/')"
	expect_text 0 '06-12345678' '!6C' -- edit_zoe
	[ "$(field class)" = '"6C"' ]
	[ "$(field phone)" = '"06-12345678"' ]
}

@test "both the same field: shown with base, mine and theirs, and settled" {
	done_well edit_zoe --set phone=06-11111111
	steps "$(meanwhile --set phone=06-22222222 --set class=6C)$(change \
	    's/^  phone: .*/  phone: 06-33333333/')" "$(change \
	    's/^  email: .*/  email: z@a.nl/')"
	expect_text 0 '06-22222222.*06-33333333' 'z@a.nl' '!6C' -- edit_zoe
	sees 2 'changed meanwhile .Els Bakker, 2026-01-12.' \
	    'It was: 06-11111111' 'you made it: 06-33333333' \
	    'they made it: 06-22222222' 'phone: 06-33333333' 'seen: [0-9]+'
	[ "$(field phone)" = '"06-33333333"' ]
	[ "$(field class)" = '"6C"' ]
}

@test "theirs can be taken over, and the same change twice is no clash" {
	steps "$(meanwhile --set phone=06-22222222)$(change \
	    's/^  phone: .*/  phone: 06-33333333/')" "$(change \
	    's/^  phone: .*/  phone: 06-22222222/')"
	expect_text 0 'Nothing changed' -- edit_zoe
	[ "$(field phone)" = '"06-22222222"' ]
	steps "$(meanwhile --set phone=06-44444444)$(change \
	    's/^  phone: .*/  phone: 06-44444444/')"
	expect_text 0 'Nothing changed' -- edit_zoe
}

@test "what others add meanwhile is not removed by its absence" {
	steps "$(meanwhile --declined email)$(change \
	    's/^  phone: .*/  phone: 06-12345678/')"
	expect_text 0 '06-12345678' -- edit_zoe
	[ "$(field subject)" = youth.email ]
}

# ---- dossier files ----

@test "a dossier file goes in, all or nothing, with every fault" {
	cat >new.yaml <<-'END'
	dossier: 1
	youth: {given_name: Noor, family_name: Smit, birth_date: 12-03-2009}
	enrolment:
	  - school: 02QZ00
	    class: 5A
	track:
	  - {name: Heftruck, from: 2025-09-01, until: 2025-12-01, result: betaald-werk}
	END
	before=$(events)
	done_well on 2026-01-12 intake --dry-run new.yaml --format json
	[ "$(events)" = "$before" ]
	expect_json 0 '.[0] | [.new, .changed, .same, .refused]' '[1, 0, 0, 0]' \
	    -- on 2026-01-12 intake new.yaml --format json
	sed -i -e 's/class/klass/' -e 's/2025-12-01/2025-13-01/' new.yaml
	before=$(events)
	observe on 2026-01-12 intake new.yaml --format json --lang en
	ended 3
	mentions err '^dossier intake: new.yaml:5:5: There is no klass' \
	    'Did you mean class' 'lines: 5, 7'
	[ "$(jq -c '.[0].faults | map([.line, .column])' "$BOOK/out")" = \
	    '[[5,5],[7,47]]' ]
	[ "$(events)" = "$before" ]
}

@test "a whole batch of dossier files is taken back" {
	on 2026-01-12 show "$ZOE" --format yaml |
	    sed 's/^  given_name: .*/&\n  phone: 06-12345678/' >zoe.yaml
	done_well on 2026-01-12 intake zoe.yaml
	[ "$(field phone)" = '"06-12345678"' ]
	done_well on 2026-01-12 intake --undo "$(last_batch)"
	[ -z "$(field phone)" ]
}

# ---- what got no value ----

@test "nothing and declined are recorded, and a value makes them moot" {
	done_well edit_zoe --nothing email --declined phone
	on 2026-01-12 show "$ZOE" --format yaml >whole
	grep -A4 'subject: youth.email' whole | grep -q 'answer: niets'
	grep -A4 'subject: youth.phone' whole | grep -q 'answer: geweigerd'
	expect_text 0 'Nothing changed' -- edit_zoe --nothing email
	done_well edit_zoe --set phone=06-12345678
	expect_error 3 'phone has a value' -- edit_zoe --declined phone
	done_well edit_zoe --nothing statement:ouders --declined \
	    life_domain:financien --nothing work_profile
	expect_error 3 'called statemnt:ouders' 'Did you mean statement' -- \
	    edit_zoe --nothing statemnt:ouders
	expect_error 2 . -- edit_zoe --nothing email --set phone=
}

@test "the work profile too is set field by field" {
	done_well edit_zoe --set guidance=licht --set work_profile.hours_week=24
	[ "$(field guidance)" = licht ]
	expect_text 0 'light.*regular' '!24' -- edit_zoe --set guidance=regelmatig
	[ "$(on 2026-01-12 show "$ZOE" --format yaml |
	    sed -n '/^work_profile/,/^[a-v]/p' | grep -c '^  - id')" = 1 ]
}
