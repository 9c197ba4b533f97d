/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-spot-private.h"

#include <string.h>

#include "etp-edit-private.h"

/* Lists of names and of texts: what is added to several nodes is added to what each of them has, and
 * what several of them have is what all of them have. Lists are short (tags, channels, personas). */

static gboolean
has_item (GPtrArray *items, const char *item)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (strcmp (items->pdata[i], item) == 0)
      return TRUE;
  return FALSE;
}

gboolean
etp_spot_is_list (const EtpSpot *self)
{
  const EtpFieldType type = etp_spot_get_row (self)->type;

  return type == ETP_FIELD_REFS || type == ETP_FIELD_TEXTS;
}

void
etp_spot_keep_common (const EtpSpot *self, EtpDatum *datum)
{
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; datum->u.items != NULL && i < datum->u.items->len; i++)
    {
      gboolean is_common = TRUE;

      for (guint j = 1; j < self->nodes->len && is_common; j++)
        {
          g_auto (EtpDatum) other = { 0 };

          etp_spot_dup_datum_of (self, self->nodes->pdata[j], &other);
          is_common = has_item (other.u.items, datum->u.items->pdata[i]);
        }
      if (is_common)
        g_ptr_array_add (common, g_ref_string_acquire (datum->u.items->pdata[i]));
    }
  etp_datum_clear (datum);
  *datum = etp_datum_take_items (etp_spot_get_row (self), common);
}

/* What a list becomes. */
static EtpDatum
change (const EtpField *row, const EtpDatum *now, const char *without, const char *const *with)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; now->u.items != NULL && i < now->u.items->len; i++)
    if (without == NULL || strcmp (now->u.items->pdata[i], without) != 0)
      g_ptr_array_add (items, g_ref_string_acquire (now->u.items->pdata[i]));
  for (guint i = 0; with != NULL && with[i] != NULL; i++)
    if (!has_item (items, with[i]))
      g_ptr_array_add (items, g_ref_string_new (with[i]));
  return etp_datum_take_items (row, items);
}

static gboolean
change_one (const EtpSpot *self,
            EtpNode *node,
            const char *without,
            const char *const *with,
            GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  EtpSpot spot = *self;
  g_auto (EtpDatum) now = { 0 };
  EtpDatum then;

  g_ptr_array_add (one, node);
  spot.nodes = one;
  etp_spot_dup_datum (&spot, &now);
  then = change (etp_spot_get_row (&spot), &now, without, with);
  if (!etp_datum_equal (&now, &then))
    return etp_spot_write (&spot, &then, error);
  etp_datum_clear (&then);
  return TRUE;
}

gboolean
etp_spot_change_items (const EtpSpot *self,
                       const char *without,
                       const char *const *with,
                       GError **error)
{
  EtpEdit edit;

  g_return_val_if_fail (etp_spot_is_list (self), FALSE);

  if (self->nodes->len == 1)
    return change_one (self, self->nodes->pdata[0], without, with, error);
  if (!etp_edit_begin (&edit, self->journey, ETP_VERB_SEVERAL_EDIT, NULL, error))
    return FALSE;
  for (guint i = 0; i < self->nodes->len; i++)
    if (!change_one (self, self->nodes->pdata[i], without, with, error))
      return etp_edit_cancel (&edit);
  return etp_edit_commit (&edit, error);
}
