/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of a server that says its state only when it is asked for it, as WebDAV through GVfs does:
 * neither reading nor writing tells it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TYPE_REMOTE (remote_get_type ())
G_DECLARE_FINAL_TYPE (Remote, remote, TEST, REMOTE, GObject)

struct _Remote
{
  GObject parent_instance;

  GBytes *content; /* owned */
  guint version; /* of the content; 0: the server has no states */
  gboolean is_new; /* and its state weak */
  gboolean is_busy; /* somebody writes it as soon as it is open */
  GMutex away; /* while it is locked nothing is answered, whoever gives up asking */
  GWeakRef look; /* the cancellable of the last question */
  int n_looks; /* so many questions could be cancelled */
};

G_END_DECLS
