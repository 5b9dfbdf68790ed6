#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
set -eu
cd "${DOSSIER_SOURCE:-.}"
# In bats every test is a subshell, `run` sets variables, a failing cd fails
# the test, and a jq program has $ of its own; helpers set variables for those
# who load them.
# shellcheck disable=SC2046 # names without blanks
{
	shellcheck -x $(find tests -name '*.sh') tests/setup .ci/run \
	    tests/bench/run \
	    cmd/completion/*.bash
	shellcheck -x -e SC2016,SC2030,SC2031,SC2034,SC2154,SC2164 \
	    $(find tests -name '*.bats' -o -name '*.bash')
}
