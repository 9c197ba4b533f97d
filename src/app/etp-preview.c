/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-preview.h"

#include <math.h>

#include "etp-picture.h"
#include "file/etp-load.h"
#include "file/etp-save.h"
#include "scene/etp-view.h"

/* In the cache each map has a picture (.png) and a key file (.ini) with the state of the map's file
 * that they were made from; both are named by the map's address, so that the cache grows with the
 * number of maps only. A cache that cannot be read or written costs time, nothing else. */

#define GROUP "Map"
#define WIDEST_SCALE (ETP_PREVIEW_WIDTH / 1100.0) /* a map of one phase does not fill the picture */
#define MARGIN 12.0 /* pixels */

typedef struct
{
  GFile *file; /* owned */
  EtpStyleKind style;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->file);
  g_free (request);
}

void
etp_preview_free (EtpPreview *self)
{
  g_clear_object (&self->picture);
  g_clear_pointer (&self->health, etp_health_free);
  g_free (self);
}

static char *
dup_cache_path (const Request *request, const char *ending)
{
  g_autofree char *uri = g_file_get_uri (request->file);
  g_autofree char *key = g_strdup_printf ("%s %d", uri, (int) request->style);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (hash, ending, NULL);

  return g_build_filename (g_get_user_cache_dir (), "etappe", "previews", name, NULL);
}

static EtpHealth *
read_health (GKeyFile *keys)
{
  EtpHealth *health = g_new0 (EtpHealth, 1);
  g_autofree char *evidence = g_key_file_get_string (keys, GROUP, "Evidence", NULL);

  health->title = g_key_file_get_string (keys, GROUP, "Title", NULL);
  health->review_due = g_key_file_get_string (keys, GROUP, "ReviewDue", NULL);
  health->measures_due = g_key_file_get_string_list (keys, GROUP, "MeasuresDue", NULL, NULL);
  if (health->title == NULL)
    health->title = g_strdup ("");
  if (health->review_due == NULL)
    health->review_due = g_strdup ("");
  if (health->measures_due == NULL)
    health->measures_due = g_new0 (char *, 1);
  health->evidence = evidence != NULL ? g_ascii_strtod (evidence, NULL) : (double) NAN;
  return health;
}

static EtpPreview *
read_cache (const Request *request, const char *etag)
{
  g_autofree char *path = dup_cache_path (request, ".ini");
  g_autofree char *picture_path = dup_cache_path (request, ".png");
  g_autoptr (GFile) picture = g_file_new_for_path (picture_path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *known = NULL;
  g_autoptr (EtpPreview) preview = g_new0 (EtpPreview, 1);

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  known = g_key_file_get_string (keys, GROUP, "State", NULL);
  if (!etp_etag_is_same (known, etag))
    return NULL;
  preview->picture = gdk_texture_new_from_file (picture, NULL);
  if (preview->picture == NULL)
    return NULL;
  preview->health = read_health (keys);
  return g_steal_pointer (&preview);
}

/* The picture first: the key file says that it is there. */
static void
write_cache (const Request *request, const char *etag, const EtpPreview *preview)
{
  g_autofree char *path = dup_cache_path (request, ".ini");
  g_autofree char *picture_path = dup_cache_path (request, ".png");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  char evidence[G_ASCII_DTOSTR_BUF_SIZE];
  const EtpHealth *health = preview->health;

  g_key_file_set_string (keys, GROUP, "State", etag);
  g_key_file_set_string (keys, GROUP, "Title", health->title);
  g_key_file_set_string (keys, GROUP, "ReviewDue", health->review_due);
  g_key_file_set_string_list (keys, GROUP, "MeasuresDue",
                              (const char *const *) health->measures_due,
                              g_strv_length (health->measures_due));
  if (!isnan (health->evidence))
    g_key_file_set_string (keys, GROUP, "Evidence",
                           g_ascii_dtostr (evidence, sizeof evidence, health->evidence));
  if (g_mkdir_with_parents (folder, 0700) == 0
      && gdk_texture_save_to_png (preview->picture, picture_path))
    g_key_file_save_to_file (keys, path, NULL);
}

typedef struct
{
  EtpPainter *painter;
  EtpScene *scene;
} Map;

static void
paint_map (cairo_t *cr, gpointer user_data)
{
  const Map *map = user_data;
  const double width = etp_scene_get_width (map->scene);
  const double scale = MIN ((ETP_PREVIEW_WIDTH - 2 * MARGIN) / MAX (width, 1), WIDEST_SCALE);
  const EtpRect area = { 0, 0, width, ETP_PREVIEW_HEIGHT / scale };

  cairo_translate (cr, (ETP_PREVIEW_WIDTH - width * scale) / 2, MARGIN);
  cairo_scale (cr, scale, scale);
  etp_paint_scene (map->painter, cr, map->scene, &area, ETP_DETAIL_FULL);
}

/* The upper part of the map over the whole width. */
static GdkTexture *
paint (EtpJourney *journey, EtpStyleKind kind)
{
  static const EtpViewOptions options = { .hide_title = TRUE };
  g_autoptr (EtpText) text = etp_text_new ();
  g_autoptr (EtpStyle) style = etp_style_new (kind);
  g_autoptr (EtpScene)
      scene = etp_view_build (NULL, journey, &options, style, ETP_MEASURER (text), NULL);
  g_autoptr (EtpPainter) painter = etp_painter_new (text, journey);
  Map map = { painter, scene };

  return etp_picture_new (ETP_PREVIEW_WIDTH, ETP_PREVIEW_HEIGHT,
                          etp_style_get_color (style, ETP_COLOR_PAPER), paint_map, &map);
}

static void
work (gpointer data, gpointer nothing)
{
  g_autoptr (GTask) task = data;
  const Request *request = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (EtpPreview) preview = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autofree char *etag = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  etag = etp_etag_query (request->file, NULL, cancellable, &error);
  if (etag != NULL)
    preview = read_cache (request, etag);
  /* NULL without an error: the server has no states, and nothing can be kept. */
  if (preview == NULL && error == NULL)
    {
      loaded = etp_load_file (request->file, NULL, cancellable, &error);
      if (loaded != NULL)
        {
          preview = g_new0 (EtpPreview, 1);
          preview->health = etp_health_new (loaded->journey);
          preview->picture = paint (loaded->journey, request->style);
          if (loaded->etag != NULL)
            write_cache (request, loaded->etag, preview);
        }
    }
  if (preview != NULL)
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) etp_preview_free);
  else
    g_task_return_error (task, error);
}

void
etp_preview_load_async (GFile *file,
                        EtpStyleKind style,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  /* Not GLib's own workers: a map that is saved must never wait behind pictures. */
  static GThreadPool *worker;
  GTask *task = g_task_new (file, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  if (worker == NULL)
    worker = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  request->file = g_object_ref (file);
  request->style = style;
  g_task_set_source_tag (task, etp_preview_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_thread_pool_push (worker, task, NULL);
}

EtpPreview *
etp_preview_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
