/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-spot-private.h"

#include <string.h>

#include "etp-edit-card.h"
#include "etp-edit-drop.h"
#include "etp-edit-node.h"
#include "etp-edit-private.h"

/* The lane or phase of cards. To name another one is to move them: what belongs to a card (its group,
 * the notes under a step, the phases that it covers) comes along as if it had been dragged. */

gboolean
etp_spot_is_place (const EtpSpot *self)
{
  return self->column < 0 && etp_node_get_list (self->nodes->pdata[0]) == ETP_LIST_CARDS
         && (self->field == ETP_CARD_LANE || self->field == ETP_CARD_PHASE);
}

static EtpNode *
find_node (const EtpSpot *self, const char *id, EtpListKind list)
{
  EtpNode *node = id[0] != '\0' ? etp_journey_get_node (self->journey, id) : NULL;

  return node != NULL && etp_node_get_list (node) == list ? node : NULL;
}

static gboolean
is_step (const EtpSpot *self, EtpNode *card)
{
  EtpNode *lane = find_node (self, etp_node_get_text (card, ETP_CARD_LANE), ETP_LIST_LANES);

  return lane != NULL && etp_node_get_enum (lane, ETP_LANE_KIND) == ETP_LANE_KIND_TOUCHPOINTS;
}

static gboolean
names (EtpNode *card, guint field, const char *id)
{
  return strcmp (etp_node_get_text (card, field), id) == 0;
}

/* A card that lacked both lies nowhere yet: the one is kept until the other is there. */
static gboolean
write_half (const EtpSpot *self, GPtrArray *cards, const char *id, GError **error)
{
  for (guint i = 0; i < cards->len; i++)
    if (!etp_edit_set_text (self->journey, cards->pdata[i], self->field, id, error))
      return FALSE;
  return TRUE;
}

/* The card, and with it those that are not there either and come into the same cell. */
static gboolean
move_alike (const EtpSpot *self, EtpNode *card, const char *id, GError **error)
{
  const gboolean is_lane = self->field == ETP_CARD_LANE;
  const guint other = is_lane ? ETP_CARD_PHASE : ETP_CARD_LANE;
  const char *other_id = etp_node_get_text (card, other);
  EtpNode *lane = find_node (self, is_lane ? id : other_id, ETP_LIST_LANES);
  EtpNode *phase = find_node (self, is_lane ? other_id : id, ETP_LIST_PHASES);
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < self->nodes->len; i++)
    if (!names (self->nodes->pdata[i], self->field, id)
        && names (self->nodes->pdata[i], other, other_id))
      g_ptr_array_add (alike, self->nodes->pdata[i]);
  if (lane == NULL || phase == NULL)
    return write_half (self, alike, id, error);
  all = etp_card_bring_groups (alike);
  return etp_edit_move_cards (self->journey, all, lane, phase, G_MAXUINT, error);
}

static gboolean
move_all (const EtpSpot *self, const char *id, gboolean only_steps, GError **error)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      EtpNode *card = self->nodes->pdata[i];

      if (!names (card, self->field, id) && (!only_steps || is_step (self, card))
          && !move_alike (self, card, id, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer cards)
{
  const guint x = etp_node_list_get_index (cards, *(EtpNode *const *) a);
  const guint y = etp_node_list_get_index (cards, *(EtpNode *const *) b);

  return x < y ? -1 : x > y;
}

gboolean
etp_spot_write_place (const EtpSpot *self, EtpDatum *datum, GError **error)
{
  g_auto (EtpDatum) taken = *datum;
  const char *id = taken.u.text != NULL ? taken.u.text : "";
  g_autoptr (GPtrArray) cards = g_ptr_array_copy (self->nodes, NULL, NULL);
  g_autofree char *title = NULL;
  EtpSpot spot = *self;
  EtpEdit edit;

  memset (datum, 0, sizeof *datum);
  /* In the order of the map, however they were chosen. */
  g_ptr_array_sort_with_data (cards, compare_places,
                              etp_journey_get_list (self->journey, ETP_LIST_CARDS));
  spot.nodes = cards;
  if (id[0] == '\0')
    return etp_edit_park_cards (self->journey, cards, error);

  title = etp_edit_dup_move_title (cards->len);
  if (!etp_edit_begin_titled (&edit, self->journey, title, NULL, error))
    return FALSE;
  /* Steps first: they bring their notes, which would lose the step if they were there before it. */
  if (!move_all (&spot, id, TRUE, error) || !move_all (&spot, id, FALSE, error))
    return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}
