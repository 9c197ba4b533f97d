/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-html.h"

#include "etp-svg-marks.h"
#include "etp-xml.h"
#include "scene/etp-view.h"

/* The emotion lane alone, as it stands on the map. It is built once in light and once in dark
 * colours: both are the same items, so each colour of the one has its counterpart, by which rules
 * for dark screens are written. The drawing itself is there once. */

static void
init_scene (EtpExportScene *self, EtpJourney *journey, EtpStyleKind kind)
{
  EtpViewOptions options = { .hide_title = TRUE, .only_curves = TRUE };

  self->journey = journey;
  self->text = etp_text_new ();
  self->style = etp_style_new (kind);
  self->scene = etp_view_build (etp_view_get (NULL), journey, &options, self->style,
                                ETP_MEASURER (self->text), NULL);
}

static gboolean
has_points (EtpScene *scene)
{
  for (guint c = 0; c < etp_scene_get_n_cells (scene); c++)
    {
      const EtpCell *cell = etp_scene_get_cell (scene, c)->cell;

      for (guint i = 0; i < cell->n_items; i++)
        if (cell->items[i].item->kind == ETP_ITEM_POINT)
          return TRUE;
    }
  return FALSE;
}

/* Of a colour, what it is in dark; the first use decides. */
static void
pair_color (GHashTable *pairs, EtpRgba light, EtpRgba dark)
{
  if (light >> 8 != dark >> 8
      && !g_hash_table_contains (pairs, GUINT_TO_POINTER (light >> 8 | 1u << 31)))
    g_hash_table_insert (pairs, GUINT_TO_POINTER (light >> 8 | 1u << 31),
                         GUINT_TO_POINTER (dark >> 8));
}

static void
pair_items (GHashTable *pairs, const EtpItem *light, const EtpItem *dark)
{
  for (guint m = 0; m < light->n_marks && m < dark->n_marks; m++)
    {
      pair_color (pairs, light->marks[m].fill_color, dark->marks[m].fill_color);
      pair_color (pairs, light->marks[m].stroke_color, dark->marks[m].stroke_color);
    }
}

static int
compare_colors (gconstpointer a, gconstpointer b)
{
  guint left = GPOINTER_TO_UINT (a), right = GPOINTER_TO_UINT (b);

  return left < right ? -1 : left > right;
}

static void
add_rules (GString *rules, EtpScene *light, EtpScene *dark)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  g_autoptr (GList) keys = NULL;

  for (guint c = 0; c < etp_scene_get_n_cells (light) && c < etp_scene_get_n_cells (dark); c++)
    {
      const EtpCell *a = etp_scene_get_cell (light, c)->cell;
      const EtpCell *b = etp_scene_get_cell (dark, c)->cell;

      for (guint i = 0; i < a->n_items && i < b->n_items; i++)
        pair_items (pairs, a->items[i].item, b->items[i].item);
    }
  keys = g_list_sort (g_hash_table_get_keys (pairs), compare_colors);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      guint from = GPOINTER_TO_UINT (key->data) & 0xffffff;
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, key->data));

      g_string_append_printf (rules,
                              "  .curve [fill=\"#%06x\"] { fill: #%06x }\n"
                              "  .curve [stroke=\"#%06x\"] { stroke: #%06x }\n",
                              from, to, from, to);
    }
}

static void
add_item (GString *out, const EtpExportScene *scene, EtpItemRef ref, guint *serial)
{
  EtpRect rect = etp_scene_item_rect (scene->scene, ref, NULL);
  const EtpItem *item = etp_scene_get_item (scene->scene, ref);

  if (item->n_marks == 0)
    return;
  g_string_append (out, "<g transform=\"translate(");
  etp_svg_add_number (out, rect.x);
  g_string_append_c (out, ' ');
  etp_svg_add_number (out, rect.y);
  g_string_append (out, ")\">\n");
  for (guint i = 0; i < item->n_marks; i++)
    etp_svg_add_mark (out, &item->marks[i], scene, serial);
  g_string_append (out, "</g>\n");
}

static void
add_size (GString *out, const char *before, double number, const char *after)
{
  g_string_append (out, before);
  etp_svg_add_number (out, number);
  g_string_append (out, after);
}

gboolean
etp_html_add_curve (GString *out, GString *dark_rules, EtpJourney *journey, const char *label)
{
  g_auto (EtpExportScene) scene = { 0 };
  g_auto (EtpExportScene) dark = { 0 };
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (EtpItemRef));
  EtpRect all = { 0 };
  guint serial = 0;

  init_scene (&scene, journey, ETP_STYLE_LIGHT);
  if (!has_points (scene.scene))
    return FALSE;
  init_scene (&dark, journey, ETP_STYLE_DARK);
  add_rules (dark_rules, scene.scene, dark.scene);
  all.width = etp_scene_get_width (scene.scene);
  all.height = etp_scene_get_height (scene.scene);
  etp_scene_find (scene.scene, &all, NULL, refs);
  /* Letters of 12 units stay legible; a wide curve is scrolled. */
  add_size (out, "<svg style=\"min-width:", all.width * 0.85, "px\" viewBox=\"0 0 ");
  add_size (out, "", all.width, " ");
  add_size (out, "", all.height, "\" role=\"img\" aria-label=\"");
  etp_xml_add_value (out, label, -1);
  g_string_append (out, "\">\n");
  for (guint i = 0; i < refs->len; i++)
    add_item (out, &scene, g_array_index (refs, EtpItemRef, i), &serial);
  g_string_append (out, "</svg>\n");
  return TRUE;
}
