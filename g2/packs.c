/* SPDX-License-Identifier: EUPL-1.2 */
#include "assets.h"


const struct ds_asset ds_packs[] = {
	{ 0, 0, 0 }
};
const size_t ds_pack_count = 0;
