/* SPDX-License-Identifier: EUPL-1.2 */
#include "assets.h"


const struct ds_asset ds_migrations[] = {
	{ 0, 0, 0 }
};
const size_t ds_migration_count = 0;
