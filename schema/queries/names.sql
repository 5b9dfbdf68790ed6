-- Naming people and organisations.

-- name: setting_by_key
SELECT id, value FROM setting WHERE key = :key;

-- name: youth_by_ref
SELECT id FROM youth WHERE ref = :ref;

-- name: youth_by_merged_ref
-- Whose dossier it went into.
SELECT youth FROM merged WHERE ref = :ref;

-- name: youths_by_prefix
-- Two are enough to know that a prefix is not unique. A ref that went into
-- another dossier counts too; the dossier's own ref goes before it.
SELECT id, max(own), min(ref) FROM (
    SELECT id, 1 AS own, ref FROM youth
    WHERE ref >= :prefix AND ref < :prefix || '~'
    UNION ALL
    SELECT youth, 0, ref FROM merged
    WHERE ref >= :prefix AND ref < :prefix || '~')
GROUP BY id ORDER BY 3 LIMIT 2;

-- name: youths_by_number
SELECT youth FROM enrolment WHERE pupil_number = :number
GROUP BY youth ORDER BY youth LIMIT 50;

-- name: youth_names
-- Every name, to be folded and compared: people type without accents.
SELECT id, given_name, prefix, family_name FROM youth ORDER BY id;

-- name: party_by_code
SELECT id FROM party WHERE code = :code;

-- name: parties_by_name
SELECT id, name FROM party WHERE name IS NOT NULL ORDER BY id;

-- name: contacts_by_name
SELECT id FROM contact WHERE name = :name ORDER BY id LIMIT 2;

-- name: contact_names
-- For the one that was meant.
SELECT id, name FROM contact ORDER BY id;

-- name: contact_by_login
SELECT id FROM contact WHERE login = :login ORDER BY id LIMIT 1;

-- name: contact_party_on
-- Where a contact works on a day; the newest role first.
SELECT party, role FROM contact_role
WHERE contact = :contact AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: persons_at
-- Who can be called at a party on a day, the best answer first: the person
-- asked for, then contacts for that school, then general ones, then
-- stand-ins.
SELECT c.id, c.name, c.phone, c.email, r.role = 'vervanger'
FROM contact_role r JOIN contact c ON c.id = r.contact
WHERE r.party = :party AND ifnull(r."from", '') <= :day
    AND ifnull(r.until, '9999') >= :day
    AND (c.id = :contact
	OR r.role IN ('contactpersoon', 'uitstroomcoordinator',
	    'vervanger', 'regisseur')
	    AND (r.about IS NULL OR r.about = :about OR :about = 0))
ORDER BY c.id = :contact DESC, r.role = 'vervanger', r.about IS NULL,
    ifnull(r."from", ''), r.id LIMIT 1;
