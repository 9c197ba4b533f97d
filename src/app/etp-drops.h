/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is dropped onto nothing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on a drop on window is refused when nobody takes it: who drags waits for an answer, and would
 * for ever. To be called before the window gets drop targets of its own, which come first then. */
void etp_drops_refuse_loose (GtkWindow *window);

G_END_DECLS
