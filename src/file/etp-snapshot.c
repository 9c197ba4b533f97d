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

/* Bytes and name of a snapshot, for a worker. */
typedef struct
{
  GBytes *bytes; /* owned */
  char *name; /* owned */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_bytes_unref (reading->bytes);
  g_free (reading->name);
  g_free (reading);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr (EtpLoaded) loaded = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  loaded = etp_load_bytes (reading->bytes, reading->name, &error);
  if (loaded != NULL)
    g_task_return_pointer (task, g_object_ref (loaded->journey), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
etp_snapshot_read_async (EtpNode *snapshot,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *json = etp_node_get_text (snapshot, ETP_SNAPSHOT_JOURNEY);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_bytes_new (json, strlen (json));
  reading->name = g_strdup (etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME));
  g_task_set_source_tag (task, etp_snapshot_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, read_in_worker);
}

EtpJourney *
etp_snapshot_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
