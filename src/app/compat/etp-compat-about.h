/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The About window: AdwAboutDialog from libadwaita 1.5 on, AdwAboutWindow before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name, *icon_name, *version, *comments;
  const char *developer, *copyright, *translators;
} EtpAbout;

void etp_compat_show_about (GtkWindow *parent, const EtpAbout *about);

G_END_DECLS
