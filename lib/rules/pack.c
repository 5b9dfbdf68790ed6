/* SPDX-License-Identifier: EUPL-1.2 */
/* What a pack holds, by name. */
#include "rules/pack.h"

#include <string.h>

const struct ds_table *
ds_pack_table(const struct ds_pack *pack, const char *name)
{
	size_t i;

	for (i = 0; i < pack->table_count; i++)
		if (strcmp(pack->tables[i].name, name) == 0)
			return &pack->tables[i];
	return NULL;
}

const struct ds_term *
ds_pack_term(const struct ds_pack *pack, const char *id)
{
	size_t i;

	for (i = 0; i < pack->term_count; i++)
		if (strcmp(pack->terms[i].id, id) == 0)
			return &pack->terms[i];
	return NULL;
}

const struct ds_checklist *
ds_pack_checklist(const struct ds_pack *pack, const char *name)
{
	size_t i;

	for (i = 0; i < pack->checklist_count; i++)
		if (strcmp(pack->checklists[i].name, name) == 0)
			return &pack->checklists[i];
	return NULL;
}

const struct ds_parameter *
ds_pack_parameter(const struct ds_pack *pack, const char *name)
{
	size_t i;

	for (i = 0; i < pack->parameter_count; i++)
		if (strcmp(pack->parameters[i].name, name) == 0)
			return &pack->parameters[i];
	return NULL;
}
