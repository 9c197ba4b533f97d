/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the map is called, and what there is to know about its file. */
#pragma once

#include "etp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void etp_properties_show (GtkWindow *parent, EtpDocument *document);

G_END_DECLS
