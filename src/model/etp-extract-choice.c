/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-model"

#include "config.h"

#include "etp-extract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-capture.h"
#include "etp-error.h"
#include "etp-fields.h"
#include "etp-fold.h"
#include "etp-words.h"

/* Choosing lanes, phases and personas by what people call them. */

#define MOST_DIGITS 6

typedef struct
{
  EtpJourney *journey;
  EtpListKind list;
  GHashTable *chosen; /* set of EtpNode */
} Choice;

static guint
get_name_field (EtpListKind list)
{
  switch (list)
    {
    case ETP_LIST_LANES:
      return ETP_LANE_NAME;
    case ETP_LIST_PHASES:
    default: /* the names of the others are their first fields */
      G_STATIC_ASSERT ((int) ETP_PHASE_NAME == (int) ETP_PERSONA_NAME);
      G_STATIC_ASSERT ((int) ETP_PHASE_NAME == (int) ETP_TOUCHPOINT_NAME);
      return ETP_PHASE_NAME;
    }
}

/* A lane without a name is called as its kind is. */
static const char *
get_name (const Choice *self, EtpNode *node)
{
  const char *name = etp_node_get_text (node, get_name_field (self->list));
  int kind;

  if (name[0] != '\0' || self->list != ETP_LIST_LANES)
    return name;
  kind = etp_node_get_enum (node, ETP_LANE_KIND);
  return etp_words_get (
      etp_node_get_text (self->journey, ETP_JOURNEY_LANGUAGE),
      (EtpWord) (ETP_WORD_LANE_TOUCHPOINTS + (kind >= 0 ? kind : ETP_LANE_KIND_TEXT)));
}

static EtpNode *
get_nth (const Choice *self, guint index)
{
  return etp_node_list_get (etp_journey_get_list (self->journey, self->list), index);
}

static EtpNode *
find_by_name (const Choice *self, const char *text)
{
  g_autofree char *wanted = etp_fold (text);
  EtpNode *node;

  for (guint i = 0; (node = get_nth (self, i)) != NULL; i++)
    {
      g_autofree char *name = etp_fold (get_name (self, node));

      if (strcmp (name, wanted) == 0)
        return node;
    }
  return NULL;
}

/* The one whose name begins so; NULL if there are several. */
static EtpNode *
find_by_start (const Choice *self, const char *text)
{
  g_autofree char *wanted = etp_fold (text);
  EtpNode *found = NULL, *node;

  for (guint i = 0; (node = get_nth (self, i)) != NULL; i++)
    {
      g_autofree char *name = etp_fold (get_name (self, node));

      if (!g_str_has_prefix (name, wanted))
        continue;
      if (found != NULL)
        return NULL;
      found = node;
    }
  return found;
}

static guint
read_number (const char **p)
{
  guint number = 0;

  for (guint n = 0; g_ascii_isdigit (**p) && n < MOST_DIGITS; (*p)++, n++)
    number = number * 10 + (guint) g_ascii_digit_value (**p);
  return number;
}

/* "3" or "2-4", numbers from 1 on. */
static gboolean
choose_numbers (Choice *self, const char *text)
{
  const char *p = text;
  guint first = read_number (&p), last = first;

  if (first == 0)
    return FALSE;
  if (*p == '-' || g_str_has_prefix (p, "–"))
    {
      p = g_utf8_next_char (p);
      last = read_number (&p);
    }
  if (*p != '\0' || last < first || get_nth (self, last - 1) == NULL)
    return FALSE;
  for (guint i = first; i <= last; i++)
    g_hash_table_add (self->chosen, get_nth (self, i - 1));
  return TRUE;
}

static EtpNode *
find_by_letter (const Choice *self, const char *text)
{
  EtpNode *node;

  if (self->list != ETP_LIST_LANES || !g_ascii_isalpha (text[0]) || text[1] != '\0')
    return NULL;
  for (guint i = 0; (node = get_nth (self, i)) != NULL; i++)
    {
      g_autofree char *letter = etp_capture_dup_letter (node);

      if (letter[0] == g_ascii_tolower (text[0]))
        return node;
    }
  return NULL;
}

/* "pains": all lanes of the kind, as documents call it. */
static gboolean
choose_kind (Choice *self, const char *text)
{
  gboolean found = FALSE;
  EtpNode *node;

  for (guint i = 0; self->list == ETP_LIST_LANES && (node = get_nth (self, i)) != NULL; i++)
    if (g_ascii_strcasecmp (etp_node_get_word (node, ETP_LANE_KIND), text) == 0)
      {
        g_hash_table_add (self->chosen, node);
        found = TRUE;
      }
  return found;
}

static gboolean
choose_one (Choice *self, const char *text)
{
  EtpNode *node = etp_journey_get_node (self->journey, text);

  if (text[0] == '\0')
    return FALSE;
  if (node == NULL || etp_node_get_list (node) != self->list)
    node = find_by_name (self, text);
  if (node == NULL && (choose_numbers (self, text) || choose_kind (self, text)))
    return TRUE;
  if (node == NULL)
    node = find_by_letter (self, text);
  if (node == NULL)
    node = find_by_start (self, text);
  if (node != NULL)
    g_hash_table_add (self->chosen, node);
  return node != NULL;
}

/* "1 Awareness, 2 Purchase"; a lane with its letter. */
static char *
dup_all_names (const Choice *self)
{
  GString *names = g_string_new (NULL);
  EtpNode *node;

  for (guint i = 0; (node = get_nth (self, i)) != NULL; i++)
    {
      g_autofree char *letter = self->list == ETP_LIST_LANES ? etp_capture_dup_letter (node)
                                                             : g_strdup ("");

      g_string_append_printf (names, "%s%u%s%s %s", names->len > 0 ? ", " : "", i + 1,
                              letter[0] != '\0' ? "/" : "", letter, get_name (self, node));
    }
  return g_string_free (names, FALSE);
}

static gboolean
can_be_chosen (EtpListKind list)
{
  return list == ETP_LIST_LANES || list == ETP_LIST_PHASES || list == ETP_LIST_PERSONAS
         || list == ETP_LIST_TOUCHPOINTS;
}

/* Of a list that has nothing. */
static char *
dup_none (EtpListKind list, const char *text)
{
  switch (list)
    {
    case ETP_LIST_LANES:
      /* Translators: %s is what was typed. */
      return g_strdup_printf (_ ("There is no lane “%s”; the journey has none."), text);
    case ETP_LIST_PHASES:
      /* Translators: %s is what was typed. */
      return g_strdup_printf (_ ("There is no phase “%s”; the journey has none."), text);
    case ETP_LIST_TOUCHPOINTS:
      /* Translators: %s is what was typed. */
      return g_strdup_printf (_ ("There is no touchpoint “%s”; the journey has none."), text);
    default:
      /* Translators: %s is what was typed. */
      return g_strdup_printf (_ ("There is no persona “%s”; the journey has none."), text);
    }
}

static char *
dup_others (EtpListKind list, const char *text, const char *names)
{
  switch (list)
    {
    case ETP_LIST_LANES:
      /* Translators: the first %s is what was typed, the second a list. */
      return g_strdup_printf (_ ("There is no lane “%s”; there are %s."), text, names);
    case ETP_LIST_PHASES:
      /* Translators: the first %s is what was typed, the second a list. */
      return g_strdup_printf (_ ("There is no phase “%s”; there are %s."), text, names);
    case ETP_LIST_TOUCHPOINTS:
      /* Translators: the first %s is what was typed, the second a list. */
      return g_strdup_printf (_ ("There is no touchpoint “%s”; there are %s."), text, names);
    default:
      /* Translators: the first %s is what was typed, the second a list. */
      return g_strdup_printf (_ ("There is no persona “%s”; there are %s."), text, names);
    }
}

static void
set_unknown (const Choice *self, const char *text, GError **error)
{
  g_autofree char *names = dup_all_names (self);
  g_autofree char *message = names[0] == '\0' ? dup_none (self->list, text)
                                              : dup_others (self->list, text, names);

  g_set_error_literal (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND, message);
}

static char **
list_ids (const Choice *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  EtpNode *node;

  for (guint i = 0; (node = get_nth (self, i)) != NULL; i++)
    if (g_hash_table_contains (self->chosen, node))
      g_ptr_array_add (ids, g_strdup (etp_node_get_id (node)));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

char **
etp_extract_choose (EtpJourney *journey, EtpListKind list, const char *text, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  Choice self = { journey, list, chosen };
  g_autofree char *whole = g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);
  g_return_val_if_fail (can_be_chosen (list), NULL);

  /* A name may hold a comma. */
  if (choose_one (&self, whole))
    return list_ids (&self);
  for (guint i = 0; parts[i] != NULL || i == 0; i++)
    {
      const char *part = parts[i] != NULL ? g_strstrip (parts[i]) : "";

      if (choose_one (&self, part))
        continue;
      set_unknown (&self, part, error);
      return NULL;
    }
  return list_ids (&self);
}
