/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A canvas in a window of its own, for the tests that need a display. */
#pragma once

#include "canvas/etp-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *window; /* owned by GTK until the fixture is torn down */
  EtpCanvas *canvas; /* borrowed */
  EtpJourney *journey; /* owned */
} CanvasFixture;

/* g_test_init() and gtk_init(). FALSE: there is no display; say so and return 0 from main(). */
gboolean canvas_fixture_start (int *argc, char ***argv);

/* Shows the journey, which is taken, in a window of this size, and waits for the first frame. */
void canvas_fixture_show (CanvasFixture *self, EtpJourney *journey, int width, int height);
/* Waits until the canvas has come to rest, its tree for assistive technology included. */
void canvas_fixture_settle (CanvasFixture *self);
/* Paints one frame. */
void canvas_fixture_run_frame (CanvasFixture *self);
void canvas_fixture_tear_down (CanvasFixture *self);

/* A step's card by its id; fails the test if there is none. */
EtpItemRef canvas_fixture_find (CanvasFixture *self, const char *node_id, EtpItemKind kind);
/* A node of the journey by its id; fails the test if there is none. */
EtpNode *canvas_fixture_get_node (CanvasFixture *self, const char *id);
/* Selects what is on the map; sub: as of an EtpItem. Fails the test if it is not there. */
void
canvas_fixture_select (CanvasFixture *self, EtpItemKind kind, const char *node_id, const char *sub);
/* Fails the test if something else is selected, or nothing. */
void canvas_fixture_assert_selected (CanvasFixture *self,
                                     EtpItemKind kind,
                                     const char *node_id,
                                     const char *sub);
/* The middle of an item in the widget. */
void canvas_fixture_get_middle (CanvasFixture *self, EtpItemRef ref, double *x, double *y);
/* A finger stays there for a while: the menu of the place is asked for. */
void canvas_fixture_press_long (CanvasFixture *self, double x, double y);

G_END_DECLS
