/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: a company's own presentation or template, whose masters are used. */
#pragma once

#include "etp-opc.h"
#include "etp-slide-theme.h"
#include "etp-zip.h"

G_BEGIN_DECLS

/* A layout, as far as it matters here. Lengths are slide units (1/96 inch). */
typedef struct
{
  char *part; /* "ppt/slideLayouts/slideLayout1.xml" */
  char *type; /* "title", "titleOnly", "obj" … */
  char *title_type; /* "title" or "ctrTitle"; NULL: it has no title */
  gboolean has_subtitle, has_number;
  guint subtitle_index, number_index; /* idx of those placeholders */
  EtpRect title; /* its own or the master's */
  double bottom; /* where its foot begins: date, footer, number */
} EtpPptxTemplateLayout;

typedef struct
{
  char *id, *relation, *part; /* of a master */
} EtpPptxTemplateMaster;

typedef struct
{
  EtpOpc opc;
  double width, height; /* of slides */
  GPtrArray *masters; /* of EtpPptxTemplateMaster */
  GPtrArray *parts; /* of char *: all that the masters need, themselves included */
  EtpPptxTemplateLayout title, content; /* for the title slide and for all others */
  EtpRgba colors[ETP_N_SLOTS]; /* of the first master's theme, as its map has them */
} EtpPptxTemplate;

/* FALSE with an ETP_EXPORT_ERROR whose message says why the bytes are of no use. */
gboolean etp_pptx_template_init (EtpPptxTemplate *self, GBytes *bytes, GError **error);
void etp_pptx_template_clear (EtpPptxTemplate *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpPptxTemplate, etp_pptx_template_clear)

gboolean etp_pptx_template_is_dark (const EtpPptxTemplate *self);
/* Writes the parts with their relationships; FALSE with an ETP_EXPORT_ERROR. */
gboolean etp_pptx_template_write (EtpPptxTemplate *self, EtpZip *zip, GError **error);
/* Override elements for [Content_Types].xml. */
void etp_pptx_template_add_types (EtpPptxTemplate *self, GString *out);

/* Internal (etp-pptx-layouts.c): reads the layouts of a master and chooses from them. */
gboolean etp_pptx_template_choose (EtpPptxTemplate *self, const char *master, GError **error);
void etp_pptx_template_layout_clear (EtpPptxTemplateLayout *self);

G_END_DECLS
