/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-canvas"

#include "config.h"

#include "etp-canvas-private.h"

#include "model/etp-edit.h"
#include "model/etp-history.h"

/* New phases and lanes, and typing what they are called. */

static void
end (EtpCanvas *self, EtpHistory *history, EtpNode *node, const GError *error)
{
  if (node == NULL)
    {
      etp_history_cancel_run (history);
      etp_canvas_tell_error (self, error);
      return;
    }
  etp_canvas_edit_new_head (self, node);
}

void
etp_canvas_insert_phase (EtpCanvas *self, guint position, const char *name)
{
  EtpHistory *history;
  g_autoptr (GError) error = NULL;
  EtpNode *node;

  g_return_if_fail (ETP_IS_CANVAS (self));

  history = etp_canvas_begin_adding (self);
  node = etp_edit_insert_phase (self->journey, position, name, &error);
  end (self, history, node, error);
}

void
etp_canvas_insert_lane (EtpCanvas *self, guint position, EtpLaneKind kind)
{
  EtpHistory *history;
  g_autoptr (GError) error = NULL;
  EtpNode *node;

  g_return_if_fail (ETP_IS_CANVAS (self));

  history = etp_canvas_begin_adding (self);
  node = etp_edit_insert_lane (self->journey, position, kind, NULL, &error);
  end (self, history, node, error);
}
