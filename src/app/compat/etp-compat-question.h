/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A question with a few answers: AdwAlertDialog from libadwaita 1.5 on, AdwMessageDialog before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_ANSWER_PLAIN,
  ETP_ANSWER_SUGGESTED, /* what Enter does */
  ETP_ANSWER_DESTRUCTIVE,
} EtpAnswerLook;

typedef struct
{
  const char *id; /* given to the callback; NULL: the answers end */
  const char *label; /* N_(), with mnemonic */
  EtpAnswerLook look;
} EtpAnswer;

/* Called once. answer: an id, the first one's when the question was closed in another way. */
typedef void (*EtpAnswerFunc) (const char *answer, gpointer user_data);

/* heading and body are plain text. The first answer is the one that does nothing. extra: a widget
 * between body and answers, or NULL. */
void etp_compat_ask (GtkWindow *parent,
                     const char *heading,
                     const char *body,
                     GtkWidget *extra,
                     const EtpAnswer *answers,
                     EtpAnswerFunc func,
                     gpointer user_data);

G_END_DECLS
