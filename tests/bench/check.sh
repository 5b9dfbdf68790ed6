#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sh check.sh ANSWER PLANTED: does the JSON of an intake name every planted
# fault by row and column, and nothing else? Says what differs: < was not
# named, > is a false alarm.
set -eu

found=$(mktemp)
wanted=$(mktemp)
trap 'rm -f "$found" "$wanted"' EXIT

jq -r '.[0].faults[] | "\(.row);\(.column // "")"' "$1" |
    LC_ALL=C sort >"$found"
cut -d';' -f1,2 "$2" | LC_ALL=C sort >"$wanted"
if diff "$wanted" "$found" | grep '^[<>]'; then
	exit 1
fi
[ -s "$wanted" ] || {
	echo 'nothing was planted'
	exit 1
}
