/* SPDX-License-Identifier: EUPL-1.2 */
/* Code lists of the case: what the records of fields_case.h choose from. */
#include "model/codes.h"

#include <stddef.h>

#include "model/sections.h"

const struct ds_code ds_codes_section[] = {
#define S(name, slug, label, class) { slug, label, NULL },
	DS_SECTIONS(S)
#undef S
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_cluster[] = {
	{ "cluster-1", N_("cluster 1"), "1" },
	{ "cluster-2", N_("cluster 2"), "2" },
	{ "cluster-3", N_("cluster 3"), "3" },
	{ "cluster-4", N_("cluster 4"), "4" },
	{ "rec3", N_("rec3 (older name of cluster 3)"), "rec 3" },
	{ "rec4", N_("rec4 (older name of cluster 4)"), "rec 4" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_version[] = {
	{ "voorlopig", N_("provisional"), "concept" },
	{ "definitief", N_("final"), "vastgesteld" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_qualification[] = {
	{ "diploma", N_("diploma"), NULL },
	{ "schooldiploma", N_("school diploma (PrO, VSO)"), NULL },
	{ "verklaring", N_("school-leaving statement"), NULL },
	{ "mbo-verklaring", N_("mbo statement"), NULL },
	{ "mbo-certificaat", N_("mbo certificate"), NULL },
	{ "praktijkverklaring", N_("practice statement"),
	    "praktijkverklaring mbo" },
	{ "branchecertificaat", N_("branch certificate"), "heftruck|vca" },
	{ "deelcertificaat", N_("partial certificate"), NULL },
	{ "startklaar", N_("ready-to-start diploma"), "startklaar diploma" },
	{ "rijbewijs", N_("driving licence"), NULL },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_guidance[] = {
	{ "geen", N_("none"), NULL },
	{ "licht", N_("light"), "af en toe|weinig" },
	{ "regelmatig", N_("regular"), NULL },
	{ "intensief", N_("intensive"), "veel" },
	{ "voortdurend", N_("constant"), "altijd|continu" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_transport[] = {
	{ "lopend", N_("on foot"), "te voet" },
	{ "fiets", N_("bicycle"), "fietsen" },
	{ "brommer", N_("moped"), "scooter" },
	{ "ov", N_("public transport"), "openbaar vervoer|bus|trein" },
	{ "auto", N_("car"), NULL },
	{ "taxi", N_("taxi"), "leerlingenvervoer" },
	{ "begeleid", N_("accompanied"), "met begeleiding" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_class[] = {
	{ "gewoon", N_("ordinary"), NULL },
	{ "gezondheid", N_("health"), NULL },
	{ "justitie", N_("justice"), NULL },
	{ "gezin", N_("family"), NULL },
	{ NULL, NULL, NULL }
};

/* The transition areas of the overgangsdocument. */
const struct ds_code ds_codes_area[] = {
	{ "werk", N_("work"), NULL },
	{ "dagbesteding", N_("day activities"), NULL },
	{ "wonen", N_("living"), NULL },
	{ "participatie", N_("participation"), NULL },
	{ "vrije-tijd", N_("leisure"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_register[] = {
	{ "doelgroepregister", N_("target-group register"),
	    "ldr|doelgroepenregister" },
	{ "banenafspraak", N_("indication for the jobs agreement"),
	    "indicatie banenafspraak" },
	{ "beschut-werk", N_("advice on sheltered work"),
	    "beschut|advies beschut werk" },
	{ "arbeidsvermogen", N_("assessment of work capacity"),
	    "beoordeling arbeidsvermogen|aba" },
	{ "wajong", N_("Wajong"), "wajong-uitkering" },
	{ "lks", N_("target group for wage-cost subsidy"),
	    "loonkostensubsidie" },
	{ "wlz", N_("Wlz"), "ciz" },
	{ "wmo", N_("Wmo"), NULL },
	{ "jeugdhulp", N_("youth help"), "jeugdzorg|jeugdwet" },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_register_status[] = {
	{ "aangevraagd", N_("applied for"), "aanvraag" },
	{ "opgenomen", N_("registered"), "toegekend|ja|actief" },
	{ "afgewezen", N_("refused"), "nee" },
	{ "beeindigd", N_("ended"), "beëindigd|gestopt" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_scheme[] = {
	{ "wajong", N_("Wajong"), NULL },
	{ "participatiewet", N_("Participation Act"), "p-wet|pw|bijstand" },
	{ "wsw", N_("Wsw"), NULL },
	{ "geen", N_("none"), "geen regeling" },
	{ "onbekend", N_("unknown"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_voice[] = {
	{ "leerling", N_("learner"), "jongere|ik" },
	{ "ouders", N_("parents"), "ouder|verzorgers|gezag" },
	{ "school", N_("school"), "docent|mentor" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_answer[] = {
	{ "niets", N_("asked, nothing"), "geen|niks" },
	{ "geweigerd", N_("declined to answer"), "wil niet zeggen|wil niet" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_around[] = {
	{ "moeder", N_("mother"), NULL },
	{ "vader", N_("father"), NULL },
	{ "ouder", N_("parent"), "verzorger" },
	{ "voogd", N_("guardian"), "gezinsvoogd" },
	{ "broer-zus", N_("brother or sister"), "broer|zus" },
	{ "familie", N_("other family"), "oom|tante|opa|oma" },
	{ "vriend", N_("friend"), "vriendin|partner" },
	{ "buur", N_("neighbour"), "buurman|buurvrouw" },
	{ "jim", N_("mentor of own choice (JIM)"), "informele mentor" },
	{ "mentor", N_("mentor"), "klassenmentor" },
	{ "stagecoordinator", N_("stage coordinator"), "stagecoördinator" },
	{ "jobcoach", N_("jobcoach"), NULL },
	{ "regisseur", N_("case director"), NULL },
	{ "jongerencoach", N_("youth coach"), NULL },
	{ "begeleider", N_("guide"), "coach" },
	{ "hulpverlener", N_("care professional"), "behandelaar" },
	{ "vrijwilliger", N_("volunteer"), "maatje" },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_network[] = {
	{ "informeel", N_("informal"), "eigen netwerk" },
	{ "professioneel", N_("professional"), "beroepsmatig" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_ground[] = {
	{ "toestemming", N_("consent"), "akkoord" },
	{ "wettelijke-plicht", N_("legal duty"), "wet" },
	{ "wettelijke-taak", N_("legal task"),
	    "publieke taak|algemeen belang" },
	{ "overeenkomst", N_("contract"), NULL },
	{ "vitaal-belang", N_("vital interest"), NULL },
	{ "gerechtvaardigd-belang", N_("legitimate interest"), NULL },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_purpose[] = {
	{ "overgangsdocument", N_("transition document"), "overdracht" },
	{ "jeugdhulp", N_("youth help"), "jeugdzorg" },
	{ "bemiddeling", N_("finding a place"), "matching|plaatsing" },
	{ "nazorg", N_("aftercare"), NULL },
	{ "overleg", N_("discussion in a meeting"), "casusoverleg" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_giver[] = {
	{ "jongere", N_("the learner"), "leerling" },
	{ "ouders", N_("the parents"),
	    "ouder|gezag|wettelijk vertegenwoordiger" },
	{ "vertegenwoordiger", N_("a legal representative"),
	    "curator|bewindvoerder|voogd" },
	{ NULL, NULL, NULL }
};

const struct ds_code ds_codes_result[] = {
	{ "diploma", N_("diploma"), NULL },
	{ "certificaat", N_("certificate"), NULL },
	{ "praktijkverklaring", N_("practice statement"), NULL },
	{ "werk-zonder-diploma", N_("working, without a diploma"),
	    "werk zonder diploma" },
	{ "betaald-werk", N_("paid work"), "werk|baan" },
	{ "werkervaring", N_("unpaid work experience"), "werkervaringsplek" },
	{ "vervolgonderwijs", N_("further education"), "school|mbo" },
	{ "dagbesteding", N_("day activities"), NULL },
	{ "zelfredzaam", N_("self-reliant"), "stabiel" },
	{ "gestopt", N_("stopped"), "uitgevallen|afgebroken" },
	{ "anders", N_("other"), NULL },
	{ NULL, NULL, NULL }
};
