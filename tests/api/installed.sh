#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Installs into an empty prefix, moves that prefix, and uses it as others do:
# through find_package, through pkg-config, and by running the commands.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "${DOSSIER_BUILD:?}" --prefix "$work/first" >/dev/null
prefix=$work/moved
mv "$work/first" "$prefix"
here=${DOSSIER_SOURCE:?}/tests/api
wanted=$(sed -n 's/^#define DOSSIER_VERSION "\(.*\)"/\1/p' \
    "$DOSSIER_SOURCE/lib/dossier.h")

same() {
	if [ "$2" != "$3" ]; then
		printf '%s: "%s", not "%s"\n' "$1" "$2" "$3"
		exit 1
	fi
}

mkdir "$work/consumer"
cp "$here/consumer.c" "$work/consumer"
cp "$here/consumer.cmake" "$work/consumer/CMakeLists.txt"
cmake -G Ninja -S "$work/consumer" -B "$work/build" \
    -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$work/build" >/dev/null
same find_package "$("$work/build/consumer")" "$wanted 30 ok"

pc=$(dirname "$(find "$prefix" -name dossier.pc)")
PKG_CONFIG_PATH=$pc
export PKG_CONFIG_PATH
same 'pkg-config version' "$(pkg-config --modversion dossier)" "$wanted"
# shellcheck disable=SC2046 # flags
gcc -o "$work/by-pc" "$here/consumer.c" $(pkg-config --cflags --libs dossier)
same pkg-config "$(LD_LIBRARY_PATH=$(dirname "$pc") "$work/by-pc")" \
    "$wanted 30 ok"

# Nothing of the build tree may be needed.
unset DOSSIER_LOCALE_DIR
same --version "$("$prefix/bin/dossier" --version)" "dossier $wanted"
same 'Dutch help' "$("$prefix/bin/dossier" --help | grep -c '^Gebruik:')" 1
for command in "$prefix"/libexec/dossier/dossier-*; do
	[ -e "$command" ] || continue
	same "$command" "$("$command" --version)" "dossier $wanted"
	same "$command --help" "$("$command" --help | grep -c '^Gebruik:')" 1
done
for file in lib/libdossier.so.0 include/dossier.h \
    share/bash-completion/completions/dossier \
    share/locale/nl/LC_MESSAGES/dossier.mo \
    share/man/man5/dossier-record.5; do
	if ! [ -e "$prefix/$file" ]; then
		echo "$file is not installed"
		exit 1
	fi
done
