/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-snapshot.h"

#include <string.h>

#include "model/etp-assets.h"
#include "model/etp-fields.h"
#include "etp-json-guard.h"
#include "etp-json-private.h"
#include "etp-load.h"
#include "etp-writer-private.h"

/* Earlier states within the document. They are kept as text until somebody looks at them, and pass
 * the guard then like any file. */

#define WITHOUT_SNAPSHOTS (1u << ETP_LIST_SNAPSHOTS)
#define WITHOUT_BOTH (WITHOUT_SNAPSHOTS | 1u << ETP_LIST_ASSETS)

char *
etp_snapshot_write (EtpJourney *journey)
{
  GString *out = g_string_new (NULL), *compact = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpJson) json = NULL;
  EtpWriter writer;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);

  etp_writer_init_on_line (&writer, out);
  etp_writer_document (&writer, journey, WITHOUT_BOTH, NULL);
  /* Fields of JSON hold it without white space. What was written can be read; past the limits it
   * cannot, and the verb refuses that. */
  bytes = g_string_free_to_bytes (out);
  json = etp_json_scan (bytes, NULL);
  if (json != NULL)
    etp_json_append_compact (json, 0, compact);
  else
    g_string_append_len (compact, g_bytes_get_data (bytes, NULL),
                         (gssize) g_bytes_get_size (bytes));
  return g_string_free (compact, FALSE);
}

EtpJourney *
etp_snapshot_read (EtpNode *snapshot, GError **error)
{
  const char *json = etp_node_get_text (snapshot, ETP_SNAPSHOT_JOURNEY);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (EtpLoaded)
      loaded = etp_load_bytes (bytes, etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME), error);

  return loaded != NULL ? g_object_ref (loaded->journey) : NULL;
}

GBytes *
etp_write_journey_without_snapshots (EtpJourney *journey)
{
  g_autoptr (GHashTable) pictures = etp_assets_new ();
  GString *out = g_string_new (NULL);
  EtpWriter writer;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);

  etp_assets_add_all (pictures, journey);
  etp_assets_take_out_named (pictures, journey, WITHOUT_SNAPSHOTS);
  etp_writer_init (&writer, out);
  writer.left_out = pictures;
  etp_writer_document (&writer, journey, WITHOUT_SNAPSHOTS, NULL);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}
