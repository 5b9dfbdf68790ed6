-- The whole case: what is known, measured and granted, who is around, and on
-- which ground what may leave. All of it as in 0001: described in
-- lib/model/fields.h and fields_case.h, held together by a test.

ALTER TABLE youth ADD COLUMN language TEXT;
ALTER TABLE youth ADD COLUMN capable INTEGER;
ALTER TABLE enrolment ADD COLUMN cluster TEXT;
ALTER TABLE residence ADD COLUMN address TEXT;
ALTER TABLE party ADD COLUMN keeper INTEGER REFERENCES party(id);
ALTER TABLE party ADD COLUMN shared INTEGER;
ALTER TABLE party ADD COLUMN funding TEXT;
ALTER TABLE contact_role ADD COLUMN subject TEXT;	-- NULL: everything
ALTER TABLE placement ADD COLUMN days_week INTEGER;
ALTER TABLE placement ADD COLUMN tasks TEXT;
ALTER TABLE placement ADD COLUMN review TEXT;
ALTER TABLE placement ADD COLUMN recognised INTEGER;
ALTER TABLE wage_value ADD COLUMN place INTEGER REFERENCES place(id);
ALTER TABLE moment ADD COLUMN "where" TEXT;
ALTER TABLE moment ADD COLUMN present TEXT;
ALTER TABLE moment ADD COLUMN domains TEXT;
ALTER TABLE handover ADD COLUMN copy_on TEXT;	-- the learner's own copy
ALTER TABLE delivery ADD COLUMN grounds TEXT;	-- numbers of ground
CREATE INDEX party_keeper ON party(keeper);
CREATE INDEX party_postcode ON party(postcode);

-- The development perspective (OPP), a record each time it is fixed.
CREATE TABLE opp (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	"on" TEXT NOT NULL,
	version TEXT,
	destination TEXT,
	level TEXT,
	helping TEXT,
	hampering TEXT,
	guidance TEXT,
	deviations TEXT,
	own_input TEXT,
	input_used TEXT,
	evaluated_on TEXT,
	parents_agree INTEGER,
	agreed_on TEXT
) STRICT;
CREATE INDEX opp_youth ON opp(youth);

-- Diplomas, certificates, statements.
CREATE TABLE qualification (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	kind TEXT NOT NULL,
	name TEXT,
	level INTEGER,
	crebo TEXT,
	issuer INTEGER REFERENCES party(id),
	"on" TEXT,
	valid_until TEXT,
	start_qualification INTEGER,
	portfolio INTEGER,
	file TEXT
) STRICT;
CREATE INDEX qualification_youth ON qualification(youth);

-- Work processes learned at a company; signed_on NULL: not signed off yet.
-- Known by (crebo, code): a code alone is not unique.
CREATE TABLE work_process (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	crebo TEXT NOT NULL,
	code TEXT NOT NULL,
	title TEXT,
	file_version TEXT,
	company INTEGER REFERENCES party(id),
	"from" TEXT,
	until TEXT,
	assessor TEXT,
	signed_on TEXT
) STRICT;
CREATE INDEX work_process_youth ON work_process(youth);

-- What work must be like: load, guidance, travel, what is ruled out.
CREATE TABLE work_profile (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	hours_day INTEGER,
	hours_week INTEGER,
	guidance TEXT,
	skills TEXT,
	transport TEXT,
	travel_minutes INTEGER,
	preferences TEXT,
	exclusions TEXT,
	aids TEXT,
	source TEXT,
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX work_profile_youth ON work_profile(youth);

-- One life domain, on a day, by one source; the set stands in a pack.
CREATE TABLE life_domain (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	"set" TEXT NOT NULL,
	domain TEXT NOT NULL,
	"on" TEXT NOT NULL,
	score INTEGER,
	own_words TEXT,
	view TEXT,
	since TEXT,
	assessor TEXT,
	class TEXT
) STRICT;
CREATE INDEX life_domain_youth ON life_domain(youth);

-- Register entries and indications; applied for is not registered.
CREATE TABLE register (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	register TEXT NOT NULL,
	status TEXT NOT NULL,
	"from" TEXT NOT NULL,
	until TEXT,
	source TEXT
) STRICT;
CREATE INDEX register_youth ON register(youth);

-- The benefit scheme somebody is in.
CREATE TABLE scheme (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	scheme TEXT NOT NULL,
	source TEXT,
	"from" TEXT,
	until TEXT
) STRICT;
CREATE INDEX scheme_youth ON scheme(youth);

-- Results of instruments, side by side, never averaged.
CREATE TABLE assessment (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	instrument TEXT NOT NULL,
	version TEXT,
	"on" TEXT NOT NULL,
	assessor TEXT,
	trained INTEGER,
	scale TEXT,
	value TEXT,
	valid_until TEXT,
	file TEXT
) STRICT;
CREATE INDEX assessment_youth ON assessment(youth);

-- Youth help and other care: the organisation and the need.
CREATE TABLE care (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	party INTEGER REFERENCES party(id),
	kind TEXT,
	contact TEXT,
	need INTEGER,
	source TEXT,
	"from" TEXT NOT NULL,
	until TEXT
) STRICT;
CREATE INDEX care_youth ON care(youth);

-- What learner, parents and school say of a section.
CREATE TABLE statement (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	section TEXT NOT NULL,
	voice TEXT NOT NULL,
	text TEXT NOT NULL,
	author TEXT NOT NULL,
	"on" TEXT NOT NULL
) STRICT;
CREATE INDEX statement_youth ON statement(youth);

-- Asked, and there was nothing; or no answer was wanted. Sparse.
CREATE TABLE answer (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	subject TEXT NOT NULL,
	answer TEXT NOT NULL,
	"on" TEXT NOT NULL,
	asked_by INTEGER REFERENCES contact(id)
) STRICT;
CREATE INDEX answer_youth ON answer(youth);

-- Who is around a youth; kept for ever.
CREATE TABLE person (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	role TEXT NOT NULL,
	name TEXT,
	contact INTEGER REFERENCES contact(id),
	party INTEGER REFERENCES party(id),
	network TEXT NOT NULL,
	mandate INTEGER,
	stand_in INTEGER,
	youth_agrees INTEGER,
	phone TEXT,
	email TEXT,
	"from" TEXT,
	until TEXT,
	lives_with INTEGER
) STRICT;
CREATE INDEX person_youth ON person(youth);

-- On which ground which sections may go to whom.
CREATE TABLE ground (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	sections TEXT NOT NULL,
	recipient INTEGER NOT NULL REFERENCES party(id),
	kind TEXT NOT NULL,
	purpose TEXT,
	given_by TEXT,
	giver TEXT,
	evidence TEXT,
	"from" TEXT NOT NULL,
	until TEXT,
	withdrawn_on TEXT,
	withdrawn_because TEXT
) STRICT;
CREATE INDEX ground_youth ON ground(youth);

-- A track at a provider; name, start, end and result are enough.
CREATE TABLE track (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	party INTEGER REFERENCES party(id),
	name TEXT,
	goal TEXT,
	result TEXT,
	motivated INTEGER,
	"from" TEXT NOT NULL,
	until TEXT
) STRICT;
CREATE INDEX track_youth ON track(youth);
CREATE INDEX track_from ON track("from");

-- Dossiers that went into another; their refs still find it.
CREATE TABLE merged (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	ref TEXT NOT NULL,
	"on" TEXT NOT NULL,
	reason TEXT
) STRICT;
CREATE INDEX merged_youth ON merged(youth);
CREATE UNIQUE INDEX merged_ref ON merged(ref);
