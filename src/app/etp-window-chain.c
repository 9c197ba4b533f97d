/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-window-private.h"

#include <glib/gi18n-lib.h>

#include "etp-menu-fit.h"
#include "model/etp-edit.h"
#include "model/etp-tables.h"

/* From a pain to a measure, and what kind of link a line is. */

/* The selected cards; NULL with a sound if there are none. */
static GPtrArray *
dup_cards (EtpWindow *self)
{
  g_autoptr (GPtrArray) nodes = NULL;
  GPtrArray *cards = g_ptr_array_new ();

  etp_canvas_end_typing (self->canvas);
  if (etp_window_get_journey (self) != NULL)
    {
      nodes = etp_canvas_dup_selected_nodes (self->canvas);
      for (guint i = 0; i < nodes->len; i++)
        if (etp_node_get_list (nodes->pdata[i]) == ETP_LIST_CARDS)
          g_ptr_array_add (cards, nodes->pdata[i]);
    }
  if (cards->len > 0)
    return cards;
  g_ptr_array_unref (cards);
  etp_window_tell (self, _ ("Select a card first."), NULL, NULL);
  return NULL;
}

/* What was made is selected and waits for its words. */
static void
show_new (EtpWindow *self, EtpNode *node, int field)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (nodes, node);
  etp_canvas_select_nodes (self->canvas, nodes);
  etp_canvas_edit (self->canvas, node, field);
}

/* Of several the one that the keyboard is at: Enter was pressed there, and the menu stands there. */
static EtpNode *
get_current (EtpWindow *self, GPtrArray *cards)
{
  EtpNode *node = etp_canvas_get_selected_node (self->canvas);

  return node != NULL && g_ptr_array_find (cards, node, NULL) ? node : cards->pdata[0];
}

static void
on_how_might_we (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GPtrArray) cards = dup_cards (self);
  g_autoptr (GError) error = NULL;
  EtpNode *chance;

  if (cards == NULL)
    return;
  chance = etp_edit_answer_card (etp_window_get_journey (self), get_current (self, cards), NULL,
                                 &error);
  if (chance != NULL)
    show_new (self, chance, ETP_CARD_TITLE);
  else
    etp_window_tell_error (self, error);
}

/* A measure is called like the first chance that it makes true, until it gets words of its own. */
static const char *
get_title (GPtrArray *cards)
{
  const char *title = etp_node_get_text (cards->pdata[0], ETP_CARD_TITLE);

  return title[0] != '\0' ? title : etp_node_get_text (cards->pdata[0], ETP_CARD_TEXT);
}

static void
on_plan_measure (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  g_autoptr (GPtrArray) cards = dup_cards (self);
  g_autoptr (GError) error = NULL;
  EtpMeasurePlan plan = { NULL, "", "", ETP_MEASURE_STATUS_IDEA };
  EtpNode *measure;

  if (cards == NULL)
    return;
  plan.title = get_title (cards);
  measure = etp_edit_plan_measure (etp_window_get_journey (self), cards, &plan, &error);
  if (measure == NULL)
    {
      etp_window_tell_error (self, error);
      return;
    }
  show_new (self, measure, ETP_MEASURE_TITLE);
}

static EtpNode *
get_link (EtpWindow *self)
{
  EtpNode *node;

  etp_canvas_end_typing (self->canvas);
  node = etp_window_get_journey (self) != NULL ? etp_canvas_get_selected_node (self->canvas) : NULL;
  if (node != NULL && etp_node_get_list (node) == ETP_LIST_LINKS)
    return node;
  etp_window_tell (self, _ ("Select a link first."), NULL, NULL);
  return NULL;
}

static void
set_link_word (EtpWindow *self, guint field, GVariant *parameter)
{
  EtpNode *link = get_link (self);
  g_autoptr (GError) error = NULL;

  if (link != NULL
      && !etp_edit_set_text (etp_window_get_journey (self), link, field,
                             g_variant_get_string (parameter, NULL), &error))
    etp_window_tell_error (self, error);
}

static void
on_link_kind (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_link_word (user_data, ETP_LINK_KIND, parameter);
}

static void
on_link_continuity (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_link_word (user_data, ETP_LINK_CONTINUITY, parameter);
}

static void
on_turn_link (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  EtpWindow *self = user_data;
  EtpNode *link = get_link (self);
  g_autoptr (GError) error = NULL;

  if (link != NULL && !etp_edit_turn_link (etp_window_get_journey (self), link, &error))
    etp_window_tell_error (self, error);
}

/* Enter on a pain: what could become of it, the question first. On a persona: what is known of it. */
static gboolean
on_item_activated (EtpCanvas *canvas, EtpWindow *self)
{
  EtpNode *node = etp_canvas_get_selected_node (canvas);
  EtpNode *lane = node != NULL && etp_node_get_list (node) == ETP_LIST_CARDS
                      ? etp_journey_get_node (etp_window_get_journey (self),
                                              etp_node_get_text (node, ETP_CARD_LANE))
                      : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  EtpRect box;

  if (node != NULL && etp_node_get_list (node) == ETP_LIST_PERSONAS)
    {
      etp_window_show_field (self, ETP_PERSONA_NAME);
      return TRUE;
    }
  if (node == ETP_NODE (etp_window_get_journey (self))
      && etp_canvas_get_selected_field (canvas) == ETP_JOURNEY_INSIGHTS)
    {
      etp_window_show_field (self, ETP_JOURNEY_INSIGHTS);
      return TRUE;
    }
  if (lane == NULL || etp_node_get_list (lane) != ETP_LIST_LANES
      || etp_node_get_enum (lane, ETP_LANE_KIND) != ETP_LANE_KIND_PAINS)
    return FALSE;
  g_menu_append (menu, _ ("_How might we …?"), "win.how-might-we");
  g_menu_append (menu, _ ("Plan a _Measure"), "win.plan-measure");
  g_menu_append (menu, _ ("_Edit Text"), "canvas.edit");
  box = etp_canvas_get_item_bounds (canvas, etp_canvas_get_selection (canvas));
  etp_menu_popup (canvas, G_MENU_MODEL (menu),
                  &(GdkRectangle){ (int) box.x, (int) box.y, (int) box.width, (int) box.height });
  return TRUE;
}

void
etp_window_add_chain (EtpWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "how-might-we", .activate = on_how_might_we },
    { .name = "plan-measure", .activate = on_plan_measure },
    { .name = "link-kind", .activate = on_link_kind, .parameter_type = "s" },
    { .name = "link-continuity", .activate = on_link_continuity, .parameter_type = "s" },
    { .name = "turn-link", .activate = on_turn_link },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (self->canvas, "item-activated", G_CALLBACK (on_item_activated), self);
}
