/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-map-menu.h"
#include "etp-toasts.h"

/* What the window does when its map asks: menus and messages. */

static void
on_told (EtpCanvas *canvas, const char *text, gboolean can_undo, EtpWindow *self)
{
  etp_window_tell (self, text, can_undo ? _ ("Undo") : NULL, can_undo ? "win.undo-step" : NULL);
}

static void
on_taken_back (EtpCanvas *canvas, const char *text, EtpWindow *self)
{
  etp_toasts_end (self->toasts, text);
}

void
etp_window_attach_map (EtpWindow *self)
{
  g_signal_connect (self->canvas, "told", G_CALLBACK (on_told), self);
  g_signal_connect (self->canvas, "taken-back", G_CALLBACK (on_taken_back), self);
  etp_map_menu_attach (self->canvas);
}
