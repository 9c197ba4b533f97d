/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/etp-limits.h"
#include "file-test.h"

/* The worst files that are accepted, or refused late, each in a process of its own: within 512 MiB
 * and 5 seconds. */

#define MOST_KIB (512 * 1024)

/* Address sanitizers keep what was freed and shadow the rest, which takes its time: they get less of
 * the same, and are asked about nothing but addresses. */
#if defined(__SANITIZE_ADDRESS__)
#define COST_IS_TOLD FALSE
#define SHARE 8
#else
#define COST_IS_TOLD TRUE
#define SHARE 1
#endif
#define MOST_SECONDS 5.0

typedef struct
{
  const char *name;
  const char *before, *unit, *after; /* unit is repeated with commas */
  gsize times;
  gboolean is_numbered; /* unit has a %u */
} Shape;

static const Shape shapes[] = {
  { "cards", "\"cards\":[", "{\"id\":\"%u\"}", "]", 490000, TRUE },
  { "cards-without-id", "\"cards\":[", "{}", "]", 490000, FALSE },
  { "cards-too-many", "\"cards\":[", "{}", "]", 999990, FALSE },
  { "tags", "\"cards\":[", "{\"id\":\"%u\",\"tags\":[\"a\"]}", "]", 240000, TRUE },
  { "lists", "\"cards\":[",
    "{\"id\":\"%u\",\"tags\":[\"a\"],\"personas\":[\"a\"],\"offers\":[\"a\"],\"units\":[\"a\"],"
    "\"systems\":[\"a\"],\"channels\":[\"a\"],\"sources\":[\"a\"]}",
    "]", 50000, TRUE },
  { "emotions", "\"cards\":[", "{\"id\":\"%u\",\"emotions\":[{},{},{},{},{},{},{},{},{},{}]}", "]",
    70000, TRUE },
  { "ratings", "\"cards\":[",
    "{\"id\":\"%u\",\"emotions\":[{\"ratings\":[1]},{\"ratings\":[1]},{\"ratings\":[1]}]}", "]",
    80000, TRUE },
  { "unknown-members", "\"cards\":[", "{\"id\":\"%u\",\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0}",
    "]", 115000, TRUE },
  { "unknown-values", "\"x\":[", "{\"\":[{\"\":[{\"\":[]}]}]}", "]", 140000, FALSE },
  { "escapes", "\"x\":\"", "\\u00e4,\\ud83d\\ude00", "\"", 800000, FALSE },
  { "digits", "\"x\":0.1", "1", "1", 1, FALSE },
  { "same-id-hash", "\"cards\":[", "{\"id\":\"%s\"}", "]", 130000, TRUE },
};

/* The binary digits of i as syllables that unseeded hashes take for the same. */
static void
append_colliding (GString *text, guint i)
{
  g_string_append (text, "{\"id\":\"");
  for (guint bit = 0; bit < 17; bit++)
    g_string_append (text, (i >> bit & 1) != 0 ? "ab" : "bA");
  g_string_append (text, "\"}");
}

static GBytes *
make_document (const Shape *shape)
{
  GString *text = g_string_new ("{\"format\":\"etappe-journey\",\"version\":1,");
  g_auto (GStrv) parts = g_strsplit (shape->unit, "%u", 2);
  gboolean is_colliding = g_str_has_prefix (shape->name, "same-id");
  gboolean is_text = g_str_has_suffix (shape->before, "\"");

  g_string_append (text, shape->before);
  for (guint i = 0; i < MAX (shape->times / SHARE, 1); i++)
    {
      if (i > 0 && !is_text)
        g_string_append_c (text, ',');
      if (is_colliding)
        append_colliding (text, i);
      else if (shape->is_numbered)
        g_string_append_printf (text, "%s%u%s", parts[0], i, parts[1]);
      else
        g_string_append (text, shape->unit);
    }
  if (g_str_equal (shape->name, "digits"))
    for (guint i = 0; i < 15 * 1024 * 1024 / SHARE; i++)
      g_string_append_c (text, (char) ('0' + i % 10));
  g_string_append (text, shape->after);
  g_string_append_c (text, '}');
  return g_string_free_to_bytes (text);
}

/* The child only loads what the parent has written, so that making it does not count. */
static int
load_in_child (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);

  return loaded != NULL || error->code == ETP_FILE_ERROR_TOO_LARGE ? 0 : 1;
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GBytes) bytes = make_document (shape);
  g_autofree char *folder = file_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "worst.journey", NULL);
  struct rusage usage;
  double seconds;
  pid_t pid;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_clear_pointer (&bytes, g_bytes_unref);
  /* These make the allocator take more than it does for people. */
  g_unsetenv ("MALLOC_CHECK_");
  g_unsetenv ("MALLOC_PERTURB_");
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      execl ("/proc/self/exe", "test-worst", "--load", path, NULL);
      _exit (127);
    }
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  file_test_remove (folder);
  seconds = (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6
            + (double) usage.ru_stime.tv_sec + (double) usage.ru_stime.tv_usec / 1e6;
  g_test_message ("%s: %.2f s, %ld MiB", shape->name, seconds, usage.ru_maxrss / 1024);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  if (!COST_IS_TOLD)
    return;
  g_assert_cmpfloat (seconds, <, MOST_SECONDS);
  g_assert_cmpint (usage.ru_maxrss, <, MOST_KIB);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--load"))
    return load_in_child (argv[2]);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/worst/", shapes[i].name, NULL);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }
  return g_test_run ();
}
