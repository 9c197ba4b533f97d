/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-emotion-popover-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-typing.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-feelings.h"
#include "model/etp-fields.h"
#include "model/etp-outline.h"
#include "model/etp-tables.h"

/* What the popover shows of the journey. */

#define MOST_WORDS 4 /* feelings to choose from at once */

static const char *
get_persona_id (EtpEmotionPopover *self)
{
  return self->persona != NULL ? etp_node_get_id (self->persona) : "";
}

/* NULL: the step says nothing yet. */
EtpValue *
etp_emotion_popover_get_emotion (EtpEmotionPopover *self)
{
  return etp_card_get_emotion (self->card, get_persona_id (self));
}

const char *
etp_emotion_popover_get_language (EtpEmotionPopover *self)
{
  return etp_node_get_text (self->journey, ETP_JOURNEY_LANGUAGE);
}

double
etp_emotion_popover_get_level (EtpEmotionPopover *self)
{
  EtpValue *emotion = etp_emotion_popover_get_emotion (self);

  if (emotion == NULL)
    return (double) NAN;
  return self->is_target ? etp_value_get_number (emotion, ETP_EMOTION_TARGET)
                         : etp_emotion_get_level (emotion);
}

const char *
etp_emotion_popover_get_text (EtpEmotionPopover *self, guint column)
{
  EtpValue *emotion = etp_emotion_popover_get_emotion (self);

  return emotion != NULL ? etp_value_get_text (emotion, column) : "";
}

void
etp_emotion_popover_show_plain (EtpEmotionPopover *self, double value)
{
  gtk_label_set_label (self->plain,
                       etp_feelings_get_plain (etp_emotion_popover_get_language (self), value));
}

static void
on_word_clicked (GtkButton *button, EtpEmotionPopover *self)
{
  gtk_editable_set_text (self->feeling, gtk_button_get_label (button));
  etp_emotion_popover_commit_feeling (self);
}

static void
append_word (EtpEmotionPopover *self, const char *word)
{
  GtkWidget *button = gtk_button_new_with_label (word);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (button, "word");
  g_signal_connect (button, "clicked", G_CALLBACK (on_word_clicked), self);
  /* The button is the stop for the keyboard, not what holds it. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_append (self->words, child);
}

/* A button may be about to be clicked: it goes only if there are other words. */
static void
show_words (EtpEmotionPopover *self, const char *const *words, guint n)
{
  GtkFlowBoxChild *child;
  GtkWidget *first;
  guint n_same = 0;

  while (n_same < n && (child = gtk_flow_box_get_child_at_index (self->words, (int) n_same)) != NULL
         && strcmp (gtk_button_get_label (GTK_BUTTON (gtk_flow_box_child_get_child (child))),
                    words[n_same])
                == 0)
    n_same++;
  if (n_same == n && gtk_flow_box_get_child_at_index (self->words, (int) n) == NULL)
    return;
  while ((first = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_flow_box_remove (self->words, first);
  for (guint i = 0; i < n; i++)
    append_word (self, words[i]);
}

/* Words that begin like what is typed; without anything typed, or when it is one of the words, those
 * that go with the value. */
void
etp_emotion_popover_list_words (EtpEmotionPopover *self)
{
  const char *typed = gtk_editable_get_text (self->feeling);
  g_autofree char *start = g_utf8_casefold (typed, -1);
  const gboolean by_value = start[0] == '\0'
                            || etp_feelings_find (etp_emotion_popover_get_language (self), typed)
                                   != NULL;
  const double level = etp_emotion_popover_get_level (self);
  guint n, n_shown = 0;
  const EtpFeeling *feelings = etp_feelings_get (etp_emotion_popover_get_language (self), &n);
  const char *words[MOST_WORDS];

  for (guint i = 0; i < n && n_shown < MOST_WORDS; i++)
    {
      g_autofree char *word = g_utf8_casefold (feelings[i].word, -1);
      const gboolean fits = by_value ? isnan (level)
                                           || (level > feelings[i].low - 0.05
                                               && level < feelings[i].high + 0.05)
                                     : g_str_has_prefix (word, start);

      if (!fits || g_str_equal (word, start))
        continue;
      words[n_shown++] = feelings[i].word;
    }
  show_words (self, words, n_shown);
}

static void
fill_head (EtpEmotionPopover *self)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (self->journey), self->card);
  const char *title = etp_node_get_text (self->card, ETP_CARD_TITLE);
  const char *name = self->persona != NULL ? etp_node_get_text (self->persona, ETP_PERSONA_NAME)
                                           : "";
  g_autofree char *text = NULL;
  g_autofree char *owner = NULL;

  if (place != NULL && place->step_phase > 0)
    text = g_strdup_printf ("%u.%u %s", place->step_phase, place->step_index, title);
  gtk_label_set_label (self->title, text != NULL ? text : title);
  if (self->is_target)
    owner = name[0] != '\0'
                /* Translators: over a value of the to-be curve; %s is a persona's name. */
                ? g_strdup_printf (_ ("To-be curve of %s"), name)
                : g_strdup (_ ("To-be curve"));
  gtk_label_set_label (self->owner, owner != NULL ? owner : name);
  gtk_widget_set_visible (GTK_WIDGET (self->owner), owner != NULL || name[0] != '\0');
}

/* A room's votes decide; they can be cleared. */
static void
fill_rated (EtpEmotionPopover *self)
{
  EtpValue *emotion = etp_emotion_popover_get_emotion (self);
  const guint n = emotion != NULL && !self->is_target
                      ? etp_value_get_length (emotion, ETP_EMOTION_RATINGS)
                      : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->value_box, n == 0);
  gtk_widget_set_visible (self->rated_box, n > 0);
  if (n == 0)
    return;
  text = g_strdup_printf (
      /* Translators: %u is how many votes a room has given a step. */
      ngettext ("From %u rating of the room", "Mean of %u ratings of the room", n), n);
  gtk_label_set_label (self->rated, text);
}

/* Without a value the slider stands in the middle, which must not pass for neutral. */
static void
fill_scale (EtpEmotionPopover *self, double level)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->scale);

  gtk_range_set_value (self->scale, isnan (level) ? 0 : level);
  gtk_widget_set_opacity (GTK_WIDGET (self->scale), isnan (level) ? 0.5 : 1);
  if (isnan (level))
    gtk_accessible_update_property (
        accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
        /* Translators: said of the slider of an emotion where there is none. */
        _ ("not set"), -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
}

void
etp_emotion_popover_fill (EtpEmotionPopover *self)
{
  EtpValue *emotion = etp_emotion_popover_get_emotion (self);
  const double level = etp_emotion_popover_get_level (self);
  const char *feeling = etp_emotion_popover_get_text (self, ETP_EMOTION_FEELING);
  g_autofree char *number = etp_emotion_format (level, NULL);
  g_autofree char *note = etp_emotion_popover_dup_note (self);

  self->is_filling = TRUE;
  fill_head (self);
  fill_rated (self);
  fill_scale (self, level);
  etp_typing_set_text (self->value, number);
  gtk_widget_remove_css_class (GTK_WIDGET (self->value), "error");
  etp_emotion_popover_show_plain (self, level);
  gtk_widget_set_visible (self->details, !self->is_target);
  etp_typing_set_text (self->feeling, feeling);
  etp_typing_keep_whole (self->feeling, feeling, TRUE);
  if (!g_str_equal (note, etp_emotion_popover_get_text (self, ETP_EMOTION_NOTE)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note),
                              etp_emotion_popover_get_text (self, ETP_EMOTION_NOTE), -1);
  gtk_drop_down_set_selected (
      self->evidence, emotion != NULL ? (guint) MAX (
                          0, etp_record_get_enum (etp_value_record (emotion), ETP_EMOTION_EVIDENCE))
                                      : 0);
  etp_emotion_popover_list_words (self);
  self->is_filling = FALSE;
}
