/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* App-internal: what the window's files share: -actions.c commands, -file.c reads and watches. */
#pragma once

#include "canvas/etp-canvas.h"
#include "etp-error-page.h"
#include "etp-notice.h"
#include "etp-window.h"
#include "etp-zoom-bar.h"
#include "file/etp-monitor.h"

G_BEGIN_DECLS

struct _EtpWindow
{
  AdwApplicationWindow parent;

  /* template children; the others are made when they are first shown */
  GtkWidget *header_bar, *content;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkStack *stack;
  EtpNotice *notice;
  EtpCanvas *canvas;
  EtpZoomBar *zoom_bar;

  /* owned */
  GFile *file;
  EtpMonitor *monitor; /* of the file that is shown; NULL if none is */
  GCancellable *loading; /* NULL if nothing is read */

  /* state */
  guint load_number; /* of the last read; answers of earlier ones are dropped */
  guint spinner_id; /* source: reading takes long */
  guint64 saved_serial; /* of the journey as it is in the file */
};

/* etp-window.c */
typedef enum
{
  ETP_PAGE_START,
  ETP_PAGE_LOADING,
  ETP_PAGE_ERROR,
  ETP_PAGE_MAP,
} EtpWindowPage;

/* Returns the page's widget. */
GtkWidget *etp_window_show_page (EtpWindow *self, EtpWindowPage page);
EtpWindowPage etp_window_get_page (EtpWindow *self);
void etp_window_update_title (EtpWindow *self);

/* etp-window-file.c */
char *etp_window_dup_file_name (EtpWindow *self); /* what people call the file; "" without one */
void etp_window_reload (EtpWindow *self);
void etp_window_check_file (EtpWindow *self);
void etp_window_close_file (EtpWindow *self);

/* etp-window-actions.c */
void etp_window_add_actions (EtpWindow *self);
void etp_window_update_actions (EtpWindow *self);
void etp_window_add_drop_target (EtpWindow *self);

G_END_DECLS
