-- Facts of the youths with numbers :lo to :hi, on :day. Rows come by youth;
-- which of several counts is told from their days.

-- name: facts_youth
SELECT id, ref, given_name, prefix, family_name, birth_date, opened_on,
    closed_on, job_ready
FROM youth WHERE id BETWEEN :lo AND :hi ORDER BY id;

-- name: facts_enrolment
SELECT e.youth, e.school, p.code, e.school_kind, e.profile, e.destination,
    e.expected_exit, e."from", e.until
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

-- name: youth_last
SELECT ifnull(max(id), 0) FROM youth;
