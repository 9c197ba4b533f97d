/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What the floor programs share: the list of boxes that make-journeys.py wrote, and the plainest
 * way to set and draw them with cairo and Pango. Lengths are map units (1/96 inch). */
typedef enum
{
  FLOOR_HEAD = 'h',
  FLOOR_CARD = 'c',
  FLOOR_NOTE = 'n',
  FLOOR_LABEL = 'l',
  FLOOR_PILL = 'p',
} FloorKind;

typedef struct
{
  FloorKind kind;
  double x, y, width;
  double height; /* known after floor_set_box () */
  const char *title, *text; /* borrowed from the map's data */
} FloorBox;

typedef struct
{
  char *data; /* owned; the file, cut into texts */
  FloorBox *boxes; /* owned */
  guint n_boxes;
  double width, height;
} FloorMap;

gboolean floor_map_load (FloorMap *self, const char *path); /* FALSE: said why on stderr */
void floor_map_clear (FloorMap *self);

/* Two layouts for each kind of box, each with its font set once, filled again for each box. */
typedef struct
{
  PangoLayout *head_title, *card_title, *text, *label; /* owned */
} FloorFonts;

void floor_fonts_init (FloorFonts *self, PangoContext *context); /* takes the context */
void floor_fonts_clear (FloorFonts *self);

/* A box with its texts set; the layouts are valid until the next box is set. */
typedef struct
{
  PangoLayout *title, *text; /* borrowed; text NULL if there is none */
  double title_x, title_y, text_x, text_y; /* of the layouts' top left */
  double radius; /* of the box; negative: there is no box */
} FloorSetting;

/* Breaks the box's texts into lines and gives the box its height. */
void floor_set_box (const FloorFonts *fonts, FloorBox *box, FloorSetting *setting);
void floor_draw_box (cairo_t *cr, const FloorBox *box, const FloorSetting *setting);

G_END_DECLS
