#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sh tests/demo.sh FOLDER: the main job on the sample region. The answers are
# left in FOLDER; the end says what to open.
set -eu

mkdir -p "$1"
cd "$1"
rm -rf ./*
export DOSSIER_DB="$PWD/region.db"

say() {
	printf '\n$ dossier'
	printf ' %s' "$@"
	printf '\n'
	dossier "$@"
}

say init --sample
say report caseload --output caseload.html --format html
say report due --within 60
say match route --all --output routes.html --format html

# The first youth on the list of what is due.
ref=$(dossier report due --within 60 --format json |
    grep -o '"ref": *"[^"]*"' | sed 's/.*"\(.*\)"/\1/; q')
say show "$ref"
say handover prepare "$ref"
say report contacts --output contacts.csv --format csv

cat <<END

Open these in a browser or a spreadsheet:
  $PWD/caseload.html
  $PWD/routes.html
  $PWD/contacts.csv
Go on trying with:
  export DOSSIER_DB=$DOSSIER_DB
END
