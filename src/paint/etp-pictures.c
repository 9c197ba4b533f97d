/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-pictures.h"

#include <string.h>

#include "etp-picture-decode.h"
#include "model/etp-fields.h"
#include "model/etp-limits.h"
#include "model/etp-types.h"

/* What cannot be decoded is remembered as such, so it is tried once.
 *
 * For a screen there is one worker at a time, for a picture of 40 megapixels may take 160 MB while it
 * is decoded, and it begins with what was asked for last, which is the likeliest still to be seen. A
 * picture is decoded to the next of a few sizes and again when a larger one is wanted; the larger one
 * does for smaller ones, until others need its room. What was ordered when the asset was another one
 * is thrown away when it comes.
 */

/* Longest sides in pixels: not every step of the zoom is to decode everything anew. */
static const int sides[] = { 100, 150, 200, 300, 400, 600, 800, 1200, ETP_LIMIT_ASSET_PIXELS };

#define SIDE_ALL G_MAXINT /* more than this there will never be */

typedef struct
{
  cairo_surface_t *surface; /* owned; NULL: nothing yet, dropped, or it cannot be decoded */
  gsize n_bytes; /* of the surface */
  guint64 stamp; /* of the asset that this is of */
  EtpPictureInfo info; /* width 0: it cannot be decoded */
  gboolean is_turned; /* it is shown as high as it is stored wide; known once it was decoded */
  int side; /* the longest that the surface is good enough for; 0: there is none */
  int ordered; /* the longest that is still to come; 0: none is */
  guint64 used; /* time of the last use, counted */
} Picture;

/* What a worker is given, and what it gives. */
typedef struct
{
  char *id; /* owned, as are bytes and surface */
  GBytes *bytes;
  cairo_surface_t *surface; /* NULL: not decoded, or taken */
  guint64 stamp;
  EtpPictureInfo info;
  int side;
  gboolean is_turned;
} Order;

/* Counts references, all of them in its own thread: one is the worker's task's. */
struct _EtpPictures
{
  GHashTable *pictures; /* id → Picture; NULL: freed, and only a task still has it */
  GQueue orders; /* of Order, owned; the next one first */
  GCancellable *cancellable; /* owned; of the worker; NULL: there is none */
  const Order *running; /* borrowed: of the worker */
  EtpPicturesReady ready; /* NULL: for files */
  gpointer user_data;
  gsize n_bytes;
  guint64 clock;
};

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->surface, cairo_surface_destroy);
  g_bytes_unref (order->bytes);
  g_free (order->id);
  g_free (order);
}

EtpPictures *
etp_pictures_new (void)
{
  EtpPictures *self = g_rc_box_new0 (EtpPictures);

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  g_queue_init (&self->orders);
  return self;
}

void
etp_pictures_free (EtpPictures *self)
{
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_queue_clear_full (&self->orders, order_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_rc_box_release (self);
}

void
etp_pictures_decode_later (EtpPictures *self, EtpPicturesReady ready, gpointer user_data)
{
  g_return_if_fail (ready != NULL);

  self->ready = ready;
  self->user_data = user_data;
}

gboolean
etp_pictures_is_decoding (EtpPictures *self)
{
  return self->cancellable != NULL;
}

gsize
etp_pictures_get_bytes (EtpPictures *self)
{
  return self->n_bytes;
}

static void
drop_surface (EtpPictures *self, Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  self->n_bytes -= picture->n_bytes;
  picture->n_bytes = 0;
  picture->side = 0;
}

/* Drops the pictures that have not been used for longest, but never the newest. */
static void
shrink (EtpPictures *self)
{
  while (self->n_bytes > ETP_PICTURES_BYTES)
    {
      GHashTableIter iter;
      gpointer value;
      Picture *oldest = NULL;

      g_hash_table_iter_init (&iter, self->pictures);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          Picture *picture = value;

          if (picture->n_bytes > 0 && picture->used != self->clock
              && (oldest == NULL || picture->used < oldest->used))
            oldest = picture;
        }
      if (oldest == NULL)
        return;
      drop_surface (self, oldest);
    }
}

/* Takes what was decoded for a side; FALSE: it is NULL, and nothing more than what there is will be. */
static gboolean
put_surface (EtpPictures *self, Picture *picture, cairo_surface_t *surface, int side)
{
  if (surface == NULL)
    {
      picture->side = SIDE_ALL;
      return FALSE;
    }
  drop_surface (self, picture);
  picture->surface = surface;
  picture->side = side >= (int) MAX (picture->info.width, picture->info.height)
                          || side >= ETP_LIMIT_ASSET_PIXELS
                      ? SIDE_ALL
                      : side;
  picture->n_bytes = (gsize) cairo_image_surface_get_stride (surface)
                     * (gsize) cairo_image_surface_get_height (surface);
  picture->used = ++self->clock;
  self->n_bytes += picture->n_bytes;
  shrink (self);
  return TRUE;
}

static void
run_order (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;

  order->surface = etp_picture_decode (order->bytes, &order->info, order->side, cancellable,
                                       &order->is_turned);
  g_task_return_boolean (task, TRUE);
}

static void start_next (EtpPictures *self);

/* TRUE: there is more of the picture than before. */
static gboolean
take_order (EtpPictures *self, Order *order)
{
  Picture *picture = g_hash_table_lookup (self->pictures, order->id);

  if (picture == NULL || picture->stamp != order->stamp)
    return FALSE;
  if (picture->ordered == order->side)
    picture->ordered = 0;
  picture->is_turned = order->is_turned;
  return put_surface (self, picture, g_steal_pointer (&order->surface), order->side);
}

static void
on_order_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EtpPictures *self = user_data;
  Order *order = g_task_get_task_data (G_TASK (result));
  const gboolean is_run = g_task_propagate_boolean (G_TASK (result), NULL); /* else cancelled */

  if (self->pictures != NULL)
    {
      g_clear_object (&self->cancellable);
      self->running = NULL;
      if (is_run && take_order (self, order))
        self->ready (order->id, self->user_data);
    }
  /* The pictures may have been freed in there. */
  if (self->pictures != NULL)
    start_next (self);
  g_rc_box_release (self);
}

static void
start_next (EtpPictures *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->cancellable != NULL)
    return;
  order = g_queue_pop_head (&self->orders);
  if (order == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->running = order;
  task = g_task_new (NULL, self->cancellable, on_order_run, g_rc_box_acquire (self));
  g_task_set_source_tag (task, start_next);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, run_order);
}

/* Those that no worker has begun yet. */
static void
withdraw_orders (EtpPictures *self, const char *id)
{
  for (GList *link = self->orders.head, *next; link != NULL; link = next)
    {
      Order *order = link->data;

      next = link->next;
      if (strcmp (order->id, id) != 0)
        continue;
      g_queue_delete_link (&self->orders, link);
      order_free (order);
    }
}

static void
place_order (EtpPictures *self, Picture *picture, const char *id, GBytes *bytes, int side)
{
  Order *order = g_new0 (Order, 1);

  order->id = g_strdup (id);
  order->bytes = g_bytes_ref (bytes);
  order->stamp = picture->stamp;
  order->info = picture->info;
  order->side = side;
  if (picture->ordered > 0)
    withdraw_orders (self, id);
  picture->ordered = side;
  g_queue_push_head (&self->orders, order);
  start_next (self);
}

static void
forget (EtpPictures *self, const char *id, Picture *picture)
{
  withdraw_orders (self, id);
  if (self->running != NULL && strcmp (self->running->id, id) == 0)
    g_cancellable_cancel (self->cancellable);
  drop_surface (self, picture);
  g_hash_table_remove (self->pictures, id);
}

/* What is known of the asset as it is now. */
static Picture *
find_picture (EtpPictures *self, EtpNode *asset)
{
  const char *id = etp_node_get_id (asset);
  const guint64 stamp = etp_node_get_stamp (asset);
  GBytes *bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  Picture *picture = g_hash_table_lookup (self->pictures, id);

  if (picture != NULL && picture->stamp == stamp)
    return picture;
  if (picture != NULL)
    forget (self, id, picture);
  picture = g_new0 (Picture, 1);
  picture->stamp = stamp;
  if (bytes == NULL || !etp_picture_get_info (bytes, &picture->info))
    picture->info.width = 0;
  g_hash_table_insert (self->pictures, g_strdup (id), picture);
  return picture;
}

/* The longest side with which the picture covers so much. */
static int
choose_side (const Picture *picture, double width, double height)
{
  const double own_width = picture->is_turned ? picture->info.height : picture->info.width;
  const double own_height = picture->is_turned ? picture->info.width : picture->info.height;
  const double scale = MAX (width / own_width, height / own_height);
  const double wanted = scale * MAX (own_width, own_height);

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] >= wanted)
      return sides[i];
  return ETP_LIMIT_ASSET_PIXELS;
}

cairo_surface_t *
etp_pictures_get (
    EtpPictures *self, EtpJourney *journey, const char *asset_id, double width, double height)
{
  EtpNode *asset = journey != NULL ? etp_journey_get_node (journey, asset_id) : NULL;
  GBytes *bytes;
  Picture *picture;
  int side;

  if (asset == NULL || etp_node_get_list (asset) != ETP_LIST_ASSETS)
    return NULL;
  picture = find_picture (self, asset);
  if (picture->info.width == 0)
    return NULL;
  picture->used = ++self->clock;
  bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  side = self->ready != NULL ? choose_side (picture, width, height) : ETP_LIMIT_ASSET_PIXELS;
  if (self->ready == NULL && picture->side < side)
    put_surface (self, picture,
                 etp_picture_decode (bytes, &picture->info, 0, NULL, &picture->is_turned), side);
  else if (picture->side < side && picture->ordered < side)
    place_order (self, picture, asset_id, bytes, side);
  return picture->surface;
}
