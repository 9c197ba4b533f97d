/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-intake-private.h"

#include <glib/gi18n-lib.h>

#include "file/etp-fragment.h"
#include "model/etp-fields.h"

/* Pieces of this map or another one. */

static gboolean
has_list (const EtpFragment *fragment, EtpListKind list)
{
  for (guint i = 0; i < etp_fragment_get_length (fragment); i++)
    if (etp_node_get_list (etp_fragment_get_node (fragment, i)) == list)
      return TRUE;
  return FALSE;
}

/* Cards go to the place; phases and lanes, with what lies in them, behind that of the place. */
static EtpFragmentPlace
find_place (const EtpIntake *self, const EtpFragment *fragment)
{
  const gboolean has_phases = has_list (fragment, ETP_LIST_PHASES);
  const gboolean has_lanes = has_list (fragment, ETP_LIST_LANES);
  EtpFragmentPlace place = { .index = G_MAXUINT, .position = G_MAXUINT };
  EtpNode *beside = has_phases ? self->phase : self->lane;

  if (!has_phases && !has_lanes)
    {
      place.lane = self->lane;
      place.phase = self->phase;
      place.index = self->index;
      place.step = etp_intake_get_step (self);
      place.step_is_pointed = self->step_is_pointed;
    }
  else if (has_phases != has_lanes && beside != NULL && etp_node_get_journey (beside) != NULL)
    place.position = etp_node_list_get_index (
                         etp_journey_get_list (self->journey, etp_node_get_list (beside)), beside)
                     + 1;
  return place;
}

/* A measure without a phase is in no cell of the map. */
static void
tell_unplaced (EtpIntake *self, GPtrArray *nodes)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) == ETP_LIST_MEASURES
        && etp_journey_get_node (self->journey,
                                 etp_node_get_text (nodes->pdata[i], ETP_MEASURE_PHASE))
               == NULL)
      n++;
  if (n == 0)
    return;
  /* Translators: %u is how many measures were pasted that belong to no phase. */
  text = g_strdup_printf (ngettext ("%u measure added without a phase: see the list of measures",
                                    "%u measures added without a phase: see the list of measures",
                                    n),
                          n);
  etp_window_tell (self->window, text, _ ("Undo"), "win.undo-step");
}

static void
select_new (EtpIntake *self, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (etp_node_get_list (nodes->pdata[i]) != ETP_LIST_LINKS
        && etp_node_get_list (nodes->pdata[i]) != ETP_LIST_COMMENTS)
      g_ptr_array_add (shown, nodes->pdata[i]);
  etp_canvas_select_placed (self->window->canvas, shown);
  tell_unplaced (self, nodes);
  etp_intake_tell_parked (self, nodes);
}

void
etp_intake_put_fragment (EtpIntake *self, GBytes *bytes, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (EtpFragment) fragment = NULL;
  EtpFragmentPlace place;

  if (!etp_intake_reach_map (self))
    return;
  fragment = etp_fragment_read (bytes, &error);
  if (fragment == NULL)
    {
      etp_window_tell_error (self->window, error);
      return;
    }
  place = find_place (self, fragment);
  if (place.lane != NULL && has_list (fragment, ETP_LIST_CARDS) && !etp_intake_takes_cards (self))
    etp_window_tell (self->window, _ ("This lane shows no cards. Choose another place."), NULL,
                     NULL);
  else if (!etp_fragment_insert (fragment, self->journey, &place, title, nodes, &error))
    etp_window_tell_error (self->window, error);
  else if (nodes->len == 0)
    etp_window_tell (self->window, _ ("There is nothing on the clipboard that could become cards."),
                     NULL, NULL);
  else
    select_new (self, nodes);
}
