/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The sections of a dossier, said once: an enum for the descriptors and a
 * code list for statements and grounds follow from it. Parts of the law's
 * overgangsdocument (WEC 14e: knowledge, skills, attitude, support needs)
 * are sections too, as is the learner's own story.
 *
 * S(enum name, slug, label, class of what people write in it)
 */
#ifndef DS_MODEL_SECTIONS_H
#define DS_MODEL_SECTIONS_H

#define DS_SECTIONS(S) \
	S(STORY, "eigen-verhaal", N_("What matters to me"), HEALTH) \
	S(IDENTITY, "identiteit", N_("Who"), ORDINARY) \
	S(NETWORK, "netwerk", N_("People around"), FAMILY) \
	S(SCHOOL, "school", N_("School"), ORDINARY) \
	S(OPP, "opp", N_("Development perspective (OPP)"), HEALTH) \
	S(QUALIFICATION, "kwalificaties", N_("Qualifications"), ORDINARY) \
	S(KNOWLEDGE, "kennis", N_("Knowledge"), ORDINARY) \
	S(SKILLS, "vaardigheden", N_("Skills"), ORDINARY) \
	S(ATTITUDE, "houding", N_("Attitude"), HEALTH) \
	S(NEEDS, "ondersteuning", N_("Support needs"), HEALTH) \
	S(STAGE, "stages", N_("Stages and places"), ORDINARY) \
	S(WORK, "arbeid", N_("Work"), HEALTH) \
	S(DOMAIN, "leefgebieden", N_("Life domains"), HEALTH) \
	S(REGISTER, "registers", N_("Registers and schemes"), HEALTH) \
	S(ADVICE, "afspraken", N_("Advice and agreements"), ORDINARY) \
	S(GROUND, "grondslagen", N_("Grounds"), ORDINARY) \
	S(FOLLOW, "opvolging", N_("Follow-up"), HEALTH) \
	S(VIEWPOINT, "zienswijze", N_("Own statement"), ORDINARY)

enum ds_section {
	DS_SECTION_NONE,	/* never leaves: for the software only */
	DS_SECTION_COMMON,	/* organisations and places: of nobody */
#define S(name, slug, label, class) DS_SECTION_##name,
	DS_SECTIONS(S)
#undef S
	DS_SECTION_END
};

/* Why a value needs more than an ordinary ground to leave (AVG 9 and 10). */
enum ds_class {
	DS_CLASS_ORDINARY,
	DS_CLASS_NUMBER,	/* BSN and the like: masked, never leaves */
	DS_CLASS_HEALTH,	/* health, with behaviour and benefits */
	DS_CLASS_JUSTICE,
	DS_CLASS_FAMILY		/* family factors, and people around */
};

#endif
