/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-toasts.h"

#include "app/compat/etp-compat-mnemonic.h"
#include "model/etp-history.h"

/* px: what libadwaita puts around a message and its button */
#define BESIDE_TEXT 100
#define BESIDE_BUTTON 48

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

/* How wide the text is in letters as bold as those of a message. */
static int
get_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *bold = g_markup_printf_escaped ("<b>%s</b>", text);
  int width;

  pango_layout_set_markup (layout, bold, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Whether the message fits on a line, as libadwaita shows it; it would cut it off. */
static gboolean
has_room (GtkWidget *toasts, const char *text, const char *button)
{
  const int width = gtk_widget_get_width (toasts);
  int needed = BESIDE_TEXT + get_width (toasts, text);

  if (button != NULL)
    needed += BESIDE_BUTTON + get_width (toasts, button);
  return width == 0 || needed <= width;
}

/* Its corners are no half circles then, which would cut into the first line and the last. */
static void
on_rooted (GtkWidget *title)
{
  GtkWidget *toast = title;

  while (toast != NULL && !g_str_equal (gtk_widget_get_css_name (toast), "toast"))
    toast = gtk_widget_get_parent (toast);
  if (toast != NULL && gtk_widget_get_root (title) != NULL)
    gtk_widget_add_css_class (toast, "of-lines");
}

/* How many letters as bold as those of a message have room on a line. */
static int
count_letters (GtkWidget *toasts)
{
  PangoContext *context = gtk_widget_get_pango_context (toasts);
  PangoFontDescription *bold = pango_font_description_copy (
      pango_context_get_font_description (context));
  PangoFontMetrics *metrics;
  int width;

  pango_font_description_set_weight (bold, PANGO_WEIGHT_BOLD);
  metrics = pango_context_get_metrics (context, bold, NULL);
  width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
               pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (bold);
  return MAX ((gtk_widget_get_width (toasts) - BESIDE_TEXT) * PANGO_SCALE / MAX (width, 1), 1);
}

/* A message of several lines, with the button below. libadwaita makes room for as many as it has at its
 * natural width, so this must not be that of one long line. */
static void
set_lines (
    GtkWidget *toasts, AdwToast *toast, const char *text, const char *button, const char *action)
{
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), count_letters (toasts));
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (title), label);
  if (button != NULL)
    {
      GtkWidget *below = etp_compat_mnemonic_button_new (button);

      gtk_widget_set_halign (below, GTK_ALIGN_START);
      gtk_widget_set_focus_on_click (below, FALSE);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (below), action);
      g_signal_connect_object (below, "clicked", G_CALLBACK (adw_toast_dismiss), toast,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (title), below);
    }
  g_signal_connect (title, "notify::root", G_CALLBACK (on_rooted), NULL);
  adw_toast_set_custom_title (toast, title);
}

static AdwToast *
make_toast (GtkWidget *toasts, const char *text, const char *button, const char *action)
{
  g_autofree char *plain = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (plain);

  if (action == NULL)
    button = NULL;
  if (!has_room (toasts, text, button))
    set_lines (toasts, toast, text, button, action);
  else if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  return toast;
}

void
etp_toasts_show (AdwToastOverlay *toasts,
                 const char *text,
                 const char *button,
                 const char *action,
                 EtpJourney *undoes)
{
  Shown *shown = get_shown (toasts);
  AdwToast *toast = make_toast (GTK_WIDGET (toasts), text, button, action);

  dismiss (shown->plain);
  if (undoes != NULL)
    {
      dismiss (shown->undo);
      watch (toast, undoes);
    }
  else if (shown->undo != NULL) /* it waits for its turn */
    adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (toast), "text", g_strdup (text), g_free);
  g_set_weak_pointer (undoes != NULL ? &shown->undo : &shown->plain, toast);
  adw_toast_overlay_add_toast (toasts, toast);
}

void
etp_toasts_end (AdwToastOverlay *toasts, const char *text)
{
  AdwToast *toast = get_shown (toasts)->plain;

  if (toast != NULL && g_str_equal (g_object_get_data (G_OBJECT (toast), "text"), text))
    adw_toast_dismiss (toast);
}

void
etp_toasts_end_undo (AdwToastOverlay *toasts)
{
  dismiss (get_shown (toasts)->undo);
}
