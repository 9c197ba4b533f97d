/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-entry-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  EtpEntry *entry; /* owned */
  GtkLabel *name, *count;
} Row;

EtpEntry *
etp_entry_new (const char *key, const char *name, guint n_uses)
{
  EtpEntry *self = g_new (EtpEntry, 1);

  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->n_uses = n_uses;
  return self;
}

void
etp_entry_free (gpointer entry)
{
  EtpEntry *self = entry;

  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  etp_entry_free (row->entry);
  g_free (row);
}

static Row *
get_row (GtkListBoxRow *widget)
{
  return g_object_get_data (G_OBJECT (widget), "row");
}

const EtpEntry *
etp_entry_row_get (GtkListBoxRow *widget)
{
  return get_row (widget)->entry;
}

static void
show_row (GtkListBoxRow *widget)
{
  const Row *row = get_row (widget);
  const guint n = row->entry->n_uses;
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  /* Translators: how often an entry is used on the map. */
  g_autofree char *uses = g_strdup_printf (ngettext ("used once", "used %u times", n), n);

  if (n == 0)
    {
      g_free (uses);
      uses = g_strdup (_ ("not used"));
    }
  gtk_label_set_label (row->name, row->entry->name);
  gtk_label_set_label (row->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->count), uses);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->entry->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, uses, -1);
}

GtkWidget *
etp_entry_row_new (const EtpEntry *entry)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  Row *row = g_new (Row, 1);

  row->entry = etp_entry_new (entry->key, entry->name, entry->n_uses);
  row->name = GTK_LABEL (gtk_label_new (NULL));
  row->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (row->name, 0);
  gtk_label_set_ellipsize (row->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (row->name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  g_object_set_data_full (G_OBJECT (widget), "row", row, row_free);
  show_row (GTK_LIST_BOX_ROW (widget));
  return widget;
}

void
etp_entry_row_update (GtkListBoxRow *widget, const EtpEntry *entry)
{
  Row *row = get_row (widget);

  if (strcmp (row->entry->key, entry->key) == 0 && strcmp (row->entry->name, entry->name) == 0
      && row->entry->n_uses == entry->n_uses)
    return;
  etp_entry_free (row->entry);
  row->entry = etp_entry_new (entry->key, entry->name, entry->n_uses);
  show_row (widget);
}
