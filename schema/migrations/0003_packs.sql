-- SPDX-License-Identifier: EUPL-1.2
-- What the choice among packs needs stands beside their texts, so that a text
-- is read only when it is used. A row of before has no valid_from: its text is
-- asked, until who writes next brings it up to date.
ALTER TABLE pack ADD COLUMN extends TEXT;
ALTER TABLE pack ADD COLUMN valid_from TEXT;
ALTER TABLE pack ADD COLUMN municipalities TEXT;	-- codes, blanks between

-- All of it, so that no page of a text is passed over.
CREATE INDEX pack_head ON pack(name, version, digest, extends, valid_from,
	municipalities);
