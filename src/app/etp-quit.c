/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-quit.h"

#include "etp-window-private.h"

/* One window is asked about after the other. Nothing is closed before the last answer, so that
 * staying at the third window does not cost the changes that were to be discarded in the first. */

typedef struct
{
  GtkApplication *application; /* owned */
  GHashTable *discarded; /* owned; EtpWindow, owned → its serial when the person gave it up */
} Quit;

static gboolean is_quitting;

static void step (Quit *quit);

static void
quit_free (Quit *quit)
{
  is_quitting = FALSE;
  g_object_unref (quit->application);
  g_hash_table_unref (quit->discarded);
  g_free (quit);
}

static gpointer
get_serial (EtpWindow *window)
{
  EtpJourney *journey = etp_window_get_journey (window);

  return GUINT_TO_POINTER ((guint) (journey != NULL ? etp_journey_get_serial (journey) : 0));
}

/* What is done to a map after it was given up counts again. */
static gboolean
is_given_up (Quit *quit, EtpWindow *window)
{
  gpointer serial;

  return g_hash_table_lookup_extended (quit->discarded, window, NULL, &serial)
         && serial == get_serial (window);
}

static void
on_left (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpWindow *window = ETP_WINDOW (source);
  Quit *quit = user_data;

  switch (etp_window_leave_finish (window, result))
    {
    case ETP_WINDOW_DISCARD:
      g_hash_table_insert (quit->discarded, g_object_ref (window), get_serial (window));
      step (quit);
      break;
    case ETP_WINDOW_LEAVE:
      etp_window_take_typing (window); /* what was typed while it was saved */
      step (quit);
      break;
    case ETP_WINDOW_STAY:
    default:
      quit_free (quit);
    }
}

static void
close_all (Quit *quit)
{
  GList *windows = g_list_copy (gtk_application_get_windows (quit->application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (ETP_IS_WINDOW (link->data))
      etp_window_destroy (link->data, is_given_up (quit, link->data));
    else
      gtk_window_close (link->data);
  g_list_free (windows);
  quit_free (quit);
}

/* NULL: none is being asked by itself. */
static EtpWindow *
find_asked (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (ETP_IS_WINDOW (link->data) && ETP_WINDOW (link->data)->is_asking_to_leave)
      return link->data;
  return NULL;
}

static void
step (Quit *quit)
{
  EtpWindow *asked = find_asked (quit->application);

  /* Somebody closed it while another one was being saved. What becomes of it is decided there. */
  if (asked != NULL)
    {
      gtk_window_present (GTK_WINDOW (asked));
      quit_free (quit);
      return;
    }
  for (GList *link = gtk_application_get_windows (quit->application); link != NULL;
       link = link->next)
    if (ETP_IS_WINDOW (link->data) && etp_window_has_changes (link->data)
        && !is_given_up (quit, link->data))
      {
        etp_window_leave_async (link->data, on_left, quit);
        return;
      }
  close_all (quit);
}

void
etp_quit (GtkApplication *application)
{
  Quit *quit;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  if (is_quitting || find_asked (application) != NULL)
    return;
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (ETP_IS_WINDOW (link->data))
      etp_window_take_typing (link->data);
  is_quitting = TRUE;
  quit = g_new0 (Quit, 1);
  quit->application = g_object_ref (application);
  quit->discarded = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  step (quit);
}
