/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scene-internal: making pages. A kind of pages is one function in a file of its own and one row in
 * the table of etp-pages.c. */
#pragma once

#include "etp-pages.h"
#include "etp-view.h"

G_BEGIN_DECLS

/* What every kind gets. All borrowed. */
typedef struct
{
  EtpJourney *journey;
  const EtpPagesOptions *options;
  EtpPaper paper; /* the one that was asked for, or the kind's own; not for "map" */
  EtpStyle *style;
  EtpMeasurer *measurer;
  EtpPages *pages; /* being filled */
  double free_strip; /* left in each cell for sticky notes */
} EtpPagesJob;

#define ETP_PAGES_MOST 500 /* pages of one journey */
#define ETP_PAGES_SMALLEST 12.0 /* smallest text of any scene, and on any page: 9 pt */

/* An empty page at the end; title (or NULL) is copied. Borrowed until the next is added. */
EtpPage *
etp_pages_add (EtpPages *self, EtpPageKind kind, double width, double height, const char *title);
/* Puts a part of a scene on it (source NULL: all). Borrowed until the next is added. */
EtpPagePart *etp_page_add_part (
    EtpPage *self, EtpScene *scene, const EtpRect *source, double x, double y, double scale);
void etp_pages_note (EtpPages *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The journey's title, or what an untitled one is called in its language. Borrowed. */
const char *etp_pages_get_title (EtpJourney *journey);

/* What stands at the edges of each page as the options ask for it (etp-pages-frame.c). */
typedef struct
{
  double width, height, margin; /* of the page; kept free at each side */
  double top,
      bottom; /* heights of the strips with the space beside them; 0: nothing stands there */
  EtpRect inner; /* what is left */
} EtpPagesFrame;

/* has_label: each page will have one. */
void etp_pages_frame_init (EtpPagesFrame *self,
                           const EtpPagesJob *job,
                           double width,
                           double height,
                           double margin,
                           gboolean has_label);
/* label (or NULL) stands at the lower right, such as "B3 · 5 / 12". */
void etp_pages_frame_add (const EtpPagesFrame *self,
                          const EtpPagesJob *job,
                          EtpPage *page,
                          const char *label);

/* The kinds. FALSE with an ETP_PAGES_ERROR. */
gboolean etp_pages_build_map (EtpPagesJob *job, GError **error);
gboolean etp_pages_build_poster (EtpPagesJob *job, GError **error);
gboolean etp_pages_build_deck (EtpPagesJob *job, GError **error);
gboolean etp_pages_build_minutes (EtpPagesJob *job, GError **error);
gboolean etp_pages_build_tiles (EtpPagesJob *job, GError **error);

/* Sheets to write on and to cut (etp-sheets*.c). */
gboolean etp_sheets_build_canvas (EtpPagesJob *job, GError **error);
gboolean etp_sheets_build_persona (EtpPagesJob *job, GError **error);
gboolean etp_sheets_build_touchpoints (EtpPagesJob *job, GError **error);
gboolean etp_sheets_build_cards (EtpPagesJob *job, GError **error);
gboolean etp_sheets_build_work (EtpPagesJob *job, GError **error);

/* Tiles of cards that say all or only their titles, for a poster that does not fit. FALSE as above. */
gboolean etp_pages_add_tiles (EtpPagesJob *job, gboolean titles, GError **error);

G_END_DECLS
