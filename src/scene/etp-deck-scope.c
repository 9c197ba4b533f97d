/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"
#include "etp-deck-parts.h"

#include <math.h>

/* What the journey is about: goal, scenario, where it begins and ends; and what there is to know of
 * the company, on a slide of its own where there is much of both. */

#define LONGEST_GOAL 110 /* characters, as a title */
#define COLUMN_GAP 36.0
#define PART_GAP 14.0
#define FILLED 0.9 /* of columns: boxes are not parted to fill one */

static void
add_brief (EtpDeck *self, GPtrArray *boxes)
{
  EtpValue *brief = etp_node_get_value (ETP_NODE (self->map.journey), ETP_JOURNEY_BRIEF);
  static const struct
  {
    guint field;
    EtpSaying heading;
  } rows[] = {
    { ETP_BRIEF_INDUSTRY, ETP_SAY_INDUSTRY }, { ETP_BRIEF_POSITION, ETP_SAY_POSITION },
    { ETP_BRIEF_OFFER, ETP_SAY_OFFER },       { ETP_BRIEF_USP, ETP_SAY_USP },
    { ETP_BRIEF_FOCUS, ETP_SAY_FOCUS },       { ETP_BRIEF_CHALLENGES, ETP_SAY_CHALLENGES },
    { ETP_BRIEF_OUTLOOK, ETP_SAY_OUTLOOK },
  };

  for (guint i = 0; brief != NULL && i < G_N_ELEMENTS (rows); i++)
    etp_deck_add_part (self, boxes, etp_deck_get_saying (self->map.language, rows[i].heading),
                       etp_value_get_text (brief, rows[i].field));
}

static void
add_offers (EtpDeck *self, GPtrArray *boxes)
{
  EtpNodeList *offers = etp_journey_get_list (self->map.journey, ETP_LIST_OFFERS);
  EtpBox *box = NULL;
  EtpNode *offer;

  for (guint i = 0; (offer = etp_node_list_get (offers, i)) != NULL; i++)
    {
      const char *about = etp_node_get_text (offer, ETP_OFFER_DESCRIPTION);
      g_autofree char *line = g_strconcat (etp_node_get_text (offer, ETP_OFFER_NAME),
                                           about[0] != '\0' ? ": " : "", about, NULL);

      if (box == NULL)
        box = etp_deck_new_part (self, etp_deck_get_saying (self->map.language, ETP_SAY_OFFERS));
      etp_deck_add_bullet (self, box, line);
    }
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

static void
add_key_moments (EtpDeck *self, GPtrArray *boxes)
{
  EtpNodeList *moments = etp_journey_get_list (self->map.journey, ETP_LIST_KEY_MOMENTS);
  EtpBox *box = NULL;
  EtpNode *moment;

  for (guint i = 0; (moment = etp_node_list_get (moments, i)) != NULL; i++)
    {
      const char *note = etp_node_get_text (moment, ETP_KEY_MOMENT_NOTE);
      gint64 year = etp_node_get_integer (moment, ETP_KEY_MOMENT_YEAR);
      g_autofree char *when = year != ETP_ABSENT_INTEGER
                                  ? g_strdup_printf (" (%" G_GINT64_FORMAT ")", year)
                                  : g_strdup ("");
      g_autofree char *line = g_strconcat (etp_node_get_text (moment, ETP_KEY_MOMENT_NAME), when,
                                           note[0] != '\0' ? ": " : "", note, NULL);

      if (box == NULL)
        box = etp_deck_new_part (self,
                                 etp_deck_get_saying (self->map.language, ETP_SAY_KEY_MOMENTS));
      etp_deck_add_bullet (self, box, line);
    }
  if (box != NULL)
    g_ptr_array_add (boxes, box);
}

static double
get_height (EtpDeck *self, GPtrArray *boxes, double width)
{
  double height = 0;

  for (guint i = 0; i < boxes->len; i++)
    height += etp_box_get_height (g_ptr_array_index (boxes, i), self->map.style, self->map.measurer,
                                  width)
              + PART_GAP;
  return height;
}

/* TRUE if n columns of one slide hold the boxes of both. */
static gboolean
have_room (EtpDeck *self, GPtrArray *one, GPtrArray *other, guint n)
{
  double width = floor ((self->right - self->left - (n - 1) * COLUMN_GAP) / n);

  return get_height (self, one, width) + get_height (self, other, width)
         < FILLED * n * etp_deck_get_room (self);
}

static void
take_all (GPtrArray *boxes, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (boxes, g_ptr_array_index (from, i));
  g_ptr_array_set_size (from, 0);
}

void
etp_deck_add_scope (EtpDeck *self)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  const char *goal = etp_node_get_text (root, ETP_JOURNEY_GOAL);
  gboolean goal_leads = goal[0] != '\0' && g_utf8_strlen (goal, -1) <= LONGEST_GOAL;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) company = g_ptr_array_new ();
  guint n = self->options->ratio == ETP_DECK_WIDE ? 3 : 2;
  static const struct
  {
    guint field;
    EtpWord heading;
  } rows[] = {
    { ETP_JOURNEY_SCENARIO, ETP_WORD_SCENARIO },
    { ETP_JOURNEY_TRIGGER, ETP_WORD_TRIGGER },
    { ETP_JOURNEY_BEGINS, ETP_WORD_BEGINS },
    { ETP_JOURNEY_ENDS, ETP_WORD_ENDS },
    { ETP_JOURNEY_EXPECTATIONS, ETP_WORD_EXPECTATIONS },
    { ETP_JOURNEY_POINT_OF_VIEW, ETP_WORD_POINT_OF_VIEW },
  };
  g_autofree char *title = goal_leads
                               ? etp_deck_say (self->map.language, ETP_SAY_SCOPE_GOAL, goal, NULL,
                                               NULL)
                               : g_strdup (etp_deck_get_saying (self->map.language, ETP_SAY_SCOPE));

  if (!goal_leads)
    etp_deck_add_part (self, boxes, etp_deck_get_word (self, ETP_WORD_GOAL), goal);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    etp_deck_add_part (self, boxes, etp_deck_get_word (self, rows[i].heading),
                       etp_node_get_text (root, rows[i].field));
  add_key_moments (self, boxes);
  add_brief (self, company);
  add_offers (self, company);
  if (boxes->len + company->len == 0 && !goal_leads)
    return;
  etp_deck_begin (self, "scope", title, G_MAXUINT);
  if (have_room (self, boxes, company, n))
    take_all (boxes, company);
  etp_deck_flow_columns (self, boxes, n, COLUMN_GAP);
  if (company->len > 0)
    {
      etp_deck_continue (self);
      etp_deck_flow_columns (self, company, n, COLUMN_GAP);
    }
  etp_deck_end (self);
}
