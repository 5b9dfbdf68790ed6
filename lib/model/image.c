/* SPDX-License-Identifier: EUPL-1.2 */
/* A row back from its image: JSON of our own making, read as YAML. */
#include "model/book.h"

#include <stdlib.h>
#include <string.h>

#include "base/yaml.h"

static dossier_status
unreadable(enum ds_kind kind, int64_t id, dossier_error *err)
{
	return ds_fail(err, DOSSIER_CORRUPT,
	    N_("The history of %s %lld cannot be read."),
	    ds_record(kind)->table, (long long)id);
}

dossier_status
ds_row_from_image(struct ds_row *out, struct ds_arena *arena,
    enum ds_kind kind, int64_t id, const char *image, dossier_error *err)
{
	const struct ds_record *record = ds_record(kind);
	const struct ds_yaml *value;
	struct ds_yaml *tree;
	int field;

	if (ds_yaml_parse(&tree, arena, image, strlen(image), "", NULL) !=
	    DOSSIER_OK)
		return unreadable(kind, id, err);
	ds_row_start(out, kind);
	out->id = id;
	for (value = tree->first; value != NULL; value = value->next) {
		field = ds_field_named(record, value->key);
		if (field < 0 || value->text == NULL)
			return unreadable(kind, id, err);
		if (ds_type_is_number(record->fields[field].type))
			ds_row_set_int(out, field,
			    strtoll(value->text, NULL, 10));
		else
			ds_row_set_text(out, field, value->text);
	}
	return DOSSIER_OK;
}
