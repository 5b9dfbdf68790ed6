/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every record and every field, described once. Validation, reading and
 * writing, CSV columns, show, edit, JSON and the history follow from these
 * lists. A new field is one line here (at the end of its list: images in the
 * history keep this order), one column in a migration and one translation.
 *
 * F(enum name, column and stable name, label, type, argument, flags)
 * The argument is a code list, the kind a record field points to, or the
 * number of decimals. AT(WORK) puts a field in another section than its
 * record's; HEALTH, JUSTICE and FAMILY say why it needs a ground of its own.
 */
#ifndef DS_MODEL_FIELDS_H
#define DS_MODEL_FIELDS_H

#include "model/fields_case.h"

#define DS_FIELDS_YOUTH(F) \
	F(YOUTH_REF, "ref", N_("Ref"), REF, 0, OWN) \
	F(YOUTH_GIVEN_NAME, "given_name", N_("First name"), TEXT, 0, 0) \
	F(YOUTH_PREFIX, "prefix", N_("Prefix"), TEXT, 0, 0) \
	F(YOUTH_FAMILY_NAME, "family_name", N_("Family name"), TEXT, 0, 0) \
	F(YOUTH_BIRTH_DATE, "birth_date", N_("Born"), DAY, 0, PAST) \
	F(YOUTH_SEX, "sex", N_("Sex"), CODE, ds_codes_sex, 0) \
	F(YOUTH_PHONE, "phone", N_("Telephone"), PHONE, 0, 0) \
	F(YOUTH_EMAIL, "email", N_("E-mail"), EMAIL, 0, 0) \
	F(YOUTH_OPENED_ON, "opened_on", N_("Dossier opened"), DAY, 0, OWN) \
	F(YOUTH_CLOSED_ON, "closed_on", N_("Dossier closed"), DAY, 0, 0) \
	F(YOUTH_JOB_READY, "job_ready", N_("Job-ready"), BOOL, 0, \
	    AT(SKILLS)) \
	F(YOUTH_AVAILABLE_FROM, "available_from", N_("Available from"), \
	    DAY, 0, AT(WORK)) \
	F(YOUTH_HOURS, "hours_week", N_("Hours a week"), INT, 60, AT(WORK)) \
	F(YOUTH_DAYS, "days", N_("Days"), CODES, ds_codes_day, AT(WORK)) \
	F(YOUTH_SECTORS, "sectors", N_("Wanted sectors"), CODES, \
	    ds_codes_sector, AT(WORK)) \
	F(YOUTH_PROCESSES, "processes", N_("Work processes"), PROCESSES, 0, \
	    AT(SKILLS)) \
	F(YOUTH_MAX_KM, "max_km", N_("Travels at most (km)"), INT, 300, \
	    AT(WORK)) \
	F(YOUTH_LANGUAGE, "language", N_("Language"), TEXT, 0, 0) \
	F(YOUTH_CAPABLE, "capable", N_("Legally capable"), BOOL, 0, HEALTH)

#define DS_FIELDS_IDENTIFIER(F) \
	F(IDENTIFIER_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(IDENTIFIER_KIND, "kind", N_("Kind"), CODE, ds_codes_identifier, \
	    NEED) \
	F(IDENTIFIER_VALUE, "value", N_("Number"), TEXT, 0, NEED | SECRET)

#define DS_FIELDS_ENROLMENT(F) \
	F(ENROLMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(ENROLMENT_SCHOOL, "school", N_("School"), RECORD, DS_PARTY, NEED) \
	F(ENROLMENT_NUMBER, "pupil_number", N_("Pupil number"), TEXT, 0, 0) \
	F(ENROLMENT_KIND, "school_kind", N_("Kind of school"), CODE, \
	    ds_codes_school_kind, 0) \
	F(ENROLMENT_PROFILE, "profile", N_("Outflow profile"), CODE, \
	    ds_codes_profile, 0) \
	F(ENROLMENT_CLASS, "class", N_("Class"), TEXT, 0, 0) \
	F(ENROLMENT_YEAR, "year", N_("Year"), INT, 9, 0) \
	F(ENROLMENT_DESTINATION, "destination", N_("Intended destination"), \
	    CODE, ds_codes_destination, 0) \
	F(ENROLMENT_EXIT, "expected_exit", N_("Expected exit"), DAY, 0, 0) \
	F(ENROLMENT_FROM, "from", N_("Enrolled on"), DAY, 0, 0) \
	F(ENROLMENT_UNTIL, "until", N_("Deregistered on"), DAY, 0, 0) \
	F(ENROLMENT_CLUSTER, "cluster", N_("Cluster"), CODE, \
	    ds_codes_cluster, HEALTH)

#define DS_FIELDS_RESIDENCE(F) \
	F(RESIDENCE_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(RESIDENCE_MUNICIPALITY, "municipality", N_("Municipality"), \
	    RECORD, DS_PARTY, NEED) \
	F(RESIDENCE_POSTCODE, "postcode", N_("Postcode"), POSTCODE, 0, 0) \
	F(RESIDENCE_PLACE, "place", N_("Town"), TEXT, 0, 0) \
	F(RESIDENCE_FROM, "from", N_("From"), DAY, 0, 0) \
	F(RESIDENCE_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(RESIDENCE_ADDRESS, "address", N_("Address"), TEXT, 0, 0)

#define DS_FIELDS_PARTY(F) \
	F(PARTY_CODE, "code", N_("Code"), TEXT, 0, NEED) \
	F(PARTY_KIND, "kind", N_("Kind"), CODE, ds_codes_party, NEED) \
	F(PARTY_NAME, "name", N_("Name"), TEXT, 0, 0) \
	F(PARTY_PHONE, "phone", N_("Telephone"), PHONE, 0, 0) \
	F(PARTY_EMAIL, "email", N_("E-mail"), EMAIL, 0, 0) \
	F(PARTY_POSTCODE, "postcode", N_("Postcode"), POSTCODE, 0, 0) \
	F(PARTY_STUB, "stub", N_("Known by its code only"), BOOL, 0, OWN) \
	F(PARTY_LABOUR_REGION, "labour_region", \
	    N_("Labour market region"), TEXT, 0, 0) \
	F(PARTY_DOORSTROOM_REGION, "doorstroom_region", \
	    N_("Doorstroompunt region"), TEXT, 0, 0) \
	F(PARTY_SUCCESSOR, "successor", N_("Went into"), TEXT, 0, 0) \
	F(PARTY_KEEPER, "keeper", N_("Contact is kept by"), RECORD, \
	    DS_PARTY, 0) \
	F(PARTY_SHARED, "shared", N_("Contact is shared"), BOOL, 0, 0) \
	F(PARTY_FUNDING, "funding", N_("Contact is paid from"), TEXT, 0, 0)

#define DS_FIELDS_CONTACT(F) \
	F(CONTACT_NAME, "name", N_("Name"), TEXT, 0, NEED) \
	F(CONTACT_PHONE, "phone", N_("Telephone"), PHONE, 0, 0) \
	F(CONTACT_EMAIL, "email", N_("E-mail"), EMAIL, 0, 0) \
	F(CONTACT_LOGIN, "login", N_("Account"), TEXT, 0, OWN)

#define DS_FIELDS_CONTACT_ROLE(F) \
	F(ROLE_CONTACT, "contact", N_("Contact"), RECORD, DS_CONTACT, NEED) \
	F(ROLE_PARTY, "party", N_("Organisation"), RECORD, DS_PARTY, NEED) \
	F(ROLE_ROLE, "role", N_("Role"), CODE, ds_codes_role, NEED) \
	F(ROLE_ABOUT, "about", N_("For school"), RECORD, DS_PARTY, 0) \
	F(ROLE_FROM, "from", N_("From"), DAY, 0, 0) \
	F(ROLE_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(ROLE_SUBJECT, "subject", N_("Subject"), TEXT, 0, 0)

#define DS_FIELDS_PLACE(F) \
	F(PLACE_CODE, "code", N_("Place code"), TEXT, 0, NEED) \
	F(PLACE_PARTY, "party", N_("Employer"), RECORD, DS_PARTY, NEED) \
	F(PLACE_NAME, "name", N_("Place"), TEXT, 0, NEED) \
	F(PLACE_KIND, "kind", N_("Kind"), CODE, ds_codes_place, 0) \
	F(PLACE_SECTOR, "sector", N_("Sector"), CODE, ds_codes_sector, 0) \
	F(PLACE_PROCESSES, "processes", N_("Work processes"), PROCESSES, 0, \
	    0) \
	F(PLACE_HOURS_MIN, "hours_min", N_("Hours at least"), INT, 60, 0) \
	F(PLACE_HOURS_MAX, "hours_max", N_("Hours at most"), INT, 60, 0) \
	F(PLACE_DAYS, "days", N_("Days"), CODES, ds_codes_day, 0) \
	F(PLACE_POSTCODE, "postcode", N_("Postcode"), POSTCODE, 0, 0) \
	F(PLACE_SEATS, "seats", N_("Seats"), INT, 999, 0) \
	F(PLACE_FROM, "from", N_("From"), DAY, 0, 0) \
	F(PLACE_UNTIL, "until", N_("Until"), DAY, 0, 0)

#define DS_FIELDS_PLACEMENT(F) \
	F(PLACEMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(PLACEMENT_PLACE, "place", N_("Place"), RECORD, DS_PLACE, NEED) \
	F(PLACEMENT_KIND, "kind", N_("Kind"), CODE, ds_codes_placement, \
	    NEED) \
	F(PLACEMENT_STAGE, "stage_kind", N_("Kind of stage"), CODE, \
	    ds_codes_stage, 0) \
	F(PLACEMENT_HOURS, "hours", N_("Hours a week"), INT, 60, 0) \
	F(PLACEMENT_FROM, "from", N_("From"), DAY, 0, NEED) \
	F(PLACEMENT_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(PLACEMENT_DAYS, "days_week", N_("Days a week"), INT, 7, 0) \
	F(PLACEMENT_TASKS, "tasks", N_("Tasks"), LONG, 0, 0) \
	F(PLACEMENT_REVIEW, "review", N_("Review"), LONG, 0, HEALTH) \
	F(PLACEMENT_RECOGNISED, "recognised", \
	    N_("Recognised training company"), BOOL, 0, 0)

#define DS_FIELDS_WAGE_VALUE(F) \
	F(WAGE_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(WAGE_VALUE, "value", N_("Wage value (%)"), PERCENT, 2, \
	    NEED | HEALTH) \
	F(WAGE_MEASURED_ON, "measured_on", N_("Measured on"), DAY, 0, \
	    NEED | HEALTH) \
	F(WAGE_VALID_UNTIL, "valid_until", N_("Valid until"), DAY, 0, HEALTH) \
	F(WAGE_METHOD, "method", N_("Method"), TEXT, 0, HEALTH) \
	F(WAGE_ASSESSOR, "assessor", N_("Assessor"), TEXT, 0, HEALTH) \
	F(WAGE_PARTY, "party", N_("Measured at"), RECORD, DS_PARTY, HEALTH) \
	F(WAGE_PLACE, "place", N_("For the job"), RECORD, DS_PLACE, HEALTH)

#define DS_FIELDS_MEETING(F) \
	F(MEETING_KIND, "kind", N_("Kind"), CODE, ds_codes_meeting, NEED) \
	F(MEETING_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(MEETING_SCHOOL, "school", N_("School"), RECORD, DS_PARTY, 0) \
	F(MEETING_PARTY, "party", N_("Held with"), RECORD, DS_PARTY, 0)

#define DS_FIELDS_ATTENDANCE(F) \
	F(ATTENDANCE_MEETING, "meeting", N_("Meeting"), RECORD, DS_MEETING, \
	    NEED) \
	F(ATTENDANCE_ROLE, "role", N_("Role"), CODE, ds_codes_role, NEED) \
	F(ATTENDANCE_CONTACT, "contact", N_("Contact"), RECORD, DS_CONTACT, \
	    0)

#define DS_FIELDS_DISCUSSION(F) \
	F(DISCUSSION_MEETING, "meeting", N_("Meeting"), RECORD, DS_MEETING, \
	    NEED) \
	F(DISCUSSION_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED)

#define DS_FIELDS_AGREEMENT(F) \
	F(AGREEMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(AGREEMENT_KIND, "kind", N_("Kind"), CODE, ds_codes_agreement, \
	    NEED) \
	F(AGREEMENT_TEXT, "text", N_("Agreed"), TEXT, 0, 0) \
	F(AGREEMENT_OWNER, "owner", N_("Owner"), RECORD, DS_CONTACT, 0) \
	F(AGREEMENT_PARTY, "party", N_("With"), RECORD, DS_PARTY, 0) \
	F(AGREEMENT_ON, "on", N_("Agreed on"), DAY, 0, NEED) \
	F(AGREEMENT_DUE, "due", N_("Due"), DAY, 0, 0) \
	F(AGREEMENT_DONE_ON, "done_on", N_("Done on"), DAY, 0, 0)

#define DS_FIELDS_MOMENT(F) \
	F(MOMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(MOMENT_KIND, "kind", N_("Kind"), CODE, ds_codes_moment, NEED) \
	F(MOMENT_ON, "on", N_("Day"), DAY, 0, NEED | PAST) \
	F(MOMENT_WITH, "with", N_("With"), TEXT, 0, 0) \
	F(MOMENT_REACHED, "reached", N_("Reached"), BOOL, 0, 0) \
	F(MOMENT_TEXT, "text", N_("Text"), TEXT, 0, 0) \
	F(MOMENT_OWNER, "owner", N_("By"), RECORD, DS_CONTACT, 0) \
	F(MOMENT_WHERE, "where", N_("Where"), TEXT, 0, 0) \
	F(MOMENT_PRESENT, "present", N_("Who was there"), TEXT, 0, FAMILY) \
	F(MOMENT_DOMAINS, "domains", N_("Life domains spoken of"), TEXT, 0, \
	    HEALTH)

#define DS_FIELDS_LEAD(F) \
	F(LEAD_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(LEAD_PARTY, "party", N_("Organisation"), RECORD, DS_PARTY, NEED) \
	F(LEAD_CONTACT, "contact", N_("Contact"), RECORD, DS_CONTACT, 0) \
	F(LEAD_FROM, "from", N_("From"), DAY, 0, 0) \
	F(LEAD_UNTIL, "until", N_("Until"), DAY, 0, 0)

#define DS_FIELDS_HANDOVER(F) \
	F(HANDOVER_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(HANDOVER_SENDER, "sender", N_("From"), RECORD, DS_PARTY, NEED) \
	F(HANDOVER_RECIPIENT, "recipient", N_("To"), RECORD, DS_PARTY, NEED) \
	F(HANDOVER_STATE, "state", N_("State"), CODE, ds_codes_handover, \
	    NEED | OWN) \
	F(HANDOVER_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(HANDOVER_SAID_BY, "said_by", N_("Said by"), TEXT, 0, 0) \
	F(HANDOVER_CHANNEL, "channel", N_("How"), TEXT, 0, 0) \
	F(HANDOVER_REASON, "reason", N_("Reason"), TEXT, 0, 0) \
	F(HANDOVER_AGREED_FROM, "agreed_from", N_("Leads from"), DAY, 0, 0) \
	F(HANDOVER_CONTACT, "contact", N_("Contact"), RECORD, DS_CONTACT, 0) \
	F(HANDOVER_COPY, "copy_on", N_("Copy for the learner"), DAY, 0, 0)

#define DS_FIELDS_DECISION(F) \
	F(DECISION_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(DECISION_SUBJECT, "subject", N_("About"), TEXT, 0, NEED) \
	F(DECISION_OUTCOME, "outcome", N_("Decided"), TEXT, 0, NEED) \
	F(DECISION_BY, "by", N_("By"), TEXT, 0, NEED) \
	F(DECISION_REASON, "reason", N_("Reason"), TEXT, 0, NEED) \
	F(DECISION_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(DECISION_UNTIL, "until", N_("Until"), DAY, 0, 0)

/* A record of what left: made by sending, and by nothing else. */
#define DS_FIELDS_DELIVERY(F) \
	F(DELIVERY_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(DELIVERY_PARTY, "party", N_("To"), RECORD, DS_PARTY, NEED | OWN) \
	F(DELIVERY_ON, "on", N_("Day"), DAY, 0, NEED | OWN) \
	F(DELIVERY_GROUND, "ground", N_("Ground"), TEXT, 0, NEED | OWN) \
	F(DELIVERY_FIELDS, "fields", N_("Fields"), TEXT, 0, NEED | OWN) \
	F(DELIVERY_DIGEST, "digest", N_("Digest"), TEXT, 0, NEED | OWN) \
	F(DELIVERY_GROUNDS, "grounds", N_("Recorded grounds"), TEXT, 0, OWN)

#define DS_FIELDS_PACK(F) \
	F(PACK_NAME, "name", N_("Pack"), TEXT, 0, NEED) \
	F(PACK_VERSION, "version", N_("Version"), TEXT, 0, NEED) \
	F(PACK_TEXT, "text", N_("Text"), TEXT, 0, NEED) \
	F(PACK_DIGEST, "digest", N_("Digest"), TEXT, 0, NEED) \
	F(PACK_EXTENDS, "extends", N_("Extends"), TEXT, 0, 0) \
	F(PACK_VALID_FROM, "valid_from", N_("In force from"), DAY, 0, 0) \
	F(PACK_MUNICIPALITIES, "municipalities", N_("Municipalities"), TEXT, \
	    0, 0)

#define DS_FIELDS_COLUMN_MAP(F) \
	F(MAP_FINGERPRINT, "fingerprint", N_("Header"), TEXT, 0, NEED) \
	F(MAP_SHEET, "sheet", N_("Kind"), TEXT, 0, NEED) \
	F(MAP_TEXT, "text", N_("Columns"), TEXT, 0, NEED)

#define DS_FIELDS_SETTING(F) \
	F(SETTING_KEY, "key", N_("Setting"), TEXT, 0, NEED) \
	F(SETTING_VALUE, "value", N_("Value"), TEXT, 0, NEED)

#define DS_FIELDS_POSTCODE(F) \
	F(POSTCODE_CODE, "code", N_("Postcode"), POSTCODE4, 0, NEED) \
	F(POSTCODE_PLACE, "place", N_("Town"), TEXT, 0, 0) \
	F(POSTCODE_LATITUDE, "latitude", N_("Latitude"), DEGREES, 7, 0) \
	F(POSTCODE_LONGITUDE, "longitude", N_("Longitude"), DEGREES, 7, 0) \
	F(POSTCODE_MUNICIPALITY, "municipality", N_("Municipality code"), \
	    MUNICIPALITY, 0, 0)

/*
 * R(enum name, number for ever, table, label, nature, section, its first and
 * last day)
 * Nature: PLAIN is corrected in place; STATE is dated, a new one closes the
 * last; MEASURED is dated, many stand side by side.
 * What stands in section NONE never leaves; COMMON is of no youth.
 */
#define DS_RECORDS(R) \
	R(YOUTH, 1, "youth", N_("Youth"), PLAIN, IDENTITY, UNDATED) \
	R(IDENTIFIER, 2, "identifier", N_("Number"), PLAIN, NONE, UNDATED) \
	R(ENROLMENT, 3, "enrolment", N_("Enrolment"), STATE, SCHOOL, \
	    DATED(ENROLMENT)) \
	R(RESIDENCE, 4, "residence", N_("Residence"), STATE, IDENTITY, \
	    DATED(RESIDENCE)) \
	R(PARTY, 5, "party", N_("Organisation"), PLAIN, COMMON, UNDATED) \
	R(CONTACT, 6, "contact", N_("Contact"), PLAIN, COMMON, UNDATED) \
	R(CONTACT_ROLE, 7, "contact_role", N_("Contact role"), MEASURED, \
	    NONE, DATED(ROLE)) \
	R(PLACE, 8, "place", N_("Place"), PLAIN, COMMON, DATED(PLACE)) \
	R(PLACEMENT, 9, "placement", N_("Placement"), MEASURED, STAGE, \
	    DATED(PLACEMENT)) \
	R(WAGE_VALUE, 10, "wage_value", N_("Wage value"), MEASURED, \
	    REGISTER, UNDATED) \
	R(MEETING, 11, "meeting", N_("Meeting"), PLAIN, COMMON, UNDATED) \
	R(ATTENDANCE, 12, "attendance", N_("Present"), PLAIN, COMMON, \
	    UNDATED) \
	R(DISCUSSION, 13, "discussion", N_("Discussed"), PLAIN, NONE, \
	    UNDATED) \
	R(AGREEMENT, 14, "agreement", N_("Agreement"), MEASURED, ADVICE, \
	    UNDATED) \
	R(MOMENT, 15, "moment", N_("Contact moment"), MEASURED, NONE, \
	    UNDATED) \
	R(LEAD, 16, "lead", N_("Lead"), STATE, ADVICE, DATED(LEAD)) \
	R(HANDOVER, 17, "handover", N_("Handover"), MEASURED, NONE, UNDATED) \
	R(DECISION, 18, "decision", N_("Decision"), MEASURED, NONE, UNDATED) \
	R(DELIVERY, 19, "delivery", N_("Delivery"), MEASURED, NONE, UNDATED) \
	R(PACK, 20, "pack", N_("Pack"), PLAIN, NONE, UNDATED) \
	R(COLUMN_MAP, 21, "column_map", N_("Column map"), PLAIN, NONE, \
	    UNDATED) \
	R(SETTING, 22, "setting", N_("Setting"), PLAIN, NONE, UNDATED) \
	R(POSTCODE, 23, "postcode", N_("Postcode"), PLAIN, NONE, UNDATED) \
	R(OPP, 24, "opp", N_("Development perspective"), MEASURED, OPP, \
	    UNDATED) \
	R(QUALIFICATION, 25, "qualification", N_("Qualification"), MEASURED, \
	    QUALIFICATION, UNDATED) \
	R(WORK_PROCESS, 26, "work_process", N_("Work process"), MEASURED, \
	    QUALIFICATION, DATED(PROCESS)) \
	R(WORK_PROFILE, 27, "work_profile", N_("Work profile"), STATE, WORK, \
	    DATED(PROFILE)) \
	R(LIFE_DOMAIN, 28, "life_domain", N_("Life domain"), MEASURED, \
	    DOMAIN, UNDATED) \
	R(REGISTER, 29, "register", N_("Register entry"), MEASURED, \
	    REGISTER, DATED(REGISTER)) \
	R(SCHEME, 30, "scheme", N_("Scheme"), STATE, REGISTER, \
	    DATED(SCHEME)) \
	R(ASSESSMENT, 31, "assessment", N_("Assessment"), MEASURED, \
	    REGISTER, UNDATED) \
	R(CARE, 32, "care", N_("Care"), MEASURED, REGISTER, DATED(CARE)) \
	R(STATEMENT, 33, "statement", N_("Statement"), MEASURED, STORY, \
	    UNDATED) \
	R(ANSWER, 34, "answer", N_("Answer"), MEASURED, NONE, UNDATED) \
	R(PERSON, 35, "person", N_("Person around"), MEASURED, NETWORK, \
	    DATED(PERSON)) \
	R(GROUND, 36, "ground", N_("Ground"), MEASURED, GROUND, \
	    DATED(GROUND)) \
	R(TRACK, 37, "track", N_("Track"), MEASURED, STAGE, DATED(TRACK)) \
	R(MERGED, 38, "merged", N_("Merged dossier"), MEASURED, NONE, \
	    UNDATED) \
	R(RECEIPT, 39, "receipt", N_("Receipt"), MEASURED, NONE, UNDATED)

#endif
