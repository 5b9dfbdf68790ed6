# SPDX-License-Identifier: EUPL-1.2
# dossier follow: in one line what happened or was agreed.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
}

# shown PATTERN…: by the dossier.
shown() {
	expect_text 0 "$@" -- on 2026-01-20 show "$ZOE"
}

@test "a call, a letter, a visit, a note" {
	done_well on 2026-01-12 follow "$ZOE" call --reached --with moeder \
	    --text 'wil graag in het groen'
	done_well on 2026-01-13 follow "$ZOE" letter --not-reached
	done_well on 2026-01-14 follow "$ZOE" visit --on 2026-01-11 \
	    --owner 'Ria Stok'
	done_well on 2026-01-15 follow "$ZOE" note --text 'kijkt bij de kas'
	shown 'wil graag in het groen' 'moeder' '12-01-2026' '13-01-2026' \
	    '11-01-2026' 'kijkt bij de kas'
}

@test "the words may come from standard input" {
	done_well on 2026-01-12 follow "$ZOE" note --text - \
	    <<<'zoekt een plek dicht bij huis'
	shown 'zoekt een plek dicht bij huis'
}

@test "an agreement with owner and day" {
	done_well on 2026-01-12 follow "$ZOE" agreement --kind vervolg \
	    --text 'werkgever bellen' --owner 'Ria Stok' --with sdd \
	    --due 2026-02-01
	shown 'werkgever bellen' 'Ria Stok' '01-02-2026'
}

@test "a meeting; the same one again is one meeting" {
	for name in Zoë Bram; do
		done_well on 2026-01-12 follow "$(ref "$name")" meeting \
		    --kind uitstroomoverleg --with sdd \
		    --present stagecoordinator,uwv,sdd
	done
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM meeting')" -eq 1 ]
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM discussion')" -eq 2 ]
	shown '12-01-2026' 'overleg'
}

@test "who does it is in the history" {
	done_well on 2026-01-12 follow "$ZOE" call --reached
	expect_text 0 'Els Bakker' 'follow' '12-01-2026' -- \
	    on 2026-01-20 log "$ZOE"
}

@test "not known: the dossier, the party, the contact, the word" {
	events=$(sqlite3 "$STORE" 'SELECT count(*) FROM event')
	expect_error 3 . -- on 2026-01-12 follow ZZZZZZZZZ call
	expect_error 3 "${ZOE:0:6}" -- on 2026-01-12 follow "${ZOE:0:6}" call
	expect_error 3 'Atlantis' -- on 2026-01-12 follow "$ZOE" agreement \
	    --kind plek --text 'een plek' --with Atlantis
	expect_error 3 'Nemo' -- on 2026-01-12 follow "$ZOE" call \
	    --owner Nemo
	expect_error 3 'theekrans' -- on 2026-01-12 follow "$ZOE" meeting \
	    --kind theekrans
	expect_error 3 'buurvrouw' -- on 2026-01-12 follow "$ZOE" meeting \
	    --kind uitstroomoverleg --present sdd,buurvrouw
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM event')" = "$events" ]
}

@test "consent in one line, and taking it back" {
	done_well on 2026-01-12 follow "$ZOE" consent --to sdd \
	    --sections 'leefgebieden, ondersteuning' --given-by ouders \
	    --name 'Mevrouw Van den Berg' --purpose overgangsdocument \
	    --evidence 'formulier 12' --until 2026-12-31
	expect_json 0 'map({record, sections, gone: (.delivered | length)})' \
	    '[{ record: "ground", sections: ["leefgebieden"], gone: 0 }]' -- \
	    on 2026-01-13 follow "$ZOE" withdraw --to sdd \
	    --section leefgebieden --reason 'bedacht zich' --format json
	expect_error 3 . -- on 2026-01-13 follow "$ZOE" withdraw --to sdd \
	    --section leefgebieden --reason 'nog eens'
}

@test "who may not give consent is told who may" {
	expect_error 3 'jongere' 'de ouders' 'handelingsbekwaam' \
	    'WEC art. 44a' -- on 2026-01-12 follow "$ZOE" consent --to sdd \
	    --sections houding --given-by jongere --purpose overgangsdocument
	expect_error 2 '--given-by' 'de ouders' -- on 2026-01-12 follow \
	    "$ZOE" consent --to sdd --sections houding \
	    --purpose overgangsdocument
	[ "$(sqlite3 "$STORE" 'SELECT count(*) FROM ground')" -eq 0 ]
}

@test "one voice more, from standard input" {
	done_well on 2026-01-12 follow "$ZOE" statement \
	    --section eigen-verhaal --voice leerling --name Zoë --text - \
	    <<<'Ik wil buiten werken.'
	expect_error 3 'zienswijze' -- on 2026-01-12 follow "$ZOE" statement \
	    --section zienswijze --voice school --name 'Els Bakker' \
	    --text 'nee'
	[ "$(sqlite3 "$STORE" 'SELECT text FROM statement')" = \
	    'Ik wil buiten werken.' ]
}

@test "letting go is decided, with a reason" {
	expect_error 2 '--reason' -- on 2026-01-12 follow "$ZOE" decision \
	    --kind loslaten --text 'de begeleiding stopt'
	done_well on 2026-01-12 follow "$ZOE" decision --kind loslaten \
	    --text 'de begeleiding stopt' --reason 'redt zich al een jaar'
	done_well on 2026-02-12 follow "$ZOE" call --reached
	shown 'redt zich al een jaar'
}

@test "wrong usage" {
	expect_error 2 'dansen' -- on 2026-01-12 follow "$ZOE" dansen
	expect_error 2 . -- on 2026-01-12 follow "$ZOE"
	expect_error 2 . -- on 2026-01-12 follow "$ZOE" agreement --kind plek
	expect_error 2 . -- on 2026-01-12 follow "$ZOE" meeting
	expect_error 2 . -- on 2026-01-12 follow "$ZOE" call --reached \
	    --not-reached
	expect_error 2 '31-02-2026' -- on 2026-01-12 follow "$ZOE" call \
	    --on 31-02-2026
}
