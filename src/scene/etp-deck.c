/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-chart.h"

#include <math.h>

/* The deck: its sections in the order in which a room hears them. Each leaves itself out when the
 * journey has nothing for it. */

#define HEIGHT 720.0
#define WIDE_WIDTH 1280.0
#define CLASSIC_WIDTH 960.0
#define WIDE_MARGIN 56.0
#define CLASSIC_MARGIN 44.0
#define FOOT_SPACE 66.0
#define TITLE_TOP 40.0

static void
slide_free (gpointer data)
{
  EtpDeckSlide *slide = data;

  g_free (slide->title);
  g_clear_object (&slide->scene);
  g_clear_object (&slide->furniture);
  g_free (slide);
}

static gboolean
has_lane (const EtpMap *map, EtpLaneKind kind)
{
  for (guint i = 0; i < map->n_rows; i++)
    if (map->rows[i].kind == kind)
      return TRUE;
  return FALSE;
}

static void
look_for_curves (EtpDeck *self)
{
  EtpDeckChart chart;

  if (self->map.n_columns == 0 || !has_lane (&self->map, ETP_LANE_KIND_EMOTION))
    return;
  etp_deck_chart_init (&chart, self, 100, 200, NULL, FALSE);
  self->n_curves = etp_deck_chart_get_n_curves (&chart);
  self->has_emotions = self->n_curves > 0;
  etp_deck_chart_clear (&chart);
}

void
etp_deck_set_room (EtpDeck *self, const EtpRect *room)
{
  self->left = room->x;
  self->right = room->x + room->width;
  self->top = room->y;
  self->bottom = room->y + room->height;
}

/* Slides as ours are. */
static void
set_own_size (EtpDeck *self)
{
  const gboolean is_wide = self->options->ratio == ETP_DECK_WIDE;
  const double margin = is_wide ? WIDE_MARGIN : CLASSIC_MARGIN;

  self->width = is_wide ? WIDE_WIDTH : CLASSIC_WIDTH;
  self->height = HEIGHT;
  self->left = margin;
  self->right = self->width - margin;
  self->bottom = HEIGHT - FOOT_SPACE;
  /* One line of a header has room above the title as it is. */
  self->header_height = etp_deck_get_header_height (self);
  self->title_top = TITLE_TOP
                    + MAX (0, self->header_height
                                  - etp_style_get_line_height (self->map.style, ETP_TYPE_FOOT));
}

static void
set_size (EtpDeck *self)
{
  const EtpSlideFrame *frame = self->options->frame;

  if (frame == NULL)
    {
      set_own_size (self);
      return;
    }
  self->width = frame->width;
  self->height = frame->height;
  self->title_top = frame->title.y;
  etp_deck_set_room (self, &frame->content);
}

void
etp_deck_init (EtpDeck *self,
               EtpJourney *journey,
               const EtpDeckOptions *options,
               EtpStyle *style,
               EtpMeasurer *measurer)
{
  *self = (EtpDeck){ .options = options };
  self->view.paper = TRUE;
  self->view.persona = options->persona;
  self->map = (EtpMap){ .journey = journey,
                        .options = &self->view,
                        .style = etp_style_new_slide (etp_style_get_kind (style)),
                        .measurer = measurer };
  etp_map_begin (&self->map);
  self->seed = etp_stamp_mix (etp_node_get_stamp (ETP_NODE (journey)),
                              etp_journey_get_serial (journey));
  self->seed = etp_stamp_mix (self->seed, (guint64) options->ratio << 8 | self->map.stamp);
  self->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_slide_free);
  set_size (self);
  look_for_curves (self);
}

void
etp_deck_clear (EtpDeck *self)
{
  g_ptr_array_unref (self->slides);
  g_object_unref (self->map.style);
  g_free (self->map.columns);
  g_free (self->map.rows);
}

GPtrArray *
etp_deck_take_slides (EtpDeck *self)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func (slide_free);

  for (guint i = 0; i < self->slides->len; i++)
    {
      EtpSlide *made = g_ptr_array_index (self->slides, i);
      EtpDeckSlide *slide = g_new0 (EtpDeckSlide, 1);

      slide->role = made->role;
      slide->title = g_strdup (made->named);
      slide->width = self->width;
      slide->height = self->height;
      slide->scene = etp_slide_take_scene (made, made->items, self->width, self->height,
                                           self->map.style, self->map.language);
      slide->furniture = etp_slide_take_scene (made, made->furniture, self->width, self->height,
                                               self->map.style, self->map.language);
      g_ptr_array_add (slides, slide);
    }
  return slides;
}

GPtrArray *
etp_deck_build (EtpJourney *journey,
                const EtpDeckOptions *options,
                EtpStyle *style,
                EtpMeasurer *measurer)
{
  static const EtpDeckOptions nothing_special = { 0 };
  GPtrArray *slides;
  EtpDeck self;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);
  g_return_val_if_fail (ETP_IS_STYLE (style), NULL);
  g_return_val_if_fail (ETP_IS_MEASURER (measurer), NULL);

  etp_deck_init (&self, journey, options != NULL ? options : &nothing_special, style, measurer);
  etp_deck_add_title (&self);
  etp_deck_add_balanced (&self, etp_deck_add_findings);
  etp_deck_add_scope (&self);
  etp_deck_add_personas (&self);
  etp_deck_add_overview (&self);
  etp_deck_add_phases (&self);
  etp_deck_add_balanced (&self, etp_deck_add_pains);
  etp_deck_add_balanced (&self, etp_deck_add_opportunities);
  etp_deck_add_balanced (&self, etp_deck_add_measures);
  etp_deck_add_balanced (&self, etp_deck_add_decisions);
  etp_deck_add_balanced (&self, etp_deck_add_metrics);
  etp_deck_add_balanced (&self, etp_deck_add_changes);
  etp_deck_add_balanced (&self, etp_deck_add_method);
  etp_deck_finish (&self);
  slides = etp_deck_take_slides (&self);
  etp_deck_clear (&self);
  return slides;
}
