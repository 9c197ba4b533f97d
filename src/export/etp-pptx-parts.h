/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: the parts of a presentation around its slides. */
#pragma once

#include "etp-pptx-private.h"
#include "etp-pptx-fit.h"

G_BEGIN_DECLS

/* The layouts of the own master. */
typedef enum
{
  ETP_PPTX_LAYOUT_TITLE,
  ETP_PPTX_LAYOUT_CONTENT,
  ETP_PPTX_LAYOUT_TITLE_ONLY,
  ETP_PPTX_N_LAYOUTS
} EtpPptxLayout;

typedef struct
{
  guint n_slides;
  gint64 width, height; /* of a slide, EMU */
  const char *title, *author, *language, *family;
  EtpSlideTitle titles[ETP_PPTX_N_LAYOUTS];
  EtpSlideBodies cover; /* of the first slide: its subtitle; n is 0 or 1 */
  GArray *bodies; /* of EtpSlideBodies: more layouts, for running text; NULL with a template */
  const EtpSlideTheme *theme;
  EtpPptxTemplate *template; /* in place of the own master; NULL: none */
  const EtpPptxFit *fit; /* to that template */
  const char *footer, *date; /* for its placeholders; NULL: none */
  EtpPptxWriter *writer; /* for lengths, fonts and colours; its out is used */
} EtpPptxParts;

/* How many layouts the own master has: those above, and one for each arrangement of running text. */
guint etp_pptx_parts_get_n_layouts (const EtpPptxParts *self);
/* The own theme, master and layouts, with their relationships. */
void etp_pptx_parts_write_master (EtpPptxParts *self, EtpZip *zip);
/* docProps/core.xml and app.xml, alike for all presentations. */
void etp_pptx_parts_write_properties (EtpPptxParts *self, EtpZip *zip);

/* A part of relationships: begin, add, end. target is a path from the part's own folder. */
void etp_pptx_begin_relations (GString *out);
void etp_pptx_add_relation (GString *out, const char *id, const char *type, const char *target);
void etp_pptx_add_external (GString *out, const char *id, const char *type, const char *target);
void etp_pptx_end_relations (GString *out);
/* Writes out as an entry and empties it. */
void etp_pptx_flush (GString *out, EtpZip *zip, const char *name);

G_END_DECLS
