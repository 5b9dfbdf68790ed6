#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sh tests/demo.sh FOLDER: the main job on the sample region. The answers are
# left in FOLDER; the end says what to open.
set -eu

mkdir -p "$1"
cd "$1"
rm -rf ./*
export DOSSIER_DB="$PWD/region.db"
day=2026-03-02

say() {
	printf '\n$ dossier'
	for word; do
		case $word in
		*' '*) printf ' "%s"' "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
	printf '\n'
	dossier "$@" --today $day
}

# $1: a key of the first row of `report caseload`.
first() {
	dossier report caseload --today $day --format json |
	    sed -n "2s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

say init --sample --as 'Marijke Visser'
say report due --within 14 | head -n 24
printf '…\n'
say report due --format html --output due.html
say report caseload --format html --output caseload.html
say report contacts --format csv --output contacts.csv

ref=$(first ref)
to=$(first municipality)
say match route "$ref"
say match place "$ref" --format html --output places.html
say show "$ref" --format html --output dossier.html
say follow "$ref" agreement --kind ondersteuning --with "$to" \
    --text 'Jobcoach in het eerste halfjaar'
say handover prepare "$ref" --to "$to"
say handover send "$ref" --to "$to" --ground 'Toestemming van de jongere'
say handover accept "$ref" --to "$to" --said-by 'Klantmanager' \
    --channel telefoon
say verify

cat <<END

Open these in a browser or a spreadsheet:
  $PWD/due.html         what is due, and whom to call
  $PWD/dossier.html     one dossier
  $(ls "$PWD"/overgangsdocument-*.html)
                        its overgangsdocument, as the municipality gets it
  $PWD/places.html      places that fit, and what stands in the way
  $PWD/caseload.html    who is where
  $PWD/contacts.csv     whom to call, for Excel
Go on trying with:
  export DOSSIER_DB=$DOSSIER_DB PATH=$(dirname "$(command -v dossier)"):\$PATH
  dossier help
END
