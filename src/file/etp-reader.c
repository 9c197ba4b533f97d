/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-id.h"
#include "etp-json-private.h"
#include "etp-load.h"

/* From the guard's index to a detached journey, in one pass over the text. The index is used
 * instead of a tree of a JSON library for three things that a tree has lost: the place of each
 * value (for messages), the digits of numbers that are only kept, and memory (the tree of the
 * worst text that passes the guard takes 460 MiB in json-glib 1.6 and 32 MiB here).
 *
 * Everything that stands in the tables is read by them. What does not is kept with its name, as
 * compact JSON. */

static gboolean
is_key (const EtpReader *self, guint key, const char *name)
{
  return etp_json_is_text (self->json, key, name);
}

/* What a duplicate id was used for first. Only for the message, so it may take its time. */
static guint
find_first_id (EtpReader *self, const char *id)
{
  for (guint key = 1; key < self->json->tokens[0].next; key = self->json->tokens[key + 1].next)
    {
      guint list = key + 1;

      if (self->json->tokens[list].kind != ETP_JSON_ARRAY)
        continue;
      for (guint item = list + 1; item < self->json->tokens[list].next;
           item = self->json->tokens[item].next)
        {
          guint token = etp_json_find_member (self->json, item, "id");

          if (token != 0 && self->json->tokens[token].kind == ETP_JSON_STRING
              && etp_json_is_text (self->json, token, id))
            return token;
        }
    }
  return 0;
}

static gboolean
fail_duplicate (EtpReader *self, guint token, const char *id)
{
  g_autofree char *reason = NULL;
  guint first = find_first_id (self, id);
  guint line;

  etp_json_get_place (self->json, self->json->tokens[first].from, &line, NULL);
  /* Translators: %s is the id of an object in a file, %u a line number. */
  reason = g_strdup_printf (_ ("The id “%s” is taken: it stands in line %u already."), id, line);
  return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token, reason);
}

/* All ids that the document states, so that a derived one is none of them. */
static GHashTable *
collect_ids (EtpReader *self)
{
  GHashTable *ids = g_hash_table_new_full (etp_json_hash_text, g_str_equal, g_free, NULL);

  for (guint i = 1; i + 1 < self->json->n_tokens; i++)
    if (self->json->tokens[i].kind == ETP_JSON_KEY
        && self->json->tokens[i + 1].kind == ETP_JSON_STRING && is_key (self, i, "id"))
      g_hash_table_add (ids, etp_json_dup_string (self->json, i + 1));
  return ids;
}

/* "card-18" for the eighteenth card; "card-18-2" if somebody called another one so. */
static char *
derive_id (EtpReader *self, const EtpTable *table, guint position)
{
  g_autofree char *noun = g_strdelimit (g_strdup (table->name), " ", '-');
  char *id = g_strdup_printf ("%s-%u", noun, position);

  if (self->ids == NULL)
    self->ids = collect_ids (self);
  for (guint n = 2; g_hash_table_contains (self->ids, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u-%u", noun, position, n);
    }
  g_hash_table_add (self->ids, g_strdup (id));
  return id;
}

/* The id of an object as a new string, derived if there is none; NULL with error. */
static char *
read_id (EtpReader *self, guint object, const EtpTable *table, guint position, guint *token)
{
  g_autofree char *id = NULL, *found = NULL, *reason = NULL;

  *token = etp_json_find_member (self->json, object, "id");
  if (*token == 0 && position > 0)
    return etp_reader_check_derived (self, object) ? derive_id (self, table, position) : NULL;
  if (*token == 0)
    {
      etp_reader_fail (self, ETP_FILE_ERROR_INVALID, object, _ ("The object has no id."));
      return NULL;
    }
  if (self->json->tokens[*token].kind == ETP_JSON_STRING)
    id = etp_json_dup_string (self->json, *token);
  if (id != NULL && etp_id_is_valid (id))
    return g_steal_pointer (&id);
  found = etp_json_describe (self->json, *token);
  reason = g_strdup_printf (
      /* Translators: %s is what stands there instead (“the text “a b””). */
      _ ("An id must be 1 to 64 letters A–Z, digits, hyphens and underscores in quotes, "
         "but here stands %s."),
      found);
  etp_reader_fail (self, ETP_FILE_ERROR_INVALID, *token, reason);
  return NULL;
}

static void
keep_unknown (EtpReader *self, guint key, EtpNode *node)
{
  g_autofree char *name = etp_json_dup_string (self->json, key);
  g_autoptr (GString) json = g_string_new (NULL);

  etp_json_append_compact (self->json, key + 1, json);
  etp_node_init_unknown (node, name, json->str);
}

/* One member of a node's object, or of the root. */
static gboolean
read_member (EtpReader *self, EtpNode *node, const EtpTable *table, guint key, guint *next)
{
  int field = etp_reader_find_field (self, table, key, next);
  g_auto (EtpDatum) datum = { 0 };

  if (field < 0)
    {
      keep_unknown (self, key, node);
      return TRUE;
    }
  if (!etp_reader_read_datum (self, &table->fields[field], key + 1, &datum))
    return FALSE;
  etp_node_init_datum (node, (guint) field, &datum);
  return TRUE;
}

/* position counts from 1; 0: the id must be there. Returns a new reference. */
static EtpNode *
read_node (EtpReader *self, guint object, EtpListKind list, guint position, guint *id_token)
{
  const EtpTable *table = etp_list_get_table (list);
  guint end = self->json->tokens[object].next;
  g_autofree char *id = read_id (self, object, table, position, id_token);
  g_autoptr (EtpNode) node = NULL;
  guint next = 0;

  if (id == NULL)
    return NULL;
  node = etp_node_new (list, id);
  for (guint key = object + 1; key < end; key = self->json->tokens[key + 1].next)
    if (key + 1 != *id_token && !read_member (self, node, table, key, &next))
      return NULL;
  return g_steal_pointer (&node);
}

static gboolean
fail_container (EtpReader *self, guint token, EtpListKind list, gboolean is_item)
{
  g_autofree char *found = etp_json_describe (self->json, token);
  g_autofree char *reason = NULL;

  if (is_item)
    /* Translators: the name of a list in a file, and what stands there instead. */
    reason = g_strdup_printf (_ ("“%s” must be a list of objects, but in it stands %s."),
                              etp_list_get_member (list), found);
  else
    /* Translators: the name of a list in a file, and what stands there instead. */
    reason = g_strdup_printf (_ ("“%s” must be a list of objects, but here stands %s."),
                              etp_list_get_member (list), found);
  return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token, reason);
}

static gboolean
read_list (EtpReader *self, guint array, EtpListKind list, EtpJourney *journey)
{
  guint end = self->json->tokens[array].next;
  guint position = 0;

  if (self->json->tokens[array].kind != ETP_JSON_ARRAY)
    return fail_container (self, array, list, FALSE);
  if (!etp_reader_check_list (self, array))
    return FALSE;
  for (guint item = array + 1; item < end; item = self->json->tokens[item].next)
    {
      g_autoptr (EtpNode) node = NULL;
      guint id_token;

      if (self->json->tokens[item].kind != ETP_JSON_OBJECT)
        return fail_container (self, item, list, TRUE);
      node = read_node (self, item, list, ++position, &id_token);
      if (node == NULL)
        return FALSE;
      if (!etp_journey_build_add (journey, node))
        return fail_duplicate (self, id_token, etp_node_get_id (node));
    }
  return TRUE;
}

/* The list that a member of the root is, or ETP_N_LISTS. */
static EtpListKind
find_list (EtpReader *self, guint key)
{
  for (guint list = 0; list < ETP_N_LISTS; list++)
    if (is_key (self, key, etp_list_get_member ((EtpListKind) list)))
      return (EtpListKind) list;
  return ETP_N_LISTS;
}

static gboolean
read_root (EtpReader *self, EtpJourney *journey)
{
  const EtpTable *table = etp_node_record (ETP_NODE (journey))->table;
  guint end = self->json->tokens[0].next;
  guint next = 0;

  for (guint key = 1; key < end; key = self->json->tokens[key + 1].next)
    {
      EtpListKind list = find_list (self, key);

      if (is_key (self, key, "format") || is_key (self, key, "version"))
        continue;
      if (list != ETP_N_LISTS ? !read_list (self, key + 1, list, journey)
                              : !read_member (self, ETP_NODE (journey), table, key, &next))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_format (EtpReader *self)
{
  guint format = 0;

  if (self->json->tokens[0].kind != ETP_JSON_OBJECT)
    return etp_reader_fail (self, ETP_FILE_ERROR_NOT_A_JOURNEY, 0,
                            _ ("This is JSON, but no journey: a journey is an object ({…})."));
  format = etp_json_find_member (self->json, 0, "format");
  if (format == 0)
    return etp_reader_fail (self, ETP_FILE_ERROR_NOT_A_JOURNEY, 0,
                            _ ("This is JSON, but no journey: the member “format” is missing."));
  if (self->json->tokens[format].kind != ETP_JSON_STRING
      || !etp_json_is_text (self->json, format, ETP_FORMAT_NAME))
    return etp_reader_fail (self, ETP_FILE_ERROR_NOT_A_JOURNEY, format,
                            _ ("This is JSON, but no journey: “format” is not "
                               "“etappe-journey”."));
  return TRUE;
}

static gboolean
check_version (EtpReader *self, guint *version)
{
  guint token = etp_json_find_member (self->json, 0, "version");
  gint64 number = 0;

  if (token == 0 || !etp_reader_get_integer (self, token, &number) || number < 1)
    return etp_reader_fail (self, ETP_FILE_ERROR_INVALID, token,
                            token == 0 ? _ ("The member “version” is missing.")
                                       : _ ("“version” must be a whole number, 1 or more."));
  *version = (guint) MIN (number, G_MAXINT);
  return TRUE;
}

/* A newer document may mean by a known name what this version does not understand: then it is not
 * broken, but too new. */
static void
blame_version (GError **error, guint version)
{
  guint line, column;
  g_autofree char *reason = NULL;

  if (error == NULL)
    return;
  reason = g_strdup (etp_file_error_get_reason (*error));
  etp_file_error_get_place (*error, &line, &column);
  g_clear_error (error);
  etp_file_error_set (error, ETP_FILE_ERROR_NEWER_VERSION, NULL, line, column,
                      /* Translators: the number of a version, then a whole sentence. */
                      _ ("This file is of format version %u, which this program is too old for. "
                         "%s"),
                      version, reason);
}

gboolean
etp_reader_read_version (const EtpJson *json, guint *version, GError **error)
{
  EtpReader reader = { .json = json, .error = error };

  return check_format (&reader) && check_version (&reader, version);
}

EtpJourney *
etp_reader_read_journey (const EtpJson *json, GError **error)
{
  EtpReader reader = { .json = json, .error = error };
  g_autoptr (EtpJourney) journey = NULL;
  guint version;
  gboolean is_read;

  if (!check_format (&reader) || !check_version (&reader, &version))
    return NULL;
  journey = etp_journey_new ();
  is_read = read_root (&reader, journey)
            && (version > ETP_FORMAT_VERSION || etp_reader_check_written (&reader, journey));
  g_clear_pointer (&reader.ids, g_hash_table_unref);
  if (!is_read)
    {
      if (version > ETP_FORMAT_VERSION)
        blame_version (error, version);
      return NULL;
    }
  etp_journey_set_read_only (journey, version > ETP_FORMAT_VERSION);
  return g_steal_pointer (&journey);
}

gboolean
etp_reader_read_lists (const EtpJson *json, guint object, EtpJourney *journey, GError **error)
{
  EtpReader reader = { .json = json, .error = error };
  guint end = json->tokens[object].next;
  gboolean is_read = TRUE;

  for (guint key = object + 1; is_read && key < end; key = json->tokens[key + 1].next)
    {
      EtpListKind list = find_list (&reader, key);

      if (list != ETP_N_LISTS)
        is_read = read_list (&reader, key + 1, list, journey);
    }
  g_clear_pointer (&reader.ids, g_hash_table_unref);
  return is_read;
}

EtpNode *
etp_reader_read_node (EtpReader *self, guint token, EtpListKind list)
{
  guint id_token;

  return read_node (self, token, list, 0, &id_token);
}
