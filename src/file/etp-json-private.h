/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside of file/ only: the parts of the guard that know single strings and numbers, and what
 * reads them again once the guard has let them through. */
#pragma once

#include "etp-json-guard.h"

G_BEGIN_DECLS

/* Both begin at *offset and leave it behind the last good byte, or at the bad one. FALSE with
 * reason NULL: the text ended too early. */
gboolean etp_json_scan_string (const char *text,
                               gsize length,
                               gsize *offset, /* behind the opening quote; at the closing one */
                               gboolean *is_escaped,
                               const char **reason);
gboolean etp_json_scan_number (
    const char *text, gsize length, gsize *offset, gboolean *is_integer, const char **reason);

/* Decodes what stands between the quotes; out needs to - from bytes; returns how many it took. */
gsize etp_json_decode (const char *text, gsize length, char *out);
/* The number at a token. A whole number is exact when is_integer is set. */
double etp_json_get_number (const EtpJson *self, guint token);
gint64 etp_json_get_integer (const EtpJson *self, guint token);
/* TRUE if the token's decoded text is exactly this. */
gboolean etp_json_is_text (const EtpJson *self, guint token, const char *text);
/* Canonical JSON text without white space, numbers as they were read. */
void etp_json_append_compact (const EtpJson *self, guint token, GString *out);
/* What stands at the token, short enough for a message: “abc…”, 12, an object; free it. */
char *etp_json_describe (const EtpJson *self, guint token);

/* At most 40 characters and no line break, for a message; free it. */
char *etp_json_shorten (const char *text);
/* Seeded once a process. */
guint32 etp_json_hash (const char *bytes, gsize length);
guint etp_json_hash_text (gconstpointer text); /* for GHashTable */

G_END_DECLS
