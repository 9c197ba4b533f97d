/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-table-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-alert.h"
#include "app/compat/etp-compat-dialog.h"
#include "app/compat/etp-compat-drop-down.h"
#include "etp-table-cell.h"
#include "etp-window-private.h"
#include "model/etp-edit-map.h"
#include "model/etp-words.h"
#include "app/compat/etp-compat-mnemonic.h"

/* Everything is made anew when other rows are left out, or a head is switched on or off; a lane's kind only changes the counts
 * and how its row looks. */

#define WIDTH 820 /* px */
#define HEIGHT 600
#define MAX_ROWS 60 /* that are shown; more is pasted as guessed */
#define MAX_COLUMNS 30

typedef struct
{
  EtpWindow *window; /* borrowed: the dialog goes with it */
  EtpJourney *journey; /* owned */
  EtpSheetPlan *plan; /* owned */
  GtkWidget *dialog; /* the toolkit's, until it is closed */
  GtkWidget *scroller, *grid;
  GtkLabel *counts, *rest;
  GtkWidget *paste;
  GtkSpinButton *above;
  GtkSwitch *head_row, *head_column;
  gboolean is_updating; /* they are set to what is guessed */
  gboolean is_done; /* it is pasted */
  GArray *kinds; /* of int: the entries of every row's list, past "into the lane" */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->journey);
  etp_sheet_plan_free (self->plan);
  g_array_unref (self->kinds);
  g_free (self);
}

/* Only what there is is counted; takes the text. */
static void
add_count (GString *all, guint n, char *text)
{
  if (n > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", text);
  g_free (text);
}

static void
update_counts (Dialog *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  EtpSheetCounts n;

  etp_sheet_plan_count (self->plan, &n);
  add_count (all, n.n_phases,
             g_strdup_printf (ngettext ("%u new phase", "%u new phases", n.n_phases), n.n_phases));
  add_count (all, n.n_lanes,
             g_strdup_printf (ngettext ("%u new lane", "%u new lanes", n.n_lanes), n.n_lanes));
  add_count (all, n.n_cards,
             g_strdup_printf (ngettext ("%u card", "%u cards", n.n_cards), n.n_cards));
  add_count (all, n.n_feelings,
             g_strdup_printf (ngettext ("%u feeling", "%u feelings", n.n_feelings), n.n_feelings));
  add_count (all, n.n_channels,
             /* Translators: how often a step uses a channel. */
             g_strdup_printf (ngettext ("%u use of a channel", "%u uses of channels", n.n_channels),
                              n.n_channels));
  add_count (all, n.n_metrics,
             g_strdup_printf (ngettext ("%u metric", "%u metrics", n.n_metrics), n.n_metrics));
  add_count (all, n.n_measures,
             g_strdup_printf (ngettext ("%u measure", "%u measures", n.n_measures), n.n_measures));
  gtk_widget_set_sensitive (self->paste, all->len > 0);
  gtk_label_set_text (self->counts, all->len > 0 ? all->str : _ ("Nothing would be pasted."));
}

/* The grid */

static guint
get_first_kind (Dialog *self, guint row)
{
  return etp_sheet_plan_has_lane (self->plan, row) ? 1 : 0;
}

/* Cells say what they become; those of rows that are left out are dim. */
static void
update_row (Dialog *self, guint row)
{
  const guint first_column = etp_sheet_plan_get_first_column (self->plan);
  const guint first = etp_sheet_plan_get_first_row (self->plan);
  const guint n_rows = MIN (etp_sheet_get_n_rows (etp_sheet_plan_get_sheet (self->plan)),
                            first + MAX_ROWS);

  do
    {
      const gboolean is_out = etp_sheet_plan_get_kind (self->plan, row) == ETP_SHEET_LEAVE_OUT;
      GtkWidget *child;

      for (int column = 1;
           (child = gtk_grid_get_child_at (GTK_GRID (self->grid), column, (int) (row - first) + 1))
           != NULL;
           column++)
        {
          g_autofree char *told = etp_sheet_plan_dup_told (self->plan, row,
                                                           first_column + (guint) column - 1);

          gtk_label_set_text (GTK_LABEL (child), told);
          if (is_out)
            gtk_widget_add_css_class (child, "dim-label");
          else
            gtk_widget_remove_css_class (child, "dim-label");
        }
      row++;
    }
  while (row < n_rows && etp_sheet_plan_is_continued (self->plan, row));
}

static void
on_kind_selected (GtkDropDown *list, GParamSpec *spec, Dialog *self)
{
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), "etp-row"));
  const guint first = get_first_kind (self, row);
  const guint chosen = gtk_drop_down_get_selected (list);

  etp_sheet_plan_set_kind (self->plan, row,
                           chosen < first ? ETP_SHEET_INTO_LANE
                                          : g_array_index (self->kinds, int, chosen - first));
  update_row (self, row);
  update_counts (self);
}

static GtkWidget *
create_kinds (Dialog *self, guint row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const int kind = etp_sheet_plan_get_kind (self->plan, row);
  const guint first = get_first_kind (self, row);
  guint chosen = 0;
  g_autofree char *label = NULL;
  GtkWidget *list;

  if (first > 0)
    gtk_string_list_append (names, _ ("Into This Lane"));
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const int each = g_array_index (self->kinds, int, i);

      gtk_string_list_append (names, each == ETP_SHEET_LEAVE_OUT
                                         ? _ ("Leave Out")
                                         : etp_words_get_lane_kind (NULL, each));
      if (each == kind)
        chosen = i + first;
    }
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), chosen);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  /* Translators: %s is what a lane is called. */
  label = g_strdup_printf (_ ("Kind of the lane “%s”"),
                           etp_sheet_plan_get_lane_name (self->plan, row));
  etp_compat_drop_down_set_name (list, label);
  g_object_set_data (G_OBJECT (list), "etp-row", GUINT_TO_POINTER (row));
  g_signal_connect (list, "notify::selected", G_CALLBACK (on_kind_selected), self);
  return list;
}

static GtkWidget *
create_lane_head (Dialog *self, guint row)
{
  const char *name = etp_sheet_plan_get_lane_name (self->plan, row);
  g_autofree char *lane = etp_sheet_plan_dup_lane (self->plan, row);
  g_autofree char *there = NULL;
  GtkWidget *box;

  /* Translators: %s is what a lane is called on the map. */
  if (lane != NULL && g_utf8_collate (lane, name) != 0)
    there = g_strdup_printf (_ ("On the map: %s"), lane);
  box = etp_table_head_new (name, lane != NULL, _ ("New lane"),
                            there != NULL ? there : _ ("On the map"));
  gtk_box_append (GTK_BOX (box), create_kinds (self, row));
  return box;
}

static void
fill_row (Dialog *self, guint row, guint n_columns)
{
  const int top = (int) (row - etp_sheet_plan_get_first_row (self->plan)) + 1;

  if (etp_sheet_plan_is_continued (self->plan, row))
    gtk_grid_attach (GTK_GRID (self->grid), etp_table_cell_new ("", "table-head"), 0, top, 1, 1);
  else
    gtk_grid_attach (GTK_GRID (self->grid), create_lane_head (self, row), 0, top, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    gtk_grid_attach (GTK_GRID (self->grid), etp_table_cell_new ("", NULL), (int) i + 1, top, 1, 1);
}

static void
update_rest (Dialog *self, guint n_rows, guint n_columns)
{
  const EtpSheet *sheet = etp_sheet_plan_get_sheet (self->plan);
  const guint more_rows = etp_sheet_get_n_rows (sheet) - etp_sheet_plan_get_first_row (self->plan)
                          - n_rows;
  const guint more_columns = etp_sheet_get_n_columns (sheet)
                             - etp_sheet_plan_get_first_column (self->plan) - n_columns;

  gtk_widget_set_visible (GTK_WIDGET (self->rest), more_rows + more_columns > 0);
  gtk_label_set_text (self->rest,
                      _ ("The table goes on; what is not shown here is pasted as well."));
}

static void
fill_grid (Dialog *self)
{
  const EtpSheet *sheet = etp_sheet_plan_get_sheet (self->plan);
  const guint first_row = etp_sheet_plan_get_first_row (self->plan);
  const guint first_column = etp_sheet_plan_get_first_column (self->plan);
  const guint n_rows = MIN (etp_sheet_get_n_rows (sheet) - first_row, MAX_ROWS);
  const guint n_columns = MIN (etp_sheet_get_n_columns (sheet) - first_column, MAX_COLUMNS);

  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "table-preview");
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), etp_table_cell_new ("", "table-head"), 0, 0, 1, 1);
  for (guint i = 0; i < n_columns; i++)
    gtk_grid_attach (
        GTK_GRID (self->grid),
        etp_table_head_new (etp_sheet_plan_get_phase_name (self->plan, first_column + i),
                            etp_sheet_plan_has_phase (self->plan, first_column + i),
                            _ ("New phase"), _ ("On the map")),
        (int) i + 1, 0, 1, 1);
  for (guint i = 0; i < n_rows; i++)
    {
      fill_row (self, first_row + i, n_columns);
      update_row (self, first_row + i);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  update_rest (self, n_rows, n_columns);
  update_counts (self);
}

/* A head alone makes no table, so it needs two rows or columns. */
static void
update_heads (Dialog *self)
{
  const EtpSheet *sheet = etp_sheet_plan_get_sheet (self->plan);
  const guint n_above = etp_sheet_get_n_above (sheet);

  self->is_updating = TRUE;
  gtk_spin_button_set_range (self->above, 0, n_above + etp_sheet_get_n_rows (sheet) - 1);
  gtk_spin_button_set_value (self->above, n_above);
  gtk_switch_set_active (self->head_row, etp_sheet_plan_get_head_row (self->plan));
  gtk_switch_set_active (self->head_column, etp_sheet_plan_get_head_column (self->plan));
  gtk_widget_set_sensitive (GTK_WIDGET (self->head_row), etp_sheet_get_n_rows (sheet) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->head_column), etp_sheet_get_n_columns (sheet) > 1);
  self->is_updating = FALSE;
}

static void
on_heads (GObject *control, GParamSpec *spec, Dialog *self)
{
  if (self->is_updating)
    return;
  if (control == G_OBJECT (self->above))
    etp_sheet_plan_set_n_above (self->plan, (guint) gtk_spin_button_get_value_as_int (self->above));
  else if (control == G_OBJECT (self->head_row))
    etp_sheet_plan_set_head_row (self->plan, gtk_switch_get_active (self->head_row));
  else
    etp_sheet_plan_set_head_column (self->plan, gtk_switch_get_active (self->head_column));
  update_heads (self);
  fill_grid (self);
}

/* A switch, or what else there is to be set, with its words. */
static GtkWidget *
create_line (const char *text, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  return box;
}

static GtkWidget *
create_switch (Dialog *self, const char *text, GtkSwitch **made)
{
  GtkWidget *toggle = gtk_switch_new ();

  g_signal_connect (toggle, "notify::active", G_CALLBACK (on_heads), self);
  *made = GTK_SWITCH (toggle);
  return create_line (text, toggle);
}

static GtkWidget *
create_above (Dialog *self)
{
  self->above = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 1, 1));
  g_signal_connect (self->above, "notify::value", G_CALLBACK (on_heads), self);
  return create_line (_ ("Rows _above the table, left out"), GTK_WIDGET (self->above));
}

/* The heads of a table that is turned are others. */
static void
on_turn (GtkButton *button, Dialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!etp_sheet_plan_turn (self->plan, &error))
    {
      etp_compat_alert (GTK_WINDOW (gtk_widget_get_root (self->dialog)),
                        _ ("Rows and Columns Could Not Be Swapped"), error->message);
      return;
    }
  update_heads (self);
  fill_grid (self);
}

static void
on_paste (GtkButton *button, Dialog *self)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  EtpWindow *window = self->window;

  self->is_done = TRUE;
  if (etp_window_get_journey (window) != self->journey)
    ; /* another map by now */
  else if (!etp_sheet_plan_apply (self->plan, cards, &error))
    etp_window_tell_error (window, error);
  else
    {
      etp_canvas_select_nodes (window->canvas, cards);
      etp_window_tell (window, _ ("Table pasted"), _ ("Undo"), "win.undo-step");
    }
  etp_compat_dialog_close (self->dialog);
}

/* Of two tables the second one finds what came with the first, whichever is pasted first. */
static void
on_committed (GtkWidget *content)
{
  Dialog *self = g_object_get_data (G_OBJECT (content), "etp-dialog");

  if (!self->is_done && etp_sheet_plan_update (self->plan))
    fill_grid (self);
}

static void
on_cancel (GtkButton *button, Dialog *self)
{
  etp_compat_dialog_close (self->dialog);
}

static GArray *
list_kinds (void)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (int));
  int kind = ETP_SHEET_LEAVE_OUT;

  g_array_append_val (kinds, kind);
  for (kind = 0; kind < ETP_N_LANE_KINDS; kind++)
    if (etp_sheet_takes_kind (kind))
      g_array_append_val (kinds, kind);
  return kinds;
}

static GtkLabel *
create_text (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* The counts, and what turns a table with phases down. */
static GtkWidget *
create_foot (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *turn = etp_compat_mnemonic_button_new (_ ("_Swap Rows and Columns"));

  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (turn));

  /* In a narrow window both have several lines. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_wrap_mode (self->counts, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->counts), TRUE);
  gtk_widget_set_valign (turn, GTK_ALIGN_CENTER);
  g_signal_connect (turn, "clicked", G_CALLBACK (on_turn), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts));
  gtk_box_append (GTK_BOX (box), turn);
  return box;
}

static GtkWidget *
create_content (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *frame = gtk_frame_new (NULL);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_frame_set_child (GTK_FRAME (frame), self->scroller);
  self->counts = create_text ("heading");
  self->rest = create_text ("dim-label");
  gtk_box_append (GTK_BOX (box), create_above (self));
  gtk_box_append (GTK_BOX (box),
                  create_switch (self, _ ("The first _row holds the phases"), &self->head_row));
  gtk_box_append (GTK_BOX (box), create_switch (self, _ ("The first co_lumn holds the lanes"),
                                                &self->head_column));
  update_heads (self);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rest));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  return box;
}

void
etp_table_dialog_show (EtpWindow *window, EtpSheetPlan *plan)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *cancel = etp_compat_mnemonic_button_new (_ ("_Cancel"));
  const int room = gtk_widget_get_width (GTK_WIDGET (window));
  GtkWidget *content;

  self->window = window;
  self->journey = g_object_ref (etp_window_get_journey (window));
  self->plan = plan;
  self->kinds = list_kinds ();
  self->paste = etp_compat_mnemonic_button_new (_ ("_Paste"));
  gtk_widget_add_css_class (self->paste, "suggested-action");
  g_signal_connect (self->paste, "clicked", G_CALLBACK (on_paste), self);
  g_signal_connect (cancel, "clicked", G_CALLBACK (on_cancel), self);
  content = create_content (self);
  g_object_set_data_full (G_OBJECT (content), "etp-dialog", self, dialog_free);
  g_signal_connect_object (self->journey, "committed", G_CALLBACK (on_committed), content,
                           G_CONNECT_SWAPPED);
  fill_grid (self);
  self->dialog = etp_compat_dialog_show (GTK_WINDOW (window), _ ("Paste Table"), content, cancel,
                                         self->paste, room > 0 ? MIN (WIDTH, room) : WIDTH, HEIGHT);
  gtk_widget_grab_focus (self->paste);
}
