#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sh tests/memory.sh FOLDER: can tests work there? 2 GiB free, and programs run.
set -eu

free=$(df -Pk "$1" | awk 'NR == 2 { print $4 }')
[ "$free" -ge 2097152 ]
own=$(mktemp -d "$1/dossier-test-XXXXXX")
trap 'rm -r "$own"' EXIT
printf '#!/bin/sh\n' >"$own/program"
chmod 700 "$own/program"
"$own/program"
