/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-palette.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-window.h"
#include "etp-commands.h"
#include "etp-preedit.h"
#include "etp-wrapped-label.h"
#include "app/inspector/etp-beside.h"
#include "model/etp-fold.h"
#include "model/etp-match.h"

/* A window with an entry and a list of about 100 rows, which are made once and then only sorted
 * and hidden. The keyboard stays in the entry. */

#define WIDTH 560
#define HEIGHT 480
#define MOST_RECENT 5
#define LEAST_LETTERS 10 /* in a line, else the keys go below */

struct _EtpPalette
{
  AdwWindow parent;

  GtkEditable *entry;
  GtkListBox *list;
  GtkWidget *scroller, *nothing;
  GtkWidget *focus; /* weak */
  char *query; /* folded, owned */
};

#define ETP_TYPE_PALETTE (etp_palette_get_type ())
G_DECLARE_FINAL_TYPE (EtpPalette, etp_palette, ETP, PALETTE, AdwWindow)
G_DEFINE_FINAL_TYPE (EtpPalette, etp_palette, ADW_TYPE_WINDOW)

/* What menus call a command by other words than its title: it is found by these, too. */
static const struct
{
  const char *action, *label;
} menu_labels[] = {
  { "win.describe-curve", N_ ("_Describe the Curve") },
  { "win.show-start", N_ ("New from a _Template…") },
};

/* What a row is about; its data "offer". */
typedef struct
{
  char *action; /* detailed name */
  char *folded; /* its title */
  char *menu; /* what a menu calls it, folded; NULL: the same */
  guint order; /* in the table */
  gboolean is_enabled;
  guint recent; /* 1: done last; 0: not lately */
  guint rank; /* how well it fits what is typed now; 0: not at all */
} Offer;

/* Of the whole program, the last one first; owned strings. */
static GPtrArray *recent;

static void
free_offer (gpointer data)
{
  Offer *offer = data;

  g_free (offer->action);
  g_free (offer->folded);
  g_free (offer->menu);
  g_free (offer);
}

static Offer *
get_offer (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "offer");
}

static void
remember (const char *action)
{
  guint index;

  if (recent == NULL)
    recent = g_ptr_array_new_with_free_func (g_free);
  if (g_ptr_array_find_with_equal_func (recent, action, g_str_equal, &index))
    g_ptr_array_remove_index (recent, index);
  g_ptr_array_insert (recent, 0, g_strdup (action));
  if (recent->len > MOST_RECENT)
    g_ptr_array_set_size (recent, MOST_RECENT);
}

static guint
get_recent (const char *action)
{
  guint index;

  if (recent == NULL || !g_ptr_array_find_with_equal_func (recent, action, g_str_equal, &index))
    return 0;
  return index + 1;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  const Offer *left = get_offer (a), *right = get_offer (b);

  if (left->rank != right->rank)
    return (int) right->rank - (int) left->rank;
  if (left->is_enabled != right->is_enabled)
    return right->is_enabled - left->is_enabled;
  if (left->recent != right->recent)
    /* 0 is the longest ago. */
    return left->recent - 1 < right->recent - 1 ? -1 : 1;
  return (int) left->order - (int) right->order;
}

static gboolean
shows_row (GtkListBoxRow *row, gpointer user_data)
{
  return get_offer (row)->rank > 0;
}

static void
select_row (EtpPalette *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_point_t place;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  if (adjustment != NULL
      && gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self->list),
                                   &GRAPHENE_POINT_INIT (0, 0), &place))
    gtk_adjustment_clamp_page (adjustment, (double) place.y,
                               (double) place.y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static GtkListBoxRow *
find_shown (EtpPalette *self, GtkListBoxRow *from, int step)
{
  int index = from != NULL ? gtk_list_box_row_get_index (from) + step : 0;
  GtkListBoxRow *row;

  while (index >= 0 && (row = gtk_list_box_get_row_at_index (self->list, index)) != NULL)
    {
      if (get_offer (row)->rank > 0)
        return row;
      index += step;
    }
  return from;
}

/* What is read in the list counts more than what only menus say: whose title begins with it, one of whose
 * words does, then the menu's words, then what is inside of them. */
static guint
get_rank (const Offer *offer, const char *query)
{
  const EtpMatch title = etp_match (offer->folded, query);
  const EtpMatch menu = offer->menu != NULL ? etp_match (offer->menu, query) : ETP_MATCH_NONE;

  if (title >= ETP_MATCH_WORDS)
    return title + 1;
  return MIN (MAX (title, menu), ETP_MATCH_WORDS);
}

static void
on_changed (EtpPalette *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkListBoxRow *row;
  guint n = 0;

  g_free (self->query);
  self->query = etp_fold (text);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Offer *offer = get_offer (row);

      offer->rank = get_rank (offer, self->query);
      n += offer->rank > 0;
    }
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
  select_row (self, find_shown (self, NULL, 1));
  if (n > 0)
    gtk_adjustment_set_value (gtk_list_box_get_adjustment (self->list), 0);
}

static void
run (EtpPalette *self, GtkListBoxRow *row)
{
  const Offer *offer = row != NULL ? get_offer (row) : NULL;
  g_autoptr (GtkWidget) focus = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;

  if (offer == NULL || !offer->is_enabled
      || !g_action_parse_detailed_name (offer->action, &action, &target, NULL))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  remember (offer->action);
  g_set_object (&focus, self->focus);
  gtk_window_close (GTK_WINDOW (self));
  if (focus == NULL)
    return;
  /* The start page hides the map. The rows of the parking lot have kept the keyboard. */
  if (gtk_widget_get_mapped (focus) && gtk_widget_get_focusable (focus))
    gtk_widget_grab_focus (focus);
  gtk_widget_activate_action_variant (focus, action, target);
}

static void
on_activate (EtpPalette *self)
{
  run (self, gtk_list_box_get_selected_row (self->list));
}

static void
on_row_activated (EtpPalette *self, GtkListBoxRow *row)
{
  run (self, row);
}

static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, EtpPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n = 1;

  if (etp_preedit_is_open (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Page_Down:
      n = 8;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      for (; n > 0; n--)
        row = find_shown (self, row, 1);
      break;
    case GDK_KEY_Page_Up:
      n = 8;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      for (; n > 0; n--)
        row = find_shown (self, row, -1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  select_row (self, row);
  return GDK_EVENT_STOP;
}

/* GTK tells a widget's actions only to things that would run them: a button in the widget's place
 * is sensitive when the action is there and can be done. GTK complains of an action whose target is
 * missing, be it for a moment. */
static gboolean
is_enabled (GtkWidget *probe, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), name);
  return gtk_widget_get_sensitive (probe);
}

/* Beside the map a command of the map is one of what has the keyboard, if that has one of the name:
 * parking.delete for canvas.delete. */
static char *
dup_action (GtkWidget *probe, const char *action)
{
  static const char map[] = "canvas.";
  g_autofree char *parked = g_str_has_prefix (action, map)
                                ? g_strconcat ("parking.", action + strlen (map), NULL)
                                : NULL;

  return parked != NULL && is_enabled (probe, parked) ? g_steal_pointer (&parked)
                                                      : g_strdup (action);
}

static char *
dup_menu_label (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (menu_labels); i++)
    if (g_str_equal (menu_labels[i].action, action))
      {
        g_auto (GStrv) parts = g_strsplit (_ (menu_labels[i].label), "_", -1); /* its mnemonic */
        g_autofree char *plain = g_strjoinv (NULL, parts);

        return etp_fold (plain);
      }
  return NULL;
}

static GtkWidget *
create_row (const EtpCommand *command, const Offer *offer)
{
  GtkWidget *title = etp_wrapped_label_new (_ (command->title));
  g_autofree char *keys = etp_command_dup_keys (command, "  ");
  GtkWidget *label = etp_wrapped_label_new (keys);
  GtkWidget *box = etp_beside_box_new (title, label);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_width_chars (GTK_LABEL (title), LEAST_LETTERS);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (box, offer->is_enabled);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (command->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys,
                                  -1);
  return row;
}

static void
add_rows (EtpPalette *self, gboolean may_edit)
{
  g_autoptr (GArray) commands = etp_commands_list ();
  GtkWidget *probe = gtk_button_new ();

  gtk_widget_set_visible (probe, FALSE);
  gtk_widget_set_parent (probe, self->focus);
  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);
      GtkWidget *row;
      Offer *offer;

      if (command->action == NULL || g_str_equal (command->action, "win.palette")
          || g_str_has_prefix (command->action, "present."))
        continue;
      offer = g_new0 (Offer, 1);
      offer->action = dup_action (probe, command->action);
      offer->folded = etp_fold (_ (command->title));
      offer->menu = dup_menu_label (command->action);
      offer->order = i;
      offer->is_enabled = (may_edit || !command->edits)
                          && is_enabled (probe, offer->action) != FALSE;
      offer->recent = get_recent (offer->action);
      row = create_row (command, offer);
      g_object_set_data_full (G_OBJECT (row), "offer", offer, free_offer);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_unparent (probe);
  gtk_list_box_set_filter_func (self->list, shows_row, NULL, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

static void
etp_palette_dispose (GObject *object)
{
  EtpPalette *self = ETP_PALETTE (object);

  g_clear_weak_pointer (&self->focus);
  G_OBJECT_CLASS (etp_palette_parent_class)->dispose (object);
}

static void
etp_palette_finalize (GObject *object)
{
  g_free (ETP_PALETTE (object)->query);
  G_OBJECT_CLASS (etp_palette_parent_class)->finalize (object);
}

static void
etp_palette_class_init (EtpPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = etp_palette_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_palette_finalize;
}

static void
add_entry (EtpPalette *self, GtkBox *box)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (entry);
  g_object_set (entry, "placeholder-text", _ ("Name of a command"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Command"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_window_close), self,
                           G_CONNECT_SWAPPED);
  etp_preedit_watch (entry);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (box, entry);
}

static void
etp_palette_init (EtpPalette *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  etp_compat_window_init (GTK_WINDOW (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroller = gtk_scrolled_window_new ();
  self->nothing = gtk_label_new (_ ("There is no such command."));
  self->query = g_strdup ("");

  gtk_widget_add_css_class (GTK_WIDGET (box), "palette");
  add_entry (self, box);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "recent");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (box, self->scroller);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_append (box, self->nothing);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (box));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Commands"));
}

void
etp_palette_show (GtkWindow *parent, GtkWidget *focus, gboolean may_edit)
{
  EtpPalette *self = g_object_new (ETP_TYPE_PALETTE, "transient-for", parent, "modal", TRUE, NULL);

  /* A window that has not been drawn yet has no size. */
  gtk_window_set_default_size (
      GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)) - 24, -1, WIDTH),
      CLAMP (gtk_widget_get_height (GTK_WIDGET (parent)) - 48, -1, HEIGHT));
  g_set_weak_pointer (&self->focus, focus);
  add_rows (self, may_edit);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
}
