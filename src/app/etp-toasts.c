/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-toasts.h"

#include "model/etp-history.h"

typedef struct
{
  AdwToast *plain, *undo; /* weak */
} Shown;

/* What the undo of a message is about. */
typedef struct
{
  EtpJourney *journey; /* borrowed; its history speaks only while it is there */
  guint64 serial; /* of the journey after the step */
} Step;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_weak_pointer (&shown->plain);
  g_clear_weak_pointer (&shown->undo);
  g_free (shown);
}

static Shown *
get_shown (AdwToastOverlay *toasts)
{
  Shown *shown = g_object_get_data (G_OBJECT (toasts), "shown");

  if (shown == NULL)
    {
      shown = g_new0 (Shown, 1);
      g_object_set_data_full (G_OBJECT (toasts), "shown", shown, shown_free);
    }
  return shown;
}

/* Not everything that the history tells is a step: a run ends, for instance. */
static void
on_history_changed (EtpHistory *history, AdwToast *toast)
{
  const Step *step = g_object_get_data (G_OBJECT (toast), "step");

  if (etp_journey_get_serial (step->journey) != step->serial)
    adw_toast_dismiss (toast);
}

static void
watch (AdwToast *toast, EtpJourney *journey)
{
  Step *step = g_new (Step, 1);

  *step = (Step){ journey, etp_journey_get_serial (journey) };
  g_object_set_data_full (G_OBJECT (toast), "step", step, g_free);
  g_signal_connect_object (etp_journey_get_history (journey), "changed",
                           G_CALLBACK (on_history_changed), toast, 0);
}

static void
dismiss (AdwToast *toast)
{
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

void
etp_toasts_show (AdwToastOverlay *toasts,
                 const char *text,
                 const char *button,
                 const char *action,
                 EtpJourney *undoes)
{
  Shown *shown = get_shown (toasts);
  g_autofree char *plain = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (plain);

  if (button != NULL && action != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  dismiss (shown->plain);
  if (undoes != NULL)
    {
      dismiss (shown->undo);
      watch (toast, undoes);
    }
  else if (shown->undo != NULL) /* it waits for its turn */
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_weak_pointer (undoes != NULL ? &shown->undo : &shown->plain, toast);
  adw_toast_overlay_add_toast (toasts, toast);
}

void
etp_toasts_end_undo (AdwToastOverlay *toasts)
{
  dismiss (get_shown (toasts)->undo);
}
