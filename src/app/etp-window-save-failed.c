/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-save-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"

/* What is asked when saving fails, and what follows from the answer: to try again, to choose another
 * name, to overwrite what somebody else changed, or, on the way out, to give the changes up. */

#define MOST_ANSWERS 4

static const EtpAnswer failed_answers[] = {
  { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
  { "again", N_ ("_Try Again"), ETP_ANSWER_PLAIN },
  { "as", N_ ("Save _As…"), ETP_ANSWER_SUGGESTED },
  { NULL },
};

static const EtpAnswer changed_answers[] = {
  { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
  { "as", N_ ("Save _As…"), ETP_ANSWER_PLAIN },
  { "anyway", N_ ("_Overwrite"), ETP_ANSWER_DESTRUCTIVE },
  { NULL },
};

static const EtpAnswer gone_answers[] = {
  { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
  { "as", N_ ("Save _As…"), ETP_ANSWER_PLAIN },
  { "anyway", N_ ("_Save Again"), ETP_ANSWER_SUGGESTED },
  { NULL },
};

static const EtpAnswer anyway_answers[] = {
  { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
  { "as", N_ ("Save _As…"), ETP_ANSWER_PLAIN },
  { "anyway", N_ ("Save Any_way"), ETP_ANSWER_PLAIN },
  { NULL },
};

/* Whoever wants to leave must be able to, also where saving fails for good. answers gets room for
 * MOST_ANSWERS and the end; the first one, to stay, remains the first. */
static void
add_discard (EtpAnswer *answers, const EtpAnswer *others)
{
  static const EtpAnswer discard = { "discard", N_ ("_Discard Changes"), ETP_ANSWER_DESTRUCTIVE };
  guint n = 0;

  answers[n++] = *others++;
  answers[n++] = discard;
  for (; others->id != NULL; others++)
    {
      g_assert (n < MOST_ANSWERS);
      answers[n++] = *others;
    }
  answers[n] = (EtpAnswer){ NULL };
}

/* What the person may agree to; 0: nothing, the failure is one. */
static EtpSaveFlags
get_flag (const GError *error)
{
  if (error->domain != ETP_FILE_ERROR)
    return 0;
  switch (error->code)
    {
    case ETP_FILE_ERROR_CHANGED_ON_DISK:
      return ETP_SAVE_CHANGED_ON_DISK;
    case ETP_FILE_ERROR_HARD_LINKS:
      return ETP_SAVE_HARD_LINKS;
    case ETP_FILE_ERROR_FOREIGN_OWNER:
      return ETP_SAVE_FOREIGN_OWNER;
    default:
      return 0;
    }
}

static void
on_answered (const char *answer, gpointer user_data)
{
  GTask *task = user_data;
  EtpSaveConversation *conversation = g_task_get_task_data (task);

  conversation->is_given_up = g_str_equal (answer, "discard");
  if (g_str_equal (answer, "as"))
    etp_save_conversation_ask_name (task);
  else if (g_str_equal (answer, "again") || g_str_equal (answer, "anyway"))
    etp_save_conversation_try (task);
  else
    etp_save_conversation_end (task, FALSE);
}

/* There is nothing that could be overwritten. */
static gboolean
is_gone (EtpWindow *self, const EtpSaveConversation *conversation, EtpSaveFlags flag)
{
  return flag == ETP_SAVE_CHANGED_ON_DISK && conversation->file == NULL
         && (conversation->flags & ETP_SAVE_NEW) == 0
         && etp_document_get_disk_state (self->document) == ETP_MONITOR_GONE;
}

void
etp_save_conversation_ask_about_failure (GTask *task, const GError *error)
{
  EtpWindow *self = g_task_get_source_object (task);
  EtpSaveConversation *conversation = g_task_get_task_data (task);
  const EtpSaveFlags flag = get_flag (error);
  g_autofree char *name = etp_save_conversation_dup_name (task);
  g_autofree char *heading = NULL, *body = NULL;
  const char *reason = etp_file_error_get_reason (error);
  const EtpAnswer *answers = failed_answers;
  EtpAnswer more[MOST_ANSWERS + 1];

  if (flag == 0)
    {
      /* Translators: %s is the name of a file. */
      heading = g_strdup_printf (_ ("“%s” Could Not Be Saved"), name);
      if (!conversation->is_leaving)
        /* Translators: %s is a whole sentence that says why a map could not be saved. */
        body = g_strdup_printf (_ ("%s\n\nThe map stays open, with everything that you did."),
                                reason);
    }
  else if (is_gone (self, conversation, flag))
    {
      /* Translators: %s is the name of a file that was deleted or moved. */
      heading = g_strdup_printf (_ ("Save “%s” Again?"), name);
      answers = gone_answers;
      /* Whoever brings it back before the answer is not overwritten. */
      conversation->flags |= ETP_SAVE_NEW | flag;
    }
  else
    {
      /* Translators: %s is the name of a file. */
      heading = g_strdup_printf (_ ("Overwrite “%s”?"), name);
      answers = flag == ETP_SAVE_CHANGED_ON_DISK ? changed_answers : anyway_answers;
      /* Only used if the person says so: any other answer asks for a new name, which clears it. */
      conversation->flags = (conversation->flags & ~ETP_SAVE_NEW) | flag;
    }
  if (conversation->is_leaving)
    {
      /* Translators: %s is a whole sentence that says why a map could not be saved. */
      body = g_strdup_printf (_ ("%s\n\nIf you discard your changes, they are lost."), reason);
      add_discard (more, answers);
      answers = more;
    }
  etp_compat_ask (GTK_WINDOW (self), heading, body != NULL ? body : reason, NULL, answers,
                  on_answered, task);
}
