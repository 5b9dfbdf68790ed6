/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The records that make a case: what school, learner and parents know, what
 * was measured and granted, who is around, and what may leave on which
 * ground. Part of fields.h; the same macro F.
 */
#ifndef DS_MODEL_FIELDS_CASE_H
#define DS_MODEL_FIELDS_CASE_H

/* The development perspective: WEC 41a, WVO 2020 2.44. */
#define DS_FIELDS_OPP(F) \
	F(OPP_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(OPP_ON, "on", N_("Fixed on"), DAY, 0, NEED) \
	F(OPP_VERSION, "version", N_("Version"), CODE, ds_codes_version, 0) \
	F(OPP_DESTINATION, "destination", N_("Intended destination"), CODE, \
	    ds_codes_destination, 0) \
	F(OPP_LEVEL, "level", N_("Level"), TEXT, 0, 0) \
	F(OPP_HELPING, "helping", N_("Helping factors"), LONG, 0, HEALTH) \
	F(OPP_HAMPERING, "hampering", N_("Hampering factors"), LONG, 0, \
	    HEALTH) \
	F(OPP_GUIDANCE, "guidance", N_("Guidance offered"), LONG, 0, HEALTH) \
	F(OPP_DEVIATIONS, "deviations", N_("Deviations from the programme"), \
	    LONG, 0, HEALTH) \
	F(OPP_INPUT, "own_input", N_("The learner's own input"), LONG, 0, \
	    HEALTH) \
	F(OPP_INPUT_USE, "input_used", N_("What was done with it"), LONG, 0, \
	    HEALTH) \
	F(OPP_EVALUATED, "evaluated_on", N_("Evaluated on"), DAY, 0, 0) \
	F(OPP_AGREED, "parents_agree", N_("Parents agree"), BOOL, 0, 0) \
	F(OPP_AGREED_ON, "agreed_on", N_("Agreed on"), DAY, 0, 0)

#define DS_FIELDS_QUALIFICATION(F) \
	F(QUALIFICATION_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(QUALIFICATION_KIND, "kind", N_("Kind"), CODE, \
	    ds_codes_qualification, NEED) \
	F(QUALIFICATION_NAME, "name", N_("Name"), TEXT, 0, 0) \
	F(QUALIFICATION_LEVEL, "level", N_("Level"), INT, 8, 0) \
	F(QUALIFICATION_CREBO, "crebo", N_("Crebo"), CREBO, 0, 0) \
	F(QUALIFICATION_ISSUER, "issuer", N_("Issued by"), RECORD, DS_PARTY, \
	    0) \
	F(QUALIFICATION_ON, "on", N_("Obtained on"), DAY, 0, 0) \
	F(QUALIFICATION_UNTIL, "valid_until", N_("Valid until"), DAY, 0, 0) \
	F(QUALIFICATION_START, "start_qualification", \
	    N_("Counts as start qualification"), BOOL, 0, 0) \
	F(QUALIFICATION_PORTFOLIO, "portfolio", N_("With a portfolio"), \
	    BOOL, 0, 0) \
	F(QUALIFICATION_FILE, "file", N_("Where the paper is"), TEXT, 0, 0)

/*
 * A work process of a qualification file, learned at a company. Its code is
 * only unique within a crebo; the file's version and the title stay with it,
 * so that a statement of today stays readable when the file changes.
 */
#define DS_FIELDS_WORK_PROCESS(F) \
	F(PROCESS_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(PROCESS_CREBO, "crebo", N_("Crebo"), CREBO, 0, NEED) \
	F(PROCESS_CODE, "code", N_("Work process"), PROCESS, 0, NEED) \
	F(PROCESS_TITLE, "title", N_("Title"), TEXT, 0, 0) \
	F(PROCESS_VERSION, "file_version", \
	    N_("Version of the qualification file"), TEXT, 0, 0) \
	F(PROCESS_COMPANY, "company", N_("Company"), RECORD, DS_PARTY, 0) \
	F(PROCESS_FROM, "from", N_("From"), DAY, 0, 0) \
	F(PROCESS_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(PROCESS_ASSESSOR, "assessor", N_("Assessor"), TEXT, 0, 0) \
	F(PROCESS_SIGNED, "signed_on", N_("Signed off on"), DAY, 0, 0)

#define DS_FIELDS_WORK_PROFILE(F) \
	F(PROFILE_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(PROFILE_HOURS_DAY, "hours_day", N_("Hours a day"), INT, 12, HEALTH) \
	F(PROFILE_HOURS_WEEK, "hours_week", N_("Hours a week"), INT, 60, \
	    HEALTH) \
	F(PROFILE_GUIDANCE, "guidance", N_("Guidance needed"), CODE, \
	    ds_codes_guidance, HEALTH) \
	F(PROFILE_SKILLS, "skills", N_("Employee skills"), LONG, 0, 0) \
	F(PROFILE_TRANSPORT, "transport", N_("Travels by"), CODES, \
	    ds_codes_transport, 0) \
	F(PROFILE_MINUTES, "travel_minutes", N_("Minutes of travel at most"), \
	    INT, 240, 0) \
	F(PROFILE_LIKES, "preferences", N_("Preferences"), LONG, 0, 0) \
	F(PROFILE_EXCLUDES, "exclusions", N_("What is ruled out"), LONG, 0, \
	    HEALTH) \
	F(PROFILE_AIDS, "aids", N_("Aids and adaptations"), LONG, 0, HEALTH) \
	F(PROFILE_SOURCE, "source", N_("Source"), TEXT, 0, 0) \
	F(PROFILE_FROM, "from", N_("From"), DAY, 0, 0) \
	F(PROFILE_UNTIL, "until", N_("Until"), DAY, 0, 0)

/*
 * One life domain on a day, as one source sees it. The set of domains and
 * its scale stand in a pack ("zrm-2017"); no sum is ever made of scores.
 */
#define DS_FIELDS_LIFE_DOMAIN(F) \
	F(DOMAIN_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(DOMAIN_SET, "set", N_("Set of domains"), TEXT, 0, NEED) \
	F(DOMAIN_DOMAIN, "domain", N_("Domain"), TEXT, 0, NEED) \
	F(DOMAIN_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(DOMAIN_SCORE, "score", N_("Score"), INT, 10, HEALTH) \
	F(DOMAIN_WORDS, "own_words", N_("In the learner's own words"), LONG, \
	    0, HEALTH) \
	F(DOMAIN_VIEW, "view", N_("Professional view"), LONG, 0, HEALTH) \
	F(DOMAIN_SINCE, "since", N_("Since"), DAY, 0, HEALTH) \
	F(DOMAIN_BY, "assessor", N_("Assessor"), TEXT, 0, 0) \
	F(DOMAIN_CLASS, "class", N_("Class"), CODE, ds_codes_class, OWN)

#define DS_FIELDS_REGISTER(F) \
	F(REGISTER_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(REGISTER_REGISTER, "register", N_("Register or indication"), CODE, \
	    ds_codes_register, NEED | HEALTH) \
	F(REGISTER_STATUS, "status", N_("Status"), CODE, \
	    ds_codes_register_status, NEED | HEALTH) \
	F(REGISTER_FROM, "from", N_("From"), DAY, 0, NEED | HEALTH) \
	F(REGISTER_UNTIL, "until", N_("Until"), DAY, 0, HEALTH) \
	F(REGISTER_SOURCE, "source", N_("Source"), TEXT, 0, HEALTH)

#define DS_FIELDS_SCHEME(F) \
	F(SCHEME_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(SCHEME_SCHEME, "scheme", N_("Scheme"), CODE, ds_codes_scheme, \
	    NEED | HEALTH) \
	F(SCHEME_SOURCE, "source", N_("Source"), TEXT, 0, HEALTH) \
	F(SCHEME_FROM, "from", N_("From"), DAY, 0, HEALTH) \
	F(SCHEME_UNTIL, "until", N_("Until"), DAY, 0, HEALTH)

#define DS_FIELDS_ASSESSMENT(F) \
	F(ASSESSMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(ASSESSMENT_INSTRUMENT, "instrument", N_("Instrument"), TEXT, 0, \
	    NEED | HEALTH) \
	F(ASSESSMENT_VERSION, "version", N_("Version"), TEXT, 0, HEALTH) \
	F(ASSESSMENT_ON, "on", N_("Day"), DAY, 0, NEED | HEALTH) \
	F(ASSESSMENT_BY, "assessor", N_("Assessor"), TEXT, 0, HEALTH) \
	F(ASSESSMENT_TRAINED, "trained", N_("Assessor is trained"), BOOL, 0, \
	    HEALTH) \
	F(ASSESSMENT_SCALE, "scale", N_("Scale"), TEXT, 0, HEALTH) \
	F(ASSESSMENT_VALUE, "value", N_("Result"), TEXT, 0, HEALTH) \
	F(ASSESSMENT_UNTIL, "valid_until", N_("Valid until"), DAY, 0, HEALTH) \
	F(ASSESSMENT_FILE, "file", N_("Where the paper is"), TEXT, 0, HEALTH)

/* Youth help and other care: the organisation and the need, no diagnosis. */
#define DS_FIELDS_CARE(F) \
	F(CARE_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(CARE_PARTY, "party", N_("Organisation"), RECORD, DS_PARTY, HEALTH) \
	F(CARE_KIND, "kind", N_("Kind of help"), TEXT, 0, HEALTH) \
	F(CARE_CONTACT, "contact", N_("Contact"), TEXT, 0, HEALTH) \
	F(CARE_NEED, "need", N_("Needs support at work"), BOOL, 0, HEALTH) \
	F(CARE_SOURCE, "source", N_("Source"), TEXT, 0, HEALTH) \
	F(CARE_FROM, "from", N_("From"), DAY, 0, NEED | HEALTH) \
	F(CARE_UNTIL, "until", N_("Until"), DAY, 0, HEALTH)

/* What somebody says of a section, in their own name. */
#define DS_FIELDS_STATEMENT(F) \
	F(STATEMENT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(STATEMENT_SECTION, "section", N_("About"), CODE, ds_codes_section, \
	    NEED) \
	F(STATEMENT_VOICE, "voice", N_("Voice"), CODE, ds_codes_voice, NEED) \
	F(STATEMENT_TEXT, "text", N_("Text"), LONG, 0, NEED) \
	F(STATEMENT_AUTHOR, "author", N_("Author"), TEXT, 0, NEED) \
	F(STATEMENT_ON, "on", N_("Day"), DAY, 0, NEED)

/*
 * Asked, and there was nothing, or no answer was wanted. What is not here and
 * not in its field was not asked. Subject: "youth.phone" (a record's field),
 * "life_domain:financien", "statement:ouders" or "work_profile" (a record).
 */
#define DS_FIELDS_ANSWER(F) \
	F(ANSWER_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(ANSWER_SUBJECT, "subject", N_("Asked about"), TEXT, 0, NEED) \
	F(ANSWER_ANSWER, "answer", N_("Answer"), CODE, ds_codes_answer, NEED) \
	F(ANSWER_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(ANSWER_BY, "asked_by", N_("Asked by"), RECORD, DS_CONTACT, 0)

/* Who is around the youth: family, network and professionals. */
#define DS_FIELDS_PERSON(F) \
	F(PERSON_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(PERSON_ROLE, "role", N_("Role"), CODE, ds_codes_around, NEED) \
	F(PERSON_NAME, "name", N_("Name"), TEXT, 0, 0) \
	F(PERSON_CONTACT, "contact", N_("Contact"), RECORD, DS_CONTACT, 0) \
	F(PERSON_PARTY, "party", N_("Organisation"), RECORD, DS_PARTY, 0) \
	F(PERSON_NETWORK, "network", N_("Network"), CODE, ds_codes_network, \
	    NEED) \
	F(PERSON_MANDATE, "mandate", N_("With mandate"), BOOL, 0, 0) \
	F(PERSON_STAND_IN, "stand_in", N_("As a stand-in"), BOOL, 0, 0) \
	F(PERSON_AGREED, "youth_agrees", N_("The learner agrees"), BOOL, 0, \
	    0) \
	F(PERSON_PHONE, "phone", N_("Telephone"), PHONE, 0, 0) \
	F(PERSON_EMAIL, "email", N_("E-mail"), EMAIL, 0, 0) \
	F(PERSON_FROM, "from", N_("From"), DAY, 0, 0) \
	F(PERSON_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(PERSON_LIVES_WITH, "lives_with", N_("Lives with the learner"), BOOL, \
	    0, 0)

/*
 * On which ground sections may go to a recipient: AVG 6 and 9. Who may give
 * consent differs by purpose and stands in the pack.
 */
#define DS_FIELDS_GROUND(F) \
	F(GROUND_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(GROUND_SECTIONS, "sections", N_("Sections"), CODES, \
	    ds_codes_section, NEED) \
	F(GROUND_RECIPIENT, "recipient", N_("To"), RECORD, DS_PARTY, NEED) \
	F(GROUND_KIND, "kind", N_("Ground"), CODE, ds_codes_ground, NEED) \
	F(GROUND_PURPOSE, "purpose", N_("For"), CODE, ds_codes_purpose, 0) \
	F(GROUND_GIVEN_BY, "given_by", N_("Given by"), CODE, ds_codes_giver, \
	    0) \
	F(GROUND_GIVER, "giver", N_("Name"), TEXT, 0, 0) \
	F(GROUND_EVIDENCE, "evidence", N_("Evidence"), TEXT, 0, 0) \
	F(GROUND_FROM, "from", N_("From"), DAY, 0, NEED) \
	F(GROUND_UNTIL, "until", N_("Until"), DAY, 0, 0) \
	F(GROUND_WITHDRAWN, "withdrawn_on", N_("Withdrawn on"), DAY, 0, 0) \
	F(GROUND_WHY, "withdrawn_because", N_("Why withdrawn"), TEXT, 0, 0)

/* A track at a provider; name, start, end and result are enough. */
#define DS_FIELDS_TRACK(F) \
	F(TRACK_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(TRACK_PARTY, "party", N_("Provider"), RECORD, DS_PARTY, 0) \
	F(TRACK_NAME, "name", N_("Track"), TEXT, 0, 0) \
	F(TRACK_GOAL, "goal", N_("Goal"), CODE, ds_codes_result, 0) \
	F(TRACK_RESULT, "result", N_("Result"), CODE, ds_codes_result, 0) \
	F(TRACK_MOTIVATED, "motivated", N_("Motivated"), BOOL, 0, 0) \
	F(TRACK_FROM, "from", N_("Start"), DAY, 0, NEED) \
	F(TRACK_UNTIL, "until", N_("End"), DAY, 0, 0)

/*
 * Advice as it was given: by which pack, on which facts, to what outcome, and
 * the page itself, in both languages. The facts stand a line each with their
 * day, for people; `rests_on` names them and the fields that it shows, so
 * that only who sees all of that gets it back.
 */
#define DS_FIELDS_RECEIPT(F) \
	F(RECEIPT_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(RECEIPT_REF, "ref", N_("Receipt"), REF, 0, NEED | OWN) \
	F(RECEIPT_ON, "on", N_("Day"), DAY, 0, NEED | OWN) \
	F(RECEIPT_SUBJECT, "subject", N_("About"), TEXT, 0, NEED | OWN) \
	F(RECEIPT_PACK, "pack", N_("Pack"), TEXT, 0, NEED | OWN) \
	F(RECEIPT_VERSION, "version", N_("Version"), TEXT, 0, NEED | OWN) \
	F(RECEIPT_DIGEST, "digest", N_("Digest"), TEXT, 0, NEED | OWN) \
	F(RECEIPT_OTHERS, "others", N_("Other packs that had a say"), LONG, \
	    0, OWN) \
	F(RECEIPT_OUTCOME, "outcome", N_("Outcome"), TEXT, 0, OWN | HEALTH) \
	F(RECEIPT_RULE, "rule", N_("Rule"), TEXT, 0, OWN | HEALTH) \
	F(RECEIPT_FACTS, "facts", N_("Facts"), LONG, 0, OWN | HEALTH) \
	F(RECEIPT_RESTS, "rests_on", N_("Rests on"), TEXT, 0, OWN) \
	F(RECEIPT_DUTCH, "page_nl", N_("Page in Dutch"), PAGE, 0, \
	    OWN | HEALTH) \
	F(RECEIPT_ENGLISH, "page_en", N_("Page in English"), PAGE, 0, \
	    OWN | HEALTH)

/* A dossier that went into this one: its ref still finds it. */
#define DS_FIELDS_MERGED(F) \
	F(MERGED_YOUTH, "youth", N_("Youth"), RECORD, DS_YOUTH, NEED) \
	F(MERGED_REF, "ref", N_("Ref"), REF, 0, NEED | OWN) \
	F(MERGED_ON, "on", N_("Day"), DAY, 0, NEED) \
	F(MERGED_REASON, "reason", N_("Reason"), TEXT, 0, 0)

#endif
