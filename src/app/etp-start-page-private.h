/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the start page: -page.c the page, its templates and examples, -recent.c the
 * recent maps. */
#pragma once

#include "etp-map-tile.h"
#include "etp-preview.h"
#include "etp-start-page.h"

G_BEGIN_DECLS

struct _EtpStartPage
{
  GtkWidget parent;

  /* template children */
  GtkWidget *content;
  GtkWidget *recent_box, *template_box, *example_box; /* heading and tiles */
  GtkFlowBox *recent, *templates, *examples;

  /* owned */
  GCancellable *loading; /* of all previews */
  char *today; /* as of the last look at the calendar */

  /* state */
  guint n_pending; /* recent maps whose previews are under way */
  guint filled_recent; /* counts; answers for tiles of earlier ones are dropped */
  gboolean is_old; /* something changed while the page was not seen */
};

/* etp-start-page.c */
/* Returns the child of the box that the tile is in. */
GtkWidget *etp_start_page_add_tile (GtkFlowBox *box, GtkWidget *tile);
/* The keyboard goes on with the next one, or the last. */
void etp_start_page_remove_tile (GtkFlowBox *box, GtkWidget *child);
/* Gives the tile its picture as soon as there is one; etp_start_page_take_recent() hears of a recent
 * map's, or why there is none. */
void etp_start_page_load (EtpStartPage *self, EtpMapTile *tile, GFile *file, gboolean is_recent);

/* etp-start-recent.c */
void etp_start_page_sort_recent (EtpStartPage *self); /* from now on */
/* Shows the list as it is now. */
void etp_start_page_fill_recent (EtpStartPage *self);
/* Of a map that was written, what its tile tells is read anew. */
void etp_start_page_renew_recent (EtpStartPage *self, const char *uri);
/* What was read of a recent map, unless the page was filled anew meanwhile. preview NULL: error says
 * why. */
void etp_start_page_take_recent (
    EtpStartPage *self, EtpMapTile *tile, GFile *file, EtpPreview *preview, const GError *error);

G_END_DECLS
