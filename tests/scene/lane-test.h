/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of single lanes share: small journeys, and the items of a scene on the map. */
#pragma once

#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "scene-test.h"

G_BEGIN_DECLS

typedef struct
{
  EtpItem *item; /* borrowed from the scene */
  double x, y; /* of its origin, on the map */
  const char *phase; /* id of its group's phase */
} EtpLaneItem;

/* n phases "p0" … and the steps lane "steps". */
static inline EtpJourney *
lane_test_journey_new (guint n_phases, const char *language)
{
  EtpJourney *journey = etp_journey_new ();

  etp_test_set_root (journey, ETP_JOURNEY_LANGUAGE, language, ETP_TEST_END);
  for (guint i = 0; i < n_phases; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      etp_test_add (journey, ETP_LIST_PHASES, id, ETP_PHASE_NAME, id, ETP_TEST_END);
    }
  etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_TEST_END);
  return journey;
}

/* All items of a kind in the cells of a lane (NULL: anywhere in the phases), in the scene's order. */
static inline GArray *
lane_test_list_in (EtpScene *scene, EtpItemKind kind, const char *lane)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (EtpLaneItem));

  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpPlacedCell *placed = etp_scene_get_cell (scene, c);

      for (guint i = 0; i < placed->cell->n_items; i++)
        {
          const EtpPlaced *at = &placed->cell->items[i];
          EtpLaneItem item = { at->item, placed->x + at->x, placed->y + at->y,
                               placed->cell->phase_id };

          if (at->item->kind == kind && placed->cell->phase_id != NULL
              && (lane == NULL || g_strcmp0 (placed->cell->lane_id, lane) == 0))
            g_array_append_val (items, item);
        }
    }
  return items;
}

static inline GArray *
lane_test_list (EtpScene *scene, EtpItemKind kind)
{
  return lane_test_list_in (scene, kind, NULL);
}

/* The first mark of a type from an index on; NULL if there is none. */
static inline const EtpMark *
lane_test_find_mark (const EtpItem *item, EtpMarkType type, guint from)
{
  for (guint i = from; i < item->n_marks; i++)
    if (item->marks[i].type == type)
      return &item->marks[i];
  return NULL;
}

static inline gboolean
lane_test_has_text (const EtpItem *item, const char *text)
{
  for (guint i = 0; i < item->n_marks; i++)
    if (item->marks[i].type == ETP_MARK_TEXT && g_strcmp0 (item->marks[i].text, text) == 0)
      return TRUE;
  return FALSE;
}

G_END_DECLS
