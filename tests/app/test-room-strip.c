/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "app/etp-room-strip.h"
#include "canvas-fixture.h"
#include "etp-test-build.h"
#include "find-widget.h"
#include "model/etp-edit-result.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"

/* The strip over the map for the whole room. */

/* The strip of the room has something to do yet when the map that it is about goes. */
static void
test_without_map (void)
{
  GtkWidget *canvas = g_object_ref_sink (etp_canvas_new ());
  GtkWidget *strip = g_object_ref_sink (etp_room_strip_new (ETP_CANVAS (canvas)));

  g_signal_emit_by_name (canvas, "scene-changed");
  g_assert_finalize_object (canvas);
  run_idle ();
  g_object_unref (strip);
}

/* A picture of one pixel. */
static GBytes *
make_picture (gboolean is_gif)
{
  static const guint8 gif[] = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0"
                              "\x02\x02\x44\x01\0;";
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1, 1);
  char *data;
  gsize length;

  if (is_gif)
    return g_bytes_new_static (gif, sizeof gif - 1);
  gdk_pixbuf_fill (pixbuf, 0x3465a4ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  return g_bytes_new_take (data, length);
}

/* Of a document from a stranger only such portraits are decoded as the map itself would show. */
static void
test_portrait (void)
{
  for (int is_gif = 0; is_gif < 2; is_gif++)
    {
      EtpJourney *journey = etp_test_journey_new_sample ();
      g_autoptr (GBytes) bytes = make_picture (is_gif);
      g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
      CanvasFixture map;
      GtkWidget *strip, *portrait;
      EtpNode *asset;

      g_assert_nonnull (texture);
      asset = etp_edit_import_asset (journey, "image/png", bytes, NULL);
      g_assert_nonnull (asset);
      g_assert_true (etp_edit_set_text (
          journey, etp_node_list_get (etp_journey_get_list (journey, ETP_LIST_PERSONAS), 0),
          ETP_PERSONA_PORTRAIT, etp_node_get_id (asset), NULL));
      canvas_fixture_show (&map, journey, 600, 400);
      strip = g_object_ref_sink (etp_room_strip_new (map.canvas));
      portrait = find_of_type (strip, ADW_TYPE_AVATAR);
      g_assert_nonnull (portrait);
      g_assert_cmpint (adw_avatar_get_custom_image (ADW_AVATAR (portrait)) == NULL, ==, is_gif);
      g_object_unref (strip);
      canvas_fixture_tear_down (&map);
    }
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/room-strip/without-map", test_without_map);
  g_test_add_func ("/app/room-strip/portrait", test_portrait);
  return g_test_run ();
}
