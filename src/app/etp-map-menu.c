/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-map-menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-commands.h"
#include "etp-menu-fit.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

/* To add an entry: one row in the table; to add several that depend on the thing: a row with a
 * function. Keys stand beside the entries by themselves. */

#define TILES (ETP_MENU_CARD | ETP_MENU_MEASURE | ETP_MENU_METRIC)
#define HEADS (ETP_MENU_PHASE | ETP_MENU_LANE)

typedef void (*Fill) (GMenu *section, const EtpMenuTarget *target);

typedef struct
{
  guint kinds; /* of these (any of them) */
  guint without; /* but not of these */
  const char *label; /* N_(); NULL: fill makes the entries */
  const char *action;
  Fill fill;
  gboolean begins; /* a section */
} Row;

/* "Add Card", "Add Measure", "Add Metric": what the lane is made of. */
static void
fill_add (GMenu *section, const EtpMenuTarget *target)
{
  const char *label = NULL;

  if (!target->has_place || !etp_canvas_can_add (target->canvas, target->place.lane))
    return;
  switch (etp_node_get_enum (target->place.lane, ETP_LANE_KIND))
    {
    case ETP_LANE_KIND_MEASURES:
      label = _ ("_Add Measure");
      break;
    case ETP_LANE_KIND_METRICS:
      label = _ ("_Add Metric");
      break;
    default:
      label = _ ("_Add Card");
    }
  g_menu_append (section, label, "canvas.add");
}

static void
append_word (GMenu *menu, const char *label, const char *action, const char *word)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", word);
  g_menu_append_item (menu, item);
}

static void
fill_link_kinds (GMenu *section, const EtpMenuTarget *target)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_word (menu, _ ("_Flow"), "win.link-kind", etp_link_kind_words[ETP_LINK_KIND_FLOW]);
  append_word (menu, _ ("_Hand-over"), "win.link-kind", etp_link_kind_words[ETP_LINK_KIND_HANDOFF]);
  append_word (menu, _ ("_Loop"), "win.link-kind", etp_link_kind_words[ETP_LINK_KIND_LOOP]);
  append_word (menu, _ ("_Answer"), "win.link-kind", etp_link_kind_words[ETP_LINK_KIND_ANSWERS]);
  g_menu_append_submenu (section, _ ("_Kind of Link"), G_MENU_MODEL (menu));
}

static void
fill_link_continuities (GMenu *section, const EtpMenuTarget *target)
{
  const char *const *words = etp_link_continuity_words;
  g_autoptr (GMenu) menu = g_menu_new ();

  append_word (menu, _ ("_Seamless"), "win.link-continuity", words[ETP_LINK_CONTINUITY_SEAMLESS]);
  append_word (menu, _ ("_Friction"), "win.link-continuity", words[ETP_LINK_CONTINUITY_FRICTION]);
  append_word (menu, _ ("_Broken"), "win.link-continuity", words[ETP_LINK_CONTINUITY_BROKEN]);
  g_menu_append_submenu (section, _ ("How It _Works"), G_MENU_MODEL (menu));
}

/* What a step is felt like. */
static void
fill_emotion (GMenu *section, const EtpMenuTarget *target)
{
  if (target->has_place
      && etp_node_get_enum (target->place.lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS)
    g_menu_append (section, _ ("_Edit Emotion…"), "canvas.edit-emotion");
}

/* Notes are grouped; a group is folded and dissolved. */
static void
fill_group (GMenu *section, const EtpMenuTarget *target)
{
  if ((target->kinds & ETP_MENU_SEVERAL) != 0)
    g_menu_append (section, _ ("_Group"), "canvas.group");
  if (!etp_cards_have_group (target->nodes))
    return;
  g_menu_append (section, _ ("_Fold or Unfold Group"), "canvas.fold");
  g_menu_append (section, _ ("Dissol_ve Group"), "canvas.ungroup");
}

/* Over how many phases a card goes. */
static void
fill_span (GMenu *section, const EtpMenuTarget *target)
{
  if (target->node == NULL || etp_node_get_list (target->node) != ETP_LIST_CARDS)
    return;
  g_menu_append (section, _ ("E_xtend Over the Next Phase"), "canvas.extend-card");
  if (etp_node_get_text (target->node, ETP_CARD_UNTIL)[0] != '\0')
    g_menu_append (section, _ ("_Shorten by a Phase"), "canvas.shorten-card");
}

/* Of the persona, or of the card's touchpoint. */
static void
fill_sheet (GMenu *section, const EtpMenuTarget *target)
{
  const EtpListKind list = target->node != NULL ? etp_node_get_list (target->node) : ETP_N_LISTS;
  const char *touchpoint = list == ETP_LIST_CARDS
                               ? etp_node_get_text (target->node, ETP_CARD_TOUCHPOINT)
                               : "";

  if (list == ETP_LIST_PERSONAS)
    append_word (section, _ ("Print Persona S_heet…"), "win.print-sheet",
                 etp_node_get_id (target->node));
  else if (touchpoint[0] != '\0')
    append_word (section, _ ("Print Touchpoint S_heet…"), "win.print-sheet", touchpoint);
}

/* Not where a lane has no cards of its own. */
static void
fill_select_lane (GMenu *section, const EtpMenuTarget *target)
{
  EtpNode *lane = (target->kinds & ETP_MENU_LANE) != 0 ? target->node
                  : target->has_place                  ? target->place.lane
                                                       : NULL;

  if (lane == NULL || etp_lane_kind_takes_cards (etp_node_get_enum (lane, ETP_LANE_KIND)))
    g_menu_append (section, _ ("Select All of the _Lane"), "canvas.select-lane");
}

/* A finger holds no Ctrl. */
static void
fill_select_also (GMenu *section, const EtpMenuTarget *target)
{
  if (etp_canvas_can_select_also (target->canvas))
    g_menu_append (section, _ ("Add to the _Selection"), "canvas.select-also");
}

/* At the place of the menu; its key pastes at what is selected. */
static void
fill_paste (GMenu *section, const EtpMenuTarget *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Paste"), "canvas.paste-here");

  g_menu_item_set_attribute (item, "accel", "s", "<Control>v");
  g_menu_append_item (section, item);
}

static const Row rows[] = {
  { ETP_MENU_LINK, ETP_MENU_SEVERAL, NULL, NULL, fill_link_kinds, TRUE },
  { ETP_MENU_LINK, ETP_MENU_SEVERAL, NULL, NULL, fill_link_continuities },
  { ETP_MENU_LINK, ETP_MENU_SEVERAL, N_ ("_Turn Around"), "win.turn-link" },
  { ETP_MENU_POINT, ETP_MENU_SEVERAL, N_ ("_Edit Emotion…"), "canvas.edit-emotion", NULL, TRUE },
  { ETP_MENU_POINT, 0, N_ ("Edit the _To-be Curve"), "canvas.toggle-to-be" },
  { ETP_MENU_POINT, ETP_MENU_SEVERAL, N_ ("Move Step _Left"), "canvas.move-step-left", NULL, TRUE },
  { ETP_MENU_POINT, ETP_MENU_SEVERAL, N_ ("Move Step _Right"), "canvas.move-step-right" },
  { ETP_MENU_POINT, ETP_MENU_SEVERAL, N_ ("_Remove Point"), "canvas.remove-emotion", NULL, TRUE },
  { TILES | HEADS | ETP_MENU_TITLE, ETP_MENU_SEVERAL, N_ ("_Edit Text"), "canvas.edit", NULL,
    TRUE },
  { ETP_MENU_PERSONA, ETP_MENU_SEVERAL, N_ ("_Edit Persona"), "canvas.edit", NULL, TRUE },
  { ETP_MENU_CARD, ETP_MENU_SEVERAL, NULL, NULL, fill_emotion },
  { TILES | ETP_MENU_CELL, ETP_MENU_SEVERAL, NULL, NULL, fill_add },
  { TILES | HEADS, 0, N_ ("Cu_t"), "canvas.cut", NULL, TRUE },
  { TILES | HEADS, 0, N_ ("_Copy"), "canvas.copy" },
  { TILES | HEADS | ETP_MENU_CELL | ETP_MENU_MAP, 0, NULL, NULL, fill_paste },
  { TILES, 0, N_ ("D_uplicate"), "canvas.duplicate", NULL, TRUE },
  { ETP_MENU_CARD, ETP_MENU_SEVERAL, N_ ("_How might we …?"), "win.how-might-we", NULL, TRUE },
  { ETP_MENU_CARD, 0, N_ ("Plan a _Measure"), "win.plan-measure" },
  { ETP_MENU_CARD | ETP_MENU_MEASURE, ETP_MENU_SEVERAL, N_ ("Draw a _Link From Here"),
    "canvas.link" },
  { ETP_MENU_CARD | ETP_MENU_MEASURE, 0, N_ ("_Vote For It"), "canvas.vote-up", NULL, TRUE },
  { ETP_MENU_CARD | ETP_MENU_MEASURE, 0, N_ ("_Take Back a Vote"), "canvas.vote-down" },
  { ETP_MENU_CARD | ETP_MENU_MEASURE, 0, N_ ("Count of _Votes…"), "canvas.set-votes" },
  { ETP_MENU_LANE | ETP_MENU_CARD | ETP_MENU_MEASURE, 0, N_ ("_Sort Lane by Votes"),
    "win.sort-by-votes" },
  { ETP_MENU_CARD, 0, NULL, NULL, fill_group, TRUE },
  { ETP_MENU_CARD, ETP_MENU_SEVERAL, NULL, NULL, fill_span },
  { ETP_MENU_CARD, 0, N_ ("Move to Parking _Lot"), "canvas.park", NULL, TRUE },
  { ETP_MENU_PERSONA | ETP_MENU_CARD, ETP_MENU_SEVERAL, NULL, NULL, fill_sheet, TRUE },
  { TILES | HEADS | ETP_MENU_POINT | ETP_MENU_STOP | ETP_MENU_LINK, 0, NULL, NULL, fill_select_also,
    TRUE },
  { ETP_MENU_LANE | TILES | ETP_MENU_CELL, 0, NULL, NULL, fill_select_lane },
  { ETP_MENU_PHASE | TILES | ETP_MENU_CELL | ETP_MENU_STOP, 0, N_ ("Select All of the _Phase"),
    "canvas.select-phase" },
  { ETP_MENU_MAP, 0, N_ ("Select _All"), "canvas.select-all", NULL, TRUE },
  { ETP_MENU_MAP, 0, N_ ("_Fit the Whole Map"), "win.fit-map", NULL, TRUE },
  { ETP_MENU_MAP, 0, N_ ("_Original Size"), "win.zoom-original" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("Insert Phase _Before"), "win.insert-phase-before", NULL,
    TRUE },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("Insert Phase _After"), "win.insert-phase-after" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("D_uplicate"), "win.duplicate-phase" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("_Collapsed"), "win.collapse-phase", NULL, TRUE },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("C_olour…"), "win.color-phase" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("_Wider"), "win.widen-phase" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("_Narrower"), "win.narrow-phase" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("Own Wi_dth"), "win.reset-phase-width" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("Move _Left"), "win.move-phase-left", NULL, TRUE },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("Move _Right"), "win.move-phase-right" },
  { ETP_MENU_PHASE, ETP_MENU_SEVERAL, N_ ("_Hide"), "win.hide-phase", NULL, TRUE },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Insert Lane _Above…"), "win.insert-lane-above", NULL,
    TRUE },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Insert Lane _Below…"), "win.insert-lane-below" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("D_uplicate"), "win.duplicate-lane" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Change _Kind…"), "win.change-lane-kind" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("_Collapsed"), "win.collapse-lane", NULL, TRUE },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("C_olour…"), "win.color-lane" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("_Taller"), "win.heighten-lane" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Lo_wer"), "win.lower-lane" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Own Hei_ght"), "win.reset-lane-height" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Move U_p"), "win.move-lane-up", NULL, TRUE },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("Move Dow_n"), "win.move-lane-down" },
  { ETP_MENU_LANE, ETP_MENU_SEVERAL, N_ ("_Hide"), "win.hide-lane", NULL, TRUE },
  { ETP_MENU_MAP | ETP_MENU_CELL, 0, N_ ("Add P_hase"), "win.add-phase", NULL, TRUE },
  { ETP_MENU_MAP | ETP_MENU_CELL, 0, N_ ("Add La_ne…"), "win.add-lane" },
  { HEADS | ETP_MENU_MAP, 0, N_ ("Show All Hidden Phases and Lanes"), "win.show-hidden" },
  { TILES | HEADS | ETP_MENU_LINK, 0, N_ ("_Delete"), "canvas.delete", NULL, TRUE },
};

static guint
get_kind (EtpCanvas *canvas)
{
  const EtpItemRef ref = etp_canvas_get_selection (canvas);
  const EtpItem *item;
  EtpCanvasPlace place;

  if (etp_item_ref_is_none (ref))
    return etp_canvas_get_menu_place (canvas, &place) ? ETP_MENU_CELL : ETP_MENU_MAP;
  item = etp_scene_get_item (etp_canvas_get_scene (canvas), ref);
  switch ((EtpItemKind) item->kind)
    {
    case ETP_ITEM_CARD:
    case ETP_ITEM_IMAGE:
      return ETP_MENU_CARD;
    case ETP_ITEM_MEASURE:
      return ETP_MENU_MEASURE;
    case ETP_ITEM_METRIC:
      return ETP_MENU_METRIC;
    case ETP_ITEM_PHASE_HEAD:
      return ETP_MENU_PHASE;
    case ETP_ITEM_LANE_HEAD:
      return ETP_MENU_LANE;
    case ETP_ITEM_POINT:
      return ETP_MENU_POINT;
    case ETP_ITEM_STOP:
      return ETP_MENU_STOP;
    case ETP_ITEM_LINK:
      return ETP_MENU_LINK;
    case ETP_ITEM_TITLE:
      return ETP_MENU_TITLE;
    case ETP_ITEM_PERSONA:
      return ETP_MENU_PERSONA;
    case ETP_ITEM_CELL:
      return ETP_MENU_CELL;
    case ETP_ITEM_LABEL: /* of what has been learnt, or only to be read */
      return (item->can & ETP_CAN_EDIT) != 0 ? ETP_MENU_TITLE : ETP_MENU_MAP;
    case ETP_ITEM_FILL:
    case ETP_ITEM_AXIS:
    case ETP_ITEM_CURVE:
    case ETP_ITEM_LINE:
    case ETP_ITEM_FOOT:
    default:
      return ETP_MENU_MAP;
    }
}

/* The first key of each command: action → accelerator. "0...9" is none that a menu could tell. */
static GHashTable *
map_keys (void)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GArray) commands = etp_commands_list ();

  for (guint i = 0; i < commands->len; i++)
    {
      const EtpCommand *command = &g_array_index (commands, EtpCommand, i);
      g_auto (GStrv) each = g_strsplit (command->keys, " ", 2);

      if (command->action != NULL && each[0] != NULL && each[0][0] != '\0'
          && strstr (each[0], "...") == NULL)
        g_hash_table_insert (keys, (gpointer) command->action, g_strdup (each[0]));
    }
  return keys;
}

/* Tells the keys of what is in the section; those of the window's commands the menu knows. */
static void
append_with_keys (GMenu *to, GMenu *from, GHashTable *keys)
{
  GMenuModel *model = G_MENU_MODEL (from);

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new_from_model (model, i);
      g_autoptr (GVariant)
          action = g_menu_item_get_attribute_value (item, "action", G_VARIANT_TYPE_STRING);
      const char *key = action != NULL
                            ? g_hash_table_lookup (keys, g_variant_get_string (action, NULL))
                            : NULL;

      if (key != NULL)
        g_menu_item_set_attribute (item, "accel", "s", key);
      g_menu_append_item (to, item);
    }
}

static void
end_section (GMenu *menu, GMenu *section, GHashTable *keys)
{
  g_autoptr (GMenu) spoken = g_menu_new ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) == 0)
    return;
  append_with_keys (spoken, section, keys);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (spoken));
}

GMenu *
etp_map_menu_new (EtpCanvas *canvas)
{
  g_autoptr (GHashTable) keys = map_keys ();
  g_autoptr (GPtrArray) nodes = etp_canvas_dup_selected_nodes (canvas);
  EtpMenuTarget target = { canvas, get_kind (canvas), etp_canvas_get_selected_node (canvas), nodes,
                           FALSE };
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (nodes->len > 1)
    target.kinds |= ETP_MENU_SEVERAL;
  target.has_place = etp_canvas_get_menu_place (canvas, &target.place);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].begins)
        {
          end_section (menu, section, keys);
          g_menu_remove_all (section);
        }
      if ((rows[i].kinds & target.kinds) == 0 || (rows[i].without & target.kinds) != 0)
        continue;
      if (rows[i].fill != NULL)
        rows[i].fill (section, &target);
      else
        g_menu_append (section, _ (rows[i].label), rows[i].action);
    }
  end_section (menu, section, keys);
  return menu;
}

static void
on_menu_requested (EtpCanvas *canvas, const GdkRectangle *place, gpointer user_data)
{
  g_autoptr (GMenu) menu = etp_map_menu_new (canvas);

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    etp_menu_popup (canvas, G_MENU_MODEL (menu), place);
}

void
etp_map_menu_attach (EtpCanvas *canvas)
{
  g_signal_connect (canvas, "menu-requested", G_CALLBACK (on_menu_requested), NULL);
}
