/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-form.h"

#include <glib/gi18n-lib.h>

#include "etp-editor.h"
#include "etp-section.h"
#include "app/etp-state.h"
#include "model/etp-tables.h"

/* Which sections are open, and whether there are more of them, is remembered for each form. */
#define MORE "more"
#define STATE_GROUP "Inspector"

struct _EtpForm
{
  GtkWidget parent;

  /* borrowed: children */
  GtkWidget *more_button;
  GtkWidget *extra; /* or NULL */

  /* owned */
  char **labels; /* of all fields in the form's order */
  GPtrArray *lines; /* of Line: one for each editor */
  GPtrArray *sections; /* of EtpSection, borrowed, in the order's order; NULL: not made yet */
  GPtrArray *nodes;

  /* borrowed */
  const EtpFormOrder *order;
  EtpJourney *journey;

  /* state */
  gboolean has_more; /* the long tail is made and shown */
};

typedef struct
{
  EtpEditor *editor; /* borrowed */
  EtpSection *section; /* borrowed */
  guint field;
  int column;
} Line;

G_DEFINE_FINAL_TYPE (EtpForm, etp_form, GTK_TYPE_WIDGET)

/* Nested lists and the place on the map are each thing's own; but what is said for each persona or
 * vote round can be said of several at once. */
static gboolean
is_common (const EtpForm *self, const Line *line)
{
  const EtpField *row = &self->order->table->fields[line->field];

  if (row->type == ETP_FIELD_VALUES)
    return row->columns == &etp_emotion_table || row->columns == &etp_vote_table;
  return row->type != ETP_FIELD_VALUE && row->gone != ETP_GONE_SHIFT;
}

static void
fill_line (EtpForm *self, const Line *line)
{
  const EtpSpot spot = { .journey = self->journey,
                         .nodes = self->nodes,
                         .field = line->field,
                         .column = line->column,
                         .item = -1 };
  const gboolean is_shown = self->nodes->len == 1 || is_common (self, line);

  gtk_widget_set_visible (GTK_WIDGET (line->editor), is_shown);
  if (is_shown)
    etp_editor_set_spot (line->editor, &spot);
}

static char *
dup_state_key (const EtpForm *self, const char *what)
{
  return g_strconcat (self->order->name, ".", what, NULL);
}

static void
remember (EtpForm *self, const char *what, gboolean value)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autofree char *key = dup_state_key (self, what);

  g_key_file_set_boolean (state, STATE_GROUP, key, value);
  etp_state_write (state);
}

/* What a person chose the last time; fallback if they never did. */
static gboolean
recall (EtpForm *self, const char *what, gboolean fallback)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  g_autofree char *key = dup_state_key (self, what);
  g_autoptr (GError) error = NULL;
  const gboolean value = g_key_file_get_boolean (state, STATE_GROUP, key, &error);

  return error == NULL ? value : fallback;
}

static void
add_line (EtpForm *self, EtpSection *section, guint field, int column, const char *label)
{
  const EtpField *row = &self->order->table->fields[field];
  Line *line;

  if (column >= 0)
    row = &row->columns->fields[column];
  line = g_new (Line, 1);
  line->editor = etp_editor_new (row);
  etp_editor_set_label_with_mnemonic (line->editor, label);
  line->section = section;
  line->field = field;
  line->column = column;
  etp_section_add (section, GTK_WIDGET (line->editor));
  g_ptr_array_add (self->lines, line);
  if (self->nodes != NULL)
    fill_line (self, line);
}

/* How many labels stand before those of a section. */
static guint
count_labels_before (const EtpForm *self, const EtpFormSection *section)
{
  guint n = 0;

  for (const EtpFormSection *each = self->order->sections; each < section; each++)
    for (const gint16 *field = each->fields; *field >= 0; field++)
      {
        const EtpField *row = &self->order->table->fields[*field];

        n += row->type == ETP_FIELD_VALUE ? row->columns->n_fields : 1;
      }
  return n;
}

static void
fill_section (EtpSection *section, gpointer user_data)
{
  EtpForm *self = user_data;
  const EtpFormSection *order = NULL;
  guint label;

  for (guint i = 0; i < self->order->n_sections; i++)
    if (self->sections->pdata[i] == section)
      order = &self->order->sections[i];
  label = count_labels_before (self, order);
  for (const gint16 *field = order->fields; *field >= 0; field++)
    {
      const EtpField *row = &self->order->table->fields[*field];

      if (row->type != ETP_FIELD_VALUE)
        add_line (self, section, (guint) *field, -1, self->labels[label++]);
      else
        for (guint i = 0; i < row->columns->n_fields; i++)
          add_line (self, section, (guint) *field, (int) i, self->labels[label++]);
    }
}

static void
on_section_toggled (EtpSection *section, gboolean is_open, EtpForm *self)
{
  for (guint i = 0; i < self->order->n_sections; i++)
    if (self->sections->pdata[i] == section)
      remember (self, self->order->sections[i].title, is_open);
}

static void
add_section (EtpForm *self, guint index)
{
  const EtpFormSection *order = &self->order->sections[index];
  GtkWidget *section = etp_section_new (order->title != NULL ? _ (order->title) : NULL);

  self->sections->pdata[index] = section;
  if (order->is_more)
    gtk_widget_set_parent (section, GTK_WIDGET (self));
  else
    gtk_widget_insert_before (section, GTK_WIDGET (self), self->more_button);
  g_signal_connect (section, "toggled", G_CALLBACK (on_section_toggled), self);
  /* What is one click away is folded until then. */
  etp_section_set_fill_func (ETP_SECTION (section), fill_section, self,
                             order->title == NULL || recall (self, order->title, !order->is_more));
}

static void
show_more (EtpForm *self, gboolean more)
{
  self->has_more = more;
  for (guint i = 0; i < self->order->n_sections; i++)
    {
      if (!self->order->sections[i].is_more)
        continue;
      if (more && self->sections->pdata[i] == NULL)
        add_section (self, i);
      if (self->sections->pdata[i] != NULL)
        gtk_widget_set_visible (self->sections->pdata[i], more);
    }
  gtk_button_set_label (GTK_BUTTON (self->more_button),
                        more ? _ ("Fewer Fields") : _ ("More Fields"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               more, -1);
}

static void
on_more (EtpForm *self)
{
  show_more (self, !self->has_more);
  remember (self, MORE, self->has_more);
}

static void
etp_form_dispose (GObject *object)
{
  EtpForm *self = ETP_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  G_OBJECT_CLASS (etp_form_parent_class)->dispose (object);
}

static void
etp_form_class_init (EtpFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_form_init (EtpForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new ();
  self->more_button = gtk_button_new_with_label (_ ("More Fields"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more_button, "pill");
  gtk_widget_add_css_class (self->more_button, "more");
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (on_more), self);
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
}

GtkWidget *
etp_form_new (const EtpFormOrder *order)
{
  EtpForm *self = g_object_new (ETP_TYPE_FORM, NULL);
  gboolean has_more = FALSE;

  self->order = order;
  self->labels = etp_form_order_dup_labels (order);
  g_ptr_array_set_size (self->sections, (int) order->n_sections);
  for (guint i = 0; i < order->n_sections; i++)
    {
      has_more = has_more || order->sections[i].is_more;
      if (!order->sections[i].is_more)
        add_section (self, i);
    }
  gtk_widget_set_visible (self->more_button, has_more);
  if (has_more && recall (self, MORE, FALSE))
    show_more (self, TRUE);
  return GTK_WIDGET (self);
}

const EtpFormOrder *
etp_form_get_order (EtpForm *self)
{
  g_return_val_if_fail (ETP_IS_FORM (self), NULL);

  return self->order;
}

/* A section of which nothing is left to see goes, too. */
static void
update_sections (EtpForm *self)
{
  for (guint i = 0; i < self->order->n_sections; i++)
    {
      EtpSection *section = self->sections->pdata[i];
      gboolean is_shown = FALSE;

      if (section == NULL)
        continue;
      for (guint j = 0; j < self->lines->len && !is_shown; j++)
        {
          const Line *line = self->lines->pdata[j];

          is_shown = line->section == section && gtk_widget_get_visible (GTK_WIDGET (line->editor));
        }
      if (!etp_section_is_filled (section))
        is_shown = TRUE;
      gtk_widget_set_visible (GTK_WIDGET (section),
                              is_shown && (self->has_more || !self->order->sections[i].is_more));
    }
}

void
etp_form_set_nodes (EtpForm *self, EtpJourney *journey, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (ETP_IS_FORM (self));
  g_return_if_fail (nodes->len > 0);

  etp_form_flush (self);
  old = self->nodes;
  self->nodes = g_ptr_array_ref (nodes);
  self->journey = journey;
  for (guint i = 0; i < self->lines->len; i++)
    fill_line (self, self->lines->pdata[i]);
  update_sections (self);
}

void
etp_form_set_extra (EtpForm *self, GtkWidget *extra)
{
  g_return_if_fail (ETP_IS_FORM (self));
  g_return_if_fail (self->extra == NULL);

  self->extra = extra;
  gtk_widget_insert_before (extra, GTK_WIDGET (self), self->more_button);
}

GtkWidget *
etp_form_get_extra (EtpForm *self)
{
  g_return_val_if_fail (ETP_IS_FORM (self), NULL);

  return self->extra;
}

void
etp_form_refresh (EtpForm *self)
{
  g_return_if_fail (ETP_IS_FORM (self));

  for (guint i = 0; self->nodes != NULL && i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (gtk_widget_get_visible (GTK_WIDGET (line->editor)))
        etp_editor_refresh (line->editor);
    }
}

void
etp_form_flush (EtpForm *self)
{
  g_return_if_fail (ETP_IS_FORM (self));

  for (guint i = 0; i < self->lines->len; i++)
    etp_editor_flush (((Line *) self->lines->pdata[i])->editor);
}

GtkWidget *
etp_form_focus_field (EtpForm *self, guint field)
{
  g_return_val_if_fail (ETP_IS_FORM (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (line->field != field || !gtk_widget_get_visible (GTK_WIDGET (line->editor)))
        continue;
      etp_section_set_open (line->section, TRUE);
      if (!gtk_widget_grab_focus (GTK_WIDGET (line->editor)))
        gtk_widget_child_focus (GTK_WIDGET (line->editor), GTK_DIR_TAB_FORWARD);
      return GTK_WIDGET (line->section);
    }
  return NULL;
}
