/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the journal and of recovery share. */
#pragma once

#include "file/etp-recovery.h"

G_BEGIN_DECLS

/* Before g_test_init(): a state folder of the test's own (a child process keeps its parent's). */
void journal_test_init (void);
void journal_test_clean_up (void); /* removes it */
/* Folder of the only journal there is. */
char *journal_test_get_folder (void);
/* The only file journal-<n> in it. */
char *journal_test_get_log (void);
guint journal_test_count_folders (void);
/* The only thing that can be recovered; fails the test if there is none or more. */
EtpRecoverable *journal_test_find (void);
void journal_test_assert_nothing (void);
/* Recovers it and checks that it is written as expected. */
EtpLoaded *journal_test_recover (GBytes *expected, EtpJournal **journal);
void journal_test_set_title (EtpJourney *journey, const char *title);

/* The fixture: a sample journey, from a file or untitled, whose commits are recorded. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  EtpLoaded *loaded;
  EtpJournal *journal;
} JournalTest;

void journal_test_set_up (JournalTest *f, gconstpointer data);
void journal_test_set_up_untitled (JournalTest *f, gconstpointer data);
void journal_test_tear_down (JournalTest *f, gconstpointer data);
/* As if the program had been killed: the lock is gone. The journey's state at that moment. */
GBytes *journal_test_die (JournalTest *f);
void journal_test_assert_recovered (JournalTest *f, GBytes *expected);
#define JOURNAL_TEST_ADD(path, func)                                                               \
  g_test_add (path, JournalTest, NULL, journal_test_set_up, func, journal_test_tear_down)

G_END_DECLS
