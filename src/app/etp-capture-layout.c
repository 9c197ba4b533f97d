/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-capture-layout.h"

#define SPACING 12
#define LINE_SPACING 6 /* above words that stand below */
/* So many times what the entry asks for, it and the words need to stand side by side. */
#define SIDE_BY_SIDE 2.5

typedef struct
{
  GtkWidget *code, *entry, *words, *close;
  int least_width; /* of all but the words, side by side */
  int rest_width; /* of code, button and the gaps around the entry */
  int entry_width, words_width; /* that they ask for */
} Parts;

static int
get_width (GtkWidget *child, int *natural)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, natural, NULL, NULL);
  return least;
}

static void
get_parts (GtkWidget *widget, Parts *parts)
{
  int code, close;

  parts->code = gtk_widget_get_first_child (widget);
  parts->entry = gtk_widget_get_next_sibling (parts->code);
  parts->words = gtk_widget_get_next_sibling (parts->entry);
  parts->close = gtk_widget_get_next_sibling (parts->words);
  get_width (parts->code, &code);
  get_width (parts->close, &close);
  get_width (parts->words, &parts->words_width);
  parts->rest_width = code + close + 2 * SPACING;
  parts->least_width = parts->rest_width + get_width (parts->entry, &parts->entry_width);
}

/* Depends on the text's size, not on the words: they change with each note. */
static gboolean
is_side_by_side (const Parts *parts, int width)
{
  return width < 0 || width >= parts->rest_width + (int) (SIDE_BY_SIDE * parts->entry_width);
}

static int
get_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_line_height (const Parts *parts)
{
  return MAX (get_height (parts->entry), MAX (get_height (parts->code), get_height (parts->close)));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  Parts parts;

  get_parts (widget, &parts);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = parts.least_width;
      *natural = MAX (parts.least_width,
                      parts.rest_width + parts.entry_width + SPACING + parts.words_width);
      return;
    }
  *minimum = *natural =
      get_line_height (&parts)
      + (is_side_by_side (&parts, for_size) ? 0 : LINE_SPACING + get_height (parts.words));
}

static void
place (GtkWidget *widget, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts;
  int code, close, line, right;

  get_parts (widget, &parts);
  get_width (parts.code, &code);
  get_width (parts.close, &close);
  line = get_line_height (&parts);
  right = width - close - SPACING;
  place (widget, parts.code, 0, 0, code, line);
  place (widget, parts.close, width - close, 0, close, line);
  if (is_side_by_side (&parts, width))
    {
      const int room = right - code - SPACING - parts.entry_width - SPACING;
      const int words = CLAMP (parts.words_width, 0, room);

      place (widget, parts.words, right - words, 0, words, line);
      right -= words + SPACING;
    }
  else
    {
      const int room = width - code - SPACING;
      const int left = parts.words_width <= room ? code + SPACING : 0;

      place (widget, parts.words, left, line + LINE_SPACING, width - left,
             get_height (parts.words));
    }
  place (widget, parts.entry, code + SPACING, 0, right - code - SPACING, line);
}

GtkLayoutManager *
etp_capture_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
