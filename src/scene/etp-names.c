/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-names.h"

#include <string.h>

#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"
#include "etp-hyphen.h"

/* One way of naming for all formats made of text. */

char *
etp_names_dup_number (EtpJourney *journey, EtpNode *card)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), card);

  if (place == NULL || place->step_phase == 0)
    return NULL;
  return g_strdup_printf ("%u.%u", place->step_phase, place->step_index);
}

/* A note under a step has the step's number, which is not its name. */
static gboolean
is_step (EtpJourney *journey, EtpNode *card)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), card);

  return place != NULL && place->step_phase != 0 && place->step == G_MAXUINT;
}

static char *
dup_card_name (EtpJourney *journey, EtpNode *card)
{
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  g_autofree char *own = title[0] != '\0' ? g_strdup (title)
                                          : g_strndup (text, strcspn (text, "\n"));
  g_autofree char *number = NULL;

  if (!is_step (journey, card))
    return g_steal_pointer (&own);
  number = etp_names_dup_number (journey, card);
  return own[0] != '\0' ? g_strconcat (number, " ", own, NULL) : g_steal_pointer (&number);
}

char *
etp_names_dup (EtpJourney *journey, EtpNode *node)
{
  EtpListKind list = etp_node_get_list (node);
  int field;

  if (list == ETP_LIST_CARDS)
    return dup_card_name (journey, node);
  field = list < ETP_N_LISTS ? etp_list_get_name_field (list) : (int) ETP_JOURNEY_TITLE;
  return g_strdup (field >= 0 ? etp_node_get_text (node, (guint) field) : "");
}

char *
etp_names_dup_sub_journey (const EtpRecord *card)
{
  const char *path = etp_record_get_text (card, ETP_CARD_JOURNEY);
  char *name = path[0] != '\0' ? g_path_get_basename (path) : g_strdup ("");

  if (g_str_has_suffix (name, ".journey"))
    name[strlen (name) - strlen (".journey")] = '\0';
  return name;
}

char *
etp_names_dup_lane (EtpJourney *journey, EtpNode *lane)
{
  const char *name = etp_node_get_text (lane, ETP_LANE_NAME);

  if (name[0] != '\0')
    return g_strdup (name);
  return etp_hyphen_strip (etp_words_get_lane_kind (
      etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE), etp_node_get_enum (lane, ETP_LANE_KIND)));
}

char *
etp_names_dup_for_id (EtpJourney *journey, const char *id)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;

  return node != NULL ? etp_names_dup (journey, node) : g_strdup (id);
}

static gboolean
is_hidden (EtpJourney *journey, EtpListKind list, guint index, guint field)
{
  EtpNode *node = etp_node_list_get (etp_journey_get_list (journey, list), index);

  return etp_node_get_boolean (node, field);
}

gboolean
etp_names_is_shown (EtpJourney *journey, const EtpPlace *place)
{
  return !is_hidden (journey, ETP_LIST_PHASES, place->phase, ETP_PHASE_HIDDEN)
         && !is_hidden (journey, ETP_LIST_LANES, place->lane, ETP_LANE_HIDDEN);
}

gboolean
etp_names_is_told (EtpJourney *journey, const char *id)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;
  const EtpPlace *place;

  if (node == NULL)
    return TRUE;
  switch (etp_node_get_list (node))
    {
    case ETP_LIST_CARDS:
      place = etp_outline_find (etp_journey_get_outline (journey), node);
      return place == NULL || etp_names_is_shown (journey, place);
    case ETP_LIST_PHASES:
      return !etp_node_get_boolean (node, ETP_PHASE_HIDDEN);
    case ETP_LIST_LANES:
      return !etp_node_get_boolean (node, ETP_LANE_HIDDEN);
    default:
      return TRUE;
    }
}

char *
etp_names_dup_list (EtpJourney *journey,
                    const EtpRecord *record,
                    guint field,
                    const char *separator)
{
  GString *names = g_string_new (NULL);
  guint n = etp_record_get_length (record, field);

  for (guint i = 0; i < n; i++)
    {
      const char *id = etp_record_get_text_at (record, field, i);
      g_autofree char *name = etp_names_dup_for_id (journey, id);

      if (name[0] == '\0' || !etp_names_is_told (journey, id))
        continue;
      if (names->len > 0)
        g_string_append (names, separator);
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

gboolean
etp_names_is_felt (EtpJourney *journey, const EtpPlace *step)
{
  return !is_hidden (journey, ETP_LIST_PHASES, step->phase, ETP_PHASE_HIDDEN)
         && (!is_hidden (journey, ETP_LIST_LANES, step->lane, ETP_LANE_HIDDEN)
             || etp_names_has_curve (journey));
}

gboolean
etp_names_has_curve (EtpJourney *journey)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);
  EtpNode *lane;

  for (guint i = 0; (lane = etp_node_list_get (lanes, i)) != NULL; i++)
    if (etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_EMOTION
        && !etp_node_get_boolean (lane, ETP_LANE_HIDDEN))
      return TRUE;
  return FALSE;
}
