/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-compat-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  EtpAnswerFunc func;
  gpointer user_data;
} Question;

static const AdwResponseAppearance looks[] = {
  [ETP_ANSWER_PLAIN] = ADW_RESPONSE_DEFAULT,
  [ETP_ANSWER_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
  [ETP_ANSWER_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
};

/* Both kinds of dialog have this signal. */
static void
on_response (GObject *dialog, const char *response, Question *question)
{
  EtpAnswerFunc func = question->func;
  g_autofree char *answer = g_strdup (response);

  question->func = NULL;
  if (func != NULL)
    func (answer, question->user_data);
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
  Question *question = g_new (Question, 1);

  *question = (Question){ func, user_data };
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
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
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
  Question *question = g_new (Question, 1);

  *question = (Question){ func, user_data };
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
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif
