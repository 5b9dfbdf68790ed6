-- Facts of the youths with numbers :lo to :hi, on :day. Rows come by youth;
-- which of several counts is told from their days.

-- name: facts_youth
SELECT id, ref, given_name, prefix, family_name, birth_date, opened_on,
    closed_on, job_ready, capable
FROM youth WHERE id BETWEEN :lo AND :hi ORDER BY id;

-- name: facts_enrolment
SELECT e.youth, e.school, p.code, e.school_kind, e.profile, e.destination,
    e.expected_exit, e."from", e.until, e.cluster
FROM enrolment e JOIN party p ON p.id = e.school
WHERE e.youth BETWEEN :lo AND :hi AND ifnull(e."from", '') <= :day
ORDER BY e.youth;

-- name: facts_residence
SELECT r.youth, r.municipality, p.code, r."from"
FROM residence r JOIN party p ON p.id = r.municipality
WHERE r.youth BETWEEN :lo AND :hi AND ifnull(r."from", '') <= :day
    AND ifnull(r.until, '9999') >= :day
ORDER BY r.youth;

-- name: facts_lead
SELECT l.youth, l.party, p.kind, l.contact, l."from", l.until
FROM lead l JOIN party p ON p.id = l.party
WHERE l.youth BETWEEN :lo AND :hi AND ifnull(l."from", '') <= :day
    AND ifnull(l.until, '9999') >= :day
ORDER BY l.youth;

-- name: facts_wage_value
SELECT youth, value, measured_on FROM wage_value
WHERE youth BETWEEN :lo AND :hi AND measured_on <= :day
    AND ifnull(valid_until, '9999') >= :day
ORDER BY youth;

-- name: facts_placement
-- Stages and contracts, also agreed ones that still have to begin.
SELECT youth, place, kind, "from", until FROM placement
WHERE youth BETWEEN :lo AND :hi ORDER BY youth, "from", id;

-- name: facts_happened
-- Everything that a term or checklist can ask for; what: enum ds_happening.
SELECT d.youth, 0 AS what, m.kind AS kind, m."on" AS happened
FROM discussion d JOIN meeting m ON m.id = d.meeting
WHERE d.youth BETWEEN :lo AND :hi AND m."on" <= :day
UNION ALL
SELECT youth, 1, kind, "on" FROM agreement
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
UNION ALL
SELECT youth, 2, kind, "on" FROM moment
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
UNION ALL
SELECT youth, 3, kind, "from" FROM placement
WHERE youth BETWEEN :lo AND :hi AND "from" <= :day
UNION ALL
SELECT youth, 4, state, "on" FROM handover
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
ORDER BY 1, 4, 2, 3;

-- name: facts_opp
SELECT youth, level, "on" FROM opp
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day AND level IS NOT NULL
ORDER BY youth, "on", id;

-- name: facts_work_profile
SELECT youth, guidance, "from" FROM work_profile
WHERE youth BETWEEN :lo AND :hi AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day AND guidance IS NOT NULL
ORDER BY youth, "from", id;

-- name: facts_qualification
-- Whether one counts as a start qualification, since when, of how many it is
-- not known, and the last day of all.
SELECT youth, max(start_qualification),
    min("on") FILTER (WHERE start_qualification = 1),
    count(*) - count(start_qualification), max("on")
FROM qualification
WHERE youth BETWEEN :lo AND :hi AND ifnull("on", '') <= :day
GROUP BY youth ORDER BY youth;

-- name: facts_scheme
SELECT youth, scheme, "from" FROM scheme
WHERE youth BETWEEN :lo AND :hi AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY youth, "from", id;

-- name: facts_register
-- Every entry that had begun; the last column: does it hold on the day?
SELECT youth, register, status, "from", ifnull(until, '9999') >= :day
FROM register
WHERE youth BETWEEN :lo AND :hi AND "from" <= :day
ORDER BY youth, "from", id;

-- name: facts_domain
-- The newest score of each domain, in the set that was used last; of two on
-- one day the lowest. Scores of two sets are not comparable.
SELECT youth, "set", score, "on", domain FROM (
    SELECT youth, "set", domain, score, "on",
	first_value("set") OVER (PARTITION BY youth
	    ORDER BY "on" DESC, "set") AS used,
	row_number() OVER (PARTITION BY youth, "set", domain
	    ORDER BY "on" DESC, score, id) AS place
    FROM life_domain
    WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
	AND score IS NOT NULL)
WHERE "set" = used AND place = 1
ORDER BY youth, domain;

-- name: facts_course
-- Papers, people around and assessments that had begun; what: as in
-- facts_course.c; the last column: does it hold on the day?
SELECT youth, 0 AS what, kind AS word, "on" AS since,
    ifnull(valid_until, '9999') >= :day
FROM qualification
WHERE youth BETWEEN :lo AND :hi AND ifnull("on", '') <= :day
UNION ALL
SELECT youth, 1, role, "from", ifnull(until, '9999') >= :day FROM person
WHERE youth BETWEEN :lo AND :hi AND ifnull("from", '') <= :day
UNION ALL
SELECT youth, 2, instrument, "on", ifnull(valid_until, '9999') >= :day
FROM assessment
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
ORDER BY 1, 2, 4, 3;

-- name: facts_track
SELECT youth, name, motivated, goal, result, "from", until FROM track
WHERE youth BETWEEN :lo AND :hi ORDER BY youth, "from", id;

-- name: facts_paper
-- Those that still hold and have a day.
SELECT youth, kind, "on" FROM qualification
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
    AND ifnull(valid_until, '9999') >= :day
ORDER BY youth, "on", id;

-- name: facts_assessment
SELECT youth, instrument, value, "on" FROM assessment
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day
    AND ifnull(valid_until, '9999') >= :day AND value IS NOT NULL
ORDER BY youth, "on", id;

-- name: facts_hours
SELECT youth, hours_day, "from" FROM work_profile
WHERE youth BETWEEN :lo AND :hi AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day AND hours_day IS NOT NULL
ORDER BY youth, "from", id;

-- name: facts_referral
-- With whom the last application came in.
SELECT youth, "with", "on" FROM moment
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day AND kind = 'melding'
    AND "with" IS NOT NULL
ORDER BY youth, "on", id;

-- name: facts_answer
-- Asked, and there was nothing.
SELECT youth, subject, "on" FROM answer
WHERE youth BETWEEN :lo AND :hi AND "on" <= :day AND answer = 'niets'
ORDER BY youth, "on", id;

-- name: youth_last
SELECT ifnull(max(id), 0) FROM youth;
