/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-cards.h"

#include "etp-deck-chart.h"
#include "etp-deck-facts.h"
#include "etp-deck-parts.h"
#include "etp-signs.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* A card on a slide says what it says on the map, in words where the map has a sign. */

#define PADDING 14.0
#define NOTE_PADDING 11.0
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

static void
add_times (EtpDeck *self, EtpBox *box, EtpNode *card)
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
      add_fact (self, box, get_face (etp_value_get_number (emotion, ETP_EMOTION_VALUE)), line, 3);
    }
}

/* What every card may say besides its words. */
static void
add_facts (EtpDeck *self, EtpBox *box, const EtpPlace *place, gboolean with_owners)
{
  EtpNode *card = place->card;
  const EtpRecord *record = etp_node_record (card);
  EtpNodeList *personas = etp_journey_get_list (self->map.journey, ETP_LIST_PERSONAS);
  EtpNode *until = etp_deck_get_named (self, record, ETP_CARD_UNTIL, ETP_LIST_PHASES);
  const char *journey = etp_node_get_text (card, ETP_CARD_JOURNEY);
  gint64 votes = etp_card_count_votes (card);

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

static void
set_resume (EtpDeck *self, EtpBox *box, const char *named)
{
  if (g_utf8_strlen (named, -1) > LONGEST_RESUME || strchr (named, '\n') != NULL)
    return;
  box->resume = etp_deck_say (self->map.language, ETP_SAY_CONTINUED, named, NULL, NULL);
  box->resume_ink = etp_deck_get_dim (self);
}

static void
add_picture (EtpDeck *self, EtpBox *box, EtpNode *card)
{
  EtpNode *asset = etp_deck_get_named (self, etp_node_record (card), ETP_CARD_IMAGE,
                                       ETP_LIST_ASSETS);

  if (asset != NULL)
    etp_box_add_drawing (box, etp_deck_draw_picture, (gpointer) etp_node_get_id (asset), PICTURE, 8)
        ->aspect = PICTURE_ASPECT;
}

static void
set_number (EtpPara *para, const EtpPlace *place, EtpRgba color)
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
  set_resume (self, box, named);
  if (etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH))
    box->corner[corner++] = ETP_SIGN_STAR;
  if (place->pain)
    box->corner[corner++] = ETP_SIGN_ICON;
  box->corner_ink = etp_deck_get_color (self, ETP_COLOR_PAIN_INK);
  if (title[0] == '\0')
    title = etp_deck_get_word (self, ETP_WORD_STEP);
  set_number (etp_box_add (box, title, ETP_TYPE_CARD_TITLE, etp_deck_get_ink (self), 0), place,
              etp_style_get_text_ink (self->map.style, color));
  add_picture (self, box, card);
  if (text != title)
    etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (self), 4);
  etp_box_add (box, quote, ETP_TYPE_NOTE_ITALIC, etp_deck_get_ink (self), 4);
  add_channels (self, box, card);
  if (with_feelings)
    add_feelings (self, box, card);
  add_facts (self, box, place, FALSE);
  return box;
}

/* How notes of a kind look: as on the map. */
typedef enum
{
  LOOK_CARD,
  LOOK_PAIN,
  LOOK_GAIN,
  LOOK_TINT,
} Look;

static Look
get_look (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_PAINS:
      return LOOK_PAIN;
    case ETP_LANE_KIND_GAINS:
    case ETP_LANE_KIND_OPPORTUNITIES:
      return LOOK_GAIN;
    case ETP_LANE_KIND_QUOTES:
    case ETP_LANE_KIND_IDEAS:
    case ETP_LANE_KIND_FRONTSTAGE:
    case ETP_LANE_KIND_BACKSTAGE:
    case ETP_LANE_KIND_SUPPORT:
      return LOOK_TINT;
    default:
      return LOOK_CARD;
    }
}

static const char *
get_hue (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_IDEAS:
    case ETP_LANE_KIND_BACKSTAGE:
      return "purple";
    case ETP_LANE_KIND_FRONTSTAGE:
      return "blue";
    case ETP_LANE_KIND_QUOTES:
    case ETP_LANE_KIND_SUPPORT:
      return "slate";
    default:
      return "";
    }
}

static EtpIcon
get_icon (EtpLaneKind kind)
{
  switch (kind)
    {
    case ETP_LANE_KIND_ACTIONS:
      return ETP_ICON_ACTION;
    case ETP_LANE_KIND_THOUGHTS:
      return ETP_ICON_THOUGHT;
    case ETP_LANE_KIND_NEEDS:
      return ETP_ICON_NEED;
    case ETP_LANE_KIND_QUESTIONS:
      return ETP_ICON_QUESTION;
    case ETP_LANE_KIND_QUOTES:
      return ETP_ICON_QUOTE;
    case ETP_LANE_KIND_GAINS:
      return ETP_ICON_GAIN;
    case ETP_LANE_KIND_PAINS:
      return ETP_ICON_PAIN;
    case ETP_LANE_KIND_OPPORTUNITIES:
      return ETP_ICON_OPPORTUNITY;
    case ETP_LANE_KIND_IDEAS:
      return ETP_ICON_IDEA;
    case ETP_LANE_KIND_MESSAGES:
      return ETP_ICON_MESSAGE;
    case ETP_LANE_KIND_EVIDENCE:
      return ETP_ICON_EVIDENCE;
    case ETP_LANE_KIND_FRONTSTAGE:
      return ETP_ICON_FRONTSTAGE;
    case ETP_LANE_KIND_BACKSTAGE:
      return ETP_ICON_BACKSTAGE;
    case ETP_LANE_KIND_SUPPORT:
      return ETP_ICON_SUPPORT;
    case ETP_LANE_KIND_DEPARTMENTS:
      return ETP_ICON_DEPARTMENT;
    default:
      return etp_lane_class_get (kind)->icon;
    }
}

static gboolean
is_spoken (EtpLaneKind kind)
{
  return kind == ETP_LANE_KIND_THOUGHTS || kind == ETP_LANE_KIND_QUOTES;
}

/* Sets the surface; returns the ink of what stands on it, and of its number. */
static EtpRgba
dress_note (EtpDeck *self,
            EtpBox *box,
            const EtpColumn *column,
            const EtpRow *row,
            EtpNode *card,
            EtpRgba *ink)
{
  EtpStyle *style = self->map.style;
  Look look = get_look (row->kind);
  EtpRgba color = etp_style_get_named (style, get_hue (row->kind), column->color), surface;

  color = etp_style_get_named (style, etp_node_get_text (row->lane, ETP_LANE_COLOR), color);
  color = etp_style_get_named (style, etp_node_get_text (card, ETP_CARD_COLOR), color);
  *ink = etp_deck_get_ink (self);
  if (look == LOOK_PAIN || look == LOOK_GAIN)
    {
      gboolean pain = look == LOOK_PAIN;

      *ink = etp_deck_get_color (self, pain ? ETP_COLOR_PAIN_INK : ETP_COLOR_GAIN_INK);
      surface = etp_deck_get_color (self, pain ? ETP_COLOR_PAIN_SURFACE : ETP_COLOR_GAIN_SURFACE);
      etp_box_set_surface (box, surface, etp_style_get_surface_ring (style, *ink), NOTE_PADDING);
      return *ink;
    }
  if (look == LOOK_TINT)
    {
      etp_box_set_surface (box, etp_style_get_surface (style, color),
                           etp_style_get_surface_ring (style, color), NOTE_PADDING);
      return etp_style_get_text_ink (style, color);
    }
  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), NOTE_PADDING);
  box->is_card = TRUE;
  return etp_style_get_text_ink (style, color);
}

/* Which lane of the map it stands in. */
static void
add_kicker (EtpDeck *self, EtpBox *box, const EtpRow *row, EtpRgba accent)
{
  EtpPara *para = etp_box_add (box, etp_map_get_lane_name (&self->map, row), ETP_TYPE_SMALL_STRONG,
                               accent, 0);

  para->sign = ETP_SIGN_ICON;
  para->value = get_icon (row->kind);
  para->color = accent;
}

EtpBox *
etp_deck_new_note (EtpDeck *self, const EtpColumn *column, const EtpRow *row, const EtpPlace *place)
{
  EtpNode *card = place->card;
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);
  g_autofree char *named = etp_deck_dup_named (self, card);
  g_autofree char *quote = etp_deck_dup_quoted (self, etp_node_get_text (card, ETP_CARD_QUOTE));
  g_autofree char *saying = NULL;
  EtpBox *box = etp_box_new (ETP_ITEM_CARD);
  gboolean has_both = title[0] != '\0' && text[0] != '\0';
  EtpRgba ink, accent = dress_note (self, box, column, row, card, &ink);
  EtpType type = is_spoken (row->kind) ? ETP_TYPE_NOTE_ITALIC
                 : has_both            ? ETP_TYPE_MEASURE_TITLE
                                       : ETP_TYPE_NOTE;

  saying = is_spoken (row->kind) ? etp_deck_dup_quoted (self, title[0] != '\0' ? title : text)
                                 : g_strdup (title[0] != '\0' ? title : text);
  etp_box_set_node (box, etp_node_get_id (card), named);
  set_resume (self, box, named);
  add_kicker (self, box, row, accent);
  set_number (etp_box_add (box, saying, type, ink, 1), place, accent);
  add_picture (self, box, card);
  if (has_both)
    etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_dim (self), 2);
  etp_box_add (box, quote, ETP_TYPE_NOTE_ITALIC, etp_deck_get_ink (self), 4);
  if (severity != ETP_ABSENT_INTEGER && severity > 0 && row->kind == ETP_LANE_KIND_PAINS)
    {
      g_autofree char *line = g_strdup_printf (
          "%s %" G_GINT64_FORMAT, etp_deck_get_word (self, ETP_WORD_SEVERITY), severity);
      EtpPara *para = etp_box_add (box, line, ETP_TYPE_SMALL, etp_deck_get_dim (self), 4);

      para->sign = ETP_SIGN_SEVERITY;
      para->value = (int) severity;
      para->color = ink;
    }
  add_times (self, box, card);
  add_facts (self, box, place,
             row->kind >= ETP_LANE_KIND_FRONTSTAGE && row->kind <= ETP_LANE_KIND_DEPARTMENTS);
  return box;
}

EtpBox *
etp_deck_new_handover (EtpDeck *self, EtpNode *link)
{
  EtpBox *box = etp_box_new (ETP_ITEM_CARD);
  gboolean broken = etp_node_get_enum (link, ETP_LINK_CONTINUITY) == ETP_LINK_CONTINUITY_BROKEN;
  EtpNode *from = etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_FROM));
  EtpNode *to = etp_journey_get_node (self->map.journey, etp_node_get_text (link, ETP_LINK_TO));
  g_autofree char *start = etp_deck_dup_number (self, from);
  g_autofree char *end = etp_deck_dup_number (self, to);
  g_autofree char *path = etp_deck_say (self->map.language, ETP_SAY_TO_STEP, start, end, NULL);
  g_autofree char *heading = g_strdup_printf (
      "%s: %s", path,
      etp_words_get_choice (self->map.language, etp_link_continuity_words,
                            etp_node_get_enum (link, ETP_LINK_CONTINUITY)));
  EtpRgba ink = broken ? etp_deck_get_color (self, ETP_COLOR_BAD) : etp_deck_get_dim (self);
  EtpPara *para;

  etp_box_set_surface (box, etp_deck_get_color (self, ETP_COLOR_CARD),
                       etp_deck_get_color (self, ETP_COLOR_CARD_RING), NOTE_PADDING);
  box->is_card = TRUE;
  etp_box_set_node (box, etp_node_get_id (link), heading);
  para = etp_box_add (box, heading, ETP_TYPE_SMALL_STRONG, ink, 0);
  para->sign = ETP_SIGN_ICON;
  para->value = broken ? ETP_ICON_BROKEN : ETP_ICON_CHANNELS;
  para->color = ink;
  etp_box_add (box, etp_node_get_text (link, ETP_LINK_LOSES), ETP_TYPE_NOTE,
               etp_deck_get_ink (self), 2);
  etp_box_add (box, etp_node_get_text (link, ETP_LINK_NOTE), ETP_TYPE_SMALL,
               etp_deck_get_dim (self), 2);
  return box;
}
