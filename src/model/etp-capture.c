/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-capture.h"

#include <glib/gi18n-lib.h>

#include "etp-edit-map.h"
#include "etp-fields.h"
#include "etp-outline.h"
#include "etp-words.h"

#define MOST_DIGITS 3 /* of a number in a code; more is text */
#define N_LETTERS 26
#define NEAR                                                                                       \
  2 /* so many phases, lanes or steps behind the last one are a slip, more are text: "24h", "2x" */

/* A number from 1 on; moves p behind its digits. 0: there is none. */
static guint
read_number (const char **p)
{
  guint number = 0, n = 0;

  for (; g_ascii_isdigit (**p); (*p)++, n++)
    number = n < MOST_DIGITS ? number * 10 + (guint) g_ascii_digit_value (**p) : 0;
  return n <= MOST_DIGITS ? number : 0;
}

static gboolean
is_end_of_code (const char *p)
{
  return *p == '\0' || *p == ' ' || *p == '\t';
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t')
    p++;
  return p;
}

void
etp_capture_parse (const char *line, EtpCaptureLine *parsed)
{
  const char *start = skip_blanks (line);
  const char *p = start;
  const guint number = read_number (&p);

  *parsed = (EtpCaptureLine){ .code = ETP_CAPTURE_PLAIN, .text = start };
  if (number > 0 && g_ascii_isalpha (*p) && is_end_of_code (p + 1))
    {
      parsed->code = ETP_CAPTURE_CELL;
      parsed->phase = number;
      parsed->lane = (guint) (g_ascii_tolower (*p) - 'a');
      p++;
    }
  else if (number > 0 && *p == '.')
    {
      guint step;

      p++;
      step = read_number (&p);
      if (step == 0 || !is_end_of_code (p))
        return;
      parsed->code = ETP_CAPTURE_STEP;
      parsed->phase = number;
      parsed->step = step;
    }
  else if (p == start && g_ascii_tolower (*p) == 'p' && is_end_of_code (p + 1))
    {
      parsed->code = ETP_CAPTURE_PARKED;
      p++;
    }
  if (parsed->code != ETP_CAPTURE_PLAIN)
    parsed->text = skip_blanks (p);
}

gboolean
etp_capture_takes_notes (EtpNode *lane)
{
  switch (etp_node_get_enum (lane, ETP_LANE_KIND))
    {
    case ETP_LANE_KIND_EMOTION:
    case ETP_LANE_KIND_CHANNELS:
    case ETP_LANE_KIND_METRICS:
    case ETP_LANE_KIND_LINE:
      return FALSE;
    default:
      return !etp_node_get_boolean (lane, ETP_LANE_HIDDEN);
    }
}

GPtrArray *
etp_capture_list_lanes (EtpJourney *journey)
{
  EtpNodeList *list = etp_journey_get_list (journey, ETP_LIST_LANES);
  GPtrArray *lanes = g_ptr_array_new ();
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (list, i)) != NULL; i++)
    if (etp_capture_takes_notes (lane))
      g_ptr_array_add (lanes, lane);
  return lanes;
}

GPtrArray *
etp_capture_list_phases (EtpJourney *journey)
{
  EtpNodeList *list = etp_journey_get_list (journey, ETP_LIST_PHASES);
  GPtrArray *phases = g_ptr_array_new ();
  EtpNode *phase;

  for (guint i = 0; (phase = etp_node_list_get (list, i)) != NULL; i++)
    if (!etp_node_get_boolean (phase, ETP_PHASE_HIDDEN))
      g_ptr_array_add (phases, phase);
  return phases;
}

char *
etp_capture_dup_letter (EtpNode *node)
{
  EtpJourney *journey = etp_node_get_journey (node);
  guint index = 0;

  if (etp_node_get_list (node) == ETP_LIST_PHASES)
    return g_strdup_printf (
        "%u", etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), node) + 1);
  if (etp_node_get_list (node) == ETP_LIST_LANES && etp_capture_takes_notes (node))
    {
      g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);

      if (g_ptr_array_find (lanes, node, &index) && index < N_LETTERS)
        return g_strdup_printf ("%c", (char) ('a' + (int) index));
    }
  return g_strdup ("");
}

/* The lane for a note under a step: the one used last if notes can be aligned in it, else the one
 * of thoughts, else the first that can; NULL: none. */
static EtpNode *
find_lane_for_step (EtpJourney *journey, EtpNode *last)
{
  g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);
  EtpNode *found = NULL;

  for (guint i = 0; i < lanes->len; i++)
    {
      EtpNode *lane = lanes->pdata[i];
      const int kind = etp_node_get_enum (lane, ETP_LANE_KIND);

      if (kind == ETP_LANE_KIND_TOUCHPOINTS || kind == ETP_LANE_KIND_MEASURES)
        continue;
      if (lane == last)
        return lane;
      if (found == NULL
          || (kind == ETP_LANE_KIND_THOUGHTS
              && etp_node_get_enum (found, ETP_LANE_KIND) != ETP_LANE_KIND_THOUGHTS))
        found = lane;
    }
  return found;
}

static EtpNode *
get_phase (EtpJourney *journey, guint number)
{
  EtpNode *phase = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PHASES), number - 1);

  return phase != NULL && !etp_node_get_boolean (phase, ETP_PHASE_HIDDEN) ? phase : NULL;
}

static gboolean
resolve_cell (EtpJourney *journey, const EtpCaptureLine *parsed, EtpCaptureTarget *target)
{
  g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);
  EtpNode *phase = get_phase (journey, parsed->phase);

  if (phase == NULL || parsed->lane >= lanes->len)
    return FALSE;
  *target = (EtpCaptureTarget){ lanes->pdata[parsed->lane], phase, NULL };
  return TRUE;
}

static gboolean
resolve_step (EtpJourney *journey,
              const EtpCaptureLine *parsed,
              EtpNode *last,
              EtpCaptureTarget *target)
{
  EtpNode *phase = get_phase (journey, parsed->phase);
  EtpNode *step = etp_outline_get_step (etp_journey_get_outline (journey), parsed->phase,
                                        parsed->step);
  EtpNode *lane = find_lane_for_step (journey, last);

  if (phase == NULL || step == NULL || lane == NULL)
    return FALSE;
  *target = (EtpCaptureTarget){ lane, phase, step };
  return TRUE;
}

static gboolean
is_near_cell (EtpJourney *journey, const EtpCaptureLine *parsed)
{
  g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);

  return parsed->phase <= etp_node_list_get_length (phases) + NEAR
         && parsed->lane < lanes->len + NEAR;
}

static gboolean
is_near_step (EtpJourney *journey, const EtpCaptureLine *parsed)
{
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const guint n_phases = etp_node_list_get_length (phases);
  guint n = 0;

  if (parsed->phase <= n_phases)
    etp_outline_get_phase_steps (etp_journey_get_outline (journey), parsed->phase - 1, &n);
  return parsed->phase <= n_phases + NEAR && parsed->step <= n + NEAR;
}

gboolean
etp_capture_is_astray (EtpJourney *journey, const char *line)
{
  EtpCaptureLine parsed;
  EtpCaptureTarget target;

  etp_capture_parse (line, &parsed);
  if (parsed.code == ETP_CAPTURE_CELL)
    return !resolve_cell (journey, &parsed, &target) && is_near_cell (journey, &parsed);
  if (parsed.code == ETP_CAPTURE_STEP)
    return !resolve_step (journey, &parsed, NULL, &target) && is_near_step (journey, &parsed);
  return FALSE;
}

const char *
etp_capture_resolve (EtpJourney *journey,
                     const char *line,
                     const EtpCaptureTarget *last,
                     EtpCaptureTarget *target)
{
  EtpCaptureLine parsed;
  gboolean is_there = TRUE;

  etp_capture_parse (line, &parsed);
  switch (parsed.code)
    {
    case ETP_CAPTURE_CELL:
      is_there = resolve_cell (journey, &parsed, target);
      break;
    case ETP_CAPTURE_STEP:
      is_there = resolve_step (journey, &parsed, last->lane, target);
      break;
    case ETP_CAPTURE_PARKED:
      *target = (EtpCaptureTarget){ NULL };
      break;
    case ETP_CAPTURE_PLAIN:
    default:
      is_there = FALSE;
    }
  if (is_there)
    return parsed.text;
  *target = etp_capture_is_astray (journey, line) ? (EtpCaptureTarget){ NULL } : *last;
  etp_capture_check (journey, target);
  return skip_blanks (line);
}

static gboolean
is_there (EtpJourney *journey, EtpNode *node)
{
  return node != NULL && etp_node_get_journey (node) == journey;
}

void
etp_capture_check (EtpJourney *journey, EtpCaptureTarget *target)
{
  const EtpPlace *place;

  if (!is_there (journey, target->lane) || !is_there (journey, target->phase)
      || !etp_capture_takes_notes (target->lane)
      || etp_node_get_boolean (target->phase, ETP_PHASE_HIDDEN))
    {
      *target = (EtpCaptureTarget){ NULL };
      return;
    }
  if (target->step == NULL)
    return;
  place = is_there (journey, target->step)
              ? etp_outline_find (etp_journey_get_outline (journey), target->step)
              : NULL;
  if (place == NULL || place->step_index == 0 || place->step != G_MAXUINT)
    target->step = NULL;
  else
    target->phase = etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PHASES),
                                       place->phase);
}

gboolean
etp_capture_find_first (EtpJourney *journey, EtpCaptureTarget *target)
{
  g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);
  g_autoptr (GPtrArray) phases = etp_capture_list_phases (journey);

  if (lanes->len == 0 || phases->len == 0)
    return FALSE;
  *target = (EtpCaptureTarget){ lanes->pdata[0], phases->pdata[0], NULL };
  for (guint i = 0; i < lanes->len; i++)
    {
      const int kind = etp_node_get_enum (lanes->pdata[i], ETP_LANE_KIND);

      if (kind == ETP_LANE_KIND_IMAGES || !etp_lane_kind_shows_cards (kind))
        continue;
      target->lane = lanes->pdata[i];
      break;
    }
  return TRUE;
}

gboolean
etp_capture_move (EtpJourney *journey, EtpCaptureTarget *target, int columns, int rows)
{
  g_autoptr (GPtrArray) lanes = etp_capture_list_lanes (journey);
  g_autoptr (GPtrArray) phases = etp_capture_list_phases (journey);
  guint lane = 0, phase = 0;

  etp_capture_check (journey, target);
  if (lanes->len == 0 || phases->len == 0)
    return FALSE;
  if (target->lane == NULL)
    {
      if (columns <= 0 && rows <= 0)
        return FALSE;
      *target = (EtpCaptureTarget){ lanes->pdata[0], phases->pdata[0], NULL };
      return TRUE;
    }
  if (!g_ptr_array_find (lanes, target->lane, &lane)
      || !g_ptr_array_find (phases, target->phase, &phase))
    return FALSE;
  if (phase == 0 && columns < 0)
    {
      *target = (EtpCaptureTarget){ NULL };
      return TRUE;
    }
  if ((lane == 0 && rows < 0) || (rows > 0 && lane + 1 >= lanes->len)
      || (columns > 0 && phase + 1 >= phases->len))
    return FALSE;
  target->lane = lanes->pdata[(int) lane + rows];
  target->phase = phases->pdata[(int) phase + columns];
  target->step = NULL;
  return TRUE;
}

char *
etp_capture_dup_code (EtpJourney *journey, const EtpCaptureTarget *target)
{
  g_autofree char *phase = NULL;
  g_autofree char *lane = NULL;

  if (target->lane == NULL)
    return g_strdup ("P");
  if (target->step != NULL)
    {
      const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), target->step);

      if (place != NULL)
        return g_strdup_printf ("%u.%u", place->step_phase, place->step_index);
    }
  phase = etp_capture_dup_letter (target->phase);
  lane = etp_capture_dup_letter (target->lane);
  return g_strconcat (phase, lane, NULL);
}

char *
etp_capture_dup_words (EtpJourney *journey, const EtpCaptureTarget *target)
{
  const char *lane, *where;
  g_autofree char *number = NULL;
  g_autofree char *step = NULL;

  if (target->lane == NULL)
    return g_strdup (_ ("Parking lot"));
  lane = etp_node_get_text (target->lane, ETP_LANE_NAME);
  if (lane[0] == '\0')
    lane = etp_words_get_lane_kind (etp_node_get_text (ETP_NODE (journey), ETP_JOURNEY_LANGUAGE),
                                    etp_node_get_enum (target->lane, ETP_LANE_KIND));
  where = etp_node_get_text (target->phase, ETP_PHASE_NAME);
  if (target->step != NULL)
    {
      number = etp_capture_dup_code (journey, target);
      step = g_strdup_printf ("%s %s", number, etp_node_get_text (target->step, ETP_CARD_TITLE));
      where = step;
    }
  if (where[0] == '\0')
    where = "…";
  return g_strdup_printf ("%s › %s", where, lane);
}
