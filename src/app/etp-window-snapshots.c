/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-question.h"
#include "etp-snapshots-dialog.h"
#include "file/etp-snapshot.h"
#include "model/etp-compare.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"

/* Snapshots: taking, comparing, restoring, removing. While the map is compared, a bar below the
 * header says with what and what has changed; it lies in the window's data until it is closed. */

#define BAR "comparison-bar"
#define MAX_PARTS 4
#define REST_MS 300 /* without a change; comparing a large map takes longer than typing may */

typedef struct
{
  EtpWindow *window; /* owned */
  GtkEditable *name, *author; /* owned */
} Question;

typedef struct
{
  EtpWindow *window; /* borrowed: the bar lies in it */
  EtpJourney *state; /* owned */
  char *name;
  GtkWidget *close; /* borrowed */
  GtkWidget *label; /* borrowed */
  guint rest_id; /* source: the map has changed, and does no more */
} Bar;

static void
bar_free (gpointer data)
{
  Bar *self = data;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_object_unref (self->state);
  g_free (self->name);
  g_free (self);
}

static EtpNode *
find_snapshot (EtpWindow *self, GVariant *id)
{
  EtpJourney *journey = etp_window_get_journey (self);
  EtpNode *node = journey != NULL ? etp_journey_get_node (journey, g_variant_get_string (id, NULL))
                                  : NULL;

  return node != NULL && etp_node_get_list (node) == ETP_LIST_SNAPSHOTS ? node : NULL;
}

static void
update_bar (Bar *bar)
{
  EtpJourney *journey = etp_window_get_journey (bar->window);
  g_autoptr (EtpComparison) comparison = NULL;
  g_autofree char *words = NULL, *text = NULL;

  if (journey == NULL)
    return;
  comparison = etp_compare (bar->state, journey, ETP_COMPARE_CONTENT);
  words = etp_comparison_dup_summary (comparison, MAX_PARTS);
  /* Translators: the name of a snapshot, then a list of changes. */
  text = g_strdup_printf (_ ("Compared with “%s”: %s"), bar->name, words);
  gtk_label_set_text (GTK_LABEL (bar->label), text);
  /* The keyboard gets to the button only. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->close), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static gboolean
on_rest (gpointer user_data)
{
  Bar *bar = user_data;

  bar->rest_id = 0;
  update_bar (bar);
  return G_SOURCE_REMOVE;
}

static void
on_committed (EtpJourney *journey, GPtrArray *ids, GtkWidget *box)
{
  Bar *bar = g_object_get_data (G_OBJECT (box), BAR);

  g_clear_handle_id (&bar->rest_id, g_source_remove);
  bar->rest_id = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, on_rest, bar, NULL);
}

void
etp_window_end_comparison (EtpWindow *self)
{
  GtkWidget *box = g_object_get_data (G_OBJECT (self), BAR);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "end-comparison");

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), FALSE);
  if (box == NULL)
    return;
  g_object_set_data (G_OBJECT (self), BAR, NULL);
  if (etp_window_get_journey (self) != NULL)
    g_signal_handlers_disconnect_by_data (etp_window_get_journey (self), box);
  gtk_box_remove (self->top_slot, box);
  etp_canvas_set_ghost (self->canvas, NULL, NULL);
}

/* Returns the bar. */
static const Bar *
show_bar (EtpWindow *self, EtpJourney *state, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  Bar *bar = g_new0 (Bar, 1);

  bar->window = self;
  bar->state = g_object_ref (state);
  bar->name = g_strdup (name);
  bar->close = close;
  bar->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (bar->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (bar->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (bar->label), 0);
  gtk_widget_set_hexpand (bar->label, TRUE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("End the Comparison"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("End the Comparison"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.end-comparison");
  gtk_box_append (GTK_BOX (box), bar->label);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_add_css_class (box, "notice");
  g_object_set_data_full (G_OBJECT (box), BAR, bar, bar_free);
  g_object_set_data (G_OBJECT (self), BAR, box);
  g_signal_connect_object (etp_window_get_journey (self), "committed", G_CALLBACK (on_committed),
                           box, 0);
  gtk_box_append (self->top_slot, box);
  update_bar (bar);
  return bar;
}

static void
on_compare (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNode *snapshot = find_snapshot (self, parameter);
  g_autoptr (EtpJourney) state = NULL;
  g_autoptr (GError) error = NULL;
  GAction *end = g_action_map_lookup_action (G_ACTION_MAP (self), "end-comparison");
  const char *name;
  const Bar *bar;

  if (snapshot == NULL)
    return;
  state = etp_snapshot_read (snapshot, &error);
  if (state == NULL)
    {
      etp_window_tell_error (self, error);
      return;
    }
  etp_window_end_comparison (self);
  name = etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME);
  etp_canvas_set_ghost (self->canvas, state, name);
  bar = show_bar (self, state, name);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (end), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  etp_window_say (self, gtk_label_get_text (GTK_LABEL (bar->label)));
}

static void
on_end_comparison (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_window_end_comparison (user_data);
  gtk_widget_grab_focus (GTK_WIDGET (ETP_WINDOW (user_data)->canvas));
}

/* Where nothing was changed there is no step: what "Undo" would take back is another one, maybe the
 * snapshot itself. */
static void
tell_restored (EtpWindow *self, const char *name, gboolean is_changed)
{
  g_autofree char *text = NULL;

  if (!is_changed)
    {
      etp_window_tell (self, _ ("Nothing has changed since then."), NULL, NULL);
      return;
    }
  /* Translators: %s is the name of a snapshot. */
  text = g_strdup_printf (_ ("The map is as it was in “%s”"), name);
  etp_window_tell (self, text, _ ("_Undo"), "win.undo-step");
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNode *snapshot = find_snapshot (self, parameter);
  g_autoptr (EtpJourney) state = NULL;
  g_autoptr (GError) error = NULL;
  guint64 serial;

  if (snapshot == NULL)
    return;
  etp_canvas_end_typing (self->canvas);
  serial = etp_journey_get_serial (etp_window_get_journey (self));
  state = etp_snapshot_read (snapshot, &error);
  if (state == NULL || !etp_edit_restore (etp_window_get_journey (self), state, &error))
    etp_window_tell_error (self, error);
  else
    tell_restored (self, etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME),
                   etp_journey_get_serial (etp_window_get_journey (self)) != serial);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpNode *snapshot = find_snapshot (user_data, parameter);
  g_autoptr (GError) error = NULL;

  if (snapshot != NULL && !etp_edit_remove (etp_window_get_journey (user_data), snapshot, &error))
    etp_window_tell_error (user_data, error);
}

static void
take (const Question *question)
{
  EtpJourney *journey = etp_window_get_journey (question->window);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *json = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *name = gtk_editable_get_text (question->name);

  if (journey == NULL)
    return;
  etp_canvas_end_typing (question->window->canvas);
  json = etp_snapshot_write (journey);
  if (etp_edit_take_snapshot (journey, name[0] != '\0' ? name : today, today,
                              gtk_editable_get_text (question->author), json, &error)
      == NULL)
    {
      etp_window_tell_error (question->window, error);
      return;
    }
  /* Translators: %s is the name of a snapshot. */
  text = g_strdup_printf (_ ("Snapshot “%s” taken"), name[0] != '\0' ? name : today);
  etp_window_tell (question->window, text, NULL, NULL);
}

static void
on_name_answered (const char *answer, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (answer, "take"))
    take (question);
  g_object_unref (question->window);
  g_object_unref (question->name);
  g_object_unref (question->author);
  g_free (question);
}

static GtkEditable *
add_entry (GtkWidget *box, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static void
on_take (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const EtpAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ETP_ANSWER_PLAIN },
    { "take", N_ ("_Take Snapshot"), ETP_ANSWER_SUGGESTED },
    { NULL },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Question *question = g_new (Question, 1);

  question->window = g_object_ref (user_data);
  question->name = g_object_ref (add_entry (box, _ ("Name, such as “after the workshop”")));
  question->author = g_object_ref (add_entry (box, _ ("Your name, if you like")));
  etp_compat_ask (GTK_WINDOW (user_data), _ ("Take a Snapshot"),
                  _ ("The map as it is now is kept in its file. You can compare with it and come "
                     "back to it."),
                  box, answers, on_name_answered, question);
}

static void
on_snapshots (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  etp_snapshots_dialog_show (user_data, etp_window_get_journey (user_data));
}

void
etp_window_add_snapshots (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "take-snapshot", .activate = on_take },
    { .name = "snapshots", .activate = on_snapshots },
    { .name = "compare-snapshot", .activate = on_compare, .parameter_type = "s" },
    { .name = "restore-snapshot", .activate = on_restore, .parameter_type = "s" },
    { .name = "remove-snapshot", .activate = on_remove, .parameter_type = "s" },
    { .name = "end-comparison", .activate = on_end_comparison },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  etp_window_end_comparison (self);
}
