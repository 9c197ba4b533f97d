/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of saving share. */
#pragma once

#include "file/etp-save.h"

G_BEGIN_DECLS

/* A folder with room for one file; nothing is there yet. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  GBytes *bytes; /* the new content */
} SaveTest;

#define SAVE_TEST_OLD "old content"
#define SAVE_TEST_NEW "new content, which is longer"

void save_test_set_up (SaveTest *f, gconstpointer data);
void save_test_tear_down (SaveTest *f, gconstpointer data);
void save_test_assert_content (const char *path, const char *expected);
/* There are n files: no temporary one is left behind. */
void save_test_assert_alone (SaveTest *f, guint n);
/* Saves the new content and looks that it is there. */
void save_test_save (SaveTest *f, const char *etag, EtpSaveFlags flags, char **new_etag);
void save_test_assert_refused (
    SaveTest *f, const char *etag, EtpSaveFlags flags, EtpFileError code, const char *part);
#define SAVE_TEST_ADD(path, func)                                                                  \
  g_test_add (path, SaveTest, NULL, save_test_set_up, func, save_test_tear_down)

G_END_DECLS
