/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files that mirror the scene for assistive technology. */
#pragma once

#include "etp-canvas-private.h"
#include "etp-proxy-group.h"
#include "etp-proxy.h"

G_BEGIN_DECLS

typedef struct _EtpMirror
{
  EtpScene *scene; /* owned; the one that was mirrored last, keeps the proxies' cells alive */
  EtpScene *next; /* owned; the one that is being mirrored; NULL between passes */
  GHashTable *old_groups, *old_cells; /* key → EtpProxyGroup, those not met in this pass yet */
  GHashTable *lane_names; /* lane id → name, both borrowed from next */
  GPtrArray *cells; /* EtpProxyGroup or NULL by cell index of next, then of scene; borrowed */
  EtpProxyGroup *group, *cell; /* borrowed; the ones that the pass came to last */
  gboolean is_group_renamed;
  gboolean has_others; /* more or fewer things in the phase and lane that the pass is at */
  guint group_index, cell_index;
  EtpProxy *selected; /* owned; whose state says so */
  gboolean has_choice; /* others say so as well */
  guint idle_id, rest_id;
  double zoom; /* at which the proxies were laid out */
} EtpMirror;

/* etp-canvas-mirror-curves.c: the words of the heads of emotion lanes, once all cells are mirrored. */
void etp_canvas_describe_curves (EtpCanvas *self);

G_END_DECLS
