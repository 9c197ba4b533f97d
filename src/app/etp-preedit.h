/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an input method is composing in a text: then Enter, Escape and the arrows are its keys, and
 * who catches keys before the text leaves them alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on it is known of a text: a GtkText, a GtkTextView, or a GtkEditable around a GtkText. */
void etp_preedit_watch (GtkWidget *text);
/* TRUE while something is composed in it that is not yet part of it. text: as it was watched. */
gboolean etp_preedit_is_open (GtkWidget *text);

G_END_DECLS
