# SPDX-License-Identifier: EUPL-1.2
# 200 random dossiers, followed through every command that can let something
# leave, in every format: no word gets out that no ground covers.
load ../helpers

DOSSIERS=200
TO=0399
DAY=2026-05-11

setup_file() {
	export HOME=$BATS_FILE_TMPDIR XDG_DATA_HOME=$BATS_FILE_TMPDIR
	export DOSSIER_DB=$BATS_FILE_TMPDIR/leak.db
	unset DOSSIER_AS
	command dossier init --pack nl --as 'Els Bakker' --today 2026-01-01 \
	    --quiet
	"$DOSSIER_BUILD/tests/leak-fill" "$DOSSIER_DB" "$DOSSIERS" "$TO" \
	    2>/dev/null | grep -E '^[0-9A-Z]{9} K[0-9a-f]{6} ' \
	    >"$BATS_FILE_TMPDIR/canaries"
	cut -d ' ' -f 1 "$BATS_FILE_TMPDIR/canaries" | sort -u \
	    >"$BATS_FILE_TMPDIR/refs"
	[ "$(wc -l <"$BATS_FILE_TMPDIR/refs")" -eq "$DOSSIERS" ]
}

setup() {
	export DOSSIER_DB=$BATS_FILE_TMPDIR/leak.db
	cd "$BATS_TEST_TMPDIR" || return
}

# held_to COLUMN FILE…: the canaries in the files, whose name begins with the
# ref of its dossier, are all allowed by that column; says how many there are.
held_to() {
	local column=$1

	shift
	awk -v column="$column" -v list="$BATS_FILE_TMPDIR/canaries" '
	BEGIN {
		while ((getline line <list) > 0) {
			split(line, part, " ")
			owner[part[2]] = part[1]
			may[part[2]] = part[column]
		}
	}
	FNR == 1 { ref = FILENAME; sub(/.*\//, "", ref)
		sub(/[.].*/, "", ref) }
	{
		rest = $0
		while (match(rest, /K[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]/)) {
			word = substr(rest, RSTART, RLENGTH)
			rest = substr(rest, RSTART + RLENGTH)
			if (!(word in owner))
				continue
			count++
			if (owner[word] == ref && may[word] == "yes")
				continue
			printf "%s: %s of %s got out\n", FILENAME, word,
			    owner[word]
			bad++
		}
	}
	END { print count + 0; exit bad != 0 }' "$@"
}

# has_all REF FILE: the dossier as YAML for a party has all that it may have.
has_all() {
	awk -v ref="$1" '$1 == ref && $3 == "yes" { print $2 }' \
	    "$BATS_FILE_TMPDIR/canaries" >"$BATS_FILE_TMPDIR/wanted"
	grep -oE 'K[0-9a-f]{6}' "$2" | sort -u >"$BATS_FILE_TMPDIR/found" || :
	if grep -vxF -f "$BATS_FILE_TMPDIR/found" \
	    "$BATS_FILE_TMPDIR/wanted"; then
		refuse "$1 lacks these"
	fi
}

@test "show --for, in every format; as YAML all that may be seen" {
	local ref format seen

	while read -r ref; do
		for format in text json html yaml csv; do
			command dossier show "$ref" --for "$TO" --today "$DAY" \
			    --format "$format" >"$ref.$format"
		done
		has_all "$ref" "$ref.yaml"
		command dossier show "$ref" --for "$TO" --timeline \
		    --today "$DAY" --format html >"$ref.line"
		command dossier show "$ref" --for "$TO" --statement \
		    --today "$DAY" --format html >"$ref.statement"
	done <"$BATS_FILE_TMPDIR/refs"
	seen=$(held_to 3 ./*)
	[ "$seen" -gt 1000 ]
}

@test "what a handover writes" {
	local ref sent=0 seen

	while read -r ref; do
		command dossier handover prepare "$ref" --to "$TO" --quiet \
		    --today "$DAY" 2>/dev/null || continue
		command dossier handover send "$ref" --to "$TO" --quiet \
		    --ground 'Toestemming' --folder "$ref" \
		    --today "$DAY" 2>/dev/null || continue
		cat "$ref"/* >"$ref.all"
		sent=$((sent + 1))
	done <"$BATS_FILE_TMPDIR/refs"
	[ "$sent" -gt 100 ]
	seen=$(held_to 4 ./*.all)
	[ "$seen" -gt 1000 ]
}
