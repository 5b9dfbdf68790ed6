# SPDX-License-Identifier: EUPL-1.2
# Who comes from entree and is not ready for a job is offered training in basic
# skills and the Boris route; this region buys no external tracks.
load ../helpers
load stated

setup() {
	region drechtsteden 2026-02-02 toegang
	CHRIS=$(ref Chris)
}

@test "entree, not job-ready: training and Boris, no external track" {
	done_well on 2026-02-02 edit "$CHRIS" --set job_ready=nee
	expect_text 0 'Aanbod: maatwerkscholing basisvaardigheden; Boris-route' \
	    'Boris-route Hier geen aanbod: extern traject inkopen' -- \
	    on 2026-02-03 match route "$CHRIS"
}

@test "job-ready, or not known to be: this offer is not made" {
	expect_text 0 '!basisvaardigheden' '!inkopen' -- \
	    on 2026-02-03 match route "$CHRIS"
	done_well on 2026-02-03 edit "$CHRIS" --set job_ready=ja
	expect_text 0 '!basisvaardigheden' '!inkopen' -- \
	    on 2026-02-03 match route "$CHRIS"
}

@test "of practical education and vso the source says no such thing" {
	for name in Aisha Bram; do
		done_well on 2026-02-02 edit "$(ref "$name")" \
		    --set job_ready=nee
		expect_text 0 '!basisvaardigheden' '!inkopen' -- \
		    on 2026-02-03 match route "$(ref "$name")"
	done
}
