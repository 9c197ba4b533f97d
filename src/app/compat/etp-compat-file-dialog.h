/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for files to open and for a name to save under: GtkFileDialog from GTK 4.10 on, GtkFileChooserNative before. Both go
 * through the portal in a sandbox. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* files: GListModel of GFile, at least one; only called when something was chosen. */
typedef void (*EtpOpenFilesFunc) (GListModel *files, gpointer user_data);

/* owner is given to func and kept alive until the dialog is closed. filters: GListModel of
 * GtkFileFilter, the first one is chosen. folder: where to begin, or NULL. */
void etp_compat_open_files (GtkWindow *parent,
                            const char *title,
                            GListModel *filters,
                            GFile *folder,
                            EtpOpenFilesFunc func,
                            GObject *owner);

/* file: NULL when the person thought better of it. A file of this name may exist; the dialog asked
 * whether it may be replaced. */
typedef void (*EtpSaveFileFunc) (GFile *file, gpointer user_data);

/* name: what the file could be called. func is always called, once; user_data is the caller's
 * business. */
void etp_compat_save_file (GtkWindow *parent,
                           const char *title,
                           GListModel *filters,
                           GFile *folder,
                           const char *name,
                           EtpSaveFileFunc func,
                           gpointer user_data);

G_END_DECLS
