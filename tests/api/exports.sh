#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# What the shared library exports is what the header declares, no less, no
# more.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The name before the first bracket of each declaration after DOSSIER_API.
gcc -E -P -x c "${DOSSIER_SOURCE:?}/lib/dossier.h" |
    tr -s '[:space:]' ' ' | tr ';{}' '[\n*3]' |
    sed -n 's/^.*__attribute__((visibility("default")))//p' |
    sed 's/__attribute__((warn_unused_result))//' |
    sed 's/^[^(]*[ *]\(dossier_[a-z0-9_]*\) *(.*/\1/' |
    sort >"$work/declared"
nm -D --defined-only "${DOSSIER_BUILD:?}"/lib*/libdossier.so |
    awk '{ print $3 }' | sort >"$work/exported"
if ! [ -s "$work/declared" ]; then
	echo 'no declaration found in the header'
	exit 1
fi
diff -u "$work/declared" "$work/exported"
