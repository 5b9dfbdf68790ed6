# SPDX-License-Identifier: EUPL-1.2
# Whoever sees something of a person leaves one line in the history, with its
# six fields (BIO2 8.15.01), before the first byte is seen; and where that
# line cannot be written nothing is seen.
load ../helpers

setup() {
	region drechtsteden 2025-10-01 uitstroom
	ZOE=$(ref Zoë)
	BRAM=$(ref Bram)
	DAY=2026-01-14
}

# each COMMAND…: with every command, and every option of it that changes who
# or what is shown.
each() {
	local party

	"$@" show "$ZOE" &&
	    "$@" show "$ZOE" --on 2025-11-01 &&
	    "$@" show "${ZOE:0:6}" || return
	if dossier show --completion-data | grep -q '^--for[[:space:]]'; then
		"$@" show "$ZOE" --for 0505 && "$@" show "$ZOE" --timeline ||
		    return
	fi
	"$@" log && "$@" log "$ZOE" || return
	"$@" disclose "$ZOE" && "$@" disclose "$ZOE" --numbers --to Zoë &&
	    "$@" disclose "$ZOE" --since 2026-01-01 || return
	for report in caseload due schemes grounds labour intake; do
		"$@" report "$report" && "$@" report "$report" --mine &&
		    "$@" report "$report" --school 02QZ00 || return
	done
	"$@" report due --within 400 &&
	    "$@" report caseload --municipality 0505 &&
	    "$@" report contacts && "$@" report contacts --school 02QZ00 &&
	    "$@" report call --municipality 0505 || return
	"$@" match route "$ZOE" && "$@" match route --all &&
	    "$@" match place "$ZOE" && "$@" match place "$ZOE" --limit 1 ||
	    return
	"$@" rules explain route "$ZOE" &&
	    "$@" rules compare "$ZOE" --with utrecht || return
	"$@" edit "$BRAM" --merge "$ZOE" --prefer "$BRAM" --reason proef \
	    --dry-run
}

# last: how many lines the history has.
last() {
	sqlite3 "$STORE" 'SELECT max(id) FROM txn'
}

# one_look BEFORE WHAT: since then one line came, with all six fields.
one_look() {
	local found

	found=$(sqlite3 "$STORE" "SELECT count(*) ||
	    ifnull(min(length(action) > 0 AND length(object) > 0 AND
	    result = 'shown' AND length(origin) > 0 AND length(name) > 0 AND
	    length(at) = 20), '') FROM txn WHERE id > $1")
	[ "$found" = 11 ] || refuse "$2: $found"
}

nobody_reads() {
	local before

	before=$(last)
	on "$DAY" "$@" >&- 2>/dev/null || true
	one_look "$before" "closed: $*"
}

somebody_leaves() {
	local before

	before=$(last)
	{
		on "$DAY" "$@" --format json 2>/dev/null || true
	} | true
	one_look "$before" "pipe: $*"
}

@test "one line, also where nobody reads" {
	each nobody_reads
}

@test "one line, also where the reader leaves" {
	each somebody_leaves
}

# Whatever is written ends in an error, as on a medium that is only read.
cannot_be_written() {
	sqlite3 "$STORE" "CREATE TRIGGER closed BEFORE INSERT ON txn
	    BEGIN SELECT RAISE(ABORT, 'closed'); END"
}

nothing_seen() {
	local code=0

	on "$DAY" "$@" >seen 2>said || code=$?
	[ "$code" -ne 0 ] || refuse "$*: exit 0" || return
	[ ! -s seen ] || refuse "$*: $(head -n 3 seen)" || return
	! grep -qE 'Zoë|Berg|Bram|Smit|Noor' said ||
	    refuse "$*: $(cat said)" || return
	on "$DAY" "$@" -o page.html --format html 2>/dev/null || true
	[ ! -e page.html ] || refuse "$*: a page"
}

@test "a line that cannot be written: nothing is seen" {
	cannot_be_written
	each nothing_seen
}

@test "a change is one line too, and is what is told" {
	for change in "edit $ZOE --set class=4B" "follow $ZOE call" \
	    "follow $ZOE note --text Goed" "handover prepare $ZOE --to 0505" \
	    "match route $ZOE --override dagbesteding --by Els --reason x"; do
		before=$(last)
		# shellcheck disable=SC2086 # words
		done_well on "$DAY" $change
		[ "$(sqlite3 "$STORE" "SELECT count(*) || action FROM txn
		    WHERE id > $before AND object = '$ZOE' AND
		    result = 'done'")" != 0 ]
		[ "$(last)" -eq $((before + 1)) ]
	done
}

@test "what only counts leaves no line" {
	before=$(last)
	done_well on "$DAY" report norms --all
	done_well on "$DAY" report domains
	done_well on "$DAY" rules list
	done_well on "$DAY" rules show nl
	[ "$(last)" -eq "$before" ]
}

@test "who is named in a list is named in the line" {
	done_well on "$DAY" report caseload
	found=$(sqlite3 "$STORE" 'SELECT object FROM txn ORDER BY id DESC
	    LIMIT 1')
	[[ " $found " == *" $ZOE "* && " $found " == *" $BRAM "* ]]
	done_well on "$DAY" report caseload --school 03TV00
	[ "$(sqlite3 "$STORE" 'SELECT object FROM txn ORDER BY id DESC
	    LIMIT 1')" = school=03TV00 ]
}

@test "of a long list what was asked for" {
	done_well on 2026-03-02 init --sample --db big.db --as 'Els Bakker'
	done_well on 2026-03-02 report caseload --db big.db
	done_well on 2026-03-02 match route --all --db big.db
	[ "$(sqlite3 big.db 'SELECT group_concat(object) FROM txn
	    WHERE id > 1')" = 'list: all,list: all' ]
	ref=$(sqlite3 big.db 'SELECT ref FROM youth LIMIT 1')
	expect_json 0 '.[0].looks | map(.object) | .[0:2]' \
	    '["list: all", "list: all"]' -- \
	    on 2026-03-02 disclose "$ref" --db big.db --format json
}

@test "who is no contact leaves the name of the account" {
	sqlite3 "$STORE" "UPDATE contact SET login = 'iemand-anders'"
	done_well on "$DAY" show "$ZOE"
	[ "$(sqlite3 "$STORE" 'SELECT name FROM txn ORDER BY id DESC
	    LIMIT 1')" = "$(id -un)" ]
}

@test "a name that more than one answers to: who is shown is looked at" {
	lines twee.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '5001;Zoey;Bos;02QZ00'
	youths 2025-11-01 twee.csv
	before=$(last)
	observe_typed zoe show --today "$DAY"
	[ "$(sqlite3 "$STORE" "SELECT count(*) FROM txn WHERE id > $before
	    AND instr(object, '$ZOE') AND instr(object, '$(ref Zoey)')
	    AND result = 'shown'")" -eq 1 ]
}
