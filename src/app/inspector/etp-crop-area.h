/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "paint/etp-image-source.h"

G_BEGIN_DECLS

/* EtpCropArea: a picture with the part of it that is taken, which is moved and drawn larger by
 * pointer, touch and keys. Emits "changed" when the part does. */
#define ETP_TYPE_CROP_AREA (etp_crop_area_get_type ())
G_DECLARE_FINAL_TYPE (EtpCropArea, etp_crop_area, ETP, CROP_AREA, GtkWidget)

GtkWidget *etp_crop_area_new (void);
/* Shows the picture, whole or as much of it as the ratio (width / height; 0: any) allows. is_round:
 * it will be seen in a circle. */
void etp_crop_area_set_source (EtpCropArea *self,
                               EtpImageSource *source,
                               double ratio,
                               gboolean is_round);
/* Another ratio for what is taken. */
void etp_crop_area_set_ratio (EtpCropArea *self, double ratio);
/* In pixels of the source, which there has to be. */
const EtpImageCut *etp_crop_area_get_cut (EtpCropArea *self);
gboolean etp_crop_area_is_whole (EtpCropArea *self);

G_END_DECLS
