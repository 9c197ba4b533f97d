/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-scene-private.h"

#include <string.h>

/* A scene as text: one line for each group, cell, item and mark, with places on the map, so that a
 * change of layout shows as a difference of a few lines. For golden tests. */

static const char *const kind_names[] = { "fill",    "title",  "phase-head", "lane-head", "card",
                                          "measure", "metric", "axis",       "curve",     "point",
                                          "stop",    "link",   "label",      "line",      "image",
                                          "persona", "foot",   "empty" };
static const char *const layer_names[] = { "back", "body", "front" };
static const char *const pin_names[] = { "", " pin-top", " pin-left", " pin-both" };
static const char *const mark_names[] = { "box", "text", "icon", "path", "image" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_names) == ETP_ITEM_CELL + 1);

/* Hundredths show a change and hide the noise of rounding. */
static void
append_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  if (strchr (buffer, '.') != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  g_string_append (text, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_rect (GString *text, const EtpRect *rect)
{
  append_number (text, rect->x);
  g_string_append_c (text, ',');
  append_number (text, rect->y);
  g_string_append_c (text, ' ');
  append_number (text, rect->width);
  g_string_append_c (text, 'x');
  append_number (text, rect->height);
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append (text, " \"");
  for (; *value != '\0'; value++)
    if (*value == '\n')
      g_string_append (text, "\\n");
    else if (*value == '"' || *value == '\\')
      g_string_append_printf (text, "\\%c", *value);
    else
      g_string_append_c (text, *value);
  g_string_append_c (text, '"');
}

static void
append_color (GString *text, const char *name, EtpRgba color)
{
  if (color != 0)
    g_string_append_printf (text, " %s #%08x", name, color);
}

static void
append_path (GString *text, const EtpPath *path)
{
  guint point = 0;

  for (const char *verb = path->verbs; *verb != '\0'; verb++)
    {
      guint n = *verb == 'C' ? 6 : *verb == 'Z' ? 0 : 2;

      g_string_append_printf (text, " %c", *verb);
      for (guint i = 0; i < n; i++)
        {
          g_string_append_c (text, i == 0 ? ' ' : ',');
          append_number (text, (double) path->points[point++]);
        }
    }
}

static void
append_mark (GString *text, const EtpMark *mark)
{
  g_string_append_printf (text, "      %s ", mark_names[mark->type]);
  append_rect (text, &mark->rect);
  append_color (text, mark->type == ETP_MARK_TEXT || mark->type == ETP_MARK_ICON ? "ink" : "fill",
                mark->fill_color);
  append_color (text, "stroke", mark->stroke_color);
  if (mark->fill == ETP_FILL_HATCH)
    g_string_append (text, " hatch");
  if (mark->stroke != ETP_STROKE_SOLID)
    g_string_append (text, mark->stroke == ETP_STROKE_DOTTED ? " dotted" : " dashed");
  if (mark->type == ETP_MARK_ICON)
    g_string_append_printf (text, " %s", etp_icon_get ((EtpIcon) mark->icon)->name);
  if (mark->path != NULL)
    append_path (text, mark->path);
  if (mark->type == ETP_MARK_TEXT)
    {
      g_string_append_printf (text, " %g/%u%s", (double) mark->font.size, mark->font.weight,
                              mark->font.italic ? "i" : "");
      for (guint i = 0; i < mark->n_lines; i++)
        {
          g_autofree char *line = g_strndup (mark->text + mark->lines[i].start,
                                             mark->lines[i].length);

          append_quoted (text, line);
        }
    }
  if (mark->type == ETP_MARK_IMAGE)
    g_string_append_printf (text, " %s", mark->text);
  g_string_append_c (text, '\n');
}

static void
append_item (GString *text, const EtpItem *item, const EtpRect *rect)
{
  g_string_append_printf (text, "    %s %s%s%s ", kind_names[item->kind], layer_names[item->layer],
                          pin_names[item->pin], (item->can & ETP_CAN_FOCUS) != 0 ? " focus" : "");
  append_rect (text, rect);
  if (item->node_id != NULL)
    g_string_append_printf (text, " id=%s", item->node_id);
  if (item->field >= 0)
    g_string_append_printf (text, " field=%d", item->field);
  if (item->sub != NULL)
    g_string_append_printf (text, " sub=%s", item->sub);
  if (item->name != NULL)
    append_quoted (text, item->name);
  if (item->note != NULL)
    {
      g_string_append (text, " note");
      append_quoted (text, item->note);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < item->n_marks; i++)
    append_mark (text, &item->marks[i]);
}

static void
append_cell (EtpScene *self, GString *text, guint index)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (self, index);
  const EtpCell *cell = placed->cell;
  EtpRect rect = { placed->x, placed->y, cell->width, cell->height };

  g_string_append_printf (text, "  cell %s/%s", cell->phase_id != NULL ? cell->phase_id : "-",
                          cell->lane_id != NULL ? cell->lane_id : "-");
  if (cell->part > 0)
    g_string_append_printf (text, " part %u", cell->part);
  g_string_append_c (text, ' ');
  append_rect (text, &rect);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < cell->n_items; i++)
    {
      EtpRect own = etp_scene_get_own_rect (self, (EtpItemRef){ index, i });

      append_item (text, cell->items[i].item, &own);
    }
}

char *
etp_scene_dump (EtpScene *self)
{
  GString *text = g_string_new ("scene ");

  append_number (text, self->width);
  g_string_append_c (text, 'x');
  append_number (text, self->height);
  g_string_append (text, " pins ");
  append_number (text, self->pin_top);
  g_string_append_c (text, ',');
  append_number (text, self->pin_left);
  g_string_append_printf (text, " language %s\n", self->language);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const EtpGroup *group = etp_scene_get_group (self, i);

      g_string_append_printf (text, "group %s ", group->node_id != NULL ? group->node_id : "-");
      append_rect (text, &group->rect);
      append_quoted (text, group->name);
      g_string_append_c (text, '\n');
      for (guint j = 0; j < group->n_cells; j++)
        append_cell (self, text, group->first_cell + j);
    }
  return g_string_free (text, FALSE);
}
