/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheet-draft.h"

#include "etp-scene-private.h"

/* One group, one slot; cells of at most ETP_CELL_MAX items. */

struct _EtpSheetDraft
{
  EtpStyle *style; /* owned */
  EtpMeasurer *measurer; /* owned */
  char *language;
  GArray *items; /* of EtpPlaced */
};

EtpSheetDraft *
etp_sheet_draft_new (EtpStyle *style, EtpMeasurer *measurer, const char *language)
{
  EtpSheetDraft *self = g_new0 (EtpSheetDraft, 1);

  self->style = g_object_ref (style);
  self->measurer = g_object_ref (measurer);
  self->language = g_strdup (language);
  self->items = g_array_new (FALSE, FALSE, sizeof (EtpPlaced));
  return self;
}

EtpDraft *
etp_sheet_draft_begin (EtpSheetDraft *self, EtpItemKind kind, EtpLayer layer)
{
  EtpDraft *draft = etp_draft_new (kind, self->style, self->measurer);

  etp_draft_set_place (draft, layer, ETP_PIN_NONE, 0);
  return draft;
}

void
etp_sheet_draft_add (
    EtpSheetDraft *self, EtpDraft *draft, double x, double y, double width, double height)
{
  EtpPlaced placed = { etp_draft_finish (draft, width, height, 0), x, y };

  g_array_append_val (self->items, placed);
}

double
etp_sheet_draft_text (EtpSheetDraft *self,
                      EtpItemKind kind,
                      double x,
                      double y,
                      double width,
                      const char *text,
                      EtpType type,
                      EtpRgba ink,
                      EtpAlign align)
{
  EtpDraft *draft = etp_sheet_draft_begin (self, kind, ETP_LAYER_BODY);
  double height = etp_draft_text (draft, 0, 0, width, text, type, ink, align);

  etp_sheet_draft_add (self, draft, x, y, width, height);
  return height;
}

double
etp_sheet_text_height (
    EtpStyle *style, EtpMeasurer *measurer, const char *text, double width, EtpType type)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (measurer, text, etp_style_get_font (style, type), width, lines);
  return lines->len * etp_style_get_line_height (style, type);
}

EtpScene *
etp_sheet_draft_finish (EtpSheetDraft *self, double width, double height)
{
  EtpScene *scene = etp_scene_new (self->style, self->language);

  etp_scene_begin_group (scene, NULL, "", (EtpRect){ 0, 0, width, height });
  etp_scene_begin_slot (scene, NULL, NULL, 0, 0, 0, height);
  for (guint first = 0; first < self->items->len; first += ETP_CELL_MAX)
    {
      guint n = MIN ((guint) ETP_CELL_MAX, self->items->len - first);
      EtpPlaced *items = g_memdup2 (&g_array_index (self->items, EtpPlaced, first),
                                    n * sizeof (EtpPlaced));

      etp_scene_add_cell (
          scene, etp_cell_new (NULL, NULL, first / ETP_CELL_MAX, items, n, width, height), 0);
    }
  etp_scene_set_size (scene, width, height);
  g_array_unref (self->items);
  g_object_unref (self->style);
  g_object_unref (self->measurer);
  g_free (self->language);
  g_free (self);
  return scene;
}
