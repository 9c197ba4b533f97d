/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include "etp-picker.h"
#include "model/etp-words.h"

/* One of a field's words. A word that this version does not know is shown as it is, and kept. */

struct _EtpEditorChoice
{
  EtpEditor parent;

  /* borrowed: a child */
  GtkWidget *button;

  /* state */
  int index; /* of the word; -1: another word, or several */
};

G_DECLARE_FINAL_TYPE (EtpEditorChoice, etp_editor_choice, ETP, EDITOR_CHOICE, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorChoice, etp_editor_choice, ETP_TYPE_EDITOR)

static void
etp_editor_choice_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorChoice *self = (EtpEditorChoice *) editor;
  const EtpField *row = etp_editor_get_row (editor);
  const char *word = datum->u.text != NULL && datum->u.text[0] != '\0' ? datum->u.text
                                                                       : row->words[0];
  const char *text = mixed ? "" : word;

  self->index = -1;
  for (int i = 0; !mixed && row->words[i] != NULL; i++)
    if (g_strcmp0 (row->words[i], word) == 0)
      {
        self->index = i;
        text = etp_words_get_choice (NULL, row->words, i);
      }
  etp_picker_button_set_text (self->button, text);
}

static void
list_words (EtpPicker *picker, gpointer user_data)
{
  EtpEditorChoice *self = user_data;
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (self));
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));

  for (int i = 0; row->words[i] != NULL; i++)
    if (etp_spot_may_say (spot, row->words[i]))
      etp_picker_add (picker, row->words[i], etp_words_get_choice (NULL, row->words, i), NULL,
                      i == self->index);
}

static void
on_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  etp_editor_write_text (user_data, id);
}

static void
etp_editor_choice_class_init (EtpEditorChoiceClass *klass)
{
  ETP_EDITOR_CLASS (klass)->show = etp_editor_choice_show;
}

static void
etp_editor_choice_init (EtpEditorChoice *self)
{
  self->button = etp_picker_button_new (list_words, on_picked, self);
}

EtpEditor *
etp_editor_choice_new (const EtpField *row)
{
  EtpEditorChoice *self = g_object_new (etp_editor_choice_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->button, TRUE);
  return ETP_EDITOR (self);
}
