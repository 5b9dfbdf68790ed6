-- The dossier's first schema. Tables come in three groups: the history
-- (txn, event), the records that people keep, and reference data. Every
-- record has `event`, the last event that touched it; its fields are
-- described once, in lib/model/fields.h, and a test holds both together.
-- Days are ISO text; a day in "from" and "until" is itself held; NULL is
-- open. Decimals are whole numbers of their smallest unit.

-- One row a transaction, and one a look at personal data: who did what.
CREATE TABLE txn (
	id INTEGER PRIMARY KEY,
	at TEXT NOT NULL,		-- machine's UTC time
	day TEXT NOT NULL,		-- business day
	actor INTEGER,			-- contact.id; no key: history stays
	name TEXT,			-- the actor's name then
	role TEXT,			-- role@party then
	origin TEXT NOT NULL,		-- login@host
	action TEXT NOT NULL,		-- command and verb
	object TEXT,			-- ref or file it was about
	reason TEXT,
	undoes INTEGER REFERENCES txn(id),
	result TEXT NOT NULL,		-- "done"; counts for an intake
	head BLOB NOT NULL		-- chain: SHA-256 up to and including this
) STRICT;

-- One row a changed record. The digest is SHA-256 of salt and the record's
-- image after the change; the image itself is written when it goes out of
-- use, as `before` of the next event of that record (idea: reverse deltas).
CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	txn INTEGER NOT NULL,
	kind INTEGER NOT NULL,		-- enum ds_kind, never renumbered
	record INTEGER NOT NULL,
	op INTEGER NOT NULL,		-- 1 add, 2 change, 3 remove
	prev INTEGER,			-- the record's event before this one
	salt BLOB,			-- 16 random bytes; NULL once erased
	digest BLOB NOT NULL,
	before TEXT,			-- JSON image before; NULL for an add
	reason TEXT
) STRICT;
CREATE INDEX event_removed ON event(kind, record) WHERE op = 3;

-- Organisations: schools, municipalities, employers, UWV, providers.
CREATE TABLE party (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	code TEXT NOT NULL,		-- BRIN, municipality code, KvK or slug
	kind TEXT NOT NULL,
	name TEXT,
	phone TEXT,
	email TEXT,
	postcode TEXT,
	stub INTEGER,			-- 1: known by its code only
	labour_region TEXT,
	doorstroom_region TEXT,
	successor TEXT			-- code of the municipality it went into
) STRICT;
CREATE UNIQUE INDEX party_code ON party(code);
CREATE INDEX party_name ON party(name);

-- People who work on the crossing.
CREATE TABLE contact (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	name TEXT NOT NULL,
	phone TEXT,
	email TEXT,
	login TEXT			-- the machine's account, bound by init
) STRICT;
CREATE INDEX contact_name ON contact(name);

-- What a contact does, where, for whom; kept for ever.
CREATE TABLE contact_role (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	contact INTEGER NOT NULL REFERENCES contact(id),
	party INTEGER NOT NULL REFERENCES party(id),
	role TEXT NOT NULL,
	about INTEGER REFERENCES party(id),	-- the school it is for
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX contact_role_party ON contact_role(party);
CREATE INDEX contact_role_contact ON contact_role(contact);

-- The young people.
CREATE TABLE youth (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	ref TEXT NOT NULL,
	given_name TEXT,
	prefix TEXT,
	family_name TEXT,
	birth_date TEXT,
	sex TEXT,
	phone TEXT,
	email TEXT,
	opened_on TEXT NOT NULL,
	closed_on TEXT,
	job_ready INTEGER,
	available_from TEXT,
	hours_week INTEGER,
	days TEXT,			-- space-separated codes
	sectors TEXT,
	processes TEXT,
	max_km INTEGER
) STRICT;
CREATE UNIQUE INDEX youth_ref ON youth(ref);

CREATE TABLE identifier (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	kind TEXT NOT NULL,
	value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX identifier_value ON identifier(value, kind);
CREATE INDEX identifier_youth ON identifier(youth);

CREATE TABLE enrolment (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	school INTEGER NOT NULL REFERENCES party(id),
	pupil_number TEXT,
	school_kind TEXT,
	profile TEXT,
	class TEXT,
	year INTEGER,
	destination TEXT,
	expected_exit TEXT,
	"from" TEXT,
	until TEXT			-- deregistered: the last day enrolled
) STRICT;
CREATE INDEX enrolment_youth ON enrolment(youth);
CREATE INDEX enrolment_number ON enrolment(pupil_number, school);

CREATE TABLE residence (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	municipality INTEGER NOT NULL REFERENCES party(id),
	postcode TEXT,
	place TEXT,
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX residence_youth ON residence(youth);

-- Who holds the case: the lane that may have no hole.
CREATE TABLE lead (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	party INTEGER NOT NULL REFERENCES party(id),
	contact INTEGER REFERENCES contact(id),
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX lead_youth ON lead(youth);

CREATE TABLE place (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	code TEXT NOT NULL,
	party INTEGER NOT NULL REFERENCES party(id),
	name TEXT NOT NULL,
	kind TEXT,
	sector TEXT,
	processes TEXT,
	hours_min INTEGER,
	hours_max INTEGER,
	days TEXT,
	postcode TEXT,
	seats INTEGER,
	"from" TEXT,
	until TEXT
) STRICT;
CREATE UNIQUE INDEX place_code ON place(code);

CREATE TABLE placement (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	place INTEGER NOT NULL REFERENCES place(id),
	kind TEXT NOT NULL,
	stage_kind TEXT,
	hours INTEGER,
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX placement_youth ON placement(youth);
CREATE INDEX placement_place ON placement(place);

CREATE TABLE wage_value (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	value INTEGER NOT NULL,		-- hundredths of a percent of WML
	measured_on TEXT NOT NULL,
	valid_until TEXT,
	method TEXT,
	assessor TEXT,
	party INTEGER REFERENCES party(id)	-- the employer it was at
) STRICT;
CREATE INDEX wage_value_youth ON wage_value(youth);

CREATE TABLE meeting (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	kind TEXT NOT NULL,
	"on" TEXT NOT NULL,
	school INTEGER REFERENCES party(id),
	party INTEGER REFERENCES party(id)	-- who it was held with
) STRICT;
CREATE INDEX meeting_day ON meeting("on");

CREATE TABLE attendance (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	meeting INTEGER NOT NULL REFERENCES meeting(id),
	role TEXT NOT NULL,
	contact INTEGER REFERENCES contact(id)
) STRICT;
CREATE INDEX attendance_meeting ON attendance(meeting);

CREATE TABLE discussion (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	meeting INTEGER NOT NULL REFERENCES meeting(id),
	youth INTEGER NOT NULL REFERENCES youth(id)
) STRICT;
CREATE INDEX discussion_meeting ON discussion(meeting);
CREATE INDEX discussion_youth ON discussion(youth);

CREATE TABLE agreement (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	kind TEXT NOT NULL,
	text TEXT,
	owner INTEGER REFERENCES contact(id),
	party INTEGER REFERENCES party(id),
	"on" TEXT NOT NULL,
	due TEXT,
	done_on TEXT
) STRICT;
CREATE INDEX agreement_youth ON agreement(youth);

-- A call, letter, visit, note or application: one line of what happened.
CREATE TABLE moment (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	kind TEXT NOT NULL,
	"on" TEXT NOT NULL,
	"with" TEXT,
	reached INTEGER,
	text TEXT,
	owner INTEGER REFERENCES contact(id)
) STRICT;
CREATE INDEX moment_youth ON moment(youth);

CREATE TABLE handover (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	sender INTEGER NOT NULL REFERENCES party(id),
	recipient INTEGER NOT NULL REFERENCES party(id),
	state TEXT NOT NULL,
	"on" TEXT NOT NULL,		-- day of the last step
	said_by TEXT,			-- who told us, at the recipient
	channel TEXT,
	reason TEXT,
	agreed_from TEXT,		-- day from which the recipient leads
	contact INTEGER REFERENCES contact(id)
) STRICT;
CREATE INDEX handover_youth ON handover(youth);

-- What a person or body decided, beside what the rules say.
CREATE TABLE decision (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	subject TEXT NOT NULL,		-- the decision table it is about
	outcome TEXT NOT NULL,
	by TEXT NOT NULL,
	reason TEXT NOT NULL,
	"on" TEXT NOT NULL,
	until TEXT
) STRICT;
CREATE INDEX decision_youth ON decision(youth);

-- What left the store: to whom, when, which fields, on what ground.
CREATE TABLE delivery (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	party INTEGER NOT NULL REFERENCES party(id),
	"on" TEXT NOT NULL,
	ground TEXT NOT NULL,
	fields TEXT NOT NULL,
	digest TEXT NOT NULL		-- SHA-256 of the JSON that left
) STRICT;
CREATE INDEX delivery_youth ON delivery(youth);

-- Rules as they were installed: text and digest, so that advice can always
-- be traced to what it was based on.
CREATE TABLE pack (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	name TEXT NOT NULL,
	version TEXT NOT NULL,
	text TEXT NOT NULL,
	digest TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pack_version ON pack(name, version);

-- Headers that were mapped once, recognised by their fingerprint.
CREATE TABLE column_map (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	fingerprint TEXT NOT NULL,
	sheet TEXT NOT NULL,
	text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX column_map_header ON column_map(fingerprint);

CREATE TABLE setting (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	key TEXT NOT NULL,
	value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX setting_key ON setting(key);

-- Reference: where a four-digit postcode lies.
CREATE TABLE postcode (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	code TEXT NOT NULL,
	place TEXT,
	latitude INTEGER,		-- ten-millionths of a degree
	longitude INTEGER,
	municipality TEXT		-- municipality code
) STRICT;
CREATE UNIQUE INDEX postcode_code ON postcode(code);
