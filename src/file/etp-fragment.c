/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-fragment-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-fields.h"
#include "etp-json-private.h"
#include "etp-reader.h"

/* A fragment is a small document of its own:
 *
 *   { "format": "etappe-fragment", "version": 1, "journey": "<token>", "chosen": ["c1", "c2"],
 *     "order": ["p1", "p2", "p3"], "notes": ["c3", "c1"], "dangling": ["x"], "insights": […],
 *     "personas": […], "channels": […], "cards": […], … }
 *
 * ("order": all phases where it comes from, if one of its cards spans several; "notes": each that is not
 * in it, and its step, which is; "dangling": what the chosen ones name and is not there; "insights":
 * those that name some of its cards.)
 * so it is read by what reads documents, and through the guard: it may come from any program. */

const char *
etp_journey_get_token (EtpJourney *journey)
{
  static GQuark quark = 0;
  const char *token;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("etp-journey-token");
  token = g_object_get_qdata (G_OBJECT (journey), quark);
  if (token == NULL)
    {
      token = g_uuid_string_random ();
      g_object_set_qdata_full (G_OBJECT (journey), quark, (gpointer) token, g_free);
    }
  return token;
}

gboolean
etp_fragment_is_needed_list (EtpListKind list)
{
  switch (list)
    {
    case ETP_LIST_UNITS:
    case ETP_LIST_SYSTEMS:
    case ETP_LIST_SOURCES:
    case ETP_LIST_OFFERS:
    case ETP_LIST_PERSONAS:
    case ETP_LIST_CHANNELS:
    case ETP_LIST_TOUCHPOINTS:
    case ETP_LIST_ASSETS:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
check_format (EtpReader *reader)
{
  const EtpJson *json = reader->json;
  guint format = etp_json_find_member (json, 0, "format");
  guint version = etp_json_find_member (json, 0, "version");

  if (format == 0 || json->tokens[format].kind != ETP_JSON_STRING
      || !etp_json_is_text (json, format, ETP_FRAGMENT_FORMAT) || version == 0
      || json->tokens[version].kind != ETP_JSON_INTEGER)
    return etp_reader_fail (reader, ETP_FILE_ERROR_NOT_A_JOURNEY, 0,
                            _ ("This is not part of a journey."));
  if (etp_json_get_integer (json, version) > ETP_FRAGMENT_VERSION)
    return etp_reader_fail (reader, ETP_FILE_ERROR_NEWER_VERSION, version,
                            _ ("This part of a journey comes from a newer version of the "
                               "program."));
  return TRUE;
}

static gboolean
read_chosen (EtpReader *reader, EtpFragment *fragment)
{
  const EtpJson *json = reader->json;
  guint list = etp_json_find_member (json, 0, "chosen");

  if (list == 0 || json->tokens[list].kind != ETP_JSON_ARRAY)
    return etp_reader_fail (reader, ETP_FILE_ERROR_INVALID, list,
                            _ ("A list of the chosen objects is missing."));
  for (guint item = list + 1; item < json->tokens[list].next; item = json->tokens[item].next)
    {
      g_autofree char *id = NULL;
      EtpNode *node = NULL;

      if (json->tokens[item].kind == ETP_JSON_STRING)
        id = etp_json_dup_string (json, item);
      if (id != NULL && *id != '\0')
        node = etp_journey_get_node (fragment->journey, id);
      if (node == NULL)
        return etp_reader_fail (reader, ETP_FILE_ERROR_INVALID, item,
                                _ ("A chosen object is missing."));
      if (g_hash_table_add (fragment->chosen_set, node))
        g_ptr_array_add (fragment->chosen, node);
    }
  return TRUE;
}

/* What is not as it should be makes no card span anything. */
static void
read_order (EtpReader *reader, EtpFragment *fragment)
{
  const EtpJson *json = reader->json;
  guint list = etp_json_find_member (json, 0, "order");
  guint n = 0;

  if (list == 0 || json->tokens[list].kind != ETP_JSON_ARRAY)
    return;
  for (guint item = list + 1; item < json->tokens[list].next; item = json->tokens[item].next)
    if (json->tokens[item].kind == ETP_JSON_STRING)
      g_hash_table_insert (fragment->phases, etp_json_dup_string (json, item),
                           GUINT_TO_POINTER (++n));
}

static void
read_notes (EtpReader *reader, EtpFragment *fragment)
{
  const EtpJson *json = reader->json;
  guint list = etp_json_find_member (json, 0, "notes");

  if (list == 0 || json->tokens[list].kind != ETP_JSON_ARRAY)
    return;
  for (guint item = list + 1; item < json->tokens[list].next; item = json->tokens[item].next)
    {
      if (json->tokens[item].kind != ETP_JSON_STRING)
        return;
      g_ptr_array_add (fragment->notes, etp_json_dup_string (json, item));
    }
}

static void
read_dangling (EtpReader *reader, EtpFragment *fragment)
{
  const EtpJson *json = reader->json;
  guint list = etp_json_find_member (json, 0, "dangling");

  if (list == 0 || json->tokens[list].kind != ETP_JSON_ARRAY)
    return;
  for (guint item = list + 1; item < json->tokens[list].next; item = json->tokens[item].next)
    if (json->tokens[item].kind == ETP_JSON_STRING)
      g_hash_table_add (fragment->dangling, etp_json_dup_string (json, item));
}

/* What is no insight says nothing. */
static void
read_insights (EtpReader *reader, EtpFragment *fragment)
{
  EtpNode *root = ETP_NODE (fragment->journey);
  const EtpField *field = &etp_node_record (root)->table->fields[ETP_JOURNEY_INSIGHTS];
  g_autoptr (GError) error = NULL;
  EtpReader own = { .json = reader->json, .error = &error };
  guint list = etp_json_find_member (reader->json, 0, field->member);
  g_auto (EtpDatum) datum = { 0 };

  if (list != 0 && etp_reader_read_datum (&own, field, list, &datum))
    etp_node_init_datum (root, ETP_JOURNEY_INSIGHTS, &datum);
}

EtpFragment *
etp_fragment_read (GBytes *bytes, GError **error)
{
  g_autoptr (EtpJson) json = etp_json_scan (bytes, error);
  g_autoptr (EtpFragment) fragment = NULL;
  EtpReader reader = { .json = json, .error = error };
  guint token;

  if (json == NULL || !check_format (&reader))
    return NULL;
  fragment = g_new0 (EtpFragment, 1);
  fragment->journey = etp_journey_new ();
  fragment->chosen = g_ptr_array_new ();
  fragment->chosen_set = g_hash_table_new (NULL, NULL);
  fragment->phases = g_hash_table_new_full (etp_json_hash_text, g_str_equal, g_free, NULL);
  fragment->notes = g_ptr_array_new_with_free_func (g_free);
  fragment->dangling = g_hash_table_new_full (etp_json_hash_text, g_str_equal, g_free, NULL);
  token = etp_json_find_member (json, 0, "journey");
  if (token != 0 && json->tokens[token].kind == ETP_JSON_STRING)
    fragment->token = etp_json_dup_string (json, token);
  if (!etp_reader_read_lists (json, 0, fragment->journey, error)
      || !read_chosen (&reader, fragment))
    return NULL;
  read_order (&reader, fragment);
  read_notes (&reader, fragment);
  read_dangling (&reader, fragment);
  read_insights (&reader, fragment);
  return g_steal_pointer (&fragment);
}

void
etp_fragment_free (EtpFragment *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->chosen);
  g_hash_table_unref (self->chosen_set);
  g_hash_table_unref (self->phases);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->dangling);
  g_clear_object (&self->journey);
  g_free (self->token);
  g_free (self);
}

gboolean
etp_fragment_is_from (const EtpFragment *self, EtpJourney *journey)
{
  return g_strcmp0 (self->token, etp_journey_get_token (journey)) == 0;
}

guint
etp_fragment_get_length (const EtpFragment *self)
{
  return self->chosen->len;
}

EtpNode *
etp_fragment_get_node (const EtpFragment *self, guint index)
{
  g_return_val_if_fail (index < self->chosen->len, NULL);

  return self->chosen->pdata[index];
}
