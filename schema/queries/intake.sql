-- Whose row is it, and what is there already?

-- name: youth_by_identifier
SELECT youth FROM identifier WHERE value = :value AND kind = :kind;

-- name: youth_by_pupil
-- The newest enrolment under that number at that school.
SELECT youth FROM enrolment WHERE pupil_number = :number AND school = :school
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: youths_with_birth_date
SELECT ref, given_name, family_name, birth_date FROM youth
WHERE birth_date IS NOT NULL AND family_name IS NOT NULL ORDER BY id;

-- name: enrolment_open
-- The enrolment that counts on a day: the newest that had begun.
SELECT id FROM enrolment WHERE youth = :youth AND ifnull("from", '') <= :day
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: residence_open
SELECT id FROM residence WHERE youth = :youth AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: lead_open
SELECT id FROM lead WHERE youth = :youth AND ifnull("from", '') <= :day
    AND ifnull(until, '9999') >= :day
ORDER BY ifnull("from", '') DESC, id DESC LIMIT 1;

-- name: contact_at_party
-- A person of that name with a role there, else who has that name and the
-- same mail or telephone (who is seconded), else the only one of that name
-- without any role.
SELECT c.id FROM contact c
LEFT JOIN contact_role r ON r.contact = c.id
WHERE c.name = :name AND (r.party = :party OR r.id IS NULL OR :party = 0
    OR c.email = :email OR c.phone = :phone)
ORDER BY r.party = :party DESC,
    ifnull(c.email = :email OR c.phone = :phone, 0) DESC, c.id LIMIT 1;

-- name: school_of_brin
SELECT code FROM party WHERE kind = 'school' AND code > :brin
    AND code < :brin || '~' ORDER BY code LIMIT 1;

-- name: place_by_code
SELECT id FROM place WHERE code = :code;

-- name: postcode_by_code
SELECT id FROM postcode WHERE code = :code;

-- name: contact_role_same
SELECT id FROM contact_role WHERE contact = :contact AND party = :party
    AND role = :role AND about IS :about AND "from" IS :from
ORDER BY id LIMIT 1;

-- name: placement_same
SELECT id FROM placement WHERE youth = :youth AND place = :place
    AND kind = :kind AND "from" = :from ORDER BY id LIMIT 1;

-- name: wage_value_same
SELECT id FROM wage_value WHERE youth = :youth AND measured_on = :on
    AND method IS :method ORDER BY id LIMIT 1;

-- name: meeting_known
SELECT id FROM meeting WHERE kind = :kind AND "on" = :on
    AND school IS :school AND party IS :party ORDER BY id LIMIT 1;

-- name: attendance_same
SELECT id FROM attendance WHERE meeting = :meeting AND role = :role
ORDER BY id LIMIT 1;

-- name: discussion_same
SELECT id FROM discussion WHERE meeting = :meeting AND youth = :youth
ORDER BY id LIMIT 1;

-- name: agreement_same
SELECT id FROM agreement WHERE youth = :youth AND kind = :kind
    AND "on" = :on AND text IS :text ORDER BY id LIMIT 1;

-- name: lead_same
SELECT id FROM lead WHERE youth = :youth AND party = :party
    AND "from" IS :from ORDER BY id LIMIT 1;

-- name: column_map_by_header
SELECT id, sheet, text FROM column_map WHERE fingerprint = :fingerprint;

-- name: youths_enrolled
-- Everybody enrolled on a day, by school, to tell who a list leaves out.
SELECT e.youth, y.ref, e.school FROM enrolment e
JOIN youth y ON y.id = e.youth
WHERE ifnull(e."from", '') <= :day AND ifnull(e.until, '9999') >= :day
    AND y.closed_on IS NULL
ORDER BY e.school, e.youth;

-- name: youth_municipality
-- The code of where a youth lives on a day.
SELECT p.code FROM residence r JOIN party p ON p.id = r.municipality
WHERE r.youth = :youth AND ifnull(r."from", '') <= :day
    AND ifnull(r.until, '9999') >= :day
ORDER BY ifnull(r."from", '') DESC, r.id DESC LIMIT 1;

-- name: tracks_begun
-- Who began at a provider on a day, with their names.
SELECT t.youth, y.given_name, y.prefix, y.family_name FROM track t
JOIN youth y ON y.id = t.youth
WHERE t."from" = :from AND t.party IS :party ORDER BY t.id;

-- name: employers_at
SELECT id, code, name FROM party
WHERE kind = 'werkgever' AND postcode = :postcode ORDER BY id;
