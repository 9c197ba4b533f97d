/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-early.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "file/etp-load.h"
#include "scene/etp-view.h"

/* Larger files are not worth it: by then the window has been there for long. */
#define LARGEST (4 * 1024 * 1024)

static GThread *worker; /* NULL: nothing was begun, or it was taken */

/* The first icon loads what reads SVG, which takes longer than the icon itself. Whatever goes wrong
 * here is told where a picture is wanted. */
static void
read_icon (void)
{
  static const char icon[] = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();

  gdk_pixbuf_loader_write (loader, (const guchar *) icon, strlen (icon), NULL);
  gdk_pixbuf_loader_close (loader, NULL);
}

static gpointer
measure (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (EtpLoaded) loaded = etp_load_file (file, NULL, NULL, NULL);
  const EtpViewOptions options = { 0 };
  g_autoptr (EtpStyle) style = NULL;
  g_autoptr (EtpScene) scene = NULL;
  EtpText *text;

  read_icon ();
  /* Whatever is wrong with the file is told when it is read for the window. */
  if (loaded == NULL)
    return NULL;
  text = etp_text_new ();
  style = etp_style_new (ETP_STYLE_LIGHT);
  scene = etp_view_build (etp_view_get (NULL), loaded->journey, &options, style,
                          ETP_MEASURER (text), NULL);
  return text;
}

void
etp_early_start (int argc, char **argv)
{
  GStatBuf info;

  if (argc != 2 || argv[1][0] == '-' || g_get_num_processors () < 2)
    return;
  if (g_stat (argv[1], &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > LARGEST)
    return;
  worker = g_thread_new ("early", measure, g_strdup (argv[1]));
}

EtpText *
etp_early_take_text (void)
{
  GThread *thread = g_steal_pointer (&worker);

  return thread != NULL ? g_thread_join (thread) : NULL;
}
