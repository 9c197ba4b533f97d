/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields in which something is typed: what undoes it, and which keys reach the window from popovers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Another text, which is where undoing of typed letters ends; with the same one, too, but then the
 * cursor stays. */
void etp_typing_set_text (GtkEditable *entry, const char *text);
/* The text was written: that is a step of the journey, and taken back as one. */
void etp_typing_end_undo (GtkEditable *entry);
/* Whether there is something else now than what was set. What was typed and taken back is not written:
 * where several things differ the field is empty, and it would be so for all of them. */
gboolean etp_typing_is_other (GtkEditable *entry);
/* Whether it shows all of that text: an entry holds no more than 65,535 bytes. */
gboolean etp_typing_shows_all (GtkEditable *entry, const char *text);
/* What is changed in a text that the entry has cut would cut it in the journey, too: then nothing can be
 * typed, and the tooltip says where else. is_editable: whether something can be typed otherwise. */
void etp_typing_keep_whole (GtkEditable *entry, const char *text, gboolean is_editable);
/* Whether nothing more goes in: the end of what was pasted may be missing. */
gboolean etp_typing_is_full (GtkEditable *entry);
/* The window's keys do not reach into a popover: saving closes it first, which makes what was typed
 * count; undo and redo are first those of the text that has the keyboard. */
void etp_typing_add_keys (GtkWidget *popover);

G_END_DECLS
