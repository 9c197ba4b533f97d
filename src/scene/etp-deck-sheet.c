/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"

/* A sheet about one persona or touchpoint is a section of a deck on a slide of another shape. It is
 * tried at ever smaller scales until all of it fits: on a poster it is read from a distance, on A4 in
 * the hand. */

#define LEAST_SCALE 0.8 /* the smallest text of slides, in legends, has 15 units, then 12 */
#define STEP 0.93
#define LARGEST_WIDTH 660.0 /* of the scene at the largest scale: panel and one column */
#define LARGEST_HEIGHT 560.0
#define MOST_TRIES 60

void
etp_deck_add_context (EtpDeck *self, EtpWord word)
{
  const char *title = etp_node_get_text (ETP_NODE (self->map.journey), ETP_JOURNEY_TITLE);
  g_autofree char *line = etp_deck_join (g_strdup (etp_deck_get_word (self, word)),
                                         g_strdup (title), NULL);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 0);
  self->y -= 18; /* closer to the title */
  etp_deck_flow_box (self, box, 16);
  self->start = self->y;
}

static GPtrArray *
build (EtpJourney *journey,
       EtpNode *about,
       double width,
       double height,
       EtpStyle *style,
       EtpMeasurer *measurer,
       gboolean with_curve)
{
  const gboolean is_persona = etp_node_get_list (about) == ETP_LIST_PERSONAS;
  const EtpDeckOptions options = { .persona = is_persona ? etp_node_get_id (about) : NULL };
  GPtrArray *slides;
  EtpDeck self;

  etp_deck_init (&self, journey, &options, style, measurer);
  self.left = 0;
  self.right = self.width = width;
  self.bottom = self.height = height;
  self.title_top = 0;
  if (is_persona)
    etp_deck_add_persona_sheet (&self, about, with_curve);
  else
    etp_deck_add_touchpoint_sheet (&self, about);
  etp_deck_finish_titles (&self);
  slides = etp_deck_take_slides (&self);
  etp_deck_clear (&self);
  return slides;
}

GPtrArray *
etp_deck_build_sheet (EtpJourney *journey,
                      EtpNode *about,
                      double width,
                      double height,
                      EtpStyle *style,
                      EtpMeasurer *measurer,
                      double *scale)
{
  const double largest = MAX (LEAST_SCALE, MIN (width / LARGEST_WIDTH, height / LARGEST_HEIGHT));

  g_return_val_if_fail (ETP_IS_JOURNEY (journey) && about != NULL, NULL);

  for (guint with_curve = 2; with_curve-- > 0;)
    {
      *scale = largest;
      for (guint i = 0; i < MOST_TRIES; i++)
        {
          GPtrArray *slides = build (journey, about, width / *scale, height / *scale, style,
                                     measurer, with_curve != 0);

          if (slides->len == 1 || (with_curve == 0 && *scale <= LEAST_SCALE))
            return slides;
          g_ptr_array_unref (slides);
          if (*scale <= LEAST_SCALE)
            break;
          *scale = MAX (LEAST_SCALE, *scale * STEP);
        }
    }
  *scale = LEAST_SCALE;
  return build (journey, about, width / LEAST_SCALE, height / LEAST_SCALE, style, measurer, FALSE);
}
