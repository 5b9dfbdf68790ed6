#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Length of functions (80) and files (450; the public header 600), the SPDX
# line on top, blanks at line ends, words that say something is unfinished,
# and functions of C that are too easily used wrongly.
set -eu
cd "${DOSSIER_SOURCE:-.}"

sources=$(find lib cmd man tests -name '*.[ch]' | sort)
others=$(find lib cmd man tests schema .ci \( -name '*.sh' -o -name '*.bats' \
    -o -name '*.cmake' -o -name '*.bash' -o -name CMakeLists.txt \
    -o -path .ci/run -o -path tests/setup \) | sort)
bad=0

# shellcheck disable=SC2086 # lists of names without blanks
awk '
FNR == 1 && FILENAME != "lib/dossier.h" { most = 450 }
FNR == 1 && FILENAME == "lib/dossier.h" { most = 600 }
FNR == most + 1 { printf "%s: more than %d lines\n", FILENAME, most; bad = 1 }
FNR == 1 { opened = 0 }
/^\{/ { opened = FNR }
/^\}/ && opened {
	if (FNR - opened - 1 > 80) {
		printf "%s:%d: a function of %d lines\n", FILENAME, opened,
		    FNR - opened - 1
		bad = 1
	}
	opened = 0
}
END { exit bad }' $sources || bad=1

for file in $sources $others; do
	if ! head -n 2 "$file" | grep -q 'SPDX-License-Identifier: EUPL-1.2'
	then
		echo "$file: no SPDX line on top"
		bad=1
	fi
done

# shellcheck disable=SC2086
if grep -nE '[[:blank:]]$' $sources $others; then
	echo 'blanks at the end of a line'
	bad=1
fi
# The words are parted here, so that this file does not find itself.
# shellcheck disable=SC2086
if grep -nE '(^|[^A-Z])(TO''DO|FIX''ME|XX''X)([^A-Z]|$)' $sources $others; then
	echo 'something is unfinished'
	bad=1
fi
# shellcheck disable=SC2086
if grep -nE \
    '(^|[^a-z_])(strcpy|strcat|sprintf|strtok|atoi|gmtime|ctime|gets)\(' \
    $sources; then
	echo 'a function that is too easily used wrongly'
	bad=1
fi
exit $bad
