/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export-test.h"

#include <string.h>

#include "file/etp-load.h"

const char export_test_small[] =
    "{\"format\":\"etappe-journey\",\"version\":1,\"title\":\"Small\","
    "\"phases\":[{\"id\":\"p1\",\"name\":\"One\"},{\"id\":\"p2\",\"name\":\"Two\"}],"
    "\"lanes\":[{\"id\":\"l\",\"name\":\"Steps\"},{\"id\":\"e\",\"kind\":\"emotion\"}],"
    "\"personas\":[{\"id\":\"m\",\"name\":\"Max\"}],"
    "\"cards\":[{\"id\":\"a\",\"lane\":\"l\",\"phase\":\"p1\",\"title\":\"Alpha\","
    "\"emotions\":[{\"persona\":\"m\",\"value\":-1}]},"
    "{\"id\":\"b\",\"lane\":\"l\",\"phase\":\"p2\",\"title\":\"Beta\","
    "\"emotions\":[{\"persona\":\"m\",\"value\":1.5}]}]}";

EtpJourney *
export_test_load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_bytes (bytes, "test", &error);

  g_assert_no_error (error);
  return g_object_ref (loaded->journey);
}

EtpJourney *
export_test_load_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "data", "examples", name,
                                            NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_object_ref (loaded->journey);
}

GBytes *
export_test_write (EtpJourney *journey, const char *format, EtpExportOptions options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = etp_exporter_write (etp_exporter_get (format), journey, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

gboolean
export_test_has_text (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}
