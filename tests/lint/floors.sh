#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Holds the includes of lib/ to lib/FLOORS and those of cmd/ to dossier.h and
# common/. Inside a floor no module may include itself by way of others; a
# module is FOO.[ch] with its parts FOO_*.[ch].
set -eu
cd "${DOSSIER_SOURCE:-.}"

edges=$(mktemp)
trap 'rm -f "$edges"' EXIT

find lib -mindepth 2 -name '*.[ch]' | sort | xargs awk -v edges="$edges" '
function module(path) {
	sub(/\.[ch]$/, "", path)
	sub(/_.*/, "", path)
	return path
}
function fault(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text
	bad = 1
}
# A pattern of the shell as a regular expression.
function expression(pattern) {
	gsub(/\./, "\\.", pattern)
	gsub(/\*/, ".*", pattern)
	return "^" pattern "$"
}
BEGIN {
	while ((getline line <"lib/FLOORS") > 0) {
		n = split(line, part, /[ \t]+/)
		if (n == 0 || line ~ /^#/)
			continue
		if (!(part[1] in level))
			level[part[1]] = ++top
		for (i = 2; i <= n; i++) {
			owner[++owners] = part[1]
			header[owners] = expression(part[i])
		}
	}
}
FNR == 1 {
	split(FILENAME, place, "/")
	floor = place[2]
	own = module(substr(FILENAME, 5))
	if (!(floor in level))
		fault("the folder is no floor of lib/FLOORS")
}
/^[ \t]*#[ \t]*include/ {
	name = $0
	sub(/^[^<"]*[<"]/, "", name)
	sub(/[>"].*/, "", name)
	split(name, place, "/")
	if ($0 ~ /"/ && place[1] in level && place[2] != "") {
		if (level[place[1]] > level[floor])
			fault("includes " name ", which is a higher floor")
		if (place[1] == floor && module(name) != own)
			print own, module(name) >edges
		next
	}
	if (name == "dossier.h")
		next
	# A name of our own that a foreign pattern also fits is ours: quotes.
	for (i = 1; i <= owners; i++)
		if (name ~ header[i] && (owner[i] == floor ||
		    owner[i] == "libc" || owner[i] == "generated"))
			next
	fault("includes " name ", which lib/FLOORS gives to another floor " \
	    "or to none")
}
END { exit bad }'

if ! tsort "$edges" >/dev/null 2>&1; then
	echo 'modules of one floor include each other in a circle:'
	tsort "$edges" 2>&1 >/dev/null | sed 's/^tsort: -: //; s/^tsort: //'
	exit 1
fi

if grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' \
    cmd/*.c cmd/common/*.[ch] | grep -vE '"(dossier\.h|common/[a-z_]+\.h)"'
then
	echo 'cmd/ includes dossier.h and common/ only'
	exit 1
fi
