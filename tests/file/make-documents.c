/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include "etp-test-build.h"
#include "etp-test-random.h"
#include "file/etp-writer.h"

/* Writes journeys of every shape into a folder, for validate-documents.py.
 * Usage: make-documents FOLDER SEED */

static gboolean
write_document (EtpJourney *journey, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = etp_write_journey (journey);

  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (EtpJourney) empty = etp_journey_new ();
  g_autoptr (EtpJourney) large = etp_test_journey_new_large (200, 10);
  gboolean is_written;
  guint32 seed;

  if (argc != 3)
    return 2;
  seed = (guint32) g_ascii_strtoull (argv[2], NULL, 10);
  is_written = write_document (empty, argv[1], "empty.journey")
               && write_document (large, argv[1], "large.journey");
  for (guint i = 0; i < 20 && is_written; i++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed + i);
      g_autofree char *name = g_strdup_printf ("random-%u.journey", i);

      etp_journey_seed_ids (journey, seed + i);
      if (i > 0)
        etp_test_random_edits (journey, random, ETP_N_VERBS * 2);
      is_written = write_document (journey, argv[1], name);
    }
  return is_written ? 0 : 1;
}
