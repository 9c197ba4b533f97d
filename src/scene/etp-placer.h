/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: finding room for small labels beside points, lines and each other. The caller
 * says what stands already and offers candidates; the cheapest one wins. Deterministic: of equal
 * candidates the first. */
#pragma once

#include "etp-geometry.h"

G_BEGIN_DECLS

/* What covering something costs. A label that costs ETP_PLACER_BAD or more stands on something
 * that people must read. */
#define ETP_PLACER_BAD 400.0
#define ETP_PLACER_BOX 1000.0 /* a point or another label */
#define ETP_PLACER_LINE 400.0 /* a strong line */
#define ETP_PLACER_FAINT 120.0 /* a line that may be covered in need */

typedef struct
{
  EtpRect area; /* labels stay inside */
  double clearance; /* kept between a label and anything else */
  GArray *boxes, *segments;
  guint line; /* which line the next segments belong to */
} EtpPlacer;

typedef struct
{
  double x, y; /* centre of the label */
  double cost; /* of being there, however free it is */
} EtpCandidate;

void etp_placer_init (EtpPlacer *self, EtpRect area, double clearance);
void etp_placer_clear (EtpPlacer *self);
void etp_placer_add_box (EtpPlacer *self, EtpRect box);
/* The segments that follow are another line: however many of its segments a label covers, it
 * covers one line. */
void etp_placer_begin_line (EtpPlacer *self);
void
etp_placer_add_segment (EtpPlacer *self, double x0, double y0, double x1, double y1, double cost);
/* The best of n candidates for a label of this size, moved sideways and up or down into the area
 * where it reaches beyond; returns its cost. The label is not added. */
double etp_placer_choose (EtpPlacer *self,
                          double width,
                          double height,
                          const EtpCandidate *candidates,
                          guint n,
                          EtpRect *label);

G_END_DECLS
