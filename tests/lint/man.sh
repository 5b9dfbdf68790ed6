#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The manual pages are lint-clean and each says how its command ends. The one
# that is made while building is the same whoever makes it.
set -eu
cd "${DOSSIER_SOURCE:-.}"
bad=0
made=${DOSSIER_BUILD:?}/share/man/man5/dossier-record.5

for page in man/*.[157] "$made"; do
	mandoc -Tlint -Wwarning "$page" || bad=1
	case $page in
	*.1)
		for section in 'EXIT STATUS' EXAMPLES; do
			if ! grep -qx "\\.Sh $section" "$page"; then
				echo "$page: no section $section"
				bad=1
			fi
		done
		;;
	esac
done
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
LC_ALL=nl_NL.UTF-8 LANGUAGE=en "$DOSSIER_BUILD/man/record-page" \
    man/dossier-record.5.in "$DOSSIER_BUILD/share/locale" "$again/page"
cmp "$made" "$again/page" || bad=1
exit $bad
