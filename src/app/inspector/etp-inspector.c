/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-inspector.h"

#include <glib/gi18n-lib.h>

#include "canvas/etp-buttons.h"
#include "etp-form.h"
#include "etp-naming.h"
#include "etp-related.h"

/* A form for each kind of thing is made once and kept; another selection only fills it anew. */

#define SECTION_MARGIN 12 /* above a section that is brought to the top */
#define HELD_MS 40 /* until it is looked again whether a button is held */
#define DROP_TICKS 25 /* of HELD_MS: in which what is let go arrives */

struct _EtpInspector
{
  GtkWidget parent;

  /* borrowed: children */
  GtkWidget *scroller;
  GtkLabel *kind, *name;
  GtkStack *stack; /* of forms */

  /* owned */
  GHashTable *forms; /* EtpFormOrder → EtpForm */
  EtpJourney *journey; /* whose changes are followed */
  GPtrArray *nodes; /* what is shown */

  /* borrowed */
  EtpCanvas *canvas;
  EtpForm *form; /* the one that is shown */

  /* state */
  gulong committed_id;
  guint update_id; /* source: what is shown has to be looked at again */
  guint n_drop_ticks; /* left to wait for what was dragged over it */
  guint focus_field, n_ticks; /* a field that gets the keyboard; frames since */
  gboolean is_active;
};

G_DEFINE_FINAL_TYPE (EtpInspector, etp_inspector, GTK_TYPE_WIDGET)

enum
{
  PROP_ACTIVE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint activated_signal;

/* What is selected, as far as it can be shown together: with the first all that are of its kind. The
 * journey if nothing is. */
static GPtrArray *
dup_nodes (EtpInspector *self, EtpJourney *journey)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) selected = etp_canvas_dup_selected_nodes (self->canvas);

  for (guint i = 0; i < selected->len; i++)
    if (etp_node_get_list (selected->pdata[i]) == etp_node_get_list (selected->pdata[0]))
      g_ptr_array_add (nodes, g_object_ref (selected->pdata[i]));
  if (nodes->len == 0)
    g_ptr_array_add (nodes, g_object_ref (journey));
  return nodes;
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
on_related_activated (EtpRelated *related, EtpNode *node, EtpInspector *self)
{
  g_autoptr (EtpNode) kept = g_object_ref (node);

  etp_inspector_flush (self);
  g_signal_emit (self, activated_signal, 0, kept);
}

/* Cards show what belongs to them. */
static void
show_related (EtpInspector *self)
{
  GtkWidget *related = etp_form_get_extra (self->form);
  EtpNode *node = self->nodes->pdata[0];

  if (etp_node_get_list (node) != ETP_LIST_CARDS)
    return;
  if (related == NULL)
    {
      related = etp_related_new ();
      g_signal_connect (related, "activated", G_CALLBACK (on_related_activated), self);
      etp_form_set_extra (self->form, related);
    }
  etp_related_set_card (ETP_RELATED (related), self->journey, self->nodes->len == 1 ? node : NULL);
}

static EtpForm *
get_form (EtpInspector *self, const EtpFormOrder *order)
{
  EtpForm *form = g_hash_table_lookup (self->forms, order);

  if (form != NULL)
    return form;
  form = ETP_FORM (etp_form_new (order));
  g_hash_table_insert (self->forms, (gpointer) order, form);
  gtk_stack_add_child (self->stack, GTK_WIDGET (form));
  return form;
}

static void
show_title (EtpInspector *self)
{
  EtpNode *node = self->nodes->pdata[0];
  g_autofree char *count = NULL;

  gtk_label_set_label (self->kind, etp_naming_get_kind (node));
  gtk_widget_set_visible (GTK_WIDGET (self->name), self->nodes->len > 1);
  if (self->nodes->len == 1)
    return;
  /* Translators: %u is how many cards are selected, two at least. */
  count = g_strdup_printf (ngettext ("%u selected", "%u selected", self->nodes->len),
                           self->nodes->len);
  gtk_label_set_label (self->name, count);
}

static void
show_nodes (EtpInspector *self, EtpJourney *journey, GPtrArray *nodes)
{
  const EtpFormOrder *order = etp_form_order_for (nodes->pdata[0]);
  EtpForm *form = get_form (self, order);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  g_autoptr (GPtrArray) old = self->nodes;

  if (self->form != NULL && self->form != form)
    etp_form_flush (self->form);
  self->nodes = g_ptr_array_ref (nodes);
  self->form = form;
  etp_form_set_nodes (form, journey, nodes);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (form));
  gtk_adjustment_set_value (adjustment, 0);
  show_related (self);
  show_title (self);
}

static gboolean on_update (gpointer user_data);

static gboolean
has_drop (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && !has_drop (child))
    child = gtk_widget_get_next_sibling (child);
  return child != NULL || (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_DROP_ACTIVE) != 0;
}

/* Whether a button is held, or what was let go with it has not yet arrived: GTK 4.8 may leave a widget in
 * that state for good. */
static gboolean
is_held (EtpInspector *self)
{
  if (etp_buttons_are_down (GTK_WIDGET (self)))
    return TRUE;
  if (self->n_drop_ticks > 0 && has_drop (GTK_WIDGET (self)))
    return --self->n_drop_ticks > 0;
  self->n_drop_ticks = 0;
  return FALSE;
}

static void
on_drag_enter (EtpInspector *self)
{
  self->n_drop_ticks = DROP_TICKS;
}

/* The button may be up without anybody having heard of it: what comes of that goes first. */
static gboolean
on_held (gpointer user_data)
{
  EtpInspector *self = user_data;

  if (is_held (self))
    return G_SOURCE_CONTINUE;
  self->update_id = g_idle_add (on_update, self);
  return G_SOURCE_REMOVE;
}

/* A form that gives way while a button is held takes away what is pressed in it, or what something is
 * dragged over. */
static gboolean
on_update (gpointer user_data)
{
  EtpInspector *self = user_data;

  self->update_id = 0;
  if (is_held (self))
    self->update_id = g_timeout_add (HELD_MS, on_held, self);
  else
    etp_inspector_update (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that happens before the next frame. */
static void
queue_update (EtpInspector *self)
{
  if (self->is_active && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, on_update, self, NULL);
}

static void
follow_journey (EtpInspector *self, EtpJourney *journey)
{
  if (journey == self->journey)
    return;
  if (self->journey != NULL)
    g_clear_signal_handler (&self->committed_id, self->journey);
  g_set_object (&self->journey, journey);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  if (journey != NULL)
    self->committed_id = g_signal_connect_swapped (journey, "committed", G_CALLBACK (queue_update),
                                                   self);
}

void
etp_inspector_update (EtpInspector *self)
{
  EtpJourney *journey;
  g_autoptr (GPtrArray) nodes = NULL;

  g_return_if_fail (ETP_IS_INSPECTOR (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  journey = etp_canvas_get_journey (self->canvas);
  follow_journey (self, journey);
  if (journey == NULL)
    return;
  nodes = dup_nodes (self, journey);
  if (are_same (self->nodes, nodes) && self->form != NULL
      && etp_form_get_order (self->form) == etp_form_order_for (nodes->pdata[0]))
    {
      etp_form_refresh (self->form);
      show_related (self);
      show_title (self);
    }
  else
    show_nodes (self, journey, nodes);
}

void
etp_inspector_flush (EtpInspector *self)
{
  g_return_if_fail (ETP_IS_INSPECTOR (self));

  if (self->form != NULL)
    etp_form_flush (self->form);
}

static gboolean
on_focus_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  EtpInspector *self = ETP_INSPECTOR (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *section;
  graphene_rect_t bounds;

  /* The first frame gives the panel its size. */
  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  section = self->form != NULL ? etp_form_focus_field (self->form, self->focus_field) : NULL;
  if (section != NULL && gtk_widget_compute_bounds (section, self->scroller, &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                              + (double) bounds.origin.y - SECTION_MARGIN);
  return G_SOURCE_REMOVE;
}

void
etp_inspector_focus_field (EtpInspector *self, guint field)
{
  g_return_if_fail (ETP_IS_INSPECTOR (self));

  etp_inspector_update (self);
  self->focus_field = field;
  self->n_ticks = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_focus_tick, NULL, NULL);
}

static void
set_active (EtpInspector *self, gboolean is_active)
{
  if (is_active == self->is_active)
    return;
  self->is_active = is_active;
  if (is_active)
    etp_inspector_update (self);
  else
    etp_inspector_flush (self);
}

/* Escape goes back to the map; what is typed stays. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  EtpInspector *self = ETP_INSPECTOR (widget);

  etp_inspector_flush (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return FALSE; /* and folds the panel away where it lies over the map */
}

static void
etp_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, ETP_INSPECTOR (object)->is_active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    set_active (ETP_INSPECTOR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
etp_inspector_dispose (GObject *object)
{
  EtpInspector *self = ETP_INSPECTOR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  follow_journey (self, NULL);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->forms, g_hash_table_unref);
  self->form = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_inspector_parent_class)->dispose (object);
}

static void
etp_inspector_class_init (EtpInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = etp_inspector_dispose;
  object_class->get_property = etp_inspector_get_property;
  object_class->set_property = etp_inspector_set_property;
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  activated_signal = g_signal_new ("node-activated", ETP_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, ETP_TYPE_NODE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static GtkLabel *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
etp_inspector_init (EtpInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_drag_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->forms = g_hash_table_new (NULL, NULL);
  self->kind = create_label ("title-4");
  self->name = create_label ("dim-label");
  gtk_widget_add_css_class (title, "inspector-title");
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->name));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Inspector"), -1);
}

GtkWidget *
etp_inspector_new (EtpCanvas *canvas)
{
  EtpInspector *self = g_object_new (ETP_TYPE_INSPECTOR, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
