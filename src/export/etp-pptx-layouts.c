/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-template.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "etp-export.h"

/* Which of the layouts are used. Templates of several masters show by their slides what each is for:
 * the first is a cover, the second has content. */

#define NONE G_MAXUINT
#define ALIKE 6.0 /* slide units */

void
etp_pptx_template_layout_clear (EtpPptxTemplateLayout *self)
{
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->title_type, g_free);
  g_clear_pointer (&self->look.family, g_free);
  g_clear_pointer (&self->subtitle_look.family, g_free);
  etp_slide_plan_clear (&self->plan);
}

void
etp_pptx_template_layout_copy (const EtpPptxTemplateLayout *self, EtpPptxTemplateLayout *copy)
{
  *copy = *self;
  copy->part = g_strdup (self->part);
  copy->type = g_strdup (self->type);
  copy->title_type = g_strdup (self->title_type);
  copy->look.family = g_strdup (self->look.family);
  copy->subtitle_look.family = g_strdup (self->subtitle_look.family);
  etp_slide_plan_copy (&self->plan, &copy->plan);
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
  etp_pptx_template_layout_copy (layout, taken);
}

/* Nearly the same rectangle. */
static gboolean
is_alike (const EtpRect *a, const EtpRect *b)
{
  return fabs (a->x - b->x) < ALIKE && fabs (a->y - b->y) < ALIKE
         && fabs (a->width - b->width) < ALIKE && fabs (a->height - b->height) < ALIKE;
}

/* Layouts of the master of content for running text: what a deck was made for is free on them too,
 * and their titles lie where its titles do. */
static gboolean
find_texts (EtpPptxTemplate *self,
            const EtpPptxMaster *master,
            GPtrArray *relations,
            GError **error)
{
  static const char *const kinds[ETP_PPTX_MOST_PLACES][2] = { { "obj", "tx" },
                                                              { "twoObj", "twoColTx" },
                                                              { NULL, "cust" } };
  const EtpRect *room = &self->frame.content;

  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);
      EtpPptxTemplateLayout layout = { 0 };
      EtpPptxTemplateLayout *place;
      EtpRect own;

      if (strcmp (relation->type, "slideLayout") != 0 || relation->is_external)
        continue;
      if (!etp_pptx_master_read_layout (self, master, relation->target, &layout, error))
        {
          etp_pptx_template_layout_clear (&layout);
          return FALSE;
        }
      place = layout.n_bodies > 0 && layout.n_bodies <= ETP_PPTX_MOST_PLACES
                  ? &self->texts[layout.n_bodies - 1]
                  : NULL;
      own = etp_slide_plan_find_room (&layout.plan, self->width, self->height);
      if (place != NULL && place->part == NULL && layout.title_type != NULL
          && (g_strcmp0 (layout.type, kinds[layout.n_bodies - 1][0]) == 0
              || g_strcmp0 (layout.type, kinds[layout.n_bodies - 1][1]) == 0)
          && is_alike (&layout.plan.title, &self->content.plan.title) && own.y <= room->y + ALIKE
          && own.y + own.height >= room->y + room->height - ALIKE)
        etp_pptx_template_layout_copy (&layout, place);
      etp_pptx_template_layout_clear (&layout);
    }
  return TRUE;
}

/* The best layout of a master for slides of a kind, with the master itself. */
static gboolean
find_layout (EtpPptxTemplate *self,
             guint number,
             gboolean for_title,
             EtpPptxTemplateLayout *found,
             EtpPptxMaster *master,
             GError **error)
{
  const char *part = ((EtpPptxTemplateMaster *) g_ptr_array_index (self->masters, number))->part;
  g_autoptr (GPtrArray) relations = etp_opc_list_relations (&self->opc, part, error);

  if (relations == NULL || !etp_pptx_master_read (self, part, relations, master, error))
    return FALSE;
  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);
      EtpPptxTemplateLayout layout = { 0 };
      gboolean done;

      if (strcmp (relation->type, "slideLayout") != 0 || relation->is_external)
        continue;
      done = etp_pptx_master_read_layout (self, master, relation->target, &layout, error);
      if (done)
        offer (found, &layout, for_title);
      etp_pptx_template_layout_clear (&layout);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* The master of one of the template's own slides; NONE. */
static guint
find_master_of (EtpPptxTemplate *self, GPtrArray *relations, guint slide)
{
  static const char *const steps[] = { "slideLayout", "slideMaster" };
  const EtpOpcRelation *relation = NULL;
  g_autofree char *part = NULL;

  if (slide < self->slides->len)
    relation = etp_opc_find_relation_id (relations, g_ptr_array_index (self->slides, slide));
  if (relation == NULL || strcmp (relation->type, "slide") != 0)
    return NONE;
  part = g_strdup (relation->target);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) next = etp_opc_list_relations (&self->opc, part, NULL);

      relation = next != NULL ? etp_opc_find_relation (next, steps[i]) : NULL;
      if (relation == NULL)
        return NONE;
      g_free (part);
      part = g_strdup (relation->target);
    }
  for (guint i = 0; i < self->masters->len; i++)
    if (strcmp (((EtpPptxTemplateMaster *) g_ptr_array_index (self->masters, i))->part, part) == 0)
      return i;
  return NONE;
}

/* Keeps the candidate if it is the first or has more room; TRUE: no better is needed. */
static gboolean
consider (EtpPptxTemplate *self, EtpPptxTemplateLayout *layout, EtpPptxMaster *master)
{
  const EtpRect room = etp_slide_plan_find_room (&layout->plan, self->width, self->height);
  const EtpRect *best = &self->frame.content;

  if (layout->title_type != NULL
      && (self->content.part == NULL
          || room.width * room.height > 1.1 * best->width * best->height))
    {
      etp_pptx_template_layout_clear (&self->content);
      etp_pptx_template_layout_copy (layout, &self->content);
      self->frame.content = room;
      memcpy (self->colors, master->colors, sizeof self->colors);
      self->behind = master->behind;
      g_free (self->major);
      g_free (self->minor);
      self->major = g_steal_pointer (&master->major);
      self->minor = g_steal_pointer (&master->minor);
    }
  return self->content.part != NULL
         && etp_slide_room_is_good (&self->frame.content, self->width, self->height);
}

static gboolean
choose_content (EtpPptxTemplate *self, guint first, GError **error)
{
  for (guint i = 0; i < self->masters->len; i++)
    {
      /* That one, then the others in their order. */
      const guint number = i == 0 ? first : i <= first ? i - 1 : i;
      EtpPptxTemplateLayout layout = { 0 };
      EtpPptxMaster master = { 0 };
      const gboolean done = find_layout (self, number, FALSE, &layout, &master, error);
      const gboolean is_enough = done && layout.part != NULL && consider (self, &layout, &master);

      etp_pptx_template_layout_clear (&layout);
      etp_pptx_master_clear (&master);
      if (!done)
        return FALSE;
      if (is_enough)
        break;
    }
  return TRUE;
}

static gboolean
choose_texts (EtpPptxTemplate *self, GError **error)
{
  g_autofree char *part = NULL;
  g_autoptr (GPtrArray) of_layout = etp_opc_list_relations (&self->opc, self->content.part, error);
  g_autoptr (GPtrArray) relations = NULL;
  EtpPptxMaster master = { 0 };
  const EtpOpcRelation *relation;
  gboolean done;

  if (of_layout == NULL)
    return FALSE;
  relation = etp_opc_find_relation (of_layout, "slideMaster");
  if (relation == NULL || relation->is_external)
    return TRUE;
  part = g_strdup (relation->target);
  relations = etp_opc_list_relations (&self->opc, part, error);
  done = relations != NULL && etp_pptx_master_read (self, part, relations, &master, error)
         && find_texts (self, &master, relations, error);
  etp_pptx_master_clear (&master);
  return done;
}

static gboolean
choose_title (EtpPptxTemplate *self, guint number, GError **error)
{
  EtpPptxMaster master = { 0 };
  const gboolean done = find_layout (self, number, TRUE, &self->title, &master, error);

  etp_pptx_master_clear (&master);
  return done;
}

gboolean
etp_pptx_template_choose (EtpPptxTemplate *self, GPtrArray *relations, GError **error)
{
  const guint cover = find_master_of (self, relations, 0);
  const guint content = find_master_of (self, relations, 1);
  const EtpRect *title;

  if (!choose_content (self,
                       content != NONE ? content
                       : cover != NONE ? cover
                                       : 0,
                       error)
      || !choose_title (self, cover != NONE ? cover : 0, error))
    return FALSE;
  if (self->content.part == NULL)
    {
      g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                           _ ("None of its layouts has a title."));
      return FALSE;
    }
  if (!choose_texts (self, error))
    return FALSE;
  if (self->title.title_type == NULL)
    {
      etp_pptx_template_layout_clear (&self->title);
      etp_pptx_template_layout_copy (&self->content, &self->title);
    }
  title = &self->content.plan.title;
  self->frame.width = self->width;
  self->frame.height = self->height;
  self->frame.title = *title;
  self->frame.cover_title = self->title.plan.title;
  self->frame.cover = etp_slide_plan_find_room (&self->title.plan, self->width, self->height);
  /* All that it says goes into the subtitle, which is fitted. */
  if (self->title.subtitle.is_there)
    self->frame.cover = (EtpRect){ 0, 0, MAX (self->width, 720), 4 * self->height };
  return TRUE;
}
