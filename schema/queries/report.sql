-- What reports read beside the facts of youths; :day is the report's day,
-- :since the first day of its school year.

-- name: report_parties
SELECT id, code, kind, name, keeper FROM party ORDER BY id;

-- name: report_roles
-- Who can be called on the day, where, for which school; stand-ins last.
SELECT r.contact, c.name, c.phone, c.email, r.party, r.role, r.about,
    r."from", r.until, r.subject
FROM contact_role r JOIN contact c ON c.id = r.contact
WHERE ifnull(r."from", '') <= :day AND ifnull(r.until, '9999') >= :day
ORDER BY r.party, r.role = 'vervanger', c.name, r.id;

-- name: report_pairs
-- How many pupils of which school live where: open dossiers, enrolled on
-- some day of the school year. Municipality 0: no residence is known.
SELECT e.school, ifnull(r.municipality, 0), count(DISTINCT e.youth)
FROM enrolment e JOIN youth y ON y.id = e.youth
    LEFT JOIN residence r ON r.youth = e.youth
	AND ifnull(r."from", '') <= :day AND ifnull(r.until, '9999') >= :day
WHERE ifnull(e."from", '') <= :day AND ifnull(e.until, '9999') >= :since
    AND ifnull(y.closed_on, '9999') > :day
GROUP BY 1, 2 ORDER BY 1, 2;

-- name: report_meetings
SELECT id, kind, "on", school, party FROM meeting
WHERE "on" BETWEEN :since AND :day ORDER BY "on", id;

-- name: report_present
SELECT a.meeting, a.role FROM attendance a JOIN meeting m ON m.id = a.meeting
WHERE m."on" BETWEEN :since AND :day ORDER BY a.meeting, a.role;

-- name: report_discussed
-- Youths discussed in the school year, by school and whom it was held with.
SELECT m.school, m.party, count(DISTINCT d.youth)
FROM meeting m JOIN discussion d ON d.meeting = m.id
WHERE m."on" BETWEEN :since AND :day
    AND m.school IS NOT NULL AND m.party IS NOT NULL
GROUP BY 1, 2 ORDER BY 1, 2;

-- name: report_agreements
-- Agreements of the school year, by the youth's school and with whom.
SELECT e.school, a.party, count(DISTINCT a.id)
FROM agreement a JOIN enrolment e ON e.youth = a.youth
WHERE a."on" BETWEEN :since AND :day AND a.kind <> 'geen'
    AND a.party IS NOT NULL AND ifnull(e."from", '') <= :day
    AND ifnull(e.until, '9999') >= :since
GROUP BY 1, 2 ORDER BY 1, 2;

-- name: report_talks
-- Talks of the school year, by youth: which life domains came up. Who was
-- not reached was not talked to.
SELECT youth, domains FROM moment
WHERE kind IN ('telefoon', 'bezoek') AND ifnull(reached, 1) = 1
    AND "on" BETWEEN :since AND :day
ORDER BY youth, "on", id;
