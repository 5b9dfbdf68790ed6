/* SPDX-License-Identifier: EUPL-1.2 */

#ifndef DS_ASSETS_H
#define DS_ASSETS_H

#include <stddef.h>

struct ds_asset {
	const char *name;		/* the file's name without its ending */
	const unsigned char *bytes;	/* a NUL follows them */
	size_t size;
};

extern const struct ds_asset ds_migrations[];
extern const size_t ds_migration_count;
extern const struct ds_asset ds_packs[];
extern const size_t ds_pack_count;

#endif
