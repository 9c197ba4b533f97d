/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-svg-marks.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* SVG: a group for each item, with shapes and real text, because people search and edit it. Ids are
 * made of the kind and the node's id, so that a style sheet or script can find a card again. cairo
 * would draw each letter as an outline, in seventeen times the space.
 */

#define FONT_FAMILY "Inter, 'Adwaita Sans', Cantarell, sans-serif"

typedef struct
{
  const EtpExportScene *scene;
  GString *out;
  GHashTable *ids; /* of char *, those given out */
  guint serial; /* of clips */
} Writer;

static const char *
get_kind_name (EtpItemKind kind)
{
  static const char *const names[] = {
    [ETP_ITEM_FILL] = "fill",       [ETP_ITEM_TITLE] = "title", [ETP_ITEM_PHASE_HEAD] = "phase",
    [ETP_ITEM_LANE_HEAD] = "lane",  [ETP_ITEM_CARD] = "card",   [ETP_ITEM_MEASURE] = "measure",
    [ETP_ITEM_METRIC] = "metric",   [ETP_ITEM_AXIS] = "axis",   [ETP_ITEM_CURVE] = "curve",
    [ETP_ITEM_POINT] = "point",     [ETP_ITEM_STOP] = "stop",   [ETP_ITEM_LINK] = "link",
    [ETP_ITEM_LABEL] = "label",     [ETP_ITEM_LINE] = "line",   [ETP_ITEM_IMAGE] = "image",
    [ETP_ITEM_PERSONA] = "persona", [ETP_ITEM_FOOT] = "foot",
  };

  return (guint) kind < G_N_ELEMENTS (names) && names[kind] != NULL ? names[kind] : "item";
}

/* An id that no other element has: ids of nodes are of [A-Za-z0-9_-] and so may stand in XML. */
static char *
make_id (Writer *writer, const EtpItem *item)
{
  g_autofree char *id = NULL;
  char *unique;

  id = g_strjoin ("-", get_kind_name (item->kind), item->node_id, item->sub, NULL);
  unique = g_strdup (id);
  for (guint n = 2; g_hash_table_contains (writer->ids, unique); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s.%u", id, n);
    }
  g_hash_table_add (writer->ids, g_strdup (unique));
  return unique;
}

static void
add_item (Writer *writer, EtpItemRef ref)
{
  GString *out = writer->out;
  EtpRect rect = etp_scene_item_rect (writer->scene->scene, ref, NULL);
  const EtpItem *item = etp_scene_get_item (writer->scene->scene, ref);
  g_autofree char *uri = etp_export_dup_link (writer->scene->journey, item);

  if (uri != NULL)
    {
      g_string_append (out, "<a xlink:href=\"");
      etp_xml_add_text (out, uri, -1);
      g_string_append (out, "\">\n");
    }
  g_string_append (out, "<g");
  if (item->node_id != NULL)
    {
      g_autofree char *id = make_id (writer, item);

      g_string_append (out, " id=\"");
      etp_xml_add_text (out, id, -1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, " transform=\"translate(");
  etp_svg_add_number (out, rect.x);
  g_string_append_c (out, ' ');
  etp_svg_add_number (out, rect.y);
  g_string_append (out, ")\">");
  if (item->name != NULL && item->name[0] != '\0' && !etp_export_item_has_text (item))
    {
      g_string_append (out, "<title>");
      etp_xml_add_text (out, item->name, -1);
      g_string_append (out, "</title>");
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < item->n_marks; i++)
    etp_svg_add_mark (out, &item->marks[i], writer->scene, &writer->serial);
  g_string_append (out, uri != NULL ? "</g></a>\n" : "</g>\n");
}

static void
add_head (Writer *writer)
{
  GString *out = writer->out;
  EtpScene *scene = writer->scene->scene;
  const char *description = etp_node_get_text (writer->scene->journey, ETP_JOURNEY_DESCRIPTION);
  g_autofree char *language = etp_words_dup_tag (etp_scene_get_language (scene));

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        " xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"");
  etp_svg_add_number (out, etp_scene_get_width (scene));
  g_string_append (out, "\" height=\"");
  etp_svg_add_number (out, etp_scene_get_height (scene));
  g_string_append (out, "\" viewBox=\"0 0 ");
  etp_svg_add_number (out, etp_scene_get_width (scene));
  g_string_append_c (out, ' ');
  etp_svg_add_number (out, etp_scene_get_height (scene));
  g_string_append (out,
                   "\" role=\"img\" aria-labelledby=\"map-title map-description\" xml:lang=\"");
  g_string_append (out, language);
  g_string_append (out, "\" xml:space=\"preserve\" font-family=\"" FONT_FAMILY "\">\n"
                        "<title id=\"map-title\">");
  etp_xml_add_text (out, etp_export_scene_get_title (writer->scene), -1);
  g_string_append (out, "</title>\n<desc id=\"map-description\">");
  etp_xml_add_text (out, description, -1);
  g_string_append (out, "</desc>\n");
}

/* The hatches of the scene, each colour once, before they are used. */
static void
add_hatches (Writer *writer, GArray *refs)
{
  g_autoptr (GArray) colors = g_array_new (FALSE, FALSE, sizeof (EtpRgba));

  for (guint r = 0; r < refs->len; r++)
    {
      const EtpItem *item = etp_scene_get_item (writer->scene->scene,
                                                g_array_index (refs, EtpItemRef, r));

      for (guint m = 0; m < item->n_marks; m++)
        {
          EtpRgba color = item->marks[m].fill_color;
          guint i = 0;

          if (item->marks[m].fill != ETP_FILL_HATCH || color == 0)
            continue;
          while (i < colors->len && g_array_index (colors, EtpRgba, i) != color)
            i++;
          if (i == colors->len)
            g_array_append_val (colors, color);
        }
    }
  if (colors->len == 0)
    return;
  g_string_append (writer->out, "<defs>\n");
  for (guint i = 0; i < colors->len; i++)
    etp_svg_add_hatch (writer->out, g_array_index (colors, EtpRgba, i));
  g_string_append (writer->out, "</defs>\n");
}

GInputStream *
etp_export_svg_open (EtpJourney *journey,
                     const EtpExportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (EtpExportScene) scene = { 0 };
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = NULL;
  EtpRect all = { 0 };
  Writer writer = { .scene = &scene, .ids = ids };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  etp_export_scene_init (&scene, journey, options);
  all.width = etp_scene_get_width (scene.scene);
  all.height = etp_scene_get_height (scene.scene);
  etp_scene_find (scene.scene, &all, NULL, refs);

  writer.out = g_string_sized_new (64 * 1024);
  add_head (&writer);
  add_hatches (&writer, refs);
  g_string_append (writer.out, "<rect width=\"100%\" height=\"100%\"");
  etp_svg_add_color (writer.out, "fill", etp_style_get_color (scene.style, ETP_COLOR_PAPER));
  g_string_append (writer.out, "/>\n");
  for (guint i = 0; i < refs->len; i++)
    {
      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_string_free (writer.out, TRUE);
          return NULL;
        }
      if (i % 256 == 0)
        etp_export_step (options, i, refs->len);
      add_item (&writer, g_array_index (refs, EtpItemRef, i));
    }
  g_string_append (writer.out, "</svg>\n");
  bytes = g_string_free_to_bytes (writer.out);
  return g_memory_input_stream_new_from_bytes (bytes);
}
