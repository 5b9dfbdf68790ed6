# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# What the tests of the commands share: a home of their own, stores with
# fictional people, and expectations that hold standard output, standard
# error and the exit status together.
#
# The program is `dossier` on PATH, or $DOSSIER_BIN.

# A home, a working folder and no store, actor or locale of the person who
# tests. STORE is where the store will be; BOOK notes refs and answers.
new_home() {
	export HOME=$BATS_TEST_TMPDIR/home
	export XDG_DATA_HOME=$BATS_TEST_TMPDIR/data
	unset DOSSIER_DB DOSSIER_AS DOSSIER_EXEC_PATH COLUMNS
	unset LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES
	export STORE=$XDG_DATA_HOME/dossier/dossier.db
	export FIXTURES=$BATS_TEST_DIRNAME/../fixtures/systems
	BOOK=$BATS_TEST_TMPDIR/book
	mkdir -p "$HOME" "$BOOK" "$BATS_TEST_TMPDIR/work"
	: >"$BOOK/refs"
	: >"$BOOK/names"
	cd "$BATS_TEST_TMPDIR/work" || return
}

dossier() {
	command "${DOSSIER_BIN:-dossier}" "$@"
}

# on DAY COMMAND…: as if it is that day.
on() {
	local day=$1

	shift
	dossier "$@" --today "$day"
}

# copied FOLDERS COMMAND…: what COMMAND makes in these folders of a new home is
# made by the first test of a file, and copied by the others that ask for the
# same.
copied() {
	local folders=$1 copy folder

	shift
	copy=$(cksum <<<"$*")
	copy=$BATS_FILE_TMPDIR/kept/${copy// /-}
	if [ -d "$copy" ]; then
		cp -a "$copy/." "$BATS_TEST_TMPDIR"
		return
	fi
	"$@" || return
	mkdir -p "$copy.part"
	for folder in $folders; do
		cp -a "$BATS_TEST_TMPDIR/$folder" "$copy.part" || return
	done
	mv "$copy.part" "$copy"
}

# new_store PACK DAY: made by Els Bakker, who is the actor from then on.
new_store() {
	if [ -e "$STORE" ] || [ -n "${DOSSIER_DB-}" ]; then
		make_store "$@"
	else
		copied data make_store "$@"
	fi
}

make_store() {
	on "$2" init --pack "$1" --as 'Els Bakker' >"$BOOK/out" 2>&1 ||
	    refuse 'the store could not be made'
}

# ---- what a command answers ----

refuse() {
	printf '%s\n' "$1" >&2
	for stream in out err; do
		[ -s "$BOOK/$stream" ] || continue
		printf -- '---- std%s ----\n' "$stream" >&2
		cat "$BOOK/$stream" >&2
	done
	return 1
}

# Run a command; its answer, refs replaced by names, goes to BOOK.
observe() {
	ENDED=0
	"$@" >"$BOOK/out.raw" 2>"$BOOK/err.raw" || ENDED=$?
	named out
	named err
}

# named STREAM: with names for refs. Most often there is nothing to name.
named() {
	if [ -s "$BOOK/$1.raw" ]; then
		sed -f "$BOOK/names" "$BOOK/$1.raw" >"$BOOK/$1"
	else
		: >"$BOOK/$1"
	fi
}

# observe_typed TEXT ARGUMENT…: the same on a terminal, where TEXT is typed.
# Both streams are one there.
observe_typed() {
	local typed=$1 shell

	shift
	shell=$(printf '%q ' "${DOSSIER_BIN:-dossier}" "$@")
	ENDED=0
	printf '%s\n' "$typed" | script -qec "$shell" /dev/null \
	    >"$BOOK/out" || ENDED=$?
	: >"$BOOK/err"
}

ended() {
	[ "$ENDED" -eq "$1" ] || refuse "exit status $ENDED, not $1"
}

silent() {
	[ ! -s "$BOOK/$1" ] || refuse "std$1 should be empty"
}

# The stream on one line, so that wrapping breaks no sentence.
unwrapped() {
	tr -s '[:space:]' ' ' <"$BOOK/$1"
}

# mentions STREAM PATTERN…: each is there; one that starts with ! is not. The
# shell looks itself: a test has many patterns, and a process each takes time.
mentions() {
	local stream=$1 text

	shift
	text=$(unwrapped "$stream")
	shopt -s nocasematch
	has_each "$stream" "$text" "$@"
	set -- "$?"
	shopt -u nocasematch
	return "$1"
}

has_each() {
	local stream=$1 text=$2 pattern

	shift 2
	for pattern; do
		if [[ $pattern == !* ]]; then
			pattern=${pattern#!}
			! [[ $text =~ $pattern ]] ||
			    refuse "std$stream has: $pattern" || return
		else
			[[ $text =~ $pattern ]] ||
			    refuse "std$stream lacks: $pattern" || return
		fi
	done
}

same_text() {
	local wanted=$BOOK/wanted

	: >"$wanted"
	[ -z "$2" ] || printf '%s\n' "$2" >"$wanted"
	diff -u "$wanted" "$BOOK/$1" >&2 || refuse "std$1 differs"
}

# expect STATUS OUT ERR -- COMMAND…: byte for byte; '' is empty.
expect() {
	local status=$1 out=$2 err=$3

	shift 4
	observe "$@"
	same_text out "$out" && same_text err "$err" && ended "$status"
}

# same_json FILTER WANTED: the question to jq whether an array of objects gives
# what is wanted.
same_json() {
	printf '%s\n' "[null | ($2" ")] as \$wanted |" \
	    'type == "array" and all(.[]; type == "object") and' \
	    "([($1" ')] == $wanted)'
}

# expect_json STATUS FILTER WANTED -- COMMAND… --format json: the answer is
# an array of objects, FILTER of it is WANTED, and nothing is on stderr.
expect_json() {
	local status=$1 filter=$2 wanted=$3

	shift 4
	observe "$@"
	silent err && ended "$status" || return
	[ "$(jq "$(same_json "$filter" "$wanted")" "$BOOK/out" \
	    2>/dev/null)" != true ] || return 0
	# Once more, step by step, to say what differs.
	jq -e 'type == "array" and all(.[]; type == "object")' \
	    "$BOOK/out" >/dev/null ||
	    refuse 'stdout is no array of objects' || return
	jq -nS "$wanted" >"$BOOK/wanted" || return
	jq -S "$filter" "$BOOK/out" >"$BOOK/found" || refuse "no: $filter" ||
	    return
	diff -u "$BOOK/wanted" "$BOOK/found" >&2 || refuse "differs: $filter"
}

# expect_text STATUS PATTERN… -- COMMAND…: stdout mentions, stderr is empty.
# The page is wide, so that no cell of a table is parted.
expect_text() {
	local -x COLUMNS=400

	expect_mention out err "$@"
}

# expect_error STATUS PATTERN… -- COMMAND…: stderr says who speaks and
# mentions; stdout is empty.
expect_error() {
	expect_mention err out "$@" || return
	head -n 1 "$BOOK/err" | grep -qE '^dossier( [a-z]+)?: .' ||
	    refuse 'stderr does not say who speaks'
}

expect_mention() {
	local stream=$1 other=$2 status=$3 patterns=()

	shift 3
	while [ "$1" != -- ]; do
		patterns+=("$1")
		shift
	done
	shift
	observe "$@"
	silent "$other" && ended "$status" &&
	    mentions "$stream" "${patterns[@]}"
}

# done_well COMMAND…: exit 0 and nothing on stderr; what it prints is tested
# elsewhere.
done_well() {
	observe "$@"
	silent err && ended 0
}

# never COMMAND…: a plain ! does not end a test.
never() {
	if "$@"; then
		refuse "should fail: $*"
	fi
}

# ---- refs, which are random ----

# name_ref DAY NAME: the one ref of the caseload that has no name yet.
name_ref() {
	local ref

	ref=$(on "$1" report caseload --format json | jq -r '.[].ref' |
	    grep -vxFf "$BOOK/refs")
	[[ $ref =~ ^[0-9A-Z]{9}$ ]] || refuse "$2: not one new ref: $ref" ||
	    return
	printf '%s\n' "$ref" >>"$BOOK/refs"
	printf 's/%s/%s/g\n' "$ref" "$2" >>"$BOOK/names"
}

# ref NAME: the ref that name_ref gave that name.
ref() {
	sed -n "s|^s/\\(.*\\)/$1/g\$|\\1|p" "$BOOK/names"
}

# youths DAY FILE: take in a list of youths one by one; the ref of each is
# known by the first name, which is the list's second column.
youths() {
	local day=$1 header row

	{
		IFS= read -r header
		while IFS= read -r row; do
			row=${row%$'\r'}
			printf '%s\n' "$header" "$row" >"$BOOK/one.csv"
			done_well on "$day" intake "$BOOK/one.csv" \
			    </dev/null || return
			name_ref "$day" "$(cut -d';' -f2 <<<"$row")" || return
		done
	} <"$2"
}

# last_batch: the number of the last intake, which --undo asks for.
last_batch() {
	sqlite3 "$STORE" "SELECT max(id) FROM txn WHERE action = 'intake'"
}

# lines FILE LINE…: a file of those lines, ended as Windows does.
lines() {
	local file=$1

	shift
	printf '%s\r\n' "$@" >"$file"
}

# region PACK DAY [YOUTHS]: a home, a store, and what fixtures/systems/PACK
# has of organisations, contacts and youths (YOUTHS.csv).
region() {
	new_home
	copied 'data book' make_region "$@"
}

make_region() {
	make_store "$1" "$2" &&
	    done_well on "$2" intake "$FIXTURES/$1/partijen.csv" \
	    "$FIXTURES/$1/contacten.csv" || return
	[ -z "${3-}" ] || youths "$2" "$FIXTURES/$1/$3.csv"
}
