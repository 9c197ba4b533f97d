/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpRecentPopover: the maps that were open before, as a list beside the Open button. It looks for
 * them each time that it is shown. */
#define ETP_TYPE_RECENT_POPOVER (etp_recent_popover_get_type ())
G_DECLARE_FINAL_TYPE (EtpRecentPopover, etp_recent_popover, ETP, RECENT_POPOVER, GtkPopover)

GtkWidget *etp_recent_popover_new (void);

G_END_DECLS
