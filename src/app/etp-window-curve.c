/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat/etp-compat-alert.h"
#include "app/compat/etp-compat-announce.h"
#include "etp-emotion-popover.h"
#include "etp-late-menu.h"
#include "model/etp-curve-text.h"
#include "model/etp-fields.h"

/* Whose emotion curve is edited: a menu in the header bar with the personas' names, hidden while
 * there are none. Also the curve in words, and the popover of a point. */

#define WIDEST_NAME 14 /* characters */

static EtpNodeList *
get_personas (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);

  return journey != NULL ? etp_journey_get_list (journey, ETP_LIST_PERSONAS) : NULL;
}

static const char *
get_name (EtpNode *persona)
{
  const char *name = etp_node_get_text (persona, ETP_PERSONA_NAME);

  return name[0] != '\0' ? name : _ ("Persona without a name");
}

/* Entries of menus take underscores for mnemonics. */
static char *
dup_plain_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_persona (GMenu *menu, const char *label, const char *id)
{
  g_autofree char *plain = dup_plain_label (label);
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, "win.persona", "s", id);
  g_menu_append_item (menu, item);
}

/* One persona alone is always the one, unless a curve was drawn before she was there: that is nobody's
 * and stays so, and hers is another one. */
static gboolean
has_choice (EtpWindow *self)
{
  EtpNodeList *personas = get_personas (self);
  const guint n = personas != NULL ? etp_node_list_get_length (personas) : 0;

  return n > 1 || (n == 1 && etp_canvas_has_curve_of_nobody (self->canvas));
}

static GMenuModel *
create_menu (EtpNodeList *personas, gboolean is_choice)
{
  const guint n = etp_node_list_get_length (personas);
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) curve = g_menu_new ();
  g_autoptr (GMenu) manage = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    append_persona (names, get_name (etp_node_list_get (personas, i)),
                    is_choice ? etp_node_get_id (etp_node_list_get (personas, i)) : "");
  if (is_choice)
    append_persona (names, _ ("All Personas"), "");
  g_menu_append (curve, _ ("Edit the _To-be Curve"), "win.to-be");
  g_menu_append (curve, _ ("_Describe the Curve"), "win.describe-curve");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append (manage, _ ("_Personas…"), "win.manage-personas");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (curve));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (manage));
  return G_MENU_MODEL (menu);
}

static EtpNode *
find_persona (EtpWindow *self)
{
  EtpNodeList *personas = get_personas (self);
  const char *id = etp_canvas_get_persona (self->canvas);
  EtpNode *node;

  for (guint i = 0; personas != NULL && (node = etp_node_list_get (personas, i)) != NULL; i++)
    if (g_strcmp0 (id, etp_node_get_id (node)) == 0)
      return node;
  return NULL;
}

static void
update_button (EtpWindow *self)
{
  EtpNodeList *personas = get_personas (self);
  const guint n = personas != NULL ? etp_node_list_get_length (personas) : 0;
  const gboolean is_choice = has_choice (self);
  EtpNode *persona = is_choice ? find_persona (self) : NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "persona");
  const char *label;
  g_autofree char *name = NULL;

  g_simple_action_set_state (
      G_SIMPLE_ACTION (action),
      g_variant_new_string (persona != NULL ? etp_node_get_id (persona) : ""));
  gtk_widget_set_visible (self->persona_button,
                          n > 0 && etp_window_get_page (self) == ETP_WINDOW_PAGE_MAP);
  if (n == 0)
    return;
  label = persona != NULL ? get_name (persona)
          : is_choice     ? _ ("All Personas")
                          : get_name (etp_node_list_get (personas, 0));
  gtk_label_set_label (self->persona_label, label);
  /* Translators: a button's name for a screen reader; %s is a persona's name, or "All Personas". */
  name = g_strdup_printf (_ ("Emotion curve of: %s"), label);
  gtk_widget_set_tooltip_text (self->persona_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->persona_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Which curve is meant from now on may show on the map: whoever does not see that hears it. What has the
 * keyboard may be another point then, which says nothing before the mirror knows it. */
void
etp_window_say (EtpWindow *self, const char *text)
{
  if (etp_window_get_page (self) != ETP_WINDOW_PAGE_MAP
      || etp_compat_announce (GTK_WIDGET (self->end_buttons), text))
    return;
  etp_canvas_update_accessible (self->canvas);
  etp_canvas_say (self->canvas, text);
}

/* Where the other curve has no point yet, nothing else shows that a key has changed it. */
static void
on_to_be_changed (EtpWindow *self)
{
  const gboolean is_to_be = etp_canvas_get_edits_to_be (self->canvas);

  if (etp_window_get_page (self) != ETP_WINDOW_PAGE_MAP)
    return;
  if (is_to_be)
    etp_window_tell (self, _ ("You draw the to-be curve now"), _ ("Back to the Curve as It Is"),
                     "win.to-be");
  else
    etp_window_tell (self, _ ("You draw the curve as it is again"), NULL, NULL);
  if (!etp_compat_announces_messages ())
    etp_window_say (self, is_to_be ? _ ("To-be curve") : _ ("Curve as it is"));
}

/* What the menu shows of the personas, to see whether it has changed. */
static char *
dup_signature (EtpNodeList *personas, gboolean is_choice)
{
  GString *text = g_string_new (is_choice ? "\n" : NULL);
  EtpNode *node;

  for (guint i = 0; personas != NULL && (node = etp_node_list_get (personas, i)) != NULL; i++)
    g_string_append_printf (text, "%s\n%s\n", etp_node_get_id (node), get_name (node));
  return g_string_free (text, FALSE);
}

static void
update_personas (EtpWindow *self)
{
  EtpNodeList *personas = get_personas (self);
  const gboolean is_choice = has_choice (self);
  g_autofree char *signature = dup_signature (personas, is_choice);

  if (etp_canvas_get_persona (self->canvas) != NULL && find_persona (self) == NULL)
    etp_canvas_set_persona (self->canvas, NULL);
  if (g_strcmp0 (signature, self->personas_shown) != 0)
    {
      g_autoptr (GMenuModel) menu = personas != NULL ? create_menu (personas, is_choice) : NULL;

      etp_late_menu_set (GTK_MENU_BUTTON (self->persona_button), menu);
      g_free (self->personas_shown);
      self->personas_shown = g_steal_pointer (&signature);
    }
  update_button (self);
}

void
etp_window_watch_personas (EtpWindow *self)
{
  EtpJourney *journey = etp_window_get_journey (self);

  if (journey != NULL)
    {
      g_signal_handlers_disconnect_by_func (journey, update_personas, self);
      g_signal_connect_object (journey, "committed", G_CALLBACK (update_personas), self,
                               G_CONNECT_SWAPPED);
    }
  update_personas (self);
}

static void
on_persona (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  EtpWindow *self = user_data;
  const char *id = g_variant_get_string (value, NULL);

  etp_canvas_set_persona (self->canvas, id[0] != '\0' ? id : NULL);
}

/* One after the other, then all. Who chooses in the menu comes back to its button, which is called so. */
static void
on_next_persona (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNodeList *personas = get_personas (self);
  EtpNode *persona = find_persona (self);
  EtpNode *next;

  if (!has_choice (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  next = etp_node_list_get (personas,
                            persona != NULL ? etp_node_list_get_index (personas, persona) + 1 : 0);
  etp_canvas_set_persona (self->canvas, next != NULL ? etp_node_get_id (next) : NULL);
  etp_window_say (self, gtk_widget_get_tooltip_text (self->persona_button));
}

static void
on_describe (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpJourney *journey = etp_window_get_journey (self);
  g_autofree char *text = NULL;

  if (journey == NULL)
    return;
  text = etp_curve_describe (journey, etp_canvas_get_persona (self->canvas), NULL);
  etp_compat_alert (GTK_WINDOW (self), _ ("The Emotion Curve in Words"), text);
}

static void
on_emotion_requested (EtpWindow *self, const char *typed)
{
  if (self->emotion_popover == NULL)
    {
      self->emotion_popover = etp_emotion_popover_new (self->canvas);
      gtk_widget_set_parent (self->emotion_popover, GTK_WIDGET (self->map_box));
      g_signal_connect_object (self->emotion_popover, "failed", G_CALLBACK (etp_window_tell_error),
                               self, G_CONNECT_SWAPPED);
    }
  etp_emotion_popover_show (ETP_EMOTION_POPOVER (self->emotion_popover), typed);
}

static GtkWidget *
create_button (EtpWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->persona_label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->persona_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->persona_label, WIDEST_NAME);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

void
etp_window_add_curve (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "persona", .parameter_type = "s", .state = "''", .change_state = on_persona },
    { .name = "next-persona", .activate = on_next_persona },
    { .name = "describe-curve", .activate = on_describe },
  };
  g_autoptr (GPropertyAction) to_be = g_property_action_new ("to-be", self->canvas, "edits-to-be");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (to_be));
  self->persona_button = create_button (self);
  etp_shy_box_append (self->end_buttons, self->persona_button);
  g_signal_connect_object (self->canvas, "notify::persona", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::edits-to-be", G_CALLBACK (on_to_be_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "emotion-requested", G_CALLBACK (on_emotion_requested),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  etp_window_watch_personas (self);
}

void
etp_window_dispose_curve (EtpWindow *self)
{
  g_clear_pointer (&self->emotion_popover, gtk_widget_unparent);
  g_clear_pointer (&self->personas_shown, g_free);
}
