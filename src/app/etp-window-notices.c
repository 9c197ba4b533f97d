/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

/* What the line across the window says about the document. */

static void
on_disk_changed (EtpWindow *self, int state)
{
  switch ((EtpMonitorState) state)
    {
    case ETP_MONITOR_SAME:
      etp_notice_hide (self->notice);
      break;
    case ETP_MONITOR_CHANGED:
      etp_notice_show (self->notice, _ ("Another program changed this file."), _ ("_Read Again"));
      break;
    case ETP_MONITOR_GONE:
      etp_notice_show (self->notice, _ ("This file was moved or deleted."), NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
etp_window_watch_document (EtpWindow *self)
{
  g_signal_connect_object (self->document, "disk-changed", G_CALLBACK (on_disk_changed), self,
                           G_CONNECT_SWAPPED);
  if (etp_document_is_newer (self->document))
    etp_notice_show (self->notice,
                     _ ("This map was made by a newer version of Etappe. You can look at it, but "
                        "not change it."),
                     NULL);
  else
    etp_notice_hide (self->notice);
}
