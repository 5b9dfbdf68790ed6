-- name: txn_last
-- The end of the chain.
SELECT id, head FROM txn ORDER BY id DESC LIMIT 1;

-- name: txn_add
INSERT INTO txn (id, at, day, actor, name, role, origin, action, object,
    reason, undoes, result, head)
VALUES (:id, :at, :day, :actor, :name, :role, :origin, :action, :object,
    :reason, :undoes, :result, zeroblob(32));

-- name: txn_seal
UPDATE txn SET head = ?1 WHERE id = ?2;

-- name: txn_by_id
-- The columns that the chain covers, in its order, and the head.
SELECT id, at, day, actor, name, role, origin, action, object, reason,
    undoes, result, head FROM txn WHERE id = :id;

-- name: txns
SELECT id, at, day, actor, name, role, origin, action, object, reason,
    undoes, result, head FROM txn ORDER BY id;

-- name: event_last
SELECT id FROM event ORDER BY id DESC LIMIT 1;

-- name: event_add
INSERT INTO event (id, txn, kind, record, op, prev, salt, digest, before,
    reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: events_after
-- Events from a number on; those of one txn follow each other.
SELECT id, kind, record, op, prev, digest, txn, reason FROM event
WHERE id > :after ORDER BY id;

-- name: event_by_id
SELECT id, txn, kind, record, op, prev, salt, digest, before, reason
FROM event WHERE id = :id;

-- name: events_of_txn_back
-- For undoing: the newest first.
SELECT id, kind, record, op, prev, before FROM event
WHERE txn = :txn ORDER BY id DESC;

-- name: indexes_of_table
SELECT name, sql FROM sqlite_schema
WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL ORDER BY name;

-- name: schema_objects
SELECT type, name, tbl_name, sql FROM sqlite_schema
WHERE sql IS NOT NULL ORDER BY type, name;

-- name: events_with_image
-- The kept images, each with the event whose state it is.
SELECT kind, record, prev, before FROM event
WHERE before IS NOT NULL ORDER BY id;

-- name: events_removed
SELECT id, kind, record FROM event WHERE op = 3 ORDER BY id;

-- name: records_alive
-- An add makes one record, a removal ends one.
SELECT ifnull(sum(op = 1) - sum(op = 3), 0) FROM event;
