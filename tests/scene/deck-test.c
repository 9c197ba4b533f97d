/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"

#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "scene-test.h"

#include <string.h>

#define SMALLEST 12.0f
#define SLACK 1.5 /* of places, in map units: half a stroke */
#define TEXT_SLACK 3.0 /* that lines of two texts may share: the air above and below letters */

/* A line of a text where it stands on its slide. */
typedef struct
{
  EtpRect rect;
  guint text; /* which one */
  const char *words; /* borrowed */
} Line;

static void
check_inside (const EtpDeckSlide *slide, EtpRect rect, const char *what)
{
  if (rect.x >= -SLACK && rect.y >= -SLACK && rect.x + rect.width <= slide->width + SLACK
      && rect.y + rect.height <= slide->height + SLACK)
    return;
  g_test_message ("“%s”: %s at %g,%g %gx%g", slide->title, what, rect.x, rect.y, rect.width,
                  rect.height);
  g_test_fail ();
}

static void
add_lines (GArray *lines, const EtpMark *mark, double x, double y, guint text)
{
  for (guint i = 0; i < mark->n_lines; i++)
    {
      Line line = { { x + mark->rect.x + (double) mark->lines[i].x,
                      y + mark->rect.y + i * (double) mark->line_height,
                      (double) mark->lines[i].width, (double) mark->line_height },
                    text,
                    mark->text };

      if (line.rect.width > 0)
        g_array_append_val (lines, line);
    }
}

static void
check_item (const EtpDeckSlide *slide, const EtpPlaced *placed, GArray *lines, guint *n_texts)
{
  const EtpItem *item = placed->item;

  for (guint m = 0; m < item->n_marks; m++)
    {
      const EtpMark *mark = &item->marks[m];

      check_inside (slide,
                    (EtpRect){ placed->x + mark->rect.x, placed->y + mark->rect.y, mark->rect.width,
                               mark->rect.height },
                    mark->type == ETP_MARK_TEXT ? mark->text
                    : item->name != NULL        ? item->name
                                                : "");
      if (mark->type != ETP_MARK_TEXT)
        continue;
      g_assert_cmpfloat (mark->font.size, >=, SMALLEST);
      add_lines (lines, mark, placed->x, placed->y, (*n_texts)++);
    }
}

static void
collect (const EtpDeckSlide *slide, EtpScene *scene, GArray *lines, guint *n_texts, guint *n_titles)
{
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        {
          check_item (slide, &cell->items[i], lines, n_texts);
          if (cell->items[i].item->kind != ETP_ITEM_TITLE)
            continue;
          *n_titles += 1;
          g_assert_cmpuint (cell->items[i].item->n_marks, ==, 1);
        }
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a, *right = b;

  return left->rect.y < right->rect.y ? -1 : left->rect.y > right->rect.y;
}

static void
check_apart (const EtpDeckSlide *slide, GArray *lines)
{
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    for (guint k = i + 1; k < lines->len; k++)
      {
        const Line *one = &g_array_index (lines, Line, i), *other = &g_array_index (lines, Line, k);

        if (other->rect.y >= one->rect.y + one->rect.height - TEXT_SLACK)
          break;
        if (one->text == other->text || other->rect.x >= one->rect.x + one->rect.width - SLACK
            || one->rect.x >= other->rect.x + other->rect.width - SLACK)
          continue;
        g_test_message ("“%s”: “%s” at %g,%g and “%s” at %g,%g meet", slide->title, one->words,
                        one->rect.x, one->rect.y, other->words, other->rect.x, other->rect.y);
        g_test_fail ();
      }
}

void
deck_test_check_slides (GPtrArray *slides)
{
  g_assert_cmpuint (slides->len, >=, 1);
  for (guint i = 0; i < slides->len; i++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, i);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
      const EtpItem *ground = etp_scene_get_item (slide->scene, (EtpItemRef){ 0, 0 });
      guint n_texts = 0, n_titles = 0;

      g_assert_cmpfloat (etp_scene_get_width (slide->scene), ==, slide->width);
      g_assert_cmpfloat (etp_scene_get_height (slide->furniture), ==, slide->height);
      g_assert_cmpint (ground->kind, ==, ETP_ITEM_FILL);
      g_assert_cmpfloat (ground->width, ==, slide->width);
      collect (slide, slide->scene, lines, &n_texts, &n_titles);
      g_assert_cmpuint (n_titles, ==, 1);
      collect (slide, slide->furniture, lines, &n_texts, &n_titles);
      g_assert_cmpuint (n_titles, ==, 1);
      check_apart (slide, lines);
      g_assert_nonnull (slide->role);
      g_assert_cmpstr (slide->title, !=, "");
    }
}

/* Without white space and soft hyphens: how lines were broken does not matter. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xad)
      g_string_append_len (squeezed, p, g_utf8_next_char (p) - p);
  return g_string_free (squeezed, FALSE);
}

static gboolean
goes_on (const char *text)
{
  return g_str_has_suffix (text, " (continued)") || g_str_has_suffix (text, " (Fortsetzung)");
}

/* id → all texts of a card's items, in the order of the slides. */
static GHashTable *
collect_cards (GPtrArray *slides)
{
  GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < slides->len; s++)
    {
      EtpScene *scene = ((const EtpDeckSlide *) g_ptr_array_index (slides, s))->scene;

      for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
        for (guint i = 0; i < etp_scene_get_cell (scene, c)->cell->n_items; i++)
          {
            const EtpItem *item = etp_scene_get_cell (scene, c)->cell->items[i].item;
            GString *all;

            if (item->node_id == NULL || item->kind != ETP_ITEM_CARD)
              continue;
            all = g_hash_table_lookup (texts, item->node_id);
            if (all == NULL)
              {
                all = g_string_new (NULL);
                g_hash_table_insert (texts, item->node_id, all);
              }
            for (guint m = 0; m < item->n_marks; m++)
              if (item->marks[m].type == ETP_MARK_TEXT && !goes_on (item->marks[m].text))
                {
                  g_autofree char *squeezed = squeeze (item->marks[m].text);

                  g_string_append (all, squeezed);
                }
          }
    }
  return texts;
}

static void
check_field (EtpNode *card, guint field, const GString *found)
{
  g_autofree char *wanted = squeeze (etp_node_get_text (card, field));

  if (strstr (found->str, wanted) != NULL)
    return;
  g_test_message ("card %s: “%s” is not in “%s”", etp_node_get_id (card), wanted, found->str);
  g_test_fail ();
}

static gboolean
is_shown (EtpJourney *journey, EtpListKind list, guint index, guint hidden)
{
  return !etp_node_get_boolean (etp_node_list_get (etp_journey_get_list (journey, list), index),
                                hidden);
}

void
deck_test_check_cards (GPtrArray *slides, EtpJourney *journey)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  GHashTable *texts = collect_cards (slides);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < etp_outline_get_n_places (outline); i++)
    {
      const EtpPlace *place = etp_outline_get_place (outline, i);
      const GString *found = g_hash_table_lookup (texts, etp_node_get_id (place->card));

      if (!is_shown (journey, ETP_LIST_PHASES, place->phase, ETP_PHASE_HIDDEN)
          || !is_shown (journey, ETP_LIST_LANES, place->lane, ETP_LANE_HIDDEN))
        continue;
      if (found == NULL)
        {
          g_test_message ("card %s is on no slide", etp_node_get_id (place->card));
          g_test_fail ();
          continue;
        }
      check_field (place->card, ETP_CARD_TITLE, found);
      check_field (place->card, ETP_CARD_TEXT, found);
      check_field (place->card, ETP_CARD_QUOTE, found);
    }
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_string_free (value, TRUE);
  g_hash_table_unref (texts);
}

static gboolean
scene_has_text (EtpScene *scene, const char *squeezed)
{
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    for (guint i = 0; i < etp_scene_get_cell (scene, c)->cell->n_items; i++)
      {
        const EtpItem *item = etp_scene_get_cell (scene, c)->cell->items[i].item;

        for (guint m = 0; m < item->n_marks; m++)
          {
            g_autofree char *own = NULL;

            if (item->marks[m].type != ETP_MARK_TEXT)
              continue;
            own = squeeze (item->marks[m].text);
            if (strstr (own, squeezed) != NULL)
              return TRUE;
          }
      }
  return FALSE;
}

gboolean
deck_test_has_text (GPtrArray *slides, const char *role, const char *text)
{
  g_autofree char *squeezed = squeeze (text);

  for (guint s = 0; s < slides->len; s++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, s);

      if ((role == NULL || strcmp (slide->role, role) == 0)
          && scene_has_text (slide->scene, squeezed))
        return TRUE;
    }
  return FALSE;
}

guint
deck_test_count (GPtrArray *slides, const char *role)
{
  guint n = 0;

  for (guint s = 0; s < slides->len; s++)
    n += strcmp (((const EtpDeckSlide *) g_ptr_array_index (slides, s))->role, role) == 0;
  return n;
}

GPtrArray *
deck_test_build (EtpJourney *journey, const EtpDeckOptions *options)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_LIGHT);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();

  return etp_deck_build (journey, options, style, measurer);
}

GPtrArray *
deck_test_build_checked (EtpJourney *journey, const EtpDeckOptions *options)
{
  GPtrArray *slides = deck_test_build (journey, options);

  deck_test_check_slides (slides);
  deck_test_check_cards (slides, journey);
  return slides;
}
