/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

/* Comparing: the curves of an earlier state below today's. */

void
etp_canvas_set_ghost (EtpCanvas *self, EtpJourney *ghost, const char *name)
{
  g_return_if_fail (ETP_IS_CANVAS (self));

  if (!g_set_object (&self->ghost, ghost))
    return;
  g_free (self->ghost_name);
  self->ghost_name = g_strdup (name);
  self->is_scene_old = self->journey != NULL;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
