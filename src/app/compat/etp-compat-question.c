/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-question.h"
#include "etp-compat-mnemonic.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const AdwResponseAppearance looks[] = {
  [ETP_ANSWER_PLAIN] = ADW_RESPONSE_DEFAULT,
  [ETP_ANSWER_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
  [ETP_ANSWER_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
};

typedef struct
{
  EtpAnswerFunc func;
  gpointer user_data;
  char *answer; /* owned */
} Question;

static void
question_free (Question *question)
{
  g_free (question->answer);
  g_free (question);
}

static gboolean
pass_on (gpointer user_data)
{
  Question *question = user_data;

  question->func (question->answer, question->user_data);
  return G_SOURCE_REMOVE;
}

/* Both kinds of dialog have this signal. The answer may destroy the window or ask anew, so the
 * dialog is let go first. */
static void
on_response (GObject *dialog, const char *response, Question *question)
{
  Question *answered;

  if (question->func == NULL)
    return;
  answered = g_new0 (Question, 1);
  answered->func = g_steal_pointer (&question->func);
  answered->user_data = question->user_data;
  answered->answer = g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT, pass_on, answered, (GDestroyNotify) question_free);
}

static Question *
new_question (EtpAnswerFunc func, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->func = func;
  question->user_data = user_data;
  return question;
}

static void
connect_question (gpointer dialog, Question *question)
{
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question,
                         (GClosureNotify) (void (*) (void)) question_free, G_CONNECT_DEFAULT);
}

#if ADW_CHECK_VERSION(1, 5, 0)

void
etp_compat_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                GtkWidget *extra,
                const EtpAnswer *answers,
                EtpAnswerFunc func,
                gpointer user_data)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));

  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_set_extra_child (dialog, extra);
  for (const EtpAnswer *answer = answers; answer->id != NULL; answer++)
    {
      adw_alert_dialog_add_response (dialog, answer->id, _ (answer->label));
      adw_alert_dialog_set_response_appearance (dialog, answer->id, looks[answer->look]);
      if (answer->look == ETP_ANSWER_SUGGESTED)
        adw_alert_dialog_set_default_response (dialog, answer->id);
    }
  adw_alert_dialog_set_close_response (dialog, answers[0].id);
  connect_question (dialog, new_question (func, user_data));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}

#else

void
etp_compat_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                GtkWidget *extra,
                const EtpAnswer *answers,
                EtpAnswerFunc func,
                gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));

  adw_message_dialog_set_body (dialog, body);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  for (const EtpAnswer *answer = answers; answer->id != NULL; answer++)
    {
      adw_message_dialog_add_response (dialog, answer->id, _ (answer->label));
      adw_message_dialog_set_response_appearance (dialog, answer->id, looks[answer->look]);
      if (answer->look == ETP_ANSWER_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, answer->id);
    }
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  connect_question (dialog, new_question (func, user_data));
  etp_compat_name_buttons (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif
