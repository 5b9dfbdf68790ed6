#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The manual pages are lint-clean and each says how its command ends.
set -eu
cd "${DOSSIER_SOURCE:-.}"
bad=0

for page in man/*.[157]; do
	[ -e "$page" ] || continue
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
exit $bad
