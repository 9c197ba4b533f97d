/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpUsedList: the things that name something, by name, to go there.
 *
 * Signals:
 *   activated (EtpNode *node): somebody wants to go there.
 */
#define ETP_TYPE_USED_LIST (etp_used_list_get_type ())
G_DECLARE_FINAL_TYPE (EtpUsedList, etp_used_list, ETP, USED_LIST, GtkWidget)

GtkWidget *etp_used_list_new (void);
/* nodes: of EtpNode; what is shown already stays as it is. */
void etp_used_list_set_nodes (EtpUsedList *self, GPtrArray *nodes);

G_END_DECLS
