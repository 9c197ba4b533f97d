/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Results in memory and in a temporary file are the same bytes; one that does not fit is an error. */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#include "export/etp-export.h"
#include "export/etp-spool.h"

static guint8
get_byte (gsize index)
{
  return (guint8) (index * 2654435761u >> 24);
}

static void
test_sizes (void)
{
  static const gsize sizes[] = {
    0, 1, ETP_SPOOL_BYTES - 1, ETP_SPOOL_BYTES, ETP_SPOOL_BYTES + 1, 3 * ETP_SPOOL_BYTES + 17
  };
  static const gsize steps[] = { 1000, 99991, 5 * ETP_SPOOL_BYTES };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
      {
        g_autofree guint8 *data = g_malloc (sizes[s] + 1);
        g_auto (EtpSpool) spool = { .fd = -1 };
        g_autoptr (GError) error = NULL;
        g_autoptr (GInputStream) stream = NULL;
        g_autoptr (GBytes) bytes = NULL;

        for (gsize i = 0; i < sizes[s]; i++)
          data[i] = get_byte (i);
        etp_spool_init (&spool);
        for (gsize at = 0; at < sizes[s]; at += steps[k])
          g_assert_true (etp_spool_append (&spool, data + at, MIN (steps[k], sizes[s] - at)));
        stream = etp_spool_finish (&spool, &error);
        g_assert_no_error (error);
        bytes = g_input_stream_read_bytes (stream, sizes[s] + 1, NULL, &error);
        g_assert_no_error (error);
        if (g_bytes_get_size (bytes) == sizes[s])
          {
            g_autoptr (GBytes) rest = g_input_stream_read_bytes (stream, 1, NULL, &error);

            g_assert_cmpuint (g_bytes_get_size (rest), ==, 0);
          }
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, sizes[s]);
      }
}

static void
fill (EtpSpool *spool)
{
  g_autofree guint8 *data = g_malloc0 (ETP_SPOOL_BYTES);

  etp_spool_init (spool);
  for (guint i = 0; i < 4; i++)
    if (!etp_spool_append (spool, data, ETP_SPOOL_BYTES))
      break;
}

/* The folder for temporary files is full. */
static void
test_full (void)
{
  g_auto (EtpSpool) spool = { .fd = -1 };
  g_autoptr (GError) error = NULL;
  struct rlimit limit;

  if (g_test_subprocess ())
    {
      g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      limit.rlim_cur = ETP_SPOOL_BYTES + 1000;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      signal (SIGXFSZ, SIG_IGN);
      fill (&spool);
      g_assert_cmpint (spool.failed, ==, EFBIG);
      g_assert_false (etp_spool_append (&spool, "x", 1));
      g_assert_null (etp_spool_finish (&spool, &error));
      g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spool/sizes", test_sizes);
  g_test_add_func ("/spool/full", test_full);
  return g_test_run ();
}
