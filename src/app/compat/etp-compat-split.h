/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window's content with a panel at its end that can be folded away: AdwOverlaySplitView from
 * libadwaita 1.4 on, AdwFlap before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where it is wide, the panel stands beside the content; where it is narrow, it lies over it, and a
 * click beside it or Escape folds it away. Which of both is decided from the allocated width.
 *
 * Properties:
 *   show-panel (boolean, notified): the panel is to be seen.
 *   narrow (boolean, read-only, notified): the panel lies over the content.
 */
#define ETP_TYPE_COMPAT_SPLIT (etp_compat_split_get_type ())
G_DECLARE_FINAL_TYPE (EtpCompatSplit, etp_compat_split, ETP, COMPAT_SPLIT, GtkWidget)

/* panel_width in pixels; narrower than narrow_width the panel lies over the content. The panel itself
 * may come later. */
GtkWidget *etp_compat_split_new (GtkWidget *content, int panel_width, int narrow_width);
void etp_compat_split_set_panel (EtpCompatSplit *self, GtkWidget *panel);
GtkWidget *etp_compat_split_get_panel (EtpCompatSplit *self); /* borrowed; NULL until it is set */
void etp_compat_split_set_show_panel (EtpCompatSplit *self, gboolean show_panel);
gboolean etp_compat_split_get_show_panel (EtpCompatSplit *self);
gboolean etp_compat_split_is_narrow (EtpCompatSplit *self);

G_END_DECLS
