/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene/etp-icon.h"

#include <string.h>

/* Both readers of drawings, the painter and the SVG writer, rely on this grammar. */
static guint
check_path (const char *name, const char *path)
{
  g_auto (GStrv) words = g_strsplit (path, " ", -1);
  guint steps = 0, wanted = 0;

  if (path[0] == '\0')
    return 0;
  g_assert_cmpstr (words[0], ==, "M");
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *end = NULL;
      double value;

      if (wanted == 0)
        {
          g_assert_cmpuint (strlen (words[i]), ==, 1);
          g_assert_nonnull (strchr ("MLCZ", words[i][0]));
          wanted = words[i][0] == 'C' ? 6 : words[i][0] == 'Z' ? 0 : 2;
          steps++;
          continue;
        }
      value = g_ascii_strtod (words[i], &end);
      if (*end != '\0' || value < 0 || value > 16)
        g_test_message ("%s: %s", name, words[i]);
      g_assert_true (*end == '\0' && value >= 0 && value <= 16);
      wanted--;
    }
  g_assert_cmpuint (wanted, ==, 0);
  return steps;
}

static void
test_drawings (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i < ETP_N_ICONS; i++)
    {
      const EtpIconDrawing *drawing = etp_icon_get ((EtpIcon) i);

      g_assert_cmpstr (drawing->name, !=, "");
      g_assert_true (g_hash_table_add (names, (char *) drawing->name));
      g_assert_cmpuint (check_path (drawing->name, drawing->strokes)
                            + check_path (drawing->name, drawing->fills),
                        >, 1);
      g_assert_cmpint (etp_icon_from_name (drawing->name), ==, i);
    }
}

static void
test_names (void)
{
  g_assert_cmpint (etp_icon_from_name ("web"), ==, ETP_ICON_WEBSITE);
  g_assert_cmpint (etp_icon_from_name ("website"), ==, ETP_ICON_WEBSITE);
  g_assert_cmpint (etp_icon_from_name ("phone"), ==, ETP_ICON_PHONE);
  g_assert_cmpint (etp_icon_from_name ("e-mail"), ==, ETP_ICON_MAIL);
  g_assert_cmpint (etp_icon_from_name ("unicorn"), ==, ETP_ICON_NONE);
  g_assert_cmpint (etp_icon_from_name (""), ==, ETP_ICON_NONE);
  g_assert_cmpint (etp_icon_from_name (NULL), ==, ETP_ICON_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/icon/drawings", test_drawings);
  g_test_add_func ("/scene/icon/names", test_names);
  return g_test_run ();
}
