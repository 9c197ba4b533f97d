/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-naming.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-edit-node.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-words.h"

static const struct
{
  const char *kind;
  const char *create;
} names[ETP_N_LISTS + 1] = {
  [ETP_LIST_UNITS] = { N_ ("Department"), N_ ("New Department…") },
  [ETP_LIST_SYSTEMS] = { N_ ("System"), N_ ("New System…") },
  [ETP_LIST_SOURCES] = { N_ ("Source"), N_ ("New Source…") },
  [ETP_LIST_OFFERS] = { N_ ("Offer"), N_ ("New Offer…") },
  [ETP_LIST_PERSONAS] = { N_ ("Persona"), N_ ("New Persona…") },
  [ETP_LIST_CHANNELS] = { N_ ("Channel"), N_ ("New Channel…") },
  [ETP_LIST_TOUCHPOINTS] = { N_ ("Touchpoint in the Inventory"), N_ ("New Touchpoint…") },
  [ETP_LIST_PHASES] = { N_ ("Phase"), NULL },
  [ETP_LIST_KEY_MOMENTS] = { N_ ("Key Moment"), NULL },
  [ETP_LIST_LANES] = { N_ ("Lane"), NULL },
  [ETP_LIST_CARDS] = { N_ ("Card"), NULL },
  [ETP_LIST_LINKS] = { N_ ("Link"), NULL },
  [ETP_LIST_MEASURES] = { N_ ("Measure"), NULL },
  [ETP_LIST_METRICS] = { N_ ("Metric"), N_ ("New Metric…") },
  [ETP_LIST_VOTE_ROUNDS] = { N_ ("Vote Round"), N_ ("New Vote Round…") },
  [ETP_LIST_SNAPSHOTS] = { N_ ("Snapshot"), NULL },
  [ETP_LIST_COMMENTS] = { N_ ("Comment"), NULL },
  [ETP_LIST_ASSETS] = { N_ ("Image"), NULL },
  [ETP_N_LISTS] = { N_ ("Journey"), NULL },
};

/* In the lanes' order; each is what one card of such a lane is. */
static const char *const card_kinds[ETP_N_LANE_KINDS] = {
  [ETP_LANE_KIND_TOUCHPOINTS] = N_ ("Touchpoint"),
  [ETP_LANE_KIND_EMOTION] = N_ ("Card"),
  [ETP_LANE_KIND_ACTIONS] = N_ ("Action"),
  [ETP_LANE_KIND_THOUGHTS] = N_ ("Thought"),
  [ETP_LANE_KIND_NEEDS] = N_ ("Need"),
  [ETP_LANE_KIND_QUESTIONS] = N_ ("Question"),
  [ETP_LANE_KIND_QUOTES] = N_ ("Quote"),
  [ETP_LANE_KIND_GAINS] = N_ ("Gain"),
  [ETP_LANE_KIND_PAINS] = N_ ("Pain Point"),
  [ETP_LANE_KIND_OPPORTUNITIES] = N_ ("Opportunity"),
  [ETP_LANE_KIND_IDEAS] = N_ ("Idea"),
  [ETP_LANE_KIND_MEASURES] = N_ ("Card"),
  [ETP_LANE_KIND_IMAGES] = N_ ("Image"),
  [ETP_LANE_KIND_CHANNELS] = N_ ("Card"),
  [ETP_LANE_KIND_METRICS] = N_ ("Card"),
  [ETP_LANE_KIND_MESSAGES] = N_ ("Message"),
  [ETP_LANE_KIND_EVIDENCE] = N_ ("Physical Evidence"),
  [ETP_LANE_KIND_FRONTSTAGE] = N_ ("Frontstage Activity"),
  [ETP_LANE_KIND_BACKSTAGE] = N_ ("Backstage Activity"),
  [ETP_LANE_KIND_SUPPORT] = N_ ("Support Process"),
  [ETP_LANE_KIND_DEPARTMENTS] = N_ ("Card"),
  [ETP_LANE_KIND_LINE] = N_ ("Card"),
  [ETP_LANE_KIND_TEXT] = N_ ("Note"),
};

const char *
etp_naming_get_kind (EtpNode *node)
{
  const EtpListKind list = etp_node_get_list (node);
  EtpJourney *journey = etp_node_get_journey (node);

  if (list == ETP_LIST_CARDS && journey != NULL)
    {
      EtpNode *lane = etp_journey_get_node (journey, etp_node_get_text (node, ETP_CARD_LANE));
      const int kind = lane != NULL && etp_node_get_list (lane) == ETP_LIST_LANES
                           ? etp_node_get_enum (lane, ETP_LANE_KIND)
                           : -1;

      if (kind >= 0)
        return _ (card_kinds[kind]);
    }
  return _ (names[list].kind);
}

const char *
etp_naming_get_create (EtpListKind list)
{
  return names[list].create != NULL ? _ (names[list].create) : NULL;
}

/* The first line, not too much of it, and no space at its end: labels of GTK 4.8 that wrap are wider
 * with it than they say. */
static char *
dup_beginning (const char *text)
{
  g_autofree char *line = g_strchomp (g_strndup (text, strcspn (text, "\n\r")));

  if (g_utf8_strlen (line, -1) <= 60)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, 59) = '\0';
  return g_strconcat (line, "…", NULL);
}

static char *
dup_name (EtpNode *node)
{
  const EtpListKind list = etp_node_get_list (node);
  const int field = list == ETP_N_LISTS ? ETP_JOURNEY_TITLE : etp_list_get_name_field (list);
  const char *name = field >= 0 ? etp_node_get_text (node, (guint) field) : "";

  if (name[0] == '\0' && list == ETP_LIST_CARDS)
    name = etp_node_get_text (node, ETP_CARD_TEXT);
  if (name[0] == '\0' && list == ETP_LIST_LANES)
    return g_strdup (etp_words_get_lane_kind (NULL, etp_node_get_enum (node, ETP_LANE_KIND)));
  name += strspn (name, " \t\n\r");
  return name[0] != '\0' ? dup_beginning (name) : g_strdup (_ ("Untitled"));
}

char *
etp_naming_dup (EtpNode *node)
{
  EtpJourney *journey = etp_node_get_journey (node);
  g_autofree char *name = dup_name (node);

  if (journey != NULL && etp_node_get_list (node) == ETP_LIST_CARDS)
    {
      const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), node);

      if (place != NULL && place->step_index > 0 && place->step == G_MAXUINT)
        return g_strdup_printf ("%u.%u %s", place->step_phase, place->step_index, name);
    }
  return g_steal_pointer (&name);
}
