/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-talk-notes.h"

#include "etp-fields.h"
#include "etp-format.h"
#include "etp-outline.h"

static void
note_free (gpointer data)
{
  EtpTalkNote *note = data;

  g_free (note->subject);
  g_free (note->text);
  g_free (note);
}

static void
add (GPtrArray *notes, EtpTalkNoteKind kind, const char *subject, const char *text)
{
  EtpTalkNote *note;

  if (text[0] == '\0')
    return;
  note = g_new (EtpTalkNote, 1);
  *note = (EtpTalkNote){ kind, g_strdup (subject), g_strdup (text) };
  g_ptr_array_add (notes, note);
}

/* Those that are not done with. */
static void
add_comments (GPtrArray *notes, EtpJourney *journey, const char *on)
{
  EtpNodeList *comments = etp_journey_get_list (journey, ETP_LIST_COMMENTS);

  for (guint i = 0; i < etp_node_list_get_length (comments); i++)
    {
      EtpNode *comment = etp_node_list_get (comments, i);

      if (g_strcmp0 (etp_node_get_text (comment, ETP_COMMENT_ON), on) == 0
          && !etp_node_get_boolean (comment, ETP_COMMENT_RESOLVED))
        add (notes, ETP_TALK_NOTE_COMMENT, etp_node_get_text (comment, ETP_COMMENT_AUTHOR),
             etp_node_get_text (comment, ETP_COMMENT_TEXT));
    }
}

static void
append_paragraph (GString *text, const char *paragraph)
{
  if (paragraph[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

static void
add_card (GPtrArray *notes, EtpJourney *journey, const EtpPlace *place)
{
  const char *title = etp_node_get_text (place->card, ETP_CARD_TITLE);
  g_autofree char *subject = place->step_index > 0 && place->step == G_MAXUINT ? g_strdup_printf (
                                 "%u.%u %s", place->step_phase, place->step_index, title)
                                                                               : g_strdup (title);
  g_autoptr (GString) text = g_string_new (NULL);

  append_paragraph (text, etp_node_get_text (place->card, ETP_CARD_QUOTE));
  for (guint i = 0; i < etp_node_get_length (place->card, ETP_CARD_EMOTIONS); i++)
    append_paragraph (text, etp_record_get_text (etp_value_record (etp_node_get_value_at (
                                                     place->card, ETP_CARD_EMOTIONS, i)),
                                                 ETP_EMOTION_NOTE));
  add (notes, ETP_TALK_NOTE_CARD, subject, text->str);
  add_comments (notes, journey, etp_node_get_id (place->card));
}

/* The curve stands on steps. */
static gboolean
is_in_lane (const EtpPlace *place, EtpNode *lane, guint lane_index)
{
  if (lane == NULL || place->lane == lane_index)
    return TRUE;
  return etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_EMOTION && place->step_index > 0
         && place->step == G_MAXUINT;
}

static void
add_cards (GPtrArray *notes, EtpJourney *journey, guint phase, EtpNode *lane)
{
  EtpOutline *outline = etp_journey_get_outline (journey);
  const guint lane_index = lane != NULL ? etp_node_list_get_index (
                               etp_journey_get_list (journey, ETP_LIST_LANES), lane)
                                        : 0;

  for (guint row = 0; row < etp_outline_get_n_lanes (outline); row++)
    {
      guint n = 0;
      const EtpPlace *const *cell = etp_outline_get_cell (outline, phase, row, &n);

      for (guint i = 0; i < n; i++)
        if (is_in_lane (cell[i], lane, lane_index))
          add_card (notes, journey, cell[i]);
    }
}

static void
add_of_map (GPtrArray *notes, EtpJourney *journey)
{
  add (notes, ETP_TALK_NOTE_GOAL, "", etp_node_get_text (journey, ETP_JOURNEY_GOAL));
  add (notes, ETP_TALK_NOTE_DESCRIPTION, "", etp_node_get_text (journey, ETP_JOURNEY_DESCRIPTION));
  for (guint i = 0; i < etp_node_get_length (journey, ETP_JOURNEY_INSIGHTS); i++)
    add (notes, ETP_TALK_NOTE_INSIGHT, "",
         etp_record_get_text (
             etp_value_record (etp_node_get_value_at (journey, ETP_JOURNEY_INSIGHTS, i)),
             ETP_INSIGHT_TEXT));
  add_comments (notes, journey, "");
}

GPtrArray *
etp_talk_notes_list (EtpJourney *journey,
                     const char *phase_id,
                     const char *lane_id,
                     const char *language)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (note_free);
  EtpNode *phase = phase_id != NULL ? etp_journey_get_node (journey, phase_id) : NULL;
  EtpNode *lane = lane_id != NULL ? etp_journey_get_node (journey, lane_id) : NULL;
  g_autofree char *duration = NULL;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), notes);

  if (phase_id == NULL)
    {
      add_of_map (notes, journey);
      return notes;
    }
  if (phase == NULL || etp_node_get_list (phase) != ETP_LIST_PHASES)
    return notes;
  if (lane == NULL)
    {
      duration = etp_format_duration (etp_node_get_text (phase, ETP_PHASE_DURATION), language);
      add (notes, ETP_TALK_NOTE_GOAL, "", etp_node_get_text (phase, ETP_PHASE_GOAL));
      add (notes, ETP_TALK_NOTE_DURATION, "", duration);
      add (notes, ETP_TALK_NOTE_DESCRIPTION, "", etp_node_get_text (phase, ETP_PHASE_DESCRIPTION));
      add_comments (notes, journey, phase_id);
    }
  add_cards (notes, journey,
             etp_node_list_get_index (etp_journey_get_list (journey, ETP_LIST_PHASES), phase),
             lane);
  return notes;
}
