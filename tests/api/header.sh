#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The header compiles alone, as strict C99 and as C++.
set -eu
header=${DOSSIER_SOURCE:?}/lib/dossier.h
strict='-Wall -Wextra -pedantic -Werror -fsyntax-only'
# shellcheck disable=SC2086 # words
{
	gcc -std=c99 $strict -x c "$header"
	gcc -std=c11 $strict -x c "$header"
	g++ -std=c++11 $strict -x c++ "$header"
}
