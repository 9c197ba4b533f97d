/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paint-internal: what the two files of EtpText share. */
#pragma once

#include <pango/pangocairo.h>

#include "etp-glyphs.h"
#include "etp-text.h"

G_BEGIN_DECLS

struct _EtpText
{
  GObject parent_instance;

  /* owned */
  PangoFontMap *font_map;
  PangoContext *context;
  PangoLayout *layout; /* scratch */
  EtpGlyphs *glyphs;
  char *family; /* NULL until asked for */
  GPtrArray *line_pieces; /* scratch, of EtpPiece, borrowed */
  GArray *line_glyphs; /* scratch, of cairo_glyph_t */
  GArray *line_clusters; /* scratch, of cairo_text_cluster_t */
};

/* Direction of the paragraph that the byte at start belongs to. */
PangoDirection etp_text_find_direction (const char *text, gsize start);
/* Sets the scratch layout; width <= 0: not wrapped. */
void etp_text_prepare_layout (EtpText *self,
                              const char *text,
                              gsize length,
                              guint font,
                              double width,
                              PangoDirection direction);
/* EtpMeasurerInterface.break_lines */
void etp_text_break_lines (
    EtpMeasurer *measurer, const char *text, EtpFont key, double width, GArray *lines);

G_END_DECLS
