/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-parts.h"

#include "etp-deck-facts.h"

/* Headings with texts, cells of tables, pictures: what looks the same wherever it stands. */

EtpBox *
etp_deck_new_part (EtpDeck *self, const char *heading)
{
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);

  etp_box_add (box, heading, ETP_TYPE_SMALL_STRONG, etp_deck_get_accent (self), 0);
  return box;
}

void
etp_deck_add_bullet (EtpDeck *self, EtpBox *box, const char *text)
{
  EtpPara *para = etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (self), 3);

  para->sign = ETP_SIGN_BULLET;
  para->color = etp_deck_get_accent (self);
}

void
etp_deck_add_part (EtpDeck *self, GPtrArray *boxes, const char *heading, const char *text)
{
  EtpBox *box;

  if (text[0] == '\0')
    return;
  box = etp_deck_new_part (self, heading);
  etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (self), 3);
  g_ptr_array_add (boxes, box);
}

void
etp_deck_add_list_part (
    EtpDeck *self, GPtrArray *boxes, const char *heading, const EtpRecord *record, guint field)
{
  guint n = etp_record_get_length (record, field);
  EtpBox *box;

  if (n == 0)
    return;
  box = etp_deck_new_part (self, heading);
  for (guint i = 0; i < n; i++)
    etp_deck_add_bullet (self, box, etp_record_get_text_at (record, field, i));
  g_ptr_array_add (boxes, box);
}

EtpBox *
etp_deck_new_cell (EtpDeck *self, const char *text)
{
  EtpBox *box;

  if (text == NULL || text[0] == '\0')
    return NULL;
  box = etp_box_new (ETP_ITEM_LABEL);
  etp_box_add (box, text, ETP_TYPE_CARD_TEXT, etp_deck_get_ink (self), 0);
  return box;
}

void
etp_deck_add_evidence (EtpDeck *self,
                       EtpBox *box,
                       const EtpRecord *record,
                       guint evidence,
                       guint sources,
                       double before)
{
  g_autofree char *text = etp_deck_dup_evidence (self, record, evidence, sources);
  EtpPara *para = etp_box_add (box, text, ETP_TYPE_SMALL, etp_deck_get_dim (self), before);

  para->sign = ETP_SIGN_EVIDENCE;
  para->value = MAX (0, etp_record_get_enum (record, evidence));
  para->color = etp_deck_get_dim (self);
}

EtpDeckPortrait *
etp_deck_portrait_new (EtpDeck *self, EtpNode *persona, guint index)
{
  EtpDeckPortrait *portrait = g_new0 (EtpDeckPortrait, 1);
  EtpNode *asset = etp_deck_get_named (self, etp_node_record (persona), ETP_PERSONA_PORTRAIT,
                                       ETP_LIST_ASSETS);

  portrait->asset = asset != NULL ? g_strdup (etp_node_get_id (asset)) : NULL;
  portrait->color = etp_style_get_persona (self->map.style, index,
                                           etp_node_get_text (persona, ETP_PERSONA_COLOR));
  return portrait;
}

void
etp_deck_portrait_free (gpointer data)
{
  EtpDeckPortrait *self = data;

  g_free (self->asset);
  g_free (self);
}

void
etp_deck_draw_portrait (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  const EtpDeckPortrait *self = data;
  double size = rect.height;
  EtpRect box = { rect.x, rect.y, size, size };

  if (self->asset != NULL)
    {
      etp_draft_image (draft, self->asset, box, size / 2);
      etp_draft_box (draft, box, size / 2, 0, etp_style_get_color (style, ETP_COLOR_CARD_RING), 1);
      return;
    }
  etp_draft_box (draft, box, size / 2, etp_style_get_head_tint (style, self->color), 0, 0);
  etp_draft_icon (draft, ETP_ICON_FACE_HAPPY,
                  (EtpRect){ rect.x + size * 0.24, rect.y + size * 0.24, size * 0.52, size * 0.52 },
                  etp_style_get_text_ink (style, self->color));
}

void
etp_deck_draw_picture (EtpDraft *draft, EtpStyle *style, EtpRect rect, gpointer data)
{
  etp_draft_image (draft, data, rect, 8);
  etp_draft_box (draft, rect, 8, 0, etp_style_get_color (style, ETP_COLOR_CARD_RING), 1);
}
