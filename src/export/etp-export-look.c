/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-odp-template.h"
#include "etp-pptx-template.h"

/* Where somebody else's master leaves room, and in which font: what previews of its slides need. Its
 * ornament stays with the programme that shows the file. */

#define LEAST_COVER 120.0
#define COVER_GAP 24.0

void
etp_export_look_clear (EtpExportLook *self)
{
  g_clear_pointer (&self->family, g_free);
}

static gboolean
read_pptx (EtpExportLook *self, EtpExportOptions *options, GError **error)
{
  g_auto (EtpPptxTemplate) template = { 0 };

  if (!etp_pptx_template_init (&template, options->template_bytes, error))
    return FALSE;
  self->frame = template.frame;
  self->family = g_strdup (template.minor);
  if (etp_pptx_template_is_dark (&template))
    options->style = ETP_STYLE_DARK;
  return TRUE;
}

static gboolean
read_odp (EtpExportLook *self, EtpExportOptions *options, GError **error)
{
  g_auto (EtpOdpTemplate) template = { 0 };

  if (!etp_odp_template_init (&template, options->template_bytes, error))
    return FALSE;
  self->frame = template.frame;
  self->family = g_strdup (template.family);
  if (template.is_dark)
    options->style = ETP_STYLE_DARK;
  return TRUE;
}

/* What goes into the subtitle of the first slide needs no room of its own there; to be looked at, it
 * stands below the title. */
static void
find_cover (EtpSlideFrame *frame)
{
  const EtpRect *title = &frame->cover_title;
  const double top = title->y + title->height + COVER_GAP;

  if (!etp_rect_intersects (&frame->cover, title) && frame->cover.height >= LEAST_COVER)
    return;
  frame->cover = (EtpRect){ title->x, top, MAX (title->width, LEAST_COVER),
                            MAX (frame->height - top - COVER_GAP, LEAST_COVER) };
}

gboolean
etp_export_look_init (EtpExportLook *self,
                      const EtpExporter *exporter,
                      EtpExportOptions *options,
                      GError **error)
{
  const gboolean is_pptx = strcmp (exporter->name, "pptx") == 0;

  *self = (EtpExportLook){ 0 };
  if (options->template_bytes == NULL || (exporter->uses & ETP_EXPORT_USES_TEMPLATE) == 0)
    return TRUE;
  if (!(is_pptx ? read_pptx : read_odp) (self, options, error))
    return FALSE;
  find_cover (&self->frame);
  options->frame = &self->frame;
  options->family = self->family;
  /* Whoever looks at pages would miss it. */
  etp_export_note (options, "%s",
                   _ ("This preview shows where everything goes. The background, logos and other "
                      "ornament of the look that you chose are in the file."));
  return TRUE;
}
