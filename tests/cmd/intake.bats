# SPDX-License-Identifier: EUPL-1.2
# dossier intake: what it makes of the files that people really have.
load ../helpers

setup() {
	new_home
	new_store drechtsteden 2026-01-05
	HEADER='Stamnummer;Roepnaam;Achternaam;BRIN'
}

# taken FILTER WANTED STATUS FILE [OPTION…]: of the answer on one file.
taken() {
	local filter=$1 wanted=$2 status=$3

	shift 3
	expect_json "$status" ".[0] | $filter" "$wanted" -- \
	    on 2026-01-12 intake "$@" --format json
}

COUNTS='{new, changed, same, refused}'

# every VALUE…: somewhere in the JSON of the one dossier.
every() {
	name_ref 2026-01-12 iemand
	observe on 2026-01-12 show "$(ref iemand)" --format json
	ended 0
	for value; do
		jq -e --arg value "$value" \
		    '[.. | scalars | tostring] | index($value) != null' \
		    "$BOOK/out" || refuse "show lacks: $value"
	done
}

# refused_file: the one file with refused rows.
refused_file() {
	local files=(*.refused.csv)

	[ "${#files[@]}" -eq 1 ] && [ -f "${files[0]}" ] ||
	    refuse "not one refused file: ${files[*]}" || return
	printf '%s\n' "${files[0]}"
}

no_refused_file() {
	[ -z "$(find . -name '*.refused*')" ] || refuse "$(find . -type f)"
}

# ---- reading ----

@test "Windows-1252, semicolons, crooked header, empty rows" {
	printf '%s\r\n' ';;;' ' stamNUMMER ;"Roepnaam";ACHTERNAAM;brin' \
	    $'0012;Zo\xeb; van der Berg ;02QZ00' '' ';;;' >lijst.csv
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 0 }' 0 \
	    lijst.csv
	every Zoë '0012'
}

@test "UTF-8 with a mark, commas, and both in a cell" {
	printf '\xef\xbb\xbf' >lijst.csv
	printf '%s\n' 'Stamnummer,Roepnaam,Achternaam,BRIN' \
	    '0012,"Anne ""Annie""","de Wit, junior",02QZ00' >>lijst.csv
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 0 }' 0 \
	    lijst.csv
	every 'Anne "Annie"' 'de Wit, junior'
}

@test "UTF-16 with tabs, as Excel writes it" {
	printf '\xff\xfe' >lijst.csv
	printf '%s\t%s\t%s\t%s\r\n' Stamnummer Roepnaam Achternaam BRIN \
	    0012 Zoë Bos 02QZ00 | iconv -f UTF-8 -t UTF-16LE >>lijst.csv
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 0 }' 0 \
	    lijst.csv
	every Zoë '0012'
}

@test "English headers do as well" {
	lines lijst.csv 'pupil_number;given_name;family_name;school' \
	    '0012;Zoë;Bos;02QZ00'
	taken '.new' 1 0 lijst.csv
}

@test "unknown columns are named and ignored" {
	lines lijst.csv "$HEADER;Lievelingskleur" '12;Zoë;Bos;02QZ00;rood'
	taken '{new, named: (.notes | map(select(test("Lievelingskleur"))) |
	    length)}' '{ new: 1, named: 1 }' 0 lijst.csv
}

@test "a school that is not known yet is made and noted" {
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00'
	taken '{new, refused, noted: (.notes | map(select(test("02QZ00"))) |
	    length)}' '{ new: 1, refused: 0, noted: 1 }' 0 lijst.csv
}

@test "a workbook is recognised and answered" {
	printf 'PK\3\4 [Content_Types].xml xl/workbook.xml' >lijst.xlsx
	expect_error 3 'lijst\.xlsx' 'Excel' 'csv' -- \
	    on 2026-01-12 intake lijst.xlsx
}

@test "what is no list, or not there, is answered with 3" {
	: >leeg.csv
	expect_error 3 'leeg\.csv' -- on 2026-01-12 intake leeg.csv
	expect_error 3 'weg\.csv' -- on 2026-01-12 intake weg.csv
	lines open.csv "$HEADER" '12;"Zoë;Bos;02QZ00'
	expect_error 3 'open\.csv' ':2:' -- on 2026-01-12 intake open.csv
	lines raar.csv 'Kleur;Maat' 'rood;38'
	expect_error 3 'raar\.csv' '--kind' -- on 2026-01-12 intake raar.csv
}

# ---- values ----

@test "a BSN that Excel has spoilt is refused with advice" {
	lines lijst.csv 'bsn;given_name;family_name;school' \
	    '1,23E+08;Zoë;Bos;02QZ00' '111222333;Bram;Smit;02QZ00'
	taken '{new, refused, faults: (.faults |
	    map({row, column, value}))}' '{ new: 1, refused: 1, faults: [
		{ row: 2, column: "bsn", value: "1,23E+08" } ] }' 1 lijst.csv
	expect_text 1 '1,23E\+08' 'Excel' -- on 2026-01-12 intake lijst.csv
}

@test "a BSN is held to its sum" {
	lines lijst.csv 'bsn;given_name;family_name;school' \
	    '111222334;Zoë;Bos;02QZ00'
	taken '.faults | map({row, column, value})' \
	    '[{ row: 2, column: "bsn", value: "111222334" }]' 1 lijst.csv
}

@test "the row is that of the spreadsheet, empty rows counted" {
	lines lijst.csv 'pupil_number;given_name;family_name;school;birth_date' \
	    '12;Zoë;Bos;02QZ00;01-02-2008' '' '13;Bram;Smit;02QZ00;01-02-08' \
	    '14;;;02QZ00;' '15;Daan;Mulder;;'
	taken '{new, refused, rows: (.faults | map(.row)),
	    first: (.faults[0] | {column, value})}' \
	    '{ new: 1, refused: 3, rows: [4, 5, 6],
	       first: { column: "birth_date", value: "01-02-08" } }' 1 \
	    lijst.csv
}

@test "--set gives the school to every row that lacks it" {
	lines lijst.csv 'Stamnummer;Roepnaam;Achternaam' '12;Zoë;Bos'
	expect_error 3 '--set' -- on 2026-01-12 intake lijst.csv
	taken '.new' 1 0 lijst.csv --set school=02QZ00
	lines deels.csv "$HEADER" '13;Bram;Smit;' '14;Daan;Mulder;03TV00'
	taken '.new' 2 0 deels.csv --set school=02QZ00
	expect_json 0 'map(.school) | sort' \
	    '["02QZ00", "02QZ00", "03TV00"]' -- \
	    on 2026-01-12 report caseload --format json
}

@test "an empty cell or an absent column clears nothing" {
	lines een.csv "$HEADER;E-mail;Klas" \
	    '12;Zoë;Bos;02QZ00;zoe@voorbeeld.example;4B'
	taken '.new' 1 0 een.csv
	lines twee.csv "$HEADER;E-mail" '12;Zoë;Bos;02QZ00;'
	taken "$COUNTS" '{ new: 0, changed: 0, same: 1, refused: 0 }' 0 \
	    twee.csv
	every zoe@voorbeeld.example 4B
}

@test "a change is a change, on the day that is told" {
	lines een.csv "$HEADER;Klas" '12;Zoë;Bos;02QZ00;4A'
	taken '.new' 1 0 een.csv
	lines twee.csv "$HEADER;Klas" '12;Zoë;Bos;02QZ00;4B'
	taken "$COUNTS" '{ new: 0, changed: 1, same: 0, refused: 0 }' 0 \
	    twee.csv --as-of 2026-01-10
	every 4B
}

# ---- maps ----

@test "a map names the columns, and is remembered" {
	printf '%s\n' 'kind: youth' 'columns:' '  Nr: pupil_number' \
	    '  Wie: given_name' '  Van wie: family_name' '  Waar: school' \
	    >kaart.yaml
	lines een.csv 'Nr;Wie;Van wie;Waar' '0012;Zoë;Bos;02QZ00'
	expect_error 3 'een\.csv' -- on 2026-01-12 intake een.csv
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 0 }' 0 \
	    een.csv --map kaart.yaml
	lines twee.csv 'Nr;Wie;Van wie;Waar' '0012;Zoë;Bos;02QZ00' \
	    '0013;Bram;Smit;02QZ00'
	taken "$COUNTS" '{ new: 1, changed: 0, same: 1, refused: 0 }' 0 \
	    twee.csv
}

@test "a map with a fault says where" {
	printf '%s\n' 'kind: youth' 'columns:' '  Nr: pupil_nummer' >kaart.yaml
	lines een.csv 'Nr;Wie' '12;Zoë'
	expect_error 3 'kaart\.yaml:3:[0-9]+:' 'pupil_nummer' -- \
	    on 2026-01-12 intake een.csv --map kaart.yaml
}

# ---- refused rows ----

@test "refused rows: mark, CRLF, for the owner only, same header and why" {
	umask 000
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;fout' \
	    '14;=1+1;"Mul;der";fout'
	taken '{new, refused}' '{ new: 1, refused: 2 }' 1 lijst.csv
	file=$(refused_file)
	[ "$(stat -c %a "$file")" = 600 ]
	[ "$(head -c 3 "$file")" = $'\xef\xbb\xbf' ]
	[ "$(grep -c $'\r$' "$file")" -eq 3 ]
	[ "$(wc -l <"$file")" -eq 3 ]
	[[ $(sed -n '1s/^\xef\xbb\xbf//p' "$file") == "$HEADER;"* ]]
	[[ $(sed -n 2p "$file") =~ ^13\;Bram\;Smit\;fout\;.{5,} ]]
	[[ $(sed -n 3p "$file") == "14;'=1+1;\"Mul;der\";fout;"* ]]
}

@test "mended and fed again it replaces itself" {
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;fout' \
	    '14;Daan;Mulder;fout'
	taken '{new, refused}' '{ new: 1, refused: 2 }' 1 lijst.csv
	file=$(refused_file)
	sed -i '2s/fout/02QZ00/' "$file"
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 1 }' 1 "$file"
	[ "$(refused_file)" = "$file" ]
	[ "$(wc -l <"$file")" -eq 2 ]
	sed -i '2s/fout/02QZ00/' "$file"
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 0 }' 0 "$file"
	no_refused_file
	taken "$COUNTS" '{ new: 0, changed: 0, same: 1, refused: 2 }' 1 \
	    lijst.csv
}

@test "no refused rows, no file" {
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00'
	taken '.refused' 0 0 lijst.csv
	no_refused_file
}

@test "the summary: how many, then which, with row and value" {
	lines lijst.csv 'pupil_number;given_name;family_name;school;birth_date' \
	    '12;Zoë;Bos;02QZ00;' '13;Bram;Smit;02QZ00;31-02-2008' \
	    '14;Daan;Mulder;02QZ00;30-02-2008'
	expect_text 1 '31-02-2008' '30-02-2008' '\b3\b' '\b4\b' \
	    '\.refused\.csv' -- on 2026-01-12 intake lijst.csv
}

# ---- twice, doubles, missing ----

@test "the same file twice: nothing new" {
	cp "$FIXTURES/drechtsteden/uitstroom.csv" lijst.csv
	taken "$COUNTS" '{ new: 2, changed: 0, same: 0, refused: 0 }' 0 \
	    lijst.csv
	taken "$COUNTS" '{ new: 0, changed: 0, same: 2, refused: 0 }' 0 \
	    lijst.csv
}

@test "every kind of list twice: nothing new" {
	cp "$FIXTURES"/drechtsteden/{partijen,contacten,loonwaarde-jongeren}.csv .
	cp "$FIXTURES/drechtsteden/loonwaarde.csv" .
	lists=(partijen.csv contacten.csv loonwaarde-jongeren.csv loonwaarde.csv)
	done_well on 2026-01-20 intake "${lists[@]}"
	expect_json 0 "map($COUNTS)" '[
		{ new: 0, changed: 0, same: 5, refused: 0 },
		{ new: 0, changed: 0, same: 5, refused: 0 },
		{ new: 0, changed: 0, same: 6, refused: 0 },
		{ new: 0, changed: 0, same: 5, refused: 0 } ]' -- \
	    on 2026-01-21 intake "${lists[@]}" --format json
}

@test "double rows: alike is one with a note, different are all refused" {
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00' '12;Zoë;Bos;02QZ00' \
	    '13;Bram;Smit;02QZ00' '13;Bram;Smits;02QZ00' '14;Daan;Mulder;02QZ00'
	taken '{new, refused, rows: (.faults | map(.row) | unique),
	    noted: (.notes | length > 0)}' \
	    '{ new: 2, refused: 2, rows: [4, 5], noted: true }' 1 lijst.csv
}

@test "who is missing from a new list is counted and listed, never ended" {
	lines een.csv "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;02QZ00' \
	    '14;Daan;Mulder;02QZ00'
	taken '.new' 3 0 een.csv
	before=$(on 2026-01-12 report caseload --format json)
	lines twee.csv "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;02QZ00'
	taken '{same, missing: (.notes | any(test("\\b1\\b")))}' \
	    '{ same: 2, missing: true }' 0 twee.csv
	[ "$(on 2026-01-12 report caseload --format json)" = "$before" ]
}

@test "numbers of two youths in one row: refused, both are named" {
	lines een.csv 'bsn;Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '111222333;12;Zoë;Bos;02QZ00' '123456782;13;Bram;Smit;02QZ00'
	taken '.new' 2 0 een.csv
	lines twee.csv 'bsn;Stamnummer;Roepnaam;Achternaam;BRIN' \
	    '111222333;13;Zoë;Bos;02QZ00'
	refs=$(on 2026-01-12 report caseload --format json | jq -c 'map(.ref)')
	taken "[.refused, (.faults[0].reason as \$why |
	    $refs | map(. as \$ref | \$why | contains(\$ref)))]" \
	    '[1, [true, true]]' 1 twee.csv
}

# ---- trying and taking back ----

@test "--dry-run says the same and writes nothing" {
	lines lijst.csv "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;fout'
	cp "$STORE" before
	taken "$COUNTS" '{ new: 1, changed: 0, same: 0, refused: 1 }' 1 \
	    lijst.csv --dry-run
	cmp "$STORE" before
	no_refused_file
}

@test "--undo takes a whole batch back, and the history keeps both" {
	lines een.csv "$HEADER;Klas" '12;Zoë;Bos;02QZ00;4A'
	taken '.new' 1 0 een.csv
	lines twee.csv "$HEADER;Klas" '12;Zoë;Bos;02QZ00;4B' \
	    '13;Bram;Smit;02QZ00;4B'
	taken '{new, changed}' '{ new: 1, changed: 1 }' 0 twee.csv
	expect_json 0 '.[0] | has("batch")' true -- \
	    on 2026-01-13 intake --undo "$(last_batch)" --format json
	every 4A
	expect_json 0 'length' 1 -- \
	    on 2026-01-13 report caseload --format json
	expect_json 0 'length >= 4' true -- on 2026-01-13 log --format json
	taken "$COUNTS" '{ new: 1, changed: 1, same: 0, refused: 0 }' 0 \
	    twee.csv
}

@test "the answer gives the number that --undo asks for" {
	lines een.csv "$HEADER" '12;Zoë;Bos;02QZ00'
	observe on 2026-01-12 intake een.csv
	mentions out "\\b$(last_batch)\\b"
	observe on 2026-01-12 log
	mentions out "\\b$(last_batch)\\b"
}

@test "--undo of what is no batch, or where later changes build on it" {
	expect_error 3 '999' -- on 2026-01-12 intake --undo 999
	lines een.csv "$HEADER;Klas" '12;Zoë;Bos;02QZ00;4A'
	taken '.new' 1 0 een.csv
	first=$(last_batch)
	name_ref 2026-01-12 zoe
	done_well on 2026-01-12 follow "$(ref zoe)" call --reached
	expect_error 3 . -- on 2026-01-12 intake --undo "$first"
	expect_json 0 'length' 1 -- \
	    on 2026-01-12 report caseload --format json
}

@test "--undo goes with nothing else" {
	lines een.csv "$HEADER" '12;Zoë;Bos;02QZ00'
	expect_error 2 . -- on 2026-01-12 intake --undo 1 een.csv
}

# ---- hostile names ----

@test "hostile names: the JSON is valid, the screen is not steered" {
	# shellcheck disable=SC2016 # it is a name
	lines lijst.csv "$HEADER" "1;\"a\"\"b\\c\";O'Neil; 02QZ00" \
	    '2;<script>alert(1)</script>;&amp;;02QZ00' '3;=cmd|calc;@SUM;02QZ00' \
	    $'4;\e[31mrood;Bos;02QZ00' $'5;\xe2\x80\xaeneb;Bos;02QZ00' \
	    "6;'; DROP TABLE youth; --;Bos;02QZ00" '7;%s%n;$(id);02QZ00'
	observe on 2026-01-12 intake lijst.csv --format json
	ended 1
	jq -e '.[0].faults | map(.row) | index(5) != null' "$BOOK/out"
	never grep -q $'\e' "$BOOK/out" "$BOOK/err"
	observe on 2026-01-12 intake lijst.csv
	never grep -q $'\e' "$BOOK/out" "$BOOK/err"
	for ref in $(on 2026-01-12 report caseload --format json |
	    jq -r '.[].ref'); do
		on 2026-01-12 show "$ref" --format json | jq -e 'length == 1'
		on 2026-01-12 show "$ref" >een.txt
		on 2026-01-12 show "$ref" --format html >een.html
		never grep -q $'\e' een.txt een.html
		never grep -qi '<script' een.html
	done
}

@test "a file name is quoted harmlessly" {
	lines $'l\e[31m"x.csv' "$HEADER" '12;Zoë;Bos;02QZ00' '13;Bram;Smit;fout'
	observe on 2026-01-12 intake $'l\e[31m"x.csv'
	ended 1
	never grep -q $'\e' "$BOOK/out" "$BOOK/err"
}
