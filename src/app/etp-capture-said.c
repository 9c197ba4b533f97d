/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-capture-bar-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-announce.h"

/* What a screen reader hears of the capture line: where the next note goes, and that the one before has got
 * there. Notes are counted, so that the words differ each time: the same ones would not be read again. */

void
etp_capture_bar_forget_said (EtpCaptureBar *self)
{
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->said_at, g_free);
}

void
etp_capture_bar_describe (EtpCaptureBar *self, const char *words)
{
  if (self->said != NULL && self->said_at == NULL)
    self->said_at = g_strdup (words);
  if (g_strcmp0 (self->said_at, words) != 0)
    etp_capture_bar_forget_said (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->said != NULL ? self->said : words, -1);
}

void
etp_capture_bar_say_added (EtpCaptureBar *self, EtpJourney *journey, const EtpCaptureTarget *target)
{
  g_autofree char *words = etp_capture_dup_words (journey, target);
  g_autofree char *said = NULL;

  self->n_added++;
  /* Translators: what a screen reader says when a note was captured: how many they are since the line was
   * opened, and the note's place on the map ("Decision › Thoughts"). */
  said = g_strdup_printf (_ ("Note %u added to %s"), self->n_added, words);
  etp_capture_bar_forget_said (self);
  if (etp_compat_announces_messages ())
    etp_compat_announce (GTK_WIDGET (self->entry), said);
  else
    self->said = g_steal_pointer (&said);
}
