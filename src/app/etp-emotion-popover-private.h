/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the files of the popover of an emotion. */
#pragma once

#include "etp-emotion-popover.h"

G_BEGIN_DECLS

struct _EtpEmotionPopover
{
  GtkPopover parent;

  /* template children */
  GtkLabel *title, *owner, *plain, *rated;
  GtkRange *scale;
  GtkEditable *value, *feeling;
  GtkWidget *value_box, *rated_box, *details;
  GtkFlowBox *words;
  GtkTextView *note;
  GtkDropDown *evidence;

  /* borrowed */
  EtpCanvas *canvas;
  GtkWidget *typing; /* of the entries the one with the keyboard; NULL: none */

  /* owned: whose emotion it is */
  EtpJourney *journey;
  EtpNode *card, *persona;

  /* state */
  gboolean is_target;
  gboolean is_filling;
  gboolean is_dropped; /* Escape: what is being typed does not count */
};

/* etp-emotion-popover.c */
void etp_emotion_popover_commit_feeling (EtpEmotionPopover *self);
char *etp_emotion_popover_dup_note (EtpEmotionPopover *self); /* as it stands in the popover */

/* etp-emotion-popover-fill.c */
EtpValue *etp_emotion_popover_get_emotion (EtpEmotionPopover *self); /* NULL: nothing is said yet */
double etp_emotion_popover_get_level (EtpEmotionPopover *self); /* NAN: none */
const char *etp_emotion_popover_get_text (EtpEmotionPopover *self, guint column);
const char *etp_emotion_popover_get_language (EtpEmotionPopover *self);
void etp_emotion_popover_show_plain (EtpEmotionPopover *self, double value);
void etp_emotion_popover_list_words (EtpEmotionPopover *self);
/* Shows what the journey says. */
void etp_emotion_popover_fill (EtpEmotionPopover *self);

G_END_DECLS
