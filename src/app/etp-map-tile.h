/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpMapTile: a picture of a map with its name and some lines about it, as one button. All texts
 * are plain. */
#define ETP_TYPE_MAP_TILE (etp_map_tile_get_type ())
G_DECLARE_FINAL_TYPE (EtpMapTile, etp_map_tile, ETP, MAP_TILE, GtkWidget)

/* What a click does: an action with a text as its target. */
GtkWidget *etp_map_tile_new (const char *title, const char *action, const char *target);
/* subtitle: below it, or NULL. */
void etp_map_tile_set_title (EtpMapTile *self, const char *title, const char *subtitle);
/* Until there is one, and where it is NULL, an empty frame holds its place. */
void etp_map_tile_set_picture (EtpMapTile *self, GdkPaintable *picture);
/* One more line below the title; icon: or NULL; style: a style class or NULL. */
void
etp_map_tile_add_line (EtpMapTile *self, const char *icon, const char *text, const char *style);
void etp_map_tile_clear_lines (EtpMapTile *self);
/* A small button in the corner, named name, that takes the tile's map away. */
void etp_map_tile_set_removal (EtpMapTile *self, const char *name, const char *action);
/* Gives it the keyboard: the tile and not the small button. */
void etp_map_tile_take_focus (EtpMapTile *self);

G_END_DECLS
