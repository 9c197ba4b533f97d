/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-map-menu.h"

/* What the window does when its map asks: menus and messages. */

static void
on_told (EtpCanvas *canvas, const char *text, gboolean can_undo, EtpWindow *self)
{
  etp_window_tell (self, text, can_undo ? _ ("Undo") : NULL, can_undo ? "win.undo-step" : NULL);
}

void
etp_window_attach_map (EtpWindow *self)
{
  g_signal_connect (self->canvas, "told", G_CALLBACK (on_told), self);
  etp_map_menu_attach (self->canvas);
}
