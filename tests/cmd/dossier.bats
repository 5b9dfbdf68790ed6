#!/usr/bin/env bats
# SPDX-License-Identifier: EUPL-1.2
# The dispatcher. A region's own command is any dossier-NAME it can find.

bats_require_minimum_version 1.5.0

setup() {
	bin=$DOSSIER_BUILD/bin
	own=$BATS_TEST_TMPDIR/own
	mkdir -p "$own"
	cat >"$own/dossier-groet" <<-'END'
		#!/bin/sh
		printf 'groet:'
		printf ' <%s>' "$@"
		exit 42
	END
	chmod +x "$own/dossier-groet"
}

# Run with stdout, stderr and exit code apart.
pinned() {
	run --separate-stderr "$@"
}

@test "a command on PATH gets its arguments and gives its exit code" {
	PATH=$own:$PATH pinned -42 dossier groet a "b c" --x
	[ "$output" = "groet: <a> <b c> <--x>" ]
	[ "$stderr" = "" ]
}

@test "DOSSIER_EXEC_PATH comes before PATH" {
	mkdir "$own/first"
	printf '#!/bin/sh\necho first\n' >"$own/first/dossier-groet"
	chmod +x "$own/first/dossier-groet"
	DOSSIER_EXEC_PATH=$own/first PATH=$own:$PATH pinned -0 dossier groet
	[ "$output" = "first" ]
}

@test "commands are found beside a prefix that was moved" {
	mkdir -p "$own/p/bin" "$own/p/libexec/dossier"
	cp "$bin/dossier" "$own/p/bin"
	cp "$own/dossier-groet" "$own/p/libexec/dossier"
	pinned -42 "$own/p/bin/dossier" groet
}

@test "a typo gets a suggestion and exit 2" {
	pinned -2 dossier intkae
	[ "$output" = "" ]
	[ "${stderr_lines[0]}" = "dossier: De opdracht intkae bestaat niet." ]
	[ "${stderr_lines[1]}" = "Bedoelt u intake?" ]
	LC_ALL=en_GB pinned -2 dossier overdrahct
	[ "${stderr_lines[0]}" = "dossier: There is no command overdrahct." ]
	[ "${stderr_lines[1]}" = "Did you mean overdracht?" ]
}

@test "an option that there is not, and help about help" {
	LC_ALL=en_GB pinned -2 dossier --onzin
	[ "${stderr_lines[0]}" = "dossier: There is no option --onzin." ]
	LC_ALL=en_GB pinned -2 dossier "$(printf -- '--a\033[31m')"
	[ "${stderr_lines[0]}" = "dossier: There is no option ?." ]
	all=$(dossier --help)
	for word in -h --help help; do
		pinned -0 dossier help "$word"
		[ "$output" = "$all" ]
	done
}

@test "what is like nothing gets the way to the list" {
	pinned -2 dossier zzzzzz
	[ "${stderr_lines[1]}" = "Alle opdrachten: dossier --help" ]
}

@test "a name is never a path, and never reaches the terminal as it is" {
	PATH=$own:$PATH pinned -2 dossier ../own/dossier-groet
	[ "${stderr_lines[0]}" = "dossier: De opdracht ? bestaat niet." ]
	pinned -2 dossier "$(printf 'a\033[31m')"
	[ "${stderr_lines[0]}" = "dossier: De opdracht ? bestaat niet." ]
	pinned -2 dossier help /etc/passwd
	[ "$output" = "" ]
	pinned -2 dossier ""
}

@test "Dutch aliases" {
	for name in match handover report; do
		printf '#!/bin/sh\necho %s "$@"\n' $name \
			>"$own/dossier-$name"
		chmod +x "$own/dossier-$name"
	done
	export DOSSIER_EXEC_PATH=$own
	pinned -0 dossier koppel x
	[ "$output" = "match x" ]
	pinned -0 dossier overdracht x
	[ "$output" = "handover x" ]
	pinned -0 dossier rapport x
	[ "$output" = "report x" ]
}

@test "help without a page asks the command" {
	export DOSSIER_EXEC_PATH=$own
	pinned -42 dossier help groet
	[ "$output" = "groet: <--help>" ]
}

@test "help opens the page where man has one" {
	mkdir "$own/tools"
	cat >"$own/tools/man" <<-'END'
		#!/bin/sh
		echo "man $* in ${MANPATH%%:*}"
	END
	chmod +x "$own/tools/man"
	PATH=$own/tools:$PATH pinned -0 dossier help rapport
	[ "$output" = "man dossier-report in $bin/../share/man" ]
	PATH=$own/tools:$PATH pinned -0 dossier help record
	[ "$output" = "man dossier-record in $bin/../share/man" ]
}

@test "help finds the pages of file formats" {
	for page in output record rules; do
		MANPATH=$DOSSIER_BUILD/share/man run man -w 5 "dossier-$page"
		[ "$status" -eq 0 ]
		[[ $output == *"/man5/dossier-$page.5" ]]
	done
}

@test "help lists every command, in Dutch and in English" {
	pinned -0 dossier --help
	[ "$stderr" = "" ]
	[[ $output == *$'\nGebruik:\n'* ]]
	while read -r name; do
		[[ $output == *$'\n  '"$name "* ]]
	done < <(cut -f 1 "$DOSSIER_SOURCE/cmd/commands.list")
	LC_ALL=en_GB pinned -0 dossier help
	[[ $output == *$'\nUsage:\n'* ]]
	pinned -2 dossier
	[ "$output" = "" ]
	[[ $stderr == *$'\nGebruik:\n'* ]]
}

@test "help fits in 80 columns" {
	for language in nl en; do
		LC_ALL=$language pinned -0 dossier --help
		for line in "${lines[@]}"; do
			[ "$(printf %s "$line" | LC_ALL=C.UTF-8 wc -m)" -le 80 ]
		done
	done
}

@test "the list of commands, and the version" {
	pinned -0 dossier --list-commands
	[ "$output" = "$(cut -f 1 "$DOSSIER_SOURCE/cmd/commands.list")" ]
	pinned -0 dossier --version
	[[ $output == "dossier "[0-9]*.[0-9]*.[0-9]* ]]
}

@test "output that cannot be written is no success" {
	pinned -4 sh -c 'dossier --help >/dev/full'
}

@test "the dispatcher does not load the library" {
	run ldd "$bin/dossier"
	[[ $output != *libdossier* ]]
}
