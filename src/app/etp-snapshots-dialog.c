/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-snapshots-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-window.h"
#include "etp-snapshot-words.h"
#include "etp-toasts.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "app/compat/etp-compat-mnemonic.h"

/* The window is made anew for each showing; its list follows the journey while it is open. A snapshot has its
 * row at once; what has changed since is said there later. */

typedef struct
{
  GtkWindow *parent; /* borrowed: the dialog is destroyed with it */
  EtpJourney *journey; /* owned */
  AdwToastOverlay *toasts;
  GtkListBox *list;
  GtkWidget *window, *empty, *scroller;
  EtpSnapshotWords *words; /* owned */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  etp_snapshot_words_free (self->words);
  g_object_unref (self->journey);
  g_free (self);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

typedef struct
{
  GtkWindow *parent, *window; /* owned */
  const char *action;
  char *id; /* of the snapshot, or NULL */
  gboolean closes; /* the window */
} Choice;

static const char *
get_name (EtpNode *snapshot)
{
  const char *name = etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME);

  return name[0] != '\0' ? name : _ ("Snapshot");
}

/* It is said, where it can be seen, and offered to be taken back. */
static void
tell_removed (const Choice *choice, EtpNode *snapshot)
{
  const Dialog *self = g_object_get_data (G_OBJECT (choice->window), "dialog");
  g_autofree char *text = NULL;

  if (etp_node_get_journey (snapshot) != NULL || !gtk_widget_get_mapped (self->window))
    return;
  /* Translators: %s is the name of a snapshot. */
  text = g_strdup_printf (_ ("“%s” deleted"), get_name (snapshot));
  etp_toasts_show (self->toasts, text, _ ("_Undo"), "snapshots.undo", self->journey);
}

static gboolean
on_idle (gpointer user_data)
{
  Choice *choice = user_data;
  const Dialog *self = g_object_get_data (G_OBJECT (choice->window), "dialog");
  EtpNode *snapshot = choice->id != NULL ? etp_journey_get_node (self->journey, choice->id) : NULL;
  g_autoptr (EtpNode) kept = snapshot != NULL ? g_object_ref (snapshot) : NULL;

  if (choice->closes)
    gtk_window_close (choice->window);
  gtk_widget_activate_action (GTK_WIDGET (choice->parent), choice->action,
                              choice->id != NULL ? "s" : NULL, choice->id);
  if (!choice->closes && kept != NULL)
    tell_removed (choice, kept);
  g_object_unref (choice->window);
  g_object_unref (choice->parent);
  g_free (choice->id);
  g_free (choice);
  return G_SOURCE_REMOVE;
}

/* Not at once: the window must not go while its button is still at work, be it for a click or for
 * assistive technology. */
static void
choose (Dialog *self, const char *action, const char *id, gboolean closes)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (self->parent);
  choice->window = GTK_WINDOW (g_object_ref (self->window));
  choice->closes = closes;
  choice->action = action;
  choice->id = g_strdup (id);
  g_idle_add (on_idle, choice);
}

static void
on_clicked (GtkButton *button, Dialog *self)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  /* What it does shows on the map; only a removal goes on here. */
  choose (self, action, g_object_get_data (G_OBJECT (button), "snapshot"),
          !g_str_equal (action, "win.remove-snapshot"));
}

/* What would change a map that is only looked at cannot be pressed: its refusal would be told behind this
 * window. */
static void
let_change (Dialog *self, GtkWidget *button)
{
  gtk_widget_set_sensitive (button, !etp_journey_get_read_only (self->journey));
}

/* label NULL: the bin. Three words side by side are too wide for small screens in some languages. Returns the
 * button. */
static GtkWidget *
add_button (Dialog *self,
            GtkWidget *box,
            const char *label,
            const char *name,
            const char *action,
            EtpNode *snapshot)
{
  GtkWidget *button = label != NULL ? etp_compat_mnemonic_button_new (label)
                                    : gtk_button_new_from_icon_name ("user-trash-symbolic");

  if (label == NULL)
    gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "snapshot", g_strdup (etp_node_get_id (snapshot)),
                          g_free);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  if (!g_str_equal (action, "win.compare-snapshot"))
    let_change (self, button);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Whoever goes from button to button comes by no words. */
static void
on_words (GtkLabel *words, GParamSpec *pspec, GtkWidget *button)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (words), -1);
}

static GtkWidget *
create_row (Dialog *self, EtpNode *snapshot)
{
  const char *name = etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME);
  const char *author = etp_node_get_text (snapshot, ETP_SNAPSHOT_AUTHOR);
  g_autofree char *day = etp_format_date (etp_node_get_text (snapshot, ETP_SNAPSHOT_DATE), NULL);
  /* Translators: a day, then the name of a person. */
  g_autofree char *facts = author[0] != '\0' ? g_strdup_printf (_ ("%s, by %s"), day, author)
                                             : g_strdup (day);
  /* Translators: %s is the name of a snapshot. */
  g_autofree char *compare = g_strdup_printf (_ ("Compare with %s"), name);
  /* Translators: %s is the name of a snapshot. */
  g_autofree char *restore = g_strdup_printf (_ ("Restore %s"), name);
  /* Translators: %s is the name of a snapshot. */
  g_autofree char *removal = g_strdup_printf (_ ("Remove %s"), name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = create_label ("", NULL);
  GtkWidget *button;

  gtk_widget_add_css_class (box, "snapshot");
  gtk_box_append (GTK_BOX (box), create_label (get_name (snapshot), "heading"));
  gtk_box_append (GTK_BOX (box), create_label (facts, "dim-label"));
  gtk_box_append (GTK_BOX (box), words);
  button = add_button (self, buttons, _ ("_Compare"), compare, "win.compare-snapshot", snapshot);
  g_signal_connect_object (words, "notify::label", G_CALLBACK (on_words), button,
                           G_CONNECT_DEFAULT);
  add_button (self, buttons, _ ("_Restore"), restore, "win.restore-snapshot", snapshot);
  add_button (self, buttons, NULL, removal, "win.remove-snapshot", snapshot);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (etp_node_get_id (snapshot)), g_free);
  etp_snapshot_words_add (self->words, etp_node_get_id (snapshot), GTK_LABEL (words));
  return row;
}

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

/* NULL: none. */
static GtkWidget *
find_row (Dialog *self, const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && !g_str_equal (get_id (row), id))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The row with the keyboard, or NULL. */
static GtkWidget *
get_focused (Dialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

/* The first button of the row in that place, or of the last one; not the bin, which would take the next
 * snapshot as well. */
static void
focus_row (Dialog *self, int index, guint n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (index, (int) n - 1));

  gtk_widget_child_focus (row != NULL ? gtk_list_box_row_get_child (row) : self->empty,
                          GTK_DIR_TAB_FORWARD);
}

/* Rows for the snapshots that have none, no rows for what is none any more; the newest first. */
static void
follow_list (Dialog *self)
{
  EtpNodeList *snapshots = etp_journey_get_list (self->journey, ETP_LIST_SNAPSHOTS);
  const guint n = etp_node_list_get_length (snapshots);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      EtpNode *snapshot = etp_node_list_get (snapshots, n - 1 - i);

      while ((row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL
             && etp_journey_get_node (self->journey, get_id (GTK_WIDGET (row))) == NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row == NULL || !g_str_equal (get_id (GTK_WIDGET (row)), etp_node_get_id (snapshot)))
        gtk_list_box_insert (self->list, create_row (self, snapshot), (int) i);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

/* What was changed: a snapshot's row is made anew; anything else makes what all rows say old. */
static void
note_changes (Dialog *self, GPtrArray *ids)
{
  gboolean has_others = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      EtpNode *node = etp_journey_get_node (self->journey, ids->pdata[i]);
      GtkWidget *row = find_row (self, ids->pdata[i]);

      if (row != NULL && node != NULL)
        gtk_list_box_remove (self->list, row);
      has_others = has_others
                   || (row == NULL
                       && (node == NULL || etp_node_get_list (node) != ETP_LIST_SNAPSHOTS));
    }
  if (has_others)
    etp_snapshot_words_renew (self->words);
}

static void
on_committed (EtpJourney *journey, GPtrArray *ids, GtkWidget *window)
{
  Dialog *self = g_object_get_data (G_OBJECT (window), "dialog");
  GtkWidget *focused = get_focused (self);
  g_autoptr (GtkWidget) kept = focused != NULL ? g_object_ref (focused) : NULL;
  const int index = focused != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focused)) : -1;

  note_changes (self, ids);
  follow_list (self);
  if (kept != NULL && gtk_widget_get_parent (kept) == NULL)
    focus_row (self, index,
               etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS)));
}

static void
on_take (GtkButton *button, Dialog *self)
{
  choose (self, "win.take-snapshot", NULL, TRUE);
}

/* The bar has room for a sign only; as long as there is nothing else, the page says it in words. */
static GtkWidget *
create_header (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *take = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (take, _ ("Take a Snapshot…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (take), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take a Snapshot…"), -1);
  g_signal_connect (take, "clicked", G_CALLBACK (on_take), self);
  let_change (self, take);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), take);
  return header;
}

static GtkWidget *
create_empty_page (Dialog *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *take = etp_compat_mnemonic_button_new (_ ("_Take a Snapshot…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Snapshots"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("A snapshot keeps the map as it is now, to compare with it and to come back to it."));
  gtk_widget_set_halign (take, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (take, "pill");
  gtk_widget_add_css_class (take, "suggested-action");
  g_signal_connect (take, "clicked", G_CALLBACK (on_take), self);
  let_change (self, take);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), take);
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
on_history (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Dialog *self = user_data;
  const gboolean is_undo = g_str_equal (g_action_get_name (G_ACTION (action)), "undo");

  gtk_widget_activate_action (GTK_WIDGET (self->parent),
                              is_undo ? "win.undo-step" : "win.redo-step", NULL);
}

static void
add_history (Dialog *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = on_history },
    { .name = "redo", .activate = on_history },
  };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "snapshots.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "snapshots.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "snapshots.redo" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "snapshots", G_ACTION_GROUP (actions));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (self->window, controller);
}

static gboolean
on_escape (GtkWidget *window, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

void
etp_snapshots_dialog_show (GtkWindow *parent, EtpJourney *journey)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->parent = parent;
  self->journey = g_object_ref (journey);
  self->words = etp_snapshot_words_new (journey);
  self->window = adw_window_new ();
  etp_compat_window_init (GTK_WINDOW (self->window));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (clamp, "snapshots");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->empty = create_empty_page (self);
  gtk_box_append (GTK_BOX (page), self->scroller);
  gtk_box_append (GTK_BOX (page), self->empty);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, page);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  add_escape (self->window);
  add_history (self);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, dialog_free);
  g_signal_connect_object (journey, "committed", G_CALLBACK (on_committed), self->window, 0);
  follow_list (self);
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("Snapshots"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 480, 520);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_present (GTK_WINDOW (self->window));
}
