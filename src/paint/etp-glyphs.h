/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paint-internal: shaped pieces of plain text, each shaped once. */
#pragma once

#include <pango/pangocairo.h>

#include "scene/etp-measurer.h"

G_BEGIN_DECLS

/* One glyph, lengths in map units. */
typedef struct
{
  guint32 id;
  float advance, dx, dy;
} EtpGlyph;

/* A stretch of a piece in one face of the fonts that Pango chose. */
typedef struct
{
  guint16 face;
  guint8 n_bytes, n_glyphs, n_clusters;
} EtpGlyphRun;

/* Glyphs that come from the same characters, at most 255 bytes and glyphs each. */
typedef struct
{
  guint8 n_bytes, n_glyphs;
} EtpCluster;

/* The glyphs of all runs follow one another, and so do the clusters. Lives in its cache. */
typedef struct _EtpPiece EtpPiece;
struct _EtpPiece
{
  EtpPiece *next; /* in its bucket */
  guint32 hash;
  guint16 font;
  guint8 length; /* of the text, bytes */
  guint8 n_runs;
  gboolean unknown; /* has characters that no font can draw: left to Pango */
  float width;
  guint n_glyphs;
  EtpGlyph *glyphs;
  EtpGlyphRun *runs;
  EtpCluster *clusters;
  char *text;
};

typedef struct _EtpGlyphs EtpGlyphs;

/* context: for shaping; borrowed for the lifetime. families: NULL for our own. */
EtpGlyphs *etp_glyphs_new (PangoContext *context, const char *families);
void etp_glyphs_free (EtpGlyphs *self);
/* Throws everything away if it has grown beyond its limit: all pieces die. Call it only where no
 * piece is held. */
void etp_glyphs_trim (EtpGlyphs *self);
guint etp_glyphs_get_n_pieces (EtpGlyphs *self);

/* font numbers a font (its number stays for good) and gives what Pango needs for it. */
guint etp_glyphs_get_font (EtpGlyphs *self, EtpFont font);
const PangoFontDescription *etp_glyphs_get_description (EtpGlyphs *self, guint font);
PangoAttrList *etp_glyphs_get_attributes (EtpGlyphs *self, guint font); /* borrowed; NULL: none */
void etp_glyphs_get_metrics (EtpGlyphs *self, guint font, double *ascent, double *descent);

/* The shaped piece of text: length of at most ETP_PIECE_MAX bytes without line breaks. Valid until
 * the next etp_glyphs_trim(). */
const EtpPiece *etp_glyphs_get_piece (EtpGlyphs *self, guint font, const char *text, gsize length);
const EtpPiece *etp_glyphs_get_space (EtpGlyphs *self, guint font);
cairo_scaled_font_t *etp_glyphs_get_face (EtpGlyphs *self, guint face); /* borrowed */

G_END_DECLS
