/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How exports and volunteers head the fields that become columns by
 * themselves. A field without a line here is known by its name and labels.
 */
#include "flows/sheet.h"

#include <stddef.h>

#define HEADS(kind, f, text) { DS_##kind, DS_F_##f, text }

static const struct {
	enum ds_kind record;
	int field;
	const char *headers;
} headers[] = {
	HEADS(PARTY, PARTY_KEEPER, "contact bij|relatiebeheer|relatiebeheerder"),
	HEADS(PARTY, PARTY_SHARED, "gedeeld"),
	HEADS(PARTY, PARTY_FUNDING, "betaald uit|financiering"),
	HEADS(PLACEMENT, PLACEMENT_TASKS, "werkzaamheden"),
	HEADS(PLACEMENT, PLACEMENT_RECOGNISED, "erkend"),
	HEADS(WAGE_VALUE, WAGE_PLACE, "plekcode|functie"),
	HEADS(MOMENT, MOMENT_KIND, "soort contact|contactsoort|contact"),
	HEADS(MOMENT, MOMENT_ON, "dag|contactdatum|datum contact"),
	HEADS(MOMENT, MOMENT_WITH, "contact met|gesproken met"),
	HEADS(MOMENT, MOMENT_TEXT, "verslag|opmerking"),
	HEADS(MOMENT, MOMENT_WHERE, "plaats|locatie"),
	HEADS(MOMENT, MOMENT_PRESENT, "aanwezig|aanwezigen"),
	HEADS(MOMENT, MOMENT_DOMAINS, "leefgebieden"),
	HEADS(DECISION, DECISION_SUBJECT, "onderwerp|besluit over"),
	HEADS(DECISION, DECISION_OUTCOME, "besluit"),
	HEADS(DECISION, DECISION_BY, "besloten door|door wie"),
	HEADS(DECISION, DECISION_ON, "dag|datum besluit|besloten op"),
	HEADS(OPP, OPP_ON, "opp vastgesteld|datum opp"),
	HEADS(OPP, OPP_VERSION, "opp-versie"),
	HEADS(OPP, OPP_DESTINATION, "bestemming|uitstroombestemming"),
	HEADS(OPP, OPP_LEVEL, "uitstroomniveau"),
	HEADS(OPP, OPP_HELPING, "stimulerende factoren"),
	HEADS(OPP, OPP_GUIDANCE, "begeleiding|ondersteuning"),
	HEADS(OPP, OPP_DEVIATIONS, "afwijkingen"),
	HEADS(OPP, OPP_INPUT, "hoorrecht|inbreng leerling|eigen inbreng"),
	HEADS(OPP, OPP_INPUT_USE, "verwerking inbreng"),
	HEADS(OPP, OPP_EVALUATED, "geëvalueerd|datum evaluatie"),
	HEADS(OPP, OPP_AGREED, "akkoord ouders|instemming ouders"),
	HEADS(OPP, OPP_AGREED_ON, "datum akkoord|akkoord op"),
	HEADS(QUALIFICATION, QUALIFICATION_KIND, "soort kwalificatie"),
	HEADS(QUALIFICATION, QUALIFICATION_NAME,
	    "naam diploma|naam certificaat|kwalificatie"),
	HEADS(QUALIFICATION, QUALIFICATION_CREBO, "crebocode|crebonummer"),
	HEADS(QUALIFICATION, QUALIFICATION_ISSUER, "uitgegeven door"),
	HEADS(QUALIFICATION, QUALIFICATION_ON, "behaald|datum behaald|"
	    "diplomadatum"),
	HEADS(QUALIFICATION, QUALIFICATION_UNTIL, "geldig tot"),
	HEADS(QUALIFICATION, QUALIFICATION_START, "startkwalificatie"),
	HEADS(QUALIFICATION, QUALIFICATION_PORTFOLIO, "portfolio"),
	HEADS(WORK_PROCESS, PROCESS_CREBO, "crebocode|crebonummer"),
	HEADS(WORK_PROCESS, PROCESS_CODE, "werkprocescode"),
	HEADS(WORK_PROCESS, PROCESS_TITLE, "omschrijving"),
	HEADS(WORK_PROCESS, PROCESS_VERSION,
	    "versie kwalificatiedossier|dossierversie"),
	HEADS(WORK_PROCESS, PROCESS_COMPANY, "leerbedrijf|werkgever|kvk"),
	HEADS(WORK_PROCESS, PROCESS_ASSESSOR,
	    "afgetekend door|praktijkopleider"),
	HEADS(WORK_PROCESS, PROCESS_SIGNED, "afgetekend|datum aftekenen"),
	HEADS(WORK_PROFILE, PROFILE_GUIDANCE, "begeleiding"),
	HEADS(WORK_PROFILE, PROFILE_TRANSPORT, "vervoer"),
	HEADS(WORK_PROFILE, PROFILE_MINUTES, "reistijd"),
	HEADS(WORK_PROFILE, PROFILE_LIKES, "wensen"),
	HEADS(WORK_PROFILE, PROFILE_EXCLUDES, "uitgesloten"),
	HEADS(WORK_PROFILE, PROFILE_AIDS, "hulpmiddelen|voorzieningen"),
	HEADS(LIFE_DOMAIN, DOMAIN_SET, "lijst|meetinstrument"),
	HEADS(LIFE_DOMAIN, DOMAIN_DOMAIN, "leefgebied"),
	HEADS(LIFE_DOMAIN, DOMAIN_ON, "dag|datum meting"),
	HEADS(LIFE_DOMAIN, DOMAIN_WORDS, "eigen woorden"),
	HEADS(LIFE_DOMAIN, DOMAIN_VIEW, "toelichting"),
	HEADS(LIFE_DOMAIN, DOMAIN_BY, "gemeten door"),
	HEADS(REGISTER, REGISTER_REGISTER, "indicatie|registratie"),
	HEADS(SCHEME, SCHEME_SCHEME, "uitkering"),
	HEADS(ASSESSMENT, ASSESSMENT_INSTRUMENT, "test"),
	HEADS(ASSESSMENT, ASSESSMENT_ON, "dag|afnamedatum|datum afname"),
	HEADS(ASSESSMENT, ASSESSMENT_BY, "afgenomen door"),
	HEADS(ASSESSMENT, ASSESSMENT_TRAINED, "geschoold|gecertificeerd"),
	HEADS(ASSESSMENT, ASSESSMENT_VALUE, "uitslag"),
	HEADS(ASSESSMENT, ASSESSMENT_UNTIL, "geldig tot"),
	HEADS(CARE, CARE_PARTY, "hulporganisatie|zorgaanbieder"),
	HEADS(CARE, CARE_KIND, "hulp|soort zorg"),
	HEADS(CARE, CARE_NEED, "ondersteuning nodig|ondersteuning op werk"),
	HEADS(STATEMENT, STATEMENT_SECTION, "onderdeel|deel"),
	HEADS(STATEMENT, STATEMENT_VOICE, "van wie"),
	HEADS(STATEMENT, STATEMENT_TEXT, "uitspraak|zienswijze"),
	HEADS(STATEMENT, STATEMENT_AUTHOR, "auteur"),
	HEADS(STATEMENT, STATEMENT_ON, "dag"),
	HEADS(ANSWER, ANSWER_SUBJECT, "vraag|onderwerp"),
	HEADS(ANSWER, ANSWER_ON, "dag"),
	HEADS(PERSON, PERSON_ROLE, "relatie"),
	HEADS(PERSON, PERSON_MANDATE, "mandaat"),
	HEADS(PERSON, PERSON_STAND_IN, "vervanger|waarnemer"),
	HEADS(PERSON, PERSON_AGREED, "jongere akkoord"),
	HEADS(PERSON, PERSON_PHONE, "telefoonnummer|mobiel"),
	HEADS(PERSON, PERSON_EMAIL, "mailadres|e-mailadres"),
	HEADS(GROUND, GROUND_SECTIONS, "onderdelen"),
	HEADS(GROUND, GROUND_RECIPIENT, "ontvanger"),
	HEADS(GROUND, GROUND_KIND, "soort grondslag|soort"),
	HEADS(GROUND, GROUND_PURPOSE, "doel"),
	HEADS(GROUND, GROUND_GIVER, "naam gever"),
	HEADS(GROUND, GROUND_EVIDENCE, "bewijsstuk"),
	HEADS(GROUND, GROUND_WITHDRAWN, "ingetrokken|datum intrekking"),
	HEADS(GROUND, GROUND_WHY, "reden intrekking"),
	HEADS(TRACK, TRACK_PARTY, "organisatie|bij"),
	HEADS(TRACK, TRACK_GOAL, "beoogd resultaat"),
	HEADS(TRACK, TRACK_RESULT, "resultaat|uitkomst"),
};

const char *
ds_sheet_headers(enum ds_kind record, int field)
{
	size_t i;

	for (i = 0; i < sizeof headers / sizeof headers[0]; i++)
		if (headers[i].record == record && headers[i].field == field)
			return headers[i].headers;
	/* First and last days are headed alike everywhere. */
	if (field == ds_record(record)->from)
		return "vanaf|sinds|ingangsdatum|startdatum|start";
	if (field == ds_record(record)->until)
		return "tot|t/m|einde|einddatum";
	return NULL;
}
