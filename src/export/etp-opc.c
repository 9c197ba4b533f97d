/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-opc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export.h"

/* GMarkup reads no DTD, no entities of its own and nothing from elsewhere, which is all that these
 * parts need: programs write them in UTF-8 and without. Names in the package are keys, not paths. */

#define MOST_DEPTH 200
#define MOST_RELATIONS 5000

static void
relation_free (gpointer data)
{
  EtpOpcRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->full_type);
  g_free (relation->target);
  g_free (relation);
}

typedef struct
{
  EtpOpcVisit visit;
  gpointer data;
  guint depth;
} Walk;

static const char *
get_local (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Walk *walk = data;

  if (++walk->depth > MOST_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "depth");
  else
    walk->visit (get_local (element), FALSE, names, values, walk->data);
}

/* A document type may name what is to be fetched: nothing that we take has one. */
static void
on_other (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  if (g_str_has_prefix (text, "<!DOCTYPE"))
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "DOCTYPE");
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  static const char *const none[] = { NULL };
  Walk *walk = data;

  walk->depth--;
  walk->visit (get_local (element), TRUE, none, none, walk->data);
}

const char *
etp_opc_get (const char *const *names, const char *const *values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

gboolean
etp_opc_walk (EtpOpc *self, const char *name, EtpOpcVisit visit, gpointer data, GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start,
                                        .end_element = on_end,
                                        .passthrough = on_other };
  g_autoptr (GBytes) bytes = etp_unzip_read (self->unzip, name, error);
  g_autoptr (GMarkupParseContext) context = NULL;
  Walk walk = { visit, data, 0 };
  gsize length;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  context = g_markup_parse_context_new (&parser, 0, &walk, NULL);
  if (g_markup_parse_context_parse (context, text, (gssize) length, NULL)
      && g_markup_parse_context_end_parse (context, NULL))
    return TRUE;
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
               /* Translators: %s is a name like "ppt/presentation.xml". */
               _ ("Its part “%s” cannot be read."), name);
  return FALSE;
}

static void
visit_types (const char *element,
             gboolean is_end,
             const char *const *names,
             const char *const *values,
             gpointer data)
{
  EtpOpc *self = data;
  const gboolean is_override = strcmp (element, "Override") == 0;
  const char *key = etp_opc_get (names, values, is_override ? "PartName" : "Extension");
  const char *type = etp_opc_get (names, values, "ContentType");

  if (is_end || key == NULL || type == NULL)
    return;
  if (is_override)
    g_hash_table_insert (self->overrides, g_ascii_strdown (key[0] == '/' ? key + 1 : key, -1),
                         g_strdup (type));
  else
    g_hash_table_insert (self->defaults, g_ascii_strdown (key, -1), g_strdup (type));
}

gboolean
etp_opc_init (EtpOpc *self, GBytes *bytes, GError **error)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);

  *self = (EtpOpc){ NULL };
  if (length >= 4 && memcmp (start, "\320\317\021\340", 4) == 0)
    {
      g_set_error_literal (
          error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
          _ ("It is protected by a password or of the old kind. Save it as .pptx or .potx."));
      return FALSE;
    }
  self->unzip = etp_unzip_new (bytes, error);
  if (self->unzip == NULL)
    return FALSE;
  self->overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return etp_opc_walk (self, "[Content_Types].xml", visit_types, self, error);
}

void
etp_opc_clear (EtpOpc *self)
{
  g_clear_pointer (&self->unzip, etp_unzip_free);
  g_clear_pointer (&self->overrides, g_hash_table_unref);
  g_clear_pointer (&self->defaults, g_hash_table_unref);
}

const char *
etp_opc_get_type_of (EtpOpc *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const char *type = g_hash_table_lookup (self->overrides, key);
  const char *dot = strrchr (key, '.');

  if (type == NULL && dot != NULL && strchr (dot, '/') == NULL)
    type = g_hash_table_lookup (self->defaults, dot + 1);
  return type;
}

/* Where a target leads, from the folder of name: "../theme/theme1.xml" → "ppt/theme/theme1.xml".
 * Steps above the package's root stay there. */
static char *
resolve (const char *name, const char *target)
{
  g_auto (GStrv) from = g_strsplit (name, "/", -1);
  g_auto (GStrv) steps = g_strsplit (target, "/", -1);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  const guint n_from = g_strv_length (from);

  for (guint i = 0; target[0] != '/' && i + 1 < n_from; i++)
    g_ptr_array_add (path, from[i]);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0)
        {
          if (path->len > 0)
            g_ptr_array_remove_index (path, path->len - 1);
        }
      else if (steps[i][0] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (path, steps[i]);
    }
  g_ptr_array_add (path, NULL);
  return g_strjoinv ("/", (char **) path->pdata);
}

typedef struct
{
  const char *name;
  GPtrArray *relations;
} Relations;

static void
visit_relations (const char *element,
                 gboolean is_end,
                 const char *const *names,
                 const char *const *values,
                 gpointer data)
{
  Relations *self = data;
  const char *id = etp_opc_get (names, values, "Id");
  const char *type = etp_opc_get (names, values, "Type");
  const char *target = etp_opc_get (names, values, "Target");
  const char *mode = etp_opc_get (names, values, "TargetMode");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;
  EtpOpcRelation *relation;

  if (is_end || strcmp (element, "Relationship") != 0 || id == NULL || slash == NULL
      || target == NULL || self->relations->len >= MOST_RELATIONS)
    return;
  relation = g_new0 (EtpOpcRelation, 1);
  relation->id = g_strdup (id);
  relation->type = g_strdup (slash + 1);
  relation->full_type = g_strdup (type);
  relation->is_external = g_strcmp0 (mode, "External") == 0;
  relation->target = relation->is_external ? g_strdup (target) : resolve (self->name, target);
  g_ptr_array_add (self->relations, relation);
}

GPtrArray *
etp_opc_list_relations (EtpOpc *self, const char *name, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *part = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (relation_free);
  Relations relations = { name, found };

  if (name[0] == '\0')
    part = g_strdup ("_rels/.rels");
  else if (strcmp (folder, ".") == 0)
    part = g_strdup_printf ("_rels/%s.rels", base);
  else
    part = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  if (etp_unzip_has (self->unzip, part)
      && !etp_opc_walk (self, part, visit_relations, &relations, error))
    return NULL;
  return g_steal_pointer (&found);
}

const EtpOpcRelation *
etp_opc_find_relation (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->type, type) == 0 && !relation->is_external)
        return relation;
    }
  return NULL;
}

const EtpOpcRelation *
etp_opc_find_relation_id (GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const EtpOpcRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->id, id) == 0 && !relation->is_external)
        return relation;
    }
  return NULL;
}
