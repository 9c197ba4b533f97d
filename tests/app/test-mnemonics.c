/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "app/inspector/etp-form-order.h"
#include "app/inspector/etp-mnemonics.h"
#include "model/etp-tables.h"

static void
test_letters (void)
{
  static const struct
  {
    const char *labels[5], *marked[5];
  } rows[] = {
    { { "Title", "Text", "Tags" }, { "_Title", "T_ext", "T_ags" } },
    { { "Next review", "Name", "Note" }, { "_Next review", "N_ame", "N_ote" } },
    { { "Name", "Next review" }, { "_Name", "Next _review" } }, /* a word's first letter */
    { { "s", "n", "snake_case", "sn" }, { "_s", "_n", "snake___case", "sn" } }, /* none left */
    { { "Örtlich", "Öl", "Ö" }, { "Ö_rtlich", "Ö_l", "_Ö" } },
    { { "№ 1", "", "1" }, { "№ 1", "", "1" } },
    { { NULL }, { NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) marked = etp_mnemonics_assign (rows[i].labels);

      g_test_message ("row %u", (guint) i);
      g_assert_cmpstrv (marked, rows[i].marked);
    }
}

/* The letter that is marked, in lower case; 0: none. */
static gunichar
get_letter (const char *marked)
{
  for (const char *at = marked; (at = strchr (at, '_')) != NULL; at += 2)
    if (at[1] != '_')
      return g_unichar_tolower (g_utf8_get_char (at + 1));
  return 0;
}

/* No page of the inspector has a letter twice, and everyday fields have one. */
static void
check_forms (void)
{
  guint n_orders;
  const EtpFormOrder *orders = etp_form_orders_get (&n_orders);

  for (guint i = 0; i < n_orders; i++)
    {
      g_auto (GStrv) marked = etp_form_order_dup_labels (&orders[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint n = 0, n_labels = 0;

      for (guint j = 0; marked[j] != NULL; j++)
        {
          const gunichar letter = get_letter (marked[j]);

          g_test_message ("%s: %s", orders[i].table->name, marked[j]);
          if (letter != 0)
            g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (letter)));
          n += letter != 0;
          n_labels += marked[j][0] != '\0';
        }
      g_assert_cmpuint (n, >=, MIN (10, n_labels));
    }
}

static void
test_english (void)
{
  check_forms ();
}

static void
test_german (void)
{
  g_autofree char *kept = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *folder = g_build_filename (g_getenv ("ETP_BUILD_ROOT"), "po", NULL);

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale de_DE.UTF-8");
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (_ ("Portrait"), ==, "Porträt");
  check_forms ();
  setlocale (LC_ALL, "C.UTF-8");
  if (kept != NULL)
    g_setenv ("LANGUAGE", kept, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/mnemonics/letters", test_letters);
  g_test_add_func ("/app/mnemonics/english", test_english);
  g_test_add_func ("/app/mnemonics/german", test_german);
  return g_test_run ();
}
