/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of saving: -save.c the conversation, -save-failed.c what is asked when saving
 * fails. */
#pragma once

#include "etp-window-private.h"

G_BEGIN_DECLS

/* The data of the GTask that each conversation is; the window is its source. */
typedef struct
{
  EtpWindowSave how;
  GFile *file; /* owned; NULL: the document's own */
  EtpSaveFlags flags;
  gboolean drops_snapshots; /* a copy */
  gboolean is_leaving; /* the map is to be closed: the changes may be given up instead */
  gboolean is_given_up; /* they are */
} EtpSaveConversation;

/* etp-window-save.c */
void etp_save_conversation_ask_name (GTask *task); /* and saves under it */
void etp_save_conversation_try (GTask *task);
void etp_save_conversation_end (GTask *task, gboolean is_saved); /* takes the task */
char *etp_save_conversation_dup_name (GTask *task); /* of the file, as people read it */

/* etp-window-save-failed.c */
/* Tells why, and goes on with the conversation as the person says. */
void etp_save_conversation_ask_about_failure (GTask *task, const GError *error);

G_END_DECLS
