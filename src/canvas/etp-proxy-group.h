/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Canvas-internal: what assistive technology sees of a phase, or of a lane's cell in it. */
#pragma once

#include <gtk/gtk.h>

#include "scene/etp-scene.h"

G_BEGIN_DECLS

/* EtpProxyGroup: an inner node of the tree for assistive technology: a group of the scene holds
 * cells, a cell holds EtpProxys. Flat lists of thousands block a screen reader for seconds. */
#define ETP_TYPE_PROXY_GROUP (etp_proxy_group_get_type ())
G_DECLARE_FINAL_TYPE (EtpProxyGroup, etp_proxy_group, ETP, PROXY_GROUP, GtkWidget)

EtpProxyGroup *etp_proxy_group_new (GtkAccessibleRole role);
/* Returns TRUE if the name is another one than before. */
gboolean etp_proxy_group_set_name (EtpProxyGroup *self, const char *name);
/* What it stands for: the phase's id or "" for a group, lane and part for a cell. */
void etp_proxy_group_set_key (EtpProxyGroup *self, const char *key);
const char *etp_proxy_group_get_key (EtpProxyGroup *self);
/* The cell that its children mirror; borrowed, compared and never looked into. */
void etp_proxy_group_set_cell (EtpProxyGroup *self, const EtpCell *cell);
const EtpCell *etp_proxy_group_get_cell (EtpProxyGroup *self);
/* Where it lies in its parent, in map units; its children are laid out at their own places. */
void etp_proxy_group_set_place (EtpProxyGroup *self, const EtpRect *place);
/* Gives a child of any kind its place, in map units times zoom, moved by (x_px, y_px). */
void etp_proxy_allocate (GtkWidget *child, double zoom, int x_px, int y_px);

G_END_DECLS
