/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A look at many dossiers at once, such as a report: the history names each
 * of them, or, of a long list, what was asked for. Whoever asks who looked
 * at a dossier also gets the lists in which it may have stood.
 */
#ifndef DS_FLOWS_LOOK_H
#define DS_FLOWS_LOOK_H

#include "flows/session.h"

/* What the object of a look at a long list begins with. */
#define DS_LOOK_LIST "list:"

struct ds_look {			/* begin with zeros and DS_BUF_INIT */
	struct ds_buf refs;
	size_t count;
};

#define DS_LOOK_INIT { DS_BUF_INIT, 0 }

/* One more dossier; the same one twice counts once. */
void ds_look_at(struct ds_look *look, const char *ref);
/*
 * Write the look; `asked` is what the list was narrowed to ("school=02QZ00",
 * "all"). Nobody in it is a look all the same: that nobody is there is told.
 */
dossier_status ds_look_write(struct ds_look *look, dossier_session *session,
    const char *asked, dossier_error *err);
void ds_look_free(struct ds_look *look);

#endif
