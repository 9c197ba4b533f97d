/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new map begins with: the documents of the data folder's templates, and those that the
 * person saved as templates. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *title; /* what people call it */
  char *description; /* "" for one's own */
  GFile *file; /* owned */
  gboolean is_own;
} EtpTemplate;

/* Those in the user's language, then the person's own by name. Array of EtpTemplate. */
GPtrArray *etp_template_list (void);

/* The template of that name ("five-phases", "empty") in the user's language, as the bytes of a
 * document. Errors are of ETP_FILE_ERROR. */
GBytes *etp_template_load (const char *name, GError **error);

/* Keeps a map as a template named title: without snapshots and, unless with_cards, with nothing but
 * its frame: phases and lanes, personas, channels and what else the house has, without the names of
 * those who answer for it. map: of etp_write_journey_without_snapshots (). A name that is taken gets a
 * number. The file is returned; errors are of ETP_FILE_ERROR. Blocking: call it from a worker. */
GFile *etp_template_save_own (GBytes *map, const char *title, gboolean with_cards, GError **error);
/* What the person called it, or what became of that as the name of a file. Free it. */
char *etp_template_dup_own_title (GFile *file);
/* Of one's own only; refuses any other file. Returns what it held, for etp_template_restore_own ().
 * Errors are of G_IO_ERROR. Blocking: call it from a worker. */
GBytes *etp_template_remove_own (GFile *file, GError **error);
/* Where it was; FALSE if there is another one of the name by now. Errors are of ETP_FILE_ERROR.
 * Blocking: call it from a worker. */
gboolean etp_template_restore_own (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS
