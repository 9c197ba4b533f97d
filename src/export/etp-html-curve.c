/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-html.h"

#include "etp-svg-marks.h"
#include "etp-xml.h"
#include "scene/etp-view.h"

/* The emotion lane alone, as it stands on the map. It is built once in light and once in dark
 * colours: both are the same items, so each colour of the one has its counterpart in the other, and
 * rules for dark screens follow from that. The drawing itself is there once. */

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

/* Of a drawing in light colours, what they are in dark: of most marks one colour has one counterpart;
 * items in which one has another get a class of their own, whose rules come later. */
typedef struct
{
  GHashTable *usual; /* light → dark, both without alpha and with KEY, which makes black no NULL */
  GHashTable *classes; /* of char *, the rules of a class without its name → number, from 1 */
  GHashTable *items; /* of EtpItem, those of the light scene → number of its class */
  GString *own_rules;
} Pairs;

#define KEY(color) GUINT_TO_POINTER ((color) >> 8 | 1u << 31)
#define COLOR(key) (GPOINTER_TO_UINT (key) & 0xffffff)

static void
use_color (Pairs *self, EtpRgba light, EtpRgba dark)
{
  if (light != 0 && dark != 0 && !g_hash_table_contains (self->usual, KEY (light)))
    g_hash_table_insert (self->usual, KEY (light), KEY (dark));
}

static void
add_rule (GString *rules, const char *prefix, const char *name, guint from, guint to)
{
  g_string_append_printf (rules, "  .curve %s[%s=\"#%06x\"] { %s: #%06x }\n", prefix, name, from,
                          name, to);
}

/* Adds what is not usual about a colour of an item to its rules. */
static void
note_color (Pairs *self, GString *rules, EtpRgba light, EtpRgba dark)
{
  if (light != 0 && dark != 0 && g_hash_table_lookup (self->usual, KEY (light)) != KEY (dark))
    g_string_append_printf (rules, "%06x%06x", light >> 8, dark >> 8);
}

/* Each twelve digits of its key are a colour and its counterpart. */
static void
write_class (Pairs *self, const char *key, guint number)
{
  g_autofree char *prefix = g_strdup_printf (".c%u ", number);

  for (; *key != '\0'; key += 12)
    {
      g_autofree char *from = g_strndup (key, 6);
      g_autofree char *to = g_strndup (key + 6, 6);
      guint light = (guint) g_ascii_strtoull (from, NULL, 16);
      guint dark = (guint) g_ascii_strtoull (to, NULL, 16);

      add_rule (self->own_rules, prefix, "fill", light, dark);
      add_rule (self->own_rules, prefix, "stroke", light, dark);
    }
}

static void
class_item (Pairs *self, const EtpItem *light, const EtpItem *dark)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint number;

  for (guint m = 0; m < light->n_marks && m < dark->n_marks; m++)
    {
      note_color (self, key, light->marks[m].fill_color, dark->marks[m].fill_color);
      note_color (self, key, light->marks[m].stroke_color, dark->marks[m].stroke_color);
    }
  if (key->len == 0)
    return;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, key->str));
  if (number == 0)
    {
      number = g_hash_table_size (self->classes) + 1;
      g_hash_table_insert (self->classes, g_strdup (key->str), GUINT_TO_POINTER (number));
      write_class (self, key->str, number);
    }
  g_hash_table_insert (self->items, (gpointer) light, GUINT_TO_POINTER (number));
}

static void
use_item (Pairs *self, const EtpItem *light, const EtpItem *dark)
{
  for (guint m = 0; m < light->n_marks && m < dark->n_marks; m++)
    {
      use_color (self, light->marks[m].fill_color, dark->marks[m].fill_color);
      use_color (self, light->marks[m].stroke_color, dark->marks[m].stroke_color);
    }
}

static void
walk (Pairs *self,
      EtpScene *light,
      EtpScene *dark,
      void (*visit) (Pairs *self, const EtpItem *light, const EtpItem *dark))
{
  for (guint c = 0; c < etp_scene_get_n_cells (light) && c < etp_scene_get_n_cells (dark); c++)
    {
      const EtpCell *a = etp_scene_get_cell (light, c)->cell;
      const EtpCell *b = etp_scene_get_cell (dark, c)->cell;

      for (guint i = 0; i < a->n_items && i < b->n_items; i++)
        visit (self, a->items[i].item, b->items[i].item);
    }
}

static int
compare_colors (gconstpointer a, gconstpointer b)
{
  guint left = GPOINTER_TO_UINT (a), right = GPOINTER_TO_UINT (b);

  return left < right ? -1 : left > right;
}

static void
add_rules (Pairs *self, GString *rules, EtpScene *light, EtpScene *dark)
{
  g_autoptr (GList) keys = NULL;

  walk (self, light, dark, use_item);
  walk (self, light, dark, class_item);
  keys = g_list_sort (g_hash_table_get_keys (self->usual), compare_colors);
  for (GList *key = keys; key != NULL; key = key->next)
    {
      guint from = COLOR (key->data);
      guint to = COLOR (g_hash_table_lookup (self->usual, key->data));

      if (from != to)
        {
          add_rule (rules, "", "fill", from, to);
          add_rule (rules, "", "stroke", from, to);
        }
    }
  g_string_append_len (rules, self->own_rules->str, (gssize) self->own_rules->len);
}

static void
pairs_init (Pairs *self)
{
  self->usual = g_hash_table_new (NULL, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_hash_table_new (NULL, NULL);
  self->own_rules = g_string_new (NULL);
}

static void
pairs_clear (Pairs *self)
{
  g_hash_table_unref (self->usual);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->items);
  g_string_free (self->own_rules, TRUE);
}

static void
add_item (
    GString *out, const EtpExportScene *scene, const Pairs *pairs, EtpItemRef ref, guint *serial)
{
  EtpRect rect = etp_scene_item_rect (scene->scene, ref, NULL);
  const EtpItem *item = etp_scene_get_item (scene->scene, ref);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (pairs->items, item));

  if (item->n_marks == 0)
    return;
  g_string_append (out, "<g");
  if (number > 0)
    g_string_append_printf (out, " class=\"c%u\"", number);
  g_string_append (out, " transform=\"translate(");
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
  Pairs pairs;

  init_scene (&scene, journey, ETP_STYLE_LIGHT);
  if (!has_points (scene.scene))
    return FALSE;
  init_scene (&dark, journey, ETP_STYLE_DARK);
  pairs_init (&pairs);
  add_rules (&pairs, dark_rules, scene.scene, dark.scene);
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
    add_item (out, &scene, &pairs, g_array_index (refs, EtpItemRef, i), &serial);
  g_string_append (out, "</svg>\n");
  pairs_clear (&pairs);
  return TRUE;
}
