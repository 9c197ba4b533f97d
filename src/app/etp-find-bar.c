/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-find-bar.h"

#include <glib/gi18n-lib.h>

#include "etp-find-place.h"
#include "etp-preedit.h"
#include "etp-shy-box.h"
#include "scene/etp-find.h"

/* What was found is good for one scene; when that changes while the bar is open, it is found anew
 * in idle time, and the thing that one is at stays the same. */

#define MOST_OTHERS 100 /* rows of what is not on the map */

struct _EtpFindBar
{
  GtkWidget parent;

  /* template children */
  GtkWidget *box, *elsewhere;
  GtkEditable *entry;
  GtkLabel *count, *place, *others_label;
  GtkMenuButton *others;

  /* borrowed: the same window holds both */
  EtpCanvas *canvas;

  /* owned */
  EtpSearch *search; /* of journey; NULL until something is searched */
  EtpJourney *journey;
  GArray *things; /* of EtpFound; NULL: to be found */

  /* state */
  guint current; /* index into things */
  guint n_others; /* of them, not on the map */
  gboolean is_shown; /* the current one was selected; else that is the next step */
  guint idle_id; /* source: find anew */
};

G_DEFINE_FINAL_TYPE (EtpFindBar, etp_find_bar, GTK_TYPE_WIDGET)

static const EtpFound *
get_thing (EtpFindBar *self, guint index)
{
  return &g_array_index (self->things, EtpFound, index);
}

static void
ensure_search (EtpFindBar *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);

  if (self->journey == journey)
    return;
  g_clear_object (&self->search);
  g_set_object (&self->journey, journey);
  if (journey != NULL)
    self->search = etp_search_new (journey);
}

static void
forget (EtpFindBar *self)
{
  g_clear_pointer (&self->things, g_array_unref);
  self->current = self->n_others = 0;
  g_clear_handle_id (&self->idle_id, g_source_remove);
}

/* Finds, and tells the canvas what; the current thing is the one of before if it is still there. */
static void
find (EtpFindBar *self)
{
  const char *query = gtk_editable_get_text (self->entry);
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  g_autoptr (EtpNode) before = NULL;
  g_autoptr (GHashTable) ids = NULL;

  if (self->things != NULL && self->current < self->things->len)
    before = g_object_ref (get_thing (self, self->current)->node);
  forget (self);
  ensure_search (self);
  if (query[0] == '\0' || scene == NULL || self->search == NULL)
    {
      etp_canvas_set_found (self->canvas, NULL, NULL);
      return;
    }
  self->things = etp_find_things (self->search, scene, self->journey, query);
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->things->len; i++)
    {
      const EtpFound *thing = get_thing (self, i);

      g_hash_table_add (ids, g_strdup (etp_node_get_id (thing->node)));
      self->n_others += etp_item_ref_is_none (thing->ref);
      if (thing->node == before)
        self->current = i;
    }
  if (self->things->len == 0 || get_thing (self, self->current)->node != before)
    self->is_shown = FALSE;
  etp_canvas_set_found (self->canvas, query, ids);
}

/* What the keyboard, which stays in the line, tells of the current thing: the count, what it is called and
 * where it is, for whoever does not see it on the map. */
static char *
dup_spoken (EtpFindBar *self, const char *count)
{
  const EtpFound *thing = self->things != NULL && self->current < self->things->len
                              ? get_thing (self, self->current)
                              : NULL;
  EtpScene *scene = etp_canvas_get_scene (self->canvas);
  const EtpItem *item = thing != NULL && scene != NULL ? etp_scene_get_item (scene, thing->ref)
                                                       : NULL;
  g_autofree char *place = NULL;

  if (thing == NULL)
    return g_strdup (count);
  if (item == NULL || item->name == NULL)
    {
      place = etp_find_place_describe (thing->node, thing->text);
      /* Translators: for a screen reader: which match it is ("3 of 17"), and where and what it is, as
       * “Parking lot: Customer calls twice”. */
      return g_strdup_printf (_ ("%s: %s"), count, place);
    }
  place = etp_scene_dup_description (scene, thing->ref);
  if (place[0] == '\0')
    return g_strdup_printf (_ ("%s: %s"), count, item->name);
  /* Translators: for a screen reader: which match it is ("3 of 17"), what it is called, and where on the
   * map it is. */
  return g_strdup_printf (_ ("%s: %s, %s"), count, item->name, place);
}

static void
update_count (EtpFindBar *self)
{
  const gboolean is_empty = gtk_editable_get_text (self->entry)[0] == '\0';
  const guint n = self->things != NULL ? self->things->len : 0;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  if (is_empty)
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_ ("Nothing found"));
  else
    /* Translators: the match that one is at, and how many there are: "3 of 17". */
    text = g_strdup_printf (_ ("%u of %u"), self->current + 1, n);
  gtk_label_set_label (self->count, text);
  spoken = dup_spoken (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
  if (!is_empty && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
update_elsewhere (EtpFindBar *self)
{
  const EtpFound *thing = self->things != NULL && self->current < self->things->len
                              ? get_thing (self, self->current)
                              : NULL;
  g_autofree char *place = NULL;
  g_autofree char *others = NULL;

  gtk_widget_set_visible (self->elsewhere, self->n_others > 0);
  if (self->n_others == 0)
    return;
  if (thing != NULL && etp_item_ref_is_none (thing->ref))
    place = etp_find_place_describe (thing->node, thing->text);
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), place);
  /* Translators: %u is how many things were found that are not on the map. */
  others = g_strdup_printf (
      ngettext ("%u is not on the map", "%u are not on the map", self->n_others), self->n_others);
  gtk_label_set_label (self->others_label, others);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->others))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, others, -1);
}

static void
show_current (EtpFindBar *self)
{
  const EtpFound *thing;

  self->is_shown = TRUE;
  update_count (self);
  update_elsewhere (self);
  if (self->things == NULL || self->things->len == 0)
    {
      etp_canvas_set_current_found (self->canvas, NULL);
      return;
    }
  thing = get_thing (self, self->current);
  etp_canvas_set_current_found (self->canvas, etp_node_get_id (thing->node));
  etp_canvas_select (self->canvas, thing->ref);
}

/* Finds anew; the map stays where it is. */
static void
refresh (EtpFindBar *self)
{
  find (self);
  update_count (self);
  update_elsewhere (self);
  if (self->things != NULL && self->current < self->things->len)
    etp_canvas_set_current_found (self->canvas,
                                  etp_node_get_id (get_thing (self, self->current)->node));
}

static gboolean
on_idle (gpointer user_data)
{
  EtpFindBar *self = user_data;

  self->idle_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_scene_changed (EtpFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->things != NULL && self->idle_id == 0)
    self->idle_id = g_idle_add (on_idle, self);
}

static void
on_changed (EtpFindBar *self)
{
  find (self);
  self->current = 0;
  show_current (self);
}

void
etp_find_bar_step (EtpFindBar *self, int step)
{
  g_return_if_fail (ETP_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->things == NULL)
    etp_find_bar_open (self);
  if (self->things == NULL)
    return;
  etp_canvas_get_scene (self->canvas); /* which says so if it has become another one */
  if (self->idle_id != 0)
    find (self);
  if (self->things->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->is_shown || step < 0)
    self->current = (self->current + self->things->len + (guint) step) % self->things->len;
  show_current (self);
}

static void
on_next (EtpFindBar *self)
{
  etp_find_bar_step (self, 1);
}

static void
on_previous (EtpFindBar *self)
{
  etp_find_bar_step (self, -1);
}

static gboolean
on_key (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType modifiers, EtpFindBar *self)
{
  const gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (!is_enter || (modifiers & GDK_SHIFT_MASK) == 0
      || etp_preedit_is_open (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  etp_find_bar_step (self, -1);
  return GDK_EVENT_STOP;
}

static void
on_row_activated (EtpFindBar *self, GtkListBoxRow *row)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "thing"));

  gtk_menu_button_popdown (self->others);
  if (self->things == NULL || index >= self->things->len)
    return;
  self->current = index;
  show_current (self);
}

static GtkWidget *
create_row (const EtpFound *thing, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = etp_find_place_describe (thing->node, thing->text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "found");
  g_object_set_data (G_OBJECT (row), "thing", GUINT_TO_POINTER (index));
  return row;
}

static void
create_others (GtkMenuButton *button, gpointer user_data)
{
  EtpFindBar *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  for (guint i = 0; self->things != NULL && i < self->things->len && n < MOST_OTHERS; i++)
    if (etp_item_ref_is_none (get_thing (self, i)->ref))
      {
        gtk_list_box_append (GTK_LIST_BOX (list), create_row (get_thing (self, i), i));
        n++;
      }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "recent");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static void
etp_find_bar_dispose (GObject *object)
{
  EtpFindBar *self = ETP_FIND_BAR (object);

  forget (self);
  g_clear_object (&self->search);
  g_clear_object (&self->journey);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_find_bar_parent_class)->dispose (object);
}

static void
etp_find_bar_class_init (EtpFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ETP_RESOURCE_PATH "/ui/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, place);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, others);
  gtk_widget_class_bind_template_child (widget_class, EtpFindBar, others_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, etp_find_bar_close);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
etp_find_bar_init (EtpFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  etp_preedit_watch (GTK_WIDGET (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_menu_button_set_create_popup_func (self->others, create_others, self, NULL);
}

GtkWidget *
etp_find_bar_new (EtpCanvas *canvas)
{
  EtpFindBar *self = g_object_new (ETP_TYPE_FIND_BAR, "visible", FALSE, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "scene-changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
etp_find_bar_open (EtpFindBar *self)
{
  g_return_if_fail (ETP_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      refresh (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
etp_find_bar_close (EtpFindBar *self)
{
  g_return_if_fail (ETP_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  forget (self);
  self->is_shown = FALSE;
  etp_canvas_set_found (self->canvas, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
