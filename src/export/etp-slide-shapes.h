/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: a page as the shapes of a presentation, for PPTX and ODP alike. */
#pragma once

#include "model/etp-journey.h"
#include "scene/etp-pages.h"

G_BEGIN_DECLS

/* What a program for presentations can edit. An item of the scene becomes one shape, or a group of
 * them; texts lie in the box that they stand in, or else in a text box of their own; lines between
 * things that are both on the page become connectors. */
typedef enum
{
  ETP_SHAPE_GROUP, /* all shapes up to its ETP_SHAPE_GROUP_END belong together */
  ETP_SHAPE_GROUP_END,
  ETP_SHAPE_TITLE, /* the one title of the page; always there, n_texts may be 0 */
  ETP_SHAPE_BOX, /* mark is a box */
  ETP_SHAPE_TEXT, /* texts alone */
  ETP_SHAPE_PATH, /* mark is a path */
  ETP_SHAPE_ICON, /* mark is an icon */
  ETP_SHAPE_IMAGE, /* mark is an image */
  ETP_SHAPE_CONNECTOR, /* mark is the path of one of its legs */
  ETP_SHAPE_BODY, /* running text, for a placeholder (etp-slide-bodies.h) */
} EtpShapeType;

/* What a program for presentations puts before a paragraph by itself. */
typedef enum
{
  ETP_SHAPE_SIGN_NONE,
  ETP_SHAPE_SIGN_BULLET,
  ETP_SHAPE_SIGN_NUMBER, /* sign_value */
  ETP_SHAPE_SIGN_GLYPH, /* the character sign_value */
} EtpShapeSign;

/* One text of a shape: a mark, as it was set. */
typedef struct
{
  const EtpMark *mark; /* borrowed from the scene */
  double gap; /* page units between the text above and this one */
  double beside; /* it goes on behind the text before it, this far from the left; 0: it is below */
  /* of a body */
  double indent; /* page units from the left edge; its sign stands there */
  guint8 sign; /* EtpShapeSign */
  guint sign_value;
  EtpRgba sign_color;
} EtpShapeText;

#define ETP_SHAPE_MOST_POINTS 6

/* A connector's way: corners at right angles, page units. */
typedef struct
{
  guint from, to; /* ids of the shapes that it connects */
  guint8 from_side, to_side; /* 0 top, 1 left, 2 bottom, 3 right */
  guint n;
  double x[ETP_SHAPE_MOST_POINTS], y[ETP_SHAPE_MOST_POINTS];
} EtpShapeRoute;

typedef struct
{
  guint8 type; /* EtpShapeType */
  gboolean is_decoration; /* says nothing to somebody who cannot see it */
  guint id; /* unique on the page, from 2 */
  const EtpItem *item; /* borrowed; NULL: a title that is not on the page */
  const EtpMark *mark; /* borrowed; NULL: group, title, text */
  double x, y, scale; /* of the item's origin; page units for one of the item's */
  EtpRect rect; /* on the page */
  EtpRect text_rect; /* of all its texts, on the page */
  guint first_text, n_texts;
  double column_end; /* right edge of its texts, in the item */
  gboolean is_loose; /* none of its texts has to be broken, however far that edge is */
  EtpShapeRoute *route; /* connectors; owned by the list */
} EtpShape;

typedef struct
{
  GArray *shapes; /* EtpShape, in the order of reading, which is that of painting */
  GArray *texts; /* EtpShapeText */
  guint last_id;
  /* while it is made */
  EtpJourney *journey;
  const EtpPage *page;
  GHashTable *ends; /* node id to the id and rectangle of its shape */
  GHashTable *seen; /* of const EtpMark *; NULL: the page has one part */
} EtpShapeList;

/* The shapes of a page. Borrows from the page and the journey for its whole life. */
void etp_shape_list_init (EtpShapeList *self, EtpJourney *journey, const EtpPage *page);
void etp_shape_list_clear (EtpShapeList *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpShapeList, etp_shape_list_clear)

const EtpShape *etp_shape_list_get (const EtpShapeList *self, guint index);
const EtpShapeText *
etp_shape_list_get_text (const EtpShapeList *self, const EtpShape *shape, guint index);

/* How the texts of a shape stand in it. Lengths are page units. */
typedef struct
{
  double left, top, right, bottom; /* kept free */
  gboolean is_single; /* one line that is never broken */
  gboolean is_middle; /* centred from top to bottom */
  gboolean is_centered; /* whatever its marks say */
} EtpShapeFrame;

EtpShapeFrame etp_shape_list_get_frame (const EtpShapeList *self, const EtpShape *shape);
/* Where the box of a text without a shape lies: a little wider than the text is for us. */
EtpRect etp_shape_list_get_text_box (const EtpShapeList *self, const EtpShape *shape);

/* The next paragraph of a text: bytes [*start, *start + *length) from byte position on; where the
 * line was broken after a hyphen that was put in, or in a word that stands behind a number, the
 * paragraph has a line break. FALSE: no more. */
typedef struct
{
  const EtpMark *mark;
  guint line; /* the next line */
  gboolean is_beside; /* it begins behind a number */
} EtpParagraphs;

typedef struct
{
  guint start, length; /* bytes of the mark's text */
  gboolean ends_paragraph; /* else a line break follows */
} EtpStretch;

void etp_paragraphs_init (EtpParagraphs *self, const EtpShapeText *text);
gboolean etp_paragraphs_next (EtpParagraphs *self, EtpStretch *stretch);

/* Internal: a text that was set on one line without a box of its own; and one that another font, or
 * a bolder one, would break. */
gboolean etp_mark_is_free_line (const EtpMark *mark);
gboolean etp_mark_is_tight_line (const EtpMark *mark);
/* Half of what a line is higher than its letters, in scene units: we have as much above as below,
 * programs for presentations have all of it above. */
double etp_mark_get_lead (const EtpMark *mark);

/* Internal: gives a title of one line room to spare. Another program sets large letters wider: a line
 * that just fits would be broken, and its end lie on what is below. Titles of more lines are broken
 * where ours are. */
void etp_shape_widen_title (EtpShape *shape, const EtpMark *mark);
/* Internal: appends a shape. Borrowed until the next. */
EtpShape *etp_shape_list_add (EtpShapeList *self, EtpShapeType type, const EtpItem *item);
/* Internal: the marks of an item whose origin lies at (x, y) of the page, skipping those with a bit
 * of skip set (the first 64). */
void etp_shape_list_add_marks (EtpShapeList *self,
                               const EtpItem *item,
                               double x,
                               double y,
                               double scale,
                               const EtpRect *clip,
                               guint64 skip);

/* Internal, of etp-slide-links.c: the legs of a link, refs [first, last) of the part's scene. */
void etp_shape_list_add_link (EtpShapeList *self,
                              const EtpPagePart *part,
                              const EtpItemRef *refs,
                              guint n,
                              const EtpRect *clip);
typedef struct
{
  guint id;
  EtpRect rect;
} EtpShapeEnd;

G_END_DECLS
