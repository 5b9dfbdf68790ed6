#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# po.sh [ACTION [SOURCE [BUILD]]]
#   pot    collect the messages of lib/ and cmd/ into BUILD/dossier.pot
#   po     pot, and merge it into schema/po/*.po
#   check  pot, and say which messages have no translation, or a doubtful one
set -eu
LC_ALL=C.UTF-8
export LC_ALL
action=${1:-check}
cd "${2:-${DOSSIER_SOURCE:-.}}"
build=${3:-${DOSSIER_BUILD:?}}
pot=$build/dossier.pot
bad=0

# Messages are told by their text alone: without places and dates only a
# changed message changes a file. The summaries of the commands stand in a
# list that the build turns into C. "%s" has nothing to translate.
printf 'msgid "%%s"\nmsgstr ""\n' >"$pot.not"
{
	find lib cmd -name '*.[ch]' | sort
	echo "$build/generated/commands.c"
} | xgettext --files-from=- --exclude-file="$pot.not" --output="$pot.new" \
    --language=C --from-code=UTF-8 --no-location --package-name=dossier \
    --keyword --keyword=N_ --keyword=_ --keyword=dossier_text:2 \
    --keyword=ds_tr:2 --keyword=ds_trn:2,3 --keyword=ds_fail:3 \
    --keyword=ds_advise:2 --keyword=exit_fail:3 --keyword=exit_advise:2 \
    --flag=ds_fail:3:c-format --flag=ds_advise:2:c-format \
    --flag=exit_fail:3:c-format --flag=exit_advise:2:c-format \
    --add-comments=Translators: 2>"$pot.said" || { cat "$pot.said"; exit 1; }
sed '/^"POT-Creation-Date:/d' "$pot.new" >"$pot"
rm -f "$pot.not" "$pot.new" "$pot.said"

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
	msgfmt --check-format --check-domain --output-file=/dev/null "$merged"
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
