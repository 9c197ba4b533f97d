/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export-internal: what every format begins with. */
#pragma once

#include "etp-export.h"
#include "paint/etp-paint.h"

G_BEGIN_DECLS

/* The picture of a journey on paper, made for one export with fonts of its own, so that an export
 * may run in any thread. */
typedef struct
{
  EtpJourney *journey; /* borrowed */
  EtpText *text;
  EtpStyle *style;
  EtpScene *scene;
  EtpPainter *painter;
} EtpExportScene;

void
etp_export_scene_init (EtpExportScene *self, EtpJourney *journey, const EtpExportOptions *options);
void etp_export_scene_clear (EtpExportScene *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpExportScene, etp_export_scene_clear)

/* The journey's title, or what an untitled one is called in its language. Borrowed. */
const char *etp_export_scene_get_title (const EtpExportScene *self);
/* Adds a formatted, translated message to the options' notes, if anyone wants them. */
void etp_export_note (const EtpExportOptions *options, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* done of total parts of the work are done; total 0: it is not known how much there is. */
void etp_export_step (const EtpExportOptions *options, double done, guint total);

/* Pages for one export, likewise. */
typedef struct
{
  EtpJourney *journey; /* borrowed */
  EtpText *text;
  EtpStyle *style;
  EtpPages *pages;
  EtpPainter *painter;
} EtpExportPages;

/* kind (or NULL) is used if the options name none. */
gboolean etp_export_pages_init (EtpExportPages *self,
                                EtpJourney *journey,
                                const EtpExportOptions *options,
                                const char *kind,
                                GError **error);
void etp_export_pages_clear (EtpExportPages *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpExportPages, etp_export_pages_clear)

/* Items that meet area (NULL: all) in the order in which people read: title, lane heads, then phase
 * after phase from the head through the lanes, the foot last; in a cell from back to front. Appends
 * EtpItemRefs. */
void etp_export_list_items (EtpScene *scene, const EtpRect *area, GArray *refs);
gboolean etp_export_item_has_text (const EtpItem *item);
/* The address that an item's card leads to, or NULL: http, https and mailto only, in ASCII. Free. */
char *etp_export_dup_link (EtpJourney *journey, const EtpItem *item);

GInputStream *etp_export_pdf_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GInputStream *etp_export_svg_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GInputStream *etp_export_png_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GInputStream *etp_export_csv_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GInputStream *etp_export_odp_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GInputStream *etp_export_pptx_open (EtpJourney *journey,
                                    const EtpExportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);

GInputStream *etp_export_md_open (EtpJourney *journey,
                                  const EtpExportOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);

GInputStream *etp_export_html_open (EtpJourney *journey,
                                    const EtpExportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);

GInputStream *etp_export_xlsx_open (EtpJourney *journey,
                                    const EtpExportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);
GInputStream *etp_export_minutes_pdf_open (EtpJourney *journey,
                                           const EtpExportOptions *options,
                                           GCancellable *cancellable,
                                           GError **error);
GInputStream *etp_export_minutes_md_open (EtpJourney *journey,
                                          const EtpExportOptions *options,
                                          GCancellable *cancellable,
                                          GError **error);
GInputStream *etp_export_minutes_html_open (EtpJourney *journey,
                                            const EtpExportOptions *options,
                                            GCancellable *cancellable,
                                            GError **error);
GInputStream *etp_export_ics_open (EtpJourney *journey,
                                   const EtpExportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
