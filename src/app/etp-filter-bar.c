/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "app/compat/etp-compat-announce.h"
#include "app/compat/etp-compat-mnemonic.h"
#include "etp-filter-words.h"
#include "etp-shy-box.h"

/* The filter belongs to this bar; the canvas has a copy. The choices are made each time that they
 * are shown, from the journey as it is then. */

#define CHOICES_WIDTH 260
#define CHOICES_HEIGHT 420

struct _EtpFilterBar
{
  GtkWidget parent;

  GtkWidget *box;
  GtkFlowBox *pills;
  GtkMenuButton *button;
  GtkLabel *count; /* of the cards that stay */

  EtpCanvas *canvas; /* borrowed: the same window holds both */
  EtpFilter *filter; /* owned */
  char *shown; /* what the pills say; owned */
  guint idle_id; /* source: look at the journey anew */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EtpFilterBar, etp_filter_bar, GTK_TYPE_WIDGET)

/* A value of a kind; facts are ETP_N_FILTER_KINDS. */
typedef struct
{
  EtpFilterBar *bar; /* borrowed: the widget lives in it */
  EtpFilterKind kind;
  char *value;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  g_free (((Choice *) data)->value);
  g_free (data);
}

static Choice *
choice_new (EtpFilterBar *self, EtpFilterKind kind, const char *value)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ self, kind, g_strdup (value) };
  return choice;
}

static void
choose (const Choice *choice, gboolean wanted)
{
  if (choice->kind == ETP_N_FILTER_KINDS)
    etp_filter_bar_set_facts_only (choice->bar, wanted);
  else
    etp_filter_bar_set (choice->bar, choice->kind, choice->value, wanted);
}

/* The keyboard goes on from where the pill was. */
static void
focus_pill (EtpFilterBar *self, int index)
{
  GtkFlowBoxChild *child = NULL;

  for (; child == NULL && index >= 0; index--)
    child = gtk_flow_box_get_child_at_index (self->pills, index);
  if (child != NULL)
    gtk_widget_grab_focus (gtk_flow_box_child_get_child (child));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_pill_clicked (GtkButton *button, Choice *choice)
{
  /* The pill goes with it. */
  g_autoptr (EtpFilterBar) bar = g_object_ref (choice->bar);
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (button));
  const int index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child));

  choose (choice, FALSE);
  focus_pill (bar, index);
}

static void
add_pill (EtpFilterBar *self, EtpFilterKind kind, const char *value, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: %s is what the filter lets through, such as "Persona: Anna". */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove the filter “%s”"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-pill");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_pill_clicked),
                         choice_new (self, kind, value), free_choice, G_CONNECT_DEFAULT);
  gtk_flow_box_append (self->pills, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* What the pills of values say, which may have other names by now. */
static char *
dup_pills (EtpFilterBar *self, EtpJourney *journey)
{
  GString *pills = g_string_new (NULL);

  for (guint kind = 0; journey != NULL && kind < ETP_N_FILTER_KINDS; kind++)
    {
      const GPtrArray *values = etp_filter_get_values (self->filter, kind);

      for (guint i = 0; i < values->len; i++)
        {
          g_autofree char *text = etp_filter_dup_pill (journey, kind, values->pdata[i]);

          g_string_append_printf (pills, "%s\n", text);
        }
    }
  return g_string_free (pills, FALSE);
}

static void
show_pills (EtpFilterBar *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  GtkWidget *child;

  g_free (self->shown);
  self->shown = dup_pills (self, journey);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_flow_box_remove (self->pills, child);
  for (guint kind = 0; journey != NULL && kind < ETP_N_FILTER_KINDS; kind++)
    {
      const GPtrArray *values = etp_filter_get_values (self->filter, kind);

      for (guint i = 0; i < values->len; i++)
        {
          g_autofree char *text = etp_filter_dup_pill (journey, kind, values->pdata[i]);

          add_pill (self, kind, values->pdata[i], text);
        }
    }
  if (etp_filter_get_facts_only (self->filter))
    add_pill (self, ETP_N_FILTER_KINDS, "", _ ("Facts only"));
}

static void
show_count (EtpFilterBar *self)
{
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  g_autofree char *text = NULL;

  if (journey != NULL && !etp_filter_is_empty (self->filter))
    {
      guint n_all;
      const guint n = etp_filter_count_cards (self->filter, journey, &n_all);

      /* Translators: how many of the cards on the map the filter lets through: "3 of 17 cards". */
      text = g_strdup_printf (ngettext ("%u of %u card", "%u of %u cards", n_all), n, n_all);
    }
  gtk_label_set_label (self->count, text != NULL ? text : "");
}

static void
take_effect (EtpFilterBar *self)
{
  GtkPopover *choices = gtk_menu_button_get_popover (self->button);
  const gboolean is_choosing = choices != NULL && gtk_widget_get_visible (GTK_WIDGET (choices));

  etp_canvas_set_filter (self->canvas, self->filter);
  show_pills (self);
  show_count (self);
  if (!etp_compat_announce (GTK_WIDGET (self), gtk_label_get_label (self->count)))
    etp_canvas_say (self->canvas, gtk_label_get_label (self->count));
  gtk_widget_set_visible (GTK_WIDGET (self), is_choosing || !etp_filter_is_empty (self->filter));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is gone by now would let nothing through, and no choice would show it. A tag that was renamed is
 * followed. */
static gboolean
on_idle (gpointer user_data)
{
  EtpFilterBar *self = user_data;
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  g_autofree char *pills = NULL;

  self->idle_id = 0;
  if (journey == NULL)
    return G_SOURCE_REMOVE;
  if (etp_filter_prune (self->filter, journey))
    {
      take_effect (self);
      return G_SOURCE_REMOVE;
    }
  pills = dup_pills (self, journey);
  if (g_strcmp0 (pills, self->shown) != 0)
    show_pills (self);
  show_count (self);
  return G_SOURCE_REMOVE;
}

static void
on_scene_changed (EtpFilterBar *self)
{
  if (self->idle_id == 0 && !etp_filter_is_empty (self->filter))
    self->idle_id = g_idle_add (on_idle, self);
}

static void
on_toggled (GtkCheckButton *button, Choice *choice)
{
  choose (choice, gtk_check_button_get_active (button));
}

static void
add_choice (EtpFilterBar *self,
            GtkBox *box,
            EtpFilterKind kind,
            const char *value,
            const char *text,
            gboolean is_chosen)
{
  GtkWidget *check = gtk_check_button_new_with_label (text);
  GtkWidget *label = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  g_signal_connect_data (check, "toggled", G_CALLBACK (on_toggled), choice_new (self, kind, value),
                         free_choice, G_CONNECT_DEFAULT);
  gtk_box_append (box, check);
}

static void
add_heading (GtkBox *box, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL ? 9 : 0);
  gtk_box_append (box, label);
}

static void
add_choices (EtpFilterBar *self, GtkBox *box, EtpJourney *journey, EtpFilterKind kind)
{
  g_autoptr (GPtrArray) values = etp_filter_list_values (journey, kind);

  if (values->len == 0)
    return;
  add_heading (box, etp_filter_kind_title (kind));
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *name = etp_filter_dup_value_name (journey, kind, values->pdata[i]);

      add_choice (self, box, kind, values->pdata[i], name,
                  etp_filter_has (self->filter, kind, values->pdata[i]));
    }
}

static void
on_closed (EtpFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), !etp_filter_is_empty (self->filter));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
create_choices (GtkMenuButton *button, gpointer user_data)
{
  EtpFilterBar *self = user_data;
  EtpJourney *journey = etp_canvas_get_journey (self->canvas);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));

  add_heading (box, _ ("Evidence"));
  add_choice (self, box, ETP_N_FILTER_KINDS, "", _ ("Facts only"),
              etp_filter_get_facts_only (self->filter));
  for (guint kind = 0; journey != NULL && kind < ETP_N_FILTER_KINDS; kind++)
    add_choices (self, box, journey, kind);
  gtk_widget_set_margin_end (GTK_WIDGET (box), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), CHOICES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (box));
  gtk_widget_set_size_request (scroller, CHOICES_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
etp_filter_bar_dispose (GObject *object)
{
  EtpFilterBar *self = ETP_FILTER_BAR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (etp_filter_bar_parent_class)->dispose (object);
}

static void
etp_filter_bar_finalize (GObject *object)
{
  EtpFilterBar *self = ETP_FILTER_BAR (object);

  etp_filter_free (self->filter);
  g_free (self->shown);
  G_OBJECT_CLASS (etp_filter_bar_parent_class)->finalize (object);
}

static void
etp_filter_bar_class_init (EtpFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = etp_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = etp_filter_bar_finalize;
  signals[CHANGED] = g_signal_new ("changed", ETP_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
etp_filter_bar_init (EtpFilterBar *self)
{
  GtkWidget *clear = etp_compat_mnemonic_button_new (_ ("_Clear"));
  GtkWidget *shy = etp_shy_box_new ();

  self->filter = etp_filter_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "find-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _ ("Filter"));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_choices, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->button));

  self->pills = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->pills, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->pills, 20);
  gtk_flow_box_set_column_spacing (self->pills, 6);
  gtk_flow_box_set_row_spacing (self->pills, 6);
  gtk_widget_set_halign (GTK_WIDGET (self->pills), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pills), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pills));

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_valign (shy, GTK_ALIGN_CENTER);
  etp_shy_box_append (ETP_SHY_BOX (shy), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->box), shy);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filter");
  gtk_widget_set_tooltip_text (clear, _ ("Show everything again"));
  gtk_widget_set_valign (clear, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), clear);
}

GtkWidget *
etp_filter_bar_new (EtpCanvas *canvas)
{
  EtpFilterBar *self = g_object_new (ETP_TYPE_FILTER_BAR, "visible", FALSE, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "scene-changed", G_CALLBACK (on_scene_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
etp_filter_bar_choose (EtpFilterBar *self)
{
  g_return_if_fail (ETP_IS_FILTER_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_menu_button_popup (self->button);
}

void
etp_filter_bar_set (EtpFilterBar *self, EtpFilterKind kind, const char *value, gboolean wanted)
{
  g_return_if_fail (ETP_IS_FILTER_BAR (self));

  etp_filter_set (self->filter, kind, value, wanted);
  take_effect (self);
}

void
etp_filter_bar_set_facts_only (EtpFilterBar *self, gboolean facts_only)
{
  g_return_if_fail (ETP_IS_FILTER_BAR (self));

  etp_filter_set_facts_only (self->filter, facts_only);
  take_effect (self);
}

void
etp_filter_bar_clear (EtpFilterBar *self)
{
  g_return_if_fail (ETP_IS_FILTER_BAR (self));

  etp_filter_clear (self->filter);
  take_effect (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

const EtpFilter *
etp_filter_bar_get_filter (EtpFilterBar *self)
{
  g_return_val_if_fail (ETP_IS_FILTER_BAR (self), NULL);

  return self->filter;
}
