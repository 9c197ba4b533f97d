/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-find.h"

#include <string.h>

#include "model/etp-fold.h"
#include "model/etp-outline.h"

/* From texts to places: which things were found, where they are on the map, and where in them. */

static void
clear_found (gpointer data)
{
  EtpFound *found = data;

  g_object_unref (found->node);
  g_free (found->text);
}

/* The more an item is the thing itself, and not something said about it elsewhere, the better. */
static guint
get_rank (EtpItemKind kind)
{
  switch (kind)
    {
    case ETP_ITEM_CARD:
    case ETP_ITEM_MEASURE:
    case ETP_ITEM_METRIC:
    case ETP_ITEM_IMAGE:
    case ETP_ITEM_PHASE_HEAD:
    case ETP_ITEM_LANE_HEAD:
    case ETP_ITEM_LINK:
    case ETP_ITEM_TITLE:
      return 0;
    case ETP_ITEM_PERSONA:
    case ETP_ITEM_POINT:
    case ETP_ITEM_STOP:
      return 1;
    default:
      return 2;
    }
}

/* Node id → the place of its best focusable item. */
static GHashTable *
index_scene (EtpScene *scene)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < etp_scene_get_n_cells (scene); i++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, i)->cell;

      for (guint j = 0; j < cell->n_items; j++)
        {
          const EtpItem *item = cell->items[j].item;
          EtpItemRef *place;

          if (item->node_id == NULL || (item->can & ETP_CAN_FOCUS) == 0)
            continue;
          place = g_hash_table_lookup (places, item->node_id);
          if (place != NULL
              && get_rank (etp_scene_get_item (scene, *place)->kind) <= get_rank (item->kind))
            continue;
          place = g_new (EtpItemRef, 1);
          *place = (EtpItemRef){ i, j };
          g_hash_table_replace (places, item->node_id, place);
        }
    }
  return places;
}

EtpNode *
etp_find_step (EtpJourney *journey, const char *query)
{
  char *end = NULL;
  guint64 phase, step;

  if (!g_ascii_isdigit (query[0]))
    return NULL;
  phase = g_ascii_strtoull (query, &end, 10);
  if (*end != '.' || !g_ascii_isdigit (end[1]))
    return NULL;
  step = g_ascii_strtoull (end + 1, &end, 10);
  if (*end != '\0' || phase == 0 || step == 0 || phase > G_MAXINT || step > G_MAXINT)
    return NULL;
  return etp_outline_get_step (etp_journey_get_outline (journey), (guint) phase, (guint) step);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EtpFound *left = a, *right = b;

  if (left->ref.cell != right->ref.cell)
    return left->ref.cell < right->ref.cell ? -1 : 1;
  return left->ref.index < right->ref.index ? -1 : left->ref.index > right->ref.index;
}

GArray *
etp_find_things (EtpSearch *search, EtpScene *scene, EtpJourney *journey, const char *query)
{
  g_autofree char *plain = g_strstrip (g_strdup (query));
  EtpNode *step = etp_find_step (journey, plain);
  g_autoptr (GArray) hits = etp_search_find_first (search, query);
  g_autoptr (GHashTable) places = index_scene (scene);
  GArray *things = g_array_new (FALSE, TRUE, sizeof (EtpFound));

  g_array_set_clear_func (things, clear_found);
  for (guint i = 0; i < hits->len; i++)
    {
      const EtpHit *hit = &g_array_index (hits, EtpHit, i);
      const EtpItemRef *place = g_hash_table_lookup (places, etp_node_get_id (hit->node));
      EtpFound found = { hit->node, place != NULL ? *place : ETP_ITEM_REF_NONE, NULL };

      if (hit->node == step)
        continue;
      found.text = g_strdup (etp_hit_get_text (hit));
      g_object_ref (found.node);
      g_array_append_val (things, found);
    }
  /* Stable: things that are not on the map share one place and keep their order. */
  g_array_sort (things, compare_places);
  if (step != NULL)
    {
      const EtpItemRef *place = g_hash_table_lookup (places, etp_node_get_id (step));
      const EtpFound found = { g_object_ref (step), place != NULL ? *place : ETP_ITEM_REF_NONE,
                               g_strdup (plain) };

      g_array_prepend_val (things, found);
    }
  return things;
}

static gboolean
runs_backwards (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      /* The blocks of Hebrew, Arabic and their relatives. */
      if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xff00) || c == 0x200f)
        return TRUE;
    }
  return FALSE;
}

static double
get_width (const EtpMark *mark, gsize from, gsize to, EtpMeasurer *measurer)
{
  g_autofree char *part = g_strndup (mark->text + from, to - from);

  return etp_measurer_get_width (measurer, part, mark->font);
}

EtpRect
etp_found_word_measure (EtpFoundWord *self, const EtpItem *item, EtpMeasurer *measurer)
{
  const EtpMark *mark = &item->marks[self->mark];
  const EtpTextLine *line = &mark->lines[self->line];

  if (self->is_measured)
    return self->rect;
  self->is_measured = TRUE;
  /* Where writing turns, the whole line is marked. */
  if (!runs_backwards (mark->text + line->start, line->length))
    {
      /* From its end: measuring leaves out the blank before a word. */
      self->rect.width = get_width (mark, self->start, self->end, measurer);
      self->rect.x += get_width (mark, line->start, self->end, measurer) - self->rect.width;
    }
  return self->rect;
}

/* One for each line that the bytes touch. first: a line before which they do not begin, moved on. */
static void
add_range (const EtpItem *item, guint mark, gsize start, gsize end, guint *first, GArray *words)
{
  const EtpMark *text = &item->marks[mark];

  while (*first < text->n_lines && text->lines[*first].start + text->lines[*first].length <= start)
    (*first)++;
  for (guint i = *first; i < text->n_lines && text->lines[i].start < end; i++)
    {
      const EtpTextLine *line = &text->lines[i];
      const EtpFoundWord word = {
        .mark = mark,
        .line = i,
        .start = MAX (start, line->start),
        .end = MIN (end, (gsize) line->start + line->length),
        .rect = { text->rect.x + (double) line->x, text->rect.y + i * (double) text->line_height,
                  (double) line->width, (double) text->line_height },
      };

      if (word.start < word.end)
        g_array_append_val (words, word);
    }
}

static void
add_words_of_mark (const EtpItem *item, guint mark, const char *folded, GArray *words)
{
  EtpFoldWalk walk = { .text = item->marks[mark].text };
  g_autofree char *text = etp_fold (walk.text);
  const gsize length = strlen (folded);
  guint line = 0;

  g_strdelimit (text, "\n", ' ');
  for (const char *p = text; (p = strstr (p, folded)) != NULL; p += length)
    {
      const gsize at = (gsize) (p - text);
      gsize start, end;

      etp_fold_map_back (&walk, at, at + length, &start, &end);
      add_range (item, mark, start, end, &line, words);
    }
}

void
etp_find_words (const EtpItem *item, const char *folded, GArray *words)
{
  if (folded[0] == '\0')
    return;
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT && item->marks[i].text != NULL)
      add_words_of_mark (item, i, folded, words);
}
