/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export.h"

/* What a master and its layouts say about titles, feet and colours, and which layouts are used. */

#define EMU 9525.0
#define FOOT_SHARE 0.8 /* of the height: date, footer and number below this are a foot */

/* While a master or layout is walked: the placeholder that is open. */
typedef struct
{
  EtpPptxTemplate *template;
  EtpPptxTemplateLayout *layout;
  char *type; /* of the placeholder; NULL: the shape is none */
  guint index;
  gboolean in_shape, has_place;
  EtpRect rect;
  char *map[ETP_N_SLOTS]; /* of a master: "lt1" for bg1 … */
} Visit;

static const char *const slot_names[ETP_N_SLOTS] = { "tx1",     "bg1",     "tx2",     "bg2",
                                                     "accent1", "accent2", "accent3", "accent4",
                                                     "accent5", "accent6", "hlink",   "folHlink" };
static const char *const scheme_names[ETP_N_SLOTS] = {
  "dk1",     "lt1",     "dk2",     "lt2",     "accent1", "accent2",
  "accent3", "accent4", "accent5", "accent6", "hlink",   "folHlink"
};

void
etp_pptx_template_layout_clear (EtpPptxTemplateLayout *self)
{
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->title_type, g_free);
}

static double
get_length (const char *const *names, const char *const *values, const char *name)
{
  const char *value = etp_opc_get (names, values, name);

  return value != NULL ? CLAMP (g_ascii_strtod (value, NULL) / EMU, -1e5, 1e5) : 0;
}

static gboolean
is_foot (const char *type)
{
  return strcmp (type, "dt") == 0 || strcmp (type, "ftr") == 0 || strcmp (type, "sldNum") == 0;
}

/* A whole placeholder was read. */
static void
take_placeholder (Visit *visit)
{
  EtpPptxTemplateLayout *layout = visit->layout;

  if (strcmp (visit->type, "title") == 0 || strcmp (visit->type, "ctrTitle") == 0)
    {
      g_free (layout->title_type);
      layout->title_type = g_strdup (visit->type);
      if (visit->has_place)
        layout->title = visit->rect;
    }
  else if (strcmp (visit->type, "subTitle") == 0)
    {
      layout->has_subtitle = TRUE;
      layout->subtitle_index = visit->index;
    }
  else if (is_foot (visit->type) && visit->has_place
           && visit->rect.y > visit->template->height * FOOT_SHARE)
    layout->bottom = MIN (layout->bottom, visit->rect.y);
  if (strcmp (visit->type, "sldNum") == 0)
    {
      layout->has_number = TRUE;
      layout->number_index = visit->index;
    }
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
visit_layout (const char *element,
              gboolean is_end,
              const char *const *names,
              const char *const *values,
              gpointer data)
{
  Visit *visit = data;

  if (is_end)
    {
      if (strcmp (element, "sp") == 0 && visit->type != NULL)
        take_placeholder (visit);
      if (strcmp (element, "sp") == 0)
        g_clear_pointer (&visit->type, g_free);
      return;
    }
  if (strcmp (element, "sldLayout") == 0)
    visit->layout->type = g_strdup (etp_opc_get (names, values, "type"));
  else if (strcmp (element, "clrMap") == 0)
    visit_map (visit, names, values);
  else if (strcmp (element, "sp") == 0)
    visit->has_place = FALSE;
  else if (strcmp (element, "ph") == 0)
    {
      const char *type = etp_opc_get (names, values, "type");
      const char *index = etp_opc_get (names, values, "idx");

      g_free (visit->type);
      visit->type = g_strdup (type != NULL ? type : "obj");
      visit->index = index != NULL ? (guint) g_ascii_strtoull (index, NULL, 10) : 0;
    }
  else if (strcmp (element, "off") == 0 && !visit->has_place)
    {
      visit->rect.x = get_length (names, values, "x");
      visit->rect.y = get_length (names, values, "y");
    }
  else if (strcmp (element, "ext") == 0 && !visit->has_place
           && etp_opc_get (names, values, "cx") != NULL)
    {
      visit->rect.width = get_length (names, values, "cx");
      visit->rect.height = get_length (names, values, "cy");
      visit->has_place = TRUE;
    }
}

/* The colours of a theme while it is walked. */
typedef struct
{
  EtpRgba colors[ETP_N_SLOTS];
  guint slot; /* that is open; ETP_N_SLOTS: none */
} Scheme;

static void
visit_theme (const char *element,
             gboolean is_end,
             const char *const *names,
             const char *const *values,
             gpointer data)
{
  Scheme *scheme = data;
  const char *value;
  g_autofree char *text = NULL;

  for (guint i = 0; i < ETP_N_SLOTS; i++)
    if (strcmp (element, scheme_names[i]) == 0)
      {
        scheme->slot = is_end ? ETP_N_SLOTS : i;
        return;
      }
  if (is_end || scheme->slot == ETP_N_SLOTS)
    return;
  if (strcmp (element, "srgbClr") == 0)
    value = etp_opc_get (names, values, "val");
  else if (strcmp (element, "sysClr") == 0)
    value = etp_opc_get (names, values, "lastClr");
  else
    return;
  text = g_strconcat ("#", value, NULL);
  if (value != NULL && etp_rgba_parse (text) != 0)
    scheme->colors[scheme->slot] = etp_rgba_parse (text);
}

/* Colours of the master's theme by what the master calls them. */
static gboolean
read_colors (EtpPptxTemplate *self, Visit *visit, const char *theme, GError **error)
{
  Scheme scheme = { .slot = ETP_N_SLOTS };

  for (guint i = 0; i < ETP_N_SLOTS; i++)
    scheme.colors[i] = i == ETP_SLOT_GROUND || i == ETP_SLOT_GROUND_2 ? 0xffffffff : 0x000000ff;
  if (!etp_opc_walk (&self->opc, theme, visit_theme, &scheme, error))
    return FALSE;
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    {
      self->colors[i] = scheme.colors[i];
      for (guint k = 0; visit->map[i] != NULL && k < ETP_N_SLOTS; k++)
        if (strcmp (visit->map[i], scheme_names[k]) == 0)
          self->colors[i] = scheme.colors[k];
    }
  return TRUE;
}

static void
visit_clear (Visit *visit)
{
  g_free (visit->type);
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    g_free (visit->map[i]);
}

/* How well a layout serves slides of a kind; the less the better. */
static guint
get_rank (const EtpPptxTemplateLayout *layout, gboolean for_title)
{
  static const char *const wanted[2][4] = { { "titleOnly", "obj", "objTx", "tx" },
                                            { "title", "secHead", "titleOnly", "obj" } };

  if (layout->title_type == NULL)
    return 100;
  for (guint i = 0; i < 4; i++)
    if (g_strcmp0 (layout->type, wanted[for_title][i]) == 0)
      return i;
  return 10;
}

/* Takes the layout in place of the one that is there if it is better. */
static void
offer (EtpPptxTemplateLayout *taken, const EtpPptxTemplateLayout *layout, gboolean for_title)
{
  if (taken->part != NULL && get_rank (taken, for_title) <= get_rank (layout, for_title))
    return;
  etp_pptx_template_layout_clear (taken);
  *taken = *layout;
  taken->part = g_strdup (layout->part);
  taken->type = g_strdup (layout->type);
  taken->title_type = g_strdup (layout->title_type);
}

static gboolean
read_layouts (EtpPptxTemplate *self,
              GPtrArray *relations,
              const EtpPptxTemplateLayout *master,
              GError **error)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);
      EtpPptxTemplateLayout layout = { .title = master->title, .bottom = master->bottom };
      Visit visit = { .template = self, .layout = &layout };
      gboolean done;

      if (strcmp (relation->type, "slideLayout") != 0 || relation->is_external)
        continue;
      done = etp_opc_walk (&self->opc, relation->target, visit_layout, &visit, error);
      layout.part = g_strdup (relation->target);
      if (done)
        {
          offer (&self->title, &layout, TRUE);
          offer (&self->content, &layout, FALSE);
        }
      visit_clear (&visit);
      etp_pptx_template_layout_clear (&layout);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
etp_pptx_template_choose (EtpPptxTemplate *self, const char *master, GError **error)
{
  g_autoptr (GPtrArray) relations = etp_opc_list_relations (&self->opc, master, error);
  const double margin = self->width / 20;
  EtpPptxTemplateLayout own = { .title = { margin, margin, self->width - 2 * margin,
                                           self->height / 8 },
                                .bottom = self->height - margin / 2 };
  Visit visit = { .template = self, .layout = &own };
  const EtpOpcRelation *theme = relations != NULL ? etp_opc_find_relation (relations, "theme")
                                                  : NULL;
  gboolean done = relations != NULL;

  if (done && theme == NULL)
    {
      g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                           _ ("Its master has no theme."));
      done = FALSE;
    }
  done = done && etp_opc_walk (&self->opc, master, visit_layout, &visit, error)
         && read_colors (self, &visit, theme->target, error)
         && read_layouts (self, relations, &own, error);
  visit_clear (&visit);
  etp_pptx_template_layout_clear (&own);
  if (done && (self->content.part == NULL || self->content.title_type == NULL))
    {
      g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                           _ ("None of its layouts has a title."));
      done = FALSE;
    }
  return done;
}
