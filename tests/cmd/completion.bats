#!/usr/bin/env bats
# SPDX-License-Identifier: EUPL-1.2
# Completion for bash, with a command whose table is known.

setup() {
	own=$BATS_TEST_TMPDIR/own
	mkdir -p "$own"
	cat >"$own/dossier-report" <<-'END'
		#!/bin/sh
		[ "$1" = --completion-data ] || exit 2
		printf '%s\t%s\n' --db file --as any -q none --quiet none
		printf -- '--format\ttext\tcsv\tjson\n'
		printf 'word\t0\tcaseload\tdue\n'
	END
	cat >"$own/dossier-follow" <<-'END'
		#!/bin/sh
		printf '%s\t%s\n' --as any --quiet none
		printf 'word\t1\tcall\tvisit\n'
	END
	cat >"$own/dossier-intake" <<-'END'
		#!/bin/sh
		printf '%s\t%s\n' --map file operand file
	END
	chmod +x "$own"/dossier-*
	export DOSSIER_EXEC_PATH=$own
	# shellcheck source=cmd/completion/dossier.bash
	source "$DOSSIER_SOURCE/cmd/completion/dossier.bash"
	cd "$BATS_TEST_TMPDIR"
	touch leerlingen.csv "twee woorden.csv"
}

# The offers for a line, given word by word as bash parts it; the last is the
# word under the cursor.
offers() {
	COMP_WORDS=(dossier "$@")
	COMP_CWORD=$#
	_dossier dossier "${COMP_WORDS[COMP_CWORD]}" \
		"${COMP_WORDS[COMP_CWORD - 1]}"
	printf '%s\n' "${COMPREPLY[@]}"
}

@test "commands, also after help" {
	[ "$(offers rep)" = report ]
	[ "$(offers help rep)" = report ]
	[ "$(offers he)" = help ]
	every=$(cut -f 1 "$DOSSIER_SOURCE/cmd/commands.list")
	[ "$(offers help '')" = "$every" ]
}

@test "options and their values" {
	[ "$(offers report --f)" = --format ]
	[ "$(offers report --format '')" = $'text\ncsv\njson' ]
	[ "$(offers report --format j)" = json ]
	[ "$(offers report --format = '')" = $'text\ncsv\njson' ]
	[ "$(offers report --format =)" = $'text\ncsv\njson' ]
	[ "$(offers report --format = c)" = csv ]
	[ "$(offers report --db l)" = leerlingen.csv ]
	[ "$(offers report --as '')" = "" ]
}

@test "the words of a command, where they stand" {
	[ "$(offers report '')" = $'caseload\ndue' ]
	[ "$(offers report -q d)" = due ]
	[ "$(offers report --format json d)" = due ]
	[ "$(offers report --format = json d)" = due ]
	[ "$(offers report due '')" = "" ]
	[ "$(offers follow ABC v)" = visit ]
	[ "$(offers follow --as An ABC --quiet c)" = call ]
}

@test "a name or number of a person is never offered" {
	touch call-an 12345
	[ "$(offers follow '')" = "" ]
	[ "$(offers follow 1)" = "" ]
}

@test "files where files go, also with blanks" {
	[ "$(offers intake l)" = leerlingen.csv ]
	[ "$(offers intake t)" = "twee woorden.csv" ]
	[ "$(offers intake --map t)" = "twee woorden.csv" ]
}

@test "a command that does not exist offers nothing" {
	[ "$(offers zzzzz '')" = "" ]
}

@test "codes come from the descriptors, by the real commands" {
	unset DOSSIER_EXEC_PATH
	[[ $'\n'$(offers follow --kind '')$'\n' == \
	    *$'\nuitstroomoverleg\n'*$'\nondersteuning\n'* ]]
	[ "$(offers follow --kind uits)" = uitstroomoverleg ]
	[ "$(offers follow --present ver)" = vervanger ]
	[ "$(offers handover --folder l)" = leerlingen.csv ]
	[ "$(offers follow --owner '')" = "" ]
}

# What may be offered is said by the commands; none of it is about people.
@test "names, numbers and days are offered by no command" {
	unset DOSSIER_EXEC_PATH
	for name in $(dossier --list-commands); do
		dossier "$name" --completion-data
	done >"$BATS_TEST_TMPDIR/data"
	for option in as by contact due from limit on owner reason said-by set \
	    text to today undo until with within; do
		awk -F '\t' -v option="--$option" '
		$1 == option && ($2 != "any" || NF != 2) { bad = 1 }
		END { exit bad }' "$BATS_TEST_TMPDIR/data"
	done
}
