-- name: hold
BEGIN;

-- name: begin
BEGIN IMMEDIATE;

-- name: commit
COMMIT;

-- name: rollback
ROLLBACK;

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

-- name: event_add_run
-- Sixteen adds at once, in the order of event_add; a bulk load lives on it.
INSERT OR FAIL INTO event (id, txn, kind, record, op, prev, salt, digest) VALUES
    (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8),
    (?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16),
    (?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24),
    (?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32),
    (?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40),
    (?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48),
    (?49, ?50, ?51, ?52, ?53, ?54, ?55, ?56),
    (?57, ?58, ?59, ?60, ?61, ?62, ?63, ?64),
    (?65, ?66, ?67, ?68, ?69, ?70, ?71, ?72),
    (?73, ?74, ?75, ?76, ?77, ?78, ?79, ?80),
    (?81, ?82, ?83, ?84, ?85, ?86, ?87, ?88),
    (?89, ?90, ?91, ?92, ?93, ?94, ?95, ?96),
    (?97, ?98, ?99, ?100, ?101, ?102, ?103, ?104),
    (?105, ?106, ?107, ?108, ?109, ?110, ?111, ?112),
    (?113, ?114, ?115, ?116, ?117, ?118, ?119, ?120),
    (?121, ?122, ?123, ?124, ?125, ?126, ?127, ?128);

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
-- The kept images, each with the event whose state it is; only an add has
-- none.
SELECT kind, record, prev, before FROM event
WHERE op <> 1 OR before IS NOT NULL ORDER BY id;

-- name: events_removed
SELECT id, kind, record FROM event WHERE op = 3 ORDER BY id;

-- name: event_count
SELECT count(*) FROM event;

-- name: event_removed_after
-- That a record was removed since.
SELECT id FROM event WHERE kind = :kind AND record = :record AND op = 3
    AND id > :after ORDER BY id LIMIT 1;

-- name: pack_heads
-- How many, and each without its text, out of the index alone.
SELECT (SELECT count(*) FROM pack), id, name, version, digest, extends,
    valid_from, municipalities
FROM pack INDEXED BY pack_head ORDER BY id;
