/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/sheet.h"

/* What is needed is told by a number; 0: it may be left out. */
#define BIT(need) (1u << (need) >> 1)
#define FIELD(text, also, kind, f, group) \
	{ text, also, DS_CELL_FIELD, DS_##kind, DS_F_##f, BIT(group) }
#define LOOKUP(text, also, what, group) \
	{ text, also, DS_CELL_##what, 0, 0, BIT(group) }
#define REASON { "reason", "reden", DS_CELL_REASON, 0, 0, 0 }

#define PUPIL_NUMBER(group) \
	FIELD("pupil_number", "stamnummer|leerlingnummer|leerlingnr|lln.nr|" \
	    "stamnr|studentnummer", ENROLMENT, ENROLMENT_NUMBER, group)
#define PSEUDONYM(bits) \
	{ "pseudonym", "pseudoniem|eck id|eckid|pseudo-id", \
	    DS_CELL_PSEUDONYM, 0, 0, bits }
#define NUMBERS(group) \
	LOOKUP("bsn", "burgerservicenummer|sofinummer", BSN, group), \
	LOOKUP("onderwijsnummer", NULL, ONDERWIJSNUMMER, group), \
	LOOKUP("pgn", "persoonsgebonden nummer", PGN, group), \
	PUPIL_NUMBER(group)
#define SCHOOL(group) \
	LOOKUP("school", "brin|brin nummer|brincode|schoolcode|" \
	    "instellingscode|vestiging|vestigingscode", SCHOOL, group)

/* Whose row it is, in every sheet about one youth. */
#define WHOSE(group) \
	FIELD("youth", "ref|dossier", YOUTH, YOUTH_REF, group), \
	NUMBERS(group), PSEUDONYM(BIT(group)), SCHOOL(0)

static const struct ds_sheet_column youth_columns[] = {
	PUPIL_NUMBER(1),
	LOOKUP("bsn", "burgerservicenummer|sofinummer", BSN, 1),
	LOOKUP("onderwijsnummer", NULL, ONDERWIJSNUMMER, 1),
	LOOKUP("pgn", "persoonsgebonden nummer", PGN, 1),
	/* Who has a pseudonym needs no name here. */
	PSEUDONYM(BIT(1) | BIT(2)),
	FIELD("source_ref", "bronkenmerk|kenmerk", IDENTIFIER,
	    IDENTIFIER_VALUE, 1),
	FIELD("given_name", "roepnaam|voornaam", YOUTH, YOUTH_GIVEN_NAME, 2),
	FIELD("prefix", "tussenvoegsel|voorvoegsel|voorvoegsels", YOUTH,
	    YOUTH_PREFIX, 0),
	FIELD("family_name", "achternaam|geslachtsnaam|surname|last name",
	    YOUTH, YOUTH_FAMILY_NAME, 2),
	LOOKUP("name", "naam|leerling|volledige naam", FULL_NAME, 2),
	FIELD("birth_date", "geboortedatum|geb.datum|geboren op|date of "
	    "birth", YOUTH, YOUTH_BIRTH_DATE, 0),
	FIELD("sex", "geslacht", YOUTH, YOUTH_SEX, 0),
	FIELD("phone", "telefoon|telefoonnummer|mobiel", YOUTH, YOUTH_PHONE,
	    0),
	FIELD("email", "e-mail|mailadres|e-mailadres", YOUTH, YOUTH_EMAIL,
	    0),
	SCHOOL(3),
	FIELD("school_kind", "schoolsoort|onderwijssoort|soort school",
	    ENROLMENT, ENROLMENT_KIND, 0),
	FIELD("profile", "uitstroomprofiel|profiel", ENROLMENT,
	    ENROLMENT_PROFILE, 0),
	FIELD("class", "klas|stamgroep|groep", ENROLMENT, ENROLMENT_CLASS,
	    0),
	FIELD("year", "leerjaar", ENROLMENT, ENROLMENT_YEAR, 0),
	LOOKUP("mentor", "klassenmentor|klassenmentor 1|mentor 1|"
	    "coordinator|coördinator|uitstroomcoördinator|"
	    "uitstroomcoordinator", PERSON, 0),
	FIELD("expected_exit", "verwachte uitstroom|uitstroomdatum|"
	    "verwachte uitstroomdatum|verwachte uitschrijfdatum", ENROLMENT,
	    ENROLMENT_EXIT, 0),
	FIELD("left_on", "uitgeschreven op|uitschrijfdatum|"
	    "datum uitschrijving", ENROLMENT, ENROLMENT_UNTIL, 0),
	FIELD("enrolled_on", "ingeschreven op|inschrijfdatum|"
	    "datum inschrijving", ENROLMENT, ENROLMENT_FROM, 0),
	FIELD("destination", "beoogde bestemming|bestemming|"
	    "uitstroombestemming", ENROLMENT, ENROLMENT_DESTINATION, 0),
	LOOKUP("municipality", "gemeente|gemeentecode|woongemeente",
	    MUNICIPALITY, 0),
	FIELD("postcode", NULL, RESIDENCE, RESIDENCE_POSTCODE, 0),
	FIELD("place", "woonplaats|plaats", RESIDENCE, RESIDENCE_PLACE, 0),
	FIELD("job_ready", "werkfit|arbeidsklaar", YOUTH, YOUTH_JOB_READY,
	    0),
	FIELD("available_from", "beschikbaar vanaf|beschikbaar per", YOUTH,
	    YOUTH_AVAILABLE_FROM, 0),
	FIELD("hours_week", "uren per week|uren", YOUTH, YOUTH_HOURS, 0),
	FIELD("days", "dagen|werkdagen", YOUTH, YOUTH_DAYS, 0),
	FIELD("sectors", "sector|sectoren|gewenste sectoren", YOUTH,
	    YOUTH_SECTORS, 0),
	FIELD("processes", "werkprocessen", YOUTH, YOUTH_PROCESSES, 0),
	FIELD("max_km", "reisafstand|max km|reist hoogstens", YOUTH,
	    YOUTH_MAX_KM, 0),
	REASON
};

static const struct ds_sheet_column party_columns[] = {
	FIELD("code", "brin|kvk|kvk-nummer", PARTY, PARTY_CODE, 1),
	FIELD("kind", "soort|soort organisatie", PARTY, PARTY_KIND, 2),
	FIELD("name", "naam|organisatie", PARTY, PARTY_NAME, 0),
	FIELD("phone", "telefoon|telefoonnummer", PARTY, PARTY_PHONE, 0),
	FIELD("email", "e-mail|mailadres", PARTY, PARTY_EMAIL, 0),
	FIELD("postcode", NULL, PARTY, PARTY_POSTCODE, 0),
	REASON
};

static const struct ds_sheet_column municipality_columns[] = {
	FIELD("code", "gemeentecode|92.10 gemeentecode", PARTY, PARTY_CODE,
	    1),
	FIELD("name", "gemeente|gemeentenaam|92.11 omschrijving", PARTY,
	    PARTY_NAME, 2),
	FIELD("labour_region", "arbeidsmarktregio", PARTY,
	    PARTY_LABOUR_REGION, 0),
	FIELD("doorstroom_region", "doorstroompuntregio", PARTY,
	    PARTY_DOORSTROOM_REGION, 0),
	FIELD("successor", "nieuwe code|92.12 nieuwe code", PARTY,
	    PARTY_SUCCESSOR, 0),
	REASON
};

static const struct ds_sheet_column contact_columns[] = {
	FIELD("name", "naam|contact|contactpersoon", CONTACT, CONTACT_NAME,
	    1),
	LOOKUP("party", "organisatie|bij|organization", PARTY, 2),
	FIELD("role", "rol|functie", CONTACT_ROLE, ROLE_ROLE, 3),
	LOOKUP("about", "voor school|school", SCHOOL, 0),
	FIELD("phone", "telefoon|telefoonnummer|mobiel", CONTACT,
	    CONTACT_PHONE, 0),
	FIELD("email", "e-mail|mailadres", CONTACT, CONTACT_EMAIL, 0),
	FIELD("from", "van|vanaf", CONTACT_ROLE, ROLE_FROM, 0),
	FIELD("until", "tot|tot en met|t/m", CONTACT_ROLE, ROLE_UNTIL, 0),
	FIELD("subject", "onderwerp|onderwerpen|waarover", CONTACT_ROLE,
	    ROLE_SUBJECT, 0),
	REASON
};

static const struct ds_sheet_column place_columns[] = {
	FIELD("code", "plekcode|pleknummer", PLACE, PLACE_CODE, 1),
	LOOKUP("party", "werkgever|leerbedrijf|bedrijf|kvk", PARTY, 2),
	FIELD("name", "plek|omschrijving|functie", PLACE, PLACE_NAME, 3),
	FIELD("kind", "soort|soort plek", PLACE, PLACE_KIND, 0),
	FIELD("sector", NULL, PLACE, PLACE_SECTOR, 0),
	FIELD("processes", "werkprocessen", PLACE, PLACE_PROCESSES, 0),
	FIELD("hours_min", "uren min|uren minimaal|uren minstens", PLACE,
	    PLACE_HOURS_MIN, 0),
	FIELD("hours_max", "uren max|uren maximaal|uren hoogstens", PLACE,
	    PLACE_HOURS_MAX, 0),
	FIELD("days", "dagen|werkdagen", PLACE, PLACE_DAYS, 0),
	FIELD("postcode", NULL, PLACE, PLACE_POSTCODE, 0),
	FIELD("seats", "plaatsen|aantal plaatsen|aantal", PLACE,
	    PLACE_SEATS, 0),
	FIELD("from", "van|vanaf", PLACE, PLACE_FROM, 0),
	FIELD("until", "tot|tot en met|t/m", PLACE, PLACE_UNTIL, 0),
	REASON
};

static const struct ds_sheet_column placement_columns[] = {
	WHOSE(1),
	LOOKUP("place", "plekcode|plek", PLACE, 2),
	FIELD("kind", "soort|soort plaatsing", PLACEMENT, PLACEMENT_KIND, 3),
	FIELD("stage_kind", "soort stage|stagesoort", PLACEMENT,
	    PLACEMENT_STAGE, 0),
	FIELD("hours", "uren|uren per week", PLACEMENT, PLACEMENT_HOURS, 0),
	FIELD("from", "van|vanaf|start", PLACEMENT, PLACEMENT_FROM, 4),
	FIELD("until", "tot|tot en met|t/m|einde", PLACEMENT,
	    PLACEMENT_UNTIL, 0),
	REASON
};

static const struct ds_sheet_column wage_columns[] = {
	WHOSE(1),
	FIELD("value", "loonwaarde|loonwaarde (%)|loonwaarde %", WAGE_VALUE,
	    WAGE_VALUE, 2),
	FIELD("measured_on", "gemeten op|datum meting|meetdatum",
	    WAGE_VALUE, WAGE_MEASURED_ON, 3),
	FIELD("valid_until", "geldig tot", WAGE_VALUE, WAGE_VALID_UNTIL, 0),
	FIELD("method", "methode", WAGE_VALUE, WAGE_METHOD, 0),
	FIELD("assessor", "beoordelaar|deskundige", WAGE_VALUE,
	    WAGE_ASSESSOR, 0),
	LOOKUP("party", "gemeten bij|werkgever", PARTY, 0),
	REASON
};

static const struct ds_sheet_column meeting_columns[] = {
	FIELD("kind", "soort overleg|overleg", MEETING, MEETING_KIND, 1),
	FIELD("on", "datum|datum overleg|dag", MEETING, MEETING_ON, 2),
	LOOKUP("party", "met|gehouden met", PARTY, 0),
	WHOSE(0),
	LOOKUP("present", "aanwezig|aanwezigen", ROLES, 0),
	REASON
};

static const struct ds_sheet_column agreement_columns[] = {
	WHOSE(1),
	FIELD("kind", "soort afspraak|soort", AGREEMENT, AGREEMENT_KIND, 2),
	FIELD("text", "afspraak|tekst", AGREEMENT, AGREEMENT_TEXT, 0),
	LOOKUP("owner", "eigenaar|door", PERSON, 0),
	LOOKUP("party", "met|organisatie", PARTY, 0),
	FIELD("on", "afgesproken op|datum", AGREEMENT, AGREEMENT_ON, 3),
	FIELD("due", "uiterlijk|voor", AGREEMENT, AGREEMENT_DUE, 0),
	FIELD("done_on", "gedaan op|afgerond op", AGREEMENT,
	    AGREEMENT_DONE_ON, 0),
	REASON
};

static const struct ds_sheet_column lead_columns[] = {
	WHOSE(1),
	LOOKUP("party", "regie|regie bij|organisatie", PARTY, 2),
	LOOKUP("contact", "contactpersoon|regisseur", PERSON, 0),
	FIELD("from", "van|vanaf", LEAD, LEAD_FROM, 3),
	FIELD("until", "tot|tot en met|t/m", LEAD, LEAD_UNTIL, 0),
	REASON
};

static const struct ds_sheet_column postcode_columns[] = {
	FIELD("code", "postcode|postcode4|pc4", POSTCODE, POSTCODE_CODE, 1),
	FIELD("place", "woonplaats|plaats", POSTCODE, POSTCODE_PLACE, 0),
	FIELD("latitude", "breedtegraad|lat", POSTCODE, POSTCODE_LATITUDE,
	    2),
	FIELD("longitude", "lengtegraad|lon|lng", POSTCODE,
	    POSTCODE_LONGITUDE, 0),
	FIELD("municipality", "gemeentecode", POSTCODE,
	    POSTCODE_MUNICIPALITY, 2),
	REASON
};

/* ---- of the case ---- */

static const struct ds_sheet_column whose_columns[] = { WHOSE(1), REASON };

static const struct ds_sheet_column residence_columns[] = {
	WHOSE(1),
	{ "municipality", "gemeente|gemeentecode|woongemeente",
	    DS_CELL_MUNICIPALITY, DS_RESIDENCE,
	    DS_F_RESIDENCE_MUNICIPALITY, BIT(2) },
	REASON
};

/* "Reden" heads why a row was refused; why somebody decided is another. */
static const struct ds_sheet_column decision_columns[] = {
	WHOSE(1),
	FIELD("because", "motivering|waarom|reden van het besluit", DECISION,
	    DECISION_REASON, 2),
	REASON
};

/* Minimal registration: a name, where nobody has a number (S39). */
static const struct ds_sheet_column track_columns[] = {
	WHOSE(1),
	LOOKUP("name", "naam|deelnemer|jongere|naam deelnemer", CALLED, 1),
	FIELD("track", "traject|trajectnaam|programma|cursus", TRACK,
	    TRACK_NAME, 0),
	REASON
};

#define LIST(list) list, (int)(sizeof list / sizeof list[0])
#define SHEET(text, title, list, ...) \
	{ text, title, LIST(list), { __VA_ARGS__ }, false, NULL, 0 }
#define CASE(text, title, list, kind) \
	{ text, title, LIST(list), { DS_##kind }, true, NULL, 0 }

const struct ds_sheet ds_sheets[] = {
	SHEET("youth", N_("youths"), youth_columns, DS_YOUTH, DS_ENROLMENT,
	    DS_RESIDENCE),
	SHEET("party", N_("organisations"), party_columns, DS_PARTY),
	SHEET("contact", N_("contacts"), contact_columns, 0),
	SHEET("place", N_("places"), place_columns, DS_PLACE),
	SHEET("placement", N_("placements"), placement_columns,
	    DS_PLACEMENT),
	SHEET("wagevalue", N_("wage values"), wage_columns, DS_WAGE_VALUE),
	SHEET("meeting", N_("meetings"), meeting_columns, 0),
	SHEET("agreement", N_("agreements"), agreement_columns, DS_AGREEMENT),
	SHEET("lead", N_("leads"), lead_columns, DS_LEAD),
	SHEET("postcode", N_("postcodes"), postcode_columns, 0),
	SHEET("municipality", N_("municipalities"), municipality_columns, 0),
	CASE("residence", N_("residences"), residence_columns, RESIDENCE),
	CASE("moment", N_("contact moments"), whose_columns, MOMENT),
	CASE("decision", N_("decisions"), decision_columns, DECISION),
	CASE("opp", N_("development perspectives"), whose_columns, OPP),
	CASE("qualification", N_("qualifications"), whose_columns,
	    QUALIFICATION),
	CASE("work_process", N_("work processes"), whose_columns,
	    WORK_PROCESS),
	CASE("work_profile", N_("work profiles"), whose_columns,
	    WORK_PROFILE),
	CASE("life_domain", N_("life domains"), whose_columns, LIFE_DOMAIN),
	CASE("register", N_("register entries"), whose_columns, REGISTER),
	CASE("scheme", N_("schemes"), whose_columns, SCHEME),
	CASE("assessment", N_("assessments"), whose_columns, ASSESSMENT),
	CASE("care", N_("care"), whose_columns, CARE),
	CASE("statement", N_("statements"), whose_columns, STATEMENT),
	CASE("answer", N_("answers"), whose_columns, ANSWER),
	CASE("person", N_("people around"), whose_columns, PERSON),
	CASE("ground", N_("grounds"), whose_columns, GROUND),
	CASE("track", N_("tracks"), track_columns, TRACK),
};

const size_t ds_sheet_count = sizeof ds_sheets / sizeof ds_sheets[0];
