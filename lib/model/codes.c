/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/codes.h"

#include <string.h>

#include "base/text.h"

const struct ds_code ds_codes_sex[] = {
	{ "m", N_("male"), "man|jongen|1" },
	{ "v", N_("female"), "vrouw|meisje|f|2" },
	{ "x", N_("other"), "anders|o|onbekend" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_day[] = {
	{ "ma", N_("Monday"), NULL },
	{ "di", N_("Tuesday"), NULL },
	{ "wo", N_("Wednesday"), NULL },
	{ "do", N_("Thursday"), NULL },
	{ "vr", N_("Friday"), NULL },
	{ "za", N_("Saturday"), NULL },
	{ "zo", N_("Sunday"), NULL },
	{ NULL, NULL, NULL }
};

/* The seven directions of entree, and what the seeds' places add. */
const struct ds_code ds_codes_sector[] = {
	{ "bouw", N_("building and maintenance"),
	    "bouwen|bouwen wonen en onderhoud|wonen" },
	{ "dienstverlening", N_("services"), "zorg|dienstverlening en zorg" },
	{ "groen", N_("green"), "hovenier|tuin|natuur" },
	{ "horeca", N_("catering and food"),
	    "horeca voeding of voedingsindustrie|voeding" },
	{ "logistiek", N_("logistics"), "magazijn|transport" },
	{ "metaal", N_("metal and electrical"),
	    "techniek|metaal elektro en installatietechniek" },
	{ "mobiliteit", N_("vehicles"), "mobiliteitsbranche|garage" },
	{ "schoonmaak", N_("cleaning"), NULL },
	{ "verkoop", N_("retail"), "winkel|verkoop retail|detailhandel" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_identifier[] = {
	{ "bsn", N_("BSN"), NULL },
	{ "onderwijsnummer", N_("education number"), NULL },
	{ "bron", N_("source reference"), NULL },
	{ "pseudoniem", N_("pseudonym"), "eck id|eckid" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_school_kind[] = {
	{ "praktijkonderwijs", N_("practical education"), "pro" },
	{ "vso", N_("special secondary education"),
	    "voortgezet speciaal onderwijs|vso arbeid" },
	{ "entree", N_("entree programme"), "mbo 1|entreeopleiding" },
	{ "vmbo-bb", N_("vmbo basic"), "vmbo basis|vmbo b" },
	{ "vmbo-lwt", N_("vmbo learn-work track"), "vmbo leerwerktraject" },
	{ "mbo-2", N_("mbo level 2"), "mbo2|mbo niveau 2" },
	{ "mbo-extra", N_("mbo 2-4 with extra support"), NULL },
	{ "geen", N_("none"), "vavo|geen school" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_profile[] = {
	{ "arbeid", N_("labour market"), "arbeidsmarkt|arbeidsmarktgericht|work" },
	{ "dagbesteding", N_("day activities"), NULL },
	{ "vervolgonderwijs", N_("further education"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_destination[] = {
	{ "betaald-werk", N_("paid work"), "werk|arbeid|betaalde arbeid" },
	{ "bbl", N_("work with learning (bbl)"), "leerbaan|bbl leerbaan" },
	{ "participatieplek", N_("participation place"),
	    "participatieplaats" },
	{ "werkervaringsplek", N_("unpaid work experience"), NULL },
	{ "dagbesteding", N_("sheltered work or day activities"),
	    "beschut|beschut werk" },
	{ "vervolgonderwijs", N_("further education"), "mbo|entree|school" },
	{ "leerwerktraject", N_("learn-work track"), NULL },
	{ "alternatieve-route", N_("alternative route"), NULL },
	{ "zorg", N_("care first"), "hulpverlening|zorg eerst" },
	{ "uwv-route", N_("UWV route"), "uwv" },
	{ "geen", N_("none"), NULL },
	{ "onbekend", N_("unknown"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_party[] = {
	{ "school", N_("school"), NULL },
	{ "gemeente", N_("municipality"), "municipality" },
	{ "sociale-dienst", N_("social service"), "werk en inkomen|sdd" },
	{ "jongerenloket", N_("youth desk"), NULL },
	{ "rmc", N_("Doorstroompunt"), "doorstroompunt|leerplicht" },
	{ "wsp", N_("employer service point"), "wgs|werkgeversservicepunt" },
	{ "uwv", N_("UWV"), NULL },
	{ "werkgever", N_("employer"), "leerbedrijf|employer|bedrijf" },
	{ "zorgaanbieder", N_("care provider"), "zorg" },
	{ "aanbieder", N_("provider"), "provider" },
	{ "sw-bedrijf", N_("sheltered workshop"), NULL },
	{ "re-integratiebedrijf", N_("reintegration company"), NULL },
	{ "wijkteam", N_("neighbourhood team"), NULL },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_role[] = {
	{ "contactpersoon", N_("contact person"), "contact|vast contact" },
	{ "vervanger", N_("stand-in"), "achterwacht" },
	{ "mentor", N_("mentor"), "klassenmentor" },
	{ "stagecoordinator", N_("stage coordinator"), "stagecoördinator" },
	{ "uitstroomcoordinator", N_("outflow coordinator"),
	    "uitstroomcoördinator" },
	{ "jobcoach", N_("jobcoach"), NULL },
	{ "jobhunter", N_("jobhunter"), NULL },
	{ "arbeidsdeskundige", N_("labour expert"), NULL },
	{ "uwv", N_("UWV"), NULL },
	{ "sdd", N_("social service"), "sociale dienst" },
	{ "gemeente", N_("municipality"), NULL },
	{ "rmc", N_("Doorstroompunt"), "doorstroompunt|leerplicht" },
	{ "client-ondersteuner", N_("client supporter"), "mee" },
	{ "regisseur", N_("case director"), NULL },
	{ "regisseur-zonder-mandaat", N_("case director without mandate"),
	    NULL },
	{ "intaker", N_("intake worker"), "integraal intaker" },
	{ "peercoach", N_("peer coach"), "niveau 4 student" },
	{ "jongerencoach", N_("youth coach"), NULL },
	{ "vrijwilliger", N_("volunteer"), "jim" },
	{ "leerling", N_("learner"), "jongere" },
	{ "ouders", N_("parents"), "ouder" },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_place[] = {
	{ "stage", N_("stage"), "stageplek|stageplaats" },
	{ "werk", N_("work"), "baan|arbeidsplaats|vacature" },
	{ "dagbesteding", N_("day activities"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_placement[] = {
	{ "stage", N_("stage"), NULL },
	{ "contract", N_("contract"), "arbeidscontract|arbeidsovereenkomst" },
	{ "dagbesteding", N_("day activities"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_stage[] = {
	{ "orientatie", N_("orientation"), "oriëntatie|orientatiestage" },
	{ "leren", N_("learning"), "leerstage|beroepsstage" },
	{ "plaatsing", N_("placement"), "plaatsingsstage|uitstroomstage" },
	{ "proef", N_("trial"), "proefplaatsing" },
	{ "behoud-uitkering", N_("with retention of benefit"),
	    "behoud van uitkering" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_meeting[] = {
	{ "uitstroomoverleg", N_("outflow meeting"), NULL },
	{ "bezoek", N_("visit to the school"), "schoolbezoek" },
	{ "netwerkbespreking", N_("network talk"), NULL },
	{ "casuistiekdag", N_("case day"), "casuïstiekdag" },
	{ "plaatsingscommissie", N_("placement committee"), NULL },
	{ "warme-overdracht", N_("warm handover meeting"),
	    "warme overdrachtsoverleg|woo" },
	{ "werkgroep", N_("working group"), NULL },
	{ "jongerenteam", N_("youth team"), NULL },
	{ "stuurgroep", N_("steering group"), NULL },
	{ "oogo", N_("formal talks of boards (OOGO)"), NULL },
	{ "platform", N_("platform"), NULL },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_agreement[] = {
	{ "plek", N_("intended place"), "plaats|uitstroomplek" },
	{ "ondersteuning", N_("support"), NULL },
	{ "vervolg", N_("next step"), "vervolgstap" },
	{ "geen", N_("no agreement"), "geen afspraak" },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_moment[] = {
	{ "telefoon", N_("call"), "call|gebeld|bellen" },
	{ "brief", N_("letter"), "letter|mail|e-mail" },
	{ "bezoek", N_("visit"), "visit|huisbezoek" },
	{ "notitie", N_("note"), "note|aantekening" },
	{ "melding", N_("application"), "application|aanmelding|aanvraag" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_handover[] = {
	{ "prepared", N_("prepared"), NULL },
	{ "sent", N_("sent"), NULL },
	{ "accepted", N_("accepted"), NULL },
	{ "declined", N_("declined"), NULL },
	{ NULL, NULL, NULL }
};

static bool
same(const char *folded, const char *name, size_t size)
{
	struct ds_arena arena = {0};
	char *copy = ds_arena_ndup(&arena, name, size);
	const char *other = copy == NULL ? NULL : ds_text_fold(&arena, copy);
	bool equal = other != NULL && strcmp(folded, other) == 0;

	ds_arena_free(&arena);
	return equal;
}

static bool
means(const struct ds_code *code, const char *folded)
{
	const char *from = code->synonyms, *end;
	const char *dutch = ds_tr(DOSSIER_DUTCH, code->label);

	if (same(folded, code->slug, strlen(code->slug)) ||
	    same(folded, code->label, strlen(code->label)) ||
	    same(folded, dutch, strlen(dutch)))
		return true;
	for (; from != NULL && *from != '\0'; from = end) {
		end = strchr(from, '|');
		if (end == NULL)
			end = from + strlen(from);
		if (same(folded, from, (size_t)(end - from)))
			return true;
		if (*end == '|')
			end++;
	}
	return false;
}

const struct ds_code *
ds_code_find(const struct ds_code *list, const char *text)
{
	struct ds_arena arena = {0};
	const struct ds_code *code, *found = NULL;
	const char *folded;

	/* What exports write nearly always is the slug itself. */
	for (code = list; code->slug != NULL; code++)
		if (strcmp(code->slug, text) == 0)
			return code;
	folded = ds_text_fold(&arena, text);
	for (code = list; folded != NULL && code->slug != NULL; code++) {
		if (means(code, folded)) {
			found = code;
			break;
		}
	}
	ds_arena_free(&arena);
	return found;
}

const char *
ds_code_label(const struct ds_code *list, const char *slug,
    dossier_language language)
{
	for (; list->slug != NULL; list++)
		if (strcmp(list->slug, slug) == 0)
			return ds_tr(language, list->label);
	return slug;
}
