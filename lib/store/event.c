/* SPDX-License-Identifier: EUPL-1.2 */
/* Events: one a changed record, each a link of the chain. */
#include "store/internal.h"

#include <string.h>

dossier_status
ds_image_digest(unsigned char out[DS_DIGEST_SIZE],
    const unsigned char salt[DS_SALT_SIZE], const char *image,
    dossier_error *err)
{
	char small[1024];
	size_t size = strlen(image);
	struct ds_digest *digest;

	if (size <= sizeof small - DS_SALT_SIZE) {
		memcpy(small, salt, DS_SALT_SIZE);
		memcpy(small + DS_SALT_SIZE, image, size);
		ds_digest_of(out, small, DS_SALT_SIZE + size);
		return DOSSIER_OK;
	}
	digest = ds_digest_new();
	if (digest == NULL)
		return ds_no_memory(err);
	ds_digest_start(digest);
	ds_digest_add(digest, salt, DS_SALT_SIZE);
	ds_digest_add(digest, image, size);
	ds_digest_finish(digest, out);
	ds_digest_free(digest);
	return DOSSIER_OK;
}

static void
put64(unsigned char *out, int64_t value)
{
	int i;

	for (i = 0; i < 8; i++)
		out[i] = (unsigned char)((uint64_t)value >> (8 * i));
}

void
ds_chain_event(struct ds_digest *chain, const struct ds_event *event,
    const char *reason)
{
	unsigned char bytes[26 + DS_DIGEST_SIZE];

	put64(bytes, event->id);
	put64(bytes + 8, event->record);
	put64(bytes + 16, event->prev);
	bytes[24] = (unsigned char)event->kind;
	bytes[25] = (unsigned char)event->op;
	memcpy(bytes + 26, event->digest, DS_DIGEST_SIZE);
	ds_digest_add(chain, bytes, sizeof bytes);
	if (reason != NULL)
		ds_digest_add(chain, reason, strlen(reason) + 1);
}

/* Bind one event at its place in a run; salt and digest must stay. */
static void
bind_event(struct ds_stmt *stmt, int at, const struct ds_store *store,
    const struct ds_event *event)
{
	ds_bind_int_at(stmt, at, event->id);
	ds_bind_int_at(stmt, at + 1, store->tx);
	ds_bind_int_at(stmt, at + 2, event->kind);
	ds_bind_int_at(stmt, at + 3, event->record);
	ds_bind_int_at(stmt, at + 4, event->op);
	if (event->prev != 0)
		ds_bind_int_at(stmt, at + 5, event->prev);
	else
		ds_bind_null_at(stmt, at + 5);
	ds_bind_bytes_at(stmt, at + 6, event->salt, DS_SALT_SIZE);
	ds_bind_bytes_at(stmt, at + 7, event->digest, DS_DIGEST_SIZE);
}

static dossier_status
write_one(struct ds_store *store, const struct ds_event *event,
    const char *before, const char *reason, dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_EVENT_ADD, err));
	bind_event(stmt, 1, store, event);
	ds_bind_text_at(stmt, 9, before);
	ds_bind_text_at(stmt, 10, reason);
	return ds_run(stmt, err);
}

static dossier_status
write_run(struct ds_store *store, dossier_error *err)
{
	struct ds_stmt *stmt;
	int i;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_EVENT_ADD_RUN, err));
	for (i = 0; i < DS_EVENT_RUN; i++)
		bind_event(stmt, 1 + 8 * i, store, &store->waiting[i]);
	return ds_run(stmt, err);
}

dossier_status
ds_events_flush(struct ds_store *store, dossier_error *err)
{
	size_t count = store->waiting_count, i;

	store->waiting_count = 0;
	if (count == DS_EVENT_RUN)
		return write_run(store, err);
	for (i = 0; i < count; i++)
		DS_TRY(write_one(store, &store->waiting[i], NULL, NULL, err));
	return DOSSIER_OK;
}

dossier_status
ds_event_add(int64_t *out, struct ds_store *store, int kind, int64_t record,
    enum ds_op op, int64_t prev, const char *before, const char *after,
    const char *reason, dossier_error *err)
{
	struct ds_event *event = &store->waiting[store->waiting_count];

	event->id = store->next_event;
	event->record = record;
	event->prev = prev;
	event->kind = kind;
	event->op = op;
	DS_TRY(ds_random(event->salt, sizeof event->salt, err));
	DS_TRY(ds_image_digest(event->digest, event->salt, after, err));
	ds_chain_event(store->chain, event, reason);
	*out = store->next_event++;
	if (before == NULL && reason == NULL) {
		if (++store->waiting_count < DS_EVENT_RUN)
			return DOSSIER_OK;
		return ds_events_flush(store, err);
	}
	DS_TRY(write_one(store, event, before, reason, err));
	return ds_events_flush(store, err);
}
