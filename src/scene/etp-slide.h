/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: one slide in the making. */
#pragma once

#include "etp-draft.h"

G_BEGIN_DECLS

/* What stands on a slide, in its coordinates and in the order in which it is read. */
typedef struct
{
  const char *role; /* static */
  char *title; /* owned; without the number of the part */
  char *named; /* owned; with it: what the slide is called */
  guint part, n_parts; /* 1-based; of slides that continue each other */
  double title_y, title_x;
  EtpType title_type;
  guint column; /* of the phase that it is about; G_MAXUINT: of the whole journey */
  gboolean is_cover; /* lays out its own title, has no foot */
  GArray *items; /* of EtpPlaced */
  GArray *furniture; /* of EtpPlaced: what is on every slide */
} EtpSlide;

EtpSlide *etp_slide_new (const char *role, const char *title);
void etp_slide_free (EtpSlide *self);
void etp_slide_add (EtpSlide *self, EtpItem *item, double x, double y); /* takes item */
/* Puts an item before all others. Takes it. */
void etp_slide_prepend (EtpSlide *self, EtpItem *item, double x, double y);
void etp_slide_add_furniture (EtpSlide *self, EtpItem *item, double x, double y); /* takes item */
/* The picture of items of the slide, which it gives away. */
EtpScene *etp_slide_take_scene (EtpSlide *self,
                                GArray *items,
                                double width,
                                double height,
                                EtpStyle *style,
                                const char *language);

G_END_DECLS
