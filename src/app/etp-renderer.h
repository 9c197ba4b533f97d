/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How GTK paints on a machine without a graphics processor. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE if the folder of the system's graphics devices ("/dev/dri") has one that can render. */
gboolean etp_renderer_has_device (const char *folder);
/* To be called before GTK is initialised: without such a device GTK would emulate one, which costs
 * 45 ms for each change on the screen. What the environment already says stands. */
void etp_renderer_choose (const char *folder);

G_END_DECLS
