/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The maps that were opened before: a view of the desktop's own list of recent files. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ETP_JOURNEY_MIME_TYPE "application/vnd.etappe.journey+json"
#define ETP_JOURNEY_ENDING ".journey"

/* Whether a file of this name, path or URI is a map by its ending; some systems make it capitals. */
gboolean etp_recent_is_map (const char *name);

/* The journeys among them that still exist, last used first, at most max. GPtrArray of
 * GtkRecentInfo. */
GPtrArray *etp_recent_list (GtkRecentManager *manager, guint max);
/* The same with those that are gone. */
GPtrArray *etp_recent_list_all (GtkRecentManager *manager, guint max);
void etp_recent_add (GtkRecentManager *manager, GFile *file);

G_END_DECLS
