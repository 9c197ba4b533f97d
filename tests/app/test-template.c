/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "app/etp-template.h"

#include <string.h>

#include "app/etp-manager-kinds.h"
#include "etp-test-build.h"
#include "file/etp-load.h"
#include "file/etp-snapshot.h"
#include "file/etp-writer.h"
#include "model/etp-change.h"
#include "model/etp-edit.h"
#include "model/etp-fields.h"
#include "model/etp-prompts.h"

/* The journey that lies in a template made of the sample. */
static EtpJourney *
save (gboolean with_cards)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) map = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (EtpLoaded) loaded = NULL;

  etp_test_add (sample, ETP_LIST_ASSETS, "photo", ETP_ASSET_TYPE, "image/png", ETP_ASSET_DATA,
                "a photo", ETP_TEST_END);
  etp_test_add (sample, ETP_LIST_COMMENTS, "doubt", ETP_COMMENT_ON, "consider", ETP_COMMENT_TEXT,
                "Too long", ETP_TEST_END);
  g_assert_true (etp_edit_set_text (sample, etp_journey_get_node (sample, "picture"),
                                    ETP_CARD_IMAGE, "photo", NULL));
  map = etp_write_journey_without_snapshots (sample);
  file = etp_template_save_own (map, "Ours", with_cards, &error);
  g_assert_no_error (error);
  loaded = etp_load_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (loaded->journey);
}

static guint
count (EtpJourney *journey, EtpListKind list)
{
  return etp_node_list_get_length (etp_journey_get_list (journey, list));
}

static void
test_with_cards (void)
{
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) journey = save (TRUE);

  g_assert_cmpuint (count (journey, ETP_LIST_CARDS), ==, count (sample, ETP_LIST_CARDS));
  g_assert_cmpuint (count (journey, ETP_LIST_MEASURES), ==, count (sample, ETP_LIST_MEASURES));
  g_assert_cmpuint (count (journey, ETP_LIST_SNAPSHOTS), ==, 0);
  g_assert_nonnull (etp_journey_get_node (journey, "photo"));
}

/* Whoever begins with it learns nothing of what was found out and agreed on, nor by whom. */
static void
test_frame (void)
{
  static const EtpListKind kept[] = { ETP_LIST_UNITS,    ETP_LIST_SYSTEMS,  ETP_LIST_OFFERS,
                                      ETP_LIST_PERSONAS, ETP_LIST_CHANNELS, ETP_LIST_TOUCHPOINTS,
                                      ETP_LIST_PHASES,   ETP_LIST_LANES };
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (EtpJourney) journey = save (FALSE);
  g_autoptr (GBytes) bytes = etp_write_journey (journey);
  const char *text = g_bytes_get_data (bytes, NULL);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_assert_cmpuint (count (journey, kept[i]), >, 0);
      g_assert_cmpuint (count (journey, kept[i]), ==, count (sample, kept[i]));
      n += count (journey, kept[i]);
    }
  /* The face of a persona; no photo that a card showed. */
  g_assert_nonnull (etp_journey_get_node (journey, "face"));
  n += count (journey, ETP_LIST_ASSETS);
  g_assert_cmpuint (count (journey, ETP_LIST_ASSETS), ==, 1);
  for (guint list = 0; list < ETP_N_LISTS; list++)
    n -= count (journey, (EtpListKind) list);
  g_assert_cmpuint (n, ==, 0);
  for (guint i = 0; i < ETP_N_JOURNEY_FIELDS; i++)
    if (i != ETP_JOURNEY_LANGUAGE && i != ETP_JOURNEY_CURRENCY && i != ETP_JOURNEY_STATE
        && i != ETP_JOURNEY_EMOTION_SCALE && i != ETP_JOURNEY_THEME && i != ETP_JOURNEY_ARRANGEMENT)
      g_assert_true (etp_record_is_default (etp_node_record (ETP_NODE (journey)), i));
  g_assert_null (strstr (text, "\"owner\""));
  g_assert_null (strstr (text, "\"lead\""));
  g_assert_null (strstr (text, "Ada"));
}

/* A template is told by the name under which it stands on the start page. */
static void
test_title (void)
{
  static const char *const names[][2] = {
    { "", "My Template" }, { "A/B", "A B" }, { "Twice", "Twice" }, { "Twice", "Twice 2" }
  };
  g_autoptr (EtpJourney) sample = etp_test_journey_new_sample ();
  g_autoptr (GBytes) map = etp_write_journey_without_snapshots (sample);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = etp_template_save_own (map, names[i][0], TRUE, NULL);
      g_autofree char *title = etp_template_dup_own_title (file);

      g_assert_cmpstr (title, ==, names[i][1]);
    }
}

static gboolean
can_be_edited (EtpListKind list)
{
  static const EtpListKind on_map[] = { ETP_LIST_PHASES, ETP_LIST_LANES, ETP_LIST_CARDS,
                                        ETP_LIST_LINKS, ETP_LIST_METRICS };
  guint n_kinds;
  const EtpManagerKind *kinds = etp_manager_kinds_get (&n_kinds);

  for (gsize i = 0; i < G_N_ELEMENTS (on_map); i++)
    if (on_map[i] == list)
      return TRUE;
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].list == list)
      return TRUE;
  return FALSE;
}

/* With a template nobody begins with things that they cannot change or get rid of. */
static void
test_all_can_be_edited (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "templates",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);

      g_assert_no_error (error);
      for (EtpListKind list = 0; list < ETP_N_LISTS; list++)
        if (count (loaded->journey, list) > 0 && !can_be_edited (list))
          {
            g_test_message ("%s: “%s” can be edited nowhere", name, etp_list_get_member (list));
            g_test_fail ();
          }
    }
}

/* The questions of all lanes in the templates, each with the kind: "4 Why?". */
static void
add_prompts (EtpJourney *journey, GHashTable *prompts)
{
  EtpNodeList *lanes = etp_journey_get_list (journey, ETP_LIST_LANES);

  for (guint i = 0; i < etp_node_list_get_length (lanes); i++)
    {
      EtpNode *lane = etp_node_list_get (lanes, i);
      const int kind = etp_node_get_enum (lane, ETP_LANE_KIND);
      const char *prompt = etp_node_get_text (lane, ETP_LANE_PROMPT);

      if (prompt[0] == '\0')
        continue;
      g_hash_table_add (prompts, g_strdup_printf ("%d %s", kind, prompt));
      if (!etp_prompts_contain (kind, prompt))
        {
          g_test_message ("“%s” is not in etp-prompts.c", prompt);
          g_test_fail ();
        }
    }
}

/* The model knows what the templates ask, and nothing else. */
static void
test_prompts (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "templates",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GHashTable) prompts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);

      g_assert_no_error (error);
      add_prompts (loaded->journey, prompts);
    }
  for (const EtpPrompt *row = etp_prompts; row->english != NULL; row++)
    for (guint i = 0; i < 2; i++)
      {
        g_autofree char *key = g_strdup_printf ("%d %s", (int) row->kind,
                                                i == 0 ? row->english : row->german);

        if (!g_hash_table_contains (prompts, key))
          {
            g_test_message ("no template asks “%s” in such a lane", key);
            g_test_fail ();
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/template/with-cards", test_with_cards);
  g_test_add_func ("/template/frame", test_frame);
  g_test_add_func ("/template/title", test_title);
  g_test_add_func ("/template/all-can-be-edited", test_all_can_be_edited);
  g_test_add_func ("/template/prompts", test_prompts);
  return g_test_run ();
}
