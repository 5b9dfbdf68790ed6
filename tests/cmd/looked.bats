# SPDX-License-Identifier: EUPL-1.2
# Whoever sees something of a person leaves one line in the history, with its
# six fields (BIO2 8.15.01), before the first byte is seen; and where that
# line cannot be written nothing is seen.
load ../helpers
