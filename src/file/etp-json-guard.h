/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/etp-limits.h"
#include "etp-file-error.h"

G_BEGIN_DECLS

/* The guard: a strict, iterative scanner for RFC 8259 that every byte from outside passes first
 * (documents, journals, fragments). What it lets through can be read in one way only. It keeps an
 * index of the values with their places in the text, from which the reader builds.
 *
 * Refused: everything that is not RFC 8259; a repeated member of one object; a lone surrogate;
 * NUL, raw or as \u0000; a second root; whole numbers outside of int64; numbers that no double
 * can hold; and what is past the limits of etp-limits.h. A byte order mark at the start is dropped.
 */
typedef enum
{
  ETP_JSON_OBJECT,
  ETP_JSON_ARRAY,
  ETP_JSON_STRING,
  ETP_JSON_INTEGER, /* no fraction, no exponent */
  ETP_JSON_NUMBER,
  ETP_JSON_TRUE,
  ETP_JSON_FALSE,
  ETP_JSON_NULL,
  ETP_JSON_KEY, /* the name of a member; its value is the next token */
} EtpJsonKind;

/* One value or member name. Strings and keys: from and to lie inside of the quotes. */
typedef struct
{
  guint32 from, to; /* bytes of the text */
  guint32 next; /* index of the token behind this one and all that is in it */
  guint8 kind; /* EtpJsonKind */
  guint8 is_escaped; /* strings and keys: has a backslash */
} EtpJsonToken;

/* A scanned text. Tokens stand in the order of the text; token 0 is the root. An object's tokens
 * are followed by key, value, key, value …; an array's by its items. Immutable. */
typedef struct
{
  GBytes *bytes; /* owned */
  const char *text; /* borrowed from bytes, behind the byte order mark */
  gsize length;
  EtpJsonToken *tokens; /* owned */
  guint n_tokens;
  guint n_values; /* tokens that are no keys */
} EtpJson;

/* Errors: TOO_LARGE, EMPTY, NOT_JSON, TRUNCATED, SYNTAX, with place and without name. */
EtpJson *etp_json_scan (GBytes *bytes, GError **error);
void etp_json_free (EtpJson *self);

/* Line and column (from 1, in characters) of a byte of the text. */
void etp_json_get_place (const EtpJson *self, gsize offset, guint *line, guint *column);
/* The decoded text of a string or key; free it. */
char *etp_json_dup_string (const EtpJson *self, guint token);
/* The value behind the member of that name, or 0 if the object has none (0 is the root). */
guint etp_json_find_member (const EtpJson *self, guint object, const char *member);
/* The value at a path like "/cards/17/emotions/0/value" (RFC 6901); "" is the root.
 * Returns FALSE if there is none. */
gboolean etp_json_find_path (const EtpJson *self, const char *path, guint *token);

/* Scans bytes again to find the place of a path, for an error that was found later. */
gboolean etp_json_locate (GBytes *bytes, const char *path, guint *line, guint *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpJson, etp_json_free)

G_END_DECLS
