# SPDX-License-Identifier: EUPL-1.2
# Every page that a command makes is one that everybody can read: on a
# screen, on a narrow one, on paper and with a screen reader (check.mjs).
load ../helpers

DAY=2026-03-02

setup() {
	new_home
	PAGES=$BATS_TEST_TMPDIR/pages
	mkdir "$PAGES"
}

# page NAME COMMAND…: what the command answers as HTML is a page. The command
# may ask for attention, and a page may come from elsewhere than dossier.
page() {
	local name=$1

	shift
	[ "$1" != dossier ] || set -- "$@" --today "$DAY" --lang "$TONGUE" \
	    --format html
	observe "$@" </dev/null
	silent err && [ "$ENDED" -le 1 ] || refuse "$name: status $ENDED" ||
	    return
	cp "$BOOK/out.raw" "$PAGES/$name.html"
}

browser_timeline() {
	"$DOSSIER_BUILD/tests/browser-timeline" "$@"
}

# A line a page. On the sample of a whole region, except for lists of
# everybody, which take a browser too long.
pages() {
	page init dossier init --sample --as 'Marijke Visser'
	ref=$(on "$DAY" report due --format json | jq -r '.[0].ref')
	lines one.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' '1;Zoë;Bos;99AA00'
	lines two.csv 'Stamnummer;Roepnaam;Achternaam;BRIN' '2;Bo;;99AA00' \
	    '3;Ali;El Idrissi;00XX00'

	page intake dossier intake --into-sample one.csv
	page intake-refused dossier intake --into-sample two.csv
	page intake-undone dossier intake --undo "$(last_batch)"
	page show dossier show "$ref"
	page show-on dossier show "$ref" --on 2026-09-01
	page edit dossier edit "$ref" --set class=P5
	page call dossier follow "$ref" call --reached --text 'Komt maandag.'
	page meeting dossier follow "$ref" meeting --kind uitstroomoverleg
	page agreement dossier follow "$ref" agreement \
	    --kind ondersteuning --with 9901 --text 'Jobcoach, half jaar'
	page route dossier match route "$ref"
	page place dossier match place "$ref"
	page statement dossier follow "$ref" statement --voice leerling \
	    --section zienswijze --name Ik --text 'Ik zie het anders.'
	page consent dossier follow "$ref" consent --to 9901 \
	    --kind wettelijke-taak --sections identiteit,houding
	page sign-off dossier follow "$ref" sign-off --with 9901 \
	    --process 25251:B1-K1-W1 --name 'A. Albers' --text 'Maait gras'
	page practice dossier show "$ref" --statement
	page prepare dossier handover prepare "$ref" --to 9901
	page send dossier handover send "$ref" --to 9901 --ground 'WEC 44a'
	page document cat overgangsdocument-*.html
	page withdraw dossier follow "$ref" withdraw --to 9901 \
	    --kind wettelijke-taak --reason 'niet meer nodig'
	page accept dossier handover accept "$ref" --to 9901 \
	    --said-by 'A. Albers' --channel telefoon --from 2026-06-01
	page show-after dossier show "$ref"
	page due dossier report due --within 14
	page caseload dossier report caseload --school 99AA00
	page contacts dossier report contacts --school 99AA00
	page norms dossier report norms
	page norms-all dossier report norms --all --school 99AA00
	page rules-list dossier rules list
	page rules-test dossier rules test drechtsteden
	page rules-show dossier rules show drechtsteden
	page rules-explain dossier rules explain route "$ref"
	page rules-compare dossier rules compare "$ref" --with utrecht --all
	page log-of-one dossier log "$ref"
	page backup dossier backup reserve.db
	page verify dossier verify
	page timeline browser_timeline "$TONGUE"

	rm "$STORE"
	region utrecht "$DAY" laatste-jaar
	page few-route dossier match route --all
	page few-caseload dossier report caseload
	page few-contacts dossier report contacts
	page few-due dossier report due
	page few-log dossier log
}

checked() {
	node "$BATS_TEST_DIRNAME/check.mjs" "$@" >"$BOOK/out" 2>"$BOOK/err"
}

# everybody_reads LANGUAGE
everybody_reads() {
	TONGUE=$1
	pages
	cd "$PAGES"
	checked ./*.html || refuse 'not everybody can read these pages'
	mentions out '^4[0-9] pages, 0 faults'
	silent err
}

@test "everybody can read every page in Dutch" {
	everybody_reads nl
}

@test "everybody can read every page in English" {
	everybody_reads en
}

# ---- the checks themselves ----

# broken NAME MARKUP: a good page with a fault in it.
broken() {
	browser_timeline en | sed "s|</main>|$2&|" >"$PAGES/$1.html"
	grep -qF "$2" "$PAGES/$1.html"
}

@test "a broken page is told with its rule, its place and advice" {
	broken pale '<p id="pale" style="color:#aaa">Pale</p>'
	broken picture '<img id="picture" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
	broken twins '<section aria-label="a"></section><section aria-label="a"></section>'
	broken wide '<div style="width: 700px">Wide</div>'
	broken fetching '<img alt="" src="https://fetched.example/a.png">'
	broken active '<script>1</script>'
	cd "$PAGES"
	never checked ./*.html
	silent err
	mentions out 'pale.html, screen: color-contrast \(serious\): .*#pale' \
	    'pale.html, narrow: color-contrast' \
	    'pale.html, paper: color-contrast' \
	    'insufficient color contrast of 2.32' \
	    'picture.html, paper: image-alt .*https://' \
	    'twins.html, screen: landmark-unique' \
	    'wide.html, narrow: width: the page is [0-9]+ pixels too wide' \
	    'wide.html, paper: width' '!wide.html, screen' \
	    'fetching.html: page: asks for https://fetched.example/a.png' \
	    'active.html: page: Executing inline script' ' 6 pages, 14 faults'
}

@test "no page, and no tools: a failure that says what to do" {
	never checked
	DOSSIER_BROWSER=$PWD never checked "$PAGES"/*.html
	mentions err 'sh tests/setup test'
}
