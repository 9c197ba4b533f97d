/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "fuzz.h"

/* A fuzzer for compilers that have none: takes every file of the folders given, then breaks them at
 * random until the time is over. What breaks the target is left in a file whose path is printed.
 *
 * ETP_FUZZ_SECONDS: how long (20, in CI 60, with ETP_TEST_LONG=1 an hour); ETP_FUZZ_SEED: again
 * what was done before. A single file as argument is tried as it is. */

#define MOST_BYTES (64 * 1024)
#define MOST_MICROSECONDS G_USEC_PER_SEC /* for one input */

static const char *const words[] = {
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\"",
  "\\",
  "\\u0000",
  "\\ud83d",
  "\\ude00",
  "null",
  "true",
  "-",
  "1e400",
  "1e-400",
  "-0",
  "0.1",
  "1E+3",
  "99999999999999999999",
  "\xef\xbb\xbf",
  "\xff",
  "\xc3",
  "\xed\xa0\x80",
  "\n",
  "\t",
  "\"id\":",
  "\"cards\":[",
  "\"emotions\":[",
  "\"chosen\":[",
  "\"etappe-fragment\"",
  "\"format\":",
  "\"version\":2",
  "\"\":",
  "\"assets\":[{\"id\":\"a\",\"data\":\"AAAA\"}]",
  "\"snapshots\":[",
};

static GPtrArray *seeds; /* of GBytes */
static const guint8 *current;
static gsize current_size;
static char *finding; /* path for the input that breaks the target */

static void
keep_finding (void)
{
  int fd = open (finding, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  gssize written = fd >= 0 ? write (fd, current, current_size) : -1;

  if (written >= 0)
    written = write (STDERR_FILENO, finding, strlen (finding));
  if (written >= 0)
    written = write (STDERR_FILENO, "\n", 1);
}

static void
on_crash (int number)
{
  keep_finding ();
  signal (number, SIG_DFL);
  raise (number);
}

/* Of this process, in microseconds: a busy machine is no finding. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
try_input (const guint8 *data, gsize size)
{
  gint64 start = get_cpu_time ();

  current = data;
  current_size = size;
  LLVMFuzzerTestOneInput (data, size);
  if (get_cpu_time () - start > MOST_MICROSECONDS)
    g_error ("One input took more than a second");
}

static void
read_seeds (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  char *data;
  gsize size;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      read_seeds (child);
    }
  if (dir == NULL && g_file_get_contents (path, &data, &size, NULL))
    g_ptr_array_add (seeds, g_bytes_new_take (data, size));
}

static gsize
pick (GRand *random, gsize below)
{
  return below <= 1 ? 0 : (gsize) g_rand_int_range (random, 0, (gint32) below);
}

static GBytes *
pick_seed (GRand *random)
{
  return seeds->pdata[pick (random, seeds->len)];
}

/* A part of a seed, of any length but mostly short. */
static const guint8 *
pick_part (GRand *random, gsize *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick_seed (random), &size);
  gsize from = pick (random, size);

  *length = pick (random, g_rand_boolean (random) ? 32 : 4096);
  *length = MIN (size - from, *length);
  return data != NULL ? data + from : (const guint8 *) "";
}

static void
break_once (GRand *random, GByteArray *input)
{
  gsize at = pick (random, input->len + 1);
  gsize left = input->len - at;
  gsize length;
  const guint8 *part;
  const char *word;

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      if (left > 0)
        input->data[at] ^= (guint8) (1u << pick (random, 8));
      break;
    case 1:
      if (left > 0)
        input->data[at] = (guint8) g_rand_int (random);
      break;
    case 2:
      if (left > 0)
        g_byte_array_remove_range (input, (guint) at, (guint) (1 + pick (random, MIN (left, 200))));
      break;
    case 3:
      word = words[pick (random, G_N_ELEMENTS (words))];
      length = strlen (word);
      g_byte_array_set_size (input, input->len + (guint) length);
      memmove (input->data + at + length, input->data + at, left);
      memcpy (input->data + at, word, length);
      break;
    case 4:
      part = pick_part (random, &length);
      g_byte_array_set_size (input, input->len + (guint) length);
      memmove (input->data + at + length, input->data + at, left);
      memcpy (input->data + at, part, length);
      break;
    default:
      part = pick_part (random, &length);
      memcpy (input->data + at, part, MIN (left, length));
    }
}

static void
try_broken (GRand *random)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pick_seed (random), &size);
  g_autoptr (GByteArray) input = g_byte_array_new ();

  g_byte_array_append (input, data != NULL ? data : (const guint8 *) "",
                       (guint) MIN (size, MOST_BYTES));
  for (gsize n = 1 + pick (random, 5); n > 0; n--)
    break_once (random, input);
  try_input (input->data != NULL ? input->data : (const guint8 *) "", input->len);
}

static gint64
get_seconds (void)
{
  const char *wanted = g_getenv ("ETP_FUZZ_SECONDS");

  if (wanted != NULL)
    return (gint64) g_ascii_strtoull (wanted, NULL, 10);
  if (g_strcmp0 (g_getenv ("ETP_TEST_LONG"), "1") == 0)
    return 3600;
  return g_getenv ("CI") != NULL ? 60 : 20;
}

int
main (int argc, char *argv[])
{
  const char *wanted = g_getenv ("ETP_FUZZ_SEED");
  guint32 seed = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gint64 end = g_get_monotonic_time () + get_seconds () * G_USEC_PER_SEC;
  guint64 n = 0;

  seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 1; i < argc; i++)
    read_seeds (argv[i]);
  if (seeds->len == 0)
    {
      fprintf (stderr, "No file to begin with\n");
      return 2;
    }
  printf ("seed %u, %u files\n", seed, seeds->len);
  finding = g_strdup_printf ("%s/etappe-fuzz-%u", g_get_tmp_dir (), seed);
  signal (SIGSEGV, on_crash);
  signal (SIGABRT, on_crash);
  signal (SIGTRAP, on_crash);
  signal (SIGBUS, on_crash);
  signal (SIGFPE, on_crash);
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (seeds->pdata[i], &size);

      try_input (data != NULL ? data : (const guint8 *) "", size);
    }
  for (; seeds->len > 1 && g_get_monotonic_time () < end; n++)
    try_broken (random);
  printf ("%" G_GUINT64_FORMAT " inputs without a finding\n", n);
  g_ptr_array_unref (seeds);
  g_free (finding);
  return 0;
}
