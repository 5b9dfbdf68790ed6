-- One dossier: finding it, showing it, its history, what is recorded by hand.

-- name: school_on
-- Where a youth goes or last went to school on a day; a search's list.
SELECT p.name, p.code, e.class FROM enrolment e
JOIN party p ON p.id = e.school
WHERE e.youth = :youth AND ifnull(e."from", '') <= :day
ORDER BY ifnull(e."from", '') DESC, e.id DESC LIMIT 1;

-- name: meetings_of_youth
SELECT m.id FROM discussion d JOIN meeting m ON m.id = d.meeting
WHERE d.youth = :youth GROUP BY m.id ORDER BY m."on", m.id;

-- name: log_event
SELECT e.id, e.txn, e.kind, e.record, e.op, e.prev, e.before, e.reason,
    t.at, t.day, t.name, t.role, t.action, t.reason, t.object
FROM event e JOIN txn t ON t.id = e.txn WHERE e.id = :id;

-- name: log_removed
-- Records that were of a youth and are no more: their last image tells.
SELECT id, before FROM event
WHERE op = 3 AND before LIKE '{"youth":' || :youth || ',%' ORDER BY id;

-- name: log_merged
-- The youth that had a ref and was taken away, the last time.
SELECT id, record FROM event
WHERE op = 3 AND kind = 1 AND before LIKE '{"ref":"' || :ref || '"%'
ORDER BY id DESC LIMIT 1;

-- name: log_about
-- Steps about one dossier, also those that changed nothing: looks.
SELECT id, at, day, name, role, action, reason FROM txn
WHERE instr(object, :ref) > 0 ORDER BY id;

-- name: log_between
-- Steps that were about something, from one business day to another.
SELECT id, at, day, name, role, origin, action, object, result, reason
FROM txn WHERE object IS NOT NULL AND day >= ifnull(:since, '')
    AND day <= ifnull(:until, '9999') ORDER BY id;

-- name: log_steps
SELECT t.id, t.at, t.day, t.name, t.role, t.action, t.object, t.reason,
    t.result, ifnull(e.changes, 0), t.undoes
FROM txn t LEFT JOIN (SELECT txn, count(*) AS changes FROM event
    GROUP BY txn) e ON e.txn = t.id ORDER BY t.id;

-- name: log_sum
-- How much history there is, and since when.
SELECT (SELECT count(*) FROM youth), (SELECT count(*) FROM txn),
    (SELECT count(*) FROM event), (SELECT day FROM txn ORDER BY id LIMIT 1);
