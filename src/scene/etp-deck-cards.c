/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-cards.h"

#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "etp-names.h"
#include "etp-signs.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"
#include "model/etp-edit-votes.h"

#include <math.h>
#include <string.h>

/* A card on a slide says what it says on the map, in words where the map has a sign. */

#define PADDING 14.0
#define PICTURE 180.0 /* at most */
#define PICTURE_ASPECT 1.8
#define LONGEST_RESUME 60 /* characters of a title that is repeated where its card goes on */

static void
add_fact (EtpDeck *self, EtpBox *box, EtpIcon icon, const char *text, double before)
{
  EtpPara *para = etp_box_add (box, text, ETP_TYPE_SMALL, etp_deck_get_dim (self), before);

  para->sign = icon != ETP_ICON_NONE ? ETP_SIGN_ICON : ETP_SIGN_NONE;
  para->value = icon;
  para->color = etp_deck_get_dim (self);
}

/* The step's channels, else that of its touchpoint; new. icon: of the first. */
static char *
dup_channels (EtpDeck *self, EtpNode *card, EtpIcon *icon)
{
  const EtpRecord *record = etp_node_record (card);
  g_autofree char *names = etp_deck_dup_names (self, record, ETP_CARD_CHANNELS, ETP_LIST_CHANNELS,
                                               ETP_CHANNEL_NAME);
  EtpNode *touchpoint = etp_deck_get_named (self, record, ETP_CARD_TOUCHPOINT,
                                            ETP_LIST_TOUCHPOINTS);
  EtpNode *channel = NULL;

  if (names[0] != '\0')
    channel = etp_journey_get_node (self->map.journey,
                                    etp_record_get_text_at (record, ETP_CARD_CHANNELS, 0));
  else if (touchpoint != NULL)
    channel = etp_deck_get_named (self, etp_node_record (touchpoint), ETP_TOUCHPOINT_CHANNEL,
                                  ETP_LIST_CHANNELS);
  *icon = ETP_ICON_CHANNELS;
  if (channel == NULL || etp_node_get_list (channel) != ETP_LIST_CHANNELS)
    return g_steal_pointer (&names);
  *icon = etp_icon_from_name (etp_node_get_text (channel, ETP_CHANNEL_ICON));
  if (*icon == ETP_ICON_NONE)
    *icon = ETP_ICON_CHANNELS;
  return names[0] != '\0' ? g_steal_pointer (&names)
                          : g_strdup (etp_node_get_text (channel, ETP_CHANNEL_NAME));
}

/* "25 minutes · Waiting time: 2 days", new. */
static char *
dup_times (EtpDeck *self, EtpNode *card)
{
  g_autofree char *wait = etp_format_duration (etp_node_get_text (card, ETP_CARD_WAIT_TIME),
                                               self->map.language);

  return etp_deck_join (
      etp_format_duration (etp_node_get_text (card, ETP_CARD_DURATION), self->map.language),
      wait[0] != '\0'
          ? g_strdup_printf ("%s: %s", etp_deck_get_word (self, ETP_WORD_WAIT_TIME), wait)
          : g_strdup (""),
      NULL);
}

/* Where it happens and how long it takes. */
static void
add_channels (EtpDeck *self, EtpBox *box, EtpNode *card)
{
  EtpIcon icon;
  char *names = dup_channels (self, card, &icon);
  gboolean has_names = names[0] != '\0';
  g_autofree char *line = etp_deck_join (names, dup_times (self, card), NULL);

  add_fact (self, box, has_names ? icon : ETP_ICON_CLOCK, line, 6);
}

void
etp_deck_add_times (EtpDeck *self, EtpBox *box, EtpNode *card)
{
  g_autofree char *times = dup_times (self, card);

  add_fact (self, box, ETP_ICON_CLOCK, times, 3);
}

static EtpIcon
get_face (double value)
{
  if (isnan (value))
    return ETP_ICON_EMOTION;
  return (EtpIcon) ((int) ETP_ICON_FACE_VERY_SAD + (int) CLAMP (lround (value) + 2, 0, 4));
}

static void
add_feelings (EtpDeck *self, EtpBox *box, EtpNode *card)
{
  guint n = etp_node_get_length (card, ETP_CARD_EMOTIONS);

  for (guint i = 0; i < n && self->has_emotions; i++)
    {
      EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i);
      const char *feeling = etp_value_get_text (emotion, ETP_EMOTION_FEELING);
      EtpNode *persona = etp_deck_get_named (self, etp_value_record (emotion), ETP_EMOTION_PERSONA,
                                             ETP_LIST_PERSONAS);
      g_autofree char *said = NULL, *line = NULL;

      if (feeling[0] == '\0' || etp_deck_chart_shows (self, etp_node_get_id (card), feeling))
        continue;
      said = etp_deck_dup_feeling (self, emotion);
      line = self->n_curves > 1 && persona != NULL
                 ? g_strdup_printf ("%s: %s", etp_node_get_text (persona, ETP_PERSONA_NAME), said)
                 : g_strdup (said);
      add_fact (self, box, get_face (etp_emotion_get_level (emotion)), line, 3);
    }
}

/* What every card may say besides its words. */
void
etp_deck_add_facts (EtpDeck *self, EtpBox *box, const EtpPlace *place, gboolean with_owners)
{
  EtpNode *card = place->card;
  const EtpRecord *record = etp_node_record (card);
  EtpNodeList *personas = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  EtpNode *until = etp_deck_get_named (self, record, ETP_CARD_UNTIL, ETP_LIST_PHASES);
  g_autofree char *journey = etp_names_dup_sub_journey (record);
  gint64 votes = etp_votes_count (card);

  if (with_owners)
    {
      g_autofree char *units = etp_deck_dup_names (self, record, ETP_CARD_UNITS, ETP_LIST_UNITS,
                                                   ETP_UNIT_NAME);
      g_autofree char *systems = etp_deck_dup_names (self, record, ETP_CARD_SYSTEMS,
                                                     ETP_LIST_SYSTEMS, ETP_SYSTEM_NAME);

      /* A card that is called by these names does not say them twice. */
      if (strcmp (units, etp_node_get_text (card, ETP_CARD_TITLE)) != 0)
        add_fact (self, box, ETP_ICON_DEPARTMENT, units, 3);
      if (strcmp (systems, etp_node_get_text (card, ETP_CARD_TITLE)) != 0)
        add_fact (self, box, ETP_ICON_DATABASE, systems, 3);
    }
  if (etp_node_list_get_length (personas) > 1)
    {
      g_autofree char *names = etp_deck_dup_names (self, record, ETP_CARD_PERSONAS,
                                                   ETP_LIST_PERSONAS, ETP_PERSONA_NAME);

      add_fact (self, box, ETP_ICON_PERSON, names, 3);
    }
  if (until != NULL && place->until > place->phase)
    {
      g_autofree char *line = etp_deck_say (self->map.language, ETP_SAY_UNTIL_PHASE,
                                            etp_node_get_text (until, ETP_PHASE_NAME), NULL, NULL);

      add_fact (self, box, ETP_ICON_NONE, line, 3);
    }
  if (journey[0] != '\0')
    add_fact (self, box, ETP_ICON_SUB_JOURNEY, journey, 3);
  if (etp_node_get_enum (card, ETP_CARD_EVIDENCE) > ETP_EVIDENCE_ASSUMED)
    etp_deck_add_evidence (self, box, record, ETP_CARD_EVIDENCE, ETP_CARD_SOURCES, 3);
  if (votes > 0)
    {
      g_autofree char *line = g_strdup_printf ("%s: %" G_GINT64_FORMAT,
                                               etp_deck_get_word (self, ETP_WORD_VOTES), votes);
      EtpPara *para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 3);

      para->sign = ETP_SIGN_BULLET;
      para->color = etp_style_get_named (self->map.style, "pink", para->ink);
    }
  if (etp_node_get_boolean (card, ETP_CARD_INTERNAL))
    add_fact (self, box, ETP_ICON_INTERNAL, etp_deck_get_word (self, ETP_WORD_INTERNAL), 3);
}

void
etp_deck_set_resume (EtpDeck *self, EtpBox *box, const char *named)
{
  if (g_utf8_strlen (named, -1) > LONGEST_RESUME || strchr (named, '\n') != NULL)
    return;
  box->resume = etp_deck_say (self->map.language, ETP_SAY_CONTINUED, named, NULL, NULL);
  box->resume_ink = etp_deck_get_dim (self);
}

void
etp_deck_add_picture (EtpDeck *self, EtpBox *box, EtpNode *card)
{
  EtpNode *asset = etp_deck_get_named (self, etp_node_record (card), ETP_CARD_IMAGE,
                                       ETP_LIST_ASSETS);

  if (asset != NULL)
    etp_box_add_drawing (box, etp_deck_draw_picture, (gpointer) etp_node_get_id (asset),
                         self->picture > 0 ? self->picture : PICTURE, 8)
        ->aspect = PICTURE_ASPECT;
}

void
etp_deck_set_number (EtpPara *para, const EtpPlace *place, EtpRgba color)
{
  if (place->step_phase == 0)
    return;
  g_snprintf (para->word, sizeof para->word, "%u.%u", place->step_phase, place->step_index);
  para->sign = ETP_SIGN_WORD;
  para->color = color;
}

EtpBox *
etp_deck_new_step (EtpDeck *self,
                   const EtpColumn *column,
                   const EtpPlace *place,
                   gboolean with_feelings)
{
  EtpNode *card = place->card;
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  const char *title = etp_deck_get_title (self, card);
  g_autofree char *quote = etp_deck_dup_quoted (self, etp_node_get_text (card, ETP_CARD_QUOTE));
  g_autofree char *named = etp_deck_dup_named (self, card);
  EtpRgba color = etp_style_get_named (self->map.style, etp_node_get_text (card, ETP_CARD_COLOR),
                                       column->color);
  EtpBox *box = etp_box_new (ETP_ITEM_CARD);
  guint corner = 0;

  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), PADDING);
  box->is_card = TRUE;
  etp_box_set_node (box, etp_node_get_id (card), named);
  etp_deck_set_resume (self, box, named);
  if (etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH))
    box->corner[corner++] = ETP_SIGN_STAR;
  if (place->pain)
    box->corner[corner++] = ETP_SIGN_ICON;
  box->corner_ink = etp_deck_get_color (self, ETP_COLOR_PAIN_INK);
  if (title[0] == '\0')
    title = etp_deck_get_word (self, ETP_WORD_STEP);
  etp_deck_set_number (etp_box_add (box, title, ETP_TYPE_CARD_TITLE, etp_deck_get_ink (self), 0),
                       place, etp_style_get_text_ink (self->map.style, color));
  etp_deck_add_picture (self, box, card);
  if (text != title)
    etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (self), 4);
  etp_box_add (box, quote, ETP_TYPE_NOTE_ITALIC, etp_deck_get_ink (self), 4);
  add_channels (self, box, card);
  if (with_feelings)
    add_feelings (self, box, card);
  etp_deck_add_facts (self, box, place, FALSE);
  return box;
}
