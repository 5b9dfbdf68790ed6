-- SPDX-License-Identifier: EUPL-1.2
-- What a file of pupils is measured against: the shell of SQLite, one typed
-- table with a key and three indexes, nothing checked, no history.
CREATE TABLE youth (
	pupil_number TEXT NOT NULL,
	bsn TEXT,
	given_name TEXT,
	prefix TEXT,
	family_name TEXT,
	birth_date TEXT,
	sex TEXT,
	school TEXT NOT NULL,
	school_kind TEXT,
	profile TEXT,
	class TEXT,
	year INTEGER,
	mentor TEXT,
	expected_exit TEXT,
	destination TEXT,
	municipality TEXT,
	postcode TEXT,
	place TEXT,
	phone TEXT,
	email TEXT,
	note TEXT,
	PRIMARY KEY (pupil_number, school)
) STRICT;
CREATE INDEX youth_bsn ON youth(bsn);
CREATE INDEX youth_name ON youth(family_name, birth_date);
CREATE INDEX youth_municipality ON youth(municipality);
