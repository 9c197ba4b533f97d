/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "file/etp-fragment.h"
#include "file/etp-load.h"
#include "file/etp-writer.h"
#include "model/etp-history.h"

/* Whatever comes in: it is refused with a reason, or it is a journey that can be written and read
 * again, and is then written the same. */

static void
check_error (const GError *error)
{
  guint line, column;

  g_assert_nonnull (error);
  g_assert_true (error->domain == ETP_FILE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  etp_file_error_get_place (error, &line, &column);
  g_assert_cmpint (line == 0, ==, column == 0);
}

static void
try_document (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, "fuzz", &error);
  g_autoptr (EtpLoaded) again = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;

  if (loaded == NULL)
    {
      check_error (error);
      return;
    }
  if (loaded->is_newer)
    return;
  first = etp_write_journey (loaded->journey);
  again = etp_load_bytes (first, "fuzz", &error);
  g_assert_no_error (error);
  second = etp_write_journey (again->journey);
  g_assert_true (g_bytes_equal (first, second));
}

/* The same bytes as a piece for the clipboard: pasted, then undone. */
static void
try_fragment (GBytes *bytes)
{
  static const EtpFragmentPlace anywhere = { NULL, NULL, G_MAXUINT, G_MAXUINT };
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpFragment) fragment = etp_fragment_read (bytes, &error);
  g_autoptr (EtpJourney) journey = NULL;
  g_autoptr (GBytes) before = NULL, after = NULL;

  if (fragment == NULL)
    {
      check_error (error);
      return;
    }
  journey = etp_journey_new ();
  before = etp_write_journey (journey);
  if (etp_fragment_insert (fragment, journey, &anywhere, "Paste", NULL, NULL))
    etp_history_undo (etp_journey_get_history (journey));
  after = etp_write_journey (journey);
  g_assert_true (g_bytes_equal (before, after));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  try_document (bytes);
  try_fragment (bytes);
  return 0;
}
