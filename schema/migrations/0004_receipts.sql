-- SPDX-License-Identifier: EUPL-1.2
-- Advice as it was given, so that it can be given back byte for byte when the
-- pack, the facts or the software have changed.
CREATE TABLE receipt (
	id INTEGER PRIMARY KEY, event INTEGER NOT NULL,
	youth INTEGER NOT NULL REFERENCES youth(id),
	ref TEXT NOT NULL,
	"on" TEXT NOT NULL,
	subject TEXT NOT NULL,		-- what was advised about: route
	pack TEXT NOT NULL,		-- that judged, its version and digest
	version TEXT NOT NULL,
	digest TEXT NOT NULL,
	others TEXT,			-- a line each: pack, version, digest
	outcome TEXT,			-- NULL: undecided
	rule TEXT,
	facts TEXT,			-- a line each, with its day
	rests_on TEXT,			-- facts, and record.field; blanks between
	page_nl TEXT,			-- render/page.h
	page_en TEXT
) STRICT;
CREATE INDEX receipt_youth ON receipt(youth);
CREATE UNIQUE INDEX receipt_ref ON receipt(ref);
