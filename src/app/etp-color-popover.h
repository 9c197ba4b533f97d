/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette: the eight colours of a map, any other, or none of its own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* color: a palette name, "#rrggbb" or "" for the default. */
typedef void (*EtpColorChosen) (const char *color, const char *node_id, GObject *owner);

/* A popover without a parent that marks `color`. chosen is called once a colour is; owner is given
 * to it and kept alive as long as that may be. */
GtkWidget *etp_color_popover_new (const char *node_id,
                                  const char *color,
                                  EtpColorChosen chosen,
                                  GObject *owner);

G_END_DECLS
