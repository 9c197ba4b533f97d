/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The short messages over a window. What is said now stands before what was said earlier: a message
 * takes the place of the one before it. One that offers to undo what it tells goes when something
 * else was done since, and not before; it comes back after a message in between. */
#pragma once

#include <adwaita.h>

#include "model/etp-journey.h"

G_BEGIN_DECLS

/* Plain text. With button and action (NULL: none) there is one thing to do about it. undoes: the
 * journey whose last step that button takes back; NULL: it does something else. action: its detailed
 * name. */
void etp_toasts_show (AdwToastOverlay *toasts,
                      const char *text,
                      const char *button,
                      const char *action,
                      EtpJourney *undoes);
/* What was said in these words, with nothing to undo, holds no more. */
void etp_toasts_end (AdwToastOverlay *toasts, const char *text);
/* Another journey is shown, which has no such step. */
void etp_toasts_end_undo (AdwToastOverlay *toasts);

G_END_DECLS
