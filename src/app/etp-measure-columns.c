/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-measure-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/inspector/etp-naming.h"
#include "model/etp-collate.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "model/etp-health.h"
#include "model/etp-tables.h"
#include "model/etp-words.h"

struct _EtpMeasureColumns
{
  GtkColumnView *table; /* borrowed */
  EtpJourney *journey; /* borrowed */
  const char *today; /* borrowed */
  EtpMeasureColumn
      asked; /* the first that compared something since this was ETP_N_MEASURE_COLUMNS */
  EtpMeasureColumn sorted; /* by which the table is sorted; ETP_N_MEASURE_COLUMNS: unknown */
  GtkSorter *empties; /* owned */
  GPtrArray *cells; /* of GtkListItem, borrowed: those that show something */
  GtkColumnViewColumn *columns[ETP_N_MEASURE_COLUMNS]; /* owned */
};

/* What the functions of one column know. */
typedef struct
{
  EtpMeasureColumns *owner;
  EtpMeasureColumn column;
} Column;

static const struct
{
  const char *title;
  gboolean expands;
} rows[ETP_N_MEASURE_COLUMNS] = {
  [ETP_MEASURE_COLUMN_TITLE] = { N_ ("Measure"), TRUE },
  [ETP_MEASURE_COLUMN_OWNER] = { N_ ("Owner") },
  [ETP_MEASURE_COLUMN_UNIT] = { N_ ("Department") },
  [ETP_MEASURE_COLUMN_DUE] = { N_ ("Due") },
  [ETP_MEASURE_COLUMN_STATUS] = { N_ ("Status") },
  [ETP_MEASURE_COLUMN_PHASE] = { N_ ("Phase") },
};

static const char *const titles[] = {
  N_ ("By Title"),
  N_ ("By Owner"),
  N_ ("By Department"),
  N_ ("By Date"),
  N_ ("By Status"),
  N_ ("By Phase"),
  NULL,
};

const char *const *
etp_measure_columns_get_titles (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (titles) == ETP_N_MEASURE_COLUMNS + 1);
  return titles;
}

static EtpNode *
get_phase (EtpMeasureColumns *self, EtpNode *measure)
{
  const char *id = etp_node_get_text (measure, ETP_MEASURE_PHASE);
  EtpNode *node = etp_journey_get_node (self->journey, id);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PHASES ? node : NULL;
}

static char *
dup_due (EtpMeasureColumns *self, EtpNode *measure)
{
  const char *due = etp_node_get_text (measure, ETP_MEASURE_DUE);
  g_autofree char *day = due[0] != '\0' ? etp_format_date_short (due, NULL) : g_strdup ("");

  if (!etp_measure_is_overdue (measure, self->today))
    return g_steal_pointer (&day);
  /* Translators: %s is a day; a measure should have been done by then. */
  return g_strdup_printf (_ ("%s, overdue"), day);
}

static char *
dup_text (EtpMeasureColumns *self, EtpMeasureColumn column, EtpNode *measure)
{
  EtpNode *node;

  switch (column)
    {
    case ETP_MEASURE_COLUMN_TITLE:
      return etp_naming_dup (measure);
    case ETP_MEASURE_COLUMN_OWNER:
      return g_strdup (etp_node_get_text (measure, ETP_MEASURE_OWNER));
    case ETP_MEASURE_COLUMN_UNIT:
      node = etp_journey_get_node (self->journey, etp_node_get_text (measure, ETP_MEASURE_UNIT));
      return node != NULL && node != ETP_NODE (self->journey) ? etp_naming_dup (node)
                                                              : g_strdup ("");
    case ETP_MEASURE_COLUMN_DUE:
      return dup_due (self, measure);
    case ETP_MEASURE_COLUMN_STATUS:
      return g_strdup (etp_words_get_choice (NULL, etp_measure_status_words,
                                             etp_node_get_enum (measure, ETP_MEASURE_STATUS)));
    case ETP_MEASURE_COLUMN_PHASE:
      node = get_phase (self, measure);
      return node != NULL ? etp_naming_dup (node) : g_strdup ("");
    case ETP_N_MEASURE_COLUMNS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* ---- order ---- */

static guint
get_phase_index (EtpMeasureColumns *self, EtpNode *measure)
{
  EtpNode *phase = get_phase (self, measure);

  return phase != NULL ? etp_node_list_get_index (
             etp_journey_get_list (self->journey, ETP_LIST_PHASES), phase)
                       : G_MAXUINT;
}

static gboolean
is_empty (EtpMeasureColumns *self, EtpMeasureColumn column, EtpNode *measure)
{
  g_autofree char *text = NULL;

  if (column == ETP_N_MEASURE_COLUMNS)
    return FALSE;
  if (column == ETP_MEASURE_COLUMN_TITLE)
    return etp_node_get_text (measure, ETP_MEASURE_TITLE)[0] == '\0';
  text = dup_text (self, column, measure);
  return text[0] == '\0';
}

/* What says nothing comes last, whichever way the others are sorted. */
static int
compare_empty (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EtpMeasureColumns *self = user_data;

  return is_empty (self, self->sorted, (EtpNode *) a)
         - is_empty (self, self->sorted, (EtpNode *) b);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *self = user_data;
  EtpNode *one = (EtpNode *) a, *other = (EtpNode *) b;
  g_autofree char *text = NULL, *other_text = NULL;

  if (self->owner->asked == ETP_N_MEASURE_COLUMNS)
    self->owner->asked = self->column;
  switch (self->column)
    {
    case ETP_MEASURE_COLUMN_DUE: /* days of this form are ordered as text */
      return strcmp (etp_node_get_text (one, ETP_MEASURE_DUE),
                     etp_node_get_text (other, ETP_MEASURE_DUE));
    case ETP_MEASURE_COLUMN_STATUS:
      return etp_node_get_enum (one, ETP_MEASURE_STATUS)
             - etp_node_get_enum (other, ETP_MEASURE_STATUS);
    case ETP_MEASURE_COLUMN_PHASE:
      {
        const guint index = get_phase_index (self->owner, one);
        const guint other_index = get_phase_index (self->owner, other);

        return (index > other_index) - (index < other_index);
      }
    case ETP_MEASURE_COLUMN_TITLE:
    case ETP_MEASURE_COLUMN_OWNER:
    case ETP_MEASURE_COLUMN_UNIT:
    case ETP_N_MEASURE_COLUMNS:
    default:
      text = dup_text (self->owner, self->column, one);
      other_text = dup_text (self->owner, self->column, other);
      return etp_collate_names (text, other_text);
    }
}

/* ---- cells ---- */

static EtpMeasureColumn
get_column (GtkListItem *item)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (gtk_list_item_get_child (item)), "column"));
}

static void
show_cell (EtpMeasureColumns *self, GtkListItem *item)
{
  EtpNode *measure = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  const EtpMeasureColumn column = get_column (item);
  g_autofree char *text = dup_text (self, column, measure);
  const gboolean is_overdue = column == ETP_MEASURE_COLUMN_DUE
                              && etp_measure_is_overdue (measure, self->today);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_visible (image, is_overdue);
  if (is_overdue)
    gtk_widget_add_css_class (box, "error");
  else
    gtk_widget_remove_css_class (box, "error");
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, Column *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (self->column == ETP_MEASURE_COLUMN_TITLE)
    gtk_label_set_width_chars (GTK_LABEL (label), 14);
  else
    gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (self->column != ETP_MEASURE_COLUMN_TITLE)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), "column", GUINT_TO_POINTER (self->column));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, Column *self)
{
  g_ptr_array_add (self->owner->cells, item);
  show_cell (self->owner, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, Column *self)
{
  g_ptr_array_remove_fast (self->owner->cells, item);
}

static void
free_column (gpointer data, GClosure *closure)
{
  g_free (data);
}

static Column *
column_new (EtpMeasureColumns *owner, EtpMeasureColumn column)
{
  Column *self = g_new (Column, 1);

  self->owner = owner;
  self->column = column;
  return self;
}

static GtkColumnViewColumn *
create_column (EtpMeasureColumns *self, EtpMeasureColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter)
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare, column_new (self, column), g_free));
  GtkColumnViewColumn *view = gtk_column_view_column_new (_ (rows[column].title), factory);

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), column_new (self, column),
                         free_column, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), column_new (self, column),
                         free_column, 0);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (on_unbind), column_new (self, column),
                         free_column, 0);
  gtk_column_view_column_set_sorter (view, sorter);
  gtk_column_view_column_set_expand (view, rows[column].expands);
  gtk_column_view_column_set_resizable (view, TRUE);
  return view;
}

static void
on_sorted (EtpMeasureColumns *self)
{
  const EtpMeasureColumn column = etp_measure_columns_get_sorted (self);

  if (column == self->sorted)
    return;
  self->sorted = column;
  gtk_sorter_changed (self->empties, GTK_SORTER_CHANGE_DIFFERENT);
}

EtpMeasureColumns *
etp_measure_columns_new (GtkColumnView *table, EtpJourney *journey, const char *today)
{
  EtpMeasureColumns *self = g_new0 (EtpMeasureColumns, 1);

  self->table = table;
  self->journey = journey;
  self->today = today;
  self->cells = g_ptr_array_new ();
  self->sorted = ETP_N_MEASURE_COLUMNS;
  self->empties = GTK_SORTER (gtk_custom_sorter_new (compare_empty, self, NULL));
  for (guint i = 0; i < ETP_N_MEASURE_COLUMNS; i++)
    {
      self->columns[i] = create_column (self, (EtpMeasureColumn) i);
      gtk_column_view_append_column (table, self->columns[i]);
    }
  g_signal_connect_swapped (gtk_column_view_get_sorter (table), "changed", G_CALLBACK (on_sorted),
                            self);
  return self;
}

void
etp_measure_columns_free (EtpMeasureColumns *self)
{
  for (guint i = 0; i < ETP_N_MEASURE_COLUMNS; i++)
    g_object_unref (self->columns[i]);
  g_ptr_array_unref (self->cells);
  g_object_unref (self->empties);
  g_free (self);
}

void
etp_measure_columns_update (EtpMeasureColumns *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, self->cells->pdata[i]);
  gtk_sorter_changed (self->empties, GTK_SORTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < ETP_N_MEASURE_COLUMNS; i++)
    gtk_sorter_changed (gtk_column_view_column_get_sorter (self->columns[i]),
                        GTK_SORTER_CHANGE_DIFFERENT);
}

GtkSorter *
etp_measure_columns_create_sorter (EtpMeasureColumns *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (sorter, g_object_ref (self->empties));
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->table)));
  return GTK_SORTER (sorter);
}

/* Older toolkits do not tell, but they ask that column first. */
EtpMeasureColumn
etp_measure_columns_get_sorted (EtpMeasureColumns *self)
{
  EtpNodeList *measures = etp_journey_get_list (self->journey, ETP_LIST_MEASURES);

  self->asked = ETP_N_MEASURE_COLUMNS;
  if (etp_node_list_get_length (measures) > 1)
    gtk_sorter_compare (gtk_column_view_get_sorter (self->table), etp_node_list_get (measures, 0),
                        etp_node_list_get (measures, 1));
  return self->asked;
}

void
etp_measure_columns_sort (EtpMeasureColumns *self, EtpMeasureColumn column)
{
  g_return_if_fail (column < ETP_N_MEASURE_COLUMNS);

  gtk_column_view_sort_by_column (self->table, self->columns[column], GTK_SORT_ASCENDING);
}

/* Older toolkits do not tell this either: the first two measures that the column does not hold for the same
 * do. */
static gboolean
is_descending (EtpMeasureColumns *self, EtpMeasureColumn column)
{
  EtpNodeList *measures = etp_journey_get_list (self->journey, ETP_LIST_MEASURES);
  GtkSorter *table = gtk_column_view_get_sorter (self->table);
  GtkSorter *own = gtk_column_view_column_get_sorter (self->columns[column]);

  for (guint i = 1; i < etp_node_list_get_length (measures); i++)
    {
      EtpNode *one = etp_node_list_get (measures, i - 1), *other = etp_node_list_get (measures, i);
      const GtkOrdering order = gtk_sorter_compare (own, one, other);

      if (order != GTK_ORDERING_EQUAL)
        return gtk_sorter_compare (table, one, other) != order;
    }
  return FALSE;
}

void
etp_measure_columns_reverse (EtpMeasureColumns *self)
{
  const EtpMeasureColumn column = etp_measure_columns_get_sorted (self);

  if (column != ETP_N_MEASURE_COLUMNS)
    gtk_column_view_sort_by_column (self->table, self->columns[column],
                                    is_descending (self, column) ? GTK_SORT_ASCENDING
                                                                 : GTK_SORT_DESCENDING);
}
