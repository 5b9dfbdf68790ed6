# SPDX-License-Identifier: EUPL-1.2
# What the manual pages show works: the examples of a page are one script,
# run in an empty folder on a fresh sample, on the day of that sample.
load ../helpers

DAY=2026-03-02

setup() {
	new_home
	done_well on "$DAY" init --sample --as 'Marijke Visser' \
	    --db "$BATS_TEST_TMPDIR/sample.db"
}

# examples PAGE: its lines of commands, in order.
examples() {
	sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE ALSO/s/^\.Dl //p' "$1"
}

# script PAGE: what a reader would do who has that day as today.
script() {
	printf 'set -eu\ndossier() { command %q "$@" --today %s; }\n' \
	    "${DOSSIER_BIN:-dossier}" "$DAY"
	examples "$1"
}

# run_page PAGE: with a store of its own.
run_page() {
	local name=${1##*/} code=0

	mkdir "$name.d"
	cp -p "$BATS_TEST_TMPDIR/sample.db" "$name.db"
	script "$1" >"$name.sh"
	(
		export DOSSIER_DB=$PWD/$name.db
		cd "$name.d" && exec sh "../$name.sh"
	) >"$BOOK/out" 2>"$BOOK/err" </dev/null || code=$?
	if [ "$code" -ne 0 ] || [ -s "$BOOK/err" ]; then
		refuse "$name: exit status $code"
	fi
}

@test "the examples of every page run, and say nothing on stderr" {
	bad=0
	for page in "$DOSSIER_SOURCE"/man/*.1; do
		[ -n "$(examples "$page")" ] || refuse "$page: no examples"
		run_page "$page" || bad=1
	done
	[ "$bad" -eq 0 ]
}

@test "no page tells of an option that its command lacks" {
	bad=0
	for name in $(dossier --list-commands); do
		dossier "$name" --completion-data | sed -n 's/^--//p' |
		    cut -f 1 >has
		grep '^\.It Fl' "$DOSSIER_SOURCE/man/dossier-$name.1" |
		    grep -o 'Fl Fl [a-z-]*' | cut -d ' ' -f 3 >told || true
		if grep -vxFf has told; then
			bad=1
		fi
	done
	[ "$bad" -eq 0 ]
}
