/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what assistive technology sees of an item. */
#pragma once

#include <gtk/gtk.h>

#include "scene/etp-item.h"

G_BEGIN_DECLS

/* EtpProxy: stands for one focusable item in the widget tree, because GTK 4.8 shows assistive
 * technology nothing but widgets. Never painted, never hit by the pointer; holds the keyboard
 * focus while its item is selected.
 *
 * Actions of the class: card.focus selects the item and takes the focus; the others run the canvas' command
 * of the same meaning on it: card.open, .edit, .delete, .duplicate, .add-below, .menu.
 */
#define ETP_TYPE_PROXY (etp_proxy_get_type ())
G_DECLARE_FINAL_TYPE (EtpProxy, etp_proxy, ETP, PROXY, GtkWidget)

EtpProxy *etp_proxy_new (EtpItem *item);
EtpItem *etp_proxy_get_item (EtpProxy *self); /* borrowed */
/* TRUE if the proxy may go on to stand for item: the same thing, perhaps edited. */
gboolean etp_proxy_fits (EtpProxy *self, const EtpItem *item);
void etp_proxy_set_item (EtpProxy *self, EtpItem *item, const char *description);
void etp_proxy_set_description (EtpProxy *self, const char *description);
/* Puts text before its description, until it gets another one, is not selected any more, or text is "". */
void etp_proxy_say (EtpProxy *self, const char *text, const char *description);
/* Where it lies in its parent, in map units. */
void etp_proxy_set_place (EtpProxy *self, const EtpRect *place);
const EtpRect *etp_proxy_get_place (EtpProxy *self);
void etp_proxy_set_selected (EtpProxy *self, gboolean selected);

G_END_DECLS
