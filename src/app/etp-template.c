/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-template.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-example.h"
#include "etp-place.h"
#include "file/etp-load.h"
#include "file/etp-save.h"
#include "file/etp-snapshot.h"
#include "model/etp-collate.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-limits.h"

#define ENDING ".journey"
#define MAX_NAMES 1000 /* "Name 2" … */

static const struct
{
  const char *name, *title, *description;
} templates[] = {
  { "empty", N_ ("Empty Map"), N_ ("One phase, steps and feelings") },
  { "five-phases", N_ ("Five Phases"), N_ ("From awareness to loyalty") },
  { "online-shop", N_ ("Online Shop"), N_ ("From inspiration to buying again") },
  { "all-channels", N_ ("Omnichannel"), N_ ("Online and on site, with every switch") },
  { "business-buyer", N_ ("Business Buyer"), N_ ("Several people decide together") },
  { "service-blueprint", N_ ("Service Blueprint"),
    N_ ("What carries the service behind the scenes") },
  { "life-journey", N_ ("A Journey through Life"), N_ ("Stages and key moments of a life") },
};

static void
template_free (gpointer data)
{
  EtpTemplate *self = data;

  g_free (self->title);
  g_free (self->description);
  g_object_unref (self->file);
  g_free (self);
}

static char *
dup_path (const char *name, const char *language)
{
  g_autofree char *base = g_strdup_printf ("%s.%s" ENDING, name, language);

  return g_build_filename (etp_place_get_data_folder (), "templates", base, NULL);
}

static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "etappe", "templates", NULL);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const EtpTemplate *one = *(EtpTemplate *const *) a, *other = *(EtpTemplate *const *) b;

  return etp_collate_names (one->title, other->title);
}

static void
add_own (GPtrArray *list)
{
  g_autofree char *folder = dup_own_folder ();
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    if (g_str_has_suffix (name, ENDING) && name[0] != '.')
      {
        EtpTemplate *template = g_new0 (EtpTemplate, 1);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        template->file = g_file_new_for_path (path);
        template->title = etp_template_dup_own_title (template->file);
        template->description = g_strdup ("");
        template->is_own = TRUE;
        g_ptr_array_add (own, template);
      }
  g_ptr_array_sort (own, compare_titles);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (list, own->pdata[i]);
}

GPtrArray *
etp_template_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (template_free);

  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = dup_path (templates[i].name, etp_example_get_language ());
      EtpTemplate *template;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      template = g_new0 (EtpTemplate, 1);
      template->title = g_strdup (_ (templates[i].title));
      template->description = g_strdup (_ (templates[i].description));
      template->file = g_file_new_for_path (path);
      g_ptr_array_add (list, template);
    }
  add_own (list);
  return list;
}

GBytes *
etp_template_load (const char *name, GError **error)
{
  g_autofree char *path = dup_path (name, etp_example_get_language ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return etp_load_contents (file, path, ETP_LIMIT_FILE_BYTES, NULL, NULL, error);
}

/* What another journey can begin with is the frame: phases and lanes, personas, channels and what
 * else the house has. What was found out, said and agreed on in this one is none of it, nor who did
 * that. Pictures go with what showed them. */

static const EtpListKind contents[] = {
  ETP_LIST_SOURCES, ETP_LIST_KEY_MOMENTS, ETP_LIST_CARDS,     ETP_LIST_LINKS,    ETP_LIST_MEASURES,
  ETP_LIST_METRICS, ETP_LIST_VOTE_ROUNDS, ETP_LIST_SNAPSHOTS, ETP_LIST_COMMENTS,
};

/* Of the journey itself; new fields have to earn their place here. */
static gboolean
is_frame (guint field)
{
  return field == ETP_JOURNEY_LANGUAGE || field == ETP_JOURNEY_CURRENCY
         || field == ETP_JOURNEY_STATE || field == ETP_JOURNEY_EMOTION_SCALE
         || field == ETP_JOURNEY_THEME || field == ETP_JOURNEY_ARRANGEMENT;
}

static gboolean
clear (EtpJourney *journey, EtpNode *node, guint field, GError **error)
{
  EtpDatum nothing = { .type = etp_node_record (node)->table->fields[field].type };

  return etp_record_is_default (etp_node_record (node), field)
         || etp_edit_set (journey, node, field, &nothing, error);
}

static gboolean
clear_journey (EtpJourney *journey, GError **error)
{
  for (guint i = 0; i < ETP_N_JOURNEY_FIELDS; i++)
    if (!is_frame (i) && !clear (journey, ETP_NODE (journey), i, error))
      return FALSE;
  return TRUE;
}

/* Who leads a department or answers for a system. */
static gboolean
clear_owners (EtpJourney *journey, EtpListKind list, GError **error)
{
  const EtpTable *table = etp_list_get_table (list);
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  EtpNode *node;

  for (guint field = 0; field < table->n_fields; field++)
    for (guint i = 0; (node = etp_node_list_get (nodes, i)) != NULL; i++)
      if ((table->fields[field].flags & ETP_FIELD_OWNER) != 0
          && !clear (journey, node, field, error))
        return FALSE;
  return TRUE;
}

static gboolean
drop_contents (EtpJourney *journey, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  EtpNode *node;

  for (gsize k = 0; k < G_N_ELEMENTS (contents); k++)
    for (guint i = 0;
         (node = etp_node_list_get (etp_journey_get_list (journey, contents[k]), i)) != NULL; i++)
      g_ptr_array_add (all, node);
  if (all->len > 0 && !etp_edit_remove_several (journey, all, error))
    return FALSE;
  for (guint list = 0; list < ETP_N_LISTS; list++)
    if (!clear_owners (journey, (EtpListKind) list, error))
      return FALSE;
  return clear_journey (journey, error);
}

static GBytes *
write_template (GBytes *map, gboolean with_cards, GError **error)
{
  g_autoptr (EtpLoaded) loaded = NULL;

  if (with_cards)
    return g_bytes_ref (map);
  loaded = etp_load_bytes (map, NULL, error);
  if (loaded == NULL || !drop_contents (loaded->journey, error))
    return NULL;
  return etp_write_journey_without_snapshots (loaded->journey);
}

/* A name of a file from what people typed. */
static char *
dup_base (const char *title)
{
  char *base = g_strstrip (g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n", ' '));

  if (base[0] == '\0' || base[0] == '.')
    {
      g_free (base);
      base = g_strdup (_ ("My Template"));
    }
  if (strlen (base) > 200)
    *g_utf8_find_prev_char (base, base + 200) = '\0';
  return base;
}

GFile *
etp_template_save_own (GBytes *map, const char *title, gboolean with_cards, GError **error)
{
  g_autofree char *folder = dup_own_folder ();
  g_autofree char *base = dup_base (title);
  g_autoptr (GBytes) bytes = write_template (map, with_cards, error);

  if (bytes == NULL)
    return NULL;
  g_mkdir_with_parents (folder, 0700); /* saving says what is wrong with it */
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (base, ENDING, NULL)
                                     : g_strdup_printf ("%s %u" ENDING, base, i);
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) reason = NULL;

      if (i < MAX_NAMES && g_file_query_exists (file, NULL))
        continue;
      if (etp_save_bytes (file, bytes, NULL, ETP_SAVE_NEW, NULL, NULL, &reason))
        return g_steal_pointer (&file);
      /* Another worker may have been faster with the name. */
      if (i < MAX_NAMES && g_error_matches (reason, ETP_FILE_ERROR, ETP_FILE_ERROR_CHANGED_ON_DISK))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

char *
etp_template_dup_own_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *title = g_filename_display_name (name);

  if (g_str_has_suffix (title, ENDING))
    title[strlen (title) - strlen (ENDING)] = '\0';
  return title;
}

GBytes *
etp_template_remove_own (GFile *file, GError **error)
{
  g_autofree char *path = dup_own_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (g_file_has_parent (file, folder), NULL);

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL || !g_file_delete (file, NULL, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

gboolean
etp_template_restore_own (GFile *file, GBytes *bytes, GError **error)
{
  return etp_save_bytes (file, bytes, NULL, ETP_SAVE_NEW, NULL, NULL, error);
}
