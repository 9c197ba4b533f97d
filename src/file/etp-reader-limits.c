/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-file"
#include "config.h"

#include "etp-reader.h"

#include <glib/gi18n-lib.h>

#include "etp-writer-private.h"

/* What is read will be written again in the canonical layout, which has more white space, and with
 * the ids that were derived. A document that would be past the limits then could be edited and
 * saved, but not opened any more; so it is refused while nothing is lost. */

/* The least that an object of a list takes when written: its braces and the shortest id, each on a
 * line of its own. It also bounds the number of objects, and with it the memory. */
#define LEAST_NODE_BYTES 29
/* The most by which a value grows: a line break, an indentation, a blank, and for a number its
 * exponent written out as zeros. */
#define MOST_GROWTH_BYTES 34
/* The longest derived id with its member and line. */
#define DERIVED_ID_BYTES 48

static gboolean
fail (EtpReader *self, guint token, const char *reason)
{
  return etp_reader_fail (self, ETP_FILE_ERROR_TOO_LARGE, token, reason);
}

static gboolean
fail_text_bytes (EtpReader *self, guint token)
{
  return fail (self, token,
               _ ("Written with one member on each line, the file would have more than 16 MiB "
                  "without its pictures."));
}

gboolean
etp_reader_check_list (EtpReader *self, guint array)
{
  guint end = self->json->tokens[array].next;

  for (guint item = array + 1; item < end; item = self->json->tokens[item].next)
    self->n_nodes++;
  if ((gsize) self->n_nodes * LEAST_NODE_BYTES <= ETP_LIMIT_TEXT_BYTES)
    return TRUE;
  return fail_text_bytes (self, array);
}

gboolean
etp_reader_check_derived (EtpReader *self, guint object)
{
  guint end = self->json->tokens[object].next;
  guint n_members = 0;

  for (guint key = object + 1; key < end; key = self->json->tokens[key + 1].next)
    n_members++;
  if (n_members == ETP_LIMIT_MEMBERS)
    return fail (self, object, _ ("An object has more than 256 members, its id included."));
  self->n_derived++;
  if (self->json->n_values + self->n_derived > ETP_LIMIT_VALUES)
    return fail (self, object,
                 _ ("With an id for each object the file would hold more than 1,000,000 values."));
  return TRUE;
}

gboolean
etp_reader_check_written (EtpReader *self, EtpJourney *journey)
{
  gsize most = self->json->length + (gsize) self->json->n_values * MOST_GROWTH_BYTES
               + (gsize) self->n_derived * DERIVED_ID_BYTES;
  gsize assets_bytes;
  gsize bytes;
  g_autoptr (GBytes) written = NULL;

  if (most <= ETP_LIMIT_TEXT_BYTES)
    return TRUE;
  written = etp_writer_write (journey, &assets_bytes);
  bytes = g_bytes_get_size (written);
  if (bytes > ETP_LIMIT_FILE_BYTES)
    return fail (self, 0,
                 _ ("Written with one member on each line, the file would have more than "
                    "64 MiB."));
  if (bytes - assets_bytes > ETP_LIMIT_TEXT_BYTES)
    return fail_text_bytes (self, 0);
  return TRUE;
}
