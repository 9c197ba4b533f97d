/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: a company's own presentation or template, whose masters are used. */
#pragma once

#include "etp-opc.h"
#include "etp-slide-fit.h"
#include "etp-slide-room.h"
#include "etp-slide-theme.h"
#include "etp-zip.h"

G_BEGIN_DECLS

/* A placeholder that slides may have beside the title. */
typedef struct
{
  gboolean is_there;
  guint index; /* its idx */
} EtpPptxPlace;

#define ETP_PPTX_MOST_PLACES 3

/* A place for running text. */
typedef struct
{
  guint index; /* its idx */
  gboolean is_body; /* its type is "body", not "obj" */
} EtpPptxTextPlace;

/* A layout, as far as it matters here. Lengths are slide units (1/96 inch). */
typedef struct
{
  char *part; /* "ppt/slideLayouts/slideLayout1.xml" */
  char *type; /* "title", "titleOnly", "obj" … */
  char *title_type; /* "title" or "ctrTitle"; NULL: it has no title */
  EtpPptxPlace subtitle, number, footer, date;
  EtpSlidePlan plan; /* its own and its master's */
  EtpSlideLook look, subtitle_look;
  EtpPptxTextPlace bodies[ETP_PPTX_MOST_PLACES + 1];
  guint n_bodies; /* one more than there is room for: it is of no use */
  gboolean has_bullets; /* before plain texts */
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
  GPtrArray *slides; /* of char *: relationships of its first slides */
  GPtrArray *parts; /* of char *: all that the masters need, themselves included */
  EtpPptxTemplateLayout title, content; /* for the title slide and for all others */
  /* Of the master of content, like it, with places for one, two or three texts; part NULL: none. */
  EtpPptxTemplateLayout texts[ETP_PPTX_MOST_PLACES];
  EtpSlideFrame frame; /* what they leave */
  EtpRgba colors[ETP_N_SLOTS]; /* of the theme of content's master, as its map has them */
  EtpRgba behind; /* what lies behind content */
  char *major, *minor; /* families of the theme; NULL: none is said */
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

/* Internal (etp-pptx-layouts.c): reads the layouts of the masters and chooses from them; relations
 * are those of the presentation. */
gboolean etp_pptx_template_choose (EtpPptxTemplate *self, GPtrArray *relations, GError **error);
void etp_pptx_template_layout_clear (EtpPptxTemplateLayout *self);
void etp_pptx_template_layout_copy (const EtpPptxTemplateLayout *self, EtpPptxTemplateLayout *copy);

/* Internal (etp-pptx-theme.c): the colours of a theme, dk1 … folHlink, and its families, which are
 * replaced if it names any. */
gboolean etp_pptx_theme_read (EtpOpc *opc,
                              const char *part,
                              EtpRgba colors[ETP_N_SLOTS],
                              char **major,
                              char **minor,
                              GError **error);
int etp_pptx_theme_find_slot (const char *name); /* "lt1"; -1: there is none of that name */
/* Replaces a family by this one if it is as a pattern of fonts may hold it. */
void etp_pptx_take_family (char **family, const char *name);

/* Internal (etp-pptx-master.c): what a master says. */
typedef struct
{
  EtpPptxTemplateLayout layout; /* what its layouts begin with */
  EtpRgba colors[ETP_N_SLOTS], behind;
  char *major, *minor;
} EtpPptxMaster;

gboolean etp_pptx_master_read (EtpPptxTemplate *self,
                               const char *part,
                               GPtrArray *relations,
                               EtpPptxMaster *master,
                               GError **error);
void etp_pptx_master_clear (EtpPptxMaster *self);
/* A layout of the master; it begins as a copy of the master's. */
gboolean etp_pptx_master_read_layout (EtpPptxTemplate *self,
                                      const EtpPptxMaster *master,
                                      const char *part,
                                      EtpPptxTemplateLayout *layout,
                                      GError **error);

G_END_DECLS
