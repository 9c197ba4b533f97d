/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the manager. */
#pragma once

#include <adwaita.h>

#include "etp-entries.h"
#include "etp-manager-detail.h"
#include "etp-manager-kinds.h"
#include "etp-manager.h"
#include "etp-panes.h"

G_BEGIN_DECLS

struct _EtpManager
{
  GtkWidget parent;

  /* borrowed: children */
  AdwToastOverlay *toasts;
  EtpPanes *panes;
  EtpEntries *entries;
  EtpManagerDetail *detail;
  GtkWidget *chooser;

  /* owned */
  EtpJourney *journey;

  /* borrowed */
  GtkWidget *window;

  /* state */
  const EtpManagerKind *kind;
  guint update_id; /* source: the journey has changed */
};

/* etp-manager.c */
gboolean etp_manager_is_of_tags (EtpManager *self);
void etp_manager_tell (EtpManager *self, const char *text, gboolean can_undo);
GPtrArray *etp_manager_dup_entries (EtpManager *self); /* of EtpEntry */
EtpNode *etp_manager_get_node (EtpManager *self); /* of what is selected; NULL: none, or a tag */
char *etp_manager_dup_name (EtpManager *self, const char *key);
/* The list as it is now; where the selected entry has gone, the one in its place is selected. */
void etp_manager_update (EtpManager *self);

/* etp-manager-edit.c: handlers of the signals of list and details */
void etp_manager_rename_tag (EtpManager *self, const char *from, const char *to);
void etp_manager_run_command (EtpManager *self, guint command); /* EtpEntriesCommand */
void etp_manager_drop (EtpManager *self, const char *key, guint position);
void etp_manager_open_merge (EtpManager *self, GtkWidget *button);

G_END_DECLS
