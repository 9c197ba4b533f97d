/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-channels.h"

#include "etp-map-private.h"

#include <math.h>

/* From the journey's steps to a network plan: which channels have a track, which stops a step has,
 * and the way of each persona. Linear in the number of steps. Typical 6 tracks, 15 steps and one
 * path; tested with 10,000 steps. */

#define TOP 30.0
#define BOTTOM 16.0
/* Steps closer than this are thinned out: a map cannot show two thousand stops in a phase. */
#define LEAST_SPACING 8.0
#define LEAST_NUMBER_SPACING 28.0
#define PATH_DISTANCE 5.0

typedef struct
{
  EtpMap *map;
  const EtpRow *row;
  EtpChannelsLane *lane;
  GHashTable *tracks; /* channel node → track number + 1; before the tracks are sorted: 1 */
  const char *only; /* the persona that the lane is bound to, or NULL */
  gboolean is_divided; /* some step is not for everybody */
} Planner;

static void
path_free (EtpChannelPath *self)
{
  g_array_unref (self->legs);
  g_free (self);
}

static void
handover_free (EtpHandover *self)
{
  g_free (self->text);
  g_free (self);
}

void
etp_channels_lane_free (EtpChannelsLane *self)
{
  g_array_unref (self->tracks);
  g_array_unref (self->steps);
  g_array_unref (self->stops);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->handovers);
  g_free (self);
}

static EtpNode *
find_channel (EtpMap *map, const char *id)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_CHANNELS ? node : NULL;
}

/* The channel of a step at this index: its own ones, else that of its touchpoint; NULL past the
 * last one. A dangling one gives NULL with more TRUE. */
static EtpNode *
get_channel (EtpMap *map, const EtpRecord *card, guint index, gboolean *more)
{
  guint n = etp_record_get_length (card, ETP_CARD_CHANNELS);
  EtpNode *touchpoint;
  const char *id;

  *more = index < n;
  if (n > 0)
    return *more ? find_channel (map, etp_record_get_text_at (card, ETP_CARD_CHANNELS, index))
                 : NULL;

  id = etp_record_get_text (card, ETP_CARD_TOUCHPOINT);
  touchpoint = index == 0 && id[0] != '\0' ? etp_journey_get_node (map->journey, id) : NULL;
  if (touchpoint == NULL || etp_node_get_list (touchpoint) != ETP_LIST_TOUCHPOINTS)
    return NULL;
  return find_channel (map, etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL));
}

static gboolean
concerns (EtpNode *node, const char *persona)
{
  const EtpRecord *card;
  guint n;

  if (persona == NULL)
    return TRUE;
  card = etp_node_record (node);
  n = etp_record_get_length (card, ETP_CARD_PERSONAS);
  if (n == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (etp_record_get_text_at (card, ETP_CARD_PERSONAS, i), persona) == 0)
      return TRUE;
  return FALSE;
}

static void
add_step (Planner *self, EtpColumn *column, const EtpPlace *place, double x)
{
  const EtpRecord *card = etp_node_record (place->card);
  EtpChannelStep step = { .place = place,
                          .column = (guint) (column - self->map->columns),
                          .x = x,
                          .first = self->lane->stops->len };
  gboolean more = TRUE;

  for (guint i = 0; more; i++)
    {
      EtpNode *channel = get_channel (self->map, card, i, &more);
      guint number;

      if (channel == NULL)
        continue;
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->tracks, channel));
      if (number == 0)
        {
          EtpTrack track = { .channel = channel,
                             .is_offline = etp_node_get_enum (channel, ETP_CHANNEL_KIND)
                                           == ETP_CHANNEL_KIND_OFFLINE };

          g_array_append_val (self->lane->tracks, track);
          number = self->lane->tracks->len;
          g_hash_table_insert (self->tracks, channel, GUINT_TO_POINTER (number));
        }
      number--;
      g_array_append_val (self->lane->stops, number);
      step.n++;
    }
  self->is_divided = self->is_divided || etp_record_get_length (card, ETP_CARD_PERSONAS) > 0;
  g_array_append_val (self->lane->steps, step);
}

typedef struct
{
  const EtpPlace *place;
  double x;
} Spot;

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *left = a, *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;
  return left->place->step_index < right->place->step_index ? -1 : 1;
}

/* Adds a column's steps from left to right. Steps that share a place (in two lanes, side by side)
 * are moved apart; where there are too many for that, only those with room remain. */
static void
add_column (Planner *self, EtpColumn *column, const EtpPlace *const *steps, guint n)
{
  g_autofree Spot *spots = g_new (Spot, n);
  gboolean sorted = TRUE, is_crowded = n * 2 * LEAST_SPACING > column->width;
  double last = -G_MAXDOUBLE;
  guint used = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!concerns (steps[i]->card, self->only))
        continue;
      spots[used] = (Spot){ steps[i],
                            column->x + etp_map_get_step_x (self->map, column, steps[i]) };
      sorted = sorted && (used == 0 || spots[used - 1].x <= spots[used].x);
      used++;
    }
  if (!sorted)
    qsort (spots, used, sizeof *spots, compare_spots);
  for (guint i = 0; i < used; i++)
    {
      if (spots[i].x - last < LEAST_SPACING)
        {
          if (is_crowded)
            continue;
          spots[i].x = last + 2 * LEAST_SPACING;
        }
      add_step (self, column, spots[i].place, spots[i].x);
      last = spots[i].x;
    }
}

static void
add_steps (Planner *self)
{
  for (guint c = 0; c < self->map->n_columns; c++)
    {
      EtpColumn *column = &self->map->columns[c];
      guint n;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (self->map->outline, column->index,
                                                                  &n);

      /* A collapsed phase has no room for stops: the path runs through. */
      if (!column->collapsed && n > 0)
        add_column (self, column, steps, n);
    }
}

typedef struct
{
  guint found; /* number as found, before sorting */
  guint rank;
} TrackOrder;

static int
compare_orders (gconstpointer a, gconstpointer b)
{
  const TrackOrder *left = a, *right = b;

  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

/* Online first, then offline, each in the journey's order. */
static void
sort_tracks (Planner *self)
{
  EtpNodeList *channels = etp_journey_get_list (self->map->journey, ETP_LIST_CHANNELS);
  guint n = self->lane->tracks->len, n_channels = etp_node_list_get_length (channels);
  g_autofree TrackOrder *orders = g_new (TrackOrder, n);
  g_autofree guint *new_numbers = g_new (guint, n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (EtpTrack), n);

  for (guint i = 0; i < n; i++)
    {
      const EtpTrack *track = &g_array_index (self->lane->tracks, EtpTrack, i);

      orders[i].found = i;
      orders[i].rank = etp_node_list_get_index (channels, track->channel)
                       + (track->is_offline ? n_channels : 0);
    }
  if (n > 1)
    qsort (orders, n, sizeof *orders, compare_orders);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (sorted, g_array_index (self->lane->tracks, EtpTrack, orders[i].found));
      new_numbers[orders[i].found] = i;
    }
  for (guint i = 0; i < self->lane->stops->len; i++)
    {
      guint *number = &g_array_index (self->lane->stops, guint, i);

      *number = new_numbers[*number];
    }
  g_array_unref (self->lane->tracks);
  self->lane->tracks = sorted;
}

static double
get_name_height (EtpMap *map, EtpNode *channel)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (map->measurer, etp_node_get_text (channel, ETP_CHANNEL_NAME),
                            etp_style_get_font (map->style, ETP_TYPE_SMALL),
                            ETP_CHANNELS_NAME_WIDTH, lines);
  return lines->len * etp_style_get_line_height (map->style, ETP_TYPE_SMALL);
}

static void
place_tracks (Planner *self)
{
  EtpChannelsLane *lane = self->lane;
  double texts = etp_map_get_lane_text_height (self->map, self->row);
  double line = etp_style_get_line_height (self->map->style, ETP_TYPE_LANE_NAME);
  double y = TOP - self->map->metrics->channel_spacing + MAX (0, texts - line);

  lane->stamp = etp_stamp_mix (0, lane->tracks->len);
  for (guint i = 0; i < lane->tracks->len; i++)
    {
      EtpTrack *track = &g_array_index (lane->tracks, EtpTrack, i);

      if (i > 0 && track->is_offline != (track - 1)->is_offline)
        lane->is_grouped = TRUE;
    }
  for (guint i = 0; i < lane->tracks->len; i++)
    {
      EtpTrack *track = &g_array_index (lane->tracks, EtpTrack, i);
      gboolean begins = i == 0 || track->is_offline != (track - 1)->is_offline;
      double name = get_name_height (self->map, track->channel) + 4;
      double spacing = MAX (self->map->metrics->channel_spacing, name);

      if (begins && lane->is_grouped)
        y += i == 0 ? ETP_CHANNELS_CAPTION + 4 : ETP_CHANNELS_CAPTION;
      track->y = y + spacing - (spacing - self->map->metrics->channel_spacing) / 2;
      y += spacing;
      lane->stamp = etp_stamp_mix (lane->stamp, etp_node_get_stamp (track->channel));
      lane->stamp = etp_stamp_number (lane->stamp, track->y);
    }
  lane->height = y + BOTTOM;
}

const EtpTrack *
etp_channels_lane_get_stop (const EtpChannelsLane *self, const EtpChannelStep *step, guint index)
{
  guint number = g_array_index (self->stops, guint, step->first + index);

  return &g_array_index (self->tracks, EtpTrack, number);
}

/* A switch stands between two steps, never at one: midway to the very next step of the journey,
 * whoever makes it, or in the middle of the gap after the phase. */
static double
get_switch (Planner *self, const EtpChannelStep *from)
{
  const EtpChannelStep *next = from + 1;
  const EtpColumn *column = &self->map->columns[from->column];

  if (next->column != from->column)
    return column->x + column->width + self->map->metrics->phase_gap / 2;
  return (from->x + next->x) / 2;
}

static void
add_leg (Planner *self, EtpChannelPath *path, guint from, guint to)
{
  const EtpChannelStep *a = &g_array_index (self->lane->steps, EtpChannelStep, from);
  const EtpChannelStep *b = &g_array_index (self->lane->steps, EtpChannelStep, to);
  EtpLeg leg = { .from = from,
                 .to = to,
                 .x0 = a->x,
                 .y0 = etp_channels_lane_get_stop (self->lane, a, 0)->y + path->shift,
                 .x1 = b->x,
                 .y1 = etp_channels_lane_get_stop (self->lane, b, 0)->y + path->shift };
  double room;

  leg.x_switch = get_switch (self, a) + path->shift;
  room = MIN (leg.x_switch - leg.x0, leg.x1 - leg.x_switch);
  leg.radius = MIN (MIN (self->map->metrics->phase_gap / 2, fabs (leg.y1 - leg.y0) / 2),
                    MAX (room - 1, 0));
  g_array_append_val (path->legs, leg);
}

static void
add_path (Planner *self,
          const char *persona,
          const char *name,
          EtpRgba color,
          double shift,
          gboolean has_focus)
{
  EtpChannelPath *path = g_new0 (EtpChannelPath, 1);
  guint before = G_MAXUINT, bit = 1u << self->lane->paths->len;

  path->persona = persona;
  path->name = name;
  path->color = color;
  path->shift = shift;
  path->faded = has_focus && g_strcmp0 (persona, self->map->options->persona) != 0;
  path->legs = g_array_new (FALSE, FALSE, sizeof (EtpLeg));
  g_ptr_array_add (self->lane->paths, path);
  for (guint i = 0; i < self->lane->steps->len; i++)
    {
      EtpChannelStep *step = &g_array_index (self->lane->steps, EtpChannelStep, i);

      if (step->n == 0 || !concerns (step->place->card, persona))
        continue;
      step->paths |= bit;
      if (before != G_MAXUINT)
        add_leg (self, path, before, i);
      before = i;
    }
  self->lane->stamp = etp_stamp_text (etp_stamp_mix (self->lane->stamp, color), name);
  self->lane->stamp = etp_stamp_mix (self->lane->stamp, (guint64) path->faded);
}

/* One path for all, or one for each persona where some steps are not for everybody. */
static void
add_paths (Planner *self)
{
  EtpNodeList *personas = etp_journey_get_list (self->map->journey, ETP_LIST_PERSONAS);
  guint n = MIN (etp_node_list_get_length (personas), ETP_CHANNELS_MAX_PATHS);
  gboolean has_focus = FALSE;

  if (!self->is_divided || self->only != NULL || n < 2)
    {
      add_path (self, NULL, NULL, etp_style_get_color (self->map->style, ETP_COLOR_PATH), 0, FALSE);
      return;
    }
  for (guint i = 0; i < n; i++)
    has_focus = has_focus
                || g_strcmp0 (etp_node_get_id (etp_node_list_get (personas, i)),
                              self->map->options->persona)
                       == 0;
  for (guint i = 0; i < n; i++)
    {
      EtpNode *persona = etp_node_list_get (personas, i);
      EtpRgba color = etp_style_get_persona (self->map->style, i,
                                             etp_node_get_text (persona, ETP_PERSONA_COLOR));

      add_path (self, etp_node_get_id (persona), etp_node_get_text (persona, ETP_PERSONA_NAME),
                color, (i - (n - 1) / 2.0) * PATH_DISTANCE, has_focus);
    }
}

EtpChannelsLane *
etp_channels_lane_new (EtpMap *map, EtpRow *row)
{
  EtpChannelsLane *lane = g_new0 (EtpChannelsLane, 1);
  g_autoptr (GHashTable) tracks = g_hash_table_new (NULL, NULL);
  const char *bound = etp_node_get_text (row->lane, ETP_LANE_PERSONA);
  Planner planner = { map, row, lane, tracks, bound[0] != '\0' ? bound : NULL, FALSE };

  lane->tracks = g_array_new (FALSE, FALSE, sizeof (EtpTrack));
  lane->steps = g_array_new (FALSE, FALSE, sizeof (EtpChannelStep));
  lane->stops = g_array_new (FALSE, FALSE, sizeof (guint));
  lane->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) path_free);
  lane->handovers = g_ptr_array_new_with_free_func ((GDestroyNotify) handover_free);
  add_steps (&planner);
  sort_tracks (&planner);
  place_tracks (&planner);
  add_paths (&planner);
  etp_channels_lane_add_handovers (map, lane);
  lane->stamp = etp_stamp_number (lane->stamp, lane->height);
  return lane;
}

void
etp_channels_lane_get_range (const EtpChannelsLane *self, guint column, guint *first, guint *end)
{
  guint low = 0, high = self->steps->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->steps, EtpChannelStep, middle).column < column)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  while (low < self->steps->len
         && g_array_index (self->steps, EtpChannelStep, low).column == column)
    low++;
  *end = low;
}

void
etp_channels_lane_get_extent (const EtpChannelsLane *self,
                              const EtpChannelStep *step,
                              double *top,
                              double *bottom)
{
  double shift = self->paths->len > 1 ? PATH_DISTANCE * (self->paths->len - 1) / 2.0 : 0;

  *top = G_MAXDOUBLE;
  *bottom = -G_MAXDOUBLE;
  for (guint i = 0; i < step->n; i++)
    {
      double y = etp_channels_lane_get_stop (self, step, i)->y;

      *top = MIN (*top, y - shift - ETP_CHANNELS_STOP_RADIUS);
      *bottom = MAX (*bottom, y + shift + ETP_CHANNELS_STOP_RADIUS);
    }
}

EtpRect
etp_channels_lane_get_number (
    EtpMap *map, const EtpChannelsLane *self, guint index, char *text, gsize size)
{
  const EtpChannelStep *step = &g_array_index (self->steps, EtpChannelStep, index);
  double height = etp_style_get_line_height (map->style, ETP_TYPE_SMALL_STRONG);
  double top, bottom, width, x;

  g_snprintf (text, size, "%u.%u", step->place->step_phase, step->place->step_index);
  if (step->n == 0 || (index > 0 && step->x - (step - 1)->x < LEAST_NUMBER_SPACING)
      || (index + 1 < self->steps->len && (step + 1)->x - step->x < LEAST_NUMBER_SPACING))
    return (EtpRect){ 0, 0, 0, 0 };

  etp_channels_lane_get_extent (self, step, &top, &bottom);
  width = etp_measurer_get_width (map->measurer, text,
                                  etp_style_get_font (map->style, ETP_TYPE_SMALL_STRONG));
  x = step->x - width / 2;
  return (EtpRect){ x, top - height, width, height };
}
