#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Holds the includes of lib/ to lib/FLOORS and those of cmd/ to dossier.h and
# common/. Inside a floor no module may include itself by way of others; a
# module is FOO.c with FOO.h and its parts FOO_*.[ch]. A header without a .c
# of its name is no module: who includes it includes what it includes.
set -eu
cd "${DOSSIER_SOURCE:-.}"

edges=$(mktemp)
trap 'rm -f "$edges"' EXIT

# shellcheck disable=SC2016 # awk's own $
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
			foreign[owners] = expression(part[i])
		}
	}
}
FNR == 1 {
	split(FILENAME, place, "/")
	floor = place[2]
	own = module(substr(FILENAME, 5))
	node[own] = 1
	if (FILENAME ~ /\.c$/)
		source[own] = 1
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
			edge[own, module(name)] = node[module(name)] = 1
		next
	}
	if (name == "dossier.h")
		next
	for (i = 1; i <= owners; i++)
		if (name ~ foreign[i] && (owner[i] == floor ||
		    owner[i] == "libc" || owner[i] == "generated"))
			next
	fault("includes " name ", which lib/FLOORS gives to another floor " \
	    "or to none")
}
END {
	for (header in node) {
		if (header in source)
			continue
		for (a in node)
			for (b in node)
				if (a != b && (a, header) in edge &&
				    (header, b) in edge)
					edge[a, b] = 1
		for (a in node) {
			delete edge[a, header]
			delete edge[header, a]
		}
	}
	for (pair in edge) {
		split(pair, end, SUBSEP)
		print end[1], end[2] >edges
	}
	exit bad
}'

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
