/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "etp-export-choice.h"

G_BEGIN_DECLS

/* EtpPageMaker: makes the pages of an export in a thread of its own, which reads its own copy of the
 * map, and paints them there. Never blocks. What was asked for before the last choice is answered
 * with G_IO_ERROR_CANCELLED. */
#define ETP_TYPE_PAGE_MAKER (etp_page_maker_get_type ())
G_DECLARE_FINAL_TYPE (EtpPageMaker, etp_page_maker, ETP, PAGE_MAKER, GObject)

typedef struct
{
  char *title;
  double width, height; /* page units, 1/96 inch */
} EtpMadePage;

/* What comes out of a choice. */
typedef struct
{
  guint n_pages; /* 0: the format has none */
  EtpMadePage *pages;
  char *text; /* of a text format: how the file begins; NULL: it is none */
  char *going; /* what goes out, in words */
  GPtrArray *staying; /* of char *: what does not */
  GPtrArray *notes; /* of char *: what had to be done */
} EtpMade;

void etp_made_free (EtpMade *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpMade, etp_made_free)

/* bytes: the map as etp_write_journey () writes it. */
EtpPageMaker *etp_page_maker_new (GBytes *bytes);
/* Errors are those of exports. */
void etp_page_maker_make_async (EtpPageMaker *self,
                                const EtpExportChoice *choice,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EtpMade *etp_page_maker_make_finish (EtpPageMaker *self, GAsyncResult *result, GError **error);
/* A page of what was made last, as large as it fits into that many pixels of the device. */
void etp_page_maker_paint_async (EtpPageMaker *self,
                                 guint page,
                                 int width_px,
                                 int height_px,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GdkTexture *etp_page_maker_paint_finish (EtpPageMaker *self, GAsyncResult *result, GError **error);

G_END_DECLS
