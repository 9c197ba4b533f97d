/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-presentation-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-frame.h"
#include "app/compat/etp-compat-window.h"
#include "model/etp-talk-notes.h"

/* What only the presenter sees: the clock, where the talk is, what was written down about it, and
 * what comes next. */

#define PICTURE_WIDTH 176
#define PICTURE_HEIGHT 110
#define PLACING_US (3 * G_USEC_PER_SEC)

struct _EtpPresentationNotes
{
  GtkWindow *window; /* owned by GTK until it is closed */
  GtkLabel *clock, *count, *title, *next;
  GtkBox *list;
  GtkWidget *next_box;
  GtkPicture *picture;
  guint clock_id; /* source: each second */
  gint64 opened; /* monotonic time in µs */
};

typedef struct _EtpPresentationNotes Notes;

static GtkLabel *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static gboolean
update_clock (gpointer user_data)
{
  EtpPresentation *self = user_data;
  const gint64 seconds = (g_get_monotonic_time () - self->start) / G_USEC_PER_SEC;
  g_autofree char *text = g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600),
                                           (int) (seconds / 60 % 60), (int) (seconds % 60));
  /* Translators: how long a presentation has been going on; %s is such as 0:12:05. */
  g_autofree char *spoken = g_strdup_printf (_ ("Time since the start: %s"), text);

  gtk_label_set_label (self->notes->clock, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes->clock),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return G_SOURCE_CONTINUE;
}

/* What stands above a note; NULL: nothing. Free. */
static char *
dup_heading (const EtpTalkNote *note)
{
  switch (note->kind)
    {
    case ETP_TALK_NOTE_GOAL:
      return g_strdup (_ ("Goal"));
    case ETP_TALK_NOTE_DURATION:
      return g_strdup (_ ("Duration"));
    case ETP_TALK_NOTE_DESCRIPTION:
      return g_strdup (_ ("Description"));
    case ETP_TALK_NOTE_INSIGHT:
      return g_strdup (_ ("Insight"));
    case ETP_TALK_NOTE_COMMENT:
      if (note->subject[0] == '\0')
        return g_strdup (_ ("Comment"));
      /* Translators: above a comment; %s is the name of who wrote it. */
      return g_strdup_printf (_ ("Comment by %s"), note->subject);
    case ETP_TALK_NOTE_CARD:
    default:
      return g_strdup (note->subject);
    }
}

static void
fill_list (EtpPresentation *self)
{
  Notes *notes = self->notes;
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  g_autoptr (GPtrArray) texts = etp_talk_notes_list (journey, self->phase_id, self->lane_id, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (notes->list))) != NULL)
    gtk_box_remove (notes->list, child);
  for (guint i = 0; i < texts->len; i++)
    {
      const EtpTalkNote *note = g_ptr_array_index (texts, i);
      g_autofree char *heading = dup_heading (note);

      gtk_box_append (notes->list, GTK_WIDGET (create_label (heading, "talk-heading")));
      gtk_box_append (notes->list, GTK_WIDGET (create_label (note->text, "talk-note")));
    }
  if (texts->len == 0)
    gtk_box_append (notes->list,
                    GTK_WIDGET (create_label (_ ("Nothing is noted here."), "dim-label")));
}

static void
fill_next (EtpPresentation *self)
{
  Notes *notes = self->notes;
  const EtpTalkMove move = etp_presentation_get_state (self, "step-lanes") ? ETP_TALK_NEXT_STEP
                                                                           : ETP_TALK_NEXT;
  const EtpTalkPlace next = etp_talk_go (self->talk, self->place, move);
  const gboolean is_last = next.phase == self->place.phase && next.lane == self->place.lane;
  g_autofree char *title = etp_presentation_dup_title (self, next);
  g_autoptr (GdkPaintable) picture = NULL;

  gtk_label_set_label (notes->next, is_last ? _ ("This is the end.") : title);
  if (!is_last)
    picture = etp_presentation_paint (self, next, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_picture_set_paintable (notes->picture, picture);
  gtk_widget_set_visible (GTK_WIDGET (notes->picture), !is_last);
}

void
etp_presentation_update_notes (EtpPresentation *self)
{
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;

  if (self->notes == NULL || self->talk == NULL)
    return;
  title = etp_presentation_dup_title (self, self->place);
  count = etp_presentation_dup_count (self);
  gtk_label_set_label (self->notes->title, title);
  gtk_label_set_label (self->notes->count, count != NULL ? count : "");
  fill_list (self);
  fill_next (self);
}

void
etp_presentation_move_notes (EtpPresentation *self)
{
  if (self->notes != NULL)
    etp_presentation_place_notes (self, self->notes->window);
}

/* While the desktop puts the window somewhere, which under X11 takes several steps. Later it is the
 * presenter who takes it elsewhere. */
static void
on_enter_monitor (GdkSurface *surface, GdkMonitor *monitor, EtpPresentation *self)
{
  if (self->notes != NULL && g_get_monotonic_time () - self->notes->opened < PLACING_US)
    etp_presentation_move_notes (self);
  else
    g_signal_handlers_disconnect_by_func (surface, on_enter_monitor, self);
}

static gboolean
on_close_request (GtkWindow *window, EtpPresentation *self)
{
  etp_presentation_set_state (self, "notes", FALSE);
  return TRUE; /* gone by now */
}

static GtkWidget *
create_header (void)
{
  static const struct
  {
    const char *icon, *name, *action;
    gboolean at_end;
  } rows[] = {
    { "go-previous-symbolic", N_ ("Previous Phase"), "present.previous", FALSE },
    { "go-next-symbolic", N_ ("Next Phase"), "present.next", FALSE },
    { "video-display-symbolic", N_ ("Other Screen"), "present.swap-screens", TRUE },
    { "weather-clear-night-symbolic", N_ ("Black Screen"), "present.black", TRUE },
  };
  GtkWidget *header = adw_header_bar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (rows[i].icon);

      gtk_widget_set_tooltip_text (button, _ (rows[i].name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (rows[i].name), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), rows[i].action);
      gtk_widget_set_focusable (button, FALSE);
      if (rows[i].at_end)
        adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
      else
        adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
    }
  return header;
}

static GtkWidget *
create_top (Notes *notes)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  notes->clock = create_label (NULL, "title-1");
  gtk_widget_add_css_class (GTK_WIDGET (notes->clock), "numeric");
  gtk_label_set_wrap (notes->clock, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (notes->clock), TRUE);
  notes->count = create_label (NULL, "dim-label");
  gtk_label_set_wrap (notes->count, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (notes->count), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (notes->clock));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (notes->count));
  return top;
}

static GtkWidget *
create_next (Notes *notes)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  notes->next_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  notes->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (notes->picture), PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (notes->picture), "talk-picture");
  gtk_widget_set_overflow (GTK_WIDGET (notes->picture), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (notes->picture), GTK_ALIGN_CENTER);
  notes->next = create_label (NULL, "heading");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (create_label (_ ("Next"), "dim-label")));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (notes->next));
  gtk_box_append (GTK_BOX (notes->next_box), GTK_WIDGET (notes->picture));
  gtk_box_append (GTK_BOX (notes->next_box), texts);
  return notes->next_box;
}

static GtkWidget *
create_content (Notes *notes)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  notes->title = create_label (NULL, "title-2");
  notes->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (notes->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "talk-notes");
  gtk_box_append (GTK_BOX (box), create_top (notes));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (notes->title));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), create_next (notes));
  return box;
}

static void
open_notes (EtpPresentation *self)
{
  Notes *notes = g_new0 (Notes, 1);
  GdkSurface *surface;

  notes->window = GTK_WINDOW (adw_window_new ());
  etp_compat_window_init (notes->window);
  gtk_window_set_title (notes->window, _ ("Presenter’s Notes"));
  gtk_window_set_default_size (notes->window, 560, 680);
  gtk_widget_set_size_request (GTK_WIDGET (notes->window), 320, 294);
  adw_window_set_content (ADW_WINDOW (notes->window),
                          etp_compat_frame_new (create_header (), create_content (notes), NULL));
  g_signal_connect_object (notes->window, "close-request", G_CALLBACK (on_close_request), self, 0);
  notes->opened = g_get_monotonic_time ();
  self->notes = notes;
  etp_presentation_attach (self, GTK_WIDGET (notes->window));
  notes->clock_id = g_timeout_add_seconds (1, update_clock, self);
  update_clock (self);
  etp_presentation_update_notes (self);
  gtk_window_present (notes->window);
  surface = gtk_native_get_surface (GTK_NATIVE (notes->window));
  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (on_enter_monitor), self, 0);
}

static gboolean
on_closed (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

void
etp_presentation_show_notes (EtpPresentation *self, gboolean is_shown)
{
  Notes *notes = self->notes;

  if (is_shown == (notes != NULL))
    return;
  if (is_shown)
    {
      open_notes (self);
      return;
    }
  self->notes = NULL;
  g_clear_handle_id (&notes->clock_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (notes->window), FALSE);
  /* Not while one of its keys is still at work. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_closed, g_object_ref (notes->window),
                   g_object_unref);
  g_free (notes);
}
