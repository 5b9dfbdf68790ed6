-- Route advice and places, for the youths with numbers :lo to :hi.

-- name: match_wage_values
-- All measurements side by side; of those valid on the day the last counts.
SELECT youth, value, measured_on, valid_until, method,
    measured_on <= :day AND ifnull(valid_until, '9999') >= :day
FROM wage_value WHERE youth BETWEEN :lo AND :hi
ORDER BY youth, measured_on, id;

-- name: match_decisions
-- Who decided for a route, valid on the day; the last of a youth counts.
SELECT youth, outcome, by, reason, "on", until FROM decision
WHERE subject = 'route' AND youth BETWEEN :lo AND :hi AND "on" <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY youth, "on", id;

-- name: match_residence
-- From where a youth travels.
SELECT postcode FROM residence
WHERE youth = :youth AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: match_postcodes
SELECT code, latitude, longitude FROM postcode
WHERE latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY code;

-- name: match_places
-- What has not ended yet.
SELECT id, code, kind, sector, processes, hours_min, hours_max, days,
    postcode, seats, "from", until
FROM place WHERE ifnull(until, '9999') >= :day ORDER BY id;

-- name: match_taken
-- The seats that others hold on the day.
SELECT place, count(*) FROM placement
WHERE youth <> :youth AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
GROUP BY place ORDER BY place;

-- name: receipt_by_ref
SELECT id FROM receipt WHERE ref = :ref;
