/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the capture line is laid out: the code, the entry, the words for the code and the button to close
 * it stand side by side. The entry gets what room there is; where that would not be much, the words
 * go below it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a widget with those four children, in that order; the entry tells its width in letters. */
GtkLayoutManager *etp_capture_layout_new (void);

G_END_DECLS
