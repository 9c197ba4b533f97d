/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ODP-internal: writing OpenDocument drawings. */
#pragma once

#include "etp-odp-paths.h"
#include "etp-odp-template.h"
#include "etp-slide-bodies.h"
#include "etp-slide-deck.h"
#include "etp-xml.h"
#include "scene/etp-icon.h"

G_BEGIN_DECLS

#define ETP_ODP_NAMESPACES                                                                         \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                             \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                               \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                 \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""                              \
  " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""                 \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                      \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                        \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\""                                                  \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                                                 \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""                                 \
  " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""          \
  " office:version=\"1.2\""

/* ODF keeps all looks in styles with names, apart from the shapes: each is made when it is first
 * needed and found again by what it says. */
typedef struct
{
  const char *prefix; /* of their names */
  const char *family; /* "graphic" */
  GHashTable *names; /* of char *, what the style says, to its number */
} EtpOdpStyles;

/* What is needed to write slides; borrowed unless it says otherwise. */
typedef struct
{
  GString *out; /* the slide so far */
  GString *styles; /* automatic styles of content.xml; owned */
  GString *hatches; /* and pictures that fill shapes, for styles.xml; owned */
  EtpOdpStyles graphics, paragraphs, texts;
  GHashTable
      *lists; /* of char *, what stands before paragraphs, to the number of its style; owned */
  GHashTable *known_hatches; /* what is in hatches: EtpRgba, const EtpMedium *; owned */
  const EtpSlideDeck *deck;
  EtpSlideMedia *media;
  const char *family; /* the font's */
  const char *prefix; /* of the names of pictures, hatches and lines */
  EtpOdpTemplate *template; /* whose masters are used; NULL: ours */
  gboolean has_outline; /* the master has a look for running text */
  gboolean has_color; /* and a colour that can be read */
  EtpText *titles, *subtitles; /* measure in the template's fonts; owned; NULL without one */
  EtpOdpPath icons[ETP_N_ICONS][2]; /* strokes and fills, read when first needed; owned */
  double x0, y0, scale; /* from page units to those of the slide: x · scale + x0 */
  const EtpShapeList *list;
  guint slide; /* number: ids are unique in the file */
  gboolean is_title_slide;
  const char *footer, *date; /* of a template's slides; NULL: none. Borrowed */
  guint depth; /* of groups */
} EtpOdpWriter;

/* template: NULL for our own master; borrowed, as the deck. */
void etp_odp_writer_init (EtpOdpWriter *self, EtpSlideDeck *deck, EtpOdpTemplate *template);
void etp_odp_writer_clear (EtpOdpWriter *self);

/* A draw:page. On a template's first slide all texts but the title are its subtitle. */
void
etp_odp_add_slide (EtpOdpWriter *self, const EtpShapeList *list, guint number, const char *title);

/* The name's number of the style that says this, made if there is none: "g12" is 12. content is the
 * properties element, whole. */
guint etp_odp_get_style (EtpOdpWriter *self, EtpOdpStyles *styles, const char *content);
/* name="1.2345cm" for slide units, with a space before it. */
void etp_odp_add_length (GString *out, const char *name, double length);
/* name="#rrggbb". */
void etp_odp_add_color (GString *out, const char *name, EtpRgba color);
/* How large and strong letters are, of all scripts: ODF says it apart for those of Asia and for those
 * that join or run from right to left. points: as CSS has it. weight: 400, 700 …; 0: not said. */
void etp_odp_add_letters (GString *out, double points, guint weight, gboolean is_italic);
/* name="37%". */
void etp_odp_add_percent (GString *out, const char *name, double share);

/* Graphic properties in the making: an element that is not closed yet. */
void etp_odp_add_fill (EtpOdpWriter *self, GString *says, const EtpMark *mark);
void etp_odp_add_line (EtpOdpWriter *self,
                       GString *says,
                       EtpRgba color,
                       double width,
                       EtpStroke stroke,
                       gboolean is_round);
void etp_odp_add_mark_line (EtpOdpWriter *self, GString *says, const EtpShape *shape);
void etp_odp_add_frame (EtpOdpWriter *self, GString *says, const EtpShape *shape); /* its text's */
/* Closes the element and finds the style; frees says. */
guint etp_odp_take_style (EtpOdpWriter *self, GString *says);
guint etp_odp_get_mark_style (EtpOdpWriter *self, const EtpShape *shape);

/* Text (etp-odp-text.c). Paragraphs of a shape, and of the title. */
void etp_odp_add_paragraphs (EtpOdpWriter *self, const EtpShape *shape);
void etp_odp_add_title_paragraph (EtpOdpWriter *self, const EtpShape *shape, const char *title);
/* The same in a placeholder of the template: it looks as its master says, but for its size. */
void etp_odp_add_placed_paragraph (EtpOdpWriter *self, const char *text, guint size);
/* Running text in a place of the master (etp-odp-bodies.c), and its paragraphs. */
void etp_odp_add_body (EtpOdpWriter *self, const EtpShape *shape);
void etp_odp_add_body_paragraphs (EtpOdpWriter *self, const EtpShape *shape);
/* The number of the style of the list that a text with a sign is an item of. */
guint etp_odp_get_list (EtpOdpWriter *self, const EtpShapeText *text);
/* Text as ODF has it: spaces, tabs and line breaks are elements. */
void etp_odp_add_spaced (GString *out, const char *text, gsize length);

/* A template's places (etp-odp-places.c): the title, on the cover all its other texts, and the attributes
 * of a page that name its look, its master and what stands at its edges. */
gboolean etp_odp_is_cover (const EtpOdpWriter *self);
void etp_odp_add_placed_title (EtpOdpWriter *self, guint id, const char *text);
void etp_odp_add_subtitle (EtpOdpWriter *self, const EtpShapeList *list);
void etp_odp_begin_page (EtpOdpWriter *self);

/* How running text looks by itself: styles "body" and, without a template, "subtitle" for content.xml,
 * and those of our own master, with its places, for styles.xml. */
void etp_odp_add_body_styles (const EtpOdpWriter *self, GString *out);
void etp_odp_add_master_styles (const EtpOdpWriter *self, GString *out);
void etp_odp_add_master_place (const EtpOdpWriter *self, GString *out, const EtpSlideTitle *title);

/* The other parts (etp-odp-parts.c). */
void etp_odp_write_manifest (EtpOdpWriter *self, EtpZip *zip);
void etp_odp_write_meta (const EtpSlideDeck *deck, EtpZip *zip);
gboolean etp_odp_write_styles (EtpOdpWriter *self, EtpZip *zip, GError **error);
void etp_odp_add_fonts (GString *out, const char *family);

G_END_DECLS
