/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the styles of an OpenDocument presentation say: sizes, fonts, colours, master pages with the
 * places of their texts. Prefixes are those that all programs write. */

#define MOST_RECTS 200 /* of ornaments of a master */
#define MOST_MASTERS 500
#define MOST_MEDIA 1000
#define MOST_STYLES 20000
#define PADDING 9.4 /* a quarter of a centimetre, and half of it above: where nothing is said */

typedef struct
{
  EtpOdpTemplate *template;
  EtpOdpStyle *style; /* that is open; NULL: none */
  char *layout; /* name of the page layout that is open */
  EtpOdpMaster *master; /* that is open */
  guint skipped; /* elements that are open within notes */
  gboolean in_list; /* signs before paragraphs have looks of their own */
} Visit;

/* "2.5cm" in slide units; fallback: it is none. */
static double
parse_length (const char *text, double fallback)
{
  static const struct
  {
    const char *unit;
    double factor;
  } units[] = { { "cm", 96 / 2.54 }, { "mm", 96 / 25.4 }, { "in", 96 },
                { "pt", 96 / 72.0 }, { "pc", 16 },        { "px", 1 } };
  char *end;
  double value;

  if (text == NULL)
    return fallback;
  value = g_ascii_strtod (text, &end);
  for (guint i = 0; end != text && i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].unit) == 0)
      return CLAMP (value * units[i].factor, -1e5, 1e5);
  return fallback;
}

static EtpRgba
parse_color (const char *text)
{
  return text != NULL && text[0] == '#' ? etp_rgba_parse (text) : 0;
}

static void
set_problem (EtpOdpTemplate *self, const char *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
}

/* What a presentation would fetch or run: no master needs it. */
static void
check_element (Visit *visit,
               const char *element,
               const char *const *names,
               const char *const *values)
{
  static const char *const programs[] = {
    "event-listener", "event-listeners", "script",     "applet", "plugin", "object-ole",
    "object",         "execute-macro",   "dde-source", "form",   NULL
  };
  static const char *const schemes[] = { "http://", "https://", "mailto:", "#" };
  EtpOdpTemplate *self = visit->template;
  const char *target = etp_opc_get (names, values, "xlink:href");

  if (g_strv_contains (programs, element))
    set_problem (self, _ ("It holds a program."));
  if (target == NULL || target[0] == '\0')
    return;
  for (guint i = 0; strcmp (element, "a") == 0 && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0)
      return;
  if (g_str_has_prefix (target, "./"))
    target += 2;
  if (!(g_str_has_prefix (target, "Pictures/") || g_str_has_prefix (target, "Fonts/")))
    set_problem (self, _ ("It needs something from outside of the file."));
  else if (g_hash_table_size (self->media) < MOST_MEDIA
           && !g_hash_table_contains (self->media, target))
    g_hash_table_insert (self->media, g_strdup (target), NULL);
}

static void
begin_style (Visit *visit, const char *const *names, const char *const *values)
{
  const char *name = etp_opc_get (names, values, "style:name");
  const char *family = etp_opc_get (names, values, "style:family");
  const gboolean is_page = g_strcmp0 (family, "drawing-page") == 0;

  if (name == NULL || (!is_page && g_strcmp0 (family, "presentation") != 0)
      || g_hash_table_size (visit->template->styles) >= MOST_STYLES)
    return;
  visit->style = g_new0 (EtpOdpStyle, 1);
  visit->style->look = (EtpSlideLook){ .left = -1, .top = -1, .right = -1, .bottom = -1 };
  visit->style->parent = g_strdup (etp_opc_get (names, values, "style:parent-style-name"));
  g_hash_table_replace (visit->template->styles, g_strconcat (is_page ? "page/" : "", name, NULL),
                        visit->style);
}

static void
visit_text_properties (EtpOdpStyle *style, const char *const *names, const char *const *values)
{
  const char *font = etp_opc_get (names, values, "style:font-name");
  const char *size = etp_opc_get (names, values, "fo:font-size");
  const char *color = etp_opc_get (names, values, "fo:color");

  if (font != NULL && style->font == NULL)
    style->font = g_strdup (font);
  if (size != NULL && g_str_has_suffix (size, "pt"))
    style->look.size = CLAMP (g_ascii_strtod (size, NULL) * 100, 0, 400000);
  if (color != NULL)
    style->color = parse_color (color);
  style->look.is_bold = g_strcmp0 (etp_opc_get (names, values, "fo:font-weight"), "bold") == 0;
  style->look.is_caps = g_strcmp0 (etp_opc_get (names, values, "fo:text-transform"), "uppercase")
                        == 0;
}

static void
visit_box (EtpOdpStyle *style, const char *const *names, const char *const *values)
{
  EtpSlideLook *look = &style->look;

  look->left = parse_length (etp_opc_get (names, values, "fo:padding-left"), look->left);
  look->top = parse_length (etp_opc_get (names, values, "fo:padding-top"), look->top);
  look->right = parse_length (etp_opc_get (names, values, "fo:padding-right"), look->right);
  look->bottom = parse_length (etp_opc_get (names, values, "fo:padding-bottom"), look->bottom);
}

static void
visit_style (Visit *visit, const char *element, const char *const *names, const char *const *values)
{
  if (g_str_has_prefix (element, "list-level-style"))
    visit->in_list = TRUE;
  else if (strcmp (element, "text-properties") == 0 && !visit->in_list)
    visit_text_properties (visit->style, names, values);
  else if (strcmp (element, "graphic-properties") == 0)
    visit_box (visit->style, names, values);
  else if (strcmp (element, "drawing-page-properties") == 0)
    {
      const char *fill = etp_opc_get (names, values, "draw:fill");

      visit->style->is_bare = g_strcmp0 (fill, "none") == 0;
      if (g_strcmp0 (fill, "solid") == 0)
        visit->style->color = parse_color (etp_opc_get (names, values, "draw:fill-color"));
    }
}

static void
visit_layout (Visit *visit,
              const char *element,
              const char *const *names,
              const char *const *values)
{
  const char *width = etp_opc_get (names, values, "fo:page-width");
  const char *height = etp_opc_get (names, values, "fo:page-height");

  if (strcmp (element, "page-layout") == 0)
    {
      g_free (visit->layout);
      visit->layout = g_strdup (etp_opc_get (names, values, "style:name"));
    }
  else if (strcmp (element, "page-layout-properties") == 0 && visit->layout != NULL && width != NULL
           && height != NULL)
    {
      EtpOdpSize *size = g_new (EtpOdpSize, 1);

      *size = (EtpOdpSize){ parse_length (width, 0), parse_length (height, 0) };
      g_hash_table_replace (visit->template->sizes, g_strdup (visit->layout), size);
    }
}

/* A font's family, without the quotes that a name with spaces has. */
static void
visit_font (Visit *visit, const char *const *names, const char *const *values)
{
  const char *name = etp_opc_get (names, values, "style:name");
  const char *family = etp_opc_get (names, values, "svg:font-family");
  g_autofree char *plain = NULL;

  if (name == NULL || family == NULL || strlen (family) > 100)
    return;
  plain = g_strdup (family);
  g_strdelimit (plain, "'\"", ' ');
  g_strstrip (plain);
  if (plain[0] != '\0' && strchr (plain, ',') == NULL)
    g_hash_table_replace (visit->template->families, g_strdup (name), g_steal_pointer (&plain));
}

static void
begin_master (Visit *visit, const char *const *names, const char *const *values)
{
  const char *name = etp_opc_get (names, values, "style:name");
  const char *layout = etp_opc_get (names, values, "style:page-layout-name");

  if (name == NULL || layout == NULL || visit->template->masters->len >= MOST_MASTERS)
    return;
  visit->master = g_new0 (EtpOdpMaster, 1);
  visit->master->name = g_strdup (name);
  visit->master->layout = g_strdup (layout);
  visit->master->style = g_strdup (etp_opc_get (names, values, "draw:style-name"));
  etp_slide_plan_init (&visit->master->plan);
  g_ptr_array_add (visit->template->masters, visit->master);
}

/* A shape of a master page. Groups have no place of their own; their shapes have. */
static void
visit_shape (EtpOdpMaster *master, const char *const *names, const char *const *values)
{
  const char *class = etp_opc_get (names, values, "presentation:class");
  const EtpRect rect = { parse_length (etp_opc_get (names, values, "svg:x"), 0),
                         parse_length (etp_opc_get (names, values, "svg:y"), 0),
                         parse_length (etp_opc_get (names, values, "svg:width"), 0),
                         parse_length (etp_opc_get (names, values, "svg:height"), 0) };

  if (rect.width <= 0 || rect.height <= 0)
    return;
  if (class == NULL)
    {
      if (master->plan.ornaments->len < MOST_RECTS)
        g_array_append_val (master->plan.ornaments, rect);
      return;
    }
  if (strcmp (class, "title") == 0)
    {
      master->has_title = TRUE;
      master->plan.title = rect;
    }
  else if (strcmp (class, "outline") == 0 || strcmp (class, "subtitle") == 0)
    master->plan.body = rect;
  else
    {
      master->has_number = master->has_number || strcmp (class, "page-number") == 0;
      master->has_footer = master->has_footer || strcmp (class, "footer") == 0;
      master->has_date = master->has_date || strcmp (class, "date-time") == 0;
      g_array_append_val (master->plan.feet, rect);
    }
}

static void
visit_end (Visit *visit, const char *element)
{
  if (g_str_has_prefix (element, "list-level-style"))
    visit->in_list = FALSE;
  else if (strcmp (element, "style") == 0)
    visit->style = NULL;
  else if (strcmp (element, "master-page") == 0)
    visit->master = NULL;
  else if (strcmp (element, "page-layout") == 0)
    g_clear_pointer (&visit->layout, g_free);
}

static void
visit_styles (const char *element,
              gboolean is_end,
              const char *const *names,
              const char *const *values,
              gpointer data)
{
  Visit *visit = data;

  if (visit->skipped > 0)
    {
      visit->skipped += is_end ? -1 : 1;
      if (!is_end)
        check_element (visit, element, names, values);
      return;
    }
  if (is_end)
    {
      visit_end (visit, element);
      return;
    }
  check_element (visit, element, names, values);
  if (strcmp (element, "style") == 0)
    begin_style (visit, names, values);
  else if (visit->style != NULL)
    visit_style (visit, element, names, values);
  else if (strcmp (element, "font-face") == 0)
    visit_font (visit, names, values);
  else if (g_str_has_prefix (element, "page-layout"))
    visit_layout (visit, element, names, values);
  else if (strcmp (element, "master-page") == 0)
    begin_master (visit, names, values);
  else if (visit->master != NULL && strcmp (element, "notes") == 0)
    visit->skipped = 1;
  else if (visit->master != NULL)
    visit_shape (visit->master, names, values);
}

/* Paddings that nobody mentions. */
static void
set_paddings (EtpOdpTemplate *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->styles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      EtpSlideLook *look = &((EtpOdpStyle *) value)->look;

      look->left = look->left < 0 ? PADDING : look->left;
      look->right = look->right < 0 ? PADDING : look->right;
      look->top = look->top < 0 ? PADDING / 2 : look->top;
      look->bottom = look->bottom < 0 ? PADDING / 2 : look->bottom;
    }
}

gboolean
etp_odp_template_read_styles (EtpOdpTemplate *self, GError **error)
{
  Visit visit = { .template = self };
  const gboolean done = etp_opc_walk (&self->opc, "styles.xml", visit_styles, &visit, error);

  g_free (visit.layout);
  set_paddings (self);
  return done;
}
