#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
set -eu
cd "${DOSSIER_SOURCE:-.}"
# shellcheck disable=SC2046 # names without blanks
shellcheck -x $(find tests cmd -name '*.sh' -o -name '*.bash' -o -name \
    '*.bats') tests/setup .ci/run
