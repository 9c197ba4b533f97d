/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-change.h"
#include "etp-fields.h"
#include "etp-journey-private.h"
#include "etp-outline.h"

/* Rules between objects. */

static void
report (EtpCheck *self, EtpSeverity severity, guint field, const char *message)
{
  etp_check_report (self, severity, ETP_SPOT (field), g_strdup (message));
}

static const char *
get_text (EtpCheck *self, guint field)
{
  return etp_record_get_text (etp_node_record (self->node), field);
}

static EtpNode *
get_target (EtpCheck *self, guint field)
{
  const char *id = get_text (self, field);

  return id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;
}

static gboolean
is_step (EtpCheck *self, const EtpPlace *place)
{
  EtpNodeList *lanes = etp_journey_get_list (self->journey, ETP_LIST_LANES);

  return place != NULL
         && etp_node_get_enum (etp_node_list_get (lanes, place->lane), ETP_LANE_KIND)
                == ETP_LANE_KIND_TOUCHPOINTS;
}

static void
check_alignment (EtpCheck *self, EtpOutline *outline, const EtpPlace *place)
{
  EtpNode *step = get_target (self, ETP_CARD_STEP);
  const EtpPlace *step_place;

  if (step == NULL)
    return; /* absent, or reported as dangling */

  step_place = etp_outline_find (outline, step);
  if (!is_step (self, step_place))
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_STEP,
            _ ("The card is aligned under a card that is no step of the touchpoints lane."));
  else if (is_step (self, place))
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_STEP,
            _ ("A step of the touchpoints lane cannot be aligned under another one."));
  else if (place == NULL || place->phase != step_place->phase)
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_STEP,
            _ ("The card is aligned under a step of another phase."));
}

/* Groups do not nest, which rules out loops as well. */
static void
check_cluster (EtpCheck *self)
{
  EtpNode *head = get_target (self, ETP_CARD_CLUSTER);

  if (head == NULL || etp_node_get_list (head) != ETP_LIST_CARDS)
    return;
  if (head == self->node)
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_CLUSTER,
            _ ("The card belongs to the group that it heads."));
  else if (etp_node_get_text (head, ETP_CARD_CLUSTER)[0] != '\0')
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_CLUSTER,
            _ ("The card’s group is headed by a card that belongs to a group itself."));
}

static void
check_span (EtpCheck *self, const EtpPlace *place)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  EtpNode *until = get_target (self, ETP_CARD_UNTIL);

  if (until == NULL || etp_node_get_list (until) != ETP_LIST_PHASES)
    return;
  if (place == NULL)
    report (self, ETP_SEVERITY_HINT, ETP_CARD_UNTIL, _ ("The card spans phases but lies in none."));
  else if (etp_node_list_get_index (phases, until) < place->phase)
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_UNTIL,
            _ ("The card ends in a phase before the one that it begins in."));
}

static gboolean
is_on_step (double level)
{
  return isnan (level) || fabs (level * 10 - round (level * 10)) < 1e-6;
}

/* Emotions go in steps of 0.1. Others are read and drawn as they are, but no point can be put back
 * where they lie. */
static void
check_emotions (EtpCheck *self)
{
  guint n = etp_node_get_length (self->node, ETP_CARD_EMOTIONS);

  for (guint i = 0; i < n; i++)
    for (guint column = ETP_EMOTION_VALUE; column <= ETP_EMOTION_TARGET; column++)
      {
        EtpValue *emotion = etp_node_get_value_at (self->node, ETP_CARD_EMOTIONS, i);
        EtpCheckSpot spot = { ETP_CARD_EMOTIONS, (int) i, (int) column, -1 };

        if (!is_on_step (etp_value_get_number (emotion, column)))
          etp_check_report (self, ETP_SEVERITY_HINT, spot,
                            g_strdup (_ ("The emotion is not a whole number of steps of 0.1.")));
      }
}

/* Curves, paths and lines have no room for cards. */
static gboolean
is_lane_without_cards (EtpJourney *journey, const char *id)
{
  EtpNode *lane = etp_journey_get_node (journey, id);
  int kind = lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
                 ? etp_node_get_enum (lane, ETP_LANE_KIND)
                 : ETP_LANE_KIND_TEXT;

  return kind == ETP_LANE_KIND_EMOTION || kind == ETP_LANE_KIND_CHANNELS
         || kind == ETP_LANE_KIND_LINE;
}

void
etp_check_card (EtpCheck *self)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  const EtpPlace *place = etp_outline_find (outline, self->node);
  gboolean has_lane = get_text (self, ETP_CARD_LANE)[0] != '\0';
  gboolean has_phase = get_text (self, ETP_CARD_PHASE)[0] != '\0';

  if (has_phase && !has_lane)
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_PHASE,
            _ ("The card has a phase but no lane, so it lies in the parking lot."));
  if (has_lane && !has_phase)
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_LANE,
            _ ("The card has a lane but no phase, so it lies in the parking lot."));
  if (has_phase && is_lane_without_cards (self->journey, get_text (self, ETP_CARD_LANE)))
    report (self, ETP_SEVERITY_WARNING, ETP_CARD_LANE,
            _ ("The card is not on the map, for its lane shows no cards."));

  check_emotions (self);
  check_alignment (self, outline, place);
  check_cluster (self);
  check_span (self, place);
}

static void
check_order_of_dates (EtpCheck *self, guint from, guint to)
{
  const char *first = get_text (self, from);
  const char *last = get_text (self, to);

  /* Text order is the order of dates; a wrong form is reported elsewhere. */
  if (first[0] != '\0' && last[0] != '\0' && strcmp (first, last) > 0)
    report (self, ETP_SEVERITY_WARNING, to, _ ("The end lies before the beginning."));
}

static void
check_data_period (EtpCheck *self)
{
  EtpValue *period = etp_node_get_value (self->node, ETP_JOURNEY_DATA_PERIOD);
  const char *from, *to;

  if (period == NULL)
    return;
  from = etp_value_get_text (period, ETP_DATA_PERIOD_FROM);
  to = etp_value_get_text (period, ETP_DATA_PERIOD_TO);
  if (from[0] != '\0' && to[0] != '\0' && strcmp (from, to) > 0)
    report (self, ETP_SEVERITY_WARNING, ETP_JOURNEY_DATA_PERIOD,
            _ ("The end lies before the beginning."));
}

/* Letters and digits in parts of at most eight, parted by hyphens: enough of BCP 47 to find slips. */
static gboolean
is_language_tag (const char *tag)
{
  guint length = 0;

  if (!g_ascii_isalpha (tag[0]))
    return FALSE;
  for (; *tag != '\0'; tag++)
    {
      length = *tag == '-' ? 0 : length + 1;
      if ((*tag != '-' && !g_ascii_isalnum (*tag)) || length > 8
          || (*tag == '-' && !g_ascii_isalnum (tag[1])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_currency_code (const char *code)
{
  return strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 && code[3] == '\0';
}

static void
check_journey (EtpCheck *self)
{
  const char *language = get_text (self, ETP_JOURNEY_LANGUAGE);
  const char *currency = get_text (self, ETP_JOURNEY_CURRENCY);

  if (language[0] != '\0' && !is_language_tag (language))
    report (self, ETP_SEVERITY_WARNING, ETP_JOURNEY_LANGUAGE,
            _ ("The language is not a tag like “de” or “en-GB”."));
  if (currency[0] != '\0' && !is_currency_code (currency))
    report (self, ETP_SEVERITY_WARNING, ETP_JOURNEY_CURRENCY,
            _ ("The currency is not a code of three capital letters like “EUR”."));
  check_data_period (self);
}

void
etp_check_other (EtpCheck *self)
{
  switch (etp_node_get_list (self->node))
    {
    case ETP_N_LISTS:
      check_journey (self);
      break;
    case ETP_LIST_LINKS:
      if (get_text (self, ETP_LINK_FROM)[0] == '\0' || get_text (self, ETP_LINK_TO)[0] == '\0')
        report (self, ETP_SEVERITY_WARNING, ETP_LINK_TO, _ ("An end of the link is missing."));
      else if (strcmp (get_text (self, ETP_LINK_FROM), get_text (self, ETP_LINK_TO)) == 0)
        report (self, ETP_SEVERITY_WARNING, ETP_LINK_TO, _ ("The link leads back to its start."));
      break;
    case ETP_LIST_MEASURES:
      check_order_of_dates (self, ETP_MEASURE_STARTED, ETP_MEASURE_FINISHED);
      break;
    default:
      break;
    }
}

static void
assert_outline (EtpJourney *journey)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  EtpNodeList *cards = etp_journey_get_list (journey, ETP_LIST_CARDS);
  guint n_places = etp_outline_get_n_places (outline);
  guint n_parked, n_in_cells = 0;

  etp_outline_get_parked (outline, &n_parked);
  g_assert (n_places + n_parked == etp_node_list_get_length (cards));
  for (guint i = 0; i < n_places; i++)
    {
      const EtpPlace *place = etp_outline_get_place (outline, i);
      const EtpPlace *const *cell;
      guint n;

      g_assert (etp_outline_find (outline, place->card) == place);
      cell = etp_outline_get_cell (outline, place->phase, place->lane, &n);
      g_assert (cell != NULL && cell[0]->phase == place->phase && cell[0]->lane == place->lane);
      if (cell[0] == place)
        n_in_cells += n;
    }
  g_assert (n_in_cells == n_places);
}

static void
assert_size (EtpJourney *journey)
{
  EtpSize kept = *etp_journey_get_size (journey);
  EtpSize counted;

  etp_journey_forget_size (journey);
  counted = *etp_journey_get_size (journey);
  g_assert (memcmp (&kept, &counted, sizeof kept) == 0);
}

void
etp_journey_assert_valid (EtpJourney *journey)
{
  g_assert (ETP_IS_JOURNEY (journey));

  for (guint list = 0; list < ETP_N_LISTS; list++)
    {
      EtpNodeList *nodes = etp_journey_get_list (journey, (EtpListKind) list);
      EtpNode *node;

      for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
        {
          g_assert (etp_node_get_list (node) == (EtpListKind) list);
          g_assert (etp_node_get_journey (node) == journey);
          g_assert (etp_node_list_get_index (nodes, node) == i);
          g_assert (etp_journey_get_node (journey, etp_node_get_id (node)) == node);
        }
    }

  assert_outline (journey);
  assert_size (journey);
}
