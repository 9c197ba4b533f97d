/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-media.h"

#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-types.h"
#include "paint/etp-pictures.h"

static void
medium_free (gpointer data)
{
  EtpMedium *medium = data;

  g_free (medium->name);
  g_bytes_unref (medium->bytes);
  g_free (medium);
}

void
etp_slide_media_init (EtpSlideMedia *self, EtpJourney *journey)
{
  self->journey = journey;
  self->media = g_ptr_array_new_with_free_func (medium_free);
  self->by_hash = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_asset = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
etp_slide_media_clear (EtpSlideMedia *self)
{
  g_clear_pointer (&self->media, g_ptr_array_unref);
  g_clear_pointer (&self->by_hash, g_hash_table_unref);
  g_clear_pointer (&self->by_asset, g_hash_table_unref);
}

static EtpMedium *
load (EtpSlideMedia *self, const char *asset_id)
{
  EtpNode *asset = etp_journey_get_node (self->journey, asset_id);
  GBytes *bytes = NULL;
  g_autofree char *hash = NULL;
  EtpPictureInfo info;
  EtpMedium *medium;

  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  if (bytes == NULL || !etp_picture_get_info (bytes, &info) || info.width == 0 || info.height == 0)
    return NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  medium = g_hash_table_lookup (self->by_hash, hash);
  if (medium != NULL)
    return medium;
  medium = g_new0 (EtpMedium, 1);
  medium->name = g_strdup_printf ("image%u.%s", self->media->len + 1,
                                  strcmp (info.mime_type, "image/png") == 0 ? "png" : "jpeg");
  medium->bytes = g_bytes_ref (bytes);
  medium->mime_type = info.mime_type;
  medium->width = info.width;
  medium->height = info.height;
  g_ptr_array_add (self->media, medium);
  g_hash_table_insert (self->by_hash, g_steal_pointer (&hash), medium);
  return medium;
}

const EtpMedium *
etp_slide_media_get (EtpSlideMedia *self, const char *asset_id)
{
  gpointer medium;

  if (!g_hash_table_lookup_extended (self->by_asset, asset_id, NULL, &medium))
    {
      medium = load (self, asset_id);
      g_hash_table_insert (self->by_asset, g_strdup (asset_id), medium);
    }
  return medium;
}

void
etp_slide_media_write (EtpSlideMedia *self, EtpZip *zip, const char *folder)
{
  for (guint i = 0; i < self->media->len; i++)
    {
      const EtpMedium *medium = g_ptr_array_index (self->media, i);
      g_autofree char *name = g_strconcat (folder, medium->name, NULL);

      etp_zip_add (zip, name, ETP_ZIP_STORED, g_bytes_get_data (medium->bytes, NULL),
                   (gssize) g_bytes_get_size (medium->bytes));
    }
}

void
etp_medium_get_crop (
    const EtpMedium *self, double width, double height, double *across, double *down)
{
  const double picture = (double) self->width / self->height;
  const double box = width / MAX (height, 0.01);

  *across = *down = 0;
  if (picture > box)
    *across = (1 - box / picture) / 2;
  else
    *down = (1 - picture / MAX (box, 0.01)) / 2;
}
