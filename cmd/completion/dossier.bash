# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=bash
# Completion for bash: commands, their words, options and values, and files.
# The commands are asked, so nothing is said twice. Names and numbers of
# people and places are never completed.

# What `--completion-data` says of the option or operand $2, from table $1.
_dossier_values()
{
	awk -F '\t' -v key="$2" '$1 == key {
		for (i = 2; i <= NF; i++)
			print $i
		exit
	}' <<<"$1"
}

# Offer the file names that begin with $1.
_dossier_files()
{
	compopt -o filenames 2>/dev/null
	mapfile -t COMPREPLY < <(compgen -f -- "$1")
}

# Offer those of the words $2 that begin with $1.
_dossier_words()
{
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# The value of option $2, of which $3 has been typed; no offer for "any".
_dossier_value()
{
	local values

	values=$(_dossier_values "$1" "$2")
	case $values in
	none) return 1 ;;
	any) ;;
	file) _dossier_files "$3" ;;
	*) _dossier_words "$3" "$values" ;;
	esac
}

# The operand at place $2 (from 0), of which $3 has been typed.
_dossier_operand()
{
	local words

	words=$(awk -F '\t' -v at="$2" '$1 == "word" && $2 == at {
		for (i = 3; i <= NF; i++)
			print $i
	}' <<<"$1")
	if [[ -n $words ]]; then
		_dossier_words "$3" "$words"
	elif [[ $(_dossier_values "$1" operand) == file ]]; then
		_dossier_files "$3"
	fi
}

# How many operands stand before the word under the cursor.
_dossier_place()
{
	local i place=0 word

	for ((i = 2; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $word == -* || $word == = ]]; then
			continue
		fi
		# The value of the option before it.
		if [[ ${COMP_WORDS[i - 1]} == = ]] ||
		    { [[ ${COMP_WORDS[i - 1]} == -?* ]] &&
		    [[ $(_dossier_values "$1" "${COMP_WORDS[i - 1]}") != none ]]
		    }; then
			continue
		fi
		place=$((place + 1))
	done
	echo "$place"
}

_dossier()
{
	local data current=$2 before=$3

	COMPREPLY=()
	if [[ $COMP_CWORD -eq 1 ]]; then
		_dossier_words "$current" "help $(dossier --list-commands)"
		return
	fi
	if [[ ${COMP_WORDS[1]} == help ]]; then
		_dossier_words "$current" "$(dossier --list-commands)"
		return
	fi
	data=$(dossier "${COMP_WORDS[1]}" --completion-data 2>/dev/null) ||
		return
	# Bash parts --format=json into three words.
	if [[ $current == = ]]; then
		_dossier_value "$data" "$before" ''
	elif [[ $before == = ]]; then
		_dossier_value "$data" "${COMP_WORDS[COMP_CWORD - 2]}" \
			"$current"
	elif [[ $current == -* ]]; then
		_dossier_words "$current" \
			"$(awk -F '\t' '/^-/ { print $1 }' <<<"$data")"
	elif [[ $before != -* ]] ||
	    ! _dossier_value "$data" "$before" "$current"; then
		_dossier_operand "$data" "$(_dossier_place "$data")" \
			"$current"
	fi
}

complete -F _dossier dossier
