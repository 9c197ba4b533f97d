/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things can be dropped. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Handlers of the signals of a GtkDropTargetAsync, with the widget as user data; NULL: the toolkit's. */
typedef struct
{
  GCallback accept;
  GCallback drag_motion; /* for "drag-enter" as well */
  GCallback drag_leave;
  GCallback drop;
} EtpDropSite;

/* From now on what is in one of formats (taken over) can be dropped onto widget for one of actions. Unlike
 * a GtkDropTargetAsync this takes the next drop also when the one before was never heard to leave. site
 * must stay. Once for a widget. */
void etp_drop_site_add (GtkWidget *widget,
                        GdkContentFormats *formats,
                        GdkDragAction actions,
                        const EtpDropSite *site);

G_END_DECLS
