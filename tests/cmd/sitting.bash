# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What the tests of editing share: Zoë's dossier, and an editor that does what
# it is told step by step and keeps what it saw.

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
	export VISUAL='' EDITOR=$BATS_TEST_TMPDIR/editor
	STEPS=$BATS_TEST_TMPDIR/steps
	mkdir -p "$STEPS"
	# Each time it is opened it keeps what it sees and runs the next step.
	cat >"$EDITOR" <<-END
	#!/bin/sh
	for file; do :; done
	set -- "\$file"
	n=\$((\$(cat "$STEPS/count" 2>/dev/null) + 1))
	echo "\$n" >"$STEPS/count"
	cp "\$1" "$STEPS/seen.\$n"
	[ ! -f "$STEPS/\$n" ] || . "$STEPS/\$n"
	END
	chmod +x "$EDITOR"
}

teardown() {
	rm -rf /dev/shm/dossier-*"$ZOE"*
}

# steps COMMAND…: what the editor does the first time, the second, … with
# the file "$1".
steps() {
	local n=0 step

	rm -f "$STEPS"/*
	for step; do
		n=$((n + 1))
		printf '%s\n' "$step" >"$STEPS/$n"
	done
}

# change SED…: a step that edits as those say.
change() {
	printf 'sed -i'
	printf " -e '%s'" "$@"
	printf ' "$1"'
}

opened() {
	[ "$(cat "$STEPS/count")" -eq "$1" ] ||
	    refuse "opened $(cat "$STEPS/count") times, not $1"
}

# sees N PATTERN…: what stood in the editor the N-th time.
sees() {
	cp "$STEPS/seen.$1" "$BOOK/seen"
	sed -i 's/^ *#!* *//' "$BOOK/seen"
	mv "$BOOK/seen" "$BOOK/out"
	shift
	mentions out "$@"
}

events() {
	sqlite3 "$STORE" 'SELECT count(*) FROM event'
}

edit_zoe() {
	on 2026-01-12 edit "$ZOE" "$@" --lang en
}

# field NAME: what the dossier file has under that name.
field() {
	on 2026-01-12 show "$ZOE" --format yaml |
	    sed -n "s/^ *\"\{0,1\}$1\"\{0,1\}: //p"
}
