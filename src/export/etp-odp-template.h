/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ODP-internal: a company's own presentation or template, whose master pages are used. */
#pragma once

#include "etp-opc.h"
#include "etp-slide-fit.h"
#include "etp-slide-room.h"
#include "etp-zip.h"

G_BEGIN_DECLS

/* A style of presentations or of pages, as far as it matters here. */
typedef struct
{
  EtpSlideLook look;
  char *font; /* style:font-name; NULL: none is said */
  EtpRgba color; /* of its text, or of the page's ground; 0: not said */
  gboolean is_bare; /* the page has no ground: it is white */
  char *parent; /* NULL: none */
} EtpOdpStyle;

typedef struct
{
  char *name, *layout, *style; /* of the master page, its page layout, its look */
  EtpSlidePlan plan;
  gboolean has_title, has_subtitle, has_number, has_footer, has_date;
} EtpOdpMaster;

typedef struct
{
  double width, height;
} EtpOdpSize;

typedef struct
{
  EtpOpc opc; /* its unzip alone */
  GHashTable *styles; /* of char * to EtpOdpStyle *; pages' begin with "page/" */
  GHashTable *families; /* of char *, names of fonts, to char * */
  GHashTable *sizes; /* of char *, names of page layouts, to EtpOdpSize * */
  GPtrArray *masters; /* of EtpOdpMaster */
  GPtrArray *slides; /* of char *: masters of its first slides */
  GHashTable *media; /* of char *, names of parts that styles need, to their types (char *) */
  const char *problem; /* found while it was read, translated; NULL: none */
  const EtpOdpMaster *cover, *content; /* chosen, of masters */
  EtpSlideFrame frame;
  EtpRect subtitle_place; /* on the cover; width 0: it has none */
  const char *family; /* of texts; NULL: none is said */
  EtpSlideLook title, cover_title, subtitle; /* families borrowed */
  gboolean is_dark;
  char *prefix; /* that none of its names has */
} EtpOdpTemplate;

/* FALSE with an ETP_EXPORT_ERROR whose message says why the bytes are of no use. */
gboolean etp_odp_template_init (EtpOdpTemplate *self, GBytes *bytes, GError **error);
void etp_odp_template_clear (EtpOdpTemplate *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpOdpTemplate, etp_odp_template_clear)

/* Whether its master of content says how running text looks, and whether its colour can be read
 * there, as far as is known. */
gboolean etp_odp_template_has_outline (const EtpOdpTemplate *self);
gboolean etp_odp_template_has_readable_outline (EtpOdpTemplate *self);
/* Its styles.xml with our styles added, and the parts that it needs; FALSE with an error. */
gboolean
etp_odp_template_write (EtpOdpTemplate *self, EtpZip *zip, const char *styles, GError **error);
/* File entries for the manifest. */
void etp_odp_template_add_entries (const EtpOdpTemplate *self, GString *out);

/* Internal (etp-odp-look.c): reads styles.xml. */
gboolean etp_odp_template_read_styles (EtpOdpTemplate *self, GError **error);

G_END_DECLS
