/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-measures.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-drop-down.h"
#include "app/inspector/etp-beside.h"
#include "app/inspector/etp-form.h"
#include "app/inspector/etp-wrap.h"
#include "etp-measure-columns.h"
#include "etp-panes.h"
#include "model/etp-health.h"
#include "app/compat/etp-compat-mnemonic.h"

/* The table is a view of the journey's own list: what is added or removed shows by itself, and with
 * every commit its cells, order and filter are looked at again. */

#define DETAIL_WIDTH 340
#define NARROW_WIDTH 760

enum
{
  FILTER_ALL,
  FILTER_OPEN,
  FILTER_OVERDUE,
};

struct _EtpMeasures
{
  GtkWidget parent;

  /* borrowed: children */
  EtpPanes *panes;
  GtkStack *pages, *details;
  GtkWidget *table_page, *empty_page, *scroller, *hint;
  GtkColumnView *table;
  GtkWidget *filter_chooser, *sort_chooser, *show_button, *details_button;
  GtkLabel *count;
  EtpForm *form; /* NULL until something is selected */

  /* owned */
  EtpJourney *journey;
  EtpMeasureColumns *columns;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  EtpNode *kept; /* in the form; stays in the list, whatever becomes of it there; NULL: none */
  char *today;

  /* borrowed */
  GtkWidget *window;

  /* state */
  gboolean is_following; /* the choice of order tells what the table does */
  guint update_id; /* source: the journey has changed */
};

G_DEFINE_FINAL_TYPE (EtpMeasures, etp_measures, GTK_TYPE_WIDGET)

static guint activated_signal;

static EtpNode *
get_selected (EtpMeasures *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
flush (EtpMeasures *self)
{
  if (self->form != NULL)
    etp_form_flush (self->form);
}

/* ---- what is shown ---- */

static void
show_form (EtpMeasures *self, EtpNode *measure)
{
  g_autoptr (GPtrArray) nodes = NULL;

  gtk_widget_set_sensitive (self->show_button, measure != NULL);
  gtk_widget_set_sensitive (self->details_button, measure != NULL);
  gtk_stack_set_visible_child (self->details, measure != NULL ? self->scroller : self->hint);
  g_set_object (&self->kept, measure);
  if (measure == NULL)
    return;
  if (self->form == NULL)
    {
      self->form = ETP_FORM (etp_form_new (etp_form_order_for (measure)));
      gtk_widget_add_css_class (GTK_WIDGET (self->form), "entry-detail");
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->form));
    }
  nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (nodes, g_object_ref (measure));
  etp_form_set_nodes (self->form, self->journey, nodes);
}

static void
show_counts (EtpMeasures *self)
{
  EtpNodeList *measures = etp_journey_get_list (self->journey, ETP_LIST_MEASURES);
  const guint n = etp_node_list_get_length (measures);
  guint n_overdue = 0;
  g_autofree char *all = NULL, *overdue = NULL, *text = NULL;

  for (guint i = 0; i < n; i++)
    n_overdue += etp_measure_is_overdue (etp_node_list_get (measures, i), self->today);
  all = g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  /* Translators: "5 measures, 2 overdue". */
  text = g_strdup_printf (_ ("%1$s, %2$s"), all, overdue);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child (self->pages, n > 0 ? self->table_page : self->empty_page);
}

static void
update (EtpMeasures *self)
{
  EtpNode *measure;

  g_clear_handle_id (&self->update_id, g_source_remove);
  etp_measure_columns_update (self->columns);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_counts (self);
  measure = get_selected (self);
  if (measure != NULL && self->form != NULL)
    etp_form_refresh (self->form);
  if (measure == NULL)
    show_form (self, NULL);
}

static gboolean
on_update (gpointer user_data)
{
  EtpMeasures *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that happens before the next frame. */
static void
queue_update (EtpMeasures *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, on_update, self, NULL);
}

static void
on_selected (EtpMeasures *self)
{
  flush (self);
  show_form (self, get_selected (self));
  queue_update (self); /* the one before may not be wanted any more */
}

/* A measure that is finished under the hands of a person stays until they turn to another: the form
 * must not become another one's while they type in it. */
static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  EtpMeasures *self = user_data;

  if (item == self->kept)
    return TRUE;
  switch (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter_chooser)))
    {
    case FILTER_OPEN:
      return etp_measure_is_open (item);
    case FILTER_OVERDUE:
      return etp_measure_is_overdue (item, self->today);
    default:
      return TRUE;
    }
}

static void
on_filter_chosen (EtpMeasures *self)
{
  flush (self);
  g_clear_object (&self->kept);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_set_object (&self->kept, get_selected (self));
}

/* The headings cannot be reached by keys with every toolkit. */
static void
on_sort_chosen (EtpMeasures *self)
{
  if (self->is_following)
    return;
  etp_measure_columns_sort (self->columns,
                            gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort_chooser)));
}

static void
on_reversed (EtpMeasures *self)
{
  etp_measure_columns_reverse (self->columns);
}

/* The choice tells how it is sorted, also after a click on a heading. */
static void
on_sorted (EtpMeasures *self)
{
  const EtpMeasureColumn column = etp_measure_columns_get_sorted (self->columns);

  if (column == ETP_N_MEASURE_COLUMNS)
    return;
  self->is_following = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sort_chooser), column);
  self->is_following = FALSE;
}

/* ---- what is done ---- */

static void
show_on_map (EtpMeasures *self)
{
  EtpNode *measure = get_selected (self);

  if (measure == NULL)
    return;
  flush (self);
  g_object_ref (measure);
  g_signal_emit (self, activated_signal, 0, measure);
  g_object_unref (measure);
}

static void
on_details (EtpMeasures *self)
{
  etp_panes_show_detail (self->panes, TRUE);
  if (self->form != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
run_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EtpMeasures *self = ETP_MEASURES (widget);

  flush (self);
  gtk_widget_activate_action (
      self->window, g_str_equal (name, "measures.undo") ? "win.undo-step" : "win.redo-step", NULL);
}

/* What is typed stays when the dialog goes. */
static void
etp_measures_unmap (GtkWidget *widget)
{
  flush (ETP_MEASURES (widget));
  GTK_WIDGET_CLASS (etp_measures_parent_class)->unmap (widget);
}

static void
etp_measures_dispose (GObject *object)
{
  EtpMeasures *self = ETP_MEASURES (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->columns != NULL)
    {
      /* Columns that go change the order, of what is not there any more. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->table), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->table),
                                            self->columns);
    }
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->form = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, etp_measure_columns_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->kept);
  g_clear_object (&self->journey);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (etp_measures_parent_class)->dispose (object);
}

static void
etp_measures_class_init (EtpMeasuresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_measures_dispose;
  widget_class->unmap = etp_measures_unmap;
  activated_signal = g_signal_new ("node-activated", ETP_TYPE_MEASURES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "measures.undo", NULL, run_history);
  gtk_widget_class_install_action (widget_class, "measures.redo", NULL, run_history);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "measures.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "measures.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "measures.redo",
                                       NULL);
}

static GtkWidget *
create_chooser (EtpMeasures *self, const char *const *titles, const char *label, GCallback chosen)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *chooser;

  for (guint i = 0; titles[i] != NULL; i++)
    gtk_string_list_append (strings, _ (titles[i]));
  chooser = gtk_drop_down_new (G_LIST_MODEL (strings), NULL);
  gtk_widget_set_tooltip_text (chooser, label);
  etp_compat_drop_down_set_name (chooser, label);
  g_signal_connect_swapped (chooser, "notify::selected", chosen, self);
  return chooser;
}

static GtkWidget *
create_bar (EtpMeasures *self)
{
  static const char *const filters[] = { N_ ("All Measures"), N_ ("Not Done"), N_ ("Overdue"),
                                         NULL };
  GtkWidget *bar = etp_wrap_box_new ();
  GtkWidget *reverse = gtk_button_new_from_icon_name ("view-sort-descending-symbolic");

  self->filter_chooser = create_chooser (self, filters, _ ("Which measures are shown"),
                                         G_CALLBACK (on_filter_chosen));
  self->sort_chooser = create_chooser (self, etp_measure_columns_get_titles (),
                                       _ ("By what the measures are sorted"),
                                       G_CALLBACK (on_sort_chosen));
  gtk_widget_add_css_class (bar, "entries-bar");
  gtk_box_append (GTK_BOX (bar), self->filter_chooser);
  gtk_box_append (GTK_BOX (bar), self->sort_chooser);
  gtk_widget_set_tooltip_text (reverse, _ ("Reverse the Order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reverse), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reverse the Order"), -1);
  g_signal_connect_swapped (reverse, "clicked", G_CALLBACK (on_reversed), self);
  gtk_box_append (GTK_BOX (bar), reverse);
  return bar;
}

static GtkWidget *
create_foot (EtpMeasures *self)
{
  GtkWidget *buttons = etp_wrap_box_new ();
  GtkWidget *foot;

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  self->details_button = etp_compat_mnemonic_button_new (_ ("_Details"));
  g_signal_connect_swapped (self->details_button, "clicked", G_CALLBACK (on_details), self);
  self->show_button = etp_compat_mnemonic_button_new (_ ("Show on the _Map"));
  g_signal_connect_swapped (self->show_button, "clicked", G_CALLBACK (show_on_map), self);
  gtk_box_append (GTK_BOX (buttons), self->details_button);
  gtk_box_append (GTK_BOX (buttons), self->show_button);
  foot = etp_beside_box_new (GTK_WIDGET (self->count), buttons);
  gtk_widget_add_css_class (foot, "entries-bar");
  return foot;
}

static GtkWidget *
create_hint (void)
{
  GtkWidget *hint = gtk_label_new (_ ("Select a measure to edit it."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (hint, "dim-label");
  return hint;
}

static GtkWidget *
create_details (EtpMeasures *self)
{
  self->details = GTK_STACK (gtk_stack_new ());
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->hint = create_hint ();
  gtk_stack_add_child (self->details, self->hint);
  gtk_stack_add_child (self->details, self->scroller);
  return GTK_WIDGET (self->details);
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No Measures"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Select a pain point or an opportunity on the map and plan a "
                                      "measure for it with Ctrl+M."));
  return page;
}

static void
etp_measures_init (EtpMeasures *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (show_on_map), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Measures"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (side), create_bar (self));
  gtk_box_append (GTK_BOX (side), scroller);
  gtk_box_append (GTK_BOX (side), create_foot (self));
  self->panes = ETP_PANES (etp_panes_new (side, create_details (self), -DETAIL_WIDTH, NARROW_WIDTH,
                                          _ ("Back to the List")));
  g_object_bind_property (self->panes, "narrow", self->details_button, "visible",
                          G_BINDING_SYNC_CREATE);
  self->table_page = GTK_WIDGET (self->panes);
  self->empty_page = create_empty ();
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->pages, self->table_page);
  gtk_stack_add_child (self->pages, self->empty_page);
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
}

GtkWidget *
etp_measures_new (GtkWidget *window, EtpJourney *journey, const char *today)
{
  EtpMeasures *self = g_object_new (ETP_TYPE_MEASURES, NULL);
  GListModel *measures = G_LIST_MODEL (etp_journey_get_list (journey, ETP_LIST_MEASURES));
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->window = window;
  self->journey = g_object_ref (journey);
  self->today = g_strdup (today);
  self->columns = etp_measure_columns_new (self->table, journey, self->today);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (measures),
                                        GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    etp_measure_columns_create_sorter (self->columns));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected),
                            self);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sort_chooser), ETP_MEASURE_COLUMN_DUE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed",
                           G_CALLBACK (on_sorted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journey, "committed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  show_form (self, get_selected (self));
  show_counts (self);
  return GTK_WIDGET (self);
}
