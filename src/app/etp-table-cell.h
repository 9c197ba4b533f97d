/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the preview of a pasted table is made of. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A few lines of text; css_class: of its own, or NULL. */
GtkWidget *etp_table_cell_new (const char *text, const char *css_class);
/* The name of a phase or lane, and below it whether that is there already: one of the two texts. */
GtkWidget *etp_table_head_new (const char *name,
                               gboolean is_there,
                               const char *new_text,
                               const char *old_text);

G_END_DECLS
