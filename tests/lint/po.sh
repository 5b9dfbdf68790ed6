#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# po.sh [ACTION [SOURCE [BUILD]]]
#   pot    collect the messages of lib/ and cmd/ into BUILD/dossier.pot
#   po     pot, and merge it into schema/po/*.po
#   check  pot, and say which messages have no translation, or a doubtful one
set -eu
action=${1:-check}
cd "${2:-${DOSSIER_SOURCE:-.}}"
build=${3:-${DOSSIER_BUILD:?}}
pot=$build/dossier.pot
bad=0

# Without places and dates, so that only a changed message changes the file.
find lib cmd -name '*.[ch]' | sort | xgettext --files-from=- \
    --language=C --from-code=UTF-8 --no-location --omit-header \
    --keyword --keyword=N_ --keyword=_ --keyword=dossier_text:2 \
    --keyword=ds_tr:2 --keyword=ds_trn:2,3 --keyword=ds_fail:3 \
    --keyword=ds_advise:2 --keyword=exit_fail:3 --keyword=exit_advise:2 \
    --flag=ds_fail:3:c-format --flag=ds_advise:2:c-format \
    --flag=exit_fail:3:c-format --flag=exit_advise:2:c-format \
    --add-comments=Translators: --output="$pot.part"
# The summaries of the commands stand in a list that the build turns into C.
xgettext --language=C --from-code=UTF-8 --no-location --omit-header \
    --keyword --keyword=N_ --output="$pot.commands" \
    "$build/generated/commands.c"
cat >"$pot.head" <<'END'
msgid ""
msgstr ""
"Project-Id-Version: dossier\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: \n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

END
cat "$pot.head" "$pot.commands" >"$pot.first"
cat "$pot.head" "$pot.part" >"$pot.second"
msgcat --use-first --no-location --output-file="$pot" \
    "$pot.first" "$pot.second"
rm -f "$pot.head" "$pot.commands" "$pot.part" "$pot.first" "$pot.second"

for po in schema/po/*.po; do
	case $action in
	pot) continue ;;
	po)
		msgmerge --quiet --update --backup=none --no-location \
		    --no-fuzzy-matching "$po" "$pot"
		continue
		;;
	esac
	merged=$build/${po##*/}
	msgmerge --quiet --no-fuzzy-matching --output-file="$merged" \
	    "$po" "$pot"
	msgfmt --check --output-file=/dev/null "$merged"
	for doubt in --untranslated --only-fuzzy; do
		found=$(msgattrib "$doubt" --no-obsolete "$merged")
		if [ -n "$found" ]; then
			echo "$po: ${doubt#--}:"
			echo "$found"
			bad=1
		fi
	done
done
exit $bad
