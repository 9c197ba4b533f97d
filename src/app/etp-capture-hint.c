/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-capture-bar-private.h"

#include <glib/gi18n-lib.h>

/* What the empty capture line says of itself. */

static void
set_hint (EtpCaptureBar *self, const char *hint)
{
  GtkEntry *entry = GTK_ENTRY (self->entry);

  if (g_strcmp0 (gtk_entry_get_placeholder_text (entry), hint) != 0)
    gtk_entry_set_placeholder_text (entry, hint);
}

const char *
etp_capture_bar_get_whole_hint (void)
{
  return _ ("Note, or “3g note” for phase 3, lane g");
}

/* How wide the text may be in a line of its own. The words do not count: they change with each note, and what
 * has no room beside them stands above them. */
static int
get_room (EtpCaptureBar *self, GtkWidget *text)
{
  int line, least;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &line, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return gtk_widget_get_width (GTK_WIDGET (self)) - line + least;
}

void
etp_capture_bar_choose_hint (EtpCaptureBar *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));
  const char *whole = etp_capture_bar_get_whole_hint ();
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (text, whole);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  /* Translators: in place of “Note, or “3g note” for phase 3, lane g” where that has no room. */
  set_hint (self, width <= get_room (self, text) ? whole : _ ("Note, or “3g note”"));
}
