/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-names.h"
#include "etp-signs.h"
#include "model/etp-format.h"
#include "model/etp-edit-votes.h"

#include <math.h>
#include <string.h>

/* Key findings: what people wrote down as insights, with the steps that they are about; else what
 * can be counted, and said to be no more than that. Below them the journey in figures. */

#define MOST_DERIVED 3
#define FIGURE_HEIGHT 88.0 /* about */
#define FIGURE_GAP 24.0

static EtpBox *
make_insight (EtpDeck *self, EtpValue *insight, guint number)
{
  const EtpRecord *record = etp_value_record (insight);
  guint n = etp_record_get_length (record, ETP_INSIGHT_CARDS);
  g_autoptr (GString) steps = g_string_new (NULL);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpPara *para = etp_box_add (box, etp_record_get_text (record, ETP_INSIGHT_TEXT),
                               ETP_TYPE_WIDE_NAME, etp_deck_get_ink (self), 0);

  g_snprintf (para->word, sizeof para->word, "%u", number);
  para->sign = ETP_SIGN_BADGE;
  para->color = self->map.accent;
  for (guint i = 0; i < n; i++)
    {
      const char *id = etp_record_get_text_at (record, ETP_INSIGHT_CARDS, i);
      EtpNode *card = etp_journey_get_node (self->map.journey, id);
      g_autofree char *named = NULL;

      if (card == NULL || etp_node_get_list (card) != ETP_LIST_CARDS
          || !etp_names_is_told (self->map.journey, id))
        continue;
      named = etp_deck_dup_named (self, card);
      g_string_append_printf (steps, "%s%s", steps->len > 0 ? " · " : "", named);
    }
  para = etp_box_add (box, steps->str, ETP_TYPE_SMALL, etp_deck_get_dim (self), 4);
  para->indent = 50;
  return box;
}

static EtpBox *
begin_derived (EtpDeck *self, EtpSaying heading)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_add (box, etp_deck_get_saying (self->map.language, heading), ETP_TYPE_PHASE_NAME,
               etp_deck_get_accent (self), 0);
  return box;
}

static void
add_point (EtpDeck *self, EtpBox *box, EtpIcon icon, EtpRgba color, const char *text)
{
  EtpPara *para = etp_box_add (box, text, ETP_TYPE_FACTS, etp_deck_get_ink (self), 6);

  para->sign = icon != ETP_ICON_NONE ? ETP_SIGN_ICON : ETP_SIGN_BULLET;
  para->value = icon;
  para->color = color;
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const EtpDeckMoment *left = a, *right = b;

  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return left->place->step_phase != right->place->step_phase
             ? (left->place->step_phase < right->place->step_phase ? -1 : 1)
             : (int) left->place->step_index - (int) right->place->step_index;
}

static EtpBox *
make_lowest (EtpDeck *self)
{
  g_autoptr (GArray) moments = etp_deck_list_moments (self);
  EtpBox *box = begin_derived (self, ETP_SAY_LOWEST);
  guint n = 0;

  g_array_sort (moments, compare_moments);
  for (guint i = 0; i < moments->len && n < MOST_DERIVED; i++)
    {
      const EtpDeckMoment *moment = &g_array_index (moments, EtpDeckMoment, i);
      g_autofree char *named = NULL, *feeling = NULL, *line = NULL;

      if (moment->value >= 0)
        break;
      named = etp_deck_dup_moment (self, moment);
      feeling = etp_deck_dup_feeling (self, moment->emotion);
      line = g_strdup_printf ("%s: %s", named, feeling);
      add_point (self, box, ETP_ICON_FACE_SAD, etp_deck_get_color (self, ETP_COLOR_BAD), line);
      n++;
    }
  return box;
}

static EtpBox *
make_breaks (EtpDeck *self)
{
  g_autoptr (GPtrArray) links = etp_deck_list_breaks (self);
  EtpBox *box = begin_derived (self, ETP_SAY_HANDOVERS);

  for (guint i = 0; i < links->len; i++)
    {
      EtpNode *link = g_ptr_array_index (links, i);
      g_autofree char *from = etp_deck_dup_named (
          self, etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_FROM)));
      g_autofree char *to = etp_deck_dup_named (
          self, etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_TO)));
      g_autofree char *path = etp_deck_say (self->map.language, ETP_SAY_TO_STEP, from, to, NULL);
      const char *loses = etp_node_get_text (link, ETP_LINK_LOSES);
      g_autofree char *line = g_strconcat (path, loses[0] != '\0' ? ": " : "", loses, NULL);

      add_point (self, box, ETP_ICON_BROKEN, etp_deck_get_color (self, ETP_COLOR_BAD), line);
    }
  return box;
}

static int
compare_votes (gconstpointer a, gconstpointer b)
{
  const EtpPlace *left = *(EtpPlace *const *) a, *right = *(EtpPlace *const *) b;
  gint64 one = etp_votes_count (left->card), other = etp_votes_count (right->card);

  return one != other ? (one > other ? -1 : 1) : 0;
}

static EtpBox *
make_voted (EtpDeck *self)
{
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);
  EtpBox *box = begin_derived (self, ETP_SAY_MOST_VOTED);

  g_ptr_array_sort (pains, compare_votes);
  for (guint i = 0; i < MIN (pains->len, (guint) MOST_DERIVED); i++)
    {
      const EtpPlace *place = g_ptr_array_index (pains, i);
      gint64 votes = etp_votes_count (place->card);
      g_autofree char *named = etp_deck_dup_named (self, place->card);
      g_autofree char *line = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", named, votes);

      if (votes == 0)
        break;
      add_point (self, box, ETP_ICON_PAIN, etp_deck_get_color (self, ETP_COLOR_PAIN_INK), line);
    }
  return box;
}

/* A heading alone says nothing. */
static void
add_derived (GPtrArray *boxes, EtpBox *box)
{
  if (box->paras->len > 1)
    g_ptr_array_add (boxes, box);
  else
    etp_box_free (box);
}

static EtpBox *
make_figure (EtpDeck *self, const char *figure, const char *word)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_add (box, figure, ETP_TYPE_MAP_TITLE, etp_deck_get_accent (self), 0);
  etp_box_add (box, word, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
  return box;
}

static void
add_count (EtpDeck *self, GPtrArray *boxes, guint n, EtpSaying one)
{
  g_autofree char *figure = etp_format_number (n, 0, self->map.language);

  if (n > 0)
    g_ptr_array_add (
        boxes, make_figure (self, figure,
                            etp_deck_get_saying (self->map.language, n == 1 ? one : one + 1)));
}

/* At the foot of the last slide, side by side. */
static void
add_figures (EtpDeck *self)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) pains = etp_deck_list_places (self, ETP_LANE_KIND_PAINS);
  g_autoptr (GPtrArray) chances = etp_deck_list_places (self, ETP_LANE_KIND_OPPORTUNITIES);
  g_autoptr (GPtrArray) breaks = etp_deck_list_breaks (self);
  double share = etp_outline_get_evidence_share (self->map.outline), height = 0;

  add_count (self, boxes, etp_deck_count_steps (self), ETP_SAY_STEP_ONE);
  add_count (self, boxes, pains->len, ETP_SAY_PAIN_ONE);
  add_count (self, boxes, breaks->len, ETP_SAY_BREAK_ONE);
  add_count (self, boxes, chances->len, ETP_SAY_CHANCE_ONE);
  if (!isnan (share))
    {
      g_autofree char *percent = etp_format_percent (share, 0, self->map.language);

      g_ptr_array_add (
          boxes,
          make_figure (self, percent, etp_deck_get_saying (self->map.language, ETP_SAY_EVIDENCED)));
    }
  for (guint i = 0; i < boxes->len; i++)
    height = MAX (height, etp_box_get_height (
                              g_ptr_array_index (boxes, i), self->map.style, self->map.measurer,
                              floor ((self->right - self->left - (boxes->len - 1) * FIGURE_GAP)
                                     / boxes->len)));
  if (boxes->len == 0 || etp_deck_get_room (self) < height)
    {
      g_ptr_array_set_free_func (boxes, (GDestroyNotify) etp_box_free);
      return;
    }
  self->y = MAX (self->y, self->bottom - height);
  etp_deck_flow_grid (self, boxes, boxes->len, FIGURE_GAP);
}

/* A few have the slide to themselves, with air between. */
static void
add_insights (EtpDeck *self, EtpNode *root, guint n)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  double height = 0, gap;

  for (guint i = 0; i < n; i++)
    {
      EtpBox *box = make_insight (self, etp_node_get_value_at (root, ETP_JOURNEY_INSIGHTS, i),
                                  i + 1);

      height += etp_box_get_height (box, self->map.style, self->map.measurer,
                                    self->right - self->left);
      g_ptr_array_add (boxes, box);
    }
  gap = n > 0 ? (etp_deck_get_room (self) - FIGURE_HEIGHT - 30 - height) / n : 0;
  gap = floor (CLAMP (gap, 22, 64));
  self->y += n > 0 && n < 5 ? 12 : 0;
  for (guint i = 0; i < n; i++)
    etp_deck_flow_box (self, g_ptr_array_index (boxes, i), gap);
}

void
etp_deck_add_findings (EtpDeck *self)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  guint n = etp_node_get_length (root, ETP_JOURNEY_INSIGHTS);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  if (n == 0)
    {
      add_derived (boxes, make_lowest (self));
      add_derived (boxes, make_breaks (self));
      add_derived (boxes, make_voted (self));
      if (boxes->len == 0)
        return;
    }
  etp_deck_begin (self, "findings",
                  n > 0 ? etp_deck_get_word (self, ETP_WORD_INSIGHTS)
                        : etp_deck_get_saying (self->map.language, ETP_SAY_FOUND),
                  G_MAXUINT);
  if (n == 0)
    {
      EtpBox *note = etp_box_new (ETP_ITEM_LABEL);

      etp_box_add (note, etp_deck_get_saying (self->map.language, ETP_SAY_FOUND_NOTE),
                   ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
      etp_deck_flow_box (self, note, 22);
      for (guint i = 0; i < boxes->len; i++)
        etp_deck_flow_box (self, g_ptr_array_index (boxes, i), 26);
    }
  add_insights (self, root, n);
  add_figures (self);
  etp_deck_end (self);
}
