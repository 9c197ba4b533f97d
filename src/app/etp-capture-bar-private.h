/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the capture line: -bar.c the line itself, -aim.c where its notes go, -hint.c what
 * it says while it is empty, -said.c what is heard of it. */
#pragma once

#include "etp-capture-bar.h"
#include "model/etp-capture.h"

G_BEGIN_DECLS

struct _EtpCaptureBar
{
  GtkWidget parent;

  /* children */
  GtkWidget *box;
  GtkLabel *code, *words;
  GtkEditable *entry;

  /* borrowed: the same window holds both */
  EtpCanvas *canvas;

  /* owned; NULL: none */
  char *lane, *phase, *step; /* ids: where the note before went */
  char *seen; /* ids of what was selected, and of its cell, when it was looked at last */
  char *said; /* of the note before, until something is typed or the next one goes elsewhere */
  char *said_at; /* where the next one went when that was said first */

  /* state */
  guint n_added; /* notes since the line was opened */
  guint idle_id; /* source: the map is another one */
  guint hint_id; /* source: there may be room for another hint */
};

/* etp-capture-aim.c */
/* Where the note before went; the next one goes there, unless its code says otherwise. */
void etp_capture_bar_set_last (EtpCaptureBar *self, const EtpCaptureTarget *target);
/* Where it went, as far as that is there still. */
EtpCaptureTarget etp_capture_bar_get_last (EtpCaptureBar *self, EtpJourney *journey);
/* What the line means now; returns its text. */
const char *
etp_capture_bar_resolve (EtpCaptureBar *self, EtpJourney *journey, EtpCaptureTarget *target);
/* What is selected, else what it was before, else the first cell for notes. */
void etp_capture_bar_choose_target (EtpCaptureBar *self, EtpJourney *journey);
/* Notes go to the cell of what is selected, if that is not what it was; FALSE: they go where they went. */
gboolean etp_capture_bar_follow_selection (EtpCaptureBar *self);
/* Notes go to the cell of what is selected, also if it was that before; where they go there already they
 * stay under their step. FALSE: there is none that takes notes. */
gboolean etp_capture_bar_aim_at_selection (EtpCaptureBar *self);
/* Selects its card, or the head of the collapsed phase or lane that it is in; where notes go is set
 * afterwards. FALSE: it is not shown. */
gboolean etp_capture_bar_select_step (EtpCaptureBar *self, EtpNode *step);

/* etp-capture-hint.c */
/* In the user's language; static. */
const char *etp_capture_bar_get_whole_hint (void);
/* Where the whole hint would be cut, as in a narrow window, it is a shorter one. Asks for another layout. */
void etp_capture_bar_choose_hint (EtpCaptureBar *self);

/* etp-capture-said.c */
/* words: where the next note goes. */
void etp_capture_bar_describe (EtpCaptureBar *self, const char *words);
/* A note was added there. */
void etp_capture_bar_say_added (EtpCaptureBar *self,
                                EtpJourney *journey,
                                const EtpCaptureTarget *target);
void etp_capture_bar_forget_said (EtpCaptureBar *self);

G_END_DECLS
