/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choosing a picture and the part of it that is wanted: a file is asked for, read in a worker while its
 * progress is shown, cut by hand, and scaled to what its place needs. What is wrong with a picture is
 * said in the dialog, which then takes another one. */
#pragma once

#include <gtk/gtk.h>

#include "paint/etp-image-source.h"

G_BEGIN_DECLS

/* What a place for a picture needs. */
typedef struct
{
  double ratio; /* width / height; 0: as the person likes */
  gboolean is_round; /* it is seen in a circle there */
  int longest; /* pixels: no side gets longer */
} EtpCropPlace;

extern const EtpCropPlace etp_crop_portrait, etp_crop_logo, etp_crop_image;

/* Called with what was taken, if owner is still there; the image is borrowed. */
typedef void (*EtpCropFunc) (const EtpImage *image, gpointer owner);

/* Asks for a file first. widget: anything in the window that it is for. owner is not kept alive by the
 * dialog, only by the question for a file. */
void
etp_crop_choose (GtkWidget *widget, const EtpCropPlace *place, EtpCropFunc func, GObject *owner);
/* For a picture that is there already. Nothing is called when all of it is taken. */
void etp_crop_again (
    GtkWidget *widget, GBytes *bytes, const EtpCropPlace *place, EtpCropFunc func, GObject *owner);

G_END_DECLS
