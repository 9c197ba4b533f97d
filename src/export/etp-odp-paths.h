/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ODP-internal: path data. */
#pragma once

#include "scene/etp-item.h"

G_BEGIN_DECLS

/* Verbs and points as in EtpPath. */
typedef struct
{
  char *verbs;
  double *points;
  guint n_points; /* numbers */
} EtpOdpPath;

void etp_odp_path_copy (const EtpPath *from, EtpOdpPath *path);
void etp_odp_path_parse (const char *data, EtpOdpPath *path); /* svg:d: absolute M, L, C and Z */
void etp_odp_path_clear (EtpOdpPath *path);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpOdpPath, etp_odp_path_clear)

/* svg:d in whole units of 1/units, from the upper left corner of rect, which is exactly what the
 * path covers, in its own units. Newly allocated; NULL if it covers nothing. */
char *etp_odp_path_write (const EtpOdpPath *path, double units, EtpRect *rect);

G_END_DECLS
