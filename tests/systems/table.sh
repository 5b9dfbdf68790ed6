#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# sh tests/systems/table.sh [--aloud]: of each system, how many of its stated
# tests have passed. Reads what the tests left in the folder $SYSTEMS_RESULTS.
# ctest keeps what a passing test says to itself; --aloud says it also where
# ctest speaks, unless that is a file, which ctest alone may write.
set -eu

here=$(dirname "$0")
results=${SYSTEMS_RESULTS:?the folder with the results}

# Prints passed, failed, not run, or no test, for one stated test.
state() {
	if [ ! -e "$here/$1.bats" ]; then
		echo 'no test'
	elif [ ! -e "$results/$1" ] || ! grep -qx whole "$results/$1"; then
		echo 'not run'
	elif grep -qx failed "$results/$1" ||
	    ! grep -qx passed "$results/$1"; then
		echo 'failed'
	else
		echo 'passed'
	fi
}

# $1: system and region; then the tests that are stated of it.
line() {
	system=$1
	passed=0
	rest=
	shift
	for stated; do
		state=$(state "$system.$stated")
		if [ "$state" = passed ]; then
			passed=$((passed + 1))
		else
			rest="$rest${rest:+, }$stated $state"
		fi
	done
	printf '%s %d of %d  %s%s\n' "${system%%-*}" "$passed" $# \
	    "${system#*-}" "${rest:+: $rest}"
}

table() {
	line S01-utrecht T1 T2 T3 T4 T5
	line S02-drechtsteden T1 T2 T3 T4 T5
	line S03-drechtsteden T
	line S04-drechtsteden T
	line S06-het-plein T
	line S07-jongerencoaches T
	line S08-alphen T
	line S12-driehoek T
	line S13-boris T
	line S14-netwerken T
	line S15-den-haag T
	line S16-den-haag T
	line S19-locatie T
	line S19-capaciteit T
	line S24-tellingen T
	line S25-jobcoach T
	line S30-aanmelding T
	line S30-weekplan T
	line S33-detachering T
	line S34-instroom T
	line S34-kalender T
	line S35-werkschool T
	line S35-uren T
	line S39-ewp T
	line S40-de-pits T
	line S41-msbo T
	line S44-risicos T
	line S44-acties T
	line S49-banenafspraak T
	line S50-regelingen T
	line S51-regios T
	line S53-doelgroepen T
	line S54-profielen T
	line S55-leeftijden T
	line S56-gesprekken T
	line S56-leefgebieden T
	line S57-loslaten T
	line S59-vrijwilligers T
	line S61-instrumenten T
	line S62-arbeidsmarkt T
	line S62-koppeling T
	line S66-velden T
}

aloud=/proc/$PPID/fd/1
if [ "${1-}" = --aloud ] && { [ -p "$aloud" ] || [ -c "$aloud" ]; }; then
	table | tee "$aloud"
else
	table
fi
