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

static guint
get_16 (const guint8 *p)
{
  return (guint) p[0] << 8 | (guint) p[1];
}

/* Pixels of an inch as the beginning of a file says it; 96 if it says nothing. Square pixels. */
static double
find_density (GBytes *bytes)
{
  gsize length;
  const guint8 *p = g_bytes_get_data (bytes, &length);

  /* JFIF: its segment is the first; unit 1 is the inch, 2 the centimetre. */
  if (length > 18 && get_16 (p) == 0xffd8 && memcmp (p + 6, "JFIF", 5) == 0 && get_16 (p + 14) > 0)
    return p[13] == 1 ? get_16 (p + 14) : p[13] == 2 ? get_16 (p + 14) * 2.54 : 96;
  /* PNG: pHYs somewhere before the image, in pixels of a metre. */
  for (gsize at = 8; at + 20 < length && p[0] == 0x89;)
    {
      const gsize size = (gsize) get_16 (p + at) << 16 | get_16 (p + at + 2);
      const guint per_metre = get_16 (p + at + 8) << 16 | get_16 (p + at + 10);

      if (memcmp (p + at + 4, "pHYs", 4) == 0 && p[at + 16] == 1 && per_metre > 0)
        return per_metre * 0.0254;
      if (memcmp (p + at + 4, "IDAT", 4) == 0 || size > length)
        break;
      at += size + 12;
    }
  return 96;
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
  medium->natural_width = info.width / find_density (bytes);
  medium->natural_height = info.height / find_density (bytes);
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
