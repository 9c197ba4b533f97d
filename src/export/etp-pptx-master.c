/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export.h"

/* What a master and its layouts say about titles, feet, ornaments and colours. */

#define EMU 9525.0
#define MOST_RECTS 200 /* of ornaments */
#define DEFAULT_INSET 9.6 /* a tenth of an inch, and half of it above and below */

/* While a master or layout is walked. */
typedef struct
{
  EtpPptxTemplateLayout *layout;
  EtpPptxMaster *master; /* NULL: a layout is walked */
  guint groups; /* that are open */
  gboolean in_shape, has_place, has_body, in_list, in_level, in_font, in_ground;
  EtpSlideLook *style; /* of all titles or texts, that is open; NULL: none */
  EtpSlideLook titles, texts;
  char *type; /* of the placeholder that is open */
  guint index;
  EtpRect rect;
  EtpSlideLook look; /* of the shape that is open */
  char *map[ETP_N_SLOTS]; /* of a master: "lt1" for bg1 … */
  char *ground; /* "bg2", "dk1" or "#rrggbb" */
} Visit;

static const char *const slot_names[ETP_N_SLOTS] = { "tx1",     "bg1",     "tx2",     "bg2",
                                                     "accent1", "accent2", "accent3", "accent4",
                                                     "accent5", "accent6", "hlink",   "folHlink" };
static double
get_length (const char *const *names, const char *const *values, const char *name)
{
  const char *value = etp_opc_get (names, values, name);

  return value != NULL ? CLAMP (g_ascii_strtod (value, NULL) / EMU, -1e5, 1e5) : 0;
}

static void
look_init (EtpSlideLook *look)
{
  *look = (EtpSlideLook){ .left = -1, .top = -1, .right = -1, .bottom = -1 };
}

/* What is said here counts more than what was said before. */
static void
look_merge (EtpSlideLook *look, EtpSlideLook *said)
{
  if (said->size > 0)
    look->size = said->size;
  if (said->family != NULL)
    {
      g_free (look->family);
      look->family = g_steal_pointer (&said->family);
    }
  look->is_bold = look->is_bold || said->is_bold;
  look->is_caps = look->is_caps || said->is_caps;
  look->left = said->left >= 0 ? said->left : look->left;
  look->top = said->top >= 0 ? said->top : look->top;
  look->right = said->right >= 0 ? said->right : look->right;
  look->bottom = said->bottom >= 0 ? said->bottom : look->bottom;
}

static gboolean
is_title (const char *type)
{
  return strcmp (type, "title") == 0 || strcmp (type, "ctrTitle") == 0;
}

static EtpPptxPlace *
get_foot (EtpPptxTemplateLayout *layout, const char *type)
{
  if (strcmp (type, "dt") == 0)
    return &layout->date;
  if (strcmp (type, "ftr") == 0)
    return &layout->footer;
  return strcmp (type, "sldNum") == 0 ? &layout->number : NULL;
}

/* A whole placeholder was read. */
static void
take_placeholder (Visit *visit)
{
  EtpPptxTemplateLayout *layout = visit->layout;
  EtpPptxPlace *foot = get_foot (layout, visit->type);

  if (is_title (visit->type))
    {
      g_free (layout->title_type);
      layout->title_type = g_strdup (visit->type);
      if (visit->has_place)
        layout->plan.title = visit->rect;
      look_merge (&layout->look, &visit->look);
    }
  else if (strcmp (visit->type, "subTitle") == 0)
    {
      layout->subtitle = (EtpPptxPlace){ TRUE, visit->index };
      look_merge (&layout->subtitle_look, &visit->look);
      if (visit->has_place)
        layout->plan.body = visit->rect;
    }
  else if (strcmp (visit->type, "body") == 0 || strcmp (visit->type, "obj") == 0)
    {
      /* The largest, if there are several. */
      const double area = layout->plan.body.width * layout->plan.body.height;

      if (visit->master == NULL && layout->n_bodies < G_N_ELEMENTS (layout->bodies))
        layout->bodies[layout->n_bodies++] =
            (EtpPptxTextPlace){ visit->index, strcmp (visit->type, "body") == 0 };
      if (visit->has_place && (!visit->has_body || visit->rect.width * visit->rect.height > area))
        layout->plan.body = visit->rect;
      visit->has_body = visit->has_body || visit->has_place;
    }
  else if (foot != NULL)
    {
      *foot = (EtpPptxPlace){ TRUE, visit->index };
      if (visit->has_place)
        g_array_append_val (layout->plan.feet, visit->rect);
    }
}

/* A shape, a picture or a group is at its end. */
static void
end_shape (Visit *visit)
{
  if (visit->type != NULL)
    take_placeholder (visit);
  else if (visit->has_place && visit->layout->plan.ornaments->len < MOST_RECTS)
    g_array_append_val (visit->layout->plan.ornaments, visit->rect);
  g_clear_pointer (&visit->type, g_free);
  g_clear_pointer (&visit->look.family, g_free);
  visit->in_shape = FALSE;
}

static void
begin_shape (Visit *visit)
{
  visit->in_shape = TRUE;
  visit->has_place = FALSE;
  look_init (&visit->look);
}

static void
visit_map (Visit *visit, const char *const *names, const char *const *values)
{
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    {
      g_free (visit->map[i]);
      visit->map[i] = g_strdup (etp_opc_get (names, values, slot_names[i]));
    }
}

static void
visit_place (Visit *visit, const char *element, const char *const *names, const char *const *values)
{
  if (strcmp (element, "off") == 0)
    {
      visit->rect.x = get_length (names, values, "x");
      visit->rect.y = get_length (names, values, "y");
    }
  else if (etp_opc_get (names, values, "cx") != NULL)
    {
      visit->rect.width = get_length (names, values, "cx");
      visit->rect.height = get_length (names, values, "cy");
      visit->has_place = TRUE;
    }
}

static void
visit_font (EtpSlideLook *look, const char *const *names, const char *const *values)
{
  const char *size = etp_opc_get (names, values, "sz");
  const char *bold = etp_opc_get (names, values, "b"), *caps = etp_opc_get (names, values, "cap");

  if (size != NULL)
    look->size = CLAMP (g_ascii_strtod (size, NULL), 0, 400000);
  look->is_bold = g_strcmp0 (bold, "1") == 0 || g_strcmp0 (bold, "true") == 0;
  look->is_caps = g_strcmp0 (caps, "all") == 0;
}

static void
visit_insets (EtpSlideLook *look, const char *const *names, const char *const *values)
{
  const char *const sides[] = { "lIns", "tIns", "rIns", "bIns" };
  double *const lengths[] = { &look->left, &look->top, &look->right, &look->bottom };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (etp_opc_get (names, values, sides[i]) != NULL)
      *lengths[i] = MAX (get_length (names, values, sides[i]), 0);
}

static void
visit_placeholder (Visit *visit, const char *const *names, const char *const *values)
{
  const char *type = etp_opc_get (names, values, "type");
  const char *index = etp_opc_get (names, values, "idx");

  g_free (visit->type);
  visit->type = g_strdup (type != NULL ? type : "obj");
  visit->index = index != NULL ? (guint) g_ascii_strtoull (index, NULL, 10) : 0;
}

/* Elements within shapes, and those of the styles of all titles and texts, which are the same. */
static void
visit_text (Visit *visit, const char *element, const char *const *names, const char *const *values)
{
  EtpSlideLook *look = visit->style != NULL ? visit->style : &visit->look;

  if (strcmp (element, "defRPr") == 0)
    {
      visit->in_font = TRUE;
      visit_font (look, names, values);
    }
  else if (strcmp (element, "buNone") == 0 && visit->style != &visit->titles)
    visit->layout->has_bullets = FALSE;
  else if ((strcmp (element, "buChar") == 0 || strcmp (element, "buBlip") == 0)
           && visit->style == &visit->texts)
    visit->layout->has_bullets = TRUE;
  else if (strcmp (element, "latin") == 0 && visit->in_font)
    etp_pptx_take_family (&look->family, etp_opc_get (names, values, "typeface"));
}

static void
visit_ground (Visit *visit,
              const char *element,
              const char *const *names,
              const char *const *values)
{
  const char *value = etp_opc_get (names, values, "val");

  if (visit->ground != NULL || value == NULL)
    return;
  if (strcmp (element, "schemeClr") == 0)
    visit->ground = g_strdup (value);
  else if (strcmp (element, "srgbClr") == 0)
    visit->ground = g_strconcat ("#", value, NULL);
}

static void
visit_end (Visit *visit, const char *element)
{
  if (strcmp (element, "grpSp") == 0 && visit->groups > 0)
    {
      if (--visit->groups == 0)
        end_shape (visit);
    }
  else if ((strcmp (element, "sp") == 0 || strcmp (element, "pic") == 0) && visit->groups == 0
           && visit->in_shape)
    end_shape (visit);
  else if (strcmp (element, "lstStyle") == 0)
    visit->in_list = FALSE;
  else if (strcmp (element, "lvl1pPr") == 0)
    visit->in_level = FALSE;
  else if (strcmp (element, "defRPr") == 0)
    visit->in_font = FALSE;
  else if (strcmp (element, "titleStyle") == 0 || strcmp (element, "bodyStyle") == 0)
    visit->style = NULL;
  else if (strcmp (element, "bg") == 0)
    visit->in_ground = FALSE;
}

static void
visit_layout (const char *element,
              gboolean is_end,
              const char *const *names,
              const char *const *values,
              gpointer data)
{
  Visit *visit = data;
  const gboolean is_shape = strcmp (element, "sp") == 0 || strcmp (element, "pic") == 0;

  if (is_end)
    visit_end (visit, element);
  else if (strcmp (element, "sldLayout") == 0)
    {
      const char *shown = etp_opc_get (names, values, "showMasterSp");

      g_free (visit->layout->type);
      visit->layout->type = g_strdup (etp_opc_get (names, values, "type"));
      if (g_strcmp0 (shown, "0") == 0 || g_strcmp0 (shown, "false") == 0)
        g_array_set_size (visit->layout->plan.ornaments, 0);
    }
  else if (strcmp (element, "clrMap") == 0)
    visit_map (visit, names, values);
  else if (strcmp (element, "bg") == 0)
    visit->in_ground = TRUE;
  else if (visit->in_ground)
    visit_ground (visit, element, names, values);
  else if (strcmp (element, "grpSp") == 0 || (is_shape && visit->groups == 0))
    {
      if (visit->groups == 0)
        begin_shape (visit);
      visit->groups += is_shape ? 0 : 1;
    }
  else if (strcmp (element, "titleStyle") == 0)
    visit->style = &visit->titles;
  else if (strcmp (element, "bodyStyle") == 0)
    visit->style = &visit->texts;
  else if (strcmp (element, "lstStyle") == 0)
    visit->in_list = TRUE;
  else if (strcmp (element, "lvl1pPr") == 0)
    visit->in_level = TRUE;
  else if (visit->in_level && (visit->style != NULL || (visit->in_shape && visit->in_list)))
    visit_text (visit, element, names, values);
  else if (!visit->in_shape)
    return;
  else if (strcmp (element, "ph") == 0 && visit->groups == 0)
    visit_placeholder (visit, names, values);
  else if (strcmp (element, "bodyPr") == 0)
    visit_insets (&visit->look, names, values);
  else if ((strcmp (element, "off") == 0 || strcmp (element, "ext") == 0) && !visit->has_place)
    visit_place (visit, element, names, values);
}

/* Colours of the master's theme by what the master calls them. */
static gboolean
read_theme (EtpPptxTemplate *self, Visit *visit, const char *theme, GError **error)
{
  EtpPptxMaster *master = visit->master;
  EtpRgba colors[ETP_N_SLOTS];

  if (!etp_pptx_theme_read (&self->opc, theme, colors, &master->major, &master->minor, error))
    return FALSE;
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    {
      const int slot = visit->map[i] != NULL ? etp_pptx_theme_find_slot (visit->map[i]) : -1;

      master->colors[i] = colors[slot >= 0 ? (guint) slot : i];
    }
  master->behind = master->colors[ETP_SLOT_GROUND];
  for (guint i = 0; visit->ground != NULL && i < ETP_N_SLOTS; i++)
    {
      if (strcmp (visit->ground, slot_names[i]) == 0)
        master->behind = master->colors[i];
      else if (etp_pptx_theme_find_slot (visit->ground) == (int) i)
        master->behind = colors[i];
    }
  if (visit->ground != NULL && visit->ground[0] == '#' && etp_rgba_parse (visit->ground) != 0)
    master->behind = etp_rgba_parse (visit->ground) | 0xff;
  return TRUE;
}

static void
visit_clear (Visit *visit)
{
  g_free (visit->type);
  g_free (visit->ground);
  g_free (visit->look.family);
  g_free (visit->titles.family);
  g_free (visit->texts.family);
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    g_free (visit->map[i]);
}

void
etp_pptx_master_clear (EtpPptxMaster *self)
{
  etp_pptx_template_layout_clear (&self->layout);
  g_clear_pointer (&self->major, g_free);
  g_clear_pointer (&self->minor, g_free);
}

/* What a master says of all its titles or texts, and then of one of its placeholders. */
static void
take_style (EtpSlideLook *look, EtpSlideLook *style)
{
  EtpSlideLook own = *look;

  *look = *style;
  style->family = NULL;
  look_merge (look, &own);
  g_free (own.family);
}

static void
set_insets (EtpSlideLook *look)
{
  look->left = look->left < 0 ? DEFAULT_INSET : look->left;
  look->right = look->right < 0 ? DEFAULT_INSET : look->right;
  look->top = look->top < 0 ? DEFAULT_INSET / 2 : look->top;
  look->bottom = look->bottom < 0 ? DEFAULT_INSET / 2 : look->bottom;
}

gboolean
etp_pptx_master_read (EtpPptxTemplate *self,
                      const char *part,
                      GPtrArray *relations,
                      EtpPptxMaster *master,
                      GError **error)
{
  const double margin = self->width / 20;
  const EtpOpcRelation *theme = etp_opc_find_relation (relations, "theme");
  Visit visit = { .layout = &master->layout, .master = master };
  gboolean done;

  *master = (EtpPptxMaster){ 0 };
  etp_slide_plan_init (&master->layout.plan);
  look_init (&master->layout.look);
  look_init (&master->layout.subtitle_look);
  look_init (&visit.titles);
  look_init (&visit.texts);
  master->layout.plan.title = (EtpRect){ margin, margin, self->width - 2 * margin,
                                         self->height / 8 };
  if (theme == NULL)
    {
      g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                           _ ("Its master has no theme."));
      return FALSE;
    }
  done = etp_opc_walk (&self->opc, part, visit_layout, &visit, error)
         && read_theme (self, &visit, theme->target, error);
  take_style (&master->layout.look, &visit.titles);
  take_style (&master->layout.subtitle_look, &visit.texts);
  visit_clear (&visit);
  return done;
}

gboolean
etp_pptx_master_read_layout (EtpPptxTemplate *self,
                             const EtpPptxMaster *master,
                             const char *part,
                             EtpPptxTemplateLayout *layout,
                             GError **error)
{
  Visit visit = { .layout = layout };
  gboolean done;

  etp_pptx_template_layout_copy (&master->layout, layout);
  g_clear_pointer (&layout->title_type, g_free);
  layout->date = layout->footer = layout->number = layout->subtitle = (EtpPptxPlace){ FALSE, 0 };
  layout->n_bodies = 0;
  layout->part = g_strdup (part);
  done = etp_opc_walk (&self->opc, part, visit_layout, &visit, error);
  visit_clear (&visit);
  set_insets (&layout->look);
  set_insets (&layout->subtitle_look);
  layout->plan.inset = MIN (layout->look.left, 2 * DEFAULT_INSET);
  return done;
}
