/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with a map in a file, for the tests that need a display. */
#pragma once

#include "app/etp-application.h"
#include "app/etp-window.h"
#include "find-widget.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* owned */
  GFile *file; /* owned */
  EtpWindow *window; /* weak */
  EtpJourney *journey; /* borrowed: of the window */
} WindowFixture;

/* g_test_init() and an application that remembers nothing of whoever calls. NULL: there is no display;
 * return 0 from main(). */
EtpApplication *window_fixture_start (int *argc, char ***argv);
/* Runs the tests and takes away what was remembered; returns what main() does. */
int window_fixture_end (void);

/* A window with the sample map; version: what its file says that it is written in, as "\"version\": 2",
 * or NULL: the present one. */
void window_fixture_open (WindowFixture *self, const char *version);
/* A window with the sample map, which is saved by itself unless saves_itself is NULL. */
void window_fixture_set_up (WindowFixture *self, gconstpointer saves_itself);
void window_fixture_tear_down (WindowFixture *self, gconstpointer data);

/* The thing of the map that is called so in the file, which there is. Borrowed. */
EtpNode *window_fixture_get (WindowFixture *self, const char *id);

/* For find_widget (): a label of that text that is shown. */
gboolean window_fixture_is_label (GtkWidget *widget, gconstpointer text);
/* In any window. */
GtkWidget *window_fixture_find_label (const char *text);
/* Clicks the button with that label, once it is there. */
void window_fixture_click (const char *text);
/* Gives the map another title, as a step of its own. */
void window_fixture_set_title (WindowFixture *self, const char *title);
/* Activates an action of the window. */
void window_fixture_run (WindowFixture *self, const char *action);

G_END_DECLS
