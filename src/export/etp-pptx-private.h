/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PPTX-internal: writing PresentationML. */
#pragma once

#include "etp-slide-bodies.h"
#include "etp-slide-deck.h"
#include "etp-xml.h"
#include "scene/etp-icon.h"

G_BEGIN_DECLS

#define ETP_EMU 9525.0 /* English metric units (1/914,400 inch) in a page unit */
#define ETP_PPTX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define ETP_PPTX_NAMESPACES                                                                        \
  " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""                             \
  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""               \
  " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
#define ETP_PPTX_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* A place that a layout has for running text. */
typedef struct
{
  const char *type; /* "body", "obj", "subTitle"; borrowed */
  guint index; /* its idx */
  gboolean is_exact; /* it lies where the text does */
} EtpPptxBodyPlace;

/* What is needed to write slides; all borrowed. */
typedef struct
{
  GString *out; /* the slide so far */
  const EtpSlideTheme *theme;
  EtpSlideMedia *media;
  const char *language; /* "de-DE" */
  char *icons[ETP_N_ICONS]; /* path lists, made when first needed; owned */
  /* From page units to those of the slide: x · scale + x0. */
  double x0, y0, scale;
  const EtpSlideTitle *title; /* of the slide's layout; NULL: a template's, to which titles bow */
  const char *title_type; /* "title", "ctrTitle" */
  double least; /* smallest text, slide units */
  /* More placeholders of a template's layout, filled if there are any. */
  GPtrArray *subtitle; /* of char *; NULL: none */
  guint subtitle_index;
  guint number, number_index; /* of the slide; 0: it has none */
  const char *footer, *date; /* NULL: none */
  guint footer_index, date_index;
  guint title_size, subtitle_size; /* hundredths of a point; 0: as the layout has it */
  /* Places for bodies, in the order of the slide's; those without one are text boxes. */
  EtpPptxBodyPlace places[ETP_SLIDE_MOST_BODIES];
  guint n_places;
  guint bullet_level; /* whose signs are bullets */
  gboolean has_bullets; /* that level has a bullet of its own, which is taken */
  /* of the slide */
  const EtpShapeList *list;
  GPtrArray *used; /* of const EtpMedium *: relationship rId2 and on */
  guint depth; /* of groups */
  guint n_bodies; /* that were written */
  gboolean in_place; /* what is written stands in a place of the layout */
} EtpPptxWriter;

void etp_pptx_writer_clear (EtpPptxWriter *self);
/* The whole slide part. */
void etp_pptx_add_slide (EtpPptxWriter *self, const EtpShapeList *list, const char *title);

/* Lengths and places on the slide in EMU. */
gint64 etp_pptx_get_length (const EtpPptxWriter *self, double length);
void etp_pptx_add_place (EtpPptxWriter *self,
                         const EtpRect *rect,
                         const char *attributes,
                         gboolean is_group);
/* <a:element a="x" b="y"/> */
void etp_pptx_add_pair (
    GString *out, const char *element, const char *a, gint64 x, const char *b, gint64 y);
/* name="value" with a space before it. */
void etp_pptx_add_number (GString *out, const char *name, gint64 number);

/* What every shape has: its name and description, its fill and line, its beginning and end. */
void etp_pptx_add_identity (EtpPptxWriter *self, const EtpShape *shape);
void etp_pptx_add_color (EtpPptxWriter *self, EtpRgba color);
void etp_pptx_add_fill (EtpPptxWriter *self, const EtpMark *mark);
void etp_pptx_add_line (EtpPptxWriter *self, const EtpMark *mark, double scale);
void etp_pptx_begin_shape (EtpPptxWriter *self, const EtpShape *shape, gboolean is_text_box);
void etp_pptx_end_shape (EtpPptxWriter *self, const EtpShape *shape);

/* etp-pptx-paths.c */
void etp_pptx_add_path (EtpPptxWriter *self, const EtpShape *shape);
void etp_pptx_add_icon (EtpPptxWriter *self, const EtpShape *shape);

/* The text of a shape (etp-pptx-text.c). */
void etp_pptx_add_text_body (EtpPptxWriter *self, const EtpShape *shape);
void etp_pptx_add_title_body (EtpPptxWriter *self, const EtpShape *shape, const char *title);
/* Running text, in the slide's next place or in a text box (etp-pptx-bodies.c). */
void etp_pptx_add_body (EtpPptxWriter *self, const EtpShape *shape);
void etp_pptx_add_body_paragraphs (EtpPptxWriter *self, const EtpShape *shape);
/* What stands before a paragraph, as children of its properties; NULL: nothing. */
void etp_pptx_add_sign (EtpPptxWriter *self, const EtpShapeText *text);
/* Placeholders beside the title; ids follow after id. */
void etp_pptx_add_placeholders (EtpPptxWriter *self, guint id);
/* Font, size and colour as attributes and children, for runs and for levels of placeholders. */
void etp_pptx_add_font (
    EtpPptxWriter *self, const char *element, EtpFont font, EtpRgba ink, EtpRgba ground);

G_END_DECLS
