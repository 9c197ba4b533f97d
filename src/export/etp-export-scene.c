/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-words.h"
#include "scene/etp-view.h"

/* What every format begins with: the scene on paper, and the order in which it is read. */

void
etp_export_scene_init (EtpExportScene *self, EtpJourney *journey, const EtpExportOptions *options)
{
  EtpViewOptions view_options = { .paper = TRUE };

  self->journey = journey;
  self->text = etp_text_new ();
  self->style = etp_style_new (options->style);
  self->scene = etp_view_build (etp_view_get (NULL), journey, &view_options, self->style,
                                ETP_MEASURER (self->text), NULL);
  self->painter = etp_painter_new (self->text, journey);
}

void
etp_export_scene_clear (EtpExportScene *self)
{
  g_clear_object (&self->painter);
  g_clear_object (&self->scene);
  g_clear_object (&self->style);
  g_clear_object (&self->text);
}

const char *
etp_export_scene_get_title (const EtpExportScene *self)
{
  const char *title = etp_node_get_text (self->journey, ETP_JOURNEY_TITLE);

  if (title[0] != '\0')
    return title;
  return etp_words_get (etp_scene_get_language (self->scene), ETP_WORD_UNTITLED);
}

void
etp_export_note (const EtpExportOptions *options, const char *format, ...)
{
  va_list args;

  if (options->notes == NULL)
    return;
  va_start (args, format);
  g_ptr_array_add (options->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
is_in_area (const EtpPlacedCell *cell, const EtpPlaced *placed, const EtpRect *area)
{
  EtpRect ink = placed->item->ink;

  ink.x += cell->x + placed->x;
  ink.y += cell->y + placed->y;
  return area == NULL || etp_rect_intersects (&ink, area);
}

static void
list_cell (EtpScene *scene, guint cell, const EtpRect *area, gboolean foot, GArray *refs)
{
  const EtpPlacedCell *placed = etp_scene_get_cell (scene, cell);
  const EtpCell *content = placed->cell;
  EtpRect ink = content->ink;

  ink.x += placed->x;
  ink.y += placed->y;
  if (area != NULL && !etp_rect_intersects (&ink, area))
    return;
  for (guint layer = ETP_LAYER_BACK; layer <= ETP_LAYER_FRONT; layer++)
    for (guint i = 0; i < content->n_items; i++)
      {
        const EtpItem *item = content->items[i].item;
        EtpItemRef ref = { cell, i };

        if (item->layer == layer && (item->kind == ETP_ITEM_FOOT) == foot
            && is_in_area (placed, &content->items[i], area))
          g_array_append_val (refs, ref);
      }
}

void
etp_export_list_items (EtpScene *scene, const EtpRect *area, GArray *refs)
{
  guint n_groups = etp_scene_get_n_groups (scene);

  for (guint pass = 0; pass < 2; pass++)
    for (guint g = 0; g < n_groups; g++)
      {
        const EtpGroup *group = etp_scene_get_group (scene, g);

        for (guint c = 0; c < group->n_cells; c++)
          list_cell (scene, group->first_cell + c, area, pass == 1, refs);
      }
}

gboolean
etp_export_item_has_text (const EtpItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT && item->marks[i].n_lines > 0)
      return TRUE;
  return FALSE;
}

char *
etp_export_dup_link (EtpJourney *journey, const EtpItem *item)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  EtpNode *node;
  const char *link;
  const char *scheme;

  if (item->kind != ETP_ITEM_CARD || item->node_id == NULL)
    return NULL;
  node = etp_journey_get_node (journey, item->node_id);
  if (node == NULL || etp_node_get_list (node) != ETP_LIST_CARDS)
    return NULL;
  link = etp_node_get_text (node, ETP_CARD_LINK);
  scheme = g_uri_peek_scheme (link);
  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (strcmp (scheme, schemes[i]) == 0)
      return g_uri_escape_string (link, ":/?#[]@!$&()*+,;=%", FALSE);
  return NULL;
}
