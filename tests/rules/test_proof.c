/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every pack of schema/packs is proven and passes its own examples. Started
 * by hand at the top of the sources, with names of packs (none: all), it
 * tells all that is found.
 */
#include "shipped.h"

#include "rules/decide.h"
#include "rules/prove.h"

static void
tell(const struct ds_finding *finding, void *payload)
{
	const struct shipped *pack = payload;

	if (finding->table->pack == pack->pack)
		printf("%s:%d:%d: ", pack->name, finding->line,
		    finding->column);
	else
		printf("%s: with the table of %s, line %d: ", pack->name,
		    finding->table->pack->id, finding->line);
	printf("%s%s\n    %s\n", finding->fault ? "" : "(note) ",
	    finding->message, finding->advice);
}

static void
tell_example(const struct ds_example *example, const char *message,
    void *payload)
{
	const struct shipped *pack = payload;

	printf("%s: %s\n", pack->name, message);
}

static size_t
count_rules(const struct ds_pack *pack)
{
	size_t i, count = 0;

	for (i = 0; i < pack->table_count; i++)
		if (pack->tables[i].pack == pack)
			count += pack->tables[i].rule_count;
	return count;
}

static size_t
check(struct shipped *pack)
{
	size_t faults, failed;

	if (ds_pack_prove(&faults, pack->pack, tell, pack, NULL) !=
	    DOSSIER_OK || ds_pack_test(&failed, pack->pack, tell_example,
	    pack, NULL) != DOSSIER_OK) {
		printf("%s: no memory\n", pack->name);
		return 1;
	}
	printf("%s: %zu rules, %zu faults; %zu examples, %zu failed\n",
	    pack->name, count_rules(pack->pack), faults,
	    pack->pack->example_count, failed);
	return faults + failed;
}

int
main(int argc, char **argv)
{
	static struct shipment all;
	size_t bad = read_shipped(&all), i;

	for (i = 0; i < all.count; i++)
		if (all.at[i].pack != NULL &&
		    is_asked(&all.at[i], argc, argv))
			bad += check(&all.at[i]);
	if (all.count == 0)
		printf("schema/packs holds no packs\n");
	ds_arena_free(&all.arena);
	return bad > 0 || all.count == 0;
}
