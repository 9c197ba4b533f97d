/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include "etp-presentation.h"

static void
on_present (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;

  etp_window_take_typing (self);
  if (self->presentation != NULL)
    gtk_window_present (GTK_WINDOW (self->presentation));
  else
    g_set_weak_pointer (&self->presentation,
                        etp_presentation_start (GTK_WINDOW (self), self->canvas));
}

void
etp_window_add_present (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "present", .activate = on_present },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  etp_presentation_watch_editor (GTK_WINDOW (self));
}

void
etp_window_dispose_present (EtpWindow *self)
{
  EtpPresentation *presentation = self->presentation;

  g_clear_weak_pointer (&self->presentation);
  if (presentation != NULL)
    gtk_window_destroy (GTK_WINDOW (presentation));
}
