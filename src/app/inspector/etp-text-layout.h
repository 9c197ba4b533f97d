/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpTextLayout: makes a widget as high as the text of the GtkTextView in it at the width that it
 * gets. A text view itself says how high it was at the width that it had. */
#define ETP_TYPE_TEXT_LAYOUT (etp_text_layout_get_type ())
G_DECLARE_FINAL_TYPE (EtpTextLayout, etp_text_layout, ETP, TEXT_LAYOUT, GtkLayoutManager)

/* A box with the view in a scroller, which scrolls from max_height pixels on. */
GtkWidget *etp_text_box_new (GtkTextView *view, int max_height);

G_END_DECLS
