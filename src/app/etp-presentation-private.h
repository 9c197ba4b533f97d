/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what the files of the presentation share: -keys.c commands, -overview.c the phases
 * to pick from, -notes.c the presenter's window, -screens.c which window goes on which monitor. */
#pragma once

#include "canvas/etp-spotlight.h"
#include "etp-presentation.h"
#include "paint/etp-paint.h"
#include "scene/etp-talk.h"

G_BEGIN_DECLS

struct _EtpPresentation
{
  GtkWindow parent;

  /* borrowed; weak */
  GtkWindow *editor;
  EtpCanvas *source;

  /* children */
  EtpCanvas *canvas;
  EtpSpotlight *light;
  GtkStack *stack; /* "map", "overview" */
  GtkFlowBox *overview;
  GtkWidget *curtain; /* over everything, black or white */
  GtkLabel *status, *count;

  /* owned */
  GSimpleActionGroup *actions;
  EtpTalk *talk; /* NULL without a scene */
  char *phase_id, *lane_id; /* of the place, across edits; NULL: none */
  EtpPainter *painter; /* for small pictures; NULL until the first */
  struct _EtpPresentationNotes *notes; /* NULL while the notes are not shown */

  /* state */
  EtpTalkPlace place;
  gint64 start; /* monotonic time in µs */
  guint inhibition; /* cookie: the screen stays on; 0: it may not */
  guint refresh_id; /* source: the scene is another one */
  guint monitor; /* on which it is */
};

/* etp-presentation.c */
void etp_presentation_go (EtpPresentation *self, EtpTalkMove move);
void etp_presentation_go_to (EtpPresentation *self, EtpTalkPlace place);
/* "Phase 2 Use · Thoughts", or the map's title. */
char *etp_presentation_dup_title (EtpPresentation *self, EtpTalkPlace place);
/* "2 of 5"; NULL for the whole map. */
char *etp_presentation_dup_count (EtpPresentation *self);
/* A small picture of a place; a new reference. */
GdkPaintable *
etp_presentation_paint (EtpPresentation *self, EtpTalkPlace place, int width, int height);
/* A state of one of its actions, and telling it to be that. */
gboolean etp_presentation_get_state (EtpPresentation *self, const char *action);
void etp_presentation_set_state (EtpPresentation *self, const char *action, gboolean state);

/* etp-presentation-keys.c */
void etp_presentation_add_actions (EtpPresentation *self);
/* The window hears the keys and runs the actions. */
void etp_presentation_attach (EtpPresentation *self, GtkWidget *window);
/* While one picks a phase the arrows belong to the overview. */
void etp_presentation_enable_moves (EtpPresentation *self, gboolean enabled);

/* etp-presentation-overview.c */
GtkWidget *etp_presentation_create_overview (EtpPresentation *self);
void etp_presentation_fill_overview (EtpPresentation *self);

/* etp-presentation-notes.c */
void etp_presentation_show_notes (EtpPresentation *self, gboolean is_shown);
void etp_presentation_update_notes (EtpPresentation *self); /* the talk is elsewhere */
void etp_presentation_move_notes (EtpPresentation *self); /* the map is on another monitor */

/* etp-presentation-screens.c */
/* The command to change screens follows what is plugged in. */
void etp_presentation_watch_screens (EtpPresentation *self);
void etp_presentation_fill_screen (EtpPresentation *self); /* once, before it is presented */
void etp_presentation_swap_screens (EtpPresentation *self);
/* The notes' window goes where the map is not. */
void etp_presentation_place_notes (EtpPresentation *self, GtkWindow *notes);
gboolean etp_presentation_has_screens (EtpPresentation *self); /* more than one */

/* A button without a label at the end of a bar. */
void etp_presentation_add_button (
    GtkWidget *bar, const char *icon, const char *name, const char *action, gboolean toggles);

/* What is switched during the talk: buttons, or a menu of them where there is no room. */
GtkWidget *etp_presentation_create_tools (void);

G_END_DECLS
