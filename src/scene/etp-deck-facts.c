/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-facts.h"

#include "etp-names.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-feelings.h"

#include <math.h>
#include <string.h>

/* Walks over the journey's outline; each is linear in its cards. */

GArray *
etp_deck_list_moments (EtpDeck *self)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (EtpDeckMoment));

  for (guint c = 0; c < self->map.n_columns && self->has_emotions; c++)
    {
      guint n;
      const EtpPlace *const *steps = etp_outline_get_phase_steps (self->map.outline,
                                                                  self->map.columns[c].index, &n);

      for (guint i = 0; i < n; i++)
        {
          guint n_emotions = etp_node_get_length (steps[i]->card, ETP_CARD_EMOTIONS);

          for (guint k = 0; k < n_emotions; k++)
            {
              EtpValue *emotion = etp_node_get_value_at (steps[i]->card, ETP_CARD_EMOTIONS, k);
              EtpDeckMoment moment = { steps[i], emotion, c, etp_emotion_get_level (emotion) };

              if (!isnan (moment.value))
                g_array_append_val (moments, moment);
            }
        }
    }
  return moments;
}

static const EtpDeckMoment *
find_extreme (GArray *moments, double sign)
{
  const EtpDeckMoment *best = NULL;
  gboolean differ = FALSE;

  for (guint i = 0; i < moments->len; i++)
    {
      const EtpDeckMoment *moment = &g_array_index (moments, EtpDeckMoment, i);

      if (best == NULL)
        best = moment;
      differ |= moment->value != best->value;
      if (sign * moment->value > sign * best->value)
        best = moment;
    }
  return differ ? best : NULL;
}

const EtpDeckMoment *
etp_deck_find_lowest (GArray *moments)
{
  return find_extreme (moments, -1);
}

const EtpDeckMoment *
etp_deck_find_highest (GArray *moments)
{
  return find_extreme (moments, 1);
}

GPtrArray *
etp_deck_list_places (EtpDeck *self, EtpLaneKind kind)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint c = 0; c < self->map.n_columns; c++)
    for (guint r = 0; r < self->map.n_rows; r++)
      {
        guint n;
        const EtpPlace *const *cell;

        if (self->map.rows[r].kind != kind)
          continue;
        cell = etp_outline_get_cell (self->map.outline, self->map.columns[c].index,
                                     self->map.rows[r].index, &n);
        for (guint i = 0; i < n; i++)
          g_ptr_array_add (places, (gpointer) cell[i]);
      }
  return places;
}

guint
etp_deck_count_steps (EtpDeck *self)
{
  g_autoptr (GPtrArray) places = etp_deck_list_places (self, ETP_LANE_KIND_TOUCHPOINTS);

  return places->len;
}

static gboolean
is_shown (EtpDeck *self, const char *id)
{
  EtpNode *card = id[0] != '\0' ? etp_journey_get_node (self->map.journey, id) : NULL;
  const EtpPlace *place = card != NULL ? etp_outline_find (self->map.outline, card) : NULL;

  return place != NULL && etp_names_is_shown (self->map.journey, place);
}

GPtrArray *
etp_deck_list_breaks (EtpDeck *self)
{
  EtpNodeList *links = etp_journey_get_list (self->map.journey, ETP_LIST_LINKS);
  GPtrArray *found = g_ptr_array_new ();
  EtpNode *link;

  for (guint i = 0; (link = etp_node_list_get (links, i)) != NULL; i++)
    if (etp_node_get_enum (link, ETP_LINK_CONTINUITY) == ETP_LINK_CONTINUITY_BROKEN
        && is_shown (self, etp_node_get_text (link, ETP_LINK_FROM))
        && is_shown (self, etp_node_get_text (link, ETP_LINK_TO)))
      g_ptr_array_add (found, link);
  return found;
}

EtpNode *
etp_deck_get_named (EtpDeck *self, const EtpRecord *record, guint field, EtpListKind list)
{
  const char *id = etp_record_get_text (record, field);
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (self->map.journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == list ? node : NULL;
}

const char *
etp_deck_get_title (EtpDeck *self, EtpNode *card)
{
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  EtpNode *touchpoint;

  if (title[0] != '\0')
    return title;
  touchpoint = etp_deck_get_named (self, etp_node_record (card), ETP_CARD_TOUCHPOINT,
                                   ETP_LIST_TOUCHPOINTS);
  if (touchpoint != NULL && etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME)[0] != '\0')
    return etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME);
  return etp_node_get_text (card, ETP_CARD_TEXT);
}

char *
etp_deck_dup_number (EtpDeck *self, EtpNode *card)
{
  const EtpPlace *place = etp_outline_find (self->map.outline, card);

  if (place == NULL || place->step_phase == 0)
    return g_strdup ("");
  return g_strdup_printf ("%u.%u", place->step_phase, place->step_index);
}

char *
etp_deck_dup_named (EtpDeck *self, EtpNode *card)
{
  g_autofree char *number = etp_deck_dup_number (self, card);
  const char *title = etp_deck_get_title (self, card);

  return g_strconcat (number, number[0] != '\0' && title[0] != '\0' ? " " : "", title, NULL);
}

char *
etp_deck_dup_moment (EtpDeck *self, const EtpDeckMoment *moment)
{
  char *named = etp_deck_dup_named (self, moment->place->card);
  EtpNode *persona = etp_deck_get_named (self, etp_value_record (moment->emotion),
                                         ETP_EMOTION_PERSONA, ETP_LIST_PERSONAS);
  g_autofree char *alone = NULL;

  if (self->n_curves < 2 || persona == NULL)
    return named;
  alone = named;
  return g_strdup_printf ("%s (%s)", named, etp_node_get_text (persona, ETP_PERSONA_NAME));
}

char *
etp_deck_dup_feeling (EtpDeck *self, EtpValue *emotion)
{
  double value = etp_emotion_get_level (emotion);
  const char *feeling = etp_value_get_text (emotion, ETP_EMOTION_FEELING);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup (feeling);
  number = etp_emotion_format (value, self->map.language);
  if (feeling[0] == '\0')
    feeling = etp_feelings_get_plain (self->map.language, value);
  return g_strdup_printf ("%s %s", number, feeling);
}

char *
etp_deck_dup_quoted (EtpDeck *self, const char *text)
{
  const char *open = etp_deck_get_word (self, ETP_WORD_QUOTE_OPEN);
  const char *close = etp_deck_get_word (self, ETP_WORD_QUOTE_CLOSE);

  if (text[0] == '\0' || g_str_has_prefix (text, open) || text[0] == '"'
      || g_str_has_prefix (text, "»"))
    return g_strdup (text);
  return g_strconcat (open, text, close, NULL);
}

char *
etp_deck_dup_names (
    EtpDeck *self, const EtpRecord *record, guint field, EtpListKind list, guint name)
{
  guint n = etp_record_get_length (record, field);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      EtpNode *node = etp_journey_get_node (self->map.journey,
                                            etp_record_get_text_at (record, field, i));

      if (node == NULL || etp_node_get_list (node) != list
          || etp_node_get_text (node, name)[0] == '\0')
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              etp_node_get_text (node, name));
    }
  return g_string_free (names, FALSE);
}

char *
etp_deck_dup_evidence (EtpDeck *self, const EtpRecord *record, guint evidence, guint sources)
{
  int level = etp_record_get_enum (record, evidence);
  const char *word = etp_deck_get_word (
      self, (EtpWord) (ETP_WORD_EVIDENCE_ASSUMED + CLAMP (level, 0, 2)));
  g_autofree char *names = etp_deck_dup_names (self, record, sources, ETP_LIST_SOURCES,
                                               ETP_SOURCE_TITLE);

  return g_strconcat (word, names[0] != '\0' ? ": " : "", names, NULL);
}

char *
etp_deck_join (char *first, ...)
{
  GString *text = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (char *part = first; part != NULL; part = va_arg (args, char *))
    {
      if (part[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\302\240· " : "", part);
      g_free (part);
    }
  va_end (args);
  return g_string_free (text, FALSE);
}
