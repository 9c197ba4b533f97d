/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-pptx-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export.h"
#include "etp-pptx-parts.h"

/* Of somebody else's presentation its masters are taken, with all parts that they lead to, byte for
 * byte and under their own names; slides, notes and everything else stay behind. Only lists that
 * name all parts are written anew. */

#define EMU 9525.0
#define LEAST_SLIDE 96.0
#define MOST_SLIDE (56 * 96.0)
#define MOST_PARTS 2000

static void
master_free (gpointer data)
{
  EtpPptxTemplateMaster *master = data;

  g_free (master->id);
  g_free (master->relation);
  g_free (master->part);
  g_free (master);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED, message);
  return FALSE;
}

static void
visit_presentation (const char *element,
                    gboolean is_end,
                    const char *const *names,
                    const char *const *values,
                    gpointer data)
{
  EtpPptxTemplate *self = data;

  if (is_end)
    return;
  if (strcmp (element, "sldId") == 0 && self->slides->len < 2)
    {
      const char *relation = etp_opc_get (names, values, "r:id");

      if (relation != NULL)
        g_ptr_array_add (self->slides, g_strdup (relation));
    }
  else if (strcmp (element, "sldMasterId") == 0)
    {
      const char *relation = etp_opc_get (names, values, "r:id");
      EtpPptxTemplateMaster *master;

      if (relation == NULL)
        return;
      master = g_new0 (EtpPptxTemplateMaster, 1);
      master->id = g_strdup (etp_opc_get (names, values, "id"));
      master->relation = g_strdup (relation);
      g_ptr_array_add (self->masters, master);
    }
  else if (strcmp (element, "sldSz") == 0)
    {
      const char *width = etp_opc_get (names, values, "cx");
      const char *height = etp_opc_get (names, values, "cy");

      if (width == NULL || height == NULL)
        return;
      self->width = g_ascii_strtod (width, NULL) / EMU;
      self->height = g_ascii_strtod (height, NULL) / EMU;
    }
}

/* Kinds of relationships that lead away from how slides look. */
static gboolean
leads_away (const EtpOpcRelation *relation)
{
  static const char *const types[] = { "slide",          "notesSlide", "notesMaster",
                                       "handoutMaster",  "comments",   "officeDocument",
                                       "commentAuthors", NULL };

  return relation->is_external || g_strv_contains (types, relation->type);
}

static gboolean
has_part (const EtpPptxTemplate *self, const char *name)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->parts, i), name) == 0)
      return TRUE;
  return FALSE;
}

/* A name that a part of ours has, or that is no part's. */
static gboolean
is_taken (const char *name)
{
  static const char *const starts[] = { "ppt/slides/",      "ppt/presentation.xml", "docprops/",
                                        "_rels/",           "[content_types].xml",  "ppt/_rels/",
                                        "ppt/media/etappe-" };
  g_autofree char *key = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (key, starts[i]))
      return TRUE;
  return key[0] == '\0' || g_str_has_suffix (key, ".rels") || strchr (key, '/') == NULL;
}

/* What a presentation would fetch or run by itself: no master needs it. A link that somebody has to
 * follow is none. */
static gboolean
check_relation (const EtpOpcRelation *relation, GError **error)
{
  static const char *const programs[] = { "vbaProject",           "wordVbaData",      "control",
                                          "activeXControlBinary", "attachedTemplate", NULL };
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  if (g_strv_contains (programs, relation->type))
    return fail (error, _ ("It holds a program."));
  if (!relation->is_external)
    return TRUE;
  for (guint i = 0; strcmp (relation->type, "hyperlink") == 0 && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (relation->target, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;
  return fail (error, _ ("It needs something from outside of the file."));
}

/* Adds what the parts from the first on lead to, and what those lead to. */
static gboolean
gather (EtpPptxTemplate *self, GError **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const char *name = g_ptr_array_index (self->parts, i);
      g_autoptr (GPtrArray) relations = etp_opc_list_relations (&self->opc, name, error);

      if (relations == NULL)
        return FALSE;
      if (etp_opc_get_type_of (&self->opc, name) == NULL)
        return fail (error, _ ("One of its parts has no type."));
      for (guint k = 0; k < relations->len; k++)
        {
          const EtpOpcRelation *relation = g_ptr_array_index (relations, k);

          if (!check_relation (relation, error))
            return FALSE;
          if (leads_away (relation) || has_part (self, relation->target))
            continue;
          if (!etp_unzip_has (self->opc.unzip, relation->target))
            return fail (error, _ ("One of its parts is missing."));
          if (is_taken (relation->target))
            return fail (error, _ ("One of its parts has a name that cannot be."));
          if (self->parts->len >= MOST_PARTS)
            return fail (error, _ ("It has too many parts."));
          g_ptr_array_add (self->parts, g_strdup (relation->target));
        }
    }
  return TRUE;
}

/* The masters in their order, by their parts; FALSE if any is not there. */
static gboolean
find_masters (EtpPptxTemplate *self, GPtrArray *relations, GError **error)
{
  for (guint i = 0; i < self->masters->len; i++)
    {
      EtpPptxTemplateMaster *master = g_ptr_array_index (self->masters, i);
      const EtpOpcRelation *relation = etp_opc_find_relation_id (relations, master->relation);
      guint64 id;

      if (relation == NULL || strcmp (relation->type, "slideMaster") != 0
          || !etp_unzip_has (self->opc.unzip, relation->target) || is_taken (relation->target)
          || (master->id != NULL
              && !g_ascii_string_to_unsigned (master->id, 10, 2147483648u, G_MAXUINT32, &id, NULL)))
        return fail (error, _ ("One of its masters is missing."));
      master->part = g_strdup (relation->target);
      if (!has_part (self, master->part))
        g_ptr_array_add (self->parts, g_strdup (master->part));
    }
  return self->masters->len > 0 || fail (error, _ ("It has no master."));
}

static gboolean
is_presentation (const char *type)
{
  return type != NULL
         && (strstr (type, "presentationml.presentation.main+xml") != NULL
             || strstr (type, "presentationml.template.main+xml") != NULL
             || strstr (type, "presentationml.slideshow.main+xml") != NULL
             || strstr (type, "powerpoint.presentation.macroEnabled.main+xml") != NULL
             || strstr (type, "powerpoint.template.macroEnabled.main+xml") != NULL);
}

static gboolean
read_all (EtpPptxTemplate *self, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) package = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  const EtpOpcRelation *document;

  if (!etp_opc_init (&self->opc, bytes, error))
    return FALSE;
  package = etp_opc_list_relations (&self->opc, "", error);
  if (package == NULL)
    return FALSE;
  document = etp_opc_find_relation (package, "officeDocument");
  if (document == NULL || !is_presentation (etp_opc_get_type_of (&self->opc, document->target)))
    return fail (error, _ ("It is no presentation and no template of one."));
  if (!etp_opc_walk (&self->opc, document->target, visit_presentation, self, error))
    return FALSE;
  if (!(self->width >= LEAST_SLIDE && self->width <= MOST_SLIDE && self->height >= LEAST_SLIDE
        && self->height <= MOST_SLIDE))
    return fail (error, _ ("Its slides have no size that is possible."));
  relations = etp_opc_list_relations (&self->opc, document->target, error);
  return relations != NULL && find_masters (self, relations, error) && gather (self, error)
         && etp_pptx_template_choose (self, relations, error);
}

gboolean
etp_pptx_template_init (EtpPptxTemplate *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *self = (EtpPptxTemplate){ 0 };
  self->masters = g_ptr_array_new_with_free_func (master_free);
  self->slides = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  if (read_all (self, bytes, &reason))
    return TRUE;
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
               /* Translators: %s is a whole sentence: "The file is damaged." */
               _ ("The template cannot be used: %s"), reason->message);
  return FALSE;
}

void
etp_pptx_template_clear (EtpPptxTemplate *self)
{
  etp_opc_clear (&self->opc);
  g_clear_pointer (&self->masters, g_ptr_array_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->major, g_free);
  g_clear_pointer (&self->minor, g_free);
  etp_pptx_template_layout_clear (&self->title);
  etp_pptx_template_layout_clear (&self->content);
  for (guint i = 0; i < ETP_PPTX_MOST_PLACES; i++)
    etp_pptx_template_layout_clear (&self->texts[i]);
}

gboolean
etp_pptx_template_is_dark (const EtpPptxTemplate *self)
{
  const EtpRgba ground = self->behind;

  return etp_rgba_contrast (ground, 0xffffffff) > etp_rgba_contrast (ground, 0x000000ff);
}

/* The relationships of a part that are kept. One to a slide leads to the first of ours. */
static gboolean
write_relations (EtpPptxTemplate *self, EtpZip *zip, const char *name, GError **error)
{
  g_autoptr (GPtrArray) relations = etp_opc_list_relations (&self->opc, name, error);
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *part = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  GString *out;

  if (relations == NULL)
    return FALSE;
  if (relations->len == 0)
    return TRUE;
  out = g_string_new (NULL);
  etp_pptx_begin_relations (out);
  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);
      const gboolean is_slide = strcmp (relation->type, "slide") == 0;
      g_autofree char *target = g_strconcat (
          "/", is_slide ? "ppt/slides/slide1.xml" : relation->target, NULL);

      if (relation->is_external)
        etp_pptx_add_external (out, relation->id, relation->full_type, relation->target);
      else if (is_slide || !leads_away (relation))
        etp_pptx_add_relation (out, relation->id, relation->full_type, target);
    }
  etp_pptx_end_relations (out);
  etp_pptx_flush (out, zip, part);
  g_string_free (out, TRUE);
  return TRUE;
}

gboolean
etp_pptx_template_write (EtpPptxTemplate *self, EtpZip *zip, GError **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const char *name = g_ptr_array_index (self->parts, i);
      const char *type = etp_opc_get_type_of (&self->opc, name);
      g_autoptr (GBytes) bytes = etp_unzip_read (self->opc.unzip, name, error);

      if (bytes == NULL)
        return FALSE;
      etp_zip_add (zip, name, g_str_has_suffix (type, "xml") ? ETP_ZIP_DEFLATED : ETP_ZIP_STORED,
                   g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      if (!write_relations (self, zip, name, error))
        return FALSE;
    }
  return TRUE;
}

void
etp_pptx_template_add_types (EtpPptxTemplate *self, GString *out)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const char *name = g_ptr_array_index (self->parts, i);

      g_string_append (out, "<Override PartName=\"/");
      etp_xml_add_value (out, name, -1);
      g_string_append (out, "\" ContentType=\"");
      etp_xml_add_value (out, etp_opc_get_type_of (&self->opc, name), -1);
      g_string_append (out, "\"/>");
    }
}
