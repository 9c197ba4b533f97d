/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report.h"

#include <string.h>

#include "etp-names.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-words.h"
#include "etp-style.h"

/* Phase after phase: each step with all that is known of it and the notes that lie under it, then
 * the notes of the phase by lane. What is hidden on the map is not told. */

#define WORD(english) etp_report_word (self->language, english)
#define MAP_WORD(word) etp_words_get (self->language, ETP_WORD_##word)

/* What a card says besides its title, its text and its place. */
static const guint card_fields[] = {
  ETP_CARD_TOUCHPOINT,
  ETP_CARD_CHANNELS,
  ETP_CARD_OFFERS,
  ETP_CARD_MOMENT_OF_TRUTH,
  ETP_CARD_SEVERITY,
  ETP_CARD_SATISFACTION,
  ETP_CARD_CUSTOMER_IMPORTANCE,
  ETP_CARD_BUSINESS_IMPORTANCE,
  ETP_CARD_INTENTION,
  ETP_CARD_MESSAGE,
  ETP_CARD_DURATION,
  ETP_CARD_WAIT_TIME,
  ETP_CARD_FAIL_POINT,
  ETP_CARD_COUNT,
  ETP_CARD_PROBLEMS,
  ETP_CARD_REVENUE,
  ETP_CARD_COST,
  ETP_CARD_UNITS,
  ETP_CARD_SYSTEMS,
  ETP_CARD_PRIVACY,
  ETP_CARD_TAGS,
  ETP_CARD_PERSONAS,
  ETP_CARD_JOURNEY,
  ETP_CARD_INTERNAL,
  ETP_CARD_LINK,
};

static char *
dup_votes (EtpNode *card)
{
  guint n = etp_node_get_length (card, ETP_CARD_VOTES);
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += MAX (
        0, etp_value_get_integer (etp_node_get_value_at (card, ETP_CARD_VOTES, i), ETP_VOTE_COUNT));
  return n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sum) : NULL;
}

/* A feeling is a fact for each persona; of one persona it needs no name. */
static void
add_feelings (EtpReport *self, EtpNode *card)
{
  guint n = etp_node_get_length (card, ETP_CARD_EMOTIONS);
  EtpNodeList *personas = etp_journey_get_list (self->journey, ETP_LIST_PERSONAS);
  gboolean several = etp_node_list_get_length (personas) > 1;

  for (guint i = 0; i < n; i++)
    {
      EtpValue *emotion = etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i);
      g_autofree char *name = etp_report_dup_value (self, etp_value_record (emotion),
                                                    ETP_EMOTION_PERSONA);
      g_autofree char *label = several && name[0] != '\0'
                                   ? g_strdup_printf ("%s (%s)", MAP_WORD (EMOTION), name)
                                   : g_strdup (MAP_WORD (EMOTION));

      etp_report_take_fact (self, label, etp_report_dup_feeling (self, emotion));
    }
}

/* A note in one line: its text, then what else is said of it. */
static char *
dup_note (EtpReport *self, EtpNode *card)
{
  const EtpRecord *record = etp_node_record (card);
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);
  const char *quote = etp_node_get_text (card, ETP_CARD_QUOTE);
  GString *whole = g_string_new (title);
  g_autoptr (GString) more = g_string_new (NULL);
  g_autofree char *votes = dup_votes (card);

  if (text[0] != '\0')
    g_string_append_printf (whole, "%s%s", title[0] != '\0' ? ": " : "", text);
  if (quote[0] != '\0')
    g_string_append_printf (whole, "%s%s%s%s", whole->len > 0 ? " " : "", MAP_WORD (QUOTE_OPEN),
                            quote, MAP_WORD (QUOTE_CLOSE));
  for (guint i = 0; i < G_N_ELEMENTS (card_fields); i++)
    {
      g_autofree char *value = etp_report_dup_value (self, record, card_fields[i]);

      if (value[0] != '\0')
        g_string_append_printf (more, "%s%s: %s", more->len > 0 ? "; " : "",
                                WORD (record->table->fields[card_fields[i]].label), value);
    }
  if (votes != NULL)
    g_string_append_printf (more, "%s%s: %s", more->len > 0 ? "; " : "", MAP_WORD (VOTES), votes);
  if (etp_node_get_enum (card, ETP_CARD_EVIDENCE) != ETP_EVIDENCE_ASSUMED
      || etp_node_get_length (card, ETP_CARD_SOURCES) > 0)
    {
      g_autofree char *evidence = etp_report_dup_evidence (self, record, ETP_CARD_EVIDENCE,
                                                           ETP_CARD_SOURCES);

      g_string_append_printf (more, "%s%s", more->len > 0 ? "; " : "", evidence);
    }
  if (more->len > 0)
    g_string_append_printf (whole, "%s%s", whole->len > 0 ? " – " : "", more->str);
  return g_string_free (whole, FALSE);
}

static char *
dup_lane_name (EtpReport *self, guint lane)
{
  return etp_names_dup_lane (
      self->journey,
      etp_node_list_get (etp_journey_get_list (self->journey, ETP_LIST_LANES), lane));
}

static void
add_note (EtpReport *self, const EtpPlace *place, gboolean with_lane)
{
  g_autofree char *text = dup_note (self, place->card);
  g_autofree char *lane = with_lane ? dup_lane_name (self, place->lane) : NULL;

  etp_report_add_image (self, etp_node_get_text (place->card, ETP_CARD_IMAGE),
                        etp_node_get_text (place->card, ETP_CARD_TITLE));
  etp_report_add_item (self, lane, text);
}

static void
add_step (EtpReport *self, const EtpPlace *step, GPtrArray *notes)
{
  const EtpRecord *record = etp_node_record (step->card);
  g_autofree char *name = etp_names_dup (self->journey, step->card);

  etp_report_add_heading (self, 4, name, NULL);
  if (etp_node_get_text (step->card, ETP_CARD_TITLE)[0] != '\0')
    etp_report_add_text (self, etp_node_get_text (step->card, ETP_CARD_TEXT));
  etp_report_add_image (self, etp_node_get_text (step->card, ETP_CARD_IMAGE), name);
  etp_report_add_quote (self, etp_node_get_text (step->card, ETP_CARD_QUOTE));
  add_feelings (self, step->card);
  for (guint i = 0; i < G_N_ELEMENTS (card_fields); i++)
    etp_report_add_field (self, record, card_fields[i]);
  etp_report_take_fact (self, MAP_WORD (VOTES), dup_votes (step->card));
  etp_report_take_fact (
      self, MAP_WORD (EVIDENCE),
      etp_report_dup_evidence (self, record, ETP_CARD_EVIDENCE, ETP_CARD_SOURCES));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    add_note (self, notes->pdata[i], TRUE);
}

/* Notes by the step that they lie under (its EtpPlace); of the whole map, in their order. */
static GHashTable *
sort_notes (EtpReport *self)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  GHashTable *notes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint l = 0; l < etp_outline_get_n_lanes (outline); l++)
    for (guint p = 0; p < etp_outline_get_n_phases (outline); p++)
      {
        guint n;
        const EtpPlace *const *cell = etp_outline_get_cell (outline, p, l, &n);

        for (guint i = 0; i < n; i++)
          {
            const EtpPlace *step;
            GPtrArray *list;

            if (cell[i]->step == G_MAXUINT || !etp_names_is_shown (self->journey, cell[i]))
              continue;
            step = etp_outline_get_place (outline, cell[i]->step);
            list = g_hash_table_lookup (notes, step);
            if (list == NULL)
              {
                list = g_ptr_array_new ();
                g_hash_table_insert (notes, (gpointer) step, list);
              }
            g_ptr_array_add (list, (gpointer) cell[i]);
          }
      }
  return notes;
}

/* A note is told under its step, if that is told. */
static gboolean
is_told_already (EtpReport *self, const EtpPlace *place)
{
  EtpOutline *outline = etp_journey_get_outline (self->journey);

  if (place->step_phase != 0 && place->step == G_MAXUINT)
    return TRUE;
  return place->step != G_MAXUINT
         && etp_names_is_shown (self->journey, etp_outline_get_place (outline, place->step));
}

static void
add_lane (EtpReport *self, guint phase, guint lane)
{
  guint n;
  const EtpPlace *const *cell = etp_outline_get_cell (etp_journey_get_outline (self->journey),
                                                      phase, lane, &n);
  gboolean is_first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      if (!etp_names_is_shown (self->journey, cell[i]) || is_told_already (self, cell[i]))
        continue;
      if (is_first)
        {
          g_autofree char *name = dup_lane_name (self, lane);

          etp_report_add_heading (self, 4, name, NULL);
        }
      is_first = FALSE;
      add_note (self, cell[i], FALSE);
    }
}

static void
add_phase (EtpReport *self, EtpNode *phase, guint index, GHashTable *notes, EtpRgba color)
{
  static const guint facts[] = { ETP_PHASE_GOAL, ETP_PHASE_DURATION, G_MAXUINT };
  EtpOutline *outline = etp_journey_get_outline (self->journey);
  g_autofree char *title = g_strdup_printf ("%u %s", index + 1,
                                            etp_node_get_text (phase, ETP_PHASE_NAME));
  g_autofree char *id = g_strdup_printf ("phase-%u", index + 1);
  guint n;
  const EtpPlace *const *steps = etp_outline_get_phase_steps (outline, index, &n);

  etp_report_add_heading (self, 3, title, id)->color = color;
  etp_report_add_text (self, etp_node_get_text (phase, ETP_PHASE_DESCRIPTION));
  etp_report_add_fields (self, etp_node_record (phase), facts);
  for (guint i = 0; i < n; i++)
    if (etp_names_is_shown (self->journey, steps[i]))
      add_step (self, steps[i], g_hash_table_lookup (notes, steps[i]));
  for (guint l = 0; l < etp_outline_get_n_lanes (outline); l++)
    add_lane (self, index, l);
}

void
etp_report_add_phases (EtpReport *self)
{
  EtpNodeList *phases = etp_journey_get_list (self->journey, ETP_LIST_PHASES);
  guint n = etp_node_list_get_length (phases);
  EtpValue *theme = etp_node_get_value (self->journey, ETP_JOURNEY_THEME);
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_LIGHT);
  g_autoptr (GHashTable) notes = sort_notes (self);

  if (n == 0)
    return;
  etp_report_add_heading (self, 2, WORD ("Phases"), "phases");
  for (guint i = 0; i < n; i++)
    {
      EtpNode *phase = etp_node_list_get (phases, i);

      if (!etp_node_get_boolean (phase, ETP_PHASE_HIDDEN))
        add_phase (self, phase, i, notes,
                   etp_style_get_phase (style, i, n, etp_node_get_text (phase, ETP_PHASE_COLOR),
                                        theme != NULL ? etp_value_get_text (theme, ETP_THEME_ACCENT)
                                                      : ""));
    }
}
