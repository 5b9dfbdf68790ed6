#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Sources are listed by hand: finds those that nobody listed.
set -eu
cd "${DOSSIER_SOURCE:-.}"
bad=0

# $1: the list; $2: a file; $3: how it stands in the list, an expression.
need() {
	if ! grep -qE -- "(^|[ (])$3(\$|[ )])" "$1"; then
		echo "$2 does not stand in $1"
		bad=1
	fi
}

for file in lib/*/*.c; do
	need lib/CMakeLists.txt "$file" "${file#lib/}"
done
for file in cmd/common/*.c; do
	need cmd/CMakeLists.txt "$file" "${file#cmd/}"
done
for file in schema/migrations/*.sql schema/queries/*.sql \
    schema/packs/*.yaml; do
	[ -e "$file" ] || continue
	need schema/CMakeLists.txt "$file" "${file##*/}"
done
for file in tests/*/test_*.c tests/*/fuzz_*.c; do
	[ -e "$file" ] || continue
	name=${file##*/}
	name=${name%.c}
	need tests/CMakeLists.txt "$file" "${name#*_}"
done
for file in tests/browser/*.bats tests/cmd/*.bats tests/systems/*.bats; do
	[ -e "$file" ] || continue
	name=${file##*/}
	need tests/CMakeLists.txt "$file" "${name%.bats}"
done
for file in man/*.[157]; do
	[ -e "$file" ] || continue
	name=${file#man/dossier-}
	cut -f 1 cmd/commands.list | grep -qx "${name%.1}" ||
		need cmd/CMakeLists.txt "$file" "${file#man/}"
done
for file in man/*.in man/*.c; do
	need man/CMakeLists.txt "$file" "${file#man/}"
done
for file in cmd/dossier-*.c; do
	[ -e "$file" ] || continue
	name=${file##*/dossier-}
	if ! cut -f 1 cmd/commands.list | grep -qx "${name%.c}"; then
		echo "$file does not stand in cmd/commands.list"
		bad=1
	fi
done
exit $bad
