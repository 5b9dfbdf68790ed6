# SPDX-License-Identifier: EUPL-1.2
# The try-out in README.md answers as it says there.
load ../helpers

# The lines of the block that begins with ```console.
block() {
	sed -n '/^```console$/,/^```$/p' "$DOSSIER_SOURCE/README.md" |
	    sed '1d;$d'
}

@test "the try-out of the README" {
	new_home
	[ "$(block | grep -c '^\$ ')" -ge 10 ]
	block | while IFS= read -r line; do
		printf '%s\n' "$line"
	done >wanted
	sed -n 's/^\$ //p' wanted >commands
	while IFS= read -r line; do
		printf '$ %s\n' "$line"
		eval "$line"
	done <commands >found 2>&1
	diff -u wanted found
}
