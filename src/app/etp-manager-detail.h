/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* EtpManagerDetail: all about one entry of a list: a form, and where it is used.
 *
 * Signals:
 *   used-activated (EtpNode *node): somebody wants to go to a place where it is used.
 *   tag-renamed (char *from, char *to): another name was written for a tag.
 *   sheet (EtpNode *node): a sheet about it shall be printed.
 *   merge (GtkWidget *button): what is to become part of it shall be chosen below the button.
 */
#define ETP_TYPE_MANAGER_DETAIL (etp_manager_detail_get_type ())
G_DECLARE_FINAL_TYPE (EtpManagerDetail, etp_manager_detail, ETP, MANAGER_DETAIL, GtkWidget)

GtkWidget *etp_manager_detail_new (void);
void etp_manager_detail_set_node (EtpManagerDetail *self, EtpJourney *journey, EtpNode *node);
void etp_manager_detail_set_tag (EtpManagerDetail *self, EtpJourney *journey, const char *tag);
/* There is no entry; plain text. */
void
etp_manager_detail_set_nothing (EtpManagerDetail *self, const char *title, const char *description);
/* Writes what is typed and not yet written. */
void etp_manager_detail_flush (EtpManagerDetail *self);
/* Into the first field, which is the name. */
void etp_manager_detail_grab_focus (EtpManagerDetail *self);
/* Puts the keyboard into the name and selects it, as that of a new entry is to be replaced. */
void etp_manager_detail_edit_name (EtpManagerDetail *self);

G_END_DECLS
