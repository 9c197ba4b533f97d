/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-edit-drop.h"
#include "etp-edit-map.h"
#include "etp-edit-private.h"
#include "etp-edit-result.h"

/* Several new cards, or measures, at once, from lines of text and from pictures. */

static gboolean
set_picture (EtpEdit *edit, EtpNode *card, const EtpNewCard *row, GError **error)
{
  EtpNode *asset;

  if (row->picture == NULL)
    return TRUE;
  asset = etp_edit_import_asset (edit->journey, row->picture_type, row->picture, error);
  return asset != NULL
         && etp_edit_write_text (edit, card, ETP_CARD_IMAGE, etp_node_get_id (asset), error);
}

static void
init_text (EtpNode *card, guint field, const char *text)
{
  EtpDatum datum = etp_datum_text (&etp_node_record (card)->table->fields[field], text);

  etp_node_init_datum (card, field, &datum);
}

/* NULL with an error: the caller cancels. */
static EtpNode *
put_card (EtpEdit *edit, const EtpNewCard *row, EtpNode *step, GError **error)
{
  g_autoptr (EtpNode) card = etp_node_new (ETP_LIST_CARDS, NULL);

  init_text (card, ETP_CARD_TITLE, row->title != NULL ? row->title : "");
  if (row->link != NULL)
    init_text (card, ETP_CARD_LINK, row->link);
  if (step != NULL)
    init_text (card, ETP_CARD_STEP, etp_node_get_id (step));
  if (!etp_edit_put (edit, card, G_MAXUINT, error) || !set_picture (edit, card, row, error))
    return NULL;
  return card; /* the journey holds it */
}

/* NULL with an error: the caller cancels. */
static EtpNode *
put_measure (EtpEdit *edit, const EtpNewCard *row, EtpNode *phase, GError **error)
{
  g_autoptr (EtpNode) measure = etp_node_new (ETP_LIST_MEASURES, NULL);

  init_text (measure, ETP_MEASURE_TITLE, row->title != NULL ? row->title : "");
  init_text (measure, ETP_MEASURE_PHASE, etp_node_get_id (phase));
  return etp_edit_put (edit, measure, G_MAXUINT, error) ? measure : NULL; /* the journey holds it */
}

static gboolean
is_for_measures (const EtpCardPlace *place)
{
  return place->lane != NULL
         && etp_node_get_enum (place->lane, ETP_LANE_KIND) == ETP_LANE_KIND_MEASURES;
}

static gboolean
has_picture (const EtpNewCard *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].picture != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
check_place (EtpJourney *journey,
             const EtpCardPlace *place,
             const EtpNewCard *rows,
             guint n_rows,
             GError **error)
{
  if (place->lane != NULL
      && (!etp_edit_check_node (journey, place->lane, ETP_LIST_LANES, error)
          || !etp_edit_check_node (journey, place->phase, ETP_LIST_PHASES, error)))
    return FALSE;
  if (place->step != NULL && !etp_edit_check_node (journey, place->step, ETP_LIST_CARDS, error))
    return FALSE;
  if (place->lane == NULL
      || (is_for_measures (place)
              ? !has_picture (rows, n_rows)
              : etp_lane_kind_shows_cards (etp_node_get_enum (place->lane, ETP_LANE_KIND))))
    return TRUE;
  return etp_edit_refuse (error, ETP_MODEL_ERROR_REFUSED,
                          _ ("This lane shows no cards. Choose another place."));
}

static char *
dup_title (const EtpCardPlace *place, guint n)
{
  if (is_for_measures (place))
    return n == 1 ? g_strdup (_ ("Add Measure"))
                  /* Translators: what undo is called; %u is the number of new measures. */
                  : g_strdup_printf (ngettext ("Add %u Measure", "Add %u Measures", n), n);
  return n == 1 ? g_strdup (_ ("Add Card"))
                /* Translators: what undo is called; %u is the number of new cards. */
                : g_strdup_printf (ngettext ("Add %u Card", "Add %u Cards", n), n);
}

gboolean
etp_edit_add_cards (EtpJourney *journey,
                    const EtpCardPlace *place,
                    const EtpNewCard *rows,
                    guint n_rows,
                    GPtrArray *cards,
                    GError **error)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();
  g_autofree char *title = NULL;
  EtpEdit edit;

  g_return_val_if_fail ((place->lane == NULL) == (place->phase == NULL), FALSE);

  if (!check_place (journey, place, rows, n_rows, error))
    return FALSE;
  title = dup_title (place, n_rows);
  if (!etp_edit_begin_titled (&edit, journey, title, NULL, error))
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      EtpNode *card = is_for_measures (place) ? put_measure (&edit, &rows[i], place->phase, error)
                                              : put_card (&edit, &rows[i], place->step, error);

      if (card == NULL)
        return etp_edit_cancel (&edit);
      g_ptr_array_add (news, card);
    }
  if (!is_for_measures (place)
      && !etp_edit_place_cards (&edit, news, place->lane, place->phase, place->index, error))
    return etp_edit_cancel (&edit);
  if (!etp_edit_commit (&edit, error))
    return FALSE;
  for (guint i = 0; cards != NULL && i < news->len; i++)
    g_ptr_array_add (cards, news->pdata[i]);
  return TRUE;
}
