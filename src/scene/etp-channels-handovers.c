/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-channels.h"

#include "etp-stack-spans.h"

#include <math.h>

/* Hand-overs that break or rub: a sign on the path where it happens and words beside it, never cut
 * off and never on a stop, a number or a path. Where the tracks have no room left, the words
 * stand below them with a thin line up to the sign. Typical 2 to 4; the links of a journey are
 * looked at once. */

#define MOST 500 /* shown; a journey with more has other troubles */
#define EDGE 6.0
#define STRIP_GAP 8.0
#define LABEL_GAP 5.0
#define CUT_GAP 4.0 /* between words and where a sheet ends */

typedef struct
{
  EtpMap *map;
  EtpChannelsLane *lane;
  GHashTable *step_numbers; /* EtpPlace → step number + 1 */
  EtpPlacer strip; /* what stands below the tracks already */
  double bottom; /* of the tracks */
} Finder;

static guint
get_step_number (Finder *self, EtpNode *link, guint field)
{
  const char *id = etp_node_get_text (link, field);
  EtpNode *card = id[0] != '\0' ? etp_journey_get_node (self->map->journey, id) : NULL;
  const EtpPlace *place = NULL;

  if (card != NULL && etp_node_get_list (card) == ETP_LIST_CARDS)
    place = etp_outline_find (self->map->outline, card);
  return place != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->step_numbers, place)) : 0;
}

/* The leg of a path between two steps (numbers + 1); 0 stands for any step. */
static gboolean
find_leg_between (Finder *self, guint from, guint to, EtpLeg *leg)
{
  for (guint p = 0; p < self->lane->paths->len; p++)
    {
      const EtpChannelPath *path = g_ptr_array_index (self->lane->paths, p);
      guint step = (from != 0 ? from : to) - 1;
      double x = g_array_index (self->lane->steps, EtpChannelStep, step).x;
      guint i = etp_channel_path_find_leg (path, from != 0 ? x + 0.5 : x);

      if (i == path->legs->len)
        continue;
      *leg = g_array_index (path->legs, EtpLeg, i);
      if ((from == 0 || leg->from == from - 1) && (to == 0 || leg->to == to - 1))
        return TRUE;
    }
  return FALSE;
}

/* The leg on which a hand-over happens: between its steps where somebody goes straight from one to
 * the other, else the one that leaves the first, else the one that arrives at the second. */
static gboolean
find_leg (Finder *self, EtpNode *link, EtpLeg *leg)
{
  guint from = get_step_number (self, link, ETP_LINK_FROM);
  guint to = get_step_number (self, link, ETP_LINK_TO);

  if (from != 0 && to != 0 && find_leg_between (self, from, to, leg))
    return TRUE;
  return (from != 0 && find_leg_between (self, from, 0, leg))
         || (to != 0 && find_leg_between (self, 0, to, leg));
}

/* What is lost, in the words that somebody chose; without any, what has happened. */
static char *
dup_text (Finder *self, EtpNode *link, gboolean is_broken)
{
  const char *loses = etp_node_get_text (link, ETP_LINK_LOSES);

  if (loses[0] != '\0')
    return g_strdup (loses);
  return g_strdup (etp_words_get (self->map->language, is_broken ? ETP_WORD_CONTINUITY_BROKEN
                                                                 : ETP_WORD_CONTINUITY_FRICTION));
}

static void
measure (Finder *self, const char *text, double width, EtpRect *box)
{
  EtpFont font = etp_style_get_font (self->map->style, ETP_TYPE_SMALL_STRONG);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));
  double widest = 0;

  etp_measurer_break_lines (self->map->measurer, text, font, width, lines);
  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, (double) g_array_index (lines, EtpTextLine, i).width);
  box->width = ceil (widest) + 1 + 2 * ETP_CHANNELS_LABEL_PADDING;
  box->height = lines->len * etp_style_get_line_height (self->map->style, ETP_TYPE_SMALL_STRONG)
                + ETP_CHANNELS_LABEL_PADDING;
}

static void
fill_placer (Finder *self, const EtpHandover *handover, EtpPlacer *placer)
{
  guint n = self->map->n_columns, first = handover->column > 0 ? handover->column - 1 : 0;
  double r = ETP_CHANNELS_SIGN_RADIUS;

  for (guint c = first; c < MIN (handover->column + 2, n); c++)
    etp_channels_lane_add_obstacles (self->map, self->lane, c, placer);
  for (guint i = 0; i < self->lane->handovers->len; i++)
    {
      const EtpHandover *other = g_ptr_array_index (self->lane->handovers, i);

      if (other->column + 2 < handover->column || other->column > handover->column + 2)
        continue;
      etp_placer_add_box (placer, (EtpRect){ other->x - r, other->y - r, 2 * r, 2 * r });
      if (other->label.width > 0)
        etp_placer_add_box (placer, other->label);
    }
}

/* On sheets that are glued together no words go over the end of one, in the middle of a gap. */
static void
add_cuts (const EtpMap *map, EtpPlacer *placer)
{
  for (guint c = 0; c + 1 < map->n_columns; c++)
    if (etp_span_ends_sheet (map->n_columns, map->options->n_sheets, c))
      {
        double end = map->columns[c].x + map->columns[c].width;

        etp_placer_add_box (placer, (EtpRect){ (end + map->columns[c + 1].x) / 2, -1e6, 0.1, 2e6 });
      }
}

/* Beside the sign, in one of a few widths. */
static gboolean
place_beside (Finder *self, EtpHandover *handover)
{
  static const double widths[] = { 240, 150, 110 };
  static const double lifts[] = { 0, -12, 12, -24, 24, -36, 36 };
  const EtpColumn *last = &self->map->columns[self->map->n_columns - 1];
  double left = self->map->columns[0].x + EDGE, best = ETP_PLACER_BAD;
  EtpPlacer placer;

  etp_placer_init (&placer, (EtpRect){ left, 0, last->x + last->width - EDGE - left, self->bottom },
                   2);
  fill_placer (self, handover, &placer);
  add_cuts (self->map, &placer);
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      EtpCandidate candidates[2 * G_N_ELEMENTS (lifts)];
      EtpRect box, at;
      double cost;
      guint n = 0;

      measure (self, handover->text, widths[w], &box);
      for (guint i = 0; i < G_N_ELEMENTS (lifts); i++)
        for (int side = 1; side >= -1; side -= 2)
          candidates[n++] = (EtpCandidate){ handover->x
                                                + side
                                                      * (ETP_CHANNELS_SIGN_RADIUS + LABEL_GAP
                                                         + box.width / 2
                                                         - (fabs (lifts[i]) > 30 ? 14 : 0)),
                                            handover->y + lifts[i],
                                            fabs (lifts[i]) + (side < 0 ? 6 : 0) + w * 10 };
      cost = etp_placer_choose (&placer, box.width, box.height, candidates, n, &at);
      if (cost < best)
        {
          best = cost;
          handover->label = at;
        }
    }
  etp_placer_clear (&placer);
  return best < ETP_PLACER_BAD;
}

/* Below all tracks; words that would meet there stand below each other. */
static void
place_below (Finder *self, EtpHandover *handover)
{
  const double shift = self->map->options->n_sheets > 0 ? -CUT_GAP : 12;
  EtpRect box;
  EtpCandidate candidates[24];

  measure (self, handover->text, 170, &box);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    candidates[i] = (EtpCandidate){ handover->x
                                        + (i % 3 == 1   ? box.width / 2 - shift
                                           : i % 3 == 2 ? shift - box.width / 2
                                                        : 0),
                                    self->bottom + STRIP_GAP + box.height / 2 + i / 3 * 22.0,
                                    i * 4.0 };
  etp_placer_choose (&self->strip, box.width, box.height, candidates, G_N_ELEMENTS (candidates),
                     &handover->label);
  handover->has_leader = TRUE;
  etp_placer_add_box (&self->strip, handover->label);
  self->lane->height = MAX (self->lane->height,
                            handover->label.y + handover->label.height + STRIP_GAP);
}

/* Two hand-overs of one leg stand side by side. */
static void
move_aside (Finder *self, EtpHandover *handover, const EtpLeg *leg)
{
  for (guint i = 0; i < self->lane->handovers->len; i++)
    {
      const EtpHandover *other = g_ptr_array_index (self->lane->handovers, i);

      if (fabs (other->x - handover->x) < 2 * ETP_CHANNELS_SIGN_RADIUS
          && fabs (other->y - handover->y) < 2 * ETP_CHANNELS_SIGN_RADIUS)
        {
          handover->x = other->x + 2 * ETP_CHANNELS_SIGN_RADIUS + 2;
          handover->y = leg->y1;
        }
    }
}

static void
add_handover (Finder *self, EtpNode *link, const EtpLeg *leg)
{
  EtpHandover *handover = g_new0 (EtpHandover, 1);
  gboolean switches = leg->y0 != leg->y1;

  handover->link = link;
  handover->is_broken = etp_node_get_enum (link, ETP_LINK_CONTINUITY) == ETP_LINK_CONTINUITY_BROKEN;
  handover->text = dup_text (self, link, handover->is_broken);
  handover->column = g_array_index (self->lane->steps, EtpChannelStep, leg->from).column;
  handover->x = switches ? leg->x_switch : (leg->x0 + leg->x1) / 2;
  handover->y = (leg->y0 + leg->y1) / 2;
  handover->leader_y = MAX (leg->y0, leg->y1) + 3;
  move_aside (self, handover, leg);
  g_ptr_array_add (self->lane->handovers, handover);
}

/* The words of all, when all signs have their places. */
static void
place_labels (Finder *self)
{
  for (guint i = 0; i < self->lane->handovers->len; i++)
    {
      EtpHandover *handover = g_ptr_array_index (self->lane->handovers, i);

      if (!place_beside (self, handover))
        {
          handover->label = (EtpRect){ 0, 0, 0, 0 };
          place_below (self, handover);
        }
    }
}

void
etp_channels_lane_add_handovers (EtpMap *map, EtpChannelsLane *self)
{
  EtpNodeList *links = etp_journey_get_list (map->journey, ETP_LIST_LINKS);
  guint n = etp_node_list_get_length (links);
  Finder finder = { .map = map, .lane = self };

  if (n == 0 || self->steps->len == 0)
    return;
  finder.bottom = self->height;
  finder.step_numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const EtpChannelStep *step = &g_array_index (self->steps, EtpChannelStep, i);

      g_hash_table_insert (finder.step_numbers, (gpointer) step->place, GUINT_TO_POINTER (i + 1));
    }
  {
    const EtpColumn *last = &map->columns[map->n_columns - 1];
    double left = map->columns[0].x + EDGE;

    etp_placer_init (&finder.strip, (EtpRect){ left, 0, last->x + last->width - EDGE - left, 1e6 },
                     3);
    add_cuts (map, &finder.strip);
  }
  for (guint i = 0; i < n && self->handovers->len < MOST; i++)
    {
      EtpNode *link = etp_node_list_get (links, i);
      int continuity = etp_node_get_enum (link, ETP_LINK_CONTINUITY);
      EtpLeg leg;

      if (etp_node_get_enum (link, ETP_LINK_KIND) == ETP_LINK_KIND_HANDOFF
          && (continuity == ETP_LINK_CONTINUITY_BROKEN
              || continuity == ETP_LINK_CONTINUITY_FRICTION)
          && find_leg (&finder, link, &leg))
        add_handover (&finder, link, &leg);
    }
  place_labels (&finder);
  etp_placer_clear (&finder.strip);
  g_hash_table_unref (finder.step_numbers);
}
