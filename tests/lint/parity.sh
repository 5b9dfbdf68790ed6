#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A command is one word, said the same everywhere: its source, its page, its
# test and its completion. Each option of its table stands in its page, or,
# where every command has it, in dossier(1).
set -eu
cd "${DOSSIER_SOURCE:-.}"
bad=0

fault() {
	echo "$1"
	bad=1
}

cut -f 1 cmd/commands.list >"${DOSSIER_BUILD:?}/commands"
while read -r name; do
	page=man/dossier-$name.1
	for file in "cmd/dossier-$name.c" "$page" "tests/cmd/$name.bats"; do
		[ -e "$file" ] || fault "$file is missing"
	done
	if ! [ -e "$page" ] || ! [ -e "cmd/dossier-$name.c" ]; then
		continue
	fi
	data=$(dossier "$name" --completion-data) ||
		fault "dossier $name --completion-data fails"
	for option in $(printf '%s\n' "$data" | sed -n 's/^--\([^\t]*\).*/\1/p')
	do
		grep -qE -- "Fl Fl $option( |\$|=)" "$page" man/dossier.1 ||
			fault "$page: --$option is not in it"
	done
done <"$DOSSIER_BUILD/commands"
[ "$(dossier --list-commands)" = "$(cat "$DOSSIER_BUILD/commands")" ] ||
	fault 'dossier --list-commands and cmd/commands.list differ'
exit $bad
