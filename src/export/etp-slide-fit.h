/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: texts in the boxes of somebody else's master, for PPTX and ODP alike. */
#pragma once

#include "paint/etp-text.h"
#include "scene/etp-geometry.h"

G_BEGIN_DECLS

/* How the text of a box looks, as far as it takes room. */
typedef struct
{
  double size; /* hundredths of a point; 0: not said */
  gboolean is_bold, is_caps;
  char *family; /* NULL: not said */
  double left, top, right, bottom; /* kept free; slide units; below 0: not said */
} EtpSlideLook;

/* The size in which paragraphs (char *) fit into a box, in hundredths of a point, at least 9 pt; 0:
 * they fit as the look says. text measures in the look's family. */
guint etp_slide_fit_find_size (EtpText *text,
                               GPtrArray *paragraphs,
                               const EtpSlideLook *look,
                               const EtpRect *box);

G_END_DECLS
