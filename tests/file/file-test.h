/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of file/ share. */
#pragma once

#include <gio/gio.h>

#include "file/etp-load.h"

G_BEGIN_DECLS

GBytes *file_test_bytes (const char *text);
/* A journey document with these members besides format and version. */
GBytes *file_test_document (const char *members);
/* Fails the test if it cannot be loaded. */
EtpLoaded *file_test_load (GBytes *bytes);
/* The file's content; NULL if it is not there. */
char *file_test_read (const char *path);
void file_test_write (const char *path, const char *text);
/* A new folder below the temporary folder; the whole of it is removed by file_test_remove(). */
char *file_test_make_folder (void);
void file_test_remove (const char *path);
/* A path below the source tree. */
char *file_test_source (const char *path);
/* A path below the folder of shared data; NULL (and the test skipped by name) if it is not there. */
char *file_test_shared (const char *path);
/* Turns the default main context until *done or the time is over; FALSE then. */
gboolean file_test_wait (const gboolean *done);
/* Long runs are asked for by ETP_TEST_LONG=1. */
gboolean file_test_is_long (void);
#define file_test_assert_error(e, c, part)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error ((e), ETP_FILE_ERROR, (int) (c));                                               \
    if (strstr ((e)->message, (part)) == NULL)                                                     \
      g_error ("“%s” does not say “%s”", (e)->message, (part));                                    \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
